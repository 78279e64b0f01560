// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/clusterstore.h"

#include "clusters/adminreach.h"
#include "storelog.h"

#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

const QString zoo = u"zoo"_s;

/// A store with a clock that stands still, and short words for what observers say.
class Scene
{
public:
    explicit Scene(int participants = 3, int observers = 0)
        : ensemble(makeEnsemble(zoo, participants, observers, NetworkMode::Bridge, u"zookeeper:3.9"_s))
    {
        store.setWanted(ensemble, WantedOrigin::File);
    }

    ContainerObservation running(int id, int run = 1) const
    {
        ContainerObservation seen;
        seen.life = ContainerLife::Running;
        seen.id = u"container-%1"_s.arg(id);
        seen.startedAt = QDateTime(QDate(2020, 1, 1), QTime(0, 0, run), Qt::UTC);
        return seen;
    }
    void run(int id, int run = 1) { store.observeContainer(zoo, id, running(id, run)); }
    void live(int id, ContainerLife life, int exitCode = 0)
    {
        ContainerObservation seen = store.cluster(zoo)->member(id)->container;
        seen.life = life;
        seen.exitCode = exitCode;
        store.observeContainer(zoo, id, seen);
    }
    void answer(int id, MemberState mode, quint64 zxid = 0x100000001,
                std::optional<std::chrono::milliseconds> at = {})
    {
        ProbeObservation seen;
        seen.outcome = ProbeOutcome::Serving;
        seen.report.mode = mode;
        seen.report.zxid = zxid;
        seen.at = at.value_or(clock.monotonic());
        store.observeProbe(zoo, id, seen);
    }
    void probe(int id, ProbeOutcome outcome)
    {
        ProbeObservation seen;
        seen.outcome = outcome;
        seen.problem = outcome == ProbeOutcome::NoAnswer ? u"It does not answer."_s : QString();
        seen.at = clock.monotonic();
        store.observeProbe(zoo, id, seen);
    }
    /// 1 leads, the others follow; nothing of it in the log.
    void settle()
    {
        for (const Member &member : ensemble.members)
            run(member.id);
        for (const Member &member : ensemble.members) {
            answer(member.id, member.role == MemberRole::Observer ? MemberState::Observer
                              : member.id == 1                    ? MemberState::Leader
                                                                  : MemberState::Follower);
        }
        clock.advance(1s);
        (void) log.take();
    }
    /// As of an engine on this machine.
    void reachContainers()
    {
        EngineStatus engine;
        engine.reach = EngineStatus::Reach::Answers;
        engine.containerAddresses = true;
        store.observeEngine(engine);
    }
    [[nodiscard]] QString now() const { return states(store, zoo); }
    [[nodiscard]] const MemberStatus &member(int id) const { return *store.cluster(zoo)->member(id); }

    ManualClock clock;
    ClusterStore store{clock};
    StoreLog log{store};
    Ensemble ensemble;
};

} // namespace

class TestClusterStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startToQuorum();
    void sameObservationSaysNothing();
    void leaderDies_data();
    void leaderDies();
    void followerLostAlsoDoubts();
    void observerLostDoubtsNobody();
    void staleAnswerClearsNothing();
    void answerBeforeContainerChangeIsDropped();
    void unpausedIsAskedAnew();
    void restartForgets();
    void missedAnswerIsUnreachableAtOnce();
    void lookingForTheFirstTimeMayMissTwo();
    void neverAnsweredIsUnreachableAfterAWhile();
    void stoppedTellsWhy();
    void sinceIsExactWhereItWasSeen();
    void groundlessDoubtMovesNoTime();
    void twoLeadersLaterEpochWins();
    void engineSilent();
    void creating();
    void doubtRoles();
    void usage();
    void addresses();
    void adminAddress();
    void noAdminAddress();
    void namesInNaturalOrder();
    void fileWinsOverLabels();
    void labelsFillADamagedFile();
    void changedEnsembleKeepsObservations();
    void removal();
    void removedByASlot();
    void engineStatus();
};

