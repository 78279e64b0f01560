// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverrules.h"

#include "address.h"

#include <array>
#include <tuple>

namespace zoodock::rules
{

using namespace Qt::Literals::StringLiterals;

const ImageFamily &familyOf(const Ensemble &ensemble)
{
    const ImageFamily *family = imageFamily(ensemble.image.family);
    return family == nullptr ? imageFamilies().constFirst() : *family;
}

const ImageEra &eraOf(const Ensemble &ensemble)
{
    return familyOf(ensemble).era(ensemble.image.reference);
}

Version versionOf(const Ensemble &ensemble)
{
    return serverVersionOf(ensemble.image.reference).value_or(eraOf(ensemble).ranges.constLast().second);
}

QString effectiveValue(const Ensemble &ensemble, const ServerSetting &setting)
{
    QString value = ensemble.settings.value(setting.key, setting.defaultValue).trimmed();
    if (setting.key == "4lw.commands.whitelist"_L1)
        value.remove(u' ').remove(u'\t');
    return value;
}

QString effectiveValue(const Ensemble &ensemble, QStringView key)
{
    const ServerSetting *setting = serverSetting(key.toString());
    return setting == nullptr ? QString() : effectiveValue(ensemble, *setting);
}

bool isTold(const Ensemble &ensemble, const ServerSetting &setting)
{
    const ImageEra &era = eraOf(ensemble);
    if (versionOf(ensemble) < setting.since)
        return false;
    if (setting.key == "4lw.commands.whitelist"_L1 && !era.hasFourLetterWhitelist)
        return ensemble.settings.contains(setting.key);
    if (setting.key == "reconfigEnabled"_L1)
        return era.hasReconfig;
    if (setting.key == "admin.enableServer"_L1)
        return era.hasAdminServer;
    return true;
}

QStringList freeLines(const Ensemble &ensemble)
{
    QStringList lines;
    const QStringList all = ensemble.settings.value(u"extra"_s).split(u'\n');
    for (const QString &line : all) {
        const QString trimmed = line.trimmed();
        if (!trimmed.isEmpty() && !trimmed.startsWith(u'#'))
            lines.append(trimmed);
    }
    return lines;
}

QMap<QString, QString> freeValues(const Ensemble &ensemble)
{
    QMap<QString, QString> values;
    const QStringList lines = freeLines(ensemble);
    for (const QString &line : lines)
        values.insert(line.section(u'=', 0, 0).trimmed(), line.section(u'=', 1).trimmed());
    return values;
}

namespace
{

/// -Dkey=value among the JVM flags; of two the last one wins.
QMap<QString, QString> flagValues(const Ensemble &ensemble)
{
    QMap<QString, QString> values;
    const QStringList flags = effectiveValue(ensemble, u"jvmFlags").simplified().split(u' ');
    for (const QString &flag : flags) {
        if (flag.startsWith("-D"_L1))
            values.insert(flag.section(u'=', 0, 0).mid(2), flag.section(u'=', 1));
    }
    return values;
}

/// What JMXPORT would set, which the servers do not heed: they are told JMXDISABLE. The second port may be
/// the first one; where it is not set the JVM takes any.
QList<LinePort> jmxPorts(const Ensemble &ensemble)
{
    const QMap<QString, QString> values = flagValues(ensemble);
    const QString prefix = u"com.sun.management.jmxremote."_s;
    const QString hostKey = prefix + "host"_L1;
    const QString host = values.value(hostKey) == "localhost"_L1 ? u"127.0.0.1"_s : values.value(hostKey);
    QList<LinePort> found;
    for (const auto name : {"port"_L1, "rmi.port"_L1}) {
        const QString key = prefix + name;
        const quint16 port = values.value(key).toUShort();
        const bool isMeant = found.isEmpty() ? name == "port"_L1 : found.constFirst().port != port;
        if (port != 0 && isMeant)
            found.append({key, hostKey, address::isNumeric(host) ? host : u"0.0.0.0"_s, port, true});
    }
    return found;
}

} // namespace

QList<LinePort> linePorts(const Ensemble &ensemble)
{
    const QMap<QString, QString> values = freeValues(ensemble);
    const QString metricsHost = u"metricsProvider.httpHost"_s;
    const bool hasMetrics =
        values.value(u"metricsProvider.className"_s).endsWith("PrometheusMetricsProvider"_L1);
    // Without being told the metrics are at 7000 (zookeeperMonitor.md).
    const std::array ports{
        std::tuple{u"secureClientPort"_s, u"secureClientPortAddress"_s, QString(), Version{3, 5, 0}},
        std::tuple{u"metricsProvider.httpPort"_s, metricsHost, hasMetrics ? u"7000"_s : QString(),
                   Version{3, 6, 0}},
        std::tuple{u"metricsProvider.httpsPort"_s, metricsHost, QString(), Version{3, 6, 0}},
    };
    QList<LinePort> found;
    for (const auto &[key, addressKey, standard, since] : ports) {
        const quint16 port = values.value(key, standard).toUShort();
        const QString host = values.value(addressKey);
        if (port != 0 && versionOf(ensemble) >= since)
            found.append({key, addressKey, address::isNumeric(host) ? host : u"0.0.0.0"_s, port});
    }
    return found + jmxPorts(ensemble);
}

bool opensJmx(const Ensemble &ensemble)
{
    const QMap<QString, QString> values = flagValues(ensemble);
    const QString host = values.value(u"com.sun.management.jmxremote.host"_s);
    // Without a port it listens, too, but has nothing to do with other machines.
    return values.contains(u"com.sun.management.jmxremote.port"_s) && host != "localhost"_L1 &&
           !address::isLoopback(host);
}

bool runsAdminServer(const Ensemble &ensemble)
{
    return eraOf(ensemble).hasAdminServer && effectiveValue(ensemble, u"admin.enableServer") == "true"_L1;
}

QString publishedPeerAddress(const Member &member)
{
    if (member.quorum.published)
        return member.quorum.address;
    return member.election.published ? member.election.address : QString();
}

QString bindAddress(const Member &member, PortKind kind)
{
    const bool isPeerPort = kind == PortKind::Quorum || kind == PortKind::Election;
    const MemberPort &port = member.port(kind);
    const QString published = isPeerPort       ? publishedPeerAddress(member)
                              : port.published ? port.address
                                               : QString();
    return published.isEmpty() ? u"127.0.0.1"_s : published;
}

bool listensOnAllAddresses(const Ensemble &ensemble, const Member &member)
{
    return ensemble.network.mode == NetworkMode::Host && address::isWildcard(publishedPeerAddress(member));
}

} // namespace zoodock::rules
