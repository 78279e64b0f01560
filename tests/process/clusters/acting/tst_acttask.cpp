// SPDX-License-Identifier: GPL-3.0-or-later
#include "actingscene.h"

using namespace zoodock;
using namespace zoodock::test;

class TestActTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneCallForAll_data();
    void oneCallForAll();
    void whatItIsCalledNow();
    void oneCallEach_data();
    void oneCallEach();
    void someFail();
    void eachFailureIsItsOwn();
    void ofAllOnlyThoseThatCan();
    void startResumesThePaused();
    void aBusyEngineIsAskedToPauseAgain();
    void aPauseThatNeverWorksEnds();
    void failureNamesItsContainers();
    void takenHostPortsAreNamed();
    void freeHostPortsAreTaken();
    void takenPortsOfAdoptedAreNamed();
    void severalClusters();
    void unknown();
    void cancelled();

private:
    static void prepare(ActingScene &scene)
    {
        QVERIFY(scene.repository.save(ActingScene::ensemble()).has_value());
        for (const int id : {1, 2, 3})
            scene.run(id);
    }
    /// All are stopped, on the network of a far host, where somebody listens.
    static void playHost(ActingScene &scene, const QByteArray &listeners, bool adopted = false)
    {
        Ensemble wish = makeEnsemble(u"demo"_s, 3, 0, NetworkMode::Host, u"zookeeper:3.9"_s);
        wish.adopted = adopted;
        QVERIFY(scene.repository.save(wish).has_value());
        for (const int id : {1, 2, 3})
            scene.store.observeContainer(u"demo"_s, id, ActingScene::observed(ContainerLife::Exited));
        scene.engineAnswers();
        scene.engineHas({u"demo-zoo1"_s, u"demo-zoo2"_s, u"demo-zoo3"_s}, {}, {});
        scene.docker.rule({u"run"_s}).out("  sl  local_address rem_address   st\n" + listeners);
    }
    static QList<StepState> states(const ClusterTask *task)
    {
        QList<StepState> list;
        for (const TaskStep &step : task->steps())
            list += step.state;
        return list;
    }
};

void TestActTask::oneCallForAll_data()
{
    QTest::addColumn<MemberAction>("action");
    QTest::addColumn<QList<int>>("members");
    QTest::addColumn<QString>("call");
    QTest::newRow("stop") << MemberAction::Stop << QList<int>()
                          << u"stop -t 10 demo-zoo1 demo-zoo2 demo-zoo3"_s;
    QTest::newRow("stop one") << MemberAction::Stop << QList{2} << u"stop -t 10 demo-zoo2"_s;
    QTest::newRow("kill two") << MemberAction::Kill << QList{3, 1} << u"kill demo-zoo3 demo-zoo1"_s;
    QTest::newRow("pause") << MemberAction::Pause << QList<int>() << u"pause demo-zoo1 demo-zoo2 demo-zoo3"_s;
    QTest::newRow("unpause one") << MemberAction::Unpause << QList{1} << u"unpause demo-zoo1"_s;
    QTest::newRow("remove one") << MemberAction::Remove << QList{2} << u"rm --force --volumes demo-zoo2"_s;
}

void TestActTask::oneCallForAll()
{
    QFETCH(MemberAction, action);
    QFETCH(QList<int>, members);
    QFETCH(QString, call);
    ActingScene scene;
    prepare(scene);
    scene.docker.rule(call.split(u' '));
    ClusterTask *const task = scene.service.act(u"demo"_s, members, action);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    QCOMPARE(scene.docker.callLines(), QStringList{call});
    QCOMPARE(task->steps().size(), members.isEmpty() ? 3 : members.size());
    for (const StepState state : states(task))
        QCOMPARE(state, StepState::Done);
    QVERIFY(!scene.store.cluster(u"demo"_s)->busy);
    QVERIFY(!scene.repository.isLocked(u"demo"_s));
}

