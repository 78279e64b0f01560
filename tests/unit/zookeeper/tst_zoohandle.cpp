// SPDX-License-Identifier: GPL-3.0-or-later
#include "zookeeper/zoohandle.h"

#include "fakes/patience.h"

#include <QtCore/QDir>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <chrono>
#include <memory>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int patience = 30'000;

qsizetype threadCount()
{
    return QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size();
}

/// A port where nobody listens.
quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QString at(quint16 port)
{
    return u"127.0.0.1:%1"_s.arg(port);
}

} // namespace

/// Without a ZooKeeper server: what a handle does when there is nobody at the other end, and how it goes
/// away. tests/engine/zookeeper has a real one.
class TestZooHandle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void idleUntilOpened();
    void requestBeforeOpenFails();
    void nobodyListens();
    void unknownHost();
    void invalidServers();
    void silentServer();
    void serverThatTalksNonsense();
    void destroyedWithRequestsUnderway();
    void destroyedInASlot();
    void requestOutlivesTheHandle();
    void destroyedRequest();
    void cancelledRequest();
    void deadlineOfARequest();
    void destroyedAtOnceManyTimes();

private:
    qsizetype m_threads = 0;
};

void TestZooHandle::initTestCase()
{
    m_threads = threadCount(); // QtTest's watchdog, a sanitizer's helper
}

/// No thread of the C client, and none of ours, stays behind.
void TestZooHandle::cleanup()
{
    QTRY_VERIFY_WITH_TIMEOUT(threadCount() <= m_threads, patience);
}

void TestZooHandle::idleUntilOpened()
{
    ZooHandle handle(at(closedPort()), 1s, nullptr);
    QSignalSpy states(&handle, &ZooHandle::stateChanged);
    QTest::qWait(50);
    QCOMPARE(handle.state(), ZooHandle::SessionState::Idle);
    QCOMPARE(states.size(), 0);
    handle.open();
    QCOMPARE(handle.state(), ZooHandle::SessionState::Connecting);
    handle.open();
    QCOMPARE(states.size(), 0);
}

void TestZooHandle::requestBeforeOpenFails()
{
    ZooHandle handle(at(closedPort()), 1s, nullptr);
    Operation *const get = handle.get(u"/"_s, this);
    get->start();
    QTRY_VERIFY(get->isFinished());
    QCOMPARE(get->outcome().error().kind(), ErrorKind::ConnectionLost);
}

void TestZooHandle::nobodyListens()
{
    ZooHandle handle(at(closedPort()), 1s, nullptr);
    handle.open();
    Operation *const get = handle.get(u"/"_s, this);
    QSignalSpy finished(get, &Operation::finished);
    get->start();
    QTRY_VERIFY_WITH_TIMEOUT(get->isFinished(), patience);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(get->outcome().error().kind(), ErrorKind::ConnectionLost);
    QVERIFY(get->outcome().error().detail().startsWith("get /"_L1));
    QCOMPARE(handle.state(), ZooHandle::SessionState::Connecting); // it goes on trying
}

void TestZooHandle::unknownHost()
{
    ZooHandle handle(u"zoo1.invalid:2181"_s, 1s, nullptr);
    QSignalSpy states(&handle, &ZooHandle::stateChanged);
    handle.open();
    Operation *const early = handle.get(u"/"_s, this);
    early->start();
    QTRY_COMPARE_WITH_TIMEOUT(handle.state(), ZooHandle::SessionState::Closed, patience);
    QCOMPARE(states.size(), 1);
    QTRY_VERIFY(early->isFinished());
    QCOMPARE(early->outcome().error().kind(), ErrorKind::HostUnknown);
    Operation *const late = handle.children(u"/"_s, this);
    late->start();
    QTRY_VERIFY(late->isFinished());
    QCOMPARE(late->outcome().error().kind(), ErrorKind::HostUnknown);
}

void TestZooHandle::invalidServers()
{
    ZooHandle handle(u"no port here"_s, 1s, nullptr);
    handle.open();
    QTRY_COMPARE_WITH_TIMEOUT(handle.state(), ZooHandle::SessionState::Closed, patience);
}

void TestZooHandle::silentServer()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    ZooHandle handle(at(server.serverPort()), 1s, nullptr);
    handle.open();
    Operation *const get = handle.get(u"/"_s, this);
    get->start();
    // The C client gives up the connection after a part of the session timeout.
    QTRY_VERIFY_WITH_TIMEOUT(get->isFinished(), patience);
    QVERIFY(get->outcome().error().kind() == ErrorKind::ConnectionLost ||
            get->outcome().error().kind() == ErrorKind::Timeout);
}

