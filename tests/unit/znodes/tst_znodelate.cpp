// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that come too late: whatever is asked while the connection goes, or is given to another cluster,
// ends once, and nothing of the former cluster lands in the new view.
#include "znodes/znodeconnection.h"
#include "znodes/znodeeditor.h"
#include "znodes/znodefollower.h"
#include "znodes/znodesearch.h"
#include "znodes/znodetransfer.h"
#include "znodes/znodetree.h"

#include "fakes/znodetest.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <functional>
#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int aWhile = 200; // ms in which a late answer would come

QStringList namesOf(const ZnodeFolder *folder)
{
    QStringList names;
    for (qsizetype row = 0; row < folder->names().size(); ++row)
        names += folder->names().at(row);
    return names;
}

} // namespace

class TestZnodeLate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void closedDuringACall_data();
    void closedDuringACall();
    void deletedDuringACall_data();
    void deletedDuringACall();
    void serverGoneDuringASearch();
    void serverGoneDuringAReading_data();
    void serverGoneDuringAReading();
    void sessionGoneDuringAReading_data();
    void sessionGoneDuringAReading();
    void sessionGoneDuringASearch();
    void searchThatIsStoppedWhileItWaits();
    void otherClusterDuringASearch();
    void switchedTwiceWithinTenMilliseconds();

private:
    using Making = std::function<Operation *(ZnodeConnection &, ZnodeEditor &, QObject *)>;
    enum class Calls { All, ChangesThatReadFirst };
    static void addCalls(Calls which = Calls::All);
    void connectTo(const Fake &server)
    {
        ZnodeTarget target;
        target.servers = server.address();
        target.sessionTimeout = 4s;
        m_connection->open(target);
    }
    [[nodiscard]] bool isConnected() const
    {
        return m_connection->state() == ZnodeConnection::State::Connected;
    }

    std::unique_ptr<Fake> m_server;
    std::unique_ptr<ZnodeConnection> m_connection;
};

void TestZnodeLate::init()
{
    m_server = std::make_unique<Fake>();
    for (const QString &each : {u"/a"_s, u"/a/match-1"_s, u"/a/match-2"_s, u"/a/match-1/match-3"_s})
        m_server->create(each, "old");
    m_connection = std::make_unique<ZnodeConnection>(nullptr);
    connectTo(*m_server);
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), patience);
}

void TestZnodeLate::cleanup()
{
    m_connection.reset();
    m_server.reset();
}

/// One of each kind of question.
void TestZnodeLate::addCalls(Calls which)
{
    QTest::addColumn<Making>("make");
    const auto row = [which](const char *name, const Making &make, bool readsFirst = false) {
        if (which == Calls::All || readsFirst)
            QTest::newRow(name) << make;
    };
    constexpr bool readsFirst = true;
    row("set", [](ZnodeConnection &, ZnodeEditor &editor, QObject *parent) -> Operation * {
        return editor.set(path(u"/a"_s), "new", 0, parent);
    });
    row("create", [](ZnodeConnection &, ZnodeEditor &editor, QObject *parent) -> Operation * {
        ZnodeSpec spec;
        spec.path = path(u"/b"_s);
        return editor.create(spec, parent);
    });
    row("read an ACL", [](ZnodeConnection &, ZnodeEditor &editor, QObject *parent) -> Operation * {
        return editor.readAcl(path(u"/a"_s), parent);
    });
    const auto setAcl = [](ZnodeConnection &, ZnodeEditor &editor, QObject *parent) -> Operation * {
        return editor.setAcl(path(u"/a"_s), openAcl(), 0, true, parent);
    };
    row("set an ACL", setAcl, readsFirst);
    row("count", [](ZnodeConnection &, ZnodeEditor &editor, QObject *parent) -> Operation * {
        return editor.measure(path(u"/a"_s), parent);
    });
    const auto remove = [](ZnodeConnection &, ZnodeEditor &editor, QObject *parent) -> Operation * {
        return editor.removeSubtree(path(u"/a"_s), parent);
    };
    row("delete", remove, readsFirst);
    row("export", [](ZnodeConnection &connection, ZnodeEditor &, QObject *parent) -> Operation * {
        return ZnodeTransfer(&connection, nullptr).exportSubtree(path(u"/a"_s), parent);
    });
    const auto dump = [] {
        ZnodeDump made;
        for (const QString &each : {u"/"_s, u"/x"_s}) {
            ZnodeRecord record;
            record.path = path(each);
            record.acl = openAcl();
            made.records += record;
        }
        return made;
    };
    row("compare", [dump](ZnodeConnection &connection, ZnodeEditor &, QObject *parent) -> Operation * {
        return ZnodeTransfer(&connection, nullptr).preview(dump(), path(u"/a/b"_s), parent);
    });
    for (const auto &[name, choice] : {std::pair("import or skip", ImportConflict::Skip),
                                       std::pair("import or stop", ImportConflict::Stop)}) {
        row(
            name,
            [dump, choice = choice](ZnodeConnection &connection, ZnodeEditor &,
                                    QObject *parent) -> Operation * {
                return ZnodeTransfer(&connection, nullptr).import(dump(), path(u"/a/b"_s), choice, parent);
            },
            choice == ImportConflict::Stop);
    }
    row("search", [](ZnodeConnection &connection, ZnodeEditor &, QObject *parent) -> Operation * {
        ZnodeQuery query;
        query.text = u"match"_s;
        return new ZnodeSearch(&connection, query, parent);
    });
}

