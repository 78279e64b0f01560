// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/activitylog.h"
#include "clusters/clustermonitor.h"
#include "clusters/clusterrepository.h"
#include "clusters/clusterservice.h"
#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "core/processrunner.h"
#include "core/settings.h"

namespace zoodock
{

/// The only place that knows all types: makes them, in the order in which they need each other, and destroys
/// them in reverse. Nothing runs until open().
class Composition
{
public:
    Composition();
    ~Composition();
    Q_DISABLE_COPY_MOVE(Composition)

    /// Reads the cluster files and starts watching the engines.
    void open();
    /// Before open(): the engine to watch by default, instead of the one in the settings.
    void watchContext(const QString &context) { m_context = context; }
    [[nodiscard]] const QString &context() const { return m_context; }

    Settings settings;
    ProcessRunner runner;
    ClusterStore store;
    EngineRegistry engines;
    ClusterRepository repository;
    ActivityLog activity;
    ClusterService service;
    ClusterMonitor monitor;

private:
    QString m_context;
};

} // namespace zoodock
