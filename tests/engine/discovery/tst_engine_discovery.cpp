// SPDX-License-Identifier: GPL-3.0-or-later
// ZooKeeper containers that plain docker and docker-compose started: found, looked at, adopted, given back.
#include "clusters/adoption.h"
#include "clusters/clustertask.h"
#include "engine/acting/actingparts.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int patienceMs = 120'000;

/// For a failure's line.
QString described(const ClusterStatus *cluster)
{
    if (!cluster)
        return u"there is no such cluster"_s;
    QStringList members;
    for (const MemberStatus &member : cluster->members)
        members += u"%1 (%2, port %3): %4, life %5, last answer %6"_s.arg(
                       member.wanted.name, member.wanted.container, QString::number(member.clientPort),
                       nameOf(member.state), QString::number(static_cast<int>(member.container.life)),
                       member.report ? u"had"_s : u"none"_s) +
                   (member.problem.isEmpty() ? QString() : u", "_s + member.problem);
    return u"%1 of %2 serve; %3"_s.arg(cluster->quorum.serving)
        .arg(cluster->quorum.voters)
        .arg(members.join(u"; "_s));
}

struct Folder
{
    QTemporaryDir folder;
};

/// A program that also looks for what others started, over one docker CLI.
struct Program : Folder, ActingParts
{
    explicit Program(const QString &cli)
        : ActingParts(folder.path(), cli, Discovery::On)
    {
    }

    /// The cluster that has the container, whatever it is called.
    [[nodiscard]] const ClusterStatus *owner(const QString &container) const
    {
        for (const QString &name : store.clusterNames()) {
            for (const MemberStatus &member : store.cluster(name)->members) {
                if (member.wanted.container == container)
                    return store.cluster(name);
            }
        }
        return nullptr;
    }
    [[nodiscard]] bool serves(const QString &container, int voters) const
    {
        const ClusterStatus *const cluster = owner(container);
        return cluster && cluster->quorum.established && cluster->quorum.serving == voters;
    }
};

} // namespace

class TestEngineDiscovery : public QObject
{
    Q_OBJECT
private:
    QString container(int id) const { return m_stem + u"-zk%1"_s.arg(id); }
    QString facts(const QStringList &containers) const;
    void runServer(int id);

    QStringList m_clis;
    QString m_cli;
    QString m_stem;

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void plainDocker_data();
    void plainDocker();
    void ownImageByItsAnswer();
    void compose();
};

/// What must not change when a cluster is adopted: ids, starts, labels.
QString TestEngineDiscovery::facts(const QStringList &containers) const
{
    return dockerCall(m_cli, QStringList{u"inspect"_s, u"--format"_s,
                                         u"{{.Id}} {{.State.StartedAt}} {{json .Config.Labels}}"_s} +
                                 containers);
}

void TestEngineDiscovery::runServer(int id)
{
    const QString servers =
        u"server.1=%1:2888:3888;2181 server.2=%2:2888:3888;2181 server.3=%3:2888:3888;2181"_s.arg(
            container(1), container(2), container(3));
    bool ok = false;
    dockerCall(m_cli,
               {u"run"_s, u"-d"_s, u"--name"_s, container(id), u"--hostname"_s, container(id), u"--network"_s,
                m_stem, u"--label"_s, runLabel(), u"-e"_s, u"ZOO_MY_ID=%1"_s.arg(id), u"-e"_s,
                u"ZOO_SERVERS="_s + servers, testImage()},
               &ok);
    QVERIFY(ok);
}

void TestEngineDiscovery::initTestCase()
{
    m_clis = dockers();
    ZOODOCK_NEEDS_ENGINE(m_clis.value(0));
}

void TestEngineDiscovery::cleanupTestCase()
{
    if (!m_clis.isEmpty())
        removeOwn(m_clis.constFirst());
}

void TestEngineDiscovery::plainDocker_data()
{
    QTest::addColumn<QString>("cli");
    for (const QString &cli : m_clis)
        QTest::newRow(qPrintable(cli)) << cli;
}

