// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/clusterservice.h"

#include "clusters/activitylog.h"
#include "clusters/clusterplanner.h"
#include "clusters/engineregistry.h"
#include "clusters/imagetask.h"
#include "clusters/preflight.h"
#include "tasks/acttask.h"
#include "tasks/createtask.h"
#include "tasks/finishtask.h"
#include "tasks/removetask.h"

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

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
    const QStringList helpers{ensemble.image.reference, u"zoodock/zookeeper:3.8"_s};
    return new Preflight(m_engines, ensemble.context, ensemble.name, helpers, parent);
}

Result<Plan> ClusterService::plan(const Ensemble &ensemble, const HostFacts &facts) const
{
    return planCreation(ensemble, facts, m_engines.dockerProgram());
}

ClusterTask *ClusterService::create(const Plan &plan, std::chrono::milliseconds quorumDeadline)
{
    return kept(new CreateTask({m_engines, m_repository, m_store}, plan, quorumDeadline, &m_log));
}

ClusterTask *ClusterService::finish(const QString &cluster, std::chrono::milliseconds quorumDeadline)
{
    return kept(new FinishTask({m_engines, m_repository, m_store}, cluster, quorumDeadline, &m_log));
}

ClusterTask *ClusterService::remove(const QString &cluster, bool withVolumes)
{
    return kept(new RemoveTask({m_engines, m_repository, m_store}, cluster, withVolumes, &m_log));
}

ClusterTask *ClusterService::act(const QString &cluster, const QList<int> &memberIds, MemberAction action)
{
    return kept(new ActTask({m_engines, m_repository, m_store}, cluster, memberIds, action, &m_log));
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

ClusterTask *ClusterService::kept(ClusterTask *task)
{
    m_log.add(task);
    return task;
}

} // namespace zoodock
