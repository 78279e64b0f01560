// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/znodetreeview.h"

#include "itemmodels/znodetreemodel.h"
#include "ui/znodes/keptrow.h"
#include "ui/znodes/namecolumn.h"
#include "ui/znodes/znodedelegate.h"
#include "znodes/znodetree.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleOption>

#include <utility>

namespace zoodock
{

ZnodeTreeView::ZnodeTreeView(ZnodeTreeModel *model, QWidget *parent)
    : QTreeView(parent)
    , m_znodes(model)
{
    // Before the view and its selection hear of it, which go on to a neighbour.
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &ZnodeTreeView::noteRemoval);
    setModel(model);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ZnodeTreeView::loseCurrent);
    build();
    m_noting.setSingleShot(true);
    m_noting.setInterval(30);
    connect(&m_noting, &QTimer::timeout, this, &ZnodeTreeView::noteVisibleRows);
    m_patience.setSingleShot(true);
    m_patience.setInterval(1000);
    connect(&m_patience, &QTimer::timeout, this, &ZnodeTreeView::doubt);
    connect(this, &QTreeView::expanded, model, [this](const QModelIndex &index) {
        m_currentLine = -1;
        m_open.insert(m_znodes->pathAt(index));
        m_znodes->expand(index);
        m_noting.start();
    });
    connect(this, &QTreeView::collapsed, model, [this](const QModelIndex &index) {
        m_currentLine = -1;
        m_open.remove(m_znodes->pathAt(index));
        m_znodes->collapse(index);
        m_noting.start();
    });
    connect(model, &QAbstractItemModel::rowsInserted, &m_noting, [this] { m_noting.start(); });
    connect(model, &QAbstractItemModel::rowsRemoved, &m_noting, [this] { m_noting.start(); });
    // A stat that arrives may take the branch's arrow away, which lies outside of the changed cells.
    connect(model, &QAbstractItemModel::dataChanged, viewport(), qOverload<>(&QWidget::update));
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_seen.clear();
        m_open.clear();
        m_toOpen.clear();
        m_lost.reset();
        expand(m_znodes->index(0, 0));
        m_noting.start();
    });
    // Queued: the view takes in new rows first.
    connect(model->tree(), &ZnodeTree::rowsInserted, this, &ZnodeTreeView::walkOn, Qt::QueuedConnection);
    connect(model->tree(), &ZnodeTree::folderChanged, this, &ZnodeTreeView::walkOn, Qt::QueuedConnection);
    connect(model->tree(), &ZnodeTree::looked, this, &ZnodeTreeView::onLooked);
    connect(model->tree(), &ZnodeTree::lookFailed, this, &ZnodeTreeView::onLookFailed);
    connect(model->tree(), &ZnodeTree::rowsInserted, this, &ZnodeTreeView::findLost, Qt::QueuedConnection);
    connect(model->tree(), &ZnodeTree::rowsInserted, this, &ZnodeTreeView::expandKnown, Qt::QueuedConnection);
    expand(model->index(0, 0));
}

void ZnodeTreeView::build()
{
    setAccessibleName(tr("Znodes"));
    setItemDelegate(new ZnodeDelegate(this));
    setUniformRowHeights(true);
    setAnimated(false);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(ZnodeTreeModel::NameColumn, QHeaderView::Fixed);
    connect(header(), &QHeaderView::sectionResized, this, [this](int column) {
        if (column != ZnodeTreeModel::NameColumn)
            m_noting.start();
    });
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    const int figure = fontMetrics().averageCharWidth() * 10;
    for (const int column : {int(ZnodeTreeModel::ChildrenColumn), int(ZnodeTreeModel::SizeColumn)}) {
        header()->setSectionResizeMode(column, QHeaderView::Interactive);
        header()->resizeSection(column, figure);
    }
    header()->resizeSection(ZnodeTreeModel::SizeColumn, figure * 13 / 10);
    setColumnHidden(ZnodeTreeModel::VersionColumn, true);
    setColumnHidden(ZnodeTreeModel::ModifiedColumn, true);
}

std::optional<ZnodePath> ZnodeTreeView::currentPath() const
{
    return currentIndex().isValid() ? std::optional(m_znodes->pathAt(currentIndex())) : std::nullopt;
}

void ZnodeTreeView::noteRemoval(const QModelIndex &parent, int first, int last)
{
    for (QModelIndex at = currentIndex().siblingAtColumn(0); at.isValid(); at = at.parent()) {
        if (at.parent() != parent || at.row() < first || at.row() > last)
            continue;
        m_lost = m_znodes->pathAt(currentIndex());
        m_losing = true;
        return;
    }
}

void ZnodeTreeView::loseCurrent()
{
    if (!m_losing)
        return;
    selectionModel()->clear();
    m_losing = false;
}

void ZnodeTreeView::findLost()
{
    const QModelIndex index = m_lost && !m_goal ? m_znodes->indexOf(*m_lost) : QModelIndex();
    if (index.isValid())
        setCurrentIndex(index);
}

