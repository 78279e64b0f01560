// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>

namespace zoodock
{

class ClusterStore;
class LogBook;
class LogModel;

/// Why a log shows no line, and the way out.
struct EmptyReason
{
    enum class Way { None, AllMembers, EveryLine, Probes, Resume, Start };
    QString sentence; ///< empty: it shows some, or there is nothing to say yet
    Way way = Way::None;
    QList<int> members; ///< to be started
    friend bool operator==(const EmptyReason &, const EmptyReason &) = default;
};

/// What is behind the lines of the page "Logs": the members' followers, put in sentences. Pure.
class LogSituation
{
public:
    /// `names` of the cluster's members.
    LogSituation(LogBook &book, const ClusterStore &store, const QMap<int, QString> &names)
        : m_book(book)
        , m_store(store)
        , m_names(names)
    {
    }

    /// Where a log comes from elsewhere than usual, or not at all; a sentence for each such member.
    [[nodiscard]] QStringList troubles() const;
    /// How many lines the filter's expression, and how many the searched one would take too long on.
    [[nodiscard]] static QStringList slowExpressions(int filtered, int searched);
    [[nodiscard]] EmptyReason emptyReason(const LogModel &model) const;

private:
    [[nodiscard]] QString trouble(int member) const;
    [[nodiscard]] QString lostLines(int member) const;
    [[nodiscard]] QString absence(int member) const;
    [[nodiscard]] QString silence(int member) const;
    [[nodiscard]] EmptyReason hiddenLines(const LogModel &model) const;
    [[nodiscard]] EmptyReason noLines(const QList<int> &members) const;
    [[nodiscard]] QList<int> startable(const QList<int> &members) const;

    LogBook &m_book;
    const ClusterStore &m_store;
    const QMap<int, QString> &m_names;
};

} // namespace zoodock
