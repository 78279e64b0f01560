// SPDX-License-Identifier: GPL-3.0-or-later
// Discovery against an engine that fails, and that answers in another order than it was asked.
#include "playedengine.h"

#include "clusters/clusterstore.h"
#include "clusters/enginewatcher.h"
#include "core/processrunner.h"
#include "discovery/discovery.h"
#include "docker/dockerengine.h"

#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int patienceMs = 60'000;

/// A server of a three-member ensemble that plain docker started.
struct Foreign
{
    explicit Foreign(int id)
    {
        played.cluster = u"plain"_s;
        played.member = id;
    }
    [[nodiscard]] QJsonObject inspected() const
    {
        QJsonObject told = played.inspected();
        QJsonObject config = told.value(u"Config"_s).toObject();
        config.insert(u"Labels"_s, QJsonObject());
        config.insert(u"Env"_s,
                      QJsonArray{u"ZOO_MY_ID=%1"_s.arg(played.member),
                                 u"ZOO_SERVERS=server.1=plain-zoo1:2888:3888;2181 "
                                 "server.2=plain-zoo2:2888:3888;2181 server.3=plain-zoo3:2888:3888;2181"_s});
        config.insert(u"Entrypoint"_s, QJsonArray{u"/docker-entrypoint.sh"_s});
        config.insert(u"Cmd"_s, QJsonArray{u"zkServer.sh"_s, u"start-foreground"_s});
        told.insert(u"Config"_s, config);
        return told;
    }
    [[nodiscard]] QByteArray row() const
    {
        const QJsonObject line{{u"ID"_s, played.id()},
                               {u"Names"_s, u"plain-zoo%1"_s.arg(played.member)},
                               {u"Image"_s, u"zookeeper:3.9"_s},
                               {u"Command"_s, u"\"/docker-entrypoint.sh zkServer.sh start-foreground\""_s},
                               {u"Labels"_s, QString()}};
        return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }

    PlayedContainer played;
};

QByteArray inspectOf(const QList<Foreign> &servers)
{
    QJsonArray all;
    for (const Foreign &server : servers)
        all.append(server.inspected());
    return QJsonDocument(all).toJson();
}

QByteArray rowsOf(const QList<Foreign> &servers)
{
    QByteArray rows;
    for (const Foreign &server : servers)
        rows += server.row();
    return rows;
}

/// The discovery alone; its watcher never starts.
struct Scene
{
    /// The containers that the members of the only cluster have, in the order of ids; "-": none.
    [[nodiscard]] QString found() const
    {
        if (store.clusterNames().size() != 1)
            return QString::number(store.clusterNames().size());
        QStringList containers;
        for (const MemberStatus &member : store.cluster(store.clusterNames().constFirst())->members)
            containers.append(member.wanted.container.isEmpty() ? u"-"_s : member.wanted.container);
        return containers.join(u' ');
    }

    PlayedEngine played;
    ClusterStore store{Clock::system()};
    ProcessRunner runner;
    DockerEngine engine{runner, DockerCommands(played.docker.program())};
    EngineWatcher watcher{QString(), engine, store};
    Discovery discovery{watcher, engine, store, nullptr};
};

const QString all = u"plain-zoo1 plain-zoo2 plain-zoo3"_s;

} // namespace

class TestDiscovery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void failedInspectIsAskedAgain();
    void failedListIsAskedAgain();
    void oneLookAfterSeveralThatFailed();
    void pauseEndsWithAListAlone();
    void pauseGrowsWhileInspectFails();
    void growingClusterIsNamedAnew();
    void lateList();
    void lateInspect();
    void renamedIsNotFoundAnew();

private:
    static void failsFirst(Scene &scene, const QString &verb, int times);
    static void secondAnswersFirst(Scene &scene, const QString &verb);
};

