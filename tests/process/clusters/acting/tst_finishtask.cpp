// SPDX-License-Identifier: GPL-3.0-or-later
#include "actingscene.h"

using namespace zoodock;
using namespace zoodock::test;
using namespace std::chrono_literals;

class TestFinishTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesWhatIsMissing();
    void renamedIsNotMadeTwice();
    void onlyTheNamedMember();
    void takenPortIsNamed();
    void takenPortsAreMoved();
    void resumesThePaused();
    void waitsForStragglers();
    void wayBackKeepsWhatWasThere();
    void engineDown();
    void unknown();
    void cancelledWhileLooking();

private:
    static void prepare(ActingScene &scene, const QDateTime &begun = {})
    {
        JournalEntry entry;
        entry.begun = begun;
        entry.ensemble = ActingScene::ensemble();
        entry.containers = {u"demo-zoo1"_s};
        QVERIFY(scene.repository.save(entry.ensemble).has_value());
        QVERIFY(scene.repository.journal().write(entry).has_value());
        scene.repository.rescan();
        QVERIFY(scene.store.cluster(u"demo"_s)->halfMade);
    }
};

void TestFinishTask::makesWhatIsMissing()
{
    ActingScene scene;
    prepare(scene);
    scene.engineAnswers();
    scene.everythingWorks();
    scene.engineHas({u"demo-zoo1"_s}, {u"demo"_s}, {u"demo-zoo1-data"_s, u"demo-zoo1-datalog"_s});
    ClusterTask *const task = scene.service.finish(u"demo"_s, 0ms);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    const QStringList calls = scene.changes();
    QCOMPARE(calls.filter(u"network create"_s).size(), 0);
    QCOMPARE(calls.filter(u"volume create"_s).size(), 4);
    QCOMPARE(calls.filter(u"run --detach"_s).size(), 2);
    QVERIFY(calls.contains(u"start demo-zoo1"_s));
    QCOMPARE(scene.files(), QStringList{u"demo.json"_s});
    QVERIFY(!scene.store.cluster(u"demo"_s)->halfMade);
}

/// Somebody has renamed the container of zoo2, and zoo1 is missing.
void TestFinishTask::renamedIsNotMadeTwice()
{
    ActingScene scene;
    QVERIFY(scene.repository.save(ActingScene::ensemble()).has_value());
    scene.store.observeContainer(u"demo"_s, 1, ActingScene::observed(ContainerLife::Absent));
    scene.engineAnswers();
    scene.everythingWorks();
    QByteArray ids;
    QJsonArray objects;
    for (const auto &[name, id] : {std::pair(u"demo-other"_s, 2), std::pair(u"demo-zoo3"_s, 3)}) {
        ids += ActingScene::idOf(name) + '\n';
        QJsonObject object = ActingScene::inspected(name);
        object.insert(
            u"Config"_s,
            QJsonObject{{u"Labels"_s, QJsonObject{{u"org.zoodock.cluster"_s, u"demo"_s},
                                                  {u"org.zoodock.member"_s, QString::number(id)}}}});
        objects.append(object);
    }
    scene.docker.rule({u"inspect"_s}).out(QJsonDocument(objects).toJson());
    scene.docker.rule({u"ps"_s}).out(ids);
    scene.engineHas({}, {u"demo"_s}, {});
    ClusterTask *const task = scene.service.finish(u"demo"_s, 0ms);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    QCOMPARE(scene.changes().filter(u"run --detach"_s).size(), 1);
    QCOMPARE(scene.changes().filter(u"--name demo-zoo1 "_s).size(), 1);
    QStringList started = scene.changes().filter(QRegularExpression(u"^start "_s));
    started.sort();
    QCOMPARE(started, (QStringList{u"start demo-other"_s, u"start demo-zoo3"_s}));
}

/// One that was stopped on purpose stays stopped, and another that is missing stays missing.
void TestFinishTask::onlyTheNamedMember()
{
    ActingScene scene;
    QVERIFY(scene.repository.save(ActingScene::ensemble(4)).has_value());
    scene.store.observeContainer(u"demo"_s, 1, ActingScene::observed(ContainerLife::Exited));
    scene.run(2);
    for (const int id : {3, 4})
        scene.store.observeContainer(u"demo"_s, id, ActingScene::observed(ContainerLife::Absent));
    scene.engineAnswers();
    scene.everythingWorks();
    scene.engineHas({u"demo-zoo1"_s, u"demo-zoo2"_s}, {u"demo"_s}, {});
    ClusterTask *const task = scene.service.act(u"demo"_s, {4}, MemberAction::Start);
    QCOMPARE(task->title(), u"Start demo-zoo4"_s);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    const QStringList calls = scene.changes();
    QCOMPARE(calls.filter(QRegularExpression(u"^start "_s)), QStringList());
    QCOMPARE(calls.filter(u"run --detach"_s).size(), 1);
    QCOMPARE(calls.filter(u"--name demo-zoo4"_s).size(), 1);
    QCOMPARE(calls.filter(u"volume create"_s).size(), 2);
    QCOMPARE(calls.filter(u"volume create"_s).filter(u"demo-zoo4-data"_s).size(), 2);
    QVERIFY(!scene.store.cluster(u"demo"_s)->halfMade);
}

