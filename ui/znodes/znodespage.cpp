// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/znodespage.h"

#include "clusters/clusterstore.h"
#include "ui/znodes/changes/changenotice.h"
#include "ui/znodes/connection/connectiondialog.h"
#include "ui/znodes/connection/connectionhint.h"
#include "ui/znodes/draftbutton.h"
#include "ui/znodes/pathbar.h"
#include "ui/znodes/question.h"
#include "ui/znodes/readonlyframe.h"
#include "ui/znodes/searchpanel.h"
#include "ui/znodes/treepane.h"
#include "ui/znodes/valuepane.h"
#include "ui/znodes/znodeactions.h"
#include "ui/znodes/znodedetails.h"
#include "ui/znodes/changes/znodechanger.h"
#include "ui/znodes/znodetreeview.h"
#include "znodes/znodetree.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QShortcut>
#include <QtGui/QFocusEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QToolButton>

#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype mostCompletions = 200;

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
    m_value->storeDraft();
    m_session->trail() = m_pathBar->trail();
    m_session->expanded() = m_tree->view()->expandedPaths();
    m_session->remember();
}

/// What a former window has left.
void ZnodesPage::adoptSession()
{
    const QString cluster = m_session->cluster();
    if (cluster.isEmpty())
        return;
    m_shown = cluster;
    m_drafts->setPlace(cluster, m_session->view().chroot);
    m_pathBar->setBookmarks(m_session->view().bookmarks);
    m_pathBar->setTrail(m_session->trail());
    m_connection->setServers(m_session->servers(), m_session->member());
    if (m_session->connection().state() != ZnodeConnection::State::Closed)
        onOpened();
    m_tree->view()->expandAgain(m_session->expanded());
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
    m_drafts = new DraftButton(m_kept.drafts, this);
    m_value = new ValuePane(*m_session, *m_drafts, this);
    m_details = new ZnodeDetails(*m_session, this);
    auto *right = new QSplitter(Qt::Vertical, this);
    right->setChildrenCollapsible(false);
    right->addWidget(m_value);
    right->addWidget(m_details);
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

void ZnodesPage::connectSession()
{
    ZnodeSession *session = m_session;
    connect(session, &ZnodeSession::said, this, &ZnodesPage::said);
    connect(session, &ZnodeSession::opened, this, &ZnodesPage::onOpened);
    connect(session, &ZnodeSession::serversChanged, this, [this] {
        m_connection->setServers(m_session->servers(), m_session->member());
        m_value->refreshLimit();
    });
    connect(&m_services.store, &ClusterStore::clusterRemoved, this, &ZnodesPage::onClusterRemoved);
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
    connect(m_value, &ValuePane::said, this, &ZnodesPage::said);
    connect(m_value, &ValuePane::saveWanted, m_changer, &ZnodeChanger::save);
    connect(m_value, &ValuePane::createWanted, m_changer, &ZnodeChanger::createAgain);
    connect(m_details, &ZnodeDetails::said, this, &ZnodesPage::said);
    connect(m_details, &ZnodeDetails::aclEditWanted, this, [this](const AclValue &acl) {
        const auto &value = m_session->follower().value();
        m_changer->askForAcl(*m_path, acl, value && value->stat.numChildren > 0);
    });
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
    m_shown = name;
    m_drafts->setPlace(name, m_session->view().chroot);
    m_pathBar->setBookmarks(m_session->view().bookmarks);
    refreshActions();
    if (m_kept.removed.remove(name))
        sayThatItIsAnew();
    if (isVisible())
        m_session->lookAt();
}

/// The session has left it already. Unsaved changes stay, for when it is made anew.
void ZnodesPage::onClusterRemoved(const QString &name)
{
    m_kept.removed.insert(name);
    if (name == m_shown) {
        leaveCluster();
        m_shown.clear();
        m_drafts->setPlace({}, {});
        refreshActions();
    }
    m_drafts->noteRemoved(name);
}

void ZnodesPage::sayThatItIsAnew()
{
    m_notice->showResult(
        m_drafts->paths().isEmpty()
            ? tr("This cluster was removed and made anew.")
            : tr("This cluster was removed and made anew. Your unsaved changes of its former "
                 "znodes are kept: see “Unsaved” above."),
        false);
}

/// Paths mean other znodes from now on: those of another cluster, or below another root.
void ZnodesPage::leaveCluster()
{
    m_path.reset();
    m_value->setPath({});
    m_details->setPath({});
    m_changer->forget();
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
    m_details->readAclAgain();
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

ValueView *ZnodesPage::valueView() const
{
    return m_value->view();
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
    m_path = path;
    m_session->view().path = path.text();
    m_pathBar->setPath(path);
    m_value->setPath(path);
    m_details->setPath(path);
    m_session->follower().setPath(path);
    onFollowed();
    refreshActions();
}

/// The unsaved change of a znode that is gone is shown nevertheless.
void ZnodesPage::showMissing(const ZnodePath &path)
{
    if (m_path == path)
        return;
    if (!m_drafts->contains(path)) {
        if (!m_path && !path.isRoot()) // where one was in a former session
            goTo(ZnodePath());
        return;
    }
    m_tree->awaitRow(path);
    onSelected(path);
}

bool ZnodesPage::hasUnsavedChanges() const
{
    return valueView()->isModified() || !m_drafts->isEmpty();
}

void ZnodesPage::onFollowed()
{
    const ZnodeFollower &follower = m_session->follower();
    if (!m_path || follower.path() != m_path)
        return;
    if (follower.state() == ZnodeFollower::State::Present && follower.value())
        m_session->tree().noteStat(*m_path, follower.value()->stat);
    m_details->showFollowed();
    m_value->showFollowed();
    refreshActions();
}

void ZnodesPage::onValueRead(qint64 missed)
{
    const auto &value = m_session->follower().value();
    if (!m_path || !value)
        return;
    m_details->addValue(*value, m_services.store.clock().utc(), missed);
    onFollowed();
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
    m_value->setReadOnly(whyFixed, m_changer->isBusy());
    m_details->setReadOnly(whyFixed);
    m_notice->setReadOnly(why);
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
    QMessageBox *box = askFirst(
        {tr("Connection"), tr("Connect anew, and lose ephemeral znodes?"),
         tr("%n ephemeral znode(s) that you created belong to the present connection: ZooKeeper deletes them "
            "when it ends.",
            nullptr, lost),
         tr("Connect &Anew")},
        this, go, stay);
    connect(m_changer, &ZnodeChanger::forgotten, box, &QDialog::reject);
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
