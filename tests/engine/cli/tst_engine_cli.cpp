// SPDX-License-Identifier: GPL-3.0-or-later
// The command line against a real engine, as a script would use it.
#include "clirun.h"

#include "engine/realengine.h"

#include "app/composition.h"
#include "clusters/clusterstore.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <algorithm>
#include <csignal>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int patience = 120'000;

QStringList threeServe()
{
    return {u"follower"_s, u"follower"_s, u"leader"_s};
}

/// The process has come to handle the signal (Linux proc(5): status, SigCgt).
bool handles(qint64 process, int signal)
{
    QFile file(u"/proc/%1/status"_s.arg(process));
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const qsizetype at = text.indexOf("SigCgt:");
    const quint64 caught =
        at < 0 ? 0 : text.mid(at + 7, text.indexOf('\n', at) - at - 7).trimmed().toULongLong(nullptr, 16);
    return ((caught >> (signal - 1)) & 1U) != 0;
}

} // namespace

class TestEngineCli : public QObject
{
    Q_OBJECT

private:
    static QJsonObject status(const CliRun &cli, const QString &name);
    static QStringList roles(const QJsonObject &status);
    static QString leader(const QJsonObject &status);
    /// The status that has these roles, else the last one: a server that is too busy for an answer is
    /// unreachable to one call, and not to the next.
    static QJsonObject statusWith(const QStringList &roles, const CliRun &cli, const QString &name);

private Q_SLOTS:
    void initTestCase();
    void shapes_data();
    void shapes();
    void aDayInTheLife_data();
    void aDayInTheLife();
    void planRunsNothing();
    void upAgainStartsWhatIsStopped();
    void upFinishesWhatIsMissing();
    void pausedAndRestartedMemberByMember();
    void ctrlCUndoes_data();
    void ctrlCUndoes();
    void twoAtOnce();
    void aWindowSeesIt();
    void refusals();
    void noEngine();
    void whyNoEngine_data();
    void whyNoEngine();
    void fileRoundTrip();
};

QJsonObject TestEngineCli::status(const CliRun &cli, const QString &name)
{
    return cli.zoodock({u"status"_s, name, u"--json"_s}).json().object();
}

QStringList TestEngineCli::roles(const QJsonObject &status)
{
    QStringList roles;
    for (const QJsonValue &member : status[u"members"].toArray())
        roles.append(member[u"state"].toString());
    roles.sort();
    return roles;
}

QString TestEngineCli::leader(const QJsonObject &status)
{
    for (const QJsonValue &member : status[u"members"].toArray()) {
        if (member[u"state"].toString() == "leader"_L1)
            return member[u"name"].toString();
    }
    return {};
}

QJsonObject TestEngineCli::statusWith(const QStringList &wanted, const CliRun &cli, const QString &name)
{
    QJsonObject now;
    (void) QTest::qWaitFor(
        [&] {
            now = status(cli, name);
            return roles(now) == wanted;
        },
        patience);
    return now;
}

void TestEngineCli::initTestCase()
{
    ZOODOCK_NEEDS_ENGINE(zoodock::test::dockers().value(0));
}

void TestEngineCli::shapes_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<int>("members");
    QTest::addColumn<int>("observers");
    QTest::addColumn<QStringList>("wanted");
    for (const char *network : {"bridge", "host"}) {
        const QString mode = QLatin1StringView(network);
        QTest::addRow("%s 1", network) << mode << 1 << 0 << QStringList{u"standalone"_s};
        QTest::addRow("%s 3", network) << mode << 3 << 0 << threeServe();
        QTest::addRow("%s 5 + 1 observer", network)
            << mode << 5 << 1 << QStringList{u"follower"_s, u"follower"_s, u"follower"_s,
                                             u"follower"_s, u"leader"_s,   u"observer"_s};
    }
}

