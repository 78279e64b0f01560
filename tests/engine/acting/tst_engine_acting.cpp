// SPDX-License-Identifier: GPL-3.0-or-later
// Clusters are made, changed and removed on a real engine.
#include "actingparts.h"
#include "serverlisteners.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpServer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int patienceMs = 180'000;

int stepOf(const Plan &plan, StepKind kind)
{
    for (int i = 0; i < plan.steps.size(); ++i) {
        if (plan.steps.at(i).kind == kind)
            return i;
    }
    return -1;
}

} // namespace

class TestEngineActing : public QObject, private ActingRun
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void makesAndRemoves_data();
    void makesAndRemoves();
    void cancelledAtEachStep_data();
    void cancelledAtEachStep();
    void killedAtFiveMoments_data();
    void killedAtFiveMoments();
    void finishedAfterKill();
    void portStolen_data();
    void portStolen();
    void dataSurvivesARestartOfAll();
    void volumesAreKeptAndUsedAgain();
    void generatedFilesTravel();
    void scriptMakesTheCluster();
    void lockedWhileAnotherProcessChanges();
    void preflightTellsTheHost();
    void startMakesTheNamedMemberAlone();
    void startNamesWhoHasAHostPort();

private:
    [[nodiscard]] HostFacts facts(const Ensemble &wanted);
    [[nodiscard]] Plan plan(const Ensemble &wanted);
    void run(ClusterTask *task);
    void make(const Plan &plan);
    void listensToThisMachineAlone(const Ensemble &made);
    [[nodiscard]] QStringList files() const;
};

#define RUN(task)                                                                                            \
    run(task);                                                                                               \
    if (QTest::currentTestFailed())                                                                          \
    return

#define MAKE(plan)                                                                                           \
    make(plan);                                                                                              \
    if (QTest::currentTestFailed())                                                                          \
    return

void TestEngineActing::initTestCase()
{
    ZOODOCK_NEEDS_ENGINE(u"docker"_s);
}

void TestEngineActing::init()
{
    begin(u"acting"_s);
}

void TestEngineActing::cleanup()
{
    end();
}

HostFacts TestEngineActing::facts(const Ensemble &wanted)
{
    const Result<HostFacts> found = test::outcomeOf(m_parts->service.preflight(wanted, &m_parts->store));
    [&] { QVERIFY2(found, qPrintable(test::why(found))); }();
    return found.value_or(HostFacts());
}

Plan TestEngineActing::plan(const Ensemble &wanted)
{
    const Result<Plan> made = m_parts->planned(wanted, test::ownPorts());
    [&] { QVERIFY2(made, qPrintable(test::why(made))); }();
    return made.value_or(Plan());
}

void TestEngineActing::run(ClusterTask *task)
{
    const Result<void> outcome = test::outcomeOf(task);
    QVERIFY2(outcome, qPrintable(test::why(outcome)));
}

void TestEngineActing::make(const Plan &plan)
{
    run(m_parts->service.create(plan, quorumPatience));
    if (QTest::currentTestFailed())
        return;
    QTRY_VERIFY_WITH_TIMEOUT(allServe(m_parts->store.cluster(plan.ensemble.name)), patienceMs);
}

/// With the network of the host: nothing else keeps other machines from a server.
void TestEngineActing::listensToThisMachineAlone(const Ensemble &made)
{
    const QString hidden = whyListenersAreHidden(containerName(made, made.members.constFirst()));
    if (!hidden.isEmpty() && qEnvironmentVariable("ZOODOCK_REQUIRE_ENGINE") != u"1") {
        qWarning("%s", qPrintable(hidden));
        return;
    }
    QVERIFY2(hidden.isEmpty(), qPrintable(hidden));
    for (const Member &member : made.members) {
        QList<Listener> found;
        const QSet<quint16> wanted = portsOf(made, member);
        const auto hasAll = [&] {
            found = listenersOf(containerName(made, member));
            QSet<quint16> ports;
            for (const Listener &listener : found)
                ports.insert(listener.port);
            return ports.contains(wanted);
        };
        QTRY_VERIFY_WITH_TIMEOUT(hasAll(), patienceMs);
        for (const Listener &listener : std::as_const(found))
            QVERIFY2(listener.isLocal(), qPrintable(listener.toString()));
    }
}

