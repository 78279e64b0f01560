// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/logrings.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace zoodock;

namespace
{

QList<LogLine> lines(int count, qsizetype length = 10, bool probe = false)
{
    LogLine line;
    line.text = QByteArray(length, 'x');
    line.probe = probe;
    return QList<LogLine>(count, line);
}

} // namespace

class TestLogRings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void numbersGoOn();
    void oldLinesGo();
    void longLinesGoEarlier();
    void probesAreCounted();
    void membersStayAndGo();
};

void TestLogRings::numbersGoOn()
{
    LogRings rings;
    rings.append(1, lines(1)); // nobody knows this member
    rings.setMembers({1, 2});
    QSignalSpy appended(&rings, &LogRings::appended);
    rings.append(1, lines(2));
    rings.append(1, lines(1));
    QCOMPARE(appended.size(), 2);
    QCOMPARE(rings.lines(1).size(), 3);
    QCOMPARE(rings.lines(1).constLast().number, 2U);
    QCOMPARE(rings.lines(1).constLast().memberId, 1);
    QCOMPARE(rings.nextNumber(1), 3U);
    QCOMPARE(rings.lines(2).size(), 0);
}

void TestLogRings::oldLinesGo()
{
    LogRings rings;
    rings.setLimit(100);
    rings.setMembers({1});
    rings.append(1, lines(80));
    QCOMPARE(rings.firstNumber(1), 0U);
    rings.append(1, lines(150));
    QCOMPARE(rings.lines(1).size(), 100);
    QCOMPARE(rings.firstNumber(1), 130U);
    QCOMPARE(rings.lines(1).constFirst().number, 130U);
}

void TestLogRings::longLinesGoEarlier()
{
    LogRings rings;
    rings.setMembers({1});
    for (int i = 0; i < 80; ++i)
        rings.append(1, lines(1, 1024 * 1024));
    QCOMPARE(rings.lines(1).size(), 64);
}

void TestLogRings::probesAreCounted()
{
    LogRings rings;
    rings.setLimit(10);
    rings.setMembers({1});
    rings.append(1, lines(5, 10, true));
    rings.append(1, lines(4));
    QCOMPARE(rings.probeLines(1), 5);
    rings.append(1, lines(4));
    QCOMPARE(rings.probeLines(1), 2);
    rings.clear();
    QCOMPARE(rings.probeLines(1), 0);
    QCOMPARE(rings.lines(1).size(), 0);
}

void TestLogRings::membersStayAndGo()
{
    LogRings rings;
    rings.setMembers({1, 2});
    rings.append(1, lines(3));
    rings.append(2, lines(3));
    QSignalSpy reset(&rings, &LogRings::reset);
    rings.setMembers({2, 3});
    QCOMPARE(reset.size(), 1);
    QCOMPARE(rings.members(), QList<int>({2, 3}));
    QCOMPARE(rings.lines(2).size(), 3);
    QCOMPARE(rings.lines(1).size(), 0);
}

QTEST_GUILESS_MAIN(TestLogRings)
#include "tst_logrings.moc"
