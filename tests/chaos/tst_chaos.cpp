// SPDX-License-Identifier: GPL-3.0-or-later
// Others create, set and delete at random, members restart, sessions expire: at the end the tree, the values
// and the versions that we followed are what an independent client (kazoo) walks. ZOODOCK_CHAOS_SECONDS makes
// it longer.
#include "threeservers.h"

#include "engine/realengine.h"

#include "znodes/znodeconnection.h"
#include "znodes/znodefollower.h"
#include "znodes/znodetree.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>

#include <memory>
#include <vector>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int patience = 90'000;
const QStringList directories{u"/chaos/d0"_s,
                              u"/chaos/d1"_s,
                              u"/chaos/d2"_s,
                              u"/chaos/d3"_s,
                              u"/chaos/d4"_s,
                              u"/chaos/d0/deep"_s,
                              u"/chaos/d0/deep/deeper"_s};

QStringList followedPaths()
{
    QStringList paths = directories;
    for (const QString &directory : directories) {
        for (int i = 0; i < 18; ++i)
            paths += u"%1/n%2"_s.arg(directory).arg(i);
        paths += {directory + u"/grün 配置"_s, directory + u"/N 1"_s};
    }
    return paths;
}

std::unique_ptr<QProcess> script(const QStringList &arguments)
{
    auto python = std::make_unique<QProcess>();
    python->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    python->start(u"/usr/bin/python3"_s, QStringList{QStringLiteral(ZOODOCK_CHAOS_SCRIPT)} + arguments);
    return python;
}

bool ended(const QProcess &process)
{
    return process.state() == QProcess::NotRunning;
}

} // namespace

class TestChaos : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void chaos();

private:
    void watchEverything();
    void expandAll();
    [[nodiscard]] QString printed() const;
    void print(const ZnodeFolder &folder, QStringList &lines) const;
    [[nodiscard]] QString walked();
    void expireSession();
    void agrees();

    std::unique_ptr<ThreeServers> m_servers;
    std::unique_ptr<ZnodeConnection> m_connection;
    std::unique_ptr<ZnodeTree> m_tree;
    std::vector<std::unique_ptr<ZnodeFollower>> m_followers;
    QTimer m_expander;
};

void TestChaos::initTestCase()
{
    ZOODOCK_NEEDS_ENGINE(u"docker"_s);
    m_servers = std::make_unique<ThreeServers>();
}

void TestChaos::cleanupTestCase()
{
    m_followers.clear();
    m_tree.reset();
    m_connection.reset();
    m_servers.reset();
}

void TestChaos::watchEverything()
{
    m_connection = std::make_unique<ZnodeConnection>(nullptr);
    m_tree = std::make_unique<ZnodeTree>(m_connection.get(), nullptr);
    ZnodeTarget target;
    target.servers = m_servers->throughProxies();
    target.sessionTimeout = std::chrono::seconds(4);
    m_connection->open(target);
    const QStringList paths = followedPaths();
    for (const QString &path : paths) {
        m_followers.push_back(std::make_unique<ZnodeFollower>(m_connection.get(), nullptr));
        m_followers.back()->setPath(ZnodePath::trusted(path));
    }
    connect(&m_expander, &QTimer::timeout, this, [this] { expandAll(); });
    m_expander.start(250);
}

/// What is made anew is a row that is not expanded; somebody expands it again.
void TestChaos::expandAll()
{
    m_tree->expand({});
    m_tree->expand(ZnodePath::trusted(u"/chaos"_s));
    for (const QString &path : directories)
        m_tree->expand(ZnodePath::trusted(path));
    for (const QString &path : directories + QStringList{u"/chaos"_s}) {
        if (ZnodeFolder *const folder = m_tree->folder(ZnodePath::trusted(path)))
            m_tree->setVisibleRows(folder, 0, folder->names().size() - 1);
    }
}

void TestChaos::print(const ZnodeFolder &folder, QStringList &lines) const
{
    for (qsizetype row = 0; row < folder.names().size(); ++row) {
        const QByteArray name = folder.names().utf8(row).toByteArray();
        const ZnodeStat stat = folder.childStat(row).value_or(ZnodeStat{});
        QString line = folder.path().child(QString::fromUtf8(name)).text();
        line += u" czxid=%1 mzxid=%2 pzxid=%3 version=%4 cversion=%5 aversion=%6 owner=%7"_s.arg(stat.czxid)
                    .arg(stat.mzxid)
                    .arg(stat.pzxid)
                    .arg(stat.version)
                    .arg(stat.cversion)
                    .arg(stat.aversion)
                    .arg(stat.ephemeralOwner);
        line +=
            u" length=%1 children=%2 mtime=%3"_s.arg(stat.dataLength).arg(stat.numChildren).arg(stat.mtime);
        lines += line;
        if (const ZnodeFolder *const child = folder.folder(name))
            print(*child, lines);
    }
}

