// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/logline.h"

#include <QtCore/QList>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

namespace zoodock
{

/// A text, or a regular expression, to look for in lines.
struct LogPattern
{
    QString text; ///< empty: everything fits
    bool regularExpression = false;
    bool caseSensitive = false;
    friend bool operator==(const LogPattern &, const LogPattern &) = default;
};

/// Which lines are shown.
struct LogFilter
{
    LogPattern pattern;
    LogLevel atLeast = LogLevel::Unknown; ///< lines whose level is not known pass with Unknown alone
    QSet<int> members;
    bool probes = false; ///< the servers' notes about our own questions
    friend bool operator==(const LogFilter &, const LogFilter &) = default;
};

/// A LogPattern made ready. A copy for each thread.
class LogMatcher
{
public:
    explicit LogMatcher(const LogPattern &pattern = {});

    [[nodiscard]] bool isEmpty() const { return m_pattern.text.isEmpty(); }
    /// Translated; empty: the regular expression is well-formed. One that is not matches nothing.
    [[nodiscard]] QString problem() const;
    /// GivenUp: the regular expression would take too long on it.
    enum class Verdict { No, Yes, GivenUp };
    [[nodiscard]] Verdict examine(const QByteArray &utf8) const;
    [[nodiscard]] bool matches(const QByteArray &utf8) const { return examine(utf8) == Verdict::Yes; }
    /// Begin and length of each place in `text`.
    [[nodiscard]] QList<std::pair<qsizetype, qsizetype>> places(const QString &text) const;

private:
    [[nodiscard]] Verdict examineByExpression(const QString &text) const;
    [[nodiscard]] bool hasText(const QByteArray &utf8) const;

    LogPattern m_pattern;
    QByteArray m_folded; ///< the text in small letters, if it is ASCII
    QRegularExpression m_expression;
};

} // namespace zoodock
