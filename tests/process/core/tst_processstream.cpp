// SPDX-License-Identifier: GPL-3.0-or-later
#include "childscene.h"

#include "core/processrunner.h"

#include <QtCore/QProcess>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <csignal>

using namespace zoodock;
using namespace zoodock::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

class TestProcessStream : public QObject, private ChildScene
{
    Q_OBJECT
public:
    explicit TestProcessStream(bool bulk)
        : m_bulk(bulk)
    {
    }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void speaksUntilStopped();
    void endsOnceWithItsExitCode_data();
    void endsOnceWithItsExitCode();
    void lastHalfLineComesBeforeTheEnd();
    void startNeverEmits();
    void stopBeforeTheFirstEffect();
    void stopAndStartAgain();
    void stopIsSilentForTheStubborn();
    void endedSlotMayStartAgain();
    void slotsMayDelete_data();
    void slotsMayDelete();
    void lineSlotMayRestart();
    void destructionIsSilent();
    void diesWithUs();
    void muchComesWholeAndInOrder();
    void bulkIsTakenInFewReadings();

private:
    [[nodiscard]] ProcessStream *stream(const QString &program = {})
    {
        CommandSpec spec;
        spec.program = program.isEmpty() ? m_docker->program() : program;
        spec.arguments = {u"events"_s};
        auto *const made = new ProcessStream(spec, m_reaper.get(), m_owner.get());
        made->setBulk(m_bulk);
        return made;
    }

    bool m_bulk;
};

void TestProcessStream::speaksUntilStopped()
{
    m_docker->rule({u"events"_s}).err("a warning\n").endless("event\n", 2ms);
    ProcessStream *const events = stream();
    QSignalSpy started(events, &ProcessStream::started);
    QSignalSpy lines(events, &ProcessStream::outputLine);
    QSignalSpy errors(events, &ProcessStream::errorLine);
    QSignalSpy ended(events, &ProcessStream::ended);
    events->start();
    events->start();
    QTRY_VERIFY(lines.count() >= 10);
    QCOMPARE(started.count(), 1);
    QCOMPARE(errors.count(), 1);
    QCOMPARE(lines.at(9).at(0).toByteArray(), "event");
    QVERIFY(events->isRunning());
    QCOMPARE(m_docker->calls().size(), 1);
    QCOMPARE(events->processId(), m_docker->calls().first().pid);
    events->stop();
    QVERIFY(!events->isRunning());
    QCOMPARE(events->processId(), 0);
    const auto heard = lines.count();
    QTRY_COMPARE(m_reaper->count(), 0);
    QTest::qWait(20);
    QCOMPARE(lines.count(), heard);
    QCOMPARE(ended.count(), 0);
}

void TestProcessStream::endsOnceWithItsExitCode_data()
{
    QTest::addColumn<int>("how"); // an exit code, -11 a crash, -1 no such program
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("exit 0") << 0 << 0 << ErrorKind::ProgramFailed;
    QTest::newRow("exit 1") << 1 << 1 << ErrorKind::ProgramFailed;
    QTest::newRow("crash") << -11 << -1 << ErrorKind::ProgramCrashed;
    QTest::newRow("missing") << -1 << -1 << ErrorKind::ProgramMissing;
}

void TestProcessStream::endsOnceWithItsExitCode()
{
    QFETCH(const int, how);
    FakeRule rule = m_docker->rule({});
    rule.err("the daemon went away\n");
    if (how == -11)
        rule.crash();
    rule.exit(how);
    ProcessStream *const events = stream(how == -1 ? u"/no/such/program"_s : QString());
    QSignalSpy ended(events, &ProcessStream::ended);
    bool runningInSlot = true;
    connect(events, &ProcessStream::ended, this, [&] { runningInSlot = events->isRunning(); });
    events->start();
    QTRY_COMPARE(ended.count(), 1);
    QTest::qWait(20);
    QCOMPARE(ended.count(), 1);
    QVERIFY(!runningInSlot);
    QTEST(ended.at(0).at(0).toInt(), "exitCode");
    const auto error = ended.at(0).at(1).value<Error>();
    QTEST(error.kind(), "kind");
    QVERIFY(error.detail().contains("events\n"_L1));
    if (how != -1)
        QVERIFY(error.detail().contains("stderr: the daemon went away"_L1));
}

