// SPDX-License-Identifier: GPL-3.0-or-later
// One real server by itself: by which way it is asked, and what its end is called.
#include "realcluster.h"
#include "watch.h"

#include "engine/realengine.h"
#include "ensemble/ensemblejson.h"

#include <QtTest/QTest>

#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int patienceMs = 60'000;

} // namespace

class TestEngineSingles : public QObject
{
    Q_OBJECT

    std::unique_ptr<Watch> m_watch;

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void probesByContainerAddress();
    void probesByExec_data();
    void probesByExec();
    void standaloneOnTheHostNetwork();
    void killedForLackOfMemory();
    void startedAgainAndAgain();
};

void TestEngineSingles::initTestCase()
{
    ZOODOCK_NEEDS_ENGINE(u"docker"_s);
    m_watch = std::make_unique<Watch>(nextDocker());
}

void TestEngineSingles::cleanupTestCase()
{
    m_watch.reset();
}

void TestEngineSingles::probesByContainerAddress()
{
    const bool reachable = bridgeIsHere(u"docker"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_watch->store.engine({}).containerAddresses, reachable, patienceMs);
    if (!reachable)
        QSKIP("The containers' addresses cannot be reached from here.");
    RealCluster hidden(u"hidden"_s, 1, 0, NetworkMode::Bridge);
    const QString container = u"%1-zoo1"_s.arg(hidden.ensemble().name);
    // No published port, and a spec that nobody can read.
    docker({u"run"_s, u"-d"_s, u"--name"_s, container, u"--label"_s, runLabel(), u"--label"_s,
            u"org.zoodock.cluster="_s + hidden.ensemble().name, u"--label"_s, u"org.zoodock.member=1"_s,
            u"--label"_s, u"org.zoodock.spec={"_s, u"zoodock/zookeeper:3.8"_s});
    QTRY_COMPARE_WITH_TIMEOUT(states(m_watch->store, hidden.ensemble().name), u"standalone"_s, patienceMs);
    const ClusterStatus *status = m_watch->store.cluster(hidden.ensemble().name);
    QCOMPARE(status->origin, WantedOrigin::Labels);
    QCOMPARE(status->member(1)->clientPort, quint16(0));
    hidden.remove();
    QTRY_VERIFY_WITH_TIMEOUT(!m_watch->store.cluster(hidden.ensemble().name), patienceMs);
}

void TestEngineSingles::probesByExec_data()
{
    QTest::addColumn<QString>("cli");
    const QStringList clis = dockers();
    for (const QString &cli : clis)
        QTest::newRow(qPrintable(cli)) << cli;
}

/// No published port and no address: docker exec is all that is left.
void TestEngineSingles::probesByExec()
{
    QFETCH(QString, cli);
    Watch watch(cli);
    RealCluster lonely(u"lonely"_s, 1, 0, NetworkMode::Bridge);
    const QString name = lonely.ensemble().name;
    docker({u"run"_s, u"-d"_s, u"--network"_s, u"none"_s, u"--name"_s, lonely.container(1), u"--label"_s,
            runLabel(), u"--label"_s, u"org.zoodock.cluster="_s + name, u"--label"_s,
            u"org.zoodock.member=1"_s, u"--label"_s,
            u"org.zoodock.spec="_s + QString::fromUtf8(toCompactJson(lonely.ensemble())),
            u"zoodock/zookeeper:3.8"_s});
    QTRY_COMPARE_WITH_TIMEOUT(states(watch.store, name), u"standalone"_s, patienceMs);
    const MemberStatus member = *watch.store.cluster(name)->member(1);
    QCOMPARE(member.clientPort, quint16(0));
    QCOMPARE(member.container.address, QString());
    QVERIFY(member.report.has_value());
    QVERIFY2(member.report->version.startsWith(u"3.8"_s), qPrintable(member.report->version));
    QCOMPARE(member.report->connections, 0); // but for the question's own
    QVERIFY(member.report->nodeCount > 0);
    QVERIFY(watch.store.cluster(name)->quorum.established);
}

