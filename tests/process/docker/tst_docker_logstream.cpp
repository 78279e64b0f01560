// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/dockerengine.h"
#include "docker/logstream.h"

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

QByteArray stamped(int second, const QByteArray &text)
{
    return "2026-11-22T07:56:" + QByteArray::number(second).rightJustified(2, '0') + ".000000000Z " + text +
           '\n';
}

} // namespace

class TestLogStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void linesOfBothChannels();
    void endOfTheContainer();
    void sinceAndTail();
    void missingContainer();
    void missingProgram();
    void manyLines();
    void stopIsSilent();
    void stoppedByItsOwnLines();

private:
    [[nodiscard]] QStringList texts() const
    {
        QStringList texts;
        for (const ContainerLogLine &line : m_lines)
            texts += QString::fromUtf8(line.text);
        return texts;
    }

    std::unique_ptr<FakeDocker> m_docker;
    std::unique_ptr<ProcessRunner> m_runner;
    std::unique_ptr<DockerEngine> m_engine;
    std::unique_ptr<LogStream> m_stream;
    QList<ContainerLogLine> m_lines;
    int m_batches = 0;
    QList<std::pair<bool, Error>> m_ends;
};

void TestLogStream::init()
{
    m_docker = std::make_unique<FakeDocker>();
    m_runner = std::make_unique<ProcessRunner>();
    m_engine = std::make_unique<DockerEngine>(*m_runner, DockerCommands(m_docker->program()));
    m_stream = std::make_unique<LogStream>(*m_engine, u"c1"_s, nullptr);
    m_lines.clear();
    m_ends.clear();
    m_batches = 0;
    connect(m_stream.get(), &LogStream::arrived, this, [this](const QList<ContainerLogLine> &lines) {
        ++m_batches;
        m_lines += lines;
    });
    connect(m_stream.get(), &LogStream::ended, this, [this](bool stopped, const Error &error) {
        m_ends.append({stopped, error});
    });
}

void TestLogStream::cleanup()
{
    m_stream.reset();
    m_engine.reset();
    m_runner.reset();
    m_docker.reset();
}

void TestLogStream::linesOfBothChannels()
{
    m_docker->rule({u"logs"_s})
        .out(stamped(1, "one").left(20))
        .wait(10ms)
        .out(stamped(1, "one").mid(20))
        .err(stamped(2, "two"))
        .hang();
    m_stream->start(0, 0);
    QVERIFY(m_lines.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_lines.size(), 2, patience);
    for (const ContainerLogLine &line : std::as_const(m_lines))
        QCOMPARE(line.standardError, line.text == "two");
    QVERIFY(m_ends.isEmpty());
    QCOMPARE(m_docker->callLines(), QStringList{u"logs --follow --timestamps c1"_s});
}

void TestLogStream::endOfTheContainer()
{
    m_docker->rule({u"logs"_s}).out(stamped(1, "last") + stamped(2, "without end").chopped(1));
    m_stream->start(0, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_ends.size(), 1, patience);
    QVERIFY(m_ends.constFirst().first);
    QCOMPARE(texts(), QStringList({u"last"_s, u"without end"_s}));
}

void TestLogStream::sinceAndTail()
{
    m_docker->rule({u"logs"_s}).out(stamped(1, "x"));
    m_stream->start(1'795'334'177'039'923'726, 7);
    QTRY_COMPARE_WITH_TIMEOUT(m_ends.size(), 1, patience);
    QCOMPARE(m_docker->callLines().constFirst(),
             u"logs --follow --timestamps --since 2026-11-22T07:56:17.039923726Z --tail 7 c1"_s);
}

void TestLogStream::missingContainer()
{
    m_docker->rule({u"logs"_s}).err("Error response from daemon: No such container: c1\n").exit(1);
    m_stream->start(0, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_ends.size(), 1, patience);
    QVERIFY(!m_ends.constFirst().first);
    QCOMPARE(m_ends.constFirst().second.kind(), ErrorKind::NoSuchObject);
    QVERIFY(m_lines.isEmpty());
}

void TestLogStream::missingProgram()
{
    m_engine = std::make_unique<DockerEngine>(*m_runner, DockerCommands(u"/nowhere/docker"_s));
    LogStream stream(*m_engine, u"c1"_s, nullptr);
    QSignalSpy ended(&stream, &LogStream::ended);
    stream.start(0, 0);
    QVERIFY(ended.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    QCOMPARE(ended.constFirst().at(1).value<Error>().kind(), ErrorKind::ProgramMissing);
}

void TestLogStream::manyLines()
{
    m_docker->rule({u"logs"_s}).repeat(stamped(1, "the same line"), 50'000);
    m_stream->start(0, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_ends.size(), 1, patience);
    QCOMPARE(m_lines.size(), 50'000);
    QVERIFY2(m_batches < 2'000, qPrintable(QString::number(m_batches)));
}

void TestLogStream::stopIsSilent()
{
    m_docker->rule({u"logs"_s}).endless(stamped(1, "again"), 5ms);
    m_stream->start(0, 0);
    QTRY_VERIFY_WITH_TIMEOUT(!m_lines.isEmpty(), patience);
    m_stream->stop();
    const qsizetype before = m_lines.size();
    QTest::qWait(150);
    QCOMPARE(m_lines.size(), before);
    QVERIFY(m_ends.isEmpty());
}

void TestLogStream::stoppedByItsOwnLines()
{
    m_docker->rule({u"logs"_s}).out(stamped(1, "one"));
    connect(m_stream.get(), &LogStream::arrived, this, [this] { m_stream->stop(); });
    m_stream->start(0, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_lines.size(), 1, patience);
    QTest::qWait(50);
    QVERIFY(m_ends.isEmpty());
}

QTEST_GUILESS_MAIN(TestLogStream)
#include "tst_docker_logstream.moc"
