// SPDX-License-Identifier: GPL-3.0-or-later
#include "proberoute.h"

#include "clusters/clusterstore.h"
#include "clusters/enginereach.h"
#include "zookeeper/srvr.h"

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

MemberState stateOf(ServerMode mode)
{
    switch (mode) {
    case ServerMode::Leader:
        return MemberState::Leader;
    case ServerMode::Follower:
        return MemberState::Follower;
    case ServerMode::Observer:
        return MemberState::Observer;
    case ServerMode::Standalone:
        return MemberState::Standalone;
    case ServerMode::ReadOnly:
        return MemberState::ReadOnly;
    }
    return MemberState::Unknown;
}

ServerReport reportOf(const SrvrReply &reply)
{
    ServerReport report;
    report.version = reply.version;
    report.mode = stateOf(reply.mode);
    report.latencyMinimum = reply.latencyMinimum;
    report.latencyAverage = reply.latencyAverage;
    report.latencyMaximum = reply.latencyMaximum;
    report.connections = std::max<qint64>(0, reply.connections - 1); // the question's own is among them
    report.outstanding = reply.outstanding;
    report.zxid = reply.zxid;
    report.nodeCount = reply.nodeCount;
    return report;
}

} // namespace

std::optional<ProbeRoute> wantedRoute(const Ensemble &ensemble, const Member &member, const QString &endpoint)
{
    const bool hostMode = ensemble.network.mode == NetworkMode::Host;
    const MemberPort &client = member.client;
    const quint16 port = hostMode ? client.port : client.published ? client.hostPort : quint16(0);
    if (endpoint.isEmpty() || port == 0)
        return std::nullopt;
    const QString address = client.published ? client.address : u"127.0.0.1"_s;
    const QString host = EngineReach::fromEndpoint(endpoint, false).hostFor(address);
    if (host.isEmpty())
        return std::nullopt;
    return ProbeRoute{ProbeRoute::Kind::Tcp, host, port};
}

QList<ProbeRoute> probeRoutes(const MemberStatus &member, bool containerAddresses)
{
    QList<ProbeRoute> routes;
    if (member.clientPort != 0)
        routes.append({ProbeRoute::Kind::Tcp, member.clientHost, member.clientPort});
    if (containerAddresses && !member.container.address.isEmpty())
        routes.append({ProbeRoute::Kind::Tcp, member.container.address, member.wanted.client.port});
    routes.append({ProbeRoute::Kind::Exec, {}, member.wanted.client.port});
    return routes;
}

/// Containers outlive a daemon. Where two members want the same port, nobody can tell who answers there.
std::optional<ProbeRoute> routeUnseen(const ClusterStore &store, const ClusterStatus &cluster,
                                      const MemberStatus &member)
{
    if (member.container.life != ContainerLife::Unknown)
        return std::nullopt;
    const EngineStatus engine = store.engine(cluster.ensemble.context);
    if (engine.reach != EngineStatus::Reach::Silent)
        return std::nullopt;
    const auto route = wantedRoute(cluster.ensemble, member.wanted, engine.endpoint);
    if (!route)
        return std::nullopt;
    int claims = 0;
    const QStringList clusters = store.clusterNames();
    for (const QString &name : clusters) {
        const Ensemble &ensemble = store.cluster(name)->ensemble;
        const QString endpoint = store.engine(ensemble.context).endpoint;
        for (const Member &wanted : ensemble.members)
            claims += wantedRoute(ensemble, wanted, endpoint) == route ? 1 : 0;
    }
    return claims == 1 ? route : std::nullopt;
}

QStringList execArguments(quint16 port)
{
    return {u"bash"_s, u"-c"_s, u"exec 3<>/dev/tcp/127.0.0.1/%1; printf srvr >&3; cat <&3"_s.arg(port)};
}

ProbeObservation probeObservation(std::chrono::milliseconds at, const Result<QByteArray> &answer)
{
    ProbeObservation seen;
    seen.at = at;
    const Result<SrvrReply> reply = answer ? parseSrvr(*answer) : failure(answer.error());
    if (reply) {
        seen.outcome = ProbeOutcome::Serving;
        seen.report = reportOf(*reply);
    } else if (reply.error().kind() == ErrorKind::NotServing) {
        seen.outcome = ProbeOutcome::NotServing;
    } else {
        seen.outcome = ProbeOutcome::NoAnswer;
        seen.problem = reply.error().message();
    }
    return seen;
}

} // namespace zoodock
