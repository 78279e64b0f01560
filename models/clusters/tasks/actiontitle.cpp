// SPDX-License-Identifier: GPL-3.0-or-later
#include "actiontitle.h"

#include "clusters/clusterstore.h"

#include <QtCore/QCoreApplication>

namespace zoodock
{

namespace
{

struct ActionWords
{
    Q_DECLARE_TR_FUNCTIONS(zoodock::ActTask)
};

} // namespace

QString titleOf(MemberAction action, const QString &what)
{
    switch (action) {
    case MemberAction::Start:
        return ActionWords::tr("Start %1").arg(what);
    case MemberAction::Stop:
        return ActionWords::tr("Stop %1").arg(what);
    case MemberAction::Restart:
        return ActionWords::tr("Restart %1").arg(what);
    case MemberAction::Kill:
        return ActionWords::tr("Kill %1").arg(what);
    case MemberAction::Pause:
        return ActionWords::tr("Pause %1").arg(what);
    case MemberAction::Unpause:
        return ActionWords::tr("Resume %1").arg(what);
    case MemberAction::Remove:
        return ActionWords::tr("Remove the container of %1").arg(what);
    }
    return what;
}

QString subjectOf(const ClusterStore &store, const QString &cluster, const QList<int> &memberIds)
{
    const ClusterStatus *const status = store.cluster(cluster);
    const MemberStatus *const member =
        status && memberIds.size() == 1 ? status->member(memberIds.first()) : nullptr;
    if (member && store.saysNames()) // the two words that the verbs take
        return ActionWords::tr("%1 %2", "cluster, member").arg(cluster, member->wanted.name);
    if (member)
        return containerName(status->ensemble, member->wanted);
    return status ? store.shownName(status->ensemble) : cluster;
}

} // namespace zoodock
