// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtGui/QPalette>

namespace zoodock
{

/// Light or dark, by what the palette itself says: the base is darker than its text.
[[nodiscard]] bool isDark(const QPalette &palette);
[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();

/// `choice` as in SettingKey::Theme: "system" follows the desktop; "light" and "dark" are the Fusion style
/// with a palette of our own, because no other style promises to honour one. May be called again at any time.
void applyTheme(const QString &choice);

/// `colour` over `ground`, `share` of 0 to 1 of it.
[[nodiscard]] QColor blended(const QColor &colour, const QColor &ground, double share);

} // namespace zoodock
