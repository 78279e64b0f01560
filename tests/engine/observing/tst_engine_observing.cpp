// SPDX-License-Identifier: GPL-3.0-or-later
// The observers against a real engine and real servers: what others do to the containers is shown as it is,
// whichever docker CLI tells of it. All CLIs of the machine watch one cluster at the same time.
#include "realcluster.h"
#include "watch.h"

#include "engine/eachdocker.h"
#include "engine/realengine.h"

#include <QtTest/QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int patienceMs = 60'000;

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
    void isWholeAfterStart();
    [[nodiscard]] QString statePath(int id) const
    {
        return m_watch->log.with(u"state %1 %2 "_s.arg(name()).arg(id)).join(u'\n');
    }

    /// For each docker CLI in turn: m_watch is its watch meanwhile.
    template <typename Check>
    void withEach(Check check)
    {
        withEachDocker(m_watches, m_watch, check, [this] { return now(); });
    }
    void whole() { QTRY_VERIFY_WITH_TIMEOUT(isWhole(), patienceMs); }

    std::unique_ptr<RealCluster> m_cluster;
    std::vector<std::unique_ptr<Watch>> m_watches; ///< one for each docker CLI
    Watch *m_watch = nullptr;                      ///< the one looked at; the first unless in withEach()

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
    void removedContainersLeave();
};

/// What follows is to be seen with every docker CLI.
#define WITH_EACH(check)                                                                                     \
    withEach(check);                                                                                         \
    if (QTest::currentTestFailed())                                                                          \
    return

void TestEngineObserving::initTestCase()
{
    ZOODOCK_NEEDS_ENGINE(u"docker"_s);
    m_cluster = std::make_unique<RealCluster>(u"observed"_s, 3, 0, NetworkMode::Bridge);
    const QStringList clis = dockers();
    for (const QString &cli : clis)
        m_watches.push_back(std::make_unique<Watch>(cli));
    QVERIFY2(!m_watches.empty(), "no docker command was found");
    m_watch = m_watches.front().get();
}

void TestEngineObserving::cleanupTestCase()
{
    m_watches.clear();
    m_cluster.reset();
}

void TestEngineObserving::init()
{
    if (!m_watch)
        return;
    WITH_EACH([this] {
        // A server that was too busy for an answer a moment ago is no part of what follows.
        if (m_watch->store.cluster(name()) && !now().contains(u"absent"_s))
            whole();
        (void) m_watch->log.take();
    });
}

void TestEngineObserving::reachesQuorum()
{
    WITH_EACH([this] {
        QTRY_VERIFY_WITH_TIMEOUT(m_watch->monitor.isSettled(), patienceMs);
        QCOMPARE(m_watch->store.engine({}).reach, EngineStatus::Reach::Answers);
        QVERIFY(!m_watch->store.engine({}).version.isEmpty());
        m_watch->store.setWanted(m_cluster->ensemble(), WantedOrigin::File);
        QCOMPARE(now(), u"absent absent absent"_s);
    });

    m_cluster->create();
    WITH_EACH([this] { QTRY_COMPARE_WITH_TIMEOUT(now(), u"created created created"_s, patienceMs); });
    m_cluster->start({1, 2, 3});
    WITH_EACH([this] { isWholeAfterStart(); });
}

void TestEngineObserving::isWholeAfterStart()
{
    whole();
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
    Watch fresh(nextDocker());
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
    WITH_EACH([&] {
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
    });

    m_cluster->start({leader});
    WITH_EACH([&] {
        QTRY_COMPARE_WITH_TIMEOUT(member(leader).state, MemberState::Follower, patienceMs);
        whole();
    });
}

