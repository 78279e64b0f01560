// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sequence.h"

namespace zoodock
{

namespace
{

Error lostStep()
{
    return Error(
        ErrorKind::Internal,
        Operation::tr("A step of this work disappeared before it ended. Try again; if it happens again, "
                      "please report it as a bug."));
}

/// Makes a step and hears of its end, also of an untimely one. `onEnd` is told again when the ended step is
/// deleted.
template <typename OnEnd>
Operation *makeStep(const OperationFactory &factory, Operation *owner, OnEnd onEnd)
{
    Operation *const step = factory ? factory(owner) : nullptr;
    if (!step)
        return nullptr;
    QObject::connect(step, &Operation::finished, owner, [step, onEnd] {
        const Result<void> outcome = step->outcome();
        step->deleteLater();
        onEnd(step, outcome);
    });
    QObject::connect(step, &QObject::destroyed, owner, [step, onEnd] { onEnd(step, failure(lostStep())); });
    return step;
}

/// What a stopped composite reports: why it was stopped, and what its steps say beyond "cancelled".
Error withCause(const Error &why, const Result<void> &outcome)
{
    const bool wasStopped = why.kind() == ErrorKind::Cancelled || why.kind() == ErrorKind::Timeout;
    if (!wasStopped || outcome || outcome.error().kind() == ErrorKind::Cancelled)
        return why;
    return why.causedBy(outcome.error());
}

} // namespace

Sequence::Sequence(QList<OperationFactory> steps, QObject *parent)
    : Operation(parent)
    , m_steps(std::move(steps))
{
}

void Sequence::begin()
{
    next();
}

void Sequence::abort(const Error &why)
{
    m_why = why;
    if (m_current)
        m_current->cancel();
    else
        fail(why);
}

void Sequence::next()
{
    if (m_next == m_steps.size()) {
        succeed();
        return;
    }
    Operation *const step =
        makeStep(m_steps.at(m_next++), this,
                 [this](Operation *ended, const Result<void> &outcome) { onStepFinished(ended, outcome); });
    if (isSettled()) { // the factory cancelled us
        delete step;
    } else if (!step) {
        fail(lostStep());
    } else {
        m_current = step;
        step->start();
    }
}

void Sequence::onStepFinished(Operation *step, const Result<void> &outcome)
{
    if (step != m_current)
        return;
    m_current = nullptr;
    if (m_why)
        fail(withCause(*m_why, outcome));
    else if (!outcome)
        fail(outcome.error());
    else
        next();
}

Parallel::Parallel(QList<OperationFactory> steps, OnFailure onFailure, int width, QObject *parent)
    : Operation(parent)
    , m_steps(std::move(steps))
    , m_onFailure(onFailure)
    , m_width(width)
{
}

void Parallel::begin()
{
    fill();
}

void Parallel::abort(const Error &why)
{
    stop(why);
    if (m_running.isEmpty() && !m_filling)
        fail(*m_why);
}

void Parallel::fill()
{
    m_filling = true;
    while (!m_stopping && m_next < m_steps.size() && (m_width <= 0 || m_running.size() < m_width)) {
        Operation *const step =
            makeStep(m_steps.at(m_next++), this, [this](Operation *ended, const Result<void> &outcome) {
                onStepFinished(ended, outcome);
            });
        if (!step) {
            stop(lostStep());
            break;
        }
        m_running += step;
        step->start();
        if (m_stopping) // the factory cancelled us
            step->cancel();
    }
    m_filling = false;
    if (!m_running.isEmpty())
        return;
    if (m_why)
        fail(*m_why);
    else
        succeed();
}

void Parallel::stop(const Error &why)
{
    m_stopping = true;
    if (!m_why)
        m_why = why;
    for (Operation *step : QList<Operation *>(m_running))
        step->cancel();
}

void Parallel::onStepFinished(Operation *step, const Result<void> &outcome)
{
    if (!m_running.removeOne(step))
        return;
    if (m_stopping && m_why)
        m_why = withCause(*m_why, outcome);
    else if (!outcome && !m_why && m_onFailure == OnFailure::FinishOthers)
        m_why = outcome.error();
    else if (!outcome && !m_why)
        stop(outcome.error());
    if (!m_filling)
        fill();
}

} // namespace zoodock
