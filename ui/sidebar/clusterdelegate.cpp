// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/clusterdelegate.h"

#include "itemmodels/clustertreemodel.h"
#include "ui/look/meaning.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyle>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

Look lookOf(const QModelIndex &index)
{
    if (index.data(ClusterTreeModel::MemberIdRole).toInt() != 0)
        return lookOf(MemberState(index.data(ClusterTreeModel::StateRole).toInt()));
    if (index.data(ClusterTreeModel::AttentionRole).toBool())
        return {Glyph::Warning, Meaning::Looking};
    QuorumStatus quorum;
    quorum.established = index.data(ClusterTreeModel::QuorumRole).toInt() == 1;
    quorum.unconfirmed = index.data(ClusterTreeModel::QuorumRole).toInt() == 2;
    quorum.known = index.data(ClusterTreeModel::QuorumRole).toInt() != 3;
    return lookOf(quorum);
}

/// What stands at the right, as much as fits into `room`; the glyph says it, too.
QString wordAndCount(const QModelIndex &index, const QFontMetrics &metrics, int room)
{
    const QString word = index.data(ClusterTreeModel::WordRole).toString();
    const QString count = index.data(ClusterTreeModel::CountRole).toString();
    const QString both = count.isEmpty() ? word : u"%1 %2"_s.arg(word, count);
    for (const QString &text : {both, count}) {
        if (metrics.horizontalAdvance(text) <= room)
            return text;
    }
    return {};
}

void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QString &text)
{
    const QRect row = option.rect.adjusted(4, 0, -12, -2);
    painter.save();
    QPalette colours = option.palette; // it is disabled, and still meant to be read
    colours.setCurrentColorGroup(QPalette::Active);
    painter.setPen(quietTextColour(colours));
    painter.drawText(row, Qt::AlignBottom | Qt::AlignLeading,
                     option.fontMetrics.elidedText(text, Qt::ElideRight, row.width()));
    painter.restore();
}

} // namespace

QSize ClusterDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 24, option.fontMetrics.height() + 12};
}

void ClusterDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem frame = option;
    initStyleOption(&frame, index);
    frame.text.clear();
    const QStyle *style = frame.widget ? frame.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &frame, painter, frame.widget);

    if (!index.flags().testFlag(Qt::ItemIsEnabled)) {
        paintHeading(*painter, option, index.data().toString());
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto group = option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor onSelection = option.palette.color(group, QPalette::HighlightedText);
    const bool stale = index.data(ClusterTreeModel::StaleRole).toBool();
    const Look look = lookOf(index);
    const QColor colour =
        selected ? onSelection : colourOf(stale ? Meaning::Unknown : look.meaning, option.palette);

    const QRect row = option.rect.adjusted(4, 0, -12, 0);
    const int side = option.fontMetrics.height();
    const bool isCluster = index.data(ClusterTreeModel::MemberIdRole).toInt() == 0;
    const QRect glyph(row.left(), row.center().y() - side / 2, side, side);
    QFont font = option.font;
    font.setBold(isCluster);
    constexpr int gap = 8;
    const QString text = index.data().toString();
    QRect name(glyph.right() + 8, row.top(), row.right() - glyph.right() - 8, row.height());
    // A member's role stays, beside however long a name; a cluster's name says more than its word.
    const int leastName = isCluster ? name.width() * 2 / 3 : name.width() / 2;
    const int wanted = std::min(QFontMetrics(font).horizontalAdvance(text), leastName);
    const QString word = wordAndCount(index, option.fontMetrics, name.width() - gap - wanted);
    if (!word.isEmpty())
        name.setRight(row.right() - option.fontMetrics.horizontalAdvance(word) - gap);

    painter->save();
    if (const QColor mark(index.data(ClusterTreeModel::ColourRole).toString()); mark.isValid())
        painter->fillRect(QStyle::visualRect(option.direction, row,
                                             QRect(row.left() - 4, row.top() + 4, 4, row.height() - 8)),
                          mark);
    paintGlyph(*painter, look.glyph, QStyle::visualRect(option.direction, row, glyph), colour);
    painter->setPen(colour);
    painter->drawText(QStyle::visualRect(option.direction, row, row), Qt::AlignVCenter | Qt::AlignRight,
                      word);
    painter->setFont(font);
    painter->setPen(selected ? onSelection
                    : stale  ? quietTextColour(option.palette)
                             : option.palette.color(group, QPalette::Text));
    painter->drawText(QStyle::visualRect(option.direction, row, name), Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(text, Qt::ElideMiddle, name.width()));
    painter->restore();
}

} // namespace zoodock
