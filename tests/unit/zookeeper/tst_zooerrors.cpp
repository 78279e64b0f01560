// SPDX-License-Identifier: GPL-3.0-or-later
#include "zookeeper/zooerrors.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

#include <zookeeper/zookeeper.h>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestZooErrors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void kinds_data();
    void kinds();
    void everyCodeHasASentence();
    void detailNamesRequestAndCode();
    void readingHasNoEffect();
};

void TestZooErrors::kinds_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("connection loss") << int(ZCONNECTIONLOSS) << ErrorKind::ConnectionLost;
    QTest::newRow("closing") << int(ZCLOSING) << ErrorKind::ConnectionLost;
    QTest::newRow("session moved") << int(ZSESSIONMOVED) << ErrorKind::ConnectionLost;
    QTest::newRow("timeout") << int(ZOPERATIONTIMEOUT) << ErrorKind::Timeout;
    QTest::newRow("expired") << int(ZSESSIONEXPIRED) << ErrorKind::SessionExpired;
    QTest::newRow("invalid state") << int(ZINVALIDSTATE) << ErrorKind::SessionExpired;
    QTest::newRow("no auth") << int(ZNOAUTH) << ErrorKind::NoAuth;
    QTest::newRow("auth failed") << int(ZAUTHFAILED) << ErrorKind::NoAuth;
    QTest::newRow("no node") << int(ZNONODE) << ErrorKind::NoNode;
    QTest::newRow("node exists") << int(ZNODEEXISTS) << ErrorKind::NodeExists;
    QTest::newRow("bad arguments") << int(ZBADARGUMENTS) << ErrorKind::InvalidInput;
    QTest::newRow("bad acl") << int(ZINVALIDACL) << ErrorKind::InvalidInput;
    QTest::newRow("not empty") << int(ZNOTEMPTY) << ErrorKind::NotEmpty;
    QTest::newRow("bad version") << int(ZBADVERSION) << ErrorKind::VersionConflict;
    QTest::newRow("ephemeral parent") << int(ZNOCHILDRENFOREPHEMERALS) << ErrorKind::ZooKeeperFailed;
    QTest::newRow("read only") << int(ZNOTREADONLY) << ErrorKind::ReadOnly;
    QTest::newRow("unknown request") << int(ZUNIMPLEMENTED) << ErrorKind::NotSupported;
    QTest::newRow("marshalling") << int(ZMARSHALLINGERROR) << ErrorKind::ZooKeeperFailed;
    QTest::newRow("unknown") << -4711 << ErrorKind::ZooKeeperFailed;
}

void TestZooErrors::kinds()
{
    QFETCH(int, code);
    QFETCH(ErrorKind, kind);
    QCOMPARE(errorKindName(zooErrorKind(code)), errorKindName(kind));
    QCOMPARE(errorKindName(zooError(code, u"get /a"_s).kind()), errorKindName(kind));
}

void TestZooErrors::everyCodeHasASentence()
{
    QSet<QString> sentences;
    for (int code = -130; code < 0; ++code) {
        const QString sentence = zooError(code, {}).message();
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
        sentences.insert(sentence);
    }
    QVERIFY(sentences.size() > 10);
}

void TestZooErrors::detailNamesRequestAndCode()
{
    QCOMPARE(zooError(ZNONODE, u"get /a"_s).detail(), u"get /a: no node (-101)"_s);
}

void TestZooErrors::readingHasNoEffect()
{
    for (const int code : {int(ZCONNECTIONLOSS), int(ZCLOSING), int(ZSESSIONMOVED)}) {
        const Error change = zooError(code, u"set /a"_s);
        const Error reading = zooError(code, u"get /a"_s, ZooPurpose::Read);
        QVERIFY2(change.message().contains("took effect"_L1), qPrintable(change.message()));
        QVERIFY2(!reading.message().contains("took effect"_L1), qPrintable(reading.message()));
        QCOMPARE(errorKindName(reading.kind()), errorKindName(change.kind()));
    }
}

QTEST_GUILESS_MAIN(TestZooErrors)
#include "tst_zooerrors.moc"
