// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/dockerengine.h"
#include "docker/eventstream.h"

#include "fakes/fakedocker.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QLoggingCategory>
#include <QtCore/QRegularExpression>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <csignal>
#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int patience = 30'000;
constexpr qint64 second = 1'000'000'000;
constexpr qint64 start = 1'700'000'000 * second;

QByteArray eventLine(const QByteArray &action, qint64 nano, const QByteArray &id = "aaaaaaaaaaaa",
                     const QByteArray &attributes = {}, const QByteArray &type = "container")
{
    return "{\"Type\":\"" + type + "\",\"Action\":\"" + action + "\",\"Actor\":{\"ID\":\"" + id +
           "\",\"Attributes\":{" + attributes + "}},\"timeNano\":" + QByteArray::number(nano) + "}\n";
}

QByteArray versionAnswer()
{
    return "{\"Client\":{\"Version\":\"28.2.2\"},\"Server\":{\"Version\":\"20.10.24\",\"ApiVersion\":\"1."
           "41\"}}\n";
}

} // namespace

class TestEventStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void eventsInOddChunks();
    void brokenLinesAreSkipped();
    void firstOpeningIsBackdated();
    void reopenedWithoutRepeats();
    void reopenedBeforeAnyEvent();
    void eventsOfOneInstantAreKeptApart();
    void downEngineIsToldOnce();
    void changedReasonIsToldAgain();
    void crashOfTheStream();
    void forbiddenStream();
    void pausesGrow();
    void retryNow();
    void stopIsSilent();
    void stopWhileAsking();
    void startAgain();
    void destroyedWhileOpen();
    void sigtermIgnored();

private:
    void answerVersion() { m_docker->rule({u"version"_s}).out(versionAnswer()); }
    [[nodiscard]] QStringList eventCalls() const
    {
        return m_docker->callLines().filter(QRegularExpression(u"^events"_s));
    }
    [[nodiscard]] qint64 sinceOf(const QString &call) const
    {
        const QString text = call.section(u"--since "_s, 1).section(u' ', 0, 0);
        return text.section(u'.', 0, 0).toLongLong() * second + text.section(u'.', 1, 1).toLongLong();
    }

    std::unique_ptr<FakeDocker> m_docker;
    std::unique_ptr<ProcessRunner> m_runner;
    std::unique_ptr<DockerEngine> m_engine;
    std::unique_ptr<EventStream> m_stream;
    QStringList m_actions;
    QList<ErrorKind> m_losses;
    int m_openings = 0;
};

void TestEventStream::init()
{
    m_docker = std::make_unique<FakeDocker>();
    m_runner = std::make_unique<ProcessRunner>();
    m_engine = std::make_unique<DockerEngine>(*m_runner, DockerCommands(m_docker->program()));
    m_stream = std::make_unique<EventStream>(*m_engine, nullptr);
    m_actions.clear();
    m_losses.clear();
    m_openings = 0;
    connect(m_stream.get(), &EventStream::opened, this, [this] { ++m_openings; });
    connect(m_stream.get(), &EventStream::happened, this,
            [this](const EngineEvent &event) { m_actions += event.action; });
    connect(m_stream.get(), &EventStream::lost, this,
            [this](const Error &error) { m_losses += error.kind(); });
}

void TestEventStream::cleanup()
{
    m_stream.reset();
    m_engine.reset();
    m_runner.reset();
    m_docker.reset();
}

void TestEventStream::eventsInOddChunks()
{
    answerVersion();
    const QByteArray lines = eventLine("create", start) + eventLine("start", start + 1);
    m_docker->rule({u"events"_s})
        .out(lines.left(50))
        .wait(10ms)
        .out(lines.mid(50, 70))
        .wait(10ms)
        .out(lines.mid(120))
        .hang();
    m_stream->start();
    QVERIFY(!m_stream->isOpen());
    QTRY_COMPARE_WITH_TIMEOUT(m_actions, QStringList({u"create"_s, u"start"_s}), patience);
    QCOMPARE(m_openings, 1);
    QVERIFY(m_stream->isOpen());
    QVERIFY(m_losses.isEmpty());
}

void TestEventStream::brokenLinesAreSkipped()
{
    answerVersion();
    for (int i = 0; i < 3; ++i)
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"docker events"_s));
    m_docker->rule({u"events"_s})
        .out("WARNING: odd\n{\"Type\":\"contai\n\n" + eventLine("die", start))
        .out(QByteArray("\x00\xff\n", 3) + eventLine("start", start + 1))
        .hang();
    m_stream->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_actions, QStringList({u"die"_s, u"start"_s}), patience);
}

