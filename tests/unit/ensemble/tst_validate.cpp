// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/validate.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <algorithm>
#include <functional>
#include <vector>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qint64 gibibyte = qint64{1} << 30;

/// An ensemble and its host that nothing is to be said about, but that it is a pseudo-cluster.
struct Situation
{
    Ensemble ensemble;
    HostFacts facts;

    Member &member(int index) { return ensemble.members[index]; }
    void set(const QString &key, const QString &value) { ensemble.settings.insert(key, value); }
    void hold(quint16 port, const QString &address, const QString &container, bool running)
    {
        facts.ports.append({port, address, container, {}, running});
    }
};

Situation situation(int participants, int observers, NetworkMode mode)
{
    Situation s;
    s.ensemble = makeEnsemble(u"orders"_s, participants, observers, mode, u"zookeeper:3.9"_s);
    s.facts.known = true;
    s.facts.listenersKnown = true;
    s.facts.engineVersion = {20, 10, 24};
    s.facts.memoryBytes = 16 * gibibyte;
    s.facts.cpus = 4;
    s.facts.imageReferences = {u"zookeeper:3.9"_s};
    s.facts.networkNames = {u"bridge"_s, u"host"_s, u"none"_s, u"shared"_s};
    return s;
}

Situation bridge()
{
    return situation(3, 0, NetworkMode::Bridge);
}
Situation host()
{
    return situation(3, 0, NetworkMode::Host);
}

using Change = std::function<void(Situation &)>;

/// A change that has to produce the code, and one beside it that must not.
struct Case
{
    const char *name;
    const char *code;
    Severity severity;
    const char *field;
    Situation base;
    Change change;
    Change nearMiss;
};

/// For a near miss that is the untouched situation.
const Change nothing = [](Situation &) {};

Change image(const QString &reference)
{
    return [reference](Situation &s) {
        s.ensemble.image.reference = reference;
        s.facts.imageReferences.insert(reference);
    };
}

Change setting(const QString &key, const QString &value)
{
    return [key, value](Situation &s) { s.set(key, value); };
}

Change both(const Change &one, const Change &other)
{
    return [one, other](Situation &s) {
        one(s);
        other(s);
    };
}

/// Left by an earlier cluster of the same name.
Change keptVolume(const QString &name, int id)
{
    return [name, id](Situation &s) {
        s.facts.ownVolumes = {name};
        s.facts.ownVolumeMembers = {{name, id}};
    };
}

/// Left by servers of that image.
Change keptData(const QString &name, const QString &image)
{
    return [name, image](Situation &s) {
        s.facts.ownVolumes = {name};
        s.facts.ownVolumeImages = {{name, image}};
    };
}

/// The ensemble joins the network “shared”, on which there may be others.
Change nameOn(const QString &network, const QString &name, const QString &container)
{
    return [=](Situation &s) {
        s.ensemble.network.existing = u"shared"_s;
        s.facts.namesOnNetworks = {{network, name, container}};
    };
}

/// Somebody renamed the container of member 2 and gave its name away.
Change renamed(bool neverStarted)
{
    return [neverStarted](Situation &s) {
        s.facts.containerNames.insert(u"orders-zoo2"_s);
        s.facts.ownContainers.insert(u"orders-other"_s);
        s.facts.ownMembers.insert(2, u"orders-other"_s);
        if (neverStarted)
            s.facts.ownUnstarted.insert(u"orders-other"_s);
    };
}

