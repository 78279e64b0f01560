// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/activitylog.h"
#include "fakes/faketask.h"
#include "itemmodels/activitymodel.h"
#include "models/printedtree.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

class TestActivityModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void newestFirst();
    void followsSteps();
    void stepsComeAndGo();
    void endings_data();
    void endings();
    void dismissed();
    void dismissedWhileOthersRun();
    void othersBeginWhileOneEnds();
    void elapsedGoesOn();

private:
    FakeTask *add(const QString &title, const QStringList &steps);
    /// What and state, without the times.
    [[nodiscard]] QString printed() const;

    std::unique_ptr<ActivityLog> m_log;
    std::unique_ptr<ActivityModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestActivityModel::init()
{
    m_log = std::make_unique<ActivityLog>();
    m_model = std::make_unique<ActivityModel>(*m_log);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void TestActivityModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_log.reset();
}

FakeTask *TestActivityModel::add(const QString &title, const QStringList &steps)
{
    auto *task = new FakeTask(u"orders"_s, title, steps);
    m_log->add(task);
    task->start();
    return task;
}

QString TestActivityModel::printed() const
{
    QStringList lines;
    const auto line = [this](int row, const QModelIndex &parent) {
        return u"%1 | %2"_s.arg(m_model->index(row, ActivityModel::WhatColumn, parent).data().toString(),
                                m_model->index(row, ActivityModel::StateColumn, parent).data().toString());
    };
    for (int row = 0; row < m_model->rowCount(); ++row) {
        lines += line(row, {});
        const QModelIndex task = m_model->index(row, 0);
        for (int step = 0; step < m_model->rowCount(task); ++step)
            lines += u"  "_s + line(step, task);
    }
    return lines.join(u'\n');
}

void TestActivityModel::newestFirst()
{
    add(u"Create orders"_s, {u"Make the network"_s});
    add(u"Stop orders"_s, {});
    QTRY_COMPARE(printed(),
                 u"Stop orders | Running\nCreate orders | Running\n  Make the network | waiting"_s);
    const ActivityModel late(*m_log);
    QCOMPARE(printTree(late).section(u" | "_s, 0, 0), u"Stop orders"_s);
    QCOMPARE(late.rowCount(), 2);
}

void TestActivityModel::followsSteps()
{
    FakeTask *task = add(u"Create orders"_s, {u"Network"_s, u"Quorum"_s});
    QTRY_VERIFY(task->begun().isValid());
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    task->setStep(0, StepState::Done);
    task->setStep(1, StepState::Running, u"2 of 3"_s);
    QVERIFY(changed.size() >= 2);
    QCOMPARE(printed(),
             u"Create orders | Running: Quorum: 2 of 3\n  Network | done\n  Quorum | running: 2 of 3"_s);
    const QModelIndex step = m_model->index(1, 0, m_model->index(0, 0));
    QVERIFY(step.data(ActivityModel::RunningRole).toBool());
    QCOMPARE(step.data(ActivityModel::DetailRole).toString(), u"2 of 3"_s);
    QCOMPARE(m_model->task(step), task);
    QCOMPARE(step.data(Qt::AccessibleTextRole).toString(), u"Quorum, running: 2 of 3"_s);
}

void TestActivityModel::stepsComeAndGo()
{
    FakeTask *task = add(u"Finish orders"_s, {u"Look"_s});
    task->setSentences({u"Look"_s, u"Network"_s, u"Quorum"_s});
    QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 3);
    task->setSentences({u"Only"_s});
    QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 1);
    task->setSentences({});
    QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 0);
    Q_EMIT task->stepChanged(4); // late: there is no such step any more
    QCOMPARE(m_model->rowCount(), 1);
}

void TestActivityModel::endings_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("failed");
    QTest::newRow("done") << u"succeed"_s << u"Create orders | Done"_s << false;
    QTest::newRow("failed") << u"fail"_s << u"Create orders | Failed: The port is taken."_s << true;
    QTest::newRow("cancelled") << u"cancel"_s << u"Create orders | Cancelled"_s << false;
    QTest::newRow("cancelled, and something left")
        << u"leave"_s << u"Create orders | Cancelled: zoo2 has the new settings."_s << false;
    QTest::newRow("others meanwhile")
        << u"meet"_s << u"Create orders | Not finished: Somebody else has changed it."_s << false;
}

