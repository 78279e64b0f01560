// SPDX-License-Identifier: GPL-3.0-or-later
// A creation fails, is cancelled, crashes or hangs, at every step.
#include "actingscene.h"

using namespace zoodock;
using namespace zoodock::test;
using namespace std::chrono_literals;

namespace
{

enum class Mishap { Fails, Cancelled, Crashes, Hangs };

const QStringList network{u"demo"_s};
const QStringList oneVolume{u"demo-zoo1-data"_s};
const QStringList volumes{u"demo-zoo1-data"_s,    u"demo-zoo1-datalog"_s, u"demo-zoo2-data"_s,
                          u"demo-zoo2-datalog"_s, u"demo-zoo3-data"_s,    u"demo-zoo3-datalog"_s};
const QStringList containers{u"demo-zoo1"_s, u"demo-zoo2"_s, u"demo-zoo3"_s};

int position(const QStringList &lines, const QString &line)
{
    return static_cast<int>(lines.indexOf(line));
}

} // namespace

class TestWayBack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromEachStep_data();
    void fromEachStep();
    void ignoresSigterm();
    void failedStartLeavesACreatedContainer();
    void portTaken();
    void lateContainer();
    void foreignNameIsLeftAlone();
    void oldVolumesAreLeftAlone();
    void undoThatFails();
    void undoThatFailsAtFirst();
    void engineGone();
    void secondCancelChangesNothing();
    void nothingMadeNothingRemoved();
    void cancelledPull();

private:
    static void finish(ClusterTask *task) { QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs); }
};

void TestWayBack::fromEachStep_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<Mishap>("mishap");
    QTest::addColumn<bool>("files");
    QTest::addColumn<QStringList>("left"); // of containers
    struct Step
    {
        const char *name;
        QStringList command;
        bool files;
        QStringList left;
    };
    const QList<Step> steps{
        {"network", {u"network"_s, u"create"_s}, false, {}},
        {"volume", {u"volume"_s, u"create"_s}, false, {}},
        {"run", {u"run"_s}, false, containers},
        {"create", {u"create"_s}, true, {u"demo-zoo2"_s}},
        {"cp", {u"cp"_s}, true, containers},
        {"start", {u"start"_s}, true, containers},
    };
    const QList<std::pair<const char *, Mishap>> mishaps{{"fails", Mishap::Fails},
                                                         {"is cancelled", Mishap::Cancelled},
                                                         {"crashes", Mishap::Crashes},
                                                         {"hangs", Mishap::Hangs}};
    for (const Step &step : steps) {
        for (const auto &[name, mishap] : mishaps)
            QTest::addRow("%s %s", step.name, name) << step.command << mishap << step.files << step.left;
    }
}

void TestWayBack::fromEachStep()
{
    QFETCH(QStringList, command);
    QFETCH(Mishap, mishap);
    QFETCH(bool, files);
    QFETCH(QStringList, left);
    ActingScene scene;
    const QString reached = scene.docker.file("reached");
    FakeRule rule = scene.docker.rule(command).touch(reached);
    if (mishap == Mishap::Fails)
        rule.err("Error response from daemon: no space left on device\n").exit(1);
    else if (mishap == Mishap::Crashes)
        rule.crash();
    else
        rule.hang();
    scene.everythingWorks();
    scene.engineHas(left, network, oneVolume, 1);
    scene.engineIsEmpty();

    Ensemble wanted = ActingScene::ensemble();
    if (files)
        wanted.settings.insert(u"extra"_s, u"a.note=two words"_s);
    Plan plan = scene.plan(wanted);
    for (PlanStep &step : plan.steps) {
        for (CommandSpec &planned : step.commands) {
            const bool hangs = mishap == Mishap::Hangs && planned.arguments.mid(0, command.size()) == command;
            planned.deadline = hangs ? 3s : 60s; // enough to be reached on a busy machine
        }
    }
    ClusterTask *const task = scene.service.create(plan, 0ms);
    bool undid = false;
    connect(task, &ClusterTask::stepChanged, task, [&] { undid = undid || task->isUndoing(); });
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(reached), patienceMs);
    if (mishap == Mishap::Cancelled)
        task->cancel();
    finish(task);

    static const QHash<Mishap, ErrorKind> kinds{{Mishap::Fails, ErrorKind::DiskFull},
                                                {Mishap::Cancelled, ErrorKind::Cancelled},
                                                {Mishap::Crashes, ErrorKind::ProgramCrashed},
                                                {Mishap::Hangs, ErrorKind::Timeout}};
    QVERIFY2(task->outcome().error().kind() == kinds.value(mishap), qPrintable(ending(task)));
    QVERIFY(task->outcome().error().message().contains(u"removed again"_s));
    QVERIFY(undid);
    const QStringList removals = scene.removals();
    const int networkAt = position(removals, u"network rm demo"_s);
    QVERIFY2(networkAt >= 0, qPrintable(removals.join(u'\n')));
    QVERIFY(position(removals, u"volume rm demo-zoo1-data"_s) >= 0);
    for (const QString &name : left) {
        const int at = position(removals, u"rm --force --volumes "_s + name);
        QVERIFY2(at >= 0 && at < networkAt, qPrintable(removals.join(u'\n')));
    }
    QCOMPARE(removals.size(), left.size() + 2); // what is not there is not removed
    QCOMPARE(scene.files(), QStringList());
    QVERIFY(scene.store.cluster(u"demo"_s) == nullptr);
    QVERIFY(!scene.repository.isLocked(u"demo"_s));
    for (const TaskStep &step : task->steps())
        QVERIFY(step.state != StepState::Running && step.state != StepState::Undoing);
}

