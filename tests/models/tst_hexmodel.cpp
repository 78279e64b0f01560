// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/hexmodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestHexModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<HexModel>(nullptr);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }
    void shows();
    void edits();
    void insertsAndRemoves();
    void readOnlyRefuses();

private:
    [[nodiscard]] QString cell(int row, int column) const
    {
        return m_model->index(row, column).data().toString();
    }
    std::unique_ptr<HexModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestHexModel::shows()
{
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setBytes(QByteArray("zookeeper\0\xff!1234567", 19));
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->columnCount(), 17);
    QCOMPARE(cell(0, 0), u"7a"_s);
    QCOMPARE(cell(0, 9), u"00"_s);
    QCOMPARE(cell(0, 10), u"ff"_s);
    QCOMPARE(cell(0, HexModel::textColumn), u"zookeeper··!1234"_s);
    QCOMPARE(cell(1, 3), QString());
    QCOMPARE(cell(1, HexModel::textColumn), u"567"_s);
    QCOMPARE(m_model->headerData(1, Qt::Vertical).toString(), u"000010"_s);
    QCOMPARE(m_model->headerData(15, Qt::Horizontal).toString(), u"F"_s);
    QCOMPARE(m_model->offsetOf(m_model->index(1, 2)), 18);
    QCOMPARE(m_model->offsetOf(m_model->index(1, 3)), -1);
    QCOMPARE(m_model->indexOf(17), m_model->index(1, 1));
}

void TestHexModel::edits()
{
    m_model->setBytes(QByteArray(16, 'a'));
    m_model->setEditable(true);
    QCOMPARE(m_model->rowCount(), 2); // room for one more
    QSignalSpy edited(m_model.get(), &HexModel::edited);
    QVERIFY(m_model->setData(m_model->index(0, 1), u"4f"_s));
    QVERIFY(m_model->setData(m_model->index(0, 2), u"7"_s));
    QVERIFY(m_model->setData(m_model->index(1, 0), u"FE"_s));
    QCOMPARE(m_model->bytes(), QByteArray("aO\x07") + QByteArray(13, 'a') + '\xfe');
    QCOMPARE(edited.size(), 3);
    QVERIFY(!m_model->setData(m_model->index(0, 0), u"xy"_s));
    QVERIFY(!m_model->setData(m_model->index(0, 0), u"123"_s));
    QVERIFY(!m_model->setData(m_model->index(0, 0), u""_s));
    QVERIFY(!m_model->setData(m_model->index(1, 2), u"00"_s)); // would leave a hole
    QVERIFY(!m_model->setData(m_model->index(0, HexModel::textColumn), u"00"_s));
    QCOMPARE(edited.size(), 3);
}

void TestHexModel::insertsAndRemoves()
{
    m_model->setEditable(true);
    m_model->insertBytes(0, QByteArray(20, 'b'));
    m_model->insertBytes(1, "xy");
    QCOMPARE(m_model->bytes(), QByteArray("bxy") + QByteArray(19, 'b'));
    m_model->removeBytes(1, 2);
    QCOMPARE(m_model->bytes(), QByteArray(20, 'b'));
    m_model->removeBytes(4, 16);
    QCOMPARE(m_model->rowCount(), 1);
    m_model->removeBytes(3, 2); // one too many
    QCOMPARE(m_model->bytes(), QByteArray("bbbb"));
}

void TestHexModel::readOnlyRefuses()
{
    m_model->setBytes("abc");
    m_model->insertBytes(0, "x");
    m_model->removeBytes(0, 1);
    QVERIFY(!m_model->setData(m_model->index(0, 0), u"00"_s));
    QVERIFY(!(m_model->flags(m_model->index(0, 0)) & Qt::ItemIsEditable));
    QCOMPARE(m_model->bytes(), QByteArray("abc"));
}

QTEST_APPLESS_MAIN(TestHexModel)
#include "tst_hexmodel.moc"
