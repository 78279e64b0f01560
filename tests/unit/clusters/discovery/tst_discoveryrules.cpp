// SPDX-License-Identifier: GPL-3.0-or-later
// The pure half of discovery: what is a server, what it was told, who belongs together, what that is called.
#include "discovery/foundserver.h"
#include "discovery/servergroups.h"

#include "ensemble/ensemblejson.h"

#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString list3 = u"server.1=zoo1:2888:3888;2181 server.2=zoo2:2888:3888;2181 "
                      "server.3=zoo3:2888:3888:observer;2181"_s;

ContainerInfo container(const QString &name, const QStringList &environment,
                        const QString &network = u"net"_s)
{
    ContainerInfo info;
    info.id = QString::fromLatin1(name.toUtf8().toHex().leftJustified(64, '0'));
    info.name = name;
    info.hostname = name;
    info.image = u"zookeeper:3.9"_s;
    info.environment = environment;
    info.status = ContainerStatus::Running;
    info.networkMode = network;
    info.aliases.insert(network, {name});
    info.addresses.insert(network, u"172.20.0.2"_s);
    return info;
}

FoundServer server(const QString &name, int id, const QString &list, const QString &network = u"net"_s)
{
    return foundServer(container(name, {u"ZOO_MY_ID=%1"_s.arg(id), u"ZOO_SERVERS="_s + list}, network));
}

/// "a,b|c": the containers' names, a group each, in the order of ids.
QString printed(const QList<QList<FoundServer>> &groups)
{
    QStringList texts;
    for (const QList<FoundServer> &group : groups) {
        QStringList names;
        for (const FoundServer &one : group)
            names.append(one.container.name);
        texts.append(names.join(u','));
    }
    texts.sort();
    return texts.join(u'|');
}

QString printed(const QList<ServerEntry> &entries)
{
    QStringList texts;
    for (const ServerEntry &entry : entries)
        texts.append(u"%1=%2:%3:%4:%5;%6:%7"_s.arg(entry.id)
                         .arg(entry.host)
                         .arg(entry.quorumPort)
                         .arg(entry.electionPort)
                         .arg(nameOf(entry.role).left(1), entry.clientAddress)
                         .arg(entry.clientPort));
    return texts.join(u' ');
}

} // namespace

class TestDiscoveryRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sign_data();
    void sign();
    void lists_data();
    void lists();
    void families_data();
    void families();
    void configurationFile();
    void adminServerOff_data();
    void adminServerOff();
    void groups();
    void ensembleOfAGroup();
    void hostNetwork();
    void names_data();
    void names();
    void keptNames();
};

void TestDiscoveryRules::sign_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("process");
    QTest::addColumn<ServerSign>("expected");
    const auto row = [](const char *name, const QString &image, const QString &process, ServerSign expected) {
        QTest::newRow(name) << image << process << expected;
    };
    row("official", u"zookeeper:3.9"_s, u"/docker-entrypoint.sh zkServer.sh start-foreground"_s,
        ServerSign::Image);
    row("official, from a registry", u"registry.local:5000/library/zookeeper:3.9"_s,
        u"/docker-entrypoint.sh zkServer.sh start-foreground"_s, ServerSign::Image);
    row("as ps quotes it", u"zookeeper"_s, u"\"/docker-entrypoint.sh zkServer.sh start-foreground\""_s,
        ServerSign::Image);
    row("bitnami", u"bitnami/zookeeper:3.9"_s, u"/opt/bitnami/scripts/zookeeper/entrypoint.sh /run.sh"_s,
        ServerSign::Image);
    row("bitnami, moved", u"docker.io/bitnamilegacy/zookeeper:3.8"_s, u"/entrypoint.sh /run.sh"_s,
        ServerSign::Image);
    row("Confluent", u"confluentinc/cp-zookeeper:7.5.0"_s, u"/etc/confluent/docker/run"_s, ServerSign::Image);
    row("owlgvt", u"owlgvt/zookeeper:3.4.12"_s, u"/bin/sh -c /opt/run.sh"_s, ServerSign::Image);
    row("colovu, mirrored", u"registry.cn-shenzhen.aliyuncs.com/colovu/zookeeper:3.6"_s, u"entry.sh run.sh"_s,
        ServerSign::Image);
    row("a client in the image", u"zookeeper:3.9"_s, u"/docker-entrypoint.sh zkCli.sh -server zoo1"_s,
        ServerSign::None);
    row("a shell in the image", u"zookeeper:3.9"_s, u"/docker-entrypoint.sh bash"_s, ServerSign::None);
    row("a sleeper in the image", u"zookeeper:3.9"_s, u"\"/docker-entrypoint.sh sleep 600\""_s,
        ServerSign::None);
    row("own build", u"acme/zk:1"_s, u"/opt/zookeeper/bin/zkServer.sh start-foreground"_s,
        ServerSign::Command);
    row("plain java", u"openjdk:17"_s,
        u"java -cp x org.apache.zookeeper.server.quorum.QuorumPeerMain zoo.cfg"_s, ServerSign::Command);
    row("Kafka's", u"apache/kafka:3.6"_s, u"bin/zookeeper-server-start.sh config/zookeeper.properties"_s,
        ServerSign::Command);
    row("a user interface", u"elkozmon/zoonavigator"_s, u"java -jar zoonavigator.jar"_s, ServerSign::None);
    row("an exporter", u"dabealu/zookeeper-exporter"_s, u"/zookeeper-exporter"_s, ServerSign::None);
    row("Kafka itself", u"confluentinc/cp-kafka"_s, u"/etc/confluent/docker/run"_s, ServerSign::None);
}

