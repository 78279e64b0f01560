// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

#include <QtCore/QList>

namespace zoodock
{

/// Runs operations one after the other; each is made when its turn comes. The first failure ends the sequence
/// with that error. Cancel cancels the running one and starts no other. An empty sequence succeeds. A step is
/// deleted after its finished(); whoever wants its value connects to it in the factory.
class Sequence final : public Operation
{
    Q_OBJECT
public:
    explicit Sequence(QList<OperationFactory> steps, QObject *parent);

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    void next();
    void onStepFinished(Operation *step, const Result<void> &outcome);

    QList<OperationFactory> m_steps;
    qsizetype m_next = 0;
    Operation *m_current = nullptr;
    std::optional<Error> m_why;
};

/// Runs operations at the same time, `width` at most (0: all). Ends when all have ended. With CancelOthers
/// the first failure cancels those that run and starts no other, with FinishOthers all are run; either way
/// the outcome is the first failure's error. Steps are deleted after their finished().
class Parallel final : public Operation
{
    Q_OBJECT
public:
    enum class OnFailure { CancelOthers, FinishOthers };
    Parallel(QList<OperationFactory> steps, OnFailure onFailure, int width, QObject *parent);

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    void fill();
    void stop(const Error &why);
    void onStepFinished(Operation *step, const Result<void> &outcome);

    QList<OperationFactory> m_steps;
    OnFailure m_onFailure;
    int m_width;
    qsizetype m_next = 0;
    QList<Operation *> m_running;
    bool m_stopping = false; ///< no further step is started
    bool m_filling = false;
    std::optional<Error> m_why;
};

} // namespace zoodock
