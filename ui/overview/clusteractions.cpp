// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/clusteractions.h"

#include "ui/look/icons.h"
#include "ui/overview/actionrules.h"

#include <QtGui/QAction>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QAction *makeAction(QObject *parent, const QString &icon, const QString &text)
{
    auto *action = new QAction(actionIcon(icon), text, parent);
    // QToolButton would show the text with its ampersand's removal as a tool tip; ours says more.
    action->setIconText(QString(text).remove(u'&'));
    return action;
}

void allow(QAction *action, const QString &description, const QString &reason,
           const QString &consequence = {})
{
    action->setEnabled(reason.isEmpty());
    const QString tip = reason.isEmpty() ? description : reason;
    action->setToolTip(consequence.isEmpty() || !reason.isEmpty() ? tip : u"%1 %2"_s.arg(tip, consequence));
    action->setStatusTip(action->toolTip());
}

} // namespace

ClusterActions::ClusterActions(QObject *parent)
    : QObject(parent)
    , start(makeAction(this, u"start"_s, tr("&Start")))
    , stop(makeAction(this, u"stop"_s, tr("S&top")))
    , restart(makeAction(this, u"restart"_s, tr("R&estart")))
    , kill(makeAction(this, u"kill"_s, tr("&Kill")))
    , remove(makeAction(this, u"remove"_s, tr("&Remove…")))
    , copyHostString(makeAction(this, u"copy"_s, tr("&Copy Connect String for Host Programs")))
    , copyNetworkString(makeAction(this, u"copy"_s, tr("Copy Connect String for the &Docker Network")))
{
    start->setObjectName(u"clusterStart"_s);
    stop->setObjectName(u"clusterStop"_s);
    restart->setObjectName(u"clusterRestart"_s);
    kill->setObjectName(u"clusterKill"_s);
    remove->setObjectName(u"clusterRemove"_s);
    remove->setShortcut(QKeySequence::Delete);
    copyHostString->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    connect(start, &QAction::triggered, this, [this] { Q_EMIT wanted(MemberAction::Start); });
    connect(stop, &QAction::triggered, this, [this] { Q_EMIT wanted(MemberAction::Stop); });
    connect(restart, &QAction::triggered, this, [this] { Q_EMIT wanted(MemberAction::Restart); });
    connect(kill, &QAction::triggered, this, [this] { Q_EMIT wanted(MemberAction::Kill); });
    update(nullptr, {});
}

void ClusterActions::update(const ClusterStatus *cluster, const EngineStatus &engine)
{
    const QString none = tr("No cluster is selected.");
    const auto reason = [&](MemberAction action) {
        return cluster ? reasonAgainst(action, *cluster, engine) : none;
    };
    allow(start, tr("Start all members that do not run"), reason(MemberAction::Start));
    allow(stop, tr("Stop all members; their data stays"), reason(MemberAction::Stop));
    allow(restart, tr("Restart all members"), reason(MemberAction::Restart));
    allow(kill, tr("End all members at once, without a warning (SIGKILL)"), reason(MemberAction::Kill));
    allow(remove, tr("Remove the cluster's containers, network and file"),
          cluster ? reasonAgainstRemoval(*cluster, engine) : none);
    allow(copyHostString, tr("Copy the addresses for programs on this machine"), cluster ? QString() : none);
    allow(copyNetworkString, tr("Copy the addresses for programs in containers of the same network"),
          cluster ? QString() : none);
}

QList<QAction *> ClusterActions::all() const
{
    return {start, stop, restart, kill, remove, copyHostString, copyNetworkString};
}

MemberActions::MemberActions(QObject *parent)
    : QObject(parent)
    , start(makeAction(this, u"start"_s, tr("&Start")))
    , stop(makeAction(this, u"stop"_s, tr("S&top")))
    , restart(makeAction(this, u"restart"_s, tr("R&estart")))
    , kill(makeAction(this, u"kill"_s, tr("&Kill")))
    , pause(makeAction(this, u"pause"_s, tr("&Pause")))
    , resume(makeAction(this, u"resume"_s, tr("Res&ume")))
    , remove(makeAction(this, u"remove"_s, tr("Remo&ve Container…")))
    , copyAddress(makeAction(this, u"copy"_s, tr("&Copy Client Address")))
    , copyEverything(makeAction(this, u"copy"_s, tr("Copy &All Values")))
{
    connect(start, &QAction::triggered, this, [this] { Q_EMIT wanted(MemberAction::Start); });
    connect(stop, &QAction::triggered, this, [this] { Q_EMIT wanted(MemberAction::Stop); });
    connect(restart, &QAction::triggered, this, [this] { Q_EMIT wanted(MemberAction::Restart); });
    connect(kill, &QAction::triggered, this, [this] { Q_EMIT wanted(MemberAction::Kill); });
    connect(pause, &QAction::triggered, this, [this] { Q_EMIT wanted(MemberAction::Pause); });
    connect(resume, &QAction::triggered, this, [this] { Q_EMIT wanted(MemberAction::Unpause); });
    connect(remove, &QAction::triggered, this, [this] { Q_EMIT wanted(MemberAction::Remove); });
}

void MemberActions::update(const ClusterStatus &cluster, const MemberStatus &member,
                           const EngineStatus &engine)
{
    const QString name = member.wanted.name;
    const auto set = [&](QAction *qaction, MemberAction action, const QString &description) {
        allow(qaction, description, reasonAgainst(action, cluster, member, engine),
              consequenceOf(action, cluster, member));
    };
    set(start, MemberAction::Start, tr("Start %1.").arg(name));
    set(stop, MemberAction::Stop, tr("Stop %1.").arg(name));
    set(restart, MemberAction::Restart, tr("Restart %1.").arg(name));
    set(kill, MemberAction::Kill, tr("End %1 at once, without a warning (SIGKILL).").arg(name));
    set(pause, MemberAction::Pause, tr("Freeze %1; it stops answering.").arg(name));
    set(resume, MemberAction::Unpause, tr("Let %1 go on.").arg(name));
    set(remove, MemberAction::Remove, tr("Remove the container of %1; its data volumes stay.").arg(name));
    const bool paused = member.container.life == ContainerLife::Paused;
    pause->setVisible(!paused);
    resume->setVisible(paused);
    allow(copyAddress, tr("Copy the client address of %1.").arg(name),
          member.clientPort == 0 ? tr("%1 has no client port that can be reached from here.").arg(name)
                                 : QString());
    allow(copyEverything, tr("Copy everything the card of %1 shows.").arg(name), {});
}

QList<QAction *> MemberActions::all() const
{
    return {start, stop, restart, kill, pause, resume, remove, copyAddress, copyEverything};
}

} // namespace zoodock
