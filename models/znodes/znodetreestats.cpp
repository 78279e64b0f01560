// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodetreeprivate.h"

#include <algorithm>
#include <utility>

namespace zoodock
{

namespace
{

constexpr int window = 128;                  ///< requests on their way
constexpr qsizetype mostVisible = 2'000;     ///< no screen shows more
constexpr qsizetype mostRemembered = 20'000; ///< stats per folder

} // namespace

void ZnodeTreePrivate::setVisibleRows(ZnodeFolder *folder, qsizetype first, qsizetype last)
{
    if (first > last) {
        m_visible.remove(folder->m_path);
    } else {
        const Range range{std::max<qsizetype>(0, first), std::min(last, first + mostVisible - 1)};
        m_visible.insert(folder->m_path, range);
        prune(folder);
        forgo(folder, range);
        ask(folder, range);
    }
    if (m_visible.isEmpty())
        m_refreshTimer.stop();
    else if (!m_refreshTimer.isActive())
        m_refreshTimer.start();
}

/// Of what was not sent yet: rows that are gone from the screen, and those that ask() puts in again. What
/// else waits to be refreshed keeps its place, however often the view tells what it shows.
void ZnodeTreePrivate::forgo(const ZnodeFolder *folder, Range range)
{
    m_wanted.removeIf([&](const auto &wanted) {
        if (wanted.first != folder->m_path)
            return false;
        const qsizetype row = folder->m_names.indexOf(wanted.second);
        return row < range.first || row > range.last || !folder->m_stats.contains(wanted.second);
    });
}

/// The rows that are not known yet come first; what is known is refreshed by the timer.
void ZnodeTreePrivate::ask(ZnodeFolder *folder, Range range)
{
    const qsizetype last = std::min(range.last, folder->m_names.size() - 1);
    QQueue<QPair<ZnodePath, QByteArray>> unknown;
    for (qsizetype row = range.first; row <= last; ++row) {
        const QByteArray name = folder->m_names.utf8(row).toByteArray();
        if (!folder->m_stats.contains(name))
            unknown.enqueue({folder->m_path, name});
    }
    unknown.append(m_wanted);
    m_wanted = std::move(unknown);
    pump();
}

/// A round that is not over goes on.
void ZnodeTreePrivate::refreshInTurn()
{
    if (m_wanted.isEmpty())
        refreshVisible();
    else
        pump();
}

void ZnodeTreePrivate::refreshVisible()
{
    m_wanted.clear();
    for (auto entry = m_visible.cbegin(); entry != m_visible.cend(); ++entry) {
        const ZnodeFolder *const folder = this->folder(entry.key());
        if (!folder)
            continue;
        const qsizetype last = std::min(entry->last, folder->m_names.size() - 1);
        for (qsizetype row = entry->first; row <= last; ++row)
            m_wanted.enqueue({entry.key(), folder->m_names.utf8(row).toByteArray()});
    }
    pump();
}

void ZnodeTreePrivate::pump()
{
    if (m_connection->state() != ZnodeConnection::State::Connected)
        return;
    while (m_asking < window && !m_wanted.isEmpty()) {
        const auto [path, name] = m_wanted.dequeue();
        ++m_asking;
        const quint64 generation = m_connection->generation();
        auto answer = [this, generation, path = path, name = name](const Result<ZooStat> &stat) {
            if (generation != m_connection->generation())
                return;
            --m_asking;
            onStat(path, name, stat);
            pump();
        };
        m_connection->calls().exists(path.child(QString::fromUtf8(name)), ZooWatch::None, {q, answer});
    }
}

void ZnodeTreePrivate::onStat(const ZnodePath &path, const QByteArray &name, const Result<ZooStat> &stat)
{
    ZnodeFolder *const folder = this->folder(path);
    const qsizetype row = folder ? folder->m_names.indexOf(name) : -1;
    if (row < 0 || !stat)
        return; // gone meanwhile, as the folder's next reading says; or asked again later
    const ZnodeStat now = toZnodeStat(*stat);
    m_connection->noteZxid(std::max({now.czxid, now.mzxid, now.pzxid}));
    const auto known = folder->m_stats.constFind(name);
    if (known != folder->m_stats.cend() && *known == now)
        return;
    folder->m_stats.insert(name, now);
    changed(folder, row);
}

void ZnodeTreePrivate::noteStat(const ZnodePath &path, const ZnodeStat &stat)
{
    ZnodeFolder *const parent = path.isRoot() ? nullptr : folder(path.parent());
    const QByteArray name = path.name().toUtf8();
    const qsizetype row = parent ? parent->m_names.indexOf(name) : -1;
    if (row < 0)
        return;
    const auto known = parent->m_stats.constFind(name);
    const bool isKnown = known != parent->m_stats.cend();
    const bool isOlder = isKnown && (stat.czxid < known->czxid || stat.mzxid < known->mzxid ||
                                     stat.pzxid < known->pzxid || stat.aversion < known->aversion);
    if (isOlder || (isKnown && *known == stat))
        return;
    parent->m_stats.insert(name, stat);
    changed(parent, row);
}

void ZnodeTreePrivate::changed(ZnodeFolder *folder, qsizetype row)
{
    const auto entry = m_changed.find(folder->m_path);
    if (entry == m_changed.end())
        m_changed.insert(folder->m_path, {row, row});
    else
        *entry = {std::min(entry->first, row), std::max(entry->last, row)};
    if (!m_tellTimer.isActive())
        m_tellTimer.start();
}

/// Rows moved: the range goes with them, and rather covers a few too many.
void ZnodeTreePrivate::shiftChanged(ZnodeFolder *folder, qsizetype row, qsizetype by)
{
    const auto entry = m_changed.find(folder->m_path);
    if (entry == m_changed.end() || row > entry->last)
        return;
    if (by > 0)
        entry->last += by;
    else if (row <= entry->first)
        entry->first = std::max(row, entry->first + by);
}

void ZnodeTreePrivate::tellChanged()
{
    const auto changes = std::exchange(m_changed, {});
    for (auto entry = changes.cbegin(); entry != changes.cend(); ++entry) {
        ZnodeFolder *const folder = this->folder(entry.key());
        if (folder && entry->first < folder->m_names.size())
            Q_EMIT q->rowsChanged(folder, entry->first, std::min(entry->last, folder->m_names.size() - 1));
    }
}

/// After much scrolling the stats of rows far away are let go.
void ZnodeTreePrivate::prune(ZnodeFolder *folder)
{
    if (folder->m_stats.size() <= mostRemembered)
        return;
    const Range range = m_visible.value(folder->m_path);
    folder->m_stats.removeIf([&](const auto &entry) {
        const qsizetype row = folder->m_names.indexOf(entry.key());
        return (row < range.first || row > range.last) && !folder->m_folders.contains(entry.key());
    });
}

} // namespace zoodock
