// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/serverconfig.h"

#include "core/commandspec.h"
#include "ensemble/portplan.h"
#include "ensemble/secretrules.h"

#include "address.h"
#include "serverrules.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <iterator>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int publicMode = 0644;
constexpr int privateMode = 0600;

/// A line of zoo.cfg; `variable` is the image's own way to say it, if it has one.
struct Line
{
    QString key;
    QString value;
    QString variable;
    bool isImageDefault = false; ///< the server comes to the same value without being told
};

bool isHost(const Ensemble &ensemble)
{
    return ensemble.network.mode == NetworkMode::Host;
}

/// In host mode with IPv4 loopback unless published. A wildcard is where to listen, not where peers connect
/// to.
QString peerAddress(const Ensemble &ensemble, const Member &member)
{
    if (!isHost(ensemble))
        return member.name;
    if (rules::listensOnAllAddresses(ensemble, member))
        return u"127.0.0.1"_s;
    return address::bracketed(rules::bindAddress(member, PortKind::Quorum));
}

/// The lines that every image of the family writes, in its order, with the values that are wanted.
QList<Line> settingLines(const Ensemble &ensemble, const ImageEra &era)
{
    QList<Line> lines;
    for (const ServerSetting &setting : serverSettings()) {
        if (setting.channel != SettingChannel::ZooCfg || !rules::isTold(ensemble, setting))
            continue;
        const QString value = rules::effectiveValue(ensemble, setting);
        const bool isDefault = era.imageDefaults.value(setting.key) == value;
        const QString variable = era.environment.value(setting.key);
        if (!value.isEmpty() && (!isDefault || !variable.isEmpty()))
            lines.append({setting.configKey, value, variable, isDefault});
    }
    return lines;
}

/// 3.4 keeps the client port out of the server lines.
QList<Line> clientPortLines(const Ensemble &ensemble, const Member &member, const ImageEra &era)
{
    if (era.clientPortInServerLine)
        return {};
    const bool isStandard = member.client.port == standardClientPort;
    QList<Line> lines{
        {u"clientPort"_s, QString::number(member.client.port), era.clientPortVariable, isStandard}};
    if (isHost(ensemble))
        lines.append({u"clientPortAddress"_s, rules::bindAddress(member, PortKind::Client), {}, false});
    return lines;
}

QList<Line> adminLines(const Ensemble &ensemble, const Member &member)
{
    if (!rules::runsAdminServer(ensemble))
        return {};
    QList<Line> lines;
    if (isHost(ensemble))
        lines.append({u"admin.serverAddress"_s, rules::bindAddress(member, PortKind::Admin), {}, false});
    if (isHost(ensemble) || member.admin.port != standardAdminPort)
        lines.append({u"admin.serverPort"_s, QString::number(member.admin.port), {}, false});
    return lines;
}

/// What no variable of any image says: it goes through the variable for extra lines, or into a generated
/// file.
QList<Line> memberLines(const Ensemble &ensemble, const Member &member, const ImageEra &era)
{
    QList<Line> lines = adminLines(ensemble, member);
    if (rules::listensOnAllAddresses(ensemble, member))
        lines.append({u"quorumListenOnAllIPs"_s, u"true"_s, {}, false});
    if (era.needsPeerType && member.role == MemberRole::Observer)
        lines.append({u"peerType"_s, u"observer"_s, {}, false});
    const QStringList free = rules::freeLines(ensemble);
    for (const QString &line : free) {
        const qsizetype equals = line.indexOf(u'=');
        lines.append({line.left(equals).trimmed(), line.mid(equals + 1).trimmed(), {}, false});
    }
    return lines;
}

/// 3.4 calls a lone server line a mistake, logs an error and ignores it.
QStringList serverLines(const Ensemble &ensemble, const ImageEra &era)
{
    if (!era.clientPortInServerLine && ensemble.members.size() == 1)
        return {};
    QStringList lines;
    for (const Member &member : ensemble.members)
        lines.append(serverLine(ensemble, member, era));
    return lines;
}

/// Docker's command line and `docker inspect` show the environment: secrets do not go there.
bool fitsEnvironment(const Line &line, const ImageEra &era)
{
    if (isSecretKey(line.key))
        return false;
    if (!line.variable.isEmpty() || line.isImageDefault)
        return true;
    const auto isSpace = [](QChar character) { return character.isSpace(); };
    return !era.extraVariable.isEmpty() && std::none_of(line.value.cbegin(), line.value.cend(), isSpace);
}

using Variables = QList<std::pair<QString, QString>>;

QStringList jvmFlags(const Ensemble &ensemble, const ImageEra &era)
{
    QStringList flags;
    for (const ServerSetting &setting : serverSettings()) {
        const QString value = rules::effectiveValue(ensemble, setting);
        if (setting.channel == SettingChannel::JvmHeap && !era.hasHeapVariable)
            flags.append(u"-Xmx%1m"_s.arg(value));
        else if (setting.channel == SettingChannel::JvmFlag && rules::isTold(ensemble, setting) &&
                 value != era.imageDefaults.value(setting.key))
            flags.append(u"-D%1=%2"_s.arg(setting.configKey, value));
        else if (setting.channel == SettingChannel::JvmFlags && !value.isEmpty())
            flags.append(value.simplified().split(u' '));
    }
    return flags;
}

