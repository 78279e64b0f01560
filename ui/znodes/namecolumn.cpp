// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/namecolumn.h"

#include "itemmodels/znodetreemodel.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTreeView>

#include <algorithm>

namespace zoodock
{

namespace
{

constexpr int nameColumn = ZnodeTreeModel::NameColumn;

/// In the whole width, seen or not.
int leftOfName(const QTreeView &view, const QModelIndex &index)
{
    return view.visualRect(index.siblingAtColumn(nameColumn)).left() + view.horizontalScrollBar()->value();
}

} // namespace

bool fitNameColumn(QTreeView &view)
{
    QHeaderView *header = view.header();
    int others = 0;
    for (int column = 0; column < header->count(); ++column)
        others += column == nameColumn ? 0 : header->sectionSize(column);
    int deepest = 0;
    QModelIndex index = view.indexAt(QPoint(1, 1));
    const int bottom = view.viewport()->height();
    for (; index.isValid() && view.visualRect(index).top() < bottom; index = view.indexBelow(index))
        deepest = std::max(deepest, leftOfName(view, index));
    const int room = view.viewport()->width() - others;
    const int width = std::max(room, deepest + view.fontMetrics().averageCharWidth() * 20);
    if (width == header->sectionSize(nameColumn))
        return false;
    header->resizeSection(nameColumn, width);
    return true;
}

void scrollToName(QTreeView &view, const QModelIndex &index)
{
    QScrollBar *bar = view.horizontalScrollBar();
    const int left = leftOfName(view, index) - view.indentation(); // its arrow with it
    const int right = leftOfName(view, index) + view.fontMetrics().averageCharWidth() * 12;
    if (left < bar->value() || right > bar->value() + view.viewport()->width())
        bar->setValue(std::max(0, left - 2 * view.indentation()));
}

} // namespace zoodock
