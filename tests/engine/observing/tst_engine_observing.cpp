// SPDX-License-Identifier: GPL-3.0-or-later
// The observers against a real engine and real servers: what others do to the containers is shown as it is.
#include "realcluster.h"

#include "engine/realengine.h"
#include "unit/clusters/observing/storelog.h"

#include "clusters/clustermonitor.h"
#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "core/processrunner.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int patienceMs = 60'000;

/// Store and observers, as in the program.
struct Watch
{
    Watch() { monitor.start(); }

    ProcessRunner runner;
    ClusterStore store{Clock::system()};
    StoreLog log{store};
    EngineRegistry engines{runner, nextDocker()};
    ClusterMonitor monitor{engines, store};
};

int count(const QString &words, const QString &word)
{
    return static_cast<int>(words.split(u' ').count(word));
}

} // namespace

class TestEngineObserving : public QObject
{
    Q_OBJECT

    [[nodiscard]] QString name() const { return m_cluster->ensemble().name; }
    [[nodiscard]] QString now() const { return states(m_watch->store, name()); }
    [[nodiscard]] const MemberStatus &member(int id) const
    {
        return *m_watch->store.cluster(name())->member(id);
    }
    [[nodiscard]] QuorumStatus quorum() const { return m_watch->store.cluster(name())->quorum; }
    /// One leads, two follow, and the quorum says so.
    [[nodiscard]] bool isWhole() const
    {
        return count(now(), u"leader"_s) == 1 && count(now(), u"follower"_s) == 2 && quorum().established;
    }
    [[nodiscard]] QList<int> followers() const
    {
        QList<int> ids;
        for (const MemberStatus &status : m_watch->store.cluster(name())->members) {
            if (status.state == MemberState::Follower)
                ids.append(status.wanted.id);
        }
        return ids;
    }
    [[nodiscard]] QString statePath(int id) const
    {
        return m_watch->log.with(u"state %1 %2 "_s.arg(name()).arg(id)).join(u'\n');
    }

    std::unique_ptr<RealCluster> m_cluster;
    std::unique_ptr<Watch> m_watch;

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();

    void reachesQuorum();
    void freshStoreAdopts();
    void leaderKilled();
    void followerPaused();
    void leaderPaused();
    void belowQuorumAndBack();
    void frozenServer();
    void probesByContainerAddress();
    void removedContainersLeave();
    void standaloneOnTheHostNetwork();
    void killedForLackOfMemory();
    void startedAgainAndAgain();
};

void TestEngineObserving::initTestCase()
{
    ZOODOCK_NEEDS_ENGINE(u"docker"_s);
    m_cluster = std::make_unique<RealCluster>(u"observed"_s, 3, 0, NetworkMode::Bridge);
    m_watch = std::make_unique<Watch>();
}

void TestEngineObserving::cleanupTestCase()
{
    m_watch.reset();
    m_cluster.reset();
}

void TestEngineObserving::init()
{
    if (!m_watch)
        return;
    // A server that was too busy for an answer a moment ago is no part of what follows.
    if (m_watch->store.cluster(name()) && !now().contains(u"absent"_s))
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(), patienceMs);
    (void) m_watch->log.take();
}

void TestEngineObserving::reachesQuorum()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_watch->monitor.isSettled(), patienceMs);
    QCOMPARE(m_watch->store.engine({}).reach, EngineStatus::Reach::Answers);
    QVERIFY(!m_watch->store.engine({}).version.isEmpty());
    m_watch->store.setWanted(m_cluster->ensemble(), WantedOrigin::File);
    QCOMPARE(now(), u"absent absent absent"_s);

    m_cluster->create();
    QTRY_COMPARE_WITH_TIMEOUT(now(), u"created created created"_s, patienceMs);
    m_cluster->start({1, 2, 3});
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(), patienceMs);

    for (int id = 1; id <= 3; ++id) {
        const QString path = statePath(id);
        QVERIFY2(path.contains("absent>created"_L1), qPrintable(path));
        QVERIFY2(path.contains("created>starting"_L1), qPrintable(path));
        QVERIFY2(!path.contains("unreachable"_L1) && !path.contains("stopped"_L1), qPrintable(path));
        QCOMPARE(member(id).clientHost, u"127.0.0.1"_s);
        QCOMPARE(member(id).clientPort, m_cluster->ensemble().member(id)->client.hostPort);
        QVERIFY(member(id).report->version.startsWith(u"3.8"_s));
        QVERIFY(member(id).container.startedAt.isValid());
        QVERIFY(!member(id).container.address.isEmpty());
    }
    QCOMPARE(quorum().serving, 3);
    QCOMPARE(quorum().survivesLossOf, 1);
    // Clusters that others make meanwhile are asked as well.
    QTRY_VERIFY_WITH_TIMEOUT(m_watch->monitor.hasAskedAll(), patienceMs);
}

