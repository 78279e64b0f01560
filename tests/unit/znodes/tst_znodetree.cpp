// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/znodetree.h"

#include "znodes/znodeconnection.h"

#include "fakes/znodetest.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtTest/QTestEventLoop>

#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

using FolderState = ZnodeFolder::State;

QStringList namesOf(const ZnodeFolder *folder)
{
    QStringList names;
    for (qsizetype row = 0; folder && row < folder->names().size(); ++row)
        names.append(folder->names().at(row));
    return names;
}

} // namespace

class TestZnodeTree : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void expand();
    void oneRequestPerExpand();
    void live();
    void collapseGivesBackWatches();
    void oldServerKeepsItsWatches();
    void manyChanges();
    void statsOfVisibleRows();
    void statsWhileTheViewTellsAgainAndAgain();
    void toldByOthers();
    void scrolledAway();
    void madeAnew();
    void goneAndBack();
    void folderOfARow();
    void forbidden();
    void brokenConnection();
    void expiredSession();
    void wipedCluster();
    void switchedWhileReading();
    void missingChroot();
    void deep();

private:
    void connectTo(Fake &server)
    {
        ZnodeTarget target;
        target.servers = server.address();
        target.sessionTimeout = 4s;
        m_connection->open(target);
    }
    ZnodeFolder *loaded(const QString &text)
    {
        m_tree->expand(path(text));
        const auto isLoaded = [&] {
            const ZnodeFolder *const folder = m_tree->folder(path(text));
            return folder && folder->state() == FolderState::Loaded;
        };
        return QTest::qWaitFor(isLoaded, patience) ? m_tree->folder(path(text)) : nullptr;
    }

    std::unique_ptr<Fake> m_server;
    std::unique_ptr<ZnodeConnection> m_connection;
    std::unique_ptr<ZnodeTree> m_tree;
};

void TestZnodeTree::init()
{
    m_server = std::make_unique<Fake>();
    m_connection = std::make_unique<ZnodeConnection>(nullptr);
    m_tree = std::make_unique<ZnodeTree>(m_connection.get(), nullptr);
    for (const QString &text : {u"/n10"_s, u"/n9"_s, u"/x"_s, u"/x/a"_s, u"/x/a/deep"_s, u"/x/b"_s})
        m_server->create(text);
    connectTo(*m_server);
}

void TestZnodeTree::cleanup()
{
    m_tree.reset();
    m_connection.reset();
    m_server.reset();
}

