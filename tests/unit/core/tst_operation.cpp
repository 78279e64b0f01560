// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation.h"

#include "fakes/fakeoperation.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace
{

using Act = std::function<void(FakeOperation &)>;

Error broken()
{
    return Error(ErrorKind::BadOutput, u"broken"_s);
}

void later(FakeOperation &operation, const Act &act)
{
    QMetaObject::invokeMethod(
        &operation, [&operation, act] { act(operation); }, Qt::QueuedConnection);
}

void neverAgain(FakeOperation &operation, const QSignalSpy &finished)
{
    const bool succeeded = operation.succeeded();
    operation.start();
    operation.cancel();
    operation.setDeadline(1ms);
    QTest::qWait(20);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(operation.succeeded(), succeeded);
}

} // namespace

Q_DECLARE_METATYPE(Act)

class TestOperation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsExactlyOnce_data();
    void endsExactlyOnce();
    void stateFollowsTheSignals();
    void startNeverEmits();
    void cancelOfAnIdleOneNeverBegins();
    void outcomeIsInternalBeforeTheEnd();
    void settlingTwiceWarnsAndIsDropped();
    void aSecondValueDoesNotReplaceTheFirst();
    void deadlineBeginsWithTheWork();
    void deadlineCanBeRestarted();
    void zeroDeadlineIsNone();
    void cleanupAfterCancelDecidesTheEnd();
    void deadlineDuringCleanupIsIgnored();
    void destructionOfARunningOneIsSilent();
    void slotMayDelete_data();
    void slotMayDelete();
    void resultGivesValueOrError();
};

void TestOperation::endsExactlyOnce_data()
{
    QTest::addColumn<Act>("onBegin");
    QTest::addColumn<Act>("act");
    QTest::addColumn<bool>("succeeds");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("begins");

    const Act nothing = [](FakeOperation &) {};
    const Act start = [](FakeOperation &o) { o.start(); };
    const Act cancel = [](FakeOperation &o) { o.cancel(); };
    const auto none = ErrorKind::Unknown;

    QTest::newRow("success at once") << Act([](FakeOperation &o) { o.succeedWith(1); }) << start << true
                                     << none << 1;
    QTest::newRow("success later") << Act([](FakeOperation &o) {
        later(o, [](FakeOperation &p) { p.succeedWith(1); });
    }) << start << true << none << 1;
    QTest::newRow("failure at once") << Act([](FakeOperation &o) { o.fail(broken()); }) << start << false
                                     << ErrorKind::BadOutput << 1;
    QTest::newRow("failure later") << Act([](FakeOperation &o) {
        later(o, [](FakeOperation &p) { p.fail(broken()); });
    }) << start << false << ErrorKind::BadOutput
                                   << 1;
    QTest::newRow("started twice") << Act([](FakeOperation &o) { o.succeedWith(1); })
                                   << Act([](FakeOperation &o) {
                                          o.start();
                                          o.start();
                                      })
                                   << true << none << 1;
    QTest::newRow("cancelled before start") << nothing << cancel << false << ErrorKind::Cancelled << 0;
    QTest::newRow("cancelled, then started") << nothing << Act([](FakeOperation &o) {
        o.cancel();
        o.start();
    }) << false << ErrorKind::Cancelled << 0;
    QTest::newRow("started, cancelled before the loop ran") << nothing << Act([](FakeOperation &o) {
        o.start();
        o.cancel();
    }) << false << ErrorKind::Cancelled << 0;
    QTest::newRow("cancelled in begin") << cancel << start << false << ErrorKind::Cancelled << 1;
    QTest::newRow("cancelled while running")
        << Act([](FakeOperation &o) { later(o, [](FakeOperation &p) { p.cancel(); }); }) << start << false
        << ErrorKind::Cancelled << 1;
    QTest::newRow("cancelled twice") << Act([](FakeOperation &o) {
        o.cancel();
        o.cancel();
    }) << start << false << ErrorKind::Cancelled
                                     << 1;
    QTest::newRow("cancelled twice before start") << nothing << Act([](FakeOperation &o) {
        o.cancel();
        o.cancel();
    }) << false << ErrorKind::Cancelled << 0;
    QTest::newRow("cancelled in finished") << Act([](FakeOperation &o) {
        QObject::connect(&o, &Operation::finished, &o, &Operation::cancel);
        o.succeedWith(1);
    }) << start << true << none << 1;
    QTest::newRow("started in finished") << Act([](FakeOperation &o) {
        QObject::connect(&o, &Operation::finished, &o, &Operation::start);
        o.fail(broken());
    }) << start << false << ErrorKind::BadOutput
                                         << 1;
    QTest::newRow("deadline") << nothing << Act([](FakeOperation &o) {
        o.setDeadline(10ms);
        o.start();
    }) << false << ErrorKind::Timeout
                              << 1;
    QTest::newRow("deadline set while running")
        << Act([](FakeOperation &o) { o.setDeadline(10ms); }) << start << false << ErrorKind::Timeout << 1;
}

