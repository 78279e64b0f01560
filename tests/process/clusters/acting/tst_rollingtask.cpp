// SPDX-License-Identifier: GPL-3.0-or-later
// Member by member, with a played docker: order, waiting, cancel, and the way back.
#include "actingscene.h"

#include "clusters/removalextent.h"
#include "ensemble/ensemblejson.h"
#include "ensemble/secretrules.h"

using namespace zoodock;
using namespace zoodock::test;
using namespace std::chrono_literals;

class TestRollingTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leaderLast();
    void lostMembersFirst();
    void nobodyIsTakenFromABareQuorum();
    void cancelStopsBetween();
    void notBackInTime();
    void electionIsAwaited();
    void electionThatTakesTooLong();
    void reasonIsGivenOnce();
    void absentMemberIsRefused();
    void renamedIsRestarted();
    void takenHostPortIsRefused();
    void takenNameIsRefused();
    void onlyTheFileChanges();
    void changesOnlyWhatDiffers();
    void changedSecretIsNoticed();
    void failedMemberIsPutBack();
    void whatWasStoppedIsPutBackStopped_data();
    void whatWasStoppedIsPutBackStopped();
    void portsThatChangeHandsGoTogether();
    void cancelOfAllTogetherGoesBack();
    void cancelTellsWhoHasTheNewSettings();
    void refusals();
    void journalIsResumed();
    void allTogetherIsResumed();
    void extentWithoutSizes();

private:
    static void prepare(ActingScene &scene, const Ensemble &ensemble = ActingScene::ensemble())
    {
        QVERIFY(scene.repository.save(ensemble).has_value());
        scene.serve(1, MemberState::Follower);
        scene.serve(2, MemberState::Leader);
        scene.serve(3, MemberState::Follower);
    }
    /// The member runs in another container, or anew, and serves.
    static void comeBack(ActingScene &scene, int memberId, MemberState mode, int life)
    {
        ContainerObservation again = ActingScene::observed(ContainerLife::Running);
        again.startedAt = again.startedAt.addSecs(life);
        scene.store.observeContainer(u"demo"_s, memberId, again);
        answer(scene, memberId, mode);
    }
    static void answer(ActingScene &scene, int memberId, MemberState mode)
    {
        ProbeObservation probe;
        probe.outcome = ProbeOutcome::Serving;
        probe.report.mode = mode;
        probe.at = Clock::system().monotonic() + 1ms;
        scene.store.observeProbe(u"demo"_s, memberId, probe);
    }
    /// All answer that they serve nobody.
    static void elect(ActingScene &scene)
    {
        for (int id = 1; id <= 3; ++id) {
            scene.run(id);
            ProbeObservation probe;
            probe.outcome = ProbeOutcome::NotServing;
            probe.at = Clock::system().monotonic() + 1ms;
            scene.store.observeProbe(u"demo"_s, id, probe);
        }
    }
    /// After a death the others are asked again.
    static void lose(ActingScene &scene, int memberId, ContainerLife life)
    {
        scene.store.observeContainer(u"demo"_s, memberId, ActingScene::observed(life, 137));
        QTest::qWait(5);
        answer(scene, 1, MemberState::Follower);
        answer(scene, 2, MemberState::Leader);
    }
    static Ensemble changed(const QString &tickTime = u"1500"_s)
    {
        Ensemble wanted = ActingScene::ensemble();
        wanted.settings.insert(u"tickTime"_s, tickTime);
        return wanted;
    }
    /// The engine has members made with these wishes, but for those without one; some were never started.
    static void engineMade(ActingScene &scene, const QList<Ensemble> &specs,
                           const QList<int> &neverStarted = {}, const QList<int> &stopped = {}, int looks = 0)
    {
        QByteArray ids;
        QJsonArray objects;
        for (int id = 1; id <= specs.size(); ++id) {
            if (specs.at(id - 1).members.isEmpty())
                continue;
            const QString name = u"demo-zoo%1"_s.arg(id);
            ids += ActingScene::idOf(name) + '\n';
            QJsonObject object = ActingScene::inspected(name);
            object.insert(u"Config"_s,
                          QJsonObject{{u"Labels"_s,
                                       QJsonObject{{u"org.zoodock.cluster"_s, u"demo"_s},
                                                   {u"org.zoodock.member"_s, QString::number(id)},
                                                   {u"org.zoodock.spec"_s,
                                                    QString::fromUtf8(toCompactJson(specs.at(id - 1)))}}}});
            if (neverStarted.contains(id))
                object.insert(u"State"_s, QJsonObject{{u"Status"_s, u"created"_s},
                                                      {u"StartedAt"_s, u"0001-01-01T00:00:00Z"_s}});
            if (stopped.contains(id))
                object.insert(u"State"_s, QJsonObject{{u"Status"_s, u"exited"_s},
                                                      {u"StartedAt"_s, u"2024-01-01T00:00:00Z"_s}});
            objects.append(object);
        }
        scene.docker.rule({u"ps"_s}).times(looks).out(ids);
        scene.docker.rule({u"inspect"_s}).out(QJsonDocument(objects).toJson());
        const auto ours = [](const QByteArray &name) {
            return "{\"Name\":\"" + name + "\",\"Labels\":\"org.zoodock.cluster=demo\"}\n";
        };
        QByteArray volumes;
        for (const char *member : {"demo-zoo1", "demo-zoo2", "demo-zoo3"})
            volumes += ours(QByteArray(member) + "-data") + ours(QByteArray(member) + "-datalog");
        scene.docker.rule({u"network"_s, u"ls"_s}).out(ours("demo"));
        scene.docker.rule({u"volume"_s, u"ls"_s}).out(volumes);
    }
    static QList<StepState> states(const ClusterTask *task)
    {
        QList<StepState> list;
        for (const TaskStep &step : task->steps())
            list += step.state;
        return list;
    }
    static QStringList restarts(const ActingScene &scene)
    {
        return scene.docker.callLines().filter(u"restart"_s);
    }
};

