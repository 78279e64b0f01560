// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstore.h"
#include "memberjudgement.h"

#include <utility>

namespace zoodock
{

/// One cluster in the store: what is shown, and what is remembered beside it.
struct ClusterStore::Entry
{
    ClusterStatus status;
    QList<MemberMemory> memory; ///< parallel to status.members
    bool bornBusy = false;      ///< the running task began with no container: it is making them

    [[nodiscard]] qsizetype indexOf(int memberId) const
    {
        for (qsizetype i = 0; i < status.members.size(); ++i) {
            if (status.members[i].wanted.id == memberId)
                return i;
        }
        return -1;
    }

    [[nodiscard]] bool hasNoContainer() const
    {
        for (const MemberStatus &member : status.members) {
            const ContainerLife life = member.container.life;
            if (life != ContainerLife::Absent && life != ContainerLife::Unknown)
                return false;
        }
        return true;
    }
};

/// `mutation` takes the entry and returns whether something of the cluster itself changed.
template <typename Mutation>
void ClusterStore::change(const QString &name, Mutation &&mutation)
{
    const std::shared_ptr<Entry> entry = m_entries.value(name);
    if (!entry)
        return;
    const QList<MemberStatus> before = entry->status.members;
    const QuorumStatus quorum = entry->status.quorum;
    const bool touched = mutation(*entry);
    derive(*entry);
    if (doubtAfter(*entry, before))
        derive(*entry);
    announce(entry, before, touched || quorum != entry->status.quorum);
}

template <typename Mutation>
void ClusterStore::changeMember(const QString &name, int memberId, Mutation &&mutation)
{
    change(name, [&](Entry &entry) {
        const qsizetype index = entry.indexOf(memberId);
        if (index >= 0)
            mutation(entry.status.members[index], entry.memory[index]);
        return false;
    });
}

} // namespace zoodock
