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
    return found;
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
