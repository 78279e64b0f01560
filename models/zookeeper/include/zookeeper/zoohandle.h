// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "zookeeper/zooerrors.h"
#include "zookeeper/zoovalues.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

#include <chrono>
#include <memory>

namespace zoodock
{

class ZooHandlePrivate;

/// Owns one handle of the C client (zookeeper_mt) and dies with its session: after expiry throw it away. The
/// C client's threads turn replies into values (and sort names) and post them through a Mailbox; all signals
/// and answers come in the owner's thread. zookeeper_init (resolves names) and zookeeper_close (may wait
/// seconds) run on helper threads; the destructor does not block.
class ZooHandle : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZooHandle)
public:
    /// Closed: none of the servers' names could be resolved. Expired, AuthFailed and Closed are final.
    enum class SessionState { Idle, Connecting, Connected, ConnectedReadOnly, Expired, AuthFailed, Closed };
    Q_ENUM(SessionState)

    /// `servers`: "127.0.0.1:2181,127.0.0.1:2182/chroot".
    ZooHandle(QString servers, std::chrono::milliseconds sessionTimeout, QObject *parent);
    ~ZooHandle() override;

    void open();
    [[nodiscard]] SessionState state() const;
    /// While Connecting: a server took the connection, and is asked for the session just now.
    [[nodiscard]] bool isAskingForSession() const;
    [[nodiscard]] qint64 sessionId() const;
    /// As negotiated with the server; what was asked for until then.
    [[nodiscard]] std::chrono::milliseconds sessionTimeout() const;
    /// "127.0.0.1:2181", of the last connection that stood.
    [[nodiscard]] QString server() const;

    /// Nobody wants it any more: what is still on its way ends with ConnectionLost, no answer and no signal
    /// comes after this call. For who deletes it later, as from one of its own signals.
    void abandon();
    /// What is on its way ends with ConnectionLost, and its answers are not wanted; the session goes on.
    void forgetRequests();

    // Requests wait for open() to have made the handle; one that is made while no server answers fails with
    // ConnectionLost as soon as a connection attempt does. Deadline: the session timeout, at least 10 s. When
    // the handle is destroyed, what is still on its way ends with ConnectionLost.

    /// Persistent znode with world:anyone ACL. Value: the path that was created.
    [[nodiscard]] ValueOperation<QString> *create(const QString &path, const QByteArray &value,
                                                  QObject *parent);
    [[nodiscard]] ValueOperation<QByteArray> *get(const QString &path, QObject *parent);
    /// In natural order.
    [[nodiscard]] ValueOperation<QStringList> *children(const QString &path, QObject *parent);
    /// version -1: any.
    [[nodiscard]] Operation *remove(const QString &path, int version, QObject *parent);

    // The same requests, and all others, without an operation each: many thousands may be on their way. They
    // are sent and answered in the order of the calls. A watch is the server's promise of one watchFired();
    // it is not made when the request fails (but for exists() of a missing node).

    void getData(const QString &path, ZooWatch watch, ZooReply<ZooData> reply);
    void getChildren(const QString &path, ZooWatch watch, ZooReply<ZooChildren> reply);
    /// A missing node fails with NoNode.
    void exists(const QString &path, ZooWatch watch, ZooReply<ZooStat> reply);
    /// The stat is known for servers since 3.5; older ones refuse create2 with NotSupported.
    void createNode(const ZooCreate &node, ZooReply<ZooCreated> reply);
    void setData(const QString &path, const QByteArray &value, qint32 version, ZooReply<ZooStat> reply);
    void deleteNode(const QString &path, qint32 version, ZooReply<bool> reply);
    /// Succeeds also where the server refused one of the ops: `code` says so.
    void multi(const QList<ZooOp> &ops, ZooReply<ZooMulti> reply);
    void getAcl(const QString &path, ZooReply<ZooAcl> reply);
    void setAcl(const QString &path, const QList<ZooAclEntry> &acl, qint32 aversion, ZooReply<bool> reply);
    /// Also of later connections of this session.
    void addAuth(const QByteArray &scheme, const QByteArray &secret, ZooReply<bool> reply);
    /// The answer comes when the server has caught up with the leader.
    void sync(const QString &path, ZooReply<bool> reply);
    /// Gives a watch back. NotSupported by servers before 3.5; NoNode where there is none.
    void removeWatch(const QString &path, ZooWatchKind kind, ZooReply<bool> reply);

    /// Requests that are on their way.
    [[nodiscard]] qsizetype pending() const;

Q_SIGNALS:
    void stateChanged(zoodock::ZooHandle::SessionState state);
    void watchFired(zoodock::ZooEvent event, const QString &path);

private:
    template <typename T, typename Send, typename Read>
    ValueOperation<T> *request(ZooPurpose purpose, const char *verb, const QString &path, Send send,
                               Read read, QObject *parent);
    template <typename T, typename Send, typename Read>
    void call(ZooPurpose purpose, const char *verb, const QString &path, ZooReply<T> reply, Send send,
              Read read);

    std::unique_ptr<ZooHandlePrivate> d;
};

} // namespace zoodock
