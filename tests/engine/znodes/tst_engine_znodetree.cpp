// SPDX-License-Identifier: GPL-3.0-or-later
// The live tree and the followed value of a real server; kazoo changes things beside us, and says what is
// there.
#include "engine/znodes/zooserver.h"

#include "fakes/owntimer.h"
#include "znodes/znodeconnection.h"
#include "znodes/znodefollower.h"
#include "znodes/znodetree.h"

#include <QtCore/QTimer>
#include <QtTest/QSignalSpy>

#include <algorithm>
#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int patience = 90'000;
using FolderState = ZnodeFolder::State;

ZnodePath at(const QString &path)
{
    return ZnodePath::trusted(path);
}

} // namespace

class TestEngineZnodeTree : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void everyFieldOfAStat();
    void kindsAndNames();
    void watchesAreGivenBack();
    void chaos();
    void thousandsOfChanges();
    void follower();
    void digest();
    void chroot();
    void manyChildren();
    void afterSuspension();
    void madeAnew();

private:
    void connectTo(const ZnodeTarget &target)
    {
        m_connection->open(target);
        QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ZnodeConnection::State::Connected, patience);
    }
    ZnodeTarget target() const
    {
        ZnodeTarget target;
        target.servers = m_server->address();
        return target;
    }
    ZnodeFolder *loaded(const QString &path)
    {
        const auto isLoaded = [&] {
            const ZnodeFolder *const folder = m_tree->expand(at(path)); // null until its row has come
            return folder && folder->state() == FolderState::Loaded;
        };
        return QTest::qWaitFor(isLoaded, patience) ? m_tree->folder(at(path)) : nullptr;
    }
    /// Everything that is expanded, a line per znode.
    QString printed(const ZnodeFolder *folder) const
    {
        QStringList lines;
        for (qsizetype row = 0; row < folder->names().size(); ++row) {
            const QByteArray name = folder->names().utf8(row).toByteArray();
            lines.append(folder->path().child(QString::fromUtf8(name)).text());
            if (const ZnodeFolder *const child = folder->folder(name))
                lines.append(printed(child));
        }
        lines.removeAll(QString());
        lines.sort();
        return lines.join(u'\n');
    }
    QString kazoo(const QString &script) { return m_server->kazoo(script); }
    /// A kazoo client that works beside us; ended by waiting for it.
    std::unique_ptr<QProcess> kazooBeside(const QString &script)
    {
        auto python = std::make_unique<QProcess>();
        python->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        python->start(
            u"/usr/bin/python3"_s,
            {u"-c"_s, u"import logging; logging.disable(logging.CRITICAL)\nimport random, time\n"
                      "from kazoo.client import KazooClient\n"
                      "zk = KazooClient('%1', timeout=20)\nzk.start(60)\n"_s.arg(m_server->address()) +
                          script + u"\nzk.stop()\n"_s});
        return python;
    }

    std::unique_ptr<ZooServer> m_server;
    std::unique_ptr<ZnodeConnection> m_connection;
    std::unique_ptr<ZnodeTree> m_tree;
};

void TestEngineZnodeTree::initTestCase()
{
    ZOODOCK_NEEDS_ENGINE(u"docker"_s);
    m_server = std::make_unique<ZooServer>(
        u"znodetree"_s, QStringList{u"SERVER_JVMFLAGS=-Dzookeeper.extendedTypesEnabled=true"_s,
                                    u"ZOO_4LW_COMMANDS_WHITELIST=*"_s});
    QVERIFY(kazoo(u"print(zk.exists('/') is not None)"_s).contains("True"_L1));
}

void TestEngineZnodeTree::cleanupTestCase()
{
    m_server.reset();
    removeOwn(u"docker"_s);
}

void TestEngineZnodeTree::init()
{
    m_connection = std::make_unique<ZnodeConnection>(nullptr);
    m_tree = std::make_unique<ZnodeTree>(m_connection.get(), nullptr);
    connectTo(target());
}

void TestEngineZnodeTree::cleanup()
{
    m_tree.reset();
    m_connection.reset();
}

