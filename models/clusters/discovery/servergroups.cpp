// SPDX-License-Identifier: GPL-3.0-or-later
#include "servergroups.h"

#include "ensemble/imagefamily.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool isWildcard(const QString &host)
{
    return host == "0.0.0.0"_L1 || host == "::"_L1;
}

bool isAddress(const QString &host)
{
    static const QRegularExpression ipv4(u"^\\d{1,3}(?:\\.\\d{1,3}){3}$"_s);
    return host.contains(u':') || ipv4.match(host).hasMatch();
}

constexpr auto composeProject = "com.docker.compose.project"_L1;

QString projectOf(const FoundServer &server)
{
    return server.container.labels.value(QString(composeProject));
}

/// Stopped containers have no address, and still belong to their networks.
QStringList networksOf(const FoundServer &server)
{
    QStringList networks = server.container.aliases.keys() + server.container.addresses.keys();
    if (networks.isEmpty())
        networks.append(server.container.networkMode);
    networks.removeDuplicates();
    return networks;
}

QStringList commonNetworks(const QList<FoundServer> &group)
{
    QStringList common = networksOf(group.constFirst());
    for (const FoundServer &server : group) {
        const QStringList other = networksOf(server);
        common.removeIf([&](const QString &network) { return !other.contains(network); });
    }
    return common;
}

bool sameEntry(const ServerEntry &a, const ServerEntry &b)
{
    return a.id == b.id && a.quorumPort == b.quorumPort && a.electionPort == b.electionPort &&
           (a.host == b.host || isWildcard(a.host) || isWildcard(b.host));
}

bool sameList(const FoundServer &a, const FoundServer &b)
{
    return std::equal(a.servers.cbegin(), a.servers.cend(), b.servers.cbegin(), b.servers.cend(), sameEntry);
}

/// Addresses of machines mean the same whatever docker network a container is in; names and loopback do not.
bool isGloballyAddressed(const FoundServer &server)
{
    return std::all_of(server.servers.cbegin(), server.servers.cend(), [](const ServerEntry &entry) {
        const bool loopback = entry.host.startsWith("127."_L1) || entry.host == "::1"_L1;
        return isAddress(entry.host) && !isWildcard(entry.host) && !loopback;
    });
}

bool belongTogether(const FoundServer &a, const FoundServer &b)
{
    if (a.servers.size() < 2 || a.id == b.id || !sameList(a, b))
        return false;
    return !commonNetworks({a, b}).isEmpty() || (isGloballyAddressed(a) && isGloballyAddressed(b));
}

bool isUp(const FoundServer &server)
{
    return server.container.status == ContainerStatus::Running ||
           server.container.status == ContainerStatus::Paused;
}

MemberPort portOf(const FoundServer &server, quint16 port, const QString &boundAddress)
{
    MemberPort made;
    made.port = port;
    made.hostPort = port;
    if (server.container.networkMode == "host"_L1) {
        made.published = true;
        made.address = boundAddress.isEmpty() ? u"0.0.0.0"_s : boundAddress;
        return made;
    }
    for (const PublishedPort &published : server.container.configuredPorts) {
        if (published.containerPort == port && !made.published) {
            made.published = true;
            made.address = published.hostAddress;
            made.hostPort = published.hostPort;
        }
    }
    return made;
}

QString memberName(const ServerEntry &entry, const FoundServer *server)
{
    if (!isAddress(entry.host) && entry.host != "localhost"_L1 && !entry.host.isEmpty())
        return entry.host;
    const QString service =
        server ? server->container.labels.value(u"com.docker.compose.service"_s) : QString();
    if (!service.isEmpty())
        return service;
    return server ? server->container.name : u"zoo%1"_s.arg(entry.id);
}

Member memberOf(const ServerEntry &entry, const FoundServer *server)
{
    Member member;
    member.id = entry.id;
    member.name = memberName(entry, server);
    member.role = entry.role;
    member.quorum.port = entry.quorumPort;
    member.election.port = entry.electionPort;
    member.client.port = entry.clientPort != 0 ? entry.clientPort : quint16(2181);
    if (server == nullptr)
        return member;
    member.container = server->container.name;
    member.client = portOf(*server, server->clientPort, entry.clientAddress);
    member.admin = portOf(*server, server->adminPort, {});
    member.quorum = portOf(*server, entry.quorumPort, entry.host);
    member.election = portOf(*server, entry.electionPort, entry.host);
    return member;
}

/// With the hosts that others know it by, where it calls itself 0.0.0.0.
QList<ServerEntry> mergedList(const QList<FoundServer> &group)
{
    QList<ServerEntry> merged = group.constFirst().servers;
    for (const FoundServer &server : group) {
        for (qsizetype i = 0; i < merged.size(); ++i) {
            if (isWildcard(merged[i].host))
                merged[i].host = server.servers[i].host;
            if (merged[i].clientPort == 0)
                merged[i].clientPort = server.servers[i].clientPort;
        }
    }
    if (merged.isEmpty()) {
        ServerEntry alone;
        alone.id = group.constFirst().id;
        alone.quorumPort = 2888;
        alone.electionPort = 3888;
        merged.append(alone);
    }
    return merged;
}

RestartPolicy policyOf(const QString &word)
{
    for (const RestartPolicy policy :
         {RestartPolicy::OnFailure, RestartPolicy::Always, RestartPolicy::UnlessStopped}) {
        if (nameOf(policy) == word)
            return policy;
    }
    return RestartPolicy::No;
}

