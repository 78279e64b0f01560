// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QIcon>

namespace zoodock
{

/// An icon of our own set, resources/icons/actions/NAME.svg: drawn as vectors at any scale, in the palette's
/// text colour at the moment of painting, so that a change of theme needs no reloading.
[[nodiscard]] QIcon actionIcon(const QString &name);
/// The program's own icon.
[[nodiscard]] QIcon applicationIcon();

} // namespace zoodock