/// Somebody has renamed the container of zoo2.
void TestActTask::whatItIsCalledNow()
{
    ActingScene scene;
    prepare(scene);
    ContainerObservation renamed = ActingScene::observed(ContainerLife::Running);
    renamed.name = u"demo-other"_s;
    scene.store.observeContainer(u"demo"_s, 2, renamed);
    scene.docker.rule({u"stop"_s}).out("demo-zoo1\ndemo-other\ndemo-zoo3\n");
    scene.docker.rule({u"restart"_s});
    ClusterTask *const all = scene.service.act(u"demo"_s, {}, MemberAction::Stop);
    all->start();
    QTRY_VERIFY_WITH_TIMEOUT(all->isFinished(), patienceMs);
    ClusterTask *const one = scene.service.act(u"demo"_s, {2}, MemberAction::Restart);
    one->start();
    QTRY_VERIFY_WITH_TIMEOUT(one->isFinished(), patienceMs);
    const QStringList lines = scene.docker.callLines();
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.first(), u"stop -t 10 demo-zoo1 demo-other demo-zoo3"_s);
    QVERIFY2(lines.last().startsWith("restart "_L1) && lines.last().endsWith(" demo-other"_L1),
             qPrintable(lines.last()));
}

void TestActTask::oneCallEach_data()
{
    QTest::addColumn<MemberAction>("action");
    QTest::addColumn<QString>("verb");
    QTest::newRow("start") << MemberAction::Start << u"start"_s;
    QTest::newRow("restart") << MemberAction::Restart << u"restart"_s;
}

/// At the same time: each waits for a sign that comes only when all three run.
void TestActTask::oneCallEach()
{
    QFETCH(MemberAction, action);
    QFETCH(QString, verb);
    ActingScene scene;
    prepare(scene);
    const QString go = scene.docker.file("go");
    scene.docker.rule({verb}).waitForFile(go);
    ClusterTask *const task = scene.service.act(u"demo"_s, {}, action);
    task->start();
    QTRY_COMPARE_WITH_TIMEOUT(scene.docker.callLines().size(), 3, patienceMs);
    QVERIFY(scene.store.cluster(u"demo"_s)->busy);
    QFile(go).open(QIODevice::WriteOnly);
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    for (const StepState state : states(task))
        QCOMPARE(state, StepState::Done);
}

void TestActTask::someFail()
{
    ActingScene scene;
    prepare(scene);
    scene.docker.rule({u"stop"_s})
        .out("demo-zoo1\nde")
        .out("mo-zoo3\n")
        .err("Error response from daemon: No such container: demo-zoo2\n")
        .exit(1);
    ClusterTask *const task = scene.service.act(u"demo"_s, {}, MemberAction::Stop);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::NoSuchObject, qPrintable(ending(task)));
    QCOMPARE(states(task), (QList{StepState::Done, StepState::Failed, StepState::Done}));
    QVERIFY(!task->steps().at(1).detail.isEmpty());
}

void TestActTask::eachFailureIsItsOwn()
{
    ActingScene scene;
    prepare(scene);
    scene.docker.rule({u"start"_s, u"demo-zoo1"_s}).out("demo-zoo1\n");
    scene.docker.rule({u"start"_s, u"demo-zoo2"_s})
        .err("Error response from daemon: driver failed: Bind for 127.0.0.1:2182 failed: port is already "
             "allocated\n")
        .exit(1);
    scene.docker.rule({u"start"_s, u"demo-zoo3"_s}).out("demo-zoo3\n");
    ClusterTask *const task = scene.service.act(u"demo"_s, {}, MemberAction::Start);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::PortInUse, qPrintable(ending(task)));
    QCOMPARE(states(task), (QList{StepState::Done, StepState::Failed, StepState::Done}));
    QVERIFY(task->steps().at(1).detail.contains(u"2182"_s));
}

void TestActTask::ofAllOnlyThoseThatCan()
{
    ActingScene scene;
    prepare(scene);
    scene.store.observeContainer(u"demo"_s, 2, ActingScene::observed(ContainerLife::Paused));
    scene.docker.rule({u"unpause"_s, u"demo-zoo2"_s});
    scene.docker.rule({u"pause"_s, u"demo-zoo1"_s, u"demo-zoo3"_s});
    for (const MemberAction action : {MemberAction::Unpause, MemberAction::Pause}) {
        ClusterTask *const task = scene.service.act(u"demo"_s, {}, action);
        task->start();
        QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
        QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    }
    QCOMPARE(scene.docker.callLines(), (QStringList{u"unpause demo-zoo2"_s, u"pause demo-zoo1 demo-zoo3"_s}));
}

void TestActTask::startResumesThePaused()
{
    ActingScene scene;
    prepare(scene);
    scene.store.observeContainer(u"demo"_s, 1, ActingScene::observed(ContainerLife::Exited));
    scene.store.observeContainer(u"demo"_s, 2, ActingScene::observed(ContainerLife::Paused));
    scene.docker.rule({u"start"_s, u"demo-zoo1"_s});
    scene.docker.rule({u"unpause"_s, u"demo-zoo2"_s});
    ClusterTask *const task = scene.service.act(u"demo"_s, {1, 2}, MemberAction::Start);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    QStringList lines = scene.docker.callLines();
    lines.sort();
    QCOMPARE(lines, (QStringList{u"start demo-zoo1"_s, u"unpause demo-zoo2"_s}));
}

