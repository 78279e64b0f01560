// SPDX-License-Identifier: GPL-3.0-or-later
#include "zookeeper/connectprobe.h"

#include "fakes/wordserver.h"

#include <QtNetwork/QTcpServer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int patience = 30'000;

QString at(quint16 port)
{
    return u"127.0.0.1:%1"_s.arg(port);
}

} // namespace

class TestConnectProbe : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void timesEachServerByItself();
    void namesAllThatAreNotReached();
    void silentServerIsReached();
    void asksOneAlone();
};

void TestConnectProbe::timesEachServerByItself()
{
    QTcpServer silent; // takes the connection, and says nothing: given up after seconds
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    WordServer alive;
    alive.answer("srvr", "Zookeeper version: 3.8.0-x, built on y\nZxid: 0x1\nMode: standalone\n");
    ConnectProbe probe(at(silent.serverPort()) + u',' + at(alive.port()), Clock::system(), nullptr);
    const QSignalSpy answered(&probe, &ConnectProbe::answered);
    probe.start();
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, patience);
    QCOMPARE(answered.constFirst().constFirst().toString(), at(alive.port()));
    QCOMPARE(probe.failures().size(), 1);
    const ConnectProbe::Failure &failure = probe.failures().constFirst();
    QCOMPARE(failure.address, at(silent.serverPort()));
    QCOMPARE(failure.error.kind(), ErrorKind::Timeout);
    const auto took = answered.constFirst().at(1).value<std::chrono::milliseconds>();
    QVERIFY2(took < failure.took, qPrintable(u"%1, %2"_s.arg(took.count()).arg(failure.took.count())));
}

void TestConnectProbe::namesAllThatAreNotReached()
{
    QStringList addresses;
    for (int i = 0; i < 2; ++i) {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        addresses += at(gone.serverPort());
    }
    ConnectProbe probe(addresses.join(u','), Clock::system(), nullptr);
    const QSignalSpy unreachable(&probe, &ConnectProbe::unreachable);
    probe.start();
    QTRY_COMPARE_WITH_TIMEOUT(unreachable.size(), 1, patience);
    QStringList failed;
    for (const ConnectProbe::Failure &failure : probe.failures()) {
        failed += failure.address;
        QCOMPARE(failure.error.kind(), ErrorKind::ConnectionRefused);
    }
    QCOMPARE(failed, addresses);
}

/// It took the connection: what is wrong comes after that.
void TestConnectProbe::silentServerIsReached()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    QString gone;
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        gone = at(other.serverPort());
    }
    ConnectProbe probe(gone + u',' + at(silent.serverPort()), Clock::system(), nullptr);
    const QSignalSpy accepted(&probe, &ConnectProbe::accepted);
    const QSignalSpy answered(&probe, &ConnectProbe::answered);
    const QSignalSpy unreachable(&probe, &ConnectProbe::unreachable);
    probe.start();
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, patience);
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(accepted.constFirst().constFirst().toString(), at(silent.serverPort()));
    QCOMPARE(answered.constFirst(), accepted.constFirst());
    QVERIFY(!probe.reply());
    QCOMPARE(probe.reply().error().kind(), ErrorKind::Timeout);
    QVERIFY(unreachable.isEmpty());
    QCOMPARE(probe.failures().size(), 2);
    QVERIFY(!probe.failures().constFirst().accepted);
    QVERIFY(probe.failures().constLast().accepted);
}

void TestConnectProbe::asksOneAlone()
{
    WordServer first;
    WordServer second;
    for (WordServer *const server : {&first, &second})
        server->answer("srvr", "Zookeeper version: 3.8.0-x, built on y\nZxid: 0x1\nMode: standalone\n");
    ConnectProbe probe(at(first.port()) + u',' + at(second.port()), Clock::system(), nullptr);
    const QSignalSpy resolved(&probe, &ConnectProbe::nameResolved);
    const QSignalSpy answered(&probe, &ConnectProbe::answered);
    probe.start(at(second.port()));
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, patience);
    QCOMPARE(answered.constFirst().constFirst().toString(), at(second.port()));
    QCOMPARE(resolved.constFirst().at(1).toString(), u"2/2"_s);
    QVERIFY(first.asked().isEmpty());
}

QTEST_GUILESS_MAIN(TestConnectProbe)
#include "tst_connectprobe.moc"
