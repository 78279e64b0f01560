// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

#include <QtCore/QList>

namespace zoodock
{

/// Runs operations one after the other; each is made when its turn comes. The first failure ends the sequence with that
/// error. Cancel cancels the running one and starts no other. An empty sequence succeeds.
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

    QList<OperationFactory> m_steps;
    qsizetype m_next = 0;
    Operation *m_current = nullptr;
    std::optional<Error> m_why;
};

/// Runs operations at the same time, `width` at most (0: all). Ends when all have ended. With stopOnFailure the first
/// failure cancels the others; either way the outcome is the first failure's error.
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
    void onChildFinished(Operation *child);

    QList<OperationFactory> m_steps;
    OnFailure m_onFailure;
    int m_width;
    qsizetype m_next = 0;
    QList<Operation *> m_running;
    std::optional<Error> m_why;
};

} // namespace zoodock
