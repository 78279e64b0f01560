// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/verb.h"

#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verbs_data();
    void verbs();
    void refused_data();
    void refused();
    void upHasDefaults();
    void upTakesEveryOption();
    void planTakesWhatUpTakes();
    void statusNeedsNoName();
    void yesIsOfWhatTakesMembersAway();
    void helpAnywhere();
    void helpNamesEveryVerb();
    void exitCodes_data();
    void exitCodes();
};

void TestArguments::verbs_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<VerbName>("verb");
    QTest::newRow("up") << QStringList{u"up"_s, u"a"_s} << VerbName::Up;
    QTest::newRow("plan") << QStringList{u"plan"_s, u"a"_s} << VerbName::Plan;
    QTest::newRow("status") << QStringList{u"status"_s, u"a"_s} << VerbName::Status;
    QTest::newRow("ls") << QStringList{u"ls"_s} << VerbName::List;
    QTest::newRow("stop") << QStringList{u"stop"_s, u"a"_s, u"zoo1"_s} << VerbName::Stop;
    QTest::newRow("start") << QStringList{u"start"_s, u"a"_s} << VerbName::Start;
    QTest::newRow("restart") << QStringList{u"restart"_s, u"a"_s} << VerbName::Restart;
    QTest::newRow("kill") << QStringList{u"kill"_s, u"a"_s, u"2"_s} << VerbName::Kill;
    QTest::newRow("rm") << QStringList{u"rm"_s, u"a"_s, u"--volumes"_s} << VerbName::Remove;
    QTest::newRow("version") << QStringList{u"--version"_s} << VerbName::Version;
}

void TestArguments::verbs()
{
    QFETCH(QStringList, words);
    QFETCH(VerbName, verb);
    const Result<CliRequest> request = parseArguments(words);
    QVERIFY2(request.has_value(), request ? "" : qPrintable(request.error().message()));
    QCOMPARE(request->verb, verb);
    QCOMPARE(request->member, words.size() > 2 && !words.at(2).startsWith(u'-') ? words.at(2) : QString());
    QCOMPARE(request->volumes, verb == VerbName::Remove);
}

void TestArguments::refused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("said");
    QTest::newRow("nonsense") << QStringList{u"dance"_s} << u"dance"_s;
    QTest::newRow("no name") << QStringList{u"up"_s} << u"Which cluster"_s;
    QTest::newRow("members 0") << QStringList{u"up"_s, u"a"_s, u"--members"_s, u"0"_s} << u"1 to 255"_s;
    QTest::newRow("members many") << QStringList{u"up"_s, u"a"_s, u"--members"_s, u"many"_s} << u"many"_s;
    QTest::newRow("network") << QStringList{u"plan"_s, u"a"_s, u"--network"_s, u"mesh"_s} << u"mesh"_s;
    QTest::newRow("unknown option") << QStringList{u"status"_s, u"--colour"_s} << u"colour"_s;
    QTest::newRow("option of another verb")
        << QStringList{u"rm"_s, u"a"_s, u"--members"_s, u"3"_s} << u"members"_s;
    QTest::newRow("too many words") << QStringList{u"rm"_s, u"a"_s, u"b"_s} << u"“b”"_s;
    QTest::newRow("file and shape") << QStringList{u"up"_s,     u"a"_s,         u"--file"_s,
                                                   u"x.json"_s, u"--members"_s, u"3"_s}
                                    << u"--file"_s;
    QTest::newRow("empty image") << QStringList{u"up"_s, u"a"_s, u"--image"_s, QString()}
                                 << u"--image is empty"_s;
    QTest::newRow("empty file") << QStringList{u"plan"_s, u"a"_s, u"--file="_s} << u"--file is empty"_s;
    QTest::newRow("wait") << QStringList{u"up"_s, u"a"_s, u"--wait"_s, u"-1"_s} << u"--wait"_s;
}

void TestArguments::refused()
{
    QFETCH(QStringList, words);
    QFETCH(QString, said);
    const Result<CliRequest> request = parseArguments(words);
    QVERIFY(!request);
    QCOMPARE(request.error().kind(), ErrorKind::InvalidInput);
    QVERIFY2(request.error().message().contains(said), qPrintable(request.error().message()));
}

void TestArguments::upHasDefaults()
{
    const Result<CliRequest> request = parseArguments({u"up"_s, u"a"_s});
    QVERIFY(request.has_value());
    QCOMPARE(request->members, 3);
    QCOMPARE(request->observers, 0);
    QCOMPARE(request->network, NetworkMode::Bridge);
    QCOMPARE(request->wait, std::chrono::seconds(60));
    QVERIFY(request->given.isEmpty());
}

