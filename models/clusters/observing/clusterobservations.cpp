// SPDX-License-Identifier: GPL-3.0-or-later
// The observed half of ClusterStore: what the observers say, and what follows from it.
#include "clusters/clusterstore.h"

#include "clusterentry.h"
#include "clusters/enginereach.h"

namespace zoodock
{

namespace
{

/// Index of the member whose claim to lead stands: the latest epoch, among equals the latest answer. -1:
/// nobody's.
qsizetype rightfulLeader(const QList<MemberStatus> &members, const QList<MemberMemory> &memory)
{
    constexpr int epochShift = 32;
    qsizetype best = -1;
    for (qsizetype i = 0; i < members.size(); ++i) {
        const ProbeObservation &probe = memory[i].probe;
        const ContainerLife life = members[i].container.life;
        const bool mayRun = life == ContainerLife::Running || life == ContainerLife::Unknown;
        if (!mayRun || probe.outcome != ProbeOutcome::Serving || probe.report.mode != MemberState::Leader)
            continue;
        const auto claim = [](const ProbeObservation &p) {
            return std::pair(p.report.zxid >> epochShift, p.at);
        };
        if (best < 0 || claim(memory[best].probe) < claim(probe))
            best = i;
    }
    return best;
}

bool claimsToLead(const MemberMemory &memory)
{
    return memory.probe.outcome == ProbeOutcome::Serving && memory.probe.report.mode == MemberState::Leader;
}

/// The role that a member last gave may no longer hold.
void doubt(MemberMemory &memory, std::chrono::milliseconds now)
{
    if (memory.probe.outcome == ProbeOutcome::Serving)
        memory.doubtedAt = now;
}

} // namespace

void ClusterStore::derive(Entry &entry) const
{
    const EngineStatus status = engine(entry.status.ensemble.context);
    const bool silent = status.reach == EngineStatus::Reach::Silent;
    const QString silence = silenceSentence(status);
    const qsizetype leader = rightfulLeader(entry.status.members, entry.memory);
    for (qsizetype i = 0; i < entry.status.members.size(); ++i) {
        MemberStatus &member = entry.status.members[i];
        const MemberState before = member.state;
        const bool outvoted = leader >= 0 && leader != i && claimsToLead(entry.memory[i]);
        judge(member, entry.memory[i], {entry.bornBusy, silent, silence, outvoted, &m_clock});
        dateState(member, entry.memory[i], before, m_clock);
        reachClient(member, entry.memory[i], entry.status.ensemble, silent ? status.endpoint : QString());
        reachAdmin(member, entry.memory[i], entry.status.ensemble, status.containerAddresses);
    }
    entry.status.quorum = quorumOf(entry.status.ensemble, entry.status.members);
    entry.status.quorum.engineSilent = silent;
    entry.status.quorum.silence = silence;
}

/// True if roles are doubted now because a voter lost its own.
bool ClusterStore::doubtAfter(Entry &entry, const QList<MemberStatus> &before) const
{
    bool any = false;
    for (qsizetype i = 0; i < before.size() && i < entry.status.members.size(); ++i) {
        if (!lostItsRole(before[i], entry.status.members[i]))
            continue;
        any = true;
        const bool isLeader = before[i].lastRole == MemberState::Leader;
        for (qsizetype other = 0; other < entry.memory.size(); ++other) {
            if (other == i)
                continue;
            doubt(entry.memory[other], m_clock.monotonic());
            if (isLeader)
                entry.memory[other].loseRole();
        }
    }
    return any;
}

/// Slots may change the store again, or remove the cluster: what they did is announced by then, so that each
/// signal here is at worst one too many.
void ClusterStore::announce(const std::shared_ptr<Entry> &entry, const QList<MemberStatus> &before,
                            bool clusterTouched)
{
    const QString name = entry->status.ensemble.name;
    const QList<MemberStatus> after = entry->status.members;
    const auto alive = [&] { return m_entries.value(name) == entry; };
    for (qsizetype i = 0; i < before.size() && i < after.size() && alive(); ++i) {
        const int id = after[i].wanted.id;
        if (before[i].state != after[i].state)
            Q_EMIT memberStateChanged(name, id, before[i].state, after[i].state);
        if (alive() && !looksTheSame(before[i], after[i]))
            Q_EMIT memberChanged(name, id);
    }
    if (clusterTouched && alive())
        Q_EMIT clusterChanged(name);
}

void ClusterStore::observeContainer(const QString &cluster, int memberId,
                                    const ContainerObservation &observation)
{
    const auto now = m_clock.monotonic();
    changeMember(cluster, memberId, [&](MemberStatus &member, MemberMemory &memory) {
        const ContainerObservation old = std::exchange(member.container, observation);
        // What answered while docker had not spoken of the container was maybe not this container.
        const bool otherRun = old.life == ContainerLife::Unknown || old.id != observation.id ||
                              old.startedAt != observation.startedAt;
        if (otherRun) {
            memory.forget();
            member.report.reset();
            member.lastRole = MemberState::Unknown;
        }
        if (otherRun || old.life != observation.life) {
            memory.changedAt = now;
            if (observation.life == ContainerLife::Running)
                memory.runningSince = now;
            // What it said before a pause says nothing about what it is after it.
            doubt(memory, now);
        }
        if (observation.life != ContainerLife::Running) {
            member.cpuPercent.reset();
            member.memoryBytes.reset();
        }
    });
}

void ClusterStore::observeAddresses(const QString &cluster, int memberId, const QString &clientHost,
                                    quint16 clientPort, const QString &adminHost, quint16 adminPort)
{
    changeMember(cluster, memberId, [&](MemberStatus &, MemberMemory &memory) {
        memory.publishedClientHost = clientHost;
        memory.publishedClientPort = clientPort;
        memory.publishedAdminHost = adminHost;
        memory.publishedAdminPort = adminPort;
    });
}

void ClusterStore::observeProbe(const QString &cluster, int memberId, const ProbeObservation &observation)
{
    changeMember(cluster, memberId, [&](MemberStatus &member, MemberMemory &memory) {
        if (!memory.accepts(observation) || memory.overlooks(observation, member.report.has_value()))
            return;
        memory.probe = observation;
        if (observation.outcome == ProbeOutcome::NoAnswer || observation.outcome == ProbeOutcome::None)
            return;
        memory.answered = true;
        memory.doubtedAt.reset();
        if (observation.outcome == ProbeOutcome::Serving) {
            member.report = observation.report;
            member.reportAt = observation.at;
        }
    });
}

void ClusterStore::observeUsage(const QString &cluster, int memberId, double cpuPercent, qint64 memoryBytes)
{
    changeMember(cluster, memberId, [&](MemberStatus &member, MemberMemory &) {
        member.cpuPercent = cpuPercent;
        member.memoryBytes = memoryBytes;
    });
}

void ClusterStore::forgetUsage(const QString &cluster)
{
    change(cluster, [](Entry &entry) {
        for (MemberStatus &member : entry.status.members) {
            member.cpuPercent.reset();
            member.memoryBytes.reset();
        }
        return false;
    });
}

void ClusterStore::doubtRoles(const QString &cluster, int exceptMemberId)
{
    change(cluster, [&](Entry &entry) {
        for (qsizetype i = 0; i < entry.memory.size(); ++i) {
            if (entry.status.members[i].wanted.id != exceptMemberId)
                doubt(entry.memory[i], m_clock.monotonic());
        }
        return false;
    });
}

} // namespace zoodock