/// So that the window can offer other ports.
void TestFinishTask::takenPortIsNamed()
{
    ActingScene scene;
    QVERIFY(scene.repository.save(ActingScene::ensemble()).has_value());
    scene.store.observeContainer(u"demo"_s, 3, ActingScene::observed(ContainerLife::Absent));
    scene.engineAnswers();
    scene.docker.rule({u"run"_s, u"--rm"_s}); // the look at the host's ports
    QJsonObject other = ActingScene::inspected(u"other-zoo1"_s, u"other"_s);
    const QJsonArray binding{QJsonObject{{u"HostIp"_s, u"127.0.0.1"_s}, {u"HostPort"_s, u"2183"_s}}};
    other.insert(u"HostConfig"_s, QJsonObject{{u"PortBindings"_s, QJsonObject{{u"2181/tcp"_s, binding}}}});
    scene.docker.rule({u"inspect"_s}).out(QJsonDocument(QJsonArray{other}).toJson());
    scene.engineHas({u"other-zoo1"_s}, {}, {});
    ClusterTask *const task = scene.service.act(u"demo"_s, {3}, MemberAction::Start);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::PortInUse, qPrintable(ending(task)));
    QVERIFY2(task->error().message().startsWith(u"Port 2183 is used by the container “other-zoo1”."_s),
             qPrintable(ending(task)));
}

/// Where the creation was interrupted there is no other way to other ports. What runs keeps its own.
void TestFinishTask::takenPortsAreMoved()
{
    ActingScene scene;
    prepare(scene);
    scene.engineAnswers();
    QJsonObject other = ActingScene::inspected(u"other-zoo1"_s, u"other"_s);
    const QJsonArray binding{QJsonObject{{u"HostIp"_s, u"127.0.0.1"_s}, {u"HostPort"_s, u"2182"_s}}};
    other.insert(u"HostConfig"_s, QJsonObject{{u"PortBindings"_s, QJsonObject{{u"1/tcp"_s, binding}}}});
    scene.docker.rule({u"inspect"_s})
        .out(QJsonDocument(QJsonArray{ActingScene::inspected(u"demo-zoo1"_s), other}).toJson());
    scene.everythingWorks();
    scene.engineHas({u"demo-zoo1"_s, u"other-zoo1"_s}, {u"demo"_s}, {});
    ClusterTask *const refused = scene.service.finish(u"demo"_s, 0ms);
    refused->start();
    QTRY_VERIFY_WITH_TIMEOUT(refused->isFinished(), patienceMs);
    QVERIFY2(refused->error().kind() == ErrorKind::PortInUse, qPrintable(ending(refused)));
    QVERIFY(scene.store.cluster(u"demo"_s)->halfMade);

    ClusterTask *const task = scene.service.finish(u"demo"_s, 0ms, ClusterService::TakenPorts::Move);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    QList<quint16> ports;
    for (const Member &member : scene.repository.load(u"demo"_s).value_or(Ensemble()).members)
        ports += member.client.hostPort;
    QCOMPARE(ports, (QList<quint16>{2181, 2184, 2183}));
    QCOMPARE(task->steps().constFirst().detail, u"zoo2 has the port 2184 now, in place of 2182."_s);
    for (const TaskStep &step : task->steps())
        QCOMPARE(step.state, StepState::Done);
    const QStringList calls = scene.changes();
    QCOMPARE(calls.filter(u"127.0.0.1:2184:2181"_s).size(), 1);
    QVERIFY(calls.contains(u"start demo-zoo1"_s));
}

/// docker refuses to start them, and the way back would take what was made besides.
void TestFinishTask::resumesThePaused()
{
    ActingScene scene;
    prepare(scene);
    scene.engineAnswers();
    scene.everythingWorks();
    scene.docker.rule({u"unpause"_s});
    QJsonObject paused = ActingScene::inspected(u"demo-zoo1"_s);
    paused.insert(u"State"_s,
                  QJsonObject{{u"Status"_s, u"paused"_s}, {u"StartedAt"_s, u"2024-01-01T00:00:00Z"_s}});
    scene.docker.rule({u"inspect"_s}).out(QJsonDocument(QJsonArray{paused}).toJson());
    scene.engineHas({u"demo-zoo1"_s}, {u"demo"_s}, {});
    ClusterTask *const task = scene.service.finish(u"demo"_s, 0ms);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    const QStringList calls = scene.changes();
    QVERIFY(calls.contains(u"unpause demo-zoo1"_s));
    QVERIFY(!calls.contains(u"start demo-zoo1"_s));
}

