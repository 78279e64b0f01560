// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QtCore/QString>

namespace zoodock
{

/// The one table from the C client's codes (enum ZOO_ERRORS of zookeeper.h 3.8) to kinds.
[[nodiscard]] ErrorKind zooErrorKind(int code);

/// What a request is for. Nobody wonders whether one that only reads took effect.
enum class ZooPurpose { Change, Read };

/// With a sentence that says what to do next; `what` ("create /a") and the code's name go into the detail.
[[nodiscard]] Error zooError(int code, const QString &what, ZooPurpose purpose = ZooPurpose::Change);

} // namespace zoodock
