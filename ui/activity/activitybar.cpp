// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activitybar.h"

#include "clusters/activitylog.h"
#include "clusters/clustertask.h"
#include "clusters/operationtask.h"
#include "core/errorbackground.h"
#include "itemmodels/activitymodel.h"
#include "ui/activity/commandsdialog.h"
#include "ui/activity/retry.h"
#include "ui/activity/taskbuttons.h"
#include "ui/activity/tasktexts.h"
#include "ui/look/errordetails.h"
#include "ui/look/icons.h"
#include "ui/look/labels.h"
#include "ui/look/textformat.h"

#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

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
    layout->addWidget(makeChosen());
    m_output = new ErrorDetails(this);
    m_output->setLettered(false); // a banner's has it
    layout->addWidget(m_output);
    connectButtons(*m_buttons, &ActivityBar::shown);
    connectButtons(*m_chosenButtons, &ActivityBar::chosen);
    connect(m_unread, &QPushButton::clicked, this, &ActivityBar::showUnread);
    connect(m_toggle, &QToolButton::toggled, this, &ActivityBar::setExpanded);
    m_elapsedTimer.setInterval(100);
    connect(&m_elapsedTimer, &QTimer::timeout, this, &ActivityBar::refreshLine);
    connect(&log, &ActivityLog::taskAdded, this, &ActivityBar::refresh);
    connect(&log, &ActivityLog::taskRemoved, this, &ActivityBar::refresh);
    connect(&log, &ActivityLog::taskChanged, this, &ActivityBar::refresh);
    connect(&log, &ActivityLog::taskFinished, this, &ActivityBar::refresh);
    connect(&log, &ActivityLog::taskRead, this, &ActivityBar::refreshUnread);
    setExpanded(false);
    refresh();
}

void ActivityBar::connectButtons(TaskButtons &buttons, ClusterTask *(ActivityBar::*task)() const)
{
    connect(&buttons, &TaskButtons::retryWanted, this,
            [this, task] { retry(m_log, (this->*task)(), *this); });
    connect(&buttons, &TaskButtons::changeWanted, this, [this, task] {
        ClusterTask *ended = (this->*task)();
        if (!ended || !ended->amend())
            return;
        const ClusterTask::Amend amend = ended->amend();
        amend(*window(), *ended); // whose row stays until the new one is asked for
    });
    connect(&buttons, &TaskButtons::cancelWanted, this, [this, task] {
        if (ClusterTask *running = (this->*task)())
            running->cancel();
        refresh();
    });
    connect(&buttons, &TaskButtons::commandsWanted, this, [this, task] { showCommands((this->*task)()); });
    connect(&buttons, &TaskButtons::dismissWanted, this, [this, task] {
        if (ClusterTask *finished = (this->*task)())
            m_log.dismiss(finished);
    });
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
    refreshButtons();
}

void ActivityBar::setShownZnodes(const QString &cluster)
{
    m_shownZnodes = cluster;
    refreshLine();
}

void ActivityBar::setEarlierFailures(const QList<PastTask> &failures)
{
    m_earlierFailures = failures;
    refresh();
}

void ActivityBar::keepEarlierFailures(const QList<PastTask> &unread)
{
    const auto isAnswered = [&unread](const PastTask &failure) {
        return std::none_of(unread.cbegin(), unread.cend(), [&failure](const PastTask &one) {
            return one.begun == failure.begun && one.cluster == failure.cluster;
        });
    };
    if (m_earlierFailures.removeIf(isAnswered) > 0)
        refresh();
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
    failures.removeIf(
        [this](const ClusterTask *task) { return !task->hasFailed() || task == m_shown || task->isRead(); });
    return failures;
}

void ActivityBar::showUnread()
{
    const QList<ClusterTask *> failures = unread();
    if (failures.isEmpty()) {
        Q_EMIT historyWanted();
        return;
    }
    const QModelIndex index = m_model->index(int(m_log.tasks().indexOf(failures.constFirst())), 0);
    setExpanded(true);
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
    m_view->setFocus(Qt::OtherFocusReason);
}

void ActivityBar::refreshUnread()
{
    const int count = int(unread().size() + m_earlierFailures.size());
    m_unread->setVisible(count > 0);
    m_unread->setText(tr("%Ln failure(s) to read", nullptr, count));
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
    setVisible(task || !m_earlierFailures.isEmpty());
    m_toggle->setVisible(task != nullptr);
    if (task)
        refreshLine();
    else
        showNothing();
    refreshButtons();
    if (task && !task->isFinished())
        m_elapsedTimer.start();
    else
        m_elapsedTimer.stop();
}

void ActivityBar::showNothing()
{
    m_glyph->setLook({Glyph::Cross, Meaning::Down});
    m_sentence->setFullText(earlierSentence(m_earlierFailures));
    for (QWidget *part : {static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_failure)})
        part->hide();
    m_elapsed->clear();
}

void ActivityBar::refreshLine()
{
    if (!m_shown)
        return;
    const bool running = !m_shown->isFinished();
    m_glyph->setLook(taskLook(*m_shown));
    m_sentence->setFullText(taskSentence(*m_shown));
    m_elapsed->setText(secondsText(m_shown->elapsed()));
    const double progress = progressOf(*m_shown);
    m_progress->setVisible(running && progress >= 0);
    m_progress->setValue(int(progress * m_progress->maximum()));
    const QString end = m_shown->endSentence();
    m_failure->setVisible(!end.isEmpty() && !isInBanner(*m_shown) && !isOnPage(*m_shown));
    m_failure->setText(end);
}

void ActivityBar::refreshButtons()
{
    refreshChosen();
    ClusterTask *task = chosen();
    const bool failed = task && task->hasFailed();
    const QString output = failed ? backgroundOf(task->outcome().error()) : QString();
    m_output->setText(output);
    m_output->setVisible(isExpanded() && !output.isEmpty());
    if (isExpanded() && failed)
        task->markRead();
    refreshUnread();
}

bool ActivityBar::isInBanner(const ClusterTask &task) const
{
    return task.hasFailed() && task.changesCluster() && task.cluster() == m_shownCluster;
}

bool ActivityBar::isOnPage(const ClusterTask &task) const
{
    const auto *work = qobject_cast<const OperationTask *>(&task);
    const bool isTold = work && (work->hasFailed() || work->metOthers());
    return isTold && work->isFailureOnPage() && work->cluster() == m_shownZnodes;
}

/// The page above tells of a failure, and has its Try Again.
bool ActivityBar::hasBanner() const
{
    const QList<ClusterTask *> &tasks = m_log.tasks();
    return std::any_of(tasks.cbegin(), tasks.cend(),
                       [this](const ClusterTask *task) { return isInBanner(*task); });
}

void ActivityBar::refreshChosen()
{
    const ClusterTask *task = chosen();
    const bool another = task && task != m_shown;
    m_chosen->setVisible(another);
    // Who chose a row means that one.
    using Letters = TaskButtons::Letters;
    const Letters letters = hasBanner() ? Letters::NoRetry : Letters::All;
    m_buttons->setTask(m_shown, another ? Letters::None : letters);
    m_chosenButtons->setTask(task, another ? letters : Letters::None);
    if (!another)
        return;
    const QString end = task->endSentence();
    const QString sentence = taskSentence(*task);
    m_chosenSentence->setText(end.isEmpty() ? sentence : sentence + u'\n' + end);
}

} // namespace zoodock