void TestZooHandle::serverThatTalksNonsense()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&server] {
        QTcpSocket *const socket = server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->readAll();
            socket->write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
    ZooHandle handle(at(server.serverPort()), 1s, nullptr);
    handle.open();
    Operation *const get = handle.get(u"/"_s, this);
    get->start();
    QTRY_VERIFY_WITH_TIMEOUT(get->isFinished(), patience);
    QVERIFY(!get->succeeded());
}

void TestZooHandle::destroyedWithRequestsUnderway()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    auto handle = std::make_unique<ZooHandle>(at(server.serverPort()), 20s, nullptr);
    handle->open();
    QObject owner;
    const QList<Operation *> requests{handle->get(u"/a"_s, &owner), handle->children(u"/"_s, &owner),
                                      handle->create(u"/b"_s, "x", &owner),
                                      handle->remove(u"/c"_s, -1, &owner)};
    int finished = 0;
    for (Operation *const request : requests) {
        connect(request, &Operation::finished, &owner, [&finished] { ++finished; });
        request->start();
    }
    QVERIFY(server.waitForNewConnection(patience));
    QTest::qWait(50);
    QCOMPARE(finished, 0);
    handle.reset();
    QCOMPARE(finished, 0); // never from within the destructor
    QTRY_COMPARE(finished, 4);
    QTest::qWait(50);
    QCOMPARE(finished, 4);
    for (const Operation *const request : requests)
        QCOMPARE(request->outcome().error().kind(), ErrorKind::ConnectionLost);
}

void TestZooHandle::destroyedInASlot()
{
    auto *const handle = new ZooHandle(at(closedPort()), 1s, nullptr);
    handle->open();
    QObject owner;
    bool deleted = false;
    for (int i = 0; i < 5; ++i) {
        Operation *const get = handle->get(u"/"_s, &owner);
        connect(get, &Operation::finished, &owner, [handle, &deleted] {
            if (!std::exchange(deleted, true))
                delete handle;
        });
        get->start();
    }
    QTRY_VERIFY_WITH_TIMEOUT(deleted, patience);
    for (const Operation *const get : owner.findChildren<Operation *>())
        QTRY_VERIFY(get->isFinished());
}

void TestZooHandle::requestOutlivesTheHandle()
{
    auto handle = std::make_unique<ZooHandle>(at(closedPort()), 1s, nullptr);
    Operation *const get = handle->get(u"/"_s, this);
    handle.reset();
    get->start();
    QTRY_VERIFY(get->isFinished());
    QCOMPARE(get->outcome().error().kind(), ErrorKind::ConnectionLost);
}

void TestZooHandle::destroyedRequest()
{
    ZooHandle handle(at(closedPort()), 1s, nullptr);
    handle.open();
    for (int i = 0; i < 20; ++i) {
        Operation *const get = handle.get(u"/"_s, this);
        QSignalSpy finished(get, &Operation::finished);
        get->start();
        QTest::qWait(i % 3);
        delete get;
        QVERIFY(finished.size() <= 1);
    }
    QTest::qWait(100);
}

void TestZooHandle::cancelledRequest()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    ZooHandle handle(at(server.serverPort()), 20s, nullptr);
    handle.open();
    Operation *const get = handle.get(u"/"_s, this);
    QSignalSpy finished(get, &Operation::finished);
    get->start();
    QVERIFY(server.waitForNewConnection(patience));
    get->cancel();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(get->outcome().error().kind(), ErrorKind::Cancelled);
}

void TestZooHandle::deadlineOfARequest()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    ZooHandle handle(at(server.serverPort()), 30s, nullptr);
    handle.open();
    Operation *const get = handle.get(u"/"_s, this);
    get->setDeadline(100ms);
    get->start();
    QTRY_VERIFY_WITH_TIMEOUT(get->isFinished(), patience);
    QCOMPARE(get->outcome().error().kind(), ErrorKind::Timeout);
}

void TestZooHandle::destroyedAtOnceManyTimes()
{
    QTcpServer server; // half of them reach somebody
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 closed = closedPort();
    for (int i = 0; i < 100; ++i) {
        ZooHandle handle(at(i % 2 ? server.serverPort() : closed), 1s, nullptr);
        handle.open();
        handle.get(u"/"_s, &handle)->start();
        if (i % 5 == 0)
            QTest::qWait(i % 7);
    }
    QVERIFY(threadCount() >= m_threads); // cleanup() waits for the rest
}

QTEST_GUILESS_MAIN(TestZooHandle)
#include "tst_zoohandle.moc"
