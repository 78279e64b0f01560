// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"
#include "app/cli/statusreport.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestStatusReport : public QObject
{
    Q_OBJECT

private:
    static ClusterStatus leaderAndStopped();

private Q_SLOTS:
    void servingMember();
    void stoppedMember();
    void quorum();
    void table();
    void columnsLineUp();
    void interruptedChange();
    void beingChanged();
    void otherSettings();
};

ClusterStatus TestStatusReport::leaderAndStopped()
{
    ClusterStatus cluster;
    cluster.ensemble = makeEnsemble(u"orders"_s, 3, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    for (const Member &member : cluster.ensemble.members) {
        MemberStatus status;
        status.wanted = member;
        cluster.members.append(status);
    }
    MemberStatus &leader = cluster.members[0];
    leader.state = MemberState::Leader;
    leader.container.life = ContainerLife::Running;
    leader.clientHost = u"127.0.0.1"_s;
    leader.clientPort = 2181;
    leader.report = ServerReport{u"3.8.0"_s, MemberState::Leader, 0, 0.5, 3, 2, 0, 0x100000002, 5};
    MemberStatus &stopped = cluster.members[1];
    stopped.state = MemberState::Stopped;
    stopped.container.life = ContainerLife::Exited;
    stopped.container.exitCode = 137;
    cluster.quorum = quorumOf(cluster.ensemble, cluster.members);
    return cluster;
}

void TestStatusReport::servingMember()
{
    const QJsonObject member = statusJson(leaderAndStopped())[u"members"].toArray().at(0).toObject();
    QCOMPARE(member[u"id"].toInt(), 1);
    QCOMPARE(member[u"name"].toString(), u"zoo1"_s);
    QCOMPARE(member[u"state"].toString(), u"leader"_s);
    QCOMPARE(member[u"role"].toString(), u"leader"_s);
    QCOMPARE(member[u"clientHost"].toString(), u"127.0.0.1"_s);
    QCOMPARE(member[u"clientPort"].toInt(), 2181);
    QVERIFY(member[u"adminPort"].isNull());
    QCOMPARE(member[u"server"][u"zxid"].toString(), u"0x100000002"_s);
    QVERIFY(member[u"exitCode"].isNull());
}

void TestStatusReport::stoppedMember()
{
    const QJsonObject member = statusJson(leaderAndStopped())[u"members"].toArray().at(1).toObject();
    QCOMPARE(member[u"state"].toString(), u"stopped"_s);
    QVERIFY(member[u"role"].isNull());
    QCOMPARE(member[u"exitCode"].toInt(), 137);
    QVERIFY(member[u"server"].isNull());
}

void TestStatusReport::quorum()
{
    const QJsonObject json = statusJson(leaderAndStopped());
    QCOMPARE(json[u"name"].toString(), u"orders"_s);
    QCOMPARE(json[u"quorum"][u"voters"].toInt(), 3);
    QCOMPARE(json[u"quorum"][u"serving"].toInt(), 1);
    QCOMPARE(json[u"quorum"][u"majority"].toInt(), 2);
    QCOMPARE(json[u"quorum"][u"established"].toBool(), false);
}

void TestStatusReport::table()
{
    const QString text = statusTable(leaderAndStopped());
    const QStringList lines = text.split(u'\n');
    QVERIFY(lines.at(0).startsWith("MEMBER"_L1));
    QVERIFY(lines.at(1).startsWith("zoo1"_L1));
    QVERIFY(lines.at(1).endsWith("127.0.0.1:2181"_L1));
    QVERIFY(lines.at(2).endsWith(u'-'));
}

void TestStatusReport::columnsLineUp()
{
    QCOMPARE(console::table({{u"A"_s, u"B"_s}, {u"long"_s, u"x"_s}, {u"s"_s, QString()}}),
             u"A     B\nlong  x\ns\n"_s);
}

void TestStatusReport::interruptedChange()
{
    ClusterStatus cluster = leaderAndStopped();
    cluster.halfMade = true;
    QVERIFY(statusTable(cluster).contains(u"zoodock rm orders"_s));
    JournalEntry entry;
    entry.change = JournalEntry::Change::Apply;
    const QString text = statusTable(cluster, {entry});
    QVERIFY2(text.contains(u"settings was interrupted: `zoodock up orders`"_s), qPrintable(text));
    QVERIFY2(!text.contains(u"zoodock rm"_s) && !text.contains(u"half-made"_s), qPrintable(text));
    entry.change = JournalEntry::Change::Remove;
    QVERIFY2(statusTable(cluster, {entry}).contains(u"half-removed: `zoodock rm orders`"_s),
             qPrintable(statusTable(cluster, {entry})));
}

void TestStatusReport::beingChanged()
{
    ClusterStatus cluster = leaderAndStopped();
    QCOMPARE(statusJson(cluster)[u"beingChanged"].toBool(true), false);
    cluster.changedElsewhere = true;
    QCOMPARE(statusJson(cluster)[u"beingChanged"].toBool(), true);
    QVERIFY2(statusTable(cluster).contains(u"Another process is changing this cluster right now."_s),
             qPrintable(statusTable(cluster)));
}

void TestStatusReport::otherSettings()
{
    const ClusterStatus cluster = leaderAndStopped();
    QVERIFY(statusJson(cluster)[u"otherSettings"].isNull()); // nobody knows
    QVERIFY(statusJson(cluster)[u"interrupted"].isNull());
    ClusterFiling filing;
    filing.otherSettings = QList<int>();
    QCOMPARE(statusJson(cluster, filing)[u"otherSettings"].toArray(), QJsonArray());
    QCOMPARE(halfDoneSentences(cluster, filing), QStringList());
    filing.otherSettings = {cluster.members.first().wanted.id};
    QCOMPARE(statusJson(cluster, filing)[u"otherSettings"].toArray(), QJsonArray{u"zoo1"_s});
    QVERIFY(statusTable(cluster, filing).contains(u"other settings than the cluster's file says: zoo1."_s));
}

QTEST_GUILESS_MAIN(TestStatusReport)
#include "tst_statusreport.moc"
