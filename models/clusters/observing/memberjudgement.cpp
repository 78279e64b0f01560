// SPDX-License-Identifier: GPL-3.0-or-later
#include "memberjudgement.h"

#include "clusters/adminreach.h"
#include "clusters/clusterstore.h"
#include "core/clock.h"
#include "proberoute.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <tuple>
#include <utility>

namespace zoodock
{

namespace
{

/// A server that has not answered for this long after its start is not just slow.
constexpr std::chrono::seconds startingLimit{30};
constexpr int missesOverlooked = 2;

QString judgement(const char *source)
{
    return QCoreApplication::translate("MemberStatus", source);
}

MemberState stateOfRunning(const ProbeObservation &probe, bool answered, bool doubted, bool overdue)
{
    switch (probe.outcome) {
    case ProbeOutcome::Serving:
        return doubted ? MemberState::Unconfirmed : probe.report.mode;
    case ProbeOutcome::NotServing:
        return MemberState::Looking;
    case ProbeOutcome::NoAnswer:
        return answered || overdue ? MemberState::Unreachable : MemberState::Starting;
    case ProbeOutcome::None:
        break;
    }
    // Nobody has asked it yet. A container that has run for long is hardly starting.
    return overdue ? MemberState::Unknown : MemberState::Starting;
}

MemberState stateWithoutEngine(const ContainerObservation &container, const ProbeObservation &probe,
                               bool doubted)
{
    // Unknown: docker has never spoken of it, and it was asked where it is meant to be.
    if (container.life != ContainerLife::Running && container.life != ContainerLife::Unknown)
        return MemberState::Unknown;
    if (probe.outcome == ProbeOutcome::Serving)
        return doubted ? MemberState::Unconfirmed : probe.report.mode;
    return probe.outcome == ProbeOutcome::NotServing ? MemberState::Looking : MemberState::Unknown;
}

bool isOverdue(const MemberStatus &member, const MemberMemory &memory, const Clock &clock)
{
    if (member.container.life != ContainerLife::Running)
        return false;
    if (clock.monotonic() - memory.runningSince > startingLimit)
        return true;
    const QDateTime started = member.container.startedAt;
    return started.isValid() &&
           started.msecsTo(clock.utc()) > std::chrono::milliseconds(startingLimit).count();
}

QString problemOf(const MemberStatus &member, const MemberMemory &memory)
{
    const ContainerObservation &container = member.container;
    switch (member.state) {
    case MemberState::Created:
    case MemberState::Stopped:
    case MemberState::Restarting:
    case MemberState::OutOfMemory:
        if (!container.error.isEmpty())
            return judgement(QT_TRANSLATE_NOOP("MemberStatus", "It could not be started. Docker says: %1"))
                .arg(container.error);
        if (member.state == MemberState::Created)
            return {};
        return exitMeaning(container.exitCode, container.oomKilled);
    case MemberState::Unreachable:
        if (!memory.answered) {
            return judgement(QT_TRANSLATE_NOOP(
                                 "MemberStatus",
                                 "It has run for a while and has never answered. Its log may say why. %1"))
                .arg(memory.probe.problem)
                .trimmed();
        }
        return memory.probe.problem.isEmpty()
                   ? judgement(QT_TRANSLATE_NOOP("MemberStatus", "It runs, but does not answer any more."))
                   : memory.probe.problem;
    default:
        return {};
    }
}

QString silentProblem(const MemberStatus &member, const QString &silence)
{
    if (member.state == MemberState::Unknown)
        return silence;
    if (member.container.life != ContainerLife::Unknown)
        return {};
    return judgement(QT_TRANSLATE_NOOP("MemberStatus", "%1 A server answers at the port that this member is "
                                                       "published on; nobody can tell whether it is the "
                                                       "member's container."))
        .arg(silence);
}

/// When the member's present state began, as far as that is known.
QDateTime beginningOf(const MemberStatus &member, const Clock &clock)
{
    const bool ended = member.state == MemberState::Stopped || member.state == MemberState::OutOfMemory;
    return ended && member.container.finishedAt.isValid() ? member.container.finishedAt : clock.utc();
}

/// Who was seen without a role, or with another one, is seen to get the next. One that runs and has not
/// answered may have it for long.
bool isWatched(const MemberStatus &member, const MemberMemory &memory)
{
    switch (member.state) {
    case MemberState::Unknown: // just started: nobody has asked yet
        return memory.watched && member.container.life == ContainerLife::Running &&
               memory.probe.outcome == ProbeOutcome::None;
    case MemberState::Unconfirmed:
    case MemberState::Unreachable:
        return false;
    case MemberState::Starting:
        return memory.watched;
    default:
        return true;
    }
}

bool isSeenToBegin(const MemberStatus &member, const MemberMemory &memory)
{
    const bool ended = member.state == MemberState::Stopped || member.state == MemberState::OutOfMemory;
    return (ended && member.container.finishedAt.isValid()) || memory.watched;
}

} // namespace

void MemberMemory::forget()
{
    probe = {};
    answered = false;
    missesOfLooking = 0;
    doubtedAt.reset();
    loseRole();
}

void MemberMemory::loseRole()
{
    held.reset();
    mayHoldRole = false;
}

bool MemberMemory::accepts(const ProbeObservation &candidate) const
{
    return candidate.at >= changedAt && candidate.at >= probe.at &&
           (!doubtedAt || candidate.at >= *doubtedAt);
}

bool MemberMemory::overlooks(const ProbeObservation &candidate, bool served)
{
    if (candidate.outcome != ProbeOutcome::NoAnswer) {
        missesOfLooking = 0;
        return false;
    }
    return !served && probe.outcome == ProbeOutcome::NotServing && ++missesOfLooking <= missesOverlooked;
}

MemberState deriveState(const ContainerObservation &container, const ProbeObservation &probe, bool answered,
                        bool doubted, bool creating, bool engineSilent, bool overdue)
{
    if (engineSilent)
        return stateWithoutEngine(container, probe, doubted);
    switch (container.life) {
    case ContainerLife::Unknown:
        return creating ? MemberState::Creating : MemberState::Unknown;
    case ContainerLife::Absent:
        return creating ? MemberState::Creating : MemberState::Absent;
    case ContainerLife::Created:
        return creating && container.error.isEmpty() ? MemberState::Creating : MemberState::Created;
    case ContainerLife::Running:
        return stateOfRunning(probe, answered, doubted, overdue);
    case ContainerLife::Paused:
        return MemberState::Paused;
    case ContainerLife::Restarting:
        return MemberState::Restarting;
    case ContainerLife::Removing:
    case ContainerLife::Exited:
    case ContainerLife::Dead:
        break;
    }
    return container.oomKilled ? MemberState::OutOfMemory : MemberState::Stopped;
}

void judge(MemberStatus &member, const MemberMemory &memory, const Circumstances &circumstances)
{
    member.state = deriveState(member.container, memory.probe, memory.answered,
                               memory.doubtedAt.has_value() || circumstances.outvoted, circumstances.creating,
                               circumstances.engineSilent, isOverdue(member, memory, *circumstances.clock));
    if (isServing(member.state))
        member.lastRole = member.state;
    member.stale = member.report.has_value() && !isServing(member.state);
    member.problem =
        circumstances.engineSilent ? silentProblem(member, circumstances.silence) : problemOf(member, memory);
}

void reachClient(MemberStatus &member, const MemberMemory &memory, const Ensemble &ensemble,
                 const QString &endpoint)
{
    const bool isUnseen = member.container.life == ContainerLife::Unknown;
    const auto wanted = isUnseen ? wantedRoute(ensemble, member.wanted, endpoint) : std::nullopt;
    member.clientHost = wanted ? wanted->host : memory.publishedClientHost;
    member.clientPort = wanted ? wanted->port : memory.publishedClientPort;
}

void reachAdmin(MemberStatus &member, const MemberMemory &memory, const Ensemble &ensemble,
                bool containerAddresses)
{
    const bool has = hasAdminServer(ensemble, member);
    const bool isPublished = has && memory.publishedAdminPort != 0;
    const bool isOwn = has && !isPublished && containerAddresses && isAlive(member.container.life) &&
                       !member.container.address.isEmpty() && member.wanted.admin.port != 0;
    member.adminHost = isPublished ? memory.publishedAdminHost : isOwn ? member.container.address : QString();
    member.adminPort = isPublished ? memory.publishedAdminPort
                       : isOwn     ? member.wanted.admin.port
                                   : quint16(0);
}

void dateState(MemberStatus &member, MemberMemory &memory, MemberState before, const Clock &clock)
{
    if (member.state == before && member.since.isValid())
        return;
    const QDateTime previous = std::exchange(member.since, beginningOf(member, clock));
    const bool wasExact = std::exchange(member.sinceIsExact, isSeenToBegin(member, memory));
    memory.watched = isWatched(member, memory);
    const bool isDoubt = member.state == MemberState::Unconfirmed || member.state == MemberState::Unknown;
    if (isDoubt && isServing(before) && memory.mayHoldRole)
        memory.held = HeldRole{before, previous, wasExact};
    const bool isHeld =
        memory.held && (member.state == MemberState::Unconfirmed || member.state == memory.held->state);
    if (isHeld) {
        member.since = memory.held->since;
        member.sinceIsExact = memory.held->exactly;
    }
    if (!isDoubt)
        memory.held.reset();
    if (isServing(member.state))
        memory.mayHoldRole = true;
}

bool lostItsRole(const MemberStatus &before, const MemberStatus &after)
{
    if (after.wanted.role != MemberRole::Participant || before.state == after.state)
        return false;
    // Unreachable and then stopped counts again: in between the others may have answered before they noticed.
    const bool had =
        isServing(before.state) ||
        ((before.state == MemberState::Unreachable || before.state == MemberState::Unconfirmed) &&
         isServing(before.lastRole));
    const bool has = isServing(after.state) || after.state == MemberState::Unconfirmed ||
                     after.state == MemberState::Unknown;
    return had && !has;
}

bool looksTheSame(const MemberStatus &left, const MemberStatus &right)
{
    const auto shown = [](const MemberStatus &m) {
        return std::tie(m.wanted, m.state, m.lastRole, m.since, m.sinceIsExact, m.container, m.report,
                        m.stale, m.cpuPercent, m.memoryBytes, m.problem, m.clientHost, m.clientPort,
                        m.adminHost, m.adminPort);
    };
    return shown(left) == shown(right);
}

} // namespace zoodock
