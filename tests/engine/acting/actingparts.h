// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/activitylog.h"
#include "clusters/clustermonitor.h"
#include "clusters/clusterrepository.h"
#include "clusters/clusterservice.h"
#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "core/processrunner.h"
#include "engine/realengine.h"
#include "fakes/outcome.h"

#include <QtCore/QTemporaryDir>

#include <chrono>
#include <memory>

/// For a quorum, on a machine that has much else to do.
inline constexpr std::chrono::minutes quorumPatience{2};

/// What the program is made of, without a window; it watches from the start, through the next docker CLI
/// unless told which.
struct ActingParts
{
    enum class Discovery { Off, On };
    explicit ActingParts(const QString &folder, const QString &docker = zoodock::test::nextDocker(),
                         Discovery discovery = Discovery::Off);

    /// Looks at the host, proposes ports from `firstPort` on, and plans.
    [[nodiscard]] zoodock::Result<zoodock::Plan> planned(zoodock::Ensemble wanted, quint16 firstPort);
    /// Planned so, made, and all members serve. What was made, with its ports.
    [[nodiscard]] zoodock::Result<zoodock::Ensemble> made(const zoodock::Ensemble &wanted, quint16 firstPort);

    zoodock::ProcessRunner runner;
    zoodock::ClusterStore store;
    zoodock::EngineRegistry engines;
    zoodock::ClusterRepository repository;
    zoodock::ActivityLog activity;
    zoodock::ClusterService service;
    zoodock::ClusterMonitor monitor;
};

/// For tests whose every function has parts, a folder and a cluster of its own.
class ActingRun
{
protected:
    void begin(const QString &stem);
    /// Nothing that was made stays.
    void end();
    /// The image of the tests, this run's label.
    [[nodiscard]] zoodock::Ensemble ownEnsemble(int participants, zoodock::NetworkMode mode) const;
    [[nodiscard]] QString label() const
    {
        return QStringLiteral("org.zoodock.test=") + zoodock::test::ownRun(m_run);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ActingParts> m_parts;
    QString m_run; ///< the cluster's name

private:
    int m_count = 0;
};

/// nullptr: there is no such cluster, so nobody does.
[[nodiscard]] bool allServe(const zoodock::ClusterStatus *cluster);

/// Runs one of the doomed programs (doomed.h) with the next docker CLI over the folder until it has killed
/// itself; else why not.
[[nodiscard]] zoodock::Result<void> killedOnTheWay(const QString &program, const QString &folder,
                                                   const zoodock::Ensemble &ensemble, int step, int delayMs);

/// stdout of one docker call, trimmed; empty where it failed.
QString docker(const QStringList &arguments);

/// Names of all objects (containers, networks, volumes) with this label, sorted.
[[nodiscard]] QStringList labelled(const QString &label);
void removeLabelled(const QString &label);