void TestDiscoveryRules::sign()
{
    QFETCH(QString, image);
    QFETCH(QString, process);
    QFETCH(ServerSign, expected);
    QCOMPARE(serverSign(image, process.split(u' ')), expected);
    QCOMPARE(serverSign(image, {process}), expected);
}

void TestDiscoveryRules::lists_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("official", list3, u"1=zoo1:2888:3888:p;:2181 2=zoo2:2888:3888:p;:2181 3=zoo3:2888:3888:o;:2181"_s);
    row("3.4", u"server.2=b:2888:3888 server.1=a:2888:3888"_s, u"1=a:2888:3888:p;:0 2=b:2888:3888:p;:0"_s);
    row("in quotes", u"\"server.1=a:1:2;3 server.2=b:1:2;3\""_s, u"1=a:1:2:p;:3 2=b:1:2:p;:3"_s);
    row("colovu", u"server.1=a:1:2,server.2=b:1:2"_s, u"1=a:1:2:p;:0 2=b:1:2:p;:0"_s);
    row("client address", u"server.1=127.0.0.1:1:2:participant;127.0.0.1:2181"_s,
        u"1=127.0.0.1:1:2:p;127.0.0.1:2181"_s);
    row("IPv6", u"server.1=[::1]:1:2;[::1]:3"_s, u"1=::1:1:2:p;::1:3"_s);
    row("bitnami", u"0.0.0.0:2888:3888,b:2888:3888"_s, u"1=0.0.0.0:2888:3888:p;:0 2=b:2888:3888:p;:0"_s);
    row("bitnami with ids", u"a:2888:3888::7,b:2888:3888::3"_s, u"3=b:2888:3888:p;:0 7=a:2888:3888:p;:0"_s);
    row("Confluent", u"a:22888:23888;b:32888:33888"_s, u"1=a:22888:23888:p;:0 2=b:32888:33888:p;:0"_s);
    row("zoo.cfg", u"tickTime=2000\nserver.1=a:1:2;3\ndataDir=/data\nserver.2=b:1:2;3\n"_s,
        u"1=a:1:2:p;:3 2=b:1:2:p;:3"_s);
    row("nothing", {}, {});
    row("nonsense", u"server.x=, server.1= server.2=:: server.3=a:b:c"_s, {});
}

void TestDiscoveryRules::lists()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(printed(parseServerList(text)), expected);
}

