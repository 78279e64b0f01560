// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/hostfacts.h"
#include "ensemble/portplan.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString image = u"zoodock/zookeeper:3.8"_s;

QByteArray recorded(const QString &name)
{
    QFile file(QStringLiteral(ZOODOCK_TEST_DATA "/recorded/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString text(const QList<PortHolder> &holders)
{
    QStringList lines;
    for (const PortHolder &holder : holders)
        lines.append(u"%1 %2"_s.arg(holder.address).arg(holder.port));
    return lines.join(u'\n');
}

HostFacts factsWith(const QList<PortHolder> &holders)
{
    HostFacts facts;
    facts.known = true;
    facts.ports = holders;
    return facts;
}

/// "client/quorum/election/admin" of each member; what is published is mapped "port>hostPort".
QString ports(const Ensemble &ensemble)
{
    QStringList members;
    for (const Member &member : ensemble.members) {
        QStringList kinds;
        for (const PortKind kind : allPortKinds) {
            const MemberPort &port = member.port(kind);
            kinds.append(port.published ? u"%1>%2"_s.arg(port.port).arg(port.hostPort)
                                        : QString::number(port.port));
        }
        members.append(kinds.join(u'/'));
    }
    return members.join(u' ');
}

} // namespace

class TestPortPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRecordedListeners();
    void readsOwners();
    void readsDamagedTables_data();
    void readsDamagedTables();
    void holders_data();
    void holders();
    void holderOfAnotherClusterOnly();
    void prefersTheTellingHolder();
    void ownProxyDoesNotCount();
    void memberWithoutContainerHoldsItsPort();
    void bridgeProposal();
    void bridgeSkipsWhatIsTaken();
    void bridgeKeepsChoices();
    void hostProposal();
    void hostSkipsWhatIsTaken();
    void skipsStandardPortsOfOtherKinds();
    void neverDealsAPortTwice();
    void startsAgainBelowWhenTheTopIsReached();
    void fillsOnlyWhatIsMissing();
    void fillsWhatIsMissingOnTheHost();
    void changesTheMode();
    void takenPorts();
    void takenPortsWithoutAdminServer();
    void peerPortsShareAnAddress();
    void portsOfLines();
    void portsOfFlags();
};

void TestPortPlan::readsRecordedListeners()
{
    QVERIFY(!recorded(u"tcp"_s).isEmpty());
    // Established connections are in the recording, too.
    QCOMPARE(text(listenersFromProc(recorded(u"tcp"_s), recorded(u"tcp6"_s))), u"127.0.0.2 42183\n"
                                                                               "0.0.0.0 42182\n"
                                                                               "127.0.0.1 42181\n"
                                                                               "0.0.0.0 2024\n"
                                                                               ":: 42185\n"
                                                                               "::1 42184\n"
                                                                               "127.0.0.1 42186"_s);
    for (const PortHolder &holder : listenersFromProc(recorded(u"tcp"_s), {}))
        QVERIFY(holder.running && holder.container.isEmpty() && holder.cluster.isEmpty());
}

void TestPortPlan::readsOwners()
{
    const QByteArray row =
        "   0: 0100007F:0885 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000 "
        "       0 24242 1 0000000000000000 100 0 0 10 0\n";
    const QList<PortHolder> listeners = listenersFromProc(row, "   0: 0100007F:0886 00000000:0000 0A\n");
    QCOMPARE(listeners.size(), 2);
    QCOMPARE(listeners.at(0).user, 1000);
    QCOMPARE(listeners.at(0).socket, quint64(24242));
    QCOMPARE(listeners.at(1).user, -1);
    QCOMPARE(listeners.at(1).socket, quint64(0));
}

void TestPortPlan::readsDamagedTables_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("header alone") << QByteArray("  sl  local_address rem_address   st\n");
    QTest::newRow("cut") << QByteArray("   0: 0100007F:A4");
    QTest::newRow("no port") << QByteArray("   0: 0100007F 00000000:0000 0A\n");
    QTest::newRow("port too long") << QByteArray("   0: 0100007F:1A4C5 00000000:0000 0A\n");
    QTest::newRow("address of odd size") << QByteArray("   0: 01007F:A4C5 00000000:0000 0A\n");
    QTest::newRow("not listening") << QByteArray("   0: 0100007F:A4C5 00000000:0000 06\n");
    QTest::newRow("noise") << QByteArray("\0\xff: : 0A 0A\n\n\n", 14);
}