void ZnodeTreeView::expandAgain(const QSet<ZnodePath> &paths)
{
    m_toOpen = paths;
    expandKnown();
}

void ZnodeTreeView::expandKnown()
{
    const QSet<ZnodePath> wanted = m_toOpen;
    for (const ZnodePath &path : wanted) {
        const QModelIndex index = m_znodes->indexOf(path);
        if (!index.isValid())
            continue;
        m_toOpen.remove(path);
        scheduleDelayedItemsLayout(); // one for all
        expand(index);
    }
}

void ZnodeTreeView::fitNames()
{
    if (fitNameColumn(*this))
        updateGeometries(); // at once
}

void ZnodeTreeView::noteVisibleRows()
{
    fitNames();
    struct Range
    {
        QModelIndex parent;
        int first;
        int last;
    };
    QList<Range> ranges;
    const QModelIndexList rows = isVisible() ? rowsOnScreen(*this) : QModelIndexList();
    for (const QModelIndex &index : rows) {
        const QModelIndex parent = index.parent();
        auto range = std::find_if(ranges.begin(), ranges.end(),
                                  [&parent](const Range &one) { return one.parent == parent; });
        if (range == ranges.end())
            ranges.append({parent, index.row(), index.row()});
        else
            range->last = index.row();
    }
    const QList<QPersistentModelIndex> before = std::exchange(m_seen, {});
    for (const Range &range : std::as_const(ranges)) {
        m_znodes->setVisibleRows(range.parent, range.first, range.last);
        m_seen.append(range.parent);
    }
    for (const QPersistentModelIndex &parent : before) {
        if (parent.isValid() && !m_seen.contains(parent))
            m_znodes->setVisibleRows(parent, 0, -1);
    }
}

/// −1: it is not laid out.
int ZnodeTreeView::lineOf(const QModelIndex &index) const
{
    if (index.isValid() && !index.parent().isValid())
        return 0; // the root; rowsOnScreen() says why the view is not asked
    const QRect rect = visualRect(index.siblingAtColumn(0));
    return rect.height() > 0 ? verticalScrollBar()->value() + rect.top() / rect.height() : -1;
}

/// What comes and goes above the current row moves the other rows, not the one that a person looks at.
void ZnodeTreeView::doItemsLayout()
{
    const KeptRow kept{verticalScrollBar()->value(), std::exchange(m_currentLine, -1)};
    m_znodes->beginLayout();
    QTreeView::doItemsLayout();
    m_znodes->endLayout();
    m_currentLine = lineOf(currentIndex());
    if (m_currentLine > 0)
        kept.putBack(*this, m_currentLine);
}

/// Rows have one height: what changed is painted anew. QTreeView itself would ask where each of a million
/// rows is when a connection is lost, and where the root is, which takes it as long.
void ZnodeTreeView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                                const QList<int> &roles)
{
    constexpr int many = 1000;
    if (bottomRight.row() - topLeft.row() > many || !topLeft.parent().isValid())
        viewport()->update();
    else
        QTreeView::dataChanged(topLeft, bottomRight, roles);
}

void ZnodeTreeView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    // QTreeView remembers from its last layout whether there are children; the model knows it later.
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = QRect(rect.right() - indentation() + 1, rect.top(), indentation(), rect.height());
    option.state |= QStyle::State_Item;
    if (m_znodes->hasChildren(index))
        option.state |= QStyle::State_Children;
    if (isExpanded(index))
        option.state |= QStyle::State_Open;
    style()->drawPrimitive(QStyle::PE_IndicatorBranch, &option, painter, this);
}

void ZnodeTreeView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    m_currentLine = -1; // it was the former one's
    QTreeView::currentChanged(current, previous);
    if (!m_losing)
        m_currentLine = lineOf(current);
    if (m_losing || !current.isValid() || current.siblingAtColumn(0) == previous.siblingAtColumn(0))
        return;
    m_lost.reset();
    if (m_goal && hasFocus())
        endWalk(); // a person went elsewhere
    Q_EMIT pathSelected(m_znodes->pathAt(current));
}

void ZnodeTreeView::scrollContentsBy(int dx, int dy)
{
    QTreeView::scrollContentsBy(dx, dy);
    m_noting.start();
}

void ZnodeTreeView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const int before = horizontalScrollBar()->value();
    QTreeView::scrollTo(index, hint);
    horizontalScrollBar()->setValue(before);
    fitNames();
    scrollToName(*this, index);
}

void ZnodeTreeView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitNames();
    m_noting.start();
}

void ZnodeTreeView::showEvent(QShowEvent *event)
{
    QTreeView::showEvent(event);
    m_noting.start();
}

void ZnodeTreeView::hideEvent(QHideEvent *event)
{
    QTreeView::hideEvent(event);
    m_noting.start();
}

} // namespace zoodock
