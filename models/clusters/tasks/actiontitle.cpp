// SPDX-License-Identifier: GPL-3.0-or-later
#include "actiontitle.h"

#include "clusters/clusterstore.h"
#include "presentname.h"

#include <QtCore/QCoreApplication>

namespace zoodock
{

namespace
{

constexpr const char *contextOfActions = "zoodock::ActTask";

struct ActionWords
{
    Q_DECLARE_TR_FUNCTIONS(zoodock::ActTask)
};

} // namespace

TaskTitle titleOf(MemberAction action, const QString &what)
{
    const auto title = [&what](const char *source) { return TaskTitle(contextOfActions, source, {what}); };
    switch (action) {
    case MemberAction::Start:
        return title(QT_TRANSLATE_NOOP("zoodock::ActTask", "Start %1"));
    case MemberAction::Stop:
        return title(QT_TRANSLATE_NOOP("zoodock::ActTask", "Stop %1"));
    case MemberAction::Restart:
        return title(QT_TRANSLATE_NOOP("zoodock::ActTask", "Restart %1"));
    case MemberAction::Kill:
        return title(QT_TRANSLATE_NOOP("zoodock::ActTask", "Kill %1"));
    case MemberAction::Pause:
        return title(QT_TRANSLATE_NOOP("zoodock::ActTask", "Pause %1"));
    case MemberAction::Unpause:
        return title(QT_TRANSLATE_NOOP("zoodock::ActTask", "Resume %1"));
    case MemberAction::Remove:
        return title(QT_TRANSLATE_NOOP("zoodock::ActTask", "Remove the container of %1"));
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
        return presentName(status->ensemble, *member);
    return status ? store.shownName(status->ensemble) : cluster;
}

} // namespace zoodock
