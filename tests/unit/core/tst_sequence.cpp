// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sequence.h"

#include "fakes/fakeoperation.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>
#include <cstdint>
#include <limits>

using namespace zoodock;
using namespace zoodock::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace
{

/// Notes what happens to its steps.
struct Record
{
    QStringList lines;
    QList<QPointer<FakeOperation>> made;

    OperationFactory step(const QString &name, std::function<void(FakeOperation &)> onBegin)
    {
        return [this, name, onBegin](QObject *parent) -> Operation * {
            lines += "make "_L1 + name;
            auto *const operation = new FakeOperation(parent);
            made += operation;
            operation->onBegin = [this, name, onBegin](FakeOperation &o) {
                lines += "begin "_L1 + name;
                onBegin(o);
            };
            QObject::connect(operation, &Operation::finished, operation,
                             [this, name] { lines += "end "_L1 + name; });
            return operation;
        };
    }
};

void succeedNow(FakeOperation &operation)
{
    operation.succeed();
}

void succeedSoon(FakeOperation &operation)
{
    QTimer::singleShot(1ms, &operation, [&operation] { operation.succeed(); });
}

void failNow(FakeOperation &operation)
{
    operation.fail(Error(ErrorKind::PortInUse, u"taken"_s));
}

void run(FakeOperation &)
{
}

} // namespace

class TestSequence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsOneAfterTheOther();
    void emptySucceeds();
    void firstFailureEnds();
    void stepsAreDeletedAfterTheirEnd();
    void cancelAtEveryStep_data();
    void cancelAtEveryStep();
    void cancelWaitsForTheStepsCleanup();
    void deadlineCancelsTheStep();
    void factoryMayCancel();
    void brokenStepsAreInternalErrors();
    void destructionIsSilent();
    void thousandsDoNotGrowTheStack();
};

void TestSequence::runsOneAfterTheOther()
{
    Record record;
    Sequence sequence(
        {record.step(u"a"_s, succeedSoon), record.step(u"b"_s, succeedNow), record.step(u"c"_s, succeedSoon)},
        nullptr);
    QSignalSpy finished(&sequence, &Operation::finished);
    sequence.start();
    QVERIFY(record.lines.isEmpty());
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(sequence.succeeded());
    QCOMPARE(record.lines, (QStringList{u"make a"_s, u"begin a"_s, u"end a"_s, u"make b"_s, u"begin b"_s,
                                        u"end b"_s, u"make c"_s, u"begin c"_s, u"end c"_s}));
}

void TestSequence::emptySucceeds()
{
    Sequence sequence({}, nullptr);
    QSignalSpy finished(&sequence, &Operation::finished);
    sequence.start();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(sequence.succeeded());
}

void TestSequence::firstFailureEnds()
{
    Record record;
    Sequence sequence(
        {record.step(u"a"_s, succeedNow), record.step(u"b"_s, failNow), record.step(u"c"_s, succeedNow)},
        nullptr);
    QSignalSpy finished(&sequence, &Operation::finished);
    sequence.start();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(sequence.outcome().error().kind(), ErrorKind::PortInUse);
    QCOMPARE(sequence.outcome().error().message(), u"taken"_s);
    QCOMPARE(record.made.size(), 2);
}

void TestSequence::stepsAreDeletedAfterTheirEnd()
{
    Record record;
    int firstValue = 0;
    const OperationFactory valued = [&](QObject *parent) {
        auto *const operation = new FakeOperation(parent);
        record.made += operation;
        operation->onBegin = [](FakeOperation &o) { o.succeedWith(7); };
        connect(operation, &Operation::finished, this, [&, operation] { firstValue = operation->value(); });
        return operation;
    };
    Sequence sequence({valued, record.step(u"b"_s, run)}, nullptr);
    sequence.start();
    QTRY_COMPARE(record.made.size(), 2);
    QCOMPARE(firstValue, 7);
    QTRY_VERIFY(record.made.at(0).isNull());
    QVERIFY(!record.made.at(1).isNull());
    QVERIFY(!sequence.isFinished());
}

void TestSequence::cancelAtEveryStep_data()
{
    QTest::addColumn<int>("step");
    for (int step = 0; step < 4; ++step)
        QTest::addRow("step %d", step) << step;
}

void TestSequence::cancelAtEveryStep()
{
    QFETCH(const int, step);
    Record record;
    QList<OperationFactory> steps;
    Operation *underTest = nullptr;
    for (int i = 0; i < 4; ++i) {
        steps += record.step(QString::number(i), [&, i](FakeOperation &o) {
            if (i == step)
                underTest->cancel();
            else
                o.succeed();
        });
    }
    Sequence cancelled(steps, nullptr);
    underTest = &cancelled;
    QSignalSpy finished(&cancelled, &Operation::finished);
    cancelled.start();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(cancelled.outcome().error().kind(), ErrorKind::Cancelled);
    QCOMPARE(record.made.size(), step + 1);
    QTest::qWait(10);
    QCOMPARE(record.made.size(), step + 1);
    QCOMPARE(finished.count(), 1);
}

