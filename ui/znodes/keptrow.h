// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;

namespace zoodock
{

/// Where the current row of a view that scrolls row by row was before rows came and went.
struct KeptRow
{
    int scrolled; ///< the first row on screen
    int row;      ///< among all that are laid out; −1: not known

    /// Now it is row `now` (−1: none). If it was on screen it is put back to its place there.
    void putBack(QAbstractItemView &view, int now) const;
};

} // namespace zoodock
