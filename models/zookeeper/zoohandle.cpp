// SPDX-License-Identifier: GPL-3.0-or-later
#include "zookeeper/zoohandle.h"

#include "zookeeper/zooerrors.h"
#include "zoorequest.h"

#include <zookeeper/zookeeper.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

using Ticket = ZooLink::Ticket;

constexpr std::chrono::milliseconds shortestDeadline = 10s;

// The callbacks come on threads of the C client: they make values of what they get and post them.

void reply(const void *data, ZooLetter letter)
{
    const std::unique_ptr<const Ticket> ticket(static_cast<const Ticket *>(data));
    letter.kind = ZooLetter::Kind::Reply;
    letter.request = ticket->request;
    ticket->link->post(std::move(letter));
}

ZooLetter letterOf(int code)
{
    ZooLetter letter;
    letter.code = code;
    return letter;
}

void onVoid(int code, const void *data)
{
    reply(data, letterOf(code));
}

void onString(int code, const char *value, const void *data)
{
    ZooLetter letter = letterOf(code);
    if (value)
        letter.bytes = QByteArray(value);
    reply(data, std::move(letter));
}

void onData(int code, const char *value, int length, const Stat *, const void *data)
{
    ZooLetter letter = letterOf(code);
    if (value && length > 0)
        letter.bytes = QByteArray(value, length);
    reply(data, std::move(letter));
}

void onStrings(int code, const String_vector *strings, const void *data)
{
    ZooLetter letter = letterOf(code);
    for (int i = 0; strings && i < strings->count; ++i)
        letter.names.append(QString::fromUtf8(strings->data[i]));
    reply(data, std::move(letter));
}

} // namespace

template <typename T>
void ZooRequest<T>::begin()
{
    if (!m_handle) {
        this->fail(zooError(ZCLOSING, m_what));
        return;
    }
    ZooCall call;
    call.request = this;
    call.what = m_what;
    call.send = m_send;
    call.settle = [this](const ZooLetter &letter) { this->succeedWith(m_read(letter)); };
    call.fail = [this](const Error &error) { this->fail(error); };
    m_number = m_d->submit(std::move(call));
}

ZooHandle::ZooHandle(QString servers, std::chrono::milliseconds sessionTimeout, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<ZooHandlePrivate>(this))
{
    d->m_servers = std::move(servers);
    d->m_sessionTimeout = sessionTimeout;
}

ZooHandle::~ZooHandle() = default;

void ZooHandle::open()
{
    if (d->m_state != SessionState::Idle)
        return;
    d->m_state = SessionState::Connecting;
    d->m_link->open(d->m_servers.toUtf8(), d->m_sessionTimeout);
}

ZooHandle::SessionState ZooHandle::state() const
{
    return d->m_state;
}

qint64 ZooHandle::sessionId() const
{
    return d->m_sessionId;
}

ValueOperation<QString> *ZooHandle::create(const QString &path, const QByteArray &value, QObject *parent)
{
    auto send = [path = path.toUtf8(), value](zhandle_t *handle, Ticket *ticket) {
        return zoo_acreate(handle, path.constData(), value.constData(), static_cast<int>(value.size()),
                           &ZOO_OPEN_ACL_UNSAFE, ZOO_PERSISTENT, onString, ticket);
    };
    auto read = [](const ZooLetter &letter) { return QString::fromUtf8(letter.bytes); };
    return request<QString>(u"create "_s + path, send, read, parent);
}

ValueOperation<QByteArray> *ZooHandle::get(const QString &path, QObject *parent)
{
    auto send = [path = path.toUtf8()](zhandle_t *handle, Ticket *ticket) {
        return zoo_aget(handle, path.constData(), 0, onData, ticket);
    };
    auto read = [](const ZooLetter &letter) { return letter.bytes; };
    return request<QByteArray>(u"get "_s + path, send, read, parent);
}

ValueOperation<QStringList> *ZooHandle::children(const QString &path, QObject *parent)
{
    auto send = [path = path.toUtf8()](zhandle_t *handle, Ticket *ticket) {
        return zoo_aget_children(handle, path.constData(), 0, onStrings, ticket);
    };
    auto read = [](const ZooLetter &letter) { return letter.names; };
    return request<QStringList>(u"ls "_s + path, send, read, parent);
}

Operation *ZooHandle::remove(const QString &path, int version, QObject *parent)
{
    auto send = [path = path.toUtf8(), version](zhandle_t *handle, Ticket *ticket) {
        return zoo_adelete(handle, path.constData(), version, onVoid, ticket);
    };
    auto read = [](const ZooLetter &) { return true; };
    return request<bool>(u"delete "_s + path, send, read, parent);
}

template <typename T, typename Send, typename Read>
ValueOperation<T> *ZooHandle::request(const QString &what, Send send, Read read, QObject *parent)
{
    auto *const operation = new ZooRequest<T>(this, d.get(), what, std::move(send), std::move(read), parent);
    operation->setDeadline(std::max(d->m_sessionTimeout, shortestDeadline));
    return operation;
}

} // namespace zoodock
