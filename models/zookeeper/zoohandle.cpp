// SPDX-License-Identifier: GPL-3.0-or-later
#include "zookeeper/zoohandle.h"

#include "zooacl.h"
#include "zoocallbacks.h"
#include "zoorequest.h"

#include <zookeeper/zookeeper.h>

#include <utility>

namespace zoodock
{

using namespace callbacks;

namespace
{

using Ticket = ZooLink::Ticket;

/// What a call with a watch registers. One function and one context for all: the client knows watches apart
/// by path and kind, and gives them back by these four.
watcher_fn watcherOf(ZooWatch watch)
{
    return watch == ZooWatch::Watch ? onWatch : nullptr;
}

ZooChildren childrenOf(ZooLetter &letter)
{
    return {std::move(letter.names), letter.stat};
}

bool nothing(ZooLetter &)
{
    return true;
}

} // namespace

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

void ZooHandle::abandon()
{
    d->abandon();
}

void ZooHandle::forgetRequests()
{
    d->forgetAll();
}

ZooHandle::SessionState ZooHandle::state() const
{
    return d->m_state;
}

bool ZooHandle::isAskingForSession() const
{
    zhandle_t *const handle = d->m_link->handle();
    return handle && zoo_state(handle) == ZOO_ASSOCIATING_STATE;
}

qint64 ZooHandle::sessionId() const
{
    return d->m_sessionId;
}

std::chrono::milliseconds ZooHandle::sessionTimeout() const
{
    return d->m_sessionTimeout;
}

QString ZooHandle::server() const
{
    return d->m_server;
}

qsizetype ZooHandle::pending() const
{
    return d->pending();
}

template <typename T, typename Send, typename Read>
void ZooHandle::call(ZooPurpose purpose, const char *verb, const QString &path, ZooReply<T> reply, Send send,
                     Read read)
{
    ZooCall call;
    call.context = reply.context;
    call.verb = verb;
    call.path = path;
    call.purpose = purpose;
    call.send = std::move(send);
    call.keepsCode = std::is_same_v<T, ZooMulti>;
    call.settle = [function = reply.function, read](ZooLetter &letter) { function(read(letter)); };
    call.fail = [function = reply.function](const Error &error) { function(failure(error)); };
    call.deadline = std::chrono::steady_clock::now() + d->deadline();
    d->submit(std::move(call));
}

void ZooHandle::getData(const QString &path, ZooWatch watch, ZooReply<ZooData> reply)
{
    auto send = [path = path.toUtf8(), watch](zhandle_t *handle, Ticket *ticket) {
        return zoo_awget(handle, path.constData(), watcherOf(watch), ticket->link.get(), onData, ticket);
    };
    call(ZooPurpose::Read, "get", path, std::move(reply), send, [](ZooLetter &letter) {
        return ZooData{std::move(letter.bytes), letter.stat};
    });
}

void ZooHandle::getChildren(const QString &path, ZooWatch watch, ZooReply<ZooChildren> reply)
{
    auto send = [path = path.toUtf8(), watch](zhandle_t *handle, Ticket *ticket) {
        return zoo_awget_children2(handle, path.constData(), watcherOf(watch), ticket->link.get(), onStrings,
                                   ticket);
    };
    call(ZooPurpose::Read, "ls", path, std::move(reply), send, childrenOf);
}

void ZooHandle::exists(const QString &path, ZooWatch watch, ZooReply<ZooStat> reply)
{
    auto send = [path = path.toUtf8(), watch](zhandle_t *handle, Ticket *ticket) {
        return zoo_awexists(handle, path.constData(), watcherOf(watch), ticket->link.get(), onStat, ticket);
    };
    call(ZooPurpose::Read, "stat", path, std::move(reply), send,
         [](ZooLetter &letter) { return letter.stat; });
}

void ZooHandle::createNode(const ZooCreate &node, ZooReply<ZooCreated> reply)
{
    auto send = [node](zhandle_t *handle, Ticket *ticket) {
        const AclArgument acl(node.acl);
        return zoo_acreate2_ttl(handle, node.path.toUtf8().constData(), node.value.constData(),
                                lengthOf(node.value), acl.get(), createFlags(node), createTtl(node),
                                onStringStat, ticket);
    };
    call(ZooPurpose::Change, "create", node.path, std::move(reply), send, [](ZooLetter &letter) {
        return ZooCreated{QString::fromUtf8(letter.bytes), letter.stat};
    });
}

void ZooHandle::setData(const QString &path, const QByteArray &value, qint32 version, ZooReply<ZooStat> reply)
{
    auto send = [path = path.toUtf8(), value, version](zhandle_t *handle, Ticket *ticket) {
        return zoo_aset(handle, path.constData(), value.constData(), lengthOf(value), version, onStat,
                        ticket);
    };
    call(ZooPurpose::Change, "set", path, std::move(reply), send,
         [](ZooLetter &letter) { return letter.stat; });
}

void ZooHandle::deleteNode(const QString &path, qint32 version, ZooReply<bool> reply)
{
    auto send = [path = path.toUtf8(), version](zhandle_t *handle, Ticket *ticket) {
        return zoo_adelete(handle, path.constData(), version, onVoid, ticket);
    };
    call(ZooPurpose::Change, "delete", path, std::move(reply), send, nothing);
}

void ZooHandle::multi(const QList<ZooOp> &ops, ZooReply<ZooMulti> reply)
{
    auto send = [ops](zhandle_t *handle, Ticket *ticket) { return sendMulti(handle, ops, ticket); };
    const QString path = ops.isEmpty() ? QString()
                                       : (ops.first().what == ZooOp::What::Create ? ops.first().create.path
                                                                                  : ops.first().path);
    call(ZooPurpose::Change, "multi", path, std::move(reply), send, [](ZooLetter &letter) {
        return ZooMulti{letter.code, std::move(letter.results)};
    });
}

void ZooHandle::getAcl(const QString &path, ZooReply<ZooAcl> reply)
{
    auto send = [path = path.toUtf8()](zhandle_t *handle, Ticket *ticket) {
        return zoo_aget_acl(handle, path.constData(), onAcl, ticket);
    };
    call(ZooPurpose::Read, "getAcl", path, std::move(reply), send, [](ZooLetter &letter) {
        return ZooAcl{std::move(letter.acl), letter.stat};
    });
}

void ZooHandle::setAcl(const QString &path, const QList<ZooAclEntry> &acl, qint32 aversion,
                       ZooReply<bool> reply)
{
    auto send = [path = path.toUtf8(), acl, aversion](zhandle_t *handle, Ticket *ticket) {
        const AclArgument argument(acl);
        // The C client copies the vector; its type merely forgot the const.
        auto vector = *argument.get();
        return zoo_aset_acl(handle, path.constData(), aversion, &vector, onVoid, ticket);
    };
    call(ZooPurpose::Change, "setAcl", path, std::move(reply), send, nothing);
}

void ZooHandle::addAuth(const QByteArray &scheme, const QByteArray &secret, ZooReply<bool> reply)
{
    auto send = [scheme, secret](zhandle_t *handle, Ticket *ticket) {
        auto *const kept = ticket->link->authTicket(ticket->request);
        const int code = zoo_add_auth(handle, scheme.constData(), secret.constData(),
                                      static_cast<int>(secret.size()), onAuth, kept);
        if (code == ZOK)
            delete ticket;
        return code;
    };
    call(ZooPurpose::Change, "addauth", QString::fromUtf8(scheme), std::move(reply), send, nothing);
}

void ZooHandle::sync(const QString &path, ZooReply<bool> reply)
{
    auto send = [path = path.toUtf8()](zhandle_t *handle, Ticket *ticket) {
        return zoo_async(handle, path.constData(), onString, ticket);
    };
    call(ZooPurpose::Read, "sync", path, std::move(reply), send, nothing);
}

void ZooHandle::removeWatch(const QString &path, ZooWatchKind kind, ZooReply<bool> reply)
{
    auto send = [path = path.toUtf8(), kind](zhandle_t *handle, Ticket *ticket) {
        const ZooWatcherType type = kind == ZooWatchKind::Child ? ZWATCHTYPE_CHILD : ZWATCHTYPE_DATA;
        // Declared as a pointer to a completion, used as a completion (zookeeper.c of 3.5 to 3.9).
        return zoo_aremove_watches(handle, path.constData(), type, onWatch, ticket->link.get(), 0,
                                   reinterpret_cast<void_completion_t *>(onVoid), ticket);
    };
    call(ZooPurpose::Read, "removewatch", path, std::move(reply), send, nothing);
}

} // namespace zoodock
