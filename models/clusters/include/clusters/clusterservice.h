// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clustertask.h"
#include "clusters/ensemblechange.h"
#include "clusters/plan.h"
#include "clusters/removalextent.h"
#include "core/operation.h"
#include "ensemble/ensemble.h"
#include "ensemble/hostfacts.h"

namespace zoodock
{

class ActivityLog;
class ClusterRepository;
class ClusterStore;
class EngineRegistry;
class ImageTask;

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

    /// HostFacts for a plan of `ensemble`, its own objects left out. What the files of the other clusters on
    /// its engine say counts as held, also where a member has no container just now.
    [[nodiscard]] ValueOperation<HostFacts> *preflight(const Ensemble &ensemble, QObject *parent);
    [[nodiscard]] Result<Plan> plan(const Ensemble &ensemble, const HostFacts &facts) const;

    /// What becomes of a new cluster that was started and does not serve (NoQuorum).
    enum class Unserved { TakeBack, Keep };
    /// Journal → file → commands → quorum within `quorumDeadline` (0: do not wait). NameInUse where the
    /// cluster exists. With NoQuorum the ends of the members' logs are in the error's detail.
    [[nodiscard]] ClusterTask *create(const Plan &plan,
                                      std::chrono::milliseconds quorumDeadline = std::chrono::seconds(60),
                                      Unserved unserved = Unserved::TakeBack);
    /// What becomes of members that were never started, and whose ports somebody has by now.
    enum class TakenPorts { Refuse, Move };
    /// Makes what is missing of a half-made cluster and starts it. Move: where its creation was interrupted,
    /// free ports take the place of taken ones (on the host's network only where no member was ever started:
    /// each knows the ports of all).
    [[nodiscard]] ClusterTask *finish(const QString &cluster,
                                      std::chrono::milliseconds quorumDeadline = std::chrono::seconds(60),
                                      TakenPorts taken = TakenPorts::Refuse);
    /// Containers, own network, with `withVolumes` also named volumes; then the file. From journal, file and
    /// labels; looks again until nothing has appeared for a second. Works for clusters that only labels or a
    /// journal know.
    [[nodiscard]] ClusterTask *remove(const QString &cluster, bool withVolumes);
    /// Empty `memberIds`: all members. Start makes members that it names and that have no container: these
    /// alone, and where the cluster is not half-made. On the host's network Start and Restart look first
    /// whether the ports of those that do not run are free: PortInUse, where somebody has one.
    [[nodiscard]] ClusterTask *act(const QString &cluster, const QList<int> &memberIds, MemberAction action);

    /// Restarts members one after the other, a step for each, the leader last. Before each the others must
    /// make a quorum without it, after each it must serve again within `quorumDeadline`; otherwise NoQuorum,
    /// and the rest is left alone. Members that do not serve at the beginning are started first, all at once.
    /// Cancel lets the member that is being restarted finish its start and stops there: the task ends with
    /// Cancelled, the cluster goes on. With 1 or 2 voters nobody serves for a moment. Empty `memberIds`: all
    /// members.
    [[nodiscard]] ClusterTask *
    rollingRestart(const QString &cluster, const QList<int> &memberIds = {},
                   std::chrono::milliseconds quorumDeadline = std::chrono::seconds(60));

    /// What remove() would take, sized; ask before asking the person. Fails only where the engine does not
    /// answer.
    [[nodiscard]] ValueOperation<RemovalExtent> *
    removalExtent(const QString &cluster, QObject *parent,
                  RemovalExtent::Sizes sizes = RemovalExtent::Sizes::Counted);

    /// What apply(`wanted`) would change, members from what their containers were really made with. Fails
    /// where the cluster or the engine is not there.
    [[nodiscard]] ValueOperation<EnsembleChange> *compare(const Ensemble &wanted, QObject *parent);
    /// Makes the members that differ anew with `wanted`, one after the other with their volumes, in the order
    /// and with the safety of rollingRestart(); a pull comes first where the image is missing. InvalidInput
    /// where changeBetween() refuses, PlanRefused where validate() does. Cancel and failure put the member
    /// that is in hand back to what it was made with, keep those that are done, and leave the file as it was
    /// (compare() then tells what is left); the cluster serves throughout. After a kill -9 the cluster is
    /// halfMade and finish() goes on. Nothing to make anew: only the file is written.
    [[nodiscard]] ClusterTask *apply(const Ensemble &wanted,
                                     std::chrono::milliseconds quorumDeadline = std::chrono::seconds(60));
    /// Tasks of no cluster: what a person fetches or builds before there is one. See ImageTask.
    [[nodiscard]] ImageTask *pullImage(const QString &context, const QString &reference);
    [[nodiscard]] ImageTask *buildImage(const QString &context, const QString &recipe);

private:
    [[nodiscard]] ClusterTask *kept(ClusterTask *task);
    [[nodiscard]] Ensemble wished(const QString &cluster) const;

    EngineRegistry &m_engines;
    ClusterRepository &m_repository;
    ClusterStore &m_store;
    ActivityLog &m_log;
};

} // namespace zoodock
