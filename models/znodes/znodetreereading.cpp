// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodetreeprivate.h"

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace std::chrono_literals;

namespace
{

/// A znode that changes all the time is read again this often at most; where a reading takes long, more
/// rarely.
constexpr std::chrono::milliseconds shortestInterval = 150ms;
constexpr int intervalPerReading = 4;
/// More scattered changes than that are not worth their row signals: all rows go and come.
constexpr std::size_t mostEdits = 20'000;

} // namespace

void ZnodeTreePrivate::read(ZnodeFolder *folder)
{
    const quint64 request = ++m_lastRequest;
    folder->m_reading = request;
    folder->m_outdated = false;
    folder->m_readAt = m_clock.monotonic();
    m_due.remove(folder->m_path);
    m_connection->calls().getChildren(
        folder->m_path, ZooWatch::Watch,
        {q, [this, path = folder->m_path, request](Result<ZooChildren> children) {
             onChildren(path, request, std::move(children));
         }});
    if (folder->m_state == ZnodeFolder::State::Loading)
        Q_EMIT q->folderChanged(folder);
}

void ZnodeTreePrivate::readLater(ZnodeFolder *folder)
{
    m_due.insert(folder->m_path);
    if (!m_dueTimer.isActive())
        m_dueTimer.start();
}

void ZnodeTreePrivate::readDue()
{
    const auto now = m_clock.monotonic();
    const QList<ZnodePath> due = m_due.values();
    for (const ZnodePath &path : due) {
        ZnodeFolder *const entry = folder(path);
        if (!entry || !entry->m_watched || entry->m_reading != 0) {
            m_due.remove(path); // an answer that is on its way looks at m_outdated
            continue;
        }
        const auto interval = std::max(shortestInterval, intervalPerReading * entry->m_readTook);
        if (now - entry->m_readAt >= interval)
            read(entry);
    }
    if (m_due.isEmpty())
        m_dueTimer.stop();
}

void ZnodeTreePrivate::look(const ZnodePath &path)
{
    const quint64 generation = m_connection->generation();
    auto answer = [this, path, generation](const Result<ZooStat> &stat) {
        if (generation != m_connection->generation())
            return;
        const bool gone = !stat && stat.error().kind() == ErrorKind::NoNode;
        for (ZnodePath at = path; stat && !at.isRoot();) {
            at = at.parent();
            ZnodeFolder *const ancestor = folder(at);
            if (!ancestor || !isWanted(ancestor))
                continue;
            arm(ancestor);
            break;
        }
        if (stat || gone)
            Q_EMIT q->looked(path, !gone);
        else
            Q_EMIT q->lookFailed(path, stat.error());
    };
    m_connection->calls().exists(path, ZooWatch::None, {q, answer});
}

void ZnodeTreePrivate::onWatch(const ZnodePath &path)
{
    ZnodeFolder *const entry = folder(path);
    if (!entry || !entry->m_watched)
        return;
    if (entry->m_reading != 0)
        entry->m_outdated = true; // whether that reading has it already, nobody knows
    else
        readLater(entry);
}

void ZnodeTreePrivate::onChildren(const ZnodePath &path, quint64 request, Result<ZooChildren> children)
{
    ZnodeFolder *const entry = folder(path);
    if (!entry || entry->m_reading != request)
        return; // asked by another session, or of a folder that is gone
    entry->m_reading = 0;
    if (!children) {
        onFailed(entry, children.error());
        return;
    }
    const ZnodeStat stat = toZnodeStat(children->stat);
    m_connection->noteZxid(std::max({stat.czxid, stat.mzxid, stat.pzxid}));
    if (entry->m_stat && entry->m_stat->czxid != stat.czxid)
        forget(entry); // deleted and made anew: what was below is not what is below
    entry->m_stat = stat;
    workIn(entry, std::move(children->names));
    entry->m_readTook = m_clock.monotonic() - entry->m_readAt;
    noteStat(entry);
    entry->m_error.reset();
    entry->m_state = entry->m_watched ? ZnodeFolder::State::Loaded : ZnodeFolder::State::Stale;
    Q_EMIT q->folderChanged(entry);
    if (entry->m_watched && entry->m_outdated)
        readLater(entry);
    revisitChildren(entry);
}

