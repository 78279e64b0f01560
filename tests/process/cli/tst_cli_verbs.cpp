// SPDX-License-Identifier: GPL-3.0-or-later
// What the executable says and returns where there is nothing to do, nobody to ask, or nowhere to write.
#include "process/cli/cliscene.h"

#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QRegularExpression changes(u"^(start|stop|kill|pause|unpause) "_s);

} // namespace

class TestCliVerbs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingToDoIsNoFailure_data();
    void nothingToDoIsNoFailure();
    void whatCannotBeDoneIsAFailure_data();
    void whatCannotBeDoneIsAFailure();
    void answersWithoutAnEngine();
    void lostOutputIsAFailure_data();
    void lostOutputIsAFailure();
    void helpOfAVerb_data();
    void helpOfAVerb();
    void deadDisplayIsSaid_data();
    void deadDisplayIsSaid();
};

void TestCliVerbs::nothingToDoIsNoFailure_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("statuses");
    QTest::addColumn<QString>("sentence");
    const QStringList running{u"running"_s, u"running"_s, u"running"_s};
    const QStringList paused{u"paused"_s, u"paused"_s, u"paused"_s};
    const QStringList stopped{u"exited"_s, u"exited"_s, u"exited"_s};
    QTest::newRow("unpause all") << u"unpause orders"_s << running
                                 << u"No member of “orders” is paused: nothing was changed."_s;
    QTest::newRow("unpause all that are stopped")
        << u"unpause orders"_s << stopped << u"No member of “orders” is paused: nothing was changed."_s;
    QTest::newRow("unpause one") << u"unpause orders zoo1"_s << running
                                 << u"zoo1 of “orders” is not paused: nothing was changed."_s;
    QTest::newRow("pause all") << u"pause orders"_s << paused
                               << u"All members of “orders” are paused already."_s;
    QTest::newRow("pause all that are stopped")
        << u"pause orders"_s << stopped << u"No member of “orders” runs: nothing was changed."_s;
    QTest::newRow("pause one") << u"pause orders 2"_s << paused << u"zoo2 of “orders” is paused already."_s;
    QTest::newRow("kill all") << u"kill orders"_s << stopped
                              << u"No member of “orders” runs: nothing was changed."_s;
    QTest::newRow("kill one") << u"kill orders zoo3"_s << stopped
                              << u"zoo3 of “orders” does not run: nothing was changed."_s;
}

void TestCliVerbs::nothingToDoIsNoFailure()
{
    QFETCH(QString, line);
    QFETCH(QStringList, statuses);
    QFETCH(QString, sentence);
    Scene scene;
    scene.playCluster(u"orders"_s, statuses);
    const Outcome outcome = scene.run(line.split(u' '));
    COMPARE_CODE(outcome, 0);
    QCOMPARE(outcome.err.trimmed(), sentence);
    QCOMPARE(scene.engine.docker.callLines().filter(changes), QStringList());
}

void TestCliVerbs::whatCannotBeDoneIsAFailure_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("pause") << u"pause orders zoo1"_s
                           << "Error response from daemon: Container orders-zoo1 is not running\n"_ba
                           << u"Start it first"_s;
    QTest::newRow("unpause") << u"unpause orders zoo1"_s
                             << "Error response from daemon: Container orders-zoo1 is not paused\n"_ba
                             << u"not paused"_s;
}

void TestCliVerbs::whatCannotBeDoneIsAFailure()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, said);
    QFETCH(QString, sentence);
    Scene scene;
    scene.playCluster(u"orders"_s, {u"exited"_s, u"running"_s, u"running"_s});
    scene.engine.docker.rule({line.section(u' ', 0, 0)}).err(said).exit(1);
    const Outcome outcome = scene.run(line.split(u' '));
    COMPARE_CODE(outcome, 1);
    QVERIFY2(outcome.err.contains(sentence), qPrintable(outcome.err));
}

