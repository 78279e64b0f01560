// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace zoodock
{

/// One piece of asynchronous work with exactly one ending. The contract, which every subclass inherits:
///  1. start() never emits; the first effect is queued. Later calls of start() do nothing.
///  2. finished() is emitted exactly once, and from then on outcome() is final.
///  3. cancel() is always legal, from any state, any number of times; it also ends in finished() (of an
///  operation that
///     was never started, too), with ErrorKind::Cancelled unless the subclass has to end otherwise.
///  4. A deadline (from begin() on) ends in ErrorKind::Timeout. Zero means none.
///  5. The QObject parent owns. Destroying a running operation aborts it without a signal.
/// Lives in one thread and is used from that thread alone.
class Operation : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Operation)

public:
    enum class State { Idle, Running, Finished };

    explicit Operation(QObject *parent);
    ~Operation() override;

    void start();
    void cancel();
    void setDeadline(std::chrono::milliseconds deadline);
    [[nodiscard]] std::chrono::milliseconds deadline() const { return m_deadline; }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isFinished() const { return m_state == State::Finished; }
    [[nodiscard]] bool isCancelRequested() const { return m_cancelRequested; }
    /// Before the end: an Internal error. Afterwards: success, or why not.
    [[nodiscard]] const Result<void> &outcome() const { return m_outcome; }
    /// The outcome's error; an empty one after success. (outcome().error() must not be called then.)
    [[nodiscard]] Error error() const { return m_outcome ? Error() : m_outcome.error(); }
    [[nodiscard]] bool succeeded() const { return isFinished() && m_outcome.has_value(); }

Q_SIGNALS:
    /// The last signal of an operation's life.
    void finished();

protected:
    /// Called once, from the event loop, after start().
    virtual void begin() = 0;
    /// Called at most once, and only after begin(), when the work has to end early (cancel, deadline). The
    /// default settles at once with `why`; an override that must clean up first calls fail(why) later.
    virtual void abort(const Error &why);

    /// Settle. A second settling is refused with a warning. finished() is emitted from within this call, but
    /// never from within start() or cancel(): there it is queued. A slot may delete the operation: touch no
    /// member after it.
    void succeed();
    void fail(Error error);
    /// Settles as another piece of work did.
    void settleWith(const Result<void> &outcome);
    /// True from the first settling on, also while finished() is still queued.
    [[nodiscard]] bool isSettled() const { return m_settled.has_value(); }
    /// Moves the deadline: from now on `deadline` remains. For no-progress watchdogs.
    void restartDeadline();

private:
    void beginNow();
    void onDeadline();
    void settle(Result<void> outcome);
    void announce();
    void requestAbort(const Error &why);

    State m_state = State::Idle;
    bool m_begun = false;
    bool m_cancelRequested = false;
    bool m_aborting = false;
    int m_depth = 0; ///< > 0 while inside cancel(): finished() must wait
    std::chrono::milliseconds m_deadline{0};
    QTimer m_deadlineTimer;
    std::optional<Result<void>> m_settled; ///< decided; becomes m_outcome when finished() is emitted
    Result<void> m_outcome;
};

/// An operation that yields a T. value() may be read once succeeded().
template <typename T>
class ValueOperation : public Operation
{
public:
    using Operation::Operation;
    [[nodiscard]] const T &value() const { return *m_value; }
    /// The value, or the error.
    [[nodiscard]] Result<T> result() const
    {
        if (!outcome())
            return failure(outcome().error());
        return *m_value;
    }

protected:
    void succeedWith(T value)
    {
        if (!isSettled())
            m_value.emplace(std::move(value));
        succeed();
    }
    /// Settles from a Result: its value or its error.
    void settleWith(Result<T> result)
    {
        if (result)
            succeedWith(std::move(*result));
        else
            fail(std::move(result).error());
    }

private:
    std::optional<T> m_value;
};

/// Makes an operation as a child of the given parent, when its turn comes.
using OperationFactory = std::function<Operation *(QObject *parent)>;

} // namespace zoodock
