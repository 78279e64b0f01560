// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/icons.h"

#include <QtGui/QGuiApplication>
#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPalette>
#include <QtGui/QPixmap>
#include <QtSvg/QSvgRenderer>

// Outside the namespace, as Q_INIT_RESOURCE wants it: a static library's resources are linked only if
// somebody asks.
static void initialiseIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QColor colourOf(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled)
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    return palette.color(mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText);
}

class TintedSvgEngine final : public QIconEngine
{
public:
    explicit TintedSvgEngine(QString path)
        : m_path(std::move(path))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, 1));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        QSvgRenderer(m_path).render(&painter, QRectF(QPointF(0, 0), QSizeF(size)));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(picture.rect(), colourOf(mode));
        return picture;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new TintedSvgEngine(m_path); }

private:
    QString m_path;
};

} // namespace

QIcon actionIcon(const QString &name)
{
    initialiseIcons();
    return QIcon(new TintedSvgEngine(u":/icons/actions/%1.svg"_s.arg(name)));
}

QIcon applicationIcon()
{
    initialiseIcons();
    return QIcon(u":/icons/org.zoodock.ZooDock.svg"_s);
}

} // namespace zoodock
