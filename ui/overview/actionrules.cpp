// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/actionrules.h"

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

bool runs(ContainerLife life)
{
    return life == ContainerLife::Running || life == ContainerLife::Paused ||
           life == ContainerLife::Restarting;
}

QString generalReason(const ClusterStatus &cluster, const EngineStatus &engine)
{
    if (engine.reach == EngineStatus::Reach::Silent)
        return ActionRules::tr("The Docker engine does not answer.");
    if (cluster.busy)
        return ActionRules::tr("Another task is changing this cluster. Wait until it ends, or cancel it.");
    if (cluster.changedElsewhere)
        return ActionRules::tr("Another process is changing this cluster. Wait until it has ended.");
    return {};
}

QString reasonAgainstStart(const MemberStatus &member, ContainerLife life)
{
    if (life == ContainerLife::Paused)
        return ActionRules::tr("%1 is paused. Resume it instead.").arg(member.wanted.name);
    return runs(life) ? ActionRules::tr("%1 runs already.").arg(member.wanted.name) : QString();
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
    return runs(life) ? QString() : ActionRules::tr("%1 does not run.").arg(member.wanted.name);
}

} // namespace

QString reasonAgainst(MemberAction action, const ClusterStatus &cluster, const MemberStatus &member,
                      const EngineStatus &engine)
{
    const QString general = generalReason(cluster, engine);
    return general.isEmpty() ? reasonByLife(action, member) : general;
}

QString reasonAgainst(MemberAction action, const ClusterStatus &cluster, const EngineStatus &engine)
{
    if (const QString general = generalReason(cluster, engine); !general.isEmpty())
        return general;
    if (cluster.damage)
        return ActionRules::tr("The cluster's file cannot be read.");
    if (!membersFor(action, cluster, engine).isEmpty())
        return {};
    if (action == MemberAction::Start)
        return ActionRules::tr("All members run already.");
    return ActionRules::tr("No member runs.");
}

QString reasonAgainstRemoval(const ClusterStatus &cluster, const EngineStatus &engine)
{
    return generalReason(cluster, engine);
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
    const bool takesAway = action == MemberAction::Stop || action == MemberAction::Kill ||
                           action == MemberAction::Pause || action == MemberAction::Restart ||
                           action == MemberAction::Remove;
    const bool votes = member.wanted.role == MemberRole::Participant && isServing(member.state);
    if (!takesAway || !votes || !cluster.quorum.established)
        return {};
    if (cluster.quorum.serving - 1 < cluster.quorum.majority)
        return ActionRules::tr("The cluster loses its quorum then.");
    return member.state == MemberState::Leader ? ActionRules::tr("The others elect a new leader then.")
                                               : QString();
}

} // namespace zoodock