QStringList TestEngineActing::files() const
{
    return QDir(m_folder->path()).entryList({u"*.json"_s, u"*.journal"_s, u"*.lock"_s}, QDir::Files);
}

void TestEngineActing::makesAndRemoves_data()
{
    QTest::addColumn<int>("members");
    QTest::addColumn<NetworkMode>("mode");
    QTest::newRow("bridge, 1") << 1 << NetworkMode::Bridge;
    QTest::newRow("bridge, 3") << 3 << NetworkMode::Bridge;
    QTest::newRow("host, 1") << 1 << NetworkMode::Host;
    QTest::newRow("host, 3") << 3 << NetworkMode::Host;
}

void TestEngineActing::makesAndRemoves()
{
    QFETCH(int, members);
    QFETCH(NetworkMode, mode);
    const Plan made = plan(ownEnsemble(members, mode));
    ClusterTask *const creation = m_parts->service.create(made, quorumPatience);
    RUN(creation);
    for (const TaskStep &step : creation->steps())
        QCOMPARE(step.state, StepState::Done);
    QTRY_VERIFY_WITH_TIMEOUT(allServe(m_parts->store.cluster(m_run)), patienceMs);
    QCOMPARE(files(), QStringList{m_run + u".json"_s});
    QStringList planned = made.containers + made.networks + made.volumes;
    planned.sort();
    QCOMPARE(labelled(label()), planned);
    QCOMPARE(labelled(u"org.zoodock.cluster="_s + m_run), planned);
    if (mode == NetworkMode::Host)
        listensToThisMachineAlone(made.ensemble);
    if (QTest::currentTestFailed())
        return;

    const Result<Plan> again = m_parts->service.plan(made.ensemble, facts(made.ensemble));
    QVERIFY(!again.has_value());
    QCOMPARE(again.error().kind(), ErrorKind::NameInUse);

    RUN(m_parts->service.remove(m_run, true));
    QCOMPARE(labelled(label()), QStringList());
    QCOMPARE(files(), QStringList());
    QVERIFY(m_parts->store.cluster(m_run) == nullptr);
}

void TestEngineActing::cancelledAtEachStep_data()
{
    QTest::addColumn<StepKind>("kind");
    QTest::addColumn<int>("delayMs");
    QTest::newRow("network") << StepKind::Network << 0;
    QTest::newRow("network, later") << StepKind::Network << 40;
    QTest::newRow("volumes") << StepKind::Volumes << 10;
    QTest::newRow("containers") << StepKind::Container << 0;
    QTest::newRow("containers, the CLI talks") << StepKind::Container << 40;
    QTest::newRow("containers, half way") << StepKind::Container << 200;
    QTest::newRow("quorum") << StepKind::Quorum << 0;
    QTest::newRow("quorum, later") << StepKind::Quorum << 300;
}

void TestEngineActing::cancelledAtEachStep()
{
    QFETCH(StepKind, kind);
    QFETCH(int, delayMs);
    const Plan made = plan(ownEnsemble(3, NetworkMode::Bridge));
    const int index = stepOf(made, kind);
    ClusterTask *const task = m_parts->service.create(made);
    bool asked = false;
    connect(task, &ClusterTask::stepChanged, task, [&, task](int changed) {
        if (!asked && changed == index) {
            asked = true;
            QTimer::singleShot(delayMs, task, [task] { task->cancel(); });
        }
    });
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY(asked);
    QVERIFY(!task->succeeded());
    QVERIFY2(task->outcome().error().kind() == ErrorKind::Cancelled,
             qPrintable(task->outcome().error().toString()));
    QCOMPARE(labelled(label()), QStringList());
    QCOMPARE(files(), QStringList());
    QVERIFY(m_parts->store.cluster(m_run) == nullptr);
    const StepState network = task->steps().at(stepOf(made, StepKind::Network)).state;
    QCOMPARE(network, StepState::Undone);
    for (const TaskStep &step : task->steps())
        QVERIFY(step.state != StepState::Running && step.state != StepState::Undoing);
    // Nothing comes after.
    QTest::qWait(1500);
    QCOMPARE(labelled(label()), QStringList());
}

