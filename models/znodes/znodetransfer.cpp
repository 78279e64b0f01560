// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/znodetransfer.h"

#include "znodeimport.h"

#include <QtCore/QDateTime>

#include <utility>

namespace zoodock
{

namespace
{

/// A relative path of a dump, under `base`.
ZnodePath below(const ZnodePath &base, const ZnodePath &relative)
{
    if (relative.isRoot())
        return base;
    return ZnodePath::trusted(base.isRoot() ? relative.text() : base.text() + relative.text());
}

ZnodePath relativeTo(const ZnodePath &base, const ZnodePath &path)
{
    if (path == base)
        return {};
    return base.isRoot() ? path : ZnodePath::trusted(path.text().mid(base.text().size()));
}

QList<ZnodeRecord> placed(const ZnodeDump &dump, const ZnodePath &under, bool hasChroot)
{
    QList<ZnodeRecord> records = dump.records;
    for (ZnodeRecord &record : records)
        record.path = below(under, record.path);
    // ZooKeeper's own znodes are exported for reading and never written.
    records.removeIf([hasChroot](const ZnodeRecord &record) {
        return record.path.isProtected(hasChroot) && !record.path.isRoot();
    });
    return records;
}

QList<ZnodeRecord> writable(const ZnodeDump &dump, const ZnodePath &under, bool hasChroot)
{
    QList<ZnodeRecord> records = placed(dump, under, hasChroot);
    // The root is always there.
    records.removeIf([](const ZnodeRecord &record) { return record.path.isRoot(); });
    return records;
}

} // namespace

ZnodeExport::ZnodeExport(ZnodeConnection *connection, const ZnodePath &top, QObject *parent)
    : ValueOperation(parent)
    , m_walk(std::make_unique<ZnodeWalk>(connection, top, ZnodeWalk::Reads::Records, nullptr))
{
    m_dump.exportedFrom = top;
    m_dump.exportedAt = QDateTime::currentDateTimeUtc();
}

ZnodeExport::~ZnodeExport() = default;

void ZnodeExport::begin()
{
    m_walk->onNode = [this](const ZnodeWalk::Node &node) {
        ZnodeRecord record;
        record.path = relativeTo(m_dump.exportedFrom, node.path);
        record.value = node.value;
        record.acl = node.acl;
        record.kind = node.stat.kind();
        record.ttlMilliseconds = node.stat.ttlMilliseconds();
        take(std::move(record));
    };
    m_walk->onForbidden = [this](const ZnodePath &path) {
        m_walk->stop();
        fail(Error(ErrorKind::NoAuth, tr("%1 may not be read. Sign in with credentials that allow it, or "
                                         "export another subtree.")
                                          .arg(legibleName(path.text()))));
    };
    m_walk->onBreak = [this](bool isBroken) { Q_EMIT waits(isBroken); };
    m_walk->onEnd = [this](const Result<void> &outcome) {
        if (outcome)
            succeedWith(std::move(m_dump));
        else
            fail(outcome.error());
    };
    m_walk->start();
}

void ZnodeExport::take(ZnodeRecord record)
{
    constexpr int often = 512; // znodes
    m_dump.records += std::move(record);
    if (m_dump.records.size() % often == 0)
        Q_EMIT progress(m_dump.records.size(), m_walk->known());
}

void ZnodeExport::abort(const Error &why)
{
    m_walk->stop();
    fail(why);
}

class ZnodeTransfer::Private
{
public:
    ZnodeConnection *connection;
    qint64 packetLimit = defaultPacketLimit;
};

ZnodeTransfer::ZnodeTransfer(ZnodeConnection *connection, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->connection = connection;
}

ZnodeTransfer::~ZnodeTransfer() = default;

void ZnodeTransfer::setPacketLimit(qint64 bytes)
{
    d->packetLimit = bytes;
}

ZnodeExport *ZnodeTransfer::exportSubtree(const ZnodePath &top, QObject *parent)
{
    return new ZnodeExport(d->connection, top, parent);
}

ImportComparison *ZnodeTransfer::preview(const ZnodeDump &dump, const ZnodePath &under, QObject *parent)
{
    return new ImportComparison(d->connection, d->packetLimit,
                                placed(dump, under, d->connection->hasChroot()), under, parent);
}

ZnodeChange *ZnodeTransfer::import(const ZnodeDump &dump, const ZnodePath &under, ImportConflict onConflict,
                                   QObject *parent)
{
    return new ImportChange(d->connection, d->packetLimit, writable(dump, under, d->connection->hasChroot()),
                            under, onConflict, parent);
}

ZnodeChange *ZnodeTransfer::import(const ZnodeDump &dump, const ZnodePath &under, ImportConflict onConflict,
                                   const ImportPreview &preview, QObject *parent)
{
    auto *change =
        new ImportChange(d->connection, d->packetLimit, writable(dump, under, d->connection->hasChroot()),
                         under, onConflict, parent);
    change->expect(preview.seen);
    return change;
}

} // namespace zoodock