const QByteArray notFrozen = "Error response from daemon: Cannot pause container 953f: OCI runtime pause "
                             "failed: unable to freeze: unknown\n";

void TestActTask::aBusyEngineIsAskedToPauseAgain()
{
    ActingScene scene;
    prepare(scene);
    scene.docker.rule({u"pause"_s}).out("demo-zoo1\ndemo-zoo3\n").err(notFrozen).exit(1).times(1);
    scene.docker.rule({u"pause"_s}).out("demo-zoo2\n");
    ClusterTask *const task = scene.service.act(u"demo"_s, {}, MemberAction::Pause);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    QCOMPARE(scene.docker.callLines(),
             (QStringList{u"pause demo-zoo1 demo-zoo2 demo-zoo3"_s, u"pause demo-zoo2"_s}));
    QCOMPARE(states(task), (QList{StepState::Done, StepState::Done, StepState::Done}));
}

void TestActTask::aPauseThatNeverWorksEnds()
{
    ActingScene scene;
    prepare(scene);
    scene.docker.rule({u"pause"_s}).err(notFrozen).exit(1);
    ClusterTask *const task = scene.service.act(u"demo"_s, {2}, MemberAction::Pause);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QCOMPARE(task->outcome().error().kind(), ErrorKind::NotFrozen);
    QCOMPARE(scene.docker.callLines().size(), 3);
    QCOMPARE(states(task), QList{StepState::Failed});
}

void TestActTask::failureNamesItsContainers()
{
    ActingScene scene;
    prepare(scene);
    scene.docker.rule({u"start"_s, u"demo-zoo2"_s})
        .err("Error response from daemon: cannot start a paused container, try unpause instead\n")
        .exit(1);
    scene.docker.rule({u"start"_s});
    ClusterTask *const task = scene.service.act(u"demo"_s, {}, MemberAction::Start);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->error().message().startsWith(u"demo-zoo2: "_s), qPrintable(ending(task)));
}

/// Docker would start the container, whose server ends at once, again and again.
void TestActTask::takenHostPortsAreNamed()
{
    ActingScene scene;
    playHost(scene, "   0: 0100007F:0B49 00000000:0000 0A 0\n"); // 2889: zoo2's quorum port
    scene.docker.rule({u"start"_s});
    ClusterTask *const one = scene.service.act(u"demo"_s, {2}, MemberAction::Start);
    one->start();
    QTRY_VERIFY_WITH_TIMEOUT(one->isFinished(), patienceMs);
    QVERIFY2(one->error().kind() == ErrorKind::PortInUse, qPrintable(ending(one)));
    const QString reason = u"Port 2889 is used by a program on the engine's host."_s;
    QVERIFY2(one->error().message().startsWith(reason), qPrintable(ending(one)));
    QCOMPARE(states(one), QList{StepState::Failed});
    QCOMPARE(scene.docker.callLines().filter(u"start "_s), QStringList());
    QVERIFY(!scene.repository.isLocked(u"demo"_s));

    // Of several the others are started.
    ClusterTask *const all = scene.service.act(u"demo"_s, {}, MemberAction::Start);
    all->start();
    QTRY_VERIFY_WITH_TIMEOUT(all->isFinished(), patienceMs);
    QVERIFY2(all->error().kind() == ErrorKind::PortInUse, qPrintable(ending(all)));
    QVERIFY2(all->error().message().startsWith(u"demo-zoo2: "_s + reason), qPrintable(ending(all)));
    QCOMPARE(states(all), (QList{StepState::Done, StepState::Failed, StepState::Done}));
    QStringList starts = scene.docker.callLines().filter(QRegularExpression(u"^start "_s));
    starts.sort();
    QCOMPARE(starts, (QStringList{u"start demo-zoo1"_s, u"start demo-zoo3"_s}));
}