std::vector<Case> namesAndMembers()
{
    const Change ownNetwork = [](Situation &s) {
        s.ensemble.network.existing.clear();
        s.facts.ownNetworks = {u"orders"_s};
    };
    return {
        {"no name", "name.invalid", Severity::Error, "name", bridge(),
         [](Situation &s) { s.ensemble.name.clear(); }, nothing},
        {"name of 64 letters", "name.invalid", Severity::Error, "name", bridge(),
         [](Situation &s) { s.ensemble.name = QString(64, u'a'); },
         [](Situation &s) { s.ensemble.name = QString(63, u'a'); }},
        {"upper case", "name.invalid", Severity::Error, "name", bridge(),
         [](Situation &s) { s.ensemble.name = u"Orders"_s; },
         [](Situation &s) { s.ensemble.name = u"0.or_d-ers"_s; }},
        {"newline behind the name", "name.invalid", Severity::Error, "name", bridge(),
         [](Situation &s) { s.ensemble.name = u"orders\n"_s; }, nothing},
        {"container", "name.taken", Severity::Error, "name", bridge(),
         [](Situation &s) { s.facts.containerNames.insert(u"orders-zoo2"_s); },
         [](Situation &s) { s.facts.containerNames.insert(u"orders-zoo4"_s); }},
        {"container, and the member's has another name and was never started", "name.taken", Severity::Error,
         "name", bridge(), renamed(true), renamed(false)},
        {"volume", "volume.taken", Severity::Error, "name", bridge(),
         [](Situation &s) { s.facts.volumeNames.insert(u"orders-zoo1-datalog"_s); },
         [](Situation &s) {
             s.facts.volumeNames.insert(u"orders-zoo1-datalog"_s);
             s.ensemble.volumes = VolumePolicy::NotKept;
         }},
        {"volume of another id", "volume.otherId", Severity::Error, "members/1/id", bridge(),
         keptVolume(u"orders-zoo2-data"_s, 5), keptVolume(u"orders-zoo2-data"_s, 2)},
        {"log volume of another id", "volume.otherId", Severity::Error, "members/0/id", bridge(),
         keptVolume(u"orders-zoo1-datalog"_s, 3),
         both(keptVolume(u"orders-zoo1-datalog"_s, 3),
              [](Situation &s) { s.ensemble.volumes = VolumePolicy::NotKept; })},
        {"volume that does not say whose it is", "volume.otherId", Severity::Error, "members/0/id", bridge(),
         keptVolume(u"orders-zoo1-data"_s, 200),
         [](Situation &s) { s.facts.ownVolumes = {u"orders-zoo1-data"_s}; }},
        {"data of 3.4", "image.snapshot", Severity::Warning, "image/reference", bridge(),
         keptData(u"orders-zoo2-datalog"_s, u"zookeeper:3.4.14"_s),
         keptData(u"orders-zoo2-datalog"_s, u"zookeeper:3.5.6"_s)},
        {"data of 3.4 for 3.4", "image.snapshot", Severity::Warning, "image/reference", bridge(),
         keptData(u"orders-zoo2-datalog"_s, u"zookeeper:3.4.14"_s),
         both(image(u"zookeeper:3.4.14"_s), keptData(u"orders-zoo2-datalog"_s, u"zookeeper:3.4.14"_s))},
        {"data of 3.4, trusted", "image.snapshot", Severity::Warning, "image/reference", bridge(),
         keptData(u"orders-zoo1-datalog"_s, u"zookeeper:3.4.14"_s),
         both(keptData(u"orders-zoo1-datalog"_s, u"zookeeper:3.4.14"_s),
              setting(u"extra"_s, u"snapshot.trust.empty = true"_s))},
        {"data of 3.4, trusted by a flag", "image.snapshot", Severity::Warning, "image/reference", bridge(),
         keptData(u"orders-zoo1-datalog"_s, u"zookeeper:3.4.14"_s),
         both(keptData(u"orders-zoo1-datalog"_s, u"zookeeper:3.4.14"_s),
              setting(u"jvmFlags"_s, u"-Dzookeeper.snapshot.trust.empty=true"_s))},
        {"data of a member that runs", "image.snapshot", Severity::Warning, "image/reference", bridge(),
         keptData(u"orders-zoo1-datalog"_s, u"zookeeper:3.4.14"_s),
         both(keptData(u"orders-zoo1-datalog"_s, u"zookeeper:3.4.14"_s),
              [](Situation &s) { s.facts.ownContainers = {u"orders-zoo1"_s}; })},
        {"data that is not used", "image.snapshot", Severity::Warning, "image/reference", bridge(),
         keptData(u"orders-zoo1-datalog"_s, u"zookeeper:3.4.14"_s),
         both(keptData(u"orders-zoo1-datalog"_s, u"zookeeper:3.4.14"_s),
              [](Situation &s) { s.ensemble.volumes = VolumePolicy::NotKept; })},
        {"network", "network.taken", Severity::Error, "name", bridge(),
         [](Situation &s) { s.facts.networkNames.insert(u"orders"_s); },
         [](Situation &s) {
             s.facts.networkNames.insert(u"orders"_s);
             s.ensemble.network.mode = NetworkMode::Host;
         }},
        {"network to join", "network.missing", Severity::Error, "network/existing", bridge(),
         [](Situation &s) { s.ensemble.network.existing = u"elsewhere"_s; },
         [](Situation &s) { s.ensemble.network.existing = u"shared"_s; }},
        {"network without a way out", "network.internal", Severity::Warning, "network/existing", bridge(),
         [](Situation &s) {
             s.ensemble.network.existing = u"shared"_s;
             s.facts.internalNetworks = {u"shared"_s};
         },
         [](Situation &s) {
             s.ensemble.network.existing = u"shared"_s;
             s.facts.internalNetworks = {u"shared"_s};
             for (Member &member : s.ensemble.members)
                 member.client.published = false;
         }},
        {"docker's own network", "network.predefined", Severity::Error, "network/existing", bridge(),
         [](Situation &s) { s.ensemble.network.existing = u"bridge"_s; },
         [](Situation &s) { s.ensemble.network.existing = u"shared"_s; }},
        {"name on a shared network", "member.name.ambiguous", Severity::Error, "members/0/name", bridge(),
         nameOn(u"shared"_s, u"ZOO1"_s, u"search-zoo1"_s), nameOn(u"other"_s, u"ZOO1"_s, u"search-zoo1"_s)},
        {"another name there", "member.name.ambiguous", Severity::Error, "members/2/name", bridge(),
         nameOn(u"shared"_s, u"zoo3"_s, u"zoo3"_s), nameOn(u"shared"_s, u"zoo4"_s, u"zoo4"_s)},
        {"its own container there", "member.name.ambiguous", Severity::Error, "members/0/name", bridge(),
         nameOn(u"shared"_s, u"zoo1"_s, u"search-zoo1"_s), nameOn(u"shared"_s, u"zoo1"_s, u"orders-zoo1"_s)},
        {"name on its own network", "member.name.ambiguous", Severity::Error, "members/0/name", bridge(),
         both(nameOn(u"orders"_s, u"zoo1"_s, u"search-zoo1"_s), ownNetwork), ownNetwork},
        {"names on the host's network", "member.name.ambiguous", Severity::Error, "members/0/name", bridge(),
         nameOn(u"shared"_s, u"zoo1"_s, u"search-zoo1"_s),
         both(nameOn(u"host"_s, u"zoo1"_s, u"search-zoo1"_s),
              [](Situation &s) { s.ensemble.network.mode = NetworkMode::Host; })},
        {"id 0", "member.id.range", Severity::Error, "members/1/id", bridge(),
         [](Situation &s) { s.member(1).id = 0; }, [](Situation &s) { s.member(1).id = 255; }},
        {"id 256", "member.id.range", Severity::Error, "members/1/id", bridge(),
         [](Situation &s) { s.member(1).id = 256; }, nothing},
        {"same id", "member.id.duplicate", Severity::Error, "members/2/id", bridge(),
         [](Situation &s) { s.member(2).id = 1; }, nothing},
        {"id with TTL", "member.id.ttl", Severity::Error, "members/2/id", bridge(),
         both(setting(u"extendedTypesEnabled"_s, u"true"_s), [](Situation &s) { s.member(2).id = 255; }),
         both(setting(u"extendedTypesEnabled"_s, u"true"_s), [](Situation &s) { s.member(2).id = 254; })},
        {"member's name", "member.name.invalid", Severity::Error, "members/0/name", bridge(),
         [](Situation &s) { s.member(0).name = u"zoo_1"_s; },
         [](Situation &s) { s.member(0).name = u"Zoo-1"_s; }},
        {"localhost", "member.name.invalid", Severity::Error, "members/0/name", bridge(),
         [](Situation &s) { s.member(0).name = u"localhost"_s; }, nothing},
        {"digits", "member.name.invalid", Severity::Error, "members/0/name", bridge(),
         [](Situation &s) { s.member(0).name = u"1"_s; }, nothing},
        {"wildcard as name", "address.own.wildcard", Severity::Error, "members/0/name", bridge(),
         [](Situation &s) { s.member(0).name = u"0.0.0.0"_s; }, nothing},
        {"same name", "member.name.duplicate", Severity::Error, "members/1/name", bridge(),
         [](Situation &s) { s.member(1).name = u"ZOO1"_s; }, nothing},
        {"no participants", "members.none", Severity::Error, "members", bridge(),
         [](Situation &s) {
             for (Member &member : s.ensemble.members)
                 member.role = MemberRole::Observer;
         },
         nothing},
        {"no members", "members.none", Severity::Error, "members", bridge(),
         [](Situation &s) { s.ensemble.members.clear(); }, nothing},
        {"two", "members.two", Severity::Warning, "members", situation(2, 0, NetworkMode::Bridge), nothing,
         [](Situation &s) { s = situation(1, 0, NetworkMode::Bridge); }},
        {"four", "members.even", Severity::Warning, "members", situation(4, 0, NetworkMode::Bridge), nothing,
         [](Situation &s) { s = situation(3, 1, NetworkMode::Bridge); }},
        {"nine", "members.tooMany", Severity::Warning, "members", situation(9, 0, NetworkMode::Bridge),
         nothing, [](Situation &s) { s = situation(7, 2, NetworkMode::Bridge); }},
        {"pseudo-cluster", "redundancy.pseudo", Severity::Hint, "members", bridge(), nothing,
         [](Situation &s) { s = situation(1, 0, NetworkMode::Bridge); }},
        {"one and an observer", "observers.without.quorum", Severity::Error, "members",
         situation(1, 1, NetworkMode::Bridge), setting(u"standaloneEnabled"_s, u"true"_s),
         setting(u"standaloneEnabled"_s, u"false"_s)},
        {"one and an observer in 3.4", "observers.without.quorum", Severity::Error, "members",
         situation(1, 1, NetworkMode::Bridge), image(u"zookeeper:3.4.14"_s), nothing},
    };
}

