// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodecalls.h"

#include "znodes/znodeconnection.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <utility>

namespace zoodock
{

ZnodeStat toZnodeStat(const ZooStat &stat)
{
    return {stat.czxid,    stat.mzxid,    stat.pzxid,          stat.ctime,      stat.mtime,      stat.version,
            stat.cversion, stat.aversion, stat.ephemeralOwner, stat.dataLength, stat.numChildren};
}

Acl toAcl(const QList<ZooAclEntry> &entries)
{
    Acl acl;
    for (const ZooAclEntry &entry : entries)
        acl.append({QString::fromUtf8(entry.scheme), QString::fromUtf8(entry.id),
                    AclPermissions::fromInt(entry.permissions)});
    return acl;
}

QList<ZooAclEntry> fromAcl(const Acl &acl)
{
    QList<ZooAclEntry> entries;
    for (const AclEntry &entry : acl)
        entries.append({entry.scheme.toUtf8(), entry.id.toUtf8(), entry.permissions.toInt()});
    return entries;
}

ZnodeCalls::ZnodeCalls(ZnodeConnection *connection)
    : QObject(connection)
    , m_connection(connection)
{
}

void ZnodeCalls::attach(ZooHandle *handle, const QSet<QString> &ephemerals)
{
    if (m_handle)
        m_handle->disconnect(this);
    m_handle = handle;
    m_ephemerals = ephemerals;
    m_canRemoveWatches = true;
    if (handle) {
        connect(handle, &ZooHandle::watchFired, this, [this](ZooEvent event, const QString &path) {
            if (event == ZooEvent::Deleted)
                m_ephemerals.remove(path);
            Q_EMIT watchFired(event, ZnodePath::trusted(path));
        });
    }
}

bool ZnodeCalls::mayChange() const
{
    return !m_connection->isReadOnly();
}

template <typename T>
void ZnodeCalls::refuse(ZooReply<T> reply, const Error &error) const
{
    if (!reply.context)
        return;
    QMetaObject::invokeMethod(
        reply.context, [function = std::move(reply.function), error] { function(failure(error)); },
        Qt::QueuedConnection);
}

template <typename T, typename Call>
void ZnodeCalls::read(ZooReply<T> reply, Call call)
{
    if (m_handle) {
        call(*m_handle, std::move(reply));
        return;
    }
    refuse(std::move(reply),
           Error(ErrorKind::ConnectionLost,
                 QCoreApplication::translate(
                     "ZnodeConnection", "There is no connection to ZooKeeper now. Wait until it is back.")));
}

template <typename T, typename Call>
void ZnodeCalls::change(ZooReply<T> reply, Call call)
{
    if (mayChange()) {
        read(std::move(reply), call);
        return;
    }
    refuse(std::move(reply),
           Error(ErrorKind::ReadOnly,
                 QCoreApplication::translate(
                     "ZnodeConnection",
                     "This connection only reads. Allow changes first, if you want to make some.")));
}

/// The same reply, with a look at its success first; also where the asker is gone by then.
template <typename T>
ZooReply<T> ZnodeCalls::noting(ZooReply<T> reply, std::function<void(const T &)> note)
{
    return {this, [note = std::move(note), asker = reply.context,
                   function = std::move(reply.function)](Result<T> outcome) {
                if (outcome)
                    note(*outcome);
                if (asker)
                    function(std::move(outcome));
            }};
}

void ZnodeCalls::noteMulti(const QList<ZooOp> &ops)
{
    for (const ZooOp &op : ops) {
        if (op.what == ZooOp::What::Create && op.create.mode == ZooCreateMode::Ephemeral)
            m_ephemerals.insert(op.create.path);
        else if (op.what == ZooOp::What::Delete)
            m_ephemerals.remove(op.path);
    }
}

void ZnodeCalls::getData(const ZnodePath &path, ZooWatch watch, ZooReply<ZooData> reply)
{
    read(std::move(reply),
         [&](ZooHandle &handle, ZooReply<ZooData> to) { handle.getData(path.text(), watch, std::move(to)); });
}

void ZnodeCalls::getChildren(const ZnodePath &path, ZooWatch watch, ZooReply<ZooChildren> reply)
{
    read(std::move(reply), [&](ZooHandle &handle, ZooReply<ZooChildren> to) {
        handle.getChildren(path.text(), watch, std::move(to));
    });
}

void ZnodeCalls::exists(const ZnodePath &path, ZooWatch watch, ZooReply<ZooStat> reply)
{
    read(std::move(reply),
         [&](ZooHandle &handle, ZooReply<ZooStat> to) { handle.exists(path.text(), watch, std::move(to)); });
}

void ZnodeCalls::getAcl(const ZnodePath &path, ZooReply<ZooAcl> reply)
{
    read(std::move(reply),
         [&](ZooHandle &handle, ZooReply<ZooAcl> to) { handle.getAcl(path.text(), std::move(to)); });
}

void ZnodeCalls::createNode(const ZooCreate &node, ZooReply<ZooCreated> reply)
{
    if (node.mode == ZooCreateMode::Ephemeral)
        reply = noting<ZooCreated>(std::move(reply),
                                   [this](const ZooCreated &created) { m_ephemerals.insert(created.path); });
    change(std::move(reply),
           [&](ZooHandle &handle, ZooReply<ZooCreated> to) { handle.createNode(node, std::move(to)); });
}

void ZnodeCalls::setData(const ZnodePath &path, const QByteArray &value, qint32 version,
                         ZooReply<ZooStat> reply)
{
    change(std::move(reply), [&](ZooHandle &handle, ZooReply<ZooStat> to) {
        handle.setData(path.text(), value, version, std::move(to));
    });
}

void ZnodeCalls::multi(const QList<ZooOp> &ops, ZooReply<ZooMulti> reply)
{
    const bool matters =
        !m_ephemerals.isEmpty() || std::any_of(ops.cbegin(), ops.cend(), [](const ZooOp &op) {
            return op.create.mode == ZooCreateMode::Ephemeral;
        });
    if (matters)
        reply = noting<ZooMulti>(std::move(reply), [this, ops](const ZooMulti &outcome) {
            if (outcome.code == 0)
                noteMulti(ops);
        });
    change(std::move(reply),
           [&](ZooHandle &handle, ZooReply<ZooMulti> to) { handle.multi(ops, std::move(to)); });
}

void ZnodeCalls::setAcl(const ZnodePath &path, const Acl &acl, qint32 aversion, ZooReply<bool> reply)
{
    change(std::move(reply), [&](ZooHandle &handle, ZooReply<bool> to) {
        handle.setAcl(path.text(), fromAcl(acl), aversion, std::move(to));
    });
}

void ZnodeCalls::retainWatch(const ZnodePath &path, ZooWatchKind kind)
{
    ++watches(kind)[path];
}

void ZnodeCalls::releaseWatch(const ZnodePath &path, ZooWatchKind kind)
{
    QHash<ZnodePath, int> &wanted = watches(kind);
    const auto entry = wanted.find(path);
    if (entry == wanted.end() || --entry.value() > 0)
        return;
    wanted.erase(entry);
    if (!m_handle || !m_canRemoveWatches)
        return;
    m_handle->removeWatch(path.text(), kind, {this, [this](const Result<bool> &done) {
                                                  // NoNode: it has fired meanwhile. Broken connections lose
                                                  // nothing: what comes of it is passed over.
                                                  if (!done && done.error().kind() == ErrorKind::NotSupported)
                                                      m_canRemoveWatches = false;
                                              }});
}

} // namespace zoodock
