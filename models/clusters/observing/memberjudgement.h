// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"

#include <chrono>
#include <optional>

namespace zoodock
{

class Clock;

/// A role that is doubted.
struct HeldRole
{
    MemberState state = MemberState::Unknown;
    QDateTime since;
    bool exactly = false;
};

/// What the store remembers of a member beside what it shows.
struct MemberMemory
{
    ProbeObservation probe;                             ///< the last one that counted
    bool answered = false;                              ///< since the container's last start
    int missesOfLooking = 0;                            ///< unanswered one after the other, before it served
    std::chrono::milliseconds changedAt{0};             ///< when the container's life last moved
    std::chrono::milliseconds runningSince{0};          ///< as far as we saw it
    std::optional<std::chrono::milliseconds> doubtedAt; ///< answers asked before this do not count
    std::optional<HeldRole> held;                       ///< before the doubt
    bool watched = false;                               ///< its state was known until the last change
    bool mayHoldRole = true;                            ///< false: the leader went meanwhile
    QString publishedClientHost;                        ///< as seen from here
    quint16 publishedClientPort = 0;                    ///< 0: not at all
    QString publishedAdminHost;
    quint16 publishedAdminPort = 0;

    /// The container runs anew, or is another one: what the old one said is void.
    void forget();
    /// An election comes, or has come: whoever has the same role afterwards has it anew.
    void loseRole();
    /// The answer counts for what is known now.
    [[nodiscard]] bool accepts(const ProbeObservation &probe) const;
    /// A server that looks for its leader for the first time is busy: that it misses a question or two does
    /// not say that it is gone. `served`: since the last start.
    [[nodiscard]] bool overlooks(const ProbeObservation &probe, bool served);
};

/// What a member's state depends on besides itself.
struct Circumstances
{
    bool creating = false;
    bool engineSilent = false;
    QString silence;       ///< why, see silenceSentence()
    bool outvoted = false; ///< says that it leads, but another one leads a later epoch
    const Clock *clock = nullptr;
};

/// Sets state, lastRole, stale and problem from what was observed.
void judge(MemberStatus &member, const MemberMemory &memory, const Circumstances &circumstances);
/// Sets clientHost and clientPort: as docker says; of a container of which a silent engine, which would be at
/// `endpoint`, has never spoken, as it is wanted.
void reachClient(MemberStatus &member, const MemberMemory &memory, const Ensemble &ensemble,
                 const QString &endpoint);
/// Sets adminHost and adminPort: where it is published, else at the container's own address.
void reachAdmin(MemberStatus &member, const MemberMemory &memory, const Ensemble &ensemble,
                bool containerAddresses);
/// Sets since, after judge(); `before`: the state before.
void dateState(MemberStatus &member, MemberMemory &memory, MemberState before, const Clock &clock);

/// A voter that had a role has none any more: what the others said before may not hold.
[[nodiscard]] bool lostItsRole(const MemberStatus &before, const MemberStatus &after);
/// No difference that anybody shows; the age of the last answer moves all the time and is no difference.
[[nodiscard]] bool looksTheSame(const MemberStatus &left, const MemberStatus &right);

} // namespace zoodock
