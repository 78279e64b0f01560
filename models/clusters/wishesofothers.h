// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"
#include "ensemble/hostfacts.h"

#include <QtCore/QList>

namespace zoodock
{

class ClusterStore;

/// What the other clusters on the engine of `ensemble` have in their files, also where a member of theirs has
/// no container just now: the ports that they want (holders that do not run), and their members' names on
/// networks.
[[nodiscard]] QList<PortHolder> portsOfOthers(const ClusterStore &store, const Ensemble &ensemble);
[[nodiscard]] QList<NameHolder> namesOfOthers(const ClusterStore &store, const Ensemble &ensemble);

} // namespace zoodock
