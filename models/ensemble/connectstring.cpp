// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/connectstring.h"

#include "address.h"
#include "serverrules.h"

#include <QtCore/QStringList>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString endpoint(const QString &host, quint16 port)
{
    return u"%1:%2"_s.arg(address::bracketed(host)).arg(port);
}

/// What a program types for a socket bound to `bound` of the engine's host; empty: it cannot get there.
QString reachableHost(const QString &bound, const QString &engineHost)
{
    const bool isElsewhere =
        !engineHost.isEmpty() && engineHost != "localhost"_L1 && !address::isLoopback(engineHost);
    if (address::isWildcard(bound))
        return engineHost.isEmpty() ? u"127.0.0.1"_s : engineHost;
    return isElsewhere && address::isLoopback(bound) ? QString() : bound;
}

} // namespace

QString hostConnectString(const Ensemble &ensemble, const QString &engineHost)
{
    const bool isHost = ensemble.network.mode == NetworkMode::Host;
    QStringList endpoints;
    for (const Member &member : ensemble.members) {
        const QString bound = isHost                    ? rules::bindAddress(member, PortKind::Client)
                              : member.client.published ? member.client.address
                                                        : QString();
        const QString host = bound.isEmpty() ? bound : reachableHost(bound, engineHost);
        if (!host.isEmpty())
            endpoints.append(endpoint(host, isHost ? member.client.port : member.client.hostPort));
    }
    return endpoints.join(u',');
}

bool namesResolve(const Ensemble &ensemble)
{
    const QString &network = ensemble.network.existing;
    return network != "bridge"_L1 && network != "default"_L1;
}

QString networkConnectString(const Ensemble &ensemble)
{
    if (ensemble.network.mode == NetworkMode::Host)
        return hostConnectString(ensemble);
    if (!namesResolve(ensemble))
        return {};
    QStringList endpoints;
    for (const Member &member : ensemble.members)
        endpoints.append(endpoint(member.name, member.client.port));
    return endpoints.join(u',');
}

} // namespace zoodock