void TestClusterStore::startToQuorum()
{
    Scene scene;
    QCOMPARE(scene.log.take(), QStringList{u"added zoo"_s});
    QCOMPARE(scene.now(), u"unknown unknown unknown"_s);
    for (int id = 1; id <= 3; ++id)
        scene.run(id);
    QCOMPARE(scene.now(), u"starting starting starting"_s);
    scene.probe(1, ProbeOutcome::NoAnswer);
    scene.probe(2, ProbeOutcome::NotServing);
    QCOMPARE(scene.now(), u"starting looking starting"_s);
    (void) scene.log.take();
    scene.answer(2, MemberState::Leader);
    QCOMPARE(scene.log.take(),
             (QStringList{u"state zoo 2 looking>leader"_s, u"member zoo 2"_s, u"cluster zoo"_s}));
    QVERIFY(!scene.store.cluster(zoo)->quorum.established);
    scene.answer(1, MemberState::Follower);
    QVERIFY(scene.store.cluster(zoo)->quorum.established);
    QCOMPARE(scene.store.cluster(zoo)->quorum.leaderId, 2);
    QCOMPARE(scene.store.cluster(zoo)->quorum.survivesLossOf, 0);
}

void TestClusterStore::sameObservationSaysNothing()
{
    Scene scene;
    scene.settle();
    const auto before = scene.member(1).reportAt;
    scene.clock.advance(1s);
    scene.run(1);
    scene.answer(1, MemberState::Leader);
    scene.answer(2, MemberState::Follower);
    QCOMPARE(scene.log.take(), QStringList());
    QVERIFY(scene.member(1).reportAt > before);

    scene.answer(1, MemberState::Leader, 0x100000002);
    QCOMPARE(scene.log.take(), QStringList{u"member zoo 1"_s});
    QCOMPARE(scene.member(1).report->zxid, 0x100000002U);
}

void TestClusterStore::leaderDies_data()
{
    QTest::addColumn<ContainerLife>("life");
    QTest::addColumn<QString>("expected");
    QTest::newRow("dies") << ContainerLife::Exited << u"stopped unconfirmed unconfirmed"_s;
    QTest::newRow("paused") << ContainerLife::Paused << u"paused unconfirmed unconfirmed"_s;
    QTest::newRow("removed") << ContainerLife::Absent << u"absent unconfirmed unconfirmed"_s;
    QTest::newRow("unreachable") << ContainerLife::Running << u"unreachable unconfirmed unconfirmed"_s;
}

void TestClusterStore::leaderDies()
{
    QFETCH(ContainerLife, life);
    QFETCH(QString, expected);
    Scene scene;
    scene.settle();
    if (life == ContainerLife::Running)
        scene.probe(1, ProbeOutcome::NoAnswer);
    else
        scene.live(1, life, 137);
    QCOMPARE(scene.now(), expected);
    const QuorumStatus quorum = scene.store.cluster(zoo)->quorum;
    QVERIFY(quorum.unconfirmed);
    QVERIFY(!quorum.established);
    QCOMPARE(quorum.leaderId, 0);
    const MemberStatus &follower = scene.member(2);
    QCOMPARE(follower.lastRole, MemberState::Follower);
    QVERIFY(follower.stale);
    QVERIFY(follower.report.has_value());

    scene.clock.advance(10ms);
    scene.answer(2, MemberState::Leader, 0x200000000);
    QCOMPARE(scene.member(2).state, MemberState::Leader);
    QVERIFY(!scene.member(2).stale);
    QCOMPARE(scene.member(3).state, MemberState::Unconfirmed);
    scene.answer(3, MemberState::Follower, 0x200000000);
    QVERIFY(scene.store.cluster(zoo)->quorum.established);
    QVERIFY(!scene.store.cluster(zoo)->quorum.unconfirmed);
}

void TestClusterStore::followerLostAlsoDoubts()
{
    Scene scene;
    scene.settle();
    scene.live(3, ContainerLife::Exited, 143);
    QCOMPARE(scene.now(), u"unconfirmed unconfirmed stopped"_s);
    QCOMPARE(scene.log.with(u"state"_s).size(), 3);
}

void TestClusterStore::observerLostDoubtsNobody()
{
    Scene scene(3, 1);
    scene.settle();
    scene.live(4, ContainerLife::Exited, 143);
    QCOMPARE(scene.now(), u"leader follower follower stopped"_s);
}

void TestClusterStore::staleAnswerClearsNothing()
{
    Scene scene;
    scene.settle();
    const auto asked = scene.clock.monotonic();
    scene.clock.advance(5ms);
    scene.live(1, ContainerLife::Exited, 137);
    scene.answer(2, MemberState::Follower, 0x100000009, asked);
    QCOMPARE(scene.member(2).state, MemberState::Unconfirmed);
    QCOMPARE(scene.member(2).report->zxid, 0x100000001U);
    scene.clock.advance(5ms);
    scene.answer(2, MemberState::Follower);
    QCOMPARE(scene.member(2).state, MemberState::Follower);
}

