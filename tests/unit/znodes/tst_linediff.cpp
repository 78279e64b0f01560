// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/linediff.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;
using Kind = DiffLine::Kind;

namespace
{

QString drawn(const QList<DiffLine> &diff)
{
    QStringList lines;
    for (const DiffLine &line : diff)
        lines.append((line.kind == Kind::Same ? u' ' : line.kind == Kind::Added ? u'+' : u'-') + line.text);
    return lines.join(u'\n');
}

QString side(const QList<DiffLine> &diff, Kind without)
{
    QStringList lines;
    for (const DiffLine &line : diff) {
        if (line.kind != without)
            lines.append(line.text);
    }
    return lines.join(u'\n');
}

qsizetype edits(const QList<DiffLine> &diff)
{
    return std::count_if(diff.cbegin(), diff.cend(),
                         [](const DiffLine &line) { return line.kind != Kind::Same; });
}

} // namespace

class TestLineDiff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void draws_data();
    void draws();
    void bothSidesComeBack();
    void isBounded();
    void shortens();
};

void TestLineDiff::draws_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    QTest::newRow("equal") << u"a\nb"_s << u"a\nb"_s << u" a\n b"_s;
    QTest::newRow("changed") << u"a\nb\nc"_s << u"a\nx\nc"_s << u" a\n-b\n+x\n c"_s;
    QTest::newRow("from nothing") << u""_s << u"a"_s << u"+a"_s;
    QTest::newRow("to nothing") << u"a"_s << u""_s << u"-a"_s;
    QTest::newRow("inserted") << u"a\nc"_s << u"a\nb\nc"_s << u" a\n+b\n c"_s;
    QTest::newRow("repeated") << u"a\na"_s << u"a\na\na"_s << u" a\n a\n+a"_s;
    QTest::newRow("moved") << u"a\nb\nc"_s << u"b\nc\na"_s << u"-a\n b\n c\n+a"_s;
}

void TestLineDiff::draws()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, expected);
    QCOMPARE(drawn(lineDiff(before, after)), expected);
}

void TestLineDiff::bothSidesComeBack()
{
    QRandomGenerator random(4);
    for (int i = 0; i < 500; ++i) {
        QStringList before;
        QStringList after;
        for (int line = random.bounded(1, 12); line > 0; --line)
            before.append(QString(QChar(u'a' + random.bounded(4))));
        for (int line = random.bounded(1, 12); line > 0; --line)
            after.append(QString(QChar(u'a' + random.bounded(4))));
        const auto diff = lineDiff(before.join(u'\n'), after.join(u'\n'));
        QCOMPARE(side(diff, Kind::Added), before.join(u'\n'));
        QCOMPARE(side(diff, Kind::Removed), after.join(u'\n'));
        QVERIFY(edits(diff) <= before.size() + after.size());
    }
}

void TestLineDiff::isBounded()
{
    QStringList before;
    QStringList after;
    for (int i = 0; i < 5000; ++i) {
        before.append(u"b%1"_s.arg(i));
        after.append(u"a%1"_s.arg(i));
    }
    const auto diff = lineDiff(before.join(u'\n'), after.join(u'\n'));
    QCOMPARE(side(diff, Kind::Added), before.join(u'\n'));
    QCOMPARE(side(diff, Kind::Removed), after.join(u'\n'));
}

void TestLineDiff::shortens()
{
    const auto diff = lineDiff(u"1\n2\n3\n4\n5\n6\n7"_s, u"1\n2\n3\nx\n5\n6\n7"_s);
    QCOMPARE(drawn(shortened(diff, 1)), u" …\n 3\n-4\n+x\n 5\n …"_s);
    QCOMPARE(shortened(lineDiff(u"a"_s, u"a"_s), 1).size(), 1);
}

QTEST_APPLESS_MAIN(TestLineDiff)
#include "tst_linediff.moc"
