// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/taskbuttons.h"

#include "clusters/clustertask.h"
#include "ui/activity/retry.h"
#include "ui/look/textformat.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPushButton>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

TaskButtons::TaskButtons(const QString &name, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_retry = makeButton(QString(), name + "Retry"_L1, &TaskButtons::retryWanted);
    m_change = makeButton(tr("Change…"), name + "Change"_L1, &TaskButtons::changeWanted);
    m_change->setToolTip(tr("Opens what was asked for, to be changed and tried again"));
    m_dismiss = makeButton(tr("Dismiss"), name + "Dismiss"_L1, &TaskButtons::dismissWanted);
    m_commands = makeButton(tr("Show C&ommands"), name + "Commands"_L1, &TaskButtons::commandsWanted);
    // Where the row ends: what comes and goes during a task comes before it.
    m_cancel = makeButton(tr("Cance&l"), name + "Cancel"_L1, &TaskButtons::cancelWanted);
}

void TaskButtons::enterEvent(QEnterEvent *event)
{
    m_pointedAt = true;
    QWidget::enterEvent(event);
}

void TaskButtons::leaveEvent(QEvent *event)
{
    m_pointedAt = false;
    keepPlaceOfCancel(false);
    QWidget::leaveEvent(event);
}

void TaskButtons::keepPlaceOfCancel(bool keep)
{
    QSizePolicy policy = m_cancel->sizePolicy();
    policy.setRetainSizeWhenHidden(keep);
    m_cancel->setSizePolicy(policy);
}

QPushButton *TaskButtons::makeButton(const QString &text, const QString &name, void (TaskButtons::*wanted)())
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, wanted);
    return button;
}

void TaskButtons::letter(Letters letters)
{
    const auto set = [](QPushButton *button, const QString &text, bool has) {
        button->setText(has ? text : withoutMnemonic(text));
    };
    set(m_retry, m_retry->text(), letters == Letters::All);
    set(m_cancel, tr("Cance&l"), letters != Letters::None);
    set(m_commands, tr("Show C&ommands"), letters != Letters::None);
}

QString TaskButtons::cancelToolTip(const ClusterTask *task) const
{
    if (task && !task->changesCluster())
        return m_cancel->isEnabled() ? tr("Stop; what was done so far stays")
                                     : tr("It is being stopped already.");
    return task && !task->isFinished() && !m_cancel->isEnabled() ? tr("It is being undone already.")
                                                                 : tr("Stop, and undo what was done so far");
}

void TaskButtons::setTask(const ClusterTask *task, Letters letters)
{
    const bool running = task && !task->isFinished();
    if (m_cancel->isVisible() && !running && m_pointedAt)
        keepPlaceOfCancel(true); // a click on its way there meets nothing
    m_cancel->setVisible(running);
    m_cancel->setEnabled(running && !task->isCancelRequested() && !task->isUndoing());
    m_cancel->setToolTip(cancelToolTip(task));
    const bool failed = task && task->hasFailed();
    m_retry->setVisible(failed && task->again());
    if (failed)
        m_retry->setText(retryText(*task));
    m_change->setVisible(task && task->isFinished() && !task->succeeded() && task->amend());
    letter(letters);
    m_commands->setVisible(task && !task->commands().isEmpty());
    m_dismiss->setVisible(task && task->isFinished());
}

} // namespace zoodock