void TestEngineCli::shapes()
{
    QFETCH(QString, network);
    QFETCH(int, members);
    QFETCH(int, observers);
    QFETCH(QStringList, wanted);
    const CliRun cli;
    const QString name = u"shape-"_s + cli.run();
    const CliRun::Outcome up =
        cli.zoodock({u"up"_s, name, u"--network"_s, network, u"--members"_s, QString::number(members),
                     u"--observers"_s, QString::number(observers)});
    QVERIFY2(up.exitCode == 0, qPrintable(up.err));
    // A quorum is enough for `up`: who needs longer on a busy machine is not waited for without end.
    const QJsonObject now = statusWith(wanted, cli, name);
    QCOMPARE(roles(now), wanted);
    QVERIFY(now[u"quorum"][u"established"].toBool());
    for (const QJsonValue &member : now[u"members"].toArray())
        QCOMPARE(member[u"clientHost"].toString(), u"127.0.0.1"_s);
    const CliRun::Outcome removed = cli.zoodock({u"rm"_s, name, u"--volumes"_s});
    QVERIFY2(removed.exitCode == 0, qPrintable(removed.err));
    QCOMPARE(cli.leftovers(), QStringList());
}

void TestEngineCli::aDayInTheLife_data()
{
    QTest::addColumn<QString>("docker");
    for (const QString &docker : zoodock::test::dockers())
        QTest::newRow(qPrintable(docker)) << docker;
}

void TestEngineCli::aDayInTheLife()
{
    QFETCH(QString, docker);
    const CliRun cli(docker);
    const QString name = u"day-"_s + cli.run();
    const CliRun::Outcome up = cli.zoodock({u"up"_s, name});
    QVERIFY2(up.exitCode == 0, qPrintable(up.err));
    QVERIFY2(up.out.contains("127.0.0.1:"_L1), qPrintable(up.out));

    const QString container = name + u"-zoo1"_s;
    (void) cli.docker({u"exec"_s, container, u"zkCli.sh"_s, u"create"_s, u"/kept"_s, u"yes"_s});
    QVERIFY(cli.docker({u"exec"_s, container, u"zkCli.sh"_s, u"get"_s, u"/kept"_s}).contains("yes"_L1));

    const QString oldLeader = leader(statusWith(threeServe(), cli, name));
    QVERIFY(!oldLeader.isEmpty());
    QCOMPARE(cli.zoodock({u"kill"_s, name, oldLeader}).exitCode, 0);
    const QStringList twoServe{u"follower"_s, u"leader"_s, u"stopped"_s};
    const QJsonObject now = statusWith(twoServe, cli, name);
    QCOMPARE(roles(now), twoServe);
    QVERIFY(leader(now) != oldLeader);
    QCOMPARE(now[u"quorum"][u"serving"].toInt(), 2);
    QCOMPARE(now[u"quorum"][u"survivesLossOf"].toInt(), 0);

    QCOMPARE(cli.zoodock({u"start"_s, name, oldLeader}).exitCode, 0);
    QCOMPARE(roles(statusWith(threeServe(), cli, name)), threeServe());

    QCOMPARE(cli.zoodock({u"restart"_s, name}).exitCode, 0);
    QCOMPARE(roles(statusWith(threeServe(), cli, name)), threeServe());
    QVERIFY(cli.docker({u"exec"_s, container, u"zkCli.sh"_s, u"get"_s, u"/kept"_s}).contains("yes"_L1));

    QCOMPARE(cli.zoodock({u"stop"_s, name}).exitCode, 0);
    QCOMPARE(roles(status(cli, name)), (QStringList{u"stopped"_s, u"stopped"_s, u"stopped"_s}));

    QCOMPARE(cli.zoodock({u"rm"_s, name}).exitCode, 0);
    const QStringList volumes = cli.leftovers();
    QVERIFY2(!volumes.isEmpty(), "without --volumes the data stays");
    for (const QString &volume : volumes)
        QVERIFY2(volume.contains("data"_L1), qPrintable(volume));
    QCOMPARE(cli.zoodock({u"status"_s, name}).exitCode, 3);
}

void TestEngineCli::planRunsNothing()
{
    const CliRun cli;
    const QString name = u"plan-"_s + cli.run();
    const CliRun::Outcome text = cli.zoodock({u"plan"_s, name});
    QVERIFY2(text.exitCode == 0, qPrintable(text.err));
    QVERIFY2(text.out.contains("network create"_L1), qPrintable(text.out));
    const CliRun::Outcome json = cli.zoodock({u"plan"_s, name, u"--json"_s});
    QCOMPARE(json.exitCode, 0);
    QVERIFY(json.json().object()[u"steps"].toArray().size() >= 5);
    QCOMPARE(cli.leftovers(), QStringList());
    QVERIFY(!QFile::exists(cli.folder() + u'/' + name + u".json"_s));
}

