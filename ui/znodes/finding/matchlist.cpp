// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/finding/matchlist.h"

#include "ui/znodes/keptrow.h"

#include <QtWidgets/QScrollBar>

namespace zoodock
{

MatchList::MatchList(QWidget *parent)
    : QListView(parent)
{
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setVerticalScrollMode(ScrollPerItem);
}

void MatchList::doItemsLayout()
{
    const KeptRow kept{verticalScrollBar()->value(), m_currentRow};
    QListView::doItemsLayout();
    m_currentRow = currentIndex().row();
    kept.putBack(*this, m_currentRow);
}

void MatchList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    m_currentRow = current.row();
    QListView::currentChanged(current, previous);
}

void MatchList::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    if (currentIndex().row() >= first && currentIndex().row() <= last)
        selectionModel()->clear();
    QListView::rowsAboutToBeRemoved(parent, first, last);
}

} // namespace zoodock
