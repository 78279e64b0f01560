// SPDX-License-Identifier: GPL-3.0-or-later
// Which servers a session talks to, and when it is to be another session.
#include "clusters/clusterstore.h"
#include "ensemble/connectstring.h"
#include "ui/znodes/connection/credentialstore.h"
#include "ui/znodes/connection/znodesession.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// As it was observed, else as it was wished.
QString addressOf(const ClusterStatus &status, const MemberStatus &member)
{
    if (member.clientPort != 0 && !member.clientHost.isEmpty())
        return u"%1:%2"_s.arg(member.clientHost).arg(member.clientPort);
    Ensemble alone = status.ensemble;
    alone.members = {member.wanted};
    return hostConnectString(alone);
}

} // namespace

QString ZnodeSession::addresses() const
{
    const ClusterStatus *status = m_services.store.cluster(m_cluster);
    QStringList all;
    for (const MemberStatus &member : status ? status->members : QList<MemberStatus>()) {
        const QString address = addressOf(*status, member);
        if (!address.isEmpty() && (m_member == 0 || m_member == member.wanted.id))
            all.append(address);
    }
    return all.join(u',');
}

ZnodeTarget ZnodeSession::wantedTarget() const
{
    const ClusterStatus *status = m_services.store.cluster(m_cluster);
    ZnodeTarget target;
    target.servers = addresses();
    target.chroot = m_view.chroot;
    target.credentials = m_credentials.credentials(m_cluster);
    // Others' clusters are looked at; whoever wants more says so.
    target.readOnly = m_view.readOnly.value_or(status && status->origin == WantedOrigin::Discovered);
    return target;
}

void ZnodeSession::openIfWanted()
{
    if (!m_looked || !m_credentialsKnown)
        return;
    ZnodeTarget target = wantedTarget();
    const bool isOpen = m_connection.state() != ZnodeConnection::State::Closed;
    ZnodeTarget open = m_connection.target();
    open.readOnly = target.readOnly; // changes without a new session
    if (target.servers.isEmpty() || (isOpen && open == target))
        return;
    m_connection.open(target);
    Q_EMIT opened();
}

void ZnodeSession::onStoreChanged(const QString &name)
{
    if (name != m_cluster)
        return;
    learnLimit();
    Q_EMIT serversChanged();
    followServers();
}

/// Members come and go, and their ports change, without anybody having asked for a new session.
void ZnodeSession::followServers()
{
    if (!sparesWork() && !sparesEphemerals(wantedTarget()))
        openIfWanted();
}

void ZnodeSession::followServersSoon()
{
    QMetaObject::invokeMethod(this, &ZnodeSession::followServers, Qt::QueuedConnection);
}

/// What is being done ends first, as long as it can go on.
bool ZnodeSession::sparesWork() const
{
    return (m_changing || m_searching) && m_connection.state() == ZnodeConnection::State::Connected;
}

/// The present session goes on: it can still be reached where it was, and its ephemerals would end with it.
bool ZnodeSession::sparesEphemerals(const ZnodeTarget &wanted) const
{
    ZnodeTarget open = m_connection.target();
    const QStringList known = open.servers.split(u',');
    const QStringList servers = wanted.servers.split(u',');
    open.servers = wanted.servers;
    open.readOnly = wanted.readOnly;
    return m_connection.ephemeralCount() > 0 && open == wanted &&
           std::any_of(servers.cbegin(), servers.cend(),
                       [&known](const QString &server) { return known.contains(server); });
}

void ZnodeSession::chooseMember(int memberId)
{
    if (memberId == m_member)
        return;
    m_member = memberId;
    Q_EMIT serversChanged();
    openIfWanted();
}

int ZnodeSession::memberOf(const QString &cluster) const
{
    if (cluster == m_cluster)
        return m_member;
    const auto parked = m_parked.find(cluster);
    return parked == m_parked.end() ? 0 : parked->second.member;
}

QList<ConnectionLine::Server> ZnodeSession::servers() const
{
    QList<ConnectionLine::Server> servers{{0, tr("All members")}};
    const ClusterStatus *status = m_services.store.cluster(m_cluster);
    for (const MemberStatus &member : status ? status->members : QList<MemberStatus>()) {
        if (!addressOf(*status, member).isEmpty())
            servers.append({member.wanted.id, member.wanted.name});
    }
    return servers;
}

} // namespace zoodock
