// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/labels.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <optional>

namespace zoodock
{

namespace
{

/// Colours a label anew whenever its palette changes, as by another theme.
class TextTint : public QObject
{
public:
    static TextTint *of(QWidget *label)
    {
        const QString name = QStringLiteral("zoodockTextTint");
        if (auto *there = label->findChild<QObject *>(name, Qt::FindDirectChildrenOnly))
            return static_cast<TextTint *>(there);
        auto *tint = new TextTint(label);
        tint->setObjectName(name);
        return tint;
    }

    void setMeaning(std::optional<Meaning> meaning)
    {
        m_meaning = meaning;
        tint();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::PaletteChange)
            tint();
        return QObject::eventFilter(watched, event);
    }

private:
    explicit TextTint(QWidget *label)
        : QObject(label)
        , m_label(label)
    {
        label->installEventFilter(this);
    }

    void tint()
    {
        const QPalette palette = m_label->palette();
        setTextColour(m_label, m_meaning ? colourOf(*m_meaning, palette) : quietTextColour(palette));
    }

    QWidget *m_label;
    std::optional<Meaning> m_meaning;
};

} // namespace

GlyphLabel::GlyphLabel(double scale, QWidget *parent)
    : QWidget(parent)
    , m_scale(scale)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void GlyphLabel::setLook(Look look)
{
    if (look == m_look)
        return;
    m_look = look;
    update();
}

QSize GlyphLabel::sizeHint() const
{
    const int side = int(fontMetrics().height() * m_scale);
    return {side, side};
}

void GlyphLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintGlyph(painter, m_look.glyph, rect(), colourOf(m_look.meaning, palette()));
}

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    updateGeometry();
    elide();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 2, QLabel::sizeHint().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const int some = fontMetrics().averageCharWidth() * 6;
    return {std::min(some, sizeHint().width()), QLabel::minimumSizeHint().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        elide();
}

void ElidedLabel::elide()
{
    const QString shown = fontMetrics().elidedText(m_text, Qt::ElideMiddle, width());
    if (shown != text())
        setText(shown);
    setToolTip(shown == m_text ? QString() : m_text);
    setAccessibleName(m_text);
}

void setTextColour(QWidget *label, const QColor &colour)
{
    QPalette palette = label->palette();
    if (palette.color(QPalette::WindowText) == colour)
        return;
    palette.setColor(QPalette::WindowText, colour);
    label->setPalette(palette);
}

void setTextMeaning(QWidget *label, Meaning meaning)
{
    TextTint::of(label)->setMeaning(meaning);
}

void setQuietText(QWidget *label)
{
    TextTint::of(label)->setMeaning({});
}

void setTextScale(QWidget *widget, double scale, bool bold)
{
    QFont font = widget->font();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * scale);
    else
        font.setPixelSize(int(font.pixelSize() * scale));
    font.setBold(bold);
    widget->setFont(font);
}

} // namespace zoodock
