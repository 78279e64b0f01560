// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"

#include <QtCore/QVariant>

namespace zoodock
{

/// What a row of the ClusterTreeModel tells of its cluster, or of its member, by the model's roles; nothing
/// for the roles that name the row. `engine`: the cluster's own.
[[nodiscard]] QVariant clusterRowData(const ClusterStatus &status, const EngineStatus &engine, int role);
[[nodiscard]] QVariant memberRowData(const MemberStatus &member, const EngineStatus &engine, int role);

} // namespace zoodock
