// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <optional>

namespace zoodock
{

/// The pid of the living process that holds the QLockFile at `path`; nullopt where nobody does, or its owner
/// died. Does not touch the lock (trying to take it would make others believe that it is held).
[[nodiscard]] std::optional<qint64> lockOwner(const QString &path);

/// A lock file that says nothing, because its maker was killed between making and writing it, and that nobody
/// holds open: QLockFile alone would respect it for ever.
[[nodiscard]] bool isAbandonedLock(const QString &path);

} // namespace zoodock
