// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/activityhistory.h"
#include "clusters/activitylog.h"
#include "fakes/faketask.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSet>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

/// Knows one title, its own code and the reasons.
class OtherLanguage : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *context, const char *source, const char *, int) const override
    {
        const bool isKnown =
            qstrcmp(context, "zoodock::ActTask") == 0 && qstrcmp(source, "Start %1 of %2") == 0;
        if (qstrcmp(context, "zoodock::ActivityHistory") == 0 && qstrcmp(source, "en") == 0)
            return u"xx"_s;
        if (qstrcmp(context, "ErrorReasons") == 0)
            return u"原因：%1"_s.arg(QString::fromUtf8(source));
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
    void reasonsAreInTheLanguageOfNow();
    void everyKindHasItsReason();
    void keepsLessThanIsSeen();
    void failuresStayUnread();
    void laterSuccessIsReadForThem();
    void whatRestoresAClusterIsReadForWhatLeftItHalfMade();
    void successesOfOthersAreReadForThose();
    void quickSuccessesAreReadForEarlierFailures();
    void readsWhatOlderVersionsWrote();
    void whatWasUnderWayIsInterrupted();
    void whatWasCutOffStaysUnread();
    void staysBounded();
    void interruptedOnesStayBounded();
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

    [[nodiscard]] QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// As if another process, which is gone, had written what this one did.
    void letTheProcessBeGone() const
    {
        QByteArray now = content();
        const QByteArray pid = ' ' + QByteArray::number(QCoreApplication::applicationPid()) + ' ';
        QVERIFY(now.contains(pid));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(now.replace(pid, " 999999999 "));
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
        begin(log, u"Delete /app"_s)->fail(Error(ErrorKind::NotEmpty, u"Others create below."_s));
    }
    const ActivityLog log;
    const QList<PastTask> tasks = ActivityHistory(path(), log).tasks();
    QCOMPARE(tasks.size(), 4);
    QCOMPARE(tasks.at(0).title, u"Delete /app"_s); // the newest first
    QCOMPARE(tasks.at(0).outcome, PastTask::Outcome::Unfinished);
    QCOMPARE(tasks.at(0).message, u"Others create below."_s);
    QCOMPARE(tasks.at(1).title, u"Stop orders"_s);
    QCOMPARE(tasks.at(1).outcome, PastTask::Outcome::Cancelled);
    QCOMPARE(tasks.at(1).message, QString()); // the outcome says it
    QCOMPARE(tasks.at(2).outcome, PastTask::Outcome::Failed);
    QCOMPARE(tasks.at(2).title, u"Start “zoo1”"_s);
    QCOMPARE(tasks.at(2).message, u"No quorum."_s);
    QCOMPARE(tasks.at(2).detail, u"zoo1: two\nlines\nDocker refused."_s);
    QCOMPARE(tasks.at(2).commands, QStringList{u"docker start orders-zoo1"_s});
    QCOMPARE(tasks.at(3).outcome, PastTask::Outcome::Done);
    QCOMPARE(tasks.at(3).cluster, u"orders"_s);
    QVERIFY(tasks.at(3).begun.isValid() && tasks.at(3).begun.secsTo(QDateTime::currentDateTimeUtc()) < 600);
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

/// In short: the words of then stand beside them, for they name what it was about.
void TestActivityHistory::reasonsAreInTheLanguageOfNow()
{
    OtherLanguage chinese;
    ActivityLog log;
    const ActivityHistory history(path(), log);
    begin(log, u"Create orders"_s)
        ->fail(Error(ErrorKind::PortInUse, u"Port 2181 is taken."_s, u"exit 125"_s));
    begin(log, u"Stop orders"_s)->fail(Error::cancelled());
    begin(log, u"Odd"_s)->fail(Error(ErrorKind::Unknown, u"It is odd."_s));
    QVERIFY(QCoreApplication::installTranslator(&chinese));
    begin(log, u"Start orders"_s)->fail(Error(ErrorKind::NoQuorum, u"没有法定人数。"_s));
    QList<PastTask> tasks = history.tasks();
    QCOMPARE(tasks.at(0).message, u"没有法定人数。"_s);
    QVERIFY(!tasks.at(0).foreign && tasks.at(0).reason.isEmpty());
    QVERIFY(tasks.at(1).foreign && tasks.at(1).reason.isEmpty()); // nobody knows it
    QCOMPARE(tasks.at(1).message, u"It is odd."_s);
    QVERIFY(!tasks.at(2).foreign); // the outcome says it
    QVERIFY(tasks.at(3).foreign);
    QCOMPARE(tasks.at(3).reason, u"原因：A port was taken already."_s);
    QCOMPARE(tasks.at(3).message, u"Port 2181 is taken."_s);
    QCOMPARE(tasks.at(3).detail, u"exit 125"_s);
    QCoreApplication::removeTranslator(&chinese);
    tasks = history.tasks();
    QVERIFY(tasks.at(0).foreign);
    QCOMPARE(tasks.at(0).reason, u"The members were started, but did not serve in time."_s);
    QVERIFY(!tasks.at(3).foreign && tasks.at(3).reason.isEmpty());
}

void TestActivityHistory::everyKindHasItsReason()
{
    OtherLanguage chinese;
    ActivityLog log;
    const ActivityHistory history(path(), log);
    constexpr int last = int(ErrorKind::UndoIncomplete);
    for (int kind = last; kind > int(ErrorKind::Unknown); --kind)
        begin(log, errorKindName(ErrorKind(kind)))->fail(Error(ErrorKind(kind), u"So it was."_s));
    QVERIFY(QCoreApplication::installTranslator(&chinese));
    QSet<QString> reasons;
    for (const PastTask &task : history.tasks()) {
        QVERIFY2(task.foreign && task.reason.startsWith(u"原因"_s), qPrintable(task.title));
        reasons.insert(task.reason);
    }
    QCoreApplication::removeTranslator(&chinese);
    QCOMPARE(reasons.size(), last);
}

/// What is searched for may be a secret: it is for the window alone.
void TestActivityHistory::keepsLessThanIsSeen()
{
    ActivityLog log;
    const ActivityHistory history(path(), log);
    auto *search = new FakeTask(
        u"orders"_s,
        TaskTitle("zoodock::X", "Search for “%1” below %2 in %3", {u"%2 secret"_s, u"/app"_s, u"orders"_s}),
        {});
    search->setLastingTitle(TaskTitle("zoodock::X", "Search below %1 in %2", {u"/app"_s, u"orders"_s}));
    log.add(search);
    search->start();
    QTRY_VERIFY(search->begun().isValid());
    QCOMPARE(search->title(), u"Search for “%2 secret” below /app in orders"_s);
    search->succeed();
    QCOMPARE(history.tasks().constFirst().title, u"Search below /app in orders"_s);
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("secret"));
    QCOMPARE(search->record()->lastingTitle().text(), u"Search below /app in orders"_s);
}

