// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/paintprobe.h"

#include <QtGui/QPaintEngine>
#include <QtGui/QPainter>
#include <QtWidgets/QWidget>

namespace zoodock::test
{

namespace
{

/// Paints nothing, and notes every text.
class NotingEngine : public QPaintEngine
{
public:
    NotingEngine()
        : QPaintEngine(AllFeatures)
    {
    }

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    [[nodiscard]] Type type() const override { return User; }
    void updateState(const QPaintEngineState &now) override
    {
        if (now.state() & DirtyTransform)
            m_transform = now.transform();
        if (now.state() & DirtyPen)
            m_pen = now.pen();
        if (now.state() & DirtyOpacity)
            m_opacity = now.opacity();
    }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override {}
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        if (item.text().trimmed().isEmpty())
            return;
        const QRectF rect(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent());
        QColor colour = m_pen.color();
        colour.setAlphaF(colour.alphaF() * float(m_opacity));
        const QRectF clip =
            painter()->hasClipping() ? m_transform.mapRect(painter()->clipBoundingRect()) : whole;
        texts.append({item.text(), m_transform.mapRect(rect), colour, clip & whole});
    }

    QRectF whole;
    QList<PaintedText> texts;

private:
    QTransform m_transform;
    QPen m_pen;
    qreal m_opacity = 1;
};

class NotingDevice : public QPaintDevice
{
public:
    explicit NotingDevice(const QWidget &like)
        : m_like(like)
    {
        engine.whole = like.rect();
    }
    [[nodiscard]] QPaintEngine *paintEngine() const override { return &engine; }

    mutable NotingEngine engine;

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_like.width();
        case PdmHeight:
            return m_like.height();
        case PdmDpiX:
        case PdmPhysicalDpiX:
            return m_like.logicalDpiX();
        case PdmDpiY:
        case PdmPhysicalDpiY:
            return m_like.logicalDpiY();
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return 1;
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    const QWidget &m_like;
};

} // namespace

QList<PaintedText> paintedTexts(QWidget &widget)
{
    NotingDevice device(widget);
    widget.render(&device, {}, {}, {});
    return device.engine.texts;
}

} // namespace zoodock::test