#define AWAIT_CALLS(call, count)                                                                             \
    QTRY_COMPARE_WITH_TIMEOUT(scene.docker.callLines().filter(call).size(), count, patienceMs)
#define AWAIT_END(task) QTRY_VERIFY_WITH_TIMEOUT((task)->isFinished(), patienceMs)

void TestRollingTask::leaderLast()
{
    ActingScene scene;
    prepare(scene);
    scene.docker.rule({u"restart"_s});
    ClusterTask *const task = scene.service.rollingRestart(u"demo"_s);
    task->start();
    AWAIT_CALLS(u"restart"_s, 1);
    QTest::qWait(300);
    QCOMPARE(restarts(scene).size(), 1); // what is known of it is from before
    comeBack(scene, 1, MemberState::Follower, 1);
    AWAIT_CALLS(u"restart"_s, 2);
    QCOMPARE(states(task), (QList{StepState::Done, StepState::Waiting, StepState::Running}));
    QTRY_VERIFY2_WITH_TIMEOUT(task->steps().at(2).detail.contains(u"zoo3"_s),
                              qPrintable(task->steps().at(2).detail), patienceMs);
    comeBack(scene, 3, MemberState::Follower, 1);
    AWAIT_CALLS(u"restart"_s, 3);
    comeBack(scene, 2, MemberState::Leader, 1);
    AWAIT_END(task);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    QCOMPARE(restarts(scene), (QStringList{u"restart -t 10 demo-zoo1"_s, u"restart -t 10 demo-zoo3"_s,
                                           u"restart -t 10 demo-zoo2"_s}));
    QVERIFY(!scene.repository.isLocked(u"demo"_s));
}

void TestRollingTask::lostMembersFirst()
{
    ActingScene scene;
    prepare(scene);
    lose(scene, 3, ContainerLife::Exited);
    scene.docker.rule({u"restart"_s});
    ClusterTask *const task = scene.service.rollingRestart(u"demo"_s);
    task->start();
    AWAIT_CALLS(u"restart"_s, 1);
    QCOMPARE(restarts(scene), QStringList{u"restart -t 10 demo-zoo3"_s});
    comeBack(scene, 3, MemberState::Follower, 1);
    AWAIT_CALLS(u"restart"_s, 2);
    task->cancel();
    AWAIT_END(task);
}

/// Two of three serve, and the third is not to be touched.
void TestRollingTask::nobodyIsTakenFromABareQuorum()
{
    ActingScene scene;
    prepare(scene);
    lose(scene, 3, ContainerLife::Exited);
    ClusterTask *const task = scene.service.rollingRestart(u"demo"_s, {1});
    task->start();
    AWAIT_END(task);
    QVERIFY2(task->error().kind() == ErrorKind::NoQuorum, qPrintable(ending(task)));
    QVERIFY2(task->error().message().contains(u"zoo1"_s), qPrintable(ending(task)));
    QCOMPARE(scene.docker.callLines(), QStringList());
}