void TestPortPlan::readsDamagedTables()
{
    QFETCH(const QByteArray, table);
    QCOMPARE(text(listenersFromProc(table, table)), QString());
    const QByteArray good = "\n   0: 0100007F:0885 00000000:0000 0A\n";
    QCOMPARE(text(listenersFromProc(table + good, {})), u"127.0.0.1 2181"_s);
}

void TestPortPlan::holders_data()
{
    QTest::addColumn<QString>("held");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("collides");
    QTest::newRow("same") << u"127.0.0.1"_s << u"127.0.0.1"_s << true;
    QTest::newRow("two loopbacks") << u"127.0.0.2"_s << u"127.0.0.1"_s << false;
    QTest::newRow("wildcard holds") << u"0.0.0.0"_s << u"127.0.0.1"_s << true;
    QTest::newRow("wildcard wanted") << u"192.0.2.1"_s << u"0.0.0.0"_s << true;
    QTest::newRow("v6 wildcard holds v4") << u"::"_s << u"127.0.0.1"_s << true;
    QTest::newRow("v6 wildcard wanted") << u"127.0.0.1"_s << u"::"_s << true;
    QTest::newRow("v4 wildcard and v6") << u"0.0.0.0"_s << u"::1"_s << true;
    QTest::newRow("v4 in v6") << u"::ffff:127.0.0.1"_s << u"127.0.0.1"_s << true;
    QTest::newRow("spelt differently") << u"0:0:0:0:0:0:0:1"_s << u"::1"_s << true;
    QTest::newRow("v4 and v6 loopback") << u"::1"_s << u"127.0.0.1"_s << false;
}

void TestPortPlan::holders()
{
    QFETCH(const QString, held);
    QFETCH(const QString, wanted);
    QFETCH(const bool, collides);
    const HostFacts facts = factsWith({{2181, held, {}, {}, true}});
    QCOMPARE(facts.holder(wanted, 2181) != nullptr, collides);
    QVERIFY(facts.holder(wanted, 2182) == nullptr);
}

void TestPortPlan::holderOfAnotherClusterOnly()
{
    const HostFacts facts = factsWith({{2181, u"127.0.0.1"_s, u"orders-zoo1"_s, u"orders"_s, true}});
    QVERIFY(facts.holder(u"127.0.0.1"_s, 2181, u"orders"_s) == nullptr);
    QVERIFY(facts.holder(u"127.0.0.1"_s, 2181, u"search"_s) != nullptr);
    const HostFacts nobodys = factsWith({{2181, u"127.0.0.1"_s, {}, {}, true}});
    QVERIFY(nobodys.holder(u"127.0.0.1"_s, 2181, {}) != nullptr);
}

void TestPortPlan::prefersTheTellingHolder()
{
    const HostFacts facts = factsWith({{2181, u"127.0.0.1"_s, u"asleep"_s, {}, false},
                                       {2181, u"127.0.0.1"_s, {}, {}, true},
                                       {2181, u"0.0.0.0"_s, u"legacy"_s, {}, true}});
    QCOMPARE(facts.holder(u"127.0.0.1"_s, 2181)->container, u"legacy"_s);
}

void TestPortPlan::ownProxyDoesNotCount()
{
    // Docker's proxy listens for the container: a process of the host without a name.
    const PortHolder proxy{2181, u"127.0.0.1"_s, {}, {}, true};
    PortHolder own{2181, u"127.0.0.1"_s, u"orders-zoo1"_s, u"orders"_s, true};
    QVERIFY(factsWith({proxy, own}).holder(u"127.0.0.1"_s, 2181, u"orders"_s) == nullptr);
    own.running = false;
    QVERIFY(factsWith({proxy, own}).holder(u"127.0.0.1"_s, 2181, u"orders"_s) != nullptr);
}

void TestPortPlan::memberWithoutContainerHoldsItsPort()
{
    const PortHolder wanted{2181, u"127.0.0.1"_s, {}, u"search"_s, false};
    const PortHolder own{2181, u"127.0.0.1"_s, u"orders-zoo1"_s, u"orders"_s, true};
    QCOMPARE(factsWith({wanted, own}).holder(u"127.0.0.1"_s, 2181, u"orders"_s)->cluster, u"search"_s);
    QVERIFY(factsWith({wanted}).holder(u"127.0.0.1"_s, 2181, u"search"_s) == nullptr);
}

