// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterservice.h"
#include "clusters/clusterstatus.h"

namespace zoodock
{

/// Which actions make sense now. Pure; every refusal is a translated sentence, empty where nothing speaks
/// against it.
[[nodiscard]] QString reasonAgainst(MemberAction action, const ClusterStatus &cluster,
                                    const MemberStatus &member, const EngineStatus &engine);
/// For all members at once: refused only if it makes sense for none.
[[nodiscard]] QString reasonAgainst(MemberAction action, const ClusterStatus &cluster,
                                    const EngineStatus &engine);
[[nodiscard]] QString reasonAgainstRemoval(const ClusterStatus &cluster, const EngineStatus &engine);

/// The members for which the action makes sense.
[[nodiscard]] QList<int> membersFor(MemberAction action, const ClusterStatus &cluster,
                                    const EngineStatus &engine);
/// Containers are missing: starting means making them.
[[nodiscard]] bool hasAbsentMembers(const ClusterStatus &cluster);

/// A warning for a tool tip: the quorum would go. Empty otherwise.
[[nodiscard]] QString consequenceOf(MemberAction action, const ClusterStatus &cluster,
                                    const MemberStatus &member);

} // namespace zoodock
