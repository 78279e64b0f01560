// SPDX-License-Identifier: GPL-3.0-or-later
#include "playedengine.h"
#include "srvrserver.h"
#include "unit/clusters/observing/storelog.h"

#include "clusters/clusterstore.h"
#include "clusters/roleprober.h"
#include "core/processrunner.h"
#include "docker/dockerengine.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

const QString zoo = u"zoo"_s;
constexpr int patienceMs = 60'000;

/// Some members that are SrvrServers, and a prober; the containers are what the test says.
struct Scene
{
    explicit Scene(int participants = 3, const Clock &theClock = Clock::system())
        : clock(theClock)
        , ensemble(makeEnsemble(zoo, participants, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s))
        , servers(static_cast<size_t>(participants))
    {
        store.setWanted(ensemble, WantedOrigin::File);
    }

    SrvrServer &server(int id) { return servers.at(static_cast<size_t>(id - 1)); }
    void run(int id, const QDateTime &startedAt = QDateTime::currentDateTimeUtc())
    {
        store.observeAddresses(zoo, id, u"127.0.0.1"_s, server(id).serverPort(), {}, 0);
        live(id, ContainerLife::Running, startedAt);
    }
    void live(int id, ContainerLife life, const QDateTime &startedAt)
    {
        ContainerObservation seen = member(id).container;
        seen.life = life;
        seen.id = u"container-%1"_s.arg(id);
        seen.startedAt = startedAt;
        store.observeContainer(zoo, id, seen);
    }
    /// 1 leads, everybody runs.
    void whole()
    {
        for (const Member &wanted : ensemble.members) {
            server(wanted.id).text = SrvrServer::answer(wanted.id == 1 ? "leader" : "follower");
            run(wanted.id);
        }
        prober.start();
    }
    [[nodiscard]] int questions() const
    {
        int sum = 0;
        for (const SrvrServer &server : servers)
            sum += server.questions;
        return sum;
    }
    /// Docker does not answer, and has never said anything of the containers.
    void silence(const QString &endpoint)
    {
        for (Member &wanted : ensemble.members) {
            wanted.client.published = true;
            wanted.client.hostPort = server(wanted.id).serverPort();
            server(wanted.id).text = SrvrServer::answer(wanted.id == 1 ? "leader" : "follower");
        }
        store.setWanted(ensemble, WantedOrigin::File);
        EngineStatus silent;
        silent.reach = EngineStatus::Reach::Silent;
        silent.endpoint = endpoint;
        silent.problem = Error(ErrorKind::EngineDown, u"no engine"_s);
        store.observeEngine(silent);
    }
    [[nodiscard]] QString now() const { return states(store, zoo); }
    [[nodiscard]] const MemberStatus &member(int id) const { return *store.cluster(zoo)->member(id); }

    const Clock &clock;
    FakeDocker docker;
    Ensemble ensemble;
    ClusterStore store{clock};
    StoreLog log{store};
    std::vector<SrvrServer> servers;
    ProcessRunner runner;
    DockerEngine engine{runner, DockerCommands(docker.program())};
    RoleProber prober{zoo, engine, store};
};

} // namespace

class TestRoleProber : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksAndReports();
    void startingUntilTheFirstAnswer();
    void looking();
    void readOnly();
    void frozenIsUnreachableAndComesBack();
    void standingStillIsNoSilence();
    void nobodyRunsNobodyIsAsked();
    void fastUntilSettled();
    void staysFastWhileUnsettled();
    void paces();
    void aLeaderThatWentKeepsItFast();
    void doubtAsksAnew();
    void newRunAsksAnew();
    void oneQuestionAtATime();
    void execIsTheLastResort();
    void ownAddressOnALocalEngine();
    void askedAll();
    void memberSetChanges();
    void diesWithAQuestionOpen();
    void clusterGoesWhileItIsDoubted();
    void aSilentEnginesMembersAreAskedWhereTheyArePublished();
    void aPortOfTwoMembersTellsNothing();
};

void TestRoleProber::asksAndReports()
{
    Scene scene;
    scene.whole();
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"leader follower follower"_s, patienceMs);
    const ServerReport report = *scene.member(1).report;
    QCOMPARE(report.version, u"3.8.0"_s);
    QCOMPARE(report.latencyAverage, 1.5);
    QCOMPARE(report.latencyMaximum, 7.0);
    QCOMPARE(report.connections, qint64(1)); // of two, one is the question's own
    QCOMPARE(report.zxid, quint64(0x100000001));
    QCOMPARE(report.nodeCount, qint64(5));
    QCOMPARE(scene.docker.calls().size(), 0);
}

