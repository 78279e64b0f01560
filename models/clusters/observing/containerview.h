// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"
#include "clusters/enginereach.h"

namespace zoodock
{

struct ContainerInfo;
enum class ContainerStatus;

[[nodiscard]] ContainerLife lifeOf(ContainerStatus status);

/// From docker's words to an observation of a member; pure. Client and admin port: as published, in host mode
/// as the ensemble says, since the engine publishes nothing then.
[[nodiscard]] ContainerObservation observationOf(const ContainerInfo &info, const Ensemble &ensemble,
                                                 const Member &member);

/// Where programs on this machine reach a member; port 0: not at all.
struct MemberAddresses
{
    QString clientHost;
    quint16 clientPort = 0;
    QString adminHost;
    quint16 adminPort = 0;
    friend bool operator==(const MemberAddresses &, const MemberAddresses &) = default;
};
[[nodiscard]] MemberAddresses addressesOf(const ContainerObservation &observation, const EngineReach &reach);

} // namespace zoodock
