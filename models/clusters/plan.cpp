// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/plan.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString nameOf(StepKind kind)
{
    switch (kind) {
    case StepKind::Image:
        return u"image"_s;
    case StepKind::Network:
        return u"network"_s;
    case StepKind::Volumes:
        return u"volumes"_s;
    case StepKind::Container:
        return u"container"_s;
    case StepKind::Quorum:
        return u"quorum"_s;
    case StepKind::Remove:
        return u"remove"_s;
    case StepKind::Act:
        return u"act"_s;
    }
    return {};
}

QString nameOf(Severity severity)
{
    switch (severity) {
    case Severity::Hint:
        return u"hint"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        return u"error"_s;
    }
    return {};
}

/// A line that a shell can run, whatever the command reads.
QString shellLine(const CommandSpec &spec)
{
    if (spec.standardInput.isEmpty())
        return spec.display();
    CommandSpec silent = spec;
    silent.standardInput.clear();
    return u"printf '%s' "_s + shellQuoted(QString::fromLatin1(spec.standardInput.toBase64())) +
           u" | base64 -d | "_s + silent.display();
}

QString scriptOf(const PlanStep &step)
{
    QStringList lines{u"# "_s + step.sentence.simplified()};
    for (const CommandSpec &command : step.commands) {
        if (!command.standardInputNote.isEmpty())
            lines += u"# "_s + command.masked(command.standardInputNote).simplified();
        lines += shellLine(command);
    }
    return lines.join(u'\n') + u'\n';
}

QJsonArray argvOf(const QList<CommandSpec> &commands)
{
    QJsonArray list;
    for (const CommandSpec &command : commands) {
        QJsonArray argv{command.masked(command.program)};
        for (const QString &argument : command.arguments)
            argv.append(command.masked(argument));
        list.append(argv);
    }
    return list;
}

QJsonObject toObject(const Finding &finding)
{
    return {{u"severity"_s, nameOf(finding.severity)},
            {u"code"_s, finding.code},
            {u"field"_s, finding.field},
            {u"sentence"_s, finding.sentence},
            {u"remedy"_s, finding.remedy}};
}

QJsonObject toObject(const PlanStep &step)
{
    return {{u"kind"_s, nameOf(step.kind)},
            {u"sentence"_s, step.sentence},
            {u"group"_s, step.group},
            {u"commands"_s, argvOf(step.commands)},
            {u"undo"_s, argvOf(step.undo)}};
}

} // namespace

QString Plan::toScript() const
{
    QList<PlanStep> ordered = steps;
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const PlanStep &a, const PlanStep &b) { return a.group < b.group; });
    QStringList parts;
    for (const PlanStep &step : std::as_const(ordered))
        parts += scriptOf(step);
    return parts.join(u'\n');
}

QByteArray Plan::toJson() const
{
    QJsonArray findingList;
    for (const Finding &finding : findings)
        findingList.append(toObject(finding));
    QJsonArray stepList;
    for (const PlanStep &step : steps)
        stepList.append(toObject(step));
    return QJsonDocument(QJsonObject{{u"cluster"_s, ensemble.name},
                                     {u"findings"_s, findingList},
                                     {u"steps"_s, stepList}})
        .toJson();
}

} // namespace zoodock