void TestRoleProber::startingUntilTheFirstAnswer()
{
    Scene scene(1);
    scene.server(1).manner = SrvrServer::Manner::ClosesWithoutAnswer;
    scene.run(1);
    scene.prober.start();
    QTRY_VERIFY_WITH_TIMEOUT(scene.server(1).questions > 3, patienceMs);
    QCOMPARE(scene.now(), u"starting"_s);
    scene.server(1).manner = SrvrServer::Manner::Answers;
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"standalone"_s, patienceMs);
    // The same from a server that goes down.
    scene.server(1).manner = SrvrServer::Manner::ClosesWithoutAnswer;
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"unreachable"_s, patienceMs);
    QVERIFY(!scene.member(1).problem.isEmpty());
}

void TestRoleProber::looking()
{
    Scene scene(1);
    scene.server(1).text = SrvrServer::notServing();
    scene.run(1);
    scene.prober.start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"looking"_s, patienceMs);
    scene.server(1).text = "srvr is not executed because it is not in the whitelist.\n";
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"unreachable"_s, patienceMs);
    QVERIFY2(scene.member(1).problem.contains("srvr"_L1) || scene.member(1).problem.contains("whitelist"_L1),
             qPrintable(scene.member(1).problem));
}

/// A server that lost its quorum and serves those who only read (readonlymode.enabled).
void TestRoleProber::readOnly()
{
    Scene scene;
    scene.whole();
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"leader follower follower"_s, patienceMs);
    for (const int id : {1, 2})
        scene.live(id, ContainerLife::Exited, scene.member(id).container.startedAt);
    scene.server(3).text = SrvrServer::answer("read-only");
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(3).state, MemberState::ReadOnly, patienceMs);
    QVERIFY(!scene.store.cluster(zoo)->quorum.established);
    QCOMPARE(scene.member(3).report->nodeCount, qint64(5));
}

void TestRoleProber::frozenIsUnreachableAndComesBack()
{
    Scene scene;
    scene.whole();
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"leader follower follower"_s, patienceMs);
    scene.server(1).manner = SrvrServer::Manner::Hangs;
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(1).state, MemberState::Unreachable, patienceMs);
    for (int id : {2, 3}) {
        QVERIFY(scene.log.with(u"state zoo %1 "_s.arg(id))
                    .contains(u"state zoo %1 follower>unconfirmed"_s.arg(id)));
    }
    scene.server(2).text = SrvrServer::answer("leader", "0x200000000");
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"unreachable leader follower"_s, patienceMs);
    scene.server(1).manner = SrvrServer::Manner::Answers;
    scene.server(1).text = SrvrServer::answer("follower", "0x200000000");
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"follower leader follower"_s, patienceMs);
}

/// What ends long after its deadline, because this program got no time, is asked again.
void TestRoleProber::standingStillIsNoSilence()
{
    ManualClock clock;
    Scene scene(1, clock);
    scene.server(1).text = SrvrServer::answer("standalone");
    scene.run(1);
    scene.prober.start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"standalone"_s, patienceMs);
    scene.server(1).manner = SrvrServer::Manner::Hangs;
    const int before = scene.questions();
    QTRY_VERIFY_WITH_TIMEOUT(scene.questions() > before, patienceMs);
    clock.advance(3s); // while it is under way
    scene.server(1).manner = SrvrServer::Manner::Answers;
    const int hung = scene.questions();
    QTRY_VERIFY_WITH_TIMEOUT(scene.questions() > hung + 1, patienceMs);
    QVERIFY(!scene.log.with(u"state zoo 1 "_s).contains(u"state zoo 1 standalone>unreachable"_s));
    // A server that is silent is silent all the same.
    scene.server(1).manner = SrvrServer::Manner::Hangs;
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"unreachable"_s, patienceMs);
}

