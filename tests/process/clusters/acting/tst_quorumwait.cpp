// SPDX-License-Identifier: GPL-3.0-or-later
// The last step of a creation: what the store says decides.
#include "actingscene.h"

using namespace zoodock;
using namespace zoodock::test;
using namespace std::chrono_literals;

class TestQuorumWait : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deadline();
    void keptAfterTheDeadline();
    void deadForGood_data();
    void deadForGood();
    void recognisedCauseIsSaid();
    void whatTheServerGivesAsItsReason_data();
    void whatTheServerGivesAsItsReason();
    void javaThatDoesNotStart_data();
    void javaThatDoesNotStart();
    void saysWhomItWaitsFor();
    void oneDeathIsForgiven();
    void portTakenInHostMode();
    void laggardIsNotWaitedForLong();
    void cancelledWhileWaiting();

private:
    static void reachQuorumStep(ActingScene &scene, ClusterTask *task)
    {
        scene.docker.rule({u"logs"_s}).out("main: starting\n").err("JMX enabled by default\n");
        scene.everythingWorks();
        scene.engineIsEmpty();
        task->start();
        QTRY_COMPARE_WITH_TIMEOUT(task->steps().constLast().state, StepState::Running, patienceMs);
    }
};

void TestQuorumWait::deadline()
{
    ActingScene scene;
    ClusterTask *const task = scene.service.create(scene.plan(), 1500ms);
    reachQuorumStep(scene, task);
    scene.serve(1, MemberState::Leader);
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    const Error &error = task->outcome().error();
    QVERIFY2(error.kind() == ErrorKind::NoQuorum, qPrintable(ending(task)));
    QVERIFY(error.cause() && error.cause()->kind() == ErrorKind::Timeout);
    // Before they went, the logs of those that did not serve were read.
    for (const QString &name : {u"demo-zoo2"_s, u"demo-zoo3"_s})
        QVERIFY2(error.detail().contains(u"--- "_s + name), qPrintable(error.detail()));
    QVERIFY2(!error.detail().contains(u"demo-zoo1"_s), qPrintable(error.detail()));
    QVERIFY(error.detail().contains(u"main: starting"_s) && error.detail().contains(u"JMX enabled"_s));
    QCOMPARE(scene.docker.callLines().filter(u"logs --timestamps --tail 200 demo-zoo"_s).size(), 2);
    QCOMPARE(task->steps().constLast().state, StepState::Failed);
    QCOMPARE(scene.files(), QStringList());
}

void TestQuorumWait::keptAfterTheDeadline()
{
    ActingScene scene;
    ClusterTask *const task = scene.service.create(scene.plan(), 1500ms, ClusterService::Unserved::Keep);
    reachQuorumStep(scene, task);
    scene.serve(1, MemberState::Leader);
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->error().kind() == ErrorKind::NoQuorum, qPrintable(ending(task)));
    QVERIFY(task->error().detail().contains(u"--- demo-zoo2"_s));
    QCOMPARE(scene.removals(), QStringList());
    QCOMPARE(scene.files(), QStringList{u"demo.json"_s});
    QVERIFY(!scene.repository.isLocked(u"demo"_s));
}

void TestQuorumWait::deadForGood_data()
{
    QTest::addColumn<RestartPolicy>("policy");
    QTest::addColumn<ContainerLife>("life");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<int>("restarts");
    QTest::newRow("bad configuration") << RestartPolicy::UnlessStopped << ContainerLife::Restarting << 2 << 1;
    QTest::newRow("quorum port taken")
        << RestartPolicy::UnlessStopped << ContainerLife::Restarting << 14 << 0;
    QTest::newRow("crash loop") << RestartPolicy::UnlessStopped << ContainerLife::Restarting << 1 << 3;
    QTest::newRow("never restarted") << RestartPolicy::No << ContainerLife::Exited << 1 << 0;
    QTest::newRow("ended without a failure") << RestartPolicy::OnFailure << ContainerLife::Exited << 0 << 0;
}

