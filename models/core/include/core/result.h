// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <tl/expected.hpp>

namespace zoodock
{

/// A value or an Error. `return value;` and `return failure(kind, message);`.
template <typename T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorKind kind, QString message, QString detail = {})
{
    return tl::unexpected<Error>(Error(kind, std::move(message), std::move(detail)));
}

} // namespace zoodock
