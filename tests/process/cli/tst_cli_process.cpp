// SPDX-License-Identifier: GPL-3.0-or-later
// The executable's verbs over a docker that only pretends: what a real engine does not do on demand.
#include "process/cli/cliscene.h"

#include "clusters/activityhistory.h"
#include "clusters/activitylog.h"
#include "clusters/journal.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>

#include <csignal>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

class TestCliProcess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void silentEngineIsUnknown();
    void forbiddenEngineIsNoEmptyList();
    void theCauseOfSilence_data();
    void theCauseOfSilence();
    void dockerMissing();
    void damagedFile();
    void lostFileShows();
    void keptVolumesStayReachable();
    void usage_data();
    void usage();
    void helpNeedsNoDisplay();
    void interruptedAtOnce();
    void planOfWhatExists();
    void whatIsNewWaitsForNoObserver();
    void adoptingTwiceIsNoMistake_data();
    void adoptingTwiceIsNoMistake();
    void othersClustersAreLeftAlone();
    void actionsOfMembers_data();
    void actionsOfMembers();
    void labelsOfOthersAreNoNews();
    void lossOfTheQuorumIsSaidBeforehand_data();
    void lossOfTheQuorumIsSaidBeforehand();
    void personIsAskedAtTheTerminal_data();
    void personIsAskedAtTheTerminal();
    void clusterGoesWhileAPersonIsAsked();
    void startMakesTheNamedMemberAlone();
    void interruptedCreationWithTakenPorts_data();
    void interruptedCreationWithTakenPorts();
    void rollingRestartStopsAtTheFirstThatFails();
    void whatWasDoneIsInTheHistory();
    void upChangesNothing();
    void brokenSpecIsNamed();
    void failureIsToldOnce();
    void whatCannotBeReleased();
    void adoptedIsStartedNotFinished();
    void titleIsListed();
    void whatRunsIsNotStarted_data();
    void whatRunsIsNotStarted();
    void titlesSayTheName();
    void otherSettingsAreSaid();
    void interruptedSettingsAreSaid();
    void releasedWithoutContainers();
    void adoptedMemberWithoutContainer();
};

void TestCliProcess::silentEngineIsUnknown()
{
    Scene scene;
    scene.playDown();
    scene.writeCluster(u"orders"_s);
    const Outcome list = scene.run({u"ls"_s});
    COMPARE_CODE(list, 4);
    QVERIFY2(list.out.contains("?/3"_L1), qPrintable(list.out));
    QVERIFY2(!list.out.contains("0/3"_L1), qPrintable(list.out));
    QVERIFY2(list.err.contains("engine does not answer"_L1), qPrintable(list.err));
    const Outcome status = scene.run({u"status"_s, u"orders"_s});
    COMPARE_CODE(status, 4);
    QVERIFY2(
        status.out.contains("Unknown: nobody can tell who serves. The Docker engine does not answer."_L1),
        qPrintable(status.out));
    QVERIFY2(!status.out.contains("No quorum"_L1), qPrintable(status.out));
    const Outcome json = scene.run({u"status"_s, u"orders"_s, u"--json"_s});
    const QJsonObject quorum = QJsonDocument::fromJson(json.out.toUtf8())[u"quorum"].toObject();
    QCOMPARE(quorum[u"known"_s], QJsonValue(false));
    QCOMPARE(quorum[u"established"_s], QJsonValue(false));
}

void TestCliProcess::forbiddenEngineIsNoEmptyList()
{
    Scene scene;
    scene.playDown("EngineForbidden-ps.txt");
    for (const char *verb : {"ls", "status"}) {
        const Outcome list = scene.run({QLatin1StringView(verb)});
        COMPARE_CODE(list, 4);
        QCOMPARE(list.out, QString());
        QVERIFY2(list.err.contains(u"group “docker”"_s), qPrintable(list.err));
    }
    const Outcome json = scene.run({u"ls"_s, u"--json"_s});
    COMPARE_CODE(json, 4);
    QCOMPARE(QJsonDocument::fromJson(json.out.toUtf8()).array(), QJsonArray());
}

void TestCliProcess::theCauseOfSilence_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("expected");
    QTest::newRow("DOCKER_HOST") << u"DOCKER_HOST=tcp://far:2375"_s
                                 << u"DOCKER_HOST is set and sends docker to tcp://far:2375"_s;
    QTest::newRow("DOCKER_CONTEXT") << u"DOCKER_CONTEXT=far"_s
                                    << u"DOCKER_CONTEXT chooses the context “far”"_s;
}

void TestCliProcess::theCauseOfSilence()
{
    QFETCH(QString, setting);
    QFETCH(QString, expected);
    Scene scene;
    scene.playDown();
    for (const QStringList &verb :
         {QStringList{u"ls"_s}, QStringList{u"status"_s, u"orders"_s}, QStringList{u"up"_s, u"orders"_s}}) {
        const Outcome with = scene.run(verb, {setting});
        COMPARE_CODE(with, 4);
        QVERIFY2(with.err.contains(expected), qPrintable(with.err));
        QCOMPARE(with.err.trimmed().count(u'\n'), 0);
        QVERIFY2(!with.err.contains(u"systemctl"_s), qPrintable(with.err)); // no engine here is meant
        QVERIFY(!scene.run(verb).err.contains(expected));
    }
}

