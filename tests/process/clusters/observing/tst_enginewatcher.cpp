// SPDX-License-Identifier: GPL-3.0-or-later
#include "playedengine.h"
#include "unit/clusters/observing/storelog.h"

#include "clusters/clusterstore.h"
#include "clusters/enginewatcher.h"
#include "core/processrunner.h"
#include "docker/dockerengine.h"
#include "docker/eventstream.h"

#include <QtCore/QTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

const QString zoo = u"zoo"_s;
constexpr int patienceMs = 60'000;

/// One watcher on a played engine; the cluster zoo with three members is wanted.
struct Scene
{
    Scene() { store.setWanted(ensemble, WantedOrigin::File); }

    PlayedContainer container(int member, const QString &status = u"running"_s, int exitCode = 0) const
    {
        PlayedContainer made;
        made.cluster = zoo;
        made.member = member;
        made.status = status;
        made.exitCode = exitCode;
        made.hostPort = 2180 + member;
        made.spec = toCompactJson(ensemble);
        return made;
    }
    void allRun() { played.containers = {container(1), container(2), container(3)}; }
    void answer(int id, MemberState mode)
    {
        ProbeObservation seen;
        seen.outcome = ProbeOutcome::Serving;
        seen.report.mode = mode;
        seen.at = Clock::system().monotonic();
        store.observeProbe(zoo, id, seen);
    }
    [[nodiscard]] QString now() const { return states(store, zoo); }
    [[nodiscard]] const MemberStatus &member(int id) const { return *store.cluster(zoo)->member(id); }
    [[nodiscard]] EngineStatus::Reach reach() const { return store.engine({}).reach; }

