// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/linesplitter.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace zoodock;

namespace
{

using Lines = QList<QByteArray>;

struct Cut
{
    Lines lines;
    qsizetype dropped = 0;
};

/// Feeds `bytes` in pieces of the sizes that `size` yields.
template <typename Size>
Cut cut(const QByteArray &bytes, qsizetype limit, Size size)
{
    LineSplitter splitter(limit);
    Cut result;
    for (qsizetype from = 0; from < bytes.size();) {
        const qsizetype count = size();
        result.lines += splitter.feed(bytes.mid(from, count));
        from += count;
    }
    result.lines += splitter.flush();
    result.dropped = splitter.droppedBytes();
    return result;
}

} // namespace

class TestLineSplitter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cuts_data();
    void cuts();
    void handsOutOnlyCompleteLines();
    void lineEndAcrossPieces();
    void flushResets();
    void keepsChannelsApart();
    void anyPiecesGiveTheSame();
    void anOverlongLineTakesNoMemory();
};

void TestLineSplitter::cuts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Lines>("lines");
    QTest::addColumn<qsizetype>("dropped");
    const auto row = [](const char *name, const QByteArray &bytes, const Lines &lines,
                        qsizetype dropped = 0) { QTest::newRow(name) << bytes << lines << dropped; };
    row("nothing", "", {});
    row("one line", "a\n", {"a"});
    row("no end", "a", {"a"});
    row("last line without end", "a\nb", {"a", "b"});
    row("empty lines", "\n\na\n\n", {"", "", "a", ""});
    row("windows", "a\r\nb\r\n", {"a", "b"});
    row("empty windows line", "\r\n", {""});
    row("carriage return inside", "a\rb\n", {"a\rb"});
    row("two carriage returns", "a\r\r\n", {"a\r"});
    row("carriage return at the very end", "a\r", {"a\r"});
    row("NUL", QByteArray("a\0b\n\0", 5), {QByteArray("a\0b", 3), QByteArray("\0", 1)});
    row("not UTF-8", "\xff\xfe\n", {"\xff\xfe"});
    // The limit is 8.
    row("as long as allowed", "12345678\nx\n", {"12345678", "x"});
    row("as long as allowed, windows", "12345678\r\nx\r\n", {"12345678", "x"});
    row("one too long", "123456789\nx\n", {"12345678", "x"}, 1);
    row("one too long, windows", "123456789\r\nx\n", {"12345678", "x"}, 1);
    row("much too long", "1234567890123456789\nx\n", {"12345678", "x"}, 11);
    row("too long at the end", "1234567890", {"12345678"}, 2);
    row("two too long", "1234567890\n1234567890\n", {"12345678", "12345678"}, 4);
    row("carriage return at the limit", "1234567\r9\n", {"1234567\r"}, 1);
    row("carriage return after the limit", "12345678\r0\n", {"12345678"}, 2);
}

void TestLineSplitter::cuts()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const Lines, lines);
    QFETCH(const qsizetype, dropped);
    for (const qsizetype size : {qsizetype(1), qsizetype(2), qsizetype(3), qsizetype(7), bytes.size() + 1}) {
        const Cut result = cut(bytes, 8, [size] { return size; });
        QCOMPARE(result.lines, lines);
        QCOMPARE(result.dropped, dropped);
    }
}

void TestLineSplitter::handsOutOnlyCompleteLines()
{
    LineSplitter splitter;
    QCOMPARE(splitter.feed("ab"), Lines());
    QCOMPARE(splitter.feed("c\nd"), Lines{"abc"});
    QCOMPARE(splitter.feed(""), Lines());
    QCOMPARE(splitter.feed("\n"), Lines{"d"});
    QCOMPARE(splitter.flush(), Lines());
}

void TestLineSplitter::lineEndAcrossPieces()
{
    LineSplitter splitter;
    QCOMPARE(splitter.feed("a\r"), Lines());
    QCOMPARE(splitter.feed("\nb"), Lines{"a"});
    QCOMPARE(splitter.flush(), Lines{"b"});
}

void TestLineSplitter::flushResets()
{
    LineSplitter splitter(4);
    QCOMPARE(splitter.feed("123456"), Lines());
    QCOMPARE(splitter.flush(), Lines{"1234"});
    QCOMPARE(splitter.flush(), Lines());
    QCOMPARE(splitter.feed("x\n"), Lines{"x"});
    QCOMPARE(splitter.droppedBytes(), 2);
}

void TestLineSplitter::keepsChannelsApart()
{
    LineSplitter out;
    LineSplitter err;
    QCOMPARE(out.feed("half of out"), Lines());
    QCOMPARE(err.feed("err\n"), Lines{"err"});
    QCOMPARE(out.feed(", rest\n"), Lines{"half of out, rest"});
}

void TestLineSplitter::anyPiecesGiveTheSame()
{
    QRandomGenerator random(20240607);
    const QByteArray alphabet("ab\r\n\n\0", 6);
    for (int round = 0; round < 300; ++round) {
        QByteArray bytes;
        for (quint32 i = random.bounded(200U); i > 0; --i)
            bytes += alphabet.at(random.bounded(6));
        const Cut whole = cut(bytes, 8, [&] { return bytes.size(); });
        const Cut pieces = cut(bytes, 8, [&] { return qsizetype(1 + random.bounded(9)); });
        QCOMPARE(pieces.lines, whole.lines);
        QCOMPARE(pieces.dropped, whole.dropped);
    }
}

void TestLineSplitter::anOverlongLineTakesNoMemory()
{
    LineSplitter splitter(1024);
    const QByteArray megabyte(1024 * 1024, 'x');
    for (int i = 0; i < 64; ++i)
        QCOMPARE(splitter.feed(megabyte), Lines());
    const Lines lines = splitter.feed("\n");
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.first(), QByteArray(1024, 'x'));
    QVERIFY(lines.first().capacity() < 64 * 1024);
    QCOMPARE(splitter.droppedBytes(), 64 * 1024 * 1024 - 1024);
}

QTEST_GUILESS_MAIN(TestLineSplitter)
#include "tst_linesplitter.moc"
