// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace zoodock
{

struct ClusterStatus;
struct Ensemble;
struct MemberStatus;

/// The member has an AdminServer, as far as is known: its server is of 3.5 or later, and the settings leave
/// it on.
[[nodiscard]] bool hasAdminServer(const Ensemble &ensemble, const MemberStatus &member);
/// Why there is no address of a member's AdminServer here (adminPort is 0), or nobody answers there; and what
/// to do.
[[nodiscard]] Error noAdminServer(const ClusterStatus &cluster, const MemberStatus &member);

} // namespace zoodock
