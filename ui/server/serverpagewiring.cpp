// SPDX-License-Identifier: GPL-3.0-or-later
// Who hears whom on the server page.
#include "clusters/clusterstore.h"
#include "ui/server/answerview.h"
#include "ui/server/serverpage.h"
#include "ui/server/serverquestions.h"
#include "ui/server/serverside.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

namespace zoodock
{

void ServerPage::connectParts()
{
    connect(m_side, &ServerSide::memberChosen, this, &ServerPage::onMemberChosen);
    connect(m_side, &ServerSide::questionChosen, this, &ServerPage::ask);
    connect(m_questions, &ServerQuestions::answered, this,
            [this](const ServerAnswer &answer) { take(answer, {}); });
    connect(m_questions, &ServerQuestions::notAnswered, this,
            [this](const Error &why) { take({}, why.message()); });
    connect(m_questions, &ServerQuestions::pagesKnown, this,
            [this](const QStringList &pages) { takePages(pages, {}); });
    connect(m_questions, &ServerQuestions::noPages, this,
            [this](const Error &why) { takePages({}, why.message()); });
    connect(m_refresh, &QToolButton::clicked, this, &ServerPage::refresh);
    connect(m_copy, &QToolButton::clicked, this, &ServerPage::copy);
    connect(m_browser, &QToolButton::clicked, this, &ServerPage::openInBrowser);
    connect(m_filter, &QLineEdit::textChanged, m_view, &AnswerView::setFilter);
    connect(m_problem, &ProblemLine::wanted, this, &ServerPage::takeRemedy);
    // Of the window, so that it works from the sidebar, too; only while this page is the one shown.
    auto *find = new QShortcut(QKeySequence::Find, this);
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
    connect(&m_services.store, &ClusterStore::memberChanged, this, [this](const QString &name, int id) {
        if (name == m_cluster && id == member())
            onMemberChanged();
    });
    connect(&m_services.store, &ClusterStore::clusterChanged, this, &ServerPage::offerRemedy);
    connect(&m_services.store, &ClusterStore::engineChanged, this, &ServerPage::offerRemedy);
}

} // namespace zoodock