    PlayedEngine played;
    Ensemble ensemble = makeEnsemble(zoo, 3, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    ClusterStore store{Clock::system()};
    StoreLog log{store};
    ProcessRunner runner;
    DockerEngine engine{runner, DockerCommands(played.docker.program())};
    EngineWatcher watcher{QString(), engine, store};
};

/// A container that others made, under this name.
QJsonObject foreign(const PlayedContainer &container, const QString &name)
{
    QJsonObject told = container.inspected();
    QJsonObject config = told.value(u"Config"_s).toObject();
    config.insert(u"Labels"_s, QJsonObject());
    told.insert(u"Config"_s, config);
    told.insert(u"Name"_s, QString(u'/' + name));
    return told;
}

QByteArray foreignEvent(const QString &id, const QString &action, const QString &name)
{
    const QJsonObject attributes{{u"name"_s, name}, {u"image"_s, u"zookeeper:3.9"_s}};
    const QJsonObject line{{u"Type"_s, u"container"_s},
                           {u"Action"_s, action},
                           {u"Actor"_s, QJsonObject{{u"ID"_s, id}, {u"Attributes"_s, attributes}}},
                           {u"time"_s, 1'800'000'000},
                           {u"timeNano"_s, qint64(1'800'000'000'000'000'000)}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

class TestEngineWatcher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firstLook();
    void oldEventsToldAgainDoNotSpeakForNow();
    void oldDeathAndRemovalAroundTheEndOfTheFirstLook();
    void wordsThatTellNothingHideNothing_data();
    void wordsThatTellNothingHideNothing();
    void stopToldWhileItsDeathIsLookedAt();
    void adoptedContainersThatCannotBeLookedAtAreNotGone();
    void adoptedWhileTheFirstLookIsOnItsWay();
    void adoptedContainerIsFollowedAcrossARename();
    void dieIsBelievedAtOnce();
    void outOfMemory();
    void outOfMemoryToldLast();
    void inspectAskedBeforeTheDeathIsVoid();
    void deathOfAnEarlierRunIsOld();
    void pauseUnpauseDestroy();
    void createIsBelievedAtOnce();
    void noiseIsNotLookedAt();
    void silentEngineIsNamed();
    void engineDownAndBack();
    void lateLookDoesNotBringASilentEngineBack();
    void streamLostEngineAlive();
    void garbledInspectIsAskedAgain();
    void unknownMembersAreTold();
    void otherContextsAreNotTouched();
    void addressesOfARemoteEngine();
    void hostNetwork();
    void twinContainers();
    void clusterGoesWhileItIsWelcomed();
};

void TestEngineWatcher::firstLook()
{
    Scene scene;
    scene.played.containers = {scene.container(1), scene.container(2, u"exited"_s, 14)};
    scene.played.playPresence();
    scene.played.playContainers();
    scene.played.playQuietStream();
    QSignalSpy settled(&scene.watcher, &EngineWatcher::settled);
    scene.watcher.start();
    QCOMPARE(settled.count(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 1, patienceMs);
    QCOMPARE(scene.reach(), EngineStatus::Reach::Answers);
    QCOMPARE(scene.store.engine({}).version, u"20.10.24"_s);
    QVERIFY(scene.store.engine({}).containerAddresses);
    // It runs since January and nobody has asked it: that is no start.
    QCOMPARE(scene.now(), u"unknown stopped absent"_s);
    QCOMPARE(scene.member(2).problem, exitMeaning(14, false));
    QCOMPARE(scene.member(1).clientHost, u"127.0.0.1"_s);
    QCOMPARE(scene.member(1).clientPort, quint16(2181));
    QCOMPARE(scene.member(2).clientPort, quint16(2182));
    QCOMPARE(scene.member(1).container.address, u"172.20.0.2"_s);
    QCOMPARE(scene.member(1).adminHost, u"172.20.0.2"_s); // not published, and within reach
    QCOMPARE(scene.member(1).adminPort, quint16(8080));
    QCOMPARE(scene.member(2).adminPort, quint16(0));
    QCOMPARE(scene.member(3).clientPort, quint16(0));
    scene.watcher.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(scene.played.calls(u"ps"_s), 2, patienceMs);
    QCOMPARE(settled.count(), 1);
    QCOMPARE(scene.played.calls(u"info"_s), 1);
}

/// The back-dated stream tells the making of a container that runs by now, while the first look is on its
/// way.
void TestEngineWatcher::oldEventsToldAgainDoNotSpeakForNow()
{
    Scene scene;
    scene.allRun();
    FakeDocker &docker = scene.played.docker;
    docker.rule({u"events"_s})
        .out(scene.container(1).event(u"create"_s))
        .out(scene.container(2).event(u"destroy"_s))
        .touch(docker.file("told"))
        .hang();
    docker.rule({u"ps"_s})
        .times(1)
        .waitForFile(docker.file("told"))
        .wait(std::chrono::milliseconds(200))
        .out(scene.container(1).id().toLatin1() + '\n' + scene.container(3).id().toLatin1() + '\n');
    scene.played.playPresence();
    scene.played.containers = {scene.container(1), scene.container(3)};
    scene.played.playContainers();
    ContainerLife atSettled = ContainerLife::Unknown;
    QSignalSpy settled(&scene.watcher, &EngineWatcher::settled);
    QObject::connect(&scene.watcher, &EngineWatcher::settled, &scene.watcher,
                     [&] { atSettled = scene.member(1).container.life; });
    scene.watcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 1, patienceMs);
    QCOMPARE(atSettled, ContainerLife::Running);
    QCOMPARE(scene.log.with(u"state zoo 1 "_s).filter(u"created"_s), QStringList());
    QCOMPARE(scene.member(2).state, MemberState::Absent);
    QCOMPARE(scene.member(3).container.life, ContainerLife::Running);
}

/// A container's death puts it on the list of what to ask about; its removal takes the last one off again.
void TestEngineWatcher::oldDeathAndRemovalAroundTheEndOfTheFirstLook()
{
    Scene scene;
    scene.played.playPresence();
    scene.played.playContainers();
    scene.played.playQuietStream();
    auto *stream = scene.watcher.findChild<EventStream *>();
    QVERIFY(stream != nullptr);
    const auto tell = [&](const QString &action) {
        EngineEvent event;
        event.type = u"container"_s;
        event.action = action;
        event.id = u"0123456789ab"_s;
        event.attributes = {{u"org.zoodock.cluster"_s, u"gone"_s}, {u"org.zoodock.member"_s, u"1"_s}};
        event.timeNano = 1'000'000'000;
        Q_EMIT stream->happened(event);
    };
    QSignalSpy settled(&scene.watcher, &EngineWatcher::settled);
    int settledBetween = -1;
    // The last thing a look does before it says that it is complete.
    QObject::connect(&scene.store, &ClusterStore::engineChanged, &scene.watcher, [&] {
        if (settledBetween >= 0)
            return;
        settledBetween = 0;
        tell(u"die"_s);
        QTimer::singleShot(0, &scene.watcher, [&] {
            settledBetween = static_cast<int>(settled.count());
            tell(u"destroy"_s);
        });
    });
    scene.watcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 1, patienceMs);
    QCOMPARE(settledBetween, 0);
    QCOMPARE(scene.played.calls(u"--type"_s), 0);
}

void TestEngineWatcher::wordsThatTellNothingHideNothing_data()
{
    QTest::addColumn<QString>("action");
    for (const char *action : {"kill", "stop", "oom"})
        QTest::newRow(action) << QString::fromLatin1(action);
}

/// `kill` may well be a SIGHUP: while the first look is on its way, it must not make its answer void.
void TestEngineWatcher::wordsThatTellNothingHideNothing()
{
    QFETCH(const QString, action);
    Scene scene;
    scene.allRun();
    FakeDocker &docker = scene.played.docker;
    docker.rule({u"events"_s}).out(scene.container(2).event(action)).touch(docker.file("told")).hang();
    QByteArray ids;
    for (const PlayedContainer &container : std::as_const(scene.played.containers))
        ids += container.id().toLatin1() + '\n';
    docker.rule({u"ps"_s}).times(1).waitForFile(docker.file("told")).wait(200ms).out(ids);
    scene.played.playPresence();
    scene.played.playContainers();
    scene.watcher.start();
    QTRY_VERIFY_WITH_TIMEOUT(scene.watcher.isSettled(), patienceMs);
    QCOMPARE(scene.member(2).container.life, ContainerLife::Running);
    QCOMPARE(scene.log.with(u"state zoo 2 "_s).filter(u"absent"_s), QStringList());
}

/// `docker stop` of a moment ago, told again by the back-dated stream: kill, die, stop.
void TestEngineWatcher::stopToldWhileItsDeathIsLookedAt()
{
    Scene scene;
    FakeDocker &docker = scene.played.docker;
    scene.played.containers = {scene.container(1), scene.container(2, u"exited"_s, 143), scene.container(3)};
    QByteArray ids;
    QJsonArray all;
    for (const PlayedContainer &container : std::as_const(scene.played.containers)) {
        ids += container.id().toLatin1() + '\n';
        all.append(container.inspected());
    }
    docker.rule({u"events"_s})
        .out(scene.container(2).event(u"kill"_s))
        .out(scene.container(2).event(u"die"_s, {{u"exitCode"_s, u"143"_s}}))
        .waitForFile(docker.file("asked"))
        .out(scene.container(2).event(u"stop"_s))
        .touch(docker.file("told"))
        .hang();
    docker.rule({u"inspect"_s})
        .times(1)
        .touch(docker.file("asked"))
        .waitForFile(docker.file("told"))
        .wait(100ms)
        .out(QJsonDocument(all).toJson());
    docker.rule({u"ps"_s}).times(1).waitForFile(docker.file("told")).wait(300ms).out(ids);
    scene.played.playPresence();
    scene.played.playContainers();
    scene.watcher.start();
    QTRY_VERIFY_WITH_TIMEOUT(scene.watcher.isSettled(), patienceMs);
    QCOMPARE(scene.member(2).state, MemberState::Stopped);
    QCOMPARE(scene.log.with(u"state zoo 2 "_s).filter(u"absent"_s), QStringList());
}

void TestEngineWatcher::adoptedContainersThatCannotBeLookedAtAreNotGone()
{
    Scene scene;
    scene.ensemble.adopted = true;
    for (Member &member : scene.ensemble.members)
        member.container = u"zoo-zoo%1"_s.arg(member.id);
    scene.store.setWanted(scene.ensemble, WantedOrigin::File);
    scene.played.playPresence();
    scene.played.docker.rule({u"inspect"_s}).times(1).err("unexpected EOF\n").exit(1);
    scene.allRun();
    scene.played.docker.rule({u"ps"_s}); // none has our label
    scene.played.playContainers();
    scene.played.playQuietStream();
    scene.watcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(2).container.life, ContainerLife::Running, patienceMs);
    QCOMPARE(scene.log.with(u"state zoo "_s).filter(u"absent"_s), QStringList());
}

/// Compose may have started a whole cluster before a slow first look has ended: no event is left that would
/// speak of it.
void TestEngineWatcher::adoptedWhileTheFirstLookIsOnItsWay()
{
    Scene scene;
    scene.played.docker.rule({u"info"_s})
        .waitForFile(scene.played.docker.file("end"))
        .outFile(PlayedEngine::recording("info"));
    scene.played.playPresence();
    scene.allRun();
    scene.played.docker.rule({u"ps"_s}); // none has our label
    scene.played.playContainers();
    scene.played.playQuietStream();
    scene.watcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.played.calls(u"info"_s), 1, patienceMs);
    scene.ensemble.adopted = true;
    for (Member &member : scene.ensemble.members)
        member.container = u"zoo-zoo%1"_s.arg(member.id);
    scene.store.setWanted(scene.ensemble, WantedOrigin::File);
    scene.watcher.welcome(zoo);
    scene.played.give("end");
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(2).container.life, ContainerLife::Running, patienceMs);
    QVERIFY(scene.watcher.isSettled());
    QCOMPARE(scene.log.with(u"state zoo "_s).filter(u"absent"_s), QStringList());
}

