// SPDX-License-Identifier: GPL-3.0-or-later
#include "actingscene.h"

#include <QtTest/QSignalSpy>

using namespace zoodock;
using namespace zoodock::test;
using namespace std::chrono_literals;

class TestCreateTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inOrder();
    void journalBeforeTheFirstCommand();
    void filesThenStart();
    void pullTellsItsProgress();
    void pullFailsBeforeAnythingIsMade();
    void waitsForTheQuorum();
    void existingIsRefused();
    void damagedFileIsLeftAlone();
    void interruptedIsRefused_data();
    void interruptedIsRefused();
    void lockedIsRefused();
    void namesThatMeetAreRefused();
    void busyWhileItRuns();
    void cancelledBeforeItBegan();
    void unwritableFolder();
    void movedPortsAreTheFirstStep();
};

void TestCreateTask::inOrder()
{
    ActingScene scene;
    scene.everythingWorks();
    ClusterTask *const task = scene.service.create(scene.plan(), 0ms);
    QCOMPARE(scene.activity.tasks(), QList<ClusterTask *>{task});
    QCOMPARE(task->commands().size(), 1 + 6 + 3);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    for (const TaskStep &step : task->steps())
        QCOMPARE(step.state, StepState::Done);
    const QStringList calls = scene.changes();
    QCOMPARE(calls.size(), 10);
    for (int i = 0; i < 7; ++i)
        QVERIFY2(calls.at(i).startsWith(u"network create"_s) || calls.at(i).startsWith(u"volume create"_s),
                 qPrintable(calls.at(i)));
    for (int i = 7; i < 10; ++i)
        QVERIFY2(calls.at(i).startsWith(u"run --detach"_s), qPrintable(calls.at(i)));
    QCOMPARE(scene.files(), QStringList{u"demo.json"_s});
    QVERIFY(!scene.repository.isLocked(u"demo"_s));
    QVERIFY(!scene.store.cluster(u"demo"_s)->busy);
    QCOMPARE(task->commands().size(), 10); // nothing but what was planned
}

void TestCreateTask::journalBeforeTheFirstCommand()
{
    ActingScene scene;
    const QString go = scene.docker.file("go");
    const QString asked = scene.docker.file("asked");
    scene.docker.rule({u"network"_s, u"create"_s}).touch(asked).waitForFile(go);
    scene.docker.rule({u"volume"_s, u"create"_s}).touch(asked).waitForFile(go);
    scene.everythingWorks();
    const Plan plan = scene.plan();
    ClusterTask *const task = scene.service.create(plan, 0ms);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(asked), patienceMs);
    // Another process reads what is on the disk.
    const auto entry = Journal(scene.folder.path()).read(u"demo"_s);
    QVERIFY(entry.has_value());
    QCOMPARE(entry->change, JournalEntry::Change::Create);
    QCOMPARE(entry->containers, plan.containers);
    QCOMPARE(entry->networks, plan.networks);
    QCOMPARE(entry->volumes, plan.volumes);
    QVERIFY(entry->ensemble == plan.ensemble);
    QCOMPARE(scene.files(), (QStringList{u"demo.journal"_s, u"demo.json"_s}));
    QFile(go).open(QIODevice::WriteOnly);
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    QVERIFY(!Journal(scene.folder.path()).read(u"demo"_s).has_value());
}

void TestCreateTask::filesThenStart()
{
    ActingScene scene;
    scene.everythingWorks();
    Ensemble wanted = ActingScene::ensemble(1);
    wanted.settings.insert(u"extra"_s, u"a.note=two words"_s);
    ClusterTask *const task = scene.service.create(scene.plan(wanted), 0ms);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    const QStringList calls = scene.changes();
    QCOMPARE(calls.size(), 6);
    QVERIFY(calls.at(3).startsWith(u"create --pull never --name demo-zoo1"_s));
    QCOMPARE(calls.at(4), u"cp - demo-zoo1:/conf"_s);
    QCOMPARE(calls.at(5), u"start demo-zoo1"_s);
    bool found = false;
    for (const FakeDocker::Call &call : scene.docker.calls())
        found =
            found || (call.arguments.first() == u"cp"_s && call.standardInput.contains("a.note=two words"));
    QVERIFY(found);
}

