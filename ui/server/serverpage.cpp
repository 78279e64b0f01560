// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/server/serverpage.h"

#include "clusters/clustermonitor.h"
#include "clusters/clusterstore.h"
#include "ui/look/icons.h"
#include "ui/look/labels.h"
#include "ui/look/meaning.h"
#include "ui/server/answerview.h"

#include <QtGui/QClipboard>
#include <QtGui/QDesktopServices>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeWidget>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int nameRole = Qt::UserRole;

QToolButton *makeButton(const QString &icon, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    if (!icon.isEmpty())
        button->setIcon(actionIcon(icon));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    return button;
}

} // namespace

ServerPage::ServerPage(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_inspector(services.engines, services.store)
{
    build();
    connectParts();
    tint();
}

/// The questions go before the inspector that they were put to.
ServerPage::~ServerPage()
{
    forgetQuestions();
}

void ServerPage::build()
{
    m_members = new QComboBox(this);
    auto *memberLabel = new QLabel(tr("M&ember:"), this);
    memberLabel->setBuddy(m_members);
    m_list = new QTreeWidget(this);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setAccessibleName(tr("What to ask"));
    m_words = new QTreeWidgetItem(m_list, {tr("Four-letter words")});
    m_pages = new QTreeWidgetItem(m_list, {tr("AdminServer")});
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
    m_noPages = new QLabel(this);
    m_noPages->setWordWrap(true);
    m_noPages->setTextFormat(Qt::PlainText);
    m_noPages->setObjectName(u"noAdminServer"_s);

    m_title = new QLabel(this);
    setTextScale(m_title, 1.2, true);
    m_state = new QLabel(this);
    m_problem = new QLabel(this);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->setObjectName(u"serverProblem"_s);
    m_problem->hide();
    m_filter = new QLineEdit(this);
    m_filter->setPlaceholderText(tr("Show only rows with…"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Show only rows with this text"));
    m_filter->setToolTip(tr("Show only rows with this text (Ctrl+F)"));
    m_refresh = makeButton(u"refresh"_s, tr("Ask again"), this);
    m_refresh->setToolTip(tr("Ask the server again (F5)"));
    m_copy = makeButton(u"copy"_s, tr("Copy"), this);
    m_copy->setToolTip(tr("Copy the whole answer as a table"));
    m_browser = makeButton({}, tr("Open in browser"), this);
    m_view = new AnswerView(this);

    auto *side = new QWidget(this);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 0, 0, 0);
    auto *memberRow = new QHBoxLayout;
    memberRow->addWidget(memberLabel);
    memberRow->addWidget(m_members, 1);
    sideLayout->addLayout(memberRow);
    sideLayout->addWidget(m_list, 1);
    sideLayout->addWidget(m_noPages);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_state);
    head->addWidget(m_filter, 1);
    for (QToolButton *button : {m_refresh, m_copy, m_browser})
        head->addWidget(button);
    auto *main = new QWidget(this);
    auto *mainLayout = new QVBoxLayout(main);
    mainLayout->setContentsMargins(0, 0, 0, 0);
    mainLayout->addLayout(head);
    mainLayout->addWidget(m_problem);
    mainLayout->addWidget(m_view, 1);
    auto *split = new QSplitter(this);
    split->setChildrenCollapsible(false);
    split->addWidget(side);
    split->addWidget(main);
    split->setStretchFactor(1, 1);
    split->setSizes({fontMetrics().averageCharWidth() * 48, fontMetrics().averageCharWidth() * 110});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 12, 20, 12);
    layout->addWidget(split);
}

void ServerPage::connectParts()
{
    connect(m_members, &QComboBox::currentIndexChanged, this, &ServerPage::onMemberChosen);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ServerPage::ask);
    connect(m_refresh, &QToolButton::clicked, this, &ServerPage::refresh);
    connect(m_copy, &QToolButton::clicked, this, &ServerPage::copy);
    connect(m_browser, &QToolButton::clicked, this, &ServerPage::openInBrowser);
    connect(m_filter, &QLineEdit::textChanged, m_view, &AnswerView::setFilter);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    const auto ifShown = [this](const QString &name) {
        if (name == m_cluster)
            refreshMembers();
    };
    connect(&m_services.store, &ClusterStore::clusterAdded, this, ifShown);
    connect(&m_services.store, &ClusterStore::clusterReset, this, ifShown);
    connect(&m_services.store, &ClusterStore::clusterRemoved, this, ifShown);
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentItem(m_words->child(0));
}

void ServerPage::showCluster(const QString &name)
{
    if (name == m_cluster)
        return;
    m_cluster = name;
    refreshMembers();
}

void ServerPage::showMember(int memberId)
{
    if (const int index = m_members->findData(memberId); index >= 0)
        m_members->setCurrentIndex(index);
}

int ServerPage::member() const
{
    return m_members->currentData().toInt();
}