/// The way back begins when the program is really gone, not when it was asked to go.
void TestWayBack::ignoresSigterm()
{
    ActingScene scene;
    const QString reached = scene.docker.file("reached");
    scene.docker.rule({u"run"_s}).ignoreSigterm().touch(reached).hang();
    scene.everythingWorks();
    scene.engineHas({u"demo-zoo1"_s}, network, {}, 1);
    scene.engineIsEmpty();
    ClusterTask *const task = scene.service.create(scene.plan(), 0ms);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(reached), patienceMs);
    task->cancel();
    finish(task);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::Cancelled, qPrintable(ending(task)));
    for (const FakeDocker::Call &call : scene.docker.calls()) {
        if (call.arguments.first() == u"run"_s)
            QVERIFY(!QFile::exists(u"/proc/%1/cmdline"_s.arg(call.pid)));
    }
    QVERIFY(scene.removals().contains(u"rm --force --volumes demo-zoo1"_s));
}

void TestWayBack::failedStartLeavesACreatedContainer()
{
    ActingScene scene;
    scene.docker.rule({u"run"_s})
        .out("0123456789ab\n")
        .err(
            "docker: Error response from daemon: driver failed programming external connectivity on endpoint "
            "demo-zoo1: Bind for 127.0.0.1:2181 failed: port is already allocated.\n")
        .exit(125);
    scene.everythingWorks();
    scene.engineHas(containers, network, volumes, 1);
    scene.engineIsEmpty();
    ClusterTask *const task = scene.service.create(scene.plan(), 0ms);
    task->start();
    finish(task);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::PortInUse, qPrintable(ending(task)));
    QCOMPARE(scene.removals().size(), 3 + 1 + 6);
    QCOMPARE(task->steps().at(1).state, StepState::Undone);
    QCOMPARE(task->steps().at(2).state, StepState::Undone);
}

void TestWayBack::portTaken()
{
    ActingScene scene;
    scene.docker.ruleMatching(u"^run .*--name demo-zoo2 "_s)
        .err(
            "docker: Error response from daemon: listen tcp4 127.0.0.1:2182: bind: address already in use.\n")
        .exit(125);
    scene.docker.rule({u"run"_s}).hang(); // the others are cancelled
    scene.everythingWorks();
    scene.engineHas(containers, network, {}, 1);
    scene.engineIsEmpty();
    ClusterTask *const task = scene.service.create(scene.plan());
    QList<QList<StepState>> seen;
    connect(task, &ClusterTask::stepChanged, task, [&] {
        QList<StepState> states;
        for (const TaskStep &step : task->steps())
            states += step.state;
        seen += states;
    });
    task->start();
    finish(task);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::PortInUse, qPrintable(ending(task)));
    QVERIFY(task->outcome().error().message().contains(u"127.0.0.1:2182"_s));
    const auto has = [&](qsizetype step, StepState state) {
        return std::any_of(seen.cbegin(), seen.cend(),
                           [&](const QList<StepState> &states) { return states.at(step) == state; });
    };
    QVERIFY(has(4, StepState::Failed));
    QVERIFY(has(3, StepState::Cancelled) && has(5, StepState::Cancelled));
    QCOMPARE(task->steps().at(4).state, StepState::Undone);
    QCOMPARE(task->steps().constLast().state, StepState::Waiting); // never came to the quorum
}