void TestRoleProber::nobodyRunsNobodyIsAsked()
{
    Scene scene;
    for (int id : {1, 2, 3}) {
        scene.store.observeAddresses(zoo, id, u"127.0.0.1"_s, scene.server(id).serverPort(), {}, 0);
        scene.live(id, id == 1 ? ContainerLife::Exited : ContainerLife::Paused,
                   QDateTime::currentDateTimeUtc());
    }
    scene.prober.start();
    scene.prober.hurry();
    QTest::qWait(600);
    QCOMPARE(scene.questions(), 0);
    scene.run(2);
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(2).state, MemberState::Standalone, patienceMs);
    QCOMPARE(scene.server(1).questions, 0);
}

void TestRoleProber::fastUntilSettled()
{
    Scene scene;
    scene.whole();
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"leader follower follower"_s, patienceMs);
    QTest::qWait(300);
    const int before = scene.questions();
    QTest::qWait(2500);
    const int settled = scene.questions() - before;
    scene.server(3).text = SrvrServer::notServing();
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(3).state, MemberState::Looking, patienceMs);
    const int from = scene.questions();
    QTest::qWait(2500);
    const int unsettled = scene.questions() - from;
    QVERIFY2(settled >= 3, qPrintable(QString::number(settled)));
    QVERIFY2(unsettled > 2 * settled, qPrintable(u"%1 unsettled, %2 settled"_s.arg(unsettled).arg(settled)));
}

/// However long it lasts.
void TestRoleProber::staysFastWhileUnsettled()
{
    QVERIFY(ProbePaces().unsettled <= 250ms);
    ManualClock clock;
    Scene scene(3, clock);
    scene.prober.setPaces({10min, ProbePaces().unsettled}); // at the settled pace nobody would be asked here
    scene.whole();
    scene.server(3).text = SrvrServer::notServing();
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(3).state, MemberState::Looking, patienceMs);
    clock.advance(1h);
    QTest::qWait(300); // what was planned before
    const int from = scene.questions();
    QTRY_VERIFY_WITH_TIMEOUT(scene.questions() >= from + 12, patienceMs);
    QCOMPARE(scene.member(3).state, MemberState::Looking);
}

void TestRoleProber::paces()
{
    Scene scene;
    scene.whole();
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"leader follower follower"_s, patienceMs);
    const auto questionsAt = [&scene](std::chrono::milliseconds settled) {
        scene.prober.setPaces({settled, 250ms});
        QTest::qWait(300); // what the pace before had already planned
        const int before = scene.questions();
        QTest::qWait(2000);
        return scene.questions() - before;
    };
    const int slow = questionsAt(60s);
    const int fast = questionsAt(200ms);
    QVERIFY2(slow == 0, qPrintable(QString::number(slow)));
    QVERIFY2(fast >= 6, qPrintable(QString::number(fast)));
}

void TestRoleProber::aLeaderThatWentKeepsItFast()
{
    // The followers of a paused leader go on calling themselves followers.
    Scene scene;
    scene.whole();
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"leader follower follower"_s, patienceMs);
    scene.live(1, ContainerLife::Paused, scene.member(1).container.startedAt);
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"paused follower follower"_s, patienceMs);
    const int from = scene.questions();
    QTest::qWait(2000);
    // Settled would be two members, once a second.
    const int asked = scene.questions() - from;
    QVERIFY2(asked > 8, qPrintable(QString::number(asked)));
    QCOMPARE(scene.server(1).openEnds, 0);
}

void TestRoleProber::doubtAsksAnew()
{
    Scene scene;
    scene.whole();
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"leader follower follower"_s, patienceMs);
    scene.server(2).manner = SrvrServer::Manner::Hangs;
    QTRY_COMPARE_WITH_TIMEOUT(scene.server(2).openEnds, 1, patienceMs);
    // A question is under way. The doubt voids it, whatever it would bring.
    const int asked = scene.server(2).questions;
    scene.server(2).manner = SrvrServer::Manner::Answers;
    scene.store.doubtRoles(zoo, 1);
    QCOMPARE(scene.member(2).state, MemberState::Unconfirmed);
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"leader follower follower"_s, patienceMs);
    QVERIFY(scene.server(2).questions > asked);
    QVERIFY2(scene.log.with(u"state zoo 2 "_s).filter(u"unreachable"_s).isEmpty(),
             "the void question counted");
}

