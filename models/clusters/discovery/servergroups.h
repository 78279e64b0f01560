// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "foundserver.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

namespace zoodock
{

/// Which of the servers form an ensemble: those with the same server list (a server may call itself 0.0.0.0),
/// different ids and a network in common. A server without a list is an ensemble of its own.
[[nodiscard]] QList<QList<FoundServer>> groupServers(QList<FoundServer> servers);

/// The ensemble that a group says it is, members without a container included; `adopted`, without a name.
[[nodiscard]] Ensemble ensembleOf(const QList<FoundServer> &group, const QString &context);

/// A name for it: the compose project, what the containers' names have in common, or the container's name;
/// valid, and none of `taken`.
[[nodiscard]] QString nameFor(const QList<FoundServer> &group, const QSet<QString> &taken);

/// Whether nameFor() could give this name to a group with this container; sooner yes than no.
[[nodiscard]] bool mayBeNamed(const QString &cluster, const ContainerInfo &container);

/// The name that its containers were published under (`published`: cluster → ids of its containers), without
/// those that are `taken`: of several, as when clusters turn out to be one, the one that nameFor() gives,
/// else the first; empty: none, or it has a container that was not published, and is named anew.
[[nodiscard]] QString keptName(const QList<FoundServer> &group, const QHash<QString, QStringList> &published,
                               const QSet<QString> &taken);

} // namespace zoodock
