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

QModelIndexList rowsOnScreen(const QTreeView &view)
{
    const int bottom = view.viewport()->height();
    const QModelIndex first = view.indexAt(QPoint(1, 0));
    const QModelIndex last = view.indexAt(QPoint(1, bottom - 1));
    const int height = view.visualRect(last.isValid() ? last : first).height();
    QModelIndexList rows;
    for (int y = 0; height > 0 && y < bottom; y += height) {
        const QModelIndex index = view.indexAt(QPoint(1, y));
        if (!index.isValid())
            break;
        rows.append(index);
    }
    return rows;
}

bool fitNameColumn(QTreeView &view)
{
    QHeaderView *header = view.header();
    int others = 0;
    for (int column = 0; column < header->count(); ++column)
        others += column == nameColumn ? 0 : header->sectionSize(column);
    int deepest = 0;
    const QModelIndexList rows = rowsOnScreen(view);
    for (const QModelIndex &index : rows) {
        if (index.parent().isValid()) // the root is the outermost
            deepest = std::max(deepest, leftOfName(view, index));
    }
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
