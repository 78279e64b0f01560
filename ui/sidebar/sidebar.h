// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSet>
#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QTreeView;

namespace zoodock
{

class ClusterStore;
class ClusterTreeModel;

/// Clusters and their members, and the way to a new one.
class Sidebar : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sidebar)
public:
    Sidebar(ClusterStore &store, QAction *newCluster, QWidget *parent = nullptr);

    /// Without emitting selected().
    void select(const QString &cluster, int memberId = 0);
    [[nodiscard]] QString selectedCluster() const;
    /// What the context menu offers for a cluster; shared with the page.
    void setClusterActions(const QList<QAction *> &actions) { m_actions = actions; }

Q_SIGNALS:
    /// A person (or a removal) moved the selection; an empty cluster: nothing is left to select.
    void selected(const QString &cluster, int memberId);

private:
    void onCurrentChanged(const QModelIndex &current);
    void expandNew(int first, int last);
    void showMenu(const QPoint &position);

    ClusterTreeModel *m_model;
    QTreeView *m_view;
    QLabel *m_empty = nullptr;
    QList<QAction *> m_actions;
    QSet<QString> m_collapsed; ///< remembered for clusters that go and come back
    bool m_selecting = false;
};

} // namespace zoodock
