// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/activitylog.h"
#include "clusters/operationtask.h"
#include "fakes/fakeoperation.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

class TestOperationTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<ClusterTask *>("zoodock::ClusterTask*"); }
    void init();
    void cleanup();
    void followsOneAfterTheOther();
    void tellsHowFarItIs();
    void oneOperationForTwoSteps();
    void failsWithIt();
    void cancelCancelsTheOperation();
    void cancelledTooLateSucceeds();
    void saysWhatACancelLeft();
    void endsWithADestroyedOperation();
    void endsWhereNobodyGoesOn();
    void changesNoCluster();
    void rowOnlyForWhatLasts();
    void rowForQuickFailures();
    void successSettlesWhatFailed();
    void whatOthersDidIsNoFailure();
    void tellsWhereElseItIsToldOf();

private:
    FakeOperation *operation()
    {
        auto *const made = new FakeOperation(m_owner.get());
        made->start();
        return made;
    }
    QPointer<OperationTask> addIfItLasts(FakeOperation *work, ActivityLog::Quick quick,
                                         std::chrono::milliseconds moment)
    {
        auto *const task = new OperationTask(u"orders"_s, u"Count /app"_s, {u"Count"_s}, nullptr);
        task->follow(work, 0);
        m_log->addIfItLasts(task, quick, moment);
        return task;
    }
    [[nodiscard]] QList<StepState> states() const
    {
        QList<StepState> states;
        for (const TaskStep &step : m_task->steps())
            states += step.state;
        return states;
    }

    std::unique_ptr<ActivityLog> m_log;
    std::unique_ptr<QObject> m_owner;
    OperationTask *m_task = nullptr;
};

void TestOperationTask::init()
{
    m_log = std::make_unique<ActivityLog>();
    m_owner = std::make_unique<QObject>();
    m_task = new OperationTask(u"orders"_s, u"Export /app of orders"_s, {u"Read"_s, u"Write"_s}, nullptr);
    m_log->add(m_task);
}

void TestOperationTask::cleanup()
{
    m_owner.reset();
    m_log.reset();
}

void TestOperationTask::followsOneAfterTheOther()
{
    QCOMPARE(m_log->runningCount(), 1);
    QVERIFY(m_task->begun().isValid());
    QCOMPARE(states(), (QList{StepState::Waiting, StepState::Waiting}));
    FakeOperation *const reading = operation();
    FakeOperation *const writing = operation();
    connect(reading, &Operation::finished, this, [this, writing] { m_task->follow(writing, 1); });
    m_task->follow(reading, 0);
    QCOMPARE(states(), (QList{StepState::Running, StepState::Waiting}));
    reading->succeed();
    QTest::qWait(0);
    QCOMPARE(states(), (QList{StepState::Done, StepState::Running}));
    QCOMPARE(m_task->currentSentence(), u"Write"_s);
    QVERIFY(!m_task->isFinished());
    delete reading; // no longer of interest
    QTest::qWait(0);
    QVERIFY(!m_task->isFinished());
    writing->succeed();
    QVERIFY(m_task->succeeded());
    QCOMPARE(states(), (QList{StepState::Done, StepState::Done}));
    QVERIFY(m_task->commands().isEmpty());
}

void TestOperationTask::tellsHowFarItIs()
{
    const QSignalSpy changed(m_log.get(), &ActivityLog::taskChanged);
    m_task->follow(operation(), 0);
    QCOMPARE(m_task->progress(), 0.0);
    m_task->tell(0, 3, 6, u"3 of 6"_s);
    QCOMPARE(m_task->progress(), 0.25);
    QCOMPARE(m_task->currentSentence(), u"Read: 3 of 6"_s);
    QCOMPARE(changed.count(), 2);
    m_task->tell(0, 9, 6, u"9 of 6"_s); // others made some
    QCOMPARE(m_task->progress(), 0.5);
    m_task->tell(0, 9, 0, u"9"_s);
    QCOMPARE(m_task->progress(), 0.0);
    m_task->tell(1, 1, 2, u"not its step"_s);
    QCOMPARE(m_task->currentSentence(), u"Read: 9"_s);
    OperationTask alone(u"orders"_s, u"Count"_s, {u"Count"_s}, nullptr);
    alone.follow(operation(), 0);
    QVERIFY(alone.progress() < 0);
    alone.tell(0, 1, 4, u"1 of 4"_s);
    QCOMPARE(alone.progress(), 0.25);
}

