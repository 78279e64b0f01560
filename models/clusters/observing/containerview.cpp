// SPDX-License-Identifier: GPL-3.0-or-later
#include "containerview.h"

#include "docker/dockerobjects.h"

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

ContainerLife lifeOf(ContainerStatus status)
{
    switch (status) {
    case ContainerStatus::Created:
        return ContainerLife::Created;
    case ContainerStatus::Running:
        return ContainerLife::Running;
    case ContainerStatus::Paused:
        return ContainerLife::Paused;
    case ContainerStatus::Restarting:
        return ContainerLife::Restarting;
    case ContainerStatus::Removing:
        return ContainerLife::Removing;
    case ContainerStatus::Exited:
        return ContainerLife::Exited;
    case ContainerStatus::Dead:
        return ContainerLife::Dead;
    }
    return ContainerLife::Unknown;
}

namespace
{

/// The publication of a container port, IPv4 before IPv6; a stopped container tells what it wants.
PublishedPort publicationOf(const ContainerInfo &info, quint16 containerPort)
{
    PublishedPort found;
    const QList<PublishedPort> &ports =
        info.publishedPorts.isEmpty() ? info.configuredPorts : info.publishedPorts;
    for (const PublishedPort &port : ports) {
        if (port.containerPort != containerPort || port.hostPort == 0)
            continue;
        if (found.hostPort == 0 || found.hostAddress.contains(u':'))
            found = port;
    }
    return found;
}

/// What a server in host mode binds.
PublishedPort boundByServer(const MemberPort &port)
{
    return {port.port, port.published ? port.address : u"127.0.0.1"_s, port.port};
}

QString addressIn(const ContainerInfo &info, const QString &network)
{
    if (info.addresses.contains(network))
        return info.addresses.value(network);
    for (const QString &address : info.addresses) {
        if (!address.isEmpty())
            return address;
    }
    return {};
}

} // namespace

ContainerObservation observationOf(const ContainerInfo &info, const Ensemble &ensemble, const Member &member)
{
    ContainerObservation seen;
    seen.life = lifeOf(info.status);
    seen.id = info.id;
    seen.name = info.name;
    seen.image = info.image;
    const bool ended = seen.life == ContainerLife::Exited || seen.life == ContainerLife::Dead ||
                       seen.life == ContainerLife::Restarting || seen.life == ContainerLife::Removing;
    seen.exitCode = ended ? info.exitCode : 0;
    seen.oomKilled = ended && info.oomKilled;
    seen.error = info.error;
    seen.startedAt = info.startedAt;
    seen.finishedAt = info.finishedAt;
    seen.restartCount = info.restartCount;
    seen.hostNetwork = info.networkMode == "host"_L1;
    seen.address = addressIn(info, networkName(ensemble));
    const auto published = [&](const MemberPort &port) {
        return seen.hostNetwork ? boundByServer(port) : publicationOf(info, port.port);
    };
    const PublishedPort client = published(member.client);
    seen.clientAddress = client.hostAddress;
    seen.clientPort = client.hostPort;
    const PublishedPort admin = published(member.admin);
    seen.adminAddress = admin.hostAddress;
    seen.adminPort = admin.hostPort;
    return seen;
}

MemberAddresses addressesOf(const ContainerObservation &observation, const EngineReach &reach)
{
    const auto host = [&](const QString &address, quint16 port) {
        return port == 0 ? QString() : reach.hostFor(address);
    };
    MemberAddresses addresses;
    addresses.clientHost = host(observation.clientAddress, observation.clientPort);
    addresses.clientPort = addresses.clientHost.isEmpty() ? quint16(0) : observation.clientPort;
    addresses.adminHost = host(observation.adminAddress, observation.adminPort);
    addresses.adminPort = addresses.adminHost.isEmpty() ? quint16(0) : observation.adminPort;
    return addresses;
}

} // namespace zoodock
