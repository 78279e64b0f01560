// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/namelist.h"

#include <QtCore/QSet>
#include <QtCore/QStringList>
#include <QtTest/QTest>

#include <algorithm>
#include <random>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

NameList listOf(const QList<QByteArray> &names)
{
    return NameList::sorted(std::vector<QByteArrayView>(names.begin(), names.end()));
}

QList<QByteArray> namesOf(const NameList &list)
{
    QList<QByteArray> names;
    for (qsizetype row = 0; row < list.size(); ++row)
        names.append(list.utf8(row).toByteArray());
    return names;
}

/// Names with digits, zeros and common beginnings, so that every branch of the order is met.
QList<QByteArray> randomNames(std::mt19937 &random, int count)
{
    static const QByteArray letters("ab0012-9\xc3\xa4");
    QSet<QByteArray> names;
    while (names.size() < count) {
        QByteArray name;
        const int length = static_cast<int>(random() % 12) + 1;
        for (int i = 0; i < length; ++i)
            name.append(letters.at(static_cast<qsizetype>(random() % static_cast<unsigned>(letters.size()))));
        names.insert(name);
    }
    return names.values();
}

} // namespace

// A sanitizer finds nothing in a million that it does not find in a hundred thousand.
#ifdef ZOODOCK_SANITIZED
constexpr int slowness = 10;
#else
constexpr int slowness = 1;
#endif

class TestNameList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void order_data();
    void order();
    void orderIsTotal();
    void sortedLikeTheComparison();
    void lookUp();
    void edits();
    void editsOfARun();
    void manyEditsStayCompact();
    void million();
};

void TestNameList::order_data()
{
    QTest::addColumn<QByteArray>("less");
    QTest::addColumn<QByteArray>("more");
    QTest::newRow("letters") << QByteArray("a") << QByteArray("b");
    QTest::newRow("prefix") << QByteArray("a") << QByteArray("a0");
    QTest::newRow("numbers") << QByteArray("a2") << QByteArray("a10");
    QTest::newRow("numbers in the midst") << QByteArray("a2b9") << QByteArray("a10b1");
    QTest::newRow("zeros first") << QByteArray("a01") << QByteArray("a1");
    QTest::newRow("zeros are no reason before the end") << QByteArray("a1b") << QByteArray("a01c");
    QTest::newRow("sequence") << QByteArray("n-0000000009") << QByteArray("n-0000000010");
    QTest::newRow("negative sequence") << QByteArray("n--000000001") << QByteArray("n-0000000001");
    QTest::newRow("long numbers") << QByteArray(300, '8') << QByteArray(301, '1');
    QTest::newRow("long equal lengths") << QByteArray(300, '8') << QByteArray(300, '9');
    QTest::newRow("long against longest") << QByteArray(255, '9') << QByteArray(300, '1');
    QTest::newRow("capital") << QByteArray("B") << QByteArray("a");
    QTest::newRow("umlaut") << QByteArray("z") << QByteArray("\xc3\xa4");
    QTest::newRow("digit and letter") << QByteArray("a9") << QByteArray("ab");
    QTest::newRow("digit and dash") << QByteArray("a-") << QByteArray("a0");
}

void TestNameList::order()
{
    QFETCH(QByteArray, less);
    QFETCH(QByteArray, more);
    QVERIFY(compareNatural(less, more) < 0);
    QVERIFY(compareNatural(more, less) > 0);
    QCOMPARE(compareNatural(less, less), 0);
    QCOMPARE(namesOf(listOf({more, less})), (QList<QByteArray>{less, more}));
}

void TestNameList::orderIsTotal()
{
    std::mt19937 random(7);
    const QList<QByteArray> names = randomNames(random, 150);
    for (const QByteArray &a : names) {
        for (const QByteArray &b : names) {
            QCOMPARE(compareNatural(a, b), -compareNatural(b, a));
            QVERIFY((compareNatural(a, b) == 0) == (a == b));
            for (const QByteArray &c : names)
                QVERIFY(!(compareNatural(a, b) < 0 && compareNatural(b, c) < 0) || compareNatural(a, c) < 0);
        }
    }
}

