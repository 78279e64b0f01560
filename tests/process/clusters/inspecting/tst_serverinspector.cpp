// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "clusters/serverinspector.h"
#include "core/processrunner.h"

#include "fakes/fakedocker.h"
#include "fakes/outcome.h"
#include "fakes/wordserver.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int patience = 30'000;

} // namespace

class TestServerInspector : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void byThePublishedPort();
    void fromInsideTheContainer();
    void closedPortThenInside();
    void blockedWordSaysWhatAllowsIt();
    void blockedWordOfOthersCluster();
    void noQuorum();
    void notRunning();
    void unknownCluster();
    void cancelled();
    void titles();
    void adminPages();
    void adminErrorIsTold();
    void adminOutOfReach();
    void noAdminServerSaysWhy();
    void adminByTheContainersAddress();

private:
    void observe(ContainerLife life, quint16 clientPort, quint16 adminPort, const QString &address = {})
    {
        ContainerObservation container;
        container.id = u"c1"_s;
        container.life = life;
        container.address = address;
        container.startedAt = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
        m_store->observeContainer(u"demo"_s, 1, container);
        m_store->observeAddresses(u"demo"_s, 1, u"127.0.0.1"_s, clientPort, u"127.0.0.1"_s, adminPort);
    }
    template <typename T>
    Result<T> end(ValueOperation<T> *operation)
    {
        const std::unique_ptr<ValueOperation<T>> owner(operation);
        return outcomeOf(operation);
    }
    Result<ServerAnswer> ask(const QString &word)
    {
        return end(m_inspector->ask(u"demo"_s, 1, word, nullptr));
    }

    std::unique_ptr<FakeDocker> m_docker;
    std::unique_ptr<ProcessRunner> m_runner;
    std::unique_ptr<ClusterStore> m_store;
    std::unique_ptr<EngineRegistry> m_engines;
    std::unique_ptr<ServerInspector> m_inspector;
    std::unique_ptr<WordServer> m_server;
};

void TestServerInspector::init()
{
    m_docker = std::make_unique<FakeDocker>();
    m_runner = std::make_unique<ProcessRunner>();
    m_store = std::make_unique<ClusterStore>(Clock::system());
    m_engines = std::make_unique<EngineRegistry>(*m_runner, m_docker->program());
    m_inspector = std::make_unique<ServerInspector>(*m_engines, *m_store);
    m_server = std::make_unique<WordServer>();
    m_store->setWanted(makeEnsemble(u"demo"_s, 1, 0, NetworkMode::Bridge, u"x"_s), WantedOrigin::File);
}

void TestServerInspector::cleanup()
{
    m_server.reset();
    m_inspector.reset();
    m_engines.reset();
    m_store.reset();
    m_runner.reset();
    m_docker.reset();
}

void TestServerInspector::byThePublishedPort()
{
    m_server->answer("mntr", "zk_version\t3.8.0\nzk_znode_count\t5\n");
    observe(ContainerLife::Running, m_server->port(), 0);
    const auto answer = ask(u"mntr"_s);
    QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().toString()));
    QCOMPARE(answer->tables.first().rows,
             QList<QStringList>({{u"version"_s, u"3.8.0"_s}, {u"znode_count"_s, u"5"_s}}));
    QVERIFY(answer->text.startsWith(u"zk_version"_s));
    QVERIFY(answer->at.isValid());
    QVERIFY(m_docker->callLines().isEmpty());
}

void TestServerInspector::fromInsideTheContainer()
{
    m_docker->rule({u"exec"_s, u"c1"_s}).out("imok");
    observe(ContainerLife::Running, 0, 0);
    const auto answer = ask(u"ruok"_s);
    QVERIFY(answer);
    QCOMPARE(answer->tables.first().rows.first().first(), u"imok"_s);
    QVERIFY(m_docker->callLines().first().contains(u"/dev/tcp/127.0.0.1/2181; printf ruok"_s));
}

void TestServerInspector::closedPortThenInside()
{
    quint16 closed = 0;
    {
        const WordServer gone;
        closed = gone.port();
    }
    m_docker->rule({u"exec"_s, u"c1"_s}).out("rw");
    observe(ContainerLife::Running, closed, 0);
    const auto answer = ask(u"isro"_s);
    QVERIFY(answer);
    QCOMPARE(answer->text, u"rw"_s);
}