void TestEngineActing::killedAtFiveMoments_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("delayMs");
    // 0 image, 1 network, 2 volumes, 3–5 containers, 6 quorum
    QTest::newRow("before the first command") << -1 << 0;
    QTest::newRow("network") << 1 << 15;
    QTest::newRow("volumes") << 2 << 30;
    QTest::newRow("containers") << 5 << 0;
    QTest::newRow("containers, the CLI talks") << 5 << 40;
    QTest::newRow("quorum") << 6 << 100;
}

void TestEngineActing::killedAtFiveMoments()
{
    QFETCH(int, step);
    QFETCH(int, delayMs);
    const Plan made = plan(ownEnsemble(3, NetworkMode::Bridge));
    m_parts.reset();
    const Result<void> killed = killedOnTheWay(QStringLiteral(DOOMEDCREATOR_EXECUTABLE), m_folder->path(),
                                               made.ensemble, step, delayMs);
    QVERIFY2(killed, qPrintable(test::why(killed)));

    m_parts = std::make_unique<ActingParts>(m_folder->path());
    const ClusterStatus *const found = m_parts->store.cluster(m_run);
    QVERIFY(found != nullptr);
    QVERIFY(found->halfMade);
    QCOMPARE(found->ensemble.members.size(), 3);
    if (step > 2)
        QVERIFY(!labelled(label()).isEmpty());
    QCOMPARE(m_parts->service.create(made)->outcome().has_value(), false);
    RUN(m_parts->service.remove(m_run, true));
    QCOMPARE(labelled(label()), QStringList());
    QCOMPARE(files(), QStringList());
    QTest::qWait(1500);
    QCOMPARE(labelled(label()), QStringList());
}

void TestEngineActing::finishedAfterKill()
{
    const Plan made = plan(ownEnsemble(3, NetworkMode::Bridge));
    m_parts.reset();
    const Result<void> killed =
        killedOnTheWay(QStringLiteral(DOOMEDCREATOR_EXECUTABLE), m_folder->path(), made.ensemble, 5, 30);
    QVERIFY2(killed, qPrintable(test::why(killed)));

    m_parts = std::make_unique<ActingParts>(m_folder->path());
    QVERIFY(m_parts->store.cluster(m_run)->halfMade);
    RUN(m_parts->service.finish(m_run, quorumPatience));
    QVERIFY(!m_parts->store.cluster(m_run)->halfMade);
    QTRY_VERIFY_WITH_TIMEOUT(allServe(m_parts->store.cluster(m_run)), patienceMs);
    QCOMPARE(files(), QStringList{m_run + u".json"_s});
}

void TestEngineActing::portStolen_data()
{
    QTest::addColumn<NetworkMode>("mode");
    QTest::addColumn<PortKind>("kind");
    QTest::newRow("bridge, client") << NetworkMode::Bridge << PortKind::Client;
    QTest::newRow("host, client") << NetworkMode::Host << PortKind::Client;
    QTest::newRow("host, election of all") << NetworkMode::Host << PortKind::Election;
}

void TestEngineActing::portStolen()
{
    QFETCH(NetworkMode, mode);
    QFETCH(PortKind, kind);
    const Ensemble wanted = ownEnsemble(3, mode);
    const Plan made = plan(wanted);
    // A member whose election port alone is taken may serve for a while: it calls the others.
    std::vector<std::unique_ptr<QTcpServer>> thieves;
    for (const Member &member : made.ensemble.members) {
        const MemberPort &port = member.port(kind);
        if (kind != PortKind::Election && member.id != 2)
            continue;
        thieves.push_back(std::make_unique<QTcpServer>());
        QVERIFY(thieves.back()->listen(QHostAddress::LocalHost,
                                       mode == NetworkMode::Host ? port.port : port.hostPort));
    }

    ClusterTask *const task = m_parts->service.create(made);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY(!task->succeeded());
    QVERIFY2(task->outcome().error().kind() == ErrorKind::PortInUse,
             qPrintable(task->outcome().error().toString()));
    QCOMPARE(labelled(label()), QStringList());
    QCOMPARE(files(), QStringList());

    const Plan second = plan(wanted);
    QVERIFY(second.ensemble.members != made.ensemble.members);
    MAKE(second);
}