void TestDiscoveryRules::families_data()
{
    QTest::addColumn<QStringList>("environment");
    QTest::addColumn<int>("id");
    QTest::addColumn<int>("clientPort");
    QTest::addColumn<int>("adminPort");
    QTest::addColumn<int>("servers");
    QTest::newRow("official") << QStringList{u"ZOO_MY_ID=2"_s, u"ZOO_SERVERS="_s + list3} << 2 << 2181 << 8080
                              << 3;
    QTest::newRow("official, host") << QStringList{u"ZOO_MY_ID=2"_s,
                                                   u"ZOO_SERVERS=server.1=h:1:2;2181 server.2=h:3:4;2182"_s,
                                                   u"ZOO_CFG_EXTRA=admin.serverPort=8082"_s}
                                    << 2 << 2182 << 8082 << 2;
    QTest::newRow("official 3.4") << QStringList{u"ZOO_MY_ID=1"_s, u"ZOO_PORT=2190"_s,
                                                 u"ZOO_SERVERS=server.1=a:1:2 server.2=b:1:2"_s}
                                  << 1 << 2190 << 8080 << 2;
    QTest::newRow("official, alone") << QStringList{} << 1 << 2181 << 8080 << 0;
    QTest::newRow("colovu") << QStringList{u"ZOO_SERVER_ID=2"_s, u"ZOO_CLIENT_PORT=2191"_s,
                                           u"ZOO_SERVERS=server.1=a:1:2;server.2=b:1:2"_s}
                            << 2 << 2191 << 8080 << 2;
    QTest::newRow("bitnami") << QStringList{u"ZOO_SERVER_ID=2"_s, u"ZOO_PORT_NUMBER=2192"_s,
                                            u"ZOO_SERVERS=a:1:2,0.0.0.0:1:2"_s}
                             << 2 << 2192 << 8080 << 2;
    QTest::newRow("Confluent") << QStringList{u"ZOOKEEPER_SERVER_ID=2"_s, u"ZOOKEEPER_CLIENT_PORT=22181"_s,
                                              u"ZOOKEEPER_SERVERS=a:1:2;b:1:2"_s}
                               << 2 << 22181 << 8080 << 2;
    QTest::newRow("owlgvt") << QStringList{u"SERVER_ID=2"_s, u"ADDITIONAL_ZOOKEEPER_1=server.1=a:1:2"_s,
                                           u"ADDITIONAL_ZOOKEEPER_2=server.2=b:1:2"_s,
                                           u"ADDITIONAL_ZOOKEEPER_4=clientPort=2193"_s}
                            << 2 << 2193 << 8080 << 2;
    QTest::newRow("flags of the JVM")
        << QStringList{u"JVMFLAGS=-Xmx1g -Dzookeeper.admin.serverPort=8099"_s} << 1 << 2181 << 8099 << 0;
}

void TestDiscoveryRules::families()
{
    QFETCH(QStringList, environment);
    QFETCH(int, id);
    QFETCH(int, clientPort);
    QFETCH(int, adminPort);
    QFETCH(int, servers);
    const FoundServer found = foundServer(container(u"zoo"_s, environment));
    QCOMPARE(found.id, id);
    QCOMPARE(int(found.clientPort), clientPort);
    QCOMPARE(int(found.adminPort), adminPort);
    QCOMPARE(int(found.servers.size()), servers);
}

void TestDiscoveryRules::configurationFile()
{
    const QString file = u"dataDir=/data\nclientPort=2195\nserver.1=one:1:2\nserver.2=two:1:2\n"_s;
    const FoundServer byMyid = foundServer(container(u"x"_s, {}), file, u"2\n"_s);
    QCOMPARE(byMyid.id, 2);
    QCOMPARE(int(byMyid.clientPort), 2195);
    QCOMPARE(byMyid.servers.size(), 2);
    QCOMPARE(foundServer(container(u"two"_s, {}), file).id, 2); // by its name
    // The environment is what the image goes by.
    const FoundServer told =
        foundServer(container(u"x"_s, {u"ZOO_MY_ID=1"_s, u"ZOO_SERVERS="_s + list3}), file);
    QCOMPARE(told.servers.size(), 3);
    QCOMPARE(told.id, 1);
}

void TestDiscoveryRules::adminServerOff_data()
{
    QTest::addColumn<QString>("environment");
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("off");
    QTest::newRow("nothing said") << QString() << QString() << false;
    QTest::newRow("official") << u"ZOO_ADMINSERVER_ENABLED=false"_s << QString() << true;
    QTest::newRow("official, on") << u"ZOO_ADMINSERVER_ENABLED=true"_s << QString() << false;
    QTest::newRow("flag of the JVM") << u"JVMFLAGS=-Xmx1g -Dzookeeper.admin.enableServer=false"_s << QString()
                                     << true;
    QTest::newRow("file") << QString() << u"clientPort=2181\nadmin.enableServer=false\n"_s << true;
    QTest::newRow("file against flag")
        << u"JVMFLAGS=-Dzookeeper.admin.enableServer=false"_s << u"admin.enableServer=true\n"_s << false;
    QTest::newRow("comment") << QString() << u"#admin.enableServer=false\n"_s << false;
}

