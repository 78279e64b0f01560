// SPDX-License-Identifier: GPL-3.0-or-later
#include "containerrecipe.h"

#include "ensemble/imagereference.h"
#include "ensemble/serversetting.h"

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QList<CommandSpec> commandsFor(const Plan &plan, int memberId)
{
    for (const PlanStep &step : plan.steps) {
        if (step.kind == StepKind::Container && step.memberId == memberId)
            return step.commands;
    }
    return {};
}

/// What can be written in several ways in one of them, so that only what is meant is compared.
Ensemble inShort(Ensemble ensemble)
{
    for (const ServerSetting &setting : serverSettings()) {
        if (ensemble.settings.value(setting.key) == setting.defaultValue)
            ensemble.settings.remove(setting.key);
    }
    ensemble.image.reference = shortImageReference(ensemble.image.reference);
    ensemble.context.clear();
    return ensemble;
}

/// The label that holds the whole wish, and the one of a test run.
QList<CommandSpec> withoutNotes(QList<CommandSpec> commands)
{
    for (CommandSpec &command : commands) {
        command.arguments.removeIf([](const QString &argument) {
            return argument.startsWith(QString::fromUtf16(label::spec) + u'=') ||
                   argument.startsWith(QString::fromUtf16(label::test) + u'=');
        });
    }
    return commands;
}

} // namespace

Result<QList<CommandSpec>> containerRecipe(const Ensemble &ensemble, int memberId,
                                           const QString &dockerProgram, FirstStart start)
{
    const Result<Plan> plan = planSteps(ensemble, HostFacts(), dockerProgram, {}, start);
    if (!plan)
        return failure(plan.error());
    return commandsFor(*plan, memberId);
}

bool makesSameContainer(const Ensemble &one, const Ensemble &other, int memberId)
{
    const auto first = containerRecipe(inShort(one), memberId, u"docker"_s);
    const auto second = containerRecipe(inShort(other), memberId, u"docker"_s);
    return first && second && withoutNotes(*first) == withoutNotes(*second);
}

} // namespace zoodock
