// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation.h"

#include <QtCore/QLoggingCategory>
#include <QtCore/QPointer>

#include <algorithm>
#include <limits>

namespace zoodock
{

namespace
{

Q_LOGGING_CATEGORY(lcOperation, "zoodock.core.operation")

} // namespace

Operation::Operation(QObject *parent)
    : QObject(parent)
    , m_deadlineTimer(this)
    , m_outcome(failure(ErrorKind::Internal, tr("This has not ended yet.")))
{
    m_deadlineTimer.setSingleShot(true);
    connect(&m_deadlineTimer, &QTimer::timeout, this, &Operation::onDeadline);
}

Operation::~Operation() = default;

void Operation::start()
{
    if (m_state != State::Idle || isSettled())
        return;
    m_state = State::Running;
    QMetaObject::invokeMethod(this, &Operation::beginNow, Qt::QueuedConnection);
}

void Operation::beginNow()
{
    if (isSettled())
        return;
    m_begun = true;
    restartDeadline();
    begin();
}

void Operation::cancel()
{
    if (m_state == State::Finished)
        return;
    m_cancelRequested = true;
    const QPointer<Operation> alive(this);
    ++m_depth;
    requestAbort(Error::cancelled());
    if (alive)
        --m_depth;
}

void Operation::setDeadline(std::chrono::milliseconds deadline)
{
    m_deadline = std::clamp(deadline, std::chrono::milliseconds::zero(),
                            std::chrono::milliseconds(std::numeric_limits<int>::max()));
    restartDeadline();
}

void Operation::restartDeadline()
{
    if (!m_begun || m_aborting || isSettled())
        return;
    if (m_deadline.count() > 0)
        m_deadlineTimer.start(m_deadline);
    else
        m_deadlineTimer.stop();
}

void Operation::onDeadline()
{
    const int seconds =
        static_cast<int>(std::max<std::chrono::milliseconds::rep>(1, m_deadline.count() / 1000));
    requestAbort(Error(
        ErrorKind::Timeout,
        tr("This did not end within %Ln second(s) and was stopped. Try again, or look at what keeps the "
           "machine busy.",
           nullptr, seconds)));
}

void Operation::abort(const Error &why)
{
    fail(why);
}

void Operation::succeed()
{
    settle({});
}

void Operation::fail(Error error)
{
    settle(failure(std::move(error)));
}

void Operation::settleWith(const Result<void> &outcome)
{
    settle(outcome);
}

void Operation::requestAbort(const Error &why)
{
    if (m_aborting || isSettled())
        return;
    m_aborting = true;
    m_deadlineTimer.stop();
    if (m_begun)
        abort(why);
    else
        fail(why);
}

void Operation::settle(Result<void> outcome)
{
    if (isSettled()) {
        qCWarning(lcOperation, "%s settled twice; the second outcome is dropped", metaObject()->className());
        return;
    }
    m_settled = std::move(outcome);
    m_deadlineTimer.stop();
    if (m_depth > 0)
        QMetaObject::invokeMethod(this, &Operation::announce, Qt::QueuedConnection);
    else
        announce();
}

void Operation::announce()
{
    m_state = State::Finished;
    m_outcome = *m_settled;
    // A slot may delete this: nothing after the signal.
    Q_EMIT finished();
}

} // namespace zoodock
