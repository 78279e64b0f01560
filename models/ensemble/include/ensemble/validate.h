// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"
#include "ensemble/finding.h"
#include "ensemble/hostfacts.h"

#include <QtCore/QList>

namespace zoodock
{

/// Everything that can be said before a container runs, errors first. Pure, no I/O, fast enough for every
/// keystroke. Objects of the ensemble's own (names of containers that carry its label) are found in `facts`
/// only if another owner has them: the planner passes facts without the cluster's own objects.
[[nodiscard]] QList<Finding> validate(const Ensemble &ensemble, const HostFacts &facts);
[[nodiscard]] bool hasErrors(const QList<Finding> &findings);

} // namespace zoodock