void ServerPage::refreshMembers()
{
    const int before = member();
    const ClusterStatus *status = m_services.store.cluster(m_cluster);
    {
        const QSignalBlocker quiet(m_members);
        m_members->clear();
        for (const MemberStatus &member : status ? status->members : QList<MemberStatus>())
            m_members->addItem(member.wanted.name, member.wanted.id);
        m_members->setCurrentIndex(std::max(m_members->findData(before), 0));
    }
    onMemberChosen();
}

void ServerPage::onMemberChosen()
{
    forgetQuestions();
    showPages({});
    m_noPages->hide();
    refresh();
}

void ServerPage::refresh()
{
    askForPages();
    ask();
}

void ServerPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

/// F5 is the window's; here it asks this server as well.
bool ServerPage::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F5) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ServerPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_F5) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_services.monitor.refresh();
    refresh();
}

void ServerPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    forgetQuestions();
}

void ServerPage::forgetQuestions()
{
    delete m_question;
    delete m_pagesQuestion;
}

void ServerPage::ask()
{
    delete m_question;
    const QTreeWidgetItem *item = m_list->currentItem();
    if (!isVisible() || !item || !item->parent() || member() == 0)
        return;
    const QString name = item->data(0, nameRole).toString();
    const bool isWord = item->parent() == m_words;
    m_title->setText(isWord ? item->text(0) : name);
    m_state->setText(tr("asking…"));
    ValueOperation<ServerAnswer> *question = isWord ? m_inspector.ask(m_cluster, member(), name, this)
                                                    : m_inspector.askAdmin(m_cluster, member(), name, this);
    m_question = question;
    connect(question, &Operation::finished, this, [this, question] {
        question->deleteLater();
        take(question->result());
    });
    question->start();
}

void ServerPage::take(const Result<ServerAnswer> &answer)
{
    m_problem->setVisible(!answer);
    m_problem->setText(answer ? QString() : answer.error().message());
    m_answer = answer ? *answer : ServerAnswer();
    m_state->setText(
        answer ? tr("asked at %1").arg(locale().toString(m_answer.at.toLocalTime().time(), u"HH:mm:ss"_s))
               : QString());
    m_view->setTables(m_answer.tables);
    m_copy->setEnabled(answer.has_value());
}

void ServerPage::askForPages()
{
    delete m_pagesQuestion;
    const QUrl url = m_inspector.adminUrl(m_cluster, member());
    m_browser->setVisible(!url.isEmpty());
    m_browser->setToolTip(tr("Open %1").arg(url.toString()));
    if (!isVisible() || member() == 0)
        return;
    auto *question = m_inspector.adminPages(m_cluster, member(), this);
    m_pagesQuestion = question;
    connect(question, &Operation::finished, this, [this, question] {
        question->deleteLater();
        const Result<QStringList> pages = question->result();
        m_noPages->setVisible(!pages);
        m_noPages->setText(pages ? QString() : pages.error().message());
        m_browser->setVisible(pages.has_value());
        showPages(pages ? *pages : QStringList());
    });
    question->start();
}

void ServerPage::showPages(const QStringList &pages)
{
    QStringList wanted;
    for (const QString &page : pages) {
        if (!ServerInspector::changesSomething(page))
            wanted.append(page);
    }
    QStringList shown;
    for (int i = 0; i < m_pages->childCount(); ++i)
        shown.append(m_pages->child(i)->data(0, nameRole).toString());
    if (shown == wanted)
        return;
    const bool wasPage = m_list->currentItem() && m_list->currentItem()->parent() == m_pages;
    if (wasPage) // its item goes
        m_list->setCurrentItem(m_words->child(0));
    qDeleteAll(m_pages->takeChildren());
    for (const QString &page : std::as_const(wanted))
        (new QTreeWidgetItem(m_pages, {page}))->setData(0, nameRole, page);
    m_pages->setHidden(wanted.isEmpty());
    m_pages->setExpanded(true);
}

void ServerPage::copy()
{
    QString text;
    for (const TextTable &table : std::as_const(m_answer.tables))
        text += table.tabbed();
    if (text.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT said(tr("The answer is copied."));
}

void ServerPage::openInBrowser()
{
    QUrl url = m_inspector.adminUrl(m_cluster, member());
    if (url.isEmpty())
        return;
    const QTreeWidgetItem *item = m_list->currentItem();
    if (item && item->parent() == m_pages)
        url.setPath(url.path() + u'/' + item->data(0, nameRole).toString());
    if (!QDesktopServices::openUrl(url))
        Q_EMIT said(tr("No browser could be started. The address is %1").arg(url.toString()));
}

void ServerPage::tint()
{
    setQuietText(m_state);
    setQuietText(m_noPages);
    setTextMeaning(m_problem, Meaning::Looking);
}

void ServerPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_view)
        tint();
}

} // namespace zoodock
