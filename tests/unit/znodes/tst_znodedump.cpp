// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/znodetransfer.h"

#include "fakes/patience.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <memory>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestZnodeDump : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void golden();
    void damaged_data();
    void damaged();
    void newer();
    void writesAFile();
    void cancelledWritingLeavesNothing();
    void destroyedWritingLeavesNothing();

private:
    [[nodiscard]] static ZnodeDump large();
};

namespace
{

ZnodeRecord record(const QString &path, const QByteArray &value)
{
    ZnodeRecord made;
    made.path = ZnodePath::trusted(path);
    made.value = value;
    made.acl = openAcl();
    return made;
}

ZnodeDump dump(const QList<ZnodeRecord> &records)
{
    ZnodeDump made;
    made.exportedFrom = ZnodePath::trusted(u"/app"_s);
    made.exportedAt = QDateTime(QDate(2024, 2, 29), QTime(13, 14, 15, 16), Qt::UTC);
    made.records = records;
    return made;
}

QByteArray everyByte()
{
    QByteArray bytes;
    for (int byte = 0; byte < 256; ++byte)
        bytes += static_cast<char>(byte);
    return bytes;
}

} // namespace

void TestZnodeDump::roundTrip_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("text") << QByteArray("host=a\nport=2\t\"quoted\" \\");
    QTest::newRow("Chinese") << QByteArray("\xe4\xb8\xad\xe6\x96\x87");
    QTest::newRow("beyond the first plane") << QByteArray("\xf0\x9f\xa6\x81");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbftext");
    QTest::newRow("broken UTF-8") << QByteArray("\xc3(");
    QTest::newRow("a half surrogate") << QByteArray("\xed\xa0\x80");
    QTest::newRow("every byte") << everyByte();
}

void TestZnodeDump::roundTrip()
{
    QFETCH(QByteArray, value);
    ZnodeRecord ephemeral = record(u"/session 1"_s, value);
    ephemeral.kind = ZnodeKind::Ephemeral;
    ephemeral.acl = {{u"digest"_s, digestId(u"me"_s, u"secret"_s), allPermissions},
                     {u"kerberos5"_s, u"who:ever"_s, AclPermission::Read | AclPermission::Admin}};
    ZnodeRecord timed = record(u"/session 1/ttl"_s, value);
    timed.kind = ZnodeKind::Ttl;
    timed.ttlMilliseconds = 0xffffffffffLL;
    ZnodeRecord container = record(u"/box"_s, value);
    container.kind = ZnodeKind::Container;
    const ZnodeDump before = dump({record(u"/"_s, value), ephemeral, timed, container});
    const Result<ZnodeDump> after = dumpFromJson(toJson(before));
    QVERIFY2(after.has_value(), after ? "" : qPrintable(after.error().toString()));
    QCOMPARE(after->exportedFrom, before.exportedFrom);
    QCOMPARE(after->exportedAt, before.exportedAt);
    QCOMPARE(after->records, before.records);
    for (const ZnodeRecord &read : after->records)
        QCOMPARE(read.value.isNull(), value.isNull());
    QCOMPARE(toJson(*after), toJson(before));
}

void TestZnodeDump::golden()
{
    QCOMPARE(
        toJson(dump({record(u"/"_s, {}), record(u"/a"_s, "1"), record(u"/b"_s, "\xff")})),
        QByteArray(
            R"({"exported":"2024-02-29T13:14:15.016Z","path":"/app","version":1,"zoodock":"znodes","znodes":[
{"acl":[{"id":"anyone","permissions":"cdrwa","scheme":"world"}],"kind":"persistent","path":"/"},
{"acl":[{"id":"anyone","permissions":"cdrwa","scheme":"world"}],"kind":"persistent","path":"/a","text":"1"},
{"acl":[{"id":"anyone","permissions":"cdrwa","scheme":"world"}],"base64":"/w==","kind":"persistent","path":"/b"}
]}
)"));
}

