// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/znodeeditor.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace zoodock
{

/// The memory that it takes, about: values, paths, and what stands beside them.
[[nodiscard]] qint64 bytesOf(const ZnodeUndo &undo);

/// How to take back the last change in each of the clusters that are not shown just now. All together are
/// bounded: the oldest are given up first.
class KeptUndos
{
public:
    static constexpr qint64 usualLimit = qint64(256) * 1024 * 1024;

    struct Kept
    {
        /// Given up: empty, with the reason in `losses`.
        ZnodeUndo undo;
        QString chroot; ///< which its paths are below
    };

    explicit KeptUndos(qint64 limit = usualLimit);

    /// The newest; it is kept however much it is.
    void keep(const QString &cluster, const ZnodeUndo &undo, const QString &chroot);
    /// What was kept, or given up; it is told once.
    [[nodiscard]] std::optional<Kept> take(const QString &cluster);
    void forget(const QString &cluster);
    /// Gives up what does not fit beside this much of the cluster that is shown.
    void makeRoom(qint64 bytes);

private:
    struct Entry
    {
        QString cluster;
        Kept kept;
        qint64 bytes = 0;
    };
    void giveUp(Entry &entry);

    qint64 m_limit;
    qint64 m_bytes = 0;
    QList<Entry> m_entries; ///< the oldest first
};

} // namespace zoodock
