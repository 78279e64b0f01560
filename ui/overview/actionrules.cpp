// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/actionrules.h"

#include "clusters/adoption.h"
#include "clusters/clusterstore.h"
#include "clusters/consequence.h"
#include "clusters/enginereach.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace zoodock
{

namespace
{

struct ActionRules
{
    Q_DECLARE_TR_FUNCTIONS(zoodock::ActionRules)
};

QString generalReason(const ClusterStatus &cluster, const EngineStatus &engine)
{
    if (engine.reach == EngineStatus::Reach::Silent)
        return silenceSentence(engine);
    if (!cluster.isManaged())
        return ActionRules::tr("Others started this cluster. Adopt it first.");
    if (cluster.busy)
        return ActionRules::tr("Another task is changing this cluster. Wait until it ends, or cancel it.");
    if (cluster.changedElsewhere)
        return ActionRules::tr("Another process is changing this cluster. Wait until it has ended.");
    return {};
}

/// What is there needs no file; only what is to be made does.
QString unreadable()
{
    return ActionRules::tr("The cluster's file cannot be read.");
}

QString reasonAgainstStart(const MemberStatus &member, ContainerLife life)
{
    if (life == ContainerLife::Paused)
        return ActionRules::tr("%1 is paused. Resume it instead.").arg(member.wanted.name);
    return isAlive(life) ? ActionRules::tr("%1 runs already.").arg(member.wanted.name) : QString();
}

QString reasonAgainstPause(const MemberStatus &member, ContainerLife life)
{
    if (life == ContainerLife::Paused)
        return ActionRules::tr("%1 is paused already.").arg(member.wanted.name);
    return life == ContainerLife::Running ? QString()
                                          : ActionRules::tr("%1 does not run.").arg(member.wanted.name);
}

QString reasonByLife(MemberAction action, const MemberStatus &member)
{
    const ContainerLife life = member.container.life;
    if (life == ContainerLife::Unknown)
        return ActionRules::tr("Nothing is known about %1 yet.").arg(member.wanted.name);
    if (life == ContainerLife::Absent && action == MemberAction::Start)
        return {}; // it is made again
    if (life == ContainerLife::Absent || life == ContainerLife::Removing)
        return ActionRules::tr("%1 has no container. Start it to make one.").arg(member.wanted.name);
    switch (action) {
    case MemberAction::Start:
        return reasonAgainstStart(member, life);
    case MemberAction::Pause:
        return reasonAgainstPause(member, life);
    case MemberAction::Unpause:
        return life == ContainerLife::Paused ? QString()
                                             : ActionRules::tr("%1 is not paused.").arg(member.wanted.name);
    case MemberAction::Remove:
        return {};
    case MemberAction::Stop:
    case MemberAction::Restart:
    case MemberAction::Kill:
        break;
    }
    return isAlive(life) ? QString() : ActionRules::tr("%1 does not run.").arg(member.wanted.name);
}

} // namespace

QString reasonAgainst(MemberAction action, const ClusterStatus &cluster, const MemberStatus &member,
                      const EngineStatus &engine)
{
    if (const QString general = generalReason(cluster, engine); !general.isEmpty())
        return general;
    const bool makes = action == MemberAction::Start && member.container.life == ContainerLife::Absent;
    if (cluster.ensemble.adopted && (makes || action == MemberAction::Remove))
        return adoptedSentence(cluster.ensemble.name, cluster.ensemble.composeProject);
    if (makes && cluster.damage)
        return unreadable();
    return reasonByLife(action, member);
}

QString reasonAgainst(MemberAction action, const ClusterStatus &cluster, const EngineStatus &engine)
{
    if (const QString general = generalReason(cluster, engine); !general.isEmpty())
        return general;
    if (!membersFor(action, cluster, engine).isEmpty())
        return {};
    if (cluster.damage && (action == MemberAction::Start || cluster.members.isEmpty()))
        return unreadable();
    if (action == MemberAction::Start)
        return ActionRules::tr("All members run already.");
    return ActionRules::tr("No member runs.");
}

QString reasonAgainstRemoval(const ClusterStatus &cluster, const EngineStatus &engine)
{
    const QString general = generalReason(cluster, engine);
    if (general.isEmpty() && cluster.ensemble.adopted)
        return adoptedSentence(cluster.ensemble.name, cluster.ensemble.composeProject);
    return general;
}

QString reasonAgainst(MemberAction action, const QList<Target> &targets, const ClusterStore &store)
{
    QString first;
    for (const Target &target : targets) {
        const ClusterStatus *status = store.cluster(target.cluster);
        if (!status)
            continue;
        const EngineStatus engine = store.engine(status->ensemble.context);
        QStringList reasons;
        if (target.members.isEmpty())
            reasons += reasonAgainst(action, *status, engine);
        for (const int id : target.members) {
            if (const MemberStatus *member = status->member(id))
                reasons += reasonAgainst(action, *status, *member, engine);
        }
        if (reasons.contains(QString()))
            return {};
        if (first.isEmpty())
            first = reasons.value(0);
    }
    return first.isEmpty() ? ActionRules::tr("Nothing is selected.") : first;
}

QString reasonAgainstRemoval(const QList<Target> &targets, const ClusterStore &store)
{
    for (const Target &target : targets) {
        const ClusterStatus *status = store.cluster(target.cluster);
        const QString reason =
            status ? reasonAgainstRemoval(*status, store.engine(status->ensemble.context)) : QString();
        if (!reason.isEmpty())
            return reason;
    }
    return targets.isEmpty() ? ActionRules::tr("No cluster is selected.") : QString();
}

QList<int> membersFor(MemberAction action, const Target &target, const ClusterStore &store)
{
    const ClusterStatus *status = store.cluster(target.cluster);
    if (!status)
        return {};
    QList<int> ids = membersFor(action, *status, store.engine(status->ensemble.context));
    if (!target.members.isEmpty())
        ids.removeIf([&target](int id) { return !target.members.contains(id); });
    return ids;
}

QList<int> membersFor(MemberAction action, const ClusterStatus &cluster, const EngineStatus &engine)
{
    QList<int> ids;
    for (const MemberStatus &member : cluster.members) {
        if (reasonAgainst(action, cluster, member, engine).isEmpty())
            ids.append(member.wanted.id);
    }
    return ids;
}

bool hasAbsentMembers(const ClusterStatus &cluster)
{
    return std::any_of(cluster.members.cbegin(), cluster.members.cend(), [](const MemberStatus &member) {
        return member.container.life == ContainerLife::Absent;
    });
}

QString consequenceOf(MemberAction action, const ClusterStatus &cluster, const MemberStatus &member)
{
    const ActionConsequence consequence = consequenceOf(action, cluster, QList<int>{member.wanted.id});
    if (consequence.losesQuorum)
        return ActionRules::tr("The cluster loses its quorum then.");
    return consequence.losesLeader ? ActionRules::tr("The others elect a new leader then.") : QString();
}

} // namespace zoodock
