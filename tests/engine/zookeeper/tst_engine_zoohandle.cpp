// SPDX-License-Identifier: GPL-3.0-or-later
#include "zookeeper/fourletterclient.h"
#include "zookeeper/srvr.h"
#include "zookeeper/zoohandle.h"

#include "engine/realengine.h"
#include "fakes/outcome.h"

#include <QtTest/QSignalSpy>

#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int patience = 60'000;
using State = ZooHandle::SessionState;

} // namespace

/// The C client and four-letter words against a real server: a standalone one in a container of its own.
class TestEngineZooHandle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void srvr();
    void wordThatIsSwitchedOff();
    void connects();
    void createGetChildrenRemove();
    void requestsBeforeTheConnection();
    void refusals();
    void chroot();
    void emptyAndBigValues();
    void thousandChildren();
    void pausedServer();
    void destroyedHandleEndsItsSession();
    void newServerExpiresTheSession();

private:
    [[nodiscard]] Result<SrvrReply> ask()
    {
        const Result<QByteArray> answer =
            outcomeOf(new FourLetterRequest(u"127.0.0.1"_s, m_port, "srvr", this));
        return answer ? parseSrvr(*answer) : failure(answer.error());
    }
    [[nodiscard]] qint64 connections()
    {
        const Result<SrvrReply> reply = ask();
        return reply ? reply->connections : 99;
    }
    /// With the label of a cluster, other tests' programs do not look into the container for its zoo.cfg: an
    /// exec that has just begun when it is paused is frozen too, and the engine answers nobody about it any
    /// more.
    void startServer()
    {
        QVERIFY(!dockerCall(m_cli, {u"run"_s, u"--detach"_s, u"--name"_s, m_container, u"--label"_s,
                                    runLabel(), u"--label"_s, u"org.zoodock.cluster="_s + m_container,
                                    u"--publish"_s, u"127.0.0.1:%1:2181"_s.arg(m_port), testImage()})
                     .isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(ask().has_value(), patience);
    }
    void open()
    {
        m_handle = std::make_unique<ZooHandle>(u"127.0.0.1:%1"_s.arg(m_port), 6s, nullptr);
        m_handle->open();
        QTRY_COMPARE_WITH_TIMEOUT(m_handle->state(), State::Connected, patience);
    }

    QString m_cli = u"docker"_s;
    QString m_container;
    quint16 m_port = 0;
    std::unique_ptr<ZooHandle> m_handle;
};

void TestEngineZooHandle::initTestCase()
{
    ZOODOCK_NEEDS_ENGINE(m_cli);
    m_container = uniqueName(u"server"_s);
    m_port = freePort();
    startServer();
}

void TestEngineZooHandle::cleanupTestCase()
{
    removeOwn(m_cli);
}

void TestEngineZooHandle::init()
{
    if (QLatin1StringView(QTest::currentTestFunction()) != "connects"_L1)
        open();
}

void TestEngineZooHandle::cleanup()
{
    m_handle.reset();
    dockerCall(m_cli, {u"unpause"_s, m_container}); // where pausedServer() failed
}

void TestEngineZooHandle::srvr()
{
    const Result<SrvrReply> reply = ask();
    QVERIFY(reply);
    QCOMPARE(reply->mode, ServerMode::Standalone);
    QVERIFY(reply->version.startsWith("3."_L1));
    QVERIFY(reply->nodeCount >= 4);
    QVERIFY(reply->connections >= 1);
}

void TestEngineZooHandle::wordThatIsSwitchedOff()
{
    const auto answer = outcomeOf(new FourLetterRequest(u"127.0.0.1"_s, m_port, "dump", this));
    QVERIFY(answer);
    QCOMPARE(parseSrvr(*answer).error().kind(), ErrorKind::NotWhitelisted);
}

void TestEngineZooHandle::connects()
{
    ZooHandle handle(u"127.0.0.1:%1"_s.arg(m_port), 6s, nullptr);
    QList<State> states;
    connect(&handle, &ZooHandle::stateChanged, this, [&states](State state) { states += state; });
    handle.open();
    QTRY_COMPARE_WITH_TIMEOUT(handle.state(), State::Connected, patience);
    QCOMPARE(states, QList<State>{State::Connected});
    QVERIFY(handle.sessionId() != 0);
}

void TestEngineZooHandle::createGetChildrenRemove()
{
    const auto created = outcomeOf(m_handle->create(u"/grün"_s, QByteArray("a\0b", 3), this));
    QVERIFY2(created, created ? "" : qPrintable(created.error().toString()));
    QCOMPARE(*created, u"/grün"_s);
    QVERIFY(outcomeOf(m_handle->create(u"/grün/kind"_s, {}, this)));
    QCOMPARE(outcomeOf(m_handle->get(u"/grün"_s, this)).value(), QByteArray("a\0b", 3));
    QCOMPARE(outcomeOf(m_handle->children(u"/grün"_s, this)).value(), QStringList{u"kind"_s});
    QVERIFY(outcomeOf(m_handle->children(u"/"_s, this))->contains(u"grün"_s));
    QCOMPARE(kindOf(m_handle->remove(u"/grün/kind"_s, 0, this)), ErrorKind::Unknown);
    QCOMPARE(kindOf(m_handle->remove(u"/grün"_s, -1, this)), ErrorKind::Unknown);
    QCOMPARE(kindOf(m_handle->get(u"/grün"_s, this)), ErrorKind::NoNode);
}

