// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/keptrow.h"

#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QScrollBar>

namespace zoodock
{

void KeptRow::putBack(QAbstractItemView &view, int now) const
{
    if (row < scrolled || now < 0)
        return;
    const int height = view.visualRect(view.currentIndex()).height();
    if ((row - scrolled) * height < view.viewport()->height())
        view.verticalScrollBar()->setValue(scrolled + now - row);
}

} // namespace zoodock
