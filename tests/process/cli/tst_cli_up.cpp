// SPDX-License-Identifier: GPL-3.0-or-later
// `up` and `plan` of a cluster that is there, and what `up` says of what it did not wait for.
#include "process/cli/cliscene.h"

#include "clusters/journal.h"

#include <QtNetwork/QTcpServer>

#include <csignal>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

class TestCliUp : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void planOfWhatExistsTakesOptions_data();
    void planOfWhatExistsTakesOptions();
    void warnsOnlyOfADifference_data();
    void warnsOnlyOfADifference();
    void interruptedStart();
    void interruptedTwice();
    void interruptedWaitAfterAStart();
    void interruptedWaitWithoutAStart();
    void interruptedFinish();
    void noWaitIsNoStep();
    void takenPortsAreNamed();
    void newPortsOfAnotherAttemptAreNamed();
    void interruptedChangeOfSettings();
};

namespace
{

void interrupt(const QProcess &process)
{
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
}

/// Everything that it says up to this.
#define TRY_SAYS(process, said, words)                                                                       \
    QTRY_VERIFY2_WITH_TIMEOUT(                                                                               \
        ((said) += QString::fromUtf8((process).readAllStandardError())).contains(words), qPrintable(said),   \
        60'000)

/// Until docker is asked for zoo2, and says so by the file "asked"; then Ctrl+C.
void interruptInTheStart(const Scene &scene, QProcess &up, QString &said)
{
    TRY_SAYS(up, said, "Start zoo1"_L1);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(scene.engine.docker.file("asked")), 60'000);
    interrupt(up);
    TRY_SAYS(up, said, "Interrupted"_L1);
}

std::unique_ptr<QProcess> interruptedInTheStart(Scene &scene, QString &said)
{
    scene.playCluster(u"orders"_s, {u"exited"_s, u"exited"_s, u"running"_s});
    std::unique_ptr<QProcess> up = scene.begin({u"up"_s, u"orders"_s});
    interruptInTheStart(scene, *up, said);
    return up;
}

/// A copy of the file of "orders", with or without another setting.
QString specBeside(const Scene &scene, bool different)
{
    Ensemble ensemble = ensembleFromJson(scene.fileOf(u"orders.json"_s)).value_or(Ensemble());
    if (different)
        ensemble.settings.insert(u"tickTime"_s, u"3000"_s);
    scene.writeFile(u"spec.txt"_s, toJson(ensemble));
    return scene.folder() + u"/spec.txt"_s;
}

/// "orders", of which nothing was made so far.
void playInterruptedCreation(Scene &scene)
{
    for (const QString &verb : {u"network"_s, u"volume"_s, u"run"_s, u"start"_s})
        scene.engine.docker.rule({verb});
    scene.engine.docker.rule({u"images"_s}).out("{\"Repository\":\"zookeeper\",\"Tag\":\"3.9\"}\n");
    scene.playCluster(u"orders"_s, {});
    JournalEntry entry;
    entry.ensemble = ensembleFromJson(scene.fileOf(u"orders.json"_s)).value_or(entry.ensemble);
    QVERIFY(Journal(scene.folder()).write(entry).has_value());
}

} // namespace

void TestCliUp::planOfWhatExistsTakesOptions_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<bool>("warned");
    QTest::newRow("same") << u"--members 3"_s << false;
    QTest::newRow("other") << u"--members 5"_s << true;
    QTest::newRow("file") << u"--file"_s << false;
}

/// As `up` with the same words does.
void TestCliUp::planOfWhatExistsTakesOptions()
{
    QFETCH(QString, options);
    QFETCH(bool, warned);
    Scene scene;
    for (const QString &verb : {u"network"_s, u"volume"_s})
        scene.engine.docker.rule({verb});
    scene.engine.docker.rule({u"images"_s}).out("{\"Repository\":\"zookeeper\",\"Tag\":\"3.9\"}\n");
    scene.playCluster(u"orders"_s, {u"exited"_s});
    QStringList line = QStringList{u"plan"_s, u"orders"_s} + options.split(u' ');
    if (options == "--file"_L1)
        line += specBeside(scene, false);
    const Outcome plan = scene.run(line);
    COMPARE_CODE(plan, 0);
    QVERIFY2(plan.out.contains("docker start orders-zoo1\n"_L1), qPrintable(plan.out));
    QVERIFY2(plan.out.contains("--name orders-zoo3"_L1), qPrintable(plan.out));
    QVERIFY2(!plan.out.contains("--name orders-zoo5"_L1), qPrintable(plan.out));
    QVERIFY2(plan.err.contains(u"Warning: “orders” exists"_s) == warned, qPrintable(plan.err));
}

