// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sequence.h"

#include "fakes/fakeoperation.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr auto CancelOthers = Parallel::OnFailure::CancelOthers;
constexpr auto FinishOthers = Parallel::OnFailure::FinishOthers;

/// Steps that run until the test settles them.
struct Steps
{
    QList<QPointer<FakeOperation>> made;

    QList<OperationFactory> list(qsizetype count)
    {
        return QList<OperationFactory>(count, [this](QObject *parent) {
            auto *const operation = new FakeOperation(parent);
            made += operation;
            return operation;
        });
    }
    [[nodiscard]] int running() const
    {
        int count = 0;
        for (const QPointer<FakeOperation> &operation : made) {
            if (operation && operation->begins == 1 && !operation->isFinished())
                ++count;
        }
        return count;
    }
};

Error taken()
{
    return Error(ErrorKind::PortInUse, u"taken"_s);
}

} // namespace

class TestParallel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsAllAtOnce();
    void keepsToItsWidth();
    void emptySucceeds();
    void firstFailureCancelsTheOthers();
    void firstFailureLetsTheOthersFinish();
    void firstFailureNamesTheOutcome();
    void cancelWaitsForAll();
    void cancelStartsNoOther();
    void deadlineCancelsAll();
    void factoryMayCancel();
    void brokenStepsAreInternalErrors();
    void destructionIsSilent();
    void thousandsOfImmediateSteps();
};

void TestParallel::runsAllAtOnce()
{
    Steps steps;
    Parallel parallel(steps.list(5), CancelOthers, 0, nullptr);
    QSignalSpy finished(&parallel, &Operation::finished);
    parallel.start();
    QVERIFY(steps.made.isEmpty());
    QTRY_COMPARE(steps.running(), 5);
    for (int i : {3, 0, 4, 1}) {
        steps.made.at(i)->succeed();
        QCOMPARE(finished.count(), 0);
    }
    steps.made.at(2)->succeed();
    QCOMPARE(finished.count(), 1);
    QVERIFY(parallel.succeeded());
}

void TestParallel::keepsToItsWidth()
{
    Steps steps;
    Parallel parallel(steps.list(7), CancelOthers, 3, nullptr);
    QSignalSpy finished(&parallel, &Operation::finished);
    parallel.start();
    for (int done = 0; done < 7; ++done) {
        QTRY_COMPARE(steps.running(), std::min(3, 7 - done));
        QCOMPARE(steps.made.size(), std::min(7, done + 3));
        steps.made.at(done)->succeed();
    }
    QCOMPARE(finished.count(), 1);
    QVERIFY(parallel.succeeded());
}

void TestParallel::emptySucceeds()
{
    Parallel parallel({}, CancelOthers, 0, nullptr);
    QSignalSpy finished(&parallel, &Operation::finished);
    parallel.start();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(parallel.succeeded());
}

void TestParallel::firstFailureCancelsTheOthers()
{
    Steps steps;
    Parallel parallel(steps.list(6), CancelOthers, 3, nullptr);
    QSignalSpy finished(&parallel, &Operation::finished);
    parallel.start();
    QTRY_COMPARE(steps.running(), 3);
    steps.made.at(1)->fail(taken());
    QVERIFY(steps.made.at(0)->isCancelRequested());
    QVERIFY(steps.made.at(2)->isCancelRequested());
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(parallel.outcome().error().kind(), ErrorKind::PortInUse);
    QCOMPARE(steps.made.size(), 3);
}

void TestParallel::firstFailureLetsTheOthersFinish()
{
    Steps steps;
    Parallel parallel(steps.list(4), FinishOthers, 2, nullptr);
    QSignalSpy finished(&parallel, &Operation::finished);
    parallel.start();
    QTRY_COMPARE(steps.running(), 2);
    steps.made.at(0)->fail(taken());
    for (int i = 1; i < 4; ++i) {
        QTRY_VERIFY(steps.made.size() > i && steps.made.at(i)->begins == 1);
        QVERIFY(!steps.made.at(i)->isCancelRequested());
        QCOMPARE(finished.count(), 0);
        steps.made.at(i)->succeed();
    }
    QCOMPARE(finished.count(), 1);
    QCOMPARE(parallel.outcome().error().kind(), ErrorKind::PortInUse);
}

void TestParallel::firstFailureNamesTheOutcome()
{
    Steps steps;
    Parallel parallel(steps.list(2), FinishOthers, 0, nullptr);
    parallel.start();
    QTRY_COMPARE(steps.running(), 2);
    steps.made.at(1)->fail(taken());
    steps.made.at(0)->fail(Error(ErrorKind::NameInUse, u"name"_s));
    QVERIFY(parallel.isFinished());
    QCOMPARE(parallel.outcome().error().kind(), ErrorKind::PortInUse);
}

