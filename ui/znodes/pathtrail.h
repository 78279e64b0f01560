// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/znodepath.h"

#include <QtCore/QList>

namespace zoodock
{

/// Where one was, for Back and Forward.
struct PathTrail
{
    QList<ZnodePath> visited;
    qsizetype at = -1; ///< of `visited`: where one is
};

} // namespace zoodock
