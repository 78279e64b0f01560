// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

#include <chrono>
#include <memory>

namespace zoodock
{

class ZooHandlePrivate;

/// Owns one handle of the C client (zookeeper_mt) and dies with its session: after expiry throw it away. The
/// C client's threads turn replies into values and post them through a Mailbox; all signals come in the
/// owner's thread. zookeeper_init (resolves names) and zookeeper_close (may wait seconds) run on helper
/// threads; the destructor does not block.
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
    [[nodiscard]] qint64 sessionId() const;

    // Requests wait for open() to have made the handle; one that is made while no server answers fails with
    // ConnectionLost as soon as a connection attempt does. Deadline: the session timeout, at least 10 s. When
    // the handle is destroyed, what is still on its way ends with ConnectionLost.

    /// Persistent znode with world:anyone ACL. Value: the path that was created.
    [[nodiscard]] ValueOperation<QString> *create(const QString &path, const QByteArray &value,
                                                  QObject *parent);
    [[nodiscard]] ValueOperation<QByteArray> *get(const QString &path, QObject *parent);
    /// Unordered names.
    [[nodiscard]] ValueOperation<QStringList> *children(const QString &path, QObject *parent);
    /// version -1: any.
    [[nodiscard]] Operation *remove(const QString &path, int version, QObject *parent);

Q_SIGNALS:
    void stateChanged(zoodock::ZooHandle::SessionState state);

private:
    template <typename T, typename Send, typename Read>
    ValueOperation<T> *request(const QString &what, Send send, Read read, QObject *parent);

    std::unique_ptr<ZooHandlePrivate> d;
};

} // namespace zoodock