void TestRoleProber::newRunAsksAnew()
{
    Scene scene(1);
    scene.run(1);
    scene.prober.start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"standalone"_s, patienceMs);
    scene.server(1).manner = SrvrServer::Manner::Hangs;
    QTRY_COMPARE_WITH_TIMEOUT(scene.server(1).openEnds, 1, patienceMs);
    scene.live(1, ContainerLife::Exited, scene.member(1).container.startedAt);
    QTRY_COMPARE_WITH_TIMEOUT(scene.server(1).openEnds, 0, patienceMs);
    QCOMPARE(scene.now(), u"stopped"_s);
    scene.server(1).manner = SrvrServer::Manner::Answers;
    scene.run(1, QDateTime::currentDateTimeUtc().addSecs(1));
    QCOMPARE(scene.now(), u"starting"_s);
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"standalone"_s, patienceMs);
}

void TestRoleProber::oneQuestionAtATime()
{
    Scene scene(1);
    scene.server(1).manner = SrvrServer::Manner::Hangs;
    scene.run(1);
    scene.prober.start();
    int most = 0;
    connect(&scene.server(1), &QTcpServer::newConnection, this,
            [&] { most = std::max(most, scene.server(1).openEnds); });
    scene.prober.hurry();
    scene.prober.hurry();
    QTRY_VERIFY_WITH_TIMEOUT(scene.server(1).questions >= 3, patienceMs);
    // The slot here runs before or after the server's own: two at most while one is being closed.
    QVERIFY2(most <= 2, qPrintable(QString::number(most)));
}

void TestRoleProber::execIsTheLastResort()
{
    Scene scene(1);
    scene.docker.rule({u"exec"_s, u"container-1"_s, u"bash"_s}).out(SrvrServer::answer("standalone"));
    scene.live(1, ContainerLife::Running, QDateTime::currentDateTimeUtc());
    scene.prober.start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"standalone"_s, patienceMs);
    QTest::qWait(1500);
    const QStringList calls = scene.docker.callLines();
    QCOMPARE(calls.size(), 1);
    QVERIFY2(calls.first().contains("/dev/tcp/127.0.0.1/2181"_L1), qPrintable(calls.first()));
    scene.prober.hurry();
    QTRY_COMPARE_WITH_TIMEOUT(scene.docker.calls().size(), 2, patienceMs);
}

void TestRoleProber::ownAddressOnALocalEngine()
{
    Scene scene(1);
    scene.ensemble.members[0].client.port = scene.server(1).serverPort();
    scene.store.setWanted(scene.ensemble, WantedOrigin::File);
    EngineStatus engine;
    engine.reach = EngineStatus::Reach::Answers;
    engine.containerAddresses = true;
    scene.store.observeEngine(engine);
    ContainerObservation seen;
    seen.life = ContainerLife::Running;
    seen.id = u"container-1"_s;
    seen.startedAt = QDateTime::currentDateTimeUtc();
    seen.address = u"127.0.0.1"_s;
    scene.store.observeContainer(zoo, 1, seen);
    scene.prober.start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"standalone"_s, patienceMs);

    // A published port that leads nowhere gives way to it.
    SrvrServer nowhere;
    nowhere.manner = SrvrServer::Manner::ClosesWithoutAnswer;
    scene.store.observeAddresses(zoo, 1, u"127.0.0.1"_s, nowhere.serverPort(), {}, 0);
    seen.startedAt = seen.startedAt.addSecs(1);
    scene.store.observeContainer(zoo, 1, seen);
    QCOMPARE(scene.now(), u"starting"_s);
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"standalone"_s, patienceMs);
    QVERIFY(nowhere.questions > 5);
    QCOMPARE(scene.docker.calls().size(), 0);
}

void TestRoleProber::askedAll()
{
    Scene scene(2);
    QSignalSpy asked(&scene.prober, &RoleProber::askedAll);
    scene.server(2).manner = SrvrServer::Manner::Hangs;
    scene.run(1);
    scene.run(2);
    scene.prober.start();
    QVERIFY(!scene.prober.hasAskedAll());
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(1).state, MemberState::Standalone, patienceMs);
    // No answer is an answer, too.
    QTRY_COMPARE_WITH_TIMEOUT(asked.count(), 1, patienceMs);
    QVERIFY(scene.prober.hasAskedAll());
}