void TestParallel::cancelWaitsForAll()
{
    Steps steps;
    Parallel parallel(steps.list(3), CancelOthers, 0, nullptr);
    QSignalSpy finished(&parallel, &Operation::finished);
    parallel.start();
    QTRY_COMPARE(steps.running(), 3);
    steps.made.at(1)->onAbort = [](FakeOperation &, const Error &) {};
    parallel.cancel();
    QTRY_COMPARE(steps.running(), 1);
    QTest::qWait(10);
    QCOMPARE(finished.count(), 0);
    steps.made.at(1)->fail(Error(ErrorKind::UndoIncomplete, u"left"_s));
    QCOMPARE(finished.count(), 1);
    QCOMPARE(parallel.outcome().error().kind(), ErrorKind::Cancelled);
    QVERIFY(parallel.outcome().error().cause());
    QCOMPARE(parallel.outcome().error().cause()->kind(), ErrorKind::UndoIncomplete);
}

void TestParallel::cancelStartsNoOther()
{
    Steps steps;
    Parallel parallel(steps.list(5), FinishOthers, 2, nullptr);
    QSignalSpy finished(&parallel, &Operation::finished);
    parallel.start();
    QTRY_COMPARE(steps.running(), 2);
    parallel.cancel();
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(parallel.outcome().error().kind(), ErrorKind::Cancelled);
    QCOMPARE(steps.made.size(), 2);
}

void TestParallel::deadlineCancelsAll()
{
    Steps steps;
    Parallel parallel(steps.list(3), CancelOthers, 0, nullptr);
    parallel.setDeadline(20ms);
    QSignalSpy finished(&parallel, &Operation::finished);
    parallel.start();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(parallel.outcome().error().kind(), ErrorKind::Timeout);
    QCOMPARE(steps.running(), 0);
}

void TestParallel::factoryMayCancel()
{
    Operation *underTest = nullptr;
    int made = 0;
    const OperationFactory step = [&](QObject *parent) {
        if (++made == 2)
            underTest->cancel();
        return new FakeOperation(parent);
    };
    Parallel parallel({step, step, step}, CancelOthers, 0, nullptr);
    underTest = &parallel;
    QSignalSpy finished(&parallel, &Operation::finished);
    parallel.start();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(parallel.outcome().error().kind(), ErrorKind::Cancelled);
    QCOMPARE(made, 2);
}

void TestParallel::brokenStepsAreInternalErrors()
{
    Steps steps;
    QList<OperationFactory> factories = steps.list(2);
    factories.insert(1, [](QObject *) -> Operation * { return nullptr; });
    Parallel parallel(factories, CancelOthers, 0, nullptr);
    Parallel lost(steps.list(2), CancelOthers, 0, nullptr);
    parallel.start();
    QTRY_VERIFY(parallel.isFinished());
    QCOMPARE(parallel.outcome().error().kind(), ErrorKind::Internal);

    steps.made.clear();
    lost.start();
    QTRY_COMPARE(steps.running(), 2);
    delete steps.made.at(0).data();
    QTRY_VERIFY(lost.isFinished());
    QCOMPARE(lost.outcome().error().kind(), ErrorKind::Internal);
}

void TestParallel::destructionIsSilent()
{
    Steps steps;
    auto *const parallel = new Parallel(steps.list(3), CancelOthers, 2, nullptr);
    QSignalSpy finished(parallel, &Operation::finished);
    parallel->start();
    QTRY_COMPARE(steps.running(), 2);
    delete parallel;
    QTest::qWait(10);
    QCOMPARE(finished.count(), 0);
    QCOMPARE(steps.made.size(), 2);
    QVERIFY(steps.made.at(0).isNull());
}

void TestParallel::thousandsOfImmediateSteps()
{
    int begun = 0;
    const OperationFactory step = [&](QObject *parent) {
        auto *const operation = new FakeOperation(parent);
        operation->onBegin = [&](FakeOperation &o) {
            ++begun;
            o.succeed();
        };
        return operation;
    };
    for (const int width : {0, 1, 8}) {
        begun = 0;
        Parallel parallel(QList<OperationFactory>(5000, step), CancelOthers, width, nullptr);
        parallel.start();
        QTRY_VERIFY_WITH_TIMEOUT(parallel.isFinished(), 60'000);
        QVERIFY(parallel.succeeded());
        QCOMPARE(begun, 5000);
    }
}

QTEST_GUILESS_MAIN(TestParallel)
#include "tst_parallel.moc"
