// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/findingarea.h"

#include <QtGui/QResizeEvent>
#include <QtWidgets/QLayout>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace zoodock
{

namespace
{

constexpr int leastLines = 5; ///< beside what else wants room
constexpr int mostFindingLines = 16;
constexpr int aboveButton = 4;

} // namespace

FindingArea::FindingArea(QWidget *parent)
    : QScrollArea(parent)
    , m_list(new FindingList(this))
{
    setWidget(m_list);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void FindingArea::setFindings(const QList<Finding> &findings)
{
    m_list->setFindings(findings);
    setHidden(findings.isEmpty() && m_kept == 0);
    updateGeometry();
}

void FindingArea::keepRoomFor(int findings)
{
    const int line = fontMetrics().height() * 4 / 3; // characters of another font may be higher
    const int one = line + aboveButton + QPushButton(QStringLiteral("x")).sizeHint().height();
    m_kept = findings * one + (findings - 1) * m_list->layout()->spacing();
    m_list->keepAtTop();
    show();
    updateGeometry();
}

void FindingArea::setMostHeight(int height)
{
    m_most = height;
    updateGeometry();
}

QSize FindingArea::sizeHint() const
{
    const int needed = m_list->heightForWidth(viewport()->width());
    const int wanted = std::min(needed, fontMetrics().height() * mostFindingLines);
    return {QScrollArea::sizeHint().width(),
            m_kept == 0 ? wanted : std::clamp(wanted, m_kept, std::max(m_kept, m_most))};
}

QSize FindingArea::minimumSizeHint() const
{
    const int least =
        m_kept > 0 ? m_kept : std::min(sizeHint().height(), fontMetrics().height() * leastLines);
    return {QScrollArea::minimumSizeHint().width(), least};
}

/// The area asks for room when its list needs another height.
bool FindingArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

void FindingArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

} // namespace zoodock
