// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/serverconfig.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString whitelist =
    u"ZOO_4LW_COMMANDS_WHITELIST=conf,cons,dirs,dump,envi,isro,mntr,ruok,srvr,stat,wchs"_s;

Ensemble cluster(int participants, int observers, NetworkMode mode, const QString &tag)
{
    return makeEnsemble(u"orders"_s, participants, observers, mode, u"zookeeper:"_s + tag);
}

Ensemble bridge(const QString &tag = u"3.9"_s)
{
    return cluster(3, 0, NetworkMode::Bridge, tag);
}

Ensemble host(const QString &tag = u"3.9"_s)
{
    return cluster(2, 0, NetworkMode::Host, tag);
}

/// One variable per line.
QString environment(const Ensemble &ensemble, int id = 1)
{
    const Result<ServerConfiguration> configuration = configure(ensemble, *ensemble.member(id));
    QStringList lines;
    if (!configuration)
        return configuration.error().toString();
    for (const auto &[name, value] : configuration->environment)
        lines.append(u"%1=%2"_s.arg(name, value));
    return lines.join(u'\n');
}

QString variable(const Ensemble &ensemble, const QString &name, int id = 1)
{
    const QStringList lines =
        environment(ensemble, id).split(u'\n').filter(QRegularExpression(u'^' + name + u'='));
    return lines.isEmpty() ? u"(absent)"_s : lines.constFirst().section(u'=', 1);
}

QList<GeneratedFile> files(const Ensemble &ensemble, int id = 1)
{
    const Result<ServerConfiguration> configuration = configure(ensemble, *ensemble.member(id));
    return configuration ? configuration->files : QList<GeneratedFile>{GeneratedFile()};
}

QString line(const Ensemble &ensemble, int id)
{
    return serverLine(ensemble, *ensemble.member(id),
                      imageFamilies().constFirst().era(ensemble.image.reference));
}

void compareGolden(const Ensemble &ensemble, int id, const QString &name)
{
    const QByteArray text = renderZooCfg(ensemble, *ensemble.member(id));
    QFile file(QStringLiteral(ZOODOCK_TEST_DATA "/golden/") + name);
    if (qEnvironmentVariableIsSet("ZOODOCK_UPDATE_GOLDEN")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    QCOMPARE(QString::fromUtf8(text), QString::fromUtf8(file.readAll()));
}

} // namespace

class TestServerConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bridgeEnvironment();
    void hostEnvironment();
    void serverLines();
    void publishedServerLines();
    void neverAWildcardAsOwnAddress();
    void sendsOnlyWhatDiffers();
    void freeLines();
    void valuesWithBlanksNeedAFile();
    void jvm();
    void adminServerSwitchedOff();
    void adminPortInBridge();
    void eraDecidesWhatTravelsHow_data();
    void eraDecidesWhatTravelsHow();
    void clientPortOf34();
    void peerTypeOf34();
    void standaloneOf34();
    void generatedFileIsTheRenderedOne();
    void unknownFamily();
    void noValueHasQuotesOrLineBreaks();
    void golden_data();
    void golden();
};

void TestServerConfig::bridgeEnvironment()
{
    QCOMPARE(environment(bridge(), 2), u"ZOO_MY_ID=2\n"
                                       "ZOO_SERVERS=server.1=zoo1:2888:3888:participant;2181 "
                                       "server.2=zoo2:2888:3888:participant;2181 "
                                       "server.3=zoo3:2888:3888:participant;2181\n"
                                       "ZOO_INIT_LIMIT=10\n"
                                       "ZOO_SYNC_LIMIT=5\n"_s +
                                           whitelist +
                                           u"\n"
                                           "JMXDISABLE=true\n"
                                           "ZK_SERVER_HEAP=256"_s);
    QVERIFY(files(bridge()).isEmpty());
}

void TestServerConfig::hostEnvironment()
{
    QCOMPARE(environment(host(), 2), u"ZOO_MY_ID=2\n"
                                     "ZOO_SERVERS=server.1=127.0.0.1:2888:3888:participant;127.0.0.1:2181 "
                                     "server.2=127.0.0.1:2889:3889:participant;127.0.0.1:2182\n"
                                     "ZOO_INIT_LIMIT=10\n"
                                     "ZOO_SYNC_LIMIT=5\n"_s +
                                         whitelist +
                                         u"\n"
                                         "ZOO_CFG_EXTRA=admin.serverAddress=127.0.0.1 admin.serverPort=8081\n"
                                         "JMXDISABLE=true\n"
                                         "ZK_SERVER_HEAP=256"_s);
}

