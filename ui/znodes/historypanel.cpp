// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/historypanel.h"

#include "ui/look/textformat.h"
#include "ui/znodes/texteditor.h"

#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTreeWidget>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype mostValues = 500;
constexpr qsizetype mostBytes = 32 * 1024 * 1024;
constexpr qsizetype longestDiff = 200'000; // characters

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
    const bool follows = m_seen.isEmpty() || m_list->currentItem() == m_list->topLevelItem(0);
    m_seen.append({value, utc, missed});
    auto *item = new QTreeWidgetItem;
    item->setText(0, QLocale().toString(utc.toLocalTime().time(), u"HH:mm:ss.zzz"_s));
    item->setToolTip(0, exactTimeText(utc));
    item->setText(1, QString::number(value.stat.version));
    item->setText(2, tr("%n byte(s)", nullptr, int(value.bytes.size())));
    if (missed > 0)
        item->setText(3, tr("%n change(s) before this one were not seen", nullptr, int(missed)));
    else if (missed < 0)
        item->setText(3, tr("The znode was deleted and made anew before this"));
    else if (m_seen.size() == 1)
        item->setText(3, tr("As it was when you opened it"));
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
        bytes += seen.value.bytes.size();
    while (m_seen.size() > mostValues || (bytes > mostBytes && m_seen.size() > 2)) {
        bytes -= m_seen.takeFirst().value.bytes.size();
        delete m_list->takeTopLevelItem(m_list->topLevelItemCount() - 1);
    }
}

QString HistoryPanel::textOf(const QByteArray &bytes)
{
    const ValueReading reading = readingOf(bytes);
    if (const auto text = decodedText(bytes, reading.charset); reading.isText && text) {
        const Result<QString> pretty = prettyPrinted(*text, reading.format);
        return pretty.value_or(*text);
    }
    QStringList lines;
    for (qsizetype i = 0; i < bytes.size(); i += 16)
        lines.append(hexPairs(bytes.mid(i, 16)));
    return lines.join(u'\n');
}

void HistoryPanel::showDifference()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    const qsizetype index = m_seen.size() - 1 - row;
    if (row < 0 || index < 0 || index >= m_seen.size())
        return;
    const QString now = textOf(m_seen.at(index).value.bytes);
    const QString before = index > 0 ? textOf(m_seen.at(index - 1).value.bytes) : now;
    if (now.size() + before.size() > longestDiff) {
        m_difference->setDiff({{DiffLine::Kind::Same, tr("The values are too long to be compared here.")}});
        return;
    }
    m_difference->setDiff(index > 0 ? shortened(lineDiff(before, now), 3) : lineDiff(now, now));
}

} // namespace zoodock