void TestRollingTask::cancelStopsBetween()
{
    ActingScene scene;
    prepare(scene);
    const QString go = scene.docker.file("go");
    scene.docker.rule({u"restart"_s}).waitForFile(go);
    ClusterTask *const task = scene.service.rollingRestart(u"demo"_s);
    task->start();
    AWAIT_CALLS(u"restart"_s, 1);
    task->cancel();
    QTest::qWait(200);
    QVERIFY(!task->isFinished()); // half a restart would be a stopped member
    QFile(go).open(QIODevice::WriteOnly);
    AWAIT_END(task);
    QVERIFY2(task->error().kind() == ErrorKind::Cancelled, qPrintable(ending(task)));
    QCOMPARE(states(task), (QList{StepState::Done, StepState::NotBegun, StepState::NotBegun}));
    QCOMPARE(restarts(scene).size(), 1);
}

void TestRollingTask::notBackInTime()
{
    ActingScene scene;
    prepare(scene);
    scene.docker.rule({u"restart"_s});
    scene.docker.rule({u"logs"_s}).out("the reason\n");
    ClusterTask *const task = scene.service.rollingRestart(u"demo"_s, {}, 700ms);
    task->start();
    AWAIT_CALLS(u"restart"_s, 1);
    ContainerObservation again = ActingScene::observed(ContainerLife::Running);
    again.startedAt = again.startedAt.addSecs(1);
    scene.store.observeContainer(u"demo"_s, 1, again);
    AWAIT_END(task);
    QVERIFY2(task->error().kind() == ErrorKind::NoQuorum, qPrintable(ending(task)));
    QVERIFY2(task->error().message().contains(u"zoo1"_s), qPrintable(ending(task)));
    QVERIFY2(task->error().detail().contains(u"the reason"_s), qPrintable(ending(task)));
    QCOMPARE(states(task), (QList{StepState::Failed, StepState::NotBegun, StepState::NotBegun}));
    QCOMPARE(restarts(scene).size(), 1);
}

/// All run, and have no leader yet: there is nothing to be lost, and nothing to be mended either.
void TestRollingTask::electionIsAwaited()
{
    ActingScene scene;
    QVERIFY(scene.repository.save(ActingScene::ensemble()).has_value());
    elect(scene);
    scene.docker.rule({u"restart"_s});
    ClusterTask *const task = scene.service.rollingRestart(u"demo"_s);
    task->start();
    QTest::qWait(200);
    QCOMPARE(states(task),
             (QList{StepState::Running, StepState::Waiting, StepState::Waiting, StepState::Waiting}));
    QCOMPARE(restarts(scene), QStringList());
    prepare(scene); // the leader is elected
    AWAIT_CALLS(u"restart"_s, 1);
    QCOMPARE(states(task),
             (QList{StepState::Done, StepState::Running, StepState::Waiting, StepState::Waiting}));
    task->cancel();
    AWAIT_END(task);
}

void TestRollingTask::electionThatTakesTooLong()
{
    ActingScene scene;
    QVERIFY(scene.repository.save(ActingScene::ensemble()).has_value());
    elect(scene);
    ClusterTask *const task = scene.service.rollingRestart(u"demo"_s, {}, 300ms);
    task->start();
    AWAIT_END(task);
    QVERIFY2(task->error().kind() == ErrorKind::NoQuorum, qPrintable(ending(task)));
    QVERIFY(task->error().cause() && task->error().cause()->kind() == ErrorKind::Timeout);
    QCOMPARE(states(task),
             (QList{StepState::Failed, StepState::NotBegun, StepState::NotBegun, StepState::NotBegun}));
    QCOMPARE(scene.docker.callLines(), QStringList());
    QVERIFY(!scene.repository.isLocked(u"demo"_s));
}

void TestRollingTask::reasonIsGivenOnce()
{
    ActingScene scene;
    prepare(scene);
    for (int id = 1; id <= 3; ++id)
        lose(scene, id, ContainerLife::Exited);
    scene.store.observeContainer(u"demo"_s, 1, ActingScene::observed(ContainerLife::Exited, 137));
    scene.store.observeContainer(u"demo"_s, 2, ActingScene::observed(ContainerLife::Exited, 137));
    scene.docker.rule({u"restart"_s});
    scene.docker.rule({u"logs"_s});
    ClusterTask *const task = scene.service.rollingRestart(u"demo"_s, {}, 300ms);
    task->start();
    AWAIT_END(task);
    QCOMPARE(states(task), (QList{StepState::Failed, StepState::Failed, StepState::Failed}));
    QCOMPARE(restarts(scene).size(), 3);
    QVERIFY(!task->steps().at(0).detail.isEmpty());
    QCOMPARE(task->steps().at(1).detail, QString());
    QCOMPARE(task->steps().at(2).detail, QString());
}

