// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/cardlayout.h"

#include <QtWidgets/QStyle>
#include <QtWidgets/QWidget>

#include <algorithm>

namespace zoodock
{

namespace
{

int heightOf(const QLayoutItem &item, int width)
{
    return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

} // namespace

CardLayout::CardLayout(QWidget *parent)
    : QLayout(parent)
{
}

CardLayout::~CardLayout()
{
    qDeleteAll(m_items);
}

void CardLayout::place(int position, QWidget *widget)
{
    const int now = indexOf(widget);
    if (now < 0 || now == position)
        return;
    m_items.move(now, std::clamp(position, 0, count() - 1));
    invalidate();
}

QLayoutItem *CardLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    return m_items.takeAt(index);
}

int CardLayout::itemWidth() const
{
    int width = 0;
    for (const QLayoutItem *item : m_items)
        width = std::max(width, item->minimumSize().width());
    return width;
}

int CardLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize CardLayout::minimumSize() const
{
    const QMargins margins = contentsMargins();
    const int width = itemWidth();
    int height = 0;
    for (const QLayoutItem *item : m_items)
        height = std::max(height, heightOf(*item, width));
    return {width + margins.left() + margins.right(), height + margins.top() + margins.bottom()};
}

QSize CardLayout::sizeHint() const
{
    const QMargins margins = contentsMargins();
    const int columns = std::clamp(count(), 1, 3);
    const int width = columns * itemWidth() + (columns - 1) * spacing() + margins.left() + margins.right();
    return {width, heightForWidth(width)};
}

void CardLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int CardLayout::arrange(const QRect &rect, bool move) const
{
    const QMargins margins = contentsMargins();
    const QRect inner = rect.marginsRemoved(margins);
    const int narrowest = std::max(itemWidth(), 1);
    const int columns = std::max(1, (inner.width() + spacing()) / (narrowest + spacing()));
    // A lone card does not become a banner.
    const int width = std::min((inner.width() - (columns - 1) * spacing()) / columns, narrowest * 3 / 2);
    const Qt::LayoutDirection direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int y = inner.top();
    for (int first = 0; first < count(); first += columns) {
        const int last = std::min(first + columns, count());
        int height = 0;
        for (int i = first; i < last; ++i)
            height = std::max(height, heightOf(*m_items.at(i), width));
        for (int i = first; move && i < last; ++i) {
            const QRect place(inner.left() + (i - first) * (width + spacing()), y, width, height);
            m_items.at(i)->setGeometry(QStyle::visualRect(direction, inner, place));
        }
        y += height + spacing();
    }
    return std::max(0, y - spacing() - inner.top()) + margins.top() + margins.bottom();
}

} // namespace zoodock
