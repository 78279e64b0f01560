// SPDX-License-Identifier: GPL-3.0-or-later
// The way back of a changed setting: the member in hand becomes what it was.
#include "applytask.h"

#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "containerrecipe.h"
#include "containerview.h"
#include "core/errorbackground.h"
#include "core/sentences.h"
#include "core/sequence.h"
#include "docker/dockerengine.h"
#include "ensemble/secretrules.h"
#include "rewording.h"

namespace zoodock
{

void ApplyTask::onStopped(const QList<int> &inHand, const Error &why)
{
    if (inHand.isEmpty()) {
        finishStopped(inHand, why, {});
        return;
    }
    setUndoing(true);
    setMemberSteps(inHand, StepState::Undoing);
    if (m_change.together) {
        if (const Result<void> saved = tools().repository.save(m_before); !saved) {
            finishStopped(inHand, why, saved);
            return;
        }
    }
    lookBack(inHand, why);
}

void ApplyTask::lookBack(const QList<int> &inHand, const Error &why)
{
    auto *const query = new OwnObjectsQuery(*m_engine, cluster(), this);
    setRunning(query, false);
    connect(query, &Operation::finished, this, [this, query, inHand, why] {
        query->deleteLater();
        if (query->succeeded())
            putBack(inHand, why, query->value());
        else
            finishStopped(inHand, why, failure(query->error()));
    });
    query->start();
}

ApplyTask::WayBack ApplyTask::wayBack(int memberId, const OwnObjects &found) const
{
    const Member *const member = m_after.member(memberId);
    const QString wanted = member ? containerName(m_after, *member) : QString();
    const auto made = m_made.constFind(memberId);
    const bool up = wasUp(memberId);
    const DockerCommands &docker = m_engine->commands();
    WayBack way;
    for (const ContainerInfo &container : found.containers) {
        // It may not have got so far as to be removed.
        if (made != m_made.cend() && container.id == made->container.id)
            return {{}, up ? QList<CommandSpec>{docker.start({container.name})} : QList<CommandSpec>()};
        if (container.name == wanted)
            way.takeAway += docker.remove({container.name});
    }
    // A secret that nobody has any more: the file's rather than none.
    Ensemble known = m_before;
    known.secretsKey.clear();
    const Ensemble old = made != m_made.cend() ? withSecretsOf(made->spec, known) : m_before;
    way.makeAgain = containerRecipe(old, memberId, tools().engines.dockerProgram(),
                                    up ? FirstStart::AtOnce : FirstStart::Later)
                        .value_or(QList<CommandSpec>());
    return way;
}

/// What a killed program had stopped, it was going to start.
bool ApplyTask::wasUp(int memberId) const
{
    const auto made = m_made.constFind(memberId);
    return m_start == Start::Resume || made == m_made.cend() || isAlive(lifeOf(made->container.status));
}

void ApplyTask::putBack(const QList<int> &inHand, const Error &why, const OwnObjects &found)
{
    QList<QList<CommandSpec>> away;
    QList<QList<CommandSpec>> again;
    for (const int id : inHand) {
        const WayBack way = wayBack(id, found);
        away += way.takeAway;
        again += way.makeAgain;
    }
    Operation *const all = inTwoGoes(away, again, this);
    setRunning(all, false);
    connect(all, &Operation::finished, this, [this, all, inHand, why] {
        all->deleteLater();
        if (all->succeeded())
            awaitOthers(inHand, why);
        else
            finishStopped(inHand, why, all->outcome());
    });
    all->start();
}

void ApplyTask::awaitOthers(const QList<int> &inHand, const Error &why)
{
    QList<int> stopped = inHand;
    stopped.removeIf([this](int id) { return wasUp(id); });
    expectNoMore(stopped);
    // Nothing that served was touched; or there was no quorum, nor is there going to be one.
    if (!stopped.isEmpty() && (stopped.size() == inHand.size() || !m_hadQuorum)) {
        finishStopped(inHand, why, {});
        return;
    }
    ServingWait *const wait = makeWait(this);
    setRunning(wait, false);
    connect(wait, &ServingWait::progressed, this,
            [this, inHand](const QString &detail) { setMemberSteps(inHand, StepState::Undoing, detail); });
    connect(wait, &Operation::finished, this, [this, wait, inHand, why] {
        wait->deleteLater();
        finishStopped(inHand, why, wait->outcome());
    });
    wait->start();
}

QString ApplyTask::sentenceOfPutBack(const QList<int> &inHand) const
{
    QList<int> up;
    QList<int> stopped;
    for (const int id : inHand)
        (wasUp(id) ? up : stopped) += id;
    QStringList sentences;
    if (!up.isEmpty())
        sentences += tr("The settings from before are back on %1.", "members").arg(namesOf(up));
    if (!stopped.isEmpty())
        sentences += tr("The settings from before are back on %1, stopped as before.", "members")
                         .arg(namesOf(stopped));
    return paragraphOf(sentences);
}

void ApplyTask::finishStopped(const QList<int> &inHand, const Error &why, const Result<void> &back)
{
    setRunning(nullptr, false);
    setUndoing(false);
    setMemberSteps(inHand, back ? StepState::Undone : StepState::UndoFailed,
                   back ? QString() : back.error().message());
    QStringList sentences{why.message()};
    if (!inHand.isEmpty() && back)
        sentences += sentenceOfPutBack(inHand);
    if (!done().isEmpty())
        sentences += tr("%Ln of %1 members have the new settings already (%2). Apply on the page “Settings” "
                        "gives them to all; Discard Changes and Apply there bring back those before.",
                        nullptr, static_cast<int>(done().size()))
                         .arg(m_after.members.size())
                         .arg(namesOf(done()));
    if (back || back.error().kind() == ErrorKind::NoQuorum) {
        // All is there and says what it was made with.
        tools().repository.journal().remove(cluster());
    }
    if (back) {
        conclude(failure(reworded(why, paragraphOf(sentences))));
        return;
    }
    sentences += tr("On the way back %1 could not be made to serve again: %2")
                     .arg(namesOf(inHand), back.error().message());
    conclude(failure(
        Error(ErrorKind::UndoIncomplete, paragraphOf(sentences), backgroundOf(back.error())).causedBy(why)));
}

} // namespace zoodock
