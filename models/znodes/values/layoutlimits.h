// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QtCore/QString>

namespace zoodock
{

/// The indentation takes space by the square of the depth, and libyaml time, too.
constexpr int mostLayoutLevels = 200;

/// In characters, of a text that has so many as it is: beyond, nobody reads it, and the window would hang.
[[nodiscard]] constexpr qsizetype largestLayout(qsizetype characters)
{
    return 8 * characters + 65'536;
}

[[nodiscard]] tl::unexpected<Error> notWellFormed(qint64 line, const QString &reason);
[[nodiscard]] tl::unexpected<Error> nestedTooDeeply();
[[nodiscard]] tl::unexpected<Error> tooLargeLaidOut();

} // namespace zoodock
