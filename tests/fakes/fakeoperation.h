// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

#include "fakes/patience.h"

#include <QtCore/QPointer>

#include <functional>

namespace zoodock::test
{

/// An operation whose test says what happens. Without onBegin it runs until the test settles it; without
/// onAbort it gives up at once, as the default does.
class FakeOperation : public ValueOperation<int>
{
public:
    using ValueOperation<int>::ValueOperation;
    using Operation::fail;
    using Operation::isSettled;
    using Operation::restartDeadline;
    using Operation::succeed;
    using ValueOperation<int>::settleWith;
    using ValueOperation<int>::succeedWith;

    std::function<void(FakeOperation &)> onBegin;
    std::function<void(FakeOperation &, const Error &)> onAbort;
    int begins = 0;
    int aborts = 0;

protected:
    void begin() override
    {
        ++begins;
        if (onBegin)
            onBegin(*this);
    }
    void abort(const Error &why) override
    {
        ++aborts;
        if (onAbort)
            onAbort(*this, why);
        else
            Operation::abort(why);
    }
};

} // namespace zoodock::test