void TestRollingTask::absentMemberIsRefused()
{
    ActingScene scene;
    prepare(scene);
    scene.store.observeContainer(u"demo"_s, 2, ActingScene::observed(ContainerLife::Absent));
    for (ClusterTask *const task :
         {scene.service.rollingRestart(u"demo"_s), scene.service.rollingRestart(u"nobody"_s),
          scene.service.rollingRestart(u"demo"_s, {9})}) {
        task->start();
        AWAIT_END(task);
        QVERIFY2(task->error().kind() == ErrorKind::NoSuchObject, qPrintable(ending(task)));
    }
    QCOMPARE(scene.docker.callLines(), QStringList());
}

/// Its container would start, and its server end, again and again.
/// Somebody has renamed the container of zoo1.
void TestRollingTask::renamedIsRestarted()
{
    ActingScene scene;
    prepare(scene);
    ContainerObservation renamed = ActingScene::observed(ContainerLife::Running);
    renamed.name = u"demo-other"_s;
    scene.store.observeContainer(u"demo"_s, 1, renamed);
    scene.docker.rule({u"restart"_s});
    ClusterTask *const task = scene.service.rollingRestart(u"demo"_s, {1});
    task->start();
    AWAIT_CALLS(u"restart"_s, 1);
    comeBack(scene, 1, MemberState::Follower, 1);
    AWAIT_END(task);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    QVERIFY2(restarts(scene).first().endsWith(" demo-other"_L1), qPrintable(restarts(scene).first()));
}

void TestRollingTask::takenHostPortIsRefused()
{
    ActingScene scene;
    prepare(scene, makeEnsemble(u"demo"_s, 3, 0, NetworkMode::Host, u"zookeeper:3.9"_s));
    lose(scene, 3, ContainerLife::Exited);
    scene.engineAnswers();
    scene.engineHas({u"demo-zoo1"_s, u"demo-zoo2"_s, u"demo-zoo3"_s}, {}, {});
    scene.docker.rule({u"run"_s})
        .out("  sl  local_address rem_address   st\n   0: 0100007F:0F32 00000000:0000 0A 0\n"); // 3890
    ClusterTask *const task = scene.service.rollingRestart(u"demo"_s);
    task->start();
    AWAIT_END(task);
    QVERIFY2(task->error().kind() == ErrorKind::PortInUse, qPrintable(ending(task)));
    QVERIFY2(task->error().message().startsWith(u"Port 3890 is used by a program"_s),
             qPrintable(ending(task)));
    QCOMPARE(states(task), (QList{StepState::Waiting, StepState::Waiting, StepState::Failed}));
    QCOMPARE(restarts(scene), QStringList());
}

/// Somebody renamed member 3's container, and another has its name: it could not be made again.
void TestRollingTask::takenNameIsRefused()
{
    ActingScene scene;
    prepare(scene);
    scene.engineAnswers();
    QByteArray ids;
    QJsonArray objects;
    const QStringList names{u"demo-zoo1"_s, u"demo-zoo2"_s, u"demo-other"_s, u"demo-zoo3"_s};
    for (int id = 1; id <= names.size(); ++id) {
        const QString name = names.at(id - 1);
        ids += ActingScene::idOf(name) + '\n';
        const QByteArray spec = toCompactJson(id == 3 ? ActingScene::ensemble() : changed());
        const QJsonObject ours{{u"org.zoodock.cluster"_s, u"demo"_s},
                               {u"org.zoodock.member"_s, QString::number(id)},
                               {u"org.zoodock.spec"_s, QString::fromUtf8(spec)}};
        QJsonObject object = ActingScene::inspected(name);
        object.insert(u"Config"_s, QJsonObject{{u"Labels"_s, id <= 3 ? ours : QJsonObject()}});
        objects.append(object);
    }
    scene.docker.rule({u"ps"_s}).out(ids);
    scene.docker.rule({u"inspect"_s}).out(QJsonDocument(objects).toJson());
    scene.docker.rule({u"run"_s}); // who listens
    scene.engineHas({}, {u"demo"_s}, {});
    ClusterTask *const task = scene.service.apply(changed());
    task->start();
    AWAIT_END(task);
    QVERIFY2(task->error().kind() == ErrorKind::NameInUse, qPrintable(ending(task)));
    QVERIFY2(task->error().message().contains(u"“demo-zoo3”"_s), qPrintable(ending(task)));
    QCOMPARE(scene.changes().filter(QRegularExpression(u"^(stop|rm|run --detach|create) "_s)), QStringList());
    QCOMPARE(scene.repository.load(u"demo"_s).value_or(Ensemble()), ActingScene::ensemble());
}

