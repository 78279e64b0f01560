// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/znodedelegate.h"

#include "itemmodels/znodetreemodel.h"
#include "ui/look/meaning.h"
#include "znodes/znodepath.h"
#include "znodes/znodestat.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtGui/QPixmapCache>
#include <QtWidgets/QToolTip>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

Look lookOfKind(const QVariant &kind)
{
    if (!kind.isValid())
        return {Glyph::Dots, Meaning::Unknown};
    switch (ZnodeKind(kind.toInt())) {
    case ZnodeKind::Persistent:
        return {Glyph::Disc, Meaning::Observer};
    case ZnodeKind::Ephemeral:
        return {Glyph::DashedRing, Meaning::Looking};
    case ZnodeKind::Container:
        return {Glyph::Square, Meaning::Observer};
    case ZnodeKind::Ttl:
        return {Glyph::HalfDisc, Meaning::Looking};
    }
    return {};
}

QPixmap picture(Look look, int size, double ratio, const QColor &colour)
{
    const QString key = u"znode-%1-%2-%3-%4"_s.arg(int(look.glyph)).arg(size).arg(ratio).arg(colour.name());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintGlyph(painter, look.glyph, QRectF(0, 0, size, size).adjusted(2, 2, -2, -2), colour);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace

QString znodeKindText(int kind)
{
    switch (ZnodeKind(kind)) {
    case ZnodeKind::Persistent:
        return ZnodeDelegate::tr("Persistent, container or TTL: the server does not tell which");
    case ZnodeKind::Ephemeral:
        return ZnodeDelegate::tr("Ephemeral: goes with the session that made it");
    case ZnodeKind::Container:
        return ZnodeDelegate::tr("Container: goes some time after its last child");
    case ZnodeKind::Ttl:
        return ZnodeDelegate::tr("TTL: goes when it was left alone for its time to live");
    }
    return {};
}

ZnodeDelegate::ZnodeDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void ZnodeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() != ZnodeTreeModel::NameColumn)
        return;
    const bool failed = !index.data(ZnodeTreeModel::ErrorRole).toString().isEmpty();
    const Look look =
        failed ? Look{Glyph::Warning, Meaning::Down} : lookOfKind(index.data(ZnodeTreeModel::KindRole));
    const bool selected = option->state.testFlag(QStyle::State_Selected);
    const QColor colour =
        selected ? option->palette.color(QPalette::HighlightedText) : colourOf(look.meaning, option->palette);
    const int size = option->fontMetrics.height();
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(size, size);
    option->icon = picture(look, size, option->widget ? option->widget->devicePixelRatioF() : 1.0, colour);
    if (index.data(ZnodeTreeModel::LoadingRole).toBool())
        option->text += u" …"_s;
    if (index.data(ZnodeTreeModel::StaleRole).toBool())
        option->palette.setColor(QPalette::Text, quietTextColour(option->palette));
}

bool ZnodeDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStringList lines{legibleName(index.data(ZnodeTreeModel::PathRole).toString())};
    if (const QVariant kind = index.siblingAtColumn(0).data(ZnodeTreeModel::KindRole); kind.isValid())
        lines.append(znodeKindText(kind.toInt()));
    if (const QString error = index.siblingAtColumn(0).data(ZnodeTreeModel::ErrorRole).toString();
        !error.isEmpty())
        lines.append(error);
    QToolTip::showText(event->globalPos(), lines.join(u'\n'));
    return true;
}

} // namespace zoodock
