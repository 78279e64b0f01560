// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "clusters/logbook.h"
#include "core/processrunner.h"

#include "fakes/fakedocker.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int patience = 30'000;
using State = LogFollower::State;

QByteArray stamped(int second, const QByteArray &text)
{
    return "2026-11-22T07:56:" + QByteArray::number(second).rightJustified(2, '0') + ".000000000Z " + text +
           '\n';
}

} // namespace

class TestLogFollower : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void noContainerYet();
    void acrossARestart();
    void restartSeenBeforeTheStreamEnds();
    void stopAndGoOn();
    void rotationWhileFollowed();
    void newContainerHasItsOwnLog();
    void unreadLinesOfAFormerContainer();
    void unreadableLog();
    void engineGoneMeanwhile();
    void toFile();
    void toFileOfAStoppedContainer();
    void createdContainerIsAskedOnce();
    void bookOfACluster();

private:
    void observe(ContainerLife life, int start = 1, const QString &id = u"c1"_s)
    {
        ContainerObservation container;
        container.id = id;
        container.name = u"demo-zoo1"_s;
        container.life = life;
        if (start > 0)
            container.startedAt = QDateTime::fromSecsSinceEpoch(1'700'000'000 + start, Qt::UTC);
        m_store->observeContainer(u"demo"_s, 1, container);
    }
    void inspected(const QByteArray &environment = "[]")
    {
        m_docker->rule({u"inspect"_s})
            .out("[{\"Id\":\"c1\",\"Name\":\"/demo-zoo1\",\"Created\":\"2026-01-01T09:00:00Z\","
                 "\"State\":{\"Status\":\"running\",\"StartedAt\":\"2026-01-01T09:00:00Z\"},"
                 "\"Config\":{\"Image\":\"x\",\"Env\":" +
                 environment + "},\"HostConfig\":{},\"NetworkSettings\":{}}]");
    }
    [[nodiscard]] QStringList logCalls() const
    {
        return m_docker->callLines().filter(QRegularExpression(u"^(logs|exec)"_s));
    }
    void give(const char *sign)
    {
        QFile file(m_docker->file(sign));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    std::unique_ptr<FakeDocker> m_docker;
    std::unique_ptr<ProcessRunner> m_runner;
    std::unique_ptr<ClusterStore> m_store;
    std::unique_ptr<EngineRegistry> m_engines;
    std::unique_ptr<LogFollower> m_follower;
    QStringList m_texts;
};

void TestLogFollower::init()
{
    m_docker = std::make_unique<FakeDocker>();
    m_runner = std::make_unique<ProcessRunner>();
    m_store = std::make_unique<ClusterStore>(Clock::system());
    m_engines = std::make_unique<EngineRegistry>(*m_runner, m_docker->program());
    m_store->setWanted(makeEnsemble(u"demo"_s, 1, 0, NetworkMode::Bridge, u"x"_s), WantedOrigin::File);
    m_follower = std::make_unique<LogFollower>(u"demo"_s, 1, *m_engines, *m_store);
    m_texts.clear();
    connect(m_follower.get(), &LogFollower::arrived, this, [this](const QList<LogLine> &lines) {
        for (const LogLine &line : lines)
            m_texts += QString::fromUtf8(line.text);
    });
}

void TestLogFollower::cleanup()
{
    m_follower.reset();
    m_engines.reset();
    m_store.reset();
    m_runner.reset();
    m_docker.reset();
}

void TestLogFollower::noContainerYet()
{
    inspected();
    m_docker->rule({u"logs"_s}).out(stamped(1, "hello")).hang();
    m_follower->start();
    QCOMPARE(m_follower->state(), State::Absent);
    observe(ContainerLife::Running);
    QTRY_COMPARE_WITH_TIMEOUT(m_texts, QStringList{u"hello"_s}, patience);
    QCOMPARE(m_follower->state(), State::Reading);
    QCOMPARE(logCalls(), QStringList{u"logs --follow --timestamps --tail 100001 c1"_s});
}

void TestLogFollower::acrossARestart()
{
    inspected();
    m_docker->rule({u"logs"_s})
        .times(1)
        .out(stamped(10, "a") + stamped(11, "b"))
        .waitForFile(m_docker->file("die"));
    m_docker->rule({u"logs"_s}).out(stamped(10, "a") + stamped(11, "b") + stamped(12, "c")).hang();
    observe(ContainerLife::Running, 1);
    m_follower->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_texts.size(), 2, patience);
    observe(ContainerLife::Exited, 1);
    give("die");
    QTRY_COMPARE_WITH_TIMEOUT(m_follower->state(), State::Ended, patience);
    QTest::qWait(50);
    QCOMPARE(logCalls().size(), 1);
    observe(ContainerLife::Running, 2);
    QTRY_COMPARE_WITH_TIMEOUT(m_texts, QStringList({u"a"_s, u"b"_s, u"c"_s}), patience);
    QVERIFY(logCalls().constLast().contains(u"--since 2026-11-22T07:56:09"_s));
}

