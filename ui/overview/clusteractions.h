// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/lifeactions.h"

namespace zoodock
{

/// What can be done with one whole cluster or with several. Each action is disabled, with the reason in its
/// tool tip, while it makes no sense.
class ClusterActions : public LifeActions
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClusterActions)
public:
    explicit ClusterActions(QObject *parent);

    /// Of `targets` the clusters alone count, each as a whole.
    void update(const QList<Target> &targets, const ClusterStore &store);

    QAction *const remove;
    QAction *const release;   ///< only seen where all were adopted
    QAction *const describe;  ///< name, notes and colour
    QAction *const duplicate; ///< a new cluster, filled in
    QAction *const copyHostString;
    QAction *const copyNetworkString;

    /// In the order of a menu.
    [[nodiscard]] QList<QAction *> all() const;
};

} // namespace zoodock
