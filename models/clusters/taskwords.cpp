// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/clustertask.h"

namespace zoodock
{

TaskWords::TaskWords()
    : m_waiting(ClusterTask::tr("Waiting"))
    , m_running(ClusterTask::tr("Running"))
    , m_undoing(ClusterTask::tr("Undoing"))
    , m_done(ClusterTask::tr("Done"))
    , m_failed(ClusterTask::tr("Failed"))
    , m_cancelled(ClusterTask::tr("Cancelled"))
    , m_unfinished(ClusterTask::tr("Not finished"))
    , m_titleDone(ClusterTask::tr("%1: done", "task"))
    , m_titleFailed(ClusterTask::tr("%1: failed", "task"))
    , m_titleCancelled(ClusterTask::tr("%1: cancelled", "task"))
    , m_titleUnfinished(ClusterTask::tr("%1: not finished", "task"))
    , m_withDetail(ClusterTask::tr("%1: %2", "state or step, what it is doing"))
    , m_plainCancel(Error::cancelled().message())
{
    for (size_t state = 0; state < stepStates; ++state)
        m_steps.at(state) = wordFor(StepState(state));
}

const QString &TaskWords::of(const ClusterTask &task) const
{
    if (task.succeeded())
        return m_done;
    if (task.isFinished())
        return task.hasFailed() ? m_failed : task.metOthers() ? m_unfinished : m_cancelled;
    if (task.isUndoing())
        return m_undoing;
    return task.state() == Operation::State::Idle ? m_waiting : m_running;
}

QString TaskWords::withDetail(const QString &state, const QString &detail) const
{
    return detail.isEmpty() ? state : m_withDetail.arg(state, detail);
}

QString wordFor(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return ClusterTask::tr("waiting");
    case StepState::Running:
        return ClusterTask::tr("running");
    case StepState::Done:
        return ClusterTask::tr("done");
    case StepState::Failed:
        return ClusterTask::tr("failed");
    case StepState::Cancelled:
        return ClusterTask::tr("cancelled");
    case StepState::Undoing:
        return ClusterTask::tr("being undone");
    case StepState::Undone:
        return ClusterTask::tr("undone");
    case StepState::UndoFailed:
        return ClusterTask::tr("could not be undone");
    case StepState::NotBegun:
        return ClusterTask::tr("not begun");
    case StepState::Unfinished:
        return ClusterTask::tr("not finished");
    }
    return {};
}

} // namespace zoodock