/// It keeps its id; another that takes the old name later is the member, once it runs in place of the first.
void TestEngineWatcher::adoptedContainerIsFollowedAcrossARename()
{
    Scene scene;
    scene.ensemble.adopted = true;
    for (Member &member : scene.ensemble.members)
        member.container = u"zoo-zoo%1"_s.arg(member.id);
    scene.store.setWanted(scene.ensemble, WantedOrigin::File);
    FakeDocker &docker = scene.played.docker;
    const auto play = [&](const QJsonArray &containers) {
        docker.clearRules();
        scene.played.playPresence();
        docker.rule({u"ps"_s}); // none has our label
        docker.rule({u"inspect"_s}).out(QJsonDocument(containers).toJson());
    };
    const QString firstId = scene.container(1).id();
    docker.rule({u"events"_s})
        .waitForFile(docker.file("rename"))
        .out(foreignEvent(firstId, u"rename"_s, u"mine"_s))
        .waitForFile(docker.file("die"))
        .out(foreignEvent(firstId, u"die"_s, u"mine"_s))
        .waitForFile(docker.file("start"))
        .out(foreignEvent(scene.container(4).id(), u"start"_s, u"zoo-zoo1"_s))
        .hang();
    const QJsonObject two = foreign(scene.container(2), u"zoo-zoo2"_s);
    const QJsonObject three = foreign(scene.container(3), u"zoo-zoo3"_s);
    scene.played.playPresence();
    docker.rule({u"ps"_s});
    docker.rule({u"inspect"_s})
        .out(QJsonDocument(QJsonArray{foreign(scene.container(1), u"zoo-zoo1"_s), two, three}).toJson());
    scene.watcher.start();
    QTRY_VERIFY_WITH_TIMEOUT(scene.watcher.isSettled(), patienceMs);
    QCOMPARE(scene.member(1).container.name, u"zoo-zoo1"_s);

    play({foreign(scene.container(1), u"mine"_s), two, three});
    scene.played.give("rename");
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(1).container.name, u"mine"_s, patienceMs);
    QSignalSpy looked(&scene.watcher, &EngineWatcher::looked);
    scene.watcher.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(looked.count(), 1, patienceMs);
    QVERIFY(!docker.callLines().filter(u"zoo-zoo1 "_s + firstId).isEmpty());
    QCOMPARE(scene.member(1).container.life, ContainerLife::Running);
    QCOMPARE(scene.log.with(u"state zoo 1 "_s).filter(u"absent"_s), QStringList());

    play({foreign(scene.container(1, u"exited"_s, 143), u"mine"_s), two, three});
    scene.played.give("die");
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(1).container.life, ContainerLife::Exited, patienceMs);
    play({foreign(scene.container(4), u"zoo-zoo1"_s)});
    scene.played.give("start");
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(1).container.id, scene.container(4).id(), patienceMs);
    QCOMPARE(scene.member(1).container.life, ContainerLife::Running);
}

