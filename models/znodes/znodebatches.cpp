// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodebatches.h"

#include "znodecalls.h"
#include "znodes/znodeconnection.h"
#include "zookeeper/zooerrors.h"

#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int multisOnTheWay = 4;
/// More do not make it faster, and one refused multi is repeated op by op.
constexpr qsizetype opsInOneMulti = 500;
/// Request header and the multi's end.
constexpr qint64 envelope = 32;

} // namespace

qint64 packetBytes(const ZooOp &op)
{
    constexpr qint64 fixed = 9 + 4 + 4 + 12; // MultiHeader, two lengths, version or flags with a ttl
    if (op.what != ZooOp::What::Create)
        return fixed + op.path.toUtf8().size() + op.value.size();
    qint64 bytes = fixed + 4 + op.create.path.toUtf8().size() + op.create.value.size();
    for (const ZooAclEntry &entry : op.create.acl)
        bytes += 12 + entry.scheme.size() + entry.id.size();
    return bytes;
}

ZnodeBatches::ZnodeBatches(ZnodeConnection *connection, qint64 packetLimit, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_packetLimit(packetLimit)
{
    connect(connection, &ZnodeConnection::generationChanged, this, [this] {
        end(failure(ErrorKind::ConnectionLost,
                    tr("The connection was replaced while changes were on their way. "
                       "Look at what is there, then try again.")));
    });
}

void ZnodeBatches::cancel()
{
    m_cancelled = true;
    finishIfDone();
}

void ZnodeBatches::pump()
{
    while (!m_ended && !m_cancelled && m_onTheWay < multisOnTheWay) {
        const Batch batch = gather();
        if (batch.ops.isEmpty())
            break;
        m_sent += batch.ops.size();
        send(batch);
    }
    finishIfDone();
}

ZnodeBatches::Batch ZnodeBatches::gather()
{
    Batch batch{m_sent, {}};
    qint64 bytes = envelope;
    while (batch.ops.size() < opsInOneMulti) {
        std::optional<ZooOp> op = std::exchange(m_held, std::nullopt);
        if (!op && !m_exhausted)
            op = next();
        if (!op) {
            m_exhausted = true;
            break;
        }
        bytes += packetBytes(*op);
        if (bytes > m_packetLimit && !batch.ops.isEmpty()) {
            m_held = std::move(op);
            break;
        }
        batch.ops += std::move(*op);
    }
    return batch;
}

void ZnodeBatches::send(const Batch &batch)
{
    ++m_onTheWay;
    m_connection->calls().multi(
        batch.ops, {this, [this, batch](const Result<ZooMulti> &reply) { onReply(batch, reply); }});
}

void ZnodeBatches::onReply(const Batch &batch, const Result<ZooMulti> &reply)
{
    if (m_ended)
        return;
    --m_onTheWay;
    if (!reply) {
        end(failure(reply.error()));
        return;
    }
    if (reply->code == 0) {
        for (qint64 i = 0; i < batch.ops.size(); ++i)
            onOp(batch.first + i, {});
    } else if (batch.ops.size() == 1) {
        const ZooOp &op = batch.ops.constFirst();
        const QString path = op.what == ZooOp::What::Create ? op.create.path : op.path;
        const int code = reply->results.value(0).code != 0 ? reply->results.at(0).code : reply->code;
        onOp(batch.first, failure(zooError(code, u"multi "_s + path)));
    } else {
        for (qint64 i = 0; i < batch.ops.size(); ++i)
            send({batch.first + i, {batch.ops.at(i)}});
    }
    if (!m_ended)
        pump();
}

void ZnodeBatches::finishIfDone()
{
    if (m_ended || m_onTheWay > 0)
        return;
    if (m_cancelled)
        end(failure(Error::cancelled()));
    else if (m_exhausted && !m_held)
        end({});
}

void ZnodeBatches::end(const Result<void> &result)
{
    if (std::exchange(m_ended, true))
        return;
    onEnd(result);
}

} // namespace zoodock