void TestProcessStream::lastHalfLineComesBeforeTheEnd()
{
    m_docker->rule({}).out("whole\nhalf").err("ERR").exit(1);
    ProcessStream *const events = stream();
    QStringList order;
    connect(events, &ProcessStream::outputLine, this,
            [&](const QByteArray &line) { order += QString::fromUtf8(line); });
    connect(events, &ProcessStream::errorLine, this,
            [&](const QByteArray &line) { order += QString::fromUtf8(line); });
    connect(events, &ProcessStream::ended, this, [&] { order += u"ended"_s; });
    events->start();
    QTRY_VERIFY(order.contains(u"ended"_s));
    QCOMPARE(order.takeLast(), u"ended"_s);
    order.sort();
    QCOMPARE(order, (QStringList{u"ERR"_s, u"half"_s, u"whole"_s}));
}

void TestProcessStream::startNeverEmits()
{
    m_docker->rule({}).hang();
    for (const QString &program :
         {m_docker->program(), u"/no/such/program"_s, u"zoodock-no-such-program"_s}) {
        ProcessStream *const events = stream(program);
        QSignalSpy started(events, &ProcessStream::started);
        QSignalSpy ended(events, &ProcessStream::ended);
        events->start();
        QVERIFY(events->isRunning());
        QCOMPARE(started.count() + ended.count(), 0);
        QTRY_COMPARE(started.count() + ended.count(), 1);
    }
}

void TestProcessStream::stopBeforeTheFirstEffect()
{
    ProcessStream *const events = stream();
    QSignalSpy started(events, &ProcessStream::started);
    QSignalSpy ended(events, &ProcessStream::ended);
    events->stop();
    events->start();
    events->stop();
    events->stop();
    QTest::qWait(50);
    QCOMPARE(started.count() + ended.count(), 0);
    QVERIFY(m_docker->calls().isEmpty());
}

void TestProcessStream::stopAndStartAgain()
{
    m_docker->rule({}).times(1).ignoreSigterm().out("first, ha").endless("lf\n", 2ms);
    m_docker->rule({}).out("second\n").hang();
    ProcessStream *const events = stream();
    QSignalSpy lines(events, &ProcessStream::outputLine);
    QSignalSpy ended(events, &ProcessStream::ended);
    events->start();
    QTRY_VERIFY(!lines.isEmpty());
    lines.clear();
    events->stop();
    events->start();
    events->stop();
    events->start();
    QTRY_COMPARE(lines.count(), 1);
    QCOMPARE(lines.at(0).at(0).toByteArray(), "second");
    QCOMPARE(m_docker->calls().size(), 2);
    QTRY_COMPARE(m_reaper->count(), 0);
    QCOMPARE(ended.count(), 0);
    QVERIFY(events->isRunning());
}

void TestProcessStream::stopIsSilentForTheStubborn()
{
    m_docker->rule({}).ignoreSigterm().out("up\n").hang();
    ProcessStream *const stats = stream();
    QSignalSpy lines(stats, &ProcessStream::outputLine);
    QSignalSpy ended(stats, &ProcessStream::ended);
    stats->start();
    QTRY_COMPARE(lines.count(), 1);
    const qint64 pid = stats->processId();
    stats->stop();
    QCOMPARE(m_reaper->count(), 1);
    QVERIFY(isAlive(pid));
    QTRY_VERIFY(!isAlive(pid));
    QTRY_COMPARE(m_reaper->count(), 0);
    QCOMPARE(ended.count(), 0);
}

void TestProcessStream::endedSlotMayStartAgain()
{
    m_docker->rule({}).times(3).out("gone\n").exit(1);
    m_docker->rule({}).out("here\n").hang();
    ProcessStream *const events = stream();
    QSignalSpy lines(events, &ProcessStream::outputLine);
    QSignalSpy ended(events, &ProcessStream::ended);
    connect(events, &ProcessStream::ended, events, &ProcessStream::start);
    events->start();
    QTRY_COMPARE(lines.count(), 4);
    QCOMPARE(ended.count(), 3);
    QVERIFY(events->isRunning());
}

