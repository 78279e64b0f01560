// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logview.h"

#include "itemmodels/logmodel.h"
#include "ui/logs/logpainter.h"
#include "ui/logs/membercolours.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QScopedValueRollback>
#include <QtGui/QClipboard>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtGui/QHelpEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

LogView::LogView(LogModel &model, QWidget *parent)
    : QAbstractItemView(parent)
    , m_model(model)
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setVerticalScrollMode(ScrollPerItem);
    setEditTriggers(NoEditTriggers);
    viewport()->setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Log"));
    measure();
    setModel(&model);
    connect(&model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { onRowsRemoved(first, last); });
    connect(&model, &LogModel::matchesChanged, viewport(), qOverload<>(&QWidget::update));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::onScrolled);
}

LogView::~LogView() = default;

void LogView::measure()
{
    m_rowHeight = fontMetrics().height() + 2;
    m_nameWidth = 0;
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    for (auto place = m_places.cbegin(); place != m_places.cend(); ++place)
        m_nameWidth =
            std::max(m_nameWidth, metrics.horizontalAdvance(m_model.memberName(place.key()) + u"  "_s));
}

void LogView::setMemberPlaces(const QMap<int, int> &places)
{
    m_places = places;
    measure();
    viewport()->update();
}

void LogView::setNamesShown(bool shown)
{
    m_namesShown = shown;
    viewport()->update();
}

int LogView::rows() const
{
    return m_model.rowCount();
}

int LogView::topRow() const
{
    return verticalScrollBar()->value();
}

int LogView::rowsPerPage() const
{
    return std::max(viewport()->height() / m_rowHeight, 1);
}

void LogView::moveTop(int row)
{
    const QScopedValueRollback guard(m_adjusting, true);
    verticalScrollBar()->setValue(row);
    viewport()->update();
}

void LogView::setFollowing(bool following)
{
    if (following)
        moveTop(verticalScrollBar()->maximum());
    if (std::exchange(m_following, following) != following)
        Q_EMIT followingChanged(following);
}

void LogView::onScrolled()
{
    if (!m_adjusting)
        setFollowing(verticalScrollBar()->value() == verticalScrollBar()->maximum());
    viewport()->update();
}

void LogView::updateGeometries()
{
    const QScopedValueRollback guard(m_adjusting, true);
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setPageStep(rowsPerPage());
    verticalScrollBar()->setRange(0, std::max(rows() - rowsPerPage(), 0));
    if (m_following)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    horizontalScrollBar()->setSingleStep(fontMetrics().averageCharWidth() * 4);
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(m_widest - viewport()->width(), 0));
    QAbstractItemView::updateGeometries();
}

void LogView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    const int top = topRow();
    QAbstractItemView::rowsInserted(parent, start, end);
    updateGeometries();
    if (!m_following && start <= top && rows() > end - start + 1)
        moveTop(top + end - start + 1);
    viewport()->update();
}

void LogView::onRowsRemoved(int first, int last)
{
    const int top = topRow();
    const int above = std::max(std::min(last + 1, top) - first, 0);
    updateGeometries();
    if (!m_following)
        moveTop(top - above);
    viewport()->update();
}

void LogView::reset()
{
    QAbstractItemView::reset();
    m_widest = 0;
    updateGeometries();
    viewport()->update();
}

QRect LogView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return {-horizontalOffset(), (index.row() - topRow()) * m_rowHeight,
            std::max(m_widest, viewport()->width() + horizontalOffset()), m_rowHeight};
}

QModelIndex LogView::indexAt(const QPoint &point) const
{
    const int row = topRow() + point.y() / m_rowHeight;
    return point.y() >= 0 && row < rows() ? m_model.index(row, 0) : QModelIndex();
}

void LogView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const int row = index.row();
    const int page = rowsPerPage();
    int top = topRow();
    if (hint == PositionAtCenter)
        top = row - page / 2;
    else if (hint == PositionAtTop || row < top)
        top = row;
    else if (hint == PositionAtBottom || row >= top + page)
        top = row - page + 1;
    verticalScrollBar()->setValue(top);
}

void LogView::showRow(int row)
{
    const QModelIndex index = m_model.index(row, 0);
    if (!index.isValid())
        return;
    const bool inSight = row >= topRow() && row < topRow() + rowsPerPage();
    setCurrentIndex(index);
    if (!inSight)
        scrollTo(index, PositionAtCenter);
}

void LogView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    viewport()->update();
    if (current.isValid())
        setFollowing(false);
    if (!m_pressed)
        Q_EMIT currentRowChanged(current.isValid() ? current.row() : -1);
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = true;
    QAbstractItemView::mousePressEvent(event);
}

void LogView::mouseReleaseEvent(QMouseEvent *event)
{
    QAbstractItemView::mouseReleaseEvent(event);
    if (std::exchange(m_pressed, false) && currentIndex().isValid())
        Q_EMIT currentRowChanged(currentIndex().row());
}