void TestCliProcess::dockerMissing()
{
    Scene scene;
    const Outcome list = scene.run({u"ls"_s}, {u"PATH=/nowhere"_s});
    COMPARE_CODE(list, 4);
    QVERIFY2(list.err.contains(u"“docker” could not be started"_s), qPrintable(list.err));
    QVERIFY2(!list.err.contains("preferences"_L1), qPrintable(list.err));
}

void TestCliProcess::damagedFile()
{
    Scene scene;
    scene.engine.docker.rule({u"network"_s});
    scene.engine.docker.rule({u"volume"_s});
    scene.engine.playPresence();
    scene.engine.playContainers();
    scene.engine.playQuietStream();
    const QByteArray hurt = "{\n  \"zoodock\": 1,\n  oops\n}\n";
    scene.writeFile(u"hurt.json"_s, hurt);
    const QString path = scene.folder() + u"/hurt.json"_s;
    for (const QStringList &verb : {QStringList{u"up"_s, u"hurt"_s}, QStringList{u"plan"_s, u"hurt"_s}}) {
        const Outcome refused = scene.run(verb);
        COMPARE_CODE(refused, 5);
        QVERIFY2(refused.err.contains(path) && refused.err.contains("Line 3"_L1) &&
                     refused.err.contains("Repair it"_L1),
                 qPrintable(refused.err));
    }
    const Outcome shown = scene.run({u"status"_s, u"hurt"_s});
    COMPARE_CODE(shown, 0);
    QVERIFY2(shown.out.contains(path) && shown.out.contains("Line 3"_L1), qPrintable(shown.out));
    QVERIFY(scene.run({u"ls"_s}).out.contains("file damaged"_L1));

    const Outcome removed = scene.run({u"rm"_s, u"hurt"_s});
    COMPARE_CODE(removed, 0);
    QVERIFY(!QFile::exists(path));
    const QStringList copies = QDir(scene.folder()).entryList({u"hurt.json.damaged-*"_s});
    QCOMPARE(copies.size(), 1);
    QVERIFY2(removed.err.contains(copies.first()), qPrintable(removed.err));
    QFile copy(scene.folder() + u'/' + copies.first());
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), hurt);
    COMPARE_CODE(scene.run({u"status"_s, u"hurt"_s}), 3);
}

void TestCliProcess::lostFileShows()
{
    Scene scene;
    PlayedContainer container;
    container.cluster = u"orders"_s;
    container.status = u"exited"_s;
    container.spec = toCompactJson(makeEnsemble(u"orders"_s, 1, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s));
    scene.engine.containers = {container};
    scene.engine.playPresence();
    scene.engine.playContainers();
    scene.engine.playQuietStream();
    const Outcome status = scene.run({u"status"_s, u"orders"_s});
    COMPARE_CODE(status, 0);
    QVERIFY2(status.out.contains("file is lost"_L1), qPrintable(status.out));
    QVERIFY(scene.run({u"ls"_s}).out.contains("file lost"_L1));
}

void TestCliProcess::keptVolumesStayReachable()
{
    Scene scene;
    scene.engine.playPresence();
    scene.engine.playContainers();
    scene.engine.playQuietStream();
    scene.engine.docker.rule({u"volume"_s, u"ls"_s})
        .times(3)
        .out("{\"Name\":\"gone-zoo1-data\"}\n{\"Name\":\"gone-zoo1-datalog\"}\n");
    scene.engine.docker.rule({u"volume"_s, u"ls"_s});
    scene.engine.docker.rule({u"volume"_s, u"rm"_s});
    const Outcome kept = scene.run({u"rm"_s, u"gone"_s});
    COMPARE_CODE(kept, 3);
    QVERIFY2(kept.err.contains("gone-zoo1-data, gone-zoo1-datalog"_L1), qPrintable(kept.err));
    QVERIFY2(kept.err.contains("zoodock rm gone --volumes"_L1), qPrintable(kept.err));
    const auto removals = [&] {
        return scene.engine.docker.callLines().filter(u"volume rm gone-zoo1-data gone-zoo1-datalog"_s).size();
    };
    QCOMPARE(removals(), 0);
    const Outcome removed = scene.run({u"rm"_s, u"gone"_s, u"--volumes"_s});
    COMPARE_CODE(removed, 0);
    QCOMPARE(removals(), 1);
    QVERIFY2(removed.err.contains("gone-zoo1-datalog"_L1), qPrintable(removed.err));
    scene.engine.forget();
    scene.engine.playPresence();
    scene.engine.playContainers();
    scene.engine.playQuietStream();
    scene.engine.docker.rule({u"volume"_s, u"ls"_s});
    COMPARE_CODE(scene.run({u"rm"_s, u"gone"_s, u"--volumes"_s}), 3); // nothing is left
}