void TestEngineWatcher::dieIsBelievedAtOnce()
{
    Scene scene;
    scene.allRun();
    scene.played.playPresence();
    scene.played.docker.rule({u"events"_s})
        .waitForFile(scene.played.docker.file("kill"))
        .out(scene.container(1).event(u"die"_s, {{u"exitCode"_s, u"137"_s}}))
        .hang();
    scene.played.playContainers();
    scene.watcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"unknown unknown unknown"_s, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(3).container.life, ContainerLife::Running, patienceMs);
    scene.answer(1, MemberState::Leader);
    scene.answer(2, MemberState::Follower);
    scene.answer(3, MemberState::Follower);
    QVERIFY(scene.store.cluster(zoo)->quorum.established);
    // No inspect answers any more.
    scene.played.forget();
    scene.played.docker.rule({u"inspect"_s}).hang();
    scene.played.give("kill");
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"stopped unconfirmed unconfirmed"_s, patienceMs);
    QCOMPARE(scene.member(1).container.exitCode, 137);
    QVERIFY(scene.member(1).container.finishedAt.isValid());
    QTRY_VERIFY_WITH_TIMEOUT(scene.played.calls(u"--type"_s) >= 2, patienceMs);
}

void TestEngineWatcher::outOfMemory()
{
    Scene scene;
    scene.allRun();
    scene.played.playPresence();
    scene.played.docker.rule({u"events"_s})
        .waitForFile(scene.played.docker.file("kill"))
        .out(scene.container(2).event(u"oom"_s))
        .out(scene.container(2).event(u"die"_s, {{u"exitCode"_s, u"137"_s}}))
        .hang();
    scene.played.playContainers();
    scene.watcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(3).container.life, ContainerLife::Running, patienceMs);
    scene.played.forget();
    scene.played.docker.rule({u"inspect"_s}).hang();
    scene.played.give("kill");
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(2).state, MemberState::OutOfMemory, patienceMs);
    QVERIFY(scene.member(2).problem.contains(u"memory"_s));
}