void TestClusterStore::answerBeforeContainerChangeIsDropped()
{
    Scene scene;
    const auto asked = scene.clock.monotonic();
    scene.clock.advance(5ms);
    scene.run(1);
    scene.answer(1, MemberState::Leader, 1, asked);
    QCOMPARE(scene.member(1).state, MemberState::Starting);
    scene.answer(1, MemberState::Follower);
    QCOMPARE(scene.member(1).state, MemberState::Follower);
    // Older than the last one that counted.
    scene.answer(1, MemberState::Leader, 1, asked);
    QCOMPARE(scene.member(1).state, MemberState::Follower);
}

void TestClusterStore::unpausedIsAskedAnew()
{
    Scene scene;
    scene.settle();
    scene.live(1, ContainerLife::Paused);
    QVERIFY(scene.member(1).stale);
    scene.clock.advance(1s);
    scene.live(1, ContainerLife::Running);
    QCOMPARE(scene.member(1).state, MemberState::Unconfirmed);
    QCOMPARE(scene.member(1).lastRole, MemberState::Leader);
    scene.probe(1, ProbeOutcome::NotServing);
    QCOMPARE(scene.member(1).state, MemberState::Looking);
}

void TestClusterStore::restartForgets()
{
    Scene scene;
    scene.settle();
    scene.live(1, ContainerLife::Exited, 137);
    QVERIFY(scene.member(1).report.has_value());
    QCOMPARE(scene.member(1).lastRole, MemberState::Leader);
    scene.clock.advance(1s);
    scene.run(1, 2);
    QCOMPARE(scene.member(1).state, MemberState::Starting);
    QVERIFY(!scene.member(1).report.has_value());
    QCOMPARE(scene.member(1).lastRole, MemberState::Unknown);
    scene.probe(1, ProbeOutcome::NoAnswer);
    QCOMPARE(scene.member(1).state, MemberState::Starting);
}

void TestClusterStore::missedAnswerIsUnreachableAtOnce()
{
    Scene scene;
    scene.settle();
    scene.probe(2, ProbeOutcome::NoAnswer);
    QCOMPARE(scene.member(2).state, MemberState::Unreachable);
    QCOMPARE(scene.member(2).problem, u"It does not answer."_s);
    QVERIFY(scene.member(2).stale);
    QCOMPARE(scene.member(2).report->zxid, 0x100000001U);
    // Dying after that doubts the others again: they may have answered before they noticed.
    scene.clock.advance(5ms);
    scene.answer(1, MemberState::Leader);
    QCOMPARE(scene.member(1).state, MemberState::Leader);
    scene.clock.advance(5ms);
    scene.live(2, ContainerLife::Exited, 143);
    QCOMPARE(scene.member(1).state, MemberState::Unconfirmed);
}

void TestClusterStore::lookingForTheFirstTimeMayMissTwo()
{
    Scene scene;
    scene.run(1);
    scene.probe(1, ProbeOutcome::NotServing);
    const auto miss = [&] {
        scene.clock.advance(700ms);
        scene.probe(1, ProbeOutcome::NoAnswer);
        return scene.member(1).state;
    };
    for (int round = 0; round < 2; ++round) { // an answer between them counts anew
        QCOMPARE(miss(), MemberState::Looking);
        QCOMPARE(miss(), MemberState::Looking);
        scene.probe(1, ProbeOutcome::NotServing);
    }
    QCOMPARE(miss(), MemberState::Looking);
    QCOMPARE(miss(), MemberState::Looking);
    QCOMPARE(miss(), MemberState::Unreachable);
    scene.answer(1, MemberState::Follower);
    QCOMPARE(scene.member(1).state, MemberState::Follower);
    // Who has served is not overlooked again, and a new run is.
    scene.probe(1, ProbeOutcome::NotServing);
    QCOMPARE(miss(), MemberState::Unreachable);
    scene.run(1, 2);
    scene.probe(1, ProbeOutcome::NotServing);
    QCOMPARE(miss(), MemberState::Looking);
}