void TestEngineCli::upAgainStartsWhatIsStopped()
{
    const CliRun cli;
    const QString name = u"again-"_s + cli.run();
    QCOMPARE(cli.zoodock({u"up"_s, name}).exitCode, 0);
    QCOMPARE(cli.zoodock({u"stop"_s, name, u"zoo2"_s}).exitCode, 0);
    const CliRun::Outcome again = cli.zoodock({u"up"_s, name});
    QVERIFY2(again.exitCode == 0, qPrintable(again.err));
    QCOMPARE(roles(statusWith(threeServe(), cli, name)), threeServe());
    QCOMPARE(cli.zoodock({u"rm"_s, name, u"--volumes"_s}).exitCode, 0);
    QCOMPARE(cli.leftovers(), QStringList());
}

void TestEngineCli::upFinishesWhatIsMissing()
{
    const CliRun cli;
    const QString name = u"missing-"_s + cli.run();
    QCOMPARE(cli.zoodock({u"up"_s, name}).exitCode, 0);
    (void) cli.docker({u"rm"_s, u"-fv"_s, name + u"-zoo3"_s});
    QCOMPARE(roles(status(cli, name)).first(), u"absent"_s);
    const CliRun::Outcome again = cli.zoodock({u"up"_s, name});
    QVERIFY2(again.exitCode == 0, qPrintable(again.err));
    QCOMPARE(roles(statusWith(threeServe(), cli, name)), threeServe());
    (void) cli.docker({u"rm"_s, u"-fv"_s, name + u"-zoo2"_s});
    QCOMPARE(cli.zoodock({u"start"_s, name, u"zoo2"_s}).exitCode, 0);
    QVERIFY(!roles(status(cli, name)).contains(u"absent"_s));
}

void TestEngineCli::pausedAndRestartedMemberByMember()
{
    const CliRun cli;
    const QString name = u"roll-"_s + cli.run();
    QCOMPARE(cli.zoodock({u"up"_s, name}).exitCode, 0);
    QCOMPARE(cli.zoodock({u"pause"_s, name, u"zoo2"_s}).exitCode, 0);
    QVERIFY(roles(status(cli, name)).contains(u"paused"_s));
    QCOMPARE(cli.zoodock({u"unpause"_s, name}).exitCode, 0);
    const QJsonObject before = statusWith(threeServe(), cli, name);
    QCOMPARE(roles(before), threeServe());
    const QString oldLeader = leader(before);
    const CliRun::Outcome rolled = cli.zoodock({u"restart"_s, u"--rolling"_s, name});
    QVERIFY2(rolled.exitCode == 0, qPrintable(rolled.err));
    QCOMPARE(rolled.err.count(u"  done  "_s), 3);
    QVERIFY2(rolled.err.trimmed().section(u'\n', -1).contains(oldLeader), qPrintable(rolled.err));
    QCOMPARE(roles(statusWith(threeServe(), cli, name)), threeServe());
    QCOMPARE(cli.zoodock({u"rm"_s, name, u"--volumes"_s}).exitCode, 0);
    QCOMPARE(cli.leftovers(), QStringList());
}

void TestEngineCli::ctrlCUndoes_data()
{
    QTest::addColumn<int>("afterMs");
    QTest::addColumn<bool>("listens");
    // On a busy machine the first may come before the process listens to signals. The others wait for that.
    for (const int afterMs : {150, 400, 800, 1300, 2000})
        QTest::addRow("%d ms", afterMs) << afterMs << (afterMs > 150);
}