std::vector<Case> portsAndAddresses()
{
    const auto publishAdmin = [](Situation &s) { s.member(1).admin = {8080, true, u"127.0.0.1"_s, 2181}; };
    return {
        {"port 0", "port.zero", Severity::Error, "members/1/quorum", bridge(),
         [](Situation &s) { s.member(1).quorum.port = 0; }, nothing},
        {"host port 0", "port.zero", Severity::Error, "members/1/client", bridge(),
         [](Situation &s) { s.member(1).client.hostPort = 0; },
         [](Situation &s) {
             s.member(1).client = {2181, false, u"127.0.0.1"_s, 0};
         }},
        {"AdminServer's port 0", "port.zero", Severity::Error, "members/1/admin", bridge(),
         [](Situation &s) { s.member(1).admin.port = 0; },
         both(setting(u"admin.enableServer"_s, u"false"_s),
              [](Situation &s) { s.member(1).admin.port = 0; })},
        {"quorum is election", "port.kinds.equal", Severity::Error, "members/0/election", bridge(),
         [](Situation &s) { s.member(0).election.port = 2888; }, nothing},
        {"quorum is election on the host", "port.kinds.equal", Severity::Error, "members/0/election", host(),
         [](Situation &s) { s.member(0).election.port = 2888; }, nothing},
        {"client is admin", "port.duplicate", Severity::Error, "members/0/admin", bridge(),
         [](Situation &s) { s.member(0).admin.port = 2181; },
         both(setting(u"admin.enableServer"_s, u"false"_s),
              [](Situation &s) { s.member(0).admin.port = 2181; })},
        {"same host port", "port.duplicate", Severity::Error, "members/1/client", bridge(),
         [](Situation &s) { s.member(1).client.hostPort = 2181; },
         [](Situation &s) {
             s.member(1).client.hostPort = 2181;
             s.member(1).client.address = u"127.0.0.2"_s;
         }},
        {"same host port of another kind", "port.duplicate", Severity::Error, "members/1/admin", bridge(),
         publishAdmin, nothing},
        {"same port on the host", "port.duplicate", Severity::Error, "members/1/quorum", host(),
         [](Situation &s) { s.member(1).quorum.port = 3888; }, nothing},
        {"wildcard beside loopback", "port.duplicate", Severity::Error, "members/1/client", bridge(),
         [](Situation &s) {
             s.member(1).client = {2181, true, u"::"_s, 2181};
         },
         [](Situation &s) {
             s.member(1).client = {2181, true, u"::"_s, 2199};
         }},
        {"container has it", "port.taken", Severity::Error, "members/1/client", bridge(),
         [](Situation &s) { s.hold(2182, u"0.0.0.0"_s, u"legacy"_s, true); },
         [](Situation &s) { s.hold(2188, u"0.0.0.0"_s, u"legacy"_s, true); }},
        {"process has it", "port.taken", Severity::Error, "members/0/client", bridge(),
         [](Situation &s) { s.hold(2181, u"127.0.0.1"_s, {}, true); },
         [](Situation &s) { s.hold(2181, u"127.0.0.2"_s, {}, true); }},
        {"admin port on the host", "port.taken", Severity::Error, "members/0/admin", host(),
         [](Situation &s) { s.hold(8080, u"0.0.0.0"_s, {}, true); },
         [](Situation &s) {
             s.hold(8080, u"0.0.0.0"_s, {}, true);
             s.set(u"admin.enableServer"_s, u"false"_s);
         }},
        {"admin port in the bridge is free", "port.taken", Severity::Error, "members/0/client", bridge(),
         [](Situation &s) { s.hold(2181, u"::"_s, {}, true); },
         [](Situation &s) { s.hold(8080, u"::"_s, {}, true); }},
        {"own container", "port.taken", Severity::Error, "members/0/client", bridge(),
         [](Situation &s) {
             s.facts.ports.append({2181, u"127.0.0.1"_s, u"x"_s, u"search"_s, true});
         },
         [](Situation &s) {
             s.facts.ports.append({2181, u"127.0.0.1"_s, u"x"_s, u"orders"_s, true});
         }},
        {"own container that is being started", "port.taken", Severity::Error, "members/0/client", bridge(),
         [](Situation &s) {
             s.hold(2181, u"127.0.0.1"_s, {}, true);
             s.facts.ports.append({2181, u"127.0.0.1"_s, u"x"_s, u"orders"_s, false});
         },
         [](Situation &s) {
             s.hold(2181, u"127.0.0.1"_s, {}, true); // docker's proxy is there before docker says “running”
             s.facts.ports.append({2181, u"127.0.0.1"_s, u"x"_s, u"orders"_s, false});
             s.facts.ownUnstarted.insert(u"x"_s);
         }},
        {"member without a container", "port.reserved", Severity::Warning, "members/0/client", bridge(),
         [](Situation &s) {
             s.facts.ports.append({2181, u"127.0.0.1"_s, {}, u"search"_s, false});
         },
         [](Situation &s) {
             s.facts.ports.append({2181, u"127.0.0.1"_s, {}, u"orders"_s, false});
         }},
        {"stopped container", "port.reserved", Severity::Warning, "members/0/client", bridge(),
         [](Situation &s) { s.hold(2181, u"127.0.0.1"_s, u"asleep"_s, false); },
         [](Situation &s) { s.hold(2181, u"127.0.0.1"_s, u"awake"_s, true); }},
        {"rootless", "port.privileged", Severity::Error, "members/0/client", bridge(),
         [](Situation &s) {
             s.facts.rootless = true;
             s.member(0).client.hostPort = 1023;
         },
         [](Situation &s) { s.member(0).client.hostPort = 1023; }},
        {"low port on the host", "port.privileged", Severity::Error, "members/0/client", host(),
         [](Situation &s) { s.member(0).client.port = 1023; },
         [](Situation &s) { s.member(0).client.port = 1024; }},
        {"address is a name", "address.invalid", Severity::Error, "members/0/client", bridge(),
         [](Situation &s) { s.member(0).client.address = u"localhost"_s; },
         [](Situation &s) { s.member(0).client.address = u"::1"_s; }},
        {"address of an unpublished port", "address.invalid", Severity::Error, "members/0/client", bridge(),
         [](Situation &s) { s.member(0).client.address = u"127.0.0.256"_s; },
         [](Situation &s) { s.member(0).quorum.address = u"127.0.0.256"_s; }},
        {"beyond loopback", "address.public", Severity::Warning, "members/0/client", bridge(),
         [](Situation &s) { s.member(0).client.address = u"0.0.0.0"_s; },
         [](Situation &s) { s.member(0).client.address = u"127.8.9.1"_s; }},
        {"beyond loopback on the host", "address.public", Severity::Warning, "members/0/quorum", host(),
         [](Situation &s) {
             s.member(0).quorum.published = true;
             s.member(0).quorum.address = u"192.0.2.7"_s;
         },
         [](Situation &s) { s.member(0).quorum.address = u"192.0.2.7"_s; }},
        {"address of another machine", "address.foreign", Severity::Error, "members/0/client", bridge(),
         [](Situation &s) {
             s.facts.addresses = {u"127.0.0.1"_s, u"192.0.2.7"_s};
             s.member(0).client.address = u"8.8.8.8"_s;
         },
         [](Situation &s) {
             s.facts.addresses = {u"127.0.0.1"_s, u"192.0.2.7"_s};
             s.member(0).client.address = u"192.0.2.7"_s;
         }},
        {"address of another machine's engine", "address.foreign", Severity::Error, "members/0/client",
         bridge(),
         [](Situation &s) {
             s.facts.addresses = {u"::1"_s};
             s.member(0).client.address = u"8.8.8.8"_s;
         },
         [](Situation &s) {
             s.facts.addresses = {u"::1"_s};
             s.facts.local = false;
             s.member(0).client.address = u"8.8.8.8"_s;
         }},
        {"two addresses of one server", "address.split", Severity::Error, "members/0/election", host(),
         [](Situation &s) {
             s.member(0).quorum = {2888, true, u"192.0.2.7"_s, 2888};
             s.member(0).election = {3888, true, u"192.0.2.8"_s, 3888};
         },
         [](Situation &s) {
             s.member(0).quorum = {2888, true, u"192.0.2.7"_s, 2888};
             s.member(0).election = {3888, true, u"192.0.2.7"_s, 3888};
         }},
        {"engine elsewhere", "address.unreachable", Severity::Warning, "members/0/client", bridge(),
         [](Situation &s) { s.facts.local = false; },
         [](Situation &s) {
             s.facts.local = false;
             s.member(0).client.address = u"192.0.2.7"_s;
         }},
        {"engine elsewhere, host network", "address.unreachable", Severity::Warning, "members/0/client",
         host(), [](Situation &s) { s.facts.local = false; }, nothing},
    };
}