void TestPortPlan::bridgeProposal()
{
    Ensemble ensemble = makeEnsemble(u"orders"_s, 2, 1, NetworkMode::Bridge, image);
    QCOMPARE(ports(ensemble),
             u"2181>2181/2888/3888/8080 2181>2182/2888/3888/8080 2181>2183/2888/3888/8080"_s);
    proposePorts(ensemble, HostFacts(), 9000);
    QCOMPARE(ports(ensemble),
             u"2181>9000/2888/3888/8080 2181>9001/2888/3888/8080 2181>9002/2888/3888/8080"_s);
    for (const Member &member : ensemble.members)
        QCOMPARE(member.client.address, u"127.0.0.1"_s);
}

void TestPortPlan::bridgeSkipsWhatIsTaken()
{
    const HostFacts facts = factsWith({{2181, u"0.0.0.0"_s, u"legacy"_s, {}, true},
                                       {2183, u"127.0.0.1"_s, u"asleep"_s, {}, false},
                                       {2184, u"127.0.0.2"_s, {}, {}, true},
                                       {2185, u"127.0.0.1"_s, u"orders-zoo1"_s, u"orders"_s, true}});
    Ensemble ensemble = makeEnsemble(u"orders"_s, 3, 0, NetworkMode::Bridge, image);
    proposePorts(ensemble, facts);
    QCOMPARE(ports(ensemble),
             u"2181>2182/2888/3888/8080 2181>2184/2888/3888/8080 2181>2185/2888/3888/8080"_s);
}

void TestPortPlan::bridgeKeepsChoices()
{
    Ensemble ensemble = makeEnsemble(u"orders"_s, 3, 0, NetworkMode::Bridge, image);
    ensemble.members[0].client.published = false;
    ensemble.members[1].client.address = u"0.0.0.0"_s;
    for (Member &member : ensemble.members) {
        member.quorum.published = true;
        member.election.published = true;
        member.admin.published = true;
    }
    proposePorts(ensemble, HostFacts());
    QCOMPARE(ports(ensemble), u"2181/2888>2888/3888>3888/8080>8080 "
                              "2181>2181/2888>2889/3888>3889/8080>8081 "
                              "2181>2182/2888>2890/3888>3890/8080>8082"_s);
    QCOMPARE(ensemble.members.at(1).client.address, u"0.0.0.0"_s);
}

void TestPortPlan::hostProposal()
{
    const Ensemble ensemble = makeEnsemble(u"orders"_s, 3, 0, NetworkMode::Host, image);
    QCOMPARE(ports(ensemble), u"2181/2888/3888/8080 2182/2889/3889/8081 2183/2890/3890/8082"_s);
    for (const Member &member : ensemble.members) {
        for (const PortKind kind : allPortKinds)
            QCOMPARE(member.port(kind).hostPort, member.port(kind).port);
    }
}

void TestPortPlan::hostSkipsWhatIsTaken()
{
    const HostFacts facts = factsWith({{2182, u"::"_s, {}, {}, true},
                                       {2888, u"127.0.0.1"_s, {}, {}, true},
                                       {3889, u"0.0.0.0"_s, {}, {}, true},
                                       {8080, u"0.0.0.0"_s, u"web"_s, {}, false}});
    Ensemble ensemble = makeEnsemble(u"orders"_s, 2, 0, NetworkMode::Host, image);
    proposePorts(ensemble, facts);
    QCOMPARE(ports(ensemble), u"2181/2889/3888/8081 2183/2890/3890/8082"_s);
}

void TestPortPlan::skipsStandardPortsOfOtherKinds()
{
    Ensemble ensemble = makeEnsemble(u"orders"_s, 2, 0, NetworkMode::Host, image);
    proposePorts(ensemble, HostFacts(), 2887);
    QCOMPARE(ports(ensemble), u"2887/2888/3888/8080 2889/2890/3889/8081"_s);
    proposePorts(ensemble, HostFacts(), 2888);
    QCOMPARE(ports(ensemble), u"2889/2888/3888/8080 2890/2891/3889/8081"_s);
}