void TestDiscoveryRules::adminServerOff()
{
    QFETCH(QString, environment);
    QFETCH(QString, file);
    QFETCH(bool, off);
    const QString list = u"server.1=a:2888:3888 server.2=b:2888:3888"_s;
    FoundServer first =
        foundServer(container(u"a"_s, {environment, u"ZOO_MY_ID=1"_s, u"ZOO_SERVERS="_s + list}), file);
    QCOMPARE(first.hasAdmin, !off);
    const auto setting = [](const QList<FoundServer> &group) {
        return ensembleOf(group, {}).settings.value(u"admin.enableServer"_s, u"not said"_s);
    };
    QCOMPARE(setting({first}), off ? u"false"_s : u"not said"_s);
    // One that has it is shown.
    QCOMPARE(setting({first, server(u"b"_s, 2, list)}), u"not said"_s);
}

void TestDiscoveryRules::groups()
{
    const QString other = u"server.1=zk1:2888:3888;2181 server.2=zk2:2888:3888;2181"_s;
    QCOMPARE(printed(groupServers({server(u"c"_s, 3, list3), server(u"a"_s, 1, list3),
                                   server(u"b"_s, 2, list3), server(u"x"_s, 1, other)})),
             u"a,b,c|x"_s);
    // The same list in another network is another ensemble.
    QCOMPARE(printed(groupServers({server(u"a"_s, 1, list3), server(u"b"_s, 2, list3, u"elsewhere"_s)})),
             u"a|b"_s);
    // Everyone may call himself 0.0.0.0.
    const QString first = u"server.1=0.0.0.0:1:2;3 server.2=b:1:2;3"_s;
    const QString second = u"server.1=a:1:2;3 server.2=0.0.0.0:1:2;3"_s;
    QCOMPARE(printed(groupServers({server(u"a"_s, 1, first), server(u"b"_s, 2, second)})), u"a,b"_s);
    // Two of one id are not of one ensemble; what runs is the member.
    FoundServer old = server(u"a"_s, 1, list3);
    old.container.status = ContainerStatus::Exited;
    QCOMPARE(printed(groupServers({old, server(u"b"_s, 2, list3), server(u"z"_s, 1, list3)})), u"a|z,b"_s);
    // Alone is alone.
    QCOMPARE(printed(groupServers({foundServer(container(u"a"_s, {})), foundServer(container(u"b"_s, {}))})),
             u"a|b"_s);
    // Addresses of machines hold across networks.
    const QString machines = u"server.1=10.0.0.1:1:2;3 server.2=10.0.0.1:4:5;6"_s;
    QCOMPARE(
        printed(groupServers({server(u"a"_s, 1, machines, u"n1"_s), server(u"b"_s, 2, machines, u"n2"_s)})),
        u"a,b"_s);
}

void TestDiscoveryRules::ensembleOfAGroup()
{
    FoundServer first = server(u"proj_zoo1_1"_s, 1, list3);
    first.container.configuredPorts = {{2181, u"0.0.0.0"_s, 12181}};
    first.container.labels.insert(u"com.docker.compose.project"_s, u"proj"_s);
    const FoundServer third = server(u"proj_zoo3_1"_s, 3, list3);
    const Ensemble ensemble = ensembleOf({first, third}, u"remote"_s);
    QVERIFY(ensemble.adopted);
    QCOMPARE(ensemble.context, u"remote"_s);
    QCOMPARE(ensemble.composeProject, u"proj"_s);
    QCOMPARE(ensemble.network.existing, u"net"_s);
    QCOMPARE(ensemble.image.reference, u"zookeeper:3.9"_s);
    QCOMPARE(ensemble.members.size(), 3);
    QCOMPARE(ensemble.participants(), 2);
    const Member *const zoo1 = ensemble.member(u"zoo1"_s);
    QVERIFY(zoo1 != nullptr);
    QCOMPARE(containerName(ensemble, *zoo1), u"proj_zoo1_1"_s);
    QVERIFY(zoo1->client.published);
    QCOMPARE(int(zoo1->client.hostPort), 12181);
    QVERIFY(ensemble.member(2)->container.isEmpty()); // on another engine, perhaps
    QCOMPARE(ensemble.member(3)->role, MemberRole::Observer);

    Ensemble named = ensemble;
    named.name = u"proj"_s;
    const Result<Ensemble> read = ensembleFromJson(toJson(named));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().toString()));
    QVERIFY(*read == named);
}

