// SPDX-License-Identifier: GPL-3.0-or-later
// What `up` does with a cluster that is there: starts what does not run, makes what is missing, waits.
#include "app/cli/difference.h"
#include "app/cli/question.h"
#include "app/cli/upverb.h"
#include "app/composition.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// How long the news of a start may take that docker has reported.
constexpr std::chrono::seconds sightLimit{3};

} // namespace

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
    startStopped(stopped);
}

void UpVerb::startStopped(const QList<int> &members)
{
    m_starting = parts().service.act(request().cluster, members, MemberAction::Start);
    QStringList names;
    for (const int id : members)
        names += parts().store.cluster(request().cluster)->member(id)->wanted.name;
    follow(m_starting, [this, names](const Result<void> &outcome) {
        QStringList started;
        const QList<TaskStep> &steps = m_starting->steps();
        for (qsizetype i = 0; i < std::min(names.size(), steps.size()); ++i) {
            if (steps.at(i).state == StepState::Done)
                started += names.at(i);
        }
        if (!started.isEmpty())
            m_stays = tr("Started, and left running: %1. `zoodock stop %2` stops the cluster.")
                          .arg(started.join(u", "_s), request().cluster);
        if (m_interrupted)
            leave(outcome);
        else if (outcome)
            awaitQuorum();
        else
            fail(outcome.error());
    });
}

/// Docker goes on with what it was told, whether its client waits for it or not. So the first Ctrl+C waits
/// for it, to tell what runs; the second one does not.
void UpVerb::interrupt()
{
    if (m_starting && !m_starting->isFinished()) {
        if (m_interrupted)
            m_starting->cancel();
        else
            console::note(tr("Interrupted: what docker was told to start goes on running. One moment…"));
        m_interrupted = true;
        return;
    }
    if (m_stays.isEmpty()) {
        Verb::interrupt();
        return;
    }
    console::note(tr("Interrupted: nobody waits for the quorum any more."));
    leave({});
}

QString UpVerb::interruptedSentence() const
{
    return m_changesSettings
               ? tr("Interrupted: a member that is being made anew is put back to the settings it "
                    "had; those that are done keep the new ones. One moment…")
               : tr("Interrupted: undoing what was made. One moment…");
}

void UpVerb::leave(const Result<void> &outcome)
{
    if (!m_stays.isEmpty())
        console::note(m_stays);
    if (!outcome && outcome.error().kind() != ErrorKind::Cancelled)
        console::note(tr("zoodock: %1").arg(outcome.error().message()));
    else if (!outcome)
        console::note(
            tr("Whether docker starts the others, too, `zoodock status %1` tells.").arg(request().cluster));
    finish(ExitCode::Interrupted);
}

void UpVerb::finishExisting(ClusterService::TakenPorts ports)
{
    const std::optional<JournalEntry> before = parts().repository.journal().read(request().cluster);
    const bool isHalfMade = before && before->change == JournalEntry::Change::Create;
    m_changesSettings = before && before->change == JournalEntry::Change::Apply;
    const bool mayMove = isHalfMade && ports == ClusterService::TakenPorts::Refuse;
    const Result<Ensemble> old = parts().repository.load(request().cluster);
    follow(parts().service.finish(request().cluster, request().wait, ports),
           [this, mayMove, old](const Result<void> &outcome) {
               if (outcome)
                   onFinishedExisting(old);
               else if (mayMove && outcome.error().kind() == ErrorKind::PortInUse)
                   offerFreePorts(outcome.error());
               else
                   failToFinish(outcome.error());
           });
}

void UpVerb::onFinishedExisting(const Result<Ensemble> &before)
{
    const Result<Ensemble> now = parts().repository.load(request().cluster);
    if (before && now)
        noteMovedPorts(*before, *now);
    m_stays = tr("What was missing of “%1” is made and started, and stays.").arg(request().cluster);
    awaitQuorum();
}

void UpVerb::failToFinish(const Error &error)
{
    if (error.kind() == ErrorKind::Cancelled && !m_changesSettings)
        console::note(tr("Members that were there before, and that it started, go on running."));
    fail(error);
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

/// Without waiting for the quorum: what was just started is shown as it is now, not as it was.
bool UpVerb::isSeenRunning() const
{
    const ClusterStatus *const cluster = parts().store.cluster(request().cluster);
    return cluster != nullptr &&
           std::all_of(cluster->members.cbegin(), cluster->members.cend(), [](const MemberStatus &member) {
               return member.container.life == ContainerLife::Running;
           });
}

void UpVerb::awaitQuorum()
{
    auto *timer = new QTimer(this);
    auto waited = std::make_shared<QElapsedTimer>();
    waited->start();
    connect(timer, &QTimer::timeout, this, [this, timer, waited] {
        const ClusterStatus *cluster = parts().store.cluster(request().cluster);
        const bool established = cluster != nullptr && cluster->quorum.established;
        const bool isDone = established || (request().wait.count() == 0 && isSeenRunning());
        const auto limit = std::max<std::chrono::milliseconds>(request().wait, sightLimit);
        if (!isDone && std::chrono::milliseconds(waited->elapsed()) < limit)
            return;
        timer->stop();
        timer->deleteLater();
        report();
    });
    timer->start(std::chrono::milliseconds(50));
}

} // namespace zoodock
