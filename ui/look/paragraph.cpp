// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/paragraph.h"

#include <QtCore/QEvent>
#include <QtGui/QTextDocument>
#include <QtGui/QTextLayout>
#include <QtGui/QWheelEvent>

#include <cmath>

namespace zoodock
{

namespace
{

constexpr int usualCharacters = 60;
constexpr int leastCharacters = 12;

} // namespace

Paragraph::Paragraph(const QString &text, QWidget *parent)
    : QTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    takeColours();
    setPlainText(text);
}

/// By a layout of its own: asking must not move the text that is shown.
int Paragraph::heightForWidth(int width) const
{
    double height = 0;
    const QStringList lines = toPlainText().split(u'\n');
    for (const QString &line : lines) {
        QTextLayout layout(line, font());
        QTextOption option;
        option.setWrapMode(wordWrapMode());
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine row = layout.createLine(); row.isValid(); row = layout.createLine()) {
            row.setLineWidth(width);
            height += row.height();
        }
        layout.endLayout();
    }
    return int(std::ceil(height));
}

QSize Paragraph::sizeHint() const
{
    const int width = std::min(fontMetrics().averageCharWidth() * usualCharacters,
                               fontMetrics().horizontalAdvance(toPlainText()) + 2);
    return {width, heightForWidth(width)};
}

QSize Paragraph::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * leastCharacters, fontMetrics().height()};
}

void Paragraph::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    if (event->type() == QEvent::PaletteChange)
        takeColours();
}

/// Those of a label.
void Paragraph::takeColours()
{
    QPalette colours = palette();
    if (colours.color(QPalette::Text) == colours.color(QPalette::WindowText))
        return;
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
        colours.setColor(group, QPalette::Text, colours.color(group, QPalette::WindowText));
    setPalette(colours);
}

void Paragraph::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace zoodock
