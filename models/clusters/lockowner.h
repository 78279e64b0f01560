// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <optional>

namespace zoodock
{

/// The pid of the living process that holds the QLockFile at `path`; nullopt where nobody does, or its owner
/// died. Does not touch the lock (trying to take it would make others believe that it is held).
[[nodiscard]] std::optional<qint64> lockOwner(const QString &path);

} // namespace zoodock
