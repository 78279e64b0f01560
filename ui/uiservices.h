// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace zoodock
{

class ActivityLog;
class ClusterMonitor;
class ClusterRepository;
class ClusterService;
class ClusterStore;
class Settings;

/// What the window is given; made and owned by app/composition, outlives every widget.
struct UiServices
{
    ClusterStore &store;
    ClusterService &service;
    ClusterMonitor &monitor;
    ClusterRepository &repository;
    ActivityLog &activity;
    Settings &settings;
};

} // namespace zoodock