void TestZnodeDump::damaged_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("said");
    const auto around = [](const QByteArray &entries) {
        return QByteArray(R"({"zoodock":"znodes","version":1,"path":"/app","znodes":[)") + entries + "]}";
    };
    const QByteArray acl = R"("acl":[{"scheme":"world","id":"anyone","permissions":"r"}])";
    const QByteArray top = R"({"path":"/",)" + acl + "}";
    QTest::newRow("cut") << QByteArray("{\n\"zoodock\":\"znodes\",\n\"vers") << u"Line 3"_s;
    QTest::newRow("another file") << QByteArray("{\"version\":1}") << u"something else"_s;
    QTest::newRow("no znodes") << around({}) << u"no znodes"_s;
    QTest::newRow("path") << around(top + R"(,{"path":"/a/../b",)" + acl + "}") << u"Entry 2"_s;
    QTest::newRow("above the top") << around(top + R"(,{"path":"/../etc",)" + acl + "}")
                                   << u"No znode can have its path “/../etc”. Nothing was changed."_s;
    QTest::newRow("no ACL") << around(R"({"path":"/"})") << u"no ACL"_s;
    QTest::newRow("permissions")
        << around(R"({"path":"/","acl":[{"scheme":"world","id":"anyone","permissions":"rx"}]})") << u"ACL"_s;
    QTest::newRow("two values") << around(R"({"path":"/","text":"a","base64":"YQ==",)" + acl + "}")
                                << u"both"_s;
    QTest::newRow("base64") << around(R"({"path":"/","base64":"Y!Q=",)" + acl + "}") << u"base64"_s;
    QTest::newRow("value") << around(R"({"path":"/","text":1,)" + acl + "}") << u"no text"_s;
    QTest::newRow("kind") << around(R"({"path":"/","kind":"eternal",)" + acl + "}") << u"eternal"_s;
    QTest::newRow("ttl") << around(R"({"path":"/","kind":"ttl","ttl":0,)" + acl + "}") << u"time to live"_s;
    QTest::newRow("orphan") << around(top + R"(,{"path":"/a/b",)" + acl + "}") << u"parent of /a/b"_s;
    QTest::newRow("twice") << around(top + ',' + top) << u"twice"_s;
}

void TestZnodeDump::damaged()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, said);
    const Result<ZnodeDump> read = dumpFromJson(json);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind(), ErrorKind::FileDamaged);
    QVERIFY2(read.error().message().contains(said), qPrintable(read.error().message()));
}

void TestZnodeDump::newer()
{
    const Result<ZnodeDump> read = dumpFromJson(R"({"zoodock":"znodes","version":2,"path":"/","znodes":[]})");
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind(), ErrorKind::FileNewer);
}

/// Takes long enough to be met in the middle.
ZnodeDump TestZnodeDump::large()
{
    ZnodeDump made = dump({record(u"/"_s, "top")});
    const ZnodeRecord one = record(u"/n"_s, QByteArray(1000, 'x'));
    for (int i = 0; i < 100'000; ++i)
        made.records += one;
    return made;
}

void TestZnodeDump::writesAFile()
{
    const QTemporaryDir folder;
    const ZnodeDump before = dump({record(u"/"_s, "top"), record(u"/a"_s, everyByte())});
    const std::unique_ptr<Operation> writing(writeDumpFile(folder.filePath(u"app.json"_s), before, nullptr));
    writing->start();
    QTRY_VERIFY(writing->isFinished());
    QVERIFY2(writing->succeeded(), qPrintable(writing->error().toString()));
    QFile file(folder.filePath(u"app.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), toJson(before));
}

void TestZnodeDump::cancelledWritingLeavesNothing()
{
    const QTemporaryDir folder;
    const std::unique_ptr<Operation> writing(writeDumpFile(folder.filePath(u"app.json"_s), large(), nullptr));
    writing->start();
    QTest::qWait(1); // it is at it
    writing->cancel();
    QTRY_VERIFY(writing->isFinished());
    QCOMPARE(writing->error().kind(), ErrorKind::Cancelled);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestZnodeDump::destroyedWritingLeavesNothing()
{
    const QTemporaryDir folder;
    std::unique_ptr<Operation> writing(writeDumpFile(folder.filePath(u"app.json"_s), large(), nullptr));
    writing->start();
    QTest::qWait(1); // it is at it
    writing.reset();
    QTest::qWait(500); // nobody goes on with it
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestZnodeDump)
#include "tst_znodedump.moc"