/// sorted() compares short keys first; they must say the same.
void TestNameList::sortedLikeTheComparison()
{
    std::mt19937 random(11);
    for (int round = 0; round < 50; ++round) {
        QList<QByteArray> names = randomNames(random, 300);
        if (round % 2 == 0) {
            for (QByteArray &name : names)
                name.prepend("common-12");
        }
        const NameList list = listOf(names);
        std::sort(names.begin(), names.end(),
                  [](const QByteArray &a, const QByteArray &b) { return compareNatural(a, b) < 0; });
        QCOMPARE(namesOf(list), names);
    }
}

void TestNameList::lookUp()
{
    const NameList list = listOf({"n10", "n9", "x", "n0"});
    QCOMPARE(list.indexOf("n9"), 1);
    QCOMPARE(list.indexOf("n10"), 2);
    QCOMPARE(list.indexOf("n"), -1);
    QCOMPARE(list.lowerBound("n"), 0);
    QCOMPARE(list.lowerBound("z"), 4);
    QCOMPARE(list.at(3), u"x"_s);
    QCOMPARE(NameList().indexOf("a"), -1);
    QVERIFY(NameList::sorted({}).isEmpty());
}

void TestNameList::edits()
{
    std::mt19937 random(13);
    for (int round = 0; round < 60 / slowness; ++round) {
        const QList<QByteArray> all = randomNames(random, 2500);
        const auto some = [&] {
            QList<QByteArray> chosen;
            const auto share = random() % 100;
            for (const QByteArray &name : all) {
                if (random() % 100 < share)
                    chosen.append(name);
            }
            return chosen;
        };
        NameList list = listOf(some());
        const NameList to = listOf(some());
        for (const NameList::Edit &edit : list.editsTo(to)) {
            if (edit.insert)
                list.insert(edit.row, to, edit.from, edit.count);
            else
                list.remove(edit.row, edit.count);
        }
        QVERIFY(list == to);
        for (qsizetype row = 0; row < to.size(); row += 97)
            QCOMPARE(list.indexOf(to.utf8(row)), row);
    }
}

void TestNameList::editsOfARun()
{
    const NameList from = listOf({"a", "b", "c", "x"});
    const NameList to = listOf({"a", "d", "e", "x"});
    const std::vector<NameList::Edit> edits = from.editsTo(to);
    QCOMPARE(edits.size(), std::size_t(2));
    QVERIFY((edits[0] == NameList::Edit{false, 1, 0, 2}));
    QVERIFY((edits[1] == NameList::Edit{true, 1, 1, 2}));
    QVERIFY(from.editsTo(from).empty());
}

void TestNameList::manyEditsStayCompact()
{
    NameList list;
    QList<QByteArray> names;
    for (int i = 0; i < 20'000 / slowness; ++i)
        names.append("n" + QByteArray::number(i));
    const NameList all = listOf(names);
    std::mt19937 random(17);
    std::shuffle(names.begin(), names.end(), random);
    for (const QByteArray &name : names)
        list.insert(list.lowerBound(name), all, all.indexOf(name), 1);
    QVERIFY(list == all);
    QVERIFY(list.bytesUsed() < 3 * all.bytesUsed());
}

void TestNameList::million()
{
    constexpr int count = 1'000'000 / slowness;
    QList<QByteArray> names;
    qsizetype bytes = 0;
    for (int i = 0; i < count; ++i) {
        names.append("node-" + QByteArray::number((i * 7919LL) % count).rightJustified(10, '0'));
        bytes += names.last().size();
    }
    const NameList list = listOf(names);
    QCOMPARE(list.size(), qsizetype(count));
    QCOMPARE(list.at(count - 1), u"node-%1"_s.arg(count - 1, 10, 10, QLatin1Char('0')));
    QCOMPARE(list.at(10), u"node-0000000010"_s);
    QVERIFY(list.bytesUsed() < bytes + 6 * count);
}

QTEST_GUILESS_MAIN(TestNameList)
#include "tst_namelist.moc"
