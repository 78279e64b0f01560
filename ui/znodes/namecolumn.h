// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QModelIndex;
class QTreeView;

namespace zoodock
{

/// Makes the column with the names as wide as there is room, and wide enough for the beginnings of the names
/// on screen: deep in a tree they are far to the right. True: it has another width now, and how far the view
/// can be scrolled is to be reckoned anew.
[[nodiscard]] bool fitNameColumn(QTreeView &view);
/// Scrolls sideways until this row's name is seen: QTreeView scrolls to the column, not to what stands in it.
void scrollToName(QTreeView &view, const QModelIndex &index);

} // namespace zoodock
