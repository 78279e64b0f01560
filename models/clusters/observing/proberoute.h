// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"
#include "core/result.h"

#include <QtCore/QStringList>

#include <chrono>
#include <optional>

namespace zoodock
{

/// One way to put a question to a member.
struct ProbeRoute
{
    enum class Kind { Tcp, Exec };
    Kind kind = Kind::Tcp;
    QString host; ///< Exec: none, the container asks itself
    quint16 port = 0;
    friend bool operator==(const ProbeRoute &, const ProbeRoute &) = default;
};

/// Best first, never empty: published port, the container's own address (where those are reachable), docker
/// exec.
[[nodiscard]] QList<ProbeRoute> probeRoutes(const MemberStatus &member, bool containerAddresses);
/// Where a member is to be found that docker has never spoken of, by what is wanted alone: its published
/// client port, on an engine at `endpoint`. None: it is not published, or not to this machine, or nobody
/// knows where the engine is.
[[nodiscard]] std::optional<ProbeRoute> wantedRoute(const Ensemble &ensemble, const Member &member,
                                                    const QString &endpoint);
/// Asks 127.0.0.1:port with bash alone; every image family has bash, few have nc.
[[nodiscard]] QStringList execArguments(quint16 port);
/// What the answer to `srvr`, or its failure, says of the member. `at`: when the question was sent.
[[nodiscard]] ProbeObservation probeObservation(std::chrono::milliseconds at,
                                                const Result<QByteArray> &answer);

} // namespace zoodock