/// The engine has told of the death before, and does not keep why.
void TestEngineWatcher::outOfMemoryToldLast()
{
    Scene scene;
    scene.played.containers = {scene.container(1), scene.container(2, u"exited"_s, 137), scene.container(3)};
    scene.played.playPresence();
    scene.played.docker.rule({u"events"_s})
        .waitForFile(scene.played.docker.file("late"))
        .out(scene.container(2).event(u"oom"_s))
        .hang();
    scene.played.playContainers();
    scene.watcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(2).state, MemberState::Stopped, patienceMs);
    scene.played.give("late");
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(2).state, MemberState::OutOfMemory, patienceMs);
    QCOMPARE(scene.member(2).problem, exitMeaning(137, true));
}

void TestEngineWatcher::inspectAskedBeforeTheDeathIsVoid()
{
    Scene scene;
    scene.allRun();
    QJsonArray allRun;
    for (const PlayedContainer &container : std::as_const(scene.played.containers))
        allRun.append(container.inspected());
    const QByteArray early = QJsonDocument(allRun).toJson();
    FakeDocker &docker = scene.played.docker;
    docker.rule({u"inspect"_s}).times(1).out(early);
    // A look that takes long: its answer says "running", but was asked before the event.
    docker.rule({u"inspect"_s})
        .times(1)
        .touch(docker.file("asked"))
        .waitForFile(docker.file("answer"))
        .out(early);
    docker.rule({u"events"_s})
        .waitForFile(docker.file("kill"))
        .out(scene.container(1).event(u"die"_s, {{u"exitCode"_s, u"143"_s}}))
        .hang();
    scene.played.containers = {scene.container(1, u"exited"_s, 143), scene.container(2), scene.container(3)};
    scene.played.playPresence();
    scene.played.playContainers();
    scene.watcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(3).container.life, ContainerLife::Running, patienceMs);
    scene.watcher.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(docker.file("asked")), patienceMs);
    scene.played.give("kill");
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(1).state, MemberState::Stopped, patienceMs);
    scene.played.give("answer");
    // What the inspect after the event said is there.
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(1).container.finishedAt.date().year(), 2026, patienceMs);
    QTest::qWait(200);
    QCOMPARE(scene.log.with(u"state zoo 1 stopped>"_s), QStringList());
}

void TestEngineWatcher::deathOfAnEarlierRunIsOld()
{
    Scene scene;
    scene.allRun();
    scene.played.playPresence();
    constexpr qint64 longAgo = 1'500'000'000'000'000'000;
    scene.played.docker.rule({u"events"_s})
        .waitForFile(scene.played.docker.file("go"))
        .out(scene.container(1).event(u"die"_s, {{u"exitCode"_s, u"1"_s}}, longAgo))
        .out(scene.container(2).event(u"pause"_s))
        .hang();
    scene.played.playContainers();
    scene.watcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(3).container.life, ContainerLife::Running, patienceMs);
    scene.played.give("go");
    QTRY_VERIFY_WITH_TIMEOUT(!scene.log.with(u"state zoo 2 "_s).filter(u">paused"_s).isEmpty(), patienceMs);
    QCOMPARE(scene.member(1).container.life, ContainerLife::Running);
    QCOMPARE(scene.log.with(u"state zoo 1 "_s).filter(u">stopped"_s), QStringList());
}

void TestEngineWatcher::pauseUnpauseDestroy()
{
    Scene scene;
    scene.allRun();
    scene.played.playPresence();
    scene.played.docker.rule({u"events"_s})
        .waitForFile(scene.played.docker.file("pause"))
        .out(scene.container(1).event(u"pause"_s))
        .waitForFile(scene.played.docker.file("unpause"))
        .out(scene.container(1).event(u"unpause"_s))
        .waitForFile(scene.played.docker.file("destroy"))
        .out(scene.container(1).event(u"destroy"_s))
        .hang();
    scene.played.playContainers();
    scene.watcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(3).container.life, ContainerLife::Running, patienceMs);
    scene.answer(1, MemberState::Follower);
    scene.played.give("pause");
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(1).state, MemberState::Paused, patienceMs);
    scene.played.give("unpause");
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(1).state, MemberState::Unconfirmed, patienceMs);
    scene.played.give("destroy");
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(1).state, MemberState::Absent, patienceMs);
    QCOMPARE(scene.member(1).clientPort, quint16(0));
    QVERIFY(scene.watcher.hasContainersOf(zoo));
    // The events said it all.
    QCOMPARE(scene.played.calls(u"--type"_s), 1);
}

