// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/processreaper.h"

#include "fakes/messagewatch.h"
#include "fakes/patience.h"
#include "fakes/processtable.h"

#include <QtCore/QProcess>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString ignoring = u"trap '' TERM; echo up; while :; do sleep 0.05; done"_s;
const QString following = u"echo up; exec sleep 1000"_s;

} // namespace

class TestProcessReaper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_messages = std::make_unique<MessageWatch>(); }
    void cleanup()
    {
        QTRY_COMPARE(childProcesses(), QList<qint64>());
        QCOMPARE(m_messages->take(), QStringList());
        m_messages.reset();
    }

    void followsSigtermWithinTheGrace();
    void killsAfterTheGrace();
    void takesTheTalkative();
    void takesTheEndedAndTheUnstarted();
    void takesTheOneThatCannotStart();
    void disconnectsTheFormerOwner();
    void destructionKillsAtOnce();

private:
    /// Running, and past the point where it decides about SIGTERM.
    static QProcess *start(const QString &script)
    {
        auto *const process = new QProcess;
        process->start(u"/bin/sh"_s, {u"-c"_s, script});
        QSignalSpy spoke(process, &QProcess::readyReadStandardOutput);
        if (!spoke.wait(30'000))
            qWarning("the process did not speak");
        return process;
    }

    std::unique_ptr<MessageWatch> m_messages;
};

void TestProcessReaper::followsSigtermWithinTheGrace()
{
    ProcessReaper reaper(10min);
    QSignalSpy emptied(&reaper, &ProcessReaper::emptied);
    const QPointer<QProcess> process(start(following));
    reaper.reap(process);
    reaper.reap(process);
    reaper.reap(nullptr);
    QCOMPARE(reaper.count(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(emptied.count(), 1, 30'000);
    QCOMPARE(reaper.count(), 0);
    QTRY_VERIFY(process.isNull());
    QCOMPARE(emptied.count(), 1);
}

void TestProcessReaper::killsAfterTheGrace()
{
    ProcessReaper reaper(300ms);
    QSignalSpy emptied(&reaper, &ProcessReaper::emptied);
    QElapsedTimer time;
    QProcess *const first = start(ignoring);
    QProcess *const second = start(ignoring);
    time.start();
    reaper.reap(first);
    reaper.reap(second);
    QCOMPARE(reaper.count(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(emptied.count(), 1, 30'000);
    // It did get its grace.
    QVERIFY(time.elapsed() >= 250);
    QCOMPARE(reaper.count(), 0);
}

void TestProcessReaper::takesTheTalkative()
{
    ProcessReaper reaper(300ms);
    QSignalSpy emptied(&reaper, &ProcessReaper::emptied);
    reaper.reap(start(u"trap '' TERM; while :; do echo 0123456789; echo x >&2; done"_s));
    QTRY_COMPARE_WITH_TIMEOUT(emptied.count(), 1, 30'000);
}

void TestProcessReaper::takesTheEndedAndTheUnstarted()
{
    ProcessReaper reaper;
    const QPointer<QProcess> unstarted(new QProcess);
    reaper.reap(unstarted);
    const QPointer<QProcess> ended(new QProcess);
    ended->start(u"/bin/true"_s, QStringList());
    QTRY_COMPARE(ended->state(), QProcess::NotRunning);
    reaper.reap(ended);
    QCOMPARE(reaper.count(), 0);
    QTRY_VERIFY(unstarted.isNull() && ended.isNull());
}

void TestProcessReaper::takesTheOneThatCannotStart()
{
    ProcessReaper reaper;
    const QPointer<QProcess> process(new QProcess);
    process->start(u"/no/such/program"_s, QStringList());
    reaper.reap(process);
    QTRY_COMPARE(reaper.count(), 0);
    QTRY_VERIFY(process.isNull());
}

void TestProcessReaper::disconnectsTheFormerOwner()
{
    ProcessReaper reaper(300ms);
    QProcess *const process = start(following);
    int heard = 0;
    connect(process, &QProcess::finished, this, [&] { ++heard; });
    connect(process, &QProcess::errorOccurred, this, [&] { ++heard; });
    reaper.reap(process);
    QTRY_COMPARE(reaper.count(), 0);
    QCOMPARE(heard, 0);
}

void TestProcessReaper::destructionKillsAtOnce()
{
    auto reaper = std::make_unique<ProcessReaper>(10min);
    QList<qint64> pids;
    for (int i = 0; i < 5; ++i) {
        QProcess *const process = start(ignoring);
        pids += process->processId();
        reaper->reap(process);
    }
    QCOMPARE(reaper->count(), 5);
    reaper.reset();
    for (const qint64 pid : std::as_const(pids))
        QVERIFY(!isAlive(pid));
    // No zombie either, and without the help of the event loop.
    QCOMPARE(childProcesses(), QList<qint64>());
}

QTEST_GUILESS_MAIN(TestProcessReaper)
#include "tst_processreaper.moc"
