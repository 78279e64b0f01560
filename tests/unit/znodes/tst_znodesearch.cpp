// SPDX-License-Identifier: GPL-3.0-or-later
// A search whose expression is hard work; tst_engine_znodeeditor has what a search finds.
#include "znodes/znodesearch.h"

#include "fakes/fakezookeeper.h"
#include "znodes/znodeconnection.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QRegularExpression>
#include <QtCore/QTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>
#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int patience = 30'000;
/// On a long row of the same letter these take PCRE to its limit.
const QString slow = u"(.*)(.*)(.*)(.*)(.*)(.*)x"_s;

} // namespace

class TestZnodeSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theLoopGoesOnDuringAMatch();
    void waitsForTheMatcher();
    void goesWhileAMatchIsUnderWay();
    void tellsTheFirstOnes();

private:
    [[nodiscard]] static ZnodeQuery query(const QString &expression)
    {
        ZnodeQuery query;
        query.text = expression;
        query.regularExpression = true;
        query.names = false;
        query.values = true;
        return query;
    }

    std::unique_ptr<FakeZooKeeper> m_server;
    std::unique_ptr<ZnodeConnection> m_connection;
};

void TestZnodeSearch::init()
{
    m_server = std::make_unique<FakeZooKeeper>();
    m_connection = std::make_unique<ZnodeConnection>(nullptr);
    ZnodeTarget target;
    target.servers = m_server->address();
    m_connection->open(target);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ZnodeConnection::State::Connected, patience);
}

void TestZnodeSearch::cleanup()
{
    m_connection.reset();
    m_server.reset();
}

void TestZnodeSearch::theLoopGoesOnDuringAMatch()
{
    const QByteArray value(1'000'000, 'a');
    m_server->create(u"/big"_s, value);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!QRegularExpression(slow).match(QString::fromLatin1(value)).isValid());
    const qint64 bare = timer.nsecsElapsed();
    qint64 gap = bare;
    // The machine may be busy with something else once.
    for (int attempt = 0; attempt < 5 && gap * 2 >= bare; ++attempt) {
        ZnodeSearch search(m_connection.get(), query(slow), nullptr);
        qint64 longest = 0;
        QElapsedTimer sinceTick;
        QTimer ticks;
        connect(&ticks, &QTimer::timeout, this, [&] {
            longest = std::max(longest, sinceTick.nsecsElapsed());
            sinceTick.start();
        });
        sinceTick.start();
        ticks.start(0);
        search.start();
        QTRY_VERIFY_WITH_TIMEOUT(search.isFinished(), patience);
        QVERIFY(search.succeeded());
        QCOMPARE(search.givenUp(), 1);
        QCOMPARE(search.visited(), 2);
        QVERIFY(search.matches().isEmpty());
        gap = std::min(gap, longest);
    }
    QVERIFY2(gap * 2 < bare, qPrintable(u"a gap of %1 µs, a match of %2"_s.arg(gap / 1000).arg(bare / 1000)));
}

/// More than is kept waiting: the walk stops, and goes on.
void TestZnodeSearch::waitsForTheMatcher()
{
    constexpr int count = 45;
    for (int number = 0; number < count; ++number)
        m_server->create(u"/n%1"_s.arg(number), QByteArray(1'000'000, 'a') + (number % 9 == 0 ? "b" : "!"));
    ZnodeSearch search(m_connection.get(), query(u"^(a+)+!$|b"_s), nullptr);
    search.start();
    QTRY_VERIFY_WITH_TIMEOUT(search.isFinished(), patience);
    QVERIFY(search.succeeded());
    QVERIFY(search.isComplete());
    QCOMPARE(search.visited(), count + 1);
    QCOMPARE(search.matches().size() + search.givenUp(), count);
}

void TestZnodeSearch::goesWhileAMatchIsUnderWay()
{
    for (int number = 0; number < 20; ++number)
        m_server->create(u"/n%1"_s.arg(number), QByteArray(500'000, 'a'));
    auto search = std::make_unique<ZnodeSearch>(m_connection.get(), query(slow), nullptr);
    search->start();
    QTRY_VERIFY_WITH_TIMEOUT(search->known() > 1, patience);
    search->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(search->isFinished(), patience);
    QCOMPARE(search->error().kind(), ErrorKind::Cancelled);
    const qint64 visited = search->visited();
    QTest::qWait(300);
    QCOMPARE(search->visited(), visited);
    search = std::make_unique<ZnodeSearch>(m_connection.get(), query(slow), nullptr);
    search->start();
    QTRY_VERIFY_WITH_TIMEOUT(search->known() > 1, patience);
    search.reset();
    ZnodeSearch next(m_connection.get(), query(u"a"_s), nullptr);
    next.start();
    QTRY_VERIFY_WITH_TIMEOUT(next.isFinished(), patience);
    QCOMPARE(next.matches().size(), 20);
}

void TestZnodeSearch::tellsTheFirstOnes()
{
    for (int number = 0; number < 500; ++number)
        m_server->create(u"/n%1"_s.arg(number), "straw");
    ZnodeQuery wanted = query(u"^s.raw$"_s);
    wanted.resultLimit = 7;
    ZnodeSearch search(m_connection.get(), wanted, nullptr);
    const QSignalSpy found(&search, &ZnodeSearch::found);
    search.start();
    QTRY_VERIFY_WITH_TIMEOUT(search.isFinished(), patience);
    QVERIFY(search.succeeded());
    QVERIFY(!search.isComplete());
    QCOMPARE(search.matches().size(), 7);
    QCOMPARE(found.size(), 1);
    QCOMPARE(search.matches().constFirst().excerpt, u"straw"_s);
}

QTEST_GUILESS_MAIN(TestZnodeSearch)
#include "tst_znodesearch.moc"
