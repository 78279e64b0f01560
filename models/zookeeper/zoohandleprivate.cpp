// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoorequest.h"

#include "zookeeper/zooerrors.h"

#include <QtCore/QCoreApplication>

#include <zookeeper/zookeeper.h>

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::milliseconds shortestDeadline = 10s;
constexpr std::chrono::milliseconds sweepInterval = 500ms;

} // namespace

ZooHandlePrivate::ZooHandlePrivate(ZooHandle *handle)
    : m_handle(handle)
{
    m_mailbox = std::make_unique<Mailbox<ZooLetter>>(handle, [this](ZooLetter letter) { onLetter(letter); });
    m_link = std::make_shared<ZooLink>(m_mailbox.get());
    m_sweep.setInterval(sweepInterval);
    QObject::connect(&m_sweep, &QTimer::timeout, handle, [this] { sweep(); });
}

ZooHandlePrivate::~ZooHandlePrivate()
{
    m_link->cut();
    abandon();
}

void ZooHandlePrivate::abandon()
{
    m_abandoned = true;
    forgetAll();
}

void ZooHandlePrivate::forgetAll()
{
    const auto calls = std::exchange(m_calls, {});
    for (const ZooCall &call : calls)
        failLater(call, call.error(ZCLOSING));
}

std::chrono::milliseconds ZooHandlePrivate::deadline() const
{
    return std::max(m_sessionTimeout, shortestDeadline);
}

quint64 ZooHandlePrivate::submit(ZooCall call)
{
    const quint64 request = ++m_lastRequest;
    if (call.deadline && !m_sweep.isActive())
        m_sweep.start();
    m_calls.insert(request, std::move(call));
    if (m_opened || m_state == ZooHandle::SessionState::Idle || m_state == ZooHandle::SessionState::Closed)
        send(request);
    return request;
}

void ZooHandlePrivate::send(quint64 request)
{
    const auto entry = m_calls.find(request);
    if (entry == m_calls.end())
        return;
    zhandle_t *const handle = m_link->handle();
    if (!handle) {
        const ZooCall call = m_calls.take(request);
        failLater(call, closedError(call));
        return;
    }
    const auto function = std::exchange(entry->send, nullptr);
    auto *const ticket = new ZooLink::Ticket{m_link, request, nullptr};
    const int code = function(handle, ticket);
    if (code == ZOK)
        return;
    delete ticket; // the callback does not come
    const ZooCall call = m_calls.take(request);
    const bool isAuth = code == ZINVALIDSTATE && m_state == ZooHandle::SessionState::AuthFailed;
    failLater(call, call.error(isAuth ? ZAUTHFAILED : code));
}

/// Answers that do not come.
void ZooHandlePrivate::sweep()
{
    const auto now = std::chrono::steady_clock::now();
    QList<ZooCall> late;
    bool waiting = false;
    for (auto call = m_calls.begin(); call != m_calls.end();) {
        const bool isLate = call->deadline && *call->deadline < now;
        waiting = waiting || (call->deadline && !isLate);
        if (isLate)
            late.append(*call);
        call = isLate ? m_calls.erase(call) : std::next(call);
    }
    if (!waiting)
        m_sweep.stop();
    for (const ZooCall &call : std::as_const(late))
        failLater(call, call.error(ZOPERATIONTIMEOUT));
}

/// Never from within begin() or a destructor: a slot may delete anything.
void ZooHandlePrivate::failLater(const ZooCall &call, const Error &error) const
{
    if (!call.context)
        return;
    QMetaObject::invokeMethod(
        call.context, [fail = call.fail, error] { fail(error); }, Qt::QueuedConnection);
}

Error ZooHandlePrivate::closedError(const ZooCall &call) const
{
    if (m_state != ZooHandle::SessionState::Closed)
        return call.error(ZCLOSING);
    return Error(ErrorKind::HostUnknown,
                 QCoreApplication::translate("ZooKeeper",
                                             "None of the ZooKeeper servers' host names is known here. Check "
                                             "the connect string, or use addresses."),
                 u"%1: zookeeper_init %2: errno %3"_s.arg(call.what(), m_servers).arg(m_openError));
}

void ZooHandlePrivate::onLetter(ZooLetter &letter)
{
    if (m_abandoned)
        return;
    switch (letter.kind) {
    case ZooLetter::Kind::Opened:
        onOpened();
        return;
    case ZooLetter::Kind::OpenFailed:
        m_openError = letter.code;
        m_state = ZooHandle::SessionState::Closed;
        onOpened();
        Q_EMIT m_handle->stateChanged(m_state);
        return;
    case ZooLetter::Kind::State:
        onState(letter);
        return;
    case ZooLetter::Kind::Watch:
        Q_EMIT m_handle->watchFired(letter.event, QString::fromUtf8(letter.bytes));
        return;
    case ZooLetter::Kind::Reply:
        onReply(letter);
        return;
    }
}

/// The requests that had to wait, in their order.
void ZooHandlePrivate::onOpened()
{
    m_opened = true;
    QList<quint64> waiting = m_calls.keys();
    std::sort(waiting.begin(), waiting.end());
    for (const quint64 request : std::as_const(waiting))
        send(request);
}

void ZooHandlePrivate::onState(const ZooLetter &letter)
{
    using State = ZooHandle::SessionState;
    m_sessionId = letter.sessionId;
    if (letter.state == State::Connected || letter.state == State::ConnectedReadOnly) {
        m_server = QString::fromUtf8(letter.bytes);
        m_sessionTimeout = std::chrono::milliseconds(letter.timeout);
    }
    setState(letter.state);
}

void ZooHandlePrivate::onReply(ZooLetter &letter)
{
    if (!m_calls.contains(letter.request))
        return; // cancelled, or too late
    const ZooCall call = m_calls.take(letter.request);
    if (!call.context)
        return;
    // A multi says of each of its ops what became of it, unless it was never judged by a server.
    const bool refused = call.keepsCode && letter.code < ZAPIERROR &&
                         zooErrorKind(letter.code) != ErrorKind::ConnectionLost &&
                         zooErrorKind(letter.code) != ErrorKind::SessionExpired;
    if (letter.code == ZOK || refused)
        call.settle(letter);
    else
        call.fail(call.error(letter.code));
}

void ZooHandlePrivate::setState(ZooHandle::SessionState state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT m_handle->stateChanged(state);
}

} // namespace zoodock
