// SPDX-License-Identifier: GPL-3.0-or-later
// What one client writes every other reads, byte for byte, with ACLs and kinds: ours, kazoo and ZooKeeper's
// own zkCli.sh, in both directions. (Servers tell the owner of ephemeral znodes alone; containers and znodes
// with a time to live show what they are by what happens to them.)
#include "engine/znodes/zooclient.h"

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

QByteArray everyByte()
{
    QByteArray bytes;
    for (int byte = 0; byte < 256; ++byte)
        bytes += static_cast<char>(byte);
    return bytes;
}

/// "path value-in-hex kind scheme:id:permissions …"
QString described(const ZnodeRecord &record)
{
    QStringList acl;
    for (const AclEntry &entry : record.acl)
        acl += u"%1:%2:%3"_s.arg(entry.scheme, entry.id).arg(entry.permissions.toInt());
    acl.sort();
    return u"%1 %2 %3 %4"_s.arg(
        record.path.text(), record.value.isNull() ? u"None"_s : QString::fromLatin1(record.value.toHex()),
        record.kind == ZnodeKind::Ephemeral ? u"ephemeral"_s : u"lasting"_s, acl.join(u' '));
}

} // namespace

class TestEngineInterop : public EditedServerTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { open(u"interop"_s, {{u"digest"_s, "me:secret"}}); }
    void kazooReadsOurs();
    void weReadKazoos();
    void zkCliReadsOurs();
    void weReadZkClis();
    void kindsOfOurs();
    void kindsOfZkCli();

private:
    [[nodiscard]] bool create(const QString &path, const QByteArray &value, const Acl &acl = openAcl(),
                              ZnodeKind kind = ZnodeKind::Persistent, qint64 ttl = 0)
    {
        ZnodeSpec spec;
        spec.path = at(path);
        spec.value = value;
        spec.acl = acl;
        spec.kind = kind;
        spec.ttlMilliseconds = ttl;
        return run(m_here->editor.create(spec, this));
    }
    /// At and below `top`, as our client reads it; sorted.
    [[nodiscard]] QStringList ours(const QString &top)
    {
        ZnodeExport *reading = ZnodeTransfer(&m_here->connection, nullptr).exportSubtree(at(top), this);
        if (!run(reading))
            return {reading->error().toString()};
        QStringList lines;
        for (const ZnodeRecord &record : reading->value().records)
            lines += described(record);
        lines.sort();
        return lines;
    }
    /// The same, as kazoo does; signed in as me:secret.
    [[nodiscard]] QStringList kazoos(const QString &top) const
    {
        QStringList lines =
            m_here->server
                .kazoo(u"zk.add_auth('digest', 'me:secret')\n"
                       "top = '%1'\n"
                       "def walk(p):\n"
                       "  v, s = zk.get(p)\n"
                       "  acl = sorted('%s:%s:%d' % (a.id.scheme, a.id.id, a.perms) for a in "
                       "zk.get_acls(p)[0])\n"
                       "  print(p[len(top):] or '/', 'None' if v is None else v.hex(), 'ephemeral' if "
                       "s.ephemeralOwner else 'lasting', ' '.join(acl))\n"
                       "  for c in zk.get_children(p): walk(p + '/' + c)\n"
                       "walk(top)\n"_s.arg(top))
                .split(u'\n');
        lines.sort();
        return lines;
    }
    /// What ZooKeeper's own client prints to these commands.
    [[nodiscard]] QByteArray zkCli(const QByteArray &commands) const
    {
        QProcess docker;
        docker.start(u"docker"_s,
                     {u"exec"_s, u"-i"_s, m_here->server.container(), u"sh"_s, u"-c"_s,
                      u"CLIENT_JVMFLAGS='-Dfile.encoding=UTF-8' zkCli.sh -server 127.0.0.1:2181 2>&1"_s});
        docker.write(commands + "\nquit\n");
        docker.closeWriteChannel();
        docker.waitForFinished(patience);
        // What it says of itself comes in between, from other threads: its log with its traces, and each
        // state of its connection.
        static const QRegularExpression chatter(
            u"\\nWATCHER::\\n(?:\\nWatchedEvent [^\\n]*\\n)?|^WatchedEvent [^\\n]*\\n"
            "|^\\d{4}-\\d{2}-\\d{2} [^\\n]* - (WARN|INFO|ERROR) [^\\n]*\\n"
            "|^[\\w.]*Exception[^\\n]*\\n|^\\tat [^\\n]*\\n"
            "|^(Connecting to|Welcome to ZooKeeper|JLine support is)[^\\n]*\\n"_s,
            QRegularExpression::MultilineOption);
        return QString::fromUtf8(docker.readAllStandardOutput()).remove(chatter).toUtf8();
    }
};