/// A docker CLI that was killed early may still have its effect, after everything seemed clean.
void TestWayBack::lateContainer()
{
    ActingScene scene;
    const QString reached = scene.docker.file("reached");
    scene.docker.rule({u"run"_s}).touch(reached).hang();
    scene.everythingWorks();
    scene.engineHas({}, network, {}, 1);
    scene.engineHas({}, {}, {}, 3);
    scene.engineHas({u"demo-zoo2"_s}, {}, {}, 1); // now it is there
    scene.engineIsEmpty();
    ClusterTask *const task = scene.service.create(scene.plan(), 0ms);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(reached), patienceMs);
    task->cancel();
    finish(task);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::Cancelled, qPrintable(ending(task)));
    const QStringList removals = scene.removals();
    QCOMPARE(removals, (QStringList{u"network rm demo"_s, u"rm --force --volumes demo-zoo2"_s}));
    QCOMPARE(scene.files(), QStringList());
    QVERIFY(task->commands().contains(scene.docker.program() + u" rm --force --volumes demo-zoo2"_s));
    // And after the last thing was seen, a second of silence.
    const QList<FakeDocker::Call> calls = scene.docker.calls();
    QDateTime removed;
    for (const FakeDocker::Call &call : calls) {
        if (call.arguments.first() == u"rm"_s)
            removed = call.time;
    }
    QVERIFY(removed.msecsTo(calls.constLast().time) >= 900);
}

/// The name was taken by somebody else in the meantime: it does not carry our label and is not ours to
/// remove.
void TestWayBack::foreignNameIsLeftAlone()
{
    ActingScene scene;
    scene.docker.ruleMatching(u"^run .*--name demo-zoo1 "_s)
        .err("docker: Error response from daemon: Conflict. The container name \"/demo-zoo1\" is already in "
             "use by "
             "container \"abc\". You have to remove (or rename) that container to be able to reuse that "
             "name.\n")
        .exit(125);
    scene.everythingWorks();
    scene.engineHas({u"demo-zoo2"_s, u"demo-zoo3"_s}, network, volumes, 1);
    scene.engineIsEmpty();
    ClusterTask *const task = scene.service.create(scene.plan(), 0ms);
    task->start();
    finish(task);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::NameInUse, qPrintable(ending(task)));
    QVERIFY(!scene.removals().join(u'\n').contains(u"volumes demo-zoo1"_s));
    QVERIFY(scene.removals().contains(u"rm --force --volumes demo-zoo2"_s));
}

void TestWayBack::oldVolumesAreLeftAlone()
{
    ActingScene scene;
    HostFacts known = ActingScene::facts();
    known.ownVolumes = QSet<QString>(volumes.cbegin(), volumes.cend());
    scene.docker.rule({u"run"_s}).err("no space left on device\n").exit(125);
    scene.everythingWorks();
    scene.engineHas({}, network, volumes, 1);
    scene.engineHas({}, {}, volumes); // they carry our label, and stay
    ClusterTask *const task = scene.service.create(scene.plan(ActingScene::ensemble(), known), 0ms);
    task->start();
    finish(task);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::DiskFull, qPrintable(ending(task)));
    QCOMPARE(scene.removals(), QStringList{u"network rm demo"_s});
}

void TestWayBack::undoThatFails()
{
    ActingScene scene;
    scene.docker.rule({u"run"_s}).err("no space left on device\n").exit(125);
    scene.docker.rule({u"network"_s, u"rm"_s})
        .err("Error response from daemon: error while removing network: network demo has active endpoints\n")
        .exit(1);
    scene.everythingWorks();
    scene.engineHas(containers, network, volumes, 1);
    scene.engineHas({}, network, {});
    ClusterTask *const task = scene.service.create(scene.plan(), 0ms);
    task->start();
    finish(task);
    const Error &error = task->outcome().error();
    QVERIFY2(error.kind() == ErrorKind::UndoIncomplete, qPrintable(ending(task)));
    QVERIFY2(error.message().contains(u": demo."_s), qPrintable(error.message()));
    QVERIFY(error.detail().contains(u"active endpoints"_s));
    QVERIFY(error.cause() != nullptr);
    QCOMPARE(error.cause()->kind(), ErrorKind::DiskFull);
    QCOMPARE(task->steps().at(1).state, StepState::UndoFailed);
    QCOMPARE(task->steps().at(1).detail, u"demo"_s);
    QCOMPARE(task->steps().at(2).state, StepState::Undone);
    QCOMPARE(task->steps().at(3).state, StepState::Undone);
    // Each of the others went all the same, and what is needed to go on is still there.
    QCOMPARE(scene.removals().filter(u"volume rm"_s).size(), 6);
    QCOMPARE(scene.files(), (QStringList{u"demo.journal"_s, u"demo.json"_s}));
    QVERIFY(scene.store.cluster(u"demo"_s)->halfMade);
}

