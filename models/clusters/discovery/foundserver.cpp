// SPDX-License-Identifier: GPL-3.0-or-later
#include "foundserver.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using Variables = QHash<QString, QString>;

/// Lists in quotes reach a container as they are where compose is given "- KEY='…'".
QString unquoted(QString text)
{
    text = text.trimmed();
    while (text.size() >= 2 && (text.startsWith(u'"') || text.startsWith(u'\'')) &&
           text.back() == text.front())
        text = text.mid(1, text.size() - 2).trimmed();
    return text;
}

Variables variablesOf(const ContainerInfo &container)
{
    Variables variables;
    for (const QString &entry : container.environment)
        variables.insert(entry.section(u'=', 0, 0), unquoted(entry.section(u'=', 1)));
    return variables;
}

QString firstOf(const Variables &variables, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        const QString value = variables.value(name);
        if (!value.isEmpty())
            return value;
    }
    return {};
}

/// "zoo1:2888:3888", "[::1]:2888:3888:observer": the part before ";".
void readAddresses(const QString &text, ServerEntry &entry)
{
    static const QRegularExpression form(
        u"^(?<host>\\[[^\\]]*\\]|[^:|]*):(?<quorum>\\d+):(?<election>\\d+)(?::(?<role>\\w+))?"_s);
    const QRegularExpressionMatch match = form.match(text);
    entry.host = match.captured(u"host"_s).remove(u'[').remove(u']');
    entry.quorumPort = match.captured(u"quorum"_s).toUShort();
    entry.electionPort = match.captured(u"election"_s).toUShort();
    if (match.captured(u"role"_s) == "observer"_L1)
        entry.role = MemberRole::Observer;
}

/// "2181", "127.0.0.1:2181", "[::1]:2181": the part behind ";".
void readClient(const QString &text, ServerEntry &entry)
{
    const qsizetype colon = text.lastIndexOf(u':');
    entry.clientPort = text.mid(colon + 1).toUShort();
    if (colon > 0)
        entry.clientAddress = text.left(colon).remove(u'[').remove(u']');
}

std::optional<ServerEntry> entryOf(int id, const QString &text)
{
    ServerEntry entry;
    entry.id = id;
    readAddresses(text.section(u';', 0, 0), entry);
    readClient(text.section(u';', 1, 1), entry);
    if (entry.quorumPort == 0 || entry.host.isEmpty())
        return std::nullopt;
    return entry;
}

/// "h1:2888:3888,h2:2888:3888": the position is the id, unless "::ID" says it (bitnami, Confluent).
QList<ServerEntry> positionalList(const QString &text)
{
    static const QRegularExpression separators(u"[\\s,;]+"_s);
    QList<ServerEntry> entries;
    int position = 0;
    for (const QString &word : text.split(separators, Qt::SkipEmptyParts)) {
        ++position;
        const qsizetype said = word.indexOf("::"_L1);
        const int id = said > 0 ? word.mid(said + 2).toInt() : position;
        if (const auto entry = entryOf(id, said > 0 ? word.left(said) : word))
            entries.append(*entry);
    }
    return entries;
}

/// owlgvt: each variable is a line of zoo.cfg.
QString additionalLines(const Variables &variables)
{
    QString lines;
    for (int i = 1; i <= 9; ++i)
        lines += variables.value(u"ADDITIONAL_ZOOKEEPER_%1"_s.arg(i)) + u'\n';
    return lines;
}

/// Of lines of zoo.cfg and flags of the JVM. `form`: of the value, with one group.
QString valueIn(const QString &text, const QString &key, const QString &form)
{
    const QRegularExpression line(
        u"(?:^|[\\s=\"'])(?:-Dzookeeper\\.)?%1\\s*=\\s*\"?%2"_s.arg(QRegularExpression::escape(key), form),
        QRegularExpression::MultilineOption);
    QString value;
    auto matches = line.globalMatch(text);
    while (matches.hasNext()) // the last one wins, as in the server
        value = matches.next().captured(1);
    return value;
}

