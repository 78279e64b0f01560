// SPDX-License-Identifier: GPL-3.0-or-later
#include "zookeeper/srvr.h"

#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

// 3.8.0, leader of three; recorded
const char leader38[] =
    "Zookeeper version: 3.8.0-5a02a05eddb59aee6ac762f7ea82e92a68eb9c0f, built on 2022-02-25 08:49 UTC\n"
    "Latency min/avg/max: 0/0.4286/3\n"
    "Received: 12\n"
    "Sent: 11\n"
    "Connections: 2\n"
    "Outstanding: 1\n"
    "Zxid: 0x100000004\n"
    "Mode: leader\n"
    "Node count: 7\n"
    "Proposal sizes last/min/max: 36/32/48\n";

// The forms of older versions are those of NIOServerCnxn (3.4.14) and StatCommand (3.5.10, 3.6.4).
const char follower34[] =
    "Zookeeper version: 3.4.14-4c25d480e66aadd371de8bd2fd8da255ac140bcf, built on 03/06/2019 16:18 GMT\n"
    "Latency min/avg/max: 0/12/345\n"
    "Received: 5\n"
    "Sent: 4\n"
    "Connections: 1\n"
    "Outstanding: 0\n"
    "Zxid: 0x0\n"
    "Mode: follower\n"
    "Node count: 4\n";

QByteArray withMode(const QByteArray &mode)
{
    return QByteArray(follower34).replace("follower", mode);
}

} // namespace

class TestSrvr : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void newForm();
    void oldForm();
    void modes_data();
    void modes();
    void versions_data();
    void versions();
    void readOnlyNote();
    void statHasTheSameHead();
    void windowsLineEnds();
    void refusals_data();
    void refusals();
    void everyPrefixIsHarmless();
};

void TestSrvr::newForm()
{
    const Result<SrvrReply> reply = parseSrvr(leader38);
    QVERIFY(reply);
    QCOMPARE(reply->version, u"3.8.0"_s);
    QCOMPARE(reply->latencyMinimum, 0.0);
    QCOMPARE(reply->latencyAverage, 0.4286);
    QCOMPARE(reply->latencyMaximum, 3.0);
    QCOMPARE(reply->received, 12);
    QCOMPARE(reply->sent, 11);
    QCOMPARE(reply->connections, 2);
    QCOMPARE(reply->outstanding, 1);
    QCOMPARE(reply->zxid, 0x100000004u);
    QCOMPARE(reply->mode, ServerMode::Leader);
    QCOMPARE(reply->nodeCount, 7);
}

void TestSrvr::oldForm()
{
    const Result<SrvrReply> reply = parseSrvr(follower34);
    QVERIFY(reply);
    QCOMPARE(reply->version, u"3.4.14"_s);
    QCOMPARE(reply->latencyAverage, 12.0);
    QCOMPARE(reply->latencyMaximum, 345.0);
    QCOMPARE(reply->zxid, 0u);
    QCOMPARE(reply->mode, ServerMode::Follower);
}

void TestSrvr::modes_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<ServerMode>("mode");
    QTest::newRow("leader") << QByteArray("leader") << ServerMode::Leader;
    QTest::newRow("follower") << QByteArray("follower") << ServerMode::Follower;
    QTest::newRow("observer") << QByteArray("observer") << ServerMode::Observer;
    QTest::newRow("standalone") << QByteArray("standalone") << ServerMode::Standalone;
    QTest::newRow("read-only") << QByteArray("read-only") << ServerMode::ReadOnly;
}

void TestSrvr::modes()
{
    QFETCH(QByteArray, word);
    QFETCH(ServerMode, mode);
    const Result<SrvrReply> reply = parseSrvr(withMode(word));
    QVERIFY(reply);
    QCOMPARE(reply->mode, mode);
}

