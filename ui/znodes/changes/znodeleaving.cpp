// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/changes/znodeleaving.h"

#include "core/sentences.h"
#include "ui/znodes/changes/lastingwork.h"
#include "ui/znodes/connection/znodesession.h"
#include "ui/znodes/question.h"

#include <QtWidgets/QMessageBox>

#include <utility>

namespace zoodock
{

ZnodeLeaving::ZnodeLeaving(ZnodeSession &session, const LastingWork &work, QWidget *page)
    : QObject(page)
    , m_session(session)
    , m_work(work)
    , m_page(page)
{
    connect(&work, &LastingWork::ended, this, [this] {
        if (m_wanted)
            go();
    });
}

bool ZnodeLeaving::postpones(const QString &cluster)
{
    if (!m_wanted && (cluster == m_session.cluster() || m_work.isNone()))
        return false;
    m_next = {};
    if (cluster == m_session.cluster()) { // back before anything was left
        m_wanted.reset();
        if (m_box)
            m_box->close();
        return true;
    }
    m_wanted = cluster;
    askSoon();
    return true;
}

void ZnodeLeaving::askSoon()
{
    if (m_wanted)
        QMetaObject::invokeMethod(this, &ZnodeLeaving::ask, Qt::QueuedConnection);
}

void ZnodeLeaving::ask()
{
    if (!m_wanted || m_box || m_work.isNone() || !m_page->isVisible())
        return;
    m_box = askFirst(
        {tr("Leave the Cluster"), tr("Leave the cluster while something is being done there?"),
         paragraphOf({m_work.consequence(LastingWork::Undo::Goes),
                      tr("While you look at other pages than “Znodes”, it goes on.")}),
         tr("&Leave")},
        m_page, [this] { go(); }, [this] { stay(); });
}

void ZnodeLeaving::go()
{
    const std::optional<QString> cluster = std::exchange(m_wanted, std::nullopt);
    const auto next = std::exchange(m_next, {});
    if (m_box)
        m_box->close();
    if (!cluster)
        return;
    Q_EMIT left(*cluster);
    if (next)
        next();
}

void ZnodeLeaving::stay()
{
    if (std::exchange(m_wanted, std::nullopt))
        Q_EMIT stayed(m_session.cluster());
}

} // namespace zoodock
