// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/activityhistory.h"
#include "clusters/activitylog.h"
#include "fakes/faketask.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

class TestActivityHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void emptyAtFirst();
    void outlivesTheProgram();
    void staysBounded();
    void survivesDamage();
    void writesNothingWhereItMayNot();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"zoodock/activity.jsonl"_s); }
    static FakeTask *begin(ActivityLog &log, const QString &title)
    {
        auto *task = new FakeTask(u"orders"_s, title, {});
        log.add(task);
        task->start();
        if (!QTest::qWaitFor([task] { return task->begun().isValid(); }))
            qFatal("The task did not begin.");
        return task;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestActivityHistory::emptyAtFirst()
{
    const ActivityLog log;
    QVERIFY(ActivityHistory(path(), log).tasks().isEmpty());
    QVERIFY(!QFile::exists(path()));
}

void TestActivityHistory::outlivesTheProgram()
{
    {
        ActivityLog log;
        const ActivityHistory history(path(), log);
        begin(log, u"Create orders"_s)->succeed();
        FakeTask *failing = begin(log, u"Start “zoo1”"_s);
        failing->noteCommand(u"docker start orders-zoo1"_s);
        failing->fail(Error(ErrorKind::NoQuorum, u"No quorum."_s, u"zoo1: two\nlines"_s)
                          .causedBy(Error(ErrorKind::ProgramFailed, u"Docker refused."_s)));
        begin(log, u"Stop orders"_s)->fail(Error::cancelled());
    }
    const ActivityLog log;
    const QList<PastTask> tasks = ActivityHistory(path(), log).tasks();
    QCOMPARE(tasks.size(), 3);
    QCOMPARE(tasks.at(0).title, u"Stop orders"_s); // the newest first
    QCOMPARE(tasks.at(0).outcome, PastTask::Outcome::Cancelled);
    QCOMPARE(tasks.at(1).outcome, PastTask::Outcome::Failed);
    QCOMPARE(tasks.at(1).title, u"Start “zoo1”"_s);
    QCOMPARE(tasks.at(1).message, u"No quorum."_s);
    QCOMPARE(tasks.at(1).detail, u"zoo1: two\nlines\nDocker refused."_s);
    QCOMPARE(tasks.at(1).commands, QStringList{u"docker start orders-zoo1"_s});
    QCOMPARE(tasks.at(2).outcome, PastTask::Outcome::Done);
    QCOMPARE(tasks.at(2).cluster, u"orders"_s);
    QVERIFY(tasks.at(2).begun.isValid() && tasks.at(2).begun.secsTo(QDateTime::currentDateTimeUtc()) < 600);
}

void TestActivityHistory::staysBounded()
{
    ActivityLog log;
    const ActivityHistory history(path(), log);
    for (int i = 0; i < 2 * ActivityHistory::mostKept + 50; ++i) {
        auto *task = new FakeTask(u"orders"_s, u"Task %1"_s.arg(i), {});
        log.add(task);
        task->start();
        QTRY_VERIFY(task->begun().isValid());
        task->succeed();
    }
    const QList<PastTask> tasks = history.tasks();
    QCOMPARE(tasks.size(), ActivityHistory::mostKept);
    QCOMPARE(tasks.constFirst().title, u"Task %1"_s.arg(2 * ActivityHistory::mostKept + 49));
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().count('\n') < 2 * ActivityHistory::mostKept);
}

void TestActivityHistory::survivesDamage()
{
    ActivityLog log;
    const ActivityHistory history(path(), log);
    begin(log, u"Create orders"_s)->succeed();
    QFile file(path());
    QVERIFY(file.open(QIODevice::Append));
    file.write("{\"title\": \"cut o\n\n[1]\n\xff\xfe\n{\"title\":\"Odd\",\"outcome\":\"maybe\"}\n");
    file.close();
    begin(log, u"Stop orders"_s)->succeed();
    const QList<PastTask> tasks = history.tasks();
    QCOMPARE(tasks.size(), 2);
    QCOMPARE(tasks.constLast().title, u"Create orders"_s);
}

void TestActivityHistory::writesNothingWhereItMayNot()
{
    ActivityLog log;
    const ActivityHistory history(u"/proc/nowhere/activity.jsonl"_s, log);
    begin(log, u"Create orders"_s)->succeed();
    QVERIFY(history.tasks().isEmpty());
}

QTEST_GUILESS_MAIN(TestActivityHistory)
#include "tst_activityhistory.moc"
