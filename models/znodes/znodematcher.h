// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/valuecodec.h"
#include "znodes/znodesearch.h"
#include "znodewalk.h"

#include <QtCore/QRegularExpression>

#include <atomic>
#include <optional>
#include <utility>
#include <vector>

namespace zoodock
{

/// What a search looks for; one worker thread at a time uses it.
class ZnodeMatcher
{
    Q_DISABLE_COPY_MOVE(ZnodeMatcher)
public:
    using Nodes = std::vector<ZnodeWalk::Node>;
    struct Outcome
    {
        std::vector<ZnodeMatch> matches;
        std::size_t examined = 0; ///< the rest waits for the next call
        qint64 givenUp = 0;       ///< the expression would take too long on them
    };

    explicit ZnodeMatcher(const ZnodeQuery &query);
    ~ZnodeMatcher() = default;

    struct Mistake
    {
        qsizetype character = 0; ///< 1: the first
        QString reason;
    };
    /// Of the regular expression.
    [[nodiscard]] std::optional<Mistake> mistake() const;
    /// From node number `from` on, for some tenths of a second or one match that takes longer.
    [[nodiscard]] Outcome examine(const Nodes &nodes, std::size_t from) const;
    /// From another thread: examine() comes to an end after the match that is under way.
    void stop() { m_stopped = true; }

private:
    struct Place
    {
        qsizetype at = -1; ///< −1: nowhere
        qsizetype length = 0;
        bool givenUp = false;
    };
    /// Of a value: where, and in what text.
    struct Reading
    {
        QString text;
        Place place;
    };
    /// A plain text in another charset.
    struct Needle
    {
        Charset charset = Charset::Utf8;
        QByteArray bytes; ///< part of each value that has the text; empty: that depends on capital letters
    };
    [[nodiscard]] Place find(const QString &text) const;
    [[nodiscard]] Reading read(const QByteArray &value) const;
    [[nodiscard]] Reading readOtherwise(const QByteArray &value) const;
    void prepareNeedles();
    void examine(const ZnodeWalk::Node &node, Outcome &outcome) const;

    ZnodeQuery m_query;
    Qt::CaseSensitivity m_sensitivity;
    std::optional<QRegularExpression> m_expression;
    QList<Needle> m_needles;
    bool m_isAscii; ///< the text
    std::atomic_bool m_stopped = false;
};

} // namespace zoodock