void TestRoleProber::memberSetChanges()
{
    Scene scene(2);
    scene.run(1);
    scene.run(2);
    scene.prober.start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"standalone standalone"_s, patienceMs);
    scene.ensemble.members.removeLast();
    scene.store.setWanted(scene.ensemble, WantedOrigin::File);
    const int asked = scene.server(2).questions;
    const int others = scene.server(1).questions;
    QTRY_VERIFY_WITH_TIMEOUT(scene.server(1).questions > others + 1, patienceMs);
    QVERIFY(scene.server(2).questions <= asked + 1);
    scene.store.removeWanted(zoo);
    scene.prober.hurry();
    QVERIFY(scene.prober.hasAskedAll());
}

void TestRoleProber::diesWithAQuestionOpen()
{
    Scene scene(1);
    scene.server(1).manner = SrvrServer::Manner::Hangs;
    scene.run(1);
    auto prober = std::make_unique<RoleProber>(zoo, scene.engine, scene.store);
    prober->start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.server(1).openEnds, 1, patienceMs);
    prober.reset();
    QTRY_COMPARE_WITH_TIMEOUT(scene.server(1).openEnds, 0, patienceMs);
    QCOMPARE(scene.now(), u"starting"_s);
}

/// Another one heard of the doubt first, and took the cluster out of the store.
void TestRoleProber::clusterGoesWhileItIsDoubted()
{
    Scene scene;
    QObject::connect(&scene.store, &ClusterStore::memberStateChanged, &scene.store,
                     [&scene](const QString &name, int, MemberState, MemberState to) {
                         if (to == MemberState::Unconfirmed)
                             scene.store.removeWanted(name);
                     });
    scene.whole();
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"leader follower follower"_s, patienceMs);
    scene.live(1, ContainerLife::Exited, QDateTime::currentDateTimeUtc());
    QVERIFY(!scene.store.cluster(zoo));
}

/// Containers outlive a daemon (live-restore): who starts ZooDock meanwhile sees who answers.
void TestRoleProber::aSilentEnginesMembersAreAskedWhereTheyArePublished()
{
    Scene scene;
    scene.prober.start();
    scene.silence({});
    QTest::qWait(300);
    QCOMPARE(scene.questions(), 0); // nobody knows where the engine is
    scene.server(3).manner = SrvrServer::Manner::ClosesWithoutAnswer;
    QVERIFY(scene.prober.hasAskedAll());
    QSignalSpy asked(&scene.prober, &RoleProber::askedAll);
    scene.silence(u"unix:///var/run/docker.sock"_s);
    QVERIFY(!scene.prober.hasAskedAll()); // who waits for the roles has something to wait for
    QTRY_COMPARE_WITH_TIMEOUT(asked.count(), 1, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"leader follower unknown"_s, patienceMs);
    QVERIFY2(scene.member(1).problem.contains("A server answers at"_L1), qPrintable(scene.member(1).problem));
    QCOMPARE(scene.docker.calls().size(), 0);

    // Docker is back, and says that one of them was someone else's server.
    EngineStatus back;
    back.reach = EngineStatus::Reach::Answers;
    const QDateTime longAgo = QDateTime::currentDateTimeUtc().addSecs(-600);
    scene.run(1, longAgo);
    scene.live(2, ContainerLife::Exited, longAgo);
    scene.live(3, ContainerLife::Exited, longAgo);
    scene.store.observeEngine(back);
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"leader stopped stopped"_s, patienceMs);
    QVERIFY(!scene.member(2).report.has_value());
    QCOMPARE(scene.member(1).problem, QString());
}

/// Two clusters may want the same port, one at a time: who answers there is not known.
void TestRoleProber::aPortOfTwoMembersTellsNothing()
{
    Scene scene(2);
    Ensemble other = makeEnsemble(u"other"_s, 1, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    other.members[0].client.published = true;
    other.members[0].client.hostPort = scene.server(1).serverPort();
    scene.store.setWanted(other, WantedOrigin::File);
    scene.prober.start();
    scene.silence(u"unix:///var/run/docker.sock"_s);
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"unknown follower"_s, patienceMs);
    QCOMPARE(scene.server(1).questions, 0);

    // What is published on another machine's loopback is not at ours.
    const int asked = scene.server(2).questions;
    scene.silence(u"ssh://somebody@far.example"_s);
    QTest::qWait(500);
    QVERIFY(scene.server(2).questions <= asked + 1);
}

QTEST_GUILESS_MAIN(TestRoleProber)
#include "tst_roleprober.moc"
