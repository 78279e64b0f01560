// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/clusterservice.h"

#include "clusters/activitylog.h"
#include "clusters/clusterplanner.h"
#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "clusters/imagetask.h"
#include "clusters/preflight.h"
#include "ensemble/defaultimage.h"
#include "ensemble/secretrules.h"
#include "tasks/acttask.h"
#include "tasks/applytask.h"
#include "tasks/comparequery.h"
#include "tasks/createtask.h"
#include "tasks/extentquery.h"
#include "tasks/finishtask.h"
#include "tasks/removetask.h"
#include "tasks/restarttask.h"
#include "wishesofothers.h"

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// What is half made is finished as a whole.
bool lacksContainer(const ClusterStatus *status, const QList<int> &memberIds)
{
    return status && !status->halfMade && !status->ensemble.adopted &&
           std::any_of(memberIds.cbegin(), memberIds.cend(), [status](int id) {
               const MemberStatus *const member = status->member(id);
               return member && member->container.life == ContainerLife::Absent;
           });
}

} // namespace

ClusterService::ClusterService(EngineRegistry &engines, ClusterRepository &repository, ClusterStore &store,
                               ActivityLog &log, QObject *parent)
    : QObject(parent)
    , m_engines(engines)
    , m_repository(repository)
    , m_store(store)
    , m_log(log)
{
}

ValueOperation<HostFacts> *ClusterService::preflight(const Ensemble &ensemble, QObject *parent)
{
    const QStringList helpers{ensemble.image.reference, localImageReference()};
    auto *const preflight = new Preflight(m_engines, ensemble.context, ensemble.name, helpers, parent);
    preflight->setReserved(portsOfOthers(m_store, ensemble), namesOfOthers(m_store, ensemble));
    return preflight;
}

Result<Plan> ClusterService::plan(const Ensemble &ensemble, const HostFacts &facts) const
{
    return planCreation(withSecretsKey(ensemble), facts, m_engines.dockerProgram());
}

ClusterTask *ClusterService::create(const Plan &plan, std::chrono::milliseconds quorumDeadline,
                                    Unserved unserved)
{
    auto *const task = new CreateTask({m_engines, m_repository, m_store}, plan, quorumDeadline, &m_log);
    task->setKeepsUnserved(unserved == Unserved::Keep);
    return kept(task);
}

ClusterTask *ClusterService::finish(const QString &cluster, std::chrono::milliseconds quorumDeadline,
                                    TakenPorts taken)
{
    const TaskTools tools{m_engines, m_repository, m_store};
    const auto journal = m_repository.journal().read(cluster);
    if (journal && journal->change == JournalEntry::Change::Apply && !journal->ensemble.members.isEmpty())
        return kept(
            new ApplyTask(tools, journal->ensemble, ApplyTask::Start::Resume, quorumDeadline, &m_log));
    auto *const task = new FinishTask(tools, cluster, quorumDeadline, &m_log);
    task->setMovesPorts(taken == TakenPorts::Move);
    return kept(task);
}

ClusterTask *ClusterService::remove(const QString &cluster, bool withVolumes)
{
    return kept(new RemoveTask({m_engines, m_repository, m_store}, cluster, withVolumes, &m_log));
}

ClusterTask *ClusterService::act(const QString &cluster, const QList<int> &memberIds, MemberAction action)
{
    const TaskTools tools{m_engines, m_repository, m_store};
    if (action == MemberAction::Start && lacksContainer(m_store.cluster(cluster), memberIds))
        return kept(new FinishTask(tools, cluster, memberIds, &m_log));
    return kept(new ActTask(tools, cluster, memberIds, action, &m_log));
}

ImageTask *ClusterService::pullImage(const QString &context, const QString &reference)
{
    auto *task = ImageTask::pull(m_engines, context, reference, &m_log);
    m_log.add(task);
    return task;
}

ImageTask *ClusterService::buildImage(const QString &context, const QString &recipe)
{
    auto *task = ImageTask::build(m_engines, context, recipe, &m_log);
    m_log.add(task);
    return task;
}

ClusterTask *ClusterService::rollingRestart(const QString &cluster, const QList<int> &memberIds,
                                            std::chrono::milliseconds quorumDeadline)
{
    return kept(
        new RestartTask({m_engines, m_repository, m_store}, cluster, memberIds, quorumDeadline, &m_log));
}

ValueOperation<RemovalExtent> *ClusterService::removalExtent(const QString &cluster, QObject *parent,
                                                             RemovalExtent::Sizes sizes)
{
    return new ExtentQuery(m_engines.engine(wished(cluster).context), cluster, sizes, parent);
}

ValueOperation<EnsembleChange> *ClusterService::compare(const Ensemble &wanted, QObject *parent)
{
    const Ensemble before = wished(wanted.name);
    return new CompareQuery(m_engines.engine(before.context), before, wanted, false, parent);
}

ClusterTask *ClusterService::apply(const Ensemble &wanted, std::chrono::milliseconds quorumDeadline)
{
    Ensemble keyed = wanted;
    if (keyed.secretsKey.isEmpty())
        keyed.secretsKey = wished(wanted.name).secretsKey;
    return kept(new ApplyTask({m_engines, m_repository, m_store}, withSecretsKey(keyed),
                              ApplyTask::Start::Fresh, quorumDeadline, &m_log));
}

/// The file's, else the store's, else an empty one.
Ensemble ClusterService::wished(const QString &cluster) const
{
    if (const Result<Ensemble> file = m_repository.load(cluster))
        return *file;
    if (const ClusterStatus *const status = m_store.cluster(cluster))
        return status->ensemble;
    Ensemble nothing;
    nothing.name = cluster;
    return nothing;
}

ClusterTask *ClusterService::kept(ClusterTask *task)
{
    m_log.add(task);
    return task;
}

} // namespace zoodock
