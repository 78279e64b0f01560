// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/plan.h"
#include "core/result.h"
#include "ensemble/hostfacts.h"

namespace zoodock
{

enum class FirstStart { AtOnce, Later };

/// The steps of a plan, in the order of the groups, without a judgement: what exists already
/// (HostFacts::own…) is kept and used. Fails only where the image family cannot be told its configuration.
/// Not empty `only`: steps of these members alone, and none for the quorum.
/// `start`: of the containers that are made.
[[nodiscard]] Result<Plan> planSteps(const Ensemble &ensemble, const HostFacts &facts,
                                     const QString &dockerProgram, const QList<int> &only = {},
                                     FirstStart start = FirstStart::AtOnce);

} // namespace zoodock
