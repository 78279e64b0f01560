// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/znodetreemodel.h"

#include "znodes/znodeconnection.h"
#include "znodes/znodestat.h"
#include "znodes/znodetree.h"

#include "fakes/znodetest.h"
#include "models/printedtree.h"

#include <QtCore/QPersistentModelIndex>
#include <QtTest/QAbstractItemModelTester>
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

using Model = ZnodeTreeModel;

} // namespace

class TestZnodeTreeModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void lazy();
    void whileLaidOut();
    void oneInsertPerExpand();
    void liveChanges();
    void persistentIndexes();
    void stats();
    void states();
    void nothingIsReadWithoutAConnection();
    void staleRows();
    void kindsInWords();
    void resets();
    void scatteredChanges();

private:
    QModelIndex at(const QString &text) { return m_model->indexOf(path(text)); }
    bool fetch(const QString &text)
    {
        m_model->fetchMore(at(text));
        const auto isLoaded = [&] {
            const ZnodeFolder *const folder = m_tree->folder(path(text));
            return folder && folder->state() == ZnodeFolder::State::Loaded;
        };
        return QTest::qWaitFor(isLoaded, patience);
    }
    /// The names alone: the cells of other columns come and go with stats.
    QString printed()
    {
        QStringList lines;
        printNames({}, 0, lines);
        return lines.join(u'\n');
    }
    void printNames(const QModelIndex &parent, int depth, QStringList &lines)
    {
        for (int row = 0; row < m_model->rowCount(parent); ++row) {
            const QModelIndex index = m_model->index(row, 0, parent);
            lines += QString(depth * 2, u' ') + index.data().toString();
            printNames(index, depth + 1, lines);
        }
    }

    std::unique_ptr<FakeZooKeeper> m_server;
    std::unique_ptr<ZnodeConnection> m_connection;
    std::unique_ptr<ZnodeTree> m_tree;
    std::unique_ptr<Model> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestZnodeTreeModel::init()
{
    m_server = std::make_unique<FakeZooKeeper>();
    for (const QString &text : {u"/b10"_s, u"/b9"_s, u"/a"_s, u"/a/x"_s, u"/a/x/deep"_s, u"/a/y"_s})
        m_server->create(text);
    m_connection = std::make_unique<ZnodeConnection>(nullptr);
    m_tree = std::make_unique<ZnodeTree>(m_connection.get(), nullptr);
    m_model = std::make_unique<Model>(m_tree.get(), nullptr);
    ZnodeTarget target;
    target.servers = m_server->address();
    target.sessionTimeout = 4s;
    m_connection->open(target);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ZnodeConnection::State::Connected, patience);
}

void TestZnodeTreeModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_tree.reset();
    m_connection.reset();
    m_server.reset();
}

void TestZnodeTreeModel::lazy()
{
    QCOMPARE(printed(), u"/"_s);
    QVERIFY(m_model->hasChildren(at(u"/"_s)));
    QVERIFY(m_model->canFetchMore(at(u"/"_s)));
    QVERIFY(fetch(u"/"_s));
    QVERIFY(!m_model->canFetchMore(at(u"/"_s)));
    QCOMPARE(printed(), u"/\n  a\n  b9\n  b10"_s);
    QVERIFY(m_model->canFetchMore(at(u"/a"_s)));
    QVERIFY(fetch(u"/a"_s));
    QCOMPARE(printed(), u"/\n  a\n    x\n    y\n  b9\n  b10"_s);
    QCOMPARE(m_model->pathAt(at(u"/a/x"_s)).text(), u"/a/x"_s);
    QCOMPARE(at(u"/a/x"_s).data(Model::PathRole).toString(), u"/a/x"_s);
    QVERIFY(!at(u"/a/x/deep"_s).isValid()); // not asked for
    QCOMPARE(at(u"/a/x"_s).parent(), at(u"/a"_s));
    QVERIFY(!at(u"/"_s).parent().isValid());
    QVERIFY(fetch(u"/b9"_s));
    QVERIFY(!m_model->hasChildren(at(u"/b9"_s)));
    m_model->collapse(at(u"/a"_s));
    QVERIFY(m_model->canFetchMore(at(u"/a"_s)));
    QVERIFY(!at(u"/a"_s).data(Model::StaleRole).toBool()); // its row is as fresh as before
}

/// A view keeps rows open across a layout that may be open, and asks no more of the others.
void TestZnodeTreeModel::whileLaidOut()
{
    QVERIFY(fetch(u"/"_s));
    QVERIFY(fetch(u"/a"_s));
    QVERIFY(fetch(u"/b10"_s));
    const auto never = [&](const QString &text) { return bool(at(text).flags() & Qt::ItemNeverHasChildren); };
    QVERIFY(!never(u"/"_s) && !never(u"/a"_s) && !never(u"/b9"_s) && !never(u"/a/x"_s));
    m_model->beginLayout();
    QVERIFY(!never(u"/"_s) && !never(u"/a"_s) && !never(u"/b10"_s));
    QVERIFY(never(u"/b9"_s) && never(u"/a/x"_s) && never(u"/a/y"_s));
    QVERIFY(at(u"/b9"_s).flags() & Qt::ItemIsSelectable);
    m_model->endLayout();
    QVERIFY(!never(u"/b9"_s) && !never(u"/a/x"_s));
    QVERIFY(fetch(u"/b9"_s));
    m_model->beginLayout();
    QVERIFY(!never(u"/b9"_s));
    m_model->endLayout();
}

