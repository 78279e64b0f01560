// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/glyph.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>
#include <initializer_list>

namespace zoodock
{

namespace
{

// Every glyph lives in a square of 16 × 16.
constexpr QRectF full{2, 2, 12, 12};

QPolygonF polygon(std::initializer_list<QPointF> points)
{
    return QPolygonF(QList<QPointF>(points));
}

void stroke(QPainter &painter, const QColor &colour, double width)
{
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
}

void fill(QPainter &painter, const QColor &colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
}

void crown(QPainter &painter, const QColor &colour)
{
    painter.setPen(QPen(colour, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(colour);
    painter.drawPolygon(polygon({{2, 5}, {5, 8}, {8, 3}, {11, 8}, {14, 5}, {13, 11}, {3, 11}}));
    painter.drawRoundedRect(QRectF(3, 12.6, 10, 1.4), 0.5, 0.5);
}

void ring(QPainter &painter, const QColor &colour)
{
    stroke(painter, colour, 2);
    painter.drawEllipse(QRectF(3, 3, 10, 10));
}

void dashedRing(QPainter &painter, const QColor &colour)
{
    stroke(painter, colour, 1.6);
    for (int part = 0; part < 6; ++part)
        painter.drawArc(QRectF(3, 3, 10, 10), part * 60 * 16, 32 * 16);
}

void halfDisc(QPainter &painter, const QColor &colour)
{
    stroke(painter, colour, 1.6);
    painter.drawEllipse(QRectF(3, 3, 10, 10));
    fill(painter, colour);
    painter.drawPie(QRectF(3, 3, 10, 10), 90 * 16, -180 * 16);
}

void magnifier(QPainter &painter, const QColor &colour)
{
    stroke(painter, colour, 2);
    painter.drawEllipse(QRectF(2.5, 2.5, 7.5, 7.5));
    painter.drawLine(QPointF(9.4, 9.4), QPointF(13.5, 13.5));
}

void lock(QPainter &painter, const QColor &colour)
{
    stroke(painter, colour, 1.8);
    painter.drawArc(QRectF(5, 2.2, 6, 7.5), 0, 180 * 16);
    painter.drawLine(QPointF(5, 6), QPointF(5, 8));
    painter.drawLine(QPointF(11, 6), QPointF(11, 8));
    fill(painter, colour);
    painter.drawRoundedRect(QRectF(3, 7.4, 10, 6.6), 1, 1);
}

void cycle(QPainter &painter, const QColor &colour)
{
    stroke(painter, colour, 2);
    painter.drawArc(QRectF(3, 3, 10, 10), 60 * 16, 280 * 16);
    fill(painter, colour);
    painter.drawPolygon(polygon({{8.4, 0.6}, {13.4, 3.4}, {8.6, 6.4}}));
}

void cross(QPainter &painter, const QColor &colour)
{
    stroke(painter, colour, 2.6);
    painter.drawLine(QPointF(4, 4), QPointF(12, 12));
    painter.drawLine(QPointF(12, 4), QPointF(4, 12));
}

void slash(QPainter &painter, const QColor &colour)
{
    stroke(painter, colour, 1.8);
    painter.drawEllipse(QRectF(2.5, 2.5, 11, 11));
    painter.drawLine(QPointF(4.4, 11.6), QPointF(11.6, 4.4));
}

void question(QPainter &painter, const QColor &colour)
{
    stroke(painter, colour, 2);
    QPainterPath path(QPointF(4.6, 5.4));
    path.cubicTo(4.6, 1.2, 11.6, 1.2, 11.4, 5.2);
    path.cubicTo(11.3, 7.4, 8, 7.4, 8, 10);
    painter.drawPath(path);
    fill(painter, colour);
    painter.drawEllipse(QPointF(8, 13.2), 1.3, 1.3);
}

void dots(QPainter &painter, const QColor &colour)
{
    fill(painter, colour);
    for (const double x : {3.2, 8.0, 12.8})
        painter.drawEllipse(QPointF(x, 8), 1.5, 1.5);
}

void check(QPainter &painter, const QColor &colour)
{
    stroke(painter, colour, 2.4);
    painter.drawPolyline(polygon({{3, 8.6}, {6.4, 12}, {13, 4.4}}));
}

void warning(QPainter &painter, const QColor &colour)
{
    stroke(painter, colour, 1.6);
    painter.drawPolygon(polygon({{8, 2}, {14.4, 13.6}, {1.6, 13.6}}));
    painter.drawLine(QPointF(8, 6.4), QPointF(8, 9.4));
    fill(painter, colour);
    painter.drawEllipse(QPointF(8, 11.6), 0.9, 0.9);
}

void info(QPainter &painter, const QColor &colour)
{
    stroke(painter, colour, 1.6);
    painter.drawEllipse(QRectF(2, 2, 12, 12));
    painter.drawLine(QPointF(8, 7.6), QPointF(8, 11.2));
    fill(painter, colour);
    painter.drawEllipse(QPointF(8, 4.9), 0.9, 0.9);
}

void paintUnit(QPainter &painter, Glyph glyph, const QColor &colour)
{
    switch (glyph) {
    case Glyph::Crown:
        return crown(painter, colour);
    case Glyph::Disc:
        fill(painter, colour);
        return painter.drawEllipse(full.adjusted(0.5, 0.5, -0.5, -0.5));
    case Glyph::Ring:
        return ring(painter, colour);
    case Glyph::DashedRing:
        return dashedRing(painter, colour);
    case Glyph::HalfDisc:
        return halfDisc(painter, colour);
    case Glyph::Magnifier:
        return magnifier(painter, colour);
    case Glyph::Diamond:
        fill(painter, colour);
        return painter.drawPolygon(polygon({{8, 1.6}, {14.4, 8}, {8, 14.4}, {1.6, 8}}));
    case Glyph::Lock:
        return lock(painter, colour);
    case Glyph::Bars:
        fill(painter, colour);
        painter.drawRoundedRect(QRectF(3.4, 3, 3.4, 10), 0.8, 0.8);
        return painter.drawRoundedRect(QRectF(9.2, 3, 3.4, 10), 0.8, 0.8);
    case Glyph::Cycle:
        return cycle(painter, colour);
    case Glyph::Square:
        fill(painter, colour);
        return painter.drawRoundedRect(QRectF(3, 3, 10, 10), 1, 1);
    case Glyph::Cross:
        return cross(painter, colour);
    case Glyph::Slash:
        return slash(painter, colour);
    case Glyph::Question:
        return question(painter, colour);
    case Glyph::Dots:
        return dots(painter, colour);
    case Glyph::Check:
        return check(painter, colour);
    case Glyph::Warning:
        return warning(painter, colour);
    case Glyph::Info:
        return info(painter, colour);
    }
}

} // namespace

void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &rect, const QColor &colour)
{
    const double side = std::min(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center() - QPointF(side, side) / 2);
    painter.scale(side / 16, side / 16);
    paintUnit(painter, glyph, colour);
    painter.restore();
}

} // namespace zoodock
