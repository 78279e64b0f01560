// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QColor>
#include <QtGui/QPalette>

namespace zoodock
{

/// A colour that tells members apart, by their place in the cluster; readable on the palette's base. The name
/// always stands beside it.
[[nodiscard]] QColor memberColour(int place, const QPalette &palette);

} // namespace zoodock
