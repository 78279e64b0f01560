// SPDX-License-Identifier: GPL-3.0-or-later
#include "plantask.h"

#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "docker/dockerengine.h"
#include "planrun.h"
#include "planundo.h"
#include "rewording.h"

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Nobody is to be told of a wait that there is not.
Plan asWaitedFor(Plan plan, std::chrono::milliseconds quorumDeadline)
{
    if (quorumDeadline.count() <= 0)
        plan.steps.removeIf([](const PlanStep &step) { return step.kind == StepKind::Quorum; });
    return plan;
}

QList<TaskStep> movesOf(const Plan &plan)
{
    if (plan.movedPorts.isEmpty())
        return {};
    TaskStep moved;
    moved.sentence = PlanTask::tr("Take free ports in place of taken ones");
    moved.state = StepState::Done;
    moved.detail = plan.movedPorts.join(u' ');
    return {moved};
}

} // namespace

QString TaskTools::shownName(const QString &cluster) const
{
    const ClusterStatus *const status = store.cluster(cluster);
    return status ? store.shownName(status->ensemble) : cluster;
}

ClusterHold::ClusterHold(const TaskTools &tools, QString cluster)
    : m_tools(tools)
    , m_cluster(std::move(cluster))
{
}

ClusterHold::~ClusterHold() = default;

Result<void> ClusterHold::take()
{
    const ClusterStatus *const status = m_tools.store.cluster(m_cluster);
    if (status && !status->isManaged())
        return failure(ErrorKind::NameInUse,
                       PlanTask::tr("Others started “%1”. Adopt it before you change it, or choose another "
                                    "name for a new cluster.")
                           .arg(m_tools.store.shownName(status->ensemble)));
    Result<std::unique_ptr<ClusterLock>> lock = m_tools.repository.lock(m_cluster);
    if (!lock)
        return failure(lock.error());
    m_lock = std::move(*lock);
    markBusy();
    return {};
}

void ClusterHold::markBusy()
{
    m_tools.store.setBusy(m_cluster, true);
}

void ClusterHold::release()
{
    if (!m_lock)
        return;
    m_lock.reset();
    m_tools.store.setBusy(m_cluster, false);
    m_tools.repository.rescan();
}

PlanTask::PlanTask(TaskTools tools, QString cluster, TaskTitle title,
                   std::chrono::milliseconds quorumDeadline, QObject *parent)
    : ClusterTask(cluster, std::move(title), parent)
    , m_tools(tools)
    , m_hold(tools, cluster)
    , m_quorumDeadline(quorumDeadline)
{
}

PlanTask::~PlanTask() = default;

DockerEngine &PlanTask::engine(const QString &context) const
{
    return m_tools.engines.engine(context);
}

void PlanTask::show(const Plan &plan)
{
    QList<TaskStep> steps = movesOf(plan);
    m_firstStep = static_cast<int>(steps.size());
    const Plan meant = asWaitedFor(plan, m_quorumDeadline);
    for (const PlanStep &step : meant.steps) {
        TaskStep shown;
        shown.sentence = step.sentence;
        steps += shown;
        for (const CommandSpec &command : step.commands)
            noteCommand(command.display());
    }
    setSteps(steps);
}

Result<void> PlanTask::writeDown(const Plan &plan)
{
    JournalEntry entry;
    entry.ensemble = plan.ensemble;
    entry.containers = plan.containers;
    entry.networks = plan.networks;
    entry.volumes = plan.volumes;
    entry.begun = begun();
    if (const Result<void> written = m_tools.repository.journal().write(entry); !written)
        return written;
    const Result<void> saved = m_tools.repository.save(plan.ensemble);
    if (!saved)
        restoreJournal();
    return saved;
}

void PlanTask::run(const Plan &plan)
{
    m_plan = asWaitedFor(plan, m_quorumDeadline);
    if (const Result<void> written = writeDown(plan); !written) {
        conclude(written);
        return;
    }
    m_hold.markBusy();
    m_run = new PlanRun(engine(plan.ensemble.context), m_tools.store, m_plan, m_quorumDeadline, this);
    connect(m_run, &PlanRun::stepMoved, this, &PlanTask::moveStep);
    connect(m_run, &PlanRun::issued, this, &PlanTask::noteCommand);
    connect(m_run, &Operation::finished, this, &PlanTask::onRunFinished);
    m_run->start();
}

void PlanTask::abort(const Error &why)
{
    if (m_undo)
        return; // on the way back already, which has an end of its own
    if (m_run)
        m_run->cancel();
    else if (m_preparation)
        m_preparation->cancel();
    else
        conclude(failure(why));
}

void PlanTask::moveStep(int index, StepState state, const QString &detail)
{
    setStep(m_firstStep + index, state, detail);
}

void PlanTask::onRunFinished()
{
    if (m_run->succeeded()) {
        m_tools.repository.journal().remove(cluster());
        conclude({});
        return;
    }
    const Error why = m_run->outcome().error();
    if (m_keepsUnserved && why.kind() == ErrorKind::NoQuorum)
        keep(why);
    else
        undo(why);
}

void PlanTask::keep(const Error &why)
{
    m_tools.repository.journal().remove(cluster()); // nothing is missing of it
    conclude(failure(reworded(
        why, tr("%1 The containers were kept, as asked: look into them, wait, or remove the cluster.")
                 .arg(why.message()))));
}

void PlanTask::undo(const Error &why)
{
    setUndoing(true);
    m_undo = new PlanUndo(engine(m_plan.ensemble.context), m_plan, m_run->begunSteps(), this);
    connect(m_undo, &PlanUndo::stepMoved, this, &PlanTask::moveStep);
    connect(m_undo, &PlanUndo::issued, this, &PlanTask::noteCommand);
    connect(m_undo, &Operation::finished, this, [this, why] { onUndoFinished(*m_undo, why); });
    m_undo->start();
}

void PlanTask::onUndoFinished(const PlanUndo &way, const Error &why)
{
    setUndoing(false);
    const QStringList &left = way.value();
    if (left.isEmpty()) {
        // In this order: a journal without a file is found at the next start, a file without containers is
        // not.
        forgetFile();
        restoreJournal();
        if (way.hadNothing()) {
            conclude(failure(why));
            return;
        }
        conclude(failure(reworded(why, tr("%1 What had been made was removed again.").arg(why.message()))));
        return;
    }
    Error error(
        ErrorKind::UndoIncomplete,
        tr("%1 On the way back this could not be removed: %2. Remove the cluster once Docker answers again.")
            .arg(why.message(), left.join(", "_L1)),
        way.problem() ? way.problem()->toString() : QString());
    conclude(failure(error.causedBy(why)));
}

void PlanTask::conclude(const Result<void> &outcome)
{
    m_hold.release();
    settleWith(outcome);
}

} // namespace zoodock