void ZnodeTreePrivate::onFailed(ZnodeFolder *folder, const Error &error)
{
    switch (error.kind()) {
    case ErrorKind::NoNode:
        // Its parent's reading takes it away, or finds it again.
        forget(folder);
        if (!folder->m_parent)
            folder->m_stat.reset(); // the chroot: no parent takes its row away
        setState(folder, ZnodeFolder::State::Failed, error);
        return;
    case ErrorKind::ConnectionLost:
    case ErrorKind::SessionExpired:
    case ErrorKind::Timeout:
    case ErrorKind::HostUnknown:
        if (folder->m_state == ZnodeFolder::State::Loaded)
            setState(folder, ZnodeFolder::State::Stale);
        else if (folder->m_state == ZnodeFolder::State::Loading)
            Q_EMIT q->folderChanged(folder);
        if (folder->m_watched && m_connection->state() == ZnodeConnection::State::Connected)
            readLater(folder); // otherwise once it is connected again
        return;
    default:
        setState(folder, ZnodeFolder::State::Failed, error);
    }
}

void ZnodeTreePrivate::workIn(ZnodeFolder *folder, NameList names)
{
    if (folder->m_names.isEmpty() && !names.isEmpty()) {
        Q_EMIT q->rowsAboutToBeInserted(folder, 0, names.size() - 1);
        folder->m_names = std::move(names);
        Q_EMIT q->rowsInserted();
        return;
    }
    const std::vector<NameList::Edit> edits = folder->m_names.editsTo(names);
    if (edits.size() > mostEdits) {
        forget(folder);
        workIn(folder, std::move(names));
        return;
    }
    for (const NameList::Edit &edit : edits) {
        if (edit.insert)
            insertRows(folder, edit.row, names, edit.from, edit.count);
        else
            removeRows(folder, edit.row, edit.count);
    }
}

void ZnodeTreePrivate::insertRows(ZnodeFolder *folder, qsizetype row, const NameList &from, qsizetype first,
                                  qsizetype count)
{
    Q_EMIT q->rowsAboutToBeInserted(folder, row, row + count - 1);
    folder->m_names.insert(row, from, first, count);
    shiftChanged(folder, row, count);
    Q_EMIT q->rowsInserted();
}

void ZnodeTreePrivate::removeRows(ZnodeFolder *folder, qsizetype row, qsizetype count)
{
    if (count == 0)
        return;
    QList<ZnodeFolder *> gone;
    for (ZnodeFolder *const child : std::as_const(folder->m_folders)) {
        const qsizetype at = folder->m_names.indexOf(child->m_name);
        if (at >= row && at < row + count)
            gone.append(below(child));
    }
    QList<QByteArray> names;
    if (count < folder->m_stats.size()) {
        for (qsizetype i = row; i < row + count; ++i)
            folder->m_stats.remove(folder->m_names.utf8(i).toByteArray());
    } else {
        folder->m_stats.removeIf([&](const auto &entry) {
            const qsizetype at = folder->m_names.indexOf(entry.key());
            return at >= row && at < row + count;
        });
    }
    Q_EMIT q->rowsAboutToBeRemoved(folder, row, row + count - 1);
    folder->m_names.remove(row, count);
    shiftChanged(folder, row, -count);
    Q_EMIT q->rowsRemoved();
    bury(gone);
}

/// Children that were gone when they were read last, and are there (again).
void ZnodeTreePrivate::revisitChildren(ZnodeFolder *folder)
{
    const QList<ZnodeFolder *> children = folder->m_folders.values();
    for (ZnodeFolder *const child : children) {
        const bool wasGone = child->m_error && child->m_error->kind() == ErrorKind::NoNode;
        if (wasGone && child->m_watched && child->m_reading == 0)
            readLater(child);
    }
}

/// A folder's own stat is its row's stat, too.
void ZnodeTreePrivate::noteStat(ZnodeFolder *folder)
{
    ZnodeFolder *const parent = folder->m_parent;
    if (!parent)
        return;
    const qsizetype row = parent->m_names.indexOf(folder->m_name);
    if (row < 0)
        return;
    ZnodeStat &known = parent->m_stats[folder->m_name];
    if (std::exchange(known, *folder->m_stat) != *folder->m_stat)
        changed(parent, row);
}

} // namespace zoodock
