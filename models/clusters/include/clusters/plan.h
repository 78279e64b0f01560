// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commandspec.h"
#include "ensemble/ensemble.h"
#include "ensemble/finding.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace zoodock
{

enum class StepKind { Image, Network, Volumes, Container, Quorum, Remove, Act };

/// One step: a sentence, what to do, and how to take it back. Steps with the same group run at the same time;
/// groups run in ascending order.
struct PlanStep
{
    StepKind kind = StepKind::Container;
    QString sentence; ///< translated, "Create and start zoo1"
    int group = 0;
    int memberId = 0; ///< 0: not about one member
    QList<CommandSpec>
        commands;            ///< one after the other, or at the same time where `parallel`; none for Quorum
    bool parallel = false;   ///< the commands do not depend on each other
    QStringList makes;       ///< names of the docker objects that this step makes
    QList<CommandSpec> undo; ///< undo[i] takes makes[i] back; each is tried, even if one fails
    bool watchdog = false;   ///< the commands' deadlines are no-progress watchdogs (pull)
};

/// A wish, turned into commands. The review page, "Show commands", `zoodock plan` and the run share this one
/// value.
struct Plan
{
    Ensemble ensemble;
    QList<Finding> findings; ///< hints and warnings; a plan with errors is not made
    QList<PlanStep> steps;
    // Everything that may come to exist: the journal's content.
    QStringList containers;
    QStringList networks;
    QStringList volumes;
    /// What is told of the ports that are not those of an attempt before, see movedPorts().
    QStringList movedPorts;

    /// All commands in order, masked, one a line, with the step's sentence as a comment before each step: a
    /// script that a person can read, copy and run. What arrives by stdin is written out in base64.
    [[nodiscard]] QString toScript() const;
    /// {"cluster":…, "findings":[{"severity","code","field","sentence","remedy"}…],
    /// "steps":[{"sentence","kind", "group","commands":[[argv…]…],"undo":[…]}…]}, masked, indented, ends with
    /// a newline.
    [[nodiscard]] QByteArray toJson() const;
};

/// Where a member takes another port on the host than before: "zoo1 has the port 2184 now, in place of
/// 2181.", translated.
[[nodiscard]] QStringList movedPorts(const Ensemble &before, const Ensemble &now);

} // namespace zoodock
