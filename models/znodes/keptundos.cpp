// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/keptundos.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <utility>

namespace zoodock
{

namespace
{

qint64 bytesOf(const ZnodePath &path)
{
    return static_cast<qint64>(sizeof(ZnodePath)) + path.text().size() * qint64(sizeof(QChar));
}

} // namespace

qint64 bytesOf(const ZnodeUndo &undo)
{
    qint64 bytes = 0;
    for (const ZnodeRecord &record : undo.records)
        bytes += static_cast<qint64>(sizeof(ZnodeRecord)) + bytesOf(record.path) + record.value.size() +
                 record.acl.size() * static_cast<qint64>(sizeof(AclEntry));
    for (const ZnodePath &path : undo.created)
        bytes += bytesOf(path);
    return bytes;
}

KeptUndos::KeptUndos(qint64 limit)
    : m_limit(limit)
{
}

void KeptUndos::keep(const QString &cluster, const ZnodeUndo &undo, const QString &chroot)
{
    forget(cluster);
    if (undo.isEmpty())
        return;
    const qint64 bytes = bytesOf(undo);
    makeRoom(bytes);
    m_entries.append({cluster, {undo, chroot}, bytes});
    m_bytes += bytes;
}

std::optional<KeptUndos::Kept> KeptUndos::take(const QString &cluster)
{
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&cluster](const Entry &one) { return one.cluster == cluster; });
    if (entry == m_entries.end())
        return std::nullopt;
    Kept kept = std::move(entry->kept);
    m_bytes -= entry->bytes;
    m_entries.erase(entry);
    return kept;
}

void KeptUndos::forget(const QString &cluster)
{
    static_cast<void>(take(cluster));
}

void KeptUndos::makeRoom(qint64 bytes)
{
    for (Entry &entry : m_entries) {
        if (m_bytes + bytes <= m_limit)
            return;
        giveUp(entry);
    }
}

void KeptUndos::giveUp(Entry &entry)
{
    if (entry.kept.undo.isEmpty())
        return;
    ZnodeUndo gone;
    gone.about = entry.kept.undo.about;
    gone.losses = {QCoreApplication::translate("KeptUndos",
                                               "Your last change here, of %1, can no longer be taken back: "
                                               "what was changed in other clusters since took the memory "
                                               "that is kept for Undo.")
                       .arg(legibleName(gone.about.text()))};
    entry.kept.undo = gone;
    m_bytes -= std::exchange(entry.bytes, 0);
}

} // namespace zoodock
