// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/znodespage.h"

#include "clusters/clusterstore.h"
#include "ui/look/labels.h"
#include "ui/look/meaning.h"
#include "ui/znodes/aclpanel.h"
#include "ui/znodes/changes/changenotice.h"
#include "ui/znodes/connection/connectiondialog.h"
#include "ui/znodes/connection/connectionhint.h"
#include "ui/znodes/draftbutton.h"
#include "ui/znodes/historypanel.h"
#include "ui/znodes/pathbar.h"
#include "ui/znodes/question.h"
#include "ui/znodes/readonlyframe.h"
#include "ui/znodes/searchpanel.h"
#include "ui/znodes/statpanel.h"
#include "ui/znodes/treepane.h"
#include "ui/znodes/znodeactions.h"
#include "ui/znodes/changes/znodechanger.h"
#include "ui/znodes/znodetreeview.h"
#include "znodes/znodetree.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QShortcut>
#include <QtGui/QFocusEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolButton>

#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype mostCompletions = 200;

/// Right after a save the follower still has what was there before.
bool isOlder(const ZnodeValue &followed, const std::optional<ZnodeValue> &shown)
{
    return shown && followed.stat.czxid == shown->stat.czxid && followed.stat.version < shown->stat.version;
}

ZnodeSession *sessionOf(KeptZnodes &kept, const UiServices &services)
{
    if (kept.session)
        kept.session->renewViews();
    else
        kept.session = std::make_unique<ZnodeSession>(services, kept.credentials);
    return kept.session.get();
}

} // namespace

ZnodesPage::ZnodesPage(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_kept(services.znodes ? *services.znodes : m_ownKept)
    , m_session(sessionOf(m_kept, services))
    , m_actions(new ZnodeActions(this))
{
    build();
    connectSession();
    connectValue();
    connectFinding();
    connectActions();
    refreshActions();
    adoptSession();
}

ZnodesPage::~ZnodesPage()
{
    storeDraft();
    m_session->trail() = m_pathBar->trail();
    m_session->remember();
}

/// What a former window has left.
void ZnodesPage::adoptSession()
{
    const QString cluster = m_session->cluster();
    if (cluster.isEmpty())
        return;
    m_drafts->setPlace(cluster, m_session->view().chroot);
    m_pathBar->setBookmarks(m_session->view().bookmarks);
    m_pathBar->setTrail(m_session->trail());
    m_connection->setServers(m_session->servers(), m_session->member());
    if (m_session->connection().state() != ZnodeConnection::State::Closed)
        onOpened();
    m_awaited = cluster;
    QMetaObject::invokeMethod(
        this, [this] { showCluster(std::exchange(m_awaited, std::nullopt).value_or(m_session->cluster())); },
        Qt::QueuedConnection);
}

void ZnodesPage::build()
{
    m_pathBar = new PathBar(this);
    m_connection = new ConnectionLine(m_session->connection(), this);
    m_tree = new TreePane(&m_session->tree(), this);
    m_notice = new ChangeNotice(m_tree);
    m_hint = new ConnectionHint(m_services, *m_session, m_tree);
    m_tree->host(m_connection->steps());
    m_tree->host(m_hint);
    m_tree->host(m_notice);
    m_changer = new ZnodeChanger(*m_session, *m_notice, this);
    m_value = new ValueView(this);
    auto *right = new QSplitter(Qt::Vertical, this);
    right->setChildrenCollapsible(false);
    right->addWidget(buildValuePane());
    right->addWidget(buildDetails());
    right->setStretchFactor(0, 3);
    right->setStretchFactor(1, 2);
    auto *across = new QSplitter(this);
    across->setChildrenCollapsible(false);
    across->addWidget(m_tree);
    across->addWidget(right);
    across->setStretchFactor(0, 2);
    across->setStretchFactor(1, 3);
    across->setSizes({fontMetrics().averageCharWidth() * 56, fontMetrics().averageCharWidth() * 90});
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_pathBar, 1);
    top->addWidget(buildToolBar());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_connection);
    m_search = new SearchPanel(m_session->connection(), this);
    auto *down = new QSplitter(Qt::Vertical, this);
    down->setChildrenCollapsible(false);
    down->addWidget(across);
    down->addWidget(m_search);
    down->setStretchFactor(0, 1);
    m_frame = new ReadOnlyFrame(down, this);
    layout->addWidget(m_frame, 1);
}

