// SPDX-License-Identifier: GPL-3.0-or-later
// An engine that takes questions and never answers.
#include "process/cli/cliscene.h"

#include <QtCore/QJsonArray>

#include <memory>
#include <vector>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

class TestCliMute : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isASilentEngine();
    void serversOutliveIt();
};

/// Each of them waits for its end; so all at once.
void TestCliMute::isASilentEngine()
{
    struct Case
    {
        QStringList line;
        int code;
        QStringList more = {};
    };
    const QList<Case> cases{
        {{u"ls"_s}, 4},
        {{u"ls"_s, u"--json"_s}, 4, {u"DOCKER_HOST=unix:///mute.sock"_s}},
        {{u"status"_s, u"orders"_s}, 4},
        {{u"status"_s, u"nosuch"_s}, 4},
        {{u"rm"_s, u"nosuch"_s}, 4},
        {{u"rm"_s, u"orders"_s}, 4},
        {{u"stop"_s, u"orders"_s}, 4},
        {{u"restart"_s, u"orders"_s, u"zoo1"_s}, 4},
        {{u"up"_s, u"orders"_s}, 4},
        {{u"up"_s, u"fresh"_s}, 4},
        {{u"plan"_s, u"fresh"_s}, 0},
    };
    Scene scene;
    scene.engine.docker.rule({u"context"_s})
        .out(R"([{"Name":"default","Endpoints":{"docker":{"Host":"unix:///var/run/docker.sock"}}}])");
    scene.engine.docker.ruleMatching(u"."_s).hang();
    scene.writeCluster(u"orders"_s);
    std::vector<std::unique_ptr<QProcess>> running;
    for (const Case &one : cases)
        running.push_back(scene.begin(one.line, one.more));
    for (qsizetype i = 0; i < cases.size(); ++i) {
        const Outcome outcome = Scene::end(*running.at(static_cast<size_t>(i)));
        const QString told =
            u"%1: %2\n%3"_s.arg(cases.at(i).line.join(u' ')).arg(outcome.exitCode).arg(outcome.err);
        QVERIFY2(outcome.exitCode == cases.at(i).code, qPrintable(told));
        QVERIFY2(outcome.err.contains("zoodock: The Docker engine does not answer"_L1), qPrintable(told));
        QCOMPARE(outcome.err.contains("DOCKER_HOST is set"_L1), !cases.at(i).more.isEmpty());
        QCOMPARE(outcome.out.contains("docker run"_L1), cases.at(i).code == 0);
    }
    QVERIFY(!scene.fileOf(u"orders.json"_s).isEmpty());
}

/// Where the engine is, docker alone knows: its current context says so.
void TestCliMute::serversOutliveIt()
{
    Scene scene;
    ServingPair servers;
    Ensemble ensemble = makeEnsemble(u"orders"_s, 3, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    ensemble.members[0].client.hostPort = servers.leader.serverPort();
    ensemble.members[1].client.hostPort = servers.follower.serverPort();
    ensemble.members[2].client.published = false;
    scene.writeFile(u"orders.json"_s, toJson(ensemble));
    scene.playDown();
    const auto run = [&scene](const QStringList &line) {
        const std::unique_ptr<QProcess> process = scene.begin(line);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000); }();
        return Scene::end(*process);
    };
    const Outcome list = run({u"ls"_s});
    COMPARE_CODE(list, 4);
    QVERIFY2(list.out.contains("2/3"_L1), qPrintable(list.out));
    QVERIFY2(list.err.contains("nobody can tell whether"_L1), qPrintable(list.err));
    const Outcome json = run({u"status"_s, u"orders"_s, u"--json"_s});
    COMPARE_CODE(json, 4);
    const QJsonObject status = QJsonDocument::fromJson(json.out.toUtf8()).object();
    QCOMPARE(status[u"quorum"_s][u"leader"_s].toInt(), 1);
    const QJsonArray members = status[u"members"_s].toArray();
    QCOMPARE(members.at(0)[u"role"_s].toString(), u"leader"_s);
    QCOMPARE(members.at(1)[u"role"_s].toString(), u"follower"_s);
    QCOMPARE(members.at(1)[u"containerState"_s].toString(), u"unknown"_s);
    QCOMPARE(members.at(1)[u"clientHost"_s].toString(), u"127.0.0.1"_s);
    QCOMPARE(members.at(1)[u"clientPort"_s].toInt(), int(servers.follower.serverPort()));
    QCOMPARE(members.at(2)[u"state"_s].toString(), u"unknown"_s);
    QVERIFY(members.at(2)[u"clientPort"_s].isNull());
    const Outcome table = run({u"status"_s, u"orders"_s});
    QVERIFY2(table.out.contains(u"127.0.0.1:%1"_s.arg(servers.leader.serverPort())), qPrintable(table.out));
}

QTEST_GUILESS_MAIN(TestCliMute)
#include "tst_cli_mute.moc"
