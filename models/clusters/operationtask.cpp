// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/operationtask.h"

#include <algorithm>
#include <utility>

namespace zoodock
{

OperationTask::OperationTask(QString cluster, TaskTitle title, const QStringList &sentences, QObject *parent)
    : ClusterTask(std::move(cluster), std::move(title), parent)
{
    QList<TaskStep> steps;
    for (const QString &sentence : sentences) {
        TaskStep step;
        step.sentence = sentence;
        steps += step;
    }
    setSteps(steps);
    connect(this, &Operation::finished, this, [this] { // however it ends
        if (m_operation)
            m_operation->cancel();
    });
    markBegun();
    start();
}

void OperationTask::follow(Operation *operation, int lastStep)
{
    if (isSettled())
        return;
    if (m_step <= m_lastStep)
        advance(m_lastStep + 1);
    else
        setStep(m_step, StepState::Running);
    m_operation = operation;
    m_lastStep = lastStep;
    connect(operation, &Operation::finished, this, [this, operation] { end(operation); });
    // A pointer that is watched is null by the time that this is told.
    connect(operation, &QObject::destroyed, this, [this] { endWithout(); });
    if (isCancelRequested())
        operation->cancel();
}

void OperationTask::followNext(Operation *operation)
{
    follow(operation, m_lastStep + 1);
}

void OperationTask::advance(int step)
{
    for (; m_step < step; ++m_step) {
        const bool isPart = m_part >= 0 && m_part < 1; // not all of it is told
        setStep(m_step, StepState::Done, isPart ? QString() : steps().at(m_step).detail);
        m_part = -1;
    }
    if (m_step < int(steps().size()))
        setStep(m_step, StepState::Running);
}

void OperationTask::tell(int step, qint64 done, qint64 total, const QString &words)
{
    if (isSettled() || step < m_step || step > m_lastStep)
        return;
    if (step > m_step)
        advance(step);
    m_part = total > 0 ? std::clamp(double(done) / double(total), 0.0, 1.0) : -1;
    setStep(m_step, StepState::Running, words);
}

void OperationTask::setFailureOnPage(bool isThere)
{
    if (std::exchange(m_failureOnPage, isThere) != isThere)
        Q_EMIT changed();
}

double OperationTask::progress() const
{
    const auto count = double(steps().size());
    if (m_part < 0 && count < 2)
        return -1;
    return (double(m_step) + std::max(m_part, 0.0)) / count;
}

void OperationTask::abort(const Error &why)
{
    if (m_operation && !m_operation->isFinished())
        m_operation->cancel();
    else
        giveUp(why);
}

void OperationTask::end(const Operation *operation)
{
    if (operation != m_operation || isSettled())
        return;
    if (!operation->succeeded()) {
        giveUp(operation->error());
        return;
    }
    advance(m_lastStep + 1);
    if (m_step == int(steps().size()))
        succeed();
    else
        QMetaObject::invokeMethod(this, &OperationTask::endWithout, Qt::QueuedConnection);
}

void OperationTask::endWith(const Error &why)
{
    if (!isSettled())
        giveUp(why);
}

/// Nobody goes on with it.
void OperationTask::endWithout()
{
    if (!isSettled() && (!m_operation || m_operation->isFinished()))
        giveUp(Error::cancelled());
}

void OperationTask::giveUp(const Error &why)
{
    const bool cancelled = why.kind() == ErrorKind::Cancelled;
    const StepState state = cancelled            ? StepState::Cancelled
                            : isOthersDoing(why) ? StepState::Unfinished
                                                 : StepState::Failed;
    setStep(m_step, state, steps().at(m_step).detail);
    const QString words = cancelled && m_whenCancelled ? m_whenCancelled() : QString();
    fail(words.isEmpty() ? why : Error(ErrorKind::Cancelled, words));
}

} // namespace zoodock