QWidget *ZnodesPage::buildValuePane()
{
    auto *pane = new QWidget(this);
    m_draftNote = new QLabel(pane);
    m_draftNote->setTextFormat(Qt::PlainText);
    m_draftNote->setWordWrap(true);
    m_draftNote->hide();
    m_createAgain = new QPushButton(tr("Create Again"), pane);
    m_createAgain->hide();
    connect(m_createAgain, &QPushButton::clicked, this, &ZnodesPage::createAgain);
    auto *note = new QHBoxLayout;
    note->setSpacing(8);
    note->addWidget(m_draftNote, 1);
    note->addWidget(m_createAgain);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(note);
    layout->addWidget(m_value, 1);
    return pane;
}

/// Not a focus proxy: Tab would go from what is before the page straight to the tree, past the path and the
/// connection.
void ZnodesPage::focusInEvent(QFocusEvent *event)
{
    m_tree->view()->setFocus(event->reason());
}

QWidget *ZnodesPage::buildToolBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_drafts = new DraftButton(m_kept.drafts, bar);
    layout->addWidget(m_drafts);
    for (QAction *action : {m_actions->create, m_actions->remove}) {
        auto *button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(QString(action->text()).remove(u'&').remove(u'…'));
        layout->addWidget(button);
    }
    auto *more = new QToolButton(bar);
    more->setText(tr("More"));
    more->setToolTip(tr("Everything that can be done with this znode"));
    more->setFocusPolicy(Qt::StrongFocus);
    more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(more);
    m_actions->fill(menu);
    more->setMenu(menu);
    layout->addWidget(more);
    return bar;
}

QWidget *ZnodesPage::buildDetails()
{
    m_details = new QTabWidget(this);
    m_details->setDocumentMode(true);
    m_details->setAccessibleName(tr("Details of the znode"));
    m_details->setFocusPolicy(Qt::NoFocus); // the tab bar has it
    m_details->tabBar()->setAccessibleName(tr("Details of the znode"));
    m_stat = new StatPanel(m_details);
    m_acl = new AclPanel(m_details);
    m_history = new HistoryPanel(m_details);
    m_details->addTab(m_stat, tr("Stat"));
    m_details->addTab(m_acl, tr("Access"));
    m_details->addTab(m_history, tr("Changes"));
    connect(m_details, &QTabWidget::currentChanged, this, &ZnodesPage::readAcl);
    connect(m_stat, &StatPanel::said, this, &ZnodesPage::said);
    connect(m_acl, &AclPanel::editWanted, this, [this] {
        const auto &value = m_session->follower().value();
        if (m_path && m_acl->acl())
            m_changer->askForAcl(*m_path, *m_acl->acl(), value && value->stat.numChildren > 0);
    });
    return m_details;
}

void ZnodesPage::connectSession()
{
    ZnodeSession *session = m_session;
    connect(session, &ZnodeSession::said, this, &ZnodesPage::said);
    connect(session, &ZnodeSession::opened, this, &ZnodesPage::onOpened);
    connect(session, &ZnodeSession::serversChanged, this, [this] {
        m_connection->setServers(m_session->servers(), m_session->member());
        refreshLimit();
    });
    connect(&m_services.store, &ClusterStore::clusterRemoved, this,
            [this](const QString &name) { m_drafts->forget(name); });
    connect(m_connection, &ConnectionLine::serverChosen, this, &ZnodesPage::chooseMember);
    connect(m_connection, &ConnectionLine::readOnlyWanted, session, &ZnodeSession::setReadOnly);
    connect(m_connection, &ConnectionLine::settingsWanted, this, &ZnodesPage::askForConnection);
    const auto showObstacle = [this] { m_connection->setObstacle(m_hint->whyNoServer()); };
    connect(m_hint, &ConnectionHint::changed, this, showObstacle);
    showObstacle();
    connect(m_hint, &ConnectionHint::wholeTreeWanted, this,
            [this] { setTarget({}, m_session->connection().target().credentials); });
    connect(&session->connection(), &ZnodeConnection::generationChanged, this, &ZnodesPage::refreshActions);
    connect(&session->connection(), &ZnodeConnection::stateChanged, this, &ZnodesPage::refreshActions);
    connect(&session->connection(), &ZnodeConnection::readOnlyChanged, this, &ZnodesPage::refreshActions);
    connect(&session->follower(), &ZnodeFollower::stateChanged, this, &ZnodesPage::onFollowed);
    connect(&session->follower(), &ZnodeFollower::valueChanged, this, &ZnodesPage::onValueRead);
    connect(&session->tree(), &ZnodeTree::rowsChanged, this, [this] {
        if (m_path && m_session->follower().state() == ZnodeFollower::State::Failed)
            showStat();
    });
}

