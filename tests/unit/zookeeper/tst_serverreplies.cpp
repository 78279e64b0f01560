// SPDX-License-Identifier: GPL-3.0-or-later
// The recordings are answers of ZooKeeper 3.8.0 with two clients.
#include "zookeeper/serverreplies.h"

#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

QByteArray recording(const QString &name)
{
    QFile file(QStringLiteral(ZOODOCK_WORDS "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString value(const TextTable &table, const QString &name)
{
    for (const QStringList &row : table.rows) {
        if (row.value(0) == name)
            return row.value(1);
    }
    return {};
}

} // namespace

class TestServerReplies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mntr();
    void conf();
    void confOfAnEnsemble();
    void cons();
    void dump();
    void dumpOfAFollower();
    void dumpOfLocalSessions();
    void wchs();
    void srvr();
    void oneWord_data();
    void oneWord();
    void refusals_data();
    void refusals();
    void adminIndex();
    void adminStats();
    void adminConnections();
    void adminNothingToTell_data();
    void adminNothingToTell();
    void adminFileInAValue();
    void adminErrors();
    void brokenBytes_data();
    void brokenBytes();
    void tabbed();
};

void TestServerReplies::mntr()
{
    const auto tables = parseFourLetterAnswer("mntr", recording(u"mntr"_s));
    QVERIFY(tables && tables->size() == 1);
    QCOMPARE(value(tables->first(), u"server_state"_s), u"standalone"_s);
    QCOMPARE(value(tables->first(), u"ephemerals_count"_s), u"2"_s);
    QVERIFY(value(tables->first(), u"version"_s).startsWith(u"3.8.0"_s));
    QVERIFY(tables->first().rows.size() > 100);
}

void TestServerReplies::conf()
{
    const auto tables = parseFourLetterAnswer("conf", recording(u"conf"_s));
    QVERIFY(tables && tables->size() == 1);
    QCOMPARE(value(tables->first(), u"dataDir"_s), u"/data/version-2"_s);
    QCOMPARE(tables->first().rows.size(), 12);
}

void TestServerReplies::confOfAnEnsemble()
{
    const auto tables = parseFourLetterAnswer(
        "conf",
        "serverId=1\nquorumPort=2888\npeerType=0\nmembership: \n"
        "server.1=zoo1:2888:3888:participant;0.0.0.0:2181\nserver.2=zoo2:2888:3888:observer\nversion=0");
    QVERIFY(tables && tables->size() == 2);
    QCOMPARE(value(tables->first(), u"peerType"_s), u"participant (0)"_s);
    QCOMPARE(value(tables->at(1), u"server.1"_s), u"zoo1:2888:3888:participant;0.0.0.0:2181"_s);
    QCOMPARE(value(tables->at(1), u"version"_s), u"0"_s);
}

void TestServerReplies::cons()
{
    const auto tables = parseFourLetterAnswer("cons", recording(u"cons"_s));
    QVERIFY(tables && tables->size() == 1);
    const TextTable &table = tables->first();
    QCOMPARE(table.rows.size(), 3);
    const qsizetype session = table.columns.indexOf(u"Session"_s);
    QVERIFY(session > 0);
    QCOMPARE(table.rows.at(1).value(session), u"0x10000ef1e310000"_s);
    QCOMPARE(table.rows.at(0).value(0), u"172.17.0.1:58022"_s);
    QCOMPARE(table.rows.at(0).value(session), QString());
    QVERIFY(table.rows.at(1).value(table.columns.indexOf(u"Since"_s)).startsWith(u"2026-"_s));
}

void TestServerReplies::dump()
{
    const auto tables = parseFourLetterAnswer("dump", recording(u"dump"_s));
    QVERIFY(tables);
    QStringList titles;
    for (const TextTable &table : *tables)
        titles += table.title;
    QCOMPARE(titles,
             QStringList({u"SessionTracker dump"_s, u"ephemeral nodes dump"_s, u"Connections dump"_s}));
    const TextTable &ephemerals = tables->at(1);
    QVERIFY(ephemerals.rows.contains(QStringList({u"0x10000ef1e310000"_s, u"/app/e1"_s})));
    QVERIFY(ephemerals.rows.contains(QStringList({u"0x10000ef1e310000"_s, u"/app/e2"_s})));
    QVERIFY(!ephemerals.rows.contains(QStringList({u"0x10000ef1e310000"_s, QString()})));
}

/// Both of the same moment: a follower knows the sessions and their time-outs, the leader when they end.
void TestServerReplies::dumpOfAFollower()
{
    const auto tables = parseFourLetterAnswer("dump", recording(u"dump-follower"_s));
    QVERIFY(tables);
    QCOMPARE(tables->size(), 3);
    QCOMPARE(tables->at(0).title, u"SessionTracker dump"_s);
    QCOMPARE(tables->at(0).columns, QStringList({u"Session"_s, u"Time-out (ms)"_s}));
    QCOMPARE(tables->at(0).rows, QList<QStringList>({{u"0x10003c2821e0000"_s, u"10000"_s},
                                                     {u"0x20003c2a60f0000"_s, u"10000"_s},
                                                     {u"0x30003c2827f0000"_s, u"10000"_s}}));
    const auto ofLeader = parseFourLetterAnswer("dump", recording(u"dump-leader"_s));
    QVERIFY(ofLeader);
    QCOMPARE(ofLeader->size(), 3);
    const QString group = u"3 expire at Sun Nov 22 21:44:25 UTC 2026"_s;
    QCOMPARE(ofLeader->at(0).title, u"SessionTracker dump"_s);
    QCOMPARE(ofLeader->at(0).columns, QStringList({u"Group"_s, u"Entry"_s}));
    QCOMPARE(ofLeader->at(0).rows, QList<QStringList>({{u"Session Sets (1)/(3)"_s, QString()},
                                                       {group, u"0x10003c2821e0000"_s},
                                                       {group, u"0x20003c2a60f0000"_s},
                                                       {group, u"0x30003c2827f0000"_s}}));
    for (const auto &answer : {*tables, *ofLeader}) {
        QCOMPARE(answer.at(1).title, u"ephemeral nodes dump"_s);
        QCOMPARE(answer.at(1).rows, QList<QStringList>({{u"Sessions with Ephemerals (2)"_s, QString()},
                                                        {u"0x10003c2821e0000"_s, u"/lock-a"_s},
                                                        {u"0x20003c2a60f0000"_s, u"/lock-b"_s},
                                                        {u"0x20003c2a60f0000"_s, u"/lock-c"_s}}));
        QCOMPARE(answer.at(2).title, u"Connections dump"_s);
        QCOMPARE(answer.at(2).rows.size(), 3); // the sets, and the two that expire together
    }
}

/// With localSessionsEnabled it is both at once.
void TestServerReplies::dumpOfLocalSessions()
{
    const auto local = parseFourLetterAnswer(
        "dump", "SessionTracker dump:\nLocal Session Sets (1)/(1):\n1 expire at noon:\n\t0x1\n"
                "Global Sessions(1):\n0x2\t10000ms\n");
    QVERIFY(local);
    QCOMPARE(local->size(), 2);
    QVERIFY(local->at(0).rows.contains(QStringList({u"1 expire at noon"_s, u"0x1"_s})));
    QCOMPARE(local->at(1).title, u"Global Sessions(1)"_s);
    QCOMPARE(local->at(1).rows, QList<QStringList>({{u"0x2"_s, u"10000"_s}}));
}

void TestServerReplies::wchs()
{
    const auto tables = parseFourLetterAnswer("wchs", recording(u"wchs"_s));
    QVERIFY(tables && tables->size() == 1);
    QCOMPARE(tables->first().rows.size(), 3);
    QCOMPARE(tables->first().rows.at(0).at(1), u"2"_s);
    QCOMPARE(tables->first().rows.at(2).at(1), u"2"_s);
}

void TestServerReplies::srvr()
{
    const auto tables = parseFourLetterAnswer("srvr", recording(u"srvr"_s));
    QVERIFY(tables);
    QCOMPARE(value(tables->first(), u"Mode"_s), u"standalone"_s);
    QCOMPARE(value(tables->first(), u"Latency min/avg/max"_s), u"0/3.875/16"_s);
}

void TestServerReplies::oneWord_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("known");
    QTest::newRow("imok") << "ruok"_ba
                          << "imok"_ba << true;
    QTest::newRow("rw") << "isro"_ba
                        << "rw"_ba << true;
    QTest::newRow("ro") << "isro"_ba
                        << "ro"_ba << true;
    QTest::newRow("null") << "isro"_ba
                          << "null"_ba << true;
    QTest::newRow("something else") << "ruok"_ba
                                    << "maybe"_ba << false;
}

