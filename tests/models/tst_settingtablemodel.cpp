// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/settingtablemodel.h"

#include "ensemble/serversetting.h"
#include "ensemble/validate.h"
#include "models/printedtree.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

class TestSettingTableModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsEverySetting();
    void saysWhyNot();
    void announcesAndApplies_data();
    void announcesAndApplies();
    void takesBackToDefault();
    void carriesFindings();

private:
    static Ensemble ensemble(const QString &image = u"zoodock/zookeeper:3.8"_s)
    {
        return makeEnsemble(u"orders"_s, 3, 0, NetworkMode::Bridge, image);
    }
    static QModelIndex valueOf(const SettingTableModel &model, const QString &key)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, 0).data(SettingTableModel::KeyRole) == key)
                return model.index(row, SettingTableModel::ValueColumn);
        }
        return {};
    }
};

void TestSettingTableModel::showsEverySetting()
{
    SettingTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setEnsemble(ensemble(), {});
    const QString text = printTree(model);
    QVERIFY2(text.startsWith(u"Tick | 2000 | 2000 | ms | 10 to 600000\n"
                             "Time to join | 10 | 10 | ticks | 1 to 214748364\n"
                             "Time to keep up | 5 | 5 | ticks | 1 to 214748364\n"
                             "Connections per client address | 60 | 60 |  | 0 or more\n"
                             "Heap | 256 | 256 | MiB | 16 to 1048576\n"_s),
             qPrintable(text));
    QVERIFY(text.contains(u"Standalone mode | on | on |  |  | 3.5.0"_s));
    QVERIFY(text.endsWith(u"Restart policy | unless-stopped | unless-stopped\n"
                          "Data | in named volumes | in named volumes"_s));
    QCOMPARE(model.rowCount(), int(serverSettings().size()) - 1 + 2);
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(!model.index(row, 0).data(SettingTableModel::ExplanationRole).toString().isEmpty());
}

void TestSettingTableModel::saysWhyNot()
{
    SettingTableModel model;
    model.setEnsemble(ensemble(u"zookeeper:3.4.14"_s), {});
    const QModelIndex admin = valueOf(model, u"admin.enableServer"_s);
    QVERIFY(admin.flags().testFlag(Qt::ItemIsEnabled)); // can be gone to, by keys as well
    QVERIFY(!admin.flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(!admin.data(SettingTableModel::UnavailableRole).toString().isEmpty());
    QVERIFY(valueOf(model, u"tickTime"_s).data(SettingTableModel::UnavailableRole).toString().isEmpty());
    QVERIFY2(admin.data(Qt::ToolTipRole)
                 .toString()
                 .endsWith(u"ZooKeeper has this from version 3.5.0 on; the chosen image has 3.4.14."_s),
             qPrintable(admin.data(Qt::ToolTipRole).toString()));
    QVERIFY(!model.setData(admin, u"false"_s, Qt::EditRole));
    QVERIFY(valueOf(model, u"4lw.commands.whitelist"_s).flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(valueOf(model, u"tickTime"_s).flags().testFlag(Qt::ItemIsEditable));
    model.setEnsemble(ensemble(u"zookeeper:3.9"_s), {});
    QVERIFY(valueOf(model, u"admin.enableServer"_s).flags().testFlag(Qt::ItemIsEditable));
}

void TestSettingTableModel::announcesAndApplies_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("shown");
    QTest::newRow("number") << u"tickTime"_s << u"3000"_s << u"3000"_s;
    QTest::newRow("nonsense is kept") << u"tickTime"_s << u"fast"_s << u"fast"_s;
    QTest::newRow("boolean") << u"reconfigEnabled"_s << u"true"_s << u"on"_s;
    QTest::newRow("text") << u"jvmFlags"_s << u"-Dx=y"_s << u"-Dx=y"_s;
    QTest::newRow("restart") << SettingTableModel::restartKey() << u"on-failure"_s << u"on-failure"_s;
    QTest::newRow("data") << SettingTableModel::volumesKey() << u"not-kept"_s << u"not kept"_s;
}

void TestSettingTableModel::announcesAndApplies()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, shown);
    SettingTableModel model;
    Ensemble wish = ensemble();
    model.setEnsemble(wish, {});
    QSignalSpy chosen(&model, &SettingTableModel::valueChosen);
    const QModelIndex cell = valueOf(model, key);
    QVERIFY(!cell.data(SettingTableModel::ChangedRole).toBool());
    QVERIFY(model.setData(cell, value, Qt::EditRole));
    QCOMPARE(chosen.count(), 1);
    applyChoice(wish, chosen.at(0).at(0).toString(), chosen.at(0).at(1).toString());
    model.setEnsemble(wish, {});
    QCOMPARE(cell.data().toString(), shown);
    QVERIFY(cell.data(SettingTableModel::ChangedRole).toBool());
    if (!cell.data(SettingTableModel::ChoicesRole).toStringList().isEmpty())
        QVERIFY(!model.setData(cell, u"perhaps"_s, Qt::EditRole));
}

void TestSettingTableModel::takesBackToDefault()
{
    Ensemble wish = ensemble();
    applyChoice(wish, u"tickTime"_s, u"3000"_s);
    QCOMPARE(wish.settings.value(u"tickTime"_s), u"3000"_s);
    applyChoice(wish, u"tickTime"_s, u"2000"_s);
    QVERIFY(!wish.settings.contains(u"tickTime"_s));
    const Ensemble before = wish;
    applyChoice(wish, SettingTableModel::restartKey(), u"whenever"_s);
    QVERIFY(wish == before);
}

void TestSettingTableModel::carriesFindings()
{
    SettingTableModel model;
    Ensemble wish = ensemble();
    wish.settings.insert(u"tickTime"_s, u"fast"_s);
    model.setEnsemble(wish, validate(wish, HostFacts()));
    const QModelIndex cell = valueOf(model, u"tickTime"_s);
    QCOMPARE(cell.data(SettingTableModel::SeverityRole).toInt(), int(Severity::Error));
    QVERIFY(
        cell.data(SettingTableModel::FindingRole).toString().contains(u"“fast” is not a whole number."_s));
    QVERIFY(!valueOf(model, u"initLimit"_s).data(SettingTableModel::SeverityRole).isValid());
}

QTEST_GUILESS_MAIN(TestSettingTableModel)
#include "tst_settingtablemodel.moc"
