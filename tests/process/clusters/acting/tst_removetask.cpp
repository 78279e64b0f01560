// SPDX-License-Identifier: GPL-3.0-or-later
#include "actingscene.h"

using namespace zoodock;
using namespace zoodock::test;

namespace
{

const QStringList containers{u"demo-zoo1"_s, u"demo-zoo2"_s};
const QStringList volumes{u"demo-zoo1-data"_s, u"demo-zoo2-data"_s};

} // namespace

class TestRemoveTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inOrder_data();
    void inOrder();
    void journalBeforeTheFirstCommand();
    void damagedFileGoesToo();
    void journalAloneIsEnough();
    void labelsAloneAreEnough();
    void unknown();
    void lateContainer();
    void networkInUse();
    void engineDown();
    void stoppedInTheMiddle();
};

void TestRemoveTask::inOrder_data()
{
    QTest::addColumn<bool>("withVolumes");
    QTest::newRow("with volumes") << true;
    QTest::newRow("volumes stay") << false;
}

void TestRemoveTask::inOrder()
{
    QFETCH(bool, withVolumes);
    ActingScene scene;
    QVERIFY(scene.repository.save(ActingScene::ensemble(2)).has_value());
    scene.everythingWorks();
    scene.engineHas(containers, {u"demo"_s}, volumes, 1);
    scene.engineHas({}, {}, withVolumes ? QStringList() : volumes);
    ClusterTask *const task = scene.service.remove(u"demo"_s, withVolumes);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    QStringList expected{u"rm --force --volumes demo-zoo1 demo-zoo2"_s, u"network rm demo"_s};
    if (withVolumes)
        expected += u"volume rm demo-zoo1-data demo-zoo2-data"_s;
    QCOMPARE(scene.changes(), expected);
    QCOMPARE(scene.files(), QStringList());
    QVERIFY(scene.store.cluster(u"demo"_s) == nullptr);
    int told = 0; // once, where they are kept
    for (const TaskStep &step : task->steps())
        told += step.detail.contains(u"demo-zoo1-data"_s) ? 1 : 0;
    QCOMPARE(told, withVolumes ? 0 : 1);
    for (const TaskStep &step : task->steps())
        QCOMPARE(step.state, StepState::Done);
}

void TestRemoveTask::journalBeforeTheFirstCommand()
{
    ActingScene scene;
    QVERIFY(scene.repository.save(ActingScene::ensemble(2)).has_value());
    const QString asked = scene.docker.file("asked");
    const QString go = scene.docker.file("go");
    scene.docker.rule({u"rm"_s}).touch(asked).waitForFile(go);
    scene.everythingWorks();
    scene.engineHas(containers, {u"demo"_s}, volumes, 1);
    scene.engineIsEmpty();
    ClusterTask *const task = scene.service.remove(u"demo"_s, true);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(asked), patienceMs);
    const auto entry = Journal(scene.folder.path()).read(u"demo"_s);
    QVERIFY(entry.has_value());
    QCOMPARE(entry->change, JournalEntry::Change::Remove);
    QCOMPARE(entry->containers, containers);
    QCOMPARE(entry->volumes, volumes);
    QVERIFY(entry->withVolumes);
    QFile(go).open(QIODevice::WriteOnly);
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    QCOMPARE(scene.files(), QStringList());
}

