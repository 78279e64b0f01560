// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace zoodock
{

/// The same failure, told in other words: of the same kind and with the same cause.
[[nodiscard]] inline Error reworded(const Error &error, const QString &message, const QString &detail)
{
    const Error other(error.kind(), message, detail);
    return error.cause() ? other.causedBy(*error.cause()) : other;
}

[[nodiscard]] inline Error reworded(const Error &error, const QString &message)
{
    return reworded(error, message, error.detail());
}

} // namespace zoodock