void TestEngineWatcher::createIsBelievedAtOnce()
{
    Scene scene;
    scene.played.playPresence();
    scene.played.docker.rule({u"events"_s})
        .waitForFile(scene.played.docker.file("go"))
        .out(scene.container(2).event(u"create"_s))
        .hang();
    scene.played.playContainers();
    scene.watcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"absent absent absent"_s, patienceMs);
    scene.played.give("go");
    QTRY_COMPARE_WITH_TIMEOUT(scene.now(), u"absent created absent"_s, patienceMs);
    QCOMPARE(scene.member(2).container.name, u"zoo-zoo2"_s);
    QCOMPARE(scene.played.calls(u"--type"_s), 0);
}

void TestEngineWatcher::noiseIsNotLookedAt()
{
    Scene scene;
    scene.allRun();
    scene.played.playPresence();
    PlayedContainer foreign = scene.container(7);
    foreign.cluster.clear();
    scene.played.docker.rule({u"events"_s})
        .waitForFile(scene.played.docker.file("go"))
        .out("{ half a line\n\nnot json at all\n")
        .out(foreign.event(u"start"_s))
        .out(foreign.event(u"die"_s, {{u"exitCode"_s, u"1"_s}}))
        .out(scene.container(1).event(u"kill"_s, {{u"signal"_s, u"1"_s}}))
        .out(scene.container(3).event(u"pause"_s))
        .hang();
    scene.played.playContainers();
    scene.watcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(3).container.life, ContainerLife::Running, patienceMs);
    scene.played.give("go");
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(3).state, MemberState::Paused, patienceMs);
    QTest::qWait(100);
    QCOMPARE(scene.played.calls(u"--type"_s), 1);
}

void TestEngineWatcher::silentEngineIsNamed()
{
    Scene scene;
    QFile words(PlayedEngine::recording("errors/EngineDown-version.txt"));
    QVERIFY(words.open(QIODevice::ReadOnly));
    scene.played.docker.rule({u"version"_s}).err(words.readAll()).exit(1);
    scene.played.playPresence();
    scene.watcher.start();
    // Whom docker failed to reach, it knows all the same.
    QTRY_COMPARE_WITH_TIMEOUT(scene.store.engine({}).endpoint, scene.played.endpoint, patienceMs);
    QCOMPARE(scene.reach(), EngineStatus::Reach::Silent);
    QCOMPARE(scene.store.engine({}).contextName, u"default"_s);
    QCOMPARE(scene.played.calls(u"context"_s), 1);
    QVERIFY(!scene.store.cluster(zoo)->quorum.known);
}

void TestEngineWatcher::engineDownAndBack()
{
    Scene scene;
    scene.allRun();
    QFile words(PlayedEngine::recording("errors/EngineDown-version.txt"));
    QVERIFY(words.open(QIODevice::ReadOnly));
    scene.played.docker.rule({u"version"_s})
        .outFile(PlayedEngine::recording("version-down"))
        .err(words.readAll())
        .exit(1);
    scene.played.playPresence();
    QSignalSpy settled(&scene.watcher, &EngineWatcher::settled);
    scene.watcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 1, patienceMs);
    QCOMPARE(scene.reach(), EngineStatus::Reach::Silent);
    QCOMPARE(scene.store.engine({}).problem->kind(), ErrorKind::EngineDown);
    QCOMPARE(scene.now(), u"unknown unknown unknown"_s);
    // The last question of a silent engine.
    QTRY_COMPARE_WITH_TIMEOUT(scene.store.engine({}).endpoint, scene.played.endpoint, patienceMs);

    // Its presence last: it is asked for on and on, and everything else follows at once.
    scene.played.forget();
    scene.played.docker.rule({u"events"_s})
        .touch(scene.played.docker.file("streams"))
        .waitForFile(scene.played.docker.file("stop"))
        .exit(1);
    scene.played.playContainers();
    scene.played.playPresence();
    scene.watcher.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(scene.reach(), EngineStatus::Reach::Answers, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(scene.played.docker.file("streams")), patienceMs);
    QVERIFY(!scene.store.engine({}).problem.has_value());
    QCOMPARE(scene.member(1).container.life, ContainerLife::Running);
    scene.answer(1, MemberState::Leader);

    // And away again, containers and all; one of them has gone when it comes back.
    scene.played.forget();
    words.seek(0);
    scene.played.docker.rule({u"version"_s}).err(words.readAll()).exit(1);
    scene.played.give("stop");
    QTRY_COMPARE_WITH_TIMEOUT(scene.reach(), EngineStatus::Reach::Silent, patienceMs);
    QCOMPARE(scene.now(), u"leader unknown unknown"_s);
    scene.played.forget();
    scene.played.containers = {scene.container(1, u"exited"_s, 255), scene.container(2)};
    scene.played.playContainers();
    scene.played.playQuietStream();
    scene.played.playPresence();
    QTRY_COMPARE_WITH_TIMEOUT(scene.reach(), EngineStatus::Reach::Answers, patienceMs);
    QCOMPARE(scene.now(), u"stopped unknown absent"_s);
    QCOMPARE(settled.count(), 1);
}