void TestLogFollower::restartSeenBeforeTheStreamEnds()
{
    inspected();
    m_docker->rule({u"logs"_s}).times(1).out(stamped(10, "a")).waitForFile(m_docker->file("die"));
    m_docker->rule({u"logs"_s}).out(stamped(10, "a") + stamped(12, "b")).hang();
    observe(ContainerLife::Running, 1);
    m_follower->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_texts.size(), 1, patience);
    observe(ContainerLife::Running, 2);
    give("die");
    QTRY_COMPARE_WITH_TIMEOUT(m_texts, QStringList({u"a"_s, u"b"_s}), patience);
}

void TestLogFollower::stopAndGoOn()
{
    inspected();
    m_docker->rule({u"logs"_s}).times(1).out(stamped(10, "a")).hang();
    m_docker->rule({u"logs"_s}).out(stamped(10, "a") + stamped(10, "a") + stamped(12, "b")).hang();
    observe(ContainerLife::Running, 1);
    m_follower->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_texts.size(), 1, patience);
    m_follower->stop();
    QCOMPARE(m_follower->state(), State::Off);
    m_follower->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_texts, QStringList({u"a"_s, u"a"_s, u"b"_s}), patience);
    QCOMPARE(m_docker->callLines().filter(u"inspect"_s).size(), 1);
}

/// Docker repeats what a new file holds already, on both pipes, with the times that the lines had.
void TestLogFollower::rotationWhileFollowed()
{
    const auto line = [](int number) {
        return "2026-11-22T07:56:" + QByteArray::number(10 + number / 100) + ".0000011" +
               QByteArray::number(number % 100).rightJustified(2, '0') + "Z line " +
               QByteArray::number(number) + '\n';
    };
    const auto lines = [&line](int first, int end) {
        QByteArray all;
        for (int number = first; number < end; ++number)
            all += line(number);
        return all;
    };
    inspected();
    m_docker->rule({u"logs"_s})
        .out(lines(0, 900))
        .err(line(1000))
        .out(lines(300, 950))
        .err(line(1000) + line(1001))
        .out(line(949) + lines(950, 1000))
        .hang();
    observe(ContainerLife::Running);
    m_follower->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_texts.contains(u"line 999"_s) && m_texts.contains(u"line 1001"_s), patience);
    QTest::qWait(50);
    QCOMPARE(QSet<QString>(m_texts.cbegin(), m_texts.cend()).size(), 1002);
    QCOMPARE(m_texts.size(), 1002);
}

void TestLogFollower::newContainerHasItsOwnLog()
{
    inspected();
    m_docker->rule({u"logs"_s}).times(1).out(stamped(10, "a")).waitForFile(m_docker->file("die"));
    m_docker->rule({u"logs"_s}).out(stamped(5, "other")).hang();
    observe(ContainerLife::Running, 1);
    m_follower->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_texts.size(), 1, patience);
    observe(ContainerLife::Running, 2, u"c2"_s);
    give("die");
    QTRY_COMPARE_WITH_TIMEOUT(m_texts, QStringList({u"a"_s, u"other"_s}), patience);
    QVERIFY(!logCalls().constLast().contains(u"--since"_s));
    QVERIFY(logCalls().constLast().endsWith(u" c2"_s));
    QVERIFY(!m_follower->lost()); // it was read to its end
}