void TestEngineZnodeTree::everyFieldOfAStat()
{
    const QStringList theirs =
        kazoo(u"zk.create('/stat', b'12345')\nzk.create('/stat/child')\nzk.set('/stat', b'1234567')\n"
              "zk.set_acls('/stat', OPEN_ACL_UNSAFE)\ns = zk.exists('/stat')\n"
              "print(s.czxid, s.mzxid, s.pzxid, s.ctime, s.mtime, s.version, s.cversion, s.aversion, "
              "s.ephemeralOwner,"
              " s.dataLength, s.numChildren)"_s)
            .split(u' ');
    QCOMPARE(theirs.size(), 11);
    QVERIFY(loaded(u"/"_s));
    QVERIFY(loaded(u"/stat"_s));
    const ZnodeStat stat = *m_tree->folder(at(u"/stat"_s))->stat();
    const qint64 ours[]{stat.czxid,          stat.mzxid,      stat.pzxid,      stat.ctime,
                        stat.mtime,          stat.version,    stat.cversion,   stat.aversion,
                        stat.ephemeralOwner, stat.dataLength, stat.numChildren};
    for (qsizetype i = 0; i < theirs.size(); ++i)
        QCOMPARE(ours[i], theirs.at(i).toLongLong());
}

void TestEngineZnodeTree::kindsAndNames()
{
    kazoo(u"zk.create('/kinds')\nzk.create('/kinds/grün "
          u"配置')\nzk.create('/kinds/b10')\nzk.create('/kinds/b9')\n"
          "zk.create('/kinds/seq-', sequence=True)"_s);
    QVERIFY(loaded(u"/"_s));
    ZnodeFolder *const kinds = loaded(u"/kinds"_s);
    QVERIFY(kinds);
    QCOMPARE(kinds->names().size(), 4);
    QCOMPARE(kinds->names().at(0), u"b9"_s);
    QCOMPARE(kinds->names().at(1), u"b10"_s);
    QCOMPARE(kinds->names().at(2), u"grün 配置"_s);
    QVERIFY(kinds->names().at(3).startsWith("seq-0"_L1));
    const auto beside = kazooBeside(u"zk.create('/kinds/e', b'', ephemeral=True)\n"
                                    "while not zk.exists('/kinds-seen'): time.sleep(.1)"_s);
    QTRY_VERIFY_WITH_TIMEOUT(kinds->names().indexOf("e") >= 0, patience);
    m_tree->setVisibleRows(kinds, 0, 10);
    const auto isEphemeral = [&] {
        const qsizetype row = kinds->names().indexOf("e");
        const auto stat = row < 0 ? std::nullopt : kinds->childStat(row);
        return stat && stat->kind() == ZnodeKind::Ephemeral && stat->ownerSession() != 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isEphemeral(), patience);
    kazoo(u"zk.create('/kinds-seen')"_s);
    QTRY_VERIFY_WITH_TIMEOUT(beside->state() == QProcess::NotRunning, patience);
    QTRY_VERIFY_WITH_TIMEOUT(kinds->names().indexOf("e") < 0, patience); // gone with its session
}

/// Asked of the server itself, through its AdminServer-free four-letter word `wchs`, as long as it is
/// allowed; else through what another change does not cause.
void TestEngineZnodeTree::watchesAreGivenBack()
{
    kazoo(u"zk.ensure_path('/watch/a')"_s);
    QVERIFY(loaded(u"/"_s));
    ZnodeFolder *const watch = loaded(u"/watch"_s);
    QVERIFY(watch);
    m_tree->collapse(at(u"/watch"_s));
    QTest::qWait(300);
    const QSignalSpy changed(m_tree.get(), &ZnodeTree::rowsInserted);
    kazoo(u"zk.create('/watch/b')"_s);
    QTest::qWait(300);
    QVERIFY(changed.isEmpty());
    QCOMPARE(watch->state(), FolderState::Stale);
    QVERIFY(loaded(u"/watch"_s));
    QCOMPARE(watch->names().size(), 2);
}