void TestActivityHistory::readsWhatOlderVersionsWrote()
{
    QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"begun":"2026-10-01T10:00:00.000Z","cluster":"orders","commands":[],"detail":"",)"
               R"("message":"","ms":1500,"outcome":"done","title":"创建 orders"})"
               "\n");
    file.write(R"({"begun":"2026-10-01T10:00:00.000Z","cluster":"orders","commands":[],"detail":"",)"
               R"("message":"This was cancelled.","ms":1,"outcome":"cancelled","title":"Stop orders"})"
               "\n");
    file.close();
    const ActivityLog log;
    file.setFileName(path());
    QVERIFY(file.open(QIODevice::Append));
    file.write(R"({"begun":"2026-10-01T11:00:00.000Z","cluster":"orders","commands":[],"detail":"",)"
               R"("message":"端口已被占用。","ms":1,"outcome":"failed","title":"Start orders"})"
               "\n");
    file.close();
    QCOMPARE(ActivityHistory(path(), log).tasks().constFirst().message, u"端口已被占用。"_s);
    QVERIFY(!ActivityHistory(path(), log).tasks().constFirst().foreign); // as far as anybody knows
    const QList<PastTask> tasks = ActivityHistory(path(), log).tasks().sliced(1);
    QCOMPARE(tasks.size(), 2);
    QCOMPARE(tasks.at(0).title, u"Stop orders"_s);
    QCOMPARE(tasks.at(0).message, QString());
    QCOMPARE(tasks.at(1).title, u"创建 orders"_s);
    QCOMPARE(tasks.at(1).elapsed, std::chrono::milliseconds(1500));
}

/// Until somebody has looked at them, in this run of the program or a later one.
void TestActivityHistory::failuresStayUnread()
{
    const Error error(ErrorKind::PortInUse, u"The port is taken."_s);
    {
        ActivityLog log;
        ActivityHistory history(path(), log);
        begin(log, u"On the command line"_s)->fail(error); // which has said it
        history.keepUnread();
        for (const QString &title : {u"Seen"_s, u"Dismissed"_s, u"Forgotten"_s, u"Cancelled"_s}) {
            FakeTask *task = begin(log, title);
            task->fail(title == "Cancelled"_L1 ? Error::cancelled() : error);
            if (title == "Seen"_L1)
                task->markRead();
            else if (title == "Dismissed"_L1)
                log.dismiss(task);
            QTest::qWait(2); // each begins at a time of its own
        }
        QVERIFY(history.unreadBefore().isEmpty()); // all is of this run
    }
    ActivityLog log;
    ActivityHistory history(path(), log);
    QList<PastTask> unread = history.unreadBefore();
    QCOMPARE(unread.size(), 1);
    QCOMPARE(unread.constFirst().title, u"Forgotten"_s);
    QCOMPARE(history.tasks().size(), 5);
    history.markRead(unread);
    QVERIFY(history.unreadBefore().isEmpty());
    QCOMPARE(history.tasks().size(), 5);
}