void TestQuorumWait::deadForGood()
{
    QFETCH(RestartPolicy, policy);
    QFETCH(ContainerLife, life);
    QFETCH(int, exitCode);
    QFETCH(int, restarts);
    ActingScene scene;
    Ensemble wanted = ActingScene::ensemble();
    wanted.restart = policy;
    ClusterTask *const task = scene.service.create(scene.plan(wanted), 1h);
    reachQuorumStep(scene, task);
    scene.serve(1, MemberState::Leader);
    scene.serve(3, MemberState::Follower); // a quorum is no excuse
    scene.store.observeContainer(u"demo"_s, 2, ActingScene::observed(life, exitCode, restarts));
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::NoQuorum, qPrintable(ending(task)));
    QVERIFY2(task->outcome().error().message().contains(u"zoo2"_s), qPrintable(ending(task)));
    // Nobody is sent to the log of a container that is gone by now.
    QVERIFY2(!task->error().message().contains(u"log says"_s), qPrintable(ending(task)));
    QCOMPARE(task->error().message().count(u"The ends of the logs"_s), 1);
}

void TestQuorumWait::recognisedCauseIsSaid()
{
    ActingScene scene;
    scene.docker.ruleMatching(u"^logs .*demo-zoo2"_s)
        .out(
            "2024-01-01 [myid:] - ERROR [main:o.a.z.s.q.QuorumPeerMain@101] - My id 7 not in the peer list\n")
        .out("one\ntwo\nthree\nfour\nfive\n");
    ClusterTask *const task = scene.service.create(scene.plan(), 1h);
    reachQuorumStep(scene, task);
    scene.serve(1, MemberState::Leader);
    scene.serve(3, MemberState::Follower);
    scene.store.observeContainer(u"demo"_s, 2, ActingScene::observed(ContainerLife::Restarting, 1, 3));
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    const Error &error = task->outcome().error();
    QVERIFY2(error.kind() == ErrorKind::NoQuorum, qPrintable(ending(task)));
    QVERIFY2(error.message().contains(u"demo-zoo2: "_s), qPrintable(error.message()));
    QVERIFY2(error.detail().startsWith(u"--- demo-zoo2: "_s), qPrintable(error.detail()));
    QVERIFY2(error.detail().contains(u"My id 7 not in the peer list"_s), qPrintable(error.detail()));
    QVERIFY2(error.detail().endsWith(u"one\ntwo\nthree\nfour\nfive"_s), qPrintable(error.detail()));
}

void TestQuorumWait::javaThatDoesNotStart_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("option") << QByteArray("Using config: /conf/zoo.cfg\nUnrecognized VM option 'Bogus'\n"
                                          "Error: Could not create the Java Virtual Machine.\n"
                                          "Error: A fatal exception has occurred. Program will exit.\n")
                            << u"demo-zoo2: Unrecognized VM option 'Bogus'."_s;
    QTest::newRow("heap")
        << QByteArray("Error occurred during initialization of VM\n"
                      "Initial heap size set to a larger value than the maximum heap size\n")
        << u"demo-zoo2: Initial heap size set to a larger value than the maximum heap size."_s;
    QTest::newRow("class") << QByteArray("Error: Could not find or load main class bogus\n"
                                         "Caused by: java.lang.ClassNotFoundException: bogus\n")
                           << u"demo-zoo2: Error: Could not find or load main class bogus."_s;
    QTest::newRow("unknown error")
        << QByteArray("2024-01-01 [myid:] - ERROR [main:o.a.z.Some@1] - The moon is in the wrong phase\n")
        << u"demo-zoo2: The moon is in the wrong phase."_s;
}

