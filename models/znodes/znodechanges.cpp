// SPDX-License-Identifier: GPL-3.0-or-later
// What changes share, and the one of a value.
#include "znodechanges.h"

#include "core/sentences.h"

#include <utility>

namespace zoodock
{

Result<void> checkChangeable(const ZnodeConnection &connection, const ZnodePath &path)
{
    if (connection.isReadOnly())
        return failure(
            ErrorKind::ReadOnly,
            ZnodeChange::tr("This connection only reads. Allow changes first, if you want to make some."));
    if (path.isProtected(connection.hasChroot()))
        return failure(
            ErrorKind::InvalidInput,
            ZnodeChange::tr("%1 belongs to ZooKeeper itself and is never changed or deleted here. Choose "
                            "another znode.")
                .arg(legibleName(path.text())));
    return {};
}

ZooCreate toCreate(const ZnodeRecord &record)
{
    ZooCreate create;
    create.path = record.path.text();
    create.value = record.value;
    create.acl = fromAcl(record.acl);
    create.mode = record.kind == ZnodeKind::Ephemeral   ? ZooCreateMode::Ephemeral
                  : record.kind == ZnodeKind::Container ? ZooCreateMode::Container
                  : record.kind == ZnodeKind::Ttl       ? ZooCreateMode::Ttl
                                                        : ZooCreateMode::Persistent;
    create.ttlMilliseconds = record.kind == ZnodeKind::Ttl ? record.ttlMilliseconds : 0;
    return create;
}

ChangeBase::ChangeBase(ZnodeConnection *connection, qint64 packetLimit, QObject *parent)
    : ZnodeChange(parent)
    , m_connection(connection)
    , m_packetLimit(packetLimit)
{
}

bool ChangeBase::refuses(const ZnodePath &path)
{
    const Result<void> allowed = checkChangeable(*m_connection, path);
    if (!allowed)
        fail(allowed.error());
    return !allowed;
}

bool ChangeBase::refusesSize(const ZooOp &op, qsizetype bytes)
{
    if (packetBytes(op) <= m_packetLimit)
        return false;
    fail(Error(ErrorKind::TooLarge,
               tr("The value has %1 bytes; the server takes no request above %2 (jute.maxbuffer). "
                  "Shorten it, or raise the limit on every server.")
                   .arg(QString::number(bytes), QString::number(m_packetLimit))));
    return true;
}

void ChangeBase::tell(qint64 done, qint64 total, bool now)
{
    constexpr qint64 pause = 50; // ms
    m_done = done;
    m_total = total;
    if (!now && m_told.isValid() && m_told.elapsed() < pause)
        return;
    m_told.start();
    Q_EMIT progress(done, total);
}

void ChangeBase::failReading(const Error &why)
{
    const QString nothing = tr("Nothing was changed.");
    switch (why.kind()) {
    case ErrorKind::Cancelled: // by nobody: the session has ended, and what was read with it
    case ErrorKind::SessionExpired:
        fail(Error(
            ErrorKind::SessionExpired,
            paragraphOf({tr("The session ended before everything was read."), nothing, tr("Try it again.")}),
            why.detail()));
        return;
    case ErrorKind::ConnectionLost:
    case ErrorKind::Timeout:
        fail(Error(why.kind(), paragraphOf({why.message(), nothing}), why.detail()));
        return;
    default:
        fail(why);
    }
}

// ---- set
// -------------------------------------------------------------------------------------------------------

SetChange::SetChange(ZnodeConnection *connection, qint64 packetLimit, ZnodePath path, QByteArray value,
                     qint32 version, QObject *parent)
    : ChangeBase(connection, packetLimit, parent)
    , m_target(std::move(path))
    , m_value(std::move(value))
    , m_version(version)
{
}

void SetChange::begin()
{
    if (refuses(m_target))
        return;
    ZooOp op;
    op.what = ZooOp::What::Set;
    op.path = connection().target().chroot + m_target.text();
    op.value = m_value;
    if (refusesSize(op, m_value.size()))
        return;
    calls().getData(m_target, ZooWatch::None,
                    {this, [this](const Result<ZooData> &before) { onRead(before); }});
}

/// The server compares versions alone, and those of a znode that was made anew begin at 0 again.
bool SetChange::isAnother(const ZooStat &now) const
{
    return (m_version >= 0 && now.version != m_version) ||
           (m_expected && (now.czxid != m_expected->czxid || now.mzxid != m_expected->mzxid));
}

void SetChange::onRead(const Result<ZooData> &before)
{
    if (isSettled())
        return;
    const bool gone = !before && before.error().kind() == ErrorKind::NoNode;
    if (gone || (before && isAnother(before->stat))) {
        conflictWith(before);
        return;
    }
    // One may be allowed to write what one may not read: then there is nothing to take back.
    const ZooData former = before.value_or(ZooData{});
    const bool readable = before.has_value();
    if (!readable && before.error().kind() != ErrorKind::NoAuth) {
        fail(before.error());
        return;
    }
    calls().setData(m_target, m_value, m_version,
                    {this, [this, former, readable](const Result<ZooStat> &stat) {
                         if (isSettled())
                             return;
                         if (stat && readable) {
                             onSet(former, stat);
                         } else if (stat) {
                             m_stat = toZnodeStat(*stat);
                             m_path = m_target;
                             succeed();
                         } else if (stat.error().kind() == ErrorKind::VersionConflict ||
                                    stat.error().kind() == ErrorKind::NoNode) {
                             calls().getData(m_target, ZooWatch::None,
                                             {this, [this](const Result<ZooData> &theirs) {
                                                  if (!isSettled())
                                                      conflictWith(theirs);
                                              }});
                         } else {
                             fail(stat.error());
                         }
                     }});
}

void SetChange::onSet(const ZooData &before, const Result<ZooStat> &stat)
{
    ZnodeRecord record;
    record.path = m_target;
    record.value = before.bytes;
    record.version = before.stat.version;
    record.czxid = before.stat.czxid;
    m_undo.what = ZnodeUndo::What::Set;
    m_undo.about = m_target;
    m_undo.records = {record};
    m_undo.expectedVersion = stat->version;
    m_path = m_target;
    m_stat = toZnodeStat(*stat);
    tell(1, 1, true);
    succeed();
}

void SetChange::conflictWith(const Result<ZooData> &theirs)
{
    m_conflict = ZnodeConflict{};
    if (theirs)
        m_conflict->theirs = ZnodeValue{theirs->bytes, toZnodeStat(theirs->stat)};
    fail(Error(
        ErrorKind::VersionConflict,
        theirs ? tr("Somebody else changed %1 meanwhile: it has version %2 now. Compare both values, then "
                    "decide.")
                     .arg(legibleName(m_target.text()))
                     .arg(theirs->stat.version)
               : tr("Somebody else deleted %1 meanwhile. Create it again if you still need it.")
                     .arg(legibleName(m_target.text()))));
}

} // namespace zoodock
