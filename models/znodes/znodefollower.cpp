// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/znodefollower.h"

#include "znodecalls.h"
#include "znodes/znodeconnection.h"

#include "core/clock.h"

#include <QtCore/QTimer>

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::milliseconds shortestPause = 100ms;
/// A data watch says nothing of children and ACL: the stat is asked for now and then.
constexpr std::chrono::milliseconds statPause = 1s;

} // namespace

class ZnodeFollower::Private
{
public:
    Private(ZnodeFollower *follower, ZnodeConnection *connection);

    void setPath(const std::optional<ZnodePath> &path);
    void readNow();

    ZnodeFollower *q;
    ZnodeConnection *m_connection;
    std::optional<ZnodePath> m_path;
    State m_state = State::Idle;
    std::optional<ZnodeValue> m_value;
    std::optional<Error> m_error;

private:
    void readSoon();
    void onWatch(ZooEvent event, const ZnodePath &path);
    void onData(Result<ZooData> data);
    void onFailed(const Error &error);
    void awaitCreation();
    void askStat();
    void onStat(const ZooStat &stat);
    void take(ZnodeValue value);
    void setState(State state, const std::optional<Error> &error = {});
    void onGeneration();
    [[nodiscard]] bool isConnected() const
    {
        return m_connection->state() == ZnodeConnection::State::Connected;
    }

    const Clock &m_clock;
    quint64 m_request = 0; ///< a late answer has another number
    bool m_reading = false;
    bool m_outdated = false;
    std::chrono::milliseconds m_readAt{0};
    QTimer m_soon;
    QTimer m_statTimer;
};

ZnodeFollower::Private::Private(ZnodeFollower *follower, ZnodeConnection *connection)
    : q(follower)
    , m_connection(connection)
    , m_clock(Clock::system())
{
    m_soon.setSingleShot(true);
    QObject::connect(&m_soon, &QTimer::timeout, q, [this] { readNow(); });
    m_statTimer.setInterval(statPause);
    QObject::connect(&m_statTimer, &QTimer::timeout, q, [this] { askStat(); });
    QObject::connect(&connection->calls(), &ZnodeCalls::watchFired, q,
                     [this](ZooEvent event, const ZnodePath &path) { onWatch(event, path); });
    QObject::connect(connection, &ZnodeConnection::generationChanged, q, [this] { onGeneration(); });
    QObject::connect(connection, &ZnodeConnection::stateChanged, q, [this] {
        if (isConnected())
            readNow();
    });
}

void ZnodeFollower::Private::setPath(const std::optional<ZnodePath> &path)
{
    if (m_path == path)
        return;
    if (m_path)
        m_connection->calls().releaseWatch(*m_path, ZooWatchKind::Data);
    m_path = path;
    ++m_request;
    m_reading = m_outdated = false;
    m_soon.stop();
    m_value.reset();
    if (m_path) {
        m_connection->calls().retainWatch(*m_path, ZooWatchKind::Data);
        m_statTimer.start();
    } else {
        m_statTimer.stop();
    }
    m_state = m_path ? State::Loading : State::Idle;
    m_error.reset();
    readNow();
    Q_EMIT q->stateChanged();
}

void ZnodeFollower::Private::readNow()
{
    m_soon.stop();
    if (!m_path || !isConnected())
        return;
    if (m_reading) {
        m_outdated = true;
        return;
    }
    m_reading = true;
    m_outdated = false;
    m_readAt = m_clock.monotonic();
    m_connection->calls().getData(*m_path, ZooWatch::Watch,
                                  {q, [this, request = ++m_request](Result<ZooData> data) {
                                       if (request == m_request)
                                           onData(std::move(data));
                                   }});
}

void ZnodeFollower::Private::readSoon()
{
    if (m_soon.isActive())
        return;
    const auto since = m_clock.monotonic() - m_readAt;
    m_soon.start(std::max<std::chrono::milliseconds>(0ms, shortestPause - since));
}

void ZnodeFollower::Private::onWatch(ZooEvent event, const ZnodePath &path)
{
    if (path != m_path || event == ZooEvent::ChildrenChanged)
        return;
    if (m_reading)
        m_outdated = true;
    else
        readSoon();
}

