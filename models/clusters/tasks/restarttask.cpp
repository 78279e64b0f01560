// SPDX-License-Identifier: GPL-3.0-or-later
#include "restarttask.h"

#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "docker/dockerengine.h"
#include "dockercall.h"
#include "portlook.h"
#include "presentname.h"
#include "rewording.h"

#include <algorithm>

namespace zoodock
{

RestartTask::RestartTask(TaskTools tools, const QString &cluster, QList<int> memberIds,
                         std::chrono::milliseconds quorumDeadline, QObject *parent)
    : RollingTask(
          tools, cluster,
          TaskTitle::of<RestartTask>(QT_TR_NOOP("Restart %1 member by member"), {tools.shownName(cluster)}),
          quorumDeadline, parent)
    , m_memberIds(std::move(memberIds))
{
}

RestartTask::~RestartTask() = default;

void RestartTask::begin()
{
    markBegun();
    if (const Result<void> held = hold().take(); !held) {
        conclude(held);
        return;
    }
    if (const Result<void> chosen = choose(); !chosen) {
        conclude(chosen);
        return;
    }
    const QList<int> unsure = PortLook::needing(*status(), m_memberIds);
    if (unsure.isEmpty())
        goOn();
    else
        lookAtPorts(unsure);
}

void RestartTask::goOn()
{
    if (isElecting())
        awaitElection();
    else
        roll(m_memberIds, 0);
}

/// Nothing is broken, there is only no quorum yet: who were restarted now, all at once, would begin anew.
bool RestartTask::isElecting() const
{
    const QList<MemberStatus> &members = status()->members;
    return m_memberIds.size() > 1 && !status()->quorum.established &&
           std::all_of(members.cbegin(), members.cend(), [](const MemberStatus &member) {
               return isServing(member.state) || member.state == MemberState::Starting ||
                      member.state == MemberState::Looking;
           });
}

void RestartTask::awaitElection()
{
    TaskStep first;
    first.sentence = tr("Wait for the quorum");
    setSteps(QList<TaskStep>{first} + steps());
    QSet<int> all; // a late follower is no lost member
    for (const MemberStatus &member : status()->members)
        all += member.wanted.id;
    auto *const wait = new ServingWait(tools().store, cluster(), all, {}, this);
    wait->setDeadline(quorumDeadline());
    setRunning(wait, true);
    setStep(0, StepState::Running);
    connect(wait, &Operation::finished, this, [this, wait] {
        setRunning(nullptr, false);
        wait->deleteLater();
        onElected(wait->outcome());
    });
    wait->start();
}

void RestartTask::onElected(const Result<void> &outcome)
{
    if (outcome) {
        setStep(0, StepState::Done);
        roll(m_memberIds, 1);
        return;
    }
    const bool cancelled = outcome.error().kind() == ErrorKind::Cancelled;
    setStep(0, cancelled ? StepState::Cancelled : StepState::Failed, outcome.error().message());
    for (int step = 1; step < steps().size(); ++step)
        setStep(step, StepState::Cancelled);
    conclude(outcome);
}

void RestartTask::lookAtPorts(const QList<int> &memberIds)
{
    auto *const look = new PortLook(tools().engines, status()->ensemble, memberIds, this);
    setRunning(look, true);
    connect(look, &Operation::finished, this, [this, look] {
        setRunning(nullptr, false);
        look->deleteLater();
        if (!look->succeeded()) {
            conclude(failure(look->error()));
            return;
        }
        const QMap<int, Error> &taken = look->value();
        for (auto refused = taken.cbegin(); refused != taken.cend(); ++refused)
            setStep(static_cast<int>(m_memberIds.indexOf(refused.key())), StepState::Failed,
                    refused.value().message());
        if (taken.isEmpty())
            goOn();
        else
            conclude(failure(taken.first()));
    });
    look->start();
}

Result<void> RestartTask::choose()
{
    const ClusterStatus *const now = status();
    if (!now)
        return failure(
            ErrorKind::NoSuchObject,
            tr("There is no cluster “%1”. Look at the list of clusters for its name.").arg(cluster()));
    const QList<int> wanted = m_memberIds;
    m_memberIds.clear();
    QList<TaskStep> shown;
    for (const MemberStatus &member : now->members) {
        if (!wanted.isEmpty() && !wanted.contains(member.wanted.id))
            continue;
        if (member.container.life == ContainerLife::Absent)
            return failure(ErrorKind::NoSuchObject,
                           tr("%1 has no container that could be restarted. Start it: that makes it anew.")
                               .arg(member.wanted.name));
        m_memberIds += member.wanted.id;
        m_containers.insert(member.wanted.id, presentName(now->ensemble, member));
        TaskStep step;
        step.sentence = tr("Restart %1").arg(member.wanted.name);
        shown += step;
    }
    if (m_memberIds.size() < wanted.size() || m_memberIds.isEmpty())
        return failure(ErrorKind::NoSuchObject,
                       tr("The cluster “%1” has no such member. Look at its members.").arg(cluster()));
    m_engine = &tools().engines.engine(now->ensemble.context);
    setSteps(shown);
    return {};
}

Operation *RestartTask::makeWork(int memberId, QObject *parent)
{
    const CommandSpec spec = m_engine->commands().restart({m_containers.value(memberId)});
    noteCommand(spec.display());
    return new DockerCall(*m_engine, spec, DockerCall::Deadline::Total, parent);
}

void RestartTask::onRolled()
{
    conclude({});
}

void RestartTask::onStopped(const QList<int> &inHand, const Error &why)
{
    const bool cancelled = why.kind() == ErrorKind::Cancelled;
    // After a cancel docker has finished its restart all the same.
    setMemberSteps(inHand, cancelled ? StepState::Done : StepState::Failed);
    if (!cancelled && !inHand.isEmpty()) // of those that went together one says why
        setStep(stepOf(inHand.first()), StepState::Failed, why.message());
    const int through = static_cast<int>(done().size() + (cancelled ? inHand.size() : 0));
    if (!cancelled && done().isEmpty() && left().isEmpty()) {
        conclude(failure(why));
        return;
    }
    const QString count =
        tr("%Ln member(s) of %1 had been restarted; the others were left alone.", nullptr, through)
            .arg(m_memberIds.size());
    conclude(failure(reworded(why, tr("%1 %2").arg(why.message(), count))));
}

} // namespace zoodock