void TestRollingTask::onlyTheFileChanges()
{
    ActingScene scene;
    prepare(scene);
    engineMade(scene, {ActingScene::ensemble(), ActingScene::ensemble(), ActingScene::ensemble()});
    Ensemble wanted = ActingScene::ensemble();
    wanted.extra.insert(u"somethingNew"_s, true);
    ClusterTask *const task = scene.service.apply(wanted);
    task->start();
    AWAIT_END(task);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    QCOMPARE(scene.changes(), QStringList());
    QCOMPARE(scene.repository.load(u"demo"_s).value_or(Ensemble()), wanted);
    QCOMPARE(scene.files(), QStringList{u"demo.json"_s});
}

void TestRollingTask::changesOnlyWhatDiffers()
{
    ActingScene scene;
    prepare(scene);
    scene.engineAnswers();
    engineMade(scene, {changed(), changed(), ActingScene::ensemble()}); // cancelled once
    for (const QString &verb : {u"stop"_s, u"rm"_s, u"run"_s})
        scene.docker.rule({verb});
    ClusterTask *const task = scene.service.apply(changed());
    task->start();
    AWAIT_CALLS(u"run --detach"_s, 1);
    QCOMPARE(scene.files(), (QStringList{u"demo.journal"_s, u"demo.json"_s}));
    QVERIFY(scene.repository.journal().read(u"demo"_s)->change == JournalEntry::Change::Apply);
    QCOMPARE(scene.repository.load(u"demo"_s).value_or(Ensemble()), ActingScene::ensemble());
    comeBack(scene, 3, MemberState::Follower, 1);
    AWAIT_END(task);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    const QStringList calls = scene.changes().filter(u"zoo3"_s);
    QCOMPARE(calls.size(), 3);
    QCOMPARE(calls.at(0), u"stop -t 10 demo-zoo3"_s);
    QCOMPARE(calls.at(1), u"rm --force --volumes demo-zoo3"_s);
    QVERIFY2(calls.at(2).contains(u"--volume demo-zoo3-data:/data"_s), qPrintable(calls.at(2)));
    QVERIFY2(calls.at(2).contains(u"ZOO_TICK_TIME=1500"_s), qPrintable(calls.at(2)));
    QCOMPARE(scene.repository.load(u"demo"_s).value_or(Ensemble()), changed());
    QCOMPARE(scene.files(), QStringList{u"demo.json"_s});
}

/// The labels have no secrets: their digests say who was made with which.
void TestRollingTask::changedSecretIsNoticed()
{
    ActingScene scene;
    Ensemble file = ActingScene::ensemble();
    file.settings.insert(u"extra"_s, u"ssl.keyStore.password=hush1"_s);
    file = withSecretsKey(file);
    prepare(scene, file);
    Ensemble wanted = file;
    wanted.settings.insert(u"extra"_s, u"ssl.keyStore.password=hush2"_s);
    engineMade(scene, {withoutSecrets(file), withoutSecrets(wanted), withoutSecrets(file)});
    for (const auto &[wish, members] : {std::pair(file, QList{2}), std::pair(wanted, QList{1, 3})}) {
        auto *const comparison = scene.service.compare(wish, &scene.service);
        comparison->start();
        QTRY_VERIFY_WITH_TIMEOUT(comparison->isFinished(), patienceMs);
        QVERIFY2(comparison->succeeded(), qPrintable(ending(comparison)));
        QCOMPARE(comparison->value().members, members);
    }
}

