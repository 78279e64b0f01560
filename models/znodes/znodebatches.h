// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "zookeeper/zoovalues.h"

#include <QtCore/QList>
#include <QtCore/QObject>

#include <functional>
#include <optional>

namespace zoodock
{

class ZnodeConnection;

/// ZooKeeper's own default of jute.maxbuffer.
inline constexpr qint64 defaultPacketLimit = 0xfffff;

/// Sends a long row of changes as multi requests under the packet limit, some of them on their way at a time.
/// A multi that the server refuses is repeated op by op, so that every op has an outcome of its own. The
/// server works in the order of sending: an op may rely on those before it.
class ZnodeBatches : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeBatches)
public:
    ZnodeBatches(ZnodeConnection *connection, qint64 packetLimit, QObject *parent);

    /// The next op; nothing: that was the last one.
    std::function<std::optional<ZooOp>()> next;
    /// The outcome of op number `index` (from 0 on, in the order of next()).
    std::function<void(qint64 index, const Result<void> &)> onOp;
    /// Once. Failed: the connection; which of the ops without an outcome took effect is unknown.
    std::function<void(const Result<void> &)> onEnd;

    void start() { pump(); }
    /// Sends nothing more; what is on its way is still told, then onEnd(Cancelled).
    void cancel();
    /// Ops that were sent.
    [[nodiscard]] qint64 sent() const { return m_sent; }

private:
    struct Batch
    {
        qint64 first = 0;
        QList<ZooOp> ops;
    };
    void pump();
    [[nodiscard]] Batch gather();
    void send(const Batch &batch);
    void onReply(const Batch &batch, const Result<ZooMulti> &reply);
    void finishIfDone();
    void end(const Result<void> &result);

    ZnodeConnection *m_connection;
    qint64 m_packetLimit;
    std::optional<ZooOp> m_held; ///< did not fit into the last batch
    qint64 m_sent = 0;
    int m_onTheWay = 0;
    bool m_exhausted = false;
    bool m_cancelled = false;
    bool m_ended = false;
};

/// What an op takes of a request (MultiHeader, CreateRequest, … of zookeeper.jute).
[[nodiscard]] qint64 packetBytes(const ZooOp &op);

} // namespace zoodock