QString commonStem(const QList<FoundServer> &group)
{
    QString stem = group.constFirst().container.name;
    for (const FoundServer &server : group) {
        while (!server.container.name.startsWith(stem))
            stem.chop(1);
    }
    return stem;
}

QString valid(QString name)
{
    static const QRegularExpression foreign(u"[^a-z0-9_.-]"_s);
    static const QRegularExpression edge(u"^[^a-z0-9]+|[^a-z0-9]+$"_s);
    return name.toLower().replace(foreign, u"-"_s).left(50).remove(edge);
}

/// What is left of a name in all that nameFor() may make of it.
QString letters(QString name)
{
    static const QRegularExpression others(u"[^a-z0-9]"_s);
    return name.toLower().remove(others);
}

} // namespace

QList<QList<FoundServer>> groupServers(QList<FoundServer> servers)
{
    // What runs comes first: a stopped leftover with the same id must not take its place.
    std::sort(servers.begin(), servers.end(), [](const FoundServer &a, const FoundServer &b) {
        return isUp(a) != isUp(b) ? isUp(a) : a.container.name < b.container.name;
    });
    QList<QList<FoundServer>> groups;
    for (const FoundServer &server : std::as_const(servers)) {
        const auto home = std::find_if(groups.begin(), groups.end(), [&](const QList<FoundServer> &group) {
            return std::all_of(group.cbegin(), group.cend(),
                               [&](const FoundServer &other) { return belongTogether(other, server); });
        });
        if (home == groups.end())
            groups.append({server});
        else
            home->append(server);
    }
    for (QList<FoundServer> &group : groups)
        std::sort(group.begin(), group.end(),
                  [](const FoundServer &a, const FoundServer &b) { return a.id < b.id; });
    return groups;
}

Ensemble ensembleOf(const QList<FoundServer> &group, const QString &context)
{
    const FoundServer &first = group.constFirst();
    Ensemble ensemble;
    ensemble.adopted = true;
    ensemble.context = context;
    ensemble.composeProject = projectOf(first);
    ensemble.image.reference = first.container.image;
    if (const ImageFamily *const family = imageFamilyOf(first.container.image))
        ensemble.image.family = family->id;
    const bool host = first.container.networkMode == "host"_L1;
    ensemble.network.mode = host ? NetworkMode::Host : NetworkMode::Bridge;
    if (!host)
        ensemble.network.existing = commonNetworks(group).value(0);
    ensemble.volumes = first.container.mounts.isEmpty() ? VolumePolicy::NotKept : VolumePolicy::Named;
    ensemble.restart = policyOf(first.container.restartPolicy);
    if (std::none_of(group.cbegin(), group.cend(), [](const FoundServer &server) { return server.hasAdmin; }))
        ensemble.settings.insert(u"admin.enableServer"_s, u"false"_s);
    QSet<QString> names;
    for (const ServerEntry &entry : mergedList(group)) {
        const auto server = std::find_if(group.cbegin(), group.cend(),
                                         [&](const FoundServer &one) { return one.id == entry.id; });
        Member member = memberOf(entry, server == group.cend() ? nullptr : &*server);
        if (names.contains(member.name))
            member.name = u"%1-%2"_s.arg(member.name).arg(member.id);
        names.insert(member.name);
        ensemble.members.append(member);
    }
    return ensemble;
}

QString nameFor(const QList<FoundServer> &group, const QSet<QString> &taken)
{
    static const QRegularExpression number(u"[-_.]?[0-9]+$"_s);
    QString wish = valid(projectOf(group.constFirst()));
    if (wish.isEmpty() && group.size() > 1)
        wish = valid(commonStem(group).remove(number));
    if (wish.isEmpty())
        wish = valid(group.constFirst().container.name);
    if (wish.isEmpty())
        wish = u"zookeeper"_s;
    QString name = wish;
    for (int i = 2; taken.contains(name); ++i)
        name = u"%1-%2"_s.arg(wish).arg(i);
    return name;
}

bool mayBeNamed(const QString &cluster, const ContainerInfo &container)
{
    static const QRegularExpression number(u"[0-9]+$"_s);
    const QString stem = letters(cluster).remove(number);
    return letters(container.name).startsWith(stem) ||
           letters(container.labels.value(QString(composeProject))).startsWith(stem) ||
           stem == "zookeeper"_L1;
}

QString keptName(const QList<FoundServer> &group, const QHash<QString, QStringList> &published,
                 const QSet<QString> &taken)
{
    QStringList kept;
    const auto isNew = [&published](const FoundServer &server) {
        return std::none_of(published.cbegin(), published.cend(), [&server](const QStringList &containers) {
            return containers.contains(server.container.id);
        });
    };
    // More is known of it now than when it got its name, which is what another process would call it, too.
    if (std::any_of(group.cbegin(), group.cend(), isNew))
        return {};
    for (auto known = published.cbegin(); known != published.cend(); ++known) {
        const bool had = std::any_of(group.cbegin(), group.cend(), [&known](const FoundServer &server) {
            return known->contains(server.container.id);
        });
        if (had && !taken.contains(known.key()))
            kept.append(known.key());
    }
    if (kept.isEmpty())
        return {};
    const QString fresh = nameFor(group, taken);
    return kept.contains(fresh) ? fresh : *std::min_element(kept.cbegin(), kept.cend());
}

} // namespace zoodock
