// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/sidebar.h"

#include "itemmodels/clustertreemodel.h"
#include "ui/look/icons.h"
#include "ui/look/labels.h"
#include "ui/overview/selectionactions.h"
#include "ui/sidebar/clusterdelegate.h"

#include <QtCore/QScopedValueRollback>
#include <QtGui/QAction>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtGui/QPainter>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeView>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Coming here by Tab chooses nothing, where Qt's own would show the first cluster; without a current row the
/// whole list shows that it has the focus.
class ClusterTreeView : public QTreeView
{
public:
    using QTreeView::QTreeView;

protected:
    void focusInEvent(QFocusEvent *event) override
    {
        if (currentIndex().isValid()) {
            QTreeView::focusInEvent(event);
            return;
        }
        QWidget::focusInEvent(event);
        viewport()->update();
    }

    void paintEvent(QPaintEvent *event) override
    {
        QTreeView::paintEvent(event);
        if (!hasFocus() || currentIndex().isValid())
            return;
        // The style's own focus rectangle is filled, as fits a button.
        QPainter painter(viewport());
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(viewport()->rect().adjusted(2, 2, -3, -3));
    }

    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override
    {
        QTreeView::currentChanged(current, previous);
        if (current.isValid() != previous.isValid())
            viewport()->update(); // the frame comes or goes
    }
};

} // namespace

Sidebar::Sidebar(ClusterStore &store, QAction *newCluster, QWidget *parent)
    : QWidget(parent)
    , m_model(new ClusterTreeModel(store, this))
    , m_view(new ClusterTreeView(this))
{
    // Before the selection's own connections: it moves its current row as soon as rows are about to go.
    connect(m_model, &ClusterTreeModel::rowsAboutToBeRemoved, this, &Sidebar::onRowsGoing);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ClusterDelegate(m_view));
    m_view->setObjectName(u"clusterTree"_s);
    m_view->setHeaderHidden(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setUniformRowHeights(true);
    m_view->setAccessibleName(tr("Clusters and members"));
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setIndentation(fontMetrics().height());
    m_view->setMouseTracking(true);
    m_view->setTextElideMode(Qt::ElideMiddle);
    auto *title = new QLabel(tr("Cl&usters"), this);
    title->setBuddy(m_view);
    title->setContentsMargins(12, 12, 12, 4);
    setTextScale(title, 1.0, true);
    m_empty = new QLabel(tr("No clusters yet"), m_view->viewport());
    m_empty->setMargin(12);
    setQuietText(m_empty);
    auto *add = new QPushButton(actionIcon(u"new"_s), tr("&New 3-Node Cluster"), this);
    add->setObjectName(u"sidebarNew"_s);
    add->setToolTip(newCluster->toolTip());
    connect(add, &QPushButton::clicked, newCluster, &QAction::trigger);
    connect(newCluster, &QAction::changed, add, [add, newCluster] {
        add->setEnabled(newCluster->isEnabled());
        add->setToolTip(newCluster->toolTip());
    });
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 8, 12, 12);
    foot->addWidget(add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addWidget(m_view, 1);
    layout->addLayout(foot);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &Sidebar::onCurrentChanged);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { Q_EMIT targetsChanged(targets()); });
    connect(m_model, &ClusterTreeModel::rowsRemoved, this, &Sidebar::onRowsGone);
    connect(m_view, &QTreeView::customContextMenuRequested, this, &Sidebar::showMenu);
    connect(m_view, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        m_collapsed.insert(index.data(ClusterTreeModel::ClusterNameRole).toString());
    });
    connect(m_view, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        m_collapsed.remove(index.data(ClusterTreeModel::ClusterNameRole).toString());
    });
    // A cluster can only be expanded once it has its first members, and those come right after it.
    connect(m_model, &ClusterTreeModel::rowsInserted, this,
            [this](const QModelIndex &above, int first, int last) {
                if (above.isValid() && m_model->rowCount(above) == last - first + 1)
                    expandNew(above.row(), above.row());
            });
    const auto showEmpty = [this] { m_empty->setVisible(m_model->rowCount() == 0); };
    connect(m_model, &ClusterTreeModel::rowsInserted, m_empty, showEmpty);
    connect(m_model, &ClusterTreeModel::rowsRemoved, m_empty, showEmpty);
    showEmpty();
    expandNew(0, m_model->rowCount() - 1);
}

