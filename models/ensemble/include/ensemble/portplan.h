// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"
#include "ensemble/hostfacts.h"

#include <utility>

namespace zoodock
{

inline constexpr quint16 standardClientPort = 2181;
inline constexpr quint16 standardQuorumPort = 2888;
inline constexpr quint16 standardElectionPort = 3888;
inline constexpr quint16 standardAdminPort = 8080;

/// Proposes ports for every member, in place. Bridge: standard container ports, client published on 127.0.0.1
/// from `firstClientPort` upwards. Host: client from firstClientPort, quorum from 2888, election from 3888,
/// admin from 8080 upwards, one each per member. Ports that `facts` shows as taken, or that a standard number
/// of another kind would collide with, are skipped. Publications that a person chose (published, address) are
/// kept; a member without a client port is new, and gets its client port published in bridge mode. A port is
/// 0 where nothing is free.
void proposePorts(Ensemble &ensemble, const HostFacts &facts, quint16 firstClientPort = standardClientPort);

/// Proposes ports for those places alone that have none (0), and changes no other number. Nobody gets a
/// number that another place of the ensemble has, or that `facts` shows as taken. The places in `leftOut`
/// (member id and kind) stay without one.
void proposeMissingPorts(Ensemble &ensemble, const HostFacts &facts,
                         quint16 firstClientPort = standardClientPort,
                         const QList<std::pair<int, PortKind>> &leftOut = {});

/// Bridge and host mean different things by "published": forgets all ports, sets the mode and proposes anew.
void changeNetworkMode(Ensemble &ensemble, NetworkMode mode, const HostFacts &facts,
                       quint16 firstClientPort = standardClientPort);

/// A port that the ensemble will take on the engine's host. Host mode: all but the ports of an AdminServer
/// that is off.
struct TakenPort
{
    int memberId = 0;
    PortKind kind = PortKind::Client;
    QString address;
    quint16 port = 0;
};
[[nodiscard]] QList<TakenPort> hostPorts(const Ensemble &ensemble);

/// In host mode: what free lines of zoo.cfg (metrics, TLS for clients) and JVM flags (JMX) make each member
/// take as well. Nothing proposes other numbers for these: all members have the same lines and flags.
struct LinePort
{
    QString key;        ///< "secureClientPort"; of a flag the name of the property
    QString addressKey; ///< the line that says where: "secureClientPortAddress"
    QString address;    ///< numeric; a wildcard where no line says another one
    quint16 port = 0;
    bool isFlag = false; ///< "-Dkey=port" among the JVM flags
};
[[nodiscard]] QList<LinePort> hostLinePorts(const Ensemble &ensemble);

} // namespace zoodock
