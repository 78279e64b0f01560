// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb.h"

#include "app/cli/question.h"
#include "app/composition.h"
#include "clusters/clustertask.h"
#include "clusters/ensemblechange.h"

#include <QtCore/QTimer>

#include <algorithm>
#include <memory>
#include <optional>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Docker's own deadline is 10 s; whatever else may hang must not keep a script waiting.
constexpr std::chrono::seconds observationLimit{15};

QString seconds(std::chrono::milliseconds elapsed)
{
    return Verb::tr("%1 s").arg(static_cast<double>(elapsed.count()) / 1000.0, 0, 'f', 1);
}

/// A plan is refused for its first error; whoever mends it wants to know of the others as well.
void noteOtherFindings(const Error &refusal)
{
    const QStringList sentences = refusal.detail().split(u'\n', Qt::SkipEmptyParts);
    for (const QString &sentence : sentences) {
        if (sentence != refusal.message())
            console::note(Verb::tr("zoodock: %1").arg(sentence));
    }
}

/// Of steps that failed for another reason than the one that the last line gives.
void sayOtherReasons(const QStringList &reasons, const Result<void> &outcome)
{
    const QString said = outcome ? QString() : outcome.error().message();
    for (const QString &reason : reasons) {
        if (!said.contains(reason.section(u": "_s, 1)))
            console::note(u"  "_s + reason);
    }
}

} // namespace

ExitCode exitCodeFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled:
        return ExitCode::Interrupted;
    case ErrorKind::EngineDown:
    case ErrorKind::EngineForbidden:
    case ErrorKind::ContextMissing:
    case ErrorKind::ApiMismatch:
    case ErrorKind::EnginePodman:
    case ErrorKind::ProgramMissing:
        return ExitCode::NoEngine;
    case ErrorKind::PlanRefused:
    case ErrorKind::PortInUse:
    case ErrorKind::NameInUse:
    case ErrorKind::Locked:
    case ErrorKind::InvalidInput:
    case ErrorKind::FileDamaged:
    case ErrorKind::FileNewer:
        return ExitCode::Refused;
    case ErrorKind::NoQuorum:
        return ExitCode::NoQuorum;
    case ErrorKind::UndoIncomplete:
        return ExitCode::LeftBehind;
    case ErrorKind::FileMissing:
        return ExitCode::NoCluster;
    default:
        return ExitCode::Failed;
    }
}

