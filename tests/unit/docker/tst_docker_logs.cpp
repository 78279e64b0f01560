// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/dockercommands.h"
#include "docker/logstream.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestDockerLogs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void commands();
    void line();
    void notALine_data();
    void notALine();
    void timeThereAndBack_data();
    void timeThereAndBack();
    void longLineInPieces();
    void longLineInPiecesThatGrew();
    void likenessOfAStampStays();
    void brokenBytes();
};

void TestDockerLogs::commands()
{
    const DockerCommands docker(u"docker"_s, u"far"_s);
    QCOMPARE(docker.followLogs(u"c"_s, {}, 0).display(),
             u"docker --context far logs --follow --timestamps c"_s);
    const CommandSpec spec = docker.followLogs(u"c"_s, u"2026-11-22T07:56:17.039923726Z"_s, 5);
    QCOMPARE(
        spec.display(),
        u"docker --context far logs --follow --timestamps --since 2026-11-22T07:56:17.039923726Z --tail 5 c"_s);
    QCOMPARE(spec.deadline.count(), 0);
    const CommandSpec attached = docker.execAttached(u"c"_s, {u"sh"_s, u"-c"_s, u"cat"_s});
    QCOMPARE(attached.display(), u"docker --context far exec --interactive c sh -c cat"_s);
    QVERIFY(attached.keepInputOpen);
}

void TestDockerLogs::line()
{
    const auto read = parse::logLine("2026-11-22T07:56:17.039923726Z hello  world ", true);
    QVERIFY(read);
    QCOMPARE(read->timeNano, 1'795'334'177'039'923'726);
    QCOMPARE(read->text, "hello  world "_ba);
    QVERIFY(read->standardError);
    QCOMPARE(parse::logLine("2026-11-22T07:56:17.039923726Z ", false)->text, QByteArray());
}

void TestDockerLogs::notALine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("docker's own word") << "Error: No such container: c"_ba;
    QTest::newRow("short") << "2026-11-22T07:56:17.039923726Z"_ba;
    QTest::newRow("month") << "2026-13-22T07:56:17.039923726Z x"_ba;
    QTest::newRow("letters") << "2026-11-2xT07:56:17.039923726Z x"_ba;
    QTest::newRow("minus") << "-026-11-22T07:56:17.039923726Z x"_ba;
    QTest::newRow("offset") << "2026-11-22T07:56:17.039923726+x"_ba;
}

void TestDockerLogs::notALine()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!parse::logLine(bytes, true));
}

void TestDockerLogs::timeThereAndBack_data()
{
    QTest::addColumn<QByteArray>("time");
    for (const char *time : {"1970-01-01T00:00:00.000000001Z", "2000-02-29T23:59:59.999999999Z",
                             "2024-02-29T12:00:00.100000000Z", "2026-12-31T23:59:59.000000000Z",
                             "2100-03-01T00:00:00.000000010Z"})
        QTest::newRow(time) << QByteArray(time);
}

void TestDockerLogs::timeThereAndBack()
{
    QFETCH(QByteArray, time);
    const auto read = parse::logLine(time + " x", false);
    QVERIFY(read);
    QCOMPARE(parse::logTime(read->timeNano), time);
}

void TestDockerLogs::longLineInPieces()
{
    // As docker 20.10 and 28 print a line of 40,000 letters.
    const QByteArray stamp = "2026-11-22T07:56:19.334978022Z ";
    const QByteArray text = QByteArray(16384, 'a') + QByteArray(16384, 'b') + QByteArray(7232, 'c');
    const QByteArray line =
        stamp + text.left(16384) + stamp + text.mid(16384, 16384) + stamp + text.mid(32768);
    QCOMPARE(parse::logLine(line, false)->text, text);
    const QByteArray exact = stamp + text.left(16384);
    QCOMPARE(parse::logLine(exact, false)->text, text.left(16384));
}

void TestDockerLogs::longLineInPiecesThatGrew()
{
    // As docker 20.10 and 28 print 40,000 bytes that are no UTF-8, and a long line of Chinese: characters at
    // the pieces' ends were cut in two.
    const QByteArray stamp = "2026-11-22T07:56:19.334978022Z ";
    const QByteArray bad = "\xef\xbf\xbd";
    const QByteArray broken =
        stamp + bad.repeated(16'384) + stamp + bad.repeated(16'384) + stamp + bad.repeated(7232);
    QCOMPARE(parse::logLine(broken, false)->text, bad.repeated(40'000));
    const QByteArray middle = "\xe4\xb8\xad";
    const QByteArray first = middle.repeated(5461) + bad;
    const QByteArray second = bad + bad + middle.repeated(5460) + bad + bad;
    const QByteArray cut = stamp + first + stamp + second + stamp + bad + middle;
    QCOMPARE(parse::logLine(cut, false)->text, first + second + bad + middle);
}

void TestDockerLogs::likenessOfAStampStays()
{
    const QByteArray stamp = "2026-11-22T07:56:19.334978022Z ";
    const QByteArray text = "then " + stamp + "was the time, " + QByteArray(20'000, 'x');
    QCOMPARE(parse::logLine(stamp + text, false)->text, text);
}

void TestDockerLogs::brokenBytes()
{
    QRandomGenerator random(1); // the same bytes every time
    const QByteArray good = "2026-11-22T07:56:19.334978022Z text";
    int read = 0;
    for (int i = 0; i < 20'000; ++i) {
        QByteArray bytes = good;
        bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
        bytes.truncate(random.bounded(bytes.size() + 1));
        if (const auto line = parse::logLine(bytes, false)) {
            ++read;
            QVERIFY(line->timeNano > 0);
            QCOMPARE(line->text, bytes.mid(31));
        }
    }
    QVERIFY(read > 0);
    QVERIFY(read < 20'000);
}

QTEST_GUILESS_MAIN(TestDockerLogs)
#include "tst_docker_logs.moc"