void TestEngineSingles::standaloneOnTheHostNetwork()
{
    RealCluster host(u"hosted"_s, 1, 0, NetworkMode::Host);
    const QString hosted = host.ensemble().name;
    m_watch->store.setWanted(host.ensemble(), WantedOrigin::File);
    host.create();
    host.start({1});
    QTRY_COMPARE_WITH_TIMEOUT(states(m_watch->store, hosted), u"standalone"_s, patienceMs);
    const MemberStatus *status = m_watch->store.cluster(hosted)->member(1);
    QVERIFY(status->container.hostNetwork);
    QCOMPARE(status->clientHost, u"127.0.0.1"_s);
    QCOMPARE(status->clientPort, host.ensemble().member(1)->client.port);
    QCOMPARE(status->adminPort, host.ensemble().member(1)->admin.port);
    QVERIFY(m_watch->store.cluster(hosted)->quorum.established);
    m_watch->monitor.lookAt(hosted);
    QTRY_VERIFY_WITH_TIMEOUT(m_watch->store.cluster(hosted)->member(1)->memoryBytes.value_or(0) > 0,
                             patienceMs);
    m_watch->monitor.lookAt({});
    QVERIFY(!m_watch->store.cluster(hosted)->member(1)->memoryBytes.has_value());
    host.tell(u"stop"_s, {1});
    QTRY_COMPARE_WITH_TIMEOUT(states(m_watch->store, hosted), u"stopped"_s, patienceMs);
}

/// By the kernel, at the container's limit.
void TestEngineSingles::killedForLackOfMemory()
{
    if (docker({u"info"_s, u"--format"_s, u"{{.MemoryLimit}}"_s}) != u"true"_s)
        QSKIP("This kernel sets no limits to the memory of containers.");
    RealCluster small(u"small"_s, 1, 0, NetworkMode::Bridge);
    const QString name = small.ensemble().name;
    small.set(u"jvmFlags"_s, u"-Xms256m -XX:+AlwaysPreTouch"_s);
    m_watch->store.setWanted(small.ensemble(), WantedOrigin::File);
    small.create({u"--memory"_s, u"96m"_s, u"--memory-swap"_s, u"96m"_s});
    const auto member = [&] { return *m_watch->store.cluster(name)->member(1); };
    // An engine that is told of the death before the reason does not know the reason: then once more.
    QString known;
    for (int run = 0; run < 5 && member().state != MemberState::OutOfMemory; ++run) {
        small.start({1});
        QCOMPARE(docker({u"wait"_s, small.container(1)}), u"137"_s);
        known = docker({u"inspect"_s, u"--format"_s, u"{{.State.OOMKilled}}"_s, small.container(1)});
        if (known == u"true"_s)
            break;
        qInfo("The engine does not say that memory was short.");
        QTest::qWait(1000);
    }
    QTRY_COMPARE_WITH_TIMEOUT(states(m_watch->store, name), u"out-of-memory"_s, patienceMs);
    QVERIFY(member().container.oomKilled);
    QCOMPARE(member().container.exitCode, 137);
    QCOMPARE(member().problem, exitMeaning(137, true));
    QVERIFY(member().problem != exitMeaning(137, false));

    // Who comes after it may see as much, and more memory helps.
    Watch fresh(nextDocker());
    QTRY_COMPARE_WITH_TIMEOUT(states(fresh.store, name), u"out-of-memory"_s, patienceMs);
    QCOMPARE(fresh.store.cluster(name)->member(1)->problem, member().problem);
    docker({u"update"_s, u"--memory"_s, u"600m"_s, u"--memory-swap"_s, u"600m"_s, small.container(1)});
    small.start({1});
    QTRY_COMPARE_WITH_TIMEOUT(states(m_watch->store, name), u"standalone"_s, patienceMs);
    QVERIFY(!member().container.oomKilled && member().problem.isEmpty());
}

/// By docker, as the restart policy says; each start ends at a line of zoo.cfg.
void TestEngineSingles::startedAgainAndAgain()
{
    RealCluster broken(u"broken"_s, 1, 0, NetworkMode::Bridge);
    const QString name = broken.ensemble().name;
    broken.set(u"extra"_s, u"peerType=king"_s);
    m_watch->store.setWanted(broken.ensemble(), WantedOrigin::File);
    broken.create({u"--restart"_s, u"always"_s});
    broken.start({1});
    QTRY_COMPARE_WITH_TIMEOUT(states(m_watch->store, name), u"restarting"_s, patienceMs);
    const MemberStatus member = *m_watch->store.cluster(name)->member(1);
    QCOMPARE(member.container.life, ContainerLife::Restarting);
    QCOMPARE(member.container.exitCode, 2);
    QCOMPARE(member.problem, exitMeaning(2, false));
    QVERIFY(!m_watch->store.cluster(name)->quorum.established);
    const QString again = u"state %1 1 restarting>starting"_s.arg(name);
    QTRY_VERIFY_WITH_TIMEOUT(!m_watch->log.with(again).isEmpty(), patienceMs);
}

QTEST_GUILESS_MAIN(TestEngineSingles)
#include "tst_engine_singles.moc"
