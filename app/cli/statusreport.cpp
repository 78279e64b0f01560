// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/statusreport.h"

#include "app/cli/clitr.h"
#include "app/cli/console.h"
#include "clusters/enginereach.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue portOrNull(quint16 port)
{
    return port == 0 ? QJsonValue() : QJsonValue(port);
}

QString lifeWord(ContainerLife life)
{
    switch (life) {
    case ContainerLife::Unknown:
        return u"unknown"_s;
    case ContainerLife::Absent:
        return u"absent"_s;
    case ContainerLife::Created:
        return u"created"_s;
    case ContainerLife::Running:
        return u"running"_s;
    case ContainerLife::Paused:
        return u"paused"_s;
    case ContainerLife::Restarting:
        return u"restarting"_s;
    case ContainerLife::Removing:
        return u"removing"_s;
    case ContainerLife::Exited:
        return u"exited"_s;
    case ContainerLife::Dead:
        return u"dead"_s;
    }
    return u"unknown"_s;
}

QJsonObject reportJson(const ServerReport &report)
{
    return {{u"version"_s, report.version},           {u"zxid"_s, u"0x%1"_s.arg(report.zxid, 0, 16)},
            {u"latencyMin"_s, report.latencyMinimum}, {u"latencyAvg"_s, report.latencyAverage},
            {u"latencyMax"_s, report.latencyMaximum}, {u"connections"_s, report.connections},
            {u"outstanding"_s, report.outstanding},   {u"nodeCount"_s, report.nodeCount}};
}

QJsonObject memberJson(const MemberStatus &member)
{
    QJsonObject json{{u"id"_s, member.wanted.id},
                     {u"name"_s, member.wanted.name},
                     {u"state"_s, nameOf(member.state)},
                     {u"role"_s, isServing(member.state) ? QJsonValue(nameOf(member.state)) : QJsonValue()},
                     {u"type"_s, nameOf(member.wanted.role)},
                     {u"clientHost"_s, textOrNull(member.clientHost)},
                     {u"clientPort"_s, portOrNull(member.clientPort)},
                     {u"adminHost"_s, textOrNull(member.adminHost)},
                     {u"adminPort"_s, portOrNull(member.adminPort)},
                     {u"container"_s, textOrNull(member.container.name)},
                     {u"containerId"_s, textOrNull(member.container.id)},
                     {u"containerState"_s, lifeWord(member.container.life)},
                     {u"problem"_s, textOrNull(member.problem)},
                     {u"stale"_s, member.stale}};
    const bool ended =
        member.container.life == ContainerLife::Exited || member.container.life == ContainerLife::Dead;
    json.insert(u"exitCode"_s, ended ? QJsonValue(member.container.exitCode) : QJsonValue());
    json.insert(u"server"_s, member.report ? QJsonValue(reportJson(*member.report)) : QJsonValue());
    return json;
}

QJsonObject quorumJson(const QuorumStatus &quorum)
{
    return {{u"established"_s, quorum.established},
            {u"unconfirmed"_s, quorum.unconfirmed},
            {u"known"_s, quorum.known},
            {u"voters"_s, quorum.voters},
            {u"serving"_s, quorum.serving},
            {u"majority"_s, quorum.majority},
            {u"survivesLossOf"_s, quorum.survivesLossOf},
            {u"leader"_s, quorum.leaderId == 0 ? QJsonValue() : QJsonValue(quorum.leaderId)}};
}

/// Docker never spoke of its container, but a server answers where it is meant to be.
bool answersUnseen(const MemberStatus &member)
{
    return member.container.life == ContainerLife::Unknown &&
           (isServing(member.state) || member.state == MemberState::Looking ||
            member.state == MemberState::Unconfirmed);
}

/// Whose container nobody has seen is not said to run.
QString stateWord(const MemberStatus &member)
{
    if (!isServing(member.state))
        return wordFor(member.state);
    return answersUnseen(member) ? Cli::tr("answers") : Cli::tr("running");
}

QString clientAddress(const MemberStatus &member)
{
    return member.clientPort == 0 ? u"-"_s : u"%1:%2"_s.arg(member.clientHost).arg(member.clientPort);
}

QString fileWord(const ClusterStatus &cluster)
{
    if (cluster.damage)
        return u"damaged"_s;
    switch (cluster.origin) {
    case WantedOrigin::File:
        return u"present"_s;
    case WantedOrigin::Labels:
        return u"lost"_s;
    case WantedOrigin::Discovered:
        break;
    }
    return u"none"_s;
}

/// Where the cluster comes from, if that is not simply its file; with what can be done about it.
QStringList originSentences(const ClusterStatus &cluster)
{
    const QString &name = cluster.ensemble.name;
    QStringList lines;
    if (cluster.damage)
        lines += cluster.damage->message();
    else if (cluster.origin == WantedOrigin::Labels && !cluster.halfMade)
        lines += Cli::tr("The cluster's file is lost; this is what its containers' labels say.");
    if (!cluster.isManaged())
        lines +=
            Cli::tr("Others started these containers. `zoodock adopt %1` lets ZooDock manage them; it leaves "
                    "them as they are.")
                .arg(name);
    if (!cluster.ensemble.composeProject.isEmpty())
        lines += Cli::tr("They belong to the compose project “%1”.").arg(cluster.ensemble.composeProject);
    return lines;
}

QString interruptionSentence(const QString &name, const std::optional<JournalEntry> &interrupted)
{
    if (interrupted && interrupted->change == JournalEntry::Change::Apply)
        return Cli::tr("A change of this cluster's settings was interrupted: `zoodock up %1` carries it "
                       "through.")
            .arg(name);
    if (interrupted && interrupted->change == JournalEntry::Change::Remove)
        return Cli::tr(
                   "This cluster is half-removed: `zoodock rm %1` removes the rest, `zoodock up %1` makes it "
                   "whole again.")
            .arg(name);
    return Cli::tr("This cluster is half-made: `zoodock up %1` finishes it, `zoodock rm %1` removes it.")
        .arg(name);
}