void TestZnodeLate::closedDuringACall_data()
{
    addCalls();
}

void TestZnodeLate::closedDuringACall()
{
    QFETCH(const Making, make);
    ZnodeEditor editor(m_connection.get(), nullptr);
    Operation *operation = make(*m_connection, editor, this);
    const QSignalSpy finished(operation, &Operation::finished);
    m_server->setHold(true);
    operation->start();
    QTest::qWait(20); // it is on its way
    QVERIFY(finished.isEmpty());
    m_connection->close();
    m_server->setHold(false);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QVERIFY(!operation->succeeded());
    QVERIFY(!operation->error().message().isEmpty());
    QTest::qWait(aWhile / 4);
    QCOMPARE(finished.size(), 1);
    delete operation;
}

void TestZnodeLate::deletedDuringACall_data()
{
    addCalls();
}

/// Whoever asked is gone, as a dialog that was closed; the answer finds nobody.
void TestZnodeLate::deletedDuringACall()
{
    QFETCH(const Making, make);
    ZnodeEditor editor(m_connection.get(), nullptr);
    Operation *operation = make(*m_connection, editor, this);
    bool heard = false;
    connect(operation, &Operation::finished, this, [&heard] { heard = true; });
    m_server->setHold(true);
    operation->start();
    QTest::qWait(20);
    delete operation;
    m_server->setHold(false);
    QTest::qWait(aWhile / 4);
    QVERIFY(!heard);
    // The connection goes on as if nothing had been.
    auto *next = editor.measure(path(u"/a"_s), this);
    next->start();
    QTRY_VERIFY_WITH_TIMEOUT(next->isFinished(), patience);
    QVERIFY(next->succeeded());
    QVERIFY(next->value().count >= 4); // the server has made what an import had sent
}

void TestZnodeLate::serverGoneDuringASearch()
{
    ZnodeQuery query;
    query.text = u"match"_s;
    query.values = true;
    auto *search = new ZnodeSearch(m_connection.get(), query, this);
    const QSignalSpy finished(search, &Operation::finished);
    const QSignalSpy found(search, &ZnodeSearch::found);
    // The top and its children are answered, what is below them is not any more.
    m_server->refusal = [this](int, const QString &asked) {
        if (asked == u"/a/match-1"_s)
            QMetaObject::invokeMethod(
                m_server.get(), [this] { m_server->setDown(true); }, Qt::QueuedConnection);
        return 0;
    };
    search->start();
    // Nothing was written, so nothing can have gone wrong: it waits, and goes on in the same session.
    QTRY_VERIFY_WITH_TIMEOUT(search->isWaiting(), patience);
    QVERIFY(finished.isEmpty());
    m_server->refusal = {};
    m_server->setDown(false);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QVERIFY(search->succeeded());
    QVERIFY(search->isComplete());
    QVERIFY(!search->isWaiting());
    QCOMPARE(search->visited(), 5);
    QStringList paths;
    for (const ZnodeMatch &match : search->matches())
        paths += match.path.text();
    paths.sort();
    QCOMPARE(paths, (QStringList{u"/a/match-1"_s, u"/a/match-1/match-3"_s, u"/a/match-2"_s}));
    const qsizetype tellings = found.size();
    QTest::qWait(aWhile);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(found.size(), tellings);
}

