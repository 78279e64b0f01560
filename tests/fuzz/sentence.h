// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <cstdlib>

namespace zoodock::test
{

/// Whatever could not be read is an error with a sentence.
template <typename T>
void check(const Result<T> &result)
{
    if (!result && result.error().message().isEmpty())
        std::abort();
}

} // namespace zoodock::test
