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

ZooHandlePrivate::ZooHandlePrivate(ZooHandle *handle)
    : m_handle(handle)
{
    m_mailbox =
        std::make_unique<Mailbox<ZooLetter>>(handle, [this](const ZooLetter &letter) { onLetter(letter); });
    m_link = std::make_shared<ZooLink>(m_mailbox.get());
}

ZooHandlePrivate::~ZooHandlePrivate()
{
    m_link->cut();
    const auto calls = std::exchange(m_calls, {});
    for (const ZooCall &call : calls)
        failLater(call, zooError(ZCLOSING, call.what));
}

quint64 ZooHandlePrivate::submit(ZooCall call)
{
    const quint64 request = ++m_lastRequest;
    m_calls.insert(request, std::move(call));
    if (m_opened || m_state == ZooHandle::SessionState::Idle || m_state == ZooHandle::SessionState::Closed)
        send(request);
    return request;
}

void ZooHandlePrivate::send(quint64 request)
{
    const ZooCall call = m_calls.value(request);
    zhandle_t *const handle = m_link->handle();
    if (!handle) {
        m_calls.remove(request);
        failLater(call, closedError(call.what));
        return;
    }
    auto *const ticket = new ZooLink::Ticket{m_link, request};
    const int code = call.send(handle, ticket);
    if (code == ZOK)
        return;
    delete ticket; // the callback does not come
    m_calls.remove(request);
    const bool isAuth = code == ZINVALIDSTATE && m_state == ZooHandle::SessionState::AuthFailed;
    failLater(call, zooError(isAuth ? ZAUTHFAILED : code, call.what));
}

/// Never from within begin() or a destructor: a slot may delete anything.
void ZooHandlePrivate::failLater(const ZooCall &call, const Error &error) const
{
    if (call.request)
        QMetaObject::invokeMethod(
            call.request,
            [request = call.request, fail = call.fail, error] {
                if (request && !request->isFinished())
                    fail(error);
            },
            Qt::QueuedConnection);
}

Error ZooHandlePrivate::closedError(const QString &what) const
{
    if (m_state != ZooHandle::SessionState::Closed)
        return zooError(ZCLOSING, what);
    return Error(ErrorKind::HostUnknown,
                 QCoreApplication::translate("ZooKeeper",
                                             "None of the ZooKeeper servers' host names is known here. Check "
                                             "the connect string, or use addresses."),
                 u"%1: zookeeper_init %2: errno %3"_s.arg(what, m_servers).arg(m_openError));
}

void ZooHandlePrivate::onLetter(const ZooLetter &letter)
{
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
        m_sessionId = letter.sessionId;
        setState(letter.state);
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

void ZooHandlePrivate::onReply(const ZooLetter &letter)
{
    const auto entry = m_calls.constFind(letter.request);
    if (entry == m_calls.constEnd())
        return; // cancelled, or too late
    const ZooCall call = entry.value();
    m_calls.erase(entry);
    if (letter.code == ZOK)
        call.settle(letter);
    else
        call.fail(zooError(letter.code, call.what));
}

void ZooHandlePrivate::setState(ZooHandle::SessionState state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT m_handle->stateChanged(state);
}

} // namespace zoodock
