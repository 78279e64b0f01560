// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/znodefollower.h"

#include "znodes/znodeconnection.h"

#include "fakes/znodetest.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

using State = ZnodeFollower::State;

} // namespace

class TestZnodeFollower : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void follows();
    void nullAndEmpty();
    void missedChanges();
    void removedAndMadeAnew();
    void forbidden();
    void givesTheWatchBack();
    void sharedWatch();
    void otherPathWhileReading();
    void childrenOfIt();
    void afterTheSession();

private:
    void follow(const QString &text)
    {
        m_follower->setPath(path(text));
        QTRY_COMPARE_WITH_TIMEOUT(m_follower->state(), State::Present, patience);
    }

    std::unique_ptr<Fake> m_server;
    std::unique_ptr<ZnodeConnection> m_connection;
    std::unique_ptr<ZnodeFollower> m_follower;
};

void TestZnodeFollower::init()
{
    m_server = std::make_unique<Fake>();
    m_server->create(u"/a"_s, "one");
    m_connection = std::make_unique<ZnodeConnection>(nullptr);
    m_follower = std::make_unique<ZnodeFollower>(m_connection.get(), nullptr);
    ZnodeTarget target;
    target.servers = m_server->address();
    target.sessionTimeout = 4s;
    m_connection->open(target);
}

void TestZnodeFollower::cleanup()
{
    m_follower.reset();
    m_connection.reset();
    m_server.reset();
}

void TestZnodeFollower::follows()
{
    QCOMPARE(m_follower->state(), State::Idle);
    const QSignalSpy changes(m_follower.get(), &ZnodeFollower::valueChanged);
    follow(u"/a"_s);
    QCOMPARE(m_follower->value()->bytes, QByteArray("one"));
    QCOMPARE(changes.size(), 1);
    m_server->set(u"/a"_s, "two");
    QTRY_COMPARE_WITH_TIMEOUT(m_follower->value()->bytes, QByteArray("two"), patience);
    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes.last().first().toLongLong(), 0);
    QCOMPARE(m_follower->value()->stat.version, 1);
}

void TestZnodeFollower::nullAndEmpty()
{
    m_server->create(u"/null"_s, QByteArray());
    m_server->create(u"/empty"_s, QByteArray(""));
    follow(u"/null"_s);
    QVERIFY(m_follower->value()->bytes.isNull());
    follow(u"/empty"_s);
    QVERIFY(!m_follower->value()->bytes.isNull() && m_follower->value()->bytes.isEmpty());
}

void TestZnodeFollower::missedChanges()
{
    follow(u"/a"_s);
    const QSignalSpy changes(m_follower.get(), &ZnodeFollower::valueChanged);
    for (int i = 0; i < 1000; ++i)
        m_server->set(u"/a"_s, QByteArray::number(i));
    QTRY_COMPARE_WITH_TIMEOUT(m_follower->value()->bytes, QByteArray("999"), patience);
    qint64 seen = 0;
    for (const QList<QVariant> &change : changes)
        seen += 1 + change.first().toLongLong();
    QCOMPARE(seen, 1000);
    QVERIFY(m_server->asked(Fake::GetData, u"/a"_s) < 100);
}

void TestZnodeFollower::removedAndMadeAnew()
{
    follow(u"/a"_s);
    const QSignalSpy changes(m_follower.get(), &ZnodeFollower::valueChanged);
    m_server->remove(u"/a"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_follower->state(), State::Absent, patience);
    QCOMPARE(m_follower->value()->bytes, QByteArray("one")); // the last one seen
    m_server->create(u"/a"_s, "again");
    QTRY_COMPARE_WITH_TIMEOUT(m_follower->state(), State::Present, patience);
    QCOMPARE(m_follower->value()->bytes, QByteArray("again"));
    QCOMPARE(changes.last().first().toLongLong(), -1);
}

void TestZnodeFollower::forbidden()
{
    m_server->refusal = [](int type, const QString &) { return type == Fake::GetData ? -102 : 0; };
    m_follower->setPath(ZnodePath::trusted(u"/a"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_follower->state(), State::Failed, patience);
    QCOMPARE(m_follower->error()->kind(), ErrorKind::NoAuth);
    m_server->refusal = {};
    m_follower->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(m_follower->state(), State::Present, patience);
    QVERIFY(!m_follower->error());
}

void TestZnodeFollower::givesTheWatchBack()
{
    follow(u"/a"_s);
    QVERIFY(m_server->hasDataWatch(u"/a"_s));
    m_follower->setPath({});
    QCOMPARE(m_follower->state(), State::Idle);
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->hasDataWatch(u"/a"_s), patience);
}

void TestZnodeFollower::sharedWatch()
{
    follow(u"/a"_s);
    auto other = std::make_unique<ZnodeFollower>(m_connection.get(), nullptr);
    other->setPath(ZnodePath::trusted(u"/a"_s));
    QTRY_COMPARE_WITH_TIMEOUT(other->state(), State::Present, patience);
    other.reset();
    m_server->set(u"/a"_s, "two");
    QTRY_COMPARE_WITH_TIMEOUT(m_follower->value()->bytes, QByteArray("two"), patience);
    QCOMPARE(m_server->askedAll(Fake::RemoveWatch), 0);
}

void TestZnodeFollower::otherPathWhileReading()
{
    m_server->create(u"/b"_s, "bee");
    follow(u"/a"_s);
    m_server->setHold(true);
    m_follower->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->asked(Fake::GetData, u"/a"_s), 2, patience);
    m_follower->setPath(ZnodePath::trusted(u"/b"_s));
    QVERIFY(!m_follower->value());
    m_server->setHold(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_follower->state(), State::Present, patience);
    QCOMPARE(m_follower->value()->bytes, QByteArray("bee"));
}

/// A data watch does not tell of them.
void TestZnodeFollower::childrenOfIt()
{
    follow(u"/a"_s);
    const QSignalSpy changes(m_follower.get(), &ZnodeFollower::valueChanged);
    m_server->create(u"/a/child"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_follower->value()->stat.numChildren, 1, patience);
    QVERIFY(changes.isEmpty());
}

void TestZnodeFollower::afterTheSession()
{
    follow(u"/a"_s);
    m_server->expireSessions();
    m_server->set(u"/a"_s, "two");
    QTRY_COMPARE_WITH_TIMEOUT(m_follower->value()->bytes, QByteArray("two"), patience);
    m_server->set(u"/a"_s, "three");
    QTRY_COMPARE_WITH_TIMEOUT(m_follower->value()->bytes, QByteArray("three"), patience);
}

QTEST_GUILESS_MAIN(TestZnodeFollower)
#include "tst_znodefollower.moc"