void Sidebar::expandNew(int first, int last)
{
    for (int row = first; row <= last && row < m_model->rowCount(); ++row) {
        const QModelIndex cluster = m_model->index(row, 0);
        if (!m_collapsed.contains(cluster.data(ClusterTreeModel::ClusterNameRole).toString()))
            m_view->expand(cluster);
    }
}

QStringList Sidebar::foldedClusters() const
{
    QStringList names(m_collapsed.cbegin(), m_collapsed.cend());
    names.sort();
    return names;
}

void Sidebar::setFoldedClusters(const QStringList &names)
{
    m_collapsed = QSet<QString>(names.cbegin(), names.cend());
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex cluster = m_model->index(row, 0);
        m_view->setExpanded(
            cluster, !m_collapsed.contains(cluster.data(ClusterTreeModel::ClusterNameRole).toString()));
    }
}

void Sidebar::select(const QString &cluster, int memberId)
{
    const QScopedValueRollback selecting(m_selecting, true);
    const QModelIndex index = m_model->indexOf(cluster, memberId);
    // Whatever keys are held: the view's own way would add to the selection with Ctrl.
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    if (index.isValid())
        m_view->scrollTo(index);
}

void Sidebar::onCurrentChanged(const QModelIndex &current)
{
    if (m_selecting)
        return;
    Q_EMIT selected(current.data(ClusterTreeModel::ClusterNameRole).toString(),
                    current.data(ClusterTreeModel::MemberIdRole).toInt());
}

void Sidebar::onRowsGoing(const QModelIndex &above, int first, int last)
{
    QModelIndex lost = m_view->currentIndex();
    if (lost.parent() != above)
        lost = lost.parent();
    m_currentGoes = lost.isValid() && lost.parent() == above && first <= lost.row() && lost.row() <= last;
    m_selecting = true;
}

/// The view would go on to whatever row is near, and the next Del would be about another cluster: where a
/// cluster has gone, nothing is selected.
void Sidebar::onRowsGone(const QModelIndex &above)
{
    if (m_currentGoes)
        m_view->selectionModel()->setCurrentIndex(above, QItemSelectionModel::ClearAndSelect);
    m_selecting = false;
    if (m_currentGoes)
        onCurrentChanged(above);
    m_currentGoes = false;
}

QList<Target> Sidebar::targets() const
{
    QList<Target> targets;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex cluster = m_model->index(row, 0);
        Target target{cluster.data(ClusterTreeModel::ClusterNameRole).toString(), {}};
        const bool whole = m_view->selectionModel()->isSelected(cluster);
        for (int member = 0; !whole && member < m_model->rowCount(cluster); ++member) {
            const QModelIndex index = m_model->index(member, 0, cluster);
            if (m_view->selectionModel()->isSelected(index))
                target.members += index.data(ClusterTreeModel::MemberIdRole).toInt();
        }
        if (whole || !target.members.isEmpty())
            targets += target;
    }
    return targets;
}

void Sidebar::setActions(SelectionActions *actions)
{
    m_actions = actions;
    actions->addKeysTo(this);
    connect(this, &Sidebar::targetsChanged, actions, &SelectionActions::setTargets);
    actions->setTargets(targets());
}

/// Leaves the members that are selected, for a menu that is theirs.
void Sidebar::deselectClusters()
{
    const QModelIndexList selected = m_view->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : selected) {
        if (!index.parent().isValid())
            m_view->selectionModel()->select(index, QItemSelectionModel::Deselect);
    }
}

void Sidebar::showMenu(const QPoint &position)
{
    const QModelIndex index = m_view->indexAt(position);
    if (!m_view->selectionModel()->isSelected(index) || !m_actions)
        return;
    if (index.parent().isValid())
        deselectClusters();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->setAccessibleName(tr("Actions of what is selected"));
    const QList<QList<QAction *>> groups = m_actions->menu();
    for (const QList<QAction *> &group : groups) {
        menu->addActions(group);
        menu->addSeparator();
    }
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

} // namespace zoodock
