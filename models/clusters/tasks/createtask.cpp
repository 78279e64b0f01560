// SPDX-License-Identifier: GPL-3.0-or-later
#include "createtask.h"

#include "clusters/clusterstore.h"

namespace zoodock
{

CreateTask::CreateTask(TaskTools tools, Plan plan, std::chrono::milliseconds quorumDeadline, QObject *parent)
    : PlanTask(tools, plan.ensemble.name, tr("Create %1").arg(plan.ensemble.shownName()), quorumDeadline, parent)
    , m_plan(std::move(plan))
{
    show(m_plan);
}

void CreateTask::begin()
{
    markBegun();
    if (const Result<void> held = hold().take(); !held) {
        conclude(held);
        return;
    }
    if (const Result<void> isNew = refuseExisting(); !isNew) {
        conclude(isNew);
        return;
    }
    run(m_plan);
}

Result<void> CreateTask::refuseExisting() const
{
    // The folder, too: what another process has just written there is not in the store yet.
    const QString &name = cluster();
    const Result<Ensemble> file = tools().repository.load(name);
    if (tools().repository.journal().read(name))
        return failure(ErrorKind::NameInUse,
                       tr("There is a half-made cluster “%1”. Finish it or remove it, or choose "
                          "another name.")
                           .arg(name));
    if (tools().store.cluster(name) || file || file.error().kind() != ErrorKind::FileMissing)
        return failure(ErrorKind::NameInUse,
                       tr("There is a cluster “%1” already. Choose another name, or remove that "
                          "cluster first.")
                           .arg(name));
    return {};
}

void CreateTask::forgetFile()
{
    (void) tools().repository.remove(cluster());
}

void CreateTask::restoreJournal()
{
    tools().repository.journal().remove(cluster());
}

} // namespace zoodock
