// SPDX-License-Identifier: GPL-3.0-or-later
#include "quorumwait.h"

#include "clusters/clusterstore.h"
#include "core/sentences.h"

#include <algorithm>
#include <array>

namespace zoodock
{

using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::milliseconds laggardsGrace = 10s;
constexpr int crashLoop = 3;
/// Bad configuration, no data folder, AdminServer's and quorum port taken (ZooKeeper 3.9.3, ExitCode.java):
/// the next try ends the same way.
constexpr std::array hopelessExits{2, 3, 4, 14};

bool isDead(MemberState state)
{
    return state == MemberState::Stopped || state == MemberState::OutOfMemory ||
           state == MemberState::Restarting;
}

bool comesBack(const MemberStatus &member, RestartPolicy policy)
{
    switch (policy) {
    case RestartPolicy::No:
        return false;
    case RestartPolicy::OnFailure:
        return member.container.exitCode != 0;
    case RestartPolicy::Always:
    case RestartPolicy::UnlessStopped:
        break;
    }
    return true;
}

bool isHopeless(const MemberStatus &member, RestartPolicy policy)
{
    const bool knownReason = std::find(hopelessExits.begin(), hopelessExits.end(),
                                       member.container.exitCode) != hopelessExits.end();
    return knownReason || member.container.restartCount >= crashLoop || !comesBack(member, policy);
}

/// Without sending anybody to a log that the way back takes away: withLogs() tells what was in it.
QString endOf(const ContainerObservation &container)
{
    if (!container.oomKilled && container.exitCode == 1)
        return QuorumWait::tr("It ended by an unexpected error (1).");
    if (!container.oomKilled && container.exitCode == 2)
        return QuorumWait::tr("Its configuration is bad (2).");
    return exitMeaning(container.exitCode, container.oomKilled);
}

QStringList notServing(const ClusterStatus &status)
{
    QStringList names;
    for (const MemberStatus &member : status.members) {
        if (!isServing(member.state))
            names += member.wanted.name;
    }
    return names;
}

} // namespace

const MemberStatus *deadForGood(const ClusterStatus &status, const QSet<int> &fresh)
{
    for (const MemberStatus &member : status.members) {
        if (fresh.contains(member.wanted.id) && isDead(member.state) &&
            isHopeless(member, status.ensemble.restart))
            return &member;
    }
    return nullptr;
}

Error deathOf(const MemberStatus &member)
{
    return Error(ErrorKind::NoQuorum,
                 QuorumWait::tr("%1 does not stay up. %2").arg(member.wanted.name, endOf(member.container)));
}

QuorumWait::QuorumWait(const ClusterStore &store, QString cluster, QSet<int> freshMembers, QObject *parent)
    : StoreWait(store, std::move(cluster), parent)
    , m_fresh(std::move(freshMembers))
{
    m_grace.setSingleShot(true);
    m_grace.setInterval(laggardsGrace);
    connect(&m_grace, &QTimer::timeout, this, [this] {
        m_graceOver = true;
        check();
    });
}

QuorumWait::~QuorumWait() = default;

void QuorumWait::abort(const Error &why)
{
    if (why.kind() != ErrorKind::Timeout) {
        fail(why);
        return;
    }
    const ClusterStatus *const now = current();
    const QString sentence = now ? quorumSentence(now->quorum) : QString();
    fail(Error(ErrorKind::NoQuorum,
               tr("The members were started, but did not serve in time. %1 Perhaps they only need more time.")
                   .arg(sentence))
             .causedBy(Error(ErrorKind::Timeout, {})));
}

void QuorumWait::look(const ClusterStatus &status)
{
    if (const MemberStatus *const dead = deadForGood(status, m_fresh)) {
        fail(deathOf(*dead));
        return;
    }
    if (isDone(status)) {
        succeed();
        return;
    }
    // The voters may all be there while an observer, or a late voter, is still on its way.
    const QString detail = status.quorum.established
                               ? tr("there is a quorum; waiting for %1").arg(listOf(notServing(status)))
                               : tr("%1/%2").arg(status.quorum.serving).arg(status.quorum.voters);
    say(detail);
}

bool QuorumWait::isDone(const ClusterStatus &status)
{
    if (!status.quorum.established) {
        m_grace.stop();
        m_graceOver = false;
        return false;
    }
    const auto &members = status.members;
    if (std::all_of(members.cbegin(), members.cend(),
                    [](const MemberStatus &member) { return isServing(member.state); }))
        return true;
    if (!m_graceOver && !m_grace.isActive())
        m_grace.start();
    return m_graceOver && std::none_of(members.cbegin(), members.cend(),
                                       [](const MemberStatus &member) { return isDead(member.state); });
}

} // namespace zoodock
