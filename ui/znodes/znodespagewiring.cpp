// SPDX-License-Identifier: GPL-3.0-or-later
// Who hears whom on the znodes page.
#include "ui/znodes/znodespage.h"

#include "clusters/clusterstore.h"
#include "core/settings.h"
#include "ui/znodes/changes/changenotice.h"
#include "ui/znodes/changes/znodechanger.h"
#include "ui/znodes/changes/znodeleaving.h"
#include "ui/znodes/connection/connectionhint.h"
#include "ui/znodes/connection/connectionquestions.h"
#include "ui/znodes/draftbutton.h"
#include "ui/znodes/finding/missingnotice.h"
#include "ui/znodes/finding/pathbar.h"
#include "ui/znodes/finding/searchpanel.h"
#include "ui/znodes/treepane.h"
#include "ui/znodes/valuepane.h"
#include "ui/znodes/znodeactions.h"
#include "ui/znodes/znodecopying.h"
#include "ui/znodes/znodedetails.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>

namespace zoodock
{

void ZnodesPage::connectParts()
{
    connectSession();
    connectConnection();
    connectValue();
    connectFinding();
    connectActions();
    const auto *copying = new ZnodeCopying(*m_session, *m_actions, this);
    connect(copying, &ZnodeCopying::said, this, &ZnodesPage::said);
}

void ZnodesPage::connectConnection()
{
    connect(m_connection, &ConnectionLine::serverChosen, m_questions, &ConnectionQuestions::chooseMember);
    connect(m_connection, &ConnectionLine::readOnlyWanted, m_session, &ZnodeSession::setReadOnly);
    connect(m_connection, &ConnectionLine::settingsWanted, m_questions,
            &ConnectionQuestions::askForConnection);
    connect(m_hint, &ConnectionHint::wholeTreeWanted, m_questions, &ConnectionQuestions::connectToWholeTree);
    const auto showObstacle = [this] {
        const QString why = m_hint->whyNoServer();
        m_connection->setObstacle(why);
        m_value->setNoServer(!why.isEmpty());
    };
    connect(m_hint, &ConnectionHint::changed, this, showObstacle);
    showObstacle();
    connect(m_questions, &ConnectionQuestions::rootLeft, this, &ZnodesPage::leaveCluster);
    connect(m_questions, &ConnectionQuestions::targetSet, this,
            [this] { m_drafts->setPlace(m_session->cluster(), m_session->view().chroot); });
    connect(m_questions, &ConnectionQuestions::memberKept, this,
            [this] { m_connection->setServers(m_session->servers(), m_session->member()); });
    connect(m_changer, &ZnodeChanger::forgotten, m_questions, &ConnectionQuestions::forgotten);
}

void ZnodesPage::connectSession()
{
    ZnodeSession *session = m_session;
    connect(session, &ZnodeSession::said, this, &ZnodesPage::said);
    connect(&session->connection(), &ZnodeConnection::said, m_changer, &ZnodeChanger::noteRenewal);
    connect(&session->connection(), &ZnodeConnection::madeAnew, this, [this] {
        m_drafts->noteRemoved(m_session->cluster());
        m_value->noteMadeAnew();
    });
    connect(session, &ZnodeSession::opened, this, &ZnodesPage::onOpened);
    connect(session, &ZnodeSession::serversChanged, this, [this] {
        m_connection->setServers(m_session->servers(), m_session->member());
        m_value->refreshLimit();
    });
    connect(&m_services.store, &ClusterStore::clusterRemoved, this, &ZnodesPage::onClusterRemoved);
    connect(&session->connection(), &ZnodeConnection::generationChanged, this, &ZnodesPage::refreshActions);
    connect(&session->connection(), &ZnodeConnection::stateChanged, this, &ZnodesPage::refreshActions);
    connect(&session->connection(), &ZnodeConnection::readOnlyChanged, this, &ZnodesPage::refreshActions);
    connect(&session->follower(), &ZnodeFollower::stateChanged, this, &ZnodesPage::onFollowed);
    connect(&session->follower(), &ZnodeFollower::valueChanged, this, &ZnodesPage::onValueRead);
}

void ZnodesPage::connectFinding()
{
    connect(m_tree, &TreePane::pathSelected, this, &ZnodesPage::onSelected);
    connect(m_tree, &TreePane::notFound, this, &ZnodesPage::showMissing);
    connect(m_missing, &MissingNotice::createWanted, m_changer, &ZnodeChanger::askToCreateAt);
    connect(m_missing, &MissingNotice::pathWanted, this, &ZnodesPage::goTo);
    connect(m_drafts, &DraftButton::pathWanted, this, &ZnodesPage::goTo);
    connect(m_tree, &TreePane::said, this, &ZnodesPage::said);
    connect(m_pathBar, &PathBar::pathWanted, this, &ZnodesPage::goTo);
    connect(m_pathBar, &PathBar::childrenWanted, this, &ZnodesPage::completePath);
    connect(m_pathBar, &PathBar::said, this, &ZnodesPage::said);
    connect(m_pathBar, &PathBar::bookmarksChanged, this, [this](const QStringList &paths) {
        m_session->view().bookmarks = paths;
        m_session->remember();
    });
}

void ZnodesPage::connectValue()
{
    connect(m_value, &ValuePane::said, this, &ZnodesPage::said);
    valueView()->setPrettyWanted(m_services.settings.value(SettingKey::PrettyValues).toBool());
    connect(valueView(), &ValueView::prettyChosen, this,
            [this](bool wanted) { m_services.settings.setValue(SettingKey::PrettyValues, wanted); });
    connect(m_value, &ValuePane::signInWanted, m_questions, &ConnectionQuestions::askForConnection);
    connect(m_value, &ValuePane::saveWanted, m_changer, &ZnodeChanger::save);
    const auto createAgain = [this](const ZnodePath &path, const ZnodeStat &former, const QByteArray &bytes) {
        m_changer->createAgain(path, former, bytes, m_details->knownAcl(path));
    };
    connect(m_value, &ValuePane::createWanted, this, createAgain);
    connect(m_changer, &ZnodeChanger::createAgainWanted, this, createAgain);
    connect(m_details, &ZnodeDetails::said, this, &ZnodesPage::said);
    connect(m_details, &ZnodeDetails::aclEditWanted, this, [this](const AclValue &acl) {
        const auto &value = m_session->follower().value();
        m_changer->askForAcl(*m_path, acl, value && value->stat.numChildren > 0);
    });
    connect(m_details, &ZnodeDetails::aclRead, m_changer, &ZnodeChanger::noteAcl);
    connect(m_changer, &ZnodeChanger::busyChanged, this, &ZnodesPage::refreshActions);
    connect(m_changer, &ZnodeChanger::saved, this, [this](const ZnodePath &path, const ZnodeValue &value) {
        if (value.stat.czxid != 0)
            m_session->tree().noteStat(path, value.stat);
        m_value->noteSaved(path, value);
    });
    connect(m_changer, &ZnodeChanger::theirsTaken, m_value, &ValuePane::takeTheirs);
    connect(m_changer, &ZnodeChanger::created, this, &ZnodesPage::goTo);
    connect(m_changer, &ZnodeChanger::removed, this, [this](const ZnodePath &top) {
        if (m_path && m_path->isAtOrBelow(top))
            goTo(top.parent());
    });
    connect(m_changer, &ZnodeChanger::clusterWanted, this, &ZnodesPage::clusterWanted);
    connect(m_leaving, &ZnodeLeaving::left, this, &ZnodesPage::goToCluster);
    connect(m_leaving, &ZnodeLeaving::stayed, this, &ZnodesPage::clusterWanted);
    connect(m_changer, &ZnodeChanger::aclChanged, this, [this](const ZnodePath &) {
        m_details->readAclAgain();
        m_session->follower().refresh();
    });
}

void ZnodesPage::connectActions()
{
    // Keys that mean something else while a text is edited belong to the tree alone.
    for (QAction *action : {m_actions->create, m_actions->remove, m_actions->copyPath, m_actions->undo})
        m_tree->addAction(action);
    auto *saveKey = new QShortcut(QKeySequence(QKeySequence::Save), this);
    saveKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(saveKey, &QShortcut::activated, m_value, &ValuePane::save);
    // Of the window, so that it works from the sidebar, too; only while this page is the one shown.
    auto *pathKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), this);
    connect(pathKey, &QShortcut::activated, this, [this] {
        m_pathBar->field()->setFocus(Qt::ShortcutFocusReason);
        m_pathBar->field()->selectAll();
    });
    addAction(m_actions->search);
    connect(m_actions->search, &QAction::triggered, this, [this] { m_search->searchBelow(*m_path); });
    connect(m_actions->exportTree, &QAction::triggered, this, [this] { m_changer->askToExport(*m_path); });
    connect(m_actions->importTree, &QAction::triggered, this, [this] { m_changer->askToImport(*m_path); });
    connect(m_search, &SearchPanel::pathWanted, this, &ZnodesPage::goTo);
    addActions({m_pathBar->backAction(), m_pathBar->forwardAction(), m_pathBar->upAction()});
    connect(m_actions->create, &QAction::triggered, this,
            [this] { m_changer->askToCreate(m_path.value_or(ZnodePath())); });
    connect(m_actions->remove, &QAction::triggered, this, [this] { m_changer->askToRemove(*m_path); });
    connect(m_actions->undo, &QAction::triggered, m_changer, &ZnodeChanger::undo);
    connect(m_tree, &TreePane::menuWanted, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_actions->fill(menu);
        menu->popup(at);
    });
}

} // namespace zoodock