void TestPortPlan::neverDealsAPortTwice()
{
    Ensemble ensemble = makeEnsemble(u"orders"_s, 200, 55, NetworkMode::Host, image);
    proposePorts(ensemble, HostFacts(), 2800);
    QSet<quint16> seen;
    for (const TakenPort &taken : hostPorts(ensemble)) {
        QVERIFY2(!seen.contains(taken.port), qPrintable(QString::number(taken.port)));
        seen.insert(taken.port);
    }
    QCOMPARE(seen.size(), 255 * 4);
}

void TestPortPlan::startsAgainBelowWhenTheTopIsReached()
{
    Ensemble ensemble = makeEnsemble(u"orders"_s, 3, 0, NetworkMode::Bridge, image);
    proposePorts(ensemble, HostFacts(), 65534);
    QCOMPARE(ports(ensemble),
             u"2181>65534/2888/3888/8080 2181>65535/2888/3888/8080 2181>1024/2888/3888/8080"_s);
}

void TestPortPlan::fillsOnlyWhatIsMissing()
{
    Ensemble ensemble = makeEnsemble(u"orders"_s, 4, 0, NetworkMode::Bridge, image);
    ensemble.members[0].client.hostPort = 2183; // as entered by a person
    ensemble.members[1].client.hostPort = 2190;
    ensemble.members[2].client.hostPort = 0;
    ensemble.members[3].client.hostPort = 0;
    const HostFacts facts = factsWith({{2182, u"0.0.0.0"_s, u"legacy"_s, {}, true}});
    Ensemble other = ensemble;
    proposeMissingPorts(ensemble, facts);
    QCOMPARE(ports(ensemble), u"2181>2183/2888/3888/8080 2181>2190/2888/3888/8080 "
                              "2181>2181/2888/3888/8080 2181>2184/2888/3888/8080"_s);
    proposeMissingPorts(other, facts, 2181, {{3, PortKind::Client}});
    QCOMPARE(ports(other), u"2181>2183/2888/3888/8080 2181>2190/2888/3888/8080 "
                           "2181>0/2888/3888/8080 2181>2181/2888/3888/8080"_s);
}

void TestPortPlan::fillsWhatIsMissingOnTheHost()
{
    Ensemble ensemble = makeEnsemble(u"orders"_s, 2, 0, NetworkMode::Host, image);
    ensemble.members[0].client = {2889, false, u"127.0.0.1"_s, 2889};
    ensemble.members[1].quorum = {};
    proposeMissingPorts(ensemble, HostFacts());
    QCOMPARE(ports(ensemble), u"2889/2888/3888/8080 2182/2890/3889/8081"_s);
    QCOMPARE(ensemble.members.at(1).quorum.hostPort, quint16(2890));
}

void TestPortPlan::changesTheMode()
{
    Ensemble ensemble = makeEnsemble(u"orders"_s, 2, 0, NetworkMode::Bridge, image);
    ensemble.members[0].client.address = u"0.0.0.0"_s;
    changeNetworkMode(ensemble, NetworkMode::Host, HostFacts(), 5000);
    QCOMPARE(ensemble.network.mode, NetworkMode::Host);
    QCOMPARE(ports(ensemble), u"5000/2888/3888/8080 5001/2889/3889/8081"_s);
    changeNetworkMode(ensemble, NetworkMode::Bridge, HostFacts());
    QCOMPARE(ensemble, makeEnsemble(u"orders"_s, 2, 0, NetworkMode::Bridge, image));
}

namespace
{

QString text(const QList<TakenPort> &taken)
{
    QStringList parts;
    for (const TakenPort &port : taken)
        parts.append(u"%1:%2:%3:%4"_s.arg(port.memberId).arg(nameOf(port.kind), port.address).arg(port.port));
    return parts.join(u' ');
}

} // namespace

void TestPortPlan::takenPorts()
{
    Ensemble bridge = makeEnsemble(u"orders"_s, 2, 0, NetworkMode::Bridge, image);
    bridge.members[1].admin = {8080, true, u"0.0.0.0"_s, 18080};
    QCOMPARE(text(hostPorts(bridge)),
             u"1:client:127.0.0.1:2181 2:client:127.0.0.1:2182 2:admin:0.0.0.0:18080"_s);

    Ensemble host = makeEnsemble(u"orders"_s, 1, 0, NetworkMode::Host, image);
    host.members[0].client.published = true;
    host.members[0].client.address = u"0.0.0.0"_s;
    host.members[0].admin.address = u"0.0.0.0"_s; // not published: the address does not count
    QCOMPARE(
        text(hostPorts(host)),
        u"1:client:0.0.0.0:2181 1:quorum:127.0.0.1:2888 1:election:127.0.0.1:3888 1:admin:127.0.0.1:8080"_s);
}