void TestDiscoveryRules::hostNetwork()
{
    const QString list = u"server.1=127.0.0.1:2888:3888;2181 server.2=127.0.0.1:2889:3889;127.0.0.1:2182"_s;
    const QList<FoundServer> group{server(u"a"_s, 1, list, u"host"_s), server(u"b"_s, 2, list, u"host"_s)};
    QCOMPARE(groupServers(group).size(), 1);
    const Ensemble ensemble = ensembleOf(group, {});
    QCOMPARE(ensemble.network.mode, NetworkMode::Host);
    QCOMPARE(int(ensemble.member(2)->client.port), 2182);
    QCOMPARE(ensemble.member(2)->client.address, u"127.0.0.1"_s);
    QCOMPARE(ensemble.member(1)->client.address, u"0.0.0.0"_s);
}

void TestDiscoveryRules::names_data()
{
    QTest::addColumn<QStringList>("containers");
    QTest::addColumn<QString>("project");
    QTest::addColumn<QStringList>("taken");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QStringList &containers, const QString &project,
                        const QStringList &taken, const QString &expected) {
        QTest::newRow(name) << containers << project << taken << expected;
    };
    row("stem", {u"orders-zoo1"_s, u"orders-zoo2"_s}, {}, {}, u"orders-zoo"_s);
    row("stem with numbers", {u"zk-1"_s, u"zk-2"_s}, {}, {}, u"zk"_s);
    row("project", {u"a_zoo1_1"_s, u"a_zoo2_1"_s}, u"shop"_s, {}, u"shop"_s);
    row("taken", {u"a_zoo1_1"_s}, u"shop"_s, {u"shop"_s, u"shop-2"_s}, u"shop-3"_s);
    row("single", {u"My_ZooKeeper"_s}, {}, {}, u"my_zookeeper"_s);
    row("nothing in common", {u"alice"_s, u"bob"_s}, {}, {}, u"alice"_s);
    row("unfit", {u"___"_s}, {}, {}, u"zookeeper"_s);
}

void TestDiscoveryRules::names()
{
    QFETCH(QStringList, containers);
    QFETCH(QString, project);
    QFETCH(QStringList, taken);
    QFETCH(QString, expected);
    QList<FoundServer> group;
    for (const QString &name : containers) {
        FoundServer one = server(name, static_cast<int>(group.size()) + 1, list3);
        if (!project.isEmpty())
            one.container.labels.insert(u"com.docker.compose.project"_s, project);
        group.append(one);
    }
    QCOMPARE(nameFor(group, QSet<QString>(taken.cbegin(), taken.cend())), expected);
}

/// Whatever order a hash has: the number of published names makes a choice by chance fail.
void TestDiscoveryRules::keptNames()
{
    const QList<FoundServer> group{server(u"zk-1"_s, 1, list3), server(u"zk-2"_s, 2, list3)};
    QHash<QString, QStringList> published;
    QCOMPARE(keptName(group, published, {}), QString());
    published.insert(u"others"_s, {u"another container"_s});
    published.insert(u"older"_s, {group[1].container.id});
    QCOMPARE(keptName(group, published, {}), QString()); // zk-1 is new: it may say more about the name
    published.insert(u"older"_s, {group[0].container.id, group[1].container.id});
    QCOMPARE(keptName(group, published, {}), u"older"_s);
    QCOMPARE(keptName(group, published, {u"older"_s}), QString());
    for (int i = 2; i < 20; ++i)
        published.insert(u"zk-%1"_s.arg(i), {group[0].container.id});
    QCOMPARE(keptName(group, published, {}), u"older"_s);
    published.insert(u"zk"_s, {group[0].container.id});
    QCOMPARE(keptName(group, published, {}), u"zk"_s);
}

QTEST_GUILESS_MAIN(TestDiscoveryRules)
#include "tst_discoveryrules.moc"
