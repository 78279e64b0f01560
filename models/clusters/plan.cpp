// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/plan.h"

#include "ensemble/portplan.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct PlanWords
{
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

QString nameOf(StepKind kind)
{
    // In the order of the enumerators.
    static constexpr QLatin1StringView names[] = {"image"_L1,  "network"_L1, "volumes"_L1, "container"_L1,
                                                  "quorum"_L1, "remove"_L1,  "act"_L1};
    return names[static_cast<size_t>(kind)];
}

QString nameOf(Severity severity)
{
    static constexpr QLatin1StringView names[] = {"hint"_L1, "warning"_L1, "error"_L1};
    return names[static_cast<size_t>(severity)];
}

/// A line that a shell can run, whatever the command reads.
QString shellLine(const CommandSpec &spec)
{
    if (spec.standardInput.isEmpty())
        return spec.display();
    CommandSpec silent = spec;
    silent.standardInput.clear();
    const QByteArray &input = spec.shownInput.isEmpty() ? spec.standardInput : spec.shownInput;
    return u"printf '%s' "_s + shellQuoted(QString::fromLatin1(input.toBase64())) + u" | base64 -d | "_s +
           silent.display();
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

QStringList movedPorts(const Ensemble &before, const Ensemble &now)
{
    const QList<TakenPort> old = hostPorts(before);
    QStringList sentences;
    for (const TakenPort &place : hostPorts(now)) {
        const auto was = std::find_if(old.cbegin(), old.cend(), [&](const TakenPort &other) {
            return other.memberId == place.memberId && other.kind == place.kind;
        });
        const Member *const member = now.member(place.memberId);
        if (member != nullptr && was != old.cend() && was->port != 0 && was->port != place.port)
            sentences += PlanWords::tr("%1 has the port %2 now, in place of %3.", "a member, two numbers")
                             .arg(member->name)
                             .arg(place.port)
                             .arg(was->port);
    }
    return sentences;
}

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
