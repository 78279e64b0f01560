// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/activitylog.h"
#include "clusters/clustertask.h"
#include "fakes/patience.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

/// Does what the test says.
class ScriptedTask : public ClusterTask
{
public:
    explicit ScriptedTask(int steps = 2)
        : ClusterTask(u"orders"_s, u"Create orders"_s, nullptr)
    {
        QList<TaskStep> list(steps);
        for (int i = 0; i < steps; ++i)
            list[i].sentence = u"step %1"_s.arg(i);
        setSteps(list);
    }
    using ClusterTask::noteCommand;
    using ClusterTask::setStep;
    using ClusterTask::setUndoing;
    void end() { succeed(); }
    void end(const Error &error) { fail(error); }

protected:
    void begin() override { markBegun(); }
};

} // namespace

class TestActivityLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<ClusterTask *>("zoodock::ClusterTask*"); }
    void newestFirstAndOwned();
    void tellsOfChanges();
    void dismissesOnlyWhatEnded();
    void dropsOldSuccessesOnly();
    void stepTimes();
    void currentSentence();
    void commandsOnce();
    void wordsDiffer();

private:
    static ScriptedTask *running(ActivityLog &log)
    {
        auto *const task = new ScriptedTask;
        log.add(task);
        task->start();
        QTest::qWait(0);
        return task;
    }
};

void TestActivityLog::newestFirstAndOwned()
{
    QPointer<ScriptedTask> first = new ScriptedTask;
    QPointer<ScriptedTask> second = new ScriptedTask;
    {
        ActivityLog log;
        const QSignalSpy added(&log, &ActivityLog::taskAdded);
        log.add(first);
        log.add(second);
        QCOMPARE(log.tasks(), (QList<ClusterTask *>{second, first}));
        QCOMPARE(added.count(), 2);
        QCOMPARE(log.runningCount(), 0);
        first->start();
        QCOMPARE(log.runningCount(), 1);
    }
    QVERIFY(!first && !second);
}

void TestActivityLog::tellsOfChanges()
{
    ActivityLog log;
    ScriptedTask *const task = running(log);
    const QSignalSpy changed(&log, &ActivityLog::taskChanged);
    const QSignalSpy finished(&log, &ActivityLog::taskFinished);
    task->setStep(0, StepState::Running);
    task->noteCommand(u"docker ps"_s);
    QCOMPARE(changed.count(), 2);
    task->end();
    QCOMPARE(finished.count(), 1);
    QCOMPARE(log.tasks().size(), 1);
    QCOMPARE(log.runningCount(), 0);
}

void TestActivityLog::dismissesOnlyWhatEnded()
{
    ActivityLog log;
    ScriptedTask *const task = running(log);
    log.dismiss(task);
    QCOMPARE(log.tasks().size(), 1);
    task->end(Error(ErrorKind::PortInUse, u"taken"_s));
    QCOMPARE(log.tasks().size(), 1); // a failure stays until it was read
    const QSignalSpy about(&log, &ActivityLog::taskAboutToBeRemoved);
    const QSignalSpy removed(&log, &ActivityLog::taskRemoved);
    log.dismiss(task);
    QCOMPARE(log.tasks().size(), 0);
    QCOMPARE(about.count(), 1);
    QCOMPARE(removed.count(), 1);
}

void TestActivityLog::dropsOldSuccessesOnly()
{
    ActivityLog log;
    ScriptedTask *const failed = running(log);
    failed->end(Error(ErrorKind::Timeout, u"slow"_s));
    QPointer<ScriptedTask> oldest = running(log);
    oldest->end();
    for (int i = 0; i < 50; ++i)
        running(log)->end();
    QCOMPARE(log.tasks().size(), 51);
    QVERIFY(log.tasks().contains(failed));
    QTRY_VERIFY(!oldest);
}

void TestActivityLog::stepTimes()
{
    ActivityLog log;
    ScriptedTask *const task = running(log);
    QCOMPARE(task->steps().at(0).startedAt.count(), -1);
    task->setStep(0, StepState::Running);
    QTest::qWait(20);
    task->setStep(0, StepState::Done);
    const auto took = task->steps().at(0).elapsed;
    QVERIFY(took.count() >= 15);
    task->setStep(0, StepState::Undoing);
    QTest::qWait(20);
    task->setStep(0, StepState::Undone);
    QCOMPARE(task->steps().at(0).elapsed, took); // the way back does not count
    task->end();
    const auto total = task->elapsed();
    QVERIFY(total >= took);
    QTest::qWait(20);
    QCOMPARE(task->elapsed(), total);
    QVERIFY(task->begun().isValid());
}

void TestActivityLog::currentSentence()
{
    ActivityLog log;
    ScriptedTask *const task = running(log);
    QCOMPARE(task->currentSentence(), QString());
    task->setStep(1, StepState::Running);
    QCOMPARE(task->currentSentence(), u"step 1"_s);
    task->setStep(1, StepState::Running, u"2/3"_s);
    QCOMPARE(task->currentSentence(), u"step 1: 2/3"_s);
    task->setStep(1, StepState::Undoing);
    QCOMPARE(task->currentSentence(), u"step 1"_s);
    task->setStep(1, StepState::Undone);
    QCOMPARE(task->currentSentence(), QString());
}

void TestActivityLog::commandsOnce()
{
    ScriptedTask task;
    const QSignalSpy changed(&task, &ClusterTask::commandsChanged);
    task.noteCommand(u"docker a"_s);
    task.noteCommand(u"docker b"_s);
    task.noteCommand(u"docker a"_s); // planned, and now issued
    QCOMPARE(task.commands(), (QStringList{u"docker a"_s, u"docker b"_s}));
    QCOMPARE(changed.count(), 2);
}

void TestActivityLog::wordsDiffer()
{
    QSet<QString> words;
    for (const StepState state : {StepState::Waiting, StepState::Running, StepState::Done, StepState::Failed,
                                  StepState::Cancelled, StepState::Undoing, StepState::Undone,
                                  StepState::UndoFailed, StepState::NotBegun, StepState::Unfinished})
        words.insert(wordFor(state));
    QCOMPARE(words.size(), int(stepStates));
    QVERIFY(!words.contains(QString()));
}

QTEST_GUILESS_MAIN(TestActivityLog)
#include "tst_activitylog.moc"