std::vector<Case> imagesAndSettings()
{
    const QString words = u"4lw.commands.whitelist"_s;
    const QString manyLines = u"snapCount=1000\nclientPort=2181"_s;
    const QString sasl = u"authProvider.1=org.apache.zookeeper.server.auth.SASLAuthenticationProvider"_s;
    const QString login = u"-Djava.security.auth.login.config=/conf/jaas.conf"_s;
    const QString jmx = u"-Dcom.sun.management.jmxremote."_s;
    const QString noFips = u"-Dzookeeper.fips-mode=false"_s;
    const QString metrics =
        u"metricsProvider.className=org.apache.zookeeper.metrics.prometheus.PrometheusMetricsProvider"_s;
    const Change inTheBridge = [](Situation &s) { s.ensemble.network.mode = NetworkMode::Bridge; };
    const auto taken = [](quint16 port) {
        return [port](Situation &s) { s.hold(port, u"127.0.0.1"_s, {}, true); };
    };
    return {
        {"no image", "image.invalid", Severity::Error, "image/reference", bridge(),
         [](Situation &s) { s.ensemble.image.reference.clear(); }, nothing},
        {"image with a blank", "image.invalid", Severity::Error, "image/reference", bridge(),
         image(u"zookeeper: 3.9"_s), image(u"localhost:5000/library/zookeeper:3.9"_s)},
        {"capitals", "image.invalid", Severity::Error, "image/reference", bridge(),
         image(u"UPPER/zookeeper"_s), image(u"Registry.Example/zookeeper:3.9-RC"_s)},
        {"capitals behind a registry", "image.invalid", Severity::Error, "image/reference", bridge(),
         image(u"localhost:5000/Zookeeper"_s), image(u"LOCAL:5000/zookeeper"_s)},
        {"family", "image.unknownFamily", Severity::Error, "image/family", bridge(),
         [](Situation &s) { s.ensemble.image.family = u"bitnami"_s; }, nothing},
        {"repository", "image.unknownRepository", Severity::Warning, "image/reference", bridge(),
         image(u"somebody/zookeeper:3.9"_s), image(u"registry.example/zookeeper:3.9"_s)},
        {"bitnami", "image.dialect", Severity::Error, "image/reference", bridge(),
         image(u"docker.io/bitnami/zookeeper:3.9"_s), image(u"mybitnami/zookeeper:3.9"_s)},
        {"bitnami, moved", "image.dialect", Severity::Error, "image/reference", bridge(),
         image(u"bitnamilegacy/zookeeper"_s), image(u"bitnami/zookeeper-exporter:3.9"_s)},
        {"Confluent, mirrored", "image.dialect", Severity::Error, "image/reference", host(),
         image(u"registry.example:5000/mirror/confluentinc/cp-zookeeper@sha256:0123"_s),
         image(u"confluentinc/cp-kafka:7.5.0"_s)},
        {"colovu", "image.dialect", Severity::Error, "image/reference", bridge(),
         image(u"registry.cn-shenzhen.aliyuncs.com/colovu/zookeeper:3.6"_s), nothing},
        {"owlgvt", "image.dialect", Severity::Error, "image/reference", bridge(),
         image(u"owlgvt/zookeeper:3.4.12"_s), nothing},
        {"wurstmeister", "image.dialect", Severity::Error, "image/reference", bridge(),
         image(u"wurstmeister/zookeeper"_s), nothing},
        {"garland", "image.dialect", Severity::Error, "image/reference", bridge(),
         image(u"garland/zookeeper"_s), nothing},
        {"debezium", "image.dialect", Severity::Error, "image/reference", bridge(),
         image(u"debezium/zookeeper:2.4"_s), nothing},
        {"adopted", "image.dialect", Severity::Error, "image/reference", bridge(),
         image(u"bitnami/zookeeper:3.9"_s),
         both(image(u"bitnami/zookeeper:3.9"_s), [](Situation &s) { s.ensemble.adopted = true; })},
        {"frozen", "image.frozen", Severity::Hint, "image/reference", bridge(), image(u"zookeeper:3.7.2"_s),
         image(u"zookeeper:3.8"_s)},
        {"nobody knows what it reads", "image.ancient", Severity::Warning, "image/reference", bridge(),
         image(u"zookeeper:3.4.9"_s), image(u"zookeeper:3.4.10"_s)},
        {"frozen elsewhere", "image.frozen", Severity::Hint, "image/reference", bridge(),
         image(u"library/zookeeper:3.4"_s), image(u"registry.example/zookeeper:3.4"_s)},
        {"tag without version", "image.version.unknown", Severity::Hint, "image/reference", bridge(),
         image(u"zookeeper:latest"_s), image(u"zookeeper:3"_s)},
        {"to be pulled", "image.missing", Severity::Hint, "image/reference", bridge(),
         [](Situation &s) { s.facts.imageReferences = {u"zookeeper:3.8"_s}; },
         [](Situation &s) { s.ensemble.image.reference = u"docker.io/library/zookeeper:3.9"_s; }},
        {"by Docker Hub's other name", "image.missing", Severity::Hint, "image/reference", bridge(),
         [](Situation &s) { s.ensemble.image.reference = u"quay.io/library/zookeeper:3.9"_s; },
         [](Situation &s) { s.ensemble.image.reference = u"index.docker.io/zookeeper:3.9"_s; }},
        {"tag left out", "image.missing", Severity::Hint, "image/reference", bridge(),
         [](Situation &s) { s.ensemble.image.reference = u"zookeeper"_s; },
         [](Situation &s) {
             s.ensemble.image.reference = u"zookeeper"_s;
             s.facts.imageReferences.insert(u"zookeeper:latest"_s);
         }},
        {"a digest", "image.missing", Severity::Hint, "image/reference", bridge(),
         [](Situation &s) { s.ensemble.image.reference = u"zookeeper@sha256:0123abcd"_s; },
         [](Situation &s) {
             s.ensemble.image.reference = u"zookeeper:3.9.4@sha256:0123abcd"_s;
             s.facts.imageReferences.insert(u"zookeeper@sha256:0123abcd"_s);
         }},
        {"2307", "image.bug.2307", Severity::Warning, "image/reference", bridge(),
         image(u"zookeeper:3.5.7"_s), image(u"zookeeper:3.5.8"_s)},
        {"2307 in 3.6", "image.bug.2307", Severity::Warning, "image/reference", bridge(),
         image(u"zookeeper:3.6.2"_s), image(u"zookeeper:3.6"_s)},
        {"3829", "image.bug.3829", Severity::Warning, "image/reference", bridge(),
         image(u"zookeeper:3.5.8"_s), image(u"zookeeper:3.5.9"_s)},
        {"3829 in 3.6", "image.bug.3829", Severity::Warning, "image/reference", bridge(),
         image(u"zookeeper:3.6.1"_s), image(u"zookeeper:3.6.2"_s)},
        {"2982", "image.bug.2982", Severity::Warning, "image/reference", bridge(),
         image(u"zookeeper:3.5.3-beta"_s), image(u"zookeeper:3.5.4-beta"_s)},
        {"2982 in 3.4", "image.bug.2982", Severity::Warning, "image/reference", bridge(),
         image(u"zookeeper:3.4.7"_s), image(u"zookeeper:3.4.8"_s)},
        {"2982 where addresses stay", "image.bug.2982", Severity::Warning, "image/reference", bridge(),
         image(u"zookeeper:3.5.3-beta"_s),
         both(image(u"zookeeper:3.5.3-beta"_s),
              [](Situation &s) { s.ensemble.network.mode = NetworkMode::Host; })},
        {"2982 of one", "image.bug.2982", Severity::Warning, "image/reference", bridge(),
         image(u"zookeeper:3.5.3-beta"_s),
         both([](Situation &s) { s.ensemble.members.resize(1); }, image(u"zookeeper:3.5.3-beta"_s))},
        {"reconfig in 3.6", "image.bug.reconfig36", Severity::Warning, "image/reference", bridge(),
         both(image(u"zookeeper:3.6.4"_s), setting(u"reconfigEnabled"_s, u"true"_s)),
         image(u"zookeeper:3.6.4"_s)},
        {"bad value", "setting.invalid", Severity::Error, "settings/tickTime", bridge(),
         setting(u"tickTime"_s, u"soon"_s), setting(u"tickTime"_s, u"300"_s)},
        {"quotes in JVM flags", "setting.invalid", Severity::Error, "settings/jvmFlags", bridge(),
         setting(u"jvmFlags"_s, u"-Da=\"b\""_s), setting(u"jvmFlags"_s, u"-Da=b"_s)},
        {"lost password", "secret.missing", Severity::Error, "settings/extra", bridge(),
         setting(u"extra"_s, u"ssl.keyStore.password=<kept-in-the-cluster-file:0123>"_s),
         setting(u"extra"_s, u"ssl.keyStore.password=0123"_s)},
        {"unknown setting", "setting.unknown", Severity::Warning, "settings/ticktime", bridge(),
         setting(u"ticktime"_s, u"300"_s), setting(u"tickTime"_s, u"300"_s)},
        {"unknown setting that is no text", "setting.unknown", Severity::Warning, "settings/snapCount",
         bridge(),
         [](Situation &s) {
             s.ensemble.extra.insert(u"settings"_s, QJsonObject{{u"snapCount"_s, true}});
         },
         [](Situation &s) {
             s.ensemble.extra.insert(u"network"_s, QJsonObject{{u"snapCount"_s, true}});
         }},
        {"reconfig in 3.4", "setting.unsupported", Severity::Error, "settings/reconfigEnabled", bridge(),
         both(image(u"zookeeper:3.4.14"_s), setting(u"reconfigEnabled"_s, u"true"_s)),
         both(image(u"zookeeper:3.4.14"_s), setting(u"reconfigEnabled"_s, u"false"_s))},
        {"TTL in 3.5.3", "setting.unsupported", Severity::Error, "settings/extendedTypesEnabled", bridge(),
         both(image(u"zookeeper:3.5.3-beta"_s), setting(u"extendedTypesEnabled"_s, u"true"_s)),
         both(image(u"zookeeper:3.5.4-beta"_s), setting(u"extendedTypesEnabled"_s, u"true"_s))},
        {"no AdminServer in 3.4", "setting.unsupported", Severity::Warning, "settings/admin.enableServer",
         bridge(), both(image(u"zookeeper:3.4.14"_s), setting(u"admin.enableServer"_s, u"false"_s)),
         setting(u"admin.enableServer"_s, u"false"_s)},
        {"no srvr", "setting.whitelist.srvr", Severity::Error, "settings/4lw.commands.whitelist", bridge(),
         setting(words, u"ruok,mntr"_s), setting(words, u"ruok, srvr"_s)},
        {"all words", "setting.whitelist.srvr", Severity::Error, "settings/4lw.commands.whitelist", bridge(),
         setting(words, u"ruok"_s), setting(words, u"*"_s)},
        {"clientPort by hand", "setting.extra.managed", Severity::Error, "settings/extra", bridge(),
         setting(u"extra"_s, manyLines), setting(u"extra"_s, u"# clientPort=2181\nsnapCount=1000"_s)},
        {"server line by hand", "setting.extra.managed", Severity::Error, "settings/extra", bridge(),
         setting(u"extra"_s, u"server.4=zoo4:2888:3888"_s), setting(u"extra"_s, u"server.cnxn.factory=x"_s)},
        {"setting as a line", "setting.extra.managed", Severity::Error, "settings/extra", bridge(),
         setting(u"extra"_s, u"tickTime = 500"_s), setting(u"extra"_s, u"tickTimer = 500"_s)},
        {"groups", "setting.extra.hierarchy", Severity::Error, "settings/extra", bridge(),
         setting(u"extra"_s, u"group.1 = 1:2:3"_s), setting(u"extra"_s, u"groups.1=1:2:3"_s)},
        {"weights", "setting.extra.hierarchy", Severity::Error, "settings/extra", host(),
         setting(u"extra"_s, u"weight.3=0"_s), setting(u"extra"_s, u"# weight.3=0"_s)},
        {"another election", "setting.extra.election", Severity::Error, "settings/extra", bridge(),
         setting(u"extra"_s, u"electionAlg=0"_s), setting(u"extra"_s, u"electionAlg=3"_s)},
        {"too long to join", "setting.limit.overflow", Severity::Error, "settings/initLimit", bridge(),
         setting(u"initLimit"_s, u"1073742"_s), setting(u"initLimit"_s, u"1073741"_s)},
        {"too long to keep up", "setting.limit.overflow", Severity::Error, "settings/syncLimit", bridge(),
         both(setting(u"syncLimit"_s, u"3580"_s), setting(u"tickTime"_s, u"600000"_s)),
         both(setting(u"syncLimit"_s, u"3579"_s), setting(u"tickTime"_s, u"600000"_s))},
        {"heap twice", "jvmflags.heap", Severity::Warning, "settings/jvmFlags", bridge(),
         setting(u"jvmFlags"_s, u"-Xmx1g"_s), setting(u"jvmFlags"_s, u"-Xms64m"_s)},
        {"two collectors", "jvmflags.collectors", Severity::Error, "settings/jvmFlags", bridge(),
         setting(u"jvmFlags"_s, u"-XX:+UseG1GC -Da=b -XX:+UseSerialGC"_s),
         setting(u"jvmFlags"_s, u"-XX:+UseG1GC -XX:-UseG1GC -XX:+UseSerialGC -XX:+UseSerialGC"_s)},
        {"SASL in 3.9", "setting.sasl.fips", Severity::Warning, "settings/extra", bridge(),
         both(image(u"zookeeper:3.9.4"_s), setting(u"extra"_s, sasl)),
         both(image(u"zookeeper:3.9.4"_s), both(setting(u"extra"_s, sasl), setting(u"jvmFlags"_s, noFips)))},
        {"SASL before 3.9.4", "setting.sasl.fips", Severity::Warning, "settings/extra", bridge(),
         setting(u"extra"_s, sasl), both(image(u"zookeeper:3.9.3"_s), setting(u"extra"_s, sasl))},
        {"SASL in 3.8", "setting.sasl.fips", Severity::Warning, "settings/jvmFlags", bridge(),
         both(image(u"zookeeper:3.8.5"_s), setting(u"jvmFlags"_s, login + u" -Dzookeeper.fips-mode=true"_s)),
         both(image(u"zookeeper:3.8.5"_s), setting(u"jvmFlags"_s, login))},
        {"SASL, FIPS off by a line", "setting.sasl.fips", Severity::Warning, "settings/jvmFlags", bridge(),
         setting(u"jvmFlags"_s, login),
         both(setting(u"jvmFlags"_s, login), setting(u"extra"_s, u"fips-mode = false"_s))},
        {"SASL between servers", "setting.sasl.fips", Severity::Warning, "settings/extra", bridge(),
         setting(u"extra"_s, u"quorum.auth.enableSasl=true"_s),
         setting(u"extra"_s, u"quorum.auth.enableSasl=false"_s)},
        {"one port for all", "setting.extra.port.shared", Severity::Error, "settings/extra", host(),
         setting(u"extra"_s, metrics), both(setting(u"extra"_s, metrics), inTheBridge)},
        {"one port for one", "setting.extra.port.shared", Severity::Error, "settings/extra", host(),
         setting(u"extra"_s, u"secureClientPort=2281"_s),
         [](Situation &s) {
             s = situation(1, 0, NetworkMode::Host);
             s.set(u"extra"_s, u"secureClientPort=2281"_s);
         }},
        {"metrics for everybody", "setting.extra.port.open", Severity::Warning, "settings/extra", host(),
         setting(u"extra"_s, metrics), setting(u"extra"_s, metrics + u"\nmetricsProvider.httpHost=::1"_s)},
        {"TLS for everybody", "setting.extra.port.open", Severity::Warning, "settings/extra", host(),
         setting(u"extra"_s, u"secureClientPort = 2281\nsecureClientPortAddress=192.0.2.7"_s),
         both(inTheBridge, setting(u"extra"_s, u"secureClientPort=2281"_s))},
        {"metrics before 3.6", "setting.extra.port.open", Severity::Warning, "settings/extra", host(),
         both(image(u"zookeeper:3.6.1"_s), setting(u"extra"_s, metrics)),
         both(image(u"zookeeper:3.5.9"_s), setting(u"extra"_s, metrics))},
        {"TLS before 3.5", "setting.extra.port.open", Severity::Warning, "settings/extra", host(),
         both(image(u"zookeeper:3.5.9"_s), setting(u"extra"_s, u"secureClientPort=2281"_s)),
         both(image(u"zookeeper:3.4.14"_s), setting(u"extra"_s, u"secureClientPort=2281"_s))},
        {"no metrics", "setting.extra.port.open", Severity::Warning, "settings/extra", host(),
         setting(u"extra"_s, u"metricsProvider.httpPort=7001"_s),
         setting(u"extra"_s, u"metricsProvider.httpPort=-1"_s)},
        {"port of a line is taken", "port.taken", Severity::Error, "settings/extra", host(),
         both(setting(u"extra"_s, metrics), taken(7000)), both(setting(u"extra"_s, metrics), taken(7001))},
        {"port of a line, taken in the bridge", "port.taken", Severity::Error, "settings/extra", host(),
         both(setting(u"extra"_s, u"metricsProvider.httpsPort=7443"_s), taken(7443)),
         both(inTheBridge, both(setting(u"extra"_s, metrics), taken(7000)))},
        {"port of a line is wanted back", "port.reserved", Severity::Warning, "settings/extra", host(),
         both(setting(u"extra"_s, metrics),
              [](Situation &s) { s.hold(7000, u"0.0.0.0"_s, u"asleep"_s, false); }),
         both(setting(u"extra"_s, metrics), taken(7000))},
        {"port of a line is a member's", "port.duplicate", Severity::Error, "settings/extra", host(),
         setting(u"extra"_s, u"secureClientPort=2182"_s),
         setting(u"extra"_s, u"secureClientPort=2182\nsecureClientPortAddress=192.0.2.7"_s)},
        {"port of a line in the bridge", "port.duplicate", Severity::Error, "settings/extra", bridge(),
         setting(u"extra"_s, u"secureClientPort=2181"_s), setting(u"extra"_s, u"secureClientPort=2182"_s)},
        {"two lines with one port", "port.duplicate", Severity::Error, "settings/extra", bridge(),
         setting(u"extra"_s, u"secureClientPort=7000\n"_s + metrics),
         setting(u"extra"_s, u"secureClientPort=7001\n"_s + metrics)},
        {"low port of a line", "port.privileged", Severity::Error, "settings/extra", host(),
         setting(u"extra"_s, u"secureClientPort=443"_s),
         both(inTheBridge, setting(u"extra"_s, u"secureClientPort=443"_s))},
        {"JMX on the host", "jvmflags.jmx", Severity::Warning, "settings/jvmFlags", host(),
         setting(u"jvmFlags"_s, jmx + u"port=9999"_s), setting(u"jvmFlags"_s, u"-Da=b"_s)},
        {"JMX in the bridge", "jvmflags.jmx", Severity::Warning, "settings/jvmFlags", host(),
         setting(u"jvmFlags"_s, jmx + u"port=0"_s),
         both(inTheBridge, setting(u"jvmFlags"_s, jmx + u"port=0"_s))},
        {"JMX for this machine alone", "jvmflags.jmx", Severity::Warning, "settings/jvmFlags", host(),
         setting(u"jvmFlags"_s, u"-Dcom.sun.management.jmxremote -Da=b "_s + jmx + u"port=9999"_s),
         setting(u"jvmFlags"_s, u"-Dcom.sun.management.jmxremote"_s)},
        {"JMX on the loopback", "jvmflags.jmx", Severity::Warning, "settings/jvmFlags", host(),
         setting(u"jvmFlags"_s, jmx + u"port=9999 "_s + jmx + u"host=192.0.2.7"_s),
         setting(u"jvmFlags"_s, jmx + u"port=9999 "_s + jmx + u"host=localhost"_s)},
        {"one JMX port for all", "jvmflags.port.shared", Severity::Error, "settings/jvmFlags", host(),
         setting(u"jvmFlags"_s, jmx + u"port=9999"_s),
         both(inTheBridge, setting(u"jvmFlags"_s, jmx + u"port=9999"_s))},
        {"any JMX port", "jvmflags.port.shared", Severity::Error, "settings/jvmFlags", host(),
         setting(u"jvmFlags"_s, jmx + u"port=9999"_s),
         setting(u"jvmFlags"_s, jmx + u"port=0 "_s + jmx + u"rmi.port=9999"_s)},
        {"JMX port of one", "jvmflags.port.shared", Severity::Error, "settings/jvmFlags", host(),
         setting(u"jvmFlags"_s, jmx + u"port=9999"_s),
         both([](Situation &s) { s = situation(1, 0, NetworkMode::Host); },
              setting(u"jvmFlags"_s, jmx + u"port=9999"_s))},
        {"JMX port is taken", "port.taken", Severity::Error, "settings/jvmFlags", host(),
         both(setting(u"jvmFlags"_s, jmx + u"port=9999"_s), taken(9999)),
         both(inTheBridge, both(setting(u"jvmFlags"_s, jmx + u"port=9999"_s), taken(9999)))},
        {"second JMX port is taken", "port.taken", Severity::Error, "settings/jvmFlags", host(),
         both(setting(u"jvmFlags"_s, jmx + u"port=9999 "_s + jmx + u"rmi.port=9998"_s), taken(9998)),
         both(setting(u"jvmFlags"_s, jmx + u"port=9999 "_s + jmx + u"rmi.port=9999"_s), taken(9998))},
        {"JMX port is a member's", "port.duplicate", Severity::Error, "settings/jvmFlags", bridge(),
         setting(u"jvmFlags"_s, jmx + u"port=2888"_s),
         setting(u"jvmFlags"_s, jmx + u"port=2889 "_s + jmx + u"rmi.port=2889"_s)},
        {"low JMX port", "port.privileged", Severity::Error, "settings/jvmFlags", host(),
         setting(u"jvmFlags"_s, jmx + u"port=999"_s), setting(u"jvmFlags"_s, jmx + u"port=1024"_s)},
    };
}