void TestProcessStream::slotsMayDelete_data()
{
    QTest::addColumn<bool>("inEnded");
    QTest::newRow("in ended()") << true;
    QTest::newRow("in outputLine()") << false;
}

void TestProcessStream::slotsMayDelete()
{
    QFETCH(const bool, inEnded);
    m_docker->rule({}).out("one\ntwo\n").exit(1);
    const QPointer<ProcessStream> events(stream());
    if (inEnded)
        connect(events, &ProcessStream::ended, this, [&] { delete events.data(); });
    else
        connect(events, &ProcessStream::outputLine, this, [&] { delete events.data(); });
    events->start();
    QTRY_VERIFY(events.isNull());
}

void TestProcessStream::lineSlotMayRestart()
{
    m_docker->rule({}).times(1).out("one\ntwo\nthree\n").hang();
    m_docker->rule({}).out("again\n").hang();
    ProcessStream *const events = stream();
    QList<QByteArray> lines;
    connect(events, &ProcessStream::outputLine, this, [&](const QByteArray &line) {
        lines += line;
        if (line == "one") {
            events->stop();
            events->start();
        }
    });
    events->start();
    QTRY_COMPARE(lines, (QList<QByteArray>{"one", "again"}));
}

void TestProcessStream::destructionIsSilent()
{
    m_docker->rule({}).out("up\n").hang();
    ProcessStream *const events = stream();
    QSignalSpy lines(events, &ProcessStream::outputLine);
    QSignalSpy ended(events, &ProcessStream::ended);
    events->start();
    QTRY_COMPARE(lines.count(), 1);
    const qint64 pid = events->processId();
    delete events;
    QTRY_VERIFY(!isAlive(pid));
    QCOMPARE(ended.count(), 0);
}

void TestProcessStream::diesWithUs()
{
    QProcess owner;
    owner.start(QStringLiteral(STREAMOWNER_EXECUTABLE), QStringList());
    QTRY_VERIFY_WITH_TIMEOUT(owner.canReadLine(), 30'000);
    const qint64 child = owner.readLine().trimmed().toLongLong();
    QVERIFY(child > 0);
    QVERIFY(isAlive(child));
    owner.kill();
    QTRY_COMPARE(owner.state(), QProcess::NotRunning);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(child), 30'000);
}

void TestProcessStream::muchComesWholeAndInOrder()
{
    constexpr int count = 300'000; // more than any pipe holds
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += QByteArray::number(i) + '\n';
    m_docker->rule({}).out(text + "half").err(text);
    ProcessStream *const events = stream();
    int next = 0;
    int nextError = 0;
    QByteArray last;
    connect(events, &ProcessStream::outputLine, this, [&](const QByteArray &line) {
        next += line == QByteArray::number(next) ? 1 : 0;
        last = line;
    });
    connect(events, &ProcessStream::errorLine, this,
            [&](const QByteArray &line) { nextError += line == QByteArray::number(nextError) ? 1 : 0; });
    QSignalSpy ended(events, &ProcessStream::ended);
    events->start();
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 60'000);
    QCOMPARE(next, count);
    QCOMPARE(nextError, count);
    QCOMPARE(last, "half");
}

void TestProcessStream::bulkIsTakenInFewReadings()
{
    if (!m_bulk)
        return;
    m_docker->rule({}).endless("x\n", 1ms);
    ProcessStream *const events = stream();
    int lines = 0;
    int readings = 0;
    bool inReading = false;
    connect(events, &ProcessStream::outputLine, this, [&] {
        ++lines;
        if (std::exchange(inReading, true))
            return;
        ++readings;
        QMetaObject::invokeMethod(
            events, [&] { inReading = false; }, Qt::QueuedConnection);
    });
    events->start();
    QTRY_VERIFY_WITH_TIMEOUT(lines >= 200, 30'000);
    QVERIFY2(readings <= lines / 3, qPrintable(u"%1 readings for %2 lines"_s.arg(readings).arg(lines)));
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    TestProcessStream plain(false);
    TestProcessStream bulk(true);
    const int failures = QTest::qExec(&plain, argc, argv);
    return failures + QTest::qExec(&bulk, argc, argv);
}

#include "tst_processstream.moc"
