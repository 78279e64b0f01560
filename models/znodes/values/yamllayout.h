// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QtCore/QString>

namespace zoodock
{

/// YAML in block style, two spaces deep; every scalar, tag and anchor as it was written. InvalidInput: the
/// line that is not well-formed, or the one with a comment, which would be lost.
[[nodiscard]] Result<QString> laidOutYaml(const QString &text);

} // namespace zoodock