void TestEngineInterop::kazooReadsOurs()
{
    const Acl mixed{{u"digest"_s, digestId(u"me"_s, u"secret"_s), allPermissions},
                    {u"ip"_s, u"10.0.0.0/8"_s, AclPermission::Read | AclPermission::Create},
                    {u"world"_s, u"anyone"_s, AclPermission::Read}};
    QVERIFY(create(u"/ours"_s, {}));
    QVERIFY(create(u"/ours/none"_s, {}));
    QVERIFY(create(u"/ours/empty"_s, ""));
    QVERIFY(create(u"/ours/every byte"_s, everyByte()));
    QVERIFY(create(u"/ours/large"_s, everyByte().repeated(3'900)));
    QVERIFY(create(u"/ours/中文 ü"_s, "值"));
    QVERIFY(create(u"/ours/中文 ü/below"_s, "\xff\xfe", mixed));
    QVERIFY(create(u"/ours/creator"_s, "c", creatorAcl()));
    QVERIFY(create(u"/ours/eph"_s, "e", openAcl(), ZnodeKind::Ephemeral));
    QVERIFY(run(m_here->editor.set(at(u"/ours/empty"_s), everyByte(), 0, this)));
    QVERIFY(run(m_here->editor.set(at(u"/ours/empty"_s), "", 1, this)));
    QVERIFY(run(m_here->editor.setAcl(at(u"/ours/none"_s), mixed, 0, false, this)));
    const QStringList read = kazoos(u"/ours"_s);
    QCOMPARE(read.size(), 9);
    const QString me = u"digest:%1:31"_s.arg(digestId(u"me"_s, u"secret"_s));
    QVERIFY(read.contains(
        u"/every byte %1 lasting world:anyone:31"_s.arg(QString::fromLatin1(everyByte().toHex()))));
    QVERIFY(read.contains(u"/none None lasting %1 ip:10.0.0.0/8:5 world:anyone:1"_s.arg(me)));
    QVERIFY(read.contains(u"/creator 63 lasting %1"_s.arg(me))); // the server puts in who is signed in
    QVERIFY(read.contains(u"/empty  lasting world:anyone:31"_s));
    QVERIFY(read.contains(u"/eph 65 ephemeral world:anyone:31"_s));
    QCOMPARE(read, ours(u"/ours"_s));
    QCOMPARE(kazoo(u"print(hex(zk.exists('/ours/eph').ephemeralOwner), zk.exists('/ours/empty').version, "
                   "zk.exists('/ours/none').aversion)"_s),
             hexText(m_here->connection.sessionId()) + u" 2 1"_s);
}

void TestEngineInterop::weReadKazoos()
{
    QCOMPARE(
        kazoo(u"every = bytes(range(256))\n"
              "mixed = [make_digest_acl('me', 'secret', all=True), make_acl('ip', '10.0.0.0/8', read=True, "
              "create=True), make_acl('world', 'anyone', read=True)]\n"
              "zk.add_auth('digest', 'me:secret')\n"
              "zk.create('/theirs', None)\n"
              "zk.create('/theirs/none', None)\n"
              "zk.create('/theirs/empty', b'')\n"
              "zk.create('/theirs/every byte', every)\n"
              "zk.create('/theirs/large', every * 3900)\n"
              "zk.create('/theirs/中文 ü', '值'.encode())\n"
              "zk.create('/theirs/中文 ü/below', b'\\xff\\xfe', acl=mixed)\n"
              "zk.create('/theirs/creator', b'c', acl=CREATOR_ALL_ACL)\n"
              "print(zk.create('/theirs/seq-', b's', sequence=True))"_s),
        u"/theirs/seq-0000000006"_s);
    const QStringList read = ours(u"/theirs"_s);
    QCOMPARE(read.size(), 9);
    QCOMPARE(read, kazoos(u"/theirs"_s));
    QVERIFY(read.contains(u"/seq-0000000006 73 lasting world:anyone:31"_s));
    // An ephemeral znode of somebody else, seen as such while its owner lives.
    QProcess owner;
    owner.start(u"/usr/bin/python3"_s, {u"-c"_s, u"import logging; logging.disable(logging.CRITICAL)\n"
                                                 "from kazoo.client import KazooClient\n"
                                                 "zk = KazooClient('%1'); zk.start()\n"
                                                 "zk.create('/theirs/eph', b'e', ephemeral=True)\n"
                                                 "print('there', flush=True)\n"
                                                 "input()\nzk.stop()\n"_s.arg(m_here->server.address())});
    QVERIFY(owner.waitForReadyRead(patience));
    QVERIFY(ours(u"/theirs"_s).contains(u"/eph 65 ephemeral world:anyone:31"_s));
    owner.write("\n");
    owner.waitForFinished(patience);
    QTRY_VERIFY_WITH_TIMEOUT(!ours(u"/theirs"_s).join(u'\n').contains(u"/eph "_s), patience);
}

void TestEngineInterop::zkCliReadsOurs()
{
    const QByteArray text = "first line\n\tsecond: 中文 🦁 \"quoted\" \\ end ";
    QVERIFY(create(u"/shown"_s, text,
                   {{u"digest"_s, digestId(u"you"_s, u"pw"_s), AclPermission::Read | AclPermission::Write},
                    {u"world"_s, u"anyone"_s, AclPermission::Read | AclPermission::Admin}}));
    QVERIFY(create(u"/shown-none"_s, {}));
    QVERIFY(create(u"/shown-eph"_s, "e", openAcl(), ZnodeKind::Ephemeral));
    QCOMPARE(zkCli("get /shown"), text + '\n');
    QCOMPARE(zkCli("get /shown-none"), "null\n"_ba);
    QCOMPARE(zkCli("getAcl /shown"), "'digest,'" + digestId(u"you"_s, u"pw"_s).toUtf8() +
                                         "\n: rw\n'world,'anyone\n: ra\n"); // as zkCli writes them
    const QByteArray stat = zkCli("stat /shown-eph");
    QVERIFY2(stat.contains("ephemeralOwner = " + hexText(m_here->connection.sessionId()).toUtf8()),
             stat.constData());
    QVERIFY2(zkCli("stat /shown").contains("dataLength = " + QByteArray::number(text.size()) + '\n'),
             "the length in bytes");
}

void TestEngineInterop::weReadZkClis()
{
    const QByteArray acl = "digest:" + digestId(u"me"_s, u"secret"_s).toUtf8() + ":cdrwa,world:anyone:r";
    const QByteArray said = zkCli("create /written \"中文 🦁 with spaces\"\n"
                                  "create /written/empty \"\"\n"
                                  "create /written/none\n"
                                  "create -s /written/seq- s\n"
                                  "create /written/acl x " +
                                  acl +
                                  "\n"
                                  "create /written/later y\n"
                                  "set /written/later \"v 2\"\n"
                                  "setAcl /written/later ip:10.0.0.0/8:rc,world:anyone:rwa\n");
    QVERIFY2(said.contains("Created /written/seq-0000000002"), said.constData());
    const QString value = QString::fromLatin1(QByteArray("中文 🦁 with spaces").toHex());
    QStringList expected{u"/ %1 lasting world:anyone:31"_s.arg(value),
                         u"/empty  lasting world:anyone:31"_s,
                         u"/none None lasting world:anyone:31"_s,
                         u"/seq-0000000002 73 lasting world:anyone:31"_s,
                         u"/acl 78 lasting digest:%1:31 world:anyone:1"_s.arg(digestId(u"me"_s, u"secret"_s)),
                         u"/later 762032 lasting ip:10.0.0.0/8:5 world:anyone:19"_s};
    expected.sort();
    QCOMPARE(ours(u"/written"_s), expected);
    QCOMPARE(kazoos(u"/written"_s), expected);
}

/// A container goes after its last child, a znode with a time to live after that time.
void TestEngineInterop::kindsOfOurs()
{
    QVERIFY(create(u"/our-box"_s, "c", openAcl(), ZnodeKind::Container));
    QVERIFY(create(u"/our-plain"_s, "p"));
    QVERIFY(create(u"/our-brief"_s, "t", openAcl(), ZnodeKind::Ttl, 1));
    QVERIFY(create(u"/our-long"_s, "t", openAcl(), ZnodeKind::Ttl, 3'600'000));
    const QByteArray said = zkCli("create /our-box/in x\ndelete /our-box/in\n"
                                  "create /our-plain/in x\ndelete /our-plain/in\n");
    QVERIFY2(said.contains("Created /our-box/in"), said.constData());
    QTRY_COMPARE_WITH_TIMEOUT(kazoo(u"print(zk.exists('/our-box'), zk.exists('/our-brief'))"_s),
                              u"None None"_s, patience);
    QCOMPARE(kazoo(u"print(zk.get('/our-plain')[0], zk.get('/our-long')[0])"_s), u"b'p' b't'"_s);
}

void TestEngineInterop::kindsOfZkCli()
{
    const QByteArray said =
        zkCli("create -c /their-box c\ncreate -t 1 /their-brief t\ncreate -t 3600000 /their-long t\n");
    QVERIFY2(said.contains("Created /their-long"), said.constData());
    QVERIFY(create(u"/their-box/in"_s, "x"));
    QCOMPARE(ours(u"/their-box"_s).size(), 2);
    QVERIFY(run(m_here->editor.removeSubtree(at(u"/their-box/in"_s), this)));
    QTRY_COMPARE_WITH_TIMEOUT(kazoo(u"print(zk.exists('/their-box'), zk.exists('/their-brief'))"_s),
                              u"None None"_s, patience);
    QCOMPARE(ours(u"/their-long"_s), QStringList{u"/ 74 lasting world:anyone:31"_s});
}

QTEST_GUILESS_MAIN(TestEngineInterop)
#include "tst_engine_interop.moc"