void TestEngineActing::dataSurvivesARestartOfAll()
{
    MAKE(plan(ownEnsemble(3, NetworkMode::Bridge)));
    const QString first = m_run + u"-zoo1"_s;
    const auto cli = [](const QString &container, const QStringList &command) {
        return docker(QStringList{u"exec"_s, container, u"zkCli.sh"_s} + command);
    };
    (void) cli(first, {u"create"_s, u"/kept"_s, u"precious"_s});

    ClusterTask *const restart = m_parts->service.act(m_run, {}, MemberAction::Restart);
    RUN(restart);
    QCOMPARE(restart->steps().size(), 3);
    QTRY_VERIFY_WITH_TIMEOUT(allServe(m_parts->store.cluster(m_run)), patienceMs);
    QVERIFY(cli(m_run + u"-zoo2"_s, {u"get"_s, u"/kept"_s}).contains(u"precious"_s));

    RUN(m_parts->service.act(m_run, {}, MemberAction::Stop));
    const auto allStopped = [this] {
        const auto &members = m_parts->store.cluster(m_run)->members;
        return std::all_of(members.cbegin(), members.cend(),
                           [](const MemberStatus &member) { return member.state == MemberState::Stopped; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(allStopped(), patienceMs);
    RUN(m_parts->service.act(m_run, {}, MemberAction::Start));
    QTRY_VERIFY_WITH_TIMEOUT(allServe(m_parts->store.cluster(m_run)), patienceMs);
    QVERIFY(cli(m_run + u"-zoo3"_s, {u"get"_s, u"/kept"_s}).contains(u"precious"_s));

    RUN(m_parts->service.act(m_run, {1}, MemberAction::Pause));
    QTRY_COMPARE_WITH_TIMEOUT(m_parts->store.cluster(m_run)->member(1)->state, MemberState::Paused,
                              patienceMs);
    RUN(m_parts->service.act(m_run, {}, MemberAction::Unpause)); // of all: the one that is paused
    QTRY_VERIFY_WITH_TIMEOUT(allServe(m_parts->store.cluster(m_run)), patienceMs);
    RUN(m_parts->service.act(m_run, {2}, MemberAction::Kill));
    QTRY_VERIFY_WITH_TIMEOUT(m_parts->store.cluster(m_run)->quorum.serving == 2, patienceMs);
}

void TestEngineActing::volumesAreKeptAndUsedAgain()
{
    const Plan made = plan(ownEnsemble(1, NetworkMode::Bridge));
    MAKE(made);
    (void) docker({u"exec"_s, m_run + u"-zoo1"_s, u"zkCli.sh"_s, u"create"_s, u"/kept"_s, u"precious"_s});
    ClusterTask *const removal = m_parts->service.remove(m_run, false);
    RUN(removal);
    QStringList volumes = made.volumes;
    volumes.sort();
    QCOMPARE(labelled(label()), volumes);
    QCOMPARE(docker({u"volume"_s, u"inspect"_s, u"--format"_s, u"{{index .Labels \"org.zoodock.image\"}}"_s,
                     volumes.first()}),
             made.ensemble.image.reference);
    const QList<TaskStep> steps = removal->steps();
    QVERIFY(std::any_of(steps.cbegin(), steps.cend(),
                        [&](const TaskStep &step) { return step.detail.contains(volumes.first()); }));

    // A cluster of the same name takes them over, says so, and does not take them away on its way back.
    const Plan second = plan(made.ensemble);
    const auto &findings = second.findings;
    QVERIFY(std::any_of(findings.cbegin(), findings.cend(),
                        [](const Finding &finding) { return finding.code == u"volumes.kept"_s; }));
    QCOMPARE(second.volumes, QStringList());
    ClusterTask *const cancelled = m_parts->service.create(second);
    connect(cancelled, &ClusterTask::stepChanged, cancelled, [cancelled, &second](int index) {
        if (second.steps.at(index).kind == StepKind::Quorum)
            cancelled->cancel();
    });
    cancelled->start();
    QTRY_VERIFY_WITH_TIMEOUT(cancelled->isFinished(), patienceMs);
    QCOMPARE(labelled(label()), volumes);

    MAKE(second);
    QVERIFY(
        docker({u"exec"_s, m_run + u"-zoo1"_s, u"zkCli.sh"_s, u"get"_s, u"/kept"_s}).contains(u"precious"_s));
    RUN(m_parts->service.remove(m_run, true));
    QCOMPARE(labelled(label()), QStringList());
}

void TestEngineActing::generatedFilesTravel()
{
    Ensemble wanted = ownEnsemble(3, NetworkMode::Bridge);
    wanted.settings.insert(u"extra"_s, u"zoodock.note=two words"_s); // no variable can say that
    const Plan made = plan(wanted);
    const int container = stepOf(made, StepKind::Container);
    QCOMPARE(made.steps.at(container).commands.size(), 3);
    MAKE(made);
    const QString config = docker({u"exec"_s, m_run + u"-zoo2"_s, u"cat"_s, u"/conf/zoo.cfg"_s});
    QVERIFY2(config.contains(u"zoodock.note=two words"_s), qPrintable(config));
}

void TestEngineActing::scriptMakesTheCluster()
{
    Ensemble wanted = ownEnsemble(3, NetworkMode::Bridge);
    wanted.settings.insert(u"extra"_s, u"zoodock.note=two words"_s);
    const Plan made = plan(wanted);
    QProcess bash;
    bash.setProcessChannelMode(QProcess::MergedChannels);
    bash.start(u"bash"_s, {u"-e"_s});
    bash.write(made.toScript().toUtf8());
    bash.closeWriteChannel();
    QVERIFY(bash.waitForFinished(patienceMs));
    QVERIFY2(bash.exitCode() == 0, bash.readAll().constData());
    // Nobody told us: the labels do.
    QTRY_VERIFY_WITH_TIMEOUT(allServe(m_parts->store.cluster(m_run)), patienceMs);
    QCOMPARE(m_parts->store.cluster(m_run)->origin, WantedOrigin::Labels);
    RUN(m_parts->service.remove(m_run, true));
    QCOMPARE(labelled(label()), QStringList());
    QTRY_VERIFY(m_parts->store.cluster(m_run) == nullptr);
}

void TestEngineActing::lockedWhileAnotherProcessChanges()
{
    MAKE(plan(ownEnsemble(1, NetworkMode::Bridge)));
    const auto lock = m_parts->repository.lock(m_run);
    QVERIFY(lock.has_value());
    ClusterTask *const task = m_parts->service.act(m_run, {}, MemberAction::Stop);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY(!task->succeeded());
    QCOMPARE(task->outcome().error().kind(), ErrorKind::Locked);
    QVERIFY(task->outcome().error().message().contains(QString::number(QCoreApplication::applicationPid())));
}

void TestEngineActing::preflightTellsTheHost()
{
    QTcpServer listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost));
    const Plan made = plan(ownEnsemble(1, NetworkMode::Bridge));
    MAKE(made);
    const quint16 published = made.ensemble.members.first().client.hostPort;
    RUN(m_parts->service.act(m_run, {}, MemberAction::Stop));

    const HostFacts others =
        facts(makeEnsemble(u"somebody-else"_s, 1, 0, NetworkMode::Bridge, test::testImage()));
    QVERIFY(others.known);
    QVERIFY(others.listenersKnown);
    QVERIFY(others.local);
    QVERIFY(others.memoryBytes > 0 && others.cpus > 0);
    QVERIFY(others.imageReferences.contains(test::testImage()));
    QVERIFY(others.containerNames.contains(m_run + u"-zoo1"_s));
    QVERIFY(others.networkNames.contains(m_run));
    QVERIFY(others.volumeNames.contains(m_run + u"-zoo1-data"_s));
    QVERIFY(others.ownContainers.isEmpty());
    const PortHolder *const process = others.holder(u"127.0.0.1"_s, listener.serverPort());
    QVERIFY(process != nullptr && process->container.isEmpty());
    const PortHolder *const stopped = others.holder(u"127.0.0.1"_s, published);
    QVERIFY(stopped != nullptr);
    QCOMPARE(stopped->container, m_run + u"-zoo1"_s);
    QVERIFY(!stopped->running);

    const HostFacts own = facts(made.ensemble);
    QVERIFY(!own.containerNames.contains(m_run + u"-zoo1"_s));
    QVERIFY(own.ownContainers.contains(m_run + u"-zoo1"_s));
    QVERIFY(own.ownNetworks.contains(m_run));
    QVERIFY(own.holder(u"127.0.0.1"_s, published, m_run) == nullptr);
}

/// One was stopped on purpose; one lost its container, and keeps its port.
void TestEngineActing::startMakesTheNamedMemberAlone()
{
    const Plan made = plan(ownEnsemble(3, NetworkMode::Bridge));
    MAKE(made);
    RUN(m_parts->service.act(m_run, {1}, MemberAction::Stop));
    RUN(m_parts->service.act(m_run, {2}, MemberAction::Remove));
    const auto stateOf = [this](int id) { return m_parts->store.cluster(m_run)->member(id)->state; };
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(2), MemberState::Absent, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(1), MemberState::Stopped, patienceMs);

    const HostFacts others =
        facts(makeEnsemble(u"somebody-else"_s, 1, 0, NetworkMode::Bridge, test::testImage()));
    const PortHolder *const held = others.holder(u"127.0.0.1"_s, made.ensemble.members.at(1).client.hostPort);
    QVERIFY(held != nullptr && !held->running && held->container.isEmpty());
    QCOMPARE(held->cluster, m_run);

    RUN(m_parts->service.act(m_run, {2}, MemberAction::Start));
    QTRY_VERIFY_WITH_TIMEOUT(isServing(stateOf(2)) && isServing(stateOf(3)), patienceMs);
    QCOMPARE(stateOf(1), MemberState::Stopped);
    QVERIFY(!m_parts->store.cluster(m_run)->halfMade);
}

