// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/clusteractions.h"

#include "clusters/clusterstore.h"
#include "ui/overview/actionmaking.h"
#include "ui/overview/connectpanel.h"

#include <QtGui/QAction>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString reasonAgainstDescribing(const ClusterStatus *cluster)
{
    if (!cluster)
        return ClusterActions::tr("Select one cluster.");
    if (!cluster->isManaged())
        return ClusterActions::tr("Others started this cluster. Adopt it first.");
    if (cluster->damage)
        return ClusterActions::tr("The cluster's file cannot be read.");
    return cluster->isBeingChanged() ? ClusterActions::tr("Wait until the change of this cluster has ended.")
                                     : QString();
}

/// On the host's network there is one kind of address.
QString reasonByNetwork(const ClusterStatus &status)
{
    return status.ensemble.network.mode == NetworkMode::Host
               ? ClusterActions::tr("The cluster is on the host's own network: all programs use the connect "
                                    "string for host programs.")
               : reasonAgainstNetworkString(status);
}

} // namespace

ClusterActions::ClusterActions(QObject *parent)
    : LifeActions(parent)
    , remove(makeAction(this, u"remove"_s, tr("&Remove…")))
    , release(makeAction(this, u"cancel"_s, tr("&Give Back")))
    , describe(makeAction(this, {}, tr("Name, Notes and Co&lour…")))
    , duplicate(makeAction(this, u"new"_s, tr("Duplic&ate…")))
    , copyHostString(makeAction(this, u"copy"_s, tr("&Copy Connect String for Host Programs")))
    , copyNetworkString(makeAction(this, u"copy"_s, tr("Copy Connect String for the &Docker Network")))
{
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
    set(rollingRestart, MemberAction::Restart,
        tr("Restart one member after the other, the leader last; the quorum stays"));
    set(kill, MemberAction::Kill, tr("End all members at once, without a warning (SIGKILL)"));
    set(pause, MemberAction::Pause, tr("Freeze all members; they stop answering"));
    set(resume, MemberAction::Unpause, tr("Let all paused members go on"));
    allow(remove, tr("Remove the cluster's containers, network and file"),
          reasonAgainstRemoval(clusters, store));
    release->setVisible(!clusters.isEmpty() &&
                        std::all_of(clusters.cbegin(), clusters.cend(), [&store](const Target &target) {
                            const ClusterStatus *status = store.cluster(target.cluster);
                            return status && status->isManaged() && status->ensemble.adopted;
                        }));
    allow(release, tr("Take back the adoption: the file goes, the containers stay as they are"),
          clusters.isEmpty() ? tr("No cluster is selected.") : QString());
    const QString notOne = clusters.size() == 1 ? QString() : tr("Select one cluster.");
    const ClusterStatus *only = notOne.isEmpty() ? store.cluster(clusters.constFirst().cluster) : nullptr;
    allow(describe, tr("What you call the cluster, notes about it, and a mark in the sidebar"),
          reasonAgainstDescribing(only));
    allow(duplicate, tr("Opens the wizard for a new cluster, filled in with what this one has"), notOne);
    allow(copyHostString, tr("Copy the addresses for programs on this machine"),
          only ? reasonAgainstHostString(*only) : notOne);
    allow(copyNetworkString, tr("Copy the addresses for programs in containers of the same network"),
          only ? reasonByNetwork(*only) : notOne);
}

QList<QAction *> ClusterActions::all() const
{
    return {start,    stop,      restart,        rollingRestart,   kill, pause, resume, remove, release,
            describe, duplicate, copyHostString, copyNetworkString};
}

} // namespace zoodock
