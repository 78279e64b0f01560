// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstore.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>

namespace zoodock::test
{

/// Writes down every signal of a store as a short line: "state zoo 1 unknown>leader", "member zoo 1",
/// "cluster zoo".
class StoreLog : public QObject
{
public:
    explicit StoreLog(ClusterStore &store)
    {
        using Store = ClusterStore;
        const auto named = [this](const char *word) {
            return [this, word](const QString &name) { note(QString::fromLatin1(word), name); };
        };
        connect(&store, &Store::clusterAdded, this, named("added"));
        connect(&store, &Store::clusterAboutToBeRemoved, this, named("removing"));
        connect(&store, &Store::clusterRemoved, this, named("removed"));
        connect(&store, &Store::clusterReset, this, named("reset"));
        connect(&store, &Store::clusterChanged, this, named("cluster"));
        connect(&store, &Store::engineChanged, this, named("engine"));
        connect(&store, &Store::memberChanged, this, [this](const QString &name, int id) {
            note(QStringLiteral("member"), name, QString::number(id));
        });
        connect(&store, &Store::memberStateChanged, this,
                [this](const QString &name, int id, MemberState from, MemberState to) {
                    note(QStringLiteral("state"), name, QString::number(id),
                         nameOf(from) + QLatin1Char('>') + nameOf(to));
                });
    }

    [[nodiscard]] QStringList take() { return std::exchange(m_lines, {}); }
    /// The lines so far that begin with this, without forgetting them.
    [[nodiscard]] QStringList with(const QString &beginning) const
    {
        QStringList found;
        for (const QString &line : m_lines) {
            if (line.startsWith(beginning))
                found += line;
        }
        return found;
    }

private:
    template <typename... Words>
    void note(const Words &...words)
    {
        m_lines += QStringList{words...}.join(QLatin1Char(' '));
    }

    QStringList m_lines;
};

/// The states of a cluster's members in order, as one text: "leader follower stopped".
inline QString states(const ClusterStore &store, const QString &cluster)
{
    QStringList words;
    if (const ClusterStatus *status = store.cluster(cluster)) {
        for (const MemberStatus &member : status->members)
            words += nameOf(member.state);
    }
    return words.join(QLatin1Char(' '));
}

} // namespace zoodock::test