void TestCliProcess::usage_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    QTest::newRow("option") << u"up x --bogus"_s << u"`zoodock up --help`"_s;
    QTest::newRow("value") << u"status x --json=7"_s << u"`zoodock status --help`"_s;
    QTest::newRow("word") << u"ls x"_s << u"`zoodock --help`"_s;
    QTest::newRow("verb") << u"dance"_s << u"`zoodock --help`"_s;
    QTest::newRow("version") << u"--version --bogus"_s << u"--bogus"_s;
    QTest::newRow("help") << u"--help --bogus"_s << u"--bogus"_s;
    QTest::newRow("rolling is of restart") << u"stop x --rolling"_s << u"`zoodock stop --help`"_s;
    QTest::newRow("waiting is of rolling") << u"restart x --wait 5"_s << u"--rolling"_s;
    QTest::newRow("one member") << u"pause x zoo1 zoo2"_s << u"“zoo2”"_s;
    QTest::newRow("help with a verb") << u"help up x"_s << u"“x”"_s;
}

void TestCliProcess::usage()
{
    QFETCH(QString, line);
    QFETCH(QString, expected);
    Scene scene;
    const Outcome outcome = scene.run(line.split(u' '));
    COMPARE_CODE(outcome, 2);
    QCOMPARE(outcome.out, QString());
    QVERIFY2(outcome.err.contains(expected), qPrintable(outcome.err));
}

void TestCliProcess::helpNeedsNoDisplay()
{
    Scene scene;
    for (const char *line : {"--quickstart --help", "--help", "help", "--screenshot x.png -h"}) {
        const Outcome help = scene.run(QString::fromLatin1(line).split(u' '));
        COMPARE_CODE(help, 0);
        QVERIFY2(help.out.contains("zoodock rm NAME"_L1), line);
    }
}

void TestCliProcess::interruptedAtOnce()
{
    Scene scene;
    scene.engine.docker.ruleMatching(u"."_s).touch(scene.engine.docker.file("asked")).hang();
    const std::unique_ptr<QProcess> up = scene.begin({u"up"_s, u"orders"_s});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(scene.engine.docker.file("asked")), 20'000);
    ::kill(static_cast<pid_t>(up->processId()), SIGINT);
    const Outcome outcome = Scene::end(*up);
    COMPARE_CODE(outcome, 130);
    QVERIFY2(outcome.err.contains("Interrupted"_L1), qPrintable(outcome.err));
}

void TestCliProcess::planOfWhatExists()
{
    Scene scene;
    scene.writeCluster(u"orders"_s);
    PlayedContainer container;
    container.cluster = u"orders"_s;
    container.status = u"exited"_s;
    scene.engine.containers = {container};
    scene.engine.docker.rule({u"network"_s});
    scene.engine.docker.rule({u"volume"_s});
    scene.engine.docker.rule({u"images"_s}).out("{\"Repository\":\"zookeeper\",\"Tag\":\"3.9\"}\n");
    scene.engine.playPresence();
    scene.engine.playContainers();
    scene.engine.playQuietStream();
    const Outcome plan = scene.run({u"plan"_s, u"orders"_s});
    COMPARE_CODE(plan, 0);
    QVERIFY2(plan.err.contains(u"“orders” exists"_s), qPrintable(plan.err));
    QVERIFY2(plan.out.contains("docker start orders-zoo1\n"_L1), qPrintable(plan.out));
    QVERIFY2(plan.out.contains("--name orders-zoo2"_L1), qPrintable(plan.out));
    QVERIFY2(!plan.out.contains("--name orders-zoo1"_L1), qPrintable(plan.out));
}

