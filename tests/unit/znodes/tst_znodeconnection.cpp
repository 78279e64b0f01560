// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/znodeconnection.h"

#include "core/clock.h"
#include "fakes/fakezookeeper.h"
#include "znodes/znodeeditor.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>
#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int patience = 30'000;
using State = ZnodeConnection::State;
using StageState = ConnectStageReport::State;

ZnodeTarget targetOf(const QString &servers)
{
    ZnodeTarget target;
    target.servers = servers;
    target.sessionTimeout = 4s;
    return target;
}

const ConnectStageReport &reportOf(const ZnodeConnection &connection, ConnectStage stage)
{
    return connection.stages().at(static_cast<int>(stage));
}

/// All five were passed, and each has its time.
bool isMeasured(const ZnodeConnection &connection)
{
    const QList<ConnectStageReport> &stages = connection.stages();
    return std::all_of(stages.cbegin(), stages.cend(), [](const ConnectStageReport &report) {
        return report.state == StageState::Done && report.took;
    });
}

StageState stateOf(const ZnodeConnection &connection, ConnectStage stage)
{
    return reportOf(connection, stage).state;
}

} // namespace

class TestZnodeConnection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void stages();
    void unknownHost();
    void nobodyListens();
    void silentServer();
    void silentServerBesideOthers();
    void noLeader();
    void namesWhoIsNotReached();
    void timeOfAFailureIsItsOwn();
    void reconnects();
    void expiredSession();
    void wipedCluster();
    void switchedTwice();
    void switchedWhileSigningIn();
    void parkedSessionGoesOn();
    void parkedSessionExpires();
    void parkedSessionIsGivenUp();
    void credentials();
    void readOnly();
    void closed();

private:
    void open()
    {
        m_connection->open(targetOf(m_server->address()));
        QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), State::Connected, patience);
    }

    void openWithEphemeral()
    {
        open();
        ZnodeEditor editor(m_connection.get(), nullptr);
        ZnodeSpec spec;
        spec.path = ZnodePath::trusted(u"/mine"_s);
        spec.kind = ZnodeKind::Ephemeral;
        const std::unique_ptr<ZnodeChange> change(editor.create(spec, nullptr));
        change->start();
        QTRY_VERIFY_WITH_TIMEOUT(change->succeeded(), patience);
        QCOMPARE(m_connection->ephemerals(), QStringList{u"/mine"_s});
    }

    std::unique_ptr<FakeZooKeeper> m_server;
    std::unique_ptr<ZnodeConnection> m_connection;
    QStringList m_said;
};

void TestZnodeConnection::init()
{
    m_server = std::make_unique<FakeZooKeeper>();
    m_connection = std::make_unique<ZnodeConnection>(nullptr);
    m_said.clear();
    connect(m_connection.get(), &ZnodeConnection::said, this,
            [this](const QString &sentence) { m_said.append(sentence); });
}

void TestZnodeConnection::cleanup()
{
    m_connection.reset();
    m_server.reset();
}

void TestZnodeConnection::stages()
{
    QCOMPARE(m_connection->state(), State::Closed);
    QCOMPARE(m_connection->stages().size(), 5);
    QCOMPARE(stateOf(*m_connection, ConnectStage::Name), StageState::Waiting);
    const QSignalSpy states(m_connection.get(), &ZnodeConnection::stateChanged);
    m_connection->open(targetOf(m_server->address()));
    QCOMPARE(stateOf(*m_connection, ConnectStage::Name), StageState::Running);
    QVERIFY(states.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), State::Connected, patience);
    for (const ConnectStageReport &report : m_connection->stages())
        QCOMPARE(report.state, StageState::Done);
    QVERIFY(m_connection->sessionId() != 0);
    QCOMPARE(m_connection->server(), m_server->address());
    // Also where the client is through before our own look: then it is measured afterwards.
    QTRY_VERIFY_WITH_TIMEOUT(isMeasured(*m_connection), patience);
    QCOMPARE(reportOf(*m_connection, ConnectStage::Tcp).detail, m_server->address());
    QCOMPARE(m_connection->state(), State::Connected);
    QVERIFY(m_said.isEmpty());
}

void TestZnodeConnection::unknownHost()
{
    m_connection->open(targetOf(u"no-such-host.invalid:2181"_s));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(*m_connection, ConnectStage::Name), StageState::Failed, patience);
    QCOMPARE(m_connection->stages().first().error->kind(), ErrorKind::HostUnknown);
    QVERIFY(m_connection->stages().first().took);
    QCOMPARE(stateOf(*m_connection, ConnectStage::Tcp), StageState::Waiting);
    QCOMPARE(m_connection->state(), State::Connecting);
}

