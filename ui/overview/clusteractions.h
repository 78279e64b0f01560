// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterservice.h"
#include "clusters/clusterstatus.h"

#include <QtCore/QObject>

class QAction;

namespace zoodock
{

/// What can be done with a whole cluster. Each action is disabled, with the reason in its tool tip, while it
/// makes no sense.
class ClusterActions : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClusterActions)
public:
    explicit ClusterActions(QObject *parent);

    /// nullptr: no cluster is shown.
    void update(const ClusterStatus *cluster, const EngineStatus &engine);

    QAction *const start;
    QAction *const stop;
    QAction *const restart;
    QAction *const kill;
    QAction *const remove;
    QAction *const copyHostString;
    QAction *const copyNetworkString;

    /// In the order of a menu.
    [[nodiscard]] QList<QAction *> all() const;

Q_SIGNALS:
    void wanted(zoodock::MemberAction action);
};

/// What can be done with one member.
class MemberActions : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MemberActions)
public:
    explicit MemberActions(QObject *parent);

    void update(const ClusterStatus &cluster, const MemberStatus &member, const EngineStatus &engine);

    QAction *const start;
    QAction *const stop;
    QAction *const restart;
    QAction *const kill;
    QAction *const pause;
    QAction *const resume; ///< visible instead of pause
    QAction *const remove; ///< the container alone; asks first
    QAction *const copyAddress;
    QAction *const copyEverything;

    [[nodiscard]] QList<QAction *> all() const;

Q_SIGNALS:
    void wanted(zoodock::MemberAction action);
};

} // namespace zoodock