void TestClusterStore::neverAnsweredIsUnreachableAfterAWhile()
{
    Scene scene;
    scene.run(1);
    scene.probe(1, ProbeOutcome::NoAnswer);
    scene.clock.advance(20s);
    scene.probe(1, ProbeOutcome::NoAnswer);
    QCOMPARE(scene.member(1).state, MemberState::Starting);
    scene.clock.advance(11s);
    scene.probe(1, ProbeOutcome::NoAnswer);
    QCOMPARE(scene.member(1).state, MemberState::Unreachable);
    QVERIFY2(scene.member(1).problem.contains("never answered"_L1), qPrintable(scene.member(1).problem));
}

void TestClusterStore::stoppedTellsWhy()
{
    Scene scene;
    scene.settle();
    ContainerObservation ended = scene.running(1);
    ended.life = ContainerLife::Exited;
    ended.exitCode = 14;
    ended.finishedAt = QDateTime(QDate(2019, 1, 1), QTime(1, 2, 3), Qt::UTC);
    scene.store.observeContainer(zoo, 1, ended);
    QCOMPARE(scene.member(1).problem, exitMeaning(14, false));
    QCOMPARE(scene.member(1).since, ended.finishedAt);
    QCOMPARE(scene.member(2).since, scene.clock.utc());

    ended.error = u"port is already allocated"_s;
    scene.store.observeContainer(zoo, 1, ended);
    QVERIFY(scene.member(1).problem.contains(ended.error));
    scene.run(1, 2);
    QCOMPARE(scene.member(1).problem, QString());
}

/// Who was there when the role came knows since when; who came later knows only that it was so by then.
void TestClusterStore::sinceIsExactWhereItWasSeen()
{
    Scene scene;
    scene.settle();
    QVERIFY(!scene.member(1).sinceIsExact); // they may have had their roles for long
    scene.clock.advance(1min);
    scene.live(3, ContainerLife::Exited);
    QVERIFY(scene.member(3).sinceIsExact);
    QVERIFY(!scene.member(2).sinceIsExact);
    scene.answer(1, MemberState::Leader);
    scene.answer(2, MemberState::Follower);
    QVERIFY(!scene.member(2).sinceIsExact); // the doubt was groundless: as before
    scene.run(3, 2);
    QCOMPARE(scene.member(3).state, MemberState::Unknown); // not asked yet
    scene.clock.advance(5s);
    scene.answer(3, MemberState::Follower);
    QCOMPARE(scene.member(3).state, MemberState::Follower);
    QVERIFY(scene.member(3).sinceIsExact);
    scene.live(2, ContainerLife::Exited);
    QVERIFY(scene.member(3).state == MemberState::Unconfirmed && scene.member(3).sinceIsExact);
    scene.answer(3, MemberState::Follower);
    QVERIFY(scene.member(3).sinceIsExact);
    scene.probe(3, ProbeOutcome::NotServing);
    QVERIFY(scene.member(3).sinceIsExact);
}

void TestClusterStore::groundlessDoubtMovesNoTime()
{
    Scene scene;
    scene.settle();
    const QDateTime begun = scene.member(2).since;
    scene.clock.advance(1min);
    scene.live(3, ContainerLife::Exited); // a follower: the leader stays
    QCOMPARE(scene.now(), u"unconfirmed unconfirmed stopped"_s);
    QCOMPARE(scene.member(2).since, begun);
    scene.clock.advance(1s);
    scene.answer(1, MemberState::Leader);
    scene.answer(2, MemberState::Follower);
    QCOMPARE(scene.member(1).since, begun);
    QCOMPARE(scene.member(2).since, begun);

    scene.run(3, 2);
    scene.answer(3, MemberState::Follower);
    scene.clock.advance(1min);
    scene.live(1, ContainerLife::Exited); // now there is an election
    scene.clock.advance(1s);
    scene.answer(2, MemberState::Follower);
    scene.answer(3, MemberState::Leader, 0x200000000);
    QCOMPARE(scene.member(2).since, scene.clock.utc());
    QCOMPARE(scene.member(3).since, scene.clock.utc());
    scene.clock.advance(1s);
    scene.probe(2, ProbeOutcome::NotServing);
    scene.answer(2, MemberState::Follower);
    QCOMPARE(scene.member(2).since, scene.clock.utc()); // it was seen without a role
}