/// Also before the connection stands.
void TestZnodeTree::expand()
{
    QVERIFY(m_tree->root());
    QCOMPARE(m_tree->root()->state(), FolderState::Loading);
    const QSignalSpy inserted(m_tree.get(), &ZnodeTree::rowsInserted);
    ZnodeFolder *const root = loaded(u"/"_s);
    QVERIFY(root);
    QCOMPARE(namesOf(root), (QStringList{u"n9"_s, u"n10"_s, u"x"_s}));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(root->stat()->numChildren, 3);
    QVERIFY(!m_tree->expand(path(u"/nobody"_s)));
    QVERIFY(!m_tree->expand(path(u"/x/a/deep"_s))); // not known yet
    ZnodeFolder *const x = loaded(u"/x"_s);
    QCOMPARE(namesOf(x), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(x->parent(), root);
    QCOMPARE(root->folder("x"), x);
    QCOMPARE(root->childStat(2)->numChildren, 2); // its own reading told
}

void TestZnodeTree::oneRequestPerExpand()
{
    QVERIFY(loaded(u"/"_s));
    QVERIFY(loaded(u"/x"_s));
    m_tree->expand(path(u"/x"_s));
    m_tree->collapse(path(u"/x"_s));
    QVERIFY(loaded(u"/x"_s));
    QCOMPARE(m_server->asked(Fake::GetChildren, u"/x"_s), 2);
    QCOMPARE(m_server->askedAll(Fake::GetChildren), 3);
    QCOMPARE(m_server->askedAll(Fake::Exists), 0);
}

void TestZnodeTree::live()
{
    ZnodeFolder *const root = loaded(u"/"_s);
    QVERIFY(root);
    const QSignalSpy inserted(m_tree.get(), &ZnodeTree::rowsAboutToBeInserted);
    const QSignalSpy removed(m_tree.get(), &ZnodeTree::rowsAboutToBeRemoved);
    m_server->create(u"/n9a"_s);
    QTRY_COMPARE_WITH_TIMEOUT(namesOf(root), (QStringList{u"n9"_s, u"n9a"_s, u"n10"_s, u"x"_s}), patience);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.first().at(1).value<qsizetype>(), 1);
    QVERIFY(loaded(u"/x"_s));
    const QSignalSpy gone(m_tree.get(), &ZnodeTree::folderRemoved);
    m_server->remove(u"/x/a/deep"_s);
    m_server->remove(u"/x/a"_s);
    m_server->remove(u"/x/b"_s);
    m_server->remove(u"/x"_s);
    QTRY_COMPARE_WITH_TIMEOUT(namesOf(root), (QStringList{u"n9"_s, u"n9a"_s, u"n10"_s}), patience);
    QVERIFY(!removed.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(gone.size(), 1, patience);
    QVERIFY(!m_tree->folder(path(u"/x"_s)));
}

void TestZnodeTree::collapseGivesBackWatches()
{
    QVERIFY(loaded(u"/"_s));
    QVERIFY(loaded(u"/x"_s));
    ZnodeFolder *const a = loaded(u"/x/a"_s);
    QVERIFY(m_server->hasChildWatch(u"/x"_s) && m_server->hasChildWatch(u"/x/a"_s));
    m_tree->collapse(path(u"/x"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->hasChildWatch(u"/x"_s) && !m_server->hasChildWatch(u"/x/a"_s),
                             patience);
    QVERIFY(m_server->hasChildWatch(u"/"_s));
    QCOMPARE(a->state(), FolderState::Stale);
    m_server->create(u"/x/a/other"_s);
    // What was expanded below comes back with it.
    QVERIFY(loaded(u"/x"_s));
    QTRY_COMPARE_WITH_TIMEOUT(namesOf(a), (QStringList{u"deep"_s, u"other"_s}), patience);
    QVERIFY(m_server->hasChildWatch(u"/x/a"_s));
}

void TestZnodeTree::oldServerKeepsItsWatches()
{
    m_server->canRemoveWatches = false;
    QVERIFY(loaded(u"/"_s));
    QVERIFY(loaded(u"/x"_s));
    m_tree->collapse(path(u"/x"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->asked(Fake::RemoveWatch, u"/x"_s), 1, patience);
    QTest::qWait(100);
    m_server->create(u"/x/c"_s); // its event is passed over
    QVERIFY(loaded(u"/x"_s));
    QTRY_COMPARE_WITH_TIMEOUT(namesOf(m_tree->folder(path(u"/x"_s))).size(), 3, patience);
    m_tree->collapse(path(u"/x"_s));
    QTest::qWait(100);
    QCOMPARE(m_server->asked(Fake::RemoveWatch, u"/x"_s), 1); // not tried again
}

/// The readings are few, and the last one is after the last change.
void TestZnodeTree::manyChanges()
{
    ZnodeFolder *const root = loaded(u"/"_s);
    QVERIFY(root);
    constexpr int rounds = 40;
    for (int i = 0; i < rounds; ++i) {
        for (int j = 0; j < 50; ++j)
            m_server->create(u"/c%1"_s.arg(i * 50 + j));
        m_server->remove(u"/c%1"_s.arg(i * 50));
        QTest::qWait(10);
    }
    m_server->create(u"/last"_s);
    QTRY_COMPARE_WITH_TIMEOUT(root->names().size(), 3 + rounds * 49 + 1, patience);
    QVERIFY(root->names().indexOf("last") >= 0);
    QVERIFY2(m_server->asked(Fake::GetChildren, u"/"_s) < rounds, "every change was read one by one");
}

void TestZnodeTree::statsOfVisibleRows()
{
    m_server->set(u"/n10"_s, "12345");
    ZnodeFolder *const root = loaded(u"/"_s);
    QVERIFY(root);
    QVERIFY(!root->childStat(1));
    QSignalSpy changed(m_tree.get(), &ZnodeTree::rowsChanged);
    m_tree->setVisibleRows(root, 0, 1);
    QTRY_VERIFY_WITH_TIMEOUT(root->childStat(1).has_value(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), patience);
    QCOMPARE(root->childStat(1)->dataLength, 5);
    QVERIFY(!root->childStat(2)); // not on screen
    QCOMPARE(m_server->asked(Fake::Exists, u"/x"_s), 0);
    // What is on screen is kept fresh.
    m_server->set(u"/n10"_s, "1234567");
    QTRY_COMPARE_WITH_TIMEOUT(root->childStat(1)->dataLength, 7, patience);
    m_tree->setVisibleRows(root, 0, -1);
}

/// More rows than requests may be on their way, and a view that moves with every change: no row is left
/// behind.
void TestZnodeTree::statsWhileTheViewTellsAgainAndAgain()
{
    constexpr int count = 400;
    for (int i = 0; i < count; ++i)
        m_server->create(u"/many%1"_s.arg(i));
    ZnodeFolder *const root = loaded(u"/"_s);
    QVERIFY(root);
    const qsizetype last = root->names().size() - 1;
    m_tree->setVisibleRows(root, 0, last);
    const auto known = [&](int length) {
        int rows = 0;
        for (int i = 0; i < count; ++i) {
            const qsizetype row = root->names().indexOf("many" + QByteArray::number(i));
            rows += root->childStat(row) && root->childStat(row)->dataLength == length ? 1 : 0;
        }
        return rows;
    };
    QTRY_COMPARE_WITH_TIMEOUT(known(0), count, patience);
    QTimer view;
    connect(&view, &QTimer::timeout, m_tree.get(), [&] { m_tree->setVisibleRows(root, 0, last); });
    view.start(0);
    for (int i = 0; i < count; ++i)
        m_server->set(u"/many%1"_s.arg(i), "new");
    QTRY_COMPARE_WITH_TIMEOUT(known(3), count, patience);
}

/// What the selected znode's own reading says need not wait for the next round.
void TestZnodeTree::toldByOthers()
{
    ZnodeFolder *const root = loaded(u"/"_s);
    QVERIFY(root);
    QSignalSpy changed(m_tree.get(), &ZnodeTree::rowsChanged);
    ZnodeStat stat;
    stat.czxid = 5;
    stat.mzxid = 9;
    stat.dataLength = 42;
    m_tree->noteStat(path(u"/n10"_s), stat);
    QCOMPARE(root->childStat(1)->dataLength, 42);
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, patience);
    ZnodeStat older = stat;
    older.mzxid = 8;
    older.dataLength = 1;
    m_tree->noteStat(path(u"/n10"_s), older);
    QCOMPARE(root->childStat(1)->dataLength, 42);
    ZnodeStat madeAnew;
    madeAnew.czxid = madeAnew.mzxid = madeAnew.pzxid = 12;
    m_tree->noteStat(path(u"/n10"_s), madeAnew);
    QCOMPARE(root->childStat(1)->dataLength, 0);
    m_tree->noteStat(path(u"/nobody"_s), stat);
    m_tree->noteStat({}, stat);
    QVERIFY(!m_tree->folder(path(u"/nobody"_s)));
}

void TestZnodeTree::scrolledAway()
{
    for (int i = 0; i < 3000; ++i)
        m_server->create(u"/many%1"_s.arg(i));
    ZnodeFolder *const root = loaded(u"/"_s);
    QVERIFY(root);
    m_server->setHold(true);
    for (int first = 0; first < 2900; first += 100)
        m_tree->setVisibleRows(root, first, first + 99);
    QTest::qWait(200);
    m_server->setHold(false);
    QTRY_VERIFY_WITH_TIMEOUT(root->childStat(2899).has_value(), patience);
    QVERIFY2(m_server->askedAll(Fake::Exists) < 600, "rows that were scrolled away were asked for");
    QVERIFY(!root->childStat(1500));
}

/// Deleted and created again: the same name is another znode.
void TestZnodeTree::madeAnew()
{
    QVERIFY(loaded(u"/"_s));
    QVERIFY(loaded(u"/x"_s));
    QVERIFY(loaded(u"/x/a"_s));
    for (const QString &text : {u"/x/a/deep"_s, u"/x/a"_s, u"/x/b"_s, u"/x"_s})
        m_server->remove(text);
    m_server->create(u"/x"_s);
    m_server->create(u"/x/a"_s);
    QTRY_COMPARE_WITH_TIMEOUT(namesOf(m_tree->folder(path(u"/x"_s))), QStringList{u"a"_s}, patience);
    // What was known of the former /x/a is not told of this one.
    QVERIFY(!m_tree->folder(path(u"/x/a"_s)) || m_tree->folder(path(u"/x/a"_s))->names().isEmpty());
}

void TestZnodeTree::goneAndBack()
{
    QVERIFY(loaded(u"/"_s));
    m_server->refusal = [](int type, const QString &text) {
        return type == Fake::GetChildren && text == "/n9"_L1 ? -101 : 0;
    };
    ZnodeFolder *const folder = m_tree->expand(path(u"/n9"_s));
    QTRY_COMPARE_WITH_TIMEOUT(folder->state(), FolderState::Failed, patience);
    QCOMPARE(folder->error()->kind(), ErrorKind::NoNode);
    m_server->refusal = {};
    m_server->create(u"/n9/child"_s);
    m_server->create(u"/other"_s); // the parent is read again
    QTRY_COMPARE_WITH_TIMEOUT(folder->state(), FolderState::Loaded, patience);
    QCOMPARE(namesOf(folder), QStringList{u"child"_s});
}

/// The last one found is remembered, and no longer than it lives.
void TestZnodeTree::folderOfARow()
{
    ZnodeFolder *const root = loaded(u"/"_s);
    QVERIFY(root);
    const auto agrees = [root] {
        for (qsizetype row = 0; row < root->names().size(); ++row) {
            for (int twice = 0; twice < 2; ++twice) {
                if (root->folderAt(row) != root->folder(root->names().utf8(row).toByteArray()))
                    return false;
            }
        }
        return true;
    };
    QVERIFY(!root->folderAt(0) && agrees());
    QVERIFY(loaded(u"/x"_s) && loaded(u"/n9"_s));
    QVERIFY(root->folderAt(0) && agrees());
    QCOMPARE(root->folderAt(2), m_tree->folder(path(u"/x"_s))); // the one that goes
    for (const QString &gone : {u"/x/a/deep"_s, u"/x/a"_s, u"/x/b"_s, u"/x"_s})
        m_server->remove(gone);
    QTRY_VERIFY_WITH_TIMEOUT(!m_tree->folder(path(u"/x"_s)), patience);
    QVERIFY(agrees());
    m_server->create(u"/x"_s);
    QTRY_COMPARE_WITH_TIMEOUT(namesOf(root), (QStringList{u"n9"_s, u"n10"_s, u"x"_s}), patience);
    QVERIFY(!root->folderAt(2) && agrees());
}

void TestZnodeTree::forbidden()
{
    QVERIFY(loaded(u"/"_s));
    m_server->refusal = [](int type, const QString &text) {
        return type == Fake::GetChildren && text == "/x"_L1 ? -102 : 0;
    };
    ZnodeFolder *const x = m_tree->expand(path(u"/x"_s));
    QTRY_COMPARE_WITH_TIMEOUT(x->state(), FolderState::Failed, patience);
    QCOMPARE(x->error()->kind(), ErrorKind::NoAuth);
    m_server->refusal = {};
    QVERIFY(loaded(u"/x"_s)); // expanding it is trying again
}

void TestZnodeTree::brokenConnection()
{
    ZnodeFolder *const root = loaded(u"/"_s);
    QVERIFY(root);
    QVERIFY(loaded(u"/x"_s));
    m_server->setDown(true);
    QTRY_COMPARE_WITH_TIMEOUT(root->state(), FolderState::Stale, patience);
    QCOMPARE(root->names().size(), 3); // still shown
    m_server->create(u"/new"_s);
    m_server->remove(u"/x/b"_s);
    m_server->setDown(false);
    QTRY_COMPARE_WITH_TIMEOUT(root->state(), FolderState::Loaded, patience);
    QTRY_COMPARE_WITH_TIMEOUT(root->names().size(), 4, patience);
    QTRY_COMPARE_WITH_TIMEOUT(namesOf(m_tree->folder(path(u"/x"_s))), QStringList{u"a"_s}, patience);
}

void TestZnodeTree::expiredSession()
{
    ZnodeFolder *const root = loaded(u"/"_s);
    QVERIFY(root);
    QVERIFY(loaded(u"/x"_s));
    const QSignalSpy resets(m_tree.get(), &ZnodeTree::reset);
    m_server->expireSessions();
    m_server->create(u"/new"_s);
    QTRY_COMPARE_WITH_TIMEOUT(root->names().size(), 4, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_tree->folder(path(u"/x"_s))->state(), FolderState::Loaded, patience);
    QVERIFY(resets.isEmpty());
    m_server->create(u"/newer"_s); // the watch is there again
    QTRY_COMPARE_WITH_TIMEOUT(root->names().size(), 5, patience);
}

void TestZnodeTree::wipedCluster()
{
    ZnodeFolder *const root = loaded(u"/"_s);
    QVERIFY(root);
    QVERIFY(loaded(u"/x"_s));
    QSignalSpy said(m_connection.get(), &ZnodeConnection::said);
    m_server->wipe();
    m_server->create(u"/x"_s);
    m_server->create(u"/x/z"_s);
    QTRY_COMPARE_WITH_TIMEOUT(namesOf(root), QStringList{u"x"_s}, patience);
    QTRY_COMPARE_WITH_TIMEOUT(namesOf(m_tree->folder(path(u"/x"_s))), QStringList{u"z"_s}, patience);
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, patience);
    QTest::qWait(300);
    QCOMPARE(said.size(), 1);
}

/// No row takes the root away: it shows nothing of the znode that is gone.
void TestZnodeTree::missingChroot()
{
    ZnodeTarget target;
    target.servers = m_server->address();
    target.chroot = u"/x"_s;
    target.sessionTimeout = 4s;
    m_connection->open(target);
    ZnodeFolder *const root = loaded(u"/"_s);
    QVERIFY(root);
    QVERIFY(root->stat().has_value());
    m_server->remove(u"/x"_s);
    QTRY_COMPARE_WITH_TIMEOUT(root->state(), FolderState::Failed, patience);
    QVERIFY(!root->stat().has_value());
    m_server->create(u"/x"_s);
    m_tree->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(root->state(), FolderState::Loaded, patience);
    QVERIFY(root->stat().has_value());
}

/// No late answer lands in the new view.
void TestZnodeTree::switchedWhileReading()
{
    Fake other;
    other.create(u"/elsewhere"_s);
    QVERIFY(loaded(u"/"_s));
    m_server->setHold(true);
    m_tree->expand(path(u"/x"_s));
    m_tree->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(m_server->asked(Fake::GetChildren, u"/x"_s) == 1, patience);
    const QSignalSpy resets(m_tree.get(), &ZnodeTree::reset);
    connectTo(*m_server);
    connectTo(other);
    m_server->setHold(false);
    QCOMPARE(resets.size(), 2);
    QVERIFY(m_tree->root()->isExpanded());
    QTRY_COMPARE_WITH_TIMEOUT(namesOf(m_tree->root()), QStringList{u"elsewhere"_s}, patience);
    QTest::qWait(200);
    QCOMPARE(namesOf(m_tree->root()), QStringList{u"elsewhere"_s});
    QVERIFY(!m_tree->folder(path(u"/x"_s)));
}

void TestZnodeTree::deep()
{
    QString text;
    for (int depth = 0; depth < 1000; ++depth) {
        text += u"/d"_s;
        m_server->create(text);
    }
    // A true event loop: QTRY_… sleeps between its looks.
    QTestEventLoop loop;
    connect(m_tree.get(), &ZnodeTree::folderChanged, this, [&](const ZnodeFolder *folder) {
        m_tree->expand(folder->path().child(u"d"_s)); // nothing where there is no such child
        if (folder->path().text() == text && folder->state() == FolderState::Loaded)
            loop.exitLoop();
    });
    m_tree->expand({});
    loop.enterLoopMSecs(patience);
    QVERIFY(!loop.timeout());
    QCOMPARE(m_tree->folder(path(text))->path().depth(), 1000);
    m_tree->disconnect(this);
    m_tree->collapse(path(u"/d"_s));
    QCOMPARE(m_tree->folder(path(text))->state(), FolderState::Stale);
    m_server->remove(u"/d"_s); // and all of it goes
    QTRY_VERIFY_WITH_TIMEOUT(!m_tree->folder(path(text)), patience);
}

QTEST_GUILESS_MAIN(TestZnodeTree)
#include "tst_znodetree.moc"