void TestZnodeTreeModel::oneInsertPerExpand()
{
    for (int i = 0; i < 5000; ++i)
        m_server->create(u"/many%1"_s.arg(i));
    const QSignalSpy inserted(m_model.get(), &Model::rowsInserted);
    QVERIFY(fetch(u"/"_s));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(m_model->rowCount(at(u"/"_s)), 5003);
}

/// The tester expands whatever it can, as it looks at everything.
void TestZnodeTreeModel::liveChanges()
{
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(fetch(u"/"_s));
    QVERIFY(fetch(u"/a"_s));
    QVERIFY(fetch(u"/a/x"_s));
    m_server->create(u"/a/x1"_s);
    m_server->create(u"/0"_s);
    m_server->remove(u"/b9"_s);
    QTRY_COMPARE_WITH_TIMEOUT(printed(), u"/\n  0\n  a\n    x\n      deep\n    x1\n    y\n  b10"_s, patience);
    m_server->remove(u"/a"_s);
    QTRY_COMPARE_WITH_TIMEOUT(printed(), u"/\n  0\n  b10"_s, patience);
    m_server->expireSessions();
    m_server->create(u"/z"_s);
    QTRY_COMPARE_WITH_TIMEOUT(printed(), u"/\n  0\n  b10\n  z"_s, patience);
}

/// Selection and expansion live on these.
void TestZnodeTreeModel::persistentIndexes()
{
    QVERIFY(fetch(u"/"_s));
    QVERIFY(fetch(u"/a"_s));
    const QPersistentModelIndex y = at(u"/a/y"_s);
    const QPersistentModelIndex b10 = at(u"/b10"_s);
    m_server->create(u"/0"_s);
    m_server->create(u"/a/0"_s);
    m_server->remove(u"/b9"_s);
    QTRY_COMPARE_WITH_TIMEOUT(printed(), u"/\n  0\n  a\n    0\n    x\n    y\n  b10"_s, patience);
    QCOMPARE(y.data().toString(), u"y"_s);
    QCOMPARE(y.row(), 2);
    QCOMPARE(b10.data().toString(), u"b10"_s);
    m_server->remove(u"/a"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!y.isValid(), patience);
    QVERIFY(b10.isValid());
}

void TestZnodeTreeModel::stats()
{
    m_server->create(u"/eph"_s, "12345", 77);
    QVERIFY(fetch(u"/"_s));
    const auto cell = [this](const QString &text, Model::Column column) {
        return at(text).siblingAtColumn(column).data().toString();
    };
    QCOMPARE(cell(u"/eph"_s, Model::SizeColumn), QString());
    QVERIFY(!at(u"/eph"_s).data(Model::KindRole).isValid());
    QVERIFY(m_model->hasChildren(at(u"/eph"_s))); // not known yet
    const QSignalSpy changed(m_model.get(), &Model::dataChanged);
    m_model->setVisibleRows(at(u"/"_s), 0, 10);
    QTRY_COMPARE_WITH_TIMEOUT(cell(u"/a"_s, Model::ChildrenColumn), u"2"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(at(u"/eph"_s).data(Model::KindRole).toInt(),
                              static_cast<int>(ZnodeKind::Ephemeral), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), patience);
    QVERIFY(!m_model->hasChildren(at(u"/eph"_s)));
    QVERIFY(m_model->hasChildren(at(u"/a"_s)));
    QVERIFY(cell(u"/eph"_s, Model::SizeColumn).startsWith(u'5'));
    QVERIFY(at(u"/eph"_s).data(Qt::AccessibleTextRole).toString().contains("Ephemeral"_L1));
    QCOMPARE(m_model->headerData(Model::VersionColumn, Qt::Horizontal).toString(), u"Version"_s);
}

void TestZnodeTreeModel::states()
{
    QVERIFY(fetch(u"/"_s));
    m_server->setHold(true);
    m_model->fetchMore(at(u"/a"_s));
    QVERIFY(at(u"/a"_s).data(Model::LoadingRole).toBool());
    m_server->setHold(false);
    QTRY_VERIFY_WITH_TIMEOUT(!at(u"/a"_s).data(Model::LoadingRole).toBool(), patience);
    m_server->refusal = [](int, const QString &text) { return text == "/b9"_L1 ? -102 : 0; };
    m_model->fetchMore(at(u"/b9"_s));
    QTRY_VERIFY_WITH_TIMEOUT(at(u"/b9"_s).data(Model::ErrorRole).isValid(), patience);
    QVERIFY(at(u"/b9"_s).data(Model::ErrorRole).toString().contains("access list"_L1));
    QCOMPARE(at(u"/b9"_s).data(Qt::ToolTipRole), at(u"/b9"_s).data(Model::ErrorRole));
}

