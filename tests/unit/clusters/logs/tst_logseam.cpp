// SPDX-License-Identifier: GPL-3.0-or-later
#include "logseam.h"

#include <QtTest/QTest>

using namespace zoodock;

namespace
{

constexpr qint64 second = 1'000'000'000;
constexpr qint64 start = 100 * second + 7; // a clock of nanoseconds

QByteArray text(int line)
{
    return "line " + QByteArray::number(line);
}

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
    void readAgainAfterARotation();
    void lastLineAgainAfterARotation();
    void rotationAtTheSeam();
    void clockSetBackALittle();
    void piecesOfALineAtARotation();
    void moreThanIsRemembered();
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

/// Docker opens the new file a second time and repeats what it holds by then, of both channels.
void TestLogSeam::readAgainAfterARotation()
{
    LogSeam seam;
    seam.reopen();
    for (int i = 0; i < 1000; ++i)
        QVERIFY(!seam.isRepeat(start + i, i % 10 == 0, text(i)));
    for (int from : {900, 400, 990}) {
        for (int i = from; i < 1000; ++i)
            QVERIFY2(seam.isRepeat(start + i, i % 10 == 0, text(i)), qPrintable(QString::number(i)));
    }
    for (int i = 951; i < 959; ++i) // and once more while it repeats
        QVERIFY(seam.isRepeat(start + i, false, text(i)));
    for (int i = 941; i < 949; ++i)
        QVERIFY(seam.isRepeat(start + i, false, text(i)));
    QVERIFY(!seam.isRepeat(start + 1000, false, text(999)));
    QVERIFY(!seam.isRepeat(start + 1001, true, text(999)));
    QVERIFY(seam.isRepeat(start + 1000, false, text(999)));
    QCOMPARE(seam.last(), start + 1001);
}

/// The usual case: the line that made it rotate. Where the clock is coarse two lines may be that equal.
void TestLogSeam::lastLineAgainAfterARotation()
{
    LogSeam seam;
    seam.reopen();
    QVERIFY(!seam.isRepeat(start, false, "a"));
    QVERIFY(seam.isRepeat(start, false, "a"));
    QVERIFY(!seam.isRepeat(start, false, "b"));
    QVERIFY(!seam.isRepeat(start, true, "a"));
    QVERIFY(!seam.isRepeat(start + 1, false, "a"));
    QVERIFY(!seam.isRepeat(200 * second + 5'000, false, "a"));
    QVERIFY(!seam.isRepeat(200 * second + 5'000, false, "a"));
}

void TestLogSeam::rotationAtTheSeam()
{
    LogSeam seam;
    seam.reopen();
    for (int i = 0; i < 10; ++i)
        QVERIFY(!seam.isRepeat(start + i, false, text(i)));
    seam.reopen();
    for (int i = 0; i < 8; ++i)
        QVERIFY(seam.isRepeat(start + i, false, text(i)));
    for (int i = 5; i < 10; ++i)
        QVERIFY(seam.isRepeat(start + i, false, text(i)));
    QVERIFY(!seam.isRepeat(start + 10, false, text(10)));
    for (int i = 5; i < 11; ++i)
        QVERIFY(seam.isRepeat(start + i, false, text(i)));
    QVERIFY(!seam.isRepeat(start + 11, false, text(11)));
    seam.reopen();
    for (int i = 0; i < 12; ++i)
        QVERIFY(seam.isRepeat(start + i, false, text(i)));
}

/// Time goes back, and nothing of it was had.
void TestLogSeam::clockSetBackALittle()
{
    LogSeam seam;
    seam.reopen();
    for (int i = 0; i < 100; ++i)
        QVERIFY(!seam.isRepeat(start + i * 1000, false, text(i)));
    for (int i = 0; i < 200; ++i)
        QVERIFY(!seam.isRepeat(start + i * 1000 + 1, false, text(i)));
    for (int i = 150; i < 200; ++i)
        QVERIFY(seam.isRepeat(start + i * 1000 + 1, false, text(i)));
    // The same moment with other words is another line.
    QVERIFY(!seam.isRepeat(start + 150 * 1000 + 1, false, "other"));
    QVERIFY(!seam.isRepeat(start + 200 * 1000 + 1, false, text(200)));
}

/// Of a line that is kept in pieces the new file may hold the last ones only, with the time of the whole.
void TestLogSeam::piecesOfALineAtARotation()
{
    LogSeam seam;
    seam.reopen();
    QVERIFY(!seam.isRepeat(start, false, "first piece, second piece"));
    QVERIFY(!seam.isRepeat(start + 1, false, "b"));
    QVERIFY(!seam.isRepeat(start + 2, false, "c"));
    QVERIFY(!seam.isRepeat(start, false, "second piece"));
    QVERIFY(seam.isRepeat(start + 1, false, "b"));
    QVERIFY(seam.isRepeat(start + 2, false, "c"));
    QVERIFY(!seam.isRepeat(start + 3, false, "d"));
}

/// What cannot be known to have been there is shown.
void TestLogSeam::moreThanIsRemembered()
{
    LogSeam seam;
    seam.reopen();
    constexpr int lines = 400'000;
    for (int i = 0; i < lines; ++i)
        QVERIFY(!seam.isRepeat(start + i, false, "x"));
    for (int i = lines - 100'000; i < lines; ++i)
        QVERIFY(seam.isRepeat(start + i, false, "x"));
    QVERIFY(!seam.isRepeat(start, false, "x"));
}

QTEST_GUILESS_MAIN(TestLogSeam)
#include "tst_logseam.moc"