void TestWayBack::undoThatFailsAtFirst()
{
    ActingScene scene;
    scene.docker.rule({u"run"_s}).err("no space left on device\n").exit(125);
    scene.docker.rule({u"network"_s, u"rm"_s}).times(1).err("network demo has active endpoints\n").exit(1);
    scene.everythingWorks();
    scene.engineHas({}, network, {}, 2);
    scene.engineIsEmpty();
    ClusterTask *const task = scene.service.create(scene.plan(), 0ms);
    task->start();
    finish(task);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::DiskFull, qPrintable(ending(task)));
    QCOMPARE(task->steps().at(1).state, StepState::Undone);
    QCOMPARE(scene.files(), QStringList());
}

/// Nothing is removed by name alone when the engine does not tell what is ours.
void TestWayBack::engineGone()
{
    ActingScene scene;
    const char *const down =
        "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker "
        "daemon running?\n";
    scene.docker.rule({u"run"_s}).err(down).exit(125);
    scene.docker.rule({u"ps"_s}).err(down).exit(1);
    scene.everythingWorks();
    scene.engineIsEmpty();
    ClusterTask *const task = scene.service.create(scene.plan(), 0ms);
    task->start();
    finish(task);
    const Error &error = task->outcome().error();
    QVERIFY2(error.kind() == ErrorKind::UndoIncomplete, qPrintable(ending(task)));
    QCOMPARE(error.cause()->kind(), ErrorKind::EngineDown);
    for (const QString &name : containers + network + volumes)
        QVERIFY2(error.message().contains(name), qPrintable(error.message()));
    QCOMPARE(scene.removals(), QStringList());
    QCOMPARE(scene.files(), (QStringList{u"demo.journal"_s, u"demo.json"_s}));
}

void TestWayBack::secondCancelChangesNothing()
{
    ActingScene scene;
    scene.docker.rule({u"run"_s}).err("no space left on device\n").exit(125);
    scene.everythingWorks();
    scene.engineHas({}, network, {}, 1);
    scene.engineIsEmpty();
    ClusterTask *const task = scene.service.create(scene.plan(), 0ms);
    connect(task, &ClusterTask::stepChanged, task, [task] {
        if (task->isUndoing())
            task->cancel(); // again and again
    });
    task->start();
    finish(task);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::DiskFull, qPrintable(ending(task)));
    QCOMPARE(scene.removals(), QStringList{u"network rm demo"_s});
    QCOMPARE(scene.files(), QStringList());
}

void TestWayBack::nothingMadeNothingRemoved()
{
    ActingScene scene;
    scene.docker.rule({u"pull"_s})
        .err("Error response from daemon: manifest for zookeeper:3.9 not found: manifest unknown\n")
        .exit(1);
    HostFacts known = ActingScene::facts();
    known.imageReferences.clear();
    ClusterTask *const task = scene.service.create(scene.plan(ActingScene::ensemble(), known), 0ms);
    task->start();
    finish(task);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::ImageMissing, qPrintable(ending(task)));
    QCOMPARE(scene.docker.callLines(), QStringList{u"pull zookeeper:3.9"_s});
    QCOMPARE(task->steps().first().state, StepState::Failed);
    QCOMPARE(scene.files(), QStringList());
}

/// The first step of all: its program is gone, nothing was made, and nothing is looked for or removed.
void TestWayBack::cancelledPull()
{
    ActingScene scene;
    const QString reached = scene.docker.file("reached");
    scene.docker.rule({u"pull"_s}).out("3.9: Pulling from library/zookeeper\n").touch(reached).hang();
    scene.everythingWorks();
    HostFacts known = ActingScene::facts();
    known.imageReferences.clear();
    ClusterTask *const task = scene.service.create(scene.plan(ActingScene::ensemble(), known), 0ms);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(reached), patienceMs);
    const qint64 pid = scene.docker.calls().constFirst().pid;
    task->cancel();
    finish(task);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::Cancelled, qPrintable(ending(task)));
    QVERIFY(!QFile::exists(u"/proc/%1/cmdline"_s.arg(pid)));
    QCOMPARE(scene.docker.callLines(), QStringList{u"pull zookeeper:3.9"_s});
    QCOMPARE(task->steps().first().state, StepState::Cancelled);
    QCOMPARE(scene.files(), QStringList());
    QVERIFY(!scene.repository.isLocked(u"demo"_s));
}

QTEST_GUILESS_MAIN(TestWayBack)
#include "tst_wayback.moc"