void ZnodesPage::connectFinding()
{
    connect(m_tree, &TreePane::pathSelected, this, &ZnodesPage::onSelected);
    connect(m_tree, &TreePane::notFound, this, &ZnodesPage::showMissing);
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
    connect(m_value, &ValueView::said, this, &ZnodesPage::said);
    connect(m_value, &ValueView::saveWanted, this, &ZnodesPage::save);
    connect(m_value, &ValueView::modifiedChanged, this, [this](bool modified) {
        if (modified)
            return;
        if (m_path)
            m_drafts->remove(*m_path);
        showDraftNote();
    });
    connect(m_value, &ValueView::discarded, this, &ZnodesPage::showValue);
    connect(m_changer, &ZnodeChanger::busyChanged, this, &ZnodesPage::refreshActions);
    connect(m_changer, &ZnodeChanger::saved, this, [this](const ZnodePath &path, const ZnodeValue &value) {
        if (value.stat.czxid != 0)
            m_session->tree().noteStat(path, value.stat);
        m_drafts->remove(path);
        if (m_path != path)
            return;
        m_value->noteSaved(value);
        showDraftNote();
    });
    connect(m_changer, &ZnodeChanger::theirsTaken, this, [this](const ZnodePath &path) {
        m_drafts->remove(path);
        if (m_path != path)
            return;
        m_value->setMessage({});
        m_session->follower().refresh();
        showValue();
    });
    connect(m_changer, &ZnodeChanger::created, this, &ZnodesPage::goTo);
    connect(m_changer, &ZnodeChanger::removed, this, [this](const ZnodePath &top) {
        if (m_path && m_path->isAtOrBelow(top))
            goTo(top.parent());
    });
    connect(m_changer, &ZnodeChanger::aclChanged, this, [this](const ZnodePath &) {
        m_aclVersion = -1;
        readAcl();
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
    connect(saveKey, &QShortcut::activated, this, &ZnodesPage::save);
    auto *pathKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), this);
    pathKey->setContext(Qt::WidgetWithChildrenShortcut);
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
    connect(m_actions->copyPath, &QAction::triggered, this, [this] { copy(m_path->text()); });
    connect(m_actions->copyValue, &QAction::triggered, this, &ZnodesPage::copyValue);
    connect(m_actions->copyCommand, &QAction::triggered, this, &ZnodesPage::copyCommand);
    connect(m_tree, &TreePane::menuWanted, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_actions->fill(menu);
        menu->popup(at);
    });
}

void ZnodesPage::showCluster(const QString &name)
{
    if (m_awaited) {
        m_awaited = name;
        return;
    }
    if (name == m_session->cluster())
        return;
    leaveCluster();
    m_session->setCluster(name);
    m_drafts->setPlace(name, m_session->view().chroot);
    m_pathBar->setBookmarks(m_session->view().bookmarks);
    refreshActions();
    if (isVisible())
        m_session->lookAt();
}

/// Paths mean other znodes from now on: those of another cluster, or below another root.
void ZnodesPage::leaveCluster()
{
    keepDraft();
    m_changer->forget();
    m_path.reset();
    m_value->setMessage({});
    m_stat->setStat({}, 0);
    m_acl->setMessage({});
    m_aclVersion = -1;
    m_history->clear();
    m_pathBar->clearHistory();
    m_search->reset();
}

