// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterservice.h"
#include "clusters/clusterstatus.h"

namespace zoodock
{

/// What an action on some members does to the cluster's service, told beforehand. A value.
struct ActionConsequence
{
    int voters = 0;           ///< wanted participants
    int majority = 0;         ///< of these, needed for a quorum
    int serving = 0;          ///< participants that serve now
    int stay = 0;             ///< of these, those that still serve afterwards
    QStringList leaving;      ///< names of the serving participants that go, in the ensemble's order
    bool losesQuorum = false; ///< there is a quorum now, and there will be none
    bool losesLeader = false; ///< the leader is among those that go, and the others elect a new one
    bool comesBack = false;   ///< the members start again by themselves (Restart)
    bool removes = false;     ///< what becomes of the data, others say

    /// What to ask a person about; empty where nothing is lost: "zoo1 and zoo2 of 3 voters stop serving. 1
    /// stays and 2 are needed: programs can neither read nor write until …". Translated, whole sentences.
    [[nodiscard]] QString sentence() const;

private:
    [[nodiscard]] QString onlyVoterSentence() const;
};

/// Pure. Empty `memberIds`: all members. Actions that take nobody away (Start, Unpause) have no consequence.
[[nodiscard]] ActionConsequence consequenceOf(MemberAction action, const ClusterStatus &cluster,
                                              const QList<int> &memberIds);

} // namespace zoodock
