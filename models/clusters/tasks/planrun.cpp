// SPDX-License-Identifier: GPL-3.0-or-later
#include "planrun.h"

#include "autopsy.h"
#include "clusters/clusterstore.h"
#include "core/sequence.h"
#include "docker/dockerengine.h"
#include "dockercall.h"
#include "quorumwait.h"

#include <QtCore/QMap>

namespace zoodock
{

namespace
{

constexpr int callsAtOnce = 8;

QList<QList<int>> groupsOf(const Plan &plan)
{
    QMap<int, QList<int>> groups;
    for (int i = 0; i < plan.steps.size(); ++i)
        groups[plan.steps.at(i).group] += i;
    return groups.values();
}

QSet<int> freshMembers(const Plan &plan)
{
    QSet<int> members;
    for (const PlanStep &step : plan.steps) {
        if (step.kind == StepKind::Container && !step.makes.isEmpty())
            members += step.memberId;
    }
    return members;
}

} // namespace

PlanRun::PlanRun(DockerEngine &engine, const ClusterStore &store, Plan plan,
                 std::chrono::milliseconds quorumDeadline, QObject *parent)
    : Operation(parent)
    , m_engine(engine)
    , m_store(store)
    , m_plan(std::move(plan))
    , m_quorumDeadline(quorumDeadline)
    , m_groups(groupsOf(m_plan))
{
}

PlanRun::~PlanRun() = default;

void PlanRun::begin()
{
    nextGroup();
}

void PlanRun::abort(const Error &why)
{
    m_why = why;
    if (m_running)
        m_running->cancel(); // which ends in fail()
    else
        fail(why);
}

void PlanRun::nextGroup()
{
    if (m_groups.isEmpty()) {
        succeed();
        return;
    }
    QList<OperationFactory> steps;
    for (const int index : m_groups.takeFirst())
        steps += [this, index](QObject *parent) { return makeStep(index, parent); };
    auto *const group = new Parallel(steps, Parallel::OnFailure::CancelOthers, 0, this);
    m_running = group;
    connect(group, &Operation::finished, this, [this, group] {
        m_running = nullptr;
        group->deleteLater();
        onGroupFinished(group->outcome());
    });
    group->start();
}

Operation *PlanRun::makeStep(int index, QObject *parent)
{
    const bool isQuorum = m_plan.steps.at(index).kind == StepKind::Quorum;
    Operation *const step = isQuorum ? makeQuorumWait(index, parent) : makeCommands(index, parent);
    connect(step, &Operation::finished, this, [this, index, step] {
        if (step->succeeded())
            Q_EMIT stepMoved(index, StepState::Done, {});
        else if (step->outcome().error().kind() == ErrorKind::Cancelled)
            Q_EMIT stepMoved(index, StepState::Cancelled, {});
        else
            Q_EMIT stepMoved(index, StepState::Failed, step->outcome().error().message());
    });
    m_begun += index;
    Q_EMIT stepMoved(index, StepState::Running, {});
    return step;
}

Operation *PlanRun::makeCommands(int index, QObject *parent)
{
    const PlanStep &step = m_plan.steps.at(index);
    QList<OperationFactory> calls;
    for (const CommandSpec &command : step.commands) {
        calls += [this, index, command, watchdog = step.watchdog](QObject *owner) {
            Q_EMIT issued(command.display());
            const auto deadline = watchdog ? DockerCall::Deadline::Watchdog : DockerCall::Deadline::Total;
            auto *const call = new DockerCall(m_engine, command, deadline, owner);
            if (watchdog) {
                connect(call, &DockerCall::progressed, this, [this, index](const QString &line) {
                    Q_EMIT stepMoved(index, StepState::Running, line);
                });
            }
            return call;
        };
    }
    if (!step.parallel)
        return new Sequence(calls, parent);
    return new Parallel(calls, Parallel::OnFailure::CancelOthers, callsAtOnce, parent);
}

Operation *PlanRun::makeQuorumWait(int index, QObject *parent)
{
    if (m_quorumDeadline.count() <= 0)
        return new Sequence({}, parent);
    auto *const wait = new QuorumWait(m_store, m_plan.ensemble.name, freshMembers(m_plan), parent);
    wait->setDeadline(m_quorumDeadline);
    connect(wait, &QuorumWait::progressed, this,
            [this, index](const QString &detail) { Q_EMIT stepMoved(index, StepState::Running, detail); });
    return wait;
}

void PlanRun::onGroupFinished(const Result<void> &outcome)
{
    if (m_why)
        fail(*m_why);
    else if (outcome)
        nextGroup();
    else if (outcome.error().kind() == ErrorKind::NoQuorum)
        examine(outcome.error());
    else
        fail(outcome.error());
}

/// The way back is going to take the containers away, and with them their logs.
void PlanRun::examine(const Error &error)
{
    QSet<int> members;
    for (const Member &member : m_plan.ensemble.members)
        members += member.id;
    const RunStarts containers =
        containersInTrouble(m_store.cluster(m_plan.ensemble.name), m_plan.ensemble, members);
    auto *const autopsy = new Autopsy(m_engine, containers, this);
    m_running = autopsy;
    connect(autopsy, &Operation::finished, this, [this, autopsy, error] {
        m_running = nullptr;
        autopsy->deleteLater();
        if (m_why)
            fail(*m_why);
        else
            fail(autopsy->succeeded() ? withLogs(error, autopsy->value()) : error);
    });
    autopsy->start();
}

} // namespace zoodock