void ZnodesPage::connectTo(int memberId)
{
    chooseMember(memberId);
}

void ZnodesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_session->lookAt();
}

void ZnodesPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_session->remember();
}

void ZnodesPage::refresh()
{
    if (!isVisible())
        return;
    m_session->tree().refresh();
    m_session->follower().refresh();
    m_aclVersion = -1;
    readAcl();
}

void ZnodesPage::goTo(const ZnodePath &path)
{
    m_tree->goTo(path);
}

void ZnodesPage::openPath(const ZnodePath &path)
{
    if (m_session->connection().state() == ZnodeConnection::State::Closed)
        m_session->view().path = path.text(); // where onOpened() goes
    else
        goTo(path);
}

QStringList ZnodesPage::visitedPaths() const
{
    return m_pathBar->visited();
}

void ZnodesPage::onOpened()
{
    const Result<ZnodePath> last = ZnodePath::parse(m_session->view().path);
    goTo(m_path.value_or(last.value_or(ZnodePath())));
}

void ZnodesPage::onSelected(const ZnodePath &path)
{
    if (m_path == path)
        return;
    keepDraft();
    m_path.reset(); // a draft of the znode to be shown stays while the view is emptied
    m_value->setMessage(tr("Reading %1 …").arg(path.text()));
    m_path = path;
    m_session->view().path = path.text();
    m_pathBar->setPath(path);
    showDraftNote();
    m_history->clear();
    m_stat->setStat({}, 0);
    m_acl->setMessage({});
    m_aclVersion = -1;
    m_session->follower().setPath(path);
    onFollowed();
    refreshActions();
}

bool ZnodesPage::storeDraft()
{
    const std::optional<ZnodeDraft> draft = m_value->draft();
    if (!draft || !m_path || m_session->cluster().isEmpty())
        return false;
    m_drafts->store(*m_path, *draft);
    return true;
}

void ZnodesPage::keepDraft()
{
    if (storeDraft())
        Q_EMIT said(tr("Your unsaved change of %1 is kept until you come back to it.").arg(m_path->text()));
}

/// The unsaved change of a znode that is gone is shown nevertheless.
void ZnodesPage::showMissing(const ZnodePath &path)
{
    if (m_path == path || !m_drafts->contains(path))
        return;
    m_tree->awaitRow(path);
    onSelected(path);
}

bool ZnodesPage::hasUnsavedChanges() const
{
    return m_value->isModified() || !m_drafts->isEmpty();
}

void ZnodesPage::onFollowed()
{
    const ZnodeFollower &follower = m_session->follower();
    if (!m_path || follower.path() != m_path)
        return;
    using State = ZnodeFollower::State;
    const bool present = follower.state() == State::Present && follower.value();
    showStat();
    if (follower.state() == ZnodeFollower::State::Absent) {
        m_acl->setMessage({});
        m_aclVersion = -1;
    }
    if (present) {
        readAcl();
        m_session->tree().noteStat(*m_path, follower.value()->stat);
    }
    showValue();
    refreshActions();
}

/// What may not be read has a stat nevertheless: the tree's.
void ZnodesPage::showStat()
{
    const ZnodeFollower &follower = m_session->follower();
    std::optional<ZnodeStat> stat;
    if (follower.state() == ZnodeFollower::State::Present && follower.value()) {
        stat = follower.value()->stat;
    } else if (follower.state() == ZnodeFollower::State::Failed && !m_path->isRoot()) {
        const ZnodeFolder *folder = m_session->tree().folder(m_path->parent());
        const qsizetype row = folder ? folder->names().indexOf(m_path->name().toUtf8()) : -1;
        stat = row < 0 ? std::nullopt : folder->childStat(row);
    }
    m_stat->setStat(stat, m_session->connection().sessionId());
}

void ZnodesPage::onValueRead(qint64 missed)
{
    const auto &value = m_session->follower().value();
    if (!m_path || !value)
        return;
    m_history->add(*value, m_services.store.clock().utc(), missed);
    if (missed < 0)
        m_aclVersion = -1; // another znode of the same name
    onFollowed();
}

