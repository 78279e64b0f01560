// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/clustertask.h"

#include <utility>

namespace zoodock
{

namespace
{

bool isOver(StepState state)
{
    return state != StepState::Waiting && state != StepState::Running && state != StepState::Undoing;
}

} // namespace

bool isOthersDoing(const Error &error)
{
    return error.kind() == ErrorKind::VersionConflict || error.kind() == ErrorKind::NotEmpty;
}

bool answers(const TaskAim &later, const TaskAim &failed)
{
    if (later.cluster != failed.cluster)
        return false;
    if (later.title == failed.title)
        return true;
    if (later.wholeness ==
        Wholeness::Completes) // members are as they were made: it gives none other settings
        return failed.wholeness != Wholeness::NoMatter && failed.wholeness != Wholeness::SettingsAtStake;
    return later.wholeness == Wholeness::Removes && failed.wholeness != Wholeness::NoMatter;
}

/// Over before it began.
class ClusterTask::Record : public ClusterTask
{
public:
    explicit Record(const ClusterTask &task)
        : ClusterTask(task.m_cluster, task.m_title, nullptr)
        , m_changesCluster(task.changesCluster())
        , m_wholeness(task.wholeness())
    {
        settleWith(task.outcome());
        m_lastingTitle = task.m_lastingTitle;
        m_words = task.m_words;
        m_steps = task.m_steps;
        m_commands = task.m_commands;
        m_begun = task.m_begun;
        m_total = task.elapsed();
        m_read = task.m_read;
        m_again = task.m_again;
        m_againWith = task.m_againWith;
        m_amend = task.m_amend;
    }
    [[nodiscard]] bool changesCluster() const override { return m_changesCluster; }
    [[nodiscard]] Wholeness wholeness() const override { return m_wholeness; }

protected:
    void begin() override {}

private:
    bool m_changesCluster;
    Wholeness m_wholeness;
};

std::unique_ptr<ClusterTask> ClusterTask::record() const
{
    return std::make_unique<Record>(*this);
}

ClusterTask::ClusterTask(QString cluster, TaskTitle title, QObject *parent)
    : Operation(parent)
    , m_cluster(std::move(cluster))
    , m_title(std::move(title))
    , m_lastingTitle(m_title)
{
    connect(this, &Operation::finished, this, [this] { m_total = elapsed(); });
}

TaskAim ClusterTask::aim() const
{
    return {m_cluster, m_lastingTitle.translated(), wholeness()};
}

std::chrono::milliseconds ClusterTask::elapsed() const
{
    if (m_total.count() >= 0)
        return m_total;
    return std::chrono::milliseconds(m_timer.isValid() ? m_timer.elapsed() : 0);
}

QString ClusterTask::currentSentence() const
{
    for (const TaskStep &step : m_steps) {
        if (step.state != StepState::Running && step.state != StepState::Undoing)
            continue;
        return m_words.withDetail(step.sentence, step.detail);
    }
    return {};
}

bool ClusterTask::hasFailed() const
{
    return isFinished() && !succeeded() && outcome().error().kind() != ErrorKind::Cancelled && !metOthers();
}

bool ClusterTask::metOthers() const
{
    return isFinished() && !succeeded() && isOthersDoing(outcome().error());
}

void ClusterTask::markRead()
{
    if (!std::exchange(m_read, true))
        Q_EMIT read();
}

QString ClusterTask::endSentence() const
{
    if (!isFinished() || succeeded())
        return {};
    QString message = outcome().error().message();
    const QString &plain = m_words.plainCancel();
    if (outcome().error().kind() == ErrorKind::Cancelled && message.startsWith(plain))
        message.remove(0, plain.size());
    return message.trimmed();
}

void ClusterTask::setSteps(QList<TaskStep> steps)
{
    m_steps = std::move(steps);
    Q_EMIT stepsReset();
}

void ClusterTask::setStep(int index, StepState state, const QString &detail)
{
    TaskStep &step = m_steps[index];
    if (step.state == StepState::Waiting && state == StepState::Cancelled)
        state = StepState::NotBegun; // there was nothing to cancel
    const auto now = elapsed();
    if (step.startedAt.count() < 0 && state != StepState::Waiting && state != StepState::NotBegun)
        step.startedAt = now;
    // The way back does not count: a step tells how long it took, not how long its removal did.
    const bool wasRunning =
        step.state == StepState::Running || (step.state == StepState::Waiting && isOver(state));
    if (wasRunning && step.startedAt.count() >= 0)
        step.elapsed = now - step.startedAt;
    step.state = state;
    step.detail = state == StepState::Cancelled && detail == m_words.plainCancel() ? QString() : detail;
    Q_EMIT stepChanged(index);
}

void ClusterTask::noteCommand(const QString &display)
{
    if (m_commands.contains(display))
        return;
    m_commands += display;
    Q_EMIT commandsChanged();
}

void ClusterTask::markBegun()
{
    m_begun = QDateTime::currentDateTimeUtc();
    m_timer.start();
    Q_EMIT changed();
}

} // namespace zoodock
