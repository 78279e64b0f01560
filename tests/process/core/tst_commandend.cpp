// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commands that are made to end: cancel, deadline, destruction; and what is left of their processes.
#include "childscene.h"

#include "core/processrunner.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <csignal>

using namespace zoodock;
using namespace zoodock::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

class TestCommandEnd : public QObject, private ChildScene
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void deadlineEndsIt();
    void watchdogIsFedByLines();
    void watchdogEndsTheSilent();
    void cancelDoesNotWait();
    void cancelWaitsIfAsked_data();
    void cancelWaitsIfAsked();
    void deadlineWaitsIfAsked();
    void cancelBeforeAndRightAfterTheStart();
    void cancelOfAMissingProgram();
    void cancelReachesGrandchildren();
    void blockedSignalsAreNotInherited();
    void destructionLeavesNothing();
    void lineSlotMayCancel();
    void lineSlotMayDelete_data();
    void lineSlotMayDelete();
    void outlivesItsRunner();

private:
    [[nodiscard]] CommandSpec spec() const
    {
        CommandSpec spec;
        spec.program = m_docker->program();
        spec.arguments = {u"x"_s};
        return spec;
    }
    /// Started, and the process has said its first line.
    [[nodiscard]] Command *speaking()
    {
        auto *const command = new Command(spec(), m_reaper.get(), m_owner.get());
        QSignalSpy lines(command, &Command::outputLine);
        command->start();
        if (!lines.wait(30'000))
            qWarning("the command did not speak");
        return command;
    }
    [[nodiscard]] qint64 pid() const { return m_docker->calls().constLast().pid; }
};

void TestCommandEnd::deadlineEndsIt()
{
    m_docker->rule({}).out("one\n").err("waiting for the daemon\n").hang();
    CommandSpec slow = spec();
    slow.deadline = 500ms;
    Command command(slow, m_reaper.get(), nullptr);
    QSignalSpy finished(&command, &Operation::finished);
    command.start();
    QTRY_COMPARE(finished.count(), 1);
    const Error &error = command.outcome().error();
    QCOMPARE(error.kind(), ErrorKind::Timeout);
    QVERIFY(error.message().contains(slow.program));
    QVERIFY(error.detail().startsWith(slow.display()));
    QTRY_COMPARE(m_reaper->count(), 0);
    QTest::qWait(20);
    QCOMPARE(finished.count(), 1);
}

void TestCommandEnd::watchdogIsFedByLines()
{
    FakeRule rule = m_docker->rule({});
    for (int i = 0; i < 20; ++i)
        (i % 2 ? rule.out("layer\n") : rule.err("layer\n")).wait(200ms);
    CommandSpec pull = spec();
    pull.deadline = 3s; // less than all lines take, and enough for a slow start
    Command command(pull, m_reaper.get(), nullptr);
    command.setDeadlineIsWatchdog(true);
    command.start();
    QTRY_VERIFY_WITH_TIMEOUT(command.isFinished(), 30'000);
    QVERIFY2(command.succeeded(), qPrintable(command.error().toString()));
    QCOMPARE(command.value().standardOutput.count('\n'), 10);
}

void TestCommandEnd::watchdogEndsTheSilent()
{
    m_docker->rule({}).out("layer\n").out("no line end").hang();
    CommandSpec pull = spec();
    pull.deadline = 300ms;
    Command command(pull, m_reaper.get(), nullptr);
    command.setDeadlineIsWatchdog(true);
    command.start();
    QTRY_VERIFY(command.isFinished());
    QCOMPARE(command.outcome().error().kind(), ErrorKind::Timeout);
}

void TestCommandEnd::cancelDoesNotWait()
{
    m_docker->rule({}).ignoreSigterm().out("up\n").err("half an error").hang();
    Command *const command = speaking();
    QSignalSpy finished(command, &Operation::finished);
    command->cancel();
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(command->outcome().error().kind(), ErrorKind::Cancelled);
    // SIGTERM is ignored: only the escalation ends it.
    QCOMPARE(m_reaper->count(), 1);
    QVERIFY(isAlive(pid()));
    QTRY_COMPARE(m_reaper->count(), 0);
    QVERIFY(!isAlive(pid()));
}

void TestCommandEnd::cancelWaitsIfAsked_data()
{
    QTest::addColumn<bool>("ignoresSigterm");
    QTest::newRow("follows SIGTERM") << false;
    QTest::newRow("ignores SIGTERM") << true;
}

void TestCommandEnd::cancelWaitsIfAsked()
{
    QFETCH(const bool, ignoresSigterm);
    FakeRule rule = m_docker->rule({});
    if (ignoresSigterm)
        rule.ignoreSigterm();
    rule.err("created 4711\n").out("up\n").hang();
    Command *const command = speaking();
    command->setWaitForExitOnCancel(true);
    QSignalSpy finished(command, &Operation::finished);
    bool goneInSlot = false;
    connect(command, &Operation::finished, this, [&] { goneInSlot = !isAlive(pid()); });
    command->cancel();
    command->cancel();
    QVERIFY(!command->isFinished());
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(goneInSlot);
    QCOMPARE(command->outcome().error().kind(), ErrorKind::Cancelled);
    QVERIFY(command->outcome().error().detail().contains("created 4711"_L1));
    QCOMPARE(m_reaper->count(), 0);
}

void TestCommandEnd::deadlineWaitsIfAsked()
{
    m_docker->rule({}).ignoreSigterm().out("up\n").hang();
    CommandSpec slow = spec();
    slow.deadline = 500ms;
    Command command(slow, m_reaper.get(), nullptr);
    command.setWaitForExitOnCancel(true);
    command.start();
    QTRY_VERIFY(command.isFinished());
    QCOMPARE(command.outcome().error().kind(), ErrorKind::Timeout);
    QCOMPARE(childProcesses(), QList<qint64>());
}

void TestCommandEnd::cancelBeforeAndRightAfterTheStart()
{
    m_docker->rule({}).hang();
    Command idle(spec(), m_reaper.get(), nullptr);
    Command queued(spec(), m_reaper.get(), nullptr);
    idle.cancel();
    queued.start();
    queued.cancel();
    QTRY_VERIFY(idle.isFinished() && queued.isFinished());
    QCOMPARE(idle.outcome().error().kind(), ErrorKind::Cancelled);
    QCOMPARE(queued.outcome().error().kind(), ErrorKind::Cancelled);
    QVERIFY(m_docker->calls().isEmpty());
    for (const bool wait : {false, true}) {
        // Forked, perhaps not yet the program.
        Command command(spec(), m_reaper.get(), nullptr);
        command.setWaitForExitOnCancel(wait);
        command.start();
        QTRY_VERIFY(!childProcesses().isEmpty());
        command.cancel();
        QTRY_VERIFY(command.isFinished());
        QCOMPARE(command.outcome().error().kind(), ErrorKind::Cancelled);
        QTRY_COMPARE(childProcesses(), QList<qint64>());
    }
}

void TestCommandEnd::cancelOfAMissingProgram()
{
    CommandSpec missing = spec();
    missing.program = u"/no/such/program"_s;
    for (const bool wait : {false, true}) {
        Command command(missing, m_reaper.get(), nullptr);
        command.setWaitForExitOnCancel(wait);
        QSignalSpy finished(&command, &Operation::finished);
        // After begin(), before the failure is reported.
        command.start();
        QMetaObject::invokeMethod(&command, &Operation::cancel, Qt::QueuedConnection);
        QTRY_COMPARE(finished.count(), 1);
        QTest::qWait(20);
        QCOMPARE(finished.count(), 1);
        const ErrorKind kind = command.outcome().error().kind();
        QVERIFY(kind == ErrorKind::Cancelled || kind == ErrorKind::ProgramMissing);
    }
}

void TestCommandEnd::cancelReachesGrandchildren()
{
    CommandSpec plugin;
    plugin.program = u"/bin/sh"_s;
    plugin.arguments = {u"-c"_s, u"sleep 1000 & echo $!; wait"_s};
    Command command(plugin, m_reaper.get(), nullptr);
    QSignalSpy lines(&command, &Command::outputLine);
    command.start();
    QTRY_COMPARE(lines.count(), 1);
    const qint64 grandchild = lines.at(0).at(0).toByteArray().toLongLong();
    QVERIFY(isAlive(grandchild));
    command.cancel();
    QTRY_VERIFY(!isAlive(grandchild));
}

void TestCommandEnd::blockedSignalsAreNotInherited()
{
    m_reaper = std::make_unique<ProcessReaper>(10min);
    sigset_t terminate;
    sigset_t before;
    sigemptyset(&terminate);
    sigaddset(&terminate, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &terminate, &before);
    m_docker->rule({}).out("up\n").hang();
    Command *const command = speaking();
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    command->cancel();
    // Long before the escalation.
    QTRY_COMPARE_WITH_TIMEOUT(m_reaper->count(), 0, 30'000);
    QVERIFY(!isAlive(pid()));
}

void TestCommandEnd::destructionLeavesNothing()
{
    m_docker->rule({}).ignoreSigterm().out("up\n").hang();
    Command *const command = speaking();
    QSignalSpy finished(command, &Operation::finished);
    const qint64 child = pid();
    delete command;
    QCOMPARE(m_reaper->count(), 1);
    QTRY_COMPARE(m_reaper->count(), 0);
    QVERIFY(!isAlive(child));
    QCOMPARE(finished.count(), 0);
}

void TestCommandEnd::lineSlotMayCancel()
{
    m_docker->rule({}).out("one\ntwo\nthree\n").hang();
    Command command(spec(), m_reaper.get(), nullptr);
    QList<QByteArray> lines;
    connect(&command, &Command::outputLine, &command, [&](const QByteArray &line) {
        lines += line;
        command.cancel();
    });
    QSignalSpy finished(&command, &Operation::finished);
    command.start();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(command.outcome().error().kind(), ErrorKind::Cancelled);
    QCOMPARE(lines, QList<QByteArray>{"one"});
}

void TestCommandEnd::lineSlotMayDelete_data()
{
    QTest::addColumn<bool>("atTheEnd");
    QTest::addColumn<bool>("reaper");
    QTest::newRow("while it runs") << false << true;
    QTest::newRow("with its last words") << true << true;
    QTest::newRow("while it runs, without a reaper") << false << false;
}

void TestCommandEnd::lineSlotMayDelete()
{
    QFETCH(const bool, atTheEnd);
    QFETCH(const bool, reaper);
    FakeRule rule = m_docker->rule({});
    rule.out(atTheEnd ? "last words" : "one\ntwo\n");
    if (!atTheEnd)
        rule.hang();
    const QPointer<Command> command(new Command(spec(), reaper ? m_reaper.get() : nullptr, nullptr));
    int lines = 0;
    connect(command, &Command::outputLine, this, [&] {
        ++lines;
        delete command.data();
    });
    command->start();
    QTRY_VERIFY(command.isNull());
    QTRY_COMPARE(childProcesses(), QList<qint64>());
    QCOMPARE(lines, 1);
}

void TestCommandEnd::outlivesItsRunner()
{
    m_docker->rule({}).ignoreSigterm().out("up\n").hang();
    Command *const command = speaking();
    QSignalSpy finished(command, &Operation::finished);
    m_reaper.reset();
    command->cancel();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(childProcesses(), QList<qint64>());
}

QTEST_GUILESS_MAIN(TestCommandEnd)
#include "tst_commandend.moc"
