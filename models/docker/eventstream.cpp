// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/eventstream.h"

#include "core/processrunner.h"
#include "docker/dockerengine.h"
#include "docker/dockererrors.h"
#include "docker/dockerparsers.h"
#include "jsonreader.h"

#include <QtCore/QDateTime>

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::milliseconds shortestPause = 250ms;
constexpr std::chrono::milliseconds longestPause = 5s;
constexpr std::chrono::milliseconds checkDeadline = 10s;
constexpr qint64 second = 1'000'000'000;
constexpr qsizetype complaintLength = 4096;

qint64 nowNano()
{
    return QDateTime::currentMSecsSinceEpoch() * 1'000'000;
}

QByteArray keyOf(const EngineEvent &event)
{
    // A network's connect and disconnect events differ in the container alone.
    return (event.type + u' ' + event.action + u' ' + event.id + u' ' +
            event.attributes.value(u"container"_s))
        .toUtf8();
}

} // namespace

EventStream::EventStream(DockerEngine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_retry(this)
    , m_pause(shortestPause)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &EventStream::tryOpen);
}

EventStream::~EventStream() = default;

void EventStream::start()
{
    if (m_wanted)
        return;
    m_wanted = true;
    m_pause = shortestPause;
    m_lost.reset();
    m_startNano = nowNano();
    m_lastNano = 0;
    m_recent.clear();
    tryOpen();
}

void EventStream::stop()
{
    m_wanted = false;
    m_retry.stop();
    close();
}

void EventStream::retryNow()
{
    if (!m_wanted || m_check || m_stream)
        return;
    m_pause = shortestPause;
    tryOpen();
}

void EventStream::tryOpen()
{
    m_retry.stop();
    auto *const check = m_engine.version(this);
    check->setDeadline(checkDeadline);
    m_check = check;
    connect(check, &Operation::finished, this, [this, check] {
        m_check = nullptr;
        check->deleteLater();
        if (check->succeeded())
            open();
        else
            retryLater(check->outcome().error());
    });
    check->start();
}

void EventStream::open()
{
    m_complaint.clear();
    m_stream = m_engine.runner().stream(m_engine.commands().events(since()), this);
    connect(m_stream, &ProcessStream::started, this, [this] {
        m_open = true;
        m_lost.reset();
        m_openFor.start();
        Q_EMIT opened();
    });
    connect(m_stream, &ProcessStream::outputLine, this, &EventStream::onLine);
    connect(m_stream, &ProcessStream::errorLine, this, [this](const QByteArray &line) {
        m_complaint = (m_complaint + line + '\n').right(complaintLength);
    });
    connect(m_stream, &ProcessStream::ended, this, &EventStream::onEnded);
    m_stream->start();
}

void EventStream::onLine(const QByteArray &line)
{
    if (line.trimmed().isEmpty())
        return;
    const Result<EngineEvent> parsed = parse::event(line);
    if (!parsed) {
        qCWarning(dockerLog).noquote() << parsed.error().detail();
        return;
    }
    if (!isRepeat(*parsed))
        Q_EMIT happened(*parsed);
}

bool EventStream::isRepeat(const EngineEvent &event)
{
    const QByteArray key = keyOf(event);
    if (m_recent.contains(event.timeNano, key))
        return true;
    m_recent.insert(event.timeNano, key);
    m_lastNano = std::max(m_lastNano, event.timeNano);
    // since() goes back by one second.
    while (!m_recent.isEmpty() && m_recent.firstKey() < m_lastNano - 2 * second)
        m_recent.erase(m_recent.begin());
    return false;
}

QString EventStream::since() const
{
    const qint64 nano = m_lastNano > 0 ? m_lastNano - second : m_startNano - 2 * second;
    return u"%1.%2"_s.arg(nano / second).arg(nano % second, 9, 10, QChar(u'0'));
}

void EventStream::onEnded(int exitCode, const Error &error)
{
    const bool wasStarted = m_open;
    // A stream that never lasts must not be opened four times a second.
    if (wasStarted && m_openFor.elapsed() > m_pause.count())
        m_pause = shortestPause;
    Error reason = error;
    if (exitCode >= 0) {
        reason = dockerError(m_engine.commands().events(since()), exitCode, m_complaint);
        // An engine that goes away ends the stream with 1 and "unexpected EOF", or no word at all.
        if (reason.kind() == ErrorKind::ProgramFailed)
            reason = Error(
                ErrorKind::EngineDown,
                tr("The connection to the Docker engine was lost. ZooDock tries to connect again; if that "
                   "fails, check that the engine runs."),
                reason.detail());
    }
    close();
    retryLater(reason);
}

void EventStream::close()
{
    m_open = false;
    if (m_check) {
        m_check->disconnect(this);
        std::exchange(m_check, nullptr)->deleteLater();
    }
    dismiss(m_stream, this);
}

void EventStream::retryLater(const Error &error)
{
    m_retry.start(m_pause);
    m_pause = std::min(2 * m_pause, longestPause);
    if (std::exchange(m_lost, error.kind()) != error.kind())
        Q_EMIT lost(error);
}

} // namespace zoodock
