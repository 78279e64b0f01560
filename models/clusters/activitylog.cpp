// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/activitylog.h"

#include "clusters/clustertask.h"

#include <QtCore/QTimer>

#include <algorithm>

namespace zoodock
{

namespace
{

constexpr int successesKept = 50;

bool isRunning(const ClusterTask *task)
{
    return task->state() == Operation::State::Running;
}

} // namespace

ActivityLog::ActivityLog(QObject *parent)
    : QObject(parent)
{
}

ActivityLog::~ActivityLog() = default;

int ActivityLog::runningCount() const
{
    return static_cast<int>(std::count_if(m_tasks.cbegin(), m_tasks.cend(), isRunning));
}

int ActivityLog::runningChanges() const
{
    return static_cast<int>(std::count_if(m_tasks.cbegin(), m_tasks.cend(), [](const ClusterTask *task) {
        return isRunning(task) && task->changesCluster();
    }));
}

void ActivityLog::add(ClusterTask *task)
{
    task->setParent(this);
    const auto changed = [this, task] { Q_EMIT taskChanged(task); };
    connect(task, &ClusterTask::stepChanged, this, changed);
    connect(task, &ClusterTask::stepsReset, this, changed);
    connect(task, &ClusterTask::commandsChanged, this, changed);
    connect(task, &ClusterTask::changed, this, changed);
    connect(task, &ClusterTask::read, this, [this, task] { Q_EMIT taskRead(task); });
    connect(task, &Operation::finished, this, [this, task] {
        if (task->succeeded())
            markAnsweredRead(*task);
        Q_EMIT taskFinished(task);
        dropOldSuccesses();
    });
    m_tasks.prepend(task);
    Q_EMIT taskAdded(task);
}

void ActivityLog::addIfItLasts(ClusterTask *task, Quick quick, std::chrono::milliseconds moment)
{
    task->setParent(this);
    QTimer::singleShot(moment, task, [this, task] {
        if (!task->isFinished())
            add(task);
    });
    connect(task, &Operation::finished, this, [this, task, quick] {
        if (m_tasks.contains(task))
            return;
        if (quick == Quick::Failures && task->hasFailed()) {
            add(task);
            Q_EMIT taskFinished(task);
            return;
        }
        // No row tells of the success, and so none goes on telling that it failed.
        for (ClusterTask *failure : task->succeeded() ? failuresLike(*task) : QList<ClusterTask *>())
            dismiss(failure);
        if (task->succeeded()) {
            markAnsweredRead(*task);
            Q_EMIT quickSuccess(task);
        }
        task->deleteLater();
    });
}

QList<ClusterTask *> ActivityLog::failuresLike(const ClusterTask &success) const
{
    QList<ClusterTask *> failures = m_tasks;
    failures.removeIf([&success](const ClusterTask *task) {
        return !task->hasFailed() || task->cluster() != success.cluster() || task->title() != success.title();
    });
    return failures;
}

/// By their whole titles: what a search looks for is not in the lasting one.
void ActivityLog::markAnsweredRead(const ClusterTask &success)
{
    const auto aimOf = [](const ClusterTask &task) {
        return TaskAim{task.cluster(), task.title(), task.wholeness()};
    };
    const QList<ClusterTask *> tasks = m_tasks;
    for (ClusterTask *task : tasks) {
        if (task->hasFailed() && answers(aimOf(success), aimOf(*task)))
            task->markRead();
    }
}

std::vector<std::unique_ptr<ClusterTask>> ActivityLog::records() const
{
    std::vector<std::unique_ptr<ClusterTask>> records;
    for (const ClusterTask *task : m_tasks) {
        if (task->isFinished())
            records.push_back(task->record());
    }
    return records;
}

void ActivityLog::dismiss(ClusterTask *task)
{
    if (!m_tasks.contains(task) || !task->isFinished())
        return;
    if (task->hasFailed())
        task->markRead();
    Q_EMIT taskAboutToBeRemoved(task);
    m_tasks.removeOne(task);
    Q_EMIT taskRemoved();
    task->deleteLater(); // it may be in the middle of its finished()
}

void ActivityLog::dropOldSuccesses()
{
    int kept = 0;
    const QList<ClusterTask *> tasks = m_tasks;
    for (ClusterTask *task : tasks) {
        if (task->succeeded() && ++kept > successesKept)
            dismiss(task);
    }
}

} // namespace zoodock