void TestZnodeTreeModel::nothingIsReadWithoutAConnection()
{
    QVERIFY(fetch(u"/"_s));
    m_server->setDown(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ZnodeConnection::State::Broken, patience);
    m_model->fetchMore(at(u"/a"_s));
    QVERIFY(!at(u"/a"_s).data(Model::LoadingRole).toBool());
    m_server->refusal = [this](int type, const QString &path) {
        if (type == FakeZooKeeper::GetChildren && path == u"/a"_s)
            m_server->setHold(true);
        return 0;
    };
    m_server->setDown(false);
    QTRY_VERIFY_WITH_TIMEOUT(at(u"/a"_s).data(Model::LoadingRole).toBool(), patience);
    m_server->refusal = {};
    m_server->setHold(false);
    QTRY_VERIFY_WITH_TIMEOUT(m_model->rowCount(at(u"/a"_s)) > 0, patience);
    QVERIFY(!at(u"/a"_s).data(Model::LoadingRole).toBool());
}

/// What stands in a list of an earlier time is of an earlier time.
void TestZnodeTreeModel::staleRows()
{
    QVERIFY(fetch(u"/"_s));
    QVERIFY(fetch(u"/a"_s));
    const auto stale = [this](const QString &text) { return at(text).data(Model::StaleRole).toBool(); };
    QVERIFY(!stale(u"/"_s) && !stale(u"/b9"_s) && !stale(u"/a/x"_s));
    QSignalSpy changed(m_model.get(), &Model::dataChanged);
    m_server->setDown(true);
    QTRY_VERIFY_WITH_TIMEOUT(stale(u"/"_s) && stale(u"/b9"_s) && stale(u"/a/x"_s), patience);
    const auto told = [&](const QModelIndex &row) {
        return std::any_of(changed.cbegin(), changed.cend(), [&](const QList<QVariant> &change) {
            const auto from = change.at(0).toModelIndex();
            return from.parent() == row.parent() && from.row() <= row.row() &&
                   change.at(1).toModelIndex().row() >= row.row();
        });
    };
    QTRY_VERIFY(told(at(u"/b9"_s)) && told(at(u"/a/x"_s)));
    changed.clear();
    m_server->setDown(false);
    QTRY_VERIFY_WITH_TIMEOUT(!stale(u"/"_s) && !stale(u"/b9"_s) && !stale(u"/a/x"_s), patience);
    QTRY_VERIFY(told(at(u"/b9"_s)) && told(at(u"/a/x"_s)));
}

/// ephemeralOwner is 0 of containers and TTL znodes, too (ZooKeeper 3.8, tried): nobody may say "persistent".
void TestZnodeTreeModel::kindsInWords()
{
    QVERIFY(fetch(u"/"_s));
    m_model->setVisibleRows(at(u"/"_s), 0, 10);
    QTRY_VERIFY_WITH_TIMEOUT(at(u"/a"_s).data(Model::KindRole).isValid(), patience);
    QCOMPARE(at(u"/a"_s).data(Qt::ToolTipRole).toString(),
             u"Persistent, container or TTL znode: the server does not tell which."_s);
}

void TestZnodeTreeModel::resets()
{
    QVERIFY(fetch(u"/"_s));
    const QSignalSpy resets(m_model.get(), &Model::modelReset);
    m_connection->close();
    QCOMPARE(resets.size(), 1);
    QCOMPARE(printed(), u"/"_s);
}

/// Every row signal is checked; the result is what the server has.
void TestZnodeTreeModel::scatteredChanges()
{
    for (int i = 0; i < 2000; ++i)
        m_server->create(u"/s%1"_s.arg(i));
    QVERIFY(fetch(u"/"_s));
    int rows = m_model->rowCount(at(u"/"_s));
    connect(m_model.get(), &Model::rowsInserted, this,
            [&](const QModelIndex &, int first, int last) { rows += last - first + 1; });
    connect(m_model.get(), &Model::rowsRemoved, this,
            [&](const QModelIndex &, int first, int last) { rows -= last - first + 1; });
    for (int i = 0; i < 2000; i += 3)
        m_server->remove(u"/s%1"_s.arg(i));
    for (int i = 0; i < 2000; i += 7)
        m_server->create(u"/t%1"_s.arg(i));
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(at(u"/"_s)), 3 + 2000 - 667 + 286, patience);
    QCOMPARE(rows, m_model->rowCount(at(u"/"_s)));
    for (int row = 1; row < rows; ++row)
        QVERIFY(m_model->index(row, 0, at(u"/"_s)).data() != m_model->index(row - 1, 0, at(u"/"_s)).data());
    m_model->disconnect(this);
}

QTEST_GUILESS_MAIN(TestZnodeTreeModel)
#include "tst_znodetreemodel.moc"