void TestOperation::endsExactlyOnce()
{
    QFETCH(const Act, onBegin);
    QFETCH(const Act, act);
    FakeOperation operation(nullptr);
    operation.onBegin = onBegin;
    QSignalSpy finished(&operation, &Operation::finished);

    act(operation);
    QCOMPARE(finished.count(), 0);
    QVERIFY(!operation.isFinished());

    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(operation.isFinished());
    QTEST(operation.succeeded(), "succeeds");
    if (!operation.succeeded())
        QTEST(operation.outcome().error().kind(), "kind");
    neverAgain(operation, finished);
    QTEST(operation.begins, "begins");
    QVERIFY(operation.aborts <= 1);
}

void TestOperation::stateFollowsTheSignals()
{
    FakeOperation operation(nullptr);
    QCOMPARE(operation.state(), Operation::State::Idle);
    QVERIFY(!operation.isCancelRequested());
    operation.start();
    QCOMPARE(operation.state(), Operation::State::Running);
    QTRY_COMPARE(operation.begins, 1);
    operation.cancel();
    // finished() has not been emitted: whoever connects now still hears it.
    QVERIFY(operation.isCancelRequested());
    QCOMPARE(operation.state(), Operation::State::Running);
    bool finishedInSlot = false;
    connect(&operation, &Operation::finished, &operation,
            [&] { finishedInSlot = operation.isFinished() && !operation.outcome(); });
    QTRY_VERIFY(finishedInSlot);
}

void TestOperation::startNeverEmits()
{
    FakeOperation operation(nullptr);
    operation.onBegin = [](FakeOperation &o) { o.succeedWith(3); };
    QSignalSpy finished(&operation, &Operation::finished);
    operation.start();
    QCOMPARE(operation.begins, 0);
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(operation.value(), 3);
}

void TestOperation::cancelOfAnIdleOneNeverBegins()
{
    FakeOperation operation(nullptr);
    QSignalSpy finished(&operation, &Operation::finished);
    operation.cancel();
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(operation.begins, 0);
    QCOMPARE(operation.aborts, 0);
}

void TestOperation::outcomeIsInternalBeforeTheEnd()
{
    FakeOperation operation(nullptr);
    QVERIFY(!operation.outcome());
    QCOMPARE(operation.outcome().error().kind(), ErrorKind::Internal);
    QVERIFY(!operation.succeeded());
}

void TestOperation::settlingTwiceWarnsAndIsDropped()
{
    FakeOperation operation(nullptr);
    operation.onBegin = [](FakeOperation &o) {
        o.succeedWith(1);
        o.fail(broken());
    };
    QSignalSpy finished(&operation, &Operation::finished);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"settled twice"_s));
    operation.start();
    QTRY_COMPARE(finished.count(), 1);
    QTest::qWait(10);
    QCOMPARE(finished.count(), 1);
    QVERIFY(operation.succeeded());
}

void TestOperation::aSecondValueDoesNotReplaceTheFirst()
{
    FakeOperation operation(nullptr);
    operation.start();
    QTRY_COMPARE(operation.begins, 1);
    operation.succeedWith(1);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"settled twice"_s));
    operation.succeedWith(2);
    QCOMPARE(operation.value(), 1);
}

void TestOperation::deadlineBeginsWithTheWork()
{
    FakeOperation operation(nullptr);
    operation.setDeadline(1ms);
    QSignalSpy finished(&operation, &Operation::finished);
    QTest::qWait(30);
    QCOMPARE(finished.count(), 0);
    QCOMPARE(operation.state(), Operation::State::Idle);
    operation.start();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(operation.outcome().error().kind(), ErrorKind::Timeout);
    QCOMPARE(operation.aborts, 1);
    QVERIFY(!operation.isCancelRequested());
}

void TestOperation::deadlineCanBeRestarted()
{
    FakeOperation operation(nullptr);
    operation.setDeadline(10min);
    QSignalSpy finished(&operation, &Operation::finished);
    operation.start();
    QTRY_COMPARE(operation.begins, 1);
    operation.setDeadline(1s); // a busy machine may well be away for a third of that
    // Fed in time it outlives the deadline …
    QElapsedTimer fed;
    fed.start();
    while (fed.elapsed() < 1'500) {
        operation.restartDeadline();
        QTest::qWait(5);
    }
    QCOMPARE(finished.count(), 0);
    // … and starves without.
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(operation.outcome().error().kind(), ErrorKind::Timeout);
}