void TestOperationTask::oneOperationForTwoSteps()
{
    FakeOperation *const change = operation();
    m_task->follow(change, 1);
    m_task->tell(0, 3, 6, u"3 of 6"_s);
    m_task->tell(1, 1, 6, u"1 of 6"_s);
    QCOMPARE(states(), (QList{StepState::Done, StepState::Running}));
    QCOMPARE(m_task->steps().at(0).detail, QString()); // it came to its end without telling
    m_task->tell(0, 6, 6, u"once more"_s);             // what is behind stays
    QCOMPARE(m_task->currentSentence(), u"Write: 1 of 6"_s);
    m_task->tell(1, 6, 6, u"6 of 6"_s);
    change->succeed();
    QVERIFY(m_task->succeeded());
    QCOMPARE(m_task->steps().at(1).detail, u"6 of 6"_s);
}

void TestOperationTask::failsWithIt()
{
    FakeOperation *const reading = operation();
    m_task->follow(reading, 0);
    reading->fail(Error(ErrorKind::NoAuth, u"/app/secret may not be read."_s));
    QVERIFY(m_task->hasFailed());
    QCOMPARE(m_task->error().message(), u"/app/secret may not be read."_s);
    QCOMPARE(states(), (QList{StepState::Failed, StepState::Waiting}));
    QCOMPARE(m_log->tasks().size(), 1);
}

void TestOperationTask::cancelCancelsTheOperation()
{
    FakeOperation *const reading = operation();
    m_task->follow(reading, 0);
    QTest::qWait(0);
    m_task->tell(0, 3, 6, u"3 of 6"_s);
    m_task->cancel();
    QTRY_VERIFY(m_task->isFinished());
    QCOMPARE(reading->aborts, 1);
    QCOMPARE(m_task->error().kind(), ErrorKind::Cancelled);
    QVERIFY(!m_task->hasFailed());
    QCOMPARE(states(), (QList{StepState::Cancelled, StepState::Waiting}));
    QCOMPARE(m_task->steps().at(0).detail, u"3 of 6"_s);
}

void TestOperationTask::cancelledTooLateSucceeds()
{
    FakeOperation *const writing = operation();
    writing->onAbort = [](FakeOperation &self, const Error &) { self.succeed(); };
    m_task->follow(writing, 1);
    QTest::qWait(0);
    m_task->cancel();
    QTRY_VERIFY(m_task->isFinished());
    QVERIFY(m_task->succeeded());
}

void TestOperationTask::saysWhatACancelLeft()
{
    bool half = false;
    m_task->setWhenCancelled([&half] { return half ? u"Half of it is deleted."_s : QString(); });
    FakeOperation *const change = operation();
    m_task->follow(change, 1);
    QTest::qWait(0);
    half = true;      // asked at the end
    change->cancel(); // on its page
    QTRY_VERIFY(m_task->isFinished());
    QCOMPARE(m_task->error().kind(), ErrorKind::Cancelled);
    QCOMPARE(m_task->error().message(), u"Half of it is deleted."_s);
}

void TestOperationTask::endsWithADestroyedOperation()
{
    m_task->follow(operation(), 0);
    QTest::qWait(0);
    m_owner.reset();
    QVERIFY(m_task->isFinished());
    QCOMPARE(m_task->error().kind(), ErrorKind::Cancelled);
}

void TestOperationTask::endsWhereNobodyGoesOn()
{
    FakeOperation *const reading = operation();
    m_task->follow(reading, 0);
    reading->succeed();
    QVERIFY(!m_task->isFinished());
    QTRY_VERIFY(m_task->isFinished());
    QCOMPARE(m_task->error().kind(), ErrorKind::Cancelled);
    QCOMPARE(states(), (QList{StepState::Done, StepState::Cancelled}));
}

void TestOperationTask::changesNoCluster()
{
    QCOMPARE(m_log->runningCount(), 1);
    QCOMPARE(m_log->runningChanges(), 0);
    FakeOperation *const reading = operation();
    m_task->follow(reading, 0);
    reading->fail(Error(ErrorKind::NoAuth, u"no"_s));
    const auto records = m_log->records();
    QCOMPARE(records.size(), size_t(1));
    QVERIFY(!records.front()->changesCluster());
}