void TestClusterStore::twoLeadersLaterEpochWins()
{
    Scene scene;
    scene.settle();
    scene.answer(2, MemberState::Leader, 0x200000000);
    QCOMPARE(scene.now(), u"unconfirmed leader follower"_s);
    QCOMPARE(scene.store.cluster(zoo)->quorum.leaderId, 2);
    // The old one insists, with a newer answer of an older epoch.
    scene.clock.advance(1s);
    scene.answer(1, MemberState::Leader, 0x1000000ff);
    QCOMPARE(scene.now(), u"unconfirmed leader follower"_s);
    scene.answer(1, MemberState::Follower, 0x200000000);
    QCOMPARE(scene.now(), u"follower leader follower"_s);
    // And the new one gone, the old one's claim stands again.
    scene.answer(1, MemberState::Leader, 0x1000000ff);
    QCOMPARE(scene.member(1).state, MemberState::Unconfirmed);
    scene.live(2, ContainerLife::Exited, 137);
    scene.answer(1, MemberState::Leader, 0x1000000ff);
    QCOMPARE(scene.member(1).state, MemberState::Leader);
}

void TestClusterStore::engineSilent()
{
    Scene scene;
    scene.settle();
    scene.live(3, ContainerLife::Exited, 143);
    scene.answer(1, MemberState::Leader);
    scene.answer(2, MemberState::Follower);
    EngineStatus silent;
    silent.reach = EngineStatus::Reach::Silent;
    silent.problem = Error(ErrorKind::EngineDown, u"no engine"_s);
    scene.store.observeEngine(silent);
    // Who answered last is still believed until the first miss.
    QCOMPARE(scene.now(), u"leader follower unknown"_s);
    scene.clock.advance(1s);
    scene.answer(1, MemberState::Leader);
    scene.probe(2, ProbeOutcome::NoAnswer);
    QCOMPARE(scene.now(), u"leader unknown unknown"_s);
    QVERIFY(scene.member(2).stale);
    QCOMPARE(scene.member(2).lastRole, MemberState::Follower);
    // As the banner has it, whatever the reason is.
    QCOMPARE(scene.member(2).problem, u"The Docker engine does not answer."_s);
    QCOMPARE(scene.member(1).problem, QString());
    silent.problem = Error(ErrorKind::ProgramMissing, u"no docker"_s);
    scene.store.observeEngine(silent);
    QCOMPARE(scene.member(2).problem, u"The docker command does not start."_s);
    QCOMPARE(scene.member(3).problem, u"The docker command does not start."_s);
    EngineStatus back;
    back.reach = EngineStatus::Reach::Answers;
    scene.store.observeEngine(back);
    QCOMPARE(scene.now(), u"leader unreachable stopped"_s);
}

void TestClusterStore::creating()
{
    ManualClock clock;
    ClusterStore store(clock);
    // A task begins before the file is there.
    store.setBusy(zoo, true);
    store.setWanted(makeEnsemble(zoo, 1, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s), WantedOrigin::File);
    QVERIFY(store.cluster(zoo)->busy);
    QCOMPARE(states(store, zoo), u"creating"_s);
    ContainerObservation absent;
    absent.life = ContainerLife::Absent;
    store.observeContainer(zoo, 1, absent);
    QCOMPARE(states(store, zoo), u"creating"_s);
    ContainerObservation made;
    made.life = ContainerLife::Created;
    made.id = u"abc"_s;
    store.observeContainer(zoo, 1, made);
    QCOMPARE(states(store, zoo), u"creating"_s);
    store.setBusy(zoo, false);
    QCOMPARE(states(store, zoo), u"created"_s);
    // A task that meets a container may well be removing it.
    store.setBusy(zoo, true);
    store.observeContainer(zoo, 1, absent);
    QCOMPARE(states(store, zoo), u"absent"_s);
}

void TestClusterStore::doubtRoles()
{
    Scene scene;
    scene.settle();
    scene.store.doubtRoles(zoo, 1);
    QCOMPARE(scene.now(), u"leader unconfirmed unconfirmed"_s);
}

void TestClusterStore::usage()
{
    Scene scene;
    scene.settle();
    scene.store.observeUsage(zoo, 1, 12.5, 1024);
    QCOMPARE(scene.log.take(), QStringList{u"member zoo 1"_s});
    scene.store.observeUsage(zoo, 1, 12.5, 1024);
    QCOMPARE(scene.log.take(), QStringList());
    QCOMPARE(scene.member(1).cpuPercent, std::optional(12.5));
    scene.store.forgetUsage(zoo);
    QCOMPARE(scene.log.take(), QStringList{u"member zoo 1"_s});
    QVERIFY(!scene.member(1).memoryBytes.has_value());
}