void TestArguments::upTakesEveryOption()
{
    const Result<CliRequest> request = parseArguments(
        {u"up"_s, u"a"_s, u"--members"_s, u"5"_s, u"--observers=1"_s, u"--network"_s, u"host"_s, u"--image"_s,
         u"zookeeper:3.9"_s, u"--wait"_s, u"0"_s, u"--context"_s, u"far"_s});
    QVERIFY(request.has_value());
    QCOMPARE(request->cluster, u"a"_s);
    QCOMPARE(request->members, 5);
    QCOMPARE(request->observers, 1);
    QCOMPARE(request->network, NetworkMode::Host);
    QCOMPARE(request->image, u"zookeeper:3.9"_s);
    QCOMPARE(request->wait, std::chrono::seconds(0));
    QVERIFY(!request->keep);
    const auto keeping = parseArguments({u"up"_s, u"a"_s, u"--keep"_s});
    QVERIFY(keeping && keeping->keep);
    QCOMPARE(request->context, u"far"_s);
    QVERIFY(!request->given.isEmpty());
}

/// Whoever planned with the words of `up` need not change them.
void TestArguments::planTakesWhatUpTakes()
{
    const Result<CliRequest> request = parseArguments(
        {u"plan"_s, u"a"_s, u"--members=5"_s, u"--wait=3"_s, u"--keep"_s, u"--yes"_s, u"--json"_s});
    QVERIFY2(request, qPrintable(request ? QString() : request.error().toString()));
    QCOMPARE(request->members, 5);
    QVERIFY(request->json);
    QVERIFY(!parseArguments({u"plan"_s, u"a"_s, u"--wait=soon"_s}));
}

void TestArguments::statusNeedsNoName()
{
    const Result<CliRequest> request = parseArguments({u"status"_s, u"--json"_s});
    QVERIFY(request.has_value());
    QVERIFY(request->cluster.isEmpty());
    QVERIFY(request->json);
}

void TestArguments::yesIsOfWhatTakesMembersAway()
{
    for (const QString &verb : {u"stop"_s, u"restart"_s, u"kill"_s, u"pause"_s}) {
        const auto with = parseArguments({verb, u"a"_s, u"zoo1"_s, u"--yes"_s});
        QVERIFY2(with && with->yes, qPrintable(verb));
        const auto without = parseArguments({verb, u"a"_s, u"zoo1"_s});
        QVERIFY2(without && !without->yes, qPrintable(verb));
    }
    const auto up = parseArguments({u"up"_s, u"a"_s, u"--yes"_s}); // to other ports
    QVERIFY(up && up->yes);
    for (const QString &verb : {u"start"_s, u"unpause"_s, u"rm"_s})
        QVERIFY2(!parseArguments({verb, u"a"_s, u"--yes"_s}), qPrintable(verb));
    QVERIFY(helpText().contains("--yes"_L1));
}

void TestArguments::helpAnywhere()
{
    const Result<CliRequest> request = parseArguments({u"up"_s, u"--help"_s});
    QVERIFY(request.has_value());
    QCOMPARE(request->verb, VerbName::Help);
    QVERIFY(verbNamed(u"up"_s).has_value());
    QVERIFY(!verbNamed(u"--quickstart"_s).has_value());
}

void TestArguments::helpNamesEveryVerb()
{
    const QString help = helpText();
    for (const char *verb :
         {"up", "plan", "status", "ls", "stop", "start", "restart", "kill", "rm", "--version"})
        QVERIFY2(help.contains(QLatin1StringView(verb)), verb);
}

void TestArguments::exitCodes_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("code");
    QTest::newRow("cancelled") << ErrorKind::Cancelled << 130;
    QTest::newRow("down") << ErrorKind::EngineDown << 4;
    QTest::newRow("forbidden") << ErrorKind::EngineForbidden << 4;
    QTest::newRow("no docker") << ErrorKind::ProgramMissing << 4;
    QTest::newRow("refused") << ErrorKind::PlanRefused << 5;
    QTest::newRow("port") << ErrorKind::PortInUse << 5;
    QTest::newRow("locked") << ErrorKind::Locked << 5;
    QTest::newRow("quorum") << ErrorKind::NoQuorum << 6;
    QTest::newRow("left") << ErrorKind::UndoIncomplete << 7;
    QTest::newRow("else") << ErrorKind::BadOutput << 1;
}

void TestArguments::exitCodes()
{
    QFETCH(ErrorKind, kind);
    QFETCH(int, code);
    QCOMPARE(static_cast<int>(exitCodeFor(kind)), code);
}

QTEST_GUILESS_MAIN(TestArguments)
#include "tst_arguments.moc"
