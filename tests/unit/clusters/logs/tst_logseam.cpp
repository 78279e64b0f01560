// SPDX-License-Identifier: GPL-3.0-or-later
#include "logseam.h"

#include <QtTest/QTest>

using namespace zoodock;

namespace
{

constexpr qint64 second = 1'000'000'000;

} // namespace

class TestLogSeam : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firstReading();
    void seamOfTwoReadings();
    void equalLinesCount();
    void channelsAreDifferent();
    void lateLineOfTheOtherChannel();
    void everythingFromTheBeginningAgain();
    void threeReadings();
    void farBehindTheSeam();
    void oneChannelAheadOfTheOther();
};

void TestLogSeam::firstReading()
{
    LogSeam seam;
    QCOMPARE(seam.since(), 0);
    seam.reopen();
    QVERIFY(!seam.isRepeat(second, false, "a"));
    QVERIFY(!seam.isRepeat(second, false, "a"));
    QVERIFY(!seam.isRepeat(0, false, "without time"));
}

void TestLogSeam::seamOfTwoReadings()
{
    LogSeam seam;
    seam.reopen();
    QVERIFY(!seam.isRepeat(100 * second, false, "a"));
    QVERIFY(!seam.isRepeat(101 * second, false, "b"));
    QVERIFY(seam.since() < 101 * second && seam.since() > 0);
    seam.reopen();
    QVERIFY(seam.isRepeat(100 * second, false, "a"));
    QVERIFY(seam.isRepeat(101 * second, false, "b"));
    QVERIFY(!seam.isRepeat(101 * second, false, "c"));
    QVERIFY(!seam.isRepeat(102 * second, false, "b"));
}

void TestLogSeam::equalLinesCount()
{
    LogSeam seam;
    seam.reopen();
    QVERIFY(!seam.isRepeat(100 * second, false, "same"));
    QVERIFY(!seam.isRepeat(100 * second, false, "same"));
    seam.reopen();
    QVERIFY(seam.isRepeat(100 * second, false, "same"));
    QVERIFY(seam.isRepeat(100 * second, false, "same"));
    QVERIFY(!seam.isRepeat(100 * second, false, "same"));
}

void TestLogSeam::channelsAreDifferent()
{
    LogSeam seam;
    seam.reopen();
    QVERIFY(!seam.isRepeat(100 * second, false, "same"));
    seam.reopen();
    QVERIFY(!seam.isRepeat(100 * second, true, "same"));
}

void TestLogSeam::lateLineOfTheOtherChannel()
{
    LogSeam seam;
    seam.reopen();
    QVERIFY(!seam.isRepeat(100 * second, false, "out"));
    seam.reopen(); // stopped before the error line was read
    QVERIFY(!seam.isRepeat(100 * second - 5, true, "err"));
    QVERIFY(seam.isRepeat(100 * second, false, "out"));
}

void TestLogSeam::everythingFromTheBeginningAgain()
{
    LogSeam seam;
    seam.reopen();
    for (int i = 1; i < 100; ++i)
        QVERIFY(!seam.isRepeat(i * second, false, QByteArray::number(i)));
    seam.reopen();
    for (int i = 1; i < 100; ++i)
        QVERIFY(seam.isRepeat(i * second, false, QByteArray::number(i)));
    QVERIFY(!seam.isRepeat(100 * second, false, "100"));
}

void TestLogSeam::threeReadings()
{
    LogSeam seam;
    seam.reopen();
    QVERIFY(!seam.isRepeat(100 * second, false, "a"));
    seam.reopen();
    seam.reopen();
    QVERIFY(seam.isRepeat(100 * second, false, "a"));
    QVERIFY(!seam.isRepeat(100 * second + 1, false, "b"));
    seam.reopen();
    QVERIFY(seam.isRepeat(100 * second, false, "a"));
    QVERIFY(seam.isRepeat(100 * second + 1, false, "b"));
    QVERIFY(!seam.isRepeat(100 * second + 2, false, "c"));
}

void TestLogSeam::farBehindTheSeam()
{
    LogSeam seam;
    seam.reopen();
    QVERIFY(!seam.isRepeat(100 * second, false, "a"));
    seam.reopen();
    QVERIFY(!seam.isRepeat(200 * second, false, "later"));
    // Somebody set the engine's clock back: that is no repeat.
    QVERIFY(!seam.isRepeat(50 * second, false, "after the clock was set"));
}

/// The channels are two pipes: of one everything may be read before the other's first line is.
void TestLogSeam::oneChannelAheadOfTheOther()
{
    LogSeam seam;
    seam.reopen();
    QVERIFY(!seam.isRepeat(100 * second, true, "starting"));
    QVERIFY(!seam.isRepeat(100 * second + 1, false, "a"));
    seam.reopen();
    QVERIFY(seam.isRepeat(100 * second + 1, false, "a"));
    QVERIFY(!seam.isRepeat(200 * second, false, "the next run"));
    QVERIFY(seam.isRepeat(100 * second, true, "starting"));
    QVERIFY(!seam.isRepeat(200 * second - 1, true, "starting"));
    seam.reopen();
    QVERIFY(seam.isRepeat(200 * second, false, "the next run"));
    QVERIFY(seam.isRepeat(200 * second - 1, true, "starting"));
}

QTEST_GUILESS_MAIN(TestLogSeam)
#include "tst_logseam.moc"
