// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace zoodock
{

class ActivityLog;
class ClusterMonitor;
class ClusterRepository;
class ClusterService;
class ClusterStore;
class EngineRegistry;
class Settings;
struct KeptZnodes;

/// What the window is given; made and owned by app/composition, outlives every widget.
struct UiServices
{
    ClusterStore &store;
    ClusterService &service;
    ClusterMonitor &monitor;
    ClusterRepository &repository;
    ActivityLog &activity;
    Settings &settings;
    EngineRegistry &engines; ///< to hand on to services of clusters/ alone
    QString context = {};    ///< the docker context of new clusters; empty: the one in the settings
    /// What of the znodes page outlives the window; null: it goes with it.
    KeptZnodes *znodes = nullptr;

    [[nodiscard]] QString newClusterContext() const;
    /// What a person calls the cluster; of one that is not there its name.
    [[nodiscard]] QString shownName(const QString &cluster) const;
};

} // namespace zoodock
