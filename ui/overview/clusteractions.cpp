// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/clusteractions.h"

#include "ui/overview/actionmaking.h"

#include <QtGui/QAction>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

ClusterActions::ClusterActions(QObject *parent)
    : QObject(parent)
    , start(makeAction(this, u"start"_s, tr("&Start")))
    , stop(makeAction(this, u"stop"_s, tr("S&top")))
    , restart(makeAction(this, u"restart"_s, tr("R&estart")))
    , kill(makeAction(this, u"kill"_s, tr("&Kill")))
    , pause(makeAction(this, u"pause"_s, tr("&Pause")))
    , resume(makeAction(this, u"resume"_s, tr("Res&ume")))
    , remove(makeAction(this, u"remove"_s, tr("&Remove…")))
    , copyHostString(makeAction(this, u"copy"_s, tr("&Copy Connect String for Host Programs")))
    , copyNetworkString(makeAction(this, u"copy"_s, tr("Copy Connect String for the &Docker Network")))
{
    const QList<std::pair<QAction *, MemberAction>> wishes{
        {start, MemberAction::Start}, {stop, MemberAction::Stop},   {restart, MemberAction::Restart},
        {kill, MemberAction::Kill},   {pause, MemberAction::Pause}, {resume, MemberAction::Unpause}};
    for (const auto &[action, wish] : wishes)
        connect(action, &QAction::triggered, this, [this, wish = wish] { Q_EMIT wanted(wish); });
}

void ClusterActions::update(const QList<Target> &targets, const ClusterStore &store)
{
    QList<Target> clusters;
    for (const Target &target : targets)
        clusters.append({target.cluster, {}});
    const auto set = [&](QAction *action, MemberAction wish, const QString &description) {
        allow(action, description,
              clusters.isEmpty() ? tr("No cluster is selected.") : reasonAgainst(wish, clusters, store));
    };
    set(start, MemberAction::Start, tr("Start all members that do not run"));
    set(stop, MemberAction::Stop, tr("Stop all members; their data stays"));
    set(restart, MemberAction::Restart, tr("Restart all members at once"));
    set(kill, MemberAction::Kill, tr("End all members at once, without a warning (SIGKILL)"));
    set(pause, MemberAction::Pause, tr("Freeze all members; they stop answering"));
    set(resume, MemberAction::Unpause, tr("Let all paused members go on"));
    allow(remove, tr("Remove the cluster's containers, network and file"),
          reasonAgainstRemoval(clusters, store));
    const QString notOne = clusters.size() == 1 ? QString() : tr("Select one cluster.");
    allow(copyHostString, tr("Copy the addresses for programs on this machine"), notOne);
    allow(copyNetworkString, tr("Copy the addresses for programs in containers of the same network"), notOne);
}

QList<QAction *> ClusterActions::all() const
{
    return {start, stop, restart, kill, pause, resume, remove, copyHostString, copyNetworkString};
}

} // namespace zoodock