/// Kazoo creates and deletes at random while the server restarts and sessions expire: at the end the tree is
/// what kazoo walks. ZOODOCK_CHAOS_SECONDS makes it longer.
void TestEngineZnodeTree::chaos()
{
    const int seconds = qEnvironmentVariableIntValue("ZOODOCK_CHAOS_SECONDS");
    const int duration = seconds > 0 ? seconds : 10;
    kazoo(u"for d in range(5): zk.ensure_path('/chaos/d%d' % d)"_s);
    QVERIFY(loaded(u"/"_s));
    QVERIFY(loaded(u"/chaos"_s));
    for (int d = 0; d < 5; ++d)
        QVERIFY(loaded(u"/chaos/d%1"_s.arg(d)));
    const auto beside = kazooBeside(u"random.seed(4)\nend = time.time() + %1\n"
                                    "while time.time() < end:\n"
                                    "  p = '/chaos/d%d/n%d' % (random.randrange(5), random.randrange(60))\n"
                                    "  try:\n"
                                    "    r = random.random()\n"
                                    "    if r < .5: zk.create(p, b'x')\n"
                                    "    elif r < .9: zk.delete(p)\n"
                                    "    elif r < .95: zk.set(p, b'y')\n"
                                    "    else:\n"
                                    "      d = '/chaos/d%d' % random.randrange(5)\n"
                                    "      zk.delete(d, recursive=True); zk.create(d)\n"
                                    "  except Exception: pass\n"_s.arg(duration));
    const QString cli = u"docker"_s;
    for (int passed = 0; passed < duration; passed += 5) {
        QTest::qWait(2500);
        dockerCall(cli, {u"restart"_s, u"--time"_s, u"2"_s, m_server->container()});
        QTest::qWait(2500);
    }
    QTRY_VERIFY_WITH_TIMEOUT(beside->state() == QProcess::NotRunning, patience);
    // What it deleted when the server went, it could not make anew.
    const QString theirs = kazoo(u"for d in range(5): zk.ensure_path('/chaos/d%d' % d)\n"
                                 "l = []\n"
                                 "for d in sorted(zk.get_children('/chaos')):\n"
                                 "  l.append('/chaos/' + d)\n"
                                 "  l += ['/chaos/%s/%s' % (d, n) for n in zk.get_children('/chaos/' + d)]\n"
                                 "print('\\n'.join(sorted(l)))"_s);
    QVERIFY(theirs.size() > 20);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ZnodeConnection::State::Connected, patience);
    // What was deleted and made anew is a row that is not expanded any more, in a view, too; and its row may
    // come, or go and come, at any moment until the last reading.
    const auto expanded = [this] {
        for (int d = 0; d < 5; ++d)
            m_tree->expand(at(u"/chaos/d%1"_s.arg(d)));
        return printed(m_tree->folder(at(u"/chaos"_s)));
    };
    QTRY_COMPARE_WITH_TIMEOUT(expanded(), theirs, patience);
}

