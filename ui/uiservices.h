// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
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
struct ZnodeDraft;

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
    /// Unsaved changes of znodes, which outlive the window; null: they go with it.
    QHash<QString, ZnodeDraft> *drafts = nullptr;

    [[nodiscard]] QString newClusterContext() const;
};

} // namespace zoodock