void TestRollingTask::failedMemberIsPutBack()
{
    ActingScene scene;
    prepare(scene);
    scene.engineAnswers();
    engineMade(scene, {ActingScene::ensemble(), changed(), changed()});
    scene.docker.rule({u"stop"_s});
    scene.docker.rule({u"rm"_s});
    scene.docker.ruleMatching(u"ZOO_TICK_TIME=1500"_s)
        .err("Error response from daemon: no space left on device\n")
        .exit(125);
    scene.docker.rule({u"run"_s});
    scene.docker.rule({u"start"_s});
    ClusterTask *const task = scene.service.apply(changed());
    task->start();
    AWAIT_CALLS(u"start demo-zoo1"_s, 1); // the played engine says that the old one is still there
    comeBack(scene, 1, MemberState::Follower, 1);
    AWAIT_END(task);
    QVERIFY2(task->error().kind() == ErrorKind::DiskFull, qPrintable(ending(task)));
    QVERIFY2(task->error().message().contains(u"zoo1"_s), qPrintable(ending(task)));
    QCOMPARE(task->steps().constLast().state, StepState::Undone);
    QCOMPARE(scene.repository.load(u"demo"_s).value_or(Ensemble()), ActingScene::ensemble());
    QCOMPARE(scene.files(), QStringList{u"demo.json"_s});
    QVERIFY(!scene.repository.isLocked(u"demo"_s));
}

void TestRollingTask::whatWasStoppedIsPutBackStopped_data()
{
    QTest::addColumn<bool>("removed");
    QTest::addColumn<bool>("files");
    QTest::newRow("it is still there") << false << false;
    QTest::newRow("it was removed") << true << false;
    QTest::newRow("it was removed, and takes files") << true << true;
}

/// Members 1 and 2 serve and have the new settings already.
void TestRollingTask::whatWasStoppedIsPutBackStopped()
{
    QFETCH(bool, removed);
    QFETCH(bool, files);
    ActingScene scene;
    Ensemble before = ActingScene::ensemble();
    Ensemble wanted = changed();
    if (files) {
        before.settings.insert(u"extra"_s, u"a.note=two words"_s);
        wanted.settings.insert(u"extra"_s, u"a.note=two words"_s);
    }
    prepare(scene, before);
    lose(scene, 3, ContainerLife::Exited);
    scene.engineAnswers();
    scene.docker.rule({u"rm"_s});
    FakeRule making =
        files ? scene.docker.rule({u"cp"_s}).times(1) : scene.docker.ruleMatching(u"ZOO_TICK_TIME=1500"_s);
    making.err("Error response from daemon: no space left on device\n").exit(125);
    for (const QString &verb : {u"run"_s, u"create"_s, u"cp"_s, u"start"_s})
        scene.docker.rule({verb});
    engineMade(scene, {wanted, wanted, before}, {}, {3}, removed ? 2 : 0);
    scene.docker.rule({u"ps"_s}); // on the way back
    ClusterTask *const task = scene.service.apply(wanted);
    task->start();
    AWAIT_END(task);
    QVERIFY2(task->error().kind() == ErrorKind::DiskFull, qPrintable(ending(task)));
    QVERIFY2(task->error().message().contains(u"stopped"_s), qPrintable(ending(task)));
    QCOMPARE(task->steps().constLast().state, StepState::Undone);
    QCOMPARE(scene.changes().filter(QRegularExpression(u"^start "_s)), QStringList());
    const QStringList made = scene.changes().filter(QRegularExpression(u"^(run --detach|create) "_s));
    QCOMPARE(made.size(), removed ? 2 : 1);
    QCOMPARE(made.last().startsWith("create "_L1), removed);
}

/// Nobody can take a port that another still has; and they are looked for at the new ones at once.
void TestRollingTask::portsThatChangeHandsGoTogether()
{
    ActingScene scene;
    const Ensemble before = ActingScene::ensemble();
    Ensemble wanted = before;
    std::swap(wanted.members[0].client.hostPort, wanted.members[1].client.hostPort);
    prepare(scene);
    engineMade(scene, {before, before, before});
    scene.engineAnswers();
    for (const QString &verb : {u"stop"_s, u"rm"_s, u"run"_s})
        scene.docker.rule({verb});
    ClusterTask *const task = scene.service.apply(wanted);
    task->start();
    AWAIT_CALLS(u"run --detach"_s, 2);
    QCOMPARE(scene.repository.load(u"demo"_s).value_or(Ensemble()), wanted);
    QCOMPARE(scene.files(), (QStringList{u"demo.journal"_s, u"demo.json"_s}));
    comeBack(scene, 1, MemberState::Follower, 1);
    comeBack(scene, 2, MemberState::Leader, 1);
    AWAIT_END(task);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    QStringList verbs;
    for (const QString &call : scene.changes().filter(QRegularExpression(u"^(stop|rm|run --detach)"_s)))
        verbs += call.section(u' ', 0, 0);
    QCOMPARE(verbs.size(), 6);
    QCOMPARE(verbs.mid(4), (QStringList{u"run"_s, u"run"_s})); // after all of the others
    QVERIFY(scene.changes().filter(u"zoo3"_s).filter(u"demo-zoo3 "_s).isEmpty());
    QCOMPARE(scene.files(), QStringList{u"demo.json"_s});
}

