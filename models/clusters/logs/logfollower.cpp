// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/logfollower.h"

#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "docker/dockerengine.h"
#include "docker/logstream.h"
#include "filelog.h"
#include "loglinereader.h"
#include "logseam.h"

#include <QtCore/QPointer>

#include <utility>

namespace zoodock
{

using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::milliseconds retryPause = 1s;

} // namespace

LogFollower::LogFollower(QString cluster, int memberId, EngineRegistry &engines, ClusterStore &store,
                         QObject *parent)
    : QObject(parent)
    , m_cluster(std::move(cluster))
    , m_memberId(memberId)
    , m_engines(engines)
    , m_store(store)
    , m_reader(std::make_unique<LogLineReader>(memberId))
    , m_seam(std::make_unique<LogSeam>())
    , m_retry(this)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryPause);
    connect(&m_retry, &QTimer::timeout, this, &LogFollower::look);
    connect(&m_store, &ClusterStore::memberChanged, this, [this](const QString &name, int id) {
        if (name == m_cluster && id == m_memberId)
            look();
    });
}

LogFollower::~LogFollower() = default;

void LogFollower::start()
{
    if (m_state != State::Off)
        return;
    m_attached = false;
    m_state = State::Opening;
    look();
    Q_EMIT stateChanged();
}

void LogFollower::stop()
{
    close();
    m_problem.reset();
    m_readWhole = false; // it may run again meanwhile
    setState(State::Off);
}

const MemberStatus *LogFollower::member() const
{
    const ClusterStatus *status = m_store.cluster(m_cluster);
    return status ? status->member(m_memberId) : nullptr;
}

/// Attaches where there is a run of the container that has not been attached to.
void LogFollower::look()
{
    if (m_state == State::Off || m_question || m_stream || m_fileLog)
        return;
    const MemberStatus *status = member();
    const ContainerObservation container = status ? status->container : ContainerObservation();
    if (container.id.isEmpty() || container.life == ContainerLife::Absent) {
        m_attached = false;
        m_retry.stop();
        setState(State::Absent);
        return;
    }
    const bool same = m_attached && container.id == m_container && container.startedAt == m_run;
    const bool over = m_state == State::Ended && container.life != ContainerLife::Running;
    if (same && (over || m_retry.isActive()))
        return;
    const QString context = m_store.cluster(m_cluster)->ensemble.context;
    m_retry.stop();
    if (container.id != m_container)
        moveTo(container);
    m_run = container.startedAt;
    m_attached = true;
    m_problem.reset();
    if (m_inspected)
        open(context);
    else
        inspect(context, container.id);
}

/// Its log is another one, and that of the container before is gone.
void LogFollower::moveTo(const ContainerObservation &container)
{
    const QDateTime last =
        m_seam->last() > 0 ? QDateTime::fromMSecsSinceEpoch(m_seam->last() / 1'000'000, Qt::UTC) : m_run;
    if (!m_container.isEmpty() && !m_readWhole && last.isValid()) {
        const QDateTime next = container.startedAt.isValid() ? container.startedAt : m_store.clock().utc();
        m_lost = LostLines{m_lost ? m_lost->from : last, next};
    }
    m_container = container.id;
    m_readWhole = false;
    m_seam->forget();
    m_inspected = false;
}

/// Whether the server writes to its console is known to its environment alone.
void LogFollower::inspect(const QString &context, const QString &container)
{
    auto *question = m_engines.engine(context).inspect({container}, this);
    m_question = question;
    setState(State::Opening);
    connect(question, &Operation::finished, this, [this, question, context] {
        m_question = nullptr;
        question->deleteLater();
        if (!question->succeeded()) {
            onEnded(false, question->error());
            return;
        }
        if (question->value().isEmpty()) { // removed meanwhile: the store will hear of it
            retryLater();
            return;
        }
        m_inspected = true;
        m_toFile = logsToFile(question->value().constFirst().environment);
        open(context);
    });
    question->start();
}

void LogFollower::open(const QString &context)
{
    m_seam->reopen();
    m_readWhole = false;
    if (m_toFile) {
        openFile(context);
        return;
    }
    m_file.clear();
    m_stream = new LogStream(m_engines.engine(context), m_container, this);
    connect(m_stream, &LogStream::arrived, this, &LogFollower::take);
    connect(m_stream, &LogStream::ended, this, &LogFollower::onEnded);
    m_stream->start(m_seam->since(), m_limit + 1);
    setState(State::Reading);
}

void LogFollower::openFile(const QString &context)
{
    const MemberStatus *status = member();
    if (!status || status->container.life != ContainerLife::Running) {
        setState(State::Ended);
        return;
    }
    m_fileLog = new FileLog(m_engines.engine(context), m_container, this);
    connect(m_fileLog, &FileLog::found, this, [this](const QString &file) {
        m_file = file;
        Q_EMIT stateChanged();
    });
    connect(m_fileLog, &FileLog::arrived, this, &LogFollower::take);
    connect(m_fileLog, &FileLog::ended, this, &LogFollower::onEnded);
    m_fileLog->start(m_limit + 1);
    setState(State::Reading);
}

void LogFollower::take(const QList<ContainerLogLine> &lines)
{
    QList<LogLine> fresh;
    fresh.reserve(lines.size());
    for (const ContainerLogLine &line : lines) {
        if (!m_seam->isRepeat(line.timeNano, line.standardError, line.text))
            fresh.append(m_reader->read(line));
    }
    if (!fresh.isEmpty())
        Q_EMIT arrived(fresh);
}

void LogFollower::onEnded(bool stopped, const Error &error)
{
    close();
    if (m_state == State::Off)
        return;
    m_readWhole = stopped;
    if (!stopped)
        m_problem = error;
    // The next run may have begun already.
    const MemberStatus *status = member();
    const bool otherRun =
        status && (status->container.id != m_container || status->container.startedAt != m_run);
    const QPointer<LogFollower> alive(this);
    if (!stopped || !otherRun)
        setState(stopped ? State::Ended : State::Failed);
    if (!alive || m_state == State::Off)
        return;
    if (stopped && otherRun)
        look();
    else if (!stopped || (status && status->container.life == ContainerLife::Running))
        retryLater();
}

void LogFollower::retryLater()
{
    m_retry.start();
}

void LogFollower::close()
{
    m_retry.stop();
    if (Operation *question = std::exchange(m_question, nullptr)) {
        question->disconnect(this);
        question->deleteLater();
    }
    if (LogStream *stream = std::exchange(m_stream, nullptr)) {
        stream->disconnect(this);
        stream->stop();
        stream->deleteLater();
    }
    if (FileLog *log = std::exchange(m_fileLog, nullptr)) {
        log->disconnect(this);
        log->stop();
        log->deleteLater();
    }
}

void LogFollower::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged();
}

} // namespace zoodock