void TestServerInspector::blockedWordSaysWhatAllowsIt()
{
    Ensemble ensemble = m_store->cluster(u"demo"_s)->ensemble;
    ensemble.settings.insert(u"4lw.commands.whitelist"_s, u"srvr, ruok"_s);
    m_store->setWanted(ensemble, WantedOrigin::File);
    m_server->answer("cons", "cons is not executed because it is not in the whitelist.\n");
    observe(ContainerLife::Running, m_server->port(), 0);
    const auto answer = ask(u"cons"_s);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind(), ErrorKind::NotWhitelisted);
    QVERIFY2(answer.error().message().contains(u"4lw.commands.whitelist=srvr,ruok,cons"_s),
             qPrintable(answer.error().message()));
}

/// Nobody here knows which words its zoo.cfg names now: they must not be taken away.
void TestServerInspector::blockedWordOfOthersCluster()
{
    m_store->removeWanted(u"demo"_s);
    m_store->setWanted(makeEnsemble(u"demo"_s, 1, 0, NetworkMode::Bridge, u"x"_s), WantedOrigin::Discovered);
    m_server->answer("cons", "cons is not executed because it is not in the whitelist.\n");
    observe(ContainerLife::Running, m_server->port(), 0);
    const auto answer = ask(u"cons"_s);
    QVERIFY(!answer);
    QVERIFY2(answer.error().message().contains(u"with the words that the line names now"_s) &&
                 answer.error().message().contains(u"4lw.commands.whitelist=srvr,cons"_s),
             qPrintable(answer.error().message()));
}

void TestServerInspector::noQuorum()
{
    m_server->answer("mntr", "This ZooKeeper instance is not currently serving requests\n");
    observe(ContainerLife::Running, m_server->port(), 0);
    QCOMPARE(ask(u"mntr"_s).error().kind(), ErrorKind::NotServing);
}

void TestServerInspector::notRunning()
{
    observe(ContainerLife::Exited, m_server->port(), 0);
    QCOMPARE(ask(u"mntr"_s).error().kind(), ErrorKind::NotRunning);
    QVERIFY(m_server->asked().isEmpty());
}

void TestServerInspector::unknownCluster()
{
    QCOMPARE(end(m_inspector->ask(u"nobody"_s, 7, u"srvr"_s, nullptr)).error().kind(), ErrorKind::NotRunning);
    QVERIFY(m_inspector->adminUrl(u"nobody"_s, 7).isEmpty());
}

void TestServerInspector::cancelled()
{
    m_docker->rule({u"exec"_s}).hang();
    observe(ContainerLife::Running, 0, 0);
    const std::unique_ptr<ValueOperation<ServerAnswer>> question(
        m_inspector->ask(u"demo"_s, 1, u"srvr"_s, nullptr));
    QSignalSpy finished(question.get(), &Operation::finished);
    question->start();
    QTRY_VERIFY_WITH_TIMEOUT(!m_docker->callLines().isEmpty(), patience);
    question->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QCOMPARE(question->error().kind(), ErrorKind::Cancelled);
}

void TestServerInspector::titles()
{
    for (const QString &word : ServerInspector::words())
        QVERIFY(ServerInspector::titleOf(word) != word);
    QVERIFY(ServerInspector::changesSomething(u"stat_reset"_s));
    QVERIFY(!ServerInspector::changesSomething(u"monitor"_s));
}

void TestServerInspector::adminPages()
{
    m_server->page("/commands",
                   "<a href=\"/commands/monitor\">monitor</a>\n<br/>\n<a href=\"/commands/ruok\">ruok</a>");
    m_server->page("/commands/monitor",
                   R"({"version":"3.8.0","znode_count":5,"command":"monitor","error":null})");
    observe(ContainerLife::Running, 0, m_server->port());
    QCOMPARE(m_inspector->adminUrl(u"demo"_s, 1).toString(),
             u"http://127.0.0.1:%1/commands"_s.arg(m_server->port()));
    const auto pages = end(m_inspector->adminPages(u"demo"_s, 1, nullptr));
    QVERIFY2(pages, qPrintable(pages ? QString() : pages.error().toString()));
    QCOMPARE(*pages, QStringList({u"monitor"_s, u"ruok"_s}));
    const auto answer = end(m_inspector->askAdmin(u"demo"_s, 1, u"monitor"_s, nullptr));
    QVERIFY(answer);
    QVERIFY(answer->tables.first().rows.contains(QStringList({u"znode_count"_s, u"5"_s})));
}