QStringList secretFlags(const QStringList &flags)
{
    QStringList secret;
    std::copy_if(flags.cbegin(), flags.cend(), std::back_inserter(secret),
                 [](const QString &flag) { return isSecretFlag(flag); });
    return secret;
}

/// zkEnv.sh of every version reads it.
GeneratedFile javaEnv(const ImageFamily &family, const QStringList &flags)
{
    const QString text =
        u"%1=\"${%1:+$%1 }\""_s.arg(family.jvmFlagsVariable) + shellQuoted(flags.join(u' ')) + u'\n';
    return {family.configurationDirectory + "/java.env"_L1, text.toUtf8(), privateMode, family.userId};
}

GeneratedFile zooCfg(const Ensemble &ensemble, const Member &member, const QList<Line> &lines)
{
    const ImageFamily &family = rules::familyOf(ensemble);
    const bool isSecret =
        std::any_of(lines.cbegin(), lines.cend(), [](const Line &line) { return isSecretKey(line.key); });
    return {family.configurationDirectory + "/zoo.cfg"_L1, renderZooCfg(ensemble, member),
            isSecret ? privateMode : publicMode, family.userId};
}

/// The JVM's own: its remote management would listen on a random port of every interface.
Variables jvmVariables(const Ensemble &ensemble, const ImageFamily &family, const ImageEra &era)
{
    Variables variables{{u"JMXDISABLE"_s, u"true"_s}};
    const QString heap = rules::effectiveValue(ensemble, u"heap");
    if (era.hasHeapVariable && heap != era.imageDefaults.value(u"heap"_s))
        variables.append({family.heapVariable, heap});
    QStringList flags = jvmFlags(ensemble, era);
    flags.removeIf([](const QString &flag) { return isSecretFlag(flag); });
    if (!flags.isEmpty())
        variables.append({family.jvmFlagsVariable, flags.join(u' ')});
    return variables;
}

Variables serverVariables(const QList<Line> &lines, const QStringList &servers, const ImageEra &era)
{
    Variables variables;
    QStringList extra;
    if (!servers.isEmpty())
        variables.append({era.serversVariable, servers.join(u' ')});
    for (const Line &line : lines) {
        if (line.isImageDefault)
            continue;
        if (line.variable.isEmpty())
            extra.append(u"%1=%2"_s.arg(line.key, line.value));
        else
            variables.append({line.variable, line.value});
    }
    if (!extra.isEmpty())
        variables.append({era.extraVariable, extra.join(u' ')});
    return variables;
}

QList<Line> allLines(const Ensemble &ensemble, const Member &member, const ImageEra &era)
{
    return settingLines(ensemble, era) + clientPortLines(ensemble, member, era) +
           memberLines(ensemble, member, era);
}

} // namespace

QString serverLine(const Ensemble &ensemble, const Member &member, const ImageEra &era)
{
    const QString line = u"server.%1=%2:%3:%4:%5"_s.arg(
        QString::number(member.id), peerAddress(ensemble, member), QString::number(member.quorum.port),
        QString::number(member.election.port), nameOf(member.role));
    const QString clientPort = QString::number(member.client.port);
    if (!era.clientPortInServerLine)
        return line;
    if (!isHost(ensemble))
        return u"%1;%2"_s.arg(line, clientPort);
    const QString clientAddress = address::bracketed(rules::bindAddress(member, PortKind::Client));
    return u"%1;%2:%3"_s.arg(line, clientAddress, clientPort);
}

QByteArray renderZooCfg(const Ensemble &ensemble, const Member &member)
{
    const ImageFamily &family = rules::familyOf(ensemble);
    const ImageEra &era = rules::eraOf(ensemble);
    QStringList text{u"dataDir=%1"_s.arg(family.dataDirectory),
                     u"dataLogDir=%1"_s.arg(family.dataLogDirectory)};
    const QList<Line> lines = allLines(ensemble, member, era);
    for (const Line &line : lines)
        text.append(u"%1=%2"_s.arg(line.key, line.value));
    text.append(serverLines(ensemble, era));
    return text.join(u'\n').toUtf8() + '\n';
}

Result<ServerConfiguration> configure(const Ensemble &ensemble, const Member &member)
{
    const ImageFamily *family = imageFamily(ensemble.image.family);
    if (family == nullptr)
        return failure(
            ErrorKind::InvalidInput,
            QCoreApplication::translate("ServerConfiguration",
                                        "ZooDock does not know the image family “%1”. Choose another one.")
                .arg(ensemble.image.family));
    const ImageEra &era = family->era(ensemble.image.reference);
    const QList<Line> lines = allLines(ensemble, member, era);
    const bool allFit = std::all_of(lines.cbegin(), lines.cend(),
                                    [&era](const Line &line) { return fitsEnvironment(line, era); });

    ServerConfiguration configuration;
    configuration.environment = {{era.idVariable, QString::number(member.id)}};
    if (allFit)
        configuration.environment += serverVariables(lines, serverLines(ensemble, era), era);
    else
        configuration.files.append(zooCfg(ensemble, member, lines));
    configuration.environment += jvmVariables(ensemble, *family, era);
    if (const QStringList flags = secretFlags(jvmFlags(ensemble, era)); !flags.isEmpty())
        configuration.files.append(javaEnv(*family, flags));
    return configuration;
}

} // namespace zoodock