quint16 portIn(const QString &text, const QString &key)
{
    return valueIn(text, key, u"(?:\\d+\\.\\d+\\.\\d+\\.\\d+:)?(\\d+)"_s).toUShort();
}

/// Which of the entries it is, where no variable says so: by the names under which others reach it.
int idByName(const QList<ServerEntry> &servers, const ContainerInfo &container)
{
    QStringList names{container.hostname, container.name,
                      container.labels.value(u"com.docker.compose.service"_s)};
    for (const QStringList &aliases : container.aliases)
        names += aliases;
    for (const ServerEntry &entry : servers) {
        if (names.contains(entry.host))
            return entry.id;
    }
    return 0;
}

} // namespace

QList<ServerEntry> parseServerList(const QString &text)
{
    static const QRegularExpression head(u"server\\.(\\d+)\\s*=\\s*"_s);
    const QString list = unquoted(text);
    QList<ServerEntry> entries;
    if (!head.match(list).hasMatch()) {
        entries = positionalList(list);
    } else {
        auto matches = head.globalMatch(list);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            const qsizetype start = match.capturedEnd();
            const qsizetype end = matches.hasNext() ? matches.peekNext().capturedStart() : list.size();
            static const QRegularExpression rest(u"[\\s,\"'].*$"_s,
                                                 QRegularExpression::DotMatchesEverythingOption);
            const QString value = list.mid(start, end - start).remove(rest);
            if (const auto entry = entryOf(match.captured(1).toInt(), value))
                entries.append(*entry);
        }
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const ServerEntry &a, const ServerEntry &b) { return a.id < b.id; });
    return entries;
}

FoundServer foundServer(const ContainerInfo &container, const QString &configuration, const QString &myid)
{
    const Variables variables = variablesOf(container);
    const QString lines = additionalLines(variables);
    FoundServer found;
    found.container = container;
    found.servers = parseServerList(firstOf(variables, {"ZOO_SERVERS"_L1, "ZOOKEEPER_SERVERS"_L1}));
    if (found.servers.isEmpty() && lines.contains("server."_L1))
        found.servers = parseServerList(lines);
    if (found.servers.isEmpty() && configuration.contains("server."_L1))
        found.servers = parseServerList(configuration);
    found.id =
        firstOf(variables, {"ZOO_MY_ID"_L1, "ZOO_SERVER_ID"_L1, "ZOOKEEPER_SERVER_ID"_L1, "SERVER_ID"_L1})
            .toInt();
    if (found.id == 0)
        found.id = myid.trimmed().toInt();
    if (found.id == 0)
        found.id = idByName(found.servers, container);
    // Images that are told no id take 1.
    if (found.id == 0)
        found.id = found.servers.isEmpty() ? 1 : found.servers.constFirst().id;

    const QString said = firstOf(
        variables, {"ZOO_PORT_NUMBER"_L1, "ZOO_CLIENT_PORT"_L1, "ZOO_PORT"_L1, "ZOOKEEPER_CLIENT_PORT"_L1});
    const ServerEntry *const own = found.own();
    for (const quint16 port :
         {own ? own->clientPort : quint16(0), said.toUShort(), portIn(lines, u"clientPort"_s),
          portIn(configuration, u"clientPort"_s), quint16(2181)}) {
        if (port != 0) {
            found.clientPort = port;
            break;
        }
    }
    const QString everything = container.environment.join(u'\n') + u'\n' + configuration;
    if (const quint16 admin = portIn(everything, u"admin.serverPort"_s))
        found.adminPort = admin;
    const QString enabled = valueIn(everything, u"admin.enableServer"_s, u"(\\w+)"_s);
    found.hasAdmin =
        (enabled.isEmpty() ? variables.value(u"ZOO_ADMINSERVER_ENABLED"_s) : enabled) != "false"_L1;
    return found;
}

} // namespace zoodock
