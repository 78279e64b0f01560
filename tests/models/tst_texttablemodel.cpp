// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/texttablemodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestTextTableModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cells();
    void shortRows();
};

void TestTextTableModel::cells()
{
    TextTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setTable(
        {u"T"_s, {u"a"_s, u"b"_s, u"c"_s}, {{u"x"_s, u"10"_s, u"0x5"_s}, {u"y"_s, u"9"_s, u"z"_s}}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"b"_s);
    QCOMPARE(model.index(0, 1).data(TextTableModel::SortRole).toDouble(), 10.0);
    QCOMPARE(model.index(0, 0).data(TextTableModel::SortRole).toString(), u"x"_s);
    QVERIFY(model.index(0, 1).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    QCOMPARE(model.index(1, 2).data(Qt::AccessibleTextRole).toString(), u"c: z"_s);
}

void TestTextTableModel::shortRows()
{
    TextTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setTable({{}, {u"a"_s, u"b"_s}, {{u"x"_s}, {}}});
    QCOMPARE(model.index(0, 1).data().toString(), QString());
    QVERIFY(!(model.index(0, 0).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight));
    model.setTable({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestTextTableModel)
#include "tst_texttablemodel.moc"
