// SPDX-License-Identifier: GPL-3.0-or-later
// A search whose expression is hard work; tst_engine_znodeeditor has what a search finds.
#include "znodes/znodesearch.h"

#include "fakes/fakezookeeper.h"
#include "fakes/owntimer.h"
#include "znodes/valuecodec.h"
#include "znodes/znodeconnection.h"

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
    void findsWhatTheViewShows_data();
    void findsWhatTheViewShows();
    void namesTheMistake();

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
    OwnTimer timer;
    timer.start();
    QVERIFY(!QRegularExpression(slow).match(QString::fromLatin1(value)).isValid());
    const qint64 bare = timer.nsecsElapsed();
    qint64 gap = bare;
    // The machine may be busy with something else once.
    for (int attempt = 0; attempt < 5 && gap * 2 >= bare; ++attempt) {
        ZnodeSearch search(m_connection.get(), query(slow), nullptr);
        qint64 longest = 0;
        OwnTimer sinceTick;
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

void TestZnodeSearch::findsWhatTheViewShows_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("regular");
    QTest::addColumn<QString>("excerpt"); // empty: not found
    const auto bytes = [](const QString &text, Charset charset) { return *encodedText(text, charset); };
    const QString orders = u"订单状态：已发货"_s;
    const QString lines = u"host=a\r\ntimeout=4000\r\nretries=3"_s;
    QTest::newRow("utf-8") << orders.toUtf8() << u"已发货"_s << false << orders;
    QTest::newRow("gb18030") << bytes(orders, Charset::Gb18030) << u"已发货"_s << false << orders;
    QTest::newRow("gb18030, too short for a guess")
        << bytes(u"货"_s, Charset::Gb18030) << u"货"_s << false << u"货"_s;
    QTest::newRow("gb18030, expression")
        << bytes(orders, Charset::Gb18030) << u"^订单.*货$"_s << true << orders;
    for (const Charset wide : {Charset::Utf16LittleEndian, Charset::Utf16BigEndian}) {
        const QByteArray name = nameOf(wide).toLatin1();
        QTest::addRow("%s"
                      ", western",
                      name.constData())
            << bytes(lines, wide) << u"TIMEOUT"_s << false << u"host=a  timeout=4000  retries=3"_s;
        QTest::addRow("%s"
                      ", chinese",
                      name.constData())
            << bytes(orders, wide) << u"已发货"_s << false << orders;
        QTest::addRow("%s"
                      ", cyrillic in capitals",
                      name.constData())
            << bytes(u"Новый заказ"_s, wide) << u"НОВЫЙ"_s << false << u"Новый заказ"_s;
        QTest::addRow("%s"
                      ", mark and expression",
                      name.constData())
            << bytes(QChar(0xfeff) + orders, wide) << u"^订单"_s << true << orders;
        QTest::addRow("%s"
                      ", expression",
                      name.constData())
            << bytes(lines, wide) << u"^timeout=\\d+$"_s << true << u"host=a  timeout=4000  retries=3"_s;
    }
    QTest::newRow("latin-1") << QByteArray("gr\xfc\xdf") << u"GRÜ"_s << false << u"grüß"_s;
    QTest::newRow("lines with CR") << lines.toLatin1() << u"^timeout=\\d+$"_s << true
                                   << u"host=a  timeout=4000  retries=3"_s;
    QTest::newRow("lines without CR") << QByteArray("a\nb\nc") << u"^b$"_s << true << u"a b c"_s;
    QTest::newRow("not at an end of line") << lines.toLatin1() << u"^imeout"_s << true << QString();
    QTest::newRow("half a character") << bytes(u"啊啊"_s, Charset::Gb18030) << u"“"_s << false << QString();
}

void TestZnodeSearch::findsWhatTheViewShows()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QString, text);
    QFETCH(const bool, regular);
    QFETCH(const QString, excerpt);
    m_server->create(u"/n"_s, value);
    ZnodeQuery wanted = query(text);
    wanted.regularExpression = regular;
    ZnodeSearch search(m_connection.get(), wanted, nullptr);
    search.start();
    QTRY_VERIFY_WITH_TIMEOUT(search.isFinished(), patience);
    QVERIFY2(search.succeeded(), qPrintable(search.succeeded() ? QString() : search.error().message()));
    QCOMPARE(search.matches().isEmpty() ? QString() : search.matches().constFirst().excerpt, excerpt);
}

void TestZnodeSearch::namesTheMistake()
{
    ZnodeSearch search(m_connection.get(), query(u"ab("_s), nullptr);
    search.start();
    QTRY_VERIFY_WITH_TIMEOUT(search.isFinished(), patience);
    QVERIFY(!search.succeeded());
    QVERIFY2(search.error().message().contains(u"at character 4:"_s), qPrintable(search.error().message()));
}

QTEST_GUILESS_MAIN(TestZnodeSearch)
#include "tst_znodesearch.moc"
