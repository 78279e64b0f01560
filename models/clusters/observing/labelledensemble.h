// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"

namespace zoodock
{

/// What one container's labels say of a cluster that has no file: its spec, where that can be read and knows
/// the member, otherwise `known` with a member of that id added. Name and context are those under which the
/// container was seen.
[[nodiscard]] Ensemble ensembleFromLabels(const Ensemble &known, const QString &context,
                                          const QString &cluster, int memberId, const QByteArray &specJson);

} // namespace zoodock
