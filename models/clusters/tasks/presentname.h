// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"

namespace zoodock
{

/// What docker calls the member's container, which somebody may have renamed; where there is none, what it is
/// going to be called.
[[nodiscard]] inline QString presentName(const Ensemble &ensemble, const MemberStatus &member)
{
    return member.container.name.isEmpty() ? containerName(ensemble, member.wanted) : member.container.name;
}

} // namespace zoodock
