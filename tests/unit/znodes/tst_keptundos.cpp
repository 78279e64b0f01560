// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/keptundos.h"

#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qint64 megabyte = 1'000'000;

/// Of a value of so many megabytes.
ZnodeUndo undoOf(int megabytes)
{
    ZnodeUndo undo;
    undo.what = ZnodeUndo::What::Set;
    undo.about = ZnodePath::trusted(u"/a"_s);
    ZnodeRecord record;
    record.path = undo.about;
    record.value = QByteArray(megabytes * megabyte, 'x');
    undo.records = {record};
    return undo;
}

} // namespace

class TestKeptUndos : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsOneOfEachCluster();
    void givesUpTheOldest();
    void roomForWhatIsShown();
    void keepsTheNewestHoweverLarge();
    void countsWhatIsKept();
};

void TestKeptUndos::keepsOneOfEachCluster()
{
    KeptUndos kept;
    QVERIFY(!kept.take(u"orders"_s));
    kept.keep(u"orders"_s, undoOf(1), u"/app"_s);
    kept.keep(u"search"_s, undoOf(2), {});
    kept.keep(u"orders"_s, undoOf(3), u"/other"_s);
    const auto orders = kept.take(u"orders"_s);
    QVERIFY(orders);
    QCOMPARE(orders->undo.records.first().value.size(), 3 * megabyte);
    QCOMPARE(orders->chroot, u"/other"_s);
    QVERIFY(!kept.take(u"orders"_s));
    kept.forget(u"search"_s);
    QVERIFY(!kept.take(u"search"_s));
    kept.keep(u"orders"_s, ZnodeUndo(), {});
    QVERIFY(!kept.take(u"orders"_s));
}

void TestKeptUndos::givesUpTheOldest()
{
    KeptUndos kept(10 * megabyte);
    kept.keep(u"first"_s, undoOf(3), {});
    kept.keep(u"second"_s, undoOf(3), {});
    kept.keep(u"first"_s, undoOf(3), {}); // anew: it is not the oldest any more
    kept.keep(u"third"_s, undoOf(3), {});
    kept.keep(u"fourth"_s, undoOf(3), {});
    const auto second = kept.take(u"second"_s);
    QVERIFY(second && second->undo.isEmpty());
    QCOMPARE(second->undo.about.text(), u"/a"_s);
    QCOMPARE(second->undo.losses.size(), 1);
    QVERIFY2(second->undo.losses.first().startsWith(
                 u"Your last change here, of /a, can no longer be taken back:"_s),
             qPrintable(second->undo.losses.first()));
    QVERIFY(!kept.take(u"second"_s)); // it is told once
    for (const QString &cluster : {u"first"_s, u"third"_s, u"fourth"_s}) {
        const auto one = kept.take(cluster);
        QVERIFY2(one && !one->undo.isEmpty(), qPrintable(cluster));
    }
}

void TestKeptUndos::roomForWhatIsShown()
{
    KeptUndos kept(10 * megabyte);
    kept.keep(u"first"_s, undoOf(3), {});
    kept.keep(u"second"_s, undoOf(3), {});
    kept.makeRoom(2 * megabyte);
    kept.makeRoom(6 * megabyte);
    QVERIFY(kept.take(u"first"_s)->undo.isEmpty());
    kept.keep(u"third"_s, undoOf(3), {}); // what was given up takes no room any more
    QVERIFY(!kept.take(u"second"_s)->undo.isEmpty());
    QVERIFY(!kept.take(u"third"_s)->undo.isEmpty());
    kept.keep(u"fourth"_s, undoOf(3), {});
    kept.makeRoom(100 * megabyte);
    QVERIFY(kept.take(u"fourth"_s)->undo.isEmpty());
}

void TestKeptUndos::keepsTheNewestHoweverLarge()
{
    KeptUndos kept(10 * megabyte);
    kept.keep(u"small"_s, undoOf(1), {});
    kept.keep(u"large"_s, undoOf(11), {});
    QVERIFY(kept.take(u"small"_s)->undo.isEmpty());
    QVERIFY(!kept.take(u"large"_s)->undo.isEmpty());
}

void TestKeptUndos::countsWhatIsKept()
{
    QCOMPARE(bytesOf(ZnodeUndo()), 0);
    QVERIFY(bytesOf(undoOf(2)) >= 2 * megabyte);
    QVERIFY(bytesOf(undoOf(2)) < 2 * megabyte + 1'000);
    ZnodeUndo created; // of an import: names alone
    for (int i = 0; i < 1'000; ++i)
        created.created += ZnodePath::trusted(u'/' + QString(100, u'n'));
    QVERIFY(bytesOf(created) >= 200'000);
}

QTEST_GUILESS_MAIN(TestKeptUndos)
#include "tst_keptundos.moc"