void TestServerConfig::serverLines()
{
    const Ensemble inBridge = cluster(2, 1, NetworkMode::Bridge, u"3.8"_s);
    QCOMPARE(line(inBridge, 1), u"server.1=zoo1:2888:3888:participant;2181"_s);
    QCOMPARE(line(inBridge, 3), u"server.3=zoo3:2888:3888:observer;2181"_s);
    const Ensemble onHost = cluster(2, 1, NetworkMode::Host, u"3.8"_s);
    QCOMPARE(line(onHost, 3), u"server.3=127.0.0.1:2890:3890:observer;127.0.0.1:2183"_s);
    QCOMPARE(line(cluster(2, 1, NetworkMode::Bridge, u"3.4.13"_s), 3), u"server.3=zoo3:2888:3888:observer"_s);
}

void TestServerConfig::publishedServerLines()
{
    Ensemble ensemble = host();
    Member &member = ensemble.members[0];
    member.client.published = true;
    member.client.address = u"0.0.0.0"_s;
    QCOMPARE(line(ensemble, 1), u"server.1=127.0.0.1:2888:3888:participant;0.0.0.0:2181"_s);
    member.quorum.published = true;
    member.quorum.address = u"192.0.2.7"_s;
    QCOMPARE(line(ensemble, 1), u"server.1=192.0.2.7:2888:3888:participant;0.0.0.0:2181"_s);
    member.quorum.address = u"2001:db8::7"_s;
    member.client.address = u"::1"_s;
    QCOMPARE(line(ensemble, 1), u"server.1=[2001:db8::7]:2888:3888:participant;[::1]:2181"_s);
    // In a bridge network publication is Docker's business.
    Ensemble inBridge = bridge();
    inBridge.members[0].quorum.published = true;
    inBridge.members[0].quorum.address = u"0.0.0.0"_s;
    QCOMPARE(line(inBridge, 1), u"server.1=zoo1:2888:3888:participant;2181"_s);
    QCOMPARE(variable(inBridge, u"ZOO_CFG_EXTRA"_s), u"(absent)"_s);
}

void TestServerConfig::neverAWildcardAsOwnAddress()
{
    for (const QString &wildcard : {u"0.0.0.0"_s, u"::"_s}) {
        Ensemble ensemble = host();
        ensemble.members[0].quorum.published = true;
        ensemble.members[0].quorum.address = wildcard;
        QCOMPARE(line(ensemble, 1), u"server.1=127.0.0.1:2888:3888:participant;127.0.0.1:2181"_s);
        QCOMPARE(variable(ensemble, u"ZOO_CFG_EXTRA"_s, 1),
                 u"admin.serverAddress=127.0.0.1 admin.serverPort=8080 quorumListenOnAllIPs=true"_s);
        QCOMPARE(variable(ensemble, u"ZOO_CFG_EXTRA"_s, 2),
                 u"admin.serverAddress=127.0.0.1 admin.serverPort=8081"_s);
    }
}

void TestServerConfig::sendsOnlyWhatDiffers()
{
    Ensemble ensemble = bridge();
    ensemble.settings = {{u"initLimit"_s, u"5"_s},
                         {u"syncLimit"_s, u"2"_s},
                         {u"tickTime"_s, u"500"_s},
                         {u"maxClientCnxns"_s, u"60"_s},
                         {u"heap"_s, u"1000"_s},
                         {u"4lw.commands.whitelist"_s, QString()},
                         {u"reconfigEnabled"_s, u"true"_s},
                         {u"standaloneEnabled"_s, u"false"_s}};
    QCOMPARE(environment(ensemble).section(u'\n', 2), u"ZOO_TICK_TIME=500\n"
                                                      "ZOO_STANDALONE_ENABLED=false\n"
                                                      "ZOO_CFG_EXTRA=reconfigEnabled=true\n"
                                                      "JMXDISABLE=true"_s);
}

void TestServerConfig::freeLines()
{
    Ensemble ensemble = bridge();
    ensemble.settings.insert(u"extra"_s, u"# remark\n\n snapCount = 1000 \npreAllocSize=64\n"_s);
    QCOMPARE(variable(ensemble, u"ZOO_CFG_EXTRA"_s), u"snapCount=1000 preAllocSize=64"_s);
    QVERIFY(files(ensemble).isEmpty());
}

void TestServerConfig::valuesWithBlanksNeedAFile()
{
    Ensemble ensemble = bridge();
    ensemble.settings.insert(u"extra"_s, u"metricsProvider.name=two words"_s);
    const QList<GeneratedFile> generated = files(ensemble);
    QCOMPARE(generated.size(), 1);
    QVERIFY(generated.constFirst().bytes.contains("\nmetricsProvider.name=two words\n"));
    // Never half and half: the servers stand in the file alone, the id and the JVM's settings in the
    // environment.
    QCOMPARE(environment(ensemble), u"ZOO_MY_ID=1\nJMXDISABLE=true\nZK_SERVER_HEAP=256"_s);
    // A list of four-letter words is the same without blanks.
    ensemble = bridge();
    ensemble.settings.insert(u"4lw.commands.whitelist"_s, u" srvr, mntr "_s);
    QCOMPARE(variable(ensemble, u"ZOO_4LW_COMMANDS_WHITELIST"_s), u"srvr,mntr"_s);
}

