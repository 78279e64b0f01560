// SPDX-License-Identifier: GPL-3.0-or-later
#include "acttask.h"

#include "actiontitle.h"
#include "clusters/adoption.h"
#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "core/sentences.h"
#include "core/sequence.h"
#include "docker/dockerengine.h"
#include "dockercall.h"
#include "portlook.h"
#include "presentname.h"

namespace zoodock
{

namespace
{

/// docker refuses these three for a container in the wrong state; of "all members" only those are meant that
/// can.
bool isMeant(const MemberStatus &member, MemberAction action)
{
    const ContainerLife life = member.container.life;
    switch (action) {
    case MemberAction::Kill:
        return life == ContainerLife::Running || life == ContainerLife::Paused ||
               life == ContainerLife::Restarting;
    case MemberAction::Pause:
        return life == ContainerLife::Running;
    case MemberAction::Unpause:
        return life == ContainerLife::Paused;
    case MemberAction::Remove:
        return life != ContainerLife::Absent;
    case MemberAction::Start:
    case MemberAction::Stop:
    case MemberAction::Restart:
        break;
    }
    return true;
}

bool wasCancelled(const Operation &operation)
{
    const Result<void> outcome = operation.outcome();
    return !outcome && outcome.error().kind() == ErrorKind::Cancelled;
}

QList<int> allMeant(const ClusterStatus &status, MemberAction action)
{
    QList<int> all;
    QList<int> meant;
    for (const MemberStatus &member : status.members) {
        all += member.wanted.id;
        if (isMeant(member, action))
            meant += member.wanted.id;
    }
    return meant.isEmpty() ? all : meant;
}

} // namespace

ActTask::ActTask(TaskTools tools, const QString &cluster, QList<int> memberIds, MemberAction action,
                 QObject *parent)
    : ClusterTask(cluster, titleOf(action, subjectOf(tools.store, cluster, memberIds)), parent)
    , m_tools(tools)
    , m_hold(tools, cluster)
    , m_memberIds(std::move(memberIds))
    , m_action(action)
{
}

ActTask::~ActTask() = default;

void ActTask::begin()
{
    markBegun();
    if (const Result<void> held = m_hold.take(); !held) {
        conclude(held);
        return;
    }
    if (const Result<void> chosen = choose(); !chosen) {
        conclude(chosen);
        return;
    }
    for (int i = 0; i < m_containers.size(); ++i)
        setStep(i, StepState::Running);
    const bool starts = m_action == MemberAction::Start || m_action == MemberAction::Restart;
    if (starts)
        refuseMissing();
    QList<int> unsure = PortLook::needing(*m_tools.store.cluster(cluster()), m_memberIds);
    unsure.removeIf([this](int id) { return m_refused.contains(int(m_memberIds.indexOf(id))); });
    if (starts && !unsure.isEmpty())
        lookAtPorts(unsure);
    else
        act();
}

/// What others made is not made again here.
void ActTask::refuseMissing()
{
    const ClusterStatus &status = *m_tools.store.cluster(cluster());
    for (int i = 0; status.ensemble.adopted && i < m_memberIds.size(); ++i) {
        if (status.member(m_memberIds.at(i))->container.life != ContainerLife::Absent)
            continue;
        const Error refusal(ErrorKind::PlanRefused, adoptedSentence(m_tools.store.shownName(status.ensemble),
                                                                    status.ensemble.composeProject));
        m_refused.insert(i, refusal);
        setStep(i, StepState::Failed, refusal.message());
    }
}

void ActTask::lookAtPorts(const QList<int> &memberIds)
{
    const Ensemble ensemble = m_tools.store.cluster(cluster())->ensemble;
    auto *const look = new PortLook(m_tools.engines, ensemble, memberIds, this);
    m_running = look;
    connect(look, &Operation::finished, this, [this, look] {
        m_running = nullptr;
        look->deleteLater();
        if (!look->succeeded()) {
            onFinished(*look); // cancelled
            return;
        }
        const QMap<int, Error> &taken = look->value();
        for (auto refused = taken.cbegin(); refused != taken.cend(); ++refused) {
            const auto index = static_cast<int>(m_memberIds.indexOf(refused.key()));
            m_refused.insert(index, refused.value());
            setStep(index, StepState::Failed, refused.value().message());
        }
        act();
    });
    look->start();
}

void ActTask::act()
{
    if (m_refused.size() == m_containers.size()) {
        conclude(failure(named(m_refused.first())));
        return;
    }
    const bool oneEach = m_action == MemberAction::Start || m_action == MemberAction::Restart;
    Operation *const work = oneEach ? makeOneCallEach() : makeOneCallForAll();
    m_running = work;
    connect(work, &Operation::finished, this, [this, work] {
        m_running = nullptr;
        if (!pauseAgain(*work))
            onFinished(*work);
    });
    work->start();
}

void ActTask::abort(const Error &why)
{
    if (m_running)
        m_running->cancel(); // which ends in onFinished()
    else
        conclude(failure(why));
}

Result<void> ActTask::choose()
{
    const ClusterStatus *const status = m_tools.store.cluster(cluster());
    if (!status)
        return failure(
            ErrorKind::NoSuchObject,
            tr("There is no cluster “%1”. Look at the list of clusters for its name.").arg(cluster()));
    if (m_action == MemberAction::Remove && status->ensemble.adopted)
        return failure(ErrorKind::PlanRefused, adoptedSentence(m_tools.store.shownName(status->ensemble),
                                                               status->ensemble.composeProject));
    if (m_memberIds.isEmpty())
        m_memberIds = allMeant(*status, m_action);
    QList<TaskStep> steps;
    for (const int id : std::as_const(m_memberIds)) {
        const MemberStatus *const member = status->member(id);
        if (!member)
            return failure(ErrorKind::NoSuchObject,
                           tr("The cluster “%1” has no member with the id %2. Look at its members.")
                               .arg(cluster())
                               .arg(id));
        m_containers += presentName(status->ensemble, *member);
        if (member->container.life == ContainerLife::Paused)
            m_paused += m_containers.constLast();
        TaskStep step;
        step.sentence = titleOf(m_action, member->wanted.name).text();
        steps += step;
    }
    m_engine = &m_tools.engines.engine(status->ensemble.context);
    setSteps(steps);
    return {};
}

CommandSpec ActTask::command(const QStringList &containers) const
{
    const DockerCommands &docker = m_engine->commands();
    switch (m_action) {
    case MemberAction::Start:
        // One at a time here. To a person a paused member is one that does not run.
        return m_paused.contains(containers.constFirst()) ? docker.unpause(containers)
                                                          : docker.start(containers);
    case MemberAction::Stop:
        return docker.stop(containers);
    case MemberAction::Restart:
        return docker.restart(containers);
    case MemberAction::Kill:
        return docker.kill(containers);
    case MemberAction::Pause:
        return docker.pause(containers);
    case MemberAction::Remove:
        return docker.remove(containers);
    case MemberAction::Unpause:
        break;
    }
    return docker.unpause(containers);
}

Operation *ActTask::makeOneCallEach()
{
    QList<OperationFactory> calls;
    for (int i = 0; i < m_containers.size(); ++i) {
        if (m_refused.contains(i))
            continue;
        calls += [this, i](QObject *parent) {
            DockerCall *const call = makeCall({m_containers.at(i)}, parent);
            connect(call, &Operation::finished, this, [this, call, i] {
                if (call->succeeded())
                    setStep(i, StepState::Done);
                else if (call->outcome().error().kind() != ErrorKind::Cancelled)
                    setStep(i, StepState::Failed, call->outcome().error().message());
            });
            return call;
        };
    }
    return new Parallel(calls, Parallel::OnFailure::FinishOthers, 0, this);
}

Operation *ActTask::makeOneCallForAll()
{
    QStringList remaining;
    for (int i = 0; i < m_containers.size(); ++i) {
        if (steps().at(i).state == StepState::Running)
            remaining += m_containers.at(i);
    }
    return makeCall(remaining, this);
}

DockerCall *ActTask::makeCall(const QStringList &containers, QObject *parent)
{
    const CommandSpec spec = command(containers);
    noteCommand(spec.display());
    auto *const call = new DockerCall(*m_engine, spec, DockerCall::Deadline::Total, parent);
    connect(call, &DockerCall::progressed, this, &ActTask::onDone);
    return call;
}

void ActTask::onDone(const QString &container)
{
    const auto index = m_containers.indexOf(container.trimmed());
    if (index >= 0)
        setStep(static_cast<int>(index), StepState::Done);
}

void ActTask::onFinished(const Operation &work)
{
    const Result<void> outcome = work.outcome();
    const bool cancelled = wasCancelled(work);
    for (int i = 0; i < m_containers.size(); ++i) {
        if (steps().at(i).state != StepState::Running)
            continue;
        if (outcome)
            setStep(i, StepState::Done);
        else
            setStep(i, cancelled ? StepState::Cancelled : StepState::Failed, outcome.error().message());
    }
    if (cancelled)
        conclude(outcome);
    else if (!outcome)
        conclude(failure(named(outcome.error())));
    else if (!m_refused.isEmpty())
        conclude(failure(named(m_refused.first())));
    else
        conclude({});
}

/// runc gives up freezing processes that keep forking or that get no time to stop, and lets them run on: a
/// moment later it mostly works.
bool ActTask::pauseAgain(const Operation &work)
{
    const Result<void> outcome = work.outcome();
    if (m_action != MemberAction::Pause || outcome || outcome.error().kind() != ErrorKind::NotFrozen)
        return false;
    if (--m_pausesLeft == 0)
        return false;
    act();
    return true;
}

/// Of several members the sentence has to say which it speaks of.
Error ActTask::named(const Error &error) const
{
    QStringList failed;
    for (int i = 0; i < m_containers.size(); ++i) {
        if (steps().at(i).state == StepState::Failed && steps().at(i).detail == error.message())
            failed += m_containers.at(i);
    }
    if (m_containers.size() < 2 || failed.isEmpty())
        return error;
    return Error(error.kind(),
                 tr("%1: %2", "names of containers; what failed").arg(listOf(failed), error.message()),
                 error.detail());
}

void ActTask::conclude(const Result<void> &outcome)
{
    m_hold.release();
    settleWith(outcome);
}

} // namespace zoodock
