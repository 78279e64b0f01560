// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/historydialog.h"

#include "ui/look/icons.h"
#include "ui/look/meaning.h"
#include "ui/look/textformat.h"

#include <QtGui/QClipboard>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTreeView>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

enum Column { WhenColumn, WhatColumn, OutcomeColumn, TookColumn };

QString wordFor(PastTask::Outcome outcome)
{
    switch (outcome) {
    case PastTask::Outcome::Failed:
        return HistoryDialog::tr("Failed");
    case PastTask::Outcome::Cancelled:
        return HistoryDialog::tr("Cancelled");
    case PastTask::Outcome::Unfinished:
        return HistoryDialog::tr("Not finished");
    case PastTask::Outcome::Interrupted:
        return HistoryDialog::tr("Interrupted");
    case PastTask::Outcome::Done:
        break;
    }
    return HistoryDialog::tr("Done");
}

QString detailsOf(const PastTask &task)
{
    const QString message = task.outcome == PastTask::Outcome::Interrupted
                                ? HistoryDialog::tr("ZooDock was ended while this was under way. How far it "
                                                    "came was not written down.")
                                : task.message;
    const QString heading = task.foreign && !message.isEmpty()
                                ? HistoryDialog::tr("Word for word, in the language of that time:")
                                : QString();
    QStringList parts;
    for (const QString &part : {task.reason, heading, message, task.detail, task.commands.join(u'\n')}) {
        if (!part.isEmpty())
            parts += part;
    }
    return parts.join(u"\n\n"_s);
}

} // namespace

HistoryDialog::HistoryDialog(QList<PastTask> tasks, QWidget *parent)
    : QDialog(parent)
    , m_tasks(std::move(tasks))
    , m_model(new QStandardItemModel(this))
    , m_view(new QTreeView(this))
    , m_details(new QPlainTextEdit(this))
    , m_copy(new QPushButton(actionIcon(u"copy"_s), tr("&Copy Details"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Activity History"));
    fill();
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAccessibleName(tr("What was done"));
    m_view->header()->setStretchLastSection(false);
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_view->resizeColumnToContents(column);
    m_view->header()->setSectionResizeMode(WhatColumn, QHeaderView::Stretch);
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_details->setAccessibleName(tr("Details and commands"));
    m_details->setPlaceholderText(tr("Nothing more is known about it."));
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_view);
    splitter->addWidget(m_details);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 1);
    auto *none = new QLabel(tr("Nothing was done yet."), this);
    none->setVisible(m_tasks.isEmpty());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(none);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_details->toPlainText()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &HistoryDialog::showDetails);
    m_view->setCurrentIndex(m_model->index(0, 0));
    m_view->setFocus();
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 32);
}

void HistoryDialog::fill()
{
    m_model->setHorizontalHeaderLabels({tr("When"), tr("What"), tr("Outcome"), tr("Took")});
    for (const PastTask &task : std::as_const(m_tasks)) {
        auto *when = new QStandardItem(shortTimeText(task.begun));
        when->setToolTip(exactTimeText(task.begun));
        auto *what = new QStandardItem(task.title);
        auto *outcome = new QStandardItem(wordFor(task.outcome));
        when->setAccessibleText(
            tr("%1, %2, %3", "when, what, outcome").arg(when->text(), what->text(), outcome->text()));
        const bool lasted = task.outcome != PastTask::Outcome::Interrupted; // else nobody knows how long
        m_model->appendRow(
            {when, what, outcome, new QStandardItem(lasted ? secondsText(task.elapsed) : QString())});
    }
    tint();
}

void HistoryDialog::tint()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_tasks.at(row).outcome == PastTask::Outcome::Failed)
            m_model->item(row, OutcomeColumn)->setForeground(colourOf(Meaning::Down, palette()));
    }
}

void HistoryDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

/// Widths that are remembered may be of another language.
void HistoryDialog::showEvent(QShowEvent *event)
{
    const QAbstractItemView &view = *m_view; // where that is public
    for (const int column : {WhenColumn, OutcomeColumn, TookColumn}) {
        const int least = std::max(m_view->header()->sectionSizeHint(column), view.sizeHintForColumn(column));
        if (m_view->columnWidth(column) < least)
            m_view->setColumnWidth(column, least);
    }
    QDialog::showEvent(event);
}

void HistoryDialog::showDetails()
{
    const int row = m_view->currentIndex().row();
    const QString details = row < 0 ? QString() : detailsOf(m_tasks.at(row));
    // That there is none is said as everything else is.
    m_details->setFont(details.isEmpty() ? font() : QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_details->setPlainText(details);
    m_copy->setEnabled(!details.isEmpty());
}

} // namespace zoodock
