// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace zoodock
{

/// Replaces the file by `bytes`: whole or not at all, and on the disk (the folder's entry too) when this
/// returns. Makes the folder where it is missing.
[[nodiscard]] Result<void> writeSynced(const QString &path, const QByteArray &bytes);
/// False where a file is left.
bool removeSynced(const QString &path);

} // namespace zoodock