/// Servers that others started are looked for meanwhile: here without an answer.
void TestCliProcess::whatIsNewWaitsForNoObserver()
{
    Scene scene;
    PlayedContainer container;
    container.cluster = u"orders"_s;
    scene.engine.containers = {container};
    scene.engine.docker.rule({u"ps"_s, u"--all"_s}).hang();
    scene.engine.docker.rule({u"exec"_s}).exit(1);
    scene.engine.docker.rule({u"network"_s});
    scene.engine.docker.rule({u"volume"_s});
    scene.engine.docker.rule({u"images"_s}).out("{\"Repository\":\"zookeeper\",\"Tag\":\"3.9\"}\n");
    scene.engine.playPresence();
    scene.engine.playContainers();
    scene.engine.playQuietStream();
    const std::unique_ptr<QProcess> plan = scene.begin({u"plan"_s, u"fresh"_s});
    // Observers that are silent are waited for for 15 s.
    QVERIFY(plan->waitForFinished(12'000));
    const Outcome outcome = Scene::end(*plan);
    COMPARE_CODE(outcome, 0);
    QVERIFY2(outcome.out.contains("--name fresh-zoo3"_L1), qPrintable(outcome.out));
}

void TestCliProcess::adoptingTwiceIsNoMistake_data()
{
    QTest::addColumn<bool>("adopted");
    QTest::newRow("own") << false;
    QTest::newRow("adopted") << true;
}

void TestCliProcess::adoptingTwiceIsNoMistake()
{
    QFETCH(bool, adopted);
    Scene scene;
    scene.playWritten(adopted);
    const Outcome again = scene.run({u"adopt"_s, u"orders"_s});
    COMPARE_CODE(again, 0);
    QVERIFY2(again.err.contains(u"“orders” is managed already"_s), qPrintable(again.err));
}

void TestCliProcess::othersClustersAreLeftAlone()
{
    Scene scene;
    scene.playOthers(u"plain"_s);
    const QJsonArray list = QJsonDocument::fromJson(scene.run({u"ls"_s, u"--json"_s}).out.toUtf8()).array();
    QCOMPARE(list.size(), 1);
    const QString name = list.first()[u"name"].toString();
    QCOMPARE(list.first()[u"discovered"], QJsonValue(true));
    for (const char *verb : {"stop", "start", "restart", "kill", "pause", "unpause", "rm"}) {
        const Outcome refused = scene.run({QLatin1StringView(verb), name});
        COMPARE_CODE(refused, 5);
        QCOMPARE(refused.err.count(u'\n'), 1); // no title of a task that is none
        QVERIFY2(refused.err.contains(u"`zoodock adopt %1`"_s.arg(name)), qPrintable(refused.err));
        QVERIFY2(!refused.err.contains("another name"_L1), qPrintable(refused.err));
    }
}

void TestCliProcess::actionsOfMembers_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    QTest::newRow("pause all") << u"pause orders"_s << u"pause orders-zoo1 orders-zoo3"_s;
    QTest::newRow("pause one") << u"pause orders zoo3"_s << u"pause orders-zoo3"_s;
    QTest::newRow("unpause all") << u"unpause orders"_s << u"unpause orders-zoo2"_s;
    QTest::newRow("unpause by id") << u"unpause orders 2"_s << u"unpause orders-zoo2"_s;
    QTest::newRow("stop one") << u"stop orders zoo1"_s << u"stop -t 10 orders-zoo1"_s;
    QTest::newRow("kill one") << u"kill orders zoo1"_s << u"kill orders-zoo1"_s;
}

/// Member 2 is paused.
void TestCliProcess::actionsOfMembers()
{
    QFETCH(QString, line);
    QFETCH(QString, expected);
    Scene scene;
    scene.playCluster(u"orders"_s, {u"running"_s, u"paused"_s, u"running"_s});
    scene.engine.docker.rule({expected.section(u' ', 0, 0)});
    const Outcome outcome = scene.run(line.split(u' '));
    COMPARE_CODE(outcome, 0);
    QCOMPARE(scene.engine.docker.callLines().filter(u"orders-zoo"_s), QStringList{expected});
    const Outcome stranger = scene.run({line.section(u' ', 0, 0), u"orders"_s, u"zoo9"_s});
    COMPARE_CODE(stranger, 3);
    QVERIFY2(stranger.err.contains(u"no member “zoo9”"_s), qPrintable(stranger.err));
}

/// What another cluster's containers say makes no sense.
void TestCliProcess::labelsOfOthersAreNoNews()
{
    Scene scene;
    PlayedContainer broken;
    broken.cluster = u"hidden"_s;
    broken.member = 9;
    broken.spec = "{ no JSON";
    scene.engine.containers += broken;
    broken.cluster = u"debug"_s;
    scene.engine.containers += broken;
    scene.playCluster(u"orders"_s, {u"running"_s, u"running"_s, u"running"_s});
    scene.engine.docker.rule({u"stop"_s});
    const Outcome outcome = scene.run({u"stop"_s, u"orders"_s, u"zoo2"_s, u"--yes"_s});
    COMPARE_CODE(outcome, 0);
    QVERIFY2(!outcome.err.contains("hidden"_L1), qPrintable(outcome.err));
    const Outcome verbose =
        scene.run({u"stop"_s, u"orders"_s, u"zoo2"_s, u"--yes"_s}, {u"ZOODOCK_VERBOSE=1"_s});
    QVERIFY2(verbose.err.contains("specification of hidden"_L1), qPrintable(verbose.err));
    const Outcome itself = scene.run({u"status"_s, u"hidden"_s});
    COMPARE_CODE(itself, 0);
    QVERIFY2(itself.err.contains("specification of hidden"_L1), qPrintable(itself.err));
    // Such a name is also that of a kind of message.
    const Outcome debug = scene.run({u"status"_s, u"debug"_s});
    QVERIFY2(debug.err.contains("specification of debug"_L1), qPrintable(debug.err));
}

void TestCliProcess::lossOfTheQuorumIsSaidBeforehand_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("warned");
    QTest::newRow("stop") << u"stop orders zoo1"_s << true;
    QTest::newRow("kill") << u"kill orders zoo2"_s << true;
    QTest::newRow("pause, sure") << u"pause orders zoo1 --yes"_s << true;
    QTest::newRow("whole cluster") << u"stop orders"_s << false;
    QTest::newRow("does not serve") << u"restart orders zoo3"_s << false;
}

/// Members 1 and 2 of 3 serve. Nobody sits at the terminal.
void TestCliProcess::lossOfTheQuorumIsSaidBeforehand()
{
    QFETCH(QString, line);
    QFETCH(bool, warned);
    Scene scene;
    ServingPair servers;
    scene.playPair(servers);
    scene.engine.docker.rule({line.section(u' ', 0, 0)});
    const std::unique_ptr<QProcess> process = scene.begin(line.split(u' '));
    QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000);
    const Outcome outcome = Scene::end(*process);
    COMPARE_CODE(outcome, 0);
    const qsizetype warning = outcome.err.indexOf(u"there is no quorum: 1 voter"_s);
    QVERIFY2((warning >= 0) == warned, qPrintable(outcome.err));
    QVERIFY2(warning < outcome.err.indexOf(u"orders zoo"_s) || !warned, qPrintable(outcome.err));
    QVERIFY2(!outcome.err.contains("[y/N]"_L1), qPrintable(outcome.err));
    QCOMPARE(scene.engine.calls(line.section(u' ', 0, 0)), 1);
}

