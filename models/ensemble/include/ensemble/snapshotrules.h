// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"
#include "ensemble/finding.h"

#include <optional>

namespace zoodock
{

/// A warning where the servers of `ensemble` may refuse to start on data that servers of the image `older`
/// have written: transaction logs without a snapshot.
[[nodiscard]] std::optional<Finding> missingSnapshot(const Ensemble &ensemble, const QString &older);

} // namespace zoodock