void TestEngineWatcher::lateLookDoesNotBringASilentEngineBack()
{
    Scene scene;
    scene.allRun();
    FakeDocker &docker = scene.played.docker;
    docker.rule({u"events"_s}).times(1).waitForFile(docker.file("kill")).exit(1);
    docker.rule({u"events"_s}).exit(1);
    scene.played.playPresence();
    scene.played.playContainers();
    scene.watcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.reach(), EngineStatus::Reach::Answers, patienceMs);
    scene.played.forget();
    docker.rule({u"ps"_s}).waitForFile(docker.file("late"));
    docker.rule({u"version"_s})
        .times(1)
        .touch(docker.file("asked"))
        .outFile(PlayedEngine::recording("version"));
    docker.rule({u"version"_s})
        .err("Cannot connect to the Docker daemon. Is the docker daemon running?\n")
        .exit(1);
    scene.watcher.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(docker.file("asked")), patienceMs);
    QTest::qWait(2'500); // what docker said of its version is not recent any more
    scene.played.give("kill");
    QTRY_COMPARE_WITH_TIMEOUT(scene.reach(), EngineStatus::Reach::Silent, patienceMs);
    scene.played.give("late");
    QTest::qWait(500);
    QCOMPARE(scene.reach(), EngineStatus::Reach::Silent);
}

void TestEngineWatcher::streamLostEngineAlive()
{
    Scene scene;
    scene.allRun();
    scene.played.playPresence();
    scene.played.docker.rule({u"events"_s}).times(1).waitForFile(scene.played.docker.file("end")).crash();
    scene.played.playContainers();
    scene.watcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(3).container.life, ContainerLife::Running, patienceMs);
    scene.played.forget();
    scene.played.containers = {scene.container(1, u"exited"_s, 1), scene.container(2), scene.container(3)};
    scene.played.playPresence();
    scene.played.playContainers();
    scene.played.playQuietStream();
    scene.played.give("end");
    // What happened while nobody listened is seen.
    QTRY_COMPARE_WITH_TIMEOUT(scene.member(1).state, MemberState::Stopped, patienceMs);
    QCOMPARE(scene.log.with(u"engine"_s), QStringList{u"engine "_s});
}

void TestEngineWatcher::garbledInspectIsAskedAgain()
{
    Scene scene;
    scene.allRun();
    scene.played.docker.rule({u"inspect"_s}).times(1).out("[{\"Id\": \"abc");
    scene.played.playPresence();
    scene.played.playContainers();
    scene.played.playQuietStream();
    scene.watcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.reach(), EngineStatus::Reach::Silent, patienceMs);
    QCOMPARE(scene.store.engine({}).problem->kind(), ErrorKind::BadOutput);
    QTRY_COMPARE_WITH_TIMEOUT(scene.reach(), EngineStatus::Reach::Answers, patienceMs);
    QCOMPARE(scene.member(1).container.life, ContainerLife::Running);
}

void TestEngineWatcher::unknownMembersAreTold()
{
    Scene scene;
    scene.allRun();
    PlayedContainer stray = scene.container(9);
    stray.cluster = u"lost"_s;
    PlayedContainer extra = scene.container(4);
    scene.played.containers += stray;
    scene.played.containers += extra;
    scene.played.playPresence();
    scene.played.playContainers();
    scene.played.playQuietStream();
    QSignalSpy unknown(&scene.watcher, &EngineWatcher::unknownMemberSeen);
    scene.watcher.start();
    QTRY_VERIFY_WITH_TIMEOUT(scene.watcher.isSettled(), patienceMs);
    // The file of zoo knows no member 4: the file wins.
    QCOMPARE(unknown.count(), 1);
    QCOMPARE(unknown.first().at(0).toString(), u"lost"_s);
    QCOMPARE(unknown.first().at(1).toInt(), 9);
    QCOMPARE(unknown.first().at(2).toByteArray(), stray.spec);
    QVERIFY(scene.watcher.hasContainersOf(u"lost"_s));
}

void TestEngineWatcher::otherContextsAreNotTouched()
{
    Scene scene;
    scene.ensemble.context = u"elsewhere"_s;
    scene.store.setWanted(scene.ensemble, WantedOrigin::File);
    scene.allRun();
    scene.played.playPresence();
    scene.played.playContainers();
    scene.played.playQuietStream();
    scene.watcher.start();
    QTRY_VERIFY_WITH_TIMEOUT(scene.watcher.isSettled(), patienceMs);
    QCOMPARE(scene.now(), u"unknown unknown unknown"_s);
    QCOMPARE(scene.member(1).container.life, ContainerLife::Unknown);
}

