// SPDX-License-Identifier: GPL-3.0-or-later
#include "applytask.h"

#include "clusters/clusterplanner.h"
#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "clusters/preflight.h"
#include "containerrecipe.h"
#include "core/sequence.h"
#include "docker/dockerengine.h"
#include "dockercall.h"
#include "planrun.h"
#include "settling.h"

namespace zoodock
{

namespace
{

constexpr int lookStep = 0;
/// How long after its start a killed program's docker calls may still be under way.
constexpr std::chrono::seconds stragglersLife{60};

/// What has to be there before the first container: image, network, volumes.
Plan preparationOf(const Plan &plan)
{
    Plan preparation = plan;
    preparation.steps.clear();
    for (const PlanStep &step : plan.steps) {
        const bool isBefore =
            step.kind == StepKind::Image || step.kind == StepKind::Network || step.kind == StepKind::Volumes;
        if (isBefore && !step.commands.isEmpty())
            preparation.steps += step;
    }
    return preparation;
}

} // namespace

ApplyTask::ApplyTask(TaskTools tools, Ensemble wanted, Start start, std::chrono::milliseconds quorumDeadline,
                     QObject *parent)
    : RollingTask(
          tools, wanted.name,
          TaskTitle::of<ApplyTask>(QT_TR_NOOP("Change the settings of %1"), {tools.store.shownName(wanted)}),
          quorumDeadline, parent)
    , m_after(std::move(wanted))
    , m_start(start)
{
    TaskStep looking;
    looking.sentence = tr("Look at what is there");
    setSteps({looking});
}

ApplyTask::~ApplyTask() = default;

void ApplyTask::begin()
{
    markBegun();
    if (const Result<void> held = hold().take(); !held) {
        conclude(held);
        return;
    }
    const Result<Ensemble> before = readBefore();
    if (!before) {
        conclude(failure(before.error()));
        return;
    }
    m_before = *before;
    m_engine = &tools().engines.engine(m_before.context);
    setStep(lookStep, StepState::Running);
    const auto age = m_journalBegun.secsTo(QDateTime::currentDateTimeUtc());
    if (m_journalBegun.isValid() && age < stragglersLife.count())
        settle();
    else
        compare();
}

Result<Ensemble> ApplyTask::readBefore()
{
    const auto journal = tools().repository.journal().read(cluster());
    if (journal && m_start == Start::Fresh)
        return failure(ErrorKind::InvalidInput,
                       tr("An earlier change of “%1” was not finished. Finish it first.").arg(cluster()));
    if (journal)
        m_journalBegun = journal->begun;
    const Result<Ensemble> file = tools().repository.load(cluster());
    if (file || file.error().kind() != ErrorKind::FileMissing)
        return file;
    const ClusterStatus *const now = status();
    if (!now || !now->isManaged() || now->ensemble.members.isEmpty())
        return failure(
            ErrorKind::NoSuchObject,
            tr("There is no cluster “%1”. Look at the list of clusters for its name.").arg(cluster()));
    m_fileIsLost = true;
    return now->ensemble;
}

/// Something that only asks, and may be cancelled.
template <typename Op, typename Slot>
void ApplyTask::prepare(Op *operation, Slot &&onSuccess)
{
    setRunning(operation, true);
    connect(operation, &Operation::finished, this,
            [this, operation, onSuccess = std::forward<Slot>(onSuccess)] {
                setRunning(nullptr, false);
                operation->deleteLater();
                if (operation->succeeded())
                    onSuccess(*operation);
                else
                    giveUp(operation->error());
            });
    operation->start();
}

void ApplyTask::settle()
{
    prepare(new Settling(*m_engine, cluster(), this), [this](const Settling &) { compare(); });
}

void ApplyTask::compare()
{
    const bool withAbsent = m_start == Start::Resume;
    prepare(new CompareQuery(*m_engine, m_before, m_after, withAbsent, this),
            [this](const CompareQuery &query) { onCompared(query); });
}

void ApplyTask::onCompared(const CompareQuery &query)
{
    m_change = query.value();
    m_made = query.made();
    if (const QString refusal = m_change.refusal(); !refusal.isEmpty()) {
        giveUp(Error(ErrorKind::InvalidInput, refusal));
        return;
    }
    if (m_change.members.isEmpty()) {
        setStep(lookStep, StepState::Done);
        onRolled();
        return;
    }
    look();
}

void ApplyTask::look()
{
    prepare(new Preflight(tools().engines, m_after.context, cluster(), {m_after.image.reference}, this),
            [this](const Preflight &preflight) { onLooked(preflight.value()); });
}

/// Somebody renamed a member's container, and gave its name to another: no container could be made again.
std::optional<Error> ApplyTask::takenName(const HostFacts &facts) const
{
    for (const int id : std::as_const(m_change.members)) {
        const Member *const member = m_after.member(id);
        const QString name = member ? containerName(m_after, *member) : QString();
        if (facts.containerNames.contains(name))
            return Error(ErrorKind::NameInUse,
                         tr("There is already a container “%1” that does not belong to this cluster. Remove "
                            "or rename it, and apply again.")
                             .arg(name));
    }
    return {};
}

void ApplyTask::onLooked(const HostFacts &facts)
{
    const Result<Plan> plan = planCompletion(m_after, facts, tools().engines.dockerProgram());
    if (!plan) {
        giveUp(plan.error());
        return;
    }
    if (const std::optional<Error> taken = takenName(facts)) {
        giveUp(*taken);
        return;
    }
    const Plan preparation = preparationOf(*plan);
    if (const Result<void> written = writeDown(preparation); !written) {
        giveUp(written.error());
        return;
    }
    showSteps(preparation);
    makeReady(preparation);
}

Result<void> ApplyTask::writeDown(const Plan &plan)
{
    JournalEntry entry;
    entry.change = JournalEntry::Change::Apply;
    entry.ensemble = m_after;
    for (const int id : std::as_const(m_change.members)) {
        if (const Member *const member = m_after.member(id))
            entry.containers += containerName(m_after, *member);
    }
    entry.networks = plan.networks;
    entry.volumes = plan.volumes;
    entry.begun = begun();
    if (const Result<void> written = tools().repository.journal().write(entry); !written)
        return written;
    // While its only container is away nothing but a file says that there is such a cluster.
    return m_fileIsLost ? tools().repository.save(m_before) : Result<void>();
}

void ApplyTask::showSteps(const Plan &preparation)
{
    QList<TaskStep> shown{steps().constFirst()};
    for (const PlanStep &step : preparation.steps) {
        TaskStep before;
        before.sentence = step.sentence;
        shown += before;
    }
    for (const int id : std::as_const(m_change.members)) {
        TaskStep remake;
        remake.sentence = tr("Make %1 anew with its data").arg(nameOf(id));
        shown += remake;
    }
    setSteps(shown);
    setStep(lookStep, StepState::Done);
}

void ApplyTask::makeReady(const Plan &preparation)
{
    const int firstMemberStep = 1 + static_cast<int>(preparation.steps.size());
    using namespace std::chrono_literals;
    auto *const run = new PlanRun(*m_engine, tools().store, preparation, 0ms, this);
    connect(run, &PlanRun::stepMoved, this,
            [this](int index, StepState state, const QString &detail) { setStep(1 + index, state, detail); });
    connect(run, &PlanRun::issued, this, [this](const QString &display) { noteCommand(display); });
    setRunning(run, true);
    connect(run, &Operation::finished, this, [this, run, firstMemberStep] {
        setRunning(nullptr, false);
        run->deleteLater();
        if (run->succeeded()) {
            beginMembers(firstMemberStep);
            return;
        }
        tools().repository.journal().remove(cluster());
        conclude(failure(run->error()));
    });
    run->start();
}

void ApplyTask::beginMembers(int firstStep)
{
    const ClusterStatus *const now = status();
    m_hadQuorum = now && now->quorum.established;
    if (!m_change.together) {
        roll(m_change.members, firstStep);
        return;
    }
    // Whoever waits for the members has to look for them at their new ports.
    if (const Result<void> saved = tools().repository.save(m_after); !saved) {
        tools().repository.journal().remove(cluster());
        conclude(saved);
        return;
    }
    roll(m_change.members, firstStep, Pace::Together);
}

void ApplyTask::giveUp(const Error &error)
{
    const bool cancelled = error.kind() == ErrorKind::Cancelled;
    setStep(lookStep, cancelled ? StepState::Cancelled : StepState::Failed, error.message());
    conclude(failure(error));
}

Operation *ApplyTask::makeCalls(const QList<CommandSpec> &commands, QObject *parent)
{
    QList<OperationFactory> calls;
    for (const CommandSpec &command : commands) {
        calls += [this, command](QObject *owner) {
            noteCommand(command.display());
            return new DockerCall(*m_engine, command, DockerCall::Deadline::Total, owner);
        };
    }
    return new Sequence(calls, parent);
}

QList<CommandSpec> ApplyTask::takeAway(int memberId) const
{
    QList<CommandSpec> commands;
    if (const auto made = m_made.constFind(memberId); made != m_made.cend()) {
        const DockerCommands &docker = m_engine->commands();
        const QString &name = made->container.name;
        if (made->container.status == ContainerStatus::Running)
            commands += docker.stop({name});
        commands += docker.remove({name});
    }
    return commands;
}

QList<CommandSpec> ApplyTask::makeAnew(int memberId) const
{
    // planCompletion() has shown that the wish can be told to the image.
    return containerRecipe(m_after, memberId, tools().engines.dockerProgram()).value_or(QList<CommandSpec>());
}

Operation *ApplyTask::makeWork(int memberId, QObject *parent)
{
    return makeCalls(takeAway(memberId) + makeAnew(memberId), parent);
}

Operation *ApplyTask::makeWorkOn(const QList<int> &memberIds, QObject *parent)
{
    if (!m_change.together)
        return RollingTask::makeWorkOn(memberIds, parent);
    QList<QList<CommandSpec>> away;
    QList<QList<CommandSpec>> anew;
    for (const int id : memberIds) {
        away += takeAway(id);
        anew += makeAnew(id);
    }
    return inTwoGoes(away, anew, parent);
}

Operation *ApplyTask::inTwoGoes(const QList<QList<CommandSpec>> &first, const QList<QList<CommandSpec>> &then,
                                QObject *parent)
{
    const auto go = [this](const QList<QList<CommandSpec>> &many) {
        QList<OperationFactory> works;
        for (const QList<CommandSpec> &commands : many)
            works += [this, commands](QObject *owner) { return makeCalls(commands, owner); };
        return [works](QObject *owner) {
            return new Parallel(works, Parallel::OnFailure::FinishOthers, 0, owner);
        };
    };
    return new Sequence({go(first), go(then)}, parent);
}

void ApplyTask::onRolled()
{
    if (const Result<void> saved = tools().repository.save(m_after); !saved) {
        conclude(saved);
        return;
    }
    tools().repository.journal().remove(cluster());
    conclude({});
}

} // namespace zoodock
