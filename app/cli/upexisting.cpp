// SPDX-License-Identifier: GPL-3.0-or-later
// What `up` does with a cluster that is there: starts what does not run, makes what is missing, waits.
#include "app/cli/question.h"
#include "app/cli/upverb.h"
#include "app/composition.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace zoodock
{

void UpVerb::startExisting()
{
    const ClusterStatus &cluster = *parts().store.cluster(request().cluster);
    QList<int> stopped;
    bool absent = cluster.halfMade;
    for (const MemberStatus &member : cluster.members) {
        const ContainerLife life = member.container.life;
        if (life == ContainerLife::Absent)
            absent = true;
        else if (life == ContainerLife::Exited || life == ContainerLife::Created ||
                 life == ContainerLife::Dead || life == ContainerLife::Paused)
            stopped.append(member.wanted.id);
    }
    if (!absent && stopped.isEmpty()) {
        awaitQuorum();
        return;
    }
    if (absent) {
        finishExisting(ClusterService::TakenPorts::Refuse);
        return;
    }
    follow(parts().service.act(request().cluster, stopped, MemberAction::Start),
           [this](const Result<void> &outcome) {
               if (outcome)
                   awaitQuorum();
               else
                   fail(outcome.error());
           });
}

void UpVerb::finishExisting(ClusterService::TakenPorts ports)
{
    const std::optional<JournalEntry> before = parts().repository.journal().read(request().cluster);
    const bool isHalfMade = before && before->change == JournalEntry::Change::Create;
    const bool mayMove = isHalfMade && ports == ClusterService::TakenPorts::Refuse;
    follow(parts().service.finish(request().cluster, request().wait, ports),
           [this, mayMove](const Result<void> &outcome) {
               if (outcome)
                   awaitQuorum();
               else if (mayMove && outcome.error().kind() == ErrorKind::PortInUse)
                   offerFreePorts(outcome.error());
               else
                   fail(outcome.error());
           });
}

/// Where a creation was interrupted nobody knows the cluster by its ports yet.
void UpVerb::offerFreePorts(const Error &taken)
{
    const auto move = [this] { finishExisting(ClusterService::TakenPorts::Move); };
    if (!request().yes && !Question::canAsk()) {
        fail(Error(taken.kind(),
                   tr("%1 To finish the creation with free ports instead: `zoodock up %2 --yes`.")
                       .arg(taken.message(), request().cluster),
                   taken.detail()));
        return;
    }
    console::note(taken.message());
    if (request().yes)
        move();
    else
        ask(tr("Finish the creation with free ports instead?"), move);
}

void UpVerb::awaitQuorum()
{
    auto *timer = new QTimer(this);
    auto waited = std::make_shared<QElapsedTimer>();
    waited->start();
    connect(timer, &QTimer::timeout, this, [this, timer, waited] {
        const ClusterStatus *cluster = parts().store.cluster(request().cluster);
        const bool established = cluster != nullptr && cluster->quorum.established;
        if (!established && std::chrono::milliseconds(waited->elapsed()) < request().wait)
            return;
        timer->stop();
        timer->deleteLater();
        report();
    });
    timer->start(std::chrono::milliseconds(50));
}

} // namespace zoodock
