// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activitybar.h"

#include "clusters/activitylog.h"
#include "clusters/clustertask.h"
#include "itemmodels/activitymodel.h"
#include "ui/activity/activitydelegate.h"
#include "ui/activity/commandsdialog.h"
#include "ui/activity/retry.h"
#include "ui/look/errordetails.h"
#include "ui/look/icons.h"
#include "ui/look/labels.h"
#include "ui/look/textformat.h"

#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

int doneSteps(const ClusterTask &task)
{
    return int(std::count_if(task.steps().cbegin(), task.steps().cend(), [](const TaskStep &step) {
        return step.state == StepState::Done || step.state == StepState::Undone;
    }));
}

QString sentenceOf(const ClusterTask &task)
{
    if (!task.isFinished()) {
        const QString now = task.currentSentence();
        return now.isEmpty() ? task.title()
                             : ActivityBar::tr("%1: %2", "task, what it is doing").arg(task.title(), now);
    }
    if (task.succeeded())
        return ActivityBar::tr("%1: done", "task").arg(task.title());
    if (!task.hasFailed())
        return ActivityBar::tr("%1: cancelled, and undone", "task").arg(task.title());
    return ActivityBar::tr("%1: failed", "task").arg(task.title());
}

Look lookOf(const ClusterTask &task)
{
    if (!task.isFinished())
        return {Glyph::HalfDisc, task.isUndoing() ? Meaning::Looking : Meaning::Leader};
    if (task.succeeded())
        return {Glyph::Check, Meaning::Follower};
    return task.hasFailed() ? Look{Glyph::Cross, Meaning::Down} : Look{Glyph::Slash, Meaning::Unknown};
}

} // namespace

ActivityBar::ActivityBar(ActivityLog &log, QWidget *parent)
    : QFrame(parent)
    , m_log(log)
    , m_model(new ActivityModel(log, this))
{
    setAccessibleName(tr("Activity"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 8, 20, 8);
    layout->setSpacing(8);
    layout->addWidget(makeLine());
    m_failure = new QLabel(this);
    m_failure->setTextFormat(Qt::PlainText);
    m_failure->setWordWrap(true);
    m_failure->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_failure->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(m_failure);
    layout->addWidget(makeList());
    m_output = new ErrorDetails(this);
    layout->addWidget(m_output);
    connectButtons();
    m_elapsedTimer.setInterval(100);
    connect(&m_elapsedTimer, &QTimer::timeout, this, &ActivityBar::refreshLine);
    connect(&log, &ActivityLog::taskAdded, this, &ActivityBar::refresh);
    connect(&log, &ActivityLog::taskAboutToBeRemoved, this,
            [this](const ClusterTask *task) { m_read.remove(task); });
    connect(&log, &ActivityLog::taskRemoved, this, &ActivityBar::refresh);
    connect(&log, &ActivityLog::taskChanged, this, &ActivityBar::refresh);
    connect(&log, &ActivityLog::taskFinished, this, &ActivityBar::refresh);
    setExpanded(false);
    refresh();
}

QPushButton *ActivityBar::makeButton(const QString &text, const QString &name)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    return button;
}

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
    m_progress->setAccessibleName(tr("Steps done"));
    m_elapsed = new QLabel(line);
    m_unread = makeButton(QString(), u"activityUnread"_s);
    m_unread->setToolTip(tr("Opens the list at what failed"));
    m_retry = makeButton(QString(), u"activityRetry"_s);
    m_cancel = makeButton(tr("Cance&l"), u"activityCancel"_s);
    m_commands = makeButton(tr("Show C&ommands"), u"activityCommands"_s);
    m_dismiss = makeButton(tr("Dismiss"), u"activityDismiss"_s);
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
    for (QWidget *button : {static_cast<QWidget *>(m_unread), static_cast<QWidget *>(m_retry),
                            static_cast<QWidget *>(m_cancel), static_cast<QWidget *>(m_commands),
                            static_cast<QWidget *>(m_dismiss), static_cast<QWidget *>(m_toggle)})
        layout->addWidget(button);
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
    m_view->setMinimumHeight(fontMetrics().height() * 9);
    m_view->setMaximumHeight(fontMetrics().height() * 14);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(ActivityModel::WhatColumn, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(ActivityModel::StateColumn, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(ActivityModel::ElapsedColumn, QHeaderView::ResizeToContents);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ActivityBar::refreshButtons);
    return m_view;
}

void ActivityBar::connectButtons()
{
    connect(m_unread, &QPushButton::clicked, this, &ActivityBar::showUnread);
    connect(m_retry, &QPushButton::clicked, this, [this] { retry(m_log, chosen(), *this); });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (ClusterTask *task = chosen())
            task->cancel();
        refreshButtons();
    });
    connect(m_commands, &QPushButton::clicked, this, [this] { showCommands(chosen()); });
    connect(m_dismiss, &QPushButton::clicked, this, [this] {
        if (ClusterTask *task = chosen())
            m_log.dismiss(task);
    });
    connect(m_toggle, &QToolButton::toggled, this, &ActivityBar::setExpanded);
}

