// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/consequence.h"

#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

/// "LFF.": leader, followers, a stopped one; "o" is a serving observer.
ClusterStatus clusterOf(const QString &letters)
{
    ClusterStatus cluster;
    const auto observers = static_cast<int>(letters.count(u'o'));
    cluster.ensemble = makeEnsemble(u"demo"_s, static_cast<int>(letters.size()) - observers, observers,
                                    NetworkMode::Bridge, u"zookeeper:3.9"_s);
    for (qsizetype i = 0; i < letters.size(); ++i) {
        MemberStatus member;
        member.wanted = cluster.ensemble.members.at(i);
        member.state = MemberState::Stopped;
        if (letters.at(i) == u'L')
            member.state = MemberState::Leader;
        if (letters.at(i) == u'F')
            member.state = MemberState::Follower;
        if (letters.at(i) == u'S')
            member.state = MemberState::Standalone;
        if (letters.at(i) == u'o')
            member.state = MemberState::Observer;
        cluster.members += member;
    }
    cluster.quorum = quorumOf(cluster.ensemble, cluster.members);
    return cluster;
}

} // namespace

class TestConsequence : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tells_data();
    void tells();
    void harmlessActions();
    void comesBack();
    void theOnlyVoter();
    void removalSaysNothingOfData();
};

void TestConsequence::tells_data()
{
    QTest::addColumn<QString>("members");
    QTest::addColumn<QList<int>>("chosen");
    QTest::addColumn<int>("stay");
    QTest::addColumn<bool>("losesQuorum");
    QTest::addColumn<bool>("losesLeader");
    QTest::newRow("a follower of three") << u"LFF"_s << QList{2} << 2 << false << false;
    QTest::newRow("the leader of three") << u"LFF"_s << QList{1} << 2 << false << true;
    QTest::newRow("two of three") << u"LFF"_s << QList{2, 3} << 1 << true << false;
    QTest::newRow("all") << u"LFF"_s << QList<int>() << 0 << true << false;
    QTest::newRow("one more of three") << u"LF."_s << QList{2} << 1 << true << false;
    QTest::newRow("who is down already") << u"LF."_s << QList{3} << 2 << false << false;
    QTest::newRow("two of five") << u"LFFFF"_s << QList{1, 2} << 3 << false << true;
    QTest::newRow("the only one") << u"S"_s << QList{1} << 0 << true << false;
    QTest::newRow("an observer") << u"LFFo"_s << QList{4} << 3 << false << false;
    QTest::newRow("there was none") << u"..F"_s << QList{3} << 0 << false << false;
}

void TestConsequence::tells()
{
    QFETCH(QString, members);
    QFETCH(QList<int>, chosen);
    const ActionConsequence result = consequenceOf(MemberAction::Stop, clusterOf(members), chosen);
    QTEST(result.stay, "stay");
    QTEST(result.losesQuorum, "losesQuorum");
    QTEST(result.losesLeader, "losesLeader");
    QCOMPARE(result.leaving.size(), result.serving - result.stay);
    QCOMPARE(result.sentence().isEmpty(), !result.losesQuorum && !result.losesLeader);
    if (!result.losesQuorum)
        return;
    for (const QString &name : result.leaving)
        QVERIFY2(result.sentence().contains(name), qPrintable(result.sentence()));
}

void TestConsequence::harmlessActions()
{
    for (const MemberAction action : {MemberAction::Start, MemberAction::Unpause}) {
        const ActionConsequence result = consequenceOf(action, clusterOf(u"LFF"_s), {});
        QCOMPARE(result.stay, 3);
        QVERIFY(result.sentence().isEmpty());
    }
}

void TestConsequence::comesBack()
{
    const ClusterStatus cluster = clusterOf(u"LFF"_s);
    const ActionConsequence restart = consequenceOf(MemberAction::Restart, cluster, {});
    QVERIFY(restart.losesQuorum && restart.comesBack);
    QVERIFY(restart.sentence() != consequenceOf(MemberAction::Stop, cluster, {}).sentence());
}

void TestConsequence::theOnlyVoter()
{
    const ClusterStatus cluster = clusterOf(u"S"_s);
    const QString stopped = consequenceOf(MemberAction::Stop, cluster, {}).sentence();
    QVERIFY2(stopped.startsWith(u"zoo1 is the only voter: "_s) && stopped.endsWith(u"The data stays."_s),
             qPrintable(stopped));
    const QString removed = consequenceOf(MemberAction::Remove, cluster, {}).sentence();
    QVERIFY2(removed.contains(u"until it serves again"_s) && !removed.contains(u"data"_s),
             qPrintable(removed));
    const QString restarted = consequenceOf(MemberAction::Restart, cluster, {}).sentence();
    QVERIFY2(restarted.contains(u"until it is back"_s), qPrintable(restarted));
}

/// The question before it does, by the cluster's volumes.
void TestConsequence::removalSaysNothingOfData()
{
    const ClusterStatus cluster = clusterOf(u"LFF"_s);
    const QString stopped = consequenceOf(MemberAction::Stop, cluster, {}).sentence();
    QVERIFY(stopped.contains(u"The data stays."_s));
    const QString removed = consequenceOf(MemberAction::Remove, cluster, {}).sentence();
    QVERIFY2(removed.contains(u"quorum"_s) && !removed.contains(u"data"_s), qPrintable(removed));
}

QTEST_GUILESS_MAIN(TestConsequence)
#include "tst_consequence.moc"