void TestCreateTask::pullTellsItsProgress()
{
    ActingScene scene;
    const QString go = scene.docker.file("go");
    scene.docker.rule({u"pull"_s})
        .out("3.9: Pulling from library/zookeeper\n")
        .out("abc: Pull comp")
        .waitForFile(go);
    scene.everythingWorks();
    HostFacts known = ActingScene::facts();
    known.imageReferences.clear();
    ClusterTask *const task = scene.service.create(scene.plan(ActingScene::ensemble(1), known), 0ms);
    task->start();
    QTRY_COMPARE_WITH_TIMEOUT(task->steps().first().detail, u"3.9: Pulling from library/zookeeper"_s,
                              patienceMs);
    QVERIFY(task->currentSentence().contains(u"Pulling from"_s));
    QCOMPARE(scene.changes(), QStringList{u"pull zookeeper:3.9"_s});
    QFile(go).open(QIODevice::WriteOnly);
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
}

void TestCreateTask::pullFailsBeforeAnythingIsMade()
{
    ActingScene scene;
    scene.docker.rule({u"pull"_s})
        .err("Error response from daemon: pull access denied for nosuch/image\n")
        .exit(1);
    scene.everythingWorks();
    HostFacts known = ActingScene::facts();
    known.imageReferences.clear();
    ClusterTask *const task = scene.service.create(scene.plan(ActingScene::ensemble(1), known), 0ms);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QCOMPARE(task->outcome().error().kind(), ErrorKind::ImageMissing);
    const QString message = task->outcome().error().message();
    QVERIFY2(!message.contains(u"removed again"_s), qPrintable(message));
    QCOMPARE(scene.changes(), QStringList{u"pull zookeeper:3.9"_s});
    QCOMPARE(scene.files(), QStringList());
}

void TestCreateTask::waitsForTheQuorum()
{
    ActingScene scene;
    scene.everythingWorks();
    ClusterTask *const task = scene.service.create(scene.plan());
    task->start();
    QTRY_COMPARE_WITH_TIMEOUT(task->steps().constLast().state, StepState::Running, patienceMs);
    QTRY_COMPARE(task->steps().constLast().detail, u"0/3"_s);
    scene.serve(1, MemberState::Leader);
    scene.serve(2, MemberState::Follower);
    QTRY_VERIFY(task->steps().constLast().detail.contains(u"zoo3"_s));
    QVERIFY(!task->isFinished()); // one is still to come
    scene.serve(3, MemberState::Follower);
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
}

void TestCreateTask::existingIsRefused()
{
    ActingScene scene;
    const Plan plan = scene.plan();
    QVERIFY(scene.repository.save(plan.ensemble).has_value());
    ClusterTask *const task = scene.service.create(plan, 0ms);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QCOMPARE(task->outcome().error().kind(), ErrorKind::NameInUse);
    QCOMPARE(scene.docker.callLines(), QStringList());
    QCOMPARE(scene.files(), QStringList{u"demo.json"_s});
    QVERIFY(scene.store.cluster(u"demo"_s) != nullptr);
    QVERIFY(!scene.store.cluster(u"demo"_s)->busy);
}

void TestCreateTask::damagedFileIsLeftAlone()
{
    ActingScene scene;
    QFile file(scene.folder.filePath(u"demo.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{ half") > 0);
    file.close();
    ClusterTask *const task = scene.service.create(scene.plan(), 0ms);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QCOMPARE(task->outcome().error().kind(), ErrorKind::NameInUse);
    QCOMPARE(scene.docker.callLines(), QStringList());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "{ half");
}

void TestCreateTask::interruptedIsRefused_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<QString>("expected");
    QTest::newRow("creation") << int(JournalEntry::Change::Create) << u"a half-made cluster “demo”"_s;
    QTest::newRow("removal") << int(JournalEntry::Change::Remove) << u"a half-removed cluster “demo”"_s;
    QTest::newRow("settings") << int(JournalEntry::Change::Apply)
                              << u"a cluster “demo”, a change of whose settings was interrupted"_s;
}

/// The sentence says what was going on.
void TestCreateTask::interruptedIsRefused()
{
    QFETCH(int, change);
    QFETCH(QString, expected);
    ActingScene scene;
    const Plan plan = scene.plan();
    JournalEntry entry;
    entry.ensemble = plan.ensemble;
    entry.change = JournalEntry::Change(change);
    QVERIFY(scene.repository.journal().write(entry).has_value());
    ClusterTask *const task = scene.service.create(plan, 0ms);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QCOMPARE(task->outcome().error().kind(), ErrorKind::NameInUse);
    QVERIFY2(task->outcome().error().message().contains(expected), qPrintable(ending(task)));
    QCOMPARE(scene.files(), QStringList{u"demo.journal"_s});
}

