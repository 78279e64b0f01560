// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/followview.h"

#include <QtCore/QScopedValueRollback>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <utility>

namespace zoodock
{

FollowView::FollowView(QWidget *parent)
    : QAbstractItemView(parent)
{
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setVerticalScrollMode(ScrollPerItem);
    setEditTriggers(NoEditTriggers);
    viewport()->setBackgroundRole(QPalette::Base);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &FollowView::onScrolled);
}

FollowView::~FollowView() = default;

void FollowView::setModel(QAbstractItemModel *rows)
{
    QAbstractItemView::setModel(rows);
    connect(rows, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { onRowsRemoved(first, last); });
}

void FollowView::setRowHeight(int height)
{
    m_rowHeight = height;
    updateGeometries();
}

void FollowView::setWidest(int width)
{
    if (width <= m_widest)
        return;
    m_widest = width;
    // Not while painting: a scroll bar that appears would paint again.
    QMetaObject::invokeMethod(this, &FollowView::updateGeometries, Qt::QueuedConnection);
}

int FollowView::rows() const
{
    return model() ? model()->rowCount() : 0;
}

int FollowView::topRow() const
{
    return verticalScrollBar()->value();
}

int FollowView::rowsPerPage() const
{
    return std::max(viewport()->height() / m_rowHeight, 1);
}

void FollowView::moveTop(int row)
{
    const QScopedValueRollback guard(m_adjusting, true);
    verticalScrollBar()->setValue(row);
    viewport()->update();
}

void FollowView::setFollowing(bool following)
{
    if (following)
        moveTop(verticalScrollBar()->maximum());
    if (std::exchange(m_following, following) != following)
        Q_EMIT followingChanged(following);
}

void FollowView::onScrolled()
{
    if (!m_adjusting)
        setFollowing(verticalScrollBar()->value() == verticalScrollBar()->maximum());
    viewport()->update();
}

void FollowView::updateGeometries()
{
    const QScopedValueRollback guard(m_adjusting, true);
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setPageStep(rowsPerPage());
    verticalScrollBar()->setRange(0, std::max(rows() - rowsPerPage(), 0));
    if (m_following)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    horizontalScrollBar()->setSingleStep(fontMetrics().averageCharWidth() * 4);
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(m_widest - viewport()->width(), 0));
    QAbstractItemView::updateGeometries();
}

void FollowView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    const int top = topRow();
    QAbstractItemView::rowsInserted(parent, start, end);
    updateGeometries();
    if (!m_following && start <= top && rows() > end - start + 1)
        moveTop(top + end - start + 1);
    viewport()->update();
}

void FollowView::onRowsRemoved(int first, int last)
{
    const int top = topRow();
    const int above = std::max(std::min(last + 1, top) - first, 0);
    updateGeometries();
    if (!m_following)
        moveTop(top - above);
    viewport()->update();
}

void FollowView::reset()
{
    QAbstractItemView::reset();
    m_widest = 0;
    updateGeometries();
    viewport()->update();
}

QRect FollowView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return {-horizontalOffset(), (index.row() - topRow()) * m_rowHeight,
            std::max(m_widest, viewport()->width() + horizontalOffset()), m_rowHeight};
}

QModelIndex FollowView::indexAt(const QPoint &point) const
{
    const int row = topRow() + point.y() / m_rowHeight;
    return point.y() >= 0 && row < rows() ? model()->index(row, 0) : QModelIndex();
}

void FollowView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const int row = index.row();
    const int page = rowsPerPage();
    int top = topRow();
    if (hint == PositionAtCenter)
        top = row - page / 2;
    else if (hint == PositionAtTop || row < top)
        top = row;
    else if (hint == PositionAtBottom || row >= top + page)
        top = row - page + 1;
    verticalScrollBar()->setValue(top);
}

void FollowView::showRow(int row)
{
    const QModelIndex index = model()->index(row, 0);
    if (!index.isValid())
        return;
    const bool inSight = row >= topRow() && row < topRow() + rowsPerPage();
    setCurrentIndex(index);
    if (!inSight)
        scrollTo(index, PositionAtCenter);
}