void TestEventStream::firstOpeningIsBackdated()
{
    answerVersion();
    m_docker->rule({u"events"_s}).hang();
    const qint64 before = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    m_stream->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_openings, 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(eventCalls().size(), 1, patience);
    const qint64 since = sinceOf(eventCalls().first());
    QVERIFY(since < before);
    QVERIFY(since > before - 10 * second);
}

void TestEventStream::reopenedWithoutRepeats()
{
    answerVersion();
    m_docker->rule({u"events"_s})
        .times(1)
        .out(eventLine("create", start) + eventLine("start", start + second / 2))
        .err("unexpected EOF\n")
        .exit(1);
    m_docker->rule({u"events"_s})
        .times(1)
        .out(eventLine("create", start) + eventLine("start", start + second / 2) +
             eventLine("die", start + second))
        .exit(0);
    m_docker->rule({u"events"_s})
        .out(eventLine("die", start + second) + eventLine("destroy", start + second))
        .hang();
    m_stream->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_actions, QStringList({u"create"_s, u"start"_s, u"die"_s, u"destroy"_s}),
                              patience);
    QCOMPARE(m_openings, 3);
    QCOMPARE(m_losses, QList<ErrorKind>({ErrorKind::EngineDown, ErrorKind::EngineDown}));
    QCOMPARE(eventCalls().size(), 3);
    // A second before the last event, by the engine's clock.
    QCOMPARE(sinceOf(eventCalls().at(1)), start - second / 2);
    QCOMPARE(sinceOf(eventCalls().at(2)), start);
}

void TestEventStream::reopenedBeforeAnyEvent()
{
    answerVersion();
    m_docker->rule({u"events"_s}).times(1).exit(1);
    m_docker->rule({u"events"_s}).out(eventLine("start", start)).hang();
    m_stream->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_actions, QStringList{u"start"_s}, patience);
    // What happened while it was closed is asked for.
    QCOMPARE(sinceOf(eventCalls().at(1)), sinceOf(eventCalls().at(0)));
}

void TestEventStream::eventsOfOneInstantAreKeptApart()
{
    answerVersion();
    const QByteArray both = eventLine("connect", start, "feedfeedfeed", "\"container\":\"a\"", "network") +
                            eventLine("connect", start, "feedfeedfeed", "\"container\":\"b\"", "network") +
                            eventLine("start", start, "aaaaaaaaaaaa") +
                            eventLine("start", start, "bbbbbbbbbbbb");
    m_docker->rule({u"events"_s}).out(both).out(both).out(eventLine("die", start)).hang();
    m_stream->start();
    QTRY_COMPARE_WITH_TIMEOUT(
        m_actions, QStringList({u"connect"_s, u"connect"_s, u"start"_s, u"start"_s, u"die"_s}), patience);
}

void TestEventStream::downEngineIsToldOnce()
{
    m_docker->rule({u"version"_s}).times(3).err("Cannot connect to the Docker daemon at x.\n").exit(1);
    answerVersion();
    m_docker->rule({u"events"_s}).hang();
    m_stream->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_openings, 1, patience);
    QCOMPARE(m_losses, QList<ErrorKind>{ErrorKind::EngineDown});
    // The stream is not tried on an engine that does not answer.
    QTRY_COMPARE_WITH_TIMEOUT(m_docker->callLines().size(), 5, patience);
    QCOMPARE(eventCalls().size(), 1);
}

void TestEventStream::changedReasonIsToldAgain()
{
    m_docker->rule({u"version"_s}).times(2).err("Cannot connect to the Docker daemon at x.\n").exit(1);
    m_docker->rule({u"version"_s}).times(1).err("permission denied while trying to connect to x\n").exit(1);
    answerVersion();
    m_docker->rule({u"events"_s}).hang();
    m_stream->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_openings, 1, patience);
    QCOMPARE(m_losses, QList<ErrorKind>({ErrorKind::EngineDown, ErrorKind::EngineForbidden}));
}

void TestEventStream::crashOfTheStream()
{
    answerVersion();
    m_docker->rule({u"events"_s}).times(1).out(eventLine("start", start)).crash();
    m_docker->rule({u"events"_s}).out(eventLine("die", start + 1)).hang();
    m_stream->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_actions, QStringList({u"start"_s, u"die"_s}), patience);
    QCOMPARE(m_losses, QList<ErrorKind>{ErrorKind::ProgramCrashed});
}