void TestServerConfig::jvm()
{
    Ensemble ensemble = bridge();
    QCOMPARE(variable(ensemble, u"JVMFLAGS"_s), u"(absent)"_s);
    ensemble.settings = {{u"jvmFlags"_s, u"  -XX:+UseG1GC   -Da=b "_s},
                         {u"extendedTypesEnabled"_s, u"true"_s},
                         {u"heap"_s, u"512"_s}};
    QCOMPARE(variable(ensemble, u"JVMFLAGS"_s),
             u"-XX:+UseG1GC -Da=b -Dzookeeper.extendedTypesEnabled=true"_s);
    QCOMPARE(variable(ensemble, u"ZK_SERVER_HEAP"_s), u"512"_s);
    // 3.4 has neither the variable for the heap nor TTL nodes.
    ensemble.image.reference = u"zookeeper:3.4.14"_s;
    QCOMPARE(variable(ensemble, u"JVMFLAGS"_s), u"-Xmx512m -XX:+UseG1GC -Da=b"_s);
    QCOMPARE(variable(ensemble, u"ZK_SERVER_HEAP"_s), u"(absent)"_s);
}

void TestServerConfig::adminServerSwitchedOff()
{
    Ensemble ensemble = host();
    ensemble.settings.insert(u"admin.enableServer"_s, u"false"_s);
    QCOMPARE(variable(ensemble, u"ZOO_ADMINSERVER_ENABLED"_s), u"false"_s);
    QCOMPARE(variable(ensemble, u"ZOO_CFG_EXTRA"_s), u"(absent)"_s);
}

void TestServerConfig::adminPortInBridge()
{
    Ensemble ensemble = bridge();
    ensemble.members[0].admin.port = 9090;
    QCOMPARE(variable(ensemble, u"ZOO_CFG_EXTRA"_s, 1), u"admin.serverPort=9090"_s);
    QCOMPARE(variable(ensemble, u"ZOO_CFG_EXTRA"_s, 2), u"(absent)"_s);
}

void TestServerConfig::eraDecidesWhatTravelsHow_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<bool>("bridgeFile");
    QTest::addColumn<bool>("hostFile");
    QTest::addColumn<bool>("standaloneSaid");
    // Host mode needs AdminServer's port and address; bridge mode the words, where they have to be asked for.
    QTest::newRow("3.4.13") << u"3.4.13"_s << false << true << false;
    QTest::newRow("3.4.14") << u"3.4.14"_s << false << true << false;
    QTest::newRow("3.5.4") << u"3.5.4-beta"_s << true << true << false;
    QTest::newRow("3.5.5") << u"3.5.5"_s << true << true << false;
    QTest::newRow("3.5.7") << u"3.5.7"_s << false << true << false;
    QTest::newRow("3.6.0") << u"3.6.0"_s << false << true << false;
    QTest::newRow("3.5.8") << u"3.5.8"_s << false << false << false;
    QTest::newRow("3.8") << u"3.8"_s << false << false << false;
    QTest::newRow("latest") << u"latest"_s << false << false << false;
}

void TestServerConfig::eraDecidesWhatTravelsHow()
{
    QFETCH(const QString, tag);
    QFETCH(const bool, bridgeFile);
    QFETCH(const bool, hostFile);
    QFETCH(const bool, standaloneSaid);
    QCOMPARE(files(bridge(tag)).size(), bridgeFile ? 1 : 0);
    QCOMPARE(files(host(tag)).size(), hostFile ? 1 : 0);
    QCOMPARE(variable(bridge(tag), u"ZOO_SERVERS"_s) == "(absent)"_L1, bridgeFile);
    QCOMPARE(variable(bridge(tag), u"ZOO_STANDALONE_ENABLED"_s) != "(absent)"_L1, standaloneSaid);
    QCOMPARE(variable(host(tag), u"ZOO_MY_ID"_s, 2), u"2"_s);
    QCOMPARE(variable(host(tag), u"JMXDISABLE"_s, 2), u"true"_s);
    // 3.5.3 and 3.5.4 have another default, which the file of their era has to correct.
    if (bridgeFile && tag.startsWith("3.5.4"_L1))
        QVERIFY(files(bridge(tag)).constFirst().bytes.contains("standaloneEnabled=true\n"));
}