/// Two looks; the first one's `verb` is answered last, at the sign "late", and changes nothing.
void TestDiscovery::secondAnswersFirst(Scene &scene, const QString &verb)
{
    scene.discovery.look();
    QTRY_COMPARE_WITH_TIMEOUT(scene.played.calls(verb), 1, patienceMs);
    scene.discovery.look();
    QTRY_COMPARE_WITH_TIMEOUT(scene.found(), all, patienceMs);
    QVERIFY(!scene.discovery.isSettled());
    scene.played.give("late");
    QTRY_VERIFY_WITH_TIMEOUT(scene.discovery.isSettled(), patienceMs);
    QCOMPARE(scene.found(), all);
}

/// Three servers, as docker tells once the first `times` of this command have failed.
void TestDiscovery::failsFirst(Scene &scene, const QString &verb, int times)
{
    const QList<Foreign> servers{Foreign(1), Foreign(2), Foreign(3)};
    scene.played.docker.rule({verb}).times(times).err("unexpected EOF\n").exit(1);
    scene.played.docker.rule({u"ps"_s}).out(rowsOf(servers));
    scene.played.docker.rule({u"inspect"_s}).out(inspectOf(servers));
}

void TestDiscovery::failedInspectIsAskedAgain()
{
    Scene scene;
    failsFirst(scene, u"inspect"_s, 1);
    scene.discovery.look();
    QTRY_COMPARE_WITH_TIMEOUT(scene.found(), all, patienceMs);
}

void TestDiscovery::failedListIsAskedAgain()
{
    Scene scene;
    failsFirst(scene, u"ps"_s, 1);
    scene.discovery.look();
    QTRY_COMPARE_WITH_TIMEOUT(scene.found(), all, patienceMs);
}