void TestOperation::zeroDeadlineIsNone()
{
    FakeOperation operation(nullptr);
    operation.setDeadline(20ms);
    operation.onBegin = [](FakeOperation &o) { o.setDeadline(0ms); };
    QSignalSpy finished(&operation, &Operation::finished);
    operation.start();
    QTest::qWait(80);
    QCOMPARE(operation.begins, 1);
    QCOMPARE(finished.count(), 0);
}

void TestOperation::cleanupAfterCancelDecidesTheEnd()
{
    FakeOperation operation(nullptr);
    operation.onAbort = [](FakeOperation &, const Error &) {};
    QSignalSpy finished(&operation, &Operation::finished);
    operation.start();
    QTRY_COMPARE(operation.begins, 1);
    operation.cancel();
    operation.cancel();
    QTest::qWait(20);
    QCOMPARE(finished.count(), 0);
    QCOMPARE(operation.aborts, 1);
    operation.fail(Error(ErrorKind::UndoIncomplete, u"a container is left"_s));
    QCOMPARE(finished.count(), 1);
    QCOMPARE(operation.outcome().error().kind(), ErrorKind::UndoIncomplete);
}

void TestOperation::deadlineDuringCleanupIsIgnored()
{
    FakeOperation operation(nullptr);
    operation.setDeadline(30ms);
    operation.onAbort = [](FakeOperation &, const Error &) {};
    QSignalSpy finished(&operation, &Operation::finished);
    operation.onBegin = [](FakeOperation &o) { o.cancel(); };
    operation.start();
    QTest::qWait(100);
    operation.restartDeadline();
    QTest::qWait(60);
    QCOMPARE(operation.aborts, 1);
    QCOMPARE(finished.count(), 0);
}

void TestOperation::destructionOfARunningOneIsSilent()
{
    int signalCount = 0;
    QObject owner;
    auto *const operation = new FakeOperation(&owner);
    operation->setDeadline(10ms);
    connect(operation, &Operation::finished, &owner, [&] { ++signalCount; });
    operation->start();
    QTRY_COMPARE(operation->begins, 1);
    delete operation;
    QTest::qWait(40);
    QCOMPARE(signalCount, 0);

    // With the first effect, or the end, still queued.
    auto *const started = new FakeOperation(&owner);
    started->start();
    delete started;
    auto *const cancelled = new FakeOperation(&owner);
    connect(cancelled, &Operation::finished, &owner, [&] { ++signalCount; });
    cancelled->cancel();
    delete cancelled;
    QTest::qWait(10);
    QCOMPARE(signalCount, 0);
}

void TestOperation::slotMayDelete_data()
{
    QTest::addColumn<bool>("later");
    QTest::addColumn<Act>("act");
    const Act succeed = [](FakeOperation &o) {
        o.onBegin = [](FakeOperation &p) { p.succeedWith(1); };
        o.start();
    };
    const Act cancel = [](FakeOperation &o) { o.cancel(); };
    const Act timeout = [](FakeOperation &o) {
        o.setDeadline(5ms);
        o.start();
    };
    for (const bool later : {false, true}) {
        const char *const how = later ? "later" : "now";
        QTest::addRow("success, %s", how) << later << succeed;
        QTest::addRow("cancel, %s", how) << later << cancel;
        QTest::addRow("deadline, %s", how) << later << timeout;
    }
}

void TestOperation::slotMayDelete()
{
    QFETCH(const bool, later);
    QFETCH(const Act, act);
    const QPointer<FakeOperation> operation(new FakeOperation(nullptr));
    connect(operation, &Operation::finished, this, [&] {
        if (later)
            operation->deleteLater();
        else
            delete operation.data();
    });
    act(*operation);
    QTRY_VERIFY(operation.isNull());
}

void TestOperation::resultGivesValueOrError()
{
    FakeOperation good(nullptr);
    good.onBegin = [](FakeOperation &o) { o.settleWith(42); };
    FakeOperation bad(nullptr);
    bad.onBegin = [](FakeOperation &o) { o.settleWith(failure(broken())); };
    good.start();
    bad.start();
    QTRY_VERIFY(good.isFinished() && bad.isFinished());
    QCOMPARE(good.result().value(), 42);
    QCOMPARE(good.error().kind(), ErrorKind::Unknown);
    QVERIFY(good.error().message().isEmpty());
    QCOMPARE(bad.error().message(), u"broken"_s);
    QCOMPARE(bad.result().error().kind(), ErrorKind::BadOutput);
}

QTEST_GUILESS_MAIN(TestOperation)
#include "tst_operation.moc"