QModelIndex LogView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (rows() == 0)
        return {};
    const int start = m_following ? rows() - 1 : topRow();
    int row = currentIndex().isValid() ? currentIndex().row() : start;
    switch (action) {
    case MoveUp:
    case MovePrevious:
        --row;
        break;
    case MoveDown:
    case MoveNext:
        ++row;
        break;
    case MovePageUp:
        row -= rowsPerPage();
        break;
    case MovePageDown:
        row += rowsPerPage();
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = rows() - 1;
        break;
    case MoveLeft:
        horizontalScrollBar()->triggerAction(QScrollBar::SliderSingleStepSub);
        break;
    case MoveRight:
        horizontalScrollBar()->triggerAction(QScrollBar::SliderSingleStepAdd);
        break;
    }
    return m_model.index(std::clamp(row, 0, rows() - 1), 0);
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    QAbstractItemView::keyPressEvent(event);
    if (event->key() == Qt::Key_End)
        setFollowing(true);
}

/// Unlike the base class's: the focus alone chooses no row.
void LogView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

int LogView::horizontalOffset() const
{
    return horizontalScrollBar()->value();
}

int LogView::verticalOffset() const
{
    return topRow() * m_rowHeight;
}

bool LogView::isIndexHidden(const QModelIndex &) const
{
    return false;
}

void LogView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    if (rows() == 0)
        return;
    const int first = std::clamp(topRow() + rect.top() / m_rowHeight, 0, rows() - 1);
    const int last = std::clamp(topRow() + rect.bottom() / m_rowHeight, 0, rows() - 1);
    selectionModel()->select(QItemSelection(m_model.index(first, 0), m_model.index(last, 0)), command);
}

QRegion LogView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    const int bottom = topRow() + rowsPerPage();
    for (const QItemSelectionRange &range : selection) {
        const int first = std::max(range.top(), topRow());
        const int last = std::min(range.bottom(), bottom);
        if (first <= last)
            region += QRect(0, (first - topRow()) * m_rowHeight, viewport()->width(),
                            (last - first + 1) * m_rowHeight);
    }
    return region;
}

QList<int> LogView::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void LogView::copySelection() const
{
    const QList<int> rows = selectedRows();
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setText(m_model.textOf(rows));
}

void LogView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    LogRowStyle style;
    style.palette = palette();
    style.font = font();
    style.nameWidth = m_nameWidth;
    const int offset = horizontalOffset();
    const int last = std::min(topRow() + rowsPerPage() + 1, rows());
    int widest = m_widest;
    for (int row = topRow(); row < last; ++row) {
        const LogLine &line = m_model.line(row);
        const QModelIndex index = m_model.index(row, 0);
        style.selected = selectionModel()->isSelected(index);
        style.memberColour = memberColour(m_places.value(line.memberId), style.palette);
        style.memberName = m_namesShown ? m_model.memberName(line.memberId) : QString();
        const QRect rect(-offset, (row - topRow()) * m_rowHeight, viewport()->width() + offset, m_rowHeight);
        widest = std::max(widest, paintLogRow(painter, rect, line, m_model.search(), style));
        if (index == currentIndex() && hasFocus()) {
            painter.setPen(QPen(style.palette.color(QPalette::Text), 1, Qt::DotLine));
            painter.drawRect(QRect(0, rect.top(), viewport()->width() - 1, m_rowHeight - 1));
        }
    }
    if (widest > m_widest)
        noteWidth(widest);
}

/// Not while painting: a scroll bar that appears would paint again.
void LogView::noteWidth(int width)
{
    m_widest = width;
    QMetaObject::invokeMethod(this, &LogView::updateGeometries, Qt::QueuedConnection);
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    const int current = currentIndex().isValid() ? currentIndex().row() - topRow() : -1;
    const bool wasInSight = current >= 0 && current < event->oldSize().height() / m_rowHeight;
    updateGeometries();
    if (!m_following && wasInSight && current >= rowsPerPage())
        moveTop(currentIndex().row() - rowsPerPage() + 1);
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractItemView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        measure();
        updateGeometries();
    }
}

bool LogView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractItemView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QModelIndex index = indexAt(help->pos());
    const qint64 time = index.isValid() ? m_model.line(index.row()).timeNano : 0;
    if (time == 0) {
        QToolTip::hideText();
        return true;
    }
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time / 1'000'000);
    QToolTip::showText(help->globalPos(),
                       tr("%1, %2", "member, time")
                           .arg(m_model.memberName(m_model.line(index.row()).memberId),
                                local.toString(u"yyyy-MM-dd HH:mm:ss.zzz t"_s)),
                       viewport());
    return true;
}

} // namespace zoodock
