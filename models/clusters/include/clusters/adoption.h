// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QtCore/QString>

namespace zoodock
{

class ClusterRepository;
class ClusterStore;

/// Makes a Discovered cluster a managed one: writes its file and leaves its containers alone. NameInUse where
/// a file of that name is there, InvalidInput where the cluster is no Discovered one.
[[nodiscard]] Result<void> adoptCluster(const QString &cluster, const ClusterStore &store,
                                        ClusterRepository &repository);
/// The way back: the file goes, the containers stay as they are, and are discovered again. InvalidInput where
/// the cluster was not adopted.
[[nodiscard]] Result<void> releaseCluster(const QString &cluster, const ClusterStore &store,
                                          ClusterRepository &repository);

/// Why ZooDock does not make anew or remove the containers of an adopted cluster, and how that is done.
/// Translated.
[[nodiscard]] QString adoptedSentence(const QString &cluster, const QString &composeProject);

} // namespace zoodock