void TestServerConfig::clientPortOf34()
{
    Ensemble ensemble = bridge(u"3.4.13"_s);
    QCOMPARE(variable(ensemble, u"ZOO_PORT"_s), u"(absent)"_s);
    ensemble.members[0].client.port = 2200;
    QCOMPARE(variable(ensemble, u"ZOO_PORT"_s), u"2200"_s);
    QVERIFY(files(ensemble).isEmpty());
    // 3.4.14 writes clientPort=2181, whatever it is told.
    ensemble.image.reference = u"zookeeper:3.4.14"_s;
    QCOMPARE(files(ensemble).size(), 1);
    QVERIFY(files(ensemble).constFirst().bytes.contains("\nclientPort=2200\n"));
    QVERIFY(!renderZooCfg(ensemble, ensemble.members.at(0)).contains(';'));
    QVERIFY(renderZooCfg(host(u"3.4.14"_s), host(u"3.4.14"_s).members.at(1))
                .contains("clientPort=2182\nclientPortAddress=127.0.0.1\n"));
}

void TestServerConfig::peerTypeOf34()
{
    const Ensemble old = cluster(3, 1, NetworkMode::Bridge, u"3.4.14"_s);
    QVERIFY(files(old, 1).isEmpty());
    QCOMPARE(files(old, 4).size(), 1);
    QVERIFY(files(old, 4).constFirst().bytes.contains("\npeerType=observer\n"));
    QVERIFY(files(cluster(3, 1, NetworkMode::Bridge, u"3.8"_s), 4).isEmpty());
}

void TestServerConfig::standaloneOf34()
{
    QCOMPARE(variable(cluster(1, 0, NetworkMode::Bridge, u"3.4.14"_s), u"ZOO_SERVERS"_s), u"(absent)"_s);
    QCOMPARE(variable(cluster(1, 0, NetworkMode::Bridge, u"3.8"_s), u"ZOO_SERVERS"_s),
             u"server.1=zoo1:2888:3888:participant;2181"_s);
}

void TestServerConfig::generatedFileIsTheRenderedOne()
{
    const Ensemble ensemble = host(u"3.5.5"_s);
    const QList<GeneratedFile> generated = files(ensemble, 2);
    QCOMPARE(generated.size(), 1);
    QCOMPARE(generated.constFirst().path, u"/conf/zoo.cfg"_s);
    QCOMPARE(generated.constFirst().mode, 0644);
    QCOMPARE(generated.constFirst().userId, 1000);
    QCOMPARE(generated.constFirst().bytes, renderZooCfg(ensemble, ensemble.members.at(1)));
}

void TestServerConfig::unknownFamily()
{
    Ensemble ensemble = bridge();
    ensemble.image.family = u"unheard-of"_s;
    const Result<ServerConfiguration> configuration = configure(ensemble, ensemble.members.constFirst());
    QVERIFY(!configuration.has_value());
    QCOMPARE(configuration.error().kind(), ErrorKind::InvalidInput);
    QVERIFY(configuration.error().message().contains(u"unheard-of"_s));
}

void TestServerConfig::noValueHasQuotesOrLineBreaks()
{
    for (const ImageEra &era : imageFamilies().constFirst().eras) {
        const QString tag = era.ranges.constFirst().second.toString();
        for (const Ensemble &ensemble : {bridge(tag), host(tag), cluster(1, 1, NetworkMode::Host, tag)}) {
            for (const Member &member : ensemble.members) {
                const Result<ServerConfiguration> configuration = configure(ensemble, member);
                QVERIFY(configuration.has_value());
                for (const auto &[name, value] : configuration->environment) {
                    QVERIFY2(!value.isEmpty() && !value.contains(u'"') && !value.contains(u'\'') &&
                                 !value.contains(u'\n') && value == value.simplified(),
                             qPrintable(name + u'=' + value));
                }
            }
        }
    }
}

void TestServerConfig::golden_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<bool>("isHost");
    QTest::addColumn<int>("id");
    for (const char *tag : {"3.4.13", "3.4.14", "3.5.4", "3.5.5", "3.5.7", "3.8"}) {
        QTest::addRow("bridge-%s-1", tag) << QString::fromLatin1(tag) << false << 1;
        QTest::addRow("host-%s-4", tag) << QString::fromLatin1(tag) << true << 4;
    }
}

void TestServerConfig::golden()
{
    QFETCH(const QString, tag);
    QFETCH(const bool, isHost);
    QFETCH(const int, id);
    Ensemble ensemble = cluster(3, 1, isHost ? NetworkMode::Host : NetworkMode::Bridge, tag);
    ensemble.settings = {{u"tickTime"_s, u"500"_s},
                         {u"autopurge.purgeInterval"_s, u"24"_s},
                         {u"extra"_s, u"snapCount=1000"_s}};
    compareGolden(ensemble, id, QString::fromLatin1(QTest::currentDataTag()) + ".cfg"_L1);
}

QTEST_GUILESS_MAIN(TestServerConfig)
#include "tst_serverconfig.moc"
