// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>
#include <QtGui/QColor>

class QPainter;

namespace zoodock
{

/// The shapes that tell states apart without colour.
enum class Glyph {
    Crown,
    Disc,
    Ring,
    DashedRing,
    HalfDisc,
    Magnifier,
    Diamond,
    Lock,
    Bars,
    Cycle,
    Square,
    Cross,
    Slash,
    Question,
    Dots,
    Check,
    Warning,
    Info,
};

/// Paints the glyph as vectors into the largest square in the middle of `rect`.
void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &rect, const QColor &colour);

} // namespace zoodock