void TestServerReplies::oneWord()
{
    QFETCH(QByteArray, word);
    QFETCH(QByteArray, answer);
    const auto tables = parseFourLetterAnswer(word, answer);
    QVERIFY(tables);
    QCOMPARE(tables->first().rows.first().first(), QString::fromLatin1(answer));
    QTEST(!tables->first().rows.first().last().isEmpty(), "known");
}

void TestServerReplies::refusals_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("nothing") << QByteArray() << ErrorKind::ConnectionLost;
    QTest::newRow("no quorum") << "This ZooKeeper instance is not currently serving requests\n"_ba
                               << ErrorKind::NotServing;
    QTest::newRow("blocked") << "mntr is not executed because it is not in the whitelist.\n"_ba
                             << ErrorKind::NotWhitelisted;
}

void TestServerReplies::refusals()
{
    QFETCH(QByteArray, answer);
    const auto tables = parseFourLetterAnswer("mntr", answer);
    QVERIFY(!tables);
    QTEST(tables.error().kind(), "kind");
    QVERIFY(!tables.error().message().isEmpty());
}

void TestServerReplies::adminIndex()
{
    const auto pages = parseAdminIndex(recording(u"admin-index.html"_s));
    QVERIFY(pages);
    QVERIFY(pages->contains(u"monitor"_s) && pages->contains(u"connections"_s));
    QVERIFY(pages->size() > 15);
    QCOMPARE(parseAdminIndex("<html>It works!</html>").error().kind(), ErrorKind::BadOutput);
}

