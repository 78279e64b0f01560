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
    std::chrono::milliseconds changedAt{0};             ///< when the container's life last moved
    std::chrono::milliseconds runningSince{0};          ///< as far as we saw it
    std::optional<std::chrono::milliseconds> doubtedAt; ///< answers asked before this do not count
    std::optional<HeldRole> held;                       ///< before the doubt
    bool watched = false;                               ///< its state was known until the last change
    bool mayHoldRole = true;                            ///< false: the leader went meanwhile

    /// The container runs anew, or is another one: what the old one said is void.
    void forget();
    /// An election comes, or has come: whoever has the same role afterwards has it anew.
    void loseRole();
    /// The answer counts for what is known now.
    [[nodiscard]] bool accepts(const ProbeObservation &probe) const;
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
/// Sets since, after judge(); `before`: the state before.
void dateState(MemberStatus &member, MemberMemory &memory, MemberState before, const Clock &clock);

/// A voter that had a role has none any more: what the others said before may not hold.
[[nodiscard]] bool lostItsRole(const MemberStatus &before, const MemberStatus &after);
/// No difference that anybody shows; the age of the last answer moves all the time and is no difference.
[[nodiscard]] bool looksTheSame(const MemberStatus &left, const MemberStatus &right);

} // namespace zoodock
