// SPDX-License-Identifier: GPL-3.0-or-later
// Every setting that the wizard offers, on a real server: told by ZooDock, read back from what runs.
#include "engine/acting/actingparts.h"

#include "ensemble/serversetting.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

#include <functional>
#include <memory>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString image = u"zoodock/zookeeper:3.8"_s;
constexpr int patienceMs = 90'000;

QString fourLetterWord(quint16 port, const QByteArray &word)
{
    constexpr int limitMs = 10'000;
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    if (!socket.waitForConnected(limitMs))
        return u"no connection"_s;
    socket.write(word);
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(limitMs)) {
    }
    return QString::fromUtf8(socket.readAll());
}

QString inContainer(const QString &container, const QStringList &command)
{
    return docker(QStringList{u"exec"_s, container} + command);
}

/// What zkCli.sh says to one command, on both channels.
QString zkCli(const QString &container, const QString &command)
{
    return inContainer(container,
                       {u"bash"_s, u"-c"_s, u"zkCli.sh -server 127.0.0.1:2181 %1 2>&1; true"_s.arg(command)});
}

/// Of all processes in a container.
QString argumentsIn(const QString &container)
{
    return inContainer(container,
                       {u"bash"_s, u"-c"_s, u"cat /proc/[0-9]*/cmdline 2> /dev/null | tr '\\0' ' '"_s});
}

QJsonObject inspected(const QString &container)
{
    return QJsonDocument::fromJson(docker({u"inspect"_s, container}).toUtf8()).array().at(0).toObject();
}

} // namespace

class TestEngineSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everySettingIsCovered();
    void changedSettings_data();
    void changedSettings();
    void restartPolicyBringsAServerBack();
    void defaults();
    void secrets();

private:
    void make(const QString &name, int participants, int observers,
              const std::function<void(Ensemble &)> &change);
    [[nodiscard]] QString container(const QString &member) const { return m_made.name + u'-' + member; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ActingParts> m_parts;
    QString m_run;
    Ensemble m_made;
};

/// What changedSettings() sets, and defaults() leaves alone.
static QMap<QString, QString> changed()
{
    return {
        {u"tickTime"_s, u"1500"_s},
        {u"initLimit"_s, u"20"_s},
        {u"syncLimit"_s, u"7"_s},
        {u"maxClientCnxns"_s, u"33"_s},
        {u"heap"_s, u"192"_s},
        {u"jvmFlags"_s, u"-Dzoodock.probe=yes -Dzookeeper.skipACL=yes"_s},
        {u"4lw.commands.whitelist"_s, u"srvr, conf"_s},
        {u"admin.enableServer"_s, u"false"_s},
        {u"standaloneEnabled"_s, u"false"_s},
        {u"reconfigEnabled"_s, u"true"_s},
        {u"extendedTypesEnabled"_s, u"true"_s},
        {u"autopurge.purgeInterval"_s, u"2"_s},
        {u"autopurge.snapRetainCount"_s, u"5"_s},
        {u"extra"_s, u"# a remark\nmaxSessionTimeout = 55000\n"_s},
    };
}

void TestEngineSettings::initTestCase()
{
    ZOODOCK_NEEDS_ENGINE(u"docker"_s);
    m_run = u"settings-%1"_s.arg(QCoreApplication::applicationPid());
    m_folder = std::make_unique<QTemporaryDir>();
    m_parts = std::make_unique<ActingParts>(m_folder->path());
}

void TestEngineSettings::cleanupTestCase()
{
    m_parts.reset();
    if (!m_run.isEmpty())
        removeLabelled(u"org.zoodock.test="_s + test::ownRun(m_run));
}

void TestEngineSettings::make(const QString &name, int participants, int observers,
                              const std::function<void(Ensemble &)> &change)
{
    Ensemble wanted = makeEnsemble(m_run + name, participants, observers, NetworkMode::Bridge, image);
    wanted.testRun = test::ownRun(m_run);
    change(wanted);
    const Result<Ensemble> made = m_parts->made(wanted, test::ownPorts());
    QVERIFY2(made, qPrintable(test::why(made)));
    m_made = *made;
}

void TestEngineSettings::everySettingIsCovered()
{
    const QMap<QString, QString> all = changed();
    for (const ServerSetting &setting : serverSettings()) {
        QVERIFY2(all.contains(setting.key), qPrintable(setting.key));
        QVERIFY2(all.value(setting.key) != setting.defaultValue, qPrintable(setting.key));
    }
}