void TestEngineObserving::followerPaused()
{
    const int paused = followers().first();
    m_cluster->tell(u"pause"_s, {paused});
    WITH_EACH([&] {
        QTRY_COMPARE_WITH_TIMEOUT(member(paused).state, MemberState::Paused, patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(quorum().established && !quorum().unconfirmed, patienceMs);
        QCOMPARE(quorum().serving, 2);
    });
    m_cluster->tell(u"unpause"_s, {paused});
    WITH_EACH([&] {
        whole();
        const QString path = statePath(paused);
        QVERIFY2(path.contains("paused>unconfirmed"_L1), qPrintable(path));
    });
}

void TestEngineObserving::leaderPaused()
{
    const int old = quorum().leaderId;
    m_cluster->tell(u"pause"_s, {old});
    WITH_EACH([&] {
        QTRY_COMPARE_WITH_TIMEOUT(member(old).state, MemberState::Paused, patienceMs);
        // The others take some seconds to choose another one; on a busy machine those may be over.
        QVERIFY(!quorum().established || quorum().leaderId != old);
    });
    WITH_EACH(
        [&] { QTRY_VERIFY_WITH_TIMEOUT(quorum().established && quorum().leaderId != old, patienceMs); });
    m_cluster->tell(u"unpause"_s, {old});
    // It may say for a moment that it leads: the later epoch wins, nobody sees two leaders.
    WITH_EACH([&] {
        QTRY_COMPARE_WITH_TIMEOUT(member(old).state, MemberState::Follower, patienceMs);
        whole();
        const QString path = statePath(old);
        QVERIFY2(!path.contains(">leader"_L1), qPrintable(path));
    });
}

void TestEngineObserving::belowQuorumAndBack()
{
    const int last = quorum().leaderId;
    const QList<int> gone = followers();
    m_cluster->tell(u"stop"_s, gone);
    WITH_EACH([&] {
        QTRY_COMPARE_WITH_TIMEOUT(member(last).state, MemberState::Looking, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(count(now(), u"stopped"_s), 2, patienceMs);
        QVERIFY(!quorum().established);
        QCOMPARE(quorum().leaderId, 0);
        QVERIFY(member(last).stale);
    });
    m_cluster->start(gone);
    WITH_EACH([this] { whole(); });
}

void TestEngineObserving::frozenServer()
{
    const int frozen = followers().first();
    const Clock &clock = m_watch->store.clock();
    // What each watch shows of it, as it comes.
    QObject listener;
    std::vector<std::vector<MemberStatus>> shown(m_watches.size());
    for (std::size_t i = 0; i < m_watches.size(); ++i) {
        const ClusterStore &store = m_watches[i]->store;
        const auto note = [&shown, &store, i, frozen, name = name()](const QString &cluster, int id) {
            if (cluster == name && id == frozen)
                shown[i].push_back(*store.cluster(name)->member(frozen));
        };
        connect(&store, &ClusterStore::memberStateChanged, &listener, note);
        connect(&store, &ClusterStore::memberChanged, &listener, note);
    }
    m_cluster->signal(frozen, u"-STOP"_s);
    const auto frozenAt = clock.monotonic();
    WITH_EACH([&] {
        QTRY_COMPARE_WITH_TIMEOUT(member(frozen).state, MemberState::Unreachable, patienceMs);
        qInfo() << "frozen: unreachable after" << (clock.monotonic() - frozenAt).count() << "ms";
        QVERIFY(member(frozen).stale);
        QVERIFY(member(frozen).report.has_value());
        QCOMPARE(member(frozen).lastRole, MemberState::Follower);
        QVERIFY(!member(frozen).problem.isEmpty());
        QCOMPARE(member(frozen).container.life, ContainerLife::Running);
        QTRY_VERIFY_WITH_TIMEOUT(quorum().established && quorum().serving == 2, patienceMs);
    });
    std::size_t number = 0;
    WITH_EACH([&] {
        const std::vector<MemberStatus> seen = shown[number++]; // more is shown meanwhile
        const auto called = std::find_if(seen.cbegin(), seen.cend(), [](const MemberStatus &status) {
            return status.state == MemberState::Unreachable;
        });
        QVERIFY(called != seen.cend());
        // Greyed no later than it is called so, with the age of an answer from before, and never without.
        QVERIFY(called->stale && called->report.has_value());
        QVERIFY(called->reportAt <= frozenAt);
        for (auto status = called; status != seen.cend(); ++status)
            QVERIFY(status->state != MemberState::Unreachable || status->stale);
        // The next missed answers leave that as it is.
        QTRY_VERIFY_WITH_TIMEOUT(clock.monotonic() - called->reportAt > std::chrono::seconds(3), patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(member(frozen).state, MemberState::Unreachable, patienceMs);
        QCOMPARE(member(frozen).reportAt.count(), called->reportAt.count());
    });
    m_cluster->signal(frozen, u"-CONT"_s);
    WITH_EACH([&] {
        whole();
        QVERIFY(!member(frozen).stale);
    });
}

void TestEngineObserving::removedContainersLeave()
{
    Watch fresh(nextDocker());
    QTRY_VERIFY_WITH_TIMEOUT(fresh.store.cluster(name()) && fresh.monitor.hasAskedAll(), patienceMs);
    // The file goes, the containers stay: the labels bring it back.
    m_watch->store.removeWanted(name());
    QTRY_VERIFY_WITH_TIMEOUT(m_watch->store.cluster(name()), patienceMs);
    QCOMPARE(m_watch->store.cluster(name())->origin, WantedOrigin::Labels);
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(), patienceMs);
    m_watch->store.setWanted(m_cluster->ensemble(), WantedOrigin::File);

    m_cluster->remove();
    WITH_EACH([this] { QTRY_COMPARE_WITH_TIMEOUT(now(), u"absent absent absent"_s, patienceMs); });
    QTRY_VERIFY_WITH_TIMEOUT(!fresh.store.cluster(name()), patienceMs);
}

QTEST_GUILESS_MAIN(TestEngineObserving)
#include "tst_engine_observing.moc"