void ZnodeFollower::Private::onData(Result<ZooData> data)
{
    m_reading = false;
    if (data) {
        take({std::move(data->bytes), toZnodeStat(data->stat)});
        if (m_outdated)
            readSoon();
    } else {
        onFailed(data.error());
    }
}

void ZnodeFollower::Private::onFailed(const Error &error)
{
    switch (error.kind()) {
    case ErrorKind::NoNode:
        awaitCreation();
        return;
    case ErrorKind::ConnectionLost:
    case ErrorKind::SessionExpired:
    case ErrorKind::Timeout:
    case ErrorKind::HostUnknown:
        if (isConnected())
            readSoon(); // otherwise once it is connected again
        return;
    default:
        setState(State::Failed, error);
    }
}

/// exists() leaves a watch on a znode that is not there, too.
void ZnodeFollower::Private::awaitCreation()
{
    m_reading = true;
    m_connection->calls().exists(*m_path, ZooWatch::Watch,
                                 {q, [this, request = ++m_request](const Result<ZooStat> &stat) {
                                      if (request != m_request)
                                          return;
                                      m_reading = false;
                                      if (stat || m_outdated)
                                          readSoon(); // it came back meanwhile
                                      else if (stat.error().kind() == ErrorKind::NoNode)
                                          setState(State::Absent, stat.error());
                                      else
                                          onFailed(stat.error());
                                  }});
}

void ZnodeFollower::Private::askStat()
{
    if (m_state != State::Present || m_reading || !isConnected())
        return;
    m_connection->calls().exists(*m_path, ZooWatch::None,
                                 {q, [this, request = m_request](const Result<ZooStat> &stat) {
                                      if (request == m_request && stat)
                                          onStat(*stat);
                                  }});
}

void ZnodeFollower::Private::onStat(const ZooStat &stat)
{
    const ZnodeStat now = toZnodeStat(stat);
    if (!m_value || now == m_value->stat)
        return;
    if (now.czxid != m_value->stat.czxid || now.mzxid != m_value->stat.mzxid) {
        readNow();
        return;
    }
    m_value->stat = now;
    Q_EMIT q->stateChanged();
}

void ZnodeFollower::Private::take(ZnodeValue value)
{
    m_connection->noteZxid(std::max({value.stat.czxid, value.stat.mzxid, value.stat.pzxid}));
    const std::optional<ZnodeValue> before = std::exchange(m_value, std::move(value));
    setState(State::Present);
    const ZnodeStat &now = m_value->stat;
    if (!before) {
        Q_EMIT q->valueChanged(0);
    } else if (before->stat.czxid != now.czxid) {
        Q_EMIT q->valueChanged(-1);
    } else if (before->stat.version != now.version || before->bytes != m_value->bytes) {
        Q_EMIT q->valueChanged(std::max<qint64>(0, qint64(now.version) - before->stat.version - 1));
    } else if (before->stat != now) {
        Q_EMIT q->stateChanged(); // children or ACL
    }
}

void ZnodeFollower::Private::setState(State state, const std::optional<Error> &error)
{
    const bool same = m_state == state && !error && !m_error;
    m_state = state;
    m_error = error;
    if (!same)
        Q_EMIT q->stateChanged();
}

void ZnodeFollower::Private::onGeneration()
{
    ++m_request;
    m_reading = m_outdated = false;
    m_soon.stop();
    // Another cluster; a new session of the same one keeps what was seen.
    if (m_path && m_connection->state() != ZnodeConnection::State::Broken) {
        m_value.reset();
        setState(State::Loading);
    }
}

ZnodeFollower::ZnodeFollower(ZnodeConnection *connection, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, connection))
{
}

ZnodeFollower::~ZnodeFollower()
{
    if (d->m_path)
        d->m_connection->calls().releaseWatch(*d->m_path, ZooWatchKind::Data);
}

void ZnodeFollower::setPath(const std::optional<ZnodePath> &path)
{
    d->setPath(path);
}

const std::optional<ZnodePath> &ZnodeFollower::path() const
{
    return d->m_path;
}

ZnodeFollower::State ZnodeFollower::state() const
{
    return d->m_state;
}

const std::optional<ZnodeValue> &ZnodeFollower::value() const
{
    return d->m_value;
}

const std::optional<Error> &ZnodeFollower::error() const
{
    return d->m_error;
}

void ZnodeFollower::refresh()
{
    d->readNow();
}

} // namespace zoodock
