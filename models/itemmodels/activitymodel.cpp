// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/activitymodel.h"

#include "clusters/activitylog.h"
#include "clusters/clustertask.h"

#include <QtCore/QLocale>
#include <QtCore/QTimer>

#include <algorithm>
#include <vector>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr auto tick = std::chrono::milliseconds(200);

/// The rows below a task as the views know them; a task says "changed" after it has changed.
struct TaskNode
{
    ClusterTask *task = nullptr;
    int steps = 0;
};

QString taskDetail(const ClusterTask &task)
{
    return task.isFinished() ? task.endSentence() : task.currentSentence();
}

QString secondsText(std::chrono::milliseconds elapsed)
{
    if (elapsed.count() <= 0)
        return {};
    return ActivityModel::tr("%1 s", "elapsed seconds")
        .arg(QLocale().toString(double(elapsed.count()) / 1000.0, 'f', 1));
}

std::chrono::milliseconds stepElapsed(const ClusterTask &task, const TaskStep &step)
{
    const bool moving = step.state == StepState::Running || step.state == StepState::Undoing;
    if (moving && !task.isFinished() && step.startedAt.count() >= 0)
        return task.elapsed() - step.startedAt;
    return step.elapsed;
}

} // namespace

struct ActivityModel::Private
{
    Private(ActivityModel *model, ActivityLog &activityLog)
        : q(model)
        , log(activityLog)
    {
    }

    ActivityModel *q;
    ActivityLog &log;
    std::vector<std::unique_ptr<TaskNode>> nodes;
    QTimer ticker;

    [[nodiscard]] int rowOf(const ClusterTask *task) const
    {
        const auto found = std::find_if(nodes.cbegin(), nodes.cend(),
                                        [task](const auto &node) { return node->task == task; });
        return found == nodes.cend() ? -1 : int(found - nodes.cbegin());
    }
    void add(ClusterTask *task);
    void remove(ClusterTask *task);
    void mergeSteps(ClusterTask *task);
    void changed(ClusterTask *task);
    void stepChanged(ClusterTask *task, int step);
    void advance();
    [[nodiscard]] QVariant taskData(const ClusterTask &task, int column, int role) const;
    [[nodiscard]] QVariant stepData(const ClusterTask &task, const TaskStep &step, int column,
                                    int role) const;
};

void ActivityModel::Private::add(ClusterTask *task)
{
    if (rowOf(task) >= 0)
        return;
    const QList<ClusterTask *> &tasks = log.tasks();
    const qsizetype position = tasks.indexOf(task);
    if (position < 0)
        return;
    int row = 0;
    while (row < int(nodes.size()) && tasks.indexOf(nodes[size_t(row)]->task) < position)
        ++row;
    q->beginInsertRows({}, row, row);
    nodes.insert(nodes.begin() + row, std::make_unique<TaskNode>(TaskNode{task, 0}));
    q->endInsertRows();
    connect(task, &ClusterTask::stepsReset, q, [this, task] { mergeSteps(task); });
    connect(task, &ClusterTask::stepChanged, q, [this, task](int step) { stepChanged(task, step); });
    mergeSteps(task);
}

void ActivityModel::Private::remove(ClusterTask *task)
{
    const int row = rowOf(task);
    if (row < 0)
        return;
    task->disconnect(q);
    q->beginRemoveRows({}, row, row);
    nodes.erase(nodes.begin() + row);
    q->endRemoveRows();
}

void ActivityModel::Private::mergeSteps(ClusterTask *task)
{
    const int row = rowOf(task);
    if (row < 0)
        return;
    TaskNode &node = *nodes[size_t(row)];
    const QModelIndex parent = q->index(row, 0);
    const int count = int(task->steps().size());
    if (count < node.steps) {
        q->beginRemoveRows(parent, count, node.steps - 1);
        node.steps = count;
        q->endRemoveRows();
    } else if (count > node.steps) {
        q->beginInsertRows(parent, node.steps, count - 1);
        node.steps = count;
        q->endInsertRows();
    }
    changed(task);
}

void ActivityModel::Private::changed(ClusterTask *task)
{
    const int row = rowOf(task);
    if (row < 0)
        return;
    const QModelIndex parent = q->index(row, 0);
    Q_EMIT q->dataChanged(parent, q->index(row, ColumnCount - 1));
    if (const int steps = q->rowCount(parent); steps > 0)
        Q_EMIT q->dataChanged(q->index(0, 0, parent), q->index(steps - 1, ColumnCount - 1, parent));
    if (!task->isFinished() && !ticker.isActive())
        ticker.start();
}

void ActivityModel::Private::stepChanged(ClusterTask *task, int step)
{
    const int row = rowOf(task);
    if (row < 0 || step < 0 || step >= nodes[size_t(row)]->steps)
        return;
    const QModelIndex parent = q->index(row, 0);
    Q_EMIT q->dataChanged(parent, q->index(row, ColumnCount - 1));
    Q_EMIT q->dataChanged(q->index(step, 0, parent), q->index(step, ColumnCount - 1, parent));
}

