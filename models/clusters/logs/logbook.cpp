// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/logbook.h"

#include "clusters/clusterstore.h"

#include <utility>

namespace zoodock
{

LogBook::LogBook(EngineRegistry &engines, ClusterStore &store, QObject *parent)
    : QObject(parent)
    , m_engines(engines)
    , m_store(store)
{
    const auto ifOurs = [this](const QString &name) {
        if (name == m_cluster)
            rebuild();
    };
    connect(&m_store, &ClusterStore::clusterAdded, this, ifOurs);
    connect(&m_store, &ClusterStore::clusterReset, this, ifOurs);
    connect(&m_store, &ClusterStore::clusterRemoved, this, ifOurs);
}

LogBook::~LogBook() = default;

void LogBook::setLimit(int lines)
{
    m_rings.setLimit(lines);
    for (LogFollower *follower : std::as_const(m_followers))
        follower->setLimit(m_rings.limit());
}

void LogBook::open(const QString &cluster)
{
    if (cluster == m_cluster)
        return;
    m_cluster = cluster;
    qDeleteAll(std::exchange(m_followers, {}));
    m_rings.setMembers({});
    rebuild();
}

void LogBook::setFollowing(bool following)
{
    m_following = following;
    const auto followers = m_followers;
    for (LogFollower *follower : followers) {
        if (following)
            follower->start();
        else
            follower->stop();
    }
}

/// Members that stay keep their followers and their lines.
void LogBook::rebuild()
{
    const ClusterStatus *status = m_store.cluster(m_cluster);
    QMap<int, LogFollower *> followers;
    for (const MemberStatus &member : status ? status->members : QList<MemberStatus>()) {
        LogFollower *follower = m_followers.take(member.wanted.id);
        followers.insert(member.wanted.id, follower ? follower : makeFollower(member.wanted.id));
    }
    qDeleteAll(std::exchange(m_followers, followers));
    m_rings.setMembers(m_followers.keys());
    setFollowing(m_following);
}

LogFollower *LogBook::makeFollower(int memberId)
{
    auto *follower = new LogFollower(m_cluster, memberId, m_engines, m_store, this);
    follower->setLimit(m_rings.limit());
    connect(follower, &LogFollower::arrived, this,
            [this, memberId](const QList<LogLine> &lines) { m_rings.append(memberId, lines); });
    connect(follower, &LogFollower::stateChanged, this, [this, memberId] { Q_EMIT stateChanged(memberId); });
    return follower;
}

const LogFollower *LogBook::follower(int memberId) const
{
    return m_followers.value(memberId);
}

} // namespace zoodock
