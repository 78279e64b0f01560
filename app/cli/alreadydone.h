// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "clusters/clusterstatus.h"

namespace zoodock
{

/// Where docker would have nothing to do for these members (empty: all), a translated sentence that says so;
/// else empty. Of a cluster that is being made, or changed, or of which nothing is known, it says nothing.
[[nodiscard]] QString alreadyDone(VerbName verb, const ClusterStatus &cluster, const QList<int> &members);

} // namespace zoodock