QString TestChaos::printed() const
{
    QStringList lines;
    if (const ZnodeFolder *const top = m_tree->folder(ZnodePath::trusted(u"/chaos"_s)))
        print(*top, lines);
    for (const auto &follower : m_followers) {
        QString line = u"value "_s + follower->path()->text();
        if (follower->state() == ZnodeFollower::State::Present) {
            const ZnodeValue &value = *follower->value();
            line += u" %1 czxid=%2 mzxid=%3 version=%4"_s.arg(QString::fromLatin1(value.bytes.toHex()))
                        .arg(value.stat.czxid)
                        .arg(value.stat.mzxid)
                        .arg(value.stat.version);
        } else if (follower->state() == ZnodeFollower::State::Absent) {
            line += u" absent"_s;
        }
        lines += line;
    }
    lines.sort();
    return lines.join(u'\n');
}

QString TestChaos::walked()
{
    const auto python = script({m_servers->direct(), u"walk"_s});
    (void) QTest::qWaitFor([&] { return ended(*python); }, patience);
    QStringList lines = QString::fromUtf8(python->readAllStandardOutput()).trimmed().split(u'\n');
    lines.sort();
    return lines.join(u'\n');
}

/// Our session, by a network that is away for longer than the servers wait.
void TestChaos::expireSession()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ZnodeConnection::State::Connected, patience);
    const qint64 before = m_connection->sessionId();
    // Whoever is elected leader meanwhile gives every session its whole time again.
    for (int attempt = 0; attempt < 5 && m_connection->sessionId() == before; ++attempt) {
        m_servers->cut();
        QTest::qWait(6'000);
        m_servers->mend();
        QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ZnodeConnection::State::Connected, patience);
    }
    QVERIFY(m_connection->sessionId() != before);
}

/// Ephemerals of a writer that could not say goodbye go later: walked again until nothing changes any more.
void TestChaos::agrees()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ZnodeConnection::State::Connected, patience);
    QString theirs;
    for (int attempt = 0; attempt < 5; ++attempt) {
        theirs = walked();
        if (QTest::qWaitFor([&] { return printed() == theirs; }, 12'000))
            return;
    }
    const QStringList ours = printed().split(u'\n');
    const QStringList others = theirs.split(u'\n');
    for (const QString &line : ours) {
        if (!others.contains(line))
            qWarning().noquote() << "ours alone: " << line;
    }
    for (const QString &line : others) {
        if (!ours.contains(line))
            qWarning().noquote() << "kazoo alone:" << line;
    }
    QFAIL("what was followed is not what is there");
}

void TestChaos::chaos()
{
    const int wanted = qEnvironmentVariableIntValue("ZOODOCK_CHAOS_SECONDS");
    const int seconds = wanted > 0 ? wanted : 60;
    const auto writer = script({m_servers->direct(), u"write"_s, u"4"_s});
    QTRY_VERIFY_WITH_TIMEOUT(writer->canReadLine() || ended(*writer), patience);
    QCOMPARE(writer->readLine(), QByteArray("ready\n"));
    watchEverything();

    QElapsedTimer time;
    time.start();
    int expired = 0;
    for (int round = 0; time.elapsed() < seconds * 1000LL - 8'000; ++round) {
        QTest::qWait(2'000);
        // One member, and now and then two at a time: nothing serves until one is back.
        const int first = 1 + round % 3;
        const auto restart =
            m_servers->restart(round % 4 == 3 ? QList{first, 1 + (round + 1) % 3} : QList{first});
        QTRY_VERIFY_WITH_TIMEOUT(ended(*restart), patience);
        QCOMPARE(restart->exitCode(), 0);
        QTest::qWait(3'000);
        if (round % 2 == 0) {
            expireSession();
            ++expired;
        }
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(expired > 0);
    // What comes last comes by watches alone: a new connection reads everything again.
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ZnodeConnection::State::Connected, patience);
    QTest::qWait(6'000);
    writer->closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(ended(*writer), patience);
    const QByteArray done = writer->readAllStandardOutput().trimmed();
    qInfo("%d expired sessions of ours; kazoo did %s", expired, done.constData());
    QVERIFY(done.contains("create=") && done.contains("set=") && done.contains("delete="));
    agrees();
    if (QTest::currentTestFailed())
        return;
    // That this can fail: a change that does not reach us is a difference.
    m_servers->cut();
    const auto change = script({m_servers->direct(), u"set"_s, u"/chaos/d1"_s, u"unseen"_s});
    QTRY_VERIFY_WITH_TIMEOUT(ended(*change), patience);
    QCOMPARE(change->exitCode(), 0);
    QVERIFY(printed() != walked());
    m_servers->mend();
    agrees();
}

QTEST_GUILESS_MAIN(TestChaos)
#include "tst_chaos.moc"
