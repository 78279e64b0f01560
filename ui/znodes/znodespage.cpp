// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/znodespage.h"

#include "clusters/clusterstore.h"
#include "ui/znodes/changes/changenotice.h"
#include "ui/znodes/changes/lastingwork.h"
#include "ui/znodes/changes/znodechanger.h"
#include "ui/znodes/changes/znodeleaving.h"
#include "ui/znodes/changes/znodetoolbar.h"
#include "ui/znodes/connection/connectionhint.h"
#include "ui/znodes/connection/connectionquestions.h"
#include "ui/znodes/draftbutton.h"
#include "ui/znodes/finding/missingnotice.h"
#include "ui/znodes/finding/pathbar.h"
#include "ui/znodes/readonlyframe.h"
#include "ui/znodes/finding/searchpanel.h"
#include "ui/znodes/focusmemory.h"
#include "ui/znodes/treepane.h"
#include "ui/znodes/valuepane.h"
#include "ui/znodes/znodeactions.h"
#include "ui/znodes/znodedetails.h"
#include "ui/znodes/znodetreeview.h"
#include "znodes/znodetree.h"

#include <QtGui/QFocusEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QSplitter>

namespace zoodock
{

namespace
{

constexpr qsizetype mostCompletions = 200;

ZnodeSession *sessionOf(KeptZnodes &kept, const UiServices &services)
{
    if (kept.session)
        kept.session->renewViews();
    else
        kept.session = std::make_unique<ZnodeSession>(services, kept.credentials, kept.parked);
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
    connectParts();
    refreshActions();
    adoptSession();
}

ZnodesPage::~ZnodesPage()
{
    m_missing->forget(); // a session of the page itself goes before it
    m_value->storeDraft();
    m_session->trail() = m_pathBar->trail();
    m_session->expanded() = m_tree->view()->expandedPaths();
    m_session->remember();
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
    m_missing = new MissingNotice(m_session->connection(), m_tree);
    m_tree->host(m_missing);
    m_changer = new ZnodeChanger(*m_session, *m_notice, this);
    m_drafts = new DraftButton(m_services, m_kept.drafts, this);
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
    top->setContentsMargins(ReadOnlyFrame::margin, 0, ReadOnlyFrame::margin,
                            0); // in line with what is framed
    top->setSpacing(8);
    top->addWidget(m_pathBar, 1);
    top->addWidget(new ZnodeToolBar(*m_actions, m_drafts, this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20 - ReadOnlyFrame::margin, 12, 20 - ReadOnlyFrame::margin, 12);
    layout->setSpacing(8);
    layout->addLayout(top);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(top->contentsMargins());
    line->addWidget(m_connection);
    layout->addLayout(line);
    m_search = new SearchPanel(*m_session, this);
    const auto *work = new LastingWork(*m_changer, *m_search, this);
    m_leaving = new ZnodeLeaving(*m_session, *work, this);
    m_questions = new ConnectionQuestions(*m_session, *work, this);
    auto *down = new QSplitter(Qt::Vertical, this);
    down->setChildrenCollapsible(false);
    down->addWidget(across);
    down->addWidget(m_search);
    down->setStretchFactor(0, 1);
    m_focus = new FocusMemory(this);
    m_frame = new ReadOnlyFrame(down, this);
    layout->addWidget(m_frame, 1);
}

/// Not a focus proxy: Tab would go from what is before the page straight to the tree, past the path and the
/// connection.
void ZnodesPage::focusInEvent(QFocusEvent *event)
{
    m_tree->view()->setFocus(event->reason());
}

/// Also when what has the focus was hidden.
bool ZnodesPage::focusNextPrevChild(bool next)
{
    return m_focus->giveBack(m_tree->view()) || QWidget::focusNextPrevChild(next);
}

void ZnodesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_session->lookAt();
    m_leaving->askSoon();
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
    m_missing->forget();
    m_tree->goTo(path);
}

void ZnodesPage::openPath(const ZnodePath &path)
{
    if (m_leaving->isPending())
        m_leaving->setNext([this, path] { openPath(path); });
    else if (m_session->connection().state() == ZnodeConnection::State::Closed)
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
    m_missing->forget();
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
void ZnodesPage::showMissing(const ZnodePath &path, const Error &why)
{
    if (m_path == path)
        return;
    if (m_drafts->contains(path)) {
        m_tree->awaitRow(path);
        onSelected(path);
    } else if (m_path) {
        m_pathBar->putBack(path, *m_path);
        offerToCreate(path, why);
    } else if (!path.isRoot()) { // where one was in a former session
        goTo(ZnodePath());
    }
}

void ZnodesPage::offerToCreate(const ZnodePath &path, const Error &why)
{
    const bool isRootThere = !m_session->tree().root()->error(); // else that is said, with its remedy
    if (why.kind() == ErrorKind::NoNode && isRootThere)
        m_missing->tell(path, why.message());
}

bool ZnodesPage::hasUnsavedChanges() const
{
    return valueView()->isModified() || !m_drafts->isEmpty();
}

QStringList ZnodesPage::unsavedNames() const
{
    QStringList names = m_drafts->names();
    if (valueView()->isModified() && m_path && !m_drafts->contains(*m_path))
        names.prepend(legibleName(m_path->text()));
    return names;
}

void ZnodesPage::onFollowed()
{
    const ZnodeFollower &follower = m_session->follower();
    if (!m_path || follower.path() != m_path)
        return;
    if (follower.state() == ZnodeFollower::State::Present && follower.value())
        m_session->tree().noteStat(*m_path, follower.value()->stat);
    if (follower.state() == ZnodeFollower::State::Absent)
        m_details->noteDeletion(m_services.store.clock().utc());
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
    m_missing->setReadOnly(why);
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

} // namespace zoodock