void TestCreateTask::lockedIsRefused()
{
    ActingScene scene;
    const auto lock = scene.repository.lock(u"demo"_s);
    ClusterTask *const task = scene.service.create(scene.plan(), 0ms);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QCOMPARE(task->outcome().error().kind(), ErrorKind::Locked);
    QCOMPARE(scene.docker.callLines(), QStringList());
    QVERIFY(scene.repository.isLocked(u"demo"_s)); // it was not ours to let go
}

/// Another process has planned a cluster on the same network at the same time, and was faster.
void TestCreateTask::namesThatMeetAreRefused()
{
    ActingScene scene;
    scene.everythingWorks();
    Ensemble wanted = ActingScene::ensemble(2);
    wanted.network.existing = u"shared"_s;
    HostFacts known = ActingScene::facts();
    known.networkNames.insert(u"shared"_s);
    ClusterTask *const task = scene.service.create(scene.plan(wanted, known), 0ms);
    {
        ClusterStore theirs{Clock::system()};
        ClusterRepository process(scene.folder.path(), theirs);
        Ensemble faster = wanted;
        faster.name = u"search"_s;
        faster.members[0].name = u"one"_s;
        faster.members[1].name = u"ZOO2"_s;
        QVERIFY(process.save(faster).has_value());
    }
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::PlanRefused, qPrintable(ending(task)));
    const QString message = task->outcome().error().message();
    QVERIFY2(message.startsWith(u"The cluster “search” calls a member “zoo2” "_s), qPrintable(message));
    QVERIFY(scene.changes().isEmpty());
    QCOMPARE(scene.files(), QStringList{u"search.json"_s});
    QVERIFY(!scene.repository.isLocked(u"demo"_s));
}

void TestCreateTask::busyWhileItRuns()
{
    ActingScene scene;
    const QString go = scene.docker.file("go");
    scene.docker.rule({u"run"_s}).waitForFile(go);
    scene.everythingWorks();
    ClusterTask *const task = scene.service.create(scene.plan(), 0ms);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(!scene.changes().filter(u"run "_s).isEmpty(), patienceMs);
    const ClusterStatus *const status = scene.store.cluster(u"demo"_s);
    QVERIFY(status != nullptr && status->busy && !status->halfMade);
    QVERIFY(scene.repository.isLocked(u"demo"_s));
    ClusterTask *const second = scene.service.remove(u"demo"_s, true);
    second->start();
    QTRY_VERIFY_WITH_TIMEOUT(second->isFinished(), patienceMs);
    QCOMPARE(second->outcome().error().kind(), ErrorKind::Locked);
    QVERIFY(scene.store.cluster(u"demo"_s)->busy); // the refused one does not speak for the other
    QFile(go).open(QIODevice::WriteOnly);
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
}

void TestCreateTask::cancelledBeforeItBegan()
{
    ActingScene scene;
    ClusterTask *const task = scene.service.create(scene.plan(), 0ms);
    const QSignalSpy finished(task, &Operation::finished);
    task->start();
    task->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QCOMPARE(task->outcome().error().kind(), ErrorKind::Cancelled);
    QTest::qWait(100);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(scene.docker.callLines(), QStringList());
    QCOMPARE(scene.files(), QStringList());
}

void TestCreateTask::unwritableFolder()
{
    ActingScene scene;
    // A folder where the journal should go.
    QVERIFY(QDir(scene.folder.path()).mkdir(u"demo.journal"_s));
    QFile inside(scene.folder.filePath(u"demo.journal/x"_s));
    QVERIFY(inside.open(QIODevice::WriteOnly));
    ClusterTask *const task = scene.service.create(scene.plan(), 0ms);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY(!task->succeeded());
    QCOMPARE(scene.docker.callLines(), QStringList());
    QVERIFY(!QFile::exists(scene.folder.filePath(u"demo.json"_s)));
}

/// In another attempt: before what docker does, whose steps keep their places.
void TestCreateTask::movedPortsAreTheFirstStep()
{
    ActingScene scene;
    scene.everythingWorks();
    Ensemble before = ActingScene::ensemble();
    before.members[0].client.hostPort = 2999;
    Plan plan = scene.plan();
    plan.movedPorts = movedPorts(before, plan.ensemble);
    ClusterTask *const task = scene.service.create(plan, 0ms);
    QCOMPARE(task->steps().constFirst().detail, u"zoo1 has the port 2181 now, in place of 2999."_s);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    for (const TaskStep &step : task->steps())
        QCOMPARE(step.state, StepState::Done);
    QCOMPARE(task->steps().constLast().sentence, u"Create and start zoo3"_s);
    QVERIFY(task->steps().constLast().startedAt.count() >= 0);
}

QTEST_GUILESS_MAIN(TestCreateTask)
#include "tst_createtask.moc"