void TestCliProcess::personIsAskedAtTheTerminal_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<int>("code");
    QTest::newRow("yes") << u"stop orders zoo1"_s << QByteArray("y\n") << 0;
    QTest::newRow("no") << u"stop orders zoo1"_s << QByteArray("n\n") << 130;
    QTest::newRow("Enter") << u"kill orders zoo1"_s << QByteArray("\n") << 130;
    QTest::newRow("end of input") << u"pause orders zoo1"_s << QByteArray("\x04") << 130;
    QTest::newRow("Ctrl+C") << u"restart orders zoo1"_s << QByteArray("\x03") << 130;
    QTest::newRow("sure") << u"stop orders zoo1 --yes"_s << QByteArray() << 0;
}

void TestCliProcess::personIsAskedAtTheTerminal()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, typed);
    QFETCH(int, code);
    Scene scene;
    ServingPair servers;
    scene.playPair(servers);
    const QString verb = line.section(u' ', 0, 0);
    scene.engine.docker.rule({verb});
    Terminal terminal;
    QVERIFY(terminal.isOpen());
    const std::unique_ptr<QProcess> process = scene.begin(line.split(u' '), {}, &terminal);
    if (!typed.isEmpty()) {
        QTRY_VERIFY2_WITH_TIMEOUT(terminal.text().contains("[y/N]"), terminal.text().constData(), 60'000);
        QCOMPARE(scene.engine.calls(verb), 0);
        terminal.type(typed);
    }
    QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000);
    QVERIFY2(process->exitCode() == code, terminal.text().constData());
    QVERIFY2(terminal.text().contains("there is no quorum"), terminal.text().constData());
    QCOMPARE(scene.engine.calls(verb), code == 0 ? 1 : 0);
}

/// Somebody else removed it before the answer came.
void TestCliProcess::clusterGoesWhileAPersonIsAsked()
{
    Scene scene;
    ServingPair servers;
    FakeRule events = scene.engine.docker.rule({u"events"_s});
    events.waitForFile(scene.engine.docker.file("removed"));
    for (int member = 1; member <= 3; ++member) {
        PlayedContainer container;
        container.cluster = u"orders"_s;
        container.member = member;
        events.out(container.event(u"destroy"_s));
    }
    events.hang();
    scene.playPair(servers);
    Terminal terminal;
    QVERIFY(terminal.isOpen());
    const std::unique_ptr<QProcess> process = scene.begin({u"stop"_s, u"orders"_s, u"zoo1"_s}, {}, &terminal);
    QTRY_VERIFY2_WITH_TIMEOUT(terminal.text().contains("[y/N]"), terminal.text().constData(), 60'000);
    QVERIFY(QFile::remove(scene.folder() + u"/orders.json"_s));
    scene.engine.give("removed");
    // Nobody is asked any more: the program knows.
    int questions = -1;
    while (std::exchange(questions, servers.leader.questions) != servers.leader.questions)
        QTest::qWait(3000);
    terminal.type("y\n");
    QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000);
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QVERIFY2(process->exitCode() == 3, terminal.text().constData());
    QVERIFY2(terminal.text().contains("There is no cluster “orders”"), terminal.text().constData());
    QCOMPARE(scene.engine.calls(u"stop"_s), 0);
}

/// One of the others was stopped on purpose.
void TestCliProcess::startMakesTheNamedMemberAlone()
{
    Scene scene;
    scene.engine.docker.rule({u"network"_s});
    scene.engine.docker.rule({u"volume"_s});
    scene.engine.docker.rule({u"run"_s});
    scene.engine.docker.rule({u"images"_s}).out("{\"Repository\":\"zookeeper\",\"Tag\":\"3.9\"}\n");
    scene.playCluster(u"orders"_s, {u"exited"_s, u"running"_s});
    const Outcome outcome = scene.run({u"start"_s, u"orders"_s, u"zoo3"_s});
    COMPARE_CODE(outcome, 0);
    QVERIFY2(outcome.err.startsWith("Start orders zoo3\n"_L1), qPrintable(outcome.err));
    const QStringList calls = scene.engine.docker.callLines();
    QCOMPARE(calls.filter(QRegularExpression(u"^start "_s)), QStringList());
    QCOMPARE(calls.filter(u"run --detach"_s).size(), 1);
    QCOMPARE(calls.filter(u"--name orders-zoo3"_s).size(), 1);
}

void TestCliProcess::interruptedCreationWithTakenPorts_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<int>("code");
    QTest::newRow("script") << u"up orders --wait 0"_s << QByteArray() << 5;
    QTest::newRow("sure") << u"up orders --wait 0 --yes"_s << QByteArray() << 0;
    QTest::newRow("yes") << u"up orders --wait 0"_s << QByteArray("y\n") << 0;
    QTest::newRow("no") << u"up orders --wait 0"_s << QByteArray("n\n") << 130;
}