/// The change that was broken off: "create", "remove", "settings".
QJsonValue interruptionWord(const ClusterStatus &cluster, const std::optional<JournalEntry> &interrupted)
{
    if (!cluster.halfMade)
        return {};
    switch (interrupted ? interrupted->change : JournalEntry::Change::Create) {
    case JournalEntry::Change::Create:
        return u"create"_s;
    case JournalEntry::Change::Remove:
        return u"remove"_s;
    case JournalEntry::Change::Apply:
        return u"settings"_s;
    }
    return {};
}

QStringList namesOf(const ClusterStatus &cluster, const QList<int> &ids)
{
    QStringList names;
    for (const int id : ids) {
        if (const MemberStatus *const member = cluster.member(id))
            names += member->wanted.name;
    }
    return names;
}

/// Where something sent docker to this engine, that is what to look at, and not an engine that could be
/// started here.
QString complaint(const EngineStatus &engine, const Error &problem)
{
    const QString cause = endpointSentence(engine);
    if (cause.isEmpty() && problem.kind() == ErrorKind::Timeout)
        return Cli::tr(
            "The Docker engine does not answer in time. It may be starting, overloaded, or behind a "
            "network that is down; `docker info` shows whether it answers at all.");
    const bool isMissing = problem.kind() == ErrorKind::ContextMissing;
    if (cause.isEmpty() || (isMissing && engine.source == EndpointSource::ChosenContext))
        return problem.message();
    const bool isSilent = problem.kind() == ErrorKind::EngineDown || problem.kind() == ErrorKind::Timeout;
    return Cli::tr("%1 %2", "what is wrong, what made docker look there")
        .arg(isSilent || isMissing ? silenceSentence(engine) : problem.message(), cause);
}

} // namespace

QString engineComplaint(const EngineStatus &engine, const Error &problem)
{
    return Cli::tr("zoodock: %1").arg(complaint(engine, problem));
}

bool isAnsweredByStrangers(const ClusterStatus &cluster)
{
    return std::any_of(cluster.members.cbegin(), cluster.members.cend(), answersUnseen);
}

QString originWord(const ClusterStatus &cluster)
{
    if (cluster.damage)
        return Cli::tr("file damaged");
    if (!cluster.isManaged())
        return Cli::tr("discovered");
    if (cluster.ensemble.adopted)
        return Cli::tr("adopted");
    return cluster.origin == WantedOrigin::Labels ? Cli::tr("file lost") : QString();
}

QStringList halfDoneSentences(const ClusterStatus &cluster, const ClusterFiling &filing)
{
    if (cluster.changedElsewhere)
        return {Cli::tr("Another process is changing this cluster right now.")};
    if (cluster.halfMade)
        return {interruptionSentence(cluster.ensemble.name, filing.interrupted)};
    const QStringList others = namesOf(cluster, filing.otherSettings.value_or(QList<int>()));
    if (others.isEmpty())
        return {};
    return {Cli::tr("Made with other settings than the cluster's file says: %1. A change was cancelled, or "
                    "failed; Apply on the window's page “Settings” makes all members alike.")
                .arg(others.join(u", "_s))};
}

QJsonObject statusJson(const ClusterStatus &cluster, const ClusterFiling &filing)
{
    QJsonArray members;
    for (const MemberStatus &member : cluster.members)
        members.append(memberJson(member));
    QJsonObject json{{u"name"_s, cluster.ensemble.name},
                     {u"context"_s, textOrNull(cluster.ensemble.context)},
                     {u"network"_s, nameOf(cluster.ensemble.network.mode)},
                     {u"image"_s, textOrNull(cluster.ensemble.image.reference)},
                     {u"beingChanged"_s, cluster.changedElsewhere},
                     {u"halfMade"_s, cluster.halfMade},
                     {u"interrupted"_s, interruptionWord(cluster, filing.interrupted)},
                     {u"otherSettings"_s, filing.otherSettings ? QJsonValue(QJsonArray::fromStringList(
                                                                     namesOf(cluster, *filing.otherSettings)))
                                                               : QJsonValue()},
                     {u"file"_s, fileWord(cluster)},
                     {u"discovered"_s, !cluster.isManaged()},
                     {u"adopted"_s, cluster.isManaged() && cluster.ensemble.adopted},
                     {u"composeProject"_s, textOrNull(cluster.ensemble.composeProject)},
                     {u"quorum"_s, quorumJson(cluster.quorum)},
                     {u"members"_s, members}};
    return json;
}

QString statusTable(const ClusterStatus &cluster, const ClusterFiling &filing)
{
    QList<QStringList> rows{
        {Cli::tr("MEMBER"), Cli::tr("STATE"), Cli::tr("ROLE"), Cli::tr("CLIENT ADDRESS")}};
    for (const MemberStatus &member : cluster.members) {
        const QString role = isServing(member.state) ? wordFor(member.state) : u"-"_s;
        rows.append({member.wanted.name, stateWord(member), role, clientAddress(member)});
    }
    QString text = console::table(rows) + quorumSentence(cluster.quorum) + u'\n';
    if (isAnsweredByStrangers(cluster))
        text += Cli::tr("The engine is silent. This is what servers answer at the ports that the members are "
                        "published on; nobody can tell whether they are the members' containers.") +
                u'\n';
    for (const QString &line : halfDoneSentences(cluster, filing) + originSentences(cluster))
        text += line + u'\n';
    return text;
}

} // namespace zoodock
