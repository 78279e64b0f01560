// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/changes/znodeleaving.h"

#include "ui/znodes/changes/znodechanger.h"
#include "ui/znodes/connection/znodesession.h"
#include "ui/znodes/question.h"

#include <QtWidgets/QMessageBox>

#include <utility>

namespace zoodock
{

ZnodeLeaving::ZnodeLeaving(ZnodeSession &session, ZnodeChanger &changer, QWidget *page)
    : QObject(page)
    , m_session(session)
    , m_changer(changer)
    , m_page(page)
{
    // Queued: between two steps of what runs nothing seems to run.
    connect(
        &changer, &ZnodeChanger::busyChanged, this,
        [this] {
            if (m_wanted && m_changer.lastingWork().isEmpty())
                go();
        },
        Qt::QueuedConnection);
}

bool ZnodeLeaving::postpones(const QString &cluster)
{
    if (!m_wanted && (cluster == m_session.cluster() || m_changer.lastingWork().isEmpty()))
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
    const QString work = m_changer.lastingWork();
    if (!m_wanted || m_box || work.isEmpty() || !m_page->isVisible())
        return;
    m_box = askFirst(
        {tr("Leave the Cluster"), tr("Leave the cluster while something is being done there?"),
         tr("“%1” is cut off then: what it has changed by then stays so and can no longer be "
            "taken back with Undo, and a file that is not whole yet is not written. While you "
            "look at other pages than “Znodes”, it goes on.")
             .arg(work),
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
