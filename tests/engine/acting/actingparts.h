// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/activitylog.h"
#include "clusters/clustermonitor.h"
#include "clusters/clusterrepository.h"
#include "clusters/clusterservice.h"
#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "core/processrunner.h"

/// What the program is made of, without a window.
struct ActingParts
{
    explicit ActingParts(const QString &folder);

    zoodock::ProcessRunner runner;
    zoodock::ClusterStore store;
    zoodock::EngineRegistry engines;
    zoodock::ClusterRepository repository;
    zoodock::ActivityLog activity;
    zoodock::ClusterService service;
    zoodock::ClusterMonitor monitor;
};

/// stdout of one docker call; empty where it failed.
[[nodiscard]] QString docker(const QStringList &arguments);

/// Names of all objects (containers, networks, volumes) with this label, sorted.
[[nodiscard]] QStringList labelled(const QString &label);
void removeLabelled(const QString &label);
