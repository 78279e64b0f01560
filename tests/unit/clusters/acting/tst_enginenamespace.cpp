// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginenamespace.h"

#include <QtCore/QTemporaryDir>
#include <QtNetwork/QLocalServer>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestEngineNamespace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notASocket_data();
    void notASocket();
    void forwarder();
};

void TestEngineNamespace::notASocket_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::newRow("empty") << QString();
    QTest::newRow("tcp") << u"tcp://127.0.0.1:2375"_s;
    QTest::newRow("ssh") << u"ssh://user@host"_s;
    QTest::newRow("no path") << u"unix://"_s;
    QTest::newRow("not there") << u"unix:///nonexistent/docker.sock"_s;
    QTest::newRow("path too long") << u"unix:///"_s + QString(300, u'a');
}

void TestEngineNamespace::notASocket()
{
    QFETCH(QString, endpoint);
    QVERIFY(!sharesNetworkNamespace(endpoint));
}

/// Whoever serves this socket is in our namespace, but is no daemon: what it forwards to may be anywhere.
void TestEngineNamespace::forwarder()
{
    const QTemporaryDir folder;
    QLocalServer server;
    QVERIFY(server.listen(folder.filePath(u"docker.sock"_s)));
    QVERIFY(!sharesNetworkNamespace(u"unix://"_s + server.fullServerName()));
}

QTEST_GUILESS_MAIN(TestEngineNamespace)
#include "tst_enginenamespace.moc"