/// In another process, as a rule: the command line's.
void TestActivityHistory::laterSuccessIsReadForThem()
{
    const auto run = [this](const QString &title, bool succeeds) {
        ActivityLog log;
        ActivityHistory history(path(), log);
        history.keepUnread();
        FakeTask *const task = begin(log, title);
        succeeds ? task->succeed() : task->fail(Error(ErrorKind::PortInUse, u"The port is taken."_s));
        QTest::qWait(2); // each begins at a time of its own
    };
    run(u"Create orders"_s, false);
    run(u"Create carts"_s, false);
    run(u"Stop orders"_s, true);
    run(u"Create orders"_s, true);
    const ActivityLog log;
    const ActivityHistory history(path(), log);
    QCOMPARE(history.unreadBefore().size(), 1);
    QCOMPARE(history.unreadBefore().constFirst().title, u"Create carts"_s);
    run(u"Create orders"_s, false); // anew
    QCOMPARE(history.unreadBefore().size(), 2);
    QCOMPARE(history.tasks().size(), 5);
}

/// Under another title it has come to its end. Who puts back missing members gives none other settings.
void TestActivityHistory::whatRestoresAClusterIsReadForWhatLeftItHalfMade()
{
    const auto add = [](ActivityLog &log, const QString &title, Wholeness stake) {
        auto *task = new FakeTask(u"orders"_s, title, {});
        task->stake = stake;
        log.add(task);
        task->start();
        if (!QTest::qWaitFor([task] { return task->begun().isValid(); }))
            qFatal("The task did not begin.");
        QTest::qWait(2); // each begins at a time of its own
        return task;
    };
    {
        ActivityLog log;
        ActivityHistory history(path(), log);
        history.keepUnread();
        add(log, u"Change orders"_s, Wholeness::SettingsAtStake);
        add(log, u"Create orders"_s, Wholeness::PartsAtStake);
        add(log, u"Stop orders"_s, Wholeness::NoMatter)->fail(Error(ErrorKind::Timeout, u"It took long."_s));
    }
    letTheProcessBeGone();
    ActivityLog log;
    ActivityHistory history(path(), log);
    history.keepUnread();
    QCOMPARE(history.unreadBefore().size(), 3);
    const QSignalSpy answered(&history, &ActivityHistory::answered);
    FakeTask *const changed = add(log, u"Change orders"_s, Wholeness::SettingsAtStake);
    changed->fail(Error(ErrorKind::PortInUse, u"The port is taken."_s));
    FakeTask *const created = add(log, u"Create orders"_s, Wholeness::PartsAtStake);
    created->fail(Error(ErrorKind::PortInUse, u"The port is taken."_s));
    QCOMPARE(answered.count(), 0);
    add(log, u"Finish orders"_s, Wholeness::Completes)->succeed();
    QVERIFY(created->isRead());
    QVERIFY(!changed->isRead());
    QCOMPARE(answered.count(), 1);
    QCOMPARE(history.unreadBefore().size(), 2); // the change, and the stop
    add(log, u"Remove orders"_s, Wholeness::Removes)->succeed();
    QVERIFY(changed->isRead());
    QCOMPARE(answered.count(), 2);
    QCOMPARE(history.unreadBefore().size(), 1);
    QCOMPARE(history.unreadBefore().constFirst().title, u"Stop orders"_s);
}

/// At once, and not at the next start alone.
void TestActivityHistory::successesOfOthersAreReadForThose()
{
    const Error error(ErrorKind::PortInUse, u"The port is taken."_s);
    ActivityLog log;
    ActivityHistory history(path(), log);
    history.keepUnread();
    FakeTask *const orders = begin(log, u"Create orders"_s);
    orders->fail(error);
    QTest::qWait(2); // each begins at a time of its own
    FakeTask *const carts = begin(log, u"Create carts"_s);
    carts->fail(error);
    const QSignalSpy answered(&history, &ActivityHistory::answered);
    ActivityLog otherLog;
    const ActivityHistory other(path(), otherLog);
    QTest::qWait(2);
    begin(otherLog, u"Create orders"_s)->succeed();
    QTRY_VERIFY(orders->isRead());
    QVERIFY(answered.count() > 0);
    QVERIFY(!carts->isRead());
}

