// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/alreadydone.h"

#include "app/cli/actverb.h"

#include <algorithm>

namespace zoodock
{

namespace
{

using Lives = QList<ContainerLife>;

Lives livesOf(const ClusterStatus &cluster, const QList<int> &members)
{
    Lives lives;
    for (const MemberStatus &member : cluster.members) {
        if (members.isEmpty() || members.contains(member.wanted.id))
            lives += member.container.life;
    }
    return lives;
}

bool all(const Lives &lives, ContainerLife life)
{
    return std::all_of(lives.cbegin(), lives.cend(), [life](ContainerLife one) { return one == life; });
}

QString ofAll(VerbName verb, const Lives &lives)
{
    switch (verb) {
    case VerbName::Start:
        return all(lives, ContainerLife::Running) ? ActVerb::tr("All members of “%1” run already.")
                                                  : QString();
    case VerbName::Stop:
        return all(lives, ContainerLife::Exited) ? ActVerb::tr("All members of “%1” are stopped already.")
                                                 : QString();
    case VerbName::Kill:
        return std::any_of(lives.cbegin(), lives.cend(), isAlive)
                   ? QString()
                   : ActVerb::tr("No member of “%1” runs: nothing was changed.");
    case VerbName::Pause:
        if (all(lives, ContainerLife::Paused))
            return ActVerb::tr("All members of “%1” are paused already.");
        return lives.contains(ContainerLife::Running)
                   ? QString()
                   : ActVerb::tr("No member of “%1” runs: nothing was changed.");
    case VerbName::Unpause:
        return lives.contains(ContainerLife::Paused)
                   ? QString()
                   : ActVerb::tr("No member of “%1” is paused: nothing was changed.");
    default:
        return {};
    }
}

/// Where it is not as it was wished, docker's refusal is the answer: a stopped member cannot be paused.
QString ofOne(VerbName verb, ContainerLife life)
{
    switch (verb) {
    case VerbName::Start:
        return life == ContainerLife::Running ? ActVerb::tr("%1 of “%2” runs already.") : QString();
    case VerbName::Stop:
        return life == ContainerLife::Exited ? ActVerb::tr("%1 of “%2” is stopped already.") : QString();
    case VerbName::Kill:
        return isAlive(life) ? QString() : ActVerb::tr("%1 of “%2” does not run: nothing was changed.");
    case VerbName::Pause:
        return life == ContainerLife::Paused ? ActVerb::tr("%1 of “%2” is paused already.") : QString();
    case VerbName::Unpause:
        return life == ContainerLife::Running ? ActVerb::tr("%1 of “%2” is not paused: nothing was changed.")
                                              : QString();
    default:
        return {};
    }
}

} // namespace

QString alreadyDone(VerbName verb, const ClusterStatus &cluster, const QList<int> &members)
{
    const bool mends = verb == VerbName::Start || verb == VerbName::Stop;
    const Lives lives = livesOf(cluster, members);
    if (lives.isEmpty() || lives.contains(ContainerLife::Unknown) || cluster.isBeingChanged() ||
        (mends && cluster.halfMade))
        return {};
    const QString &name = cluster.ensemble.name;
    if (members.isEmpty()) {
        const QString sentence = ofAll(verb, lives);
        return sentence.isEmpty() ? QString() : sentence.arg(name);
    }
    const QString sentence = ofOne(verb, lives.constFirst());
    return sentence.isEmpty() ? QString()
                              : sentence.arg(cluster.member(members.constFirst())->wanted.name, name);
}

} // namespace zoodock