/// And then somebody does.
void TestZnodeConnection::nobodyListens()
{
    m_server->setDown(true);
    m_connection->open(targetOf(m_server->address()));
    m_connection->close();
    m_server->setDown(false);
    const QString address = m_server->address();
    m_server->setDown(true);
    m_connection->open(targetOf(address));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(*m_connection, ConnectStage::Tcp), StageState::Failed, patience);
    QCOMPARE(m_connection->stages().at(1).error->kind(), ErrorKind::ConnectionRefused);
    QVERIFY(m_connection->stages().at(1).took);
    QCOMPARE(stateOf(*m_connection, ConnectStage::Name), StageState::Done);
    QVERIFY(m_connection->stages().first().took);
    m_server->setDown(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), State::Connected, patience);
    QTRY_VERIFY_WITH_TIMEOUT(isMeasured(*m_connection), patience);
}

/// Takes connections, and says nothing: as a frozen server does.
void TestZnodeConnection::silentServer()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QString address = u"127.0.0.1:%1"_s.arg(silent.serverPort());
    m_connection->open(targetOf(address));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(*m_connection, ConnectStage::Tcp), StageState::Done, patience);
    QVERIFY(reportOf(*m_connection, ConnectStage::Tcp).took);
    QCOMPARE(reportOf(*m_connection, ConnectStage::Tcp).detail, address);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(*m_connection, ConnectStage::Handshake), StageState::Failed, patience);
    QCOMPARE(stateOf(*m_connection, ConnectStage::Tcp), StageState::Done);
    const ConnectStageReport handshake = reportOf(*m_connection, ConnectStage::Handshake);
    QVERIFY(handshake.took);
    QCOMPARE(handshake.error->kind(), ErrorKind::Timeout);
    QVERIFY(!handshake.error->message().isEmpty());
    QVERIFY(handshake.failures.isEmpty()); // it is the only one
    QCOMPARE(stateOf(*m_connection, ConnectStage::Session), StageState::Waiting);
    QCOMPARE(m_connection->state(), State::Connecting);
}

/// Each is named at the stage that it does not get through.
void TestZnodeConnection::silentServerBesideOthers()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QString address = u"127.0.0.1:%1"_s.arg(silent.serverPort());
    const QString down = m_server->address();
    m_server->setDown(true);
    m_connection->open(targetOf(down + u',' + address));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(*m_connection, ConnectStage::Handshake), StageState::Failed, patience);
    const ConnectStageReport tcp = reportOf(*m_connection, ConnectStage::Tcp);
    QCOMPARE(tcp.state, StageState::Done);
    QVERIFY(tcp.took);
    QCOMPARE(tcp.failures.size(), 1);
    QCOMPARE(tcp.failures.constFirst().address, down);
    QCOMPARE(tcp.failures.constFirst().error.kind(), ErrorKind::ConnectionRefused);
    const ConnectStageReport handshake = reportOf(*m_connection, ConnectStage::Handshake);
    QCOMPARE(handshake.failures.size(), 1);
    QCOMPARE(handshake.failures.constFirst().address, address);
    QCOMPARE(handshake.failures.constFirst().error.kind(), ErrorKind::Timeout);
    m_server->setDown(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), State::Connected, patience);
    QTRY_VERIFY_WITH_TIMEOUT(isMeasured(*m_connection), patience);
    QCOMPARE(m_connection->server(), m_server->address());
}

/// The stage that fails is the one after TCP, and says why.
void TestZnodeConnection::noLeader()
{
    m_server->setServing(false);
    m_connection->open(targetOf(m_server->address()));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(*m_connection, ConnectStage::Handshake), StageState::Failed, patience);
    QCOMPARE(stateOf(*m_connection, ConnectStage::Tcp), StageState::Done);
    QCOMPARE(m_connection->stages().at(2).error->kind(), ErrorKind::NotServing);
    m_server->setServing(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), State::Connected, patience);
    for (const ConnectStageReport &report : m_connection->stages())
        QVERIFY(!report.error);
}