void ActivityBar::setExpanded(bool expanded)
{
    m_toggle->setChecked(expanded);
    m_toggle->setIcon(actionIcon(expanded ? u"collapse"_s : u"expand"_s));
    m_toggle->setAccessibleName(expanded ? tr("Hide the tasks") : tr("Show all tasks"));
    m_toggle->setToolTip(m_toggle->accessibleName());
    m_view->setVisible(expanded);
    if (expanded && m_shown) {
        const qsizetype row = m_log.tasks().indexOf(m_shown);
        m_view->expand(m_model->index(int(row), 0));
    }
    refreshButtons();
    Q_EMIT expandedChanged(expanded);
}

bool ActivityBar::isExpanded() const
{
    return m_toggle->isChecked();
}

void ActivityBar::showCommands(ClusterTask *task)
{
    if (task)
        (new CommandsDialog(*task, window()))->open();
}

void ActivityBar::setShownCluster(const QString &cluster)
{
    m_shownCluster = cluster;
    refreshLine();
}

void ActivityBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(0, 0, width(), 0);
}

ClusterTask *ActivityBar::mostImportant() const
{
    const QList<ClusterTask *> &tasks = m_log.tasks();
    const auto running = std::find_if(tasks.cbegin(), tasks.cend(),
                                      [](const ClusterTask *task) { return !task->isFinished(); });
    if (running != tasks.cend())
        return *running;
    return tasks.isEmpty() ? nullptr : tasks.constFirst();
}

QList<ClusterTask *> ActivityBar::unread() const
{
    QList<ClusterTask *> failures = m_log.tasks();
    failures.removeIf([this](const ClusterTask *task) {
        return !task->hasFailed() || task == m_shown || m_read.contains(task);
    });
    return failures;
}

void ActivityBar::showUnread()
{
    const QList<ClusterTask *> failures = unread();
    if (failures.isEmpty())
        return;
    const QModelIndex index = m_model->index(int(m_log.tasks().indexOf(failures.constFirst())), 0);
    setExpanded(true);
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
    m_view->setFocus(Qt::OtherFocusReason);
}

void ActivityBar::refreshUnread()
{
    const int count = int(unread().size());
    m_unread->setVisible(count > 0);
    m_unread->setText(tr("%n failure(s) to read", nullptr, count));
}

ClusterTask *ActivityBar::chosen() const
{
    ClusterTask *selected = isExpanded() ? m_model->task(m_view->currentIndex()) : nullptr;
    return selected ? selected : m_shown.data();
}

void ActivityBar::refresh()
{
    ClusterTask *task = mostImportant();
    if (task && task != m_shown && isExpanded())
        m_view->expand(m_model->index(int(m_log.tasks().indexOf(task)), 0));
    m_shown = task;
    setVisible(task != nullptr);
    refreshLine();
    refreshButtons();
    if (task && !task->isFinished())
        m_elapsedTimer.start();
    else
        m_elapsedTimer.stop();
}

void ActivityBar::refreshLine()
{
    if (!m_shown)
        return;
    const bool running = !m_shown->isFinished();
    m_glyph->setLook(lookOf(*m_shown));
    m_sentence->setFullText(sentenceOf(*m_shown));
    m_elapsed->setText(secondsText(m_shown->elapsed()));
    m_progress->setVisible(running && m_shown->steps().size() > 1);
    m_progress->setRange(0, int(m_shown->steps().size()));
    m_progress->setValue(doneSteps(*m_shown));
    m_failure->setVisible(m_shown->hasFailed() && m_shown->cluster() != m_shownCluster);
    m_failure->setText(m_shown->hasFailed() ? m_shown->outcome().error().message() : QString());
}

void ActivityBar::refreshButtons()
{
    const ClusterTask *task = chosen();
    const bool running = task && !task->isFinished();
    m_cancel->setVisible(running);
    m_cancel->setEnabled(running && !task->isCancelRequested() && !task->isUndoing());
    m_cancel->setToolTip(running && !m_cancel->isEnabled() ? tr("It is being undone already.")
                                                           : tr("Stop, and undo what was done so far"));
    const bool failed = task && task->hasFailed();
    m_retry->setVisible(failed && task->again());
    if (failed)
        m_retry->setText(retryText(*task));
    const QString output = failed ? ErrorDetails::textOf(task->outcome().error()) : QString();
    m_output->setText(output);
    m_output->setVisible(isExpanded() && !output.isEmpty());
    m_commands->setVisible(task && !task->commands().isEmpty());
    m_dismiss->setVisible(task && task->isFinished());
    if (isExpanded() && failed)
        m_read.insert(task);
    refreshUnread();
}

} // namespace zoodock
