// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

#include "fakes/patience.h"

#include <QtTest/QSignalSpy>

/// Operations, started and waited for.
namespace zoodock::test
{

inline constexpr int outcomePatienceMs = 180'000;

inline Result<void> outcomeOf(Operation *operation)
{
    QSignalSpy finished(operation, &Operation::finished);
    operation->start();
    if (finished.isEmpty() && !finished.wait(outcomePatienceMs))
        return failure(ErrorKind::Internal, QStringLiteral("it never ended"));
    return operation->outcome();
}

template <typename T>
Result<T> outcomeOf(ValueOperation<T> *operation)
{
    const Result<void> outcome = outcomeOf(static_cast<Operation *>(operation));
    return outcome ? operation->result() : failure(outcome.error());
}

/// Of its failure; Unknown: it succeeded.
inline ErrorKind kindOf(Operation *operation)
{
    const Result<void> outcome = outcomeOf(operation);
    return outcome ? ErrorKind::Unknown : outcome.error().kind();
}

/// For QVERIFY2: the error as text; "" of what went well.
template <typename T>
[[nodiscard]] QString why(const Result<T> &result)
{
    return result ? QString() : result.error().toString();
}

} // namespace zoodock::test