/// Somebody has a port that the creation had chosen before it was killed.
void TestCliProcess::interruptedCreationWithTakenPorts()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, typed);
    QFETCH(int, code);
    Scene scene;
    for (const QString &verb : {u"network"_s, u"volume"_s, u"run"_s, u"start"_s})
        scene.engine.docker.rule({verb});
    scene.engine.docker.rule({u"images"_s}).out("{\"Repository\":\"zookeeper\",\"Tag\":\"3.9\"}\n");
    PlayedContainer other;
    other.cluster = u"other"_s;
    other.member = 2;
    other.hostPort = 64'102; // as that of orders-zoo2
    scene.engine.containers += other;
    scene.playCluster(u"orders"_s, {});
    JournalEntry entry;
    entry.ensemble.name = u"orders"_s;
    entry.ensemble = ensembleFromJson(scene.fileOf(u"orders.json"_s)).value_or(entry.ensemble);
    QVERIFY(Journal(scene.folder()).write(entry).has_value());

    Terminal terminal;
    const bool asks = !typed.isEmpty();
    const std::unique_ptr<QProcess> process = scene.begin(line.split(u' '), {}, asks ? &terminal : nullptr);
    if (asks) {
        QTRY_VERIFY2_WITH_TIMEOUT(terminal.text().contains("free ports instead? [y/N]"),
                                  terminal.text().constData(), 60'000);
        terminal.type(typed);
    }
    QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000);
    const QString said = QString::fromUtf8(asks ? terminal.text() : process->readAllStandardError());
    QVERIFY2(process->exitCode() == code, qPrintable(said));
    QVERIFY2(said.contains(u"Port 64102 is used by the container “other-zoo2”."_s), qPrintable(said));
    QCOMPARE(said.contains(u"`zoodock up orders --yes`"_s), code == 5);
    const QStringList calls = scene.engine.docker.callLines();
    QCOMPARE(calls.filter(u"run --detach"_s).size(), code == 0 ? 3 : 0);
    QCOMPARE(calls.filter(u"127.0.0.1:64102:2181"_s), QStringList());
    QCOMPARE(calls.filter(u"127.0.0.1:64101:2181"_s).size(), code == 0 ? 1 : 0);
}

/// Nobody ever answers here: the first one that does not come back is the last one that is touched.
void TestCliProcess::rollingRestartStopsAtTheFirstThatFails()
{
    Scene scene;
    scene.playCluster(u"orders"_s, {u"running"_s, u"running"_s, u"running"_s});
    scene.engine.docker.rule({u"restart"_s});
    scene.engine.docker.rule({u"logs"_s}).out("its last words\n");
    const Outcome stopped =
        scene.run({u"restart"_s, u"--rolling"_s, u"orders"_s, u"zoo2"_s, u"--wait"_s, u"1"_s});
    COMPARE_CODE(stopped, 6);
    QVERIFY2(stopped.err.contains("member by member"_L1), qPrintable(stopped.err));
    QVERIFY2(stopped.err.contains("its last words"_L1), qPrintable(stopped.err));
    const QStringList calls = scene.engine.docker.callLines();
    QVERIFY(calls.contains(u"restart -t 10 orders-zoo2"_s));
    QCOMPARE(calls.filter(QRegularExpression(u"^restart "_s)).size(), 1);
}

void TestCliProcess::whatWasDoneIsInTheHistory()
{
    Scene scene;
    scene.playCluster(u"orders"_s, {u"running"_s, u"running"_s, u"running"_s});
    scene.engine.docker.rule({u"pause"_s});
    scene.engine.docker.rule({u"kill"_s}).err("Error response from daemon: it went wrong\n").exit(1);
    COMPARE_CODE(scene.run({u"pause"_s, u"orders"_s}), 0);
    COMPARE_CODE(scene.run({u"kill"_s, u"orders"_s, u"zoo2"_s}), 1);
    COMPARE_CODE(scene.run({u"status"_s, u"orders"_s}), 0);
    const ActivityLog nothing;
    const ActivityHistory history(scene.folder() + u"/../activity.jsonl"_s, nothing);
    const QList<PastTask> tasks = history.tasks();
    QCOMPARE(tasks.size(), 2);
    QCOMPARE(tasks.at(1).cluster, u"orders"_s);
    QCOMPARE(tasks.at(1).title, u"Pause orders"_s);
    QCOMPARE(tasks.at(1).outcome, PastTask::Outcome::Done);
    QVERIFY2(tasks.at(1).commands.constFirst().contains("pause orders-zoo1"_L1), "the command is kept");
    QCOMPARE(tasks.at(0).outcome, PastTask::Outcome::Failed);
    QVERIFY2(tasks.at(0).detail.contains("it went wrong"_L1), qPrintable(tasks.at(0).detail));
}

void TestCliProcess::upChangesNothing()
{
    Scene scene;
    scene.writeCluster(u"orders"_s);
    for (int member = 1; member <= 3; ++member) {
        PlayedContainer container;
        container.cluster = u"orders"_s;
        container.member = member;
        scene.engine.containers += container;
    }
    scene.engine.docker.rule({u"exec"_s}).exit(1);
    scene.engine.playPresence();
    scene.engine.playContainers();
    scene.engine.playQuietStream();
    const QStringList up{u"up"_s, u"orders"_s, u"--wait"_s, u"0"_s};
    const Outcome larger = scene.run(up + QStringList{u"--members"_s, u"5"_s});
    COMPARE_CODE(larger, 0);
    QVERIFY2(larger.err.contains(u"Warning: “orders” exists; its size"_s), qPrintable(larger.err));
    const Outcome same = scene.run(up);
    COMPARE_CODE(same, 0);
    QVERIFY2(!same.err.contains("Warning"_L1), qPrintable(same.err));
}