void TestEngineObserving::freshStoreAdopts()
{
    Watch fresh;
    QVERIFY(!fresh.monitor.isSettled());
    QTRY_VERIFY_WITH_TIMEOUT(fresh.monitor.isSettled(), patienceMs);
    const ClusterStatus *adopted = fresh.store.cluster(name());
    QVERIFY(adopted);
    QCOMPARE(adopted->origin, WantedOrigin::Labels);
    QCOMPARE(adopted->ensemble, m_cluster->ensemble());
    QTRY_COMPARE_WITH_TIMEOUT(states(fresh.store, name()), now(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(fresh.store.cluster(name())->quorum == quorum(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(fresh.monitor.hasAskedAll(), patienceMs);
}

void TestEngineObserving::leaderKilled()
{
    const int leader = quorum().leaderId;
    const QList<int> others = followers();
    QCOMPARE(others.size(), 2);
    m_cluster->tell(u"kill"_s, {leader});
    QTRY_COMPARE_WITH_TIMEOUT(member(leader).state, MemberState::Stopped, patienceMs);
    QCOMPARE(member(leader).container.exitCode, 137);
    QCOMPARE(member(leader).problem, exitMeaning(137, false));
    for (int id : others) {
        const QString path = statePath(id);
        QVERIFY2(path.contains("follower>unconfirmed"_L1), qPrintable(path));
    }
    QTRY_VERIFY_WITH_TIMEOUT(quorum().established, patienceMs);
    QVERIFY(others.contains(quorum().leaderId));
    QCOMPARE(quorum().serving, 2);
    QCOMPARE(quorum().survivesLossOf, 0);
    QCOMPARE(member(leader).state, MemberState::Stopped);

    m_cluster->start({leader});
    QTRY_COMPARE_WITH_TIMEOUT(member(leader).state, MemberState::Follower, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(), patienceMs);
}

void TestEngineObserving::followerPaused()
{
    const int paused = followers().first();
    m_cluster->tell(u"pause"_s, {paused});
    QTRY_COMPARE_WITH_TIMEOUT(member(paused).state, MemberState::Paused, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(quorum().established && !quorum().unconfirmed, patienceMs);
    QCOMPARE(quorum().serving, 2);
    m_cluster->tell(u"unpause"_s, {paused});
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(), patienceMs);
    const QString path = statePath(paused);
    QVERIFY2(path.contains("paused>unconfirmed"_L1), qPrintable(path));
}

void TestEngineObserving::leaderPaused()
{
    const int old = quorum().leaderId;
    m_cluster->tell(u"pause"_s, {old});
    QTRY_COMPARE_WITH_TIMEOUT(member(old).state, MemberState::Paused, patienceMs);
    QVERIFY(!quorum().established);
    QTRY_VERIFY_WITH_TIMEOUT(quorum().established && quorum().leaderId != old, patienceMs);
    m_cluster->tell(u"unpause"_s, {old});
    // It may say for a moment that it leads: the later epoch wins, nobody sees two leaders.
    QTRY_COMPARE_WITH_TIMEOUT(member(old).state, MemberState::Follower, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(), patienceMs);
    const QString path = statePath(old);
    QVERIFY2(!path.contains(">leader"_L1), qPrintable(path));
}

void TestEngineObserving::belowQuorumAndBack()
{
    const int last = quorum().leaderId;
    const QList<int> gone = followers();
    m_cluster->tell(u"stop"_s, gone);
    QTRY_COMPARE_WITH_TIMEOUT(member(last).state, MemberState::Looking, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(count(now(), u"stopped"_s), 2, patienceMs);
    QVERIFY(!quorum().established);
    QCOMPARE(quorum().leaderId, 0);
    QVERIFY(member(last).stale);
    m_cluster->start(gone);
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(), patienceMs);
}

void TestEngineObserving::frozenServer()
{
    const int frozen = followers().first();
    QElapsedTimer timer;
    timer.start();
    m_cluster->signal(frozen, u"-STOP"_s);
    QTRY_COMPARE_WITH_TIMEOUT(member(frozen).state, MemberState::Unreachable, patienceMs);
    qInfo() << "frozen: unreachable after" << timer.elapsed() << "ms";
    QVERIFY(member(frozen).stale);
    QVERIFY(member(frozen).report.has_value());
    QCOMPARE(member(frozen).lastRole, MemberState::Follower);
    QVERIFY(!member(frozen).problem.isEmpty());
    QCOMPARE(member(frozen).container.life, ContainerLife::Running);
    QTRY_VERIFY_WITH_TIMEOUT(quorum().established && quorum().serving == 2, patienceMs);
    m_cluster->signal(frozen, u"-CONT"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(), patienceMs);
}

void TestEngineObserving::probesByContainerAddress()
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

void TestEngineObserving::removedContainersLeave()
{
    Watch fresh;
    QTRY_VERIFY_WITH_TIMEOUT(fresh.store.cluster(name()) && fresh.monitor.hasAskedAll(), patienceMs);
    // The file goes, the containers stay: the labels bring it back.
    m_watch->store.removeWanted(name());
    QTRY_VERIFY_WITH_TIMEOUT(m_watch->store.cluster(name()), patienceMs);
    QCOMPARE(m_watch->store.cluster(name())->origin, WantedOrigin::Labels);
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(), patienceMs);
    m_watch->store.setWanted(m_cluster->ensemble(), WantedOrigin::File);

    m_cluster->remove();
    QTRY_COMPARE_WITH_TIMEOUT(now(), u"absent absent absent"_s, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!fresh.store.cluster(name()), patienceMs);
}

void TestEngineObserving::standaloneOnTheHostNetwork()
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
void TestEngineObserving::killedForLackOfMemory()
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
    Watch fresh;
    QTRY_COMPARE_WITH_TIMEOUT(states(fresh.store, name), u"out-of-memory"_s, patienceMs);
    QCOMPARE(fresh.store.cluster(name)->member(1)->problem, member().problem);
    docker({u"update"_s, u"--memory"_s, u"600m"_s, u"--memory-swap"_s, u"600m"_s, small.container(1)});
    small.start({1});
    QTRY_COMPARE_WITH_TIMEOUT(states(m_watch->store, name), u"standalone"_s, patienceMs);
    QVERIFY(!member().container.oomKilled && member().problem.isEmpty());
}

/// By docker, as the restart policy says; each start ends at a line of zoo.cfg.
void TestEngineObserving::startedAgainAndAgain()
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

QTEST_GUILESS_MAIN(TestEngineObserving)
#include "tst_engine_observing.moc"