void TestRemoveTask::damagedFileGoesToo()
{
    ActingScene scene;
    QFile file(scene.folder.filePath(u"demo.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
    file.close();
    scene.repository.rescan();
    scene.everythingWorks();
    scene.engineIsEmpty();
    ClusterTask *const task = scene.service.remove(u"demo"_s, false);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    QCOMPARE(scene.files(), QStringList());
}

void TestRemoveTask::journalAloneIsEnough()
{
    ActingScene scene;
    JournalEntry entry;
    entry.ensemble = ActingScene::ensemble(2);
    entry.ensemble.context = u"far"_s;
    QVERIFY(scene.repository.journal().write(entry).has_value());
    scene.repository.rescan();
    QVERIFY(scene.store.cluster(u"demo"_s)->halfMade);
    scene.everythingWorks();
    scene.engineHas({u"demo-zoo1"_s}, {}, {}, 1);
    scene.engineIsEmpty();
    ClusterTask *const task = scene.service.remove(u"demo"_s, true);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    QVERIFY(scene.docker.callLines().contains(u"--context far rm --force --volumes demo-zoo1"_s));
    QCOMPARE(scene.files(), QStringList());
    QVERIFY(scene.store.cluster(u"demo"_s) == nullptr);
}

void TestRemoveTask::labelsAloneAreEnough()
{
    ActingScene scene;
    scene.store.setWanted(ActingScene::ensemble(2), WantedOrigin::Labels);
    scene.everythingWorks();
    scene.engineHas(containers, {}, {}, 1);
    scene.engineIsEmpty();
    ClusterTask *const task = scene.service.remove(u"demo"_s, false);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    QVERIFY(scene.store.cluster(u"demo"_s) == nullptr);
}

void TestRemoveTask::unknown()
{
    ActingScene scene;
    ClusterTask *const task = scene.service.remove(u"demo"_s, false);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::NoSuchObject, qPrintable(ending(task)));
    QCOMPARE(scene.docker.callLines(), QStringList());
}

void TestRemoveTask::lateContainer()
{
    ActingScene scene;
    QVERIFY(scene.repository.save(ActingScene::ensemble(2)).has_value());
    scene.everythingWorks();
    scene.engineHas({}, {}, {}, 3);
    scene.engineHas({u"demo-zoo2"_s}, {u"demo"_s}, {u"demo-zoo2-data"_s}, 1);
    scene.engineIsEmpty();
    ClusterTask *const task = scene.service.remove(u"demo"_s, true);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    QCOMPARE(scene.changes(), (QStringList{u"rm --force --volumes demo-zoo2"_s, u"network rm demo"_s,
                                           u"volume rm demo-zoo2-data"_s}));
}

void TestRemoveTask::networkInUse()
{
    ActingScene scene;
    QVERIFY(scene.repository.save(ActingScene::ensemble(2)).has_value());
    scene.docker.rule({u"network"_s, u"rm"_s})
        .err("Error response from daemon: error while removing network: network demo id abc has active "
             "endpoints\n")
        .exit(1);
    scene.everythingWorks();
    scene.engineHas(containers, {u"demo"_s}, {}, 1);
    scene.engineHas({}, {u"demo"_s}, {});
    ClusterTask *const task = scene.service.remove(u"demo"_s, true);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    const Error &error = task->outcome().error();
    QVERIFY2(error.kind() == ErrorKind::UndoIncomplete, qPrintable(ending(task)));
    QVERIFY(error.message().contains(u": demo."_s));
    QCOMPARE(error.cause()->kind(), ErrorKind::NetworkInUse);
    QCOMPARE(scene.files(), (QStringList{u"demo.journal"_s, u"demo.json"_s}));
    QVERIFY(scene.store.cluster(u"demo"_s)->halfMade);
}

void TestRemoveTask::engineDown()
{
    ActingScene scene;
    QVERIFY(scene.repository.save(ActingScene::ensemble(2)).has_value());
    const char *const down =
        "Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?\n";
    for (const QString &verb : {u"ps"_s, u"network"_s, u"volume"_s})
        scene.docker.rule({verb}).err(down).exit(1);
    ClusterTask *const task = scene.service.remove(u"demo"_s, true);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::EngineDown, qPrintable(ending(task)));
    // Nothing was begun: the cluster is as it was.
    QCOMPARE(scene.files(), QStringList{u"demo.json"_s});
    QVERIFY(!scene.store.cluster(u"demo"_s)->halfMade);
}

void TestRemoveTask::stoppedInTheMiddle()
{
    ActingScene scene;
    QVERIFY(scene.repository.save(ActingScene::ensemble(2)).has_value());
    const QString reached = scene.docker.file("reached");
    scene.docker.rule({u"rm"_s}).touch(reached).hang();
    scene.everythingWorks();
    scene.engineHas(containers, {u"demo"_s}, {});
    ClusterTask *const task = scene.service.remove(u"demo"_s, true);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(reached), patienceMs);
    task->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::Cancelled, qPrintable(ending(task)));
    QCOMPARE(scene.changes().size(), 1);
    QCOMPARE(scene.files(), (QStringList{u"demo.journal"_s, u"demo.json"_s}));
    QVERIFY(scene.store.cluster(u"demo"_s)->halfMade);
    QVERIFY(!scene.repository.isLocked(u"demo"_s));
}

QTEST_GUILESS_MAIN(TestRemoveTask)
#include "tst_removetask.moc"