void TestRollingTask::cancelOfAllTogetherGoesBack()
{
    ActingScene scene;
    const Ensemble before = ActingScene::ensemble();
    Ensemble wanted = before;
    std::swap(wanted.members[0].client.hostPort, wanted.members[1].client.hostPort);
    prepare(scene);
    engineMade(scene, {before, before, before});
    scene.engineAnswers();
    const QString goOn = scene.docker.file("go-on");
    scene.docker.rule({u"stop"_s}).waitForFile(goOn);
    for (const QString &verb : {u"rm"_s, u"run"_s, u"start"_s})
        scene.docker.rule({verb});
    ClusterTask *const task = scene.service.apply(wanted);
    task->start();
    AWAIT_CALLS(u"stop -t 10"_s, 2);
    task->cancel();
    QVERIFY(QFile(goOn).open(QIODevice::WriteOnly));
    AWAIT_CALLS(u"start demo-zoo"_s, 2); // the played engine says that the old ones are still there
    QCOMPARE(scene.repository.load(u"demo"_s).value_or(Ensemble()), before);
    comeBack(scene, 1, MemberState::Follower, 1);
    comeBack(scene, 2, MemberState::Leader, 1);
    AWAIT_END(task);
    QVERIFY2(task->error().kind() == ErrorKind::Cancelled, qPrintable(ending(task)));
    // Right for one member and for many.
    QVERIFY2(task->error().message().contains(u"The settings from before are back on zoo1, zoo2."_s),
             qPrintable(ending(task)));
    QCOMPARE(scene.repository.load(u"demo"_s).value_or(Ensemble()), before);
    QCOMPARE(scene.files(), QStringList{u"demo.json"_s});
    QVERIFY(!scene.repository.isLocked(u"demo"_s));
}

void TestRollingTask::cancelTellsWhoHasTheNewSettings()
{
    ActingScene scene;
    prepare(scene);
    engineMade(scene, {ActingScene::ensemble(), ActingScene::ensemble(), ActingScene::ensemble()});
    scene.engineAnswers();
    for (const QString &verb : {u"stop"_s, u"rm"_s, u"run"_s, u"start"_s})
        scene.docker.rule({verb});
    ClusterTask *const task = scene.service.apply(changed());
    task->start();
    AWAIT_CALLS(u"run --detach"_s, 1);
    comeBack(scene, 1, MemberState::Follower, 1);
    AWAIT_CALLS(u"run --detach"_s, 2);
    task->cancel();
    AWAIT_CALLS(u"start demo-zoo3"_s, 1); // the played engine says that the old one is still there
    comeBack(scene, 3, MemberState::Follower, 2);
    AWAIT_END(task);
    QVERIFY2(task->error().kind() == ErrorKind::Cancelled, qPrintable(ending(task)));
    const QString message = task->error().message();
    QVERIFY2(message.contains(u"1 of 3 members"_s) && message.contains(u"(zoo1)"_s), qPrintable(message));
    QVERIFY2(message.contains(u"Discard Changes"_s), qPrintable(message));
}

void TestRollingTask::refusals()
{
    ActingScene scene;
    prepare(scene);
    engineMade(scene, {ActingScene::ensemble(), ActingScene::ensemble(), ActingScene::ensemble()});
    scene.engineAnswers();
    scene.docker.rule({u"run"_s, u"--rm"_s}); // the look at the host's ports
    Ensemble moved = ActingScene::ensemble();
    moved.context = u"far"_s;
    Ensemble bad = changed(u"banana"_s);
    for (const auto &[wanted, kind] :
         {std::pair(moved, ErrorKind::InvalidInput), std::pair(bad, ErrorKind::PlanRefused)}) {
        ClusterTask *const task = scene.service.apply(wanted);
        task->start();
        AWAIT_END(task);
        QVERIFY2(task->error().kind() == kind, qPrintable(ending(task)));
    }
    QCOMPARE(scene.changes().filter(u"demo"_s), QStringList());
    QCOMPARE(scene.files(), QStringList{u"demo.json"_s});
}

