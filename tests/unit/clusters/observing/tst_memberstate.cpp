// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/clusterstore.h"
#include "clusters/memberstate.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

#include <array>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr std::array allStates{MemberState::Unknown,     MemberState::Absent,     MemberState::Creating,
                               MemberState::Created,     MemberState::Starting,   MemberState::Looking,
                               MemberState::Leader,      MemberState::Follower,   MemberState::Observer,
                               MemberState::Standalone,  MemberState::ReadOnly,   MemberState::Paused,
                               MemberState::Restarting,  MemberState::Stopped,    MemberState::OutOfMemory,
                               MemberState::Unreachable, MemberState::Unconfirmed};

ContainerObservation container(ContainerLife life)
{
    ContainerObservation seen;
    seen.life = life;
    return seen;
}

ProbeObservation probe(ProbeOutcome outcome, MemberState mode = MemberState::Follower)
{
    ProbeObservation seen;
    seen.outcome = outcome;
    seen.report.mode = mode;
    return seen;
}

enum Flag { None = 0, Answered = 1, Doubted = 2, Creating = 4, Silent = 8, Overdue = 16 };

} // namespace

class TestMemberState : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStateHasAWordOfItsOwn();
    void servingAndSettled();
    void derive_data();
    void derive();
    void startErrorEndsCreating();
    void outOfMemoryIsNotJustStopped();
    void exits_data();
    void exits();
};

void TestMemberState::everyStateHasAWordOfItsOwn()
{
    QSet<QString> names;
    QSet<QString> words;
    for (MemberState state : allStates) {
        names.insert(nameOf(state));
        words.insert(wordFor(state));
    }
    QCOMPARE(names.size(), static_cast<qsizetype>(allStates.size()));
    QCOMPARE(words.size(), static_cast<qsizetype>(allStates.size()));
    QCOMPARE(nameOf(MemberState::OutOfMemory), u"out-of-memory"_s);
    QCOMPARE(nameOf(MemberState::ReadOnly), u"read-only"_s);
}

void TestMemberState::servingAndSettled()
{
    const QSet<MemberState> serving{MemberState::Leader, MemberState::Follower, MemberState::Observer,
                                    MemberState::Standalone, MemberState::ReadOnly};
    const QSet<MemberState> atRest{MemberState::Absent, MemberState::Created, MemberState::Paused,
                                   MemberState::Stopped, MemberState::OutOfMemory};
    for (MemberState state : allStates) {
        QCOMPARE(isServing(state), serving.contains(state));
        QCOMPARE(isSettled(state), serving.contains(state) || atRest.contains(state));
    }
}

void TestMemberState::derive_data()
{
    QTest::addColumn<ContainerLife>("life");
    QTest::addColumn<ProbeOutcome>("outcome");
    QTest::addColumn<int>("flags");
    QTest::addColumn<MemberState>("expected");
    using L = ContainerLife;
    using P = ProbeOutcome;
    using S = MemberState;

    QTest::newRow("nothing seen") << L::Unknown << P::None << int(None) << S::Unknown;
    QTest::newRow("no container") << L::Absent << P::None << int(None) << S::Absent;
    QTest::newRow("a task makes it") << L::Absent << P::None << int(Creating) << S::Creating;
    QTest::newRow("a task makes it, not seen") << L::Unknown << P::None << int(Creating) << S::Creating;
    QTest::newRow("made, not started by the task yet")
        << L::Created << P::None << int(Creating) << S::Creating;
    QTest::newRow("made, never started") << L::Created << P::None << int(None) << S::Created;
    QTest::newRow("running, not asked") << L::Running << P::None << int(None) << S::Starting;
    QTest::newRow("refused, never answered") << L::Running << P::NoAnswer << int(None) << S::Starting;
    QTest::newRow("refused for long") << L::Running << P::NoAnswer << int(Overdue) << S::Unreachable;
    QTest::newRow("runs for long, not asked") << L::Running << P::None << int(Overdue) << S::Unknown;
    QTest::newRow("missed after answering") << L::Running << P::NoAnswer << int(Answered) << S::Unreachable;
    QTest::newRow("serves nobody") << L::Running << P::NotServing << int(Answered) << S::Looking;
    QTest::newRow("serves") << L::Running << P::Serving << int(Answered) << S::Follower;
    QTest::newRow("serves, doubted") << L::Running << P::Serving << int(Answered | Doubted) << S::Unconfirmed;
    QTest::newRow("paused") << L::Paused << P::Serving << int(Answered) << S::Paused;
    QTest::newRow("restarting") << L::Restarting << P::None << int(None) << S::Restarting;
    QTest::newRow("exited") << L::Exited << P::Serving << int(Answered | Doubted) << S::Stopped;
    QTest::newRow("dead") << L::Dead << P::None << int(None) << S::Stopped;
    QTest::newRow("being removed") << L::Removing << P::None << int(None) << S::Stopped;
    QTest::newRow("engine silent, answers")
        << L::Running << P::Serving << int(Answered | Silent) << S::Follower;
    QTest::newRow("engine silent, looks")
        << L::Running << P::NotServing << int(Answered | Silent) << S::Looking;
    QTest::newRow("engine silent, misses")
        << L::Running << P::NoAnswer << int(Answered | Silent) << S::Unknown;
    QTest::newRow("engine silent, never seen, answers")
        << L::Unknown << P::Serving << int(Answered | Silent) << S::Follower;
    QTest::newRow("engine silent, never seen, serves nobody")
        << L::Unknown << P::NotServing << int(Answered | Silent) << S::Looking;
    QTest::newRow("engine silent, never seen, misses")
        << L::Unknown << P::NoAnswer << int(Silent) << S::Unknown;
    QTest::newRow("engine silent, was stopped") << L::Exited << P::None << int(Silent) << S::Unknown;
    QTest::newRow("engine silent, was absent") << L::Absent << P::None << int(Silent) << S::Unknown;
}

