// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/consequence.h"

#include "core/sentences.h"

#include <QtCore/QCoreApplication>

namespace zoodock
{

namespace
{

struct ConsequenceWords
{
    Q_DECLARE_TR_FUNCTIONS(Consequence)
};

bool takesAway(MemberAction action)
{
    switch (action) {
    case MemberAction::Stop:
    case MemberAction::Restart:
    case MemberAction::Kill:
    case MemberAction::Pause:
    case MemberAction::Remove:
        return true;
    case MemberAction::Start:
    case MemberAction::Unpause:
        break;
    }
    return false;
}

bool isServingVoter(const MemberStatus &member)
{
    // As quorumOf() counts: whoever merely reads, or observes, does not vote.
    return member.wanted.role == MemberRole::Participant &&
           (member.state == MemberState::Leader || member.state == MemberState::Follower ||
            member.state == MemberState::Standalone);
}

} // namespace

QString ActionConsequence::sentence() const
{
    if (losesQuorum && voters == 1)
        return onlyVoterSentence();
    const QString names = listOf(leaving);
    if (losesQuorum && comesBack)
        return ConsequenceWords::tr(
                   "Without %1 there is no quorum: %Ln voter(s) of %2 would stay and %3 are needed. "
                   "Until the quorum is back, programs can neither read nor write.",
                   nullptr, stay)
            .arg(names)
            .arg(voters)
            .arg(majority);
    if (losesQuorum && removes)
        return ConsequenceWords::tr(
                   "Without %1 there is no quorum: %Ln voter(s) of %2 would stay and %3 are needed. "
                   "Programs can neither read nor write until enough members serve again.",
                   nullptr, stay)
            .arg(names)
            .arg(voters)
            .arg(majority);
    if (losesQuorum)
        return ConsequenceWords::tr(
                   "Without %1 there is no quorum: %Ln voter(s) of %2 would stay and %3 are needed. "
                   "Programs can neither read nor write until enough members serve again. The data "
                   "stays.",
                   nullptr, stay)
            .arg(names)
            .arg(voters)
            .arg(majority);
    if (losesLeader)
        return ConsequenceWords::tr(
            "The leader goes: the others elect a new one, and programs wait for a moment.");
    return {};
}

QString ActionConsequence::onlyVoterSentence() const
{
    const QString name = leaving.value(0);
    if (comesBack)
        return ConsequenceWords::tr(
                   "%1 is the only voter: until it is back, programs can neither read nor write.")
            .arg(name);
    if (removes)
        return ConsequenceWords::tr(
                   "%1 is the only voter: programs can neither read nor write until it serves again.")
            .arg(name);
    return ConsequenceWords::tr("%1 is the only voter: programs can neither read nor write until it serves "
                                "again. The data stays.")
        .arg(name);
}

ActionConsequence consequenceOf(MemberAction action, const ClusterStatus &cluster,
                                const QList<int> &memberIds)
{
    ActionConsequence result;
    result.voters = cluster.quorum.voters;
    result.majority = cluster.quorum.majority;
    result.comesBack = action == MemberAction::Restart;
    result.removes = action == MemberAction::Remove;
    bool leaderGoes = false;
    for (const MemberStatus &member : cluster.members) {
        if (!isServingVoter(member))
            continue;
        ++result.serving;
        const bool isMeant = memberIds.isEmpty() || memberIds.contains(member.wanted.id);
        if (!takesAway(action) || !isMeant) {
            ++result.stay;
            continue;
        }
        result.leaving += member.wanted.name;
        leaderGoes = leaderGoes || member.state == MemberState::Leader;
    }
    result.losesQuorum = cluster.quorum.established && result.stay < result.majority;
    result.losesLeader = leaderGoes && !result.losesQuorum;
    return result;
}

} // namespace zoodock