void TestActivityHistory::quickSuccessesAreReadForEarlierFailures()
{
    {
        ActivityLog log;
        ActivityHistory history(path(), log);
        history.keepUnread();
        begin(log, u"Delete /app"_s)->fail(Error(ErrorKind::Timeout, u"It took long."_s));
    }
    ActivityLog log;
    ActivityHistory history(path(), log);
    history.keepUnread();
    QCOMPARE(history.unreadBefore().size(), 1);
    const QSignalSpy answered(&history, &ActivityHistory::answered);
    auto *quick = new FakeTask(u"orders"_s, u"Delete /app"_s, {});
    log.addIfItLasts(quick);
    quick->start();
    QTRY_VERIFY(quick->begun().isValid());
    quick->succeed();
    QCOMPARE(answered.count(), 1);
    QVERIFY(history.unreadBefore().isEmpty());
}

/// Of a process that was killed nobody hears the end.
void TestActivityHistory::whatWasUnderWayIsInterrupted()
{
    {
        ActivityLog log;
        const ActivityHistory history(path(), log);
        begin(log, u"Create orders"_s)->succeed();
        QTest::qWait(2); // each begins at a time of its own
        FakeTask *const cutOff = begin(log, TaskTitle("zoodock::X", "Stop %1", {u"orders"_s}));
        cutOff->noteCommand(u"docker stop orders-zoo1"_s);
        QTRY_VERIFY(content().contains("Stop"));
        QCOMPARE(history.tasks().size(), 1); // it is under way
        log.add(new FakeTask(u"orders"_s, u"Never begun"_s, {}));
    }
    ActivityLog log;
    const ActivityHistory history(path(), log);
    QCOMPARE(history.tasks().size(), 1);
    letTheProcessBeGone();
    QTest::qWait(2);
    begin(log, u"Start orders"_s)->succeed();
    const QList<PastTask> tasks = history.tasks();
    QCOMPARE(tasks.size(), 3);
    QCOMPARE(tasks.at(0).title, u"Start orders"_s);
    QCOMPARE(tasks.at(1).title, u"Stop orders"_s);
    QCOMPARE(tasks.at(1).cluster, u"orders"_s);
    QCOMPARE(tasks.at(1).outcome, PastTask::Outcome::Interrupted);
    QVERIFY(tasks.at(1).begun.isValid() && !tasks.at(1).unread);
    QCOMPARE(tasks.at(2).title, u"Create orders"_s);
    QCOMPARE(tasks.at(2).outcome, PastTask::Outcome::Done);
}

/// But for what a person cut off knowingly.
void TestActivityHistory::whatWasCutOffStaysUnread()
{
    {
        ActivityLog log;
        ActivityHistory history(path(), log);
        begin(log, u"On the command line"_s);
        QTest::qWait(2); // each begins at a time of its own
        history.keepUnread();
        begin(log, u"Killed"_s);
        QTRY_VERIFY(content().contains("Killed"));
    }
    {
        ActivityLog log;
        ActivityHistory history(path(), log);
        history.keepUnread();
        QTest::qWait(2);
        begin(log, u"Quit"_s);
        QTRY_VERIFY(content().contains("Quit"));
        history.markCutOffRead();
    }
    letTheProcessBeGone();
    const ActivityLog log;
    ActivityHistory history(path(), log);
    QCOMPARE(history.tasks().size(), 3);
    const QList<PastTask> unread = history.unreadBefore();
    QCOMPARE(unread.size(), 1);
    QCOMPARE(unread.constFirst().title, u"Killed"_s);
    QCOMPARE(unread.constFirst().outcome, PastTask::Outcome::Interrupted);
    history.markRead(unread);
    QVERIFY(history.unreadBefore().isEmpty());
    QCOMPARE(history.tasks().size(), 3);
}

void TestActivityHistory::interruptedOnesStayBounded()
{
    ActivityLog log;
    const ActivityHistory history(path(), log);
    begin(log, u"Create orders"_s);
    letTheProcessBeGone();
    const QByteArray line = content();
    QFile file(path());
    QVERIFY(file.open(QIODevice::Append));
    for (int i = 0; i < 6 * ActivityHistory::mostKept; ++i)
        file.write(line);
    file.close();
    QTest::qWait(2); // the next one begins at a time of its own
    begin(log, u"Stop orders"_s)->succeed();
    QCOMPARE(history.tasks().size(), ActivityHistory::mostKept);
    QCOMPARE(history.tasks().constFirst().title, u"Stop orders"_s);
    QVERIFY(content().count('\n') <= ActivityHistory::mostKept);
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