/// The program was killed when the third was away.
void TestRollingTask::journalIsResumed()
{
    ActingScene scene;
    prepare(scene);
    lose(scene, 3, ContainerLife::Absent);
    JournalEntry entry;
    entry.change = JournalEntry::Change::Apply;
    entry.ensemble = changed();
    QVERIFY(scene.repository.journal().write(entry).has_value());
    scene.engineAnswers();
    engineMade(scene, {changed(), changed()});
    scene.docker.rule({u"run"_s});
    ClusterTask *const task = scene.service.finish(u"demo"_s);
    task->start();
    AWAIT_CALLS(u"run --detach"_s, 1);
    comeBack(scene, 3, MemberState::Follower, 1);
    AWAIT_END(task);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    QCOMPARE(scene.repository.load(u"demo"_s).value_or(Ensemble()), changed());
    QCOMPARE(scene.files(), QStringList{u"demo.json"_s});
}

/// The program was killed in the middle: one is away, one is made and was never started, one is as it was.
void TestRollingTask::allTogetherIsResumed()
{
    ActingScene scene;
    const Ensemble before = ActingScene::ensemble();
    Ensemble wanted = before;
    const quint16 first = wanted.members.at(0).client.hostPort;
    wanted.members[0].client.hostPort = wanted.members.at(1).client.hostPort;
    wanted.members[1].client.hostPort = wanted.members.at(2).client.hostPort;
    wanted.members[2].client.hostPort = first;
    prepare(scene, wanted); // where all move at once, the file is written first
    lose(scene, 1, ContainerLife::Absent);
    scene.store.observeContainer(u"demo"_s, 2, ActingScene::observed(ContainerLife::Created));
    JournalEntry entry;
    entry.change = JournalEntry::Change::Apply;
    entry.ensemble = wanted;
    QVERIFY(scene.repository.journal().write(entry).has_value());
    scene.engineAnswers();
    engineMade(scene, {{}, wanted, before}, {2});
    for (const QString &verb : {u"stop"_s, u"rm"_s, u"run"_s})
        scene.docker.rule({verb});
    ClusterTask *const task = scene.service.finish(u"demo"_s);
    task->start();
    AWAIT_CALLS(u"run --detach"_s, 3);
    comeBack(scene, 1, MemberState::Follower, 1);
    comeBack(scene, 2, MemberState::Leader, 1);
    comeBack(scene, 3, MemberState::Follower, 1);
    AWAIT_END(task);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
    const QStringList calls = scene.changes().filter(QRegularExpression(u"^(stop|rm|run --detach)"_s));
    QCOMPARE(calls.size(), 6);
    QStringList away = calls.mid(0, 3); // of the two, side by side
    away.sort();
    QCOMPARE(away.filter(u"demo-zoo1"_s), QStringList());
    QCOMPARE(away.filter(QRegularExpression(u"^rm .*demo-zoo[23]$"_s)).size(), 2);
    QCOMPARE(away.filter(QRegularExpression(u"^stop .*demo-zoo3$"_s)).size(), 1);
    QCOMPARE(calls.mid(3).filter(u"run --detach"_s).size(), 3);
    QCOMPARE(scene.repository.load(u"demo"_s).value_or(Ensemble()), wanted);
    QCOMPARE(scene.files(), QStringList{u"demo.json"_s});
}

void TestRollingTask::extentWithoutSizes()
{
    ActingScene scene;
    prepare(scene);
    scene.docker.rule({u"system"_s}).err("unknown shorthand flag\n").exit(125);
    scene.engineHas({u"demo-zoo1"_s}, {u"demo"_s}, {u"demo-zoo1-data"_s});
    ValueOperation<RemovalExtent> *const query = scene.service.removalExtent(u"demo"_s, &scene.store);
    query->start();
    AWAIT_END(query);
    QVERIFY(query->succeeded());
    QCOMPARE(query->value().containers, QStringList{u"demo-zoo1"_s});
    QCOMPARE(query->value().volumes.size(), 1);
    QVERIFY(!query->value().bytes());
    QVERIFY(!query->value().volumesPhrase().isEmpty());
}

QTEST_GUILESS_MAIN(TestRollingTask)
#include "tst_rollingtask.moc"