void TestEngineWatcher::addressesOfARemoteEngine()
{
    Scene scene;
    scene.played.endpoint = u"tcp://10.1.2.3:2375"_s;
    scene.allRun();
    scene.played.containers[0].hostAddress = u"0.0.0.0"_s;
    scene.played.containers[2].hostPort = 0;
    scene.played.playPresence();
    scene.played.playContainers();
    scene.played.playQuietStream();
    scene.watcher.start();
    QTRY_VERIFY_WITH_TIMEOUT(scene.watcher.isSettled(), patienceMs);
    QCOMPARE(scene.member(1).clientHost, u"10.1.2.3"_s);
    QCOMPARE(scene.member(1).clientPort, quint16(2181));
    // Published on the other machine's loopback: not for us. What docker said stays to be seen.
    QCOMPARE(scene.member(2).clientPort, quint16(0));
    QCOMPARE(scene.member(2).container.clientPort, quint16(2182));
    QCOMPARE(scene.member(3).clientPort, quint16(0));
    QCOMPARE(scene.member(1).adminPort, quint16(0));
    QVERIFY(!scene.store.engine({}).containerAddresses);
    QVERIFY(!scene.watcher.reach().local);
}

void TestEngineWatcher::hostNetwork()
{
    Scene scene;
    scene.ensemble = makeEnsemble(zoo, 3, 0, NetworkMode::Host, u"zookeeper:3.9"_s);
    scene.ensemble.members[1].client.published = true;
    scene.ensemble.members[1].client.address = u"192.168.7.7"_s;
    scene.store.setWanted(scene.ensemble, WantedOrigin::File);
    scene.allRun();
    for (PlayedContainer &container : scene.played.containers) {
        container.network = u"host"_s;
        container.hostPort = 0;
        container.address.clear();
    }
    scene.played.playPresence();
    scene.played.playContainers();
    scene.played.playQuietStream();
    scene.watcher.start();
    QTRY_VERIFY_WITH_TIMEOUT(scene.watcher.isSettled(), patienceMs);
    QVERIFY(scene.member(1).container.hostNetwork);
    QCOMPARE(scene.member(1).clientHost, u"127.0.0.1"_s);
    QCOMPARE(scene.member(1).clientPort, scene.ensemble.members[0].client.port);
    QCOMPARE(scene.member(1).adminPort, scene.ensemble.members[0].admin.port);
    QCOMPARE(scene.member(2).clientHost, u"192.168.7.7"_s);
}

void TestEngineWatcher::twinContainers()
{
    // A leftover with the labels of the same member does not hide the one that runs.
    Scene scene;
    scene.allRun();
    scene.played.playPresence();
    QJsonArray all;
    QJsonObject leftover = scene.container(1, u"exited"_s, 1).inspected();
    const QString leftoverId(64, u'f');
    leftover.insert(u"Id"_s, leftoverId);
    all.append(scene.container(1).inspected());
    all.append(leftover);
    scene.played.docker.rule({u"ps"_s}).out(
        (scene.container(1).id() + u'\n' + leftoverId + u'\n').toLatin1());
    scene.played.docker.rule({u"inspect"_s}).out(QJsonDocument(all).toJson());
    scene.played.playQuietStream();
    scene.watcher.start();
    QTRY_VERIFY_WITH_TIMEOUT(scene.watcher.isSettled(), patienceMs);
    QCOMPARE(scene.member(1).container.life, ContainerLife::Running);
    QCOMPARE(scene.member(1).container.id, scene.container(1).id());
}

/// Whoever hears that a member is gone may take the cluster out of the store. (AddressSanitizer sees who
/// reads on.)
void TestEngineWatcher::clusterGoesWhileItIsWelcomed()
{
    Scene scene;
    scene.played.playPresence();
    scene.played.playContainers();
    scene.played.playQuietStream();
    QSignalSpy settled(&scene.watcher, &EngineWatcher::settled);
    scene.watcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 1, patienceMs);
    const QString other = u"other"_s;
    scene.store.setWanted(makeEnsemble(other, 3, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s),
                          WantedOrigin::Labels);
    QObject::connect(&scene.store, &ClusterStore::memberChanged, &scene.watcher,
                     [&scene](const QString &name) { scene.store.removeWanted(name); });
    scene.watcher.welcome(other);
    QVERIFY(!scene.store.cluster(other));
    QCOMPARE(scene.log.with(u"removed other"_s).size(), 1);
    QCOMPARE(scene.log.with(u"member other"_s).size(), 1);
}

QTEST_GUILESS_MAIN(TestEngineWatcher)
#include "tst_enginewatcher.moc"