/// By the image's variables, and by a generated zoo.cfg: a value with a blank does not fit into a variable.
void TestEngineSettings::changedSettings_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("moreLines");
    QTest::newRow("variables") << u"-a"_s << QString();
    QTest::newRow("file") << u"-b"_s << u"zoodock.remark=two words\n"_s;
}

void TestEngineSettings::changedSettings()
{
    QFETCH(QString, name);
    QFETCH(QString, moreLines);
    make(name, 1, 1, [&moreLines](Ensemble &ensemble) {
        ensemble.settings = changed();
        ensemble.settings[u"extra"_s] += moreLines;
        ensemble.volumes = VolumePolicy::NotKept;
        ensemble.restart = RestartPolicy::OnFailure;
    });
    if (QTest::currentTestFailed())
        return;
    const quint16 port = m_made.members.constFirst().client.hostPort;
    const QString zoo1 = container(u"zoo1"_s);
    const QString file = inContainer(zoo1, {u"cat"_s, u"/conf/zoo.cfg"_s});
    const QString conf = fourLetterWord(port, "conf");
    const QString arguments = argumentsIn(zoo1);
    const QString log = docker({u"logs"_s, zoo1});

    for (const QString &line : {u"tickTime=1500"_s, u"initLimit=20"_s, u"syncLimit=7"_s,
                                u"maxClientCnxns=33"_s, u"maxSessionTimeout=55000"_s})
        QVERIFY2(conf.contains(line), qPrintable(conf));
    for (const QString &argument :
         {u"-Xmx192m"_s, u"-Dzoodock.probe=yes"_s, u"-Dzookeeper.extendedTypesEnabled=true"_s})
        QVERIFY2(arguments.contains(argument), qPrintable(arguments));
    for (const QString &line : {u"admin.enableServer=false"_s, u"standaloneEnabled=false"_s,
                                u"reconfigEnabled=true"_s, u"autopurge.purgeInterval=2"_s,
                                u"autopurge.snapRetainCount=5"_s, u"4lw.commands.whitelist=srvr,conf"_s})
        QVERIFY2(file.contains(line), qPrintable(file));
    QVERIFY2(log.contains(u"autopurge.purgeInterval set to 2"_s), qPrintable(log));
    QVERIFY2(log.contains(u"autopurge.snapRetainCount set to 5"_s), qPrintable(log));

    // What the server does, not only what it was told.
    QVERIFY(fourLetterWord(port, "srvr").contains(u"Mode: leader"_s)); // alone, and not standalone
    QVERIFY(fourLetterWord(port, "mntr").contains(u"not in the whitelist"_s));
    const QString listeners = inContainer(zoo1, {u"cat"_s, u"/proc/net/tcp"_s, u"/proc/net/tcp6"_s});
    QVERIFY2(!listeners.contains(u":1F90 "_s), qPrintable(listeners)); // 8080
    const QString ttl = zkCli(zoo1, u"create -t 100000 /ttl x"_s);
    QVERIFY2(ttl.contains(u"Created /ttl"_s), qPrintable(ttl));
    const QString reconfigured = zkCli(zoo1, u"reconfig -remove 2"_s);
    QVERIFY2(reconfigured.contains(u"Committed new configuration"_s), qPrintable(reconfigured));

    const QJsonObject found = inspected(zoo1);
    QCOMPARE(found.value(u"HostConfig"_s)[u"RestartPolicy"_s][u"Name"_s].toString(), u"on-failure"_s);
    for (const QJsonValue &mount : found.value(u"Mounts"_s).toArray())
        QVERIFY2(!mount[u"Name"_s].toString().startsWith(m_made.name), "a named volume");
}

/// The last cluster with "on-failure": a server that is killed comes back without anybody's doing.
void TestEngineSettings::restartPolicyBringsAServerBack()
{
    const QString zoo2 = container(u"zoo2"_s);
    const QString before = inspected(zoo2).value(u"State"_s)[u"StartedAt"_s].toString();
    QVERIFY(!before.isEmpty());
    (void) inContainer(
        zoo2, {u"bash"_s, u"-c"_s,
               u"for p in /proc/[0-9]*; do [[ $(< $p/comm) == java ]] && kill -9 ${p#/proc/}; done"_s});
    const auto cameBack = [&] {
        const QJsonObject state = inspected(zoo2).value(u"State"_s).toObject();
        return state[u"Running"_s].toBool() && state[u"StartedAt"_s].toString() != before;
    };
    QTRY_VERIFY_WITH_TIMEOUT(cameBack(), patienceMs);
    QVERIFY(inspected(zoo2).value(u"RestartCount"_s).toInt() > 0);
}

