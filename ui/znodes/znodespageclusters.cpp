// SPDX-License-Identifier: GPL-3.0-or-later
// Whose znodes the page shows: clusters come, go and are left.
#include "core/sentences.h"
#include "ui/znodes/changes/changenotice.h"
#include "ui/znodes/changes/znodechanger.h"
#include "ui/znodes/changes/znodeleaving.h"
#include "ui/znodes/connection/connectionline.h"
#include "ui/znodes/connection/connectionquestions.h"
#include "ui/znodes/draftbutton.h"
#include "ui/znodes/finding/missingnotice.h"
#include "ui/znodes/finding/pathbar.h"
#include "ui/znodes/finding/searchpanel.h"
#include "ui/znodes/treepane.h"
#include "ui/znodes/valuepane.h"
#include "ui/znodes/znodedetails.h"
#include "ui/znodes/znodespage.h"
#include "ui/znodes/znodetreeview.h"

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

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

void ZnodesPage::showCluster(const QString &name)
{
    if (m_awaited) {
        m_awaited = name;
        return;
    }
    if (!m_leaving->postpones(name) && name != m_session->cluster())
        goToCluster(name);
}

void ZnodesPage::goToCluster(const QString &name)
{
    m_session->keepLastChange();
    leaveCluster();
    m_session->setCluster(name);
    const ZnodeUndo &last = m_session->lastChange();
    if (!last.isEmpty())
        m_notice->showResult(
            tr("Your last change here, of %1, can still be taken back.").arg(legibleName(last.about.text())),
            true);
    else if (!last.losses.isEmpty()) // it was given up
        m_notice->showResult(paragraphOf(last.losses), false);
    m_shown = name;
    m_drafts->setPlace(name, m_session->view().chroot);
    m_pathBar->setBookmarks(m_session->view().bookmarks);
    refreshActions();
    if (m_kept.removed.contains(name))
        sayThatItIsAnew(m_kept.removed.take(name));
    if (isVisible())
        m_session->lookAt();
}

void ZnodesPage::noteGoing(const QString &cluster)
{
    m_kept.removed[cluster] += m_session->ephemeralsOf(cluster);
    if (cluster != m_session->cluster())
        return;
    m_changer->noteRemoval();
    m_search->noteRemoval();
}

/// The session has left it already. Unsaved changes stay, for when it is made anew.
void ZnodesPage::onClusterRemoved(const QString &name)
{
    m_kept.removed[name]; // with what noteGoing() found
    if (name == m_shown) {
        leaveCluster();
        m_shown.clear();
        m_drafts->setPlace({}, {});
        refreshActions();
    }
    m_drafts->noteRemoved(name);
}

void ZnodesPage::sayThatItIsAnew(const QStringList &ephemerals)
{
    const auto named = [](const QStringList &paths) {
        constexpr qsizetype most = 5;
        QStringList few = paths.first(std::min(paths.size(), most));
        for (QString &path : few)
            path = legibleName(path);
        return few.join(u", "_s) + (paths.size() > most ? u", …"_s : QString());
    };
    const QStringList unsaved = m_drafts->paths();
    QStringList sentences{unsaved.isEmpty()
                              ? tr("This cluster was removed and made anew.")
                              : tr("This cluster was removed and made anew. Your unsaved changes of its "
                                   "former znodes are kept, and shown with these znodes: %1.")
                                    .arg(named(unsaved))};
    if (!ephemerals.isEmpty())
        sentences +=
            tr("%Ln ephemeral znode(s) that you created there are gone: %1.", nullptr, int(ephemerals.size()))
                .arg(named(ephemerals));
    m_notice->showLasting(paragraphOf(sentences));
}

/// Paths mean other znodes from now on: those of another cluster, or below another root.
void ZnodesPage::leaveCluster()
{
    m_path.reset();
    m_missing->forget();
    m_value->setPath({});
    m_details->setPath({});
    m_changer->forget();
    m_pathBar->clearHistory();
    m_search->leave();
}

void ZnodesPage::connectTo(int memberId)
{
    if (m_leaving->isPending())
        m_leaving->setNext([this, memberId] { m_questions->chooseMember(memberId); });
    else
        m_questions->chooseMember(memberId);
}

} // namespace zoodock
