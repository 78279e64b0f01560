// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/portplan.h"

#include "ensemble/imagefamily.h"

#include "address.h"
#include "serverrules.h"

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

quint16 standardPort(PortKind kind)
{
    switch (kind) {
    case PortKind::Quorum:
        return standardQuorumPort;
    case PortKind::Election:
        return standardElectionPort;
    case PortKind::Admin:
        return standardAdminPort;
    case PortKind::Client:
        break;
    }
    return standardClientPort;
}

/// Hands out free ports of the engine's host, each once.
class PortDealer
{
public:
    PortDealer(const Ensemble &ensemble, const HostFacts &facts, quint16 firstClientPort)
        : m_facts(facts)
        , m_cluster(ensemble.name)
        , m_firstClientPort(firstClientPort)
    {
    }

    /// Nobody else gets it.
    void keep(quint16 port) { m_dealt.insert(port); }

    quint16 next(PortKind kind, const QString &address)
    {
        const int first = kind == PortKind::Client ? m_firstClientPort : standardPort(kind);
        for (int port = std::max(first, 1); port <= 0xffff; ++port) {
            if (isFree(static_cast<quint16>(port), kind, address))
                return take(static_cast<quint16>(port));
        }
        constexpr int firstUnprivileged = 1024;
        for (int port = firstUnprivileged; port < first; ++port) {
            if (isFree(static_cast<quint16>(port), kind, address))
                return take(static_cast<quint16>(port));
        }
        return 0;
    }

private:
    [[nodiscard]] bool isFree(quint16 port, PortKind kind, const QString &address) const
    {
        const bool isAnothersStandard =
            std::any_of(allPortKinds.begin(), allPortKinds.end(),
                        [&](PortKind other) { return other != kind && standardPort(other) == port; });
        return !isAnothersStandard && !m_dealt.contains(port) &&
               m_facts.holder(address, port, m_cluster) == nullptr;
    }

    quint16 take(quint16 port)
    {
        m_dealt.insert(port);
        return port;
    }

    const HostFacts &m_facts;
    QString m_cluster;
    int m_firstClientPort;
    QSet<quint16> m_dealt;
};

void proposeForBridge(Ensemble &ensemble, PortDealer &dealer)
{
    for (Member &member : ensemble.members) {
        // A member that never had ports is new: programs of this machine shall reach it.
        if (member.client.port == 0)
            member.client.published = true;
        for (const PortKind kind : allPortKinds) {
            MemberPort &port = member.port(kind);
            port.port = standardPort(kind);
            port.hostPort = port.published ? dealer.next(kind, port.address) : quint16{0};
        }
    }
}

void proposeForHost(Ensemble &ensemble, PortDealer &dealer)
{
    for (Member &member : ensemble.members) {
        for (const PortKind kind : allPortKinds) {
            MemberPort &port = member.port(kind);
            port.port = dealer.next(kind, rules::bindAddress(member, kind));
            port.hostPort = port.port;
        }
    }
}

} // namespace

void proposePorts(Ensemble &ensemble, const HostFacts &facts, quint16 firstClientPort)
{
    PortDealer dealer(ensemble, facts, firstClientPort);
    for (const LinePort &line : hostLinePorts(ensemble))
        dealer.keep(line.port);
    if (ensemble.network.mode == NetworkMode::Host)
        proposeForHost(ensemble, dealer);
    else
        proposeForBridge(ensemble, dealer);
}

void proposeMissingPorts(Ensemble &ensemble, const HostFacts &facts, quint16 firstClientPort,
                         const QList<std::pair<int, PortKind>> &leftOut)
{
    const bool isHost = ensemble.network.mode == NetworkMode::Host;
    PortDealer dealer(ensemble, facts, firstClientPort);
    for (const TakenPort &taken : hostPorts(ensemble))
        dealer.keep(taken.port);
    for (const LinePort &line : hostLinePorts(ensemble))
        dealer.keep(line.port);
    for (Member &member : ensemble.members) {
        for (const PortKind kind : allPortKinds) {
            MemberPort &port = member.port(kind);
            if (!isHost && port.port == 0)
                port.port = standardPort(kind);
            const bool isMissing = isHost ? port.port == 0 : port.published && port.hostPort == 0;
            if (!isMissing || leftOut.contains({member.id, kind}))
                continue;
            port.hostPort = dealer.next(kind, isHost ? rules::bindAddress(member, kind) : port.address);
            if (isHost)
                port.port = port.hostPort;
        }
    }
}

void changeNetworkMode(Ensemble &ensemble, NetworkMode mode, const HostFacts &facts, quint16 firstClientPort)
{
    ensemble.network.mode = mode;
    for (Member &member : ensemble.members) {
        for (const PortKind kind : allPortKinds)
            member.port(kind) = MemberPort();
    }
    proposePorts(ensemble, facts, firstClientPort);
}

QList<TakenPort> hostPorts(const Ensemble &ensemble)
{
    const bool isHost = ensemble.network.mode == NetworkMode::Host;
    const bool hasAdmin = rules::runsAdminServer(ensemble);
    QList<TakenPort> taken;
    for (const Member &member : ensemble.members) {
        for (const PortKind kind : allPortKinds) {
            const MemberPort &port = member.port(kind);
            if (isHost && (kind != PortKind::Admin || hasAdmin))
                taken.append({member.id, kind, rules::bindAddress(member, kind), port.port});
            else if (!isHost && port.published)
                taken.append({member.id, kind, port.address, port.hostPort});
        }
    }
    return taken;
}

QList<LinePort> hostLinePorts(const Ensemble &ensemble)
{
    return ensemble.network.mode == NetworkMode::Host ? rules::linePorts(ensemble) : QList<LinePort>();
}

} // namespace zoodock
