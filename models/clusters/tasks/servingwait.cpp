// SPDX-License-Identifier: GPL-3.0-or-later
#include "servingwait.h"

#include "clusters/clusterstore.h"
#include "core/sentences.h"
#include "quorumwait.h"

namespace zoodock
{

ContainerMark ContainerMark::of(const MemberStatus &member)
{
    return {member.container.id, member.container.startedAt};
}

ServingWait::ServingWait(const ClusterStore &store, QString cluster, QSet<int> members,
                         QMap<int, ContainerMark> marks, QObject *parent)
    : StoreWait(store, std::move(cluster), parent)
    , m_members(std::move(members))
    , m_marks(std::move(marks))
{
}

ServingWait::~ServingWait() = default;

void ServingWait::abort(const Error &why)
{
    const ClusterStatus *const now = current();
    if (why.kind() != ErrorKind::Timeout || !now) {
        fail(why);
        return;
    }
    const QStringList late = missing(*now);
    const QString sentence =
        late.isEmpty() ? tr("The quorum did not come back in time. %1 Look at the members' logs, or allow "
                            "more time.")
                             .arg(quorumSentence(now->quorum))
                       : tr("Members did not serve in time: %1. %2 Look at their logs, or allow more time.")
                             .arg(listOf(late), quorumSentence(now->quorum));
    fail(Error(ErrorKind::NoQuorum, sentence).causedBy(Error(ErrorKind::Timeout, {})));
}

bool ServingWait::isNewLife(const MemberStatus &member) const
{
    const auto mark = m_marks.find(member.wanted.id);
    return mark == m_marks.end() || *mark != ContainerMark::of(member);
}

QStringList ServingWait::missing(const ClusterStatus &status) const
{
    QStringList names;
    for (const MemberStatus &member : status.members) {
        if (m_members.contains(member.wanted.id) && (!isServing(member.state) || !isNewLife(member)))
            names += member.wanted.name;
    }
    return names;
}

void ServingWait::look(const ClusterStatus &status)
{
    QSet<int> fresh;
    for (const MemberStatus &member : status.members) {
        if (m_marks.contains(member.wanted.id) && isNewLife(member))
            fresh += member.wanted.id;
    }
    if (const MemberStatus *const dead = deadForGood(status, fresh)) {
        fail(deathOf(*dead));
        return;
    }
    const QStringList late = missing(status);
    if (late.isEmpty() && status.quorum.established) {
        succeed();
        return;
    }
    const QString detail =
        late.isEmpty() ? tr("waiting for the quorum") : tr("waiting for %1").arg(listOf(late));
    say(detail);
}

} // namespace zoodock