void TestEngineZooHandle::requestsBeforeTheConnection()
{
    ZooHandle handle(u"127.0.0.1:%1"_s.arg(m_port), 6s, nullptr);
    handle.open();
    auto *const get = handle.get(u"/zookeeper"_s, this);
    auto *const children = handle.children(u"/"_s, this);
    get->start();
    children->start();
    QTRY_VERIFY_WITH_TIMEOUT(get->isFinished() && children->isFinished(), patience);
    QVERIFY(get->succeeded());
    QVERIFY(children->succeeded());
    QVERIFY(children->value().contains(u"zookeeper"_s));
}

void TestEngineZooHandle::refusals()
{
    QVERIFY(outcomeOf(m_handle->create(u"/taken"_s, "x", this)));
    QVERIFY(outcomeOf(m_handle->create(u"/taken/child"_s, "x", this)));
    QCOMPARE(kindOf(m_handle->create(u"/taken"_s, "x", this)), ErrorKind::NodeExists);
    QCOMPARE(kindOf(m_handle->create(u"/no/parent"_s, "x", this)), ErrorKind::NoNode);
    QCOMPARE(kindOf(m_handle->remove(u"/taken"_s, -1, this)), ErrorKind::NotEmpty);
    QCOMPARE(kindOf(m_handle->remove(u"/taken/child"_s, 7, this)), ErrorKind::VersionConflict);
    QCOMPARE(kindOf(m_handle->get(u"no slash"_s, this)), ErrorKind::InvalidInput);
    QCOMPARE(kindOf(m_handle->create(u"/a/../b"_s, {}, this)), ErrorKind::InvalidInput);
    QCOMPARE(kindOf(m_handle->children(u"/nope"_s, this)), ErrorKind::NoNode);
}

void TestEngineZooHandle::chroot()
{
    QVERIFY(outcomeOf(m_handle->create(u"/jail"_s, {}, this)));
    ZooHandle handle(u"127.0.0.1:%1/jail"_s.arg(m_port), 6s, nullptr);
    handle.open();
    QCOMPARE(outcomeOf(handle.create(u"/inside"_s, "x", this)).value(), u"/inside"_s);
    QCOMPARE(outcomeOf(m_handle->get(u"/jail/inside"_s, this)).value(), QByteArray("x"));
}

void TestEngineZooHandle::emptyAndBigValues()
{
    const QByteArray big(900'000, 'v');
    QVERIFY(outcomeOf(m_handle->create(u"/empty"_s, {}, this)));
    QVERIFY(outcomeOf(m_handle->create(u"/big"_s, big, this)));
    QCOMPARE(outcomeOf(m_handle->get(u"/empty"_s, this)).value(), QByteArray());
    QCOMPARE(outcomeOf(m_handle->get(u"/big"_s, this)).value(), big);
}

void TestEngineZooHandle::thousandChildren()
{
    QVERIFY(outcomeOf(m_handle->create(u"/many"_s, {}, this)));
    QObject owner;
    QList<Operation *> requests;
    for (int i = 0; i < 1000; ++i) {
        requests += m_handle->create(u"/many/%1"_s.arg(i), QByteArray::number(i), &owner);
        requests.last()->start();
    }
    for (const Operation *const request : requests)
        QTRY_VERIFY_WITH_TIMEOUT(request->isFinished(), patience);
    QCOMPARE(outcomeOf(m_handle->children(u"/many"_s, this))->size(), 1000);
}

void TestEngineZooHandle::pausedServer()
{
    QVERIFY(outcomeOf(m_handle->create(u"/paused"_s, "x", this)));
    QSignalSpy states(m_handle.get(), &ZooHandle::stateChanged);
    dockerCall(m_cli, {u"pause"_s, m_container});
    Operation *const get = m_handle->get(u"/paused"_s, this);
    get->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_handle->state(), State::Connecting, patience);
    QTRY_VERIFY_WITH_TIMEOUT(get->isFinished(), patience);
    dockerCall(m_cli, {u"unpause"_s, m_container});
    // The C client tells what was on its way when it gave up from what is sent later.
    const ErrorKind kind = get->outcome().error().kind();
    QVERIFY(kind == ErrorKind::Timeout || kind == ErrorKind::ConnectionLost);
    // The session may have run out meanwhile; never anything else.
    QTRY_VERIFY_WITH_TIMEOUT(m_handle->state() == State::Connected || m_handle->state() == State::Expired,
                             patience);
}

void TestEngineZooHandle::destroyedHandleEndsItsSession()
{
    const qint64 before = connections();
    QVERIFY(before >= 2); // m_handle and the question
    m_handle.reset();
    QTRY_VERIFY_WITH_TIMEOUT(connections() < before, patience);
}

/// Last: it takes the server away. A new one on the same port knows nothing of the session.
void TestEngineZooHandle::newServerExpiresTheSession()
{
    const qint64 session = m_handle->sessionId();
    dockerCall(m_cli, {u"rm"_s, u"-f"_s, u"-v"_s, m_container});
    QTRY_COMPARE_WITH_TIMEOUT(m_handle->state(), State::Connecting, patience);
    QCOMPARE(kindOf(m_handle->get(u"/"_s, this)), ErrorKind::ConnectionLost);
    startServer();
    QTRY_COMPARE_WITH_TIMEOUT(m_handle->state(), State::Expired, patience);
    QCOMPARE(kindOf(m_handle->get(u"/"_s, this)), ErrorKind::SessionExpired);
    open(); // a new handle
    QVERIFY(m_handle->sessionId() != session);
}

QTEST_GUILESS_MAIN(TestEngineZooHandle)
#include "tst_engine_zoohandle.moc"
