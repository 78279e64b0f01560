// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace zoodock
{

/// Of the whole help only what belongs to the verb, with the exit codes, and where the rest is to be found.
/// The whole help where `verb` is empty, or is none of it.
[[nodiscard]] QString helpOf(const QString &verb, const QString &wholeHelp);

} // namespace zoodock