void ZnodesPage::showValue()
{
    const ZnodeFollower &follower = m_session->follower();
    if (!m_path || follower.path() != m_path)
        return;
    showDraftNote();
    if (m_value->isModified())
        return;
    switch (follower.state()) {
    case ZnodeFollower::State::Present:
        if (m_drafts->contains(*m_path))
            takeDraft();
        else if (follower.value() && !isOlder(*follower.value(), m_value->base()))
            m_value->setValue(*follower.value());
        break;
    case ZnodeFollower::State::Absent:
        if (m_drafts->contains(*m_path))
            takeDraft();
        else if (!m_value->base())
            m_value->setMessage(whyAbsent());
        break;
    case ZnodeFollower::State::Failed:
        m_value->setMessage(follower.error() ? follower.error()->message() : QString());
        break;
    case ZnodeFollower::State::Loading:
    case ZnodeFollower::State::Idle:
        if (m_session->connection().state() == ZnodeConnection::State::Closed)
            m_value->setMessage(tr("There is no connection to the cluster."));
        break;
    }
}

void ZnodesPage::takeDraft()
{
    m_value->setDraft(m_drafts->take(*m_path));
    showDraftNote();
}

QString ZnodesPage::whyAbsent() const
{
    if (m_path->isRoot())
        return tr("There is no znode %1 in this cluster, below which this connection looks (its chroot).")
            .arg(m_session->connection().target().chroot);
    return tr("There is no znode %1 now. It is shown again as soon as it is there.").arg(m_path->text());
}

void ZnodesPage::showDraftNote()
{
    const QString note = draftNote();
    setTextMeaning(m_draftNote, Meaning::Looking);
    m_draftNote->setText(note);
    m_draftNote->setHidden(note.isEmpty());
    m_createAgain->setHidden(note.isEmpty() || m_session->follower().state() != ZnodeFollower::State::Absent);
}

/// How what is shown differs from what the server has.
QString ZnodesPage::draftNote() const
{
    const ZnodeFollower &follower = m_session->follower();
    const auto &base = m_value->base();
    const auto &now = follower.value();
    if (!m_path || !base)
        return {};
    if (follower.state() == ZnodeFollower::State::Absent)
        return m_value->isModified()
                   ? tr("%1 was deleted by somebody else while you edit it. Your text stays here: create the "
                        "znode again, or copy it.")
                         .arg(m_path->text())
                   : tr("%1 was deleted by somebody else. This was its last value: create the znode again, "
                        "or copy it.")
                         .arg(m_path->text());
    if (!m_value->isModified() || !now)
        return {};
    if (now->stat.czxid != base->stat.czxid)
        return tr("Somebody deleted this znode and made it anew while you edit it. Save shows both values.");
    if (now->stat.version == base->stat.version)
        return {};
    return tr("The value on the server is version %1 by now, you edit version %2. Save shows both.")
        .arg(now->stat.version)
        .arg(base->stat.version);
}

void ZnodesPage::createAgain()
{
    const Result<QByteArray> bytes = m_value->bytes();
    if (m_path && bytes)
        m_changer->createAgain(*m_path, *bytes);
}

void ZnodesPage::readAcl()
{
    const auto &value = m_session->follower().value();
    const bool wanted =
        m_details->currentWidget() == m_acl && m_path && value && value->stat.aversion != m_aclVersion;
    if (!wanted)
        return;
    m_aclVersion = value->stat.aversion;
    auto *reading = m_session->editor().readAcl(*m_path, this);
    connect(reading, &Operation::finished, this, [this, reading, path = *m_path] {
        reading->deleteLater();
        if (m_path != path)
            return;
        if (reading->succeeded())
            m_acl->setAcl(reading->value());
        else
            m_acl->setMessage(reading->error().message());
    });
    reading->start();
}

void ZnodesPage::save()
{
    const Result<QByteArray> bytes = m_value->bytes();
    const bool allowed = m_path && m_value->isModified() && m_value->base() && bytes &&
                         m_session->whyReadOnly().isEmpty() && !m_changer->isBusy() &&
                         bytes->size() <= m_session->editor().largestValue(*m_path);
    if (allowed)
        m_changer->save(*m_path, *m_value->base(), *bytes);
}