void TestCliUp::warnsOnlyOfADifference_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("warning"); // empty: none
    const QString shape = u"Warning: “orders” exists; its size, image and network were not changed."_s;
    QTest::newRow("same size") << u"--members 3"_s << QString();
    QTest::newRow("same network") << u"--network bridge"_s << QString();
    QTest::newRow("same image") << u"--image zookeeper:3.9"_s << QString();
    QTest::newRow("same image, in full") << u"--image docker.io/library/zookeeper:3.9"_s << QString();
    QTest::newRow("no observers") << u"--observers 0"_s << QString();
    QTest::newRow("same file") << u"--file same"_s << QString();
    QTest::newRow("same context") << u"--context default"_s << QString();
    QTest::newRow("other context")
        << u"--context nosuch"_s << u"Warning: “orders” exists in the context “default”, and stays there."_s;
    QTest::newRow("other size") << u"--members 1"_s << shape;
    QTest::newRow("other network") << u"--members 3 --network host"_s << shape;
    QTest::newRow("other image") << u"--image zookeeper:3.8"_s << shape;
    QTest::newRow("observers") << u"--observers 1"_s << shape;
    QTest::newRow("other file") << u"--file other"_s
                                << u"Warning: “orders” exists, and is not changed to what the file says."_s;
}

void TestCliUp::warnsOnlyOfADifference()
{
    QFETCH(QString, options);
    QFETCH(QString, warning);
    Scene scene;
    scene.playCluster(u"orders"_s, {u"running"_s, u"running"_s, u"running"_s});
    QStringList words = options.split(u' ');
    if (words.first() == "--file"_L1)
        words.last() = specBeside(scene, words.last() == "other"_L1);
    const Outcome up = scene.run(QStringList{u"up"_s, u"orders"_s, u"--wait"_s, u"0"_s} + words);
    COMPARE_CODE(up, 0);
    QVERIFY2(warning.isEmpty() ? !up.err.contains("Warning"_L1) : up.err.contains(warning),
             qPrintable(up.err));
}

/// What docker is told to start it starts, whether somebody waits for it or not.
void TestCliUp::interruptedStart()
{
    Scene scene;
    FakeDocker &docker = scene.engine.docker;
    docker.rule({u"start"_s, u"orders-zoo1"_s});
    docker.rule({u"start"_s}).touch(docker.file("asked")).waitForFile(docker.file("go"));
    QString said;
    const std::unique_ptr<QProcess> up = interruptedInTheStart(scene, said);
    if (QTest::currentTestFailed())
        return;
    scene.engine.give("go");
    const Outcome outcome = Scene::end(*up);
    said += outcome.err;
    QVERIFY2(outcome.exitCode == 130, qPrintable(said));
    QVERIFY2(said.contains("Started, and left running: zoo1, zoo2. `zoodock stop orders` stops"_L1),
             qPrintable(said));
    QVERIFY2(!said.contains("undoing"_L1), qPrintable(said));
}

/// Somebody who does not want to wait for docker either.
void TestCliUp::interruptedTwice()
{
    Scene scene;
    FakeDocker &docker = scene.engine.docker;
    docker.rule({u"start"_s, u"orders-zoo1"_s});
    docker.rule({u"start"_s}).touch(docker.file("asked")).hang();
    QString said;
    const std::unique_ptr<QProcess> up = interruptedInTheStart(scene, said);
    if (QTest::currentTestFailed())
        return;
    interrupt(*up);
    const Outcome outcome = Scene::end(*up);
    said += outcome.err;
    QVERIFY2(outcome.exitCode == 130, qPrintable(said));
    QVERIFY2(said.contains("Started, and left running: zoo1."_L1), qPrintable(said));
    QVERIFY2(said.contains("Whether docker starts the others, too, `zoodock status orders` tells."_L1),
             qPrintable(said));
}

