// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/statpanel.h"

#include "ui/look/textformat.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

enum StatColumn { NameColumn, ValueColumn, MeaningColumn };

struct Kind
{
    QString name;
    QString meaning;
};

Kind kindOf(const ZnodeStat &stat, qint64 ownSession)
{
    switch (stat.kind()) {
    case ZnodeKind::Persistent:
        return {StatPanel::tr("Persistent, container or TTL"),
                StatPanel::tr("the server does not tell which of them")};
    case ZnodeKind::Ephemeral:
        return {StatPanel::tr("Ephemeral"),
                stat.ownerSession() == ownSession
                    ? StatPanel::tr("goes when this connection ends (session %1)").arg(hexText(ownSession))
                    : StatPanel::tr("goes when session %1 ends").arg(hexText(stat.ownerSession()))};
    case ZnodeKind::Container:
        return {StatPanel::tr("Container"), StatPanel::tr("the server deletes it after its last child went")};
    case ZnodeKind::Ttl:
        return {StatPanel::tr("TTL"),
                StatPanel::tr("the server deletes it once it was left alone for %1 ms and has no children")
                    .arg(QLocale().toString(stat.ttlMilliseconds()))};
    }
    return {};
}

} // namespace

StatPanel::StatPanel(QWidget *parent)
    : QTreeWidget(parent)
{
    setAccessibleName(tr("Stat"));
    setHeaderLabels({tr("Field"), tr("Value"), tr("Meaning")});
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    header()->setSectionResizeMode(NameColumn, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(ValueColumn, QHeaderView::ResizeToContents);
}

void StatPanel::setLine(int row, const QString &name, const QString &value, const QString &meaning)
{
    QTreeWidgetItem *item = topLevelItem(row);
    if (!item)
        item = new QTreeWidgetItem(this);
    item->setText(NameColumn, name);
    item->setText(ValueColumn, value);
    item->setText(MeaningColumn, meaning);
    item->setToolTip(MeaningColumn, meaning);
    item->setData(NameColumn, Qt::AccessibleTextRole, tr("%1: %2", "field, value").arg(name, value));
}

void StatPanel::setTime(int row, const QString &name, qint64 milliseconds)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
    setLine(row, name, utc.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s), exactTimeText(utc));
    const QString exact =
        tr("%1 UTC\n%2 ms since 1970").arg(utc.toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s)).arg(milliseconds);
    topLevelItem(row)->setToolTip(ValueColumn, exact);
    topLevelItem(row)->setToolTip(MeaningColumn, exact);
}

void StatPanel::setZxid(int row, const QString &name, qint64 zxid, const QString &meaning)
{
    setLine(row, name, hexText(zxid),
            tr("%1 (epoch %2, counter %3)", "meaning of a zxid")
                .arg(meaning)
                .arg(quint64(zxid) >> 32)
                .arg(quint64(zxid) & 0xffffffffU));
}

void StatPanel::setStat(const std::optional<ZnodeStat> &stat, qint64 ownSession)
{
    if (!stat) {
        clear();
        return;
    }
    const Kind kind = kindOf(*stat, ownSession);
    int row = 0;
    setLine(row++, tr("Kind"), kind.name, kind.meaning);
    setTime(row++, tr("Created"), stat->ctime);
    setTime(row++, tr("Modified"), stat->mtime);
    setLine(row++, tr("Version"), QString::number(stat->version), tr("changes of the value"));
    setLine(row++, tr("Children version"), QString::number(stat->cversion),
            tr("changes of the list of children"));
    setLine(row++, tr("ACL version"), QString::number(stat->aversion), tr("changes of the ACL"));
    setLine(row++, tr("Size"), tr("%Ln byte(s)", nullptr, stat->dataLength),
            stat->dataLength < 1024 ? tr("length of the value") : memoryText(stat->dataLength));
    setLine(row++, tr("Children"), QLocale().toString(stat->numChildren), tr("znodes directly below"));
    setZxid(row++, u"czxid"_s, stat->czxid, tr("creation of the znode"));
    setZxid(row++, u"mzxid"_s, stat->mzxid, tr("last change of the value"));
    setZxid(row++, u"pzxid"_s, stat->pzxid, tr("last child added or removed"));
    setLine(row++, u"ephemeralOwner"_s, hexText(stat->ephemeralOwner),
            stat->ephemeralOwner == 0 ? tr("none") : kind.meaning);
}

void StatPanel::copy()
{
    QStringList lines;
    for (int row = 0; row < topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = topLevelItem(row);
        if (item->isSelected())
            lines.append(selectedItems().size() == 1
                             ? item->text(ValueColumn)
                             : u"%1\t%2"_s.arg(item->text(NameColumn), item->text(ValueColumn)));
    }
    if (lines.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    Q_EMIT said(tr("Copied %1").arg(lines.first()));
}

void StatPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        QTreeWidget::keyPressEvent(event);
}

} // namespace zoodock