void TestZnodeLate::serverGoneDuringAReading_data()
{
    QTest::addColumn<Making>("make");
    QTest::addColumn<int>("from"); // requests of this type on there is no answer
    QTest::addColumn<bool>("paused");
    const Making measure([](ZnodeConnection &, ZnodeEditor &editor, QObject *parent) -> Operation * {
        return editor.measure(path(u"/a"_s), parent);
    });
    const Making exporting([](ZnodeConnection &connection, ZnodeEditor &, QObject *parent) -> Operation * {
        return ZnodeTransfer(&connection, nullptr).exportSubtree(path(u"/a"_s), parent);
    });
    const Making removal([](ZnodeConnection &, ZnodeEditor &editor, QObject *parent) -> Operation * {
        return editor.removeSubtree(path(u"/a"_s), parent);
    });
    const Making access([](ZnodeConnection &, ZnodeEditor &editor, QObject *parent) -> Operation * {
        return editor.setAcl(path(u"/a"_s), readOnlyAcl(), 0, true, parent);
    });
    const Making import([](ZnodeConnection &connection, ZnodeEditor &, QObject *parent) -> Operation * {
        ZnodeDump dump;
        for (const QString &each : {u"/"_s, u"/x"_s, u"/y"_s}) {
            ZnodeRecord record;
            record.path = path(each);
            record.acl = openAcl();
            dump.records += record;
        }
        return ZnodeTransfer(&connection, nullptr)
            .import(dump, path(u"/a/new"_s), ImportConflict::Stop, parent);
    });
    QTest::newRow("count") << measure << Fake::GetAcl << false;
    QTest::newRow("count, paused") << measure << Fake::GetAcl << true;
    QTest::newRow("export") << exporting << Fake::GetAcl << false;
    QTest::newRow("delete") << removal << Fake::GetAcl << false;
    QTest::newRow("delete, paused") << removal << Fake::GetAcl << true;
    QTest::newRow("set ACLs") << access << Fake::GetAcl << false;
    QTest::newRow("import") << import << Fake::GetAcl << false;
    QTest::newRow("import, paused") << import << Fake::GetAcl << true;
    QTest::newRow("import, at once") << import << Fake::Exists << false;
}

/// Nothing is written so far: it waits, and goes on in the same session.
void TestZnodeLate::serverGoneDuringAReading()
{
    QFETCH(const Making, make);
    QFETCH(const int, from);
    QFETCH(const bool, paused);
    ZnodeEditor editor(m_connection.get(), nullptr);
    const std::unique_ptr<Operation> reading(make(*m_connection, editor, nullptr));
    m_server->refusal = [this, from](int type, const QString &) {
        if (type == from)
            m_server->setHold(true);
        return 0;
    };
    reading->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_server->askedAll(from) > 0, patience);
    m_server->refusal = {};
    if (!paused)
        m_server->setDown(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ZnodeConnection::State::Broken, patience);
    QTest::qWait(aWhile / 4);
    QVERIFY2(!reading->isFinished(),
             qPrintable(reading->isFinished() ? reading->error().toString() : QString()));
    m_server->setHold(false);
    if (!paused)
        m_server->setDown(false);
    QTRY_VERIFY_WITH_TIMEOUT(reading->isFinished(), patience);
    QVERIFY2(reading->succeeded(), qPrintable(reading->error().toString()));
    if (const auto *measure = qobject_cast<ZnodeMeasure *>(reading.get()))
        QCOMPARE(measure->value().count, 4);
    if (const auto *dump = qobject_cast<ZnodeExport *>(reading.get()))
        QCOMPARE(dump->value().records.size(), 4);
    if (const auto *change = qobject_cast<ZnodeChange *>(reading.get()))
        QVERIFY(!change->undo().isEmpty());
}

void TestZnodeLate::sessionGoneDuringAReading_data()
{
    addCalls(Calls::ChangesThatReadFirst);
}

/// What ends with the session says so; nobody has cancelled it.
void TestZnodeLate::sessionGoneDuringAReading()
{
    QFETCH(const Making, make);
    ZnodeEditor editor(m_connection.get(), nullptr);
    const std::unique_ptr<Operation> operation(make(*m_connection, editor, nullptr));
    const auto *change = qobject_cast<ZnodeChange *>(operation.get());
    QVERIFY(change);
    m_server->setHold(true);
    operation->start();
    QTest::qWait(20);
    m_server->setDown(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ZnodeConnection::State::Broken, patience);
    m_server->expireSessions();
    m_server->setHold(false);
    m_server->setDown(false);
    QTRY_VERIFY_WITH_TIMEOUT(operation->isFinished(), patience);
    QVERIFY(operation->error().kind() != ErrorKind::Cancelled);
    QVERIFY(!operation->error().message().isEmpty());
    QCOMPARE(change->phase(), ZnodeChange::Phase::Reading);
    QVERIFY2(operation->error().message().contains(u"Nothing was changed."_s),
             qPrintable(operation->error().message()));
}