/// The time of a stage is its own; what was tried in vain beside it is named.
void TestZnodeConnection::namesWhoIsNotReached()
{
    QString gone;
    {
        const FakeZooKeeper other;
        gone = other.address();
    }
    m_server->setServing(false);
    m_connection->open(targetOf(gone + u',' + m_server->address()));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(*m_connection, ConnectStage::Tcp), StageState::Done, patience);
    const ConnectStageReport tcp = m_connection->stages().at(static_cast<int>(ConnectStage::Tcp));
    QCOMPARE(tcp.detail, m_server->address());
    QVERIFY(tcp.took.has_value());
    QCOMPARE(tcp.failures.size(), 1);
    QCOMPARE(tcp.failures.constFirst().address, gone);
    QCOMPARE(tcp.failures.constFirst().error.kind(), ErrorKind::ConnectionRefused);
    m_server->setServing(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), State::Connected, patience);
    QVERIFY(m_connection->stages().at(static_cast<int>(ConnectStage::Handshake)).took.has_value());
    QCOMPARE(m_connection->stages().at(static_cast<int>(ConnectStage::Tcp)).failures.size(), 1);
    // Where there is one server alone, the stage itself says it.
    m_server->setDown(true);
    m_connection->open(targetOf(gone));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(*m_connection, ConnectStage::Tcp), StageState::Failed, patience);
    QVERIFY(m_connection->stages().at(static_cast<int>(ConnectStage::Tcp)).failures.isEmpty());
}

/// Not that of all that was tried before, and of the pauses between.
void TestZnodeConnection::timeOfAFailureIsItsOwn()
{
    ManualClock clock;
    ZnodeConnection connection(nullptr, clock);
    m_server->setDown(true);
    connection.open(targetOf(m_server->address()));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(connection, ConnectStage::Tcp), StageState::Failed, patience);
    clock.advance(16s);
    QTest::qWait(3'000); // it is tried again
    QCOMPARE(stateOf(connection, ConnectStage::Tcp), StageState::Failed);
    QCOMPARE(reportOf(connection, ConnectStage::Tcp).took, std::optional(0ms));
}

void TestZnodeConnection::reconnects()
{
    open();
    const quint64 generation = m_connection->generation();
    const qint64 session = m_connection->sessionId();
    m_server->setDown(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), State::Broken, patience);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(*m_connection, ConnectStage::Tcp), StageState::Failed, patience);
    m_server->setDown(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), State::Connected, patience);
    QCOMPARE(m_connection->generation(), generation);
    QCOMPARE(m_connection->sessionId(), session);
    QTRY_VERIFY_WITH_TIMEOUT(isMeasured(*m_connection), patience);
    QVERIFY(m_said.isEmpty());
}

void TestZnodeConnection::expiredSession()
{
    open();
    const quint64 generation = m_connection->generation();
    const qint64 session = m_connection->sessionId();
    m_server->expireSessions();
    QTRY_VERIFY_WITH_TIMEOUT(m_connection->generation() == generation + 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), State::Connected, patience);
    QVERIFY(m_connection->sessionId() != session);
    QTRY_COMPARE_WITH_TIMEOUT(m_said.size(), 1, patience);
    QVERIFY2(m_said.first().startsWith("The session had expired"_L1), qPrintable(m_said.first()));
}

/// The new cluster refuses a client that has seen more than itself; the C client would try for ever.
void TestZnodeConnection::wipedCluster()
{
    for (int i = 0; i < 5; ++i)
        m_server->create(u"/n%1"_s.arg(i));
    open();
    m_connection->noteZxid(m_server->zxid());
    m_server->wipe();
    QTRY_COMPARE_WITH_TIMEOUT(m_said.size(), 1, patience);
    QVERIFY2(m_said.first().startsWith("The cluster was made anew"_L1), qPrintable(m_said.first()));
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), State::Connected, patience);
    m_server->expireSessions();
    QTRY_COMPARE_WITH_TIMEOUT(m_said.size(), 2, patience);
    QVERIFY2(m_said.last().startsWith("The session had expired"_L1), qPrintable(m_said.last()));
}

/// The end of the first signing in is not that of the second.
void TestZnodeConnection::switchedWhileSigningIn()
{
    ZnodeTarget target = targetOf(m_server->address());
    target.credentials = {{u"digest"_s, "ann:pw"}};
    m_connection->open(target);
    m_connection->open(target);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), State::Connected, patience);
    QVERIFY(m_server->credentials().contains("ann:pw"));
    m_server->setDown(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), State::Broken, patience);
    m_server->setDown(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), State::Connected, patience);
}