void TestEngineDiscovery::plainDocker()
{
    QFETCH(QString, cli);
    m_cli = cli;
    m_stem = uniqueName(u"found%1"_s.arg(m_clis.indexOf(cli)));
    dockerCall(cli, {u"network"_s, u"create"_s, u"--label"_s, runLabel(), m_stem});
    runServer(1);
    Program program(cli);
    QTRY_VERIFY_WITH_TIMEOUT(program.owner(container(1)) != nullptr, patienceMs);
    // The others come while it looks.
    runServer(2);
    runServer(3);
    QTRY_VERIFY_WITH_TIMEOUT(program.serves(container(1), 3), patienceMs);
    const QString name = program.owner(container(1))->ensemble.name;
    const ClusterStatus *cluster = program.store.cluster(name);
    QCOMPARE(cluster->origin, WantedOrigin::Discovered);
    QCOMPARE(cluster->members.size(), 3);
    for (int id = 1; id <= 3; ++id) {
        QCOMPARE(cluster->member(id)->wanted.container, container(id));
        QVERIFY(isServing(cluster->member(id)->state));
        QVERIFY(!cluster->member(id)->container.address.isEmpty());
    }
    // Only looked at, until it is adopted.
    QVERIFY(!outcomeOf(program.service.act(name, {1}, MemberAction::Stop)));
    QVERIFY(program.store.cluster(name)->member(1)->container.life == ContainerLife::Running);

    const QStringList all{container(1), container(2), container(3)};
    const QString before = facts(all);
    QTRY_VERIFY_WITH_TIMEOUT(program.serves(container(1), 3), patienceMs);
    const Result<void> adopted = adoptCluster(name, program.store, program.repository);
    QVERIFY2(adopted, qPrintable(adopted ? QString() : adopted.error().toString()));
    QVERIFY(QFile::exists(program.repository.path(name)));
    QCOMPARE(program.store.cluster(name)->origin, WantedOrigin::File);
    QVERIFY(program.serves(container(1), 3)); // nothing of what is known was forgotten
    QCOMPARE(facts(all), before);

    // Now it is managed, also by a program that starts later.
    Program later(cli);
    QVERIFY(later.repository.save(program.store.cluster(name)->ensemble));
    QTRY_VERIFY_WITH_TIMEOUT(later.serves(container(1), 3), patienceMs);
    QVERIFY(later.store.cluster(name)->isManaged());
    const Result<void> stopped = outcomeOf(later.service.act(name, {2}, MemberAction::Stop));
    QVERIFY2(stopped, qPrintable(stopped ? QString() : stopped.error().toString()));
    QTRY_COMPARE_WITH_TIMEOUT(program.store.cluster(name)->member(2)->state, MemberState::Stopped,
                              patienceMs);
    QVERIFY(outcomeOf(later.service.act(name, {2}, MemberAction::Start)));
    QTRY_VERIFY_WITH_TIMEOUT(program.serves(container(1), 3), patienceMs);
    // It is followed under another name.
    const QString renamed = m_stem + u"-renamed"_s;
    const auto isCalled = [&](const QString &what) {
        return program.store.cluster(name)->member(1)->container.name == what &&
               later.store.cluster(name)->member(1)->container.name == what;
    };
    dockerCall(cli, {u"rename"_s, container(1), renamed});
    QTRY_VERIFY_WITH_TIMEOUT(isCalled(renamed), patienceMs);
    QVERIFY(outcomeOf(later.service.act(name, {1}, MemberAction::Stop)));
    QTRY_COMPARE_WITH_TIMEOUT(program.store.cluster(name)->member(1)->state, MemberState::Stopped,
                              patienceMs);
    QVERIFY(outcomeOf(later.service.act(name, {1}, MemberAction::Start)));
    QTRY_VERIFY_WITH_TIMEOUT(program.serves(container(1), 3), patienceMs);
    QVERIFY2(program.owner(renamed) == nullptr, "it was not found a second time");
    dockerCall(cli, {u"rename"_s, renamed, container(1)});
    QTRY_VERIFY_WITH_TIMEOUT(isCalled(container(1)), patienceMs);
    // What cannot be made anew is not taken away.
    QVERIFY(!outcomeOf(later.service.remove(name, true)));
    QVERIFY(!outcomeOf(later.service.finish(name)));
    QCOMPARE(later.store.cluster(name)->members.size(), 3);

    QVERIFY(releaseCluster(name, program.store, program.repository));
    QTRY_VERIFY_WITH_TIMEOUT(
        program.owner(container(1)) != nullptr && !program.owner(container(1))->isManaged(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(program.serves(container(1), 3), patienceMs);
    dockerCall(cli, QStringList{u"rm"_s, u"-fv"_s} + all);
    QTRY_VERIFY_WITH_TIMEOUT(program.owner(container(1)) == nullptr, patienceMs);
    dockerCall(cli, {u"network"_s, u"rm"_s, m_stem});
}

void TestEngineDiscovery::ownImageByItsAnswer()
{
    m_cli = m_clis.constFirst();
    m_stem = uniqueName(u"own"_s);
    const QString image = m_stem + u":1"_s;
    dockerCall(m_cli, {u"tag"_s, testImage(), image});
    const QString server = m_stem + u"-server"_s;
    const QString pretender = m_stem + u"-pretender"_s;
    bool ok = false;
    dockerCall(m_cli,
               {u"run"_s, u"-d"_s, u"--name"_s, server, u"--label"_s, runLabel(), image, u"zkServer.sh"_s,
                u"start-foreground"_s},
               &ok);
    QVERIFY(ok);
    // Its process is named like a server's, and nobody answers.
    dockerCall(m_cli,
               {u"run"_s, u"-d"_s, u"--name"_s, pretender, u"--label"_s, runLabel(), u"--entrypoint"_s,
                u"sh"_s, image, u"-c"_s, u"sleep 300; exec zkServer.sh start-foreground"_s},
               &ok);
    QVERIFY(ok);
    Program program(m_cli);
    QTRY_VERIFY_WITH_TIMEOUT(program.serves(server, 1), patienceMs);
    QCOMPARE(program.owner(server)->member(1)->state, MemberState::Standalone);
    QVERIFY(program.owner(pretender) == nullptr);
    dockerCall(m_cli, {u"rm"_s, u"-fv"_s, server, pretender});
    dockerCall(m_cli, {u"rmi"_s, image});
}

void TestEngineDiscovery::compose()
{
    m_cli = m_clis.constFirst();
    const QString project = u"composed%1"_s.arg(QCoreApplication::applicationPid());
    QTemporaryDir folder;
    QFile file(folder.filePath(u"docker-compose.yml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QString services;
    for (int id = 1; id <= 3; ++id)
        services +=
            u"  zoo%1:\n    image: %2\n    hostname: zoo%1\n    labels: ['%3']\n    ports: "
            "['127.0.0.1:%4:2181']\n    environment:\n      ZOO_MY_ID: %1\n      ZOO_SERVERS: "
            "server.1=zoo1:2888:3888;2181 server.2=zoo2:2888:3888;2181 server.3=zoo3:2888:3888;2181\n"_s
                .arg(id)
                .arg(testImage(), runLabel())
                .arg(freePort());
    file.write((u"version: '2.4'\nservices:\n"_s + services).toUtf8());
    file.close();
    const QStringList compose{u"-p"_s, project, u"-f"_s, file.fileName()};
    const QString program = u"docker-compose"_s;
    bool ok = false;
    dockerCall(program, {u"version"_s}, &ok);
    ZOODOCK_NEEDS(ok ? QString() : u"docker-compose is not installed"_s);

    Program app(m_cli);
    dockerCall(program, compose + QStringList{u"up"_s, u"-d"_s}, &ok);
    QVERIFY(ok);
    const auto named = [&] { return app.store.cluster(project); };
    const auto allServe = [&] {
        return named() && named()->quorum.established && named()->quorum.serving == 3;
    };
    QVERIFY2(QTest::qWaitFor(allServe, patienceMs), qPrintable(described(named())));
    QCOMPARE(named()->origin, WantedOrigin::Discovered);
    QCOMPARE(named()->ensemble.composeProject, project);
    QCOMPARE(named()->member(1)->wanted.name, u"zoo1"_s);
    QCOMPARE(named()->member(1)->clientHost, u"127.0.0.1"_s);
    QVERIFY(named()->member(1)->clientPort != 0);

    QStringList containers;
    for (const MemberStatus &member : named()->members)
        containers.append(member.wanted.container);
    const QString before = facts(containers);
    QVERIFY(adoptCluster(project, app.store, app.repository));
    QVERIFY(outcomeOf(app.service.act(project, {3}, MemberAction::Stop)));
    QTRY_COMPARE_WITH_TIMEOUT(named()->member(3)->state, MemberState::Stopped, patienceMs);
    QVERIFY(outcomeOf(app.service.act(project, {3}, MemberAction::Start)));
    QTRY_VERIFY_WITH_TIMEOUT(named()->quorum.serving == 3, patienceMs);
    // Compose sees its own containers still: it neither makes nor changes one.
    dockerCall(program, compose + QStringList{u"up"_s, u"-d"_s}, &ok);
    QVERIFY(ok);
    const auto ids = [](const QString &text) {
        QStringList list;
        for (const QString &line : text.split(u'\n'))
            list.append(line.section(u' ', 0, 0));
        return list;
    };
    QCOMPARE(ids(facts(containers)), ids(before));

    dockerCall(program, compose + QStringList{u"down"_s, u"-v"_s, u"-t"_s, u"1"_s});
    QTRY_COMPARE_WITH_TIMEOUT(named()->member(1)->state, MemberState::Absent, patienceMs);
    QVERIFY(named()->isManaged()); // its file says so
}

QTEST_GUILESS_MAIN(TestEngineDiscovery)
#include "tst_engine_discovery.moc"
