// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"
#include "core/result.h"

#include <QtCore/QStringList>

#include <chrono>
#include <optional>

namespace zoodock
{

class ClusterStore;

/// One way to put a question to a member.
struct ProbeRoute
{
    enum class Kind { Tcp, Exec };
    Kind kind = Kind::Tcp;
    QString host; ///< Exec: none, the container asks itself
    quint16 port = 0;
    friend bool operator==(const ProbeRoute &, const ProbeRoute &) = default;
};

/// By what is wanted alone: the published client port, on an engine at `endpoint`. None: it is not published,
/// or not to this machine, or nobody knows where the engine is.
[[nodiscard]] std::optional<ProbeRoute> wantedRoute(const Ensemble &ensemble, const Member &member,
                                                    const QString &endpoint);
/// Best first, never empty: published port, the container's own address (where those are reachable), docker
/// exec.
[[nodiscard]] QList<ProbeRoute> probeRoutes(const MemberStatus &member, bool containerAddresses);
/// Where a member of `cluster` is asked of which a silent engine has never spoken. None: docker has, or will;
/// or there is no such place, or another member wants the same.
[[nodiscard]] std::optional<ProbeRoute> routeUnseen(const ClusterStore &store, const ClusterStatus &cluster,
                                                    const MemberStatus &member);
/// Asks 127.0.0.1:port with bash alone; every image family has bash, few have nc.
[[nodiscard]] QStringList execArguments(quint16 port);
/// What the answer to `srvr`, or its failure, says of the member. `at`: when the question was sent.
[[nodiscard]] ProbeObservation probeObservation(std::chrono::milliseconds at,
                                                const Result<QByteArray> &answer);

} // namespace zoodock