void TestActTask::freeHostPortsAreTaken()
{
    ActingScene scene;
    playHost(scene, "   0: 0100007F:0B49 00000000:0000 0A 0\n");
    scene.docker.rule({u"restart"_s});
    scene.docker.rule({u"stop"_s});
    ClusterTask *const restart = scene.service.act(u"demo"_s, {3}, MemberAction::Restart);
    ClusterTask *const stop = scene.service.act(u"demo"_s, {2}, MemberAction::Stop);
    for (ClusterTask *const task : {restart, stop}) {
        task->start();
        QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
        QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    }
    // What runs has its ports: nobody looks.
    scene.run(3);
    const auto looks = scene.docker.callLines().filter(u"ps "_s).size();
    ClusterTask *const again = scene.service.act(u"demo"_s, {3}, MemberAction::Restart);
    again->start();
    QTRY_VERIFY_WITH_TIMEOUT(again->isFinished(), patienceMs);
    QVERIFY2(again->succeeded(), qPrintable(ending(again)));
    QCOMPARE(scene.docker.callLines().filter(u"ps "_s).size(), looks);
}

/// Others made them, but docker knows of their ports no more than of ours.
void TestActTask::takenPortsOfAdoptedAreNamed()
{
    ActingScene scene;
    // 2181: zoo1's client port; 8081: zoo2's AdminServer, if there is one, which nobody said.
    playHost(scene, "   0: 0100007F:0885 00000000:0000 0A 0\n   1: 0100007F:1F91 00000000:0000 0A 0\n", true);
    scene.docker.rule({u"start"_s});
    ClusterTask *const all = scene.service.act(u"demo"_s, {}, MemberAction::Start);
    all->start();
    QTRY_VERIFY_WITH_TIMEOUT(all->isFinished(), patienceMs);
    QVERIFY2(all->error().kind() == ErrorKind::PortInUse, qPrintable(ending(all)));
    QVERIFY2(all->error().message().contains(u"Port 2181 is used by a program on the engine's host."_s),
             qPrintable(ending(all)));
    QVERIFY2(!all->error().message().contains(u"another port"_s), qPrintable(ending(all)));
    QCOMPARE(states(all), (QList{StepState::Failed, StepState::Done, StepState::Done}));

    // One that docker starts again and again may be what listens.
    scene.store.observeContainer(u"demo"_s, 1, ActingScene::observed(ContainerLife::Restarting));
    ClusterTask *const one = scene.service.act(u"demo"_s, {1}, MemberAction::Start);
    one->start();
    QTRY_VERIFY_WITH_TIMEOUT(one->isFinished(), patienceMs);
    QVERIFY2(one->succeeded(), qPrintable(ending(one)));
}

void TestActTask::severalClusters()
{
    ActingScene scene;
    prepare(scene);
    Ensemble other = makeEnsemble(u"other"_s, 1, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    QVERIFY(scene.repository.save(other).has_value());
    scene.docker.rule({u"stop"_s});
    const QList<ClusterTask *> tasks{scene.service.act(u"demo"_s, {3}, MemberAction::Stop),
                                     scene.service.act(u"other"_s, {}, MemberAction::Stop)};
    for (ClusterTask *const task : tasks)
        task->start();
    for (ClusterTask *const task : tasks) {
        QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
        QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    }
    QStringList lines = scene.docker.callLines();
    lines.sort();
    QCOMPARE(lines, (QStringList{u"stop -t 10 demo-zoo3"_s, u"stop -t 10 other-zoo1"_s}));
}

void TestActTask::unknown()
{
    ActingScene scene;
    prepare(scene);
    ClusterTask *const member = scene.service.act(u"demo"_s, {1, 9}, MemberAction::Stop);
    ClusterTask *const cluster = scene.service.act(u"nobody"_s, {}, MemberAction::Stop);
    for (ClusterTask *const task : {member, cluster}) {
        task->start();
        QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
        QVERIFY2(!task->succeeded() && task->outcome().error().kind() == ErrorKind::NoSuchObject,
                 qPrintable(ending(task)));
    }
    QCOMPARE(scene.docker.callLines(), QStringList());
}

void TestActTask::cancelled()
{
    ActingScene scene;
    prepare(scene);
    scene.docker.rule({u"stop"_s}).out("demo-zoo1\n").hang();
    ClusterTask *const task = scene.service.act(u"demo"_s, {}, MemberAction::Stop);
    task->start();
    QTRY_COMPARE_WITH_TIMEOUT(task->steps().value(0).state, StepState::Done, patienceMs);
    task->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::Cancelled, qPrintable(ending(task)));
    QCOMPARE(states(task), (QList{StepState::Done, StepState::Cancelled, StepState::Cancelled}));
    QVERIFY(!scene.repository.isLocked(u"demo"_s));
}

QTEST_GUILESS_MAIN(TestActTask)
#include "tst_acttask.moc"
