// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/membercolours.h"

#include "ui/look/meaning.h"
#include "ui/look/theme.h"

#include <array>

namespace zoodock
{

namespace
{

constexpr double readableContrast = 4.5;
/// Far apart for neighbours.
constexpr std::array hues{212, 28, 152, 288, 340, 182, 52, 252, 110, 8};

} // namespace

QColor memberColour(int place, const QPalette &palette)
{
    const bool dark = isDark(palette);
    const auto count = static_cast<int>(hues.size());
    const int hue = hues.at(static_cast<size_t>(place % count));
    QColor colour = QColor::fromHsl(hue, place >= count ? 110 : 170, dark ? 175 : 95);
    const QColor text = palette.color(QPalette::Text);
    for (int step = 0; step < 10 && contrast(colour, palette.color(QPalette::Base)) < readableContrast;
         ++step)
        colour = blended(text, colour, 0.15);
    return colour;
}

} // namespace zoodock
