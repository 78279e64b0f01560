// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/banner.h"

#include "ui/look/errordetails.h"
#include "ui/look/labels.h"
#include "ui/look/textformat.h"
#include "ui/look/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPushButton>

namespace zoodock
{

namespace
{

QLabel *makeParagraph(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

} // namespace

Banner::Banner(Look look, const QString &sentence, QWidget *parent)
    : QFrame(parent)
    , m_look(look)
    , m_sentence(makeParagraph(this))
    , m_details(makeParagraph(this))
    , m_buttons(new QHBoxLayout)
{
    setAccessibleName(sentence);
    m_sentence->setText(sentence);
    m_details->hide();
    auto *glyph = new GlyphLabel(1.2, this);
    glyph->setLook(look);
    auto *text = new QVBoxLayout;
    text->setSpacing(4);
    text->addWidget(m_sentence);
    text->addWidget(m_details);
    m_buttons->setSpacing(8);
    m_rows = new QVBoxLayout(this);
    m_rows->setContentsMargins(16, 8, 12, 8);
    m_rows->setSpacing(8);
    m_line = new QHBoxLayout;
    m_rows->addLayout(m_line);
    m_line->setSpacing(12);
    m_line->addWidget(glyph);
    m_line->addLayout(text, 1);
    m_line->addLayout(m_buttons);
    setQuietText(m_details);
}

void Banner::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    placeButtons();
}

/// Beside many buttons little is left for the text: then they come below it.
void Banner::placeButtons()
{
    const int leastText = fontMetrics().averageCharWidth() * 50;
    const bool below = m_buttons->count() > 1 && width() - m_buttons->sizeHint().width() < leastText;
    if (below == m_buttonsBelow)
        return;
    m_buttonsBelow = below;
    m_line->removeItem(m_buttons);
    m_rows->removeItem(m_buttons);
    m_buttons->setParent(nullptr); // of the layout that it leaves
    if (below)
        m_rows->insertLayout(1, m_buttons);
    else
        m_line->addLayout(m_buttons);
    m_buttons->setAlignment(below ? Qt::AlignRight : Qt::Alignment());
}

void Banner::setSentence(const QString &sentence)
{
    setAccessibleName(sentence);
    m_sentence->setText(sentence);
}

void Banner::setDetails(const QString &details)
{
    m_details->setText(details);
    m_details->setHidden(details.isEmpty());
}

QPushButton *Banner::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    m_buttons->addWidget(button);
    placeButtons();
    return button;
}

void Banner::addOutput(const QString &text, bool lettered)
{
    if (text.isEmpty())
        return;
    auto *output = new ErrorDetails(this);
    output->setText(text);
    output->setLettered(lettered);
    output->hide();
    m_rows->addWidget(output);
    const QString details = tr("Detail&s");
    QPushButton *toggle = addButton(lettered ? details : withoutMnemonic(details));
    toggle->setCheckable(true);
    toggle->setToolTip(tr("Show what the programs said"));
    connect(toggle, &QPushButton::toggled, output, &QWidget::setVisible);
}

QString Banner::sentence() const
{
    return m_sentence->text();
}

void Banner::paintEvent(QPaintEvent *)
{
    const QColor colour = colourOf(m_look.meaning, palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(blended(colour, palette().color(QPalette::Window), 0.4), 1));
    painter.setBrush(blended(colour, palette().color(QPalette::Base), 0.06));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(0, 0, 4, height()), 2, 2);
}

} // namespace zoodock
