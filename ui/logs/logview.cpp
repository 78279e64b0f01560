// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logview.h"

#include "itemmodels/logmodel.h"
#include "ui/logs/logpainter.h"
#include "ui/logs/membercolours.h"

#include <QtCore/QDateTime>
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

namespace
{

constexpr qsizetype mostRemembered = 10'000; ///< chosen rows; of more the current one alone is found again

} // namespace

LogView::LogView(LogModel &model, QWidget *parent)
    : FollowView(parent)
    , m_model(model)
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setAccessibleName(tr("Log"));
    measure();
    setModel(&model);
    // After the view and its selection, which forget all.
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &LogView::rememberPlace);
    connect(&model, &QAbstractItemModel::modelReset, this, &LogView::returnToPlace);
    connect(&model, &LogModel::matchesChanged, viewport(), qOverload<>(&QWidget::update));
}

LogView::~LogView() = default;

void LogView::measure()
{
    setRowHeight(fontMetrics().height() + 2);
    m_nameWidth = 0;
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    for (auto place = m_places.cbegin(); place != m_places.cend(); ++place)
        m_nameWidth =
            std::max(m_nameWidth, metrics.horizontalAdvance(m_model.memberName(place.key()) + u"  "_s));
}

void LogView::rememberPlace()
{
    if (rows() == 0)
        return;
    const int current = currentIndex().isValid() ? currentIndex().row() : -1;
    if (current >= 0) {
        m_current = m_model.line(current);
        m_chosen.clear();
        const QList<int> selected = selectedRows();
        for (int row : selected.size() <= mostRemembered ? selected : QList<int>{current})
            m_chosen.append(m_model.line(row));
    }
    const bool inSight = current >= topRow() && current < topRow() + rowsPerPage();
    if (current < 0 && m_anchor && topRow() == m_returnedTo)
        return; // it is hidden now, and nobody has gone elsewhere
    m_anchorRow = current >= 0 && inSight ? current - topRow() : 0;
    m_anchor = m_model.line(topRow() + m_anchorRow);
}

void LogView::returnToPlace()
{
    const auto rowOf = [this](const LogLine &line) {
        const int row = m_model.placeOf(line);
        return m_model.shows(line, row) ? row : -1;
    };
    QList<int> selected;
    for (const LogLine &line : std::as_const(m_chosen)) {
        if (const int row = rowOf(line); row >= 0)
            selected.append(row);
    }
    const int current = m_current ? rowOf(*m_current) : -1;
    if (current >= 0 || !selected.isEmpty())
        restoreRows(selected, current);
    if (m_anchor)
        restoreTop(m_model.placeOf(*m_anchor) - m_anchorRow);
    m_returnedTo = topRow();
}

void LogView::forgetPlace()
{
    m_chosen.clear();
    m_current.reset();
    m_anchor.reset();
    setFollowing(true);
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

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    FollowView::keyPressEvent(event);
}

void LogView::copySelection() const
{
    const QList<int> rows = selectedRows();
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setText(m_model.textOf(rows));
}

void LogView::showMatch(int row)
{
    showRow(row);
    const ShownLogText shown = shownLogText(m_model.line(row));
    const auto places = m_model.search().places(shown.raw);
    if (places.isEmpty())
        return;
    const auto [start, length] = places.constFirst();
    const int text = logGutterWidth(rowHeight()) + (m_namesShown ? m_nameWidth : 0);
    const int left = text + fontMetrics().horizontalAdvance(shown.text.left(shown.placeOf(start)));
    const int right = text + fontMetrics().horizontalAdvance(shown.text.left(shown.placeOf(start + length)));
    setWidest(text + fontMetrics().horizontalAdvance(shown.text) + rowHeight());
    updateGeometries(); // the bar may not reach so far yet
    QScrollBar *bar = horizontalScrollBar();
    const int page = viewport()->width();
    if (right <= page)
        bar->setValue(0);
    else if (left < bar->value() || right > bar->value() + page)
        bar->setValue(left - page / 4);
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
    int widest = 0;
    for (int row = topRow(); row < last; ++row) {
        const LogLine &line = m_model.line(row);
        const QModelIndex index = m_model.index(row, 0);
        style.selected = selectionModel()->isSelected(index);
        style.memberColour = memberColour(m_places.value(line.memberId), style.palette);
        style.memberName = m_namesShown ? m_model.memberName(line.memberId) : QString();
        const QRect rect(-offset, (row - topRow()) * rowHeight(), viewport()->width() + offset, rowHeight());
        widest = std::max(widest, paintLogRow(painter, rect, line, m_model.search(), style));
        if (index == currentIndex() && hasFocus()) {
            painter.setPen(QPen(style.palette.color(QPalette::Text), 1, Qt::DotLine));
            painter.drawRect(QRect(0, rect.top(), viewport()->width() - 1, rowHeight() - 1));
        }
    }
    setWidest(widest);
}

void LogView::changeEvent(QEvent *event)
{
    FollowView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measure();
}

bool LogView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return FollowView::viewportEvent(event);
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
