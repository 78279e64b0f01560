// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/activityhistory.h"
#include "clusters/activitylog.h"
#include "fakes/faketask.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

/// Knows one title alone.
class OtherLanguage : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *context, const char *source, const char *, int) const override
    {
        const bool isKnown =
            qstrcmp(context, "zoodock::ActTask") == 0 && qstrcmp(source, "Start %1 of %2") == 0;
        return isKnown ? u"%2：启动 %1"_s : QString();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace

class TestActivityHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void emptyAtFirst();
    void outlivesTheProgram();
    void titlesAreInTheLanguageOfNow();
    void readsWhatOlderVersionsWrote();
    void staysBounded();
    void survivesDamage();
    void writesNothingWhereItMayNot();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"zoodock/activity.jsonl"_s); }
    static FakeTask *begin(ActivityLog &log, const TaskTitle &title)
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

/// Not in that of the time when the task was run; but for what nobody can translate.
void TestActivityHistory::titlesAreInTheLanguageOfNow()
{
    const TaskTitle start("zoodock::ActTask", "Start %1 of %2", {u"100%2"_s, u"orders"_s});
    const TaskTitle unknown("zoodock::ActTask", "Stop %1", {u"orders"_s});
    OtherLanguage chinese;
    QVERIFY(QCoreApplication::installTranslator(&chinese));
    const TaskTitle inChinese("zoodock::ActTask", "Start %1 of %2", {u"zoo1"_s, u"orders"_s});
    QVERIFY(QCoreApplication::removeTranslator(&chinese));
    ActivityLog log;
    const ActivityHistory history(path(), log);
    begin(log, start)->succeed();
    begin(log, unknown)->succeed();
    begin(log, inChinese)->succeed();
    begin(log, u"Finish %1"_s)->succeed();
    QCOMPARE(log.tasks().at(1)->title(), u"orders：启动 zoo1"_s); // a row stays as it is
    QList<PastTask> tasks = history.tasks();
    QCOMPARE(tasks.at(0).title, u"Finish %1"_s);
    QCOMPARE(tasks.at(1).title, u"Start zoo1 of orders"_s);
    QCOMPARE(tasks.at(2).title, u"Stop orders"_s);
    QCOMPARE(tasks.at(3).title, u"Start 100%2 of orders"_s);
    QVERIFY(QCoreApplication::installTranslator(&chinese));
    tasks = history.tasks();
    QCOMPARE(tasks.at(0).title, u"Finish %1"_s);
    QCOMPARE(tasks.at(1).title, u"orders：启动 zoo1"_s);
    QCOMPARE(tasks.at(2).title, u"Stop orders"_s);
    QCOMPARE(tasks.at(3).title, u"orders：启动 100%2"_s);
    QCoreApplication::removeTranslator(&chinese);
}

void TestActivityHistory::readsWhatOlderVersionsWrote()
{
    QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"begun":"2026-10-01T10:00:00.000Z","cluster":"orders","commands":[],"detail":"",)"
               R"("message":"","ms":1500,"outcome":"done","title":"创建 orders"})"
               "\n");
    file.close();
    const ActivityLog log;
    const QList<PastTask> tasks = ActivityHistory(path(), log).tasks();
    QCOMPARE(tasks.size(), 1);
    QCOMPARE(tasks.at(0).title, u"创建 orders"_s);
    QCOMPARE(tasks.at(0).elapsed, std::chrono::milliseconds(1500));
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