void FollowView::restoreRows(const QList<int> &selected, int current)
{
    const QScopedValueRollback quiet(m_restoring, true);
    const QScopedValueRollback guard(m_adjusting, true); // a current row is scrolled to
    QItemSelection selection;
    for (qsizetype first = 0, next = 1; first < selected.size(); first = next++) {
        while (next < selected.size() && selected[next] == selected[next - 1] + 1)
            ++next;
        selection.append(
            QItemSelectionRange(model()->index(selected[first], 0), model()->index(selected[next - 1], 0)));
    }
    selectionModel()->setCurrentIndex(model()->index(current, 0), QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (m_following)
        moveTop(verticalScrollBar()->maximum());
}

void FollowView::restoreTop(int row)
{
    if (!m_following)
        moveTop(row);
}

void FollowView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    viewport()->update();
    if (m_restoring)
        return;
    if (current.isValid())
        setFollowing(false);
    if (!m_pressed)
        Q_EMIT currentRowChanged(current.isValid() ? current.row() : -1);
}

void FollowView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = true;
    QAbstractItemView::mousePressEvent(event);
}

void FollowView::mouseReleaseEvent(QMouseEvent *event)
{
    QAbstractItemView::mouseReleaseEvent(event);
    if (std::exchange(m_pressed, false) && currentIndex().isValid())
        Q_EMIT currentRowChanged(currentIndex().row());
}

QModelIndex FollowView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (rows() == 0)
        return {};
    const int start = m_following ? rows() - 1 : topRow();
    int row = currentIndex().isValid() ? currentIndex().row() : start;
    switch (action) {
    case MoveUp:
    case MovePrevious:
        --row;
        break;
    case MoveDown:
    case MoveNext:
        ++row;
        break;
    case MovePageUp:
        row -= rowsPerPage();
        break;
    case MovePageDown:
        row += rowsPerPage();
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = rows() - 1;
        break;
    case MoveLeft:
        horizontalScrollBar()->triggerAction(QScrollBar::SliderSingleStepSub);
        break;
    case MoveRight:
        horizontalScrollBar()->triggerAction(QScrollBar::SliderSingleStepAdd);
        break;
    }
    return model()->index(std::clamp(row, 0, rows() - 1), 0);
}

void FollowView::keyPressEvent(QKeyEvent *event)
{
    QAbstractItemView::keyPressEvent(event);
    if (event->key() == Qt::Key_End)
        setFollowing(true);
}

/// Unlike the base class's: the focus alone chooses no row.
void FollowView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

int FollowView::horizontalOffset() const
{
    return horizontalScrollBar()->value();
}

int FollowView::verticalOffset() const
{
    return topRow() * m_rowHeight;
}

bool FollowView::isIndexHidden(const QModelIndex &) const
{
    return false;
}

void FollowView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    if (rows() == 0)
        return;
    const int first = std::clamp(topRow() + rect.top() / m_rowHeight, 0, rows() - 1);
    const int last = std::clamp(topRow() + rect.bottom() / m_rowHeight, 0, rows() - 1);
    selectionModel()->select(QItemSelection(model()->index(first, 0), model()->index(last, 0)), command);
}

QRegion FollowView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    const int bottom = topRow() + rowsPerPage();
    for (const QItemSelectionRange &range : selection) {
        const int first = std::max(range.top(), topRow());
        const int last = std::min(range.bottom(), bottom);
        if (first <= last)
            region += QRect(0, (first - topRow()) * m_rowHeight, viewport()->width(),
                            (last - first + 1) * m_rowHeight);
    }
    return region;
}

QList<int> FollowView::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void FollowView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    const int current = currentIndex().isValid() ? currentIndex().row() - topRow() : -1;
    const bool wasInSight = current >= 0 && current < event->oldSize().height() / m_rowHeight;
    updateGeometries();
    if (!m_following && wasInSight && current >= rowsPerPage())
        moveTop(currentIndex().row() - rowsPerPage() + 1);
}

} // namespace zoodock