void TestSequence::cancelWaitsForTheStepsCleanup()
{
    Record record;
    Sequence sequence(
        {record.step(u"a"_s, [](FakeOperation &o) { o.onAbort = [](FakeOperation &, const Error &) {}; }),
         record.step(u"b"_s, run)},
        nullptr);
    QSignalSpy finished(&sequence, &Operation::finished);
    sequence.start();
    QTRY_VERIFY(record.lines.contains(u"begin a"_s));
    sequence.cancel();
    QTest::qWait(20);
    QCOMPARE(finished.count(), 0);
    record.made.at(0)->fail(Error(ErrorKind::UndoIncomplete, u"a volume is left"_s));
    QCOMPARE(finished.count(), 1);
    const Error &error = sequence.outcome().error();
    QCOMPARE(error.kind(), ErrorKind::Cancelled);
    QVERIFY(error.cause());
    QCOMPARE(error.cause()->kind(), ErrorKind::UndoIncomplete);
    QCOMPARE(record.made.size(), 1);
}

void TestSequence::deadlineCancelsTheStep()
{
    Record record;
    Sequence sequence({record.step(u"a"_s, run)}, nullptr);
    sequence.setDeadline(20ms);
    QSignalSpy finished(&sequence, &Operation::finished);
    sequence.start();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(sequence.outcome().error().kind(), ErrorKind::Timeout);
    QVERIFY(!sequence.outcome().error().cause());
    QVERIFY(record.lines.contains(u"end a"_s));
}

void TestSequence::factoryMayCancel()
{
    Operation *underTest = nullptr;
    QPointer<FakeOperation> made;
    Sequence sequence({[&](QObject *parent) {
                          underTest->cancel();
                          return made = new FakeOperation(parent);
                      }},
                      nullptr);
    underTest = &sequence;
    QSignalSpy finished(&sequence, &Operation::finished);
    sequence.start();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(sequence.outcome().error().kind(), ErrorKind::Cancelled);
    QVERIFY(made.isNull());
}

void TestSequence::brokenStepsAreInternalErrors()
{
    Sequence none({[](QObject *) -> Operation * { return nullptr; }}, nullptr);
    Sequence empty({OperationFactory()}, nullptr);
    Record record;
    Sequence lost({record.step(u"a"_s, run)}, nullptr);
    for (Operation *sequence : {&none, &empty, &lost})
        sequence->start();
    QTRY_VERIFY(none.isFinished() && empty.isFinished());
    QTRY_VERIFY(record.lines.contains(u"begin a"_s));
    delete record.made.at(0).data();
    QVERIFY(lost.isFinished());
    for (const Operation *sequence : {&none, &empty, &lost})
        QCOMPARE(sequence->outcome().error().kind(), ErrorKind::Internal);
}

void TestSequence::destructionIsSilent()
{
    Record record;
    auto *const sequence = new Sequence({record.step(u"a"_s, run), record.step(u"b"_s, run)}, nullptr);
    QSignalSpy finished(sequence, &Operation::finished);
    sequence->start();
    QTRY_VERIFY(record.lines.contains(u"begin a"_s));
    delete sequence;
    QVERIFY(record.made.at(0).isNull());
    QTest::qWait(10);
    QCOMPARE(finished.count(), 0);
    QCOMPARE(record.lines, (QStringList{u"make a"_s, u"begin a"_s}));
}

void TestSequence::thousandsDoNotGrowTheStack()
{
    auto lowest = std::numeric_limits<std::uintptr_t>::max();
    std::uintptr_t highest = 0;
    int begun = 0;
    const OperationFactory step = [&](QObject *parent) {
        auto *const operation = new FakeOperation(parent);
        operation->onBegin = [&](FakeOperation &o) {
            const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
            lowest = std::min(lowest, here);
            highest = std::max(highest, here);
            ++begun;
            o.succeed();
        };
        return operation;
    };
    Sequence sequence(QList<OperationFactory>(10'000, step), nullptr);
    QSignalSpy finished(&sequence, &Operation::finished);
    sequence.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    QVERIFY(sequence.succeeded());
    QCOMPARE(begun, 10'000);
    QVERIFY2(highest - lowest < 16 * 1024, qPrintable(QString::number(highest - lowest)));
}

QTEST_GUILESS_MAIN(TestSequence)
#include "tst_sequence.moc"
