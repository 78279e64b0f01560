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
#include <QtWidgets/QToolTip>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

LogView::LogView(LogModel &model, QWidget *parent)
    : FollowView(parent)
    , m_model(model)
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setAccessibleName(tr("Log"));
    measure();
    setModel(&model);
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
