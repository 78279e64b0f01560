// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QtCore/QString>

namespace zoodock
{

/// Also where a number is too large for Qt.
[[nodiscard]] bool isJson(const QString &text);
/// Every literal as it was written.
[[nodiscard]] Result<QString> laidOutJson(const QString &text);

} // namespace zoodock