Verb::Verb(Composition &parts, CliRequest request, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_request(std::move(request))
{
}

void Verb::interrupt()
{
    if (m_task && !m_task->isFinished()) {
        if (!m_interrupted)
            console::note(interruptedSentence());
        m_interrupted = true;
        m_task->cancel();
        return;
    }
    console::note(tr("Interrupted before anything was changed."));
    finish(ExitCode::Interrupted);
}

QString Verb::interruptedSentence() const
{
    return tr("Interrupted. One moment…");
}

void Verb::whenObserved(const std::function<void()> &next)
{
    when(&ClusterMonitor::hasAskedAll, &ClusterMonitor::askedAll, next);
}

void Verb::whenSeen(const std::function<void()> &next)
{
    when(&ClusterMonitor::hasSeenAll, &ClusterMonitor::seenAll, next);
}

void Verb::when(bool (ClusterMonitor::*ready)() const, void (ClusterMonitor::*becomesReady)(),
                const std::function<void()> &next)
{
    auto *limit = new QTimer(this);
    const auto goOn = [limit, next] {
        if (!limit->isActive()) // only once
            return;
        limit->stop();
        limit->deleteLater();
        next();
    };
    limit->setSingleShot(false);
    connect(limit, &QTimer::timeout, this, goOn);
    limit->start(observationLimit);
    connect(&m_parts.monitor, becomesReady, limit, goOn, Qt::QueuedConnection);
    if ((m_parts.monitor.*ready)())
        QMetaObject::invokeMethod(limit, goOn, Qt::QueuedConnection);
}

/// Of a cluster that is as ZooDock made it, and is not being changed just now.
bool Verb::mayDiffer(const QString &name) const
{
    const ClusterStatus *const cluster = m_parts.store.cluster(name);
    if (!cluster || cluster->origin != WantedOrigin::File || cluster->damage || cluster->ensemble.adopted ||
        cluster->isBeingChanged())
        return false;
    const QList<MemberStatus> &members = cluster->members;
    return m_parts.store.engine(cluster->ensemble.context).reach == EngineStatus::Reach::Answers &&
           std::any_of(members.cbegin(), members.cend(), [](const MemberStatus &member) {
               return member.container.life != ContainerLife::Absent &&
                      member.container.life != ContainerLife::Unknown;
           });
}

void Verb::lookAtSettings(const QStringList &clusters, const std::function<void()> &next)
{
    QStringList asked = clusters;
    asked.removeIf([this](const QString &name) { return !mayDiffer(name); });
    if (asked.isEmpty()) {
        next();
        return;
    }
    const auto open = std::make_shared<qsizetype>(asked.size());
    for (const QString &name : std::as_const(asked)) {
        ValueOperation<EnsembleChange> *const query =
            m_parts.service.compare(m_parts.store.cluster(name)->ensemble, this);
        connect(query, &Operation::finished, this, [this, query, name, open, next] {
            query->deleteLater();
            if (query->succeeded())
                m_otherSettings.insert(name, query->value().members);
            if (--*open == 0)
                next();
        });
        query->start();
    }
}

ClusterFiling Verb::filingOf(const QString &cluster) const
{
    const auto other = m_otherSettings.constFind(cluster);
    return {m_parts.repository.journal().read(cluster),
            other == m_otherSettings.cend() ? std::nullopt : std::optional(*other)};
}

void Verb::printStep(ClusterTask *task, int index)
{
    const TaskStep &step = task->steps().at(index);
    switch (step.state) {
    case StepState::Failed: // why is said when all has ended, and once
        console::note(u"  %1  %2  (%3)"_s.arg(wordFor(step.state), step.sentence, seconds(step.elapsed)));
        break;
    case StepState::Done:
    case StepState::Undone:
    case StepState::UndoFailed:
        console::note(u"  %1  %2  (%3)"_s.arg(wordFor(step.state), step.sentence, seconds(step.elapsed)) +
                      (step.detail.isEmpty() ? QString() : u"  "_s + step.detail));
        break;
    case StepState::NotBegun:
        console::note(u"  %1  %2"_s.arg(wordFor(step.state), step.sentence));
        break;
    default:
        break;
    }
}

void Verb::follow(ClusterTask *task, const std::function<void(const Result<void> &)> &next)
{
    m_task = task;
    console::note(task->title());
    auto printed = std::make_shared<QHash<int, StepState>>();
    connect(task, &ClusterTask::stepsReset, this, [printed] { printed->clear(); });
    connect(task, &ClusterTask::stepChanged, this, [this, task, printed](int index) {
        const StepState state = task->steps().at(index).state;
        const auto known = printed->constFind(index);
        if (known != printed->constEnd() && *known == state)
            return;
        printed->insert(index, state);
        printStep(task, index);
    });
    const auto reasons = std::make_shared<QStringList>();
    connect(task, &ClusterTask::stepChanged, this, [task, reasons](int index) {
        const TaskStep &step = task->steps().at(index);
        const QString reason = u"%1: %2"_s.arg(step.sentence, step.detail);
        if (step.state == StepState::Failed && !step.detail.isEmpty() && !reasons->contains(reason))
            reasons->append(reason);
    });
    connect(task, &Operation::finished, this, [task, reasons, next] {
        sayOtherReasons(*reasons, task->outcome());
        next(task->outcome());
    });
    task->start();
}

void Verb::ask(const QString &question, const std::function<void()> &next)
{
    auto *const asked = new Question(this);
    connect(asked, &Question::answered, this, [this, next](bool yes) {
        if (yes) {
            next();
            return;
        }
        console::note(tr("Nothing was changed."));
        finish(ExitCode::Interrupted);
    });
    asked->ask(question);
}

void Verb::fail(const Error &error)
{
    const EngineStatus engine = engineInQuestion();
    // Whatever waited in vain waited for the engine, where that is silent.
    const bool isMute =
        error.kind() == ErrorKind::Timeout && engine.reach == EngineStatus::Reach::Silent && engine.problem;
    const ExitCode code = isMute ? ExitCode::NoEngine : exitCodeFor(error.kind());
    const bool engineTrouble = code == ExitCode::NoEngine;
    console::note(engineTrouble ? engineComplaint(engine, error) : tr("zoodock: %1").arg(error.message()));
    if (qEnvironmentVariableIsSet("ZOODOCK_VERBOSE"))
        console::note(error.toString());
    else if (error.kind() == ErrorKind::PlanRefused)
        noteOtherFindings(error);
    else if (error.kind() == ErrorKind::NoQuorum && !error.detail().isEmpty())
        console::note(error.detail()); // the ends of the logs, which are gone with their containers
    finish(code);
}

void Verb::finish(ExitCode code)
{
    if (m_done)
        return;
    m_done = true;
    Q_EMIT done(code);
}

EngineStatus Verb::engineInQuestion() const
{
    const ClusterStatus *const cluster = m_parts.store.cluster(m_request.cluster);
    return m_parts.store.engine(cluster ? cluster->ensemble.context : m_parts.context());
}

bool Verb::requireEngine()
{
    const EngineStatus engine = engineInQuestion();
    if (engine.reach != EngineStatus::Reach::Silent || !engine.problem)
        return true;
    const ErrorKind kind = engine.problem->kind();
    if (kind != ErrorKind::Timeout && exitCodeFor(kind) != ExitCode::NoEngine)
        return true; // it says something, though not what was expected
    fail(*engine.problem);
    return false;
}

bool Verb::requireCluster()
{
    if (m_parts.store.cluster(m_request.cluster) != nullptr)
        return true;
    // A silent engine may well have it: clusters are known by their containers' labels, too.
    const EngineStatus engine = m_parts.store.engine(m_parts.context());
    if (engine.reach == EngineStatus::Reach::Silent && engine.problem) {
        console::note(engineComplaint(engine, *engine.problem));
        finish(ExitCode::NoEngine);
        return false;
    }
    console::note(
        tr("zoodock: There is no cluster “%1”. `zoodock ls` lists the clusters.").arg(m_request.cluster));
    finish(ExitCode::NoCluster);
    return false;
}

} // namespace zoodock