void TestPortPlan::takenPortsWithoutAdminServer()
{
    Ensemble host = makeEnsemble(u"orders"_s, 1, 0, NetworkMode::Host, image);
    const QString without = u"1:client:127.0.0.1:2181 1:quorum:127.0.0.1:2888 1:election:127.0.0.1:3888"_s;
    host.settings.insert(u"admin.enableServer"_s, u"false"_s);
    QCOMPARE(text(hostPorts(host)), without);
    host.settings.clear();
    host.image.reference = u"zookeeper:3.4.14"_s;
    QCOMPARE(text(hostPorts(host)), without);
}

void TestPortPlan::peerPortsShareAnAddress()
{
    Ensemble host = makeEnsemble(u"orders"_s, 1, 0, NetworkMode::Host, image);
    host.members[0].election.published = true;
    host.members[0].election.address = u"192.0.2.7"_s;
    QCOMPARE(
        text(hostPorts(host)),
        u"1:client:127.0.0.1:2181 1:quorum:192.0.2.7:2888 1:election:192.0.2.7:3888 1:admin:127.0.0.1:8080"_s);
}

/// Free lines of zoo.cfg ask for more; nobody is proposed these.
void TestPortPlan::portsOfLines()
{
    Ensemble ensemble = makeEnsemble(u"orders"_s, 2, 0, NetworkMode::Host, image);
    ensemble.settings.insert(u"extra"_s, u"secureClientPort=2182\nsecureClientPort = 2183\n"
                                         "secureClientPortAddress=::1\nmetricsProvider.httpPort=2889\n"
                                         "metricsProvider.httpHost=node.example"_s);
    QStringList lines;
    for (const LinePort &line : hostLinePorts(ensemble))
        lines += u"%1 %2 %3"_s.arg(line.key, line.address).arg(line.port);
    QCOMPARE(lines,
             (QStringList{u"secureClientPort ::1 2183"_s, u"metricsProvider.httpPort 0.0.0.0 2889"_s}));
    proposePorts(ensemble, HostFacts(), 2182);
    QCOMPARE(ports(ensemble), u"2182/2888/3888/8080 2184/2890/3889/8081"_s);
    ensemble.members[1].client.port = 0;
    proposeMissingPorts(ensemble, HostFacts(), 2183);
    QCOMPARE(ports(ensemble), u"2182/2888/3888/8080 2184/2890/3889/8081"_s);
    ensemble.network.mode = NetworkMode::Bridge;
    QVERIFY(hostLinePorts(ensemble).isEmpty());
}

/// JMX, in the JVM's flags; of two equal ones the last one counts.
void TestPortPlan::portsOfFlags()
{
    Ensemble ensemble = makeEnsemble(u"orders"_s, 2, 0, NetworkMode::Host, image);
    const QString jmx = u"-Dcom.sun.management.jmxremote."_s;
    ensemble.settings.insert(u"jvmFlags"_s, jmx + u"port=2180 -Xss1m "_s + jmx + u"port=2181 "_s + jmx +
                                                u"rmi.port=2182 "_s + jmx + u"host=localhost"_s);
    QStringList flags;
    for (const LinePort &line : hostLinePorts(ensemble)) {
        QVERIFY(line.isFlag);
        flags += u"%1 %2 %3"_s.arg(line.key, line.address).arg(line.port);
    }
    QCOMPARE(flags, (QStringList{u"com.sun.management.jmxremote.port 127.0.0.1 2181"_s,
                                 u"com.sun.management.jmxremote.rmi.port 127.0.0.1 2182"_s}));
    proposePorts(ensemble, HostFacts());
    QCOMPARE(ports(ensemble), u"2183/2888/3888/8080 2184/2889/3889/8081"_s);
}

QTEST_GUILESS_MAIN(TestPortPlan)
#include "tst_portplan.moc"
