// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

namespace zoodock
{

/// One paragraph of whole sentences, without those that are empty; a blank between them, but for Chinese
/// ones, whose full stop has its room already.
[[nodiscard]] QString paragraphOf(const QStringList &sentences);

/// “a, b, and c” in the locale's way; in Chinese with blanks around the word between Latin names.
[[nodiscard]] QString listOf(const QStringList &parts);

} // namespace zoodock