void TestServerReplies::adminStats()
{
    const auto tables = parseAdminAnswer(recording(u"admin-stats.json"_s));
    QVERIFY(tables);
    QCOMPARE(value(tables->first(), u"read_only"_s), u"false"_s);
    QCOMPARE(value(tables->first(), u"server_stats.client_response_stats.max_buffer_size"_s), u"89"_s);
    QCOMPARE(value(tables->first(), u"server_stats.avg_latency"_s), u"3.875"_s);
    QVERIFY(value(tables->first(), u"server_stats.last_processed_zxid"_s).startsWith(u"0x"_s));
}

void TestServerReplies::adminConnections()
{
    const auto tables = parseAdminAnswer(recording(u"admin-connections.json"_s));
    QVERIFY(tables);
    const auto list = std::find_if(tables->cbegin(), tables->cend(),
                                   [](const TextTable &table) { return table.title == u"connections"_s; });
    QVERIFY(list != tables->cend());
    QCOMPARE(list->rows.size(), 2);
    // A session's number does not fit a double: 72058621041639425.
    QStringList sessions;
    for (const QStringList &row : list->rows)
        sessions += row.value(list->columns.indexOf(u"session_id"_s));
    QVERIFY2(sessions.contains(u"0x10000ef1e310001"_s), qPrintable(sessions.join(u' ')));
    // As the four-letter word `cons` has them.
    QCOMPARE(list->columns.first(14).join(u' '),
             u"remote_socket_address outstanding_requests packets_received packets_sent session_id "
             "last_operation established session_timeout last_cxid last_zxid last_latency min_latency "
             "avg_latency max_latency"_s);
}

