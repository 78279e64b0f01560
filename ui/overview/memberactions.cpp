// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/memberactions.h"

#include "clusters/clusterstore.h"
#include "ui/overview/actionmaking.h"

#include <QtGui/QAction>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

MemberActions::MemberActions(QObject *parent)
    : LifeActions(parent)
    , remove(makeAction(this, u"remove"_s, tr("Remo&ve Container…")))
    , browse(makeAction(this, {}, tr("Browse &Znodes")))
    , copyAddress(makeAction(this, u"copy"_s, tr("&Copy Client Address")))
    , copyEverything(makeAction(this, u"copy"_s, tr("Copy &All Values")))
{
    wishBy(remove, MemberAction::Remove);
}

void MemberActions::setAll(const QString &who, const Answer &reason, const Answer &consequence)
{
    const auto set = [&](QAction *action, MemberAction wish, const QString &description) {
        allow(action, description, reason(wish), consequence(wish));
    };
    set(start, MemberAction::Start, tr("Start %1.").arg(who));
    set(stop, MemberAction::Stop, tr("Stop %1.").arg(who));
    set(restart, MemberAction::Restart, tr("Restart %1.").arg(who));
    set(rollingRestart, MemberAction::Restart, tr("Restart %1 once the others make a quorum.").arg(who));
    set(kill, MemberAction::Kill, tr("End %1 at once, without a warning (SIGKILL).").arg(who));
    set(pause, MemberAction::Pause, tr("Freeze %1: no more answers come.").arg(who));
    set(resume, MemberAction::Unpause, tr("Let %1 go on.").arg(who));
    set(remove, MemberAction::Remove, tr("Remove the container of %1; the data volumes stay.").arg(who));
}

void MemberActions::showPauseOrResume(bool paused)
{
    pause->setVisible(!paused);
    resume->setVisible(paused);
}

void MemberActions::update(const ClusterStatus &cluster, const MemberStatus &member,
                           const EngineStatus &engine)
{
    const QString name = member.wanted.name;
    setAll(
        name, [&](MemberAction wish) { return reasonAgainst(wish, cluster, member, engine); },
        [&](MemberAction wish) { return consequenceOf(wish, cluster, member); });
    showPauseOrResume(member.container.life == ContainerLife::Paused);
    const QString unreachable = member.clientPort == 0
                                    ? tr("%1 has no client port that can be reached from here.").arg(name)
                                    : QString();
    allow(browse, tr("Connect to %1 alone and show the znodes as it has them.").arg(name), unreachable);
    allow(copyAddress, tr("Copy the client address of %1.").arg(name), unreachable);
    allow(copyEverything, tr("Copy everything the card of %1 shows.").arg(name), {});
}

void MemberActions::update(const QList<Target> &targets, const ClusterStore &store)
{
    QList<Target> chosen = targets;
    chosen.removeIf([](const Target &target) { return target.members.isEmpty(); });
    const Target first = chosen.value(0);
    const ClusterStatus *status = store.cluster(first.cluster);
    const MemberStatus *member = status ? status->member(first.members.value(0)) : nullptr;
    if (!member) {
        refuseAll(tr("No member is selected."));
        return;
    }
    if (chosen.size() == 1 && first.members.size() == 1) {
        update(*status, *member, store.engine(status->ensemble.context));
        return;
    }
    setAll(
        tr("the selected members"), [&](MemberAction wish) { return reasonAgainst(wish, chosen, store); },
        [](MemberAction) { return QString(); }); // of several it is asked about before
    showPauseOrResume(!resume->isEnabled() ? false : !pause->isEnabled());
    allow(browse, {}, tr("Select one member."));
    allow(copyAddress, {}, tr("Select one member."));
    allow(copyEverything, {}, tr("Select one member."));
}

void MemberActions::refuseAll(const QString &reason)
{
    const QList<QAction *> actions = all();
    for (QAction *action : actions)
        allow(action, {}, reason);
    showPauseOrResume(false);
}

QList<QAction *> MemberActions::all() const
{
    return {start,  stop,   restart, rollingRestart, kill,          pause,
            resume, remove, browse,  copyAddress,    copyEverything};
}

} // namespace zoodock