void TestCliUp::interruptedWaitAfterAStart()
{
    Scene scene;
    scene.engine.docker.rule({u"start"_s});
    scene.playCluster(u"orders"_s, {u"running"_s, u"exited"_s, u"running"_s});
    const std::unique_ptr<QProcess> up = scene.begin({u"up"_s, u"orders"_s});
    QString said;
    TRY_SAYS(*up, said, "Start zoo2"_L1);
    QTest::qWait(500); // the wait for the quorum makes no sign of its own
    interrupt(*up);
    const Outcome outcome = Scene::end(*up);
    said += outcome.err;
    QVERIFY2(outcome.exitCode == 130, qPrintable(said));
    QVERIFY2(said.contains("Started, and left running: zoo2."_L1), qPrintable(said));
    QVERIFY2(!said.contains("before anything was changed"_L1), qPrintable(said));
}

void TestCliUp::interruptedWaitWithoutAStart()
{
    Scene scene;
    scene.playCluster(u"orders"_s, {u"running"_s, u"running"_s, u"running"_s});
    const std::unique_ptr<QProcess> up = scene.begin({u"up"_s, u"orders"_s});
    QTRY_VERIFY_WITH_TIMEOUT(scene.engine.calls(u"inspect"_s) > 0, 60'000);
    interrupt(*up);
    const Outcome outcome = Scene::end(*up);
    COMPARE_CODE(outcome, 130);
    QVERIFY2(outcome.err.contains("before anything was changed"_L1), qPrintable(outcome.err));
}

/// What it made goes again; what was there before and was started by it stays.
void TestCliUp::interruptedFinish()
{
    Scene scene;
    FakeDocker &docker = scene.engine.docker;
    for (const QString &verb : {u"network"_s, u"volume"_s, u"start"_s, u"rm"_s})
        docker.rule({verb});
    docker.rule({u"images"_s}).out("{\"Repository\":\"zookeeper\",\"Tag\":\"3.9\"}\n");
    docker.rule({u"run"_s}).touch(docker.file("asked")).hang();
    scene.playCluster(u"orders"_s, {u"exited"_s});
    const std::unique_ptr<QProcess> up = scene.begin({u"up"_s, u"orders"_s});
    QString said;
    TRY_SAYS(*up, said, "Start zoo1"_L1);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(docker.file("asked")), 60'000);
    interrupt(*up);
    const Outcome outcome = Scene::end(*up);
    said += outcome.err;
    QVERIFY2(outcome.exitCode == 130, qPrintable(said));
    QVERIFY2(said.contains("Members that were there before, and that it started, go on running."_L1),
             qPrintable(said));
}

void TestCliUp::noWaitIsNoStep()
{
    Scene scene;
    playInterruptedCreation(scene);
    const Outcome up = scene.run({u"up"_s, u"orders"_s, u"--wait"_s, u"0"_s});
    COMPARE_CODE(up, 0);
    QVERIFY2(!up.err.contains("Wait for the quorum"_L1), qPrintable(up.err));
    QVERIFY2(up.err.contains("Nobody waited for the quorum. `zoodock status orders` tells"_L1),
             qPrintable(up.err));
}

void TestCliUp::takenPortsAreNamed()
{
    Scene scene;
    PlayedContainer other;
    other.cluster = u"other"_s;
    other.member = 2;
    other.hostPort = 64'102; // as that of orders-zoo2
    scene.engine.containers += other;
    playInterruptedCreation(scene);
    const Outcome up = scene.run({u"up"_s, u"orders"_s, u"--wait"_s, u"0"_s, u"--yes"_s});
    COMPARE_CODE(up, 0);
    const Ensemble now = ensembleFromJson(scene.fileOf(u"orders.json"_s)).value_or(Ensemble());
    QVERIFY(now.member(2) != nullptr && now.member(2)->client.hostPort != 64'102);
    const QString sentence =
        u"zoo2 has the port %1 now, in place of 64102."_s.arg(now.member(2)->client.hostPort);
    QVERIFY2(up.err.contains(sentence), qPrintable(up.err));
    QCOMPARE(up.err.count("in place of"_L1), 1); // and nobody else's
}

/// Between plan and start somebody was faster.
void TestCliUp::newPortsOfAnotherAttemptAreNamed()
{
    Scene scene;
    QTcpServer thief;
    QVERIFY(thief.listen(QHostAddress::LocalHost));
    const quint16 port = thief.serverPort();
    thief.close();
    FakeDocker &docker = scene.engine.docker;
    for (const QString &verb : {u"network"_s, u"volume"_s, u"rm"_s})
        docker.rule({verb});
    docker.rule({u"images"_s}).out("{\"Repository\":\"zookeeper\",\"Tag\":\"3.9\"}\n");
    docker.rule({u"run"_s})
        .times(1)
        .touch(docker.file("asked"))
        .waitForFile(docker.file("go"))
        .err("Bind for 127.0.0.1:" + QByteArray::number(port) + " failed: port is already allocated.\n")
        .exit(125);
    docker.rule({u"run"_s});
    scene.engine.playPresence();
    scene.engine.playContainers();
    scene.engine.playQuietStream();
    const QString home = docker.folder();
    QVERIFY(QDir(home).mkpath(u"org.zoodock"_s));
    QFile preferences(home + u"/org.zoodock/ZooDock.conf"_s);
    QVERIFY(preferences.open(QIODevice::WriteOnly));
    preferences.write("[creation]\nfirstClientPort=" + QByteArray::number(port) + '\n');
    preferences.close();
    const std::unique_ptr<QProcess> up = scene.begin(
        {u"up"_s, u"orders"_s, u"--members"_s, u"1"_s, u"--image"_s, u"zookeeper:3.9"_s, u"--wait"_s, u"0"_s},
        {u"XDG_CONFIG_HOME="_s + home});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(docker.file("asked")), 60'000);
    QVERIFY(thief.listen(QHostAddress::LocalHost, port));
    scene.engine.give("go");
    const Outcome outcome = Scene::end(*up);
    COMPARE_CODE(outcome, 0);
    const Ensemble now = ensembleFromJson(scene.fileOf(u"orders.json"_s)).value_or(Ensemble());
    QVERIFY(now.member(1) != nullptr && now.member(1)->client.hostPort != port);
    const QString sentence = u"Trying again with other ports.\nzoo1 has the port %1 now, in place of %2.\n"_s
                                 .arg(now.member(1)->client.hostPort)
                                 .arg(port);
    QVERIFY2(outcome.err.contains(sentence), qPrintable(outcome.err));
}

/// What is done is not undone.
void TestCliUp::interruptedChangeOfSettings()
{
    Scene scene;
    FakeDocker &docker = scene.engine.docker;
    for (const QString &verb : {u"network"_s, u"volume"_s, u"start"_s})
        docker.rule({verb});
    docker.rule({u"stop"_s}).touch(docker.file("asked")).hang();
    docker.rule({u"images"_s}).out("{\"Repository\":\"zookeeper\",\"Tag\":\"3.9\"}\n");
    scene.playCluster(u"orders"_s, {u"running"_s, u"running"_s, u"running"_s});
    JournalEntry entry;
    entry.change = JournalEntry::Change::Apply;
    entry.ensemble = ensembleFromJson(scene.fileOf(u"orders.json"_s)).value_or(entry.ensemble);
    entry.ensemble.settings.insert(u"tickTime"_s, u"3000"_s);
    QVERIFY(Journal(scene.folder()).write(entry).has_value());
    const std::unique_ptr<QProcess> up = scene.begin({u"up"_s, u"orders"_s});
    QString said;
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(docker.file("asked")), 60'000);
    interrupt(*up);
    TRY_SAYS(*up, said, "is put back to the settings it had; those that are done keep the new ones"_L1);
    up->kill();
    up->waitForFinished();
    QVERIFY2(!said.contains("undoing"_L1), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestCliUp)
#include "tst_cli_up.moc"