void TestOperationTask::rowOnlyForWhatLasts()
{
    const auto make = [this](FakeOperation *work) {
        return addIfItLasts(work, ActivityLog::Quick::Nothing, std::chrono::milliseconds(30));
    };
    FakeOperation *const quick = operation();
    FakeOperation *const slow = operation();
    const QPointer<OperationTask> quickTask = make(quick);
    const QPointer<OperationTask> slowTask = make(slow);
    QCOMPARE(m_log->tasks().size(), 1);
    quick->fail(Error(ErrorKind::NoAuth, u"told on its page"_s));
    QTRY_COMPARE(m_log->tasks().size(), 2);
    QCOMPARE(m_log->tasks().constFirst(), slowTask);
    QTRY_VERIFY(!quickTask);
    const QSignalSpy finished(m_log.get(), &ActivityLog::taskFinished);
    slow->succeed();
    QCOMPARE(finished.count(), 1);
    QTest::qWait(50);
    QVERIFY(slowTask);
}

void TestOperationTask::rowForQuickFailures()
{
    constexpr std::chrono::hours never{1};
    const QSignalSpy finished(m_log.get(), &ActivityLog::taskFinished);
    FakeOperation *const failing = operation();
    FakeOperation *const succeeding = operation();
    FakeOperation *const cancelled = operation();
    const auto failed = addIfItLasts(failing, ActivityLog::Quick::Failures, never);
    const auto succeeded = addIfItLasts(succeeding, ActivityLog::Quick::Failures, never);
    const auto stopped = addIfItLasts(cancelled, ActivityLog::Quick::Failures, never);
    QCOMPARE(m_log->tasks().size(), 1);
    succeeding->succeed();
    failing->fail(Error(ErrorKind::FileUnwritable, u"no room"_s));
    cancelled->cancel();
    QTRY_VERIFY(!succeeded && !stopped);
    QCOMPARE(m_log->tasks().size(), 2);
    QCOMPARE(m_log->tasks().constFirst(), failed);
    QVERIFY(failed->hasFailed());
    QCOMPARE(finished.count(), 1); // for the history
}

void TestOperationTask::successSettlesWhatFailed()
{
    constexpr std::chrono::hours never{1};
    constexpr std::chrono::milliseconds soon{20};
    const auto fails = [this, never] {
        FakeOperation *const failing = operation();
        const auto failed = addIfItLasts(failing, ActivityLog::Quick::Failures, never);
        failing->fail(Error(ErrorKind::FileUnwritable, u"no room"_s));
        return failed;
    };
    const auto first = fails();
    FakeOperation *const slow = operation();
    const auto lasting = addIfItLasts(slow, ActivityLog::Quick::Failures, soon);
    QTRY_COMPARE(m_log->tasks().size(), 3);
    QVERIFY(!first->isRead());
    slow->succeed();
    QVERIFY(first->isRead()); // the row of the success stands above it
    const auto second = fails();
    QVERIFY(!second->isRead());
    FakeOperation *const quick = operation();
    addIfItLasts(quick, ActivityLog::Quick::Failures, never);
    quick->succeed(); // without a row
    QTRY_VERIFY(!first && !second);
    QCOMPARE(m_log->tasks(), (QList<ClusterTask *>{lasting, m_task}));

    const auto third = fails();
    auto *const another = new OperationTask(u"orders"_s, u"Count /other"_s, {u"Count"_s}, nullptr);
    m_log->add(another);
    FakeOperation *const work = operation();
    another->follow(work, 0);
    work->succeed();
    QVERIFY(third && !third->isRead());
}

void TestOperationTask::whatOthersDidIsNoFailure()
{
    for (const ErrorKind kind : {ErrorKind::VersionConflict, ErrorKind::NotEmpty}) {
        OperationTask task(u"orders"_s, u"Delete /app"_s, {u"Read"_s, u"Delete"_s}, nullptr);
        FakeOperation *const change = operation();
        task.follow(change, 1);
        task.tell(1, 1, 2, u"1 of 2"_s);
        change->fail(Error(kind, u"Somebody else has created /app/new meanwhile."_s));
        QVERIFY(task.isFinished() && task.metOthers() && !task.hasFailed());
        QCOMPARE(task.steps().at(1).state, StepState::Unfinished);
        QCOMPARE(task.words().of(task), u"Not finished"_s);
        QCOMPARE(task.endSentence(), u"Somebody else has created /app/new meanwhile."_s);
        QVERIFY(task.record()->metOthers());
    }
}

void TestOperationTask::tellsWhereElseItIsToldOf()
{
    const QSignalSpy changed(m_log.get(), &ActivityLog::taskChanged);
    m_task->setFailureOnPage(true);
    QCOMPARE(changed.count(), 1);
    m_task->setFailureOnPage(true);
    QCOMPARE(changed.count(), 1);
    m_task->setFailureOnPage(false);
    QCOMPARE(changed.count(), 2);
}

QTEST_GUILESS_MAIN(TestOperationTask)
#include "tst_operationtask.moc"
