// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clustertask.h"
#include "clusters/plan.h"
#include "core/operation.h"
#include "ensemble/ensemble.h"
#include "ensemble/hostfacts.h"

namespace zoodock
{

class ActivityLog;
class ClusterRepository;
class ClusterStore;
class EngineRegistry;

/// Remove takes the container away, running or not; named volumes stay, and finish() makes the member again.
enum class MemberAction { Start, Stop, Restart, Kill, Pause, Unpause, Remove };

/// Changes clusters. Every task is returned unstarted, is owned by the ActivityLog, takes the cluster's lock
/// when it begins (Locked otherwise) and marks the cluster busy. Quorum is read from the ClusterStore; the
/// service does not probe: a ClusterMonitor must be running.
class ClusterService : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClusterService)
public:
    ClusterService(EngineRegistry &engines, ClusterRepository &repository, ClusterStore &store,
                   ActivityLog &log, QObject *parent = nullptr);

    /// HostFacts for a plan of `ensemble`, its own objects left out.
    [[nodiscard]] ValueOperation<HostFacts> *preflight(const Ensemble &ensemble, QObject *parent);
    [[nodiscard]] Result<Plan> plan(const Ensemble &ensemble, const HostFacts &facts) const;

    /// Journal → file → commands → quorum within `quorumDeadline` (0: do not wait). NameInUse where the
    /// cluster exists.
    [[nodiscard]] ClusterTask *create(const Plan &plan,
                                      std::chrono::milliseconds quorumDeadline = std::chrono::seconds(60));
    /// Makes what is missing of a half-made cluster and starts it.
    [[nodiscard]] ClusterTask *finish(const QString &cluster,
                                      std::chrono::milliseconds quorumDeadline = std::chrono::seconds(60));
    /// Containers, own network, with `withVolumes` also named volumes; then the file. From journal, file and
    /// labels; looks again until nothing has appeared for a second. Works for clusters that only labels or a
    /// journal know.
    [[nodiscard]] ClusterTask *remove(const QString &cluster, bool withVolumes);
    /// Empty `memberIds`: all members.
    [[nodiscard]] ClusterTask *act(const QString &cluster, const QList<int> &memberIds, MemberAction action);

private:
    [[nodiscard]] ClusterTask *kept(ClusterTask *task);

    EngineRegistry &m_engines;
    ClusterRepository &m_repository;
    ClusterStore &m_store;
    ActivityLog &m_log;
};

} // namespace zoodock