void TestCliProcess::brokenSpecIsNamed()
{
    Scene scene;
    scene.engine.playPresence();
    scene.engine.playContainers();
    scene.engine.playQuietStream();
    scene.writeFile(u"bad.txt"_s, "{\n  oops\n}\n");
    const QString path = scene.folder() + u"/bad.txt"_s;
    const Outcome refused = scene.run({u"up"_s, u"orders"_s, u"--file"_s, path});
    COMPARE_CODE(refused, 5);
    QVERIFY2(refused.err.contains(path + u": Line 2"_s), qPrintable(refused.err));
    scene.writeCluster(u"orders"_s); // although nothing of it would be used
    const Outcome existing = scene.run({u"up"_s, u"orders"_s, u"--file"_s, path});
    COMPARE_CODE(existing, 5);
    QVERIFY2(existing.err.contains(path + u": Line 2"_s), qPrintable(existing.err));
}

void TestCliProcess::failureIsToldOnce()
{
    Scene scene;
    scene.playCluster(u"orders"_s, {u"exited"_s, u"exited"_s, u"exited"_s});
    scene.engine.docker.rule({u"restart"_s});
    scene.engine.docker.rule({u"logs"_s});
    const Outcome failed = scene.run({u"restart"_s, u"--rolling"_s, u"orders"_s, u"--wait"_s, u"1"_s});
    COMPARE_CODE(failed, 6);
    QCOMPARE(failed.err.count(u"did not serve in time"_s), 1);
    QCOMPARE(failed.err.count(u"Restart zoo"_s), 3);
}

void TestCliProcess::whatCannotBeReleased()
{
    Scene scene;
    scene.playOthers(u"plain"_s);
    const QJsonArray list = QJsonDocument::fromJson(scene.run({u"ls"_s, u"--json"_s}).out.toUtf8()).array();
    const QString name = list.first()[u"name"].toString();
    const Outcome found = scene.run({u"release"_s, name});
    COMPARE_CODE(found, 5);
    QVERIFY2(found.err.contains("nothing to release"_L1) && !found.err.contains("Remove"_L1),
             qPrintable(found.err)); // which ZooDock would refuse
    scene.writeCluster(u"orders"_s);
    const Outcome own = scene.run({u"release"_s, u"orders"_s});
    COMPARE_CODE(own, 5);
    QVERIFY2(own.err.contains("Remove it instead"_L1), qPrintable(own.err));
}

/// Its containers are gone, and ZooDock cannot make them.
void TestCliProcess::adoptedIsStartedNotFinished()
{
    Scene scene;
    scene.playWritten(true);
    const Outcome refused = scene.run({u"start"_s, u"orders"_s});
    COMPARE_CODE(refused, 5);
    QVERIFY2(refused.err.startsWith("Start orders\n"_L1), qPrintable(refused.err));
}

void TestCliProcess::titleIsListed()
{
    Scene scene;
    scene.engine.playPresence();
    scene.engine.playContainers();
    scene.engine.playQuietStream();
    Ensemble ensemble = makeEnsemble(u"orders"_s, 3, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    scene.writeFile(u"orders.json"_s, toJson(ensemble));
    const Outcome without = scene.run({u"ls"_s});
    QVERIFY2(!without.out.contains("TITLE"_L1), qPrintable(without.out));
    ensemble.title = u"Orders of Leipzig"_s;
    scene.writeFile(u"orders.json"_s, toJson(ensemble));
    const Outcome with = scene.run({u"ls"_s});
    QVERIFY2(with.out.section(u'\n', 0, 0).endsWith("TITLE"_L1), qPrintable(with.out));
    QVERIFY2(with.out.section(u'\n', 1, 1).endsWith("Orders of Leipzig"_L1), qPrintable(with.out));
    const QJsonArray list = QJsonDocument::fromJson(scene.run({u"ls"_s, u"--json"_s}).out.toUtf8()).array();
    QCOMPARE(list.first()[u"title"].toString(), u"Orders of Leipzig"_s);
}

void TestCliProcess::whatRunsIsNotStarted_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("start one") << u"start orders zoo1"_s << u"running"_s
                               << u"zoo1 of “orders” runs already."_s;
    QTest::newRow("start all") << u"start orders"_s << u"running"_s
                               << u"All members of “orders” run already."_s;
    QTest::newRow("stop one") << u"stop orders 3"_s << u"exited"_s
                              << u"zoo3 of “orders” is stopped already."_s;
    QTest::newRow("stop all") << u"stop orders"_s << u"exited"_s
                              << u"All members of “orders” are stopped already."_s;
}

void TestCliProcess::whatRunsIsNotStarted()
{
    QFETCH(QString, line);
    QFETCH(QString, status);
    QFETCH(QString, sentence);
    Scene scene;
    scene.playCluster(u"orders"_s, {status, status, status});
    const Outcome outcome = scene.run(line.split(u' '));
    COMPARE_CODE(outcome, 0);
    QCOMPARE(outcome.err.trimmed(), sentence);
    QCOMPARE(scene.engine.docker.callLines().filter(QRegularExpression(u"^(start|stop) "_s)), QStringList());
}