void TestServerReplies::adminNothingToTell_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("row");
    // Each as ZooKeeper 3.8.0 sends it.
    QTest::newRow("watches") << QByteArray(
                                    R"({"session_id_to_watched_paths":{},"command":"watches","error":null})")
                             << QStringList{u"session_id_to_watched_paths"_s, u"none"_s};
    QTest::newRow("hash") << QByteArray(R"({"digests":[],"command":"hash","error":null})")
                          << QStringList{u"digests"_s, u"none"_s};
    QTest::newRow("initial configuration")
        << QByteArray(R"({"initial_configuration":null,"command":"initial_configuration","error":null})")
        << QStringList{u"initial_configuration"_s, u"none"_s};
    QTest::newRow("ruok") << QByteArray(R"({"command":"ruok","error":null})")
                          << QStringList{u"The server answered; it has nothing to tell."_s};
}

void TestServerReplies::adminNothingToTell()
{
    QFETCH(QByteArray, json);
    const auto tables = parseAdminAnswer(json);
    QVERIFY(tables && tables->size() == 1);
    QTEST(tables->first().rows.value(0), "row");
}

void TestServerReplies::adminFileInAValue()
{
    const auto tables = parseAdminAnswer(
        R"({"initial_configuration":"dataDir=/data\nserver.1=localhost:2888:3888;2181\n","error":null})");
    QVERIFY(tables && tables->size() == 1);
    QCOMPARE(tables->first().title, u"initial_configuration"_s);
    QCOMPARE(value(tables->first(), u"server.1"_s), u"localhost:2888:3888;2181"_s);
}

void TestServerReplies::adminErrors()
{
    const auto answer = parseAdminAnswer(R"({"command":"x","error":"Unknown command: x"})");
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind(), ErrorKind::ZooKeeperFailed);
    QVERIFY(answer.error().message().contains(u"Unknown command: x"_s));
    QCOMPARE(parseAdminAnswer("[1]").error().kind(), ErrorKind::BadOutput);
    QCOMPARE(parseAdminAnswer("<html>").error().kind(), ErrorKind::BadOutput);
}

void TestServerReplies::brokenBytes_data()
{
    QTest::addColumn<QByteArray>("word");
    for (const char *word : {"srvr", "mntr", "conf", "cons", "dump", "wchs"})
        QTest::newRow(word) << QByteArray(word);
}

void TestServerReplies::brokenBytes()
{
    QFETCH(QByteArray, word);
    const QByteArray good = recording(QString::fromLatin1(word)).left(1500);
    QRandomGenerator random(4);
    for (int i = 0; i < 2000; ++i) {
        QByteArray bytes = good;
        for (int change = random.bounded(1, 12); change > 0; --change)
            bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
        bytes.truncate(random.bounded(bytes.size() + 1));
        const auto tables = parseFourLetterAnswer(word, bytes);
        if (!tables)
            continue;
        for (const TextTable &table : *tables) {
            for (const QStringList &row : table.rows) {
                QVERIFY(row.size() <= table.columns.size());
                for (const QString &cell : row)
                    QVERIFY(!cell.contains(u'\n') && !cell.contains(QChar(0)));
            }
        }
    }
    QRandomGenerator other(5);
    const QByteArray json = recording(u"admin-stats.json"_s);
    for (int i = 0; i < 500; ++i) {
        QByteArray bytes = json;
        bytes[other.bounded(bytes.size())] = static_cast<char>(other.bounded(256));
        const auto tables = parseAdminAnswer(bytes);
        QVERIFY(tables || !tables.error().message().isEmpty());
    }
}

void TestServerReplies::tabbed()
{
    const TextTable table{u"T"_s, {u"a"_s, u"b"_s}, {{u"1\t2"_s, u"3\n4"_s}}};
    QCOMPARE(table.tabbed(), u"T\na\tb\n1 2\t3 4\n"_s);
}

QTEST_GUILESS_MAIN(TestServerReplies)
#include "tst_serverreplies.moc"
