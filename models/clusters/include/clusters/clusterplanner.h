// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/plan.h"
#include "core/result.h"
#include "ensemble/hostfacts.h"

namespace zoodock
{

/// Ensemble + HostFacts → Plan: image (if missing: pull) → network → volumes → containers (create, cp, start; in
/// parallel) → quorum. Pure. PlanRefused where validate() finds errors; the Error's message is the first finding's
/// sentence and remedy, detail has them all. `facts` without the cluster's own objects.
[[nodiscard]] Result<Plan> planCreation(const Ensemble &ensemble, const HostFacts &facts, const QString &dockerProgram);

} // namespace zoodock
