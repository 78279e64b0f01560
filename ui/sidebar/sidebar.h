// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/actionrules.h"

#include <QtCore/QSet>
#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QTreeView;

namespace zoodock
{

class ClusterStore;
class ClusterTreeModel;
class SelectionActions;

/// Clusters and their members, of which several can be selected, and the way to a new one.
class Sidebar : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sidebar)
public:
    Sidebar(ClusterStore &store, QAction *newCluster, QWidget *parent = nullptr);

    /// Without emitting selected().
    void select(const QString &cluster, int memberId = 0);
    /// Clusters whose members are hidden, those included that are not there now.
    [[nodiscard]] QStringList foldedClusters() const;
    void setFoldedClusters(const QStringList &names);
    /// Everything that is selected; a member of a cluster that is selected itself is not named again.
    [[nodiscard]] QList<Target> targets() const;
    /// Takes the keys of the actions, and offers them in the context menu.
    void setActions(SelectionActions *actions);

Q_SIGNALS:
    void targetsChanged(const QList<zoodock::Target> &targets);
    /// A person moved the selection, or what was current went away: then its cluster is selected, without
    /// that the one below or above, and nothing (an empty cluster) where there is none of its kind.
    void selected(const QString &cluster, int memberId);

private:
    void onCurrentChanged(const QModelIndex &current);
    void onRowsGoing(const QModelIndex &above, int first, int last);
    void onRowsGone(const QModelIndex &above);
    void expandNew(int first, int last);
    void deselectClusters();
    void showMenu(const QPoint &position);

    ClusterTreeModel *m_model;
    QTreeView *m_view;
    QLabel *m_empty = nullptr;
    SelectionActions *m_actions = nullptr;
    QSet<QString> m_collapsed; ///< remembered for clusters that go and come back
    bool m_selecting = false;
    bool m_currentGoes = false; ///< with the rows that are about to be removed
};

} // namespace zoodock