/// The engine was away meanwhile: nobody knows what else it wrote.
void TestLogFollower::unreadLinesOfAFormerContainer()
{
    inspected();
    m_docker->ruleMatching(u"^logs .* c1$"_s)
        .out(stamped(10, "a"))
        .err("error during connect: EOF\n")
        .exit(1);
    m_docker->rule({u"logs"_s}).out(stamped(50, "other")).hang();
    observe(ContainerLife::Running, 1);
    m_follower->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_follower->state(), State::Failed, patience);
    QVERIFY(!m_follower->lost());
    observe(ContainerLife::Running, 2, u"c2"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_texts, QStringList({u"a"_s, u"other"_s}), patience);
    QVERIFY(m_follower->lost());
    QCOMPARE(m_follower->lost()->from,
             QDateTime::fromString(u"2026-11-22T07:56:10.000Z"_s, Qt::ISODateWithMs));
    QCOMPARE(m_follower->lost()->to, QDateTime::fromSecsSinceEpoch(1'700'000'002, Qt::UTC));
}

void TestLogFollower::unreadableLog()
{
    inspected();
    m_docker->rule({u"logs"_s})
        .err("Error response from daemon: configured logging driver does not support reading\n")
        .exit(1);
    observe(ContainerLife::Running, 1);
    m_follower->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_follower->state(), State::Failed, patience);
    QVERIFY(m_follower->problem().has_value());
    QVERIFY(!m_follower->problem()->message().isEmpty());
}

void TestLogFollower::engineGoneMeanwhile()
{
    inspected();
    m_docker->rule({u"logs"_s}).times(1).out(stamped(10, "a")).err("error during connect: EOF\n").exit(1);
    m_docker->rule({u"logs"_s}).out(stamped(10, "a") + stamped(11, "b")).hang();
    observe(ContainerLife::Running, 1);
    m_follower->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_texts, QStringList({u"a"_s, u"b"_s}), patience);
    QCOMPARE(m_follower->state(), State::Reading);
    QVERIFY(!m_follower->problem().has_value());
}

void TestLogFollower::toFile()
{
    inspected("[\"ZOO_LOG4J_PROP=INFO,ROLLINGFILE\"]");
    m_docker->rule({u"exec"_s})
        .leaveInput() // it stays open
        .out("zoodock-log-file +0000 /logs/zookeeper.log\n2026-11-22 07:56:17,039 [myid:1] - WARN  [a] - "
             "first\n"
             "\tat once\n")
        .hang();
    observe(ContainerLife::Running, 1);
    m_follower->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_texts.size(), 2, patience);
    QCOMPARE(m_texts.constLast(), u"\tat once"_s);
    QCOMPARE(m_follower->file(), u"/logs/zookeeper.log"_s);
    QVERIFY(logCalls().constFirst().startsWith(u"exec --interactive c1 sh -c"_s));
}

void TestLogFollower::toFileOfAStoppedContainer()
{
    inspected("[\"ZOO_LOG4J_PROP=INFO,ROLLINGFILE\"]");
    observe(ContainerLife::Exited, 1);
    m_follower->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_follower->state(), State::Ended, patience);
    QVERIFY(logCalls().isEmpty());
}

void TestLogFollower::createdContainerIsAskedOnce()
{
    inspected();
    m_docker->rule({u"logs"_s});
    observe(ContainerLife::Created, 0);
    m_follower->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_follower->state(), State::Ended, patience);
    m_store->observeUsage(u"demo"_s, 1, 1.0, 1);
    QTest::qWait(50);
    QCOMPARE(logCalls().size(), 1);
}

void TestLogFollower::bookOfACluster()
{
    inspected();
    m_docker->rule({u"logs"_s}).out(stamped(10, "a") + stamped(11, "b")).hang();
    observe(ContainerLife::Running, 1);
    LogBook book(*m_engines, *m_store);
    book.setLimit(1);
    book.open(u"demo"_s);
    QVERIFY(book.follower(1) && !book.follower(2));
    QTest::qWait(20);
    QVERIFY(logCalls().isEmpty());
    QSignalSpy states(&book, &LogBook::stateChanged);
    book.setFollowing(true);
    QTRY_COMPARE_WITH_TIMEOUT(book.rings().nextNumber(1), 2U, patience);
    QVERIFY(!states.isEmpty());
    QCOMPARE(book.rings().lines(1).size(), 1);
    QVERIFY(logCalls().constFirst().contains(u"--tail 2"_s));
    book.setFollowing(false);
    QCOMPARE(book.follower(1)->state(), State::Off);
    book.open({});
    QVERIFY(book.rings().members().isEmpty());
}

QTEST_GUILESS_MAIN(TestLogFollower)
#include "tst_logfollower.moc"
