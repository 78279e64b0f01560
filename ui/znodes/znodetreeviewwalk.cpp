// SPDX-License-Identifier: GPL-3.0-or-later
// The way to a znode that may lie deep, below what is not read yet.
#include "itemmodels/znodetreemodel.h"
#include "ui/znodes/znodetreeview.h"
#include "znodes/znodetree.h"

#include <utility>

namespace zoodock
{

void ZnodeTreeView::goTo(const ZnodePath &path)
{
    endWalk();
    m_goal = path;
    m_way = path.components();
    m_reached = {};
    m_step = 0;
    walkOn();
}

void ZnodeTreeView::awaitRow(const ZnodePath &path)
{
    endWalk();
    selectionModel()->clear();
    m_lost = path;
}

void ZnodeTreeView::walkOn()
{
    if (!m_goal)
        return;
    if (!m_znodes->indexOf(m_reached).isValid()) { // somebody deleted it, or everything is read anew
        m_reached = {};
        m_step = 0;
    }
    while (m_step < m_way.size()) {
        const ZnodePath next = m_reached.child(m_way.at(m_step));
        if (!m_znodes->indexOf(next).isValid()) {
            if (!stepInto(m_reached))
                endWalk();
            return;
        }
        m_reached = next;
        ++m_step;
    }
    endWalk();
    const QModelIndex index = m_znodes->indexOf(m_reached);
    setCurrentIndex(index);
    scrollTo(index);
    m_noting.start();
}

/// Shows how far it came.
void ZnodeTreeView::endWalk()
{
    m_patience.stop();
    if (std::exchange(m_goal, std::nullopt))
        unfold(m_step < m_way.size() || m_reached.isRoot() ? m_reached : m_reached.parent());
}

/// One layout for all levels together: a thousand of them, each laid out and painted, took ten seconds.
void ZnodeTreeView::unfold(ZnodePath at)
{
    scheduleDelayedItemsLayout();
    for (;; at = at.parent()) {
        const QModelIndex index = m_znodes->indexOf(at);
        if (index.isValid() && !isExpanded(index))
            expand(index);
        if (at.isRoot())
            return;
    }
}

bool ZnodeTreeView::stepInto(const ZnodePath &folder)
{
    const ZnodeFolder *known = m_znodes->tree()->folder(folder);
    if (known && known->state() == ZnodeFolder::State::Failed) {
        const ZnodePath goal = *m_goal; // whoever hears of it may go elsewhere
        Q_EMIT notFound(goal, *known->error());
        return false;
    }
    if (known && known->state() == ZnodeFolder::State::Loaded) {
        if (!m_patience.isActive() || m_missingIn != folder)
            m_patience.start();
        m_missingIn = folder;
        return true;
    }
    m_patience.stop(); // it was for a folder further up
    m_znodes->expand(m_znodes->indexOf(folder));
    return true;
}

/// What was made just now may be there though its row is not.
void ZnodeTreeView::doubt()
{
    if (m_goal)
        m_znodes->tree()->look(*m_goal);
}

void ZnodeTreeView::onLooked(const ZnodePath &path, bool there)
{
    if (m_goal != path)
        return;
    if (there) {
        m_patience.start();
        return;
    }
    endWalk();
    Q_EMIT notFound(path, {ErrorKind::NoNode, tr("There is no znode %1.").arg(legibleName(path.text()))});
}

void ZnodeTreeView::onLookFailed(const ZnodePath &path, const Error &error)
{
    if (m_goal != path)
        return;
    const bool goesOn = error.kind() == ErrorKind::ConnectionLost ||
                        error.kind() == ErrorKind::SessionExpired || error.kind() == ErrorKind::Timeout;
    if (goesOn) {
        m_patience.start();
        return;
    }
    endWalk();
    Q_EMIT notFound(path, error);
}

} // namespace zoodock
