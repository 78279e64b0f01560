// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/clusterstatus.h"

#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

/// "LFF", "LF.": a voter each; lower-case letters are observers.
QList<MemberStatus> membersOf(const Ensemble &ensemble, const QString &letters)
{
    QList<MemberStatus> members;
    for (qsizetype i = 0; i < letters.size(); ++i) {
        MemberStatus member;
        member.wanted = ensemble.members.at(i);
        switch (letters[i].toUpper().unicode()) {
        case u'L':
            member.state = MemberState::Leader;
            break;
        case u'F':
            member.state = MemberState::Follower;
            break;
        case u'O':
            member.state = MemberState::Observer;
            break;
        case u'S':
            member.state = MemberState::Standalone;
            break;
        case u'R':
            member.state = MemberState::ReadOnly;
            break;
        case u'U':
            member.state = MemberState::Unconfirmed;
            break;
        case u'?':
            member.state = MemberState::Unknown;
            break;
        default:
            member.state = MemberState::Stopped;
        }
        members.append(member);
    }
    return members;
}

} // namespace

class TestQuorum : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void quorum_data();
    void quorum();
    void sentences_data();
    void sentences();
};

void TestQuorum::quorum_data()
{
    QTest::addColumn<int>("voters");
    QTest::addColumn<int>("observers");
    QTest::addColumn<QString>("states");
    QTest::addColumn<QuorumStatus>("expected");
    const auto row = [](const char *name, int voters, int observers, const QString &states,
                        QuorumStatus expected) {
        QTest::newRow(name) << voters << observers << states << expected;
    };
    //             voters serving majority established unconfirmed survives leader
    row("whole", 3, 0, u"FLF"_s, {3, 3, 2, true, false, 1, 2});
    row("one lost", 3, 0, u"FL."_s, {3, 2, 2, true, false, 0, 2});
    row("two lost", 3, 0, u".L."_s, {3, 1, 2, false, false, 0, 2});
    row("no leader", 3, 0, u"F.F"_s, {3, 2, 2, false, false, 0, 0});
    row("doubted", 3, 0, u"U.U"_s, {3, 0, 2, false, true, 0, 0});
    row("one doubted", 3, 0, u"LFU"_s, {3, 2, 2, true, true, 0, 1});
    row("five", 5, 0, u"FFFFL"_s, {5, 5, 3, true, false, 2, 5});
    row("four", 4, 0, u"FFFL"_s, {4, 4, 3, true, false, 1, 4});
    row("observers do not count", 3, 2, u"L..oo"_s, {3, 1, 2, false, false, 0, 1});
    row("nor against", 3, 1, u"LFF."_s, {3, 3, 2, true, false, 1, 1});
    row("read-only has no quorum", 3, 0, u"RRR"_s, {3, 0, 2, false, false, 0, 0});
    row("standalone", 1, 0, u"S"_s, {1, 1, 1, true, false, 0, 0});
    row("one, replicated", 1, 0, u"L"_s, {1, 1, 1, true, false, 0, 1});
    row("one, stopped", 1, 0, u"."_s, {1, 0, 1, false, false, 0, 0});
    row("standalone among three", 3, 0, u"S.."_s, {3, 1, 2, false, false, 0, 0});
    //             … unknown known
    row("all unknown", 3, 0, u"???"_s, {3, 0, 2, false, false, 0, 0, 3, false});
    row("unknown ones decide", 3, 0, u"F.?"_s, {3, 1, 2, false, false, 0, 0, 1, false});
    row("unknown ones do not decide", 3, 0, u"..?"_s, {3, 0, 2, false, false, 0, 0, 1, true});
    row("enough without the unknown one", 3, 0, u"LF?"_s, {3, 2, 2, true, false, 0, 1, 1, true});
    row("unknown observers do not count", 3, 1, u"...?"_s, {3, 0, 2, false, false, 0, 0, 0, true});
}

void TestQuorum::quorum()
{
    QFETCH(int, voters);
    QFETCH(int, observers);
    QFETCH(QString, states);
    QFETCH(QuorumStatus, expected);
    const Ensemble ensemble =
        makeEnsemble(u"zoo"_s, voters, observers, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    const QuorumStatus actual = quorumOf(ensemble, membersOf(ensemble, states));
    QCOMPARE(actual.voters, expected.voters);
    QCOMPARE(actual.serving, expected.serving);
    QCOMPARE(actual.majority, expected.majority);
    QCOMPARE(actual.established, expected.established);
    QCOMPARE(actual.unconfirmed, expected.unconfirmed);
    QCOMPARE(actual.survivesLossOf, expected.survivesLossOf);
    QCOMPARE(actual.leaderId, expected.leaderId);
    QCOMPARE(actual.unknown, expected.unknown);
    QCOMPARE(actual.known, expected.known);
    QVERIFY(actual == expected);
}

void TestQuorum::sentences_data()
{
    QTest::addColumn<QuorumStatus>("quorum");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, QuorumStatus quorum, const QString &expected) {
        QTest::newRow(name) << quorum << expected;
    };
    row("whole", {3, 3, 2, true, false, 1, 2}, u"3 of 3 voters serve. The quorum survives the loss of 1."_s);
    row("edge", {3, 2, 2, true, false, 0, 2},
        u"2 of 3 voters serve. The loss of one more ends the quorum."_s);
    row("one left", {3, 1, 2, false, false, 0, 0}, u"No quorum: 1 of 3 voters serves, 2 are needed."_s);
    row("none left", {3, 0, 2, false, false, 0, 0}, u"No quorum: 0 of 3 voters serve, 2 are needed."_s);
    row("no leader", {3, 2, 2, false, false, 0, 0},
        u"No quorum: 2 of 3 voters serve, but none of them says that it leads."_s);
    row("asking", {3, 0, 2, false, true, 0, 0},
        u"Something happened a moment ago: the roles are being asked again."_s);
    row("single", {1, 1, 1, true, false, 0, 0}, u"The only server serves. Nothing survives its loss."_s);
    row("single, down", {1, 0, 1, false, false, 0, 0}, u"The only server does not serve."_s);
    row("not asked yet", {3, 0, 2, false, false, 0, 0, 3, false},
        u"Unknown: the servers have not been asked yet."_s);
    row("not all asked yet", {3, 1, 2, false, false, 0, 0, 1, false},
        u"Unknown: some servers have not been asked yet; 1 of 3 voters are known to serve."_s);
    const QString why = u"The docker command does not start."_s;
    row("silent engine", {3, 0, 2, false, false, 0, 0, 3, false, true, why},
        u"Unknown: nobody can tell who serves. The docker command does not start."_s);
    row("single, silent engine", {1, 0, 1, false, false, 0, 0, 1, false, true},
        u"Unknown: nobody can tell who serves."_s);
    row("nobody", {}, u"No voter is known."_s);
}

void TestQuorum::sentences()
{
    QFETCH(QuorumStatus, quorum);
    QFETCH(QString, expected);
    QCOMPARE(quorumSentence(quorum), expected);
}

QTEST_GUILESS_MAIN(TestQuorum)
#include "tst_quorum.moc"