/// Docker knows of no ports there: it would start the container again and again.
void TestEngineActing::startNamesWhoHasAHostPort()
{
    const Plan made = plan(ownEnsemble(1, NetworkMode::Host));
    MAKE(made);
    RUN(m_parts->service.act(m_run, {}, MemberAction::Stop));
    const auto state = [this] { return m_parts->store.cluster(m_run)->member(1)->state; };
    QTRY_COMPARE_WITH_TIMEOUT(state(), MemberState::Stopped, patienceMs);
    const quint16 port = made.ensemble.members.constFirst().client.port;
    QTcpServer thief;
    QVERIFY2(thief.listen(QHostAddress::LocalHost, port), qPrintable(thief.errorString()));
    ClusterTask *const refused = m_parts->service.act(m_run, {1}, MemberAction::Start);
    refused->start();
    QTRY_VERIFY_WITH_TIMEOUT(refused->isFinished(), patienceMs);
    QVERIFY(!refused->succeeded());
    QCOMPARE(refused->error().kind(), ErrorKind::PortInUse);
    const QString why = refused->error().message();
    QVERIFY2(why.contains(QString::number(port)), qPrintable(why));
    QVERIFY2(why.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(why));
    QCOMPARE(state(), MemberState::Stopped);
    thief.close();
    RUN(m_parts->service.act(m_run, {1}, MemberAction::Start));
    QTRY_COMPARE_WITH_TIMEOUT(state(), MemberState::Standalone, patienceMs);
}

QTEST_GUILESS_MAIN(TestEngineActing)
#include "tst_engine_acting.moc"