void ZnodesPage::refreshActions()
{
    m_frame->setOn(m_session->connection().isReadOnly());
    const bool isProtected = m_path && m_path->isProtected(m_session->connection().hasChroot());
    const QString why = m_session->whyReadOnly();
    const auto &value = m_session->follower().value();
    m_actions->update({m_path.has_value(), m_path && value, isProtected, why, m_changer->canUndo()});
    const QString whyFixed = !why.isEmpty() ? why
                             : isProtected  ? tr("ZooKeeper itself needs this znode: it is not changed here.")
                                            : QString();
    m_value->setReadOnly(whyFixed);
    m_acl->setReadOnly(whyFixed);
    m_notice->setReadOnly(why);
    m_createAgain->setEnabled(whyFixed.isEmpty() && !m_changer->isBusy());
    m_createAgain->setToolTip(whyFixed.isEmpty() ? tr("Create this znode with the text below") : whyFixed);
    refreshLimit();
}

void ZnodesPage::refreshLimit()
{
    if (m_path)
        m_value->setLimit(m_session->editor().largestValue(*m_path));
}

void ZnodesPage::askForConnection()
{
    auto *dialog = new ConnectionDialog(m_session->connection().target(), m_session->credentialsNote(), this);
    connect(dialog, &ConnectionDialog::wanted, this,
            [this](const QString &chroot, const QList<ZnodeCredential> &credentials) {
                if (m_session->endsSession(chroot, credentials))
                    endSession([this, chroot, credentials] { setTarget(chroot, credentials); });
                else
                    setTarget(chroot, credentials);
            });
    dialog->open();
}

void ZnodesPage::setTarget(const QString &chroot, const QList<ZnodeCredential> &credentials)
{
    const QString root = chroot == "/"_L1 ? QString() : chroot;
    if (root != m_session->view().chroot) {
        leaveCluster();
        m_session->view().path.clear();
    }
    m_session->setTarget(chroot, credentials);
    m_drafts->setPlace(m_session->cluster(), m_session->view().chroot);
}

void ZnodesPage::chooseMember(int memberId)
{
    if (memberId == m_session->member())
        return;
    endSession([this, memberId] { m_session->chooseMember(memberId); },
               [this] { m_connection->setServers(m_session->servers(), m_session->member()); });
}

void ZnodesPage::endSession(const std::function<void()> &go, const std::function<void()> &stay)
{
    const int lost = int(m_session->connection().ephemeralCount());
    if (lost == 0) {
        go();
        return;
    }
    askFirst(
        {tr("Connection"), tr("Connect anew, and lose ephemeral znodes?"),
         tr("%n ephemeral znode(s) that you created belong to the present connection: ZooKeeper deletes them "
            "when it ends.",
            nullptr, lost),
         tr("Connect &Anew")},
        this, go, stay);
}

void ZnodesPage::completePath(const ZnodePath &parent, const QString &beginning)
{
    const ZnodeFolder *folder = m_session->tree().folder(parent);
    if (!folder)
        folder = m_session->tree().expand(parent);
    QStringList names;
    if (folder) {
        const QByteArray start = beginning.toUtf8();
        for (qsizetype row = 0; row < folder->names().size() && names.size() < mostCompletions; ++row) {
            if (folder->names().utf8(row).startsWith(start))
                names.append(folder->names().at(row));
        }
    }
    m_pathBar->setChildren(parent, names);
}

void ZnodesPage::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT said(tr("Copied %1").arg(text.left(200)));
}

void ZnodesPage::copyValue()
{
    const auto &value = m_session->follower().value();
    if (!value)
        return;
    const ValueReading reading = readingOf(value->bytes);
    const auto text = decodedText(value->bytes, reading.charset);
    copy(reading.isText && text ? *text : hexPairs(value->bytes));
}

/// Quoted for a POSIX shell.
void ZnodesPage::copyCommand()
{
    const QString path = QString(m_path->text()).replace(u'\'', u"'\\''"_s);
    copy(u"zkCli.sh -server %1 get '%2'"_s.arg(m_session->connectString(), path));
}

} // namespace zoodock
