// SPDX-License-Identifier: GPL-3.0-or-later
#include "removetask.h"

#include "clusters/adoption.h"
#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "core/sequence.h"
#include "docker/dockerengine.h"
#include "dockercall.h"
#include "sweep.h"

#include <QtCore/QDir>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

RemoveTask::RemoveTask(TaskTools tools, const QString &cluster, bool withVolumes, QObject *parent)
    : ClusterTask(cluster, TaskTitle::of<RemoveTask>(QT_TR_NOOP("Remove %1"), {tools.shownName(cluster)}),
                  parent)
    , m_tools(tools)
    , m_hold(tools, cluster)
    , m_withVolumes(withVolumes)
{
    QList<TaskStep> steps(StepCount);
    steps[ContainersStep].sentence = tr("Remove the containers");
    steps[NetworkStep].sentence = tr("Remove the network");
    steps[VolumesStep].sentence = withVolumes ? tr("Remove the volumes") : tr("Keep the volumes");
    steps[FileStep].sentence = tr("Remove the cluster file");
    setSteps(steps);
}

RemoveTask::~RemoveTask() = default;

void RemoveTask::begin()
{
    markBegun();
    if (const Result<void> held = m_hold.take(); !held) {
        conclude(held);
        return;
    }
    const std::optional<Ensemble> ensemble = wanted();
    if (!ensemble) {
        conclude(failure(
            ErrorKind::NoSuchObject,
            tr("There is no cluster “%1”. Look at the list of clusters for its name.").arg(cluster())));
        return;
    }
    if (ensemble->adopted) {
        conclude(failure(ErrorKind::PlanRefused,
                         adoptedSentence(m_tools.store.shownName(*ensemble), ensemble->composeProject)));
        return;
    }
    m_ensemble = *ensemble;
    m_engine = &m_tools.engines.engine(m_ensemble.context);
    look();
}

std::optional<Ensemble> RemoveTask::wanted() const
{
    if (const Result<Ensemble> file = m_tools.repository.load(cluster()))
        return *file;
    const auto entry = m_tools.repository.journal().read(cluster());
    if (entry && !entry->ensemble.members.isEmpty())
        return entry->ensemble;
    if (const ClusterStatus *const status = m_tools.store.cluster(cluster()))
        return status->ensemble;
    return entry ? std::optional(entry->ensemble) : std::nullopt;
}

void RemoveTask::abort(const Error &why)
{
    m_why = why;
    if (m_running)
        m_running->cancel(); // which ends in conclude()
    else
        conclude(failure(why));
}

void RemoveTask::look()
{
    setStep(ContainersStep, StepState::Running);
    lookAtOwnObjects(*m_engine, cluster(), this, m_running,
                     [this](const Result<OwnObjects> &found) { onFound(found); });
}

void RemoveTask::onFound(const Result<OwnObjects> &found)
{
    if (!found) {
        failAt(ContainersStep, found.error());
        return;
    }
    m_found = *found;
    if (const Result<void> written = writeJournal(); !written) {
        failAt(ContainersStep, written.error());
        return;
    }
    removeNext();
}

Result<void> RemoveTask::writeJournal()
{
    JournalEntry entry;
    entry.change = JournalEntry::Change::Remove;
    entry.ensemble = m_ensemble;
    entry.containers = m_found.containerNames();
    entry.networks = m_found.networks;
    entry.volumes = m_found.volumes;
    entry.withVolumes = m_withVolumes;
    entry.begun = begun();
    return m_tools.repository.journal().write(entry);
}

QList<CommandSpec> RemoveTask::commands(Step step) const
{
    const DockerCommands &docker = m_engine->commands();
    QList<CommandSpec> list;
    if (step == ContainersStep && !m_found.containers.isEmpty())
        list += docker.remove(m_found.containerNames());
    if (step == VolumesStep && m_withVolumes && !m_found.volumes.isEmpty())
        list += docker.removeVolumes(m_found.volumes);
    if (step == NetworkStep) {
        for (const QString &network : m_found.networks)
            list += docker.removeNetwork(network);
    }
    return list;
}

void RemoveTask::removeNext()
{
    if (m_step == FileStep) {
        sweep();
        return;
    }
    const int step = m_step++;
    setStep(step, StepState::Running);
    QList<OperationFactory> calls;
    for (const CommandSpec &command : commands(static_cast<Step>(step))) {
        calls += [this, command](QObject *parent) {
            noteCommand(command.display());
            return new DockerCall(*m_engine, command, DockerCall::Deadline::Total, parent);
        };
    }
    auto *const all = new Parallel(calls, Parallel::OnFailure::FinishOthers, 1, this);
    m_running = all;
    connect(all, &Operation::finished, this, [this, all, step] {
        m_running = nullptr;
        all->deleteLater();
        if (m_why) {
            failAt(step, *m_why);
            return;
        }
        // What failed here may still go in the sweep.
        if (!all->outcome())
            m_problem = all->outcome().error();
        const bool keeps = step == VolumesStep && !m_withVolumes;
        setStep(step, all->succeeded() ? StepState::Done : StepState::Failed,
                keeps ? m_found.volumes.join(", "_L1) : QString());
        removeNext();
    });
    all->start();
}

void RemoveTask::sweep()
{
    setStep(FileStep, StepState::Running);
    SweepScope scope;
    scope.everything = true;
    scope.volumes = m_withVolumes;
    auto *const last = new Sweep(*m_engine, cluster(), scope, this);
    m_running = last;
    connect(last, &Sweep::issued, this, &RemoveTask::noteCommand);
    connect(last, &Operation::finished, this, [this, last] {
        m_running = nullptr;
        last->deleteLater();
        onSwept(*last);
    });
    last->start();
}

void RemoveTask::onSwept(const Sweep &sweep)
{
    if (!sweep.succeeded()) {
        failAt(FileStep, sweep.outcome().error());
        return;
    }
    if (sweep.value().isEmpty()) {
        forget();
        return;
    }
    if (sweep.problem())
        m_problem = sweep.problem();
    const Error error(
        ErrorKind::UndoIncomplete,
        tr("Not everything of “%1” could be removed. This is left: %2. %3")
            .arg(cluster(), sweep.value().join(", "_L1), m_problem ? m_problem->message() : QString())
            .trimmed());
    failAt(FileStep, m_problem ? error.causedBy(*m_problem) : error);
}

void RemoveTask::forget()
{
    const Result<void> removed = m_tools.repository.remove(cluster());
    if (!removed) {
        failAt(FileStep, removed.error());
        return;
    }
    m_tools.repository.journal().remove(cluster());
    const QString copy = m_tools.repository.keptCopy(cluster());
    const QString kept = copy.isEmpty()
                             ? QString()
                             : tr("The damaged file was kept as %1").arg(QDir::toNativeSeparators(copy));
    for (int step = ContainersStep; step < StepCount; ++step) {
        if (steps().at(step).state == StepState::Failed)
            setStep(step, StepState::Done);
    }
    setStep(FileStep, StepState::Done, kept);
    conclude({});
}

void RemoveTask::failAt(int step, const Error &error)
{
    if (!m_why) {
        setStep(step, StepState::Failed, error.message());
        conclude(failure(error));
        return;
    }
    setStep(step, StepState::Cancelled);
    conclude(failure(m_why->kind(),
                     tr("The removal of “%1” was stopped in the middle. Remove it again to take the rest.")
                         .arg(cluster())));
}

void RemoveTask::conclude(const Result<void> &outcome)
{
    m_hold.release();
    settleWith(outcome);
}

} // namespace zoodock