void TestClusterStore::addresses()
{
    Scene scene;
    scene.settle();
    scene.store.observeAddresses(zoo, 2, u"127.0.0.1"_s, 2182, {}, 0);
    QCOMPARE(scene.log.take(), QStringList{u"member zoo 2"_s});
    QCOMPARE(scene.member(2).clientPort, quint16(2182));
}

void TestClusterStore::adminAddress()
{
    Scene scene;
    ContainerObservation seen = scene.running(2);
    seen.address = u"172.20.0.3"_s;
    scene.store.observeContainer(zoo, 2, seen);
    const auto admin = [&] {
        return u"%1:%2"_s.arg(scene.member(2).adminHost).arg(scene.member(2).adminPort);
    };
    QCOMPARE(admin(), u":0"_s); // it is not known yet whether the containers' addresses can be reached
    scene.reachContainers();
    QCOMPARE(admin(), u"172.20.0.3:8080"_s);
    scene.store.observeAddresses(zoo, 2, {}, 0, u"127.0.0.1"_s, 18080);
    QCOMPARE(admin(), u"127.0.0.1:18080"_s);
    scene.store.observeAddresses(zoo, 2, {}, 0, {}, 0);
    QCOMPARE(admin(), u"172.20.0.3:8080"_s);
    seen.life = ContainerLife::Exited;
    scene.store.observeContainer(zoo, 2, seen);
    QCOMPARE(admin(), u":0"_s);
    QCOMPARE(noAdminServer(*scene.store.cluster(zoo), scene.member(2)).kind(), ErrorKind::NotRunning);
}

void TestClusterStore::noAdminAddress()
{
    Scene scene;
    scene.reachContainers();
    ContainerObservation seen = scene.running(1);
    seen.address = u"172.20.0.2"_s;
    scene.store.observeContainer(zoo, 1, seen);
    scene.store.observeAddresses(zoo, 1, {}, 0, u"127.0.0.1"_s, 18080);
    const auto why = [&] { return noAdminServer(*scene.store.cluster(zoo), scene.member(1)).kind(); };
    QCOMPARE(scene.member(1).adminPort, quint16(18080));
    scene.ensemble.settings.insert(u"admin.enableServer"_s, u"false"_s);
    scene.store.setWanted(scene.ensemble, WantedOrigin::File);
    QCOMPARE(scene.member(1).adminPort, quint16(0));
    QCOMPARE(scene.member(1).adminHost, QString());
    QCOMPARE(why(), ErrorKind::ConnectionRefused);
    scene.ensemble.settings.remove(u"admin.enableServer"_s);
    scene.store.setWanted(scene.ensemble, WantedOrigin::File);
    QCOMPARE(scene.member(1).adminPort, quint16(18080));
    // The server itself knows better than its image's name what it is.
    ProbeObservation old;
    old.outcome = ProbeOutcome::Serving;
    old.report.mode = MemberState::Standalone;
    old.report.version = u"3.4.14-4c25d480e66aadd371de8bd2fd8da255ac140bcf"_s;
    old.at = scene.clock.monotonic();
    scene.store.observeProbe(zoo, 1, old);
    QCOMPARE(scene.member(1).adminPort, quint16(0));
    QCOMPARE(why(), ErrorKind::NotSupported);
}

void TestClusterStore::namesInNaturalOrder()
{
    ManualClock clock;
    ClusterStore store(clock);
    for (const QString &name : {u"zoo10"_s, u"zoo2"_s, u"alpha"_s})
        store.setWanted(makeEnsemble(name, 1, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s),
                        WantedOrigin::File);
    QCOMPARE(store.clusterNames(), (QStringList{u"alpha"_s, u"zoo2"_s, u"zoo10"_s}));
}