std::vector<Case> engines()
{
    // Three members with 256 MiB and what a JVM needs beside it: 1056 MiB.
    const auto memory = [](qint64 mebibytes) {
        return [mebibytes](Situation &s) { s.facts.memoryBytes = mebibytes << 20; };
    };
    const auto rootless = [](Version version) {
        return [version](Situation &s) {
            s.facts.rootless = true;
            s.facts.engineVersion = version;
        };
    };
    return {
        {"small heap", "heap.small", Severity::Warning, "settings/heap", bridge(),
         setting(u"heap"_s, u"63"_s), setting(u"heap"_s, u"64"_s)},
        {"more than there is", "heap.total", Severity::Error, "settings/heap", bridge(), memory(1055),
         memory(4096)},
        {"more than half", "heap.total", Severity::Warning, "settings/heap", bridge(), memory(2111),
         memory(2112)},
        {"more than there is, by the flags", "heap.total", Severity::Error, "settings/jvmFlags", bridge(),
         both(setting(u"jvmFlags"_s, u"-Xmx64m -Da=b -Xmx2g"_s), memory(4096)),
         both(setting(u"jvmFlags"_s, u"-Xmx2g -Da=b -Xmx262144k"_s), memory(4096))},
        {"memory not known", "heap.total", Severity::Error, "settings/heap", bridge(), memory(512),
         memory(0)},
        {"no engine", "engine.unknown", Severity::Hint, "", bridge(),
         [](Situation &s) { s.facts = HostFacts(); }, nothing},
        {"old engine", "engine.old", Severity::Warning, "", bridge(),
         [](Situation &s) {
             s.facts.engineVersion = {19, 3, 15};
         },
         [](Situation &s) {
             s.facts.engineVersion = {20, 10, 0};
         }},
        {"engine without version", "engine.old", Severity::Warning, "", bridge(),
         [](Situation &s) {
             s.facts.engineVersion = {18, 9, 0};
         },
         [](Situation &s) { s.facts.engineVersion = Version(); }},
        {"podman", "engine.podman", Severity::Warning, "", bridge(),
         [](Situation &s) {
             s.facts.podman = true;
             s.facts.engineVersion = {4, 3, 1};
         },
         nothing},
        {"listeners", "ports.unknown", Severity::Hint, "", bridge(),
         [](Situation &s) { s.facts.listenersKnown = false; }, nothing},
        {"rootless host network", "host.rootless", Severity::Error, "network/mode", host(),
         rootless({29, 4, 9}), rootless({29, 5, 0})},
        {"rootless bridge", "host.rootless", Severity::Error, "network/mode", host(), rootless({20, 10, 24}),
         [rootless](Situation &s) {
             s = bridge();
             rootless({20, 10, 24})(s);
         }},
        {"desktop", "host.desktop", Severity::Warning, "network/mode", host(),
         [](Situation &s) { s.facts.dockerDesktop = true; },
         [](Situation &s) {
             s = bridge();
             s.facts.dockerDesktop = true;
         }},
    };
}