void TestEventStream::forbiddenStream()
{
    answerVersion();
    m_docker->rule({u"events"_s}).times(1).err("permission denied while trying to connect to x\n").exit(1);
    m_docker->rule({u"events"_s}).hang();
    m_stream->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_openings, 2, patience);
    QCOMPARE(m_losses, QList<ErrorKind>{ErrorKind::EngineForbidden});
}

void TestEventStream::pausesGrow()
{
    m_docker->rule({u"version"_s}).err("Cannot connect to the Docker daemon at x.\n").exit(1);
    QElapsedTimer clock;
    clock.start();
    QList<qint64> asked;
    connect(m_runner.get(), &ProcessRunner::commandIssued, this, [&] { asked += clock.elapsed(); });
    m_stream->start();
    QTRY_VERIFY_WITH_TIMEOUT(asked.size() >= 4, patience);
    m_stream->stop();
    m_runner->disconnect(this);
    // At least, never at most: the machine may be slow. Qt's coarse timers may be early by 5 %.
    QVERIFY(asked.at(1) - asked.at(0) >= 230);
    QVERIFY(asked.at(2) - asked.at(1) >= 470);
    QVERIFY(asked.at(3) - asked.at(2) >= 940);
}

void TestEventStream::retryNow()
{
    m_docker->rule({u"version"_s}).times(4).err("Cannot connect to the Docker daemon at x.\n").exit(1);
    answerVersion();
    m_docker->rule({u"events"_s}).hang();
    m_stream->retryNow(); // not started: nothing
    m_stream->start();
    // Pauses of 250, 500, 1000 and 2000 ms, if it were not for us.
    QElapsedTimer clock;
    clock.start();
    while (m_openings == 0 && clock.elapsed() < patience) {
        QTest::qWait(10);
        m_stream->retryNow();
    }
    QCOMPARE(m_openings, 1);
    QCOMPARE(m_docker->calls().size() - eventCalls().size(), 5);
    m_stream->retryNow(); // open: nothing
    QTest::qWait(50);
    QCOMPARE(m_openings, 1);
}

void TestEventStream::stopIsSilent()
{
    answerVersion();
    m_docker->rule({u"events"_s}).endless("garbage\n", 1ms);
    QLoggingCategory::setFilterRules(u"zoodock.docker=false"_s);
    m_stream->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_openings, 1, patience);
    m_stream->stop();
    QVERIFY(!m_stream->isOpen());
    QTest::qWait(400); // longer than the first pause
    QCOMPARE(m_openings, 1);
    QVERIFY(m_losses.isEmpty());
    QLoggingCategory::setFilterRules({});
}

void TestEventStream::stopWhileAsking()
{
    const QString sign = m_docker->file("asked");
    m_docker->rule({u"version"_s}).touch(sign).wait(100ms).out(versionAnswer());
    m_stream->start();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(sign), patience);
    m_stream->stop();
    QTest::qWait(400);
    QCOMPARE(m_openings, 0);
    QVERIFY(m_losses.isEmpty());
    QCOMPARE(eventCalls().size(), 0);
}

void TestEventStream::startAgain()
{
    answerVersion();
    m_docker->rule({u"events"_s}).out(eventLine("start", start)).hang();
    m_stream->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_actions.size(), 1, patience);
    m_stream->stop();
    m_stream->start();
    // Somebody new listens: nothing is a repeat to him.
    QTRY_COMPARE_WITH_TIMEOUT(m_actions.size(), 2, patience);
    QCOMPARE(m_openings, 2);
}

void TestEventStream::destroyedWhileOpen()
{
    answerVersion();
    m_docker->rule({u"events"_s}).hang();
    m_stream->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_openings, 1, patience);
    m_stream.reset();
    QTest::qWait(50);
    QVERIFY(m_losses.isEmpty());
}

/// At shutdown nothing may be left behind, whatever the CLI thinks of SIGTERM.
void TestEventStream::sigtermIgnored()
{
    answerVersion();
    m_docker->rule({u"events"_s}).ignoreSigterm().out(eventLine("start", start)).hang();
    m_stream->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_actions.size(), 1, patience);
    qint64 pid = 0;
    for (const FakeDocker::Call &call : m_docker->calls()) {
        if (call.arguments.first() == "events"_L1)
            pid = call.pid;
    }
    QVERIFY(pid > 0);
    QCOMPARE(::kill(static_cast<pid_t>(pid), 0), 0);
    m_stream.reset();
    m_runner.reset();
    QTRY_COMPARE_WITH_TIMEOUT(::kill(static_cast<pid_t>(pid), 0), -1, patience);
}

QTEST_GUILESS_MAIN(TestEventStream)
#include "tst_docker_eventstream.moc"
