// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/cardarea.h"

#include "ui/look/cardlayout.h"

#include <QtCore/QEvent>

namespace zoodock
{

namespace
{

constexpr int besideScrollBar = 8;

} // namespace

CardArea::CardArea(QWidget *parent)
    : QScrollArea(parent)
{
    auto *content = new QWidget;
    m_cards = new CardLayout(content);
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(12);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // the cards take the focus, and are scrolled to
}

void CardArea::resizeEvent(QResizeEvent *event)
{
    chooseScrollBar();
    QScrollArea::resizeEvent(event);
}

bool CardArea::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::StyleChange)
        chooseScrollBar();
    return QScrollArea::event(event);
}

void CardArea::chooseScrollBar()
{
    const bool fits = fitsWithout();
    const QMargins margins(0, 0, fits ? 0 : besideScrollBar, 0);
    if (m_cards->contentsMargins() != margins)
        m_cards->setContentsMargins(margins);
    const Qt::ScrollBarPolicy policy = fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded;
    if (verticalScrollBarPolicy() != policy)
        setVerticalScrollBarPolicy(policy);
}

bool CardArea::fitsWithout() const
{
    const QSize room = maximumViewportSize();
    const int margin = m_cards->contentsMargins().right(); // which is there beside a scroll bar only
    return m_cards->minimumSize().width() - margin <= room.width() &&
           m_cards->heightForWidth(room.width() + margin) <= room.height();
}

} // namespace zoodock