void TestSrvr::versions_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("version");
    QTest::newRow("hash")
        << QByteArray("3.9.3-c26634f34490bb0ea7a09cc51e05ede3b4e320ee, built on 2024-10-17 23:21 UTC")
        << u"3.9.3"_s;
    QTest::newRow("beta") << QByteArray(
                                 "3.5.3-beta-8ce24f9e675cbefffb8f21a47e06b42864475a60, built on 04/03/2017")
                          << u"3.5.3-beta"_s;
    QTest::newRow("numbered hash") << QByteArray("3.4.6-1569965, built on 02/20/2014 09:09 GMT")
                                   << u"3.4.6"_s;
    QTest::newRow("bare") << QByteArray("3.8.0") << u"3.8.0"_s;
}

void TestSrvr::versions()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, version);
    const Result<SrvrReply> reply = parseSrvr("Zookeeper version: " + text + "\nMode: leader\n");
    QVERIFY(reply);
    QCOMPARE(reply->version, version);
}

void TestSrvr::readOnlyNote()
{
    const Result<SrvrReply> reply = parseSrvr(
        withMode("read-only").replace("Latency", "READ-ONLY mode; serving only read-only clients\nLatency"));
    QVERIFY(reply);
    QCOMPARE(reply->mode, ServerMode::ReadOnly);
    QCOMPARE(reply->nodeCount, 4);
}

void TestSrvr::statHasTheSameHead()
{
    const Result<SrvrReply> reply = parseSrvr(withMode("leader").replace(
        "Latency", "Clients:\n /172.18.0.1:41234[0](queued=0,recved=1,sent=0)\n\nLatency"));
    QVERIFY(reply);
    QCOMPARE(reply->mode, ServerMode::Leader);
}

void TestSrvr::windowsLineEnds()
{
    QVERIFY(parseSrvr(QByteArray(leader38).replace("\n", "\r\n")));
}

void TestSrvr::refusals_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("looking") << QByteArray("This ZooKeeper instance is not currently serving requests\n")
                             << ErrorKind::NotServing;
    QTest::newRow("whitelist") << QByteArray("srvr is not executed because it is not in the whitelist.\n")
                               << ErrorKind::NotWhitelisted;
    QTest::newRow("empty") << QByteArray() << ErrorKind::ConnectionLost;
    QTest::newRow("blank") << QByteArray("\n \n") << ErrorKind::ConnectionLost;
    QTest::newRow("http") << QByteArray("HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n")
                          << ErrorKind::BadOutput;
    QTest::newRow("no mode") << QByteArray("Zookeeper version: 3.8.0\n") << ErrorKind::BadOutput;
    QTest::newRow("odd mode") << withMode("president") << ErrorKind::BadOutput;
    QTest::newRow("odd latency") << QByteArray(follower34).replace("0/12/345", "0/12")
                                 << ErrorKind::BadOutput;
    QTest::newRow("odd zxid") << QByteArray(follower34).replace("0x0", "zero") << ErrorKind::BadOutput;
    QTest::newRow("odd count") << QByteArray(follower34).replace("Sent: 4", "Sent: four")
                               << ErrorKind::BadOutput;
    QTest::newRow("zeros") << QByteArray(50, '\0') << ErrorKind::BadOutput;
}

void TestSrvr::refusals()
{
    QFETCH(QByteArray, answer);
    QFETCH(ErrorKind, kind);
    const Result<SrvrReply> reply = parseSrvr(answer);
    QVERIFY(!reply);
    QCOMPARE(errorKindName(reply.error().kind()), errorKindName(kind));
    QVERIFY(reply.error().message().endsWith(u'.'));
}

void TestSrvr::everyPrefixIsHarmless()
{
    const QByteArray whole(leader38);
    const qsizetype withModeWord = whole.indexOf("leader") + 6;
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const QByteArray prefix = whole.left(length);
        const bool hasMode = length >= withModeWord && !prefix.trimmed().endsWith("Node count:");
        QCOMPARE(parseSrvr(prefix).has_value(), hasMode);
    }
}

QTEST_GUILESS_MAIN(TestSrvr)
#include "tst_srvr.moc"
