// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zookeeper/zoohandle.h"
#include "zookeeper/zoovalues.h"

#include "znodes/acl.h"
#include "znodes/znodepath.h"
#include "znodes/znodestat.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QSet>

#include <functional>

namespace zoodock
{

class ZnodeConnection;

[[nodiscard]] ZnodeStat toZnodeStat(const ZooStat &stat);
[[nodiscard]] Acl toAcl(const QList<ZooAclEntry> &entries);
[[nodiscard]] QList<ZooAclEntry> fromAcl(const Acl &acl);

/// The requests of a ZnodeConnection, for the classes of this room. As in ZooHandle: answered exactly once
/// unless the context is gone, never from within the call, in the order of the calls; many thousands may be
/// on their way (a bounded window of some hundred is as fast). Without a handle: ConnectionLost. What changes
/// something fails with ReadOnly while the connection is read-only, before anything is sent. Whoever asks
/// notes ZnodeConnection::generation() and drops answers that come after it has changed.
class ZnodeCalls : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeCalls)
public:
    explicit ZnodeCalls(ZnodeConnection *connection);

    void getData(const ZnodePath &path, ZooWatch watch, ZooReply<ZooData> reply);
    void getChildren(const ZnodePath &path, ZooWatch watch, ZooReply<ZooChildren> reply);
    void exists(const ZnodePath &path, ZooWatch watch, ZooReply<ZooStat> reply);
    void getAcl(const ZnodePath &path, ZooReply<ZooAcl> reply);

    void createNode(const ZooCreate &node, ZooReply<ZooCreated> reply);
    void setData(const ZnodePath &path, const QByteArray &value, qint32 version, ZooReply<ZooStat> reply);
    void multi(const QList<ZooOp> &ops, ZooReply<ZooMulti> reply);
    void setAcl(const ZnodePath &path, const Acl &acl, qint32 aversion, ZooReply<bool> reply);

    /// Watches are shared: whoever asks with a watch retains it first, and releases it when it is not
    /// interested any more. The last release gives it back to the server (servers before 3.5 cannot: its
    /// event is then passed over).
    void retainWatch(const ZnodePath &path, ZooWatchKind kind);
    void releaseWatch(const ZnodePath &path, ZooWatchKind kind);

    /// Made by this session and, as far as it knows, still there.
    [[nodiscard]] const QSet<QString> &ephemerals() const { return m_ephemerals; }

Q_SIGNALS:
    /// The watch is used up: ask again, with a watch, to go on.
    void watchFired(zoodock::ZooEvent event, const zoodock::ZnodePath &path);

private:
    friend class ZnodeConnection;
    /// `ephemerals`: what a session that comes back has made.
    void attach(ZooHandle *handle, const QSet<QString> &ephemerals = {});
    [[nodiscard]] bool mayChange() const;
    template <typename T>
    void refuse(ZooReply<T> reply, const Error &error) const;
    template <typename T, typename Call>
    void read(ZooReply<T> reply, Call call);
    template <typename T, typename Call>
    void change(ZooReply<T> reply, Call call);
    template <typename T>
    [[nodiscard]] ZooReply<T> noting(ZooReply<T> reply, std::function<void(const T &)> note);
    void noteMulti(const QList<ZooOp> &ops);

    [[nodiscard]] QHash<ZnodePath, int> &watches(ZooWatchKind kind)
    {
        return kind == ZooWatchKind::Child ? m_childWatches : m_dataWatches;
    }

    ZnodeConnection *m_connection;
    QPointer<ZooHandle> m_handle;
    QHash<ZnodePath, int> m_childWatches; ///< how many want each
    QHash<ZnodePath, int> m_dataWatches;
    QSet<QString> m_ephemerals;
    bool m_canRemoveWatches = true;
};

} // namespace zoodock
