// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace zoodock
{

/// What an error of this kind comes to, in the language of now: for one whose own words are in another. Empty
/// for Unknown, of which its own words alone tell.
[[nodiscard]] QString reasonOf(ErrorKind kind);

/// The kind that errorKindName() calls so; Unknown: none of them.
[[nodiscard]] ErrorKind errorKindOf(const QString &name);

} // namespace zoodock