/// What no explanation is known for is said in the log's own words: the container goes, and its log too.
void TestQuorumWait::javaThatDoesNotStart()
{
    QFETCH(QByteArray, log);
    QFETCH(QString, sentence);
    ActingScene scene;
    scene.docker.ruleMatching(u"^logs .*demo-zoo2"_s).err(log);
    ClusterTask *const task = scene.service.create(scene.plan(), 1h);
    reachQuorumStep(scene, task);
    scene.serve(1, MemberState::Leader);
    scene.serve(3, MemberState::Follower);
    scene.store.observeContainer(u"demo"_s, 2, ActingScene::observed(ContainerLife::Restarting, 1, 3));
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->error().message().contains(sentence), qPrintable(ending(task)));
    QVERIFY2(!task->error().message().contains(u"The ends of the logs"_s), qPrintable(ending(task)));
}

void TestQuorumWait::whatTheServerGivesAsItsReason_data()
{
    QTest::addColumn<QByteArray>("cause");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("its own words")
        << QByteArray("java.lang.NumberFormatException: For input string: \"abc\"")
        << u"demo-zoo2: java.lang.NumberFormatException: For input string: \"abc\"."_s;
    QTest::newRow("explained") << QByteArray("java.lang.IllegalArgumentException: initLimit is not set")
                               << u"zoo.cfg must say initLimit"_s;
}

/// As ZooKeeper 3.8 writes it, in two streams, after another run whose words count no more.
void TestQuorumWait::whatTheServerGivesAsItsReason()
{
    QFETCH(QByteArray, cause);
    QFETCH(QString, sentence);
    const QByteArray before = "2023-12-31T23:00:00.000000001Z ";
    const QByteArray now = "2024-01-01T00:00:01.";
    ActingScene scene;
    scene.docker.ruleMatching(u"^logs .*demo-zoo2"_s)
        .out(before + "2023-12-31 - ERROR [main:ServiceUtils@42] - My id 7 not in the peer list\n")
        .out(now + "100000000Z 2024-01-01 - INFO  [main:QuorumPeerConfig@177] - Reading configuration\n" +
             now +
             "100000001Z 2024-01-01 - ERROR [main:QuorumPeerMain@99] - Invalid config, exiting abnormally\n" +
             now +
             "100000002Z org.apache.zookeeper.server.quorum.QuorumPeerConfig$ConfigException: Error "
             "processing "
             "/conf/zoo.cfg\n" +
             now +
             "100000003Z \tat org.apache.zookeeper.QuorumPeerConfig.parse(QuorumPeerConfig.java:198)\n" +
             now + "100000004Z Caused by: " + cause + "\n")
        .repeat(now + "200000000Z \tat java.base/java.lang.Integer.parseInt(Integer.java:786)\n", 6)
        .out(now + "400000000Z 2024-01-01 - ERROR [main:ServiceUtils@42] - Exiting JVM with code 2\n")
        .err(before + "Using the config of yesterday\n")
        .err(now + "000000000Z ZooKeeper JMX enabled by default\n" + now +
             "300000000Z Invalid config, exiting abnormally\n");
    ClusterTask *const task = scene.service.create(scene.plan(), 1h);
    reachQuorumStep(scene, task);
    scene.store.observeContainer(u"demo"_s, 2, ActingScene::observed(ContainerLife::Restarting, 2, 1));
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    const Error &error = task->outcome().error();
    QVERIFY(error.kind() == ErrorKind::NoQuorum && !error.cause()); // time does not mend it
    QVERIFY2(error.message().contains(sentence), qPrintable(error.message()));
    QVERIFY2(!error.message().contains(u"lines before"_s), qPrintable(error.message()));
    const QStringList lines =
        error.detail().section(u"--- "_s, 2, 2).trimmed().split(u'\n'); // between zoo1's and zoo3's
    QVERIFY2(lines.contains("Caused by: "_L1 + QString::fromUtf8(cause)), qPrintable(error.detail()));
    QCOMPARE(lines.filter(u"ERROR"_s).size(), 2);
    QCOMPARE(lines.filter(u"ConfigException: Error processing"_s).size(), 1);
    QVERIFY(lines.contains(u"…"_s));
    QVERIFY2(!lines.contains(u"main: starting"_s), qPrintable(error.detail()));
    QVERIFY2(!error.toString().contains(u"peer list"_s) && !error.detail().contains(u"yesterday"_s),
             qPrintable(error.toString()));
    QVERIFY2(lines.constLast().contains(u"Exiting JVM"_s), qPrintable(error.detail()));
    QVERIFY2(lines.at(lines.size() - 2).contains(u"Invalid config"_s), qPrintable(error.detail()));
}