std::vector<Case> allCases()
{
    std::vector<Case> all;
    for (const auto &some : {namesAndMembers(), portsAndAddresses(), imagesAndSettings(), engines()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

QString text(const QList<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(u"%1 %2 [%3] %4 → %5"_s.arg(static_cast<int>(finding.severity))
                         .arg(finding.code, finding.field, finding.sentence, finding.remedy));
    return lines.join(u'\n');
}

const Finding *find(const QList<Finding> &findings, const QString &code)
{
    const auto found = std::find_if(findings.cbegin(), findings.cend(),
                                    [&code](const Finding &f) { return f.code == code; });
    return found == findings.cend() ? nullptr : &*found;
}

/// Every code that the rules can produce, as they are written down.
QSet<QString> codesInTheRules()
{
    static const QRegularExpression call(
        u"(?:findings\\.(?:error|warning|hint)(?:OfAll)?\\(\\s*u|KnownBug\\{\\s*|Finding\\{\\s*Severity::\\w+,\\s*u)\"([A-Za-z0-9.]+)\""_s);
    QSet<QString> codes;
    const QDir room(QStringLiteral(ZOODOCK_TEST_DATA "/../../../models/ensemble"));
    const QFileInfoList sources = room.entryInfoList({u"validate*.cpp"_s, u"snapshotrules.cpp"_s});
    for (const QFileInfo &source : sources) {
        QFile file(source.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        auto match = call.globalMatch(QString::fromUtf8(file.readAll()));
        while (match.hasNext())
            codes.insert(match.next().captured(1));
    }
    return codes;
}

} // namespace

class TestValidate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remediesNameTheWay();
    void nothingToSay_data();
    void nothingToSay();
    void cases_data();
    void cases();
    void everyCodeHasACase();
    void errorsComeFirst();
    void sentencesNameWhoHoldsAPort();
    void sentencesNameWhoHasAName();
    void keptVolumesAreNamed();
    void fieldOfTheSecondOfTwoEqualIds();
    void equalPeerPortsAreSaidOnce();
    void oneAddressFindingPerMember();
    void publishedQuorumPortOpensTheElectionPort();
    void oneAddressFindingForAllMembers();
    void samePortTwiceNamesTheMembers();
};

void TestValidate::nothingToSay_data()
{
    QTest::addColumn<int>("participants");
    QTest::addColumn<int>("observers");
    QTest::addColumn<bool>("isHost");
    for (const bool isHost : {false, true}) {
        for (const int participants : {1, 3, 5, 7}) {
            for (const int observers : {0, 1, 3})
                QTest::addRow("%s %d+%d", isHost ? "host" : "bridge", participants, observers)
                    << participants << observers << isHost;
        }
    }
}

void TestValidate::nothingToSay()
{
    QFETCH(const int, participants);
    QFETCH(const int, observers);
    QFETCH(const bool, isHost);
    const Situation s = situation(participants, observers, isHost ? NetworkMode::Host : NetworkMode::Bridge);
    QList<Finding> findings = validate(s.ensemble, s.facts);
    findings.removeIf([](const Finding &finding) { return finding.code == "redundancy.pseudo"_L1; });
    QVERIFY2(findings.isEmpty(), qPrintable(text(findings)));
}

void TestValidate::cases_data()
{
    QTest::addColumn<int>("index");
    const std::vector<Case> all = allCases();
    for (size_t index = 0; index < all.size(); ++index)
        QTest::addRow("%s: %s", all.at(index).code, all.at(index).name) << static_cast<int>(index);
}

void TestValidate::cases()
{
    QFETCH(const int, index);
    const Case wanted = allCases().at(static_cast<size_t>(index));
    const QString code = QString::fromLatin1(wanted.code);

    Situation hit = wanted.base;
    wanted.change(hit);
    const QList<Finding> findings = validate(hit.ensemble, hit.facts);
    const Finding *finding = find(findings, code);
    QVERIFY2(finding != nullptr, qPrintable(text(findings)));
    QCOMPARE(finding->severity, wanted.severity);
    QCOMPARE(finding->field, QString::fromLatin1(wanted.field));
    QVERIFY2(finding->sentence.endsWith(u'.') && !finding->sentence.contains(u'%'),
             qPrintable(finding->sentence));
    QVERIFY2(finding->remedy.endsWith(u'.') && !finding->remedy.contains(u'%'), qPrintable(finding->remedy));
    QCOMPARE(hasErrors(findings), findings.constFirst().severity == Severity::Error);

    Situation miss = wanted.base;
    wanted.nearMiss(miss);
    const QList<Finding> others = validate(miss.ensemble, miss.facts);
    QVERIFY2(find(others, code) == nullptr, qPrintable(text(others)));
}

void TestValidate::everyCodeHasACase()
{
    QSet<QString> tried;
    for (const Case &one : allCases())
        tried.insert(QString::fromLatin1(one.code));
    const QSet<QString> written = codesInTheRules();
    QVERIFY(written.size() >= 50);
    QCOMPARE(QStringList((written - tried).values()).join(u' '), QString());
    QCOMPARE(QStringList((tried - written).values()).join(u' '), QString());
}

void TestValidate::errorsComeFirst()
{
    Situation s = situation(4, 0, NetworkMode::Bridge);
    s.ensemble.image.reference = u"zookeeper:latest"_s;
    s.hold(2181, u"0.0.0.0"_s, u"legacy"_s, true);
    s.set(u"heap"_s, u"0"_s);
    const QList<Finding> findings = validate(s.ensemble, s.facts);
    QVERIFY(std::is_sorted(findings.cbegin(), findings.cend(), [](const Finding &one, const Finding &other) {
        return one.severity > other.severity;
    }));
    QCOMPARE(findings.constFirst().code, u"port.taken"_s);
    QCOMPARE(findings.constLast().severity, Severity::Hint);
    QVERIFY(hasErrors(findings));
    QVERIFY(!hasErrors({Finding{Severity::Warning, u"x"_s, {}, {}, {}}}));
}

void TestValidate::sentencesNameWhoHoldsAPort()
{
    Situation s = bridge();
    s.hold(2181, u"0.0.0.0"_s, u"legacy-zoo1"_s, true);
    s.hold(2182, u"0.0.0.0"_s, {}, true);
    s.hold(2183, u"0.0.0.0"_s, u"asleep"_s, false);
    const QList<Finding> findings = validate(s.ensemble, s.facts);
    QCOMPARE(findings.at(0).sentence, u"Port 2181 is used by the container “legacy-zoo1”."_s);
    QCOMPARE(findings.at(1).sentence, u"Port 2182 is used by a program on the engine's host."_s);
    QVERIFY(find(findings, u"port.reserved"_s)->sentence.contains(u"stopped container “asleep”"_s));

    PortHolder &process = s.facts.ports[1];
    process.owner = u"root"_s;
    QCOMPARE(validate(s.ensemble, s.facts).at(1).sentence,
             u"Port 2182 is used by a program of the user “root” on the engine's host."_s);
    process.program = u"java"_s;
    process.process = 4711;
    QCOMPARE(validate(s.ensemble, s.facts).at(1).sentence,
             u"Port 2182 is used by the program “java” (process 4711) on the engine's host."_s);
}

void TestValidate::sentencesNameWhoHasAName()
{
    Situation s = bridge();
    nameOn(u"shared"_s, u"zoo2"_s, u"search-zoo2"_s)(s);
    const QList<Finding> findings = validate(s.ensemble, s.facts);
    QCOMPARE(findings.constFirst().code, u"member.name.ambiguous"_s);
    QVERIFY2(findings.constFirst().sentence.contains(u"“search-zoo2”"_s),
             qPrintable(findings.constFirst().sentence));
    QVERIFY2(findings.constFirst().sentence.contains(u"“shared”"_s),
             qPrintable(findings.constFirst().sentence));

    // No container has it yet: the cluster that wants it is named.
    s.facts.namesOnNetworks[0].cluster = u"search"_s;
    const Finding planned = validate(s.ensemble, s.facts).constFirst();
    QCOMPARE(planned.code, u"member.name.ambiguous"_s);
    QVERIFY2(
        planned.sentence.startsWith(u"The cluster “search” calls a member “zoo2” on the network “shared”"_s),
        qPrintable(planned.sentence));
}

/// One finding per member, with both volumes: the transaction logs without the snapshots are of no use.
void TestValidate::keptVolumesAreNamed()
{
    Situation s = bridge();
    s.facts.ownVolumes = {u"orders-zoo1-data"_s, u"orders-zoo1-datalog"_s};
    s.facts.ownVolumeMembers = {{u"orders-zoo1-data"_s, 5}, {u"orders-zoo1-datalog"_s, 5}};
    QList<Finding> findings = validate(s.ensemble, s.facts);
    findings.removeIf([](const Finding &finding) { return finding.code != "volume.otherId"_L1; });
    QCOMPARE(findings.size(), 1);
    const QString remedy = findings.constFirst().remedy;
    QVERIFY2(remedy.contains(u"docker volume rm orders-zoo1-data orders-zoo1-datalog"_s), qPrintable(remedy));
    QVERIFY2(findings.constFirst().sentence.contains(u'5'), qPrintable(findings.constFirst().sentence));
}

void TestValidate::fieldOfTheSecondOfTwoEqualIds()
{
    Situation s = host();
    s.member(2).id = 1;
    s.member(2).client.port = 2182;
    const QList<Finding> findings = validate(s.ensemble, s.facts);
    QVERIFY(find(findings, u"member.id.duplicate"_s) != nullptr);
    QVERIFY(find(findings, u"port.duplicate"_s) != nullptr);
}

void TestValidate::equalPeerPortsAreSaidOnce()
{
    for (Situation s : {bridge(), host()}) {
        s.member(0).election.port = 2888;
        const QList<Finding> findings = validate(s.ensemble, s.facts);
        QVERIFY(find(findings, u"port.kinds.equal"_s) != nullptr);
        QVERIFY2(find(findings, u"port.duplicate"_s) == nullptr, qPrintable(text(findings)));
    }
}

void TestValidate::oneAddressFindingPerMember()
{
    Situation s = bridge();
    for (const PortKind kind : allPortKinds)
        s.member(1).port(kind) = {s.member(1).port(kind).port, true, u"0.0.0.0"_s,
                                  static_cast<quint16>(20000 + static_cast<int>(kind))};
    const QList<Finding> findings = validate(s.ensemble, s.facts);
    QCOMPARE(std::count_if(findings.cbegin(), findings.cend(),
                           [](const Finding &finding) { return finding.code == "address.public"_L1; }),
             1);
    QVERIFY(find(findings, u"address.public"_s)->sentence.contains(u"quorum port, election port"_s));
}

/// A server has one address for both of its peers' ports.
void TestValidate::publishedQuorumPortOpensTheElectionPort()
{
    for (const auto &[published, other] :
         {std::pair{PortKind::Quorum, PortKind::Election}, std::pair{PortKind::Election, PortKind::Quorum}}) {
        Situation s = host();
        s.member(0).port(published).published = true;
        s.member(0).port(published).address = u"0.0.0.0"_s;
        const QList<Finding> findings = validate(s.ensemble, s.facts);
        const Finding *const open = find(findings, u"address.public"_s);
        QVERIFY(open != nullptr);
        QVERIFY2(open->sentence.contains(u"quorum port, election port"_s), qPrintable(open->sentence));
        QCOMPARE(open->field, u"members/0/"_s + nameOf(published));
        for (const QString &address : {u"127.0.0.1"_s, u"myhost"_s}) { // nothing is bound to the second one
            s.member(0).port(published).address = address;
            QVERIFY2(find(validate(s.ensemble, s.facts), u"address.public"_s) == nullptr,
                     qPrintable(address));
        }
        s = bridge(); // its ports are published one by one
        s.member(0).port(published) = {s.member(0).port(published).port, true, u"0.0.0.0"_s, 20000};
        const QList<Finding> single = validate(s.ensemble, s.facts);
        QVERIFY(!find(single, u"address.public"_s)->sentence.contains(u", "_s));
        QVERIFY(!find(single, u"address.public"_s)->isAbout(u"members/0/"_s + nameOf(other)));
    }
}

void TestValidate::oneAddressFindingForAllMembers()
{
    Situation s = bridge();
    for (Member &member : s.ensemble.members)
        member.client.address = u"0.0.0.0"_s;
    for (const QString &code : {u"address.public"_s, u"address.invalid"_s}) {
        QList<Finding> findings = validate(s.ensemble, s.facts);
        findings.removeIf([&code](const Finding &finding) { return finding.code != code; });
        QCOMPARE(findings.size(), 1);
        for (int row = 0; row < 3; ++row) {
            QVERIFY(findings.constFirst().sentence.contains(s.member(row).name));
            QVERIFY(findings.constFirst().isAbout(u"members/%1/client"_s.arg(row)));
        }
        for (Member &member : s.ensemble.members)
            member.client.address = u"everywhere"_s;
    }
}

void TestValidate::samePortTwiceNamesTheMembers()
{
    Situation s = bridge();
    s.member(1).client.hostPort = 2181;
    s.hold(2181, u"0.0.0.0"_s, u"legacy-zoo1"_s, true);
    QStringList sentences;
    for (const Finding &finding : validate(s.ensemble, s.facts)) {
        if (finding.code == "port.taken"_L1)
            sentences += finding.sentence;
    }
    QCOMPARE(sentences, (QStringList{u"zoo1: Port 2181 is used by the container “legacy-zoo1”."_s,
                                     u"zoo2: Port 2181 is used by the container “legacy-zoo1”."_s}));
}

/// On the command line there are no fields to choose from.
void TestValidate::remediesNameTheWay()
{
    Ensemble ensemble = makeEnsemble(u"orders"_s, 1, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    ensemble.image.family = u"other"_s;
    ensemble.network.existing = u"lan"_s;
    ensemble.members[0].name = QString(64, u'a');
    ensemble.settings.insert(u"ticktime"_s, u"2000"_s);
    HostFacts facts;
    facts.known = true;
    QMap<QString, QString> remedies;
    for (const Finding &finding : validate(ensemble, facts))
        remedies.insert(finding.code, finding.remedy);
    QVERIFY(remedies.value(u"image.unknownFamily"_s).contains(u"“official”"_s));
    QVERIFY(remedies.value(u"network.missing"_s).contains(u"name none"_s));
    QVERIFY(remedies.value(u"member.name.invalid"_s).contains(u"up to 63"_s));
    QVERIFY(remedies.value(u"setting.unknown"_s).contains(u"“extra”"_s));
}

QTEST_GUILESS_MAIN(TestValidate)
#include "tst_validate.moc"
