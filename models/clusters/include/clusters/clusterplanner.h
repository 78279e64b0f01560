// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/plan.h"
#include "core/result.h"
#include "ensemble/hostfacts.h"

namespace zoodock
{

/// Ensemble + HostFacts → Plan: image (if missing: pull) → network → volumes → containers (create, cp, start;
/// in parallel) → quorum. Pure. PlanRefused where validate() finds errors; the Error's message is the first
/// finding's sentence and remedy; detail has all of them where there are more. `facts` without the cluster's
/// own objects; NameInUse where own containers exist already. Volumes that an earlier cluster of the name
/// left are used, with a warning, and are never undone.
[[nodiscard]] Result<Plan> planCreation(const Ensemble &ensemble, const HostFacts &facts,
                                        const QString &dockerProgram);

/// What is missing of a half-made cluster: own objects that exist are kept (containers that were started
/// before are started, those that never were are made anew) and are not part of the plan's undo. Not empty
/// `only`: nothing but these members is made and started, nothing but what concerns them is a reason against
/// it, and no quorum is waited for. PortInUse instead of PlanRefused where the first error is a port that
/// somebody has: of what is there already the ports can be changed.
[[nodiscard]] Result<Plan> planCompletion(const Ensemble &ensemble, const HostFacts &facts,
                                          const QString &dockerProgram, const QList<int> &only = {});

/// PortInUse, with who has it, where one of the ports that these members are going to take on the host is not
/// free.
[[nodiscard]] Result<void> portsAreFree(const Ensemble &ensemble, const HostFacts &facts,
                                        const QList<int> &memberIds);

} // namespace zoodock
