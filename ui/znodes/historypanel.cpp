// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/historypanel.h"

#include "ui/look/textformat.h"
#include "ui/znodes/changes/diffcolumn.h"
#include "ui/znodes/text/texteditor.h"

#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTreeWidget>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype mostValues = 500;
constexpr qsizetype mostBytes = 32 * 1024 * 1024;
constexpr qsizetype longestDiff = 200'000; // characters

/// In one form, so that each difference is one of the values: laid out where that can be done to both.
QStringList laidOutAlike(const QByteArray &before, const QByteArray &now)
{
    const QStringList shown = comparableValues({before, now});
    const ValueReading first = readingOf(before);
    const ValueReading second = readingOf(now);
    const bool areAlike = first.format == second.format || before.isEmpty() || now.isEmpty();
    if (!first.isText || !second.isText || !areAlike)
        return shown;
    const Result<QString> one = prettyPrinted(shown.at(0), first.format);
    const Result<QString> other = prettyPrinted(shown.at(1), second.format);
    return one && other ? QStringList{*one, *other} : shown;
}

} // namespace

HistoryPanel::HistoryPanel(QWidget *parent)
    : QWidget(parent)
    , m_list(new QTreeWidget(this))
    , m_difference(new TextEditor(tr("Difference to the value before"), this))
{
    m_list->setAccessibleName(tr("Values seen"));
    m_list->setHeaderLabels({tr("Seen at"), tr("Version"), tr("Size"), tr("Remark")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_difference->setDiff({});
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(m_difference);
    splitter->setSizes({530, 270}); // the share of each: four columns, and text that scrolls
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &HistoryPanel::showDifference);
}

void HistoryPanel::clear()
{
    m_seen.clear();
    m_list->clear();
    m_difference->setDiff({});
}

void HistoryPanel::add(const ZnodeValue &value, const QDateTime &utc, qint64 missed)
{
    const bool isBack = !m_seen.isEmpty() && !m_seen.constLast().value;
    QString remark;
    if (missed > 0)
        remark = tr("%Ln change(s) before this one were not seen", nullptr, int(missed));
    else if (isBack)
        remark = tr("Created again");
    else if (missed < 0)
        remark = tr("The znode was deleted and made anew before this");
    else if (m_seen.isEmpty())
        remark = tr("As it was when you opened it");
    insert({value, utc, missed}, {QString::number(value.stat.version),
                                  tr("%Ln byte(s)", nullptr, int(value.bytes.size())), remark});
}

void HistoryPanel::addDeletion(const QDateTime &utc)
{
    if (!m_seen.isEmpty() && m_seen.constLast().value)
        insert({{}, utc, 0}, {{}, {}, tr("Deleted")});
}

int HistoryPanel::count() const
{
    return int(std::count_if(m_seen.cbegin(), m_seen.cend(),
                             [](const Seen &seen) { return seen.value.has_value(); }));
}

void HistoryPanel::insert(const Seen &seen, const QStringList &columns)
{
    const bool follows = m_seen.isEmpty() || m_list->currentItem() == m_list->topLevelItem(0);
    m_seen.append(seen);
    auto *item = new QTreeWidgetItem;
    item->setText(0, QLocale().toString(seen.at.toLocalTime().time(), u"HH:mm:ss.zzz"_s));
    item->setToolTip(0, exactTimeText(seen.at));
    for (int column = 1; column <= columns.size(); ++column)
        item->setText(column, columns.at(column - 1));
    item->setToolTip(3, item->text(3));
    m_list->insertTopLevelItem(0, item);
    forgetOldest();
    if (follows)
        m_list->setCurrentItem(item);
}

void HistoryPanel::forgetOldest()
{
    qsizetype bytes = 0;
    for (const Seen &seen : std::as_const(m_seen))
        bytes += seen.value ? seen.value->bytes.size() : 0;
    while (m_seen.size() > mostValues || (bytes > mostBytes && m_seen.size() > 2)) {
        const Seen oldest = m_seen.takeFirst();
        bytes -= oldest.value ? oldest.value->bytes.size() : 0;
        delete m_list->takeTopLevelItem(m_list->topLevelItemCount() - 1);
    }
}

const ZnodeValue *HistoryPanel::valueBefore(qsizetype index) const
{
    while (--index >= 0) {
        if (m_seen.at(index).value)
            return &*m_seen.at(index).value;
    }
    return nullptr;
}

void HistoryPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isBehind)
        showDifference();
}

/// Only where it is seen: the values may be large, and change often.
void HistoryPanel::showDifference()
{
    m_isBehind = !isVisible();
    if (m_isBehind)
        return;
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    const qsizetype index = m_seen.size() - 1 - row;
    if (row < 0 || index < 0 || index >= m_seen.size())
        return;
    const std::optional<ZnodeValue> &value = m_seen.at(index).value;
    const ZnodeValue *former = valueBefore(index);
    const QByteArray now = value ? value->bytes : QByteArray();
    const QStringList texts = laidOutAlike(former ? former->bytes : now, now);
    if (texts.at(0).size() + texts.at(1).size() > longestDiff) {
        m_difference->setDiff({{DiffLine::Kind::Same, tr("The values are too long to be compared here.")}});
        return;
    }
    const QList<DiffLine> diff = lineDiff(texts.at(0), texts.at(1));
    m_difference->setDiff(former ? shortened(diff, 3) : diff);
}

} // namespace zoodock
