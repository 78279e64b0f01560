// SPDX-License-Identifier: GPL-3.0-or-later
#include "finishtask.h"

#include "clusters/clusterplanner.h"
#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "clusters/preflight.h"

namespace zoodock
{

FinishTask::FinishTask(TaskTools tools, const QString &cluster, std::chrono::milliseconds quorumDeadline,
                       QObject *parent)
    : PlanTask(tools, cluster, tr("Finish %1").arg(cluster), quorumDeadline, parent)
{
    TaskStep looking;
    looking.sentence = tr("Look at what is there");
    setSteps({looking});
}

void FinishTask::begin()
{
    markBegun();
    if (const Result<void> held = hold().take(); !held) {
        conclude(held);
        return;
    }
    m_before = tools().repository.journal().read(cluster());
    if (const Result<Ensemble> ensemble = wanted())
        look(*ensemble);
    else
        conclude(failure(ensemble.error()));
}

Result<Ensemble> FinishTask::wanted() const
{
    Result<Ensemble> file = tools().repository.load(cluster());
    if (file || file.error().kind() != ErrorKind::FileMissing)
        return file;
    if (m_before && !m_before->ensemble.members.isEmpty())
        return m_before->ensemble;
    const ClusterStatus *const status = tools().store.cluster(cluster());
    if (status && !status->ensemble.members.isEmpty())
        return status->ensemble;
    return file;
}

void FinishTask::look(const Ensemble &ensemble)
{
    setStep(0, StepState::Running);
    auto *const preflight =
        new Preflight(tools().engines, ensemble.context, ensemble.name, {ensemble.image.reference}, this);
    setPreparation(preflight);
    connect(preflight, &Operation::finished, this, [this, preflight, ensemble] {
        setPreparation(nullptr);
        onLooked(*preflight, ensemble);
    });
    preflight->start();
}

void FinishTask::onLooked(const Preflight &preflight, const Ensemble &ensemble)
{
    const Result<HostFacts> facts = preflight.result();
    if (!facts) {
        const bool cancelled = facts.error().kind() == ErrorKind::Cancelled;
        setStep(0, cancelled ? StepState::Cancelled : StepState::Failed, facts.error().message());
        conclude(failure(facts.error()));
        return;
    }
    const Result<Plan> plan = planCompletion(ensemble, *facts, tools().engines.dockerProgram());
    if (!plan) {
        setStep(0, StepState::Failed, plan.error().message());
        conclude(failure(plan.error()));
        return;
    }
    show(*plan);
    run(*plan);
}

void FinishTask::forgetFile()
{
    // It was there before, or the journal knows as much.
}

void FinishTask::restoreJournal()
{
    if (m_before)
        (void) tools().repository.journal().write(*m_before);
    else
        tools().repository.journal().remove(cluster());
}

} // namespace zoodock
