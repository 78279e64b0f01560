// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/porttablemodel.h"

#include "ensemble/portplan.h"
#include "ensemble/validate.h"
#include "models/printedtree.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

class TestPortTableModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bridgeShowsWhatIsPublished();
    void hostShowsEverything();
    void takesPortsAlone_data();
    void takesPortsAlone();
    void keepsWhatIsNoPort();
    void namesTheHolder();
    void followsTheMembers();
    void namesOfNewMembersAreEdited();

private:
    static Ensemble ensemble(NetworkMode mode, int members = 2, int observers = 0)
    {
        return makeEnsemble(u"orders"_s, members, observers, mode, u"zoodock/zookeeper:3.8"_s);
    }
};

void TestPortTableModel::bridgeShowsWhatIsPublished()
{
    PortTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    Ensemble wish = ensemble(NetworkMode::Bridge, 1, 1);
    for (Member &member : wish.members)
        member.admin.published = true;
    proposePorts(wish, HostFacts());
    model.setEnsemble(wish, {});
    QCOMPARE(printTree(model), u"zoo1 | 2181 | – | – | 8080\nzoo2 (observer) | 2182 | – | – | 8081"_s);
    QVERIFY(model.index(0, 1).flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(!model.index(0, 2).flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(model.index(0, 2).data(Qt::ToolTipRole).toString().contains(u"2888"_s));
}

void TestPortTableModel::hostShowsEverything()
{
    PortTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    Ensemble wish = ensemble(NetworkMode::Host);
    model.setEnsemble(wish, {});
    QCOMPARE(printTree(model), u"zoo1 | 2181 | 2888 | 3888 | 8080\nzoo2 | 2182 | 2889 | 3889 | 8081"_s);
    wish.settings.insert(u"admin.enableServer"_s, u"false"_s);
    model.setEnsemble(wish, {});
    QCOMPARE(printTree(model), u"zoo1 | 2181 | 2888 | 3888 | –\nzoo2 | 2182 | 2889 | 3889 | –"_s);
}

void TestPortTableModel::takesPortsAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("port");
    QTest::newRow("port") << u"2200"_s << 2200;
    QTest::newRow("blanks") << u" 2200 "_s << 2200;
    QTest::newRow("largest") << u"65535"_s << 65535;
    QTest::newRow("unchanged") << u"2182"_s << -1;
    QTest::newRow("too large") << u"65536"_s << 0;
    QTest::newRow("zero") << u"0"_s << 0;
    QTest::newRow("negative") << u"-1"_s << 0;
    QTest::newRow("word") << u"zoo"_s << 0;
    QTest::newRow("empty: propose") << QString() << -2;
}

void TestPortTableModel::takesPortsAlone()
{
    QFETCH(QString, text);
    QFETCH(int, port);
    PortTableModel model;
    model.setEnsemble(ensemble(NetworkMode::Bridge), {});
    QList<int> chosen;
    connect(&model, &PortTableModel::portChosen, this, [&chosen](int member, PortKind kind, quint16 number) {
        chosen = {member, int(kind), number};
    });
    QSignalSpy refused(&model, &PortTableModel::portRefused);
    QVERIFY(model.setData(model.index(1, 1), text, Qt::EditRole));
    QCOMPARE(refused.count(), port == 0 ? 1 : 0);
    const int announced = port == -2 ? 0 : port;
    QCOMPARE(chosen,
             announced > 0 || port == -2 ? QList<int>({2, int(PortKind::Client), announced}) : QList<int>());
    QVERIFY(!model.setData(model.index(1, 2), u"2200"_s, Qt::EditRole));
}

void TestPortTableModel::keepsWhatIsNoPort()
{
    PortTableModel model;
    Ensemble wish = ensemble(NetworkMode::Bridge);
    QList<int> chosen;
    connect(&model, &PortTableModel::portChosen, this,
            [&chosen](int, PortKind, quint16 port) { chosen += port; });
    const auto set = [&](quint16 port) {
        wish.members[1].client.hostPort = port;
        HostFacts facts;
        facts.known = true;
        model.setEnsemble(wish, validate(wish, facts));
    };
    connect(&model, &PortTableModel::portRefused, this, [&set] { set(0); });
    set(2182);
    const QModelIndex cell = model.index(1, 1);
    QVERIFY(model.setData(cell, u"99999"_s, Qt::EditRole));
    QCOMPARE(cell.data().toString(), u"99999"_s);
    QCOMPARE(cell.data(PortTableModel::SeverityRole).toInt(), int(Severity::Error));
    QVERIFY(chosen.isEmpty());
    QVERIFY(model.setData(cell, QString(), Qt::EditRole)); // a free one again
    QCOMPARE(chosen, QList<int>{0});
    QVERIFY(model.setData(cell, u"zoo"_s, Qt::EditRole));
    QCOMPARE(cell.data().toString(), u"zoo"_s);
    set(2190); // proposed meanwhile
    QCOMPARE(cell.data().toString(), u"2190"_s);
    set(0);
    QCOMPARE(cell.data().toString(), QString());
}

void TestPortTableModel::namesTheHolder()
{
    PortTableModel model;
    Ensemble wish = ensemble(NetworkMode::Bridge);
    HostFacts facts;
    facts.known = true;
    facts.ports = {{2182, u"0.0.0.0"_s, u"legacy-zoo1"_s, {}, true}};
    model.setEnsemble(wish, validate(wish, facts));
    QVERIFY(!model.index(0, 1).data(PortTableModel::SeverityRole).isValid());
    const QModelIndex cell = model.index(1, 1);
    QCOMPARE(cell.data(PortTableModel::SeverityRole).toInt(), int(Severity::Error));
    QCOMPARE(cell.data(Qt::ToolTipRole).toString(), u"Port 2182 is used by the container “legacy-zoo1”."_s);
    QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains(u"zoo2, Client: 2182"_s));
    QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains(u"legacy-zoo1"_s));
}

void TestPortTableModel::followsTheMembers()
{
    PortTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.setEnsemble(ensemble(NetworkMode::Bridge, 3), {});
    model.setEnsemble(ensemble(NetworkMode::Bridge, 7), {});
    model.setEnsemble(ensemble(NetworkMode::Bridge, 1), {});
    QCOMPARE(inserted.count(), 2);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(model.rowCount(), 1);
}

void TestPortTableModel::namesOfNewMembersAreEdited()
{
    PortTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setEnsemble(ensemble(NetworkMode::Bridge, 1, 1), {});
    const QModelIndex cell = model.index(1, PortTableModel::MemberColumn);
    QVERIFY(!cell.flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(!model.setData(cell, u"backup"_s, Qt::EditRole));
    model.setNamesEditable(true);
    QVERIFY(cell.flags().testFlag(Qt::ItemIsEditable));
    QCOMPARE(cell.data(Qt::DisplayRole).toString(), u"zoo2 (observer)"_s);
    QCOMPARE(cell.data(Qt::EditRole).toString(), u"zoo2"_s);
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"“orders-zoo2”"_s));
    QStringList named;
    connect(&model, &PortTableModel::memberNamed, this,
            [&named](int id, const QString &name) { named += u"%1 %2"_s.arg(id).arg(name); });
    for (const QString &name : {u"zoo2"_s, u" backup "_s, QString()})
        QVERIFY(model.setData(cell, name, Qt::EditRole));
    QCOMPARE(named, (QStringList{u"2 backup"_s, u"2 "_s}));
}

QTEST_GUILESS_MAIN(TestPortTableModel)
#include "tst_porttablemodel.moc"