void ActivityModel::Private::advance()
{
    bool running = false;
    for (size_t row = 0; row < nodes.size(); ++row) {
        if (nodes[row]->task->isFinished())
            continue;
        running = true;
        const QModelIndex elapsed = q->index(int(row), ElapsedColumn);
        Q_EMIT q->dataChanged(elapsed, elapsed);
        const QModelIndex parent = q->index(int(row), 0);
        if (const int steps = q->rowCount(parent); steps > 0)
            Q_EMIT q->dataChanged(q->index(0, ElapsedColumn, parent),
                                  q->index(steps - 1, ElapsedColumn, parent));
    }
    if (!running)
        ticker.stop();
}

QVariant ActivityModel::Private::taskData(const ClusterTask &task, int column, int role) const
{
    const QString what = task.title();
    const QString detail = taskDetail(task);
    const QString state = task.words().withDetail(task.words().of(task), detail);
    switch (role) {
    case Qt::DisplayRole:
        if (column == WhatColumn)
            return what;
        return column == StateColumn ? state : secondsText(task.elapsed());
    case Qt::AccessibleTextRole:
        return column == WhatColumn ? ActivityModel::tr("%1, %2", "task, state").arg(what, state)
                                    : QVariant();
    case Qt::ToolTipRole:
    case DetailRole:
        return detail;
    case RunningRole:
        return !task.isFinished();
    case FailedRole:
        return task.hasFailed();
    default:
        return {};
    }
}

QVariant ActivityModel::Private::stepData(const ClusterTask &task, const TaskStep &step, int column,
                                          int role) const
{
    const QString state = task.words().withDetail(task.words().of(step.state), step.detail);
    switch (role) {
    case Qt::DisplayRole:
        if (column == WhatColumn)
            return step.sentence;
        return column == StateColumn ? state : secondsText(stepElapsed(task, step));
    case Qt::AccessibleTextRole:
        return column == WhatColumn ? ActivityModel::tr("%1, %2", "step, state").arg(step.sentence, state)
                                    : QVariant();
    case Qt::ToolTipRole:
    case DetailRole:
        return step.detail;
    case StepStateRole:
        return int(step.state);
    case RunningRole:
        return step.state == StepState::Running || step.state == StepState::Undoing;
    case FailedRole:
        return step.state == StepState::Failed || step.state == StepState::UndoFailed;
    default:
        return {};
    }
}

ActivityModel::ActivityModel(ActivityLog &log, QObject *parent)
    : QAbstractItemModel(parent)
    , d(std::make_unique<Private>(this, log))
{
    d->ticker.setInterval(tick);
    connect(&d->ticker, &QTimer::timeout, this, [this] { d->advance(); });
    const QList<ClusterTask *> tasks = log.tasks();
    for (ClusterTask *task : tasks)
        d->add(task);
    connect(&log, &ActivityLog::taskAdded, this, [this](ClusterTask *task) { d->add(task); });
    connect(&log, &ActivityLog::taskAboutToBeRemoved, this, [this](ClusterTask *task) { d->remove(task); });
    connect(&log, &ActivityLog::taskChanged, this, [this](ClusterTask *task) { d->changed(task); });
    connect(&log, &ActivityLog::taskFinished, this, [this](ClusterTask *task) { d->changed(task); });
}

ActivityModel::~ActivityModel() = default;

ClusterTask *ActivityModel::task(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    if (const auto *node = static_cast<const TaskNode *>(index.constInternalPointer()))
        return node->task;
    return d->nodes[size_t(index.row())]->task;
}

// A task's index carries no pointer; a step's carries its task's node.
QModelIndex ActivityModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return parent.isValid() ? createIndex(row, column, d->nodes[size_t(parent.row())].get())
                            : createIndex(row, column);
}

QModelIndex ActivityModel::parent(const QModelIndex &child) const
{
    const auto *node =
        child.isValid() ? static_cast<const TaskNode *>(child.constInternalPointer()) : nullptr;
    return node ? createIndex(d->rowOf(node->task), 0) : QModelIndex();
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(d->nodes.size());
    const bool isStep = parent.constInternalPointer() != nullptr;
    return isStep || parent.column() > 0 ? 0 : d->nodes[size_t(parent.row())]->steps;
}

int ActivityModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ClusterTask &shown = *task(index);
    if (!index.parent().isValid())
        return d->taskData(shown, index.column(), role);
    if (index.row() >= int(shown.steps().size())) // reset, and we have not been told yet
        return {};
    return d->stepData(shown, shown.steps().at(index.row()), index.column(), role);
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhatColumn:
        return tr("What");
    case StateColumn:
        return tr("State");
    case ElapsedColumn:
        return tr("Elapsed");
    default:
        return {};
    }
}

} // namespace zoodock
