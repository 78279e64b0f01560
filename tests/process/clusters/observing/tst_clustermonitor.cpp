// SPDX-License-Identifier: GPL-3.0-or-later
#include "playedengine.h"
#include "srvrserver.h"
#include "unit/clusters/observing/storelog.h"

#include "clusters/clustermonitor.h"
#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "core/processrunner.h"

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

struct Scene
{
    /// One container of the cluster zoo, whose server answers.
    void oneRuns(const QByteArray &spec)
    {
        PlayedContainer made;
        made.cluster = zoo;
        made.hostPort = server.serverPort();
        made.spec = spec;
        played.containers = {made};
    }
    void play()
    {
        played.playPresence();
        played.playContainers();
    }

    PlayedEngine played;
    SrvrServer server;
    Ensemble ensemble = makeEnsemble(zoo, 1, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    ClusterStore store{Clock::system()};
    StoreLog log{store};
    ProcessRunner runner;
    EngineRegistry engines{runner, played.docker.program()};
    ClusterMonitor monitor{engines, store};
};

} // namespace

class TestClusterMonitor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void watchesTheDefaultContextAlways();
    void adoptsWhatOnlyLabelsKnow();
    void adoptsWithoutASpec();
    void fileComesLater();
    void twoNamesOfOneEngine();
    void lostFileComesBackByLabels();
    void lastContainerGoesClusterGoes();
    void clusterOfAnotherContext();
    void samplesOnlyWhatIsLookedAt();
};

void TestClusterMonitor::watchesTheDefaultContextAlways()
{
    Scene scene;
    scene.play();
    scene.played.playQuietStream();
    QSignalSpy settled(&scene.monitor, &ClusterMonitor::settled);
    QSignalSpy asked(&scene.monitor, &ClusterMonitor::askedAll);
    QVERIFY(!scene.monitor.isSettled());
    scene.monitor.start(u"mine"_s);
    QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 1, patienceMs);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(scene.store.engine(u"mine"_s).reach, EngineStatus::Reach::Answers);
    QVERIFY(scene.played.docker.callLines().first().startsWith("--context mine"_L1));
    QCOMPARE(scene.store.clusterNames(), QStringList());
}

void TestClusterMonitor::adoptsWhatOnlyLabelsKnow()
{
    Scene scene;
    scene.ensemble.context = u"there"_s; // as created; seen from here it is docker's current context
    scene.oneRuns(toCompactJson(scene.ensemble));
    scene.play();
    scene.played.playQuietStream();
    scene.monitor.start();
    QTRY_COMPARE_WITH_TIMEOUT(states(scene.store, zoo), u"standalone"_s, patienceMs);
    const ClusterStatus *adopted = scene.store.cluster(zoo);
    QCOMPARE(adopted->origin, WantedOrigin::Labels);
    Ensemble expected = scene.ensemble;
    expected.context.clear();
    QVERIFY(adopted->ensemble == expected);
    QVERIFY(scene.monitor.hasAskedAll());
    QVERIFY(adopted->quorum.established);
}

void TestClusterMonitor::adoptsWithoutASpec()
{
    Scene scene;
    scene.oneRuns("{ no spec");
    PlayedContainer second = scene.played.containers.first();
    second.member = 2;
    scene.played.containers += second;
    scene.play();
    scene.played.playQuietStream();
    scene.monitor.start();
    QTRY_VERIFY_WITH_TIMEOUT(scene.monitor.isSettled(), patienceMs);
    const ClusterStatus *adopted = scene.store.cluster(zoo);
    QVERIFY(adopted);
    QCOMPARE(adopted->members.size(), 2);
    QCOMPARE(adopted->members[1].wanted.name, u"zoo2"_s);
    QCOMPARE(adopted->members[1].container.life, ContainerLife::Running);
}

