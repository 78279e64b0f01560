// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/server/questionlist.h"

#include "clusters/serverinspector.h"

namespace zoodock
{

namespace
{

constexpr int nameRole = Qt::UserRole;

} // namespace

QuestionList::QuestionList(QWidget *parent)
    : QTreeWidget(parent)
    , m_words(new QTreeWidgetItem(this, {tr("Four-letter words")}))
    , m_pages(new QTreeWidgetItem(this, {tr("AdminServer")}))
{
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setAccessibleName(tr("What to ask"));
    for (QTreeWidgetItem *group : {m_words, m_pages}) {
        group->setFlags(Qt::ItemIsEnabled);
        group->setExpanded(true);
    }
    for (const QString &word : ServerInspector::words()) {
        auto *item = new QTreeWidgetItem(
            m_words,
            {tr("%1 – %2", "four-letter word, what it asks for").arg(word, ServerInspector::titleOf(word))});
        item->setData(0, nameRole, word);
        item->setToolTip(0, item->text(0));
    }
    m_pages->setHidden(true);
    setCurrentItem(m_words->child(0));
    connect(this, &QTreeWidget::currentItemChanged, this, &QuestionList::chosenChanged);
}

QuestionList::Question QuestionList::chosen() const
{
    const QTreeWidgetItem *item = currentItem();
    if (!item || !item->parent())
        return {};
    return {item->data(0, nameRole).toString(), item->text(0), item->parent() == m_pages};
}

void QuestionList::setPages(const QStringList &pages)
{
    QStringList wanted;
    for (const QString &page : pages) {
        if (!ServerInspector::changesSomething(page))
            wanted.append(page);
    }
    QStringList shown;
    for (int i = 0; i < m_pages->childCount(); ++i)
        shown.append(m_pages->child(i)->data(0, nameRole).toString());
    for (int i = 0; i < m_pages->childCount(); ++i) {
        m_pages->child(i)->setDisabled(false);
        m_pages->child(i)->setToolTip(0, {});
    }
    if (shown == wanted)
        return;
    if (chosen().isPage) // its item goes
        setCurrentItem(m_words->child(0));
    qDeleteAll(m_pages->takeChildren());
    for (const QString &page : std::as_const(wanted))
        (new QTreeWidgetItem(m_pages, {page}))->setData(0, nameRole, page);
    m_pages->setHidden(wanted.isEmpty());
    m_pages->setExpanded(true);
}

void QuestionList::disablePages(const QString &reason)
{
    for (int i = 0; i < m_pages->childCount(); ++i) {
        m_pages->child(i)->setDisabled(true);
        m_pages->child(i)->setToolTip(0, reason);
    }
}

} // namespace zoodock
