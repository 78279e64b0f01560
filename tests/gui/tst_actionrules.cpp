// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/clusterstatus.h"
#include "ui/overview/actionrules.h"

#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr std::array actions{MemberAction::Start, MemberAction::Stop,  MemberAction::Restart,
                             MemberAction::Kill,  MemberAction::Pause, MemberAction::Unpause,
                             MemberAction::Remove};

ClusterStatus cluster(const QList<ContainerLife> &lives)
{
    ClusterStatus status;
    status.ensemble =
        makeEnsemble(u"orders"_s, int(lives.size()), 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    for (qsizetype i = 0; i < lives.size(); ++i) {
        MemberStatus member;
        member.wanted = status.ensemble.members.at(i);
        member.container.life = lives.at(i);
        if (lives.at(i) == ContainerLife::Running)
            member.state = i == 0 ? MemberState::Leader : MemberState::Follower;
        status.members.append(member);
    }
    status.quorum = quorumOf(status.ensemble, status.members);
    return status;
}

EngineStatus engine(EngineStatus::Reach reach = EngineStatus::Reach::Answers)
{
    EngineStatus status;
    status.reach = reach;
    return status;
}

} // namespace

class TestActionRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void byLife_data();
    void byLife();
    void everythingWaitsForTheEngine();
    void oneTaskAtATime();
    void damagedFilesForbidOnlyMaking();
    void wholeClusters();
    void consequences();
    void whatOthersStartedIsLeftAlone();
    void adoptedContainersAreNotOursToMake();
};

void TestActionRules::byLife_data()
{
    QTest::addColumn<ContainerLife>("life");
    QTest::addColumn<QString>("allowed"); // one letter per action, in the order of the enumeration
    QTest::newRow("running") << ContainerLife::Running << u".SRKP.X"_s;
    QTest::newRow("paused") << ContainerLife::Paused << u".SRK.UX"_s;
    QTest::newRow("restarting") << ContainerLife::Restarting << u".SRK..X"_s;
    QTest::newRow("exited") << ContainerLife::Exited << u"s.....X"_s;
    QTest::newRow("dead") << ContainerLife::Dead << u"s.....X"_s;
    QTest::newRow("created") << ContainerLife::Created << u"s.....X"_s;
    QTest::newRow("absent") << ContainerLife::Absent << u"s......"_s;
    QTest::newRow("removing") << ContainerLife::Removing << u"......."_s;
    QTest::newRow("unknown") << ContainerLife::Unknown << u"......."_s;
}

void TestActionRules::byLife()
{
    QFETCH(ContainerLife, life);
    QFETCH(QString, allowed);
    const ClusterStatus status = cluster({life});
    const QString letters = u"sSRKPUX"_s;
    QString seen;
    for (size_t i = 0; i < actions.size(); ++i) {
        const QString reason = reasonAgainst(actions[i], status, status.members.first(), engine());
        seen += reason.isEmpty() ? letters.at(qsizetype(i)) : u'.';
        // A refusal is a sentence, and says about whom.
        QVERIFY(reason.isEmpty() || (reason.endsWith(u'.') && reason.contains(u"zoo1"_s)));
        QCOMPARE(membersFor(actions[i], status, engine()).size(), reason.isEmpty() ? 1 : 0);
    }
    QCOMPARE(seen, allowed);
}

void TestActionRules::everythingWaitsForTheEngine()
{
    const ClusterStatus status =
        cluster({ContainerLife::Running, ContainerLife::Exited, ContainerLife::Paused});
    for (const MemberAction action : actions) {
        QVERIFY(reasonAgainst(action, status, engine(EngineStatus::Reach::Silent)).contains(u"engine"_s));
        QVERIFY(membersFor(action, status, engine(EngineStatus::Reach::Silent)).isEmpty());
    }
    QVERIFY(!reasonAgainstRemoval(status, engine(EngineStatus::Reach::Silent)).isEmpty());
    QVERIFY(reasonAgainstRemoval(status, engine()).isEmpty());
}

void TestActionRules::oneTaskAtATime()
{
    ClusterStatus status = cluster({ContainerLife::Running});
    QVERIFY(reasonAgainst(MemberAction::Stop, status, engine()).isEmpty());
    status.busy = true;
    QVERIFY(!reasonAgainst(MemberAction::Stop, status, engine()).isEmpty());
    QVERIFY(!reasonAgainstRemoval(status, engine()).isEmpty());
}