void TestEngineCli::ctrlCUndoes()
{
    QFETCH(int, afterMs);
    QFETCH(bool, listens);
    const CliRun cli;
    const QString name = u"break-"_s + cli.run();
    const std::unique_ptr<QProcess> up = cli.begin({u"up"_s, name, u"--members"_s, u"5"_s});
    QTest::qWait(afterMs);
    if (listens)
        QTRY_VERIFY_WITH_TIMEOUT(handles(up->processId(), SIGINT), patience);
    const bool handled = handles(up->processId(), SIGINT);
    ::kill(static_cast<pid_t>(up->processId()), SIGINT);
    QVERIFY(up->waitForFinished(patience));
    const QString said = QString::fromUtf8(up->readAllStandardError());
    // Who does not listen to signals yet has done nothing.
    const bool beforeAll =
        !handled && up->exitStatus() == QProcess::CrashExit && up->exitCode() == SIGINT && said.isEmpty();
    QVERIFY2(beforeAll || (up->exitStatus() == QProcess::NormalExit && up->exitCode() == 130),
             qPrintable(u"%1 %2: %3"_s.arg(up->exitStatus()).arg(up->exitCode()).arg(said)));
    QCOMPARE(cli.leftovers(), QStringList());
    QCOMPARE(cli.zoodock({u"status"_s, name}).exitCode, 3);
}

void TestEngineCli::twoAtOnce()
{
    const CliRun cli;
    const QString name = u"twice-"_s + cli.run();
    const std::unique_ptr<QProcess> first = cli.begin({u"up"_s, name});
    const std::unique_ptr<QProcess> second = cli.begin({u"up"_s, name});
    QVERIFY(first->waitForFinished(patience));
    QVERIFY(second->waitForFinished(patience));
    QList<int> codes{first->exitCode(), second->exitCode()};
    std::sort(codes.begin(), codes.end());
    QCOMPARE(codes.first(), 0);
    QVERIFY2(codes.last() == 0 || codes.last() == 5, qPrintable(QString::number(codes.last())));
    QCOMPARE(roles(statusWith(threeServe(), cli, name)), threeServe());
}

void TestEngineCli::aWindowSeesIt()
{
    const CliRun cli;
    const QString name = u"seen-"_s + cli.run();
    // What a window has: a store fed by the same folder and the same engine.
    zoodock::ProcessRunner runner;
    zoodock::ClusterStore store(zoodock::Clock::system());
    zoodock::EngineRegistry engines(runner, zoodock::test::dockers().constFirst());
    zoodock::ClusterRepository repository(cli.folder(), store);
    zoodock::ActivityLog activity;
    zoodock::ClusterService service(engines, repository, store, activity);
    zoodock::ClusterMonitor monitor(engines, store);
    repository.open();
    monitor.start();

    QCOMPARE(cli.zoodock({u"up"_s, name}).exitCode, 0);
    const auto settled = [&] {
        const zoodock::ClusterStatus *cluster = store.cluster(name);
        return cluster != nullptr && cluster->quorum.established && cluster->quorum.serving == 3;
    };
    QTRY_VERIFY_WITH_TIMEOUT(settled(), patience);
    QCOMPARE(cli.zoodock({u"kill"_s, name, u"zoo1"_s}).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(store.cluster(name)->member(1)->state, zoodock::MemberState::Stopped, patience);
    QCOMPARE(store.cluster(name)->member(1)->container.exitCode, 137);

    // And the other way round: what a window does, the command line says at its next question.
    zoodock::ClusterTask *const task = service.act(name, {2}, zoodock::MemberAction::Pause);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patience);
    QVERIFY(task->succeeded());
    QCOMPARE(roles(status(cli, name)).filter(u"paused"_s).size(), 1);
    QCOMPARE(cli.zoodock({u"rm"_s, name, u"--volumes"_s}).exitCode, 0);
    QTRY_VERIFY_WITH_TIMEOUT(store.cluster(name) == nullptr, patience);
}

void TestEngineCli::refusals()
{
    const CliRun cli;
    QCOMPARE(cli.zoodock({u"dance"_s}).exitCode, 2);
    const CliRun::Outcome window = cli.zoodock({}); // no display here
    QCOMPARE(window.exitCode, 1);
    QVERIFY2(window.err.contains("display"_L1), qPrintable(window.err));
    QCOMPARE(cli.zoodock({u"status"_s, u"nobody"_s}).exitCode, 3);
    QCOMPARE(cli.zoodock({u"stop"_s, u"nobody"_s}).exitCode, 3);
    const CliRun::Outcome badName = cli.zoodock({u"up"_s, u"Bad Name!"_s});
    QCOMPARE(badName.exitCode, 5);
    QVERIFY(badName.err.startsWith("zoodock: "_L1));
    QCOMPARE(cli.leftovers(), QStringList());

    QVERIFY(QDir().mkpath(cli.folder()));
    QFile damaged(cli.folder() + u"/hurt.json"_s);
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("{\n  \"zoodock\": 1,\n  oops\n}\n");
    damaged.close();
    const CliRun::Outcome hurt = cli.zoodock({u"up"_s, u"hurt"_s});
    QCOMPARE(hurt.exitCode, 5);
    QVERIFY2(hurt.err.contains("3"_L1), qPrintable(hurt.err)); // the line
    QVERIFY(damaged.open(QIODevice::ReadOnly));
    QVERIFY(damaged.readAll().contains("oops"));
}

