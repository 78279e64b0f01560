// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterservice.h"
#include "clusters/clusterstatus.h"

namespace zoodock
{

class ClusterStore;

/// What a person chose: a whole cluster, or some of its members.
struct Target
{
    QString cluster;
    QList<int> members; ///< empty: the whole cluster
    friend bool operator==(const Target &, const Target &) = default;
};

/// Which actions make sense now. Pure; every refusal is a translated sentence, empty where nothing speaks
/// against it.
[[nodiscard]] QString reasonAgainst(MemberAction action, const ClusterStatus &cluster,
                                    const MemberStatus &member, const EngineStatus &engine);
/// For all members at once: refused only if it makes sense for none.
[[nodiscard]] QString reasonAgainst(MemberAction action, const ClusterStatus &cluster,
                                    const EngineStatus &engine);
[[nodiscard]] QString reasonAgainstRemoval(const ClusterStatus &cluster, const EngineStatus &engine);
/// For everything that is chosen: refused only if it makes sense for none of it.
[[nodiscard]] QString reasonAgainst(MemberAction action, const QList<Target> &targets,
                                    const ClusterStore &store);
[[nodiscard]] QString reasonAgainstRemoval(const QList<Target> &targets, const ClusterStore &store);

/// The members for which the action makes sense.
[[nodiscard]] QList<int> membersFor(MemberAction action, const ClusterStatus &cluster,
                                    const EngineStatus &engine);
/// The same, of those that are chosen.
[[nodiscard]] QList<int> membersFor(MemberAction action, const Target &target, const ClusterStore &store);
/// Containers are missing: starting means making them.
[[nodiscard]] bool hasAbsentMembers(const ClusterStatus &cluster);

/// A warning for a tool tip: the quorum would go. Empty otherwise.
[[nodiscard]] QString consequenceOf(MemberAction action, const ClusterStatus &cluster,
                                    const MemberStatus &member);

} // namespace zoodock
