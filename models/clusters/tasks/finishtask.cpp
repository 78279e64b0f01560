// SPDX-License-Identifier: GPL-3.0-or-later
#include "finishtask.h"

#include "actiontitle.h"
#include "clusters/adoption.h"
#include "clusters/clusterplanner.h"
#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "clusters/preflight.h"
#include "ensemble/portplan.h"
#include "settling.h"

namespace zoodock
{

namespace
{

/// How long after its start a killed program's docker calls may still be under way.
constexpr std::chrono::seconds leftoversLife{60};

void clearPort(Ensemble &ensemble, const TakenPort &place)
{
    for (Member &member : ensemble.members) {
        if (member.id != place.memberId)
            continue;
        member.port(place.kind).hostPort = 0;
        if (ensemble.network.mode == NetworkMode::Host)
            member.port(place.kind).port = 0;
    }
}

/// Free ports instead of taken ones for members that were never started; nobody knows them by their ports
/// yet.
void moveTakenPorts(Ensemble &ensemble, const HostFacts &facts)
{
    QSet<int> unborn;
    for (const Member &member : std::as_const(ensemble.members)) {
        const QString name = facts.ownContainer(ensemble, member);
        if (!facts.ownContainers.contains(name) || facts.ownUnstarted.contains(name))
            unborn += member.id;
    }
    // On the host's network each member knows the ports of all.
    if (ensemble.network.mode == NetworkMode::Host && unborn.size() < ensemble.members.size())
        return;
    for (const TakenPort &place : hostPorts(ensemble)) {
        const PortHolder *const holder = facts.holder(place.address, place.port, ensemble.name);
        if (unborn.contains(place.memberId) && holder && holder->running)
            clearPort(ensemble, place);
    }
    proposeMissingPorts(ensemble, facts);
}

/// What others made is never half made: there somebody wants it to run.
TaskTitle titleFor(const TaskTools &tools, const QString &cluster)
{
    const ClusterStatus *const status = tools.store.cluster(cluster);
    const QString name = tools.shownName(cluster);
    return status && status->ensemble.adopted
               ? titleOf(MemberAction::Start, name)
               : TaskTitle::of<FinishTask>(QT_TRANSLATE_NOOP("zoodock::FinishTask", "Finish %1"), {name});
}

} // namespace

FinishTask::FinishTask(TaskTools tools, const QString &cluster, std::chrono::milliseconds quorumDeadline,
                       QObject *parent)
    : PlanTask(tools, cluster, titleFor(tools, cluster), quorumDeadline, parent)
{
    showLooking();
}

FinishTask::FinishTask(TaskTools tools, const QString &cluster, const QList<int> &only, QObject *parent)
    : PlanTask(tools, cluster, titleOf(MemberAction::Start, subjectOf(tools.store, cluster, only)), {},
               parent)
    , m_only(only)
{
    showLooking();
}

void FinishTask::showLooking()
{
    TaskStep looking;
    looking.sentence = tr("Look at what is there");
    setSteps({looking});
}

void FinishTask::begin()
{
    markBegun();
    if (const Result<void> held = hold().take(); !held) {
        conclude(held);
        return;
    }
    m_before = tools().repository.journal().read(cluster());
    const Result<Ensemble> ensemble = wanted();
    if (!ensemble)
        conclude(failure(ensemble.error()));
    else if (ensemble->adopted)
        conclude(failure(ErrorKind::PlanRefused,
                         adoptedSentence(tools().store.shownName(*ensemble), ensemble->composeProject)));
    else
        settle(*ensemble);
}

Result<Ensemble> FinishTask::wanted() const
{
    Result<Ensemble> file = tools().repository.load(cluster());
    if (file || file.error().kind() != ErrorKind::FileMissing)
        return file;
    if (m_before && !m_before->ensemble.members.isEmpty())
        return m_before->ensemble;
    const ClusterStatus *const status = tools().store.cluster(cluster());
    if (status && !status->ensemble.members.isEmpty())
        return status->ensemble;
    return file;
}

void FinishTask::settle(const Ensemble &ensemble)
{
    setStep(0, StepState::Running);
    const bool isRecent = m_before && m_before->begun.isValid() &&
                          m_before->begun.secsTo(QDateTime::currentDateTimeUtc()) < leftoversLife.count();
    if (!isRecent) {
        look(ensemble);
        return;
    }
    auto *const settling = new Settling(engine(ensemble.context), cluster(), this);
    setPreparation(settling);
    connect(settling, &Operation::finished, this, [this, settling, ensemble] {
        setPreparation(nullptr);
        if (settling->succeeded())
            look(ensemble);
        else
            giveUp(settling->outcome().error());
    });
    settling->start();
}

void FinishTask::look(const Ensemble &ensemble)
{
    auto *const preflight =
        new Preflight(tools().engines, ensemble.context, ensemble.name, {ensemble.image.reference}, this);
    setPreparation(preflight);
    connect(preflight, &Operation::finished, this, [this, preflight, ensemble] {
        setPreparation(nullptr);
        onLooked(*preflight, ensemble);
    });
    preflight->start();
}

void FinishTask::onLooked(const Preflight &preflight, Ensemble ensemble)
{
    const Result<HostFacts> facts = preflight.result();
    if (!facts) {
        giveUp(facts.error());
        return;
    }
    const Ensemble old = ensemble;
    if (m_movesPorts && m_before && m_before->change == JournalEntry::Change::Create)
        moveTakenPorts(ensemble, *facts);
    Result<Plan> plan = planCompletion(ensemble, *facts, tools().engines.dockerProgram(), m_only);
    if (!plan) {
        giveUp(plan.error());
        return;
    }
    plan->movedPorts = movedPorts(old, ensemble);
    show(*plan);
    run(*plan);
}

void FinishTask::giveUp(const Error &error)
{
    const bool cancelled = error.kind() == ErrorKind::Cancelled;
    setStep(0, cancelled ? StepState::Cancelled : StepState::Failed, error.message());
    conclude(failure(error));
}

void FinishTask::forgetFile()
{
    // It was there before, or the journal knows as much.
}

void FinishTask::restoreJournal()
{
    if (m_before)
        (void) tools().repository.journal().write(*m_before);
    else
        tools().repository.journal().remove(cluster());
}

} // namespace zoodock
