// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/namelist.h"
#include "znodes/znodepath.h"
#include "znodes/znodestat.h"

#include <QtCore/QHash>
#include <QtCore/QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace zoodock
{

class ZnodeConnection;

/// A znode whose children were asked for. Owned by the ZnodeTree; a pointer is valid until folderRemoved() or
/// reset(). Children that were not asked for have no object: they are a name in names(), and maybe a stat.
class ZnodeFolder
{
public:
    enum class State {
        Loading, ///< never read yet
        Loaded,  ///< names() are what the server said; watched while expanded
        Stale,   ///< collapsed, or the connection broke: names() are of an earlier time
        Failed,  ///< could not be read: error()
    };

    [[nodiscard]] const ZnodePath &path() const { return m_path; }
    [[nodiscard]] ZnodeFolder *parent() const { return m_parent; } ///< null: the root
    /// The name in the parent's names().
    [[nodiscard]] const QByteArray &name() const { return m_name; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const NameList &names() const { return m_names; } ///< natural order
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// Of this znode, as of its last reading.
    [[nodiscard]] const std::optional<ZnodeStat> &stat() const { return m_stat; }
    [[nodiscard]] bool isExpanded() const { return m_expanded; }
    /// The server has been asked; folderChanged() tells of it while nothing is known yet.
    [[nodiscard]] bool isBeingRead() const { return m_reading != 0; }
    /// The folder of a child, if its own children were asked for.
    [[nodiscard]] ZnodeFolder *folder(const QByteArray &name) const { return m_folders.value(name); }
    /// The same for the child in a row. A view that lays out a million rows asks for their parent as often.
    [[nodiscard]] ZnodeFolder *folderAt(qsizetype row) const;
    /// Of all children whose own children were asked for; in no order.
    [[nodiscard]] QList<ZnodeFolder *> folders() const { return m_folders.values(); }
    /// A child's stat as far as it is known: fetched for rows on screen alone.
    [[nodiscard]] std::optional<ZnodeStat> childStat(qsizetype row) const;

private:
    friend class ZnodeTree;
    friend class ZnodeTreePrivate;
    ZnodePath m_path;
    ZnodeFolder *m_parent = nullptr;
    QByteArray m_name;
    State m_state = State::Loading;
    NameList m_names;
    std::optional<Error> m_error;
    std::optional<ZnodeStat> m_stat;
    bool m_expanded = false;
    bool m_watched =
        false; ///< wanted, with every ancestor: the server has, or will have, a child watch of ours
    bool m_outdated = false; ///< something changed since the request was sent: read again after it
    quint64 m_reading = 0;   ///< number of the request that is on its way; 0: none
    std::chrono::milliseconds m_readAt{0};   ///< when the last request was sent
    std::chrono::milliseconds m_readTook{0}; ///< until its answer was worked in
    QHash<QByteArray, ZnodeFolder *> m_folders;
    mutable ZnodeFolder *m_lastFound = nullptr; ///< by folderAt(); null, or one of m_folders
    QHash<QByteArray, ZnodeStat> m_stats;
};

/// What is known of a cluster's znodes: observed, never assumed. One request per expand; a child watch on
/// what is expanded (with every ancestor expanded), given back on collapse (servers before 3.5 cannot take
/// one back: its event is passed over then). However fast the changes come, an expanded znode is read again
/// at most a few times a second, and the last reading is after the last change. After a new session
/// everything expanded is read again; znodes that were deleted and made anew meanwhile (another czxid) lose
/// what was known below them.
class ZnodeTree : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeTree)
public:
    /// The connection outlives the tree.
    explicit ZnodeTree(ZnodeConnection *connection, QObject *parent);
    ~ZnodeTree() override;

    /// Always there.
    [[nodiscard]] ZnodeFolder *root() const;
    /// Null: its children were never asked for.
    [[nodiscard]] ZnodeFolder *folder(const ZnodePath &path) const;

    /// Reads the children and watches them from now on. The znode must be the root or a known child of a
    /// folder; null otherwise. Expanding what is expanded does nothing.
    ZnodeFolder *expand(const ZnodePath &path);
    /// Gives back its watch and those below. What is known stays, as Stale; what was expanded below is
    /// expanded again with it.
    void collapse(const ZnodePath &path);
    /// Reads everything expanded again (F5).
    void refresh();
    /// Asks the server itself whether this znode is there now: looked() or lookFailed() answers, once each.
    /// If it is, the children of its nearest expanded ancestor are read again: its row may not have come yet.
    void look(const ZnodePath &path);
    /// Asks these rows' stats now and every second; requests for rows that are no longer visible are
    /// dropped unsent. One range at a time per folder; first > last: none.
    void setVisibleRows(ZnodeFolder *folder, qsizetype first, qsizetype last);
    /// Somebody else has read or written this znode: its row knows at once. Ignored where the row is not
    /// known, or knows better.
    void noteStat(const ZnodePath &path, const ZnodeStat &stat);

Q_SIGNALS:
    // Row signals come in pairs, around the change; `folder->names()` is the old list before and the new one
    // after.
    void rowsAboutToBeInserted(zoodock::ZnodeFolder *folder, qsizetype first, qsizetype last);
    void rowsInserted();
    void rowsAboutToBeRemoved(zoodock::ZnodeFolder *folder, qsizetype first, qsizetype last);
    void rowsRemoved();
    /// Stats of children became known or changed: the range that covers them.
    void rowsChanged(zoodock::ZnodeFolder *folder, qsizetype first, qsizetype last);
    /// look() was answered, or was not; nothing is said after the connection was switched.
    void looked(const zoodock::ZnodePath &path, bool there);
    void lookFailed(const zoodock::ZnodePath &path, const zoodock::Error &error);
    /// State, error or stat of the folder itself.
    void folderChanged(zoodock::ZnodeFolder *folder);
    /// The pointer is about to die, after its row was removed (or its znode was made anew).
    void folderRemoved(zoodock::ZnodeFolder *folder);
    /// Another cluster, or none: everything but the (new, empty) root is gone.
    void aboutToReset();
    void reset();

private:
    friend class ZnodeTreePrivate;
    std::unique_ptr<class ZnodeTreePrivate> d;
};

} // namespace zoodock