void TestServerInspector::adminErrorIsTold()
{
    m_server->page("/commands/leader", R"({"command":"leader","error":"server is not initialized"})");
    observe(ContainerLife::Running, 0, m_server->port());
    const auto answer = end(m_inspector->askAdmin(u"demo"_s, 1, u"leader"_s, nullptr));
    QCOMPARE(answer.error().kind(), ErrorKind::ZooKeeperFailed);
    QVERIFY(answer.error().message().contains(u"server is not initialized"_s));
}

void TestServerInspector::adminOutOfReach()
{
    observe(ContainerLife::Running, 0, 0);
    QVERIFY(m_inspector->adminUrl(u"demo"_s, 1).isEmpty());
    QVERIFY(!end(m_inspector->adminPages(u"demo"_s, 1, nullptr)));
    observe(ContainerLife::Running, 0, 8080);
    QVERIFY(!m_inspector->adminUrl(u"demo"_s, 1).isEmpty());
    Ensemble ensemble = m_store->cluster(u"demo"_s)->ensemble;
    ensemble.settings.insert(u"admin.enableServer"_s, u"false"_s);
    m_store->setWanted(ensemble, WantedOrigin::File);
    QVERIFY(m_inspector->adminUrl(u"demo"_s, 1).isEmpty());
}

void TestServerInspector::noAdminServerSaysWhy()
{
    const auto why = [this] {
        const auto pages = end(m_inspector->adminPages(u"demo"_s, 1, nullptr));
        return pages ? u"there are pages"_s : pages.error().message();
    };
    QVERIFY2(why().contains(u"Nothing is known about the member yet"_s), qPrintable(why()));
    observe(ContainerLife::Paused, 0, 8080);
    QVERIFY2(why().contains(u"is paused"_s) && !why().contains(u"Start"_s), qPrintable(why()));
    observe(ContainerLife::Restarting, 0, 8080);
    QVERIFY2(why().contains(u"is restarting the member"_s), qPrintable(why()));
    observe(ContainerLife::Exited, 0, 8080);
    QVERIFY2(why().contains(u"does not run"_s), qPrintable(why()));
    observe(ContainerLife::Running, 0, 0);
    QVERIFY2(why().contains(u"its port is not published"_s), qPrintable(why()));
    Ensemble ensemble = m_store->cluster(u"demo"_s)->ensemble;
    ensemble.settings.insert(u"admin.enableServer"_s, u"false"_s);
    m_store->setWanted(ensemble, WantedOrigin::File);
    observe(ContainerLife::Running, 0, 8080);
    QVERIFY2(why().contains(u"switched off"_s), qPrintable(why()));
    ensemble.settings.remove(u"admin.enableServer"_s);
    ensemble.image.reference = u"owlgvt/zookeeper:3.4.12"_s;
    m_store->setWanted(ensemble, WantedOrigin::File);
    QVERIFY2(why().contains(u"ZooKeeper 3.5"_s), qPrintable(why()));
    QVERIFY(m_inspector->adminUrl(u"demo"_s, 1).isEmpty());
    ensemble.image.reference = u"zookeeper:3.5.8"_s;
    m_store->setWanted(ensemble, WantedOrigin::File);
    QVERIFY(!m_inspector->adminUrl(u"demo"_s, 1).isEmpty());
}

void TestServerInspector::adminByTheContainersAddress()
{
    EngineStatus engine;
    engine.reach = EngineStatus::Reach::Answers;
    engine.containerAddresses = true;
    m_store->observeEngine(engine);
    observe(ContainerLife::Running, 0, 0, u"172.18.0.2"_s);
    QCOMPARE(m_inspector->adminUrl(u"demo"_s, 1).toString(), u"http://172.18.0.2:8080/commands"_s);
}

QTEST_GUILESS_MAIN(TestServerInspector)
#include "tst_serverinspector.moc"