void TestMemberState::derive()
{
    QFETCH(ContainerLife, life);
    QFETCH(ProbeOutcome, outcome);
    QFETCH(int, flags);
    QFETCH(MemberState, expected);
    const MemberState state = deriveState(container(life), probe(outcome), flags & Answered, flags & Doubted,
                                          flags & Creating, flags & Silent, flags & Overdue);
    QCOMPARE(nameOf(state), nameOf(expected));
}

void TestMemberState::startErrorEndsCreating()
{
    ContainerObservation failed = container(ContainerLife::Created);
    failed.error = u"port is already allocated"_s;
    QCOMPARE(deriveState(failed, {}, false, false, true, false), MemberState::Created);
}

void TestMemberState::outOfMemoryIsNotJustStopped()
{
    ContainerObservation killed = container(ContainerLife::Exited);
    killed.exitCode = 137;
    QCOMPARE(deriveState(killed, {}, false, false, false, false), MemberState::Stopped);
    killed.oomKilled = true;
    QCOMPARE(deriveState(killed, {}, false, false, false, false), MemberState::OutOfMemory);
}

void TestMemberState::exits_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("expected");
    QTest::newRow("normal") << 0 << u"Ended normally (0)."_s;
    QTest::newRow("configuration") << 2 << u"Bad configuration (2)"_s;
    QTest::newRow("data directory") << 3 << u"data directory"_s;
    QTest::newRow("admin") << 4 << u"AdminServer"_s;
    QTest::newRow("port") << 14 << u"A port could not be bound (14)"_s;
    QTest::newRow("docker run") << 125 << u"(125)"_s;
    QTest::newRow("killed") << 137 << u"Killed (137: SIGKILL)."_s;
    QTest::newRow("crashed") << 139 << u"SIGSEGV"_s;
    QTest::newRow("stopped") << 143 << u"Stopped on request (143: SIGTERM)."_s;
    QTest::newRow("another signal") << 138 << u"Ended by signal 10 (138)."_s;
    QTest::newRow("who knows") << 77 << u"Ended with exit code 77."_s;
    QTest::newRow("beyond signals") << 255 << u"Ended with exit code 255."_s;
}

void TestMemberState::exits()
{
    QFETCH(int, code);
    QFETCH(QString, expected);
    const QString meaning = exitMeaning(code, false);
    QVERIFY2(meaning.contains(expected), qPrintable(meaning));
    QVERIFY2(!meaning.contains(u'%'), qPrintable(meaning));
    QVERIFY(exitMeaning(code, true).contains("memory"_L1));
}

QTEST_GUILESS_MAIN(TestMemberState)
#include "tst_memberstate.moc"
