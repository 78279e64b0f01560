// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QRectF>
#include <QtCore/QString>
#include <QtGui/QColor>

class QWidget;

namespace zoodock::test
{

/// A piece of text as a widget painted it.
struct PaintedText
{
    QString text;
    QRectF rect; ///< in the widget; ascent to descent
    QColor colour;
    QRectF clip; ///< what the painter let through; the widget's own rectangle where it clips nothing
};

/// What `widget` itself, without its children, paints as text: from the painter's calls, not from pixels.
[[nodiscard]] QList<PaintedText> paintedTexts(QWidget &widget);

} // namespace zoodock::test