void TestActivityModel::endings()
{
    QFETCH(QString, ending);
    FakeTask *task = add(u"Create orders"_s, {});
    QTRY_VERIFY(task->begun().isValid());
    if (ending == "succeed"_L1)
        task->succeed();
    else if (ending == "fail"_L1)
        task->fail(Error(ErrorKind::PortInUse, u"The port is taken."_s));
    else if (ending == "leave"_L1)
        task->fail(
            Error(ErrorKind::Cancelled, Error::cancelled().message() + u" zoo2 has the new settings."_s));
    else if (ending == "meet"_L1)
        task->fail(Error(ErrorKind::VersionConflict, u"Somebody else has changed it."_s));
    else
        task->cancel();
    QTRY_VERIFY(task->isFinished());
    QTEST(printed(), "expected");
    QTEST(m_model->index(0, 0).data(ActivityModel::FailedRole).toBool(), "failed");
    QVERIFY(!m_model->index(0, 0).data(ActivityModel::RunningRole).toBool());
}

void TestActivityModel::dismissed()
{
    FakeTask *task = add(u"Create orders"_s, {u"Network"_s});
    QTRY_VERIFY(task->begun().isValid());
    m_log->dismiss(task); // runs: stays
    QCOMPARE(m_model->rowCount(), 1);
    task->fail(Error(ErrorKind::PortInUse, u"The port is taken."_s));
    m_log->dismiss(task);
    m_log->dismiss(task);
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(!m_model->task({}));
}

void TestActivityModel::dismissedWhileOthersRun()
{
    FakeTask *first = add(u"First"_s, {u"a"_s});
    FakeTask *second = add(u"Second"_s, {u"b"_s});
    FakeTask *third = add(u"Third"_s, {u"c"_s});
    QTRY_VERIFY(third->begun().isValid());
    second->succeed();
    m_log->dismiss(second);
    third->setStep(0, StepState::Running);
    first->setStep(0, StepState::Done);
    QCOMPARE(printed(), u"Third | Running: c\n  c | running\nFirst | Running\n  a | done"_s);
}

/// As Try Again does: what failed goes, and from within the end of what comes first the next one begins.
void TestActivityModel::othersBeginWhileOneEnds()
{
    FakeTask *failed = add(u"Export"_s, {u"Read"_s, u"Write"_s});
    QTRY_VERIFY(failed->begun().isValid());
    failed->fail(Error(ErrorKind::FileUnwritable, u"The folder is missing."_s));
    m_log->dismiss(failed);
    FakeTask *connecting = add(u"Connect"_s, {u"Wait"_s});
    QTRY_VERIFY(connecting->begun().isValid());
    connect(connecting, &Operation::finished, this, [this] {
        add(u"Export again"_s, {u"Read"_s, u"Write"_s});
    });
    connecting->setStep(0, StepState::Done);
    connecting->succeed();
    QCOMPARE(m_model->rowCount(), 2);
    QTRY_COMPARE(printed(), u"Export again | Running\n  Read | waiting\n  Write | waiting\n"
                            "Connect | Done\n  Wait | done"_s);
}

void TestActivityModel::elapsedGoesOn()
{
    FakeTask *task = add(u"Create orders"_s, {u"Network"_s});
    QTRY_VERIFY(task->begun().isValid());
    task->setStep(0, StepState::Running);
    const auto elapsed = [this] { return m_model->index(0, ActivityModel::ElapsedColumn).data().toString(); };
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QTRY_VERIFY(elapsed().endsWith(u" s"_s) && elapsed() != u"0.0 s"_s);
    QTRY_VERIFY(changed.size() >= 2); // by itself
    task->succeed();
    const QString final = elapsed();
    changed.clear();
    QTest::qWait(700);
    QCOMPARE(elapsed(), final);
    QCOMPARE(changed.size(), 0); // nothing runs, nothing ticks
}

QTEST_GUILESS_MAIN(TestActivityModel)
#include "tst_activitymodel.moc"
