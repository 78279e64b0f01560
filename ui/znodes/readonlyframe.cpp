// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/readonlyframe.h"

#include "ui/look/meaning.h"

#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>

#include <utility>

namespace zoodock
{

namespace
{

constexpr int thickness = 2;

} // namespace

ReadOnlyFrame::ReadOnlyFrame(QWidget *content, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->addWidget(content);
}

void ReadOnlyFrame::setOn(bool on)
{
    if (std::exchange(m_on, on) != on)
        update();
}

void ReadOnlyFrame::paintEvent(QPaintEvent *)
{
    if (!m_on)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colourOf(Meaning::Looking, palette()), thickness));
    const qreal half = thickness / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), 4, 4);
}

} // namespace zoodock