void TestZnodeConnection::parkedSessionGoesOn()
{
    QVERIFY(!m_connection->park());
    openWithEphemeral();
    const qint64 session = m_connection->sessionId();
    std::unique_ptr<ParkedSession> parked = m_connection->park();
    QVERIFY(parked);
    QCOMPARE(m_connection->state(), State::Closed);
    QCOMPARE(m_connection->ephemeralCount(), 0);
    QCOMPARE(parked->ephemerals(), QStringList{u"/mine"_s});
    FakeZooKeeper other;
    m_connection->open(targetOf(other.address()));
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), State::Connected, patience);
    const qint64 another = m_connection->sessionId();
    m_server->dropConnections(); // it comes back by itself
    const quint64 generation = m_connection->generation();
    m_connection->resume(std::move(parked));
    QCOMPARE(m_connection->generation(), generation + 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), State::Connected, patience);
    QCOMPARE(m_connection->sessionId(), session);
    QCOMPARE(m_connection->server(), m_server->address());
    QCOMPARE(m_connection->ephemerals(), QStringList{u"/mine"_s});
    QTRY_VERIFY_WITH_TIMEOUT(isMeasured(*m_connection), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!other.hasSession(another), patience);
    QVERIFY(m_said.isEmpty());
}

void TestZnodeConnection::parkedSessionExpires()
{
    openWithEphemeral();
    const qint64 session = m_connection->sessionId();
    std::unique_ptr<ParkedSession> parked = m_connection->park();
    m_server->expireSessions();
    QTRY_VERIFY_WITH_TIMEOUT(parked->ephemerals().isEmpty(), patience);
    m_connection->resume(std::move(parked));
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), State::Connected, patience);
    QVERIFY(m_connection->sessionId() != session);
    QTRY_COMPARE_WITH_TIMEOUT(m_said.size(), 1, patience);
    QVERIFY2(m_said.first().startsWith("The session had expired"_L1), qPrintable(m_said.first()));
}

void TestZnodeConnection::parkedSessionIsGivenUp()
{
    openWithEphemeral();
    const qint64 session = m_connection->sessionId();
    std::unique_ptr<ParkedSession> parked = m_connection->park();
    QTest::qWait(50);
    QVERIFY(m_server->hasSession(session));
    parked.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->hasSession(session), patience);
}

void TestZnodeConnection::switchedTwice()
{
    FakeZooKeeper other;
    open();
    const quint64 generation = m_connection->generation();
    const qint64 first = m_connection->sessionId();
    QVERIFY(m_server->hasSession(first));
    m_connection->open(targetOf(other.address()));
    m_connection->open(targetOf(m_server->address()));
    m_connection->open(targetOf(other.address()));
    QCOMPARE(m_connection->generation(), generation + 3);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), State::Connected, patience);
    QCOMPARE(m_connection->server(), other.address());
    // The session that was left is closed in the background. (One that was given up before it stood may be
    // known to the server, which lets it expire.)
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->hasSession(first), patience);
    QVERIFY(other.hasSession(m_connection->sessionId()));
    QVERIFY(m_said.isEmpty());
}

void TestZnodeConnection::credentials()
{
    ZnodeTarget target = targetOf(m_server->address());
    target.credentials = {{u"digest"_s, "bob:secret"}};
    m_connection->open(target);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), State::Connected, patience);
    // The C client may send one twice: when it is added, and when the connection stands.
    QVERIFY(m_server->credentials().contains("bob:secret"));
    QVERIFY(!m_server->credentials().contains("eve:other"));
    m_connection->addCredential({u"digest"_s, "eve:other"});
    QTRY_VERIFY_WITH_TIMEOUT(m_server->credentials().contains("eve:other"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(*m_connection, ConnectStage::Auth), StageState::Done, patience);
    m_server->forgetCredentials();
    m_server->expireSessions();
    QTRY_VERIFY_WITH_TIMEOUT(m_server->credentials().contains("bob:secret") &&
                                 m_server->credentials().contains("eve:other"),
                             patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), State::Connected, patience);
}

void TestZnodeConnection::readOnly()
{
    open();
    const QSignalSpy changes(m_connection.get(), &ZnodeConnection::readOnlyChanged);
    m_connection->setReadOnly(true);
    m_connection->setReadOnly(true);
    QVERIFY(m_connection->isReadOnly());
    QCOMPARE(changes.size(), 1);
}

void TestZnodeConnection::closed()
{
    open();
    const qint64 session = m_connection->sessionId();
    m_connection->close();
    QCOMPARE(m_connection->state(), State::Closed);
    QCOMPARE(m_connection->sessionId(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->hasSession(session), patience);
    QCOMPARE(stateOf(*m_connection, ConnectStage::Session), StageState::Waiting);
}

QTEST_GUILESS_MAIN(TestZnodeConnection)
#include "tst_znodeconnection.moc"