void TestClusterStore::fileWinsOverLabels()
{
    ManualClock clock;
    ClusterStore store(clock);
    StoreLog log(store);
    Ensemble ensemble = makeEnsemble(zoo, 3, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    store.setWanted(ensemble, WantedOrigin::Labels);
    QCOMPARE(store.cluster(zoo)->origin, WantedOrigin::Labels);
    (void) log.take();
    store.setWanted(ensemble, WantedOrigin::File);
    QCOMPARE(log.take(), QStringList{u"cluster zoo"_s});
    QCOMPARE(store.cluster(zoo)->origin, WantedOrigin::File);
    ensemble.members.removeLast();
    store.setWanted(ensemble, WantedOrigin::Labels);
    QCOMPARE(log.take(), QStringList());
    QCOMPARE(store.cluster(zoo)->members.size(), 3);
}

void TestClusterStore::labelsFillADamagedFile()
{
    ManualClock clock;
    ClusterStore store(clock);
    store.setDamaged(zoo, Error(ErrorKind::FileDamaged, u"Line 3: no."_s));
    QVERIFY(store.cluster(zoo)->damage.has_value());
    QVERIFY(store.cluster(zoo)->members.isEmpty());
    const Ensemble ensemble = makeEnsemble(zoo, 3, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    store.setWanted(ensemble, WantedOrigin::Labels);
    QCOMPARE(store.cluster(zoo)->members.size(), 3);
    QVERIFY(store.cluster(zoo)->damage.has_value());
    store.setWanted(ensemble, WantedOrigin::File);
    QVERIFY(!store.cluster(zoo)->damage.has_value());
    // Damaged later: what is known stays.
    store.setDamaged(zoo, Error(ErrorKind::FileDamaged, u"Line 3: no."_s));
    QCOMPARE(store.cluster(zoo)->members.size(), 3);
}

void TestClusterStore::changedEnsembleKeepsObservations()
{
    Scene scene;
    scene.settle();
    scene.ensemble.settings.insert(u"tickTime"_s, u"1000"_s);
    scene.store.setWanted(scene.ensemble, WantedOrigin::File);
    QVERIFY2(scene.log.with(u"reset"_s).isEmpty(), "a setting is not a member");
    QCOMPARE(scene.now(), u"leader follower follower"_s);

    scene.ensemble.members.removeLast();
    scene.store.setWanted(scene.ensemble, WantedOrigin::File);
    QCOMPARE(scene.log.with(u"reset"_s), QStringList{u"reset zoo"_s});
    QCOMPARE(scene.now(), u"leader follower"_s);
    QCOMPARE(scene.store.cluster(zoo)->quorum.voters, 2);

    scene.ensemble.context = u"elsewhere"_s;
    scene.store.setWanted(scene.ensemble, WantedOrigin::File);
    QCOMPARE(scene.now(), u"unknown unknown"_s);
}

void TestClusterStore::removal()
{
    Scene scene;
    (void) scene.log.take();
    QObject::connect(&scene.store, &ClusterStore::clusterAboutToBeRemoved, &scene.store,
                     [&] { QVERIFY(scene.store.cluster(zoo)); });
    scene.store.removeWanted(zoo);
    QCOMPARE(scene.log.take(), (QStringList{u"removing zoo"_s, u"removed zoo"_s}));
    QVERIFY(!scene.store.cluster(zoo));
    scene.store.removeWanted(zoo);
    scene.run(1);
    scene.probe(1, ProbeOutcome::NoAnswer);
    QCOMPARE(scene.log.take(), QStringList());
}

void TestClusterStore::removedByASlot()
{
    Scene scene;
    scene.settle();
    QObject::connect(&scene.store, &ClusterStore::memberStateChanged, &scene.store,
                     [&] { scene.store.removeWanted(zoo); });
    scene.live(1, ContainerLife::Exited, 137);
    QCOMPARE(scene.log.take(),
             (QStringList{u"state zoo 1 leader>stopped"_s, u"removing zoo"_s, u"removed zoo"_s}));
}

void TestClusterStore::engineStatus()
{
    ManualClock clock;
    ClusterStore store(clock);
    StoreLog log(store);
    QCOMPARE(store.engine(u"there"_s).reach, EngineStatus::Reach::Unknown);
    EngineStatus status;
    status.context = u"there"_s;
    status.reach = EngineStatus::Reach::Answers;
    status.version = u"20.10.24"_s;
    store.observeEngine(status);
    const QDateTime since = store.engine(u"there"_s).since;
    QCOMPARE(since, clock.utc());
    clock.advance(1s);
    store.observeEngine(status);
    QCOMPARE(log.take(), QStringList{u"engine there"_s});
    status.version = u"28.0.0"_s;
    store.observeEngine(status);
    QCOMPARE(log.take(), QStringList{u"engine there"_s});
    QCOMPARE(store.engine(u"there"_s).since, since);
    QCOMPARE(store.engines().size(), 1);
}

QTEST_GUILESS_MAIN(TestClusterStore)
#include "tst_clusterstore.moc"