/// The program was killed a moment ago; a docker call of its is still under way.
void TestFinishTask::waitsForStragglers()
{
    ActingScene scene;
    prepare(scene, QDateTime::currentDateTimeUtc());
    scene.engineAnswers();
    scene.everythingWorks();
    scene.engineHas({}, {u"demo"_s}, {}, 2);
    scene.engineHas({u"demo-zoo2"_s}, {u"demo"_s}, {});
    ClusterTask *const task = scene.service.finish(u"demo"_s, 0ms);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    const QStringList calls = scene.changes();
    QCOMPARE(calls.filter(u"run --detach"_s).size(), 2);
    QVERIFY(calls.contains(u"start demo-zoo2"_s));
}

void TestFinishTask::wayBackKeepsWhatWasThere()
{
    ActingScene scene;
    prepare(scene);
    scene.engineAnswers();
    scene.docker.ruleMatching(u"^run .*--name demo-zoo3 "_s).err("no space left on device\n").exit(125);
    scene.everythingWorks();
    const QStringList before{u"demo-zoo1"_s};
    const QStringList volumes{u"demo-zoo1-data"_s, u"demo-zoo1-datalog"_s};
    // The preflight's look.
    scene.docker.rule({u"ps"_s}).times(1).out(ActingScene::idOf(before.first()) + '\n');
    scene.docker.rule({u"inspect"_s})
        .times(1)
        .out(QJsonDocument(QJsonArray{ActingScene::inspected(before.first())}).toJson());
    scene.docker.rule({u"network"_s, u"ls"_s})
        .times(1)
        .out("{\"Name\":\"demo\",\"Labels\":\"org.zoodock.cluster=demo\"}\n");
    scene.docker.rule({u"volume"_s, u"ls"_s})
        .times(1)
        .out("{\"Name\":\"demo-zoo1-data\",\"Labels\":\"org.zoodock.cluster=demo\"}\n"
             "{\"Name\":\"demo-zoo1-datalog\",\"Labels\":\"org.zoodock.cluster=demo\"}\n");
    scene.engineHas({u"demo-zoo1"_s, u"demo-zoo2"_s}, {u"demo"_s}, volumes + QStringList{u"demo-zoo2-data"_s},
                    1);
    scene.engineHas(before, {u"demo"_s}, volumes);
    ClusterTask *const task = scene.service.finish(u"demo"_s, 0ms);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::DiskFull, qPrintable(ending(task)));
    QStringList removals = scene.removals();
    removals.sort();
    QCOMPARE(removals, (QStringList{u"rm --force --volumes demo-zoo2"_s, u"volume rm demo-zoo2-data"_s}));
    // Half-made as before.
    QCOMPARE(scene.files(), (QStringList{u"demo.journal"_s, u"demo.json"_s}));
    QVERIFY(scene.store.cluster(u"demo"_s)->halfMade);
    QCOMPARE(scene.repository.journal().read(u"demo"_s)->containers, before);
}

void TestFinishTask::engineDown()
{
    ActingScene scene;
    prepare(scene);
    scene.docker.ruleMatching(u"."_s)
        .err("Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?\n")
        .exit(1);
    ClusterTask *const task = scene.service.finish(u"demo"_s, 0ms);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::EngineDown, qPrintable(ending(task)));
    QCOMPARE(task->steps().first().state, StepState::Failed);
    QVERIFY(scene.store.cluster(u"demo"_s)->halfMade);
}

void TestFinishTask::unknown()
{
    ActingScene scene;
    ClusterTask *const task = scene.service.finish(u"demo"_s, 0ms);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::FileMissing, qPrintable(ending(task)));
    QCOMPARE(scene.docker.callLines(), QStringList());
}

void TestFinishTask::cancelledWhileLooking()
{
    ActingScene scene;
    prepare(scene);
    scene.docker.ruleMatching(u"."_s).hang();
    ClusterTask *const task = scene.service.finish(u"demo"_s, 0ms);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(!scene.docker.callLines().isEmpty(), patienceMs);
    task->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::Cancelled, qPrintable(ending(task)));
    QCOMPARE(scene.removals(), QStringList());
    QVERIFY(scene.store.cluster(u"demo"_s)->halfMade);
}

QTEST_GUILESS_MAIN(TestFinishTask)
#include "tst_finishtask.moc"