/// Two looks that fail at once lead to one more, not to one each.
void TestDiscovery::oneLookAfterSeveralThatFailed()
{
    Scene scene;
    failsFirst(scene, u"ps"_s, 2);
    scene.discovery.look();
    scene.discovery.look();
    QTRY_COMPARE_WITH_TIMEOUT(scene.found(), all, patienceMs);
    QTest::qWait(2'500);
    QCOMPARE(scene.played.calls(u"ps"_s), 3);
}

/// Where no server of others runs nothing is inspected.
void TestDiscovery::pauseEndsWithAListAlone()
{
    Scene scene;
    scene.played.docker.rule({u"ps"_s}).times(1).err("unexpected EOF\n").exit(1);
    scene.played.docker.rule({u"ps"_s}).out("");
    scene.discovery.look();
    QTRY_VERIFY_WITH_TIMEOUT(scene.discovery.pause() > 0ms, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(scene.played.calls(u"ps"_s), 2, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(scene.discovery.pause(), 0ms, patienceMs);
}

/// A list that works does not make an engine that fails at the next question be asked every second.
void TestDiscovery::pauseGrowsWhileInspectFails()
{
    Scene scene;
    const QList<Foreign> servers{Foreign(1), Foreign(2), Foreign(3)};
    scene.played.docker.rule({u"ps"_s}).out(rowsOf(servers));
    scene.played.docker.rule({u"inspect"_s}).times(2).err("unexpected EOF\n").exit(1);
    scene.played.docker.rule({u"inspect"_s}).out(inspectOf(servers));
    scene.discovery.look();
    QTRY_VERIFY_WITH_TIMEOUT(scene.discovery.pause() > 0ms, patienceMs);
    const std::chrono::milliseconds first = scene.discovery.pause();
    QTRY_COMPARE_WITH_TIMEOUT(scene.discovery.pause(), 2 * first, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(scene.found(), all, patienceMs);
    QCOMPARE(scene.discovery.pause(), 0ms);
}

/// A list from before two of the containers were made does not take them away again.
/// Started one after the other, they end with the name that another process gives them, which sees all at
/// once; the old name knows its heir as long as it is there, and a container that goes changes nothing.
void TestDiscovery::growingClusterIsNamedAnew()
{
    const QList<Foreign> servers{Foreign(1), Foreign(2), Foreign(3)};
    Scene scene;
    for (const QList<Foreign> &seen : {servers.mid(0, 1), servers, servers.mid(2, 1)}) {
        scene.played.docker.rule({u"ps"_s}).times(1).out(rowsOf(seen));
        scene.played.docker.rule({u"inspect"_s}).times(1).out(inspectOf(seen));
    }
    QStringList heirs;
    connect(&scene.store, &ClusterStore::clusterAboutToBeRemoved, this,
            [&](const QString &name) { heirs.append(name + u" → "_s + scene.store.heirOf(name)); });
    scene.discovery.look();
    QTRY_COMPARE_WITH_TIMEOUT(scene.store.clusterNames(), QStringList{u"plain-zoo1"_s}, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(scene.discovery.isSettled(), patienceMs);
    scene.discovery.look();
    QTRY_COMPARE_WITH_TIMEOUT(scene.store.clusterNames(), QStringList{u"plain-zoo"_s}, patienceMs);
    QCOMPARE(scene.found(), all);
    QTRY_VERIFY_WITH_TIMEOUT(scene.discovery.isSettled(), patienceMs);
    QCOMPARE(heirs, QStringList{u"plain-zoo1 → plain-zoo"_s});
    scene.discovery.look();
    QTRY_COMPARE_WITH_TIMEOUT(scene.found(), u"- - plain-zoo3"_s, patienceMs);
    QCOMPARE(scene.store.clusterNames(), QStringList{u"plain-zoo"_s});
}

void TestDiscovery::lateList()
{
    Scene scene;
    FakeDocker &docker = scene.played.docker;
    const QList<Foreign> servers{Foreign(1), Foreign(2), Foreign(3)};
    docker.rule({u"ps"_s})
        .times(1)
        .waitForFile(docker.file("late"))
        .out(rowsOf({servers[0]}))
        .touch(docker.file("told"));
    docker.rule({u"ps"_s}).out(rowsOf(servers));
    docker.rule({u"inspect"_s}).out(inspectOf(servers));
    secondAnswersFirst(scene, u"ps"_s);
    QVERIFY(QFile::exists(docker.file("told")));
}

/// What a container was before it started does not come after what it is.
void TestDiscovery::lateInspect()
{
    Scene scene;
    FakeDocker &docker = scene.played.docker;
    QList<Foreign> servers{Foreign(1), Foreign(2), Foreign(3)};
    QList<Foreign> before = servers;
    for (Foreign &server : before)
        server.played.cluster = u"other"_s; // its name, before it was renamed
    docker.rule({u"ps"_s}).out(rowsOf(servers));
    docker.rule({u"inspect"_s}).times(1).waitForFile(docker.file("late")).out(inspectOf(before));
    docker.rule({u"inspect"_s}).out(inspectOf(servers));
    secondAnswersFirst(scene, u"inspect"_s);
}

/// Its cluster was adopted before somebody renamed it.
void TestDiscovery::renamedIsNotFoundAnew()
{
    Scene scene;
    Foreign renamed(1);
    renamed.played.cluster = u"other"_s;
    const QList<Foreign> servers{renamed, Foreign(2), Foreign(3)};
    Ensemble mine = makeEnsemble(u"mine"_s, 3, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    mine.adopted = true;
    for (Member &member : mine.members)
        member.container = u"plain-zoo%1"_s.arg(member.id);
    scene.store.setWanted(mine, WantedOrigin::File);
    ContainerObservation seen;
    seen.life = ContainerLife::Running;
    seen.id = renamed.played.id();
    seen.name = u"other-zoo1"_s;
    scene.store.observeContainer(u"mine"_s, 1, seen);
    scene.played.docker.rule({u"ps"_s}).out(rowsOf(servers));
    scene.played.docker.rule({u"inspect"_s}).out(inspectOf(servers));
    scene.discovery.look();
    QTRY_VERIFY_WITH_TIMEOUT(scene.discovery.isSettled(), patienceMs);
    QCOMPARE(scene.store.clusterNames(), QStringList{u"mine"_s});
}

QTEST_GUILESS_MAIN(TestDiscovery)
#include "tst_discovery.moc"