/// What a script's log shows is what the verbs take.
void TestCliProcess::titlesSayTheName()
{
    Scene scene;
    scene.playCluster(u"ea"_s, {u"running"_s, u"running"_s, u"running"_s});
    Ensemble ensemble = makeEnsemble(u"ea"_s, 3, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    ensemble.title = u"3000"_s;
    scene.writeFile(u"ea.json"_s, toJson(ensemble));
    scene.engine.docker.rule({u"pause"_s});
    const Outcome all = scene.run({u"pause"_s, u"ea"_s});
    COMPARE_CODE(all, 0);
    QVERIFY2(all.err.startsWith("Pause ea (3000)\n"_L1), qPrintable(all.err));
    const Outcome one = scene.run({u"pause"_s, u"ea"_s, u"zoo1"_s});
    COMPARE_CODE(one, 0);
    QVERIFY2(one.err.startsWith("Pause ea zoo1\n"_L1), qPrintable(one.err));
}

/// A change that was cancelled, or failed, between two members.
void TestCliProcess::otherSettingsAreSaid()
{
    Scene scene;
    Ensemble changed = makeEnsemble(u"orders"_s, 3, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    for (Member &member : changed.members)
        member.client.hostPort = static_cast<quint16>(64'100 + member.id);
    const QByteArray before = toCompactJson(changed);
    changed.settings.insert(u"tickTime"_s, u"3000"_s);
    for (int member = 1; member <= 3; ++member) {
        PlayedContainer container;
        container.cluster = u"orders"_s;
        container.member = member;
        container.spec = member == 2 ? toCompactJson(changed) : before;
        scene.engine.containers += container;
    }
    scene.playCluster(u"orders"_s, {});
    scene.engine.docker.rule({u"restart"_s});
    scene.engine.docker.rule({u"logs"_s});
    const Outcome status = scene.run({u"status"_s, u"orders"_s});
    COMPARE_CODE(status, 0);
    const QString sentence = u"Made with other settings than the cluster's file says: zoo2."_s;
    QVERIFY2(status.out.contains(sentence), qPrintable(status.out + status.err));
    const auto json =
        QJsonDocument::fromJson(scene.run({u"status"_s, u"orders"_s, u"--json"_s}).out.toUtf8());
    QCOMPARE(json[u"otherSettings"].toArray(), QJsonArray{u"zoo2"_s});
    QVERIFY(json[u"interrupted"].isNull());
    const Outcome restart = scene.run({u"restart"_s, u"--rolling"_s, u"orders"_s, u"--wait"_s, u"1"_s});
    QVERIFY2(restart.err.startsWith(u"Warning: "_s + sentence), qPrintable(restart.err));
}

void TestCliProcess::interruptedSettingsAreSaid()
{
    Scene scene;
    scene.playCluster(u"orders"_s, {u"running"_s, u"running"_s, u"running"_s});
    JournalEntry entry;
    entry.change = JournalEntry::Change::Apply;
    entry.ensemble = makeEnsemble(u"orders"_s, 3, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    QVERIFY(Journal(scene.folder()).write(entry).has_value());
    const QString sentence = u"A change of this cluster's settings was interrupted"_s;
    const Outcome status = scene.run({u"status"_s, u"orders"_s});
    QVERIFY2(status.out.contains(sentence), qPrintable(status.out + status.err));
    const auto json =
        QJsonDocument::fromJson(scene.run({u"status"_s, u"orders"_s, u"--json"_s}).out.toUtf8());
    QCOMPARE(json[u"interrupted"].toString(), u"settings"_s);
    QCOMPARE(json[u"halfMade"].toBool(), true);
    scene.engine.docker.rule({u"restart"_s});
    scene.engine.docker.rule({u"logs"_s});
    const Outcome restart = scene.run({u"restart"_s, u"--rolling"_s, u"orders"_s, u"--wait"_s, u"1"_s});
    QVERIFY2(restart.err.startsWith(u"Warning: "_s + sentence), qPrintable(restart.err));
}

void TestCliProcess::releasedWithoutContainers()
{
    Scene scene;
    scene.playWritten(true);
    const Outcome released = scene.run({u"release"_s, u"orders"_s});
    COMPARE_CODE(released, 0);
    QVERIFY2(released.err.contains("no containers of it left"_L1), qPrintable(released.err));
}

/// A member alone is refused as the whole cluster is.
void TestCliProcess::adoptedMemberWithoutContainer()
{
    Scene scene;
    scene.playWritten(true);
    const Outcome whole = scene.run({u"up"_s, u"orders"_s});
    COMPARE_CODE(whole, 5);
    QVERIFY2(whole.err.contains("can neither make nor remove them"_L1), qPrintable(whole.err));
    for (const QString &verb : {u"start"_s, u"restart"_s}) {
        const Outcome member = scene.run({verb, u"orders"_s, u"zoo1"_s});
        COMPARE_CODE(member, 5);
        QVERIFY2(member.err.contains("can neither make nor remove them"_L1), qPrintable(member.err));
        QVERIFY2(!member.err.contains("Create it again"_L1), qPrintable(member.err));
    }
}

QTEST_GUILESS_MAIN(TestCliProcess)
#include "tst_cli_process.moc"
