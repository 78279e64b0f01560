// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commandspec.h"
#include "core/result.h"
#include "ensemble/ensemble.h"
#include "plansteps.h"

namespace zoodock
{

/// The commands that make and start (at once, or nobody does) one member's container where there is none.
[[nodiscard]] Result<QList<CommandSpec>> containerRecipe(const Ensemble &ensemble, int memberId,
                                                         const QString &dockerProgram,
                                                         FirstStart start = FirstStart::AtOnce);

/// Both wishes make the same container of the member; what is merely written down (labels, notes) and what is
/// spelt out although it is the default does not count.
[[nodiscard]] bool makesSameContainer(const Ensemble &one, const Ensemble &other, int memberId);

} // namespace zoodock