void TestEngineSettings::defaults()
{
    make(u"-c"_s, 1, 0, [](Ensemble &) {});
    if (QTest::currentTestFailed())
        return;
    const quint16 port = m_made.members.constFirst().client.hostPort;
    const QString zoo1 = container(u"zoo1"_s);
    const QString conf = fourLetterWord(port, "conf");
    QVERIFY2(conf.contains(u"tickTime=2000"_s) && conf.contains(u"maxClientCnxns=60"_s), qPrintable(conf));
    const QString file = inContainer(zoo1, {u"cat"_s, u"/conf/zoo.cfg"_s});
    QVERIFY2(file.contains(u"initLimit=10"_s) && file.contains(u"syncLimit=5"_s), qPrintable(file));
    const QString arguments = argumentsIn(zoo1);
    QVERIFY2(arguments.contains(u"-Xmx256m"_s), qPrintable(arguments));
    QVERIFY(fourLetterWord(port, "srvr").contains(u"Mode: standalone"_s));
    QVERIFY(fourLetterWord(port, "mntr").contains(u"zk_version"_s));
    QVERIFY(fourLetterWord(port, "wchc").contains(u"not in the whitelist"_s));
    const QString listeners = inContainer(zoo1, {u"cat"_s, u"/proc/net/tcp"_s, u"/proc/net/tcp6"_s});
    QVERIFY2(listeners.contains(u":1F90 "_s), qPrintable(listeners));
    const QString ttl = zkCli(zoo1, u"create -t 100000 /ttl x"_s);
    QVERIFY2(!ttl.contains(u"Created /ttl"_s), qPrintable(ttl));
    const QString reconfigured = zkCli(zoo1, u"reconfig -remove 2"_s);
    QVERIFY2(!reconfigured.contains(u"Committed"_s), qPrintable(reconfigured));
    const QJsonObject found = inspected(zoo1);
    QCOMPARE(found.value(u"HostConfig"_s)[u"RestartPolicy"_s][u"Name"_s].toString(), u"unless-stopped"_s);
    QStringList volumes;
    for (const QJsonValue &mount : found.value(u"Mounts"_s).toArray())
        volumes += mount[u"Name"_s].toString();
    QVERIFY(volumes.contains(m_made.name + u"-zoo1-data"_s));
    QVERIFY(volumes.contains(m_made.name + u"-zoo1-datalog"_s));
}

/// The server has them, and docker's own records do not.
void TestEngineSettings::secrets()
{
    make(u"-d"_s, 1, 0, [](Ensemble &ensemble) {
        ensemble.volumes = VolumePolicy::NotKept;
        ensemble.settings = {
            {u"extra"_s, u"ssl.keyStore.password=hush1\nmaxSessionTimeout=55000"_s},
            {u"jvmFlags"_s,
             u"-Dzoodock.probe=yes -Dzookeeper.DigestAuthenticationProvider.superDigest=hush2"_s}};
    });
    if (QTest::currentTestFailed())
        return;
    const QString zoo1 = container(u"zoo1"_s);
    const QString file = inContainer(zoo1, {u"cat"_s, u"/conf/zoo.cfg"_s});
    QVERIFY2(file.contains(u"ssl.keyStore.password=hush1"_s), qPrintable(file));
    const QString arguments = argumentsIn(zoo1);
    QVERIFY2(arguments.contains(u"-Dzoodock.probe=yes"_s), qPrintable(arguments));
    QVERIFY2(arguments.contains(u"superDigest=hush2"_s), qPrintable(arguments));
    const QString rights =
        inContainer(zoo1, {u"stat"_s, u"-c"_s, u"%a %u %n"_s, u"/conf/zoo.cfg"_s, u"/conf/java.env"_s});
    QCOMPARE(rights.trimmed(), u"600 1000 /conf/zoo.cfg\n600 1000 /conf/java.env"_s);
    QVERIFY(fourLetterWord(m_made.members.constFirst().client.hostPort, "conf")
                .contains(u"maxSessionTimeout=55000"_s));

    const QString record = docker({u"inspect"_s, zoo1});
    QVERIFY2(record.contains(u"kept-in-the-cluster-file"_s), qPrintable(record));
    QVERIFY2(!record.contains(u"hush"_s), qPrintable(record));
    const Result<Ensemble> kept = m_parts->repository.load(m_made.name);
    QVERIFY(kept.has_value());
    QVERIFY(kept->settings.value(u"extra"_s).contains(u"hush1"_s));
}

QTEST_GUILESS_MAIN(TestEngineSettings)
#include "tst_engine_settings.moc"
