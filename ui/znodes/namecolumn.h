// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractItemModel>

class QTreeView;

namespace zoodock
{

/// From the top down; of rows of one height, scrolled row by row. By where they are: asked for the place of
/// its very first row QTreeView looks through all others before it finds it, 10 ms for a million.
[[nodiscard]] QModelIndexList rowsOnScreen(const QTreeView &view);
/// Makes the column with the names as wide as there is room, and wide enough for the beginnings of the names
/// on screen: deep in a tree they are far to the right. True: it has another width now, and how far the view
/// can be scrolled is to be reckoned anew.
[[nodiscard]] bool fitNameColumn(QTreeView &view);
/// Scrolls sideways until this row's name is seen: QTreeView scrolls to the column, not to what stands in it.
void scrollToName(QTreeView &view, const QModelIndex &index);

} // namespace zoodock
