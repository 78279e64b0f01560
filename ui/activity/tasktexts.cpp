// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/tasktexts.h"

#include "clusters/activityhistory.h"
#include "clusters/clustertask.h"
#include "ui/activity/activitybar.h"

#include <algorithm>

namespace zoodock
{

namespace
{

QString runningSentence(const ClusterTask &task)
{
    const QString now = task.currentSentence();
    if (task.isUndoing())
        return now.isEmpty() ? ActivityBar::tr("%1: Undoing …", "task").arg(task.title())
                             : ActivityBar::tr("%1: Undoing: %2", "task, a step").arg(task.title(), now);
    if (task.isCancelRequested())
        return now.isEmpty() ? ActivityBar::tr("%1: Cancelling …", "task").arg(task.title())
                             : ActivityBar::tr("%1: Cancelling: %2", "task, a step").arg(task.title(), now);
    return now.isEmpty() ? task.title()
                         : ActivityBar::tr("%1: %2", "task, what it is doing").arg(task.title(), now);
}

} // namespace

double progressOf(const ClusterTask &task)
{
    const QList<TaskStep> &steps = task.steps();
    if (const double known = task.progress(); known >= 0 || steps.size() < 2)
        return known;
    const auto done = std::count_if(steps.cbegin(), steps.cend(), [](const TaskStep &step) {
        return step.state == StepState::Done || step.state == StepState::Undone;
    });
    return double(done) / double(steps.size());
}

QString taskSentence(const ClusterTask &task)
{
    if (!task.isFinished())
        return runningSentence(task);
    if (task.succeeded())
        return task.words().done(task.title());
    if (task.metOthers())
        return task.words().unfinished(task.title());
    return task.hasFailed() ? task.words().failed(task.title()) : task.words().cancelled(task.title());
}

QString earlierSentence(const QList<PastTask> &failures)
{
    const PastTask last = failures.value(0);
    const QString newest = last.outcome == PastTask::Outcome::Interrupted
                               ? ActivityBar::tr("%1: interrupted", "task").arg(last.title)
                               : TaskWords().failed(last.title);
    const int others = int(failures.size()) - 1;
    if (others < 1)
        return ActivityBar::tr("In an earlier start of ZooDock: %1", "Create orders: failed").arg(newest);
    return ActivityBar::tr("In earlier starts of ZooDock: %1, and %Ln other failure(s)",
                           "Create orders: failed", others)
        .arg(newest);
}

Look taskLook(const ClusterTask &task)
{
    if (!task.isFinished())
        return {Glyph::HalfDisc, task.isUndoing() ? Meaning::Looking : Meaning::Leader};
    if (task.succeeded())
        return {Glyph::Check, Meaning::Follower};
    if (task.metOthers())
        return {Glyph::Warning, Meaning::Looking};
    return task.hasFailed() ? Look{Glyph::Cross, Meaning::Down} : Look{Glyph::Slash, Meaning::Unknown};
}

} // namespace zoodock