/// What was found stays; whoever shows it says that there is more.
void TestZnodeLate::sessionGoneDuringASearch()
{
    ZnodeQuery query;
    query.text = u"match"_s;
    const auto search = std::make_unique<ZnodeSearch>(m_connection.get(), query, nullptr);
    m_server->refusal = [this](int, const QString &asked) {
        if (asked == u"/a/match-1"_s)
            m_server->setHold(true);
        return 0;
    };
    search->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_server->asked(Fake::GetChildren, u"/a/match-1"_s) > 0, patience);
    QTRY_VERIFY_WITH_TIMEOUT(search->visited() >= 2, patience);
    m_server->refusal = {};
    m_server->expireSessions();
    m_server->setHold(false);
    QTRY_VERIFY_WITH_TIMEOUT(search->isFinished(), patience);
    QCOMPARE(search->error().kind(), ErrorKind::Cancelled);
    QVERIFY(search->visited() >= 2);
    QVERIFY(!search->isComplete());
}

void TestZnodeLate::searchThatIsStoppedWhileItWaits()
{
    ZnodeQuery query;
    query.text = u"match"_s;
    const auto search = std::make_unique<ZnodeSearch>(m_connection.get(), query, nullptr);
    m_server->setHold(true);
    search->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_server->askedAll(Fake::GetChildren) > 0, patience);
    m_server->setDown(true);
    m_server->setHold(false);
    QTRY_VERIFY_WITH_TIMEOUT(search->isWaiting(), patience);
    search->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(search->isFinished(), patience);
    QVERIFY(!search->isWaiting());
    const int asked = m_server->askedAll(Fake::GetChildren);
    m_server->setDown(false);
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), patience);
    QTest::qWait(aWhile);
    QCOMPARE(m_server->askedAll(Fake::GetChildren), asked);
}

void TestZnodeLate::otherClusterDuringASearch()
{
    Fake other;
    other.create(u"/a"_s);
    other.create(u"/a/match-elsewhere"_s);
    ZnodeQuery query;
    query.text = u"match"_s;
    auto *search = new ZnodeSearch(m_connection.get(), query, this);
    const QSignalSpy finished(search, &Operation::finished);
    m_server->setHold(true);
    search->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_server->askedAll(Fake::GetChildren) > 0, patience);
    connectTo(other);
    m_server->setHold(false);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QCOMPARE(search->error().kind(), ErrorKind::Cancelled);
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), patience);
    QTest::qWait(aWhile);
    QVERIFY(search->matches().isEmpty());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(other.askedAll(Fake::GetChildren), 0); // it does not go on there
}

/// To another cluster, back, and there again, each with its questions on their way.
void TestZnodeLate::switchedTwiceWithinTenMilliseconds()
{
    Fake other;
    other.create(u"/a"_s, "new");
    other.create(u"/elsewhere"_s);
    ZnodeTree tree(m_connection.get(), nullptr);
    ZnodeFollower follower(m_connection.get(), nullptr);
    tree.expand({});
    QTRY_COMPARE_WITH_TIMEOUT(namesOf(tree.root()), QStringList{u"a"_s}, patience);
    follower.setPath(path(u"/a"_s));
    QTRY_COMPARE_WITH_TIMEOUT(follower.state(), ZnodeFollower::State::Present, patience);
    QCOMPARE(follower.value()->bytes, "old"_ba);
    m_server->setHold(true);
    tree.expand(path(u"/a"_s));
    tree.refresh();
    follower.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(m_server->asked(Fake::GetChildren, u"/a"_s) > 0, patience);
    connectTo(other); // takes microseconds: nothing of it waits
    connectTo(*m_server);
    connectTo(other);
    QStringList seen;
    connect(&follower, &ZnodeFollower::valueChanged, this,
            [&] { seen += QString::fromUtf8(follower.value()->bytes); });
    m_server->setHold(false);
    QTRY_COMPARE_WITH_TIMEOUT(namesOf(tree.root()), (QStringList{u"a"_s, u"elsewhere"_s}), patience);
    QTRY_COMPARE_WITH_TIMEOUT(follower.state(), ZnodeFollower::State::Present, patience);
    QTest::qWait(aWhile);
    QCOMPARE(namesOf(tree.root()), (QStringList{u"a"_s, u"elsewhere"_s}));
    QVERIFY(!tree.folder(path(u"/a"_s)) || tree.folder(path(u"/a"_s))->names().isEmpty());
    QCOMPARE(follower.value()->bytes, "new"_ba);
    QCOMPARE(seen, QStringList{u"new"_s});
}

QTEST_GUILESS_MAIN(TestZnodeLate)
#include "tst_znodelate.moc"
