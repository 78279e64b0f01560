// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodecalls.h"
#include "znodes/znodeconnection.h"
#include "znodes/znodetree.h"

#include "core/clock.h"

#include <QtCore/QQueue>
#include <QtCore/QSet>
#include <QtCore/QTimer>

namespace zoodock
{

class ZnodeTreePrivate
{
public:
    ZnodeTreePrivate(ZnodeTree *tree, ZnodeConnection *connection);
    ~ZnodeTreePrivate();
    ZnodeTreePrivate(const ZnodeTreePrivate &) = delete;
    ZnodeTreePrivate &operator=(const ZnodeTreePrivate &) = delete;

    ZnodeFolder *expand(const ZnodePath &path);
    void collapse(const ZnodePath &path);
    void refresh();
    void look(const ZnodePath &path);
    void setVisibleRows(ZnodeFolder *folder, qsizetype first, qsizetype last);
    void noteStat(const ZnodePath &path, const ZnodeStat &stat);
    [[nodiscard]] ZnodeFolder *folder(const ZnodePath &path) const { return m_folders.value(path); }

    ZnodeTree *q;
    ZnodeConnection *m_connection;
    ZnodeFolder *m_root = nullptr;

private:
    struct Range
    {
        qsizetype first = 0;
        qsizetype last = -1;
    };

    // Folders: znodetreeprivate.cpp
    ZnodeFolder *makeFolder(const ZnodePath &path, ZnodeFolder *parent);
    [[nodiscard]] static bool isWanted(const ZnodeFolder *folder);
    [[nodiscard]] static QList<ZnodeFolder *> below(ZnodeFolder *folder);
    void arm(ZnodeFolder *folder);
    void disarm(ZnodeFolder *folder);
    void setState(ZnodeFolder *folder, ZnodeFolder::State state, const std::optional<Error> &error = {});
    void forget(ZnodeFolder *folder);
    void bury(const QList<ZnodeFolder *> &folders);
    void onState(ZnodeConnection::State state);
    void onGeneration();
    void resetAll();

    // Reading: znodetreereading.cpp
    void read(ZnodeFolder *folder);
    void readLater(ZnodeFolder *folder);
    void readDue();
    void onWatch(const ZnodePath &path);
    void onChildren(const ZnodePath &path, quint64 request, Result<ZooChildren> children);
    void onFailed(ZnodeFolder *folder, const Error &error);
    void workIn(ZnodeFolder *folder, NameList names);
    void insertRows(ZnodeFolder *folder, qsizetype row, const NameList &from, qsizetype first,
                    qsizetype count);
    void removeRows(ZnodeFolder *folder, qsizetype row, qsizetype count);
    void revisitChildren(ZnodeFolder *folder);
    void noteStat(ZnodeFolder *folder);

    // Stats of rows on screen: znodetreestats.cpp
    void forgo(const ZnodeFolder *folder, Range range);
    void ask(ZnodeFolder *folder, Range range);
    void pump();
    void onStat(const ZnodePath &folder, const QByteArray &name, const Result<ZooStat> &stat);
    void changed(ZnodeFolder *folder, qsizetype row);
    void shiftChanged(ZnodeFolder *folder, qsizetype row, qsizetype by);
    void tellChanged();
    void refreshVisible();
    void refreshInTurn();
    void prune(ZnodeFolder *folder);

    const Clock &m_clock;
    QHash<ZnodePath, ZnodeFolder *> m_folders;
    quint64 m_lastRequest = 0;
    QSet<ZnodePath> m_due; ///< to be read again, not before their time
    QTimer m_dueTimer;

    QHash<ZnodePath, Range> m_visible;
    QQueue<QPair<ZnodePath, QByteArray>> m_wanted; ///< stats to ask for
    int m_asking = 0;                              ///< on their way
    QHash<ZnodePath, Range> m_changed;             ///< rows to tell of
    QTimer m_tellTimer;
    QTimer m_refreshTimer;
};

} // namespace zoodock