void TestActionRules::damagedFilesForbidOnlyMaking()
{
    ClusterStatus hurt = cluster({ContainerLife::Running, ContainerLife::Exited, ContainerLife::Absent});
    hurt.damage = Error(ErrorKind::FileDamaged, u"Line 1."_s);
    for (const MemberAction action :
         {MemberAction::Stop, MemberAction::Restart, MemberAction::Kill, MemberAction::Pause}) {
        QVERIFY(reasonAgainst(action, hurt, engine()).isEmpty());
        QVERIFY(reasonAgainst(action, hurt, hurt.members.at(0), engine()).isEmpty());
        QCOMPARE(membersFor(action, hurt, engine()), QList<int>{1});
    }
    QCOMPARE(membersFor(MemberAction::Start, hurt, engine()), QList<int>{2});
    QVERIFY(reasonAgainst(MemberAction::Start, hurt, hurt.members.at(2), engine()).contains(u"file"_s));
    ClusterStatus gone = cluster({ContainerLife::Absent, ContainerLife::Absent});
    gone.damage = hurt.damage;
    QVERIFY(reasonAgainst(MemberAction::Start, gone, engine()).contains(u"file"_s));
    gone.members.clear();
    for (const MemberAction action : actions)
        QVERIFY(reasonAgainst(action, gone, engine()).contains(u"file"_s));
}

void TestActionRules::wholeClusters()
{
    const ClusterStatus mixed =
        cluster({ContainerLife::Running, ContainerLife::Exited, ContainerLife::Created});
    QCOMPARE(membersFor(MemberAction::Start, mixed, engine()), QList<int>({2, 3}));
    QCOMPARE(membersFor(MemberAction::Stop, mixed, engine()), QList<int>{1});
    QVERIFY(!hasAbsentMembers(mixed));

    const ClusterStatus all =
        cluster({ContainerLife::Running, ContainerLife::Running, ContainerLife::Running});
    QVERIFY(!reasonAgainst(MemberAction::Start, all, engine()).isEmpty());
    const ClusterStatus none = cluster({ContainerLife::Exited, ContainerLife::Exited, ContainerLife::Exited});
    QVERIFY(!reasonAgainst(MemberAction::Stop, none, engine()).isEmpty());
    QVERIFY(reasonAgainst(MemberAction::Start, none, engine()).isEmpty());

    // Whose containers are gone is made again.
    ClusterStatus gone = cluster({ContainerLife::Running, ContainerLife::Absent, ContainerLife::Running});
    QVERIFY(hasAbsentMembers(gone));
    QVERIFY(reasonAgainst(MemberAction::Start, gone, engine()).isEmpty());
    gone.damage = Error(ErrorKind::FileDamaged, u"Line 1."_s);
    QVERIFY(!reasonAgainst(MemberAction::Start, gone, engine()).isEmpty());
    QVERIFY2(reasonAgainstRemoval(gone, engine()).isEmpty(), "what is broken can be removed");
}

void TestActionRules::consequences()
{
    const ClusterStatus three =
        cluster({ContainerLife::Running, ContainerLife::Running, ContainerLife::Running});
    QVERIFY(consequenceOf(MemberAction::Kill, three, three.members.at(1)).isEmpty());
    QVERIFY(consequenceOf(MemberAction::Kill, three, three.members.at(0)).contains(u"leader"_s));
    QVERIFY(consequenceOf(MemberAction::Start, three, three.members.at(0)).isEmpty());
    const ClusterStatus two =
        cluster({ContainerLife::Running, ContainerLife::Running, ContainerLife::Exited});
    for (const MemberAction action : {MemberAction::Stop, MemberAction::Kill, MemberAction::Pause})
        QVERIFY(consequenceOf(action, two, two.members.at(1)).contains(u"quorum"_s));
    QVERIFY(consequenceOf(MemberAction::Stop, two, two.members.at(2)).isEmpty());
}

void TestActionRules::whatOthersStartedIsLeftAlone()
{
    ClusterStatus found = cluster({ContainerLife::Running, ContainerLife::Exited, ContainerLife::Paused});
    found.origin = WantedOrigin::Discovered;
    for (const MemberAction action : actions) {
        QVERIFY(reasonAgainst(action, found, engine()).contains(u"Adopt"_s));
        QVERIFY(membersFor(action, found, engine()).isEmpty());
    }
    QVERIFY(reasonAgainstRemoval(found, engine()).contains(u"Adopt"_s));
}

void TestActionRules::adoptedContainersAreNotOursToMake()
{
    ClusterStatus adopted = cluster({ContainerLife::Running, ContainerLife::Absent, ContainerLife::Exited});
    adopted.ensemble.adopted = true;
    adopted.ensemble.composeProject = u"shop"_s;
    const auto reason = [&](MemberAction action, int index) {
        return reasonAgainst(action, adopted, adopted.members.at(index), engine());
    };
    QVERIFY(reason(MemberAction::Stop, 0).isEmpty());
    QVERIFY(reason(MemberAction::Start, 2).isEmpty());
    QVERIFY(reason(MemberAction::Start, 1).contains(u"shop"_s));
    QVERIFY(reason(MemberAction::Remove, 0).contains(u"shop"_s));
    QVERIFY(reasonAgainstRemoval(adopted, engine()).contains(u"shop"_s));
}

QTEST_GUILESS_MAIN(TestActionRules)
#include "tst_actionrules.moc"