/// All voters serve: "1/1" would say that there is nothing to wait for.
void TestQuorumWait::saysWhomItWaitsFor()
{
    ActingScene scene;
    const Ensemble wanted = makeEnsemble(u"demo"_s, 1, 1, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    ClusterTask *const task = scene.service.create(scene.plan(wanted), 1h);
    reachQuorumStep(scene, task);
    QCOMPARE(task->steps().constLast().detail, u"0/1"_s);
    scene.serve(1, MemberState::Leader);
    QVERIFY2(task->steps().constLast().detail.contains(u"zoo2"_s),
             qPrintable(task->steps().constLast().detail));
    scene.serve(2, MemberState::Observer);
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
}

void TestQuorumWait::oneDeathIsForgiven()
{
    ActingScene scene;
    ClusterTask *const task = scene.service.create(scene.plan(), 1h);
    reachQuorumStep(scene, task);
    scene.store.observeContainer(u"demo"_s, 2, ActingScene::observed(ContainerLife::Restarting, 1, 1));
    QTest::qWait(200);
    QVERIFY(!task->isFinished());
    QCOMPARE(task->steps().constLast().state, StepState::Running);
    scene.serve(1, MemberState::Leader);
    scene.serve(2, MemberState::Follower);
    scene.serve(3, MemberState::Follower);
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
}

/// docker knows nothing of such ports: the server's log tells.
void TestQuorumWait::portTakenInHostMode()
{
    ActingScene scene;
    scene.docker.ruleMatching(u"^logs .*demo-zoo2"_s)
        .out("ERROR: Unexpected exception\njava.net.BindException: Address already in use\n")
        .repeat("main: starting anew\n", 25)
        .out("the last line\n");
    const Ensemble wanted = makeEnsemble(u"demo"_s, 3, 0, NetworkMode::Host, u"zookeeper:3.9"_s);
    ClusterTask *const task = scene.service.create(scene.plan(wanted), 1h);
    reachQuorumStep(scene, task);
    scene.store.observeContainer(u"demo"_s, 2, ActingScene::observed(ContainerLife::Restarting, 1, 3));
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    const Error &error = task->outcome().error();
    QVERIFY2(error.kind() == ErrorKind::PortInUse, qPrintable(ending(task)));
    QVERIFY(error.message().contains(u"demo-zoo2"_s));
    QVERIFY(error.detail().contains(u"the last line"_s));
    QCOMPARE(error.detail().count(u"main: starting anew"_s), 4);
    QVERIFY(error.detail().contains(u"Address already in use"_s)); // the reason was further up
}

void TestQuorumWait::laggardIsNotWaitedForLong()
{
    ActingScene scene;
    ClusterTask *const task = scene.service.create(scene.plan(), 1h);
    reachQuorumStep(scene, task);
    scene.serve(1, MemberState::Leader);
    scene.serve(2, MemberState::Follower);
    scene.run(3); // runs, says nothing
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(ending(task)));
}

void TestQuorumWait::cancelledWhileWaiting()
{
    ActingScene scene;
    ClusterTask *const task = scene.service.create(scene.plan(), 1h);
    reachQuorumStep(scene, task);
    task->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->outcome().error().kind() == ErrorKind::Cancelled, qPrintable(ending(task)));
    QVERIFY(scene.docker.callLines().filter(u"logs"_s).isEmpty()); // who cancels does not ask why
    QCOMPARE(task->steps().constLast().state, StepState::Cancelled);
}

QTEST_GUILESS_MAIN(TestQuorumWait)
#include "tst_quorumwait.moc"