void TestEngineCli::noEngine()
{
    const CliRun cli;
    const QStringList nowhere{u"DOCKER_HOST=unix:///nonexistent/docker.sock"_s};
    const CliRun::Outcome up = cli.zoodock({u"up"_s, u"lonely"_s}, nowhere);
    QVERIFY2(up.exitCode == 4, qPrintable(up.err));
    QVERIFY2(up.err.contains("docker"_L1, Qt::CaseInsensitive), qPrintable(up.err));
    for (const char *verb : {"status", "stop", "rm"}) // it may well have such a cluster
        QCOMPARE(cli.zoodock({QLatin1StringView(verb), u"lonely"_s}, nowhere).exitCode, 4);
    const CliRun::Outcome plan = cli.zoodock({u"plan"_s, u"lonely"_s}, nowhere);
    QVERIFY2(plan.exitCode == 0, qPrintable(plan.err));
    QVERIFY(plan.out.contains("docker"_L1));
}

void TestEngineCli::whyNoEngine_data()
{
    QTest::addColumn<QString>("docker");
    QTest::addColumn<QStringList>("environment");
    QTest::addColumn<bool>("asNobody");
    QTest::addColumn<QStringList>("expected");
    for (const QString &docker : zoodock::test::dockers()) {
        QTest::addRow("not running, %s", qPrintable(docker))
            << docker << QStringList{u"DOCKER_HOST=unix:///nonexistent/docker.sock"_s} << false
            << QStringList{u"does not answer"_s, u"DOCKER_HOST is set"_s,
                           u"unix:///nonexistent/docker.sock"_s};
        QTest::addRow("wrong context, %s", qPrintable(docker))
            << docker << QStringList{u"DOCKER_CONTEXT=zoodock-nowhere"_s} << false
            << QStringList{u"no such Docker context"_s,
                           u"DOCKER_CONTEXT chooses the context “zoodock-nowhere”"_s};
        QTest::addRow("no permission, %s", qPrintable(docker))
            << docker << QStringList() << true << QStringList{u"group “docker”"_s};
    }
}

void TestEngineCli::whyNoEngine()
{
    QFETCH(QString, docker);
    QFETCH(QStringList, environment);
    QFETCH(bool, asNobody);
    QFETCH(QStringList, expected);
    if (asNobody && ::geteuid() != 0)
        QSKIP("Only root can become somebody who may not use the engine.");
    const CliRun cli(docker);
    const CliRun::Outcome list =
        asNobody ? cli.zoodockAsNobody({u"ls"_s}) : cli.zoodock({u"ls"_s}, environment);
    QVERIFY2(list.exitCode == 4, qPrintable(list.err));
    QCOMPARE(list.out, QString());
    for (const QString &words : expected)
        QVERIFY2(list.err.contains(words), qPrintable(list.err));
}

void TestEngineCli::fileRoundTrip()
{
    const CliRun cli;
    const QString name = u"file-"_s + cli.run();
    QCOMPARE(cli.zoodock({u"up"_s, name, u"--members"_s, u"1"_s}).exitCode, 0);
    QFile file(cli.folder() + u'/' + name + u".json"_s);
    const QString copy = cli.folder() + u"/../copy.json"_s;
    QVERIFY(file.copy(copy));
    QCOMPARE(cli.zoodock({u"rm"_s, name, u"--volumes"_s}).exitCode, 0);
    const CliRun::Outcome again = cli.zoodock({u"up"_s, name, u"--file"_s, copy});
    QVERIFY2(again.exitCode == 0, qPrintable(again.err));
    const QStringList alone{u"standalone"_s};
    QCOMPARE(roles(statusWith(alone, cli, name)), alone);
}

QTEST_GUILESS_MAIN(TestEngineCli)
#include "tst_engine_cli.moc"