void TestClusterMonitor::fileComesLater()
{
    Scene scene;
    scene.oneRuns(toCompactJson(scene.ensemble));
    scene.play();
    scene.played.playQuietStream();
    scene.monitor.start();
    QTRY_COMPARE_WITH_TIMEOUT(states(scene.store, zoo), u"standalone"_s, patienceMs);
    Ensemble file = makeEnsemble(zoo, 2, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    scene.store.setWanted(file, WantedOrigin::File);
    QCOMPARE(scene.store.cluster(zoo)->origin, WantedOrigin::File);
    // Known at once, without asking docker for what it has told.
    QCOMPARE(states(scene.store, zoo), u"standalone absent"_s);

    const Ensemble fresh = makeEnsemble(u"fresh"_s, 3, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    const int looks = scene.played.calls(u"ps"_s);
    scene.store.setWanted(fresh, WantedOrigin::File);
    QCOMPARE(states(scene.store, u"fresh"_s), u"absent absent absent"_s);
    QCOMPARE(scene.played.calls(u"ps"_s), looks);
}

void TestClusterMonitor::twoNamesOfOneEngine()
{
    Scene scene;
    Ensemble other = makeEnsemble(u"other"_s, 1, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    other.context = u"default"_s;
    scene.store.setWanted(other, WantedOrigin::File);
    scene.oneRuns(toCompactJson(scene.ensemble));
    scene.play();
    scene.played.playQuietStream();
    scene.monitor.start();
    QTRY_VERIFY_WITH_TIMEOUT(scene.monitor.isSettled(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(states(scene.store, zoo), u"standalone"_s, patienceMs);
    QCOMPARE(scene.store.engines().size(), 2);
    QCOMPARE(scene.log.with(u"added zoo"_s).size(), 1);
    QCOMPARE(scene.log.with(u"reset zoo"_s).size(), 0);
    QCOMPARE(states(scene.store, u"other"_s), u"absent"_s);
}

void TestClusterMonitor::lostFileComesBackByLabels()
{
    Scene scene;
    scene.store.setWanted(scene.ensemble, WantedOrigin::File);
    scene.oneRuns(toCompactJson(scene.ensemble));
    scene.play();
    scene.played.playQuietStream();
    scene.monitor.start();
    QTRY_COMPARE_WITH_TIMEOUT(states(scene.store, zoo), u"standalone"_s, patienceMs);
    scene.store.removeWanted(zoo);
    QVERIFY(!scene.store.cluster(zoo));
    QTRY_COMPARE_WITH_TIMEOUT(states(scene.store, zoo), u"standalone"_s, patienceMs);
    QCOMPARE(scene.store.cluster(zoo)->origin, WantedOrigin::Labels);
}

void TestClusterMonitor::lastContainerGoesClusterGoes()
{
    Scene scene;
    scene.oneRuns(toCompactJson(scene.ensemble));
    scene.played.docker.rule({u"events"_s})
        .waitForFile(scene.played.docker.file("rm"))
        .out(scene.played.containers.first().event(u"die"_s, {{u"exitCode"_s, u"137"_s}}))
        .out(scene.played.containers.first().event(u"destroy"_s))
        .hang();
    scene.play();
    scene.monitor.start();
    QTRY_COMPARE_WITH_TIMEOUT(states(scene.store, zoo), u"standalone"_s, patienceMs);
    scene.played.forget();
    scene.played.docker.rule({u"inspect"_s}).out("[]\n").err("Error: No such container: aaa\n").exit(1);
    scene.played.give("rm");
    QTRY_VERIFY_WITH_TIMEOUT(!scene.store.cluster(zoo), patienceMs);
    const int asked = scene.server.questions;
    QTest::qWait(1200);
    QVERIFY(scene.server.questions <= asked);
    // A file's cluster stays, with nothing in Docker.
    scene.store.setWanted(scene.ensemble, WantedOrigin::File);
    QTest::qWait(50);
    QCOMPARE(states(scene.store, zoo), u"absent"_s);
}

void TestClusterMonitor::clusterOfAnotherContext()
{
    Scene scene;
    scene.ensemble.context = u"away"_s;
    scene.store.setWanted(scene.ensemble, WantedOrigin::File);
    scene.oneRuns(toCompactJson(scene.ensemble));
    scene.play();
    scene.played.playQuietStream();
    scene.monitor.start();
    QTRY_COMPARE_WITH_TIMEOUT(states(scene.store, zoo), u"standalone"_s, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(scene.store.engines().size(), 2, patienceMs);
    // It moves: everything about it is asked anew there.
    scene.ensemble.context.clear();
    scene.store.setWanted(scene.ensemble, WantedOrigin::File);
    QTRY_COMPARE_WITH_TIMEOUT(states(scene.store, zoo), u"standalone"_s, patienceMs);
}

void TestClusterMonitor::samplesOnlyWhatIsLookedAt()
{
    Scene scene;
    scene.store.setWanted(scene.ensemble, WantedOrigin::File);
    scene.oneRuns(toCompactJson(scene.ensemble));
    scene.play();
    scene.played.playQuietStream();
    scene.played.docker.rule({u"stats"_s})
        .out(R"({"BlockIO":"0B / 0B","CPUPerc":"3.50%","Container":"zoo-zoo1","ID":"abc","MemPerc":"1.00%",)"
             R"("MemUsage":"64MiB / 7.6GiB","Name":"zoo-zoo1","NetIO":"0B / 0B","PIDs":"30"})"
             "\n");
    scene.monitor.start();
    QTRY_COMPARE_WITH_TIMEOUT(states(scene.store, zoo), u"standalone"_s, patienceMs);
    QCOMPARE(scene.played.calls(u"stats"_s), 0);
    scene.monitor.lookAt(zoo);
    QTRY_VERIFY_WITH_TIMEOUT(scene.store.cluster(zoo)->member(1)->cpuPercent.has_value(), patienceMs);
    QCOMPARE(*scene.store.cluster(zoo)->member(1)->cpuPercent, 3.5);
    QCOMPARE(*scene.store.cluster(zoo)->member(1)->memoryBytes, qint64(64) * 1024 * 1024);
    scene.monitor.lookAt({});
    QVERIFY(!scene.store.cluster(zoo)->member(1)->cpuPercent.has_value());
}

QTEST_GUILESS_MAIN(TestClusterMonitor)
#include "tst_clustermonitor.moc"
