// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace zoodock
{

/// Is not seen, or turns the order of those beside it (U+202E), or breaks the line without being an end of
/// line.
[[nodiscard]] bool isHiddenCharacter(char32_t character);
/// To look at: characters that are not seen, or turn the order of those beside them, as "⟨U+202E⟩".
[[nodiscard]] QString legible(const QString &text);
/// A name, or a path of names: as legible(), and the spaces at either end of a name as "⟨U+0020⟩", too.
[[nodiscard]] QString legibleName(const QString &path);
/// A sentence in which names are legible already: their signs stay, what else is not seen becomes one.
[[nodiscard]] QString legibleSentence(const QString &sentence);
/// What legible() or legibleName() was made of.
[[nodiscard]] QString fromLegible(const QString &shown);
/// Appends what legible() shows for the character at `at`; returns how many of `text` it is: 2 for a
/// surrogate pair.
qsizetype appendLegible(QString &shown, QStringView text, qsizetype at);

} // namespace zoodock
