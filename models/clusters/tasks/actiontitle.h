// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterservice.h"
#include "clusters/tasktitle.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace zoodock
{

class ClusterStore;

/// "Start orders-zoo1".
[[nodiscard]] TaskTitle titleOf(MemberAction action, const QString &what);
/// The container's name where one member is meant, else what a person calls the cluster.
[[nodiscard]] QString subjectOf(const ClusterStore &store, const QString &cluster,
                                const QList<int> &memberIds);

} // namespace zoodock
