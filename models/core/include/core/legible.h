// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace zoodock
{

/// To look at: characters that are not seen, or turn the order of those beside them, as "⟨U+202E⟩".
[[nodiscard]] QString legible(const QString &text);
/// What legible() was made of.
[[nodiscard]] QString fromLegible(const QString &shown);
/// Appends what legible() shows for the character at `at`; returns how many of `text` it is: 2 for a
/// surrogate pair.
qsizetype appendLegible(QString &shown, QStringView text, qsizetype at);

} // namespace zoodock
