// SPDX-License-Identifier: GPL-3.0-or-later
// What the activity is made of.
#include "ui/activity/activitybar.h"

#include "clusters/clustertask.h"
#include "itemmodels/activitymodel.h"
#include "ui/activity/activitydelegate.h"
#include "ui/activity/taskbuttons.h"
#include "ui/look/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

QWidget *ActivityBar::makeLine()
{
    auto *line = new QWidget(this);
    m_glyph = new GlyphLabel(1.1, line);
    m_sentence = new ElidedLabel(line);
    m_sentence->setObjectName(u"activitySentence"_s);
    m_progress = new QProgressBar(line);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(fontMetrics().averageCharWidth() * 18);
    m_progress->setMaximumHeight(fontMetrics().height() / 2 + 2);
    m_progress->setAccessibleName(tr("How far it is"));
    m_progress->setRange(0, 1000);
    m_elapsed = new QLabel(line);
    m_unread = new QPushButton(line);
    m_unread->setObjectName(u"activityUnread"_s);
    m_unread->setToolTip(tr("Opens the list at what failed"));
    m_buttons = new TaskButtons(u"activity"_s, line);
    m_toggle = new QToolButton(line);
    m_toggle->setObjectName(u"activityToggle"_s);
    m_toggle->setCheckable(true);
    m_toggle->setAutoRaise(true);
    m_toggle->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_glyph);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_elapsed);
    layout->addWidget(m_unread);
    layout->addWidget(m_buttons);
    layout->addWidget(m_toggle);
    return line;
}

QWidget *ActivityBar::makeList()
{
    m_view = new QTreeView(this);
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Tasks and their steps"));
    m_view->setItemDelegateForColumn(ActivityModel::StateColumn, new ActivityDelegate(m_view));
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setMinimumHeight(fontMetrics().height() * 7); // two tasks with their steps
    m_view->setMaximumHeight(fontMetrics().height() * 14);
    m_view->header()->setStretchLastSection(false);
    m_view->setColumnWidth(ActivityModel::WhatColumn, fontMetrics().averageCharWidth() * 50);
    m_view->header()->setSectionResizeMode(ActivityModel::StateColumn, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(ActivityModel::ElapsedColumn, QHeaderView::ResizeToContents);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ActivityBar::refreshButtons);
    return m_view;
}

QWidget *ActivityBar::makeChosen()
{
    m_chosen = new QWidget(this);
    m_chosenSentence = new QLabel(m_chosen);
    m_chosenSentence->setObjectName(u"chosenSentence"_s);
    m_chosenSentence->setTextFormat(Qt::PlainText);
    m_chosenSentence->setWordWrap(true);
    m_chosenButtons = new TaskButtons(u"chosen"_s, m_chosen);
    auto *layout = new QHBoxLayout(m_chosen);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_chosenSentence, 1);
    layout->addWidget(m_chosenButtons);
    return m_chosen;
}

} // namespace zoodock