/// Servers outlive a silent engine. Who answers is shown, as in the window, but not as a container that runs.
void TestCliVerbs::answersWithoutAnEngine()
{
    Scene scene;
    scene.playDown();
    ServingPair servers;
    Ensemble ensemble = makeEnsemble(u"orders"_s, 3, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    ensemble.members[0].client.hostPort = servers.leader.serverPort();
    ensemble.members[1].client.hostPort = servers.follower.serverPort();
    QTcpServer nobody; // a port that was free a moment ago
    QVERIFY(nobody.listen(QHostAddress::LocalHost));
    ensemble.members[2].client.hostPort = nobody.serverPort();
    nobody.close();
    scene.writeFile(u"orders.json"_s, toJson(ensemble));
    const auto finish = [](std::unique_ptr<QProcess> process) {
        [&] { QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000); }();
        return Scene::end(*process); // the servers answer meanwhile
    };
    const QString host = u"DOCKER_HOST=tcp://127.0.0.1:1"_s;
    const QString doubt = u"nobody can tell whether they are the members' containers."_s;
    const Outcome status = finish(scene.begin({u"status"_s, u"orders"_s}, {host}));
    COMPARE_CODE(status, 4);
    QVERIFY2(status.out.contains("leader"_L1) && status.out.contains("2 of 3"_L1), qPrintable(status.out));
    QVERIFY2(!status.out.contains("running"_L1), qPrintable(status.out));
    QVERIFY2(status.out.contains(doubt), qPrintable(status.out));
    const Outcome list = finish(scene.begin({u"ls"_s}, {host}));
    COMPARE_CODE(list, 4);
    QVERIFY2(list.out.contains("2/3"_L1), qPrintable(list.out));
    QVERIFY2(list.err.contains(u"“orders”"_s) && list.err.contains(doubt), qPrintable(list.err));
}

void TestCliVerbs::lostOutputIsAFailure_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"status", "ls --json", "--help", "--version"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestCliVerbs::lostOutputIsAFailure()
{
    QFETCH(QString, line);
    if (!QFileInfo::exists(u"/dev/full"_s))
        QSKIP("There is no /dev/full here.");
    Scene scene;
    scene.playCluster(u"orders"_s, {u"running"_s, u"running"_s, u"running"_s});
    const Outcome outcome = scene.runInShell(u"\"$0\" %1 > /dev/full"_s.arg(line));
    COMPARE_CODE(outcome, 1);
    QVERIFY2(outcome.err.contains("could not be written"_L1), qPrintable(outcome.err));
}

void TestCliVerbs::helpOfAVerb_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("has");
    QTest::addColumn<QString>("lacks");
    QTest::newRow("up") << u"up --help"_s << u"zoodock up NAME"_s << u"--observers N"_s << u"zoodock ls"_s;
    QTest::newRow("help up") << u"help up"_s << u"zoodock up NAME"_s << u"--image"_s << u"zoodock plan"_s;
    QTest::newRow("plan") << u"plan x --help"_s << u"zoodock plan NAME"_s << u"--observers N"_s
                          << u"zoodock rm"_s;
    QTest::newRow("ls") << u"ls -h"_s << u"zoodock ls"_s << u"Exit codes"_s << u"zoodock up"_s;
    QTest::newRow("restart") << u"restart --help"_s << u"zoodock stop|start|restart"_s << u"--rolling"_s
                             << u"zoodock up"_s;
    QTest::newRow("release") << u"release --help"_s << u"zoodock adopt|release"_s << u"--help"_s
                             << u"zoodock up"_s;
}

void TestCliVerbs::helpOfAVerb()
{
    QFETCH(QString, line);
    QFETCH(QString, first);
    QFETCH(QString, has);
    QFETCH(QString, lacks);
    const Outcome help = Scene().run(line.split(u' '));
    COMPARE_CODE(help, 0);
    QVERIFY2(help.out.trimmed().startsWith(first), qPrintable(help.out));
    QVERIFY2(help.out.contains(has), qPrintable(help.out));
    QVERIFY2(!help.out.contains(lacks), qPrintable(help.out));
    QVERIFY2(help.out.contains("`zoodock --help`"_L1), qPrintable(help.out));
}

void TestCliVerbs::deadDisplayIsSaid_data()
{
    QTest::addColumn<QStringList>("environment");
    QTest::newRow("DISPLAY") << QStringList{u"DISPLAY=:59997"_s};
    QTest::newRow("the platform is named") << QStringList{u"DISPLAY=:59997"_s, u"QT_QPA_PLATFORM=xcb"_s};
    QTest::newRow("no display at all") << QStringList{u"QT_QPA_PLATFORM=xcb"_s};
}

void TestCliVerbs::deadDisplayIsSaid()
{
    QFETCH(QStringList, environment);
    const Outcome outcome = Scene().run({u"--quickstart"_s}, environment);
    COMPARE_CODE(outcome, 1);
    QVERIFY2(outcome.err.contains("DISPLAY"_L1) && outcome.err.contains("`zoodock --help`"_L1),
             qPrintable(outcome.err));
}

QTEST_GUILESS_MAIN(TestCliVerbs)
#include "tst_cli_verbs.moc"