/// As many changes a second as kazoo manages, under one watched znode: the loop stays free, the end state is
/// exact.
void TestEngineZnodeTree::thousandsOfChanges()
{
    kazoo(u"zk.ensure_path('/busy')"_s);
    QVERIFY(loaded(u"/"_s));
    ZnodeFolder *const busy = loaded(u"/busy"_s);
    QVERIFY(busy);
    const auto beside = kazooBeside(u"n = 0\nfor round in range(20):\n"
                                    "  t = zk.transaction()\n"
                                    "  for i in range(1000):\n"
                                    "    t.create('/busy/n%d' % (n + i))\n"
                                    "  t.commit()\n"
                                    "  t = zk.transaction()\n"
                                    "  for i in range(500): t.delete('/busy/n%d' % (n + 2 * i))\n"
                                    "  t.commit()\n"
                                    "  n += 1000\n"_s);
    QVERIFY(beside->waitForStarted());
    OwnTimer gap;
    gap.start();
    qint64 longest = 0;
    QTimer pulse;
    connect(&pulse, &QTimer::timeout, this, [&] { longest = std::max(longest, gap.restart()); });
    pulse.start(1);
    QTRY_VERIFY_WITH_TIMEOUT(beside->state() == QProcess::NotRunning, patience);
    QTRY_COMPARE_WITH_TIMEOUT(busy->names().size(), 10'000, patience);
    QCOMPARE(busy->names().at(0), u"n1"_s);
    QCOMPARE(busy->names().at(9'999), u"n19999"_s);
    qInfo("longest gap of the event loop: %lld ms", longest);
    QVERIFY(longest < 1000);
}

void TestEngineZnodeTree::follower()
{
    kazoo(u"zk.create('/value', bytes(range(256)))"_s);
    ZnodeFollower follower(m_connection.get(), nullptr);
    follower.setPath(at(u"/value"_s));
    QTRY_COMPARE_WITH_TIMEOUT(follower.state(), ZnodeFollower::State::Present, patience);
    QCOMPARE(follower.value()->bytes.size(), 256);
    QCOMPARE(follower.value()->bytes.at(255), char(0xff));
    QSignalSpy changed(&follower, &ZnodeFollower::valueChanged);
    kazoo(u"for i in range(2000): zk.set_async('/value', str(i).encode())\nzk.set('/value', b'end')"_s);
    QTRY_COMPARE_WITH_TIMEOUT(follower.value()->bytes, QByteArray("end"), patience);
    qint64 seen = 0;
    for (const QList<QVariant> &change : std::as_const(changed))
        seen += 1 + change.first().toLongLong();
    QCOMPARE(seen, 2001);
    kazoo(u"zk.delete('/value')"_s);
    QTRY_COMPARE_WITH_TIMEOUT(follower.state(), ZnodeFollower::State::Absent, patience);
    kazoo(u"zk.create('/value', b'back')"_s);
    QTRY_COMPARE_WITH_TIMEOUT(follower.value()->bytes, QByteArray("back"), patience);
}

void TestEngineZnodeTree::digest()
{
    kazoo(u"zk.create('/secret', b's', acl=[make_digest_acl('bob', 'pass', all=True)])\n"
          "zk.add_auth('digest', 'bob:pass')\nzk.create('/secret/child')"_s);
    QVERIFY(loaded(u"/"_s));
    ZnodeFolder *const secret = m_tree->expand(at(u"/secret"_s));
    QTRY_COMPARE_WITH_TIMEOUT(secret->state(), FolderState::Failed, patience);
    QCOMPARE(secret->error()->kind(), ErrorKind::NoAuth);
    m_connection->addCredential({u"digest"_s, "bob:pass"});
    QVERIFY(loaded(u"/secret"_s));
    QCOMPARE(secret->names().size(), 1);
}

void TestEngineZnodeTree::chroot()
{
    kazoo(u"zk.ensure_path('/app/inner/x')"_s);
    ZnodeTarget inner = target();
    inner.chroot = u"/app"_s;
    connectTo(inner);
    ZnodeFolder *const root = loaded(u"/"_s);
    QVERIFY(root);
    QCOMPARE(root->names().at(0), u"inner"_s);
    kazoo(u"zk.create('/app/other')"_s); // and watches come with paths below it
    QTRY_COMPARE_WITH_TIMEOUT(root->names().size(), 2, patience);
}

/// The Java clients' limit of 1 MB does not bind us.
void TestEngineZnodeTree::manyChildren()
{
    constexpr int count = 100'000;
    kazoo(
        u"zk.create('/many')\nn = 0\nwhile n < %1:\n  t = zk.transaction()\n"
        "  for i in range(2000): t.create('/many/node-' + str(n + i).zfill(10))\n  t.commit()\n  n += 2000"_s
            .arg(count));
    QVERIFY(loaded(u"/"_s));
    const QSignalSpy inserted(m_tree.get(), &ZnodeTree::rowsInserted);
    ZnodeFolder *const many = loaded(u"/many"_s);
    QVERIFY(many);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(many->names().size(), count);
    QCOMPARE(many->names().at(count - 1), u"node-0000099999"_s);
    m_tree->setVisibleRows(many, 50'000, 50'050);
    QTRY_VERIFY_WITH_TIMEOUT(many->childStat(50'025).has_value(), patience);
    kazoo(u"zk.create('/many/node-0000050000a')\nzk.delete('/many/node-0000000000')"_s);
    QTRY_COMPARE_WITH_TIMEOUT(many->names().at(50'000), u"node-0000050000a"_s, patience);
}

/// The whole process sleeps until its session is gone, as a suspended computer does, and the tree changes
/// meanwhile.
void TestEngineZnodeTree::afterSuspension()
{
    kazoo(u"zk.ensure_path('/asleep/old')"_s);
    ZnodeTarget brief = target();
    brief.sessionTimeout = std::chrono::seconds(4);
    connectTo(brief);
    QVERIFY(loaded(u"/"_s));
    ZnodeFolder *const asleep = loaded(u"/asleep"_s);
    QVERIFY(asleep);
    const qint64 session = m_connection->sessionId();
    QSignalSpy said(m_connection.get(), &ZnodeConnection::said);
    // On a machine that is busy enough, so brief a session ends once more by itself: said once each time.
    const QSignalSpy renewed(m_connection.get(), &ZnodeConnection::generationChanged);
    const auto beside =
        kazooBeside(u"import os, signal\n"
                    "os.kill(%1, signal.SIGSTOP)\n"
                    "try:\n"
                    "  zk.delete('/asleep/old')\n"
                    "  zk.create('/asleep/new')\n"
                    "  for i in range(300):\n"
                    "    if '0x%2' not in zk.command(b'dump'): break\n"
                    "    time.sleep(.2)\n"
                    "finally: os.kill(%1, signal.SIGCONT)"_s.arg(QCoreApplication::applicationPid())
                        .arg(static_cast<quint64>(session), 0, 16));
    QTRY_VERIFY_WITH_TIMEOUT(asleep->names().indexOf("new") >= 0, patience);
    QCOMPARE(asleep->names().size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(asleep->state(), FolderState::Loaded, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!said.isEmpty() && said.size() == renewed.size(), patience);
    QVERIFY2(said.first().first().toString().startsWith("The session had expired"_L1),
             qPrintable(said.first().first().toString()));
    QVERIFY(m_connection->sessionId() != session);
    kazoo(u"zk.create('/asleep/newer')"_s); // and it is watched again
    QTRY_COMPARE_WITH_TIMEOUT(asleep->names().size(), 2, patience);
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), renewed.size(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(beside->state() == QProcess::NotRunning, patience);
}

/// The cluster is wiped, and another one made in its place: last, since nothing of before is left.
void TestEngineZnodeTree::madeAnew()
{
    kazoo(u"zk.ensure_path('/before/x')"_s);
    ZnodeFolder *const root = loaded(u"/"_s);
    QVERIFY(root);
    QVERIFY(loaded(u"/before"_s));
    QSignalSpy said(m_connection.get(), &ZnodeConnection::said);
    const QString cli = u"docker"_s;
    const QString port = m_server->address().section(u':', 1);
    dockerCall(cli, {u"rm"_s, u"-fv"_s, m_server->container()});
    QVERIFY(!dockerCall(cli, {u"run"_s, u"--detach"_s, u"--name"_s, m_server->container(), u"--label"_s,
                              runLabel(), u"--publish"_s, u"127.0.0.1:%1:2181"_s.arg(port), testImage()})
                 .isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, patience);
    QVERIFY2(said.first().first().toString().startsWith("The cluster was made anew"_L1),
             qPrintable(said.first().first().toString()));
    QTRY_COMPARE_WITH_TIMEOUT(root->state(), FolderState::Loaded, patience);
    QCOMPARE(root->names().size(), 1); // zookeeper
    QVERIFY(!m_tree->folder(at(u"/before"_s)));
    kazoo(u"zk.create('/after')"_s);
    QTRY_COMPARE_WITH_TIMEOUT(root->names().size(), 2, patience);
    QCOMPARE(said.size(), 1);
}

QTEST_GUILESS_MAIN(TestEngineZnodeTree)
#include "tst_engine_znodetree.moc"
