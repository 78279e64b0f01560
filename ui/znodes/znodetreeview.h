// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "znodes/znodepath.h"

#include <QtCore/QPersistentModelIndex>
#include <QtCore/QSet>
#include <QtCore/QTimer>
#include <QtWidgets/QTreeView>

#include <optional>

namespace zoodock
{

class ZnodeTreeModel;

/// The tree on screen: tells the model which rows are seen, and finds its way to a path that is not read yet.
class ZnodeTreeView : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeTreeView)
public:
    explicit ZnodeTreeView(ZnodeTreeModel *model, QWidget *parent = nullptr);

    /// Reads what is above, level by level, then expands it all at once and selects. A later call replaces an
    /// earlier one.
    void goTo(const ZnodePath &path);
    /// Selects nothing; this znode as soon as it has a row.
    void awaitRow(const ZnodePath &path);
    /// What is open, and shall be again in the view of another window: as soon as it is read.
    [[nodiscard]] QSet<ZnodePath> expandedPaths() const { return m_open; }
    void expandAgain(const QSet<ZnodePath> &paths);
    /// None where the row of the selected znode is gone: no other one takes its place, and it is selected
    /// again if it comes back.
    [[nodiscard]] std::optional<ZnodePath> currentPath() const;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles = {}) override;

Q_SIGNALS:
    void pathSelected(const zoodock::ZnodePath &path);
    /// goTo() ended at something that is not there (NoNode), or cannot be read.
    void notFound(const zoodock::ZnodePath &path, const zoodock::Error &why);

protected:
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void walkOn();
    /// False: the walk has ended.
    bool stepInto(const ZnodePath &folder);
    void endWalk();
    void unfold(ZnodePath at);
    void doubt();
    void onLooked(const ZnodePath &path, bool there);
    void onLookFailed(const ZnodePath &path, const Error &error);
    void noteRemoval(const QModelIndex &parent, int first, int last);
    void loseCurrent();
    void findLost();
    void expandKnown();
    void noteVisibleRows();
    void fitNames();
    [[nodiscard]] int lineOf(const QModelIndex &index) const;

    ZnodeTreeModel *m_znodes;
    int m_currentLine = -1; ///< among all that are laid out; −1: not known
    std::optional<ZnodePath> m_goal;
    QStringList m_way;    ///< the names from the root to the goal
    ZnodePath m_reached;  ///< on this way: its row is known
    qsizetype m_step = 0; ///< names of the way that lead there
    ZnodePath m_missingIn;
    std::optional<ZnodePath> m_lost; ///< was selected when its row went
    bool m_losing = false;
    QSet<ZnodePath> m_open;
    QSet<ZnodePath> m_toOpen;
    QTimer m_noting;
    QTimer m_patience;                   ///< a znode that was made just now is told of in a moment
    QList<QPersistentModelIndex> m_seen; ///< parents of rows that were on screen
};

} // namespace zoodock
