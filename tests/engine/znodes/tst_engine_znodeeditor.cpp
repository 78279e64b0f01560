// SPDX-License-Identifier: GPL-3.0-or-later
// Changing, searching and transferring znodes of a real server; kazoo is the witness.
#include "engine/znodes/zooclient.h"

#include "znodes/znodesearch.h"

#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

class TestEngineZnodeEditor : public EditedServerTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { open(u"editor"_s); }
    void init();
    void createsEveryKind();
    void createRefuses();
    void createParents();
    void setsAndConflicts();
    void sizes();
    void acls();
    void aclsRecursively();
    void readOnly();
    void protectedPaths();
    void removalAndUndo();
    void removalWhileOthersAdd();
    void removalOfWhatWasConfirmed();
    void removalOfWhatCannotBeListed();
    void countsItsEphemerals();
    void createsAChroot();
    void removalCancelled();
    void undoGoesOn();
    void removalTooLargeForUndo();
    void search();
    void searchStops();
    void exportImport();
    void importConflicts();
    void closedInTheMiddle();

private:
    [[nodiscard]] static ErrorKind kind(const Operation *operation) { return operation->error().kind(); }
    [[nodiscard]] ZnodeChange *create(const QString &path, const QByteArray &value,
                                      ZnodeKind kind = ZnodeKind::Persistent)
    {
        ZnodeSpec spec;
        spec.path = at(path);
        spec.value = value;
        spec.kind = kind;
        spec.ttlMilliseconds = kind == ZnodeKind::Ttl ? 3'600'000 : 0;
        return m_here->editor.create(spec, this);
    }
    /// Path, value, ACL and kind of everything at and below `top`, a line each.
    [[nodiscard]] QString walk(const QString &top) const
    {
        return kazoo(u"def walk(p):\n"
                     "  v, s = zk.get(p)\n"
                     "  kind = s.ephemeralOwner if s.ephemeralOwner < 0 else int(s.ephemeralOwner > 0)\n"
                     "  acl = sorted((a.id.scheme, a.id.id, a.perms) for a in zk.get_acls(p)[0])\n"
                     "  print(p, repr(v), kind, acl)\n"
                     "  for c in sorted(zk.get_children(p)): walk(p.rstrip('/') + '/' + c)\n"
                     "walk('%1')\n"_s.arg(top));
    }
};

/// Every test has top-level znodes of its own: cleaning up would take longer than the tests.
void TestEngineZnodeEditor::init()
{
    m_here->connection.setReadOnly(false);
}

void TestEngineZnodeEditor::createsEveryKind()
{
    ZnodeChange *plain = create(u"/plain"_s, "a\0b"_ba);
    QVERIFY2(run(plain), qPrintable(plain->error().toString()));
    QCOMPARE(plain->path().text(), u"/plain"_s);
    QVERIFY(run(create(u"/中文 name"_s, {})));
    QVERIFY(run(create(u"/eph"_s, "e", ZnodeKind::Ephemeral)));
    QVERIFY(run(create(u"/box"_s, "c", ZnodeKind::Container)));
    QVERIFY(run(create(u"/ttl"_s, "t", ZnodeKind::Ttl)));
    ZnodeSpec queue;
    queue.path = at(u"/q-"_s);
    queue.sequential = true;
    ZnodeChange *numbered = m_here->editor.create(queue, this);
    QVERIFY(run(numbered));
    QVERIFY2(QRegularExpression(u"^/q-[0-9]{10}$"_s).match(numbered->path().text()).hasMatch(),
             qPrintable(numbered->path().text()));
    QCOMPARE(kazoo(u"print(zk.get('/plain')[0], zk.get('/中文 name')[0])"_s), u"b'a\\x00b' None"_s);
    // Servers tell the owner of ephemeral znodes alone (DataNode.copyStat); what a kind is shows by what it
    // does.
    QCOMPARE(kazoo(u"print(hex(zk.exists('/eph').ephemeralOwner))"_s),
             hexText(m_here->connection.sessionId()));
    (void) kazoo(u"zk.create('/box/in'); zk.delete('/box/in')"_s);
    QTRY_COMPARE_WITH_TIMEOUT(kazoo(u"print(zk.exists('/box'))"_s), u"None"_s, patience);
    ZnodeSpec brief;
    brief.path = at(u"/brief"_s);
    brief.kind = ZnodeKind::Ttl;
    brief.ttlMilliseconds = 1;
    QVERIFY(run(m_here->editor.create(brief, this)));
    QTRY_COMPARE_WITH_TIMEOUT(kazoo(u"print(zk.exists('/brief'), zk.exists('/ttl') is None)"_s),
                              u"None False"_s, patience);
    // Undo takes it away again.
    QVERIFY(run(m_here->editor.undo(numbered->undo(), this)));
    QCOMPARE(kazoo(u"print(zk.exists('%1'))"_s.arg(numbered->path().text())), u"None"_s);
}

void TestEngineZnodeEditor::createRefuses()
{
    QVERIFY(run(create(u"/a"_s, "1")));
    ZnodeChange *again = create(u"/a"_s, "2");
    QVERIFY(!run(again));
    QCOMPARE(kind(again), ErrorKind::NodeExists);
    QVERIFY(again->undo().isEmpty());
    ZnodeChange *orphan = create(u"/no/such"_s, "2");
    QVERIFY(!run(orphan));
    QCOMPARE(kind(orphan), ErrorKind::NoNode);
    QVERIFY(run(create(u"/gone-soon"_s, {}, ZnodeKind::Ephemeral)));
    ZnodeChange *child = create(u"/gone-soon/child"_s, {});
    QVERIFY(!run(child));
    QVERIFY2(child->error().message().contains(u"phemeral"_s), qPrintable(child->error().message()));
    ZnodeSpec broken;
    broken.path = at(u"/x"_s);
    broken.acl = {};
    ZnodeChange *noAcl = m_here->editor.create(broken, this);
    QVERIFY(!run(noAcl));
    QCOMPARE(kind(noAcl), ErrorKind::InvalidInput);
}

void TestEngineZnodeEditor::createParents()
{
    QVERIFY(run(create(u"/p"_s, "there")));
    ZnodeSpec spec;
    spec.path = at(u"/p/q/r/s"_s);
    spec.value = "deep";
    spec.withParents = true;
    ZnodeChange *deep = m_here->editor.create(spec, this);
    QVERIFY2(run(deep), qPrintable(deep->error().toString()));
    QCOMPARE(kazoo(u"print(zk.get('/p')[0], zk.get('/p/q')[0], zk.get('/p/q/r/s')[0])"_s),
             u"b'there' None b'deep'"_s);
    QVERIFY(run(m_here->editor.undo(deep->undo(), this)));
    QCOMPARE(kazoo(u"print(zk.get_children('/p'))"_s), u"[]"_s);
}

void TestEngineZnodeEditor::setsAndConflicts()
{
    QVERIFY(run(create(u"/v"_s, "one")));
    ZnodeChange *two = m_here->editor.set(at(u"/v"_s), "two", 0, this);
    QVERIFY(run(two));
    QCOMPARE(two->stat().version, 1);
    QCOMPARE(kazoo(u"print(zk.get('/v')[0]); zk.set('/v', b'theirs')"_s), u"b'two'"_s);
    ZnodeChange *stale = m_here->editor.set(at(u"/v"_s), "mine", 1, this);
    QVERIFY(!run(stale));
    QCOMPARE(kind(stale), ErrorKind::VersionConflict);
    QVERIFY(stale->conflict() && stale->conflict()->theirs);
    QCOMPARE(stale->conflict()->theirs->bytes, "theirs"_ba);
    QCOMPARE(stale->conflict()->theirs->stat.version, 2);
    // What was set before the conflict cannot be taken back silently, either.
    ZnodeChange *lateUndo = m_here->editor.undo(two->undo(), this);
    QVERIFY(!run(lateUndo));
    QCOMPARE(kind(lateUndo), ErrorKind::VersionConflict);
    QCOMPARE(kazoo(u"print(zk.get('/v')[0])"_s), u"b'theirs'"_s);
    ZnodeChange *forced = m_here->editor.set(at(u"/v"_s), "mine", -1, this);
    QVERIFY(run(forced));
    QVERIFY(run(m_here->editor.undo(forced->undo(), this)));
    QCOMPARE(kazoo(u"print(zk.get('/v')[0]); zk.delete('/v')"_s), u"b'theirs'"_s);
    ZnodeChange *gone = m_here->editor.set(at(u"/v"_s), "x", 4, this);
    QVERIFY(!run(gone));
    QCOMPARE(kind(gone), ErrorKind::VersionConflict);
    QVERIFY(gone->conflict() && !gone->conflict()->theirs);
}

void TestEngineZnodeEditor::sizes()
{
    const QByteArray largest(m_here->editor.largestValue(at(u"/big"_s)), 'x');
    ZnodeChange *fits = create(u"/big"_s, largest);
    QVERIFY2(run(fits), qPrintable(fits->error().toString()));
    QCOMPARE(kazoo(u"print(len(zk.get('/big')[0]))"_s), QString::number(largest.size()));
    ZnodeChange *tooLarge = m_here->editor.set(at(u"/big"_s), QByteArray(1 << 20, 'y'), -1, this);
    QVERIFY(!run(tooLarge));
    QCOMPARE(kind(tooLarge), ErrorKind::TooLarge);
    QCOMPARE(m_here->connection.state(), ZnodeConnection::State::Connected);
}

void TestEngineZnodeEditor::acls()
{
    QVERIFY(run(create(u"/acl"_s, "1")));
    ValueOperation<AclValue> *read = m_here->editor.readAcl(at(u"/acl"_s), this);
    QVERIFY(run(read));
    QCOMPARE(read->value().acl, openAcl());
    const Acl wanted{{u"digest"_s, digestId(u"me"_s, u"pw"_s), allPermissions},
                     {u"world"_s, u"anyone"_s, AclPermission::Read | AclPermission::Admin}};
    ZnodeChange *set = m_here->editor.setAcl(at(u"/acl"_s), wanted, read->value().aversion, false, this);
    QVERIFY2(run(set), qPrintable(set->error().toString()));
    QCOMPARE(kazoo(u"print(sorted((a.id.scheme, a.perms) for a in zk.get_acls('/acl')[0]))\n"
                   "print(make_digest_acl('me', 'pw', all=True).id.id == [a.id.id for a in "
                   "zk.get_acls('/acl')[0] if "
                   "a.id.scheme == 'digest'][0])"_s),
             u"[('digest', 31), ('world', 17)]\nTrue"_s);
    ZnodeChange *stale = m_here->editor.setAcl(at(u"/acl"_s), openAcl(), 0, false, this);
    QVERIFY(!run(stale));
    QCOMPARE(kind(stale), ErrorKind::VersionConflict);
    QVERIFY(run(m_here->editor.undo(set->undo(), this)));
    QCOMPARE(kazoo(u"print(zk.get_acls('/acl')[0] == OPEN_ACL_UNSAFE)"_s), u"True"_s);
}

void TestEngineZnodeEditor::aclsRecursively()
{
    (void) kazoo(
        u"zk.create('/t'); [zk.create('/t/c%d' % i) or zk.create('/t/c%d/d' % i) for i in range(50)]"_s);
    const QString before = walk(u"/t"_s);
    ZnodeChange *set = m_here->editor.setAcl(
        at(u"/t"_s), {{u"world"_s, u"anyone"_s, AclPermission::Read | AclPermission::Admin}}, 0, true, this);
    QVERIFY2(run(set), qPrintable(set->error().toString()));
    QCOMPARE(walk(u"/t"_s).count(u"('world', 'anyone', 17)"_s), before.count(u'\n') + 1);
    QVERIFY(run(m_here->editor.undo(set->undo(), this)));
    QCOMPARE(walk(u"/t"_s), before);
}

void TestEngineZnodeEditor::readOnly()
{
    QVERIFY(run(create(u"/ro"_s, "1")));
    m_here->connection.setReadOnly(true);
    for (Operation *change :
         {static_cast<Operation *>(create(u"/ro/a"_s, {})),
          static_cast<Operation *>(m_here->editor.set(at(u"/ro"_s), "2", 0, this)),
          static_cast<Operation *>(m_here->editor.setAcl(at(u"/ro"_s), openAcl(), 0, false, this)),
          static_cast<Operation *>(m_here->editor.removeSubtree(at(u"/ro"_s), this))}) {
        QVERIFY(!run(change));
        QCOMPARE(kind(change), ErrorKind::ReadOnly);
    }
    QCOMPARE(kazoo(u"print(zk.get('/ro')[0], zk.get_children('/ro'))"_s), u"b'1' []"_s);
}

void TestEngineZnodeEditor::protectedPaths()
{
    for (const QString &path : {u"/"_s, u"/zookeeper"_s, u"/zookeeper/quota"_s}) {
        ZnodeChange *removal = m_here->editor.removeSubtree(at(path), this);
        QVERIFY(!run(removal));
        QCOMPARE(kind(removal), ErrorKind::InvalidInput);
        ZnodeChange *set = m_here->editor.set(at(path), "x", -1, this);
        QVERIFY(!run(set));
        QCOMPARE(kind(set), ErrorKind::InvalidInput);
    }
}

void TestEngineZnodeEditor::removalAndUndo()
{
    (void) kazoo(
        u"import os\n"
        "zk.create('/d', b'top', acl=[make_acl('world', 'anyone', read=True, delete=True, admin=True, "
        "create=True)])\n"
        "for i in range(600):\n"
        "  zk.create_async('/d/n%d' % i, os.urandom(100))\n"
        "for i in range(100):\n"
        "  zk.create_async('/d/n%d/sub' % i, bytes([i]))\n"
        "zk.create('/d/n0/closed', b'x')\n"
        "zk.create('/d/n0/closed/below', b'y')\n"
        "zk.set_acls('/d/n0/closed', [make_acl('world', 'anyone', read=True, delete=True)])\n"_s);
    QVERIFY(run(create(u"/d/eph"_s, "mine", ZnodeKind::Ephemeral)));
    QVERIFY(run(create(u"/d/box"_s, "c", ZnodeKind::Container)));
    QVERIFY(run(create(u"/d/box/in"_s, "c")));
    QVERIFY(run(create(u"/d/ttl"_s, "t", ZnodeKind::Ttl)));
    const QString before = walk(u"/d"_s);
    QCOMPARE(before.count(u'\n'), 1 + 600 + 100 + 2 + 4 - 1);
    ValueOperation<ZnodeSubtree> *measured = m_here->editor.measure(at(u"/d"_s), this);
    QVERIFY(run(measured));
    QCOMPARE(measured->value().count, before.count(u'\n') + 1);
    QCOMPARE(measured->value().ephemeral, 1);
    QCOMPARE(measured->value().bytes, 3 + 600 * 100 + 100 + 2 + 7);
    QCOMPARE(measured->value().paths.constFirst(), at(u"/d"_s));

    ZnodeChange *removal = m_here->editor.removeSubtree(at(u"/d"_s), this);
    QVERIFY2(run(removal), qPrintable(removal->error().toString()));
    QCOMPARE(removal->done(), measured->value().count);
    QCOMPARE(removal->total(), removal->done());
    QCOMPARE(kazoo(u"print(zk.exists('/d'))"_s), u"None"_s);
    QCOMPARE(removal->undo().losses, QStringList()); // the ephemeral one is ours
    ZnodeChange *undo = m_here->editor.undo(removal->undo(), this);
    QVERIFY2(run(undo), qPrintable(undo->error().toString()));
    QCOMPARE(walk(u"/d"_s), before);
}

void TestEngineZnodeEditor::removalWhileOthersAdd()
{
    (void) kazoo(u"zk.create('/w')\nfor i in range(1500): zk.create_async('/w/%d' % i)\nzk.sync('/w')"_s);
    // Adds below what is being deleted, for a while.
    QProcess adder;
    adder.start(u"/usr/bin/python3"_s, {u"-c"_s, u"import logging; logging.disable(logging.CRITICAL)\n"
                                                 "from kazoo.client import KazooClient\n"
                                                 "zk = KazooClient('%1'); zk.start()\n"
                                                 "print('go', flush=True)\n"
                                                 "for i in range(200):\n"
                                                 "  try: zk.create('/w/late%d' % i)\n"
                                                 "  except Exception: pass\n"
                                                 "zk.stop()\n"_s.arg(m_here->server.address())});
    QVERIFY(adder.waitForReadyRead(patience));
    ZnodeChange *removal = m_here->editor.removeSubtree(at(u"/w"_s), this);
    const bool gone = run(removal);
    adder.waitForFinished(patience);
    QVERIFY2(gone || kind(removal) == ErrorKind::NotEmpty, qPrintable(removal->error().toString()));
    QCOMPARE(kazoo(u"print(zk.exists('/w') is None)"_s), gone ? u"True"_s : u"False"_s);
}

/// Neither what came since, nor what it lies below; also where as many went.
void TestEngineZnodeEditor::removalOfWhatWasConfirmed()
{
    (void) kazoo(u"for p in ['/kept', '/kept/a', '/kept/a/x', '/kept/b']: zk.create(p, b'first')"_s);
    ZnodeMeasure *measure = m_here->editor.measure(at(u"/kept"_s), this);
    QVERIFY(run(measure));
    QCOMPARE(measure->value().count, 4);
    (void) kazoo(u"zk.create('/kept/a/late'); zk.delete('/kept/b'); zk.create('/kept/b', b'another')"_s);
    ZnodeChange *removal = m_here->editor.removeSubtree(measure->value(), this);
    QVERIFY(!run(removal));
    QCOMPARE(kind(removal), ErrorKind::NotEmpty);
    QVERIFY2(removal->error().message().startsWith(
                 u"2 znode(s) were created at or below /kept meanwhile: they are not deleted"_s),
             qPrintable(removal->error().message()));
    QCOMPARE(removal->changed(), 1);
    const QString state = u"print(sorted(zk.get_children('/kept')), sorted(zk.get_children('/kept/a')), "
                          "zk.get('/kept/b')[0])"_s;
    QCOMPARE(kazoo(state), u"['a', 'b'] ['late'] b'another'"_s);
    QVERIFY(run(m_here->editor.undo(removal->undo(), this)));
    QCOMPARE(kazoo(state), u"['a', 'b'] ['late', 'x'] b'another'"_s);
}

/// Servers tell everybody that there are children, not which.
void TestEngineZnodeEditor::removalOfWhatCannotBeListed()
{
    (void) kazoo(u"acl = [make_digest_acl('ann', 'pw', all=True),\n"
                 "       make_acl('world', 'anyone', create=True, delete=True)]\n"
                 "zk.create('/h'); zk.create('/h/free'); zk.create('/h/dark', b'', acl=acl)\n"
                 "zk.create('/h/dark/child')"_s);
    ZnodeMeasure *measure = m_here->editor.measure(at(u"/h"_s), this);
    ZnodeChange *removal = m_here->editor.removeSubtree(at(u"/h"_s), this);
    for (Operation *operation : {static_cast<Operation *>(measure), static_cast<Operation *>(removal)}) {
        QVERIFY(!run(operation));
        QCOMPARE(kind(operation), ErrorKind::NoAuth);
        QVERIFY2(operation->error().message().startsWith(u"/h/dark has 1 child(ren) that you may not list"_s),
                 qPrintable(operation->error().message()));
    }
    QCOMPARE(kazoo(u"print(sorted(zk.get_children('/h')))"_s), u"['dark', 'free']"_s);
    (void) kazoo(u"zk.delete('/h/dark/child')"_s);
    measure = m_here->editor.measure(at(u"/h"_s), this);
    QVERIFY(run(measure));
    QCOMPARE(measure->value().unreadable, 1);
    removal = m_here->editor.removeSubtree(measure->value(), this);
    QVERIFY2(run(removal), qPrintable(removal->error().toString()));
    QCOMPARE(removal->changed(), 3);
    // Whose parent may not be written to stays, and that is the reason that is told.
    (void) kazoo(u"zk.create('/fixed', b'', acl=[make_acl('world', 'anyone', read=True, create=True)])\n"
                 "zk.create('/fixed/child')"_s);
    removal = m_here->editor.removeSubtree(at(u"/fixed/child"_s), this);
    QVERIFY(!run(removal));
    QCOMPARE(kind(removal), ErrorKind::NoAuth);
}

/// What would go with the session, whichever way it was made.
void TestEngineZnodeEditor::countsItsEphemerals()
{
    const qsizetype others = m_here->connection.ephemeralCount();
    const auto own = [this, others] { return m_here->connection.ephemeralCount() - others; };
    QVERIFY(run(create(u"/counted"_s, {})));
    QVERIFY(run(create(u"/counted/one"_s, {}, ZnodeKind::Ephemeral)));
    ZnodeSpec numbered;
    numbered.path = at(u"/counted/number-"_s);
    numbered.kind = ZnodeKind::Ephemeral;
    numbered.sequential = true;
    ZnodeChange *sequential = m_here->editor.create(numbered, this);
    QVERIFY(run(sequential));
    QCOMPARE(own(), 2);
    ZnodeDump dump;
    for (const QString &path : {u"/"_s, u"/two"_s, u"/three"_s}) {
        ZnodeRecord record;
        record.path = at(path);
        record.kind = path == "/"_L1 ? ZnodeKind::Persistent : ZnodeKind::Ephemeral;
        record.acl = openAcl();
        dump.records += record;
    }
    ZnodeTransfer transfer(&m_here->connection, nullptr);
    ZnodeChange *import = transfer.import(dump, at(u"/counted/in"_s), ImportConflict::Skip, this);
    QVERIFY(run(import));
    QCOMPARE(import->undo().about.text(), u"/counted/in"_s);
    QCOMPARE(own(), 4);
    ZnodeChange *undo = m_here->editor.undo(import->undo(), this);
    QVERIFY(run(undo));
    QCOMPARE(undo->changed(), 3);
    QCOMPARE(own(), 2);
    QVERIFY(run(m_here->editor.undo(sequential->undo(), this)));
    QCOMPARE(own(), 1);
    ZnodeChange *removal = m_here->editor.removeSubtree(at(u"/counted"_s), this);
    QVERIFY(run(removal));
    QCOMPARE(removal->changed(), 2);
    QCOMPARE(own(), 0);
    QCOMPARE(removal->undo().about.text(), u"/counted"_s);
}

void TestEngineZnodeEditor::createsAChroot()
{
    ZnodeTarget target;
    target.servers = m_here->server.address();
    target.chroot = u"/deep/chroot"_s;
    QVERIFY(run(createChroot(target, this)));
    QCOMPARE(kazoo(u"print(zk.get('/deep/chroot')[0], zk.get_acls('/deep')[0][0].perms)"_s), u"None 31"_s);
    QVERIFY(run(createChroot(target, this))); // it is there
    target.readOnly = true;
    target.chroot = u"/other"_s;
    Operation *refused = createChroot(target, this);
    QVERIFY(!run(refused));
    QCOMPARE(kind(refused), ErrorKind::ReadOnly);
}

void TestEngineZnodeEditor::removalCancelled()
{
    (void) kazoo(
        u"zk.create('/c')\nfor i in range(6000): zk.create_async('/c/%d' % i, b'v%d' % i)\nzk.sync('/c')"_s);
    ZnodeChange *removal = m_here->editor.removeSubtree(at(u"/c"_s), this);
    qint64 read = 0;
    QObject::connect(removal, &ZnodeChange::progress, removal, [removal, &read](qint64 done, qint64 total) {
        if (removal->phase() == ZnodeChange::Phase::Reading) {
            QVERIFY(done >= read && done <= total);
            read = done;
        } else if (done > 0) {
            removal->cancel();
        }
    });
    QVERIFY(!run(removal));
    QVERIFY2(read > 1'000, qPrintable(QString::number(read)));
    QCOMPARE(kind(removal), ErrorKind::Cancelled);
    const qint64 left = kazoo(u"print(len(zk.get_children('/c')))"_s).toLongLong();
    QVERIFY2(left > 0 && left < 6'000, qPrintable(QString::number(left)));
    QCOMPARE(removal->undo().records.size(), 6'000 - left);
    QVERIFY(run(m_here->editor.undo(removal->undo(), this)));
    QCOMPARE(kazoo(u"print(all(zk.get('/c/%d' % i)[0] == b'v%d' % i for i in range(0, 6000, 97)), "
                   "len(zk.get_children('/c')))"_s),
             u"True 6000"_s);
}

/// An undo that was stopped half-way goes on where it was; done, it cannot be undone by mistake.
void TestEngineZnodeEditor::undoGoesOn()
{
    (void) kazoo(
        u"zk.create('/u', b'top', acl=[make_acl('world', 'anyone', read=True, delete=True, create=True)])\n"
        "for i in range(6000): zk.create_async('/u/%d' % i, b'v%d' % i)\nzk.sync('/u')"_s);
    ZnodeChange *removal = m_here->editor.removeSubtree(at(u"/u"_s), this);
    QVERIFY(run(removal));
    ZnodeChange *undo = m_here->editor.undo(removal->undo(), this);
    QObject::connect(undo, &ZnodeChange::progress, undo, [undo](qint64 done, qint64) {
        if (done > 0)
            undo->cancel();
    });
    QVERIFY(!run(undo));
    QCOMPARE(kind(undo), ErrorKind::Cancelled);
    const qint64 back = kazoo(u"print(len(zk.get_children('/u')))"_s).toLongLong();
    QVERIFY2(back > 0 && back < 6'000, qPrintable(QString::number(back)));
    QCOMPARE(undo->undo().what, ZnodeUndo::What::Deleted);
    ZnodeChange *rest = m_here->editor.undo(undo->undo(), this);
    QVERIFY2(run(rest), qPrintable(rest->error().toString()));
    QCOMPARE(kazoo(u"print(all(zk.get('/u/%d' % i)[0] == b'v%d' % i for i in range(0, 6000, 97)), "
                   "len(zk.get_children('/u')), zk.get_acls('/u')[0][0].perms)"_s),
             u"True 6000 13"_s);
    QVERIFY(rest->undo().isEmpty());
}

void TestEngineZnodeEditor::removalTooLargeForUndo()
{
    (void) kazoo(u"zk.create('/l', b'x' * 1000)\nfor i in range(10): zk.create('/l/%d' % i, b'y' * 1000)"_s);
    ZnodeChange *removal = m_here->editor.removeSubtree(at(u"/l"_s), this, 5000);
    QVERIFY(run(removal));
    QCOMPARE(removal->changed(), 11);
    QVERIFY(removal->undo().isEmpty());
    QCOMPARE(removal->undo().losses.size(), 1);
    QCOMPARE(kazoo(u"print(zk.exists('/l'))"_s), u"None"_s);
}

void TestEngineZnodeEditor::search()
{
    (void) kazoo(
        u"zk.create('/s')\n"
        "for i in range(300):\n"
        "  zk.create('/s/node%d' % i, b'value %d Needle' % i if i % 100 == 7 else b'straw')\n"
        "zk.create('/s/node1/NEEDLE')\n"
        "zk.create('/s/hidden', b'needle', acl=[make_acl('world', 'anyone', admin=True, delete=True)])"_s);
    const auto found = [this](ZnodeQuery query) {
        query.below = at(u"/s"_s);
        auto *search = new ZnodeSearch(&m_here->connection, query, this);
        run(search);
        QStringList paths;
        for (const ZnodeMatch &match : search->matches())
            paths += match.path.text();
        paths.sort();
        return paths;
    };
    ZnodeQuery query;
    query.text = u"needle"_s;
    QCOMPARE(found(query), QStringList{u"/s/node1/NEEDLE"_s});
    query.values = true;
    QCOMPARE(found(query),
             (QStringList{u"/s/node1/NEEDLE"_s, u"/s/node107"_s, u"/s/node207"_s, u"/s/node7"_s}));
    query.caseSensitive = true;
    QCOMPARE(found(query), QStringList());
    query.caseSensitive = false;
    query.regularExpression = true;
    query.text = u"^value [12]\\d+ n"_s;
    QCOMPARE(found(query), (QStringList{u"/s/node107"_s, u"/s/node207"_s}));
    query.text = u"(broken"_s;
    query.below = at(u"/s"_s);
    auto *broken = new ZnodeSearch(&m_here->connection, query, this);
    QVERIFY(!run(broken));
    QCOMPARE(kind(broken), ErrorKind::InvalidInput);
    query.text = u"straw"_s;
    auto *all = new ZnodeSearch(&m_here->connection, query, this);
    QVERIFY(run(all));
    QVERIFY(all->isComplete());
    QCOMPARE(all->visited(), 303);
    QCOMPARE(all->known(), 303);
    QCOMPARE(all->forbidden(), 1);
    QCOMPARE(all->matches().size(), 297);
}

void TestEngineZnodeEditor::searchStops()
{
    (void) kazoo(
        u"zk.create('/m')\nfor i in range(5000): zk.create_async('/m/match%d' % i)\nzk.sync('/m')"_s);
    ZnodeQuery query;
    query.text = u"match"_s;
    query.resultLimit = 10;
    auto *limited = new ZnodeSearch(&m_here->connection, query, this);
    QVERIFY(run(limited));
    QVERIFY(!limited->isComplete());
    QCOMPARE(limited->matches().size(), 10);
    query.resultLimit = 100'000;
    auto *cancelled = new ZnodeSearch(&m_here->connection, query, this);
    cancelled->start();
    QTest::qWait(5);
    cancelled->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(cancelled->isFinished(), patience);
    QCOMPARE(kind(cancelled), ErrorKind::Cancelled);
}

void TestEngineZnodeEditor::exportImport()
{
    (void) kazoo(
        u"import os\n"
        "zk.create('/x', b'top')\n"
        "for i in range(700): zk.create_async('/x/%d' % i, os.urandom(64))\n"
        "zk.create('/x/中', '值'.encode())\n"
        "zk.create('/x/中/acl', b'', acl=[make_digest_acl('u', 'p', all=True), make_acl('world', 'anyone', "
        "read=True, admin=True)])"_s);
    QVERIFY(run(create(u"/x/ttl"_s, "t", ZnodeKind::Ttl)));
    ZnodeTransfer transfer(&m_here->connection, nullptr);
    ValueOperation<ZnodeDump> *exported = transfer.exportSubtree(at(u"/x"_s), this);
    QVERIFY2(run(exported), qPrintable(exported->error().toString()));
    const Result<ZnodeDump> dump = dumpFromJson(toJson(exported->value()));
    QVERIFY2(dump.has_value(), dump ? "" : qPrintable(dump.error().toString()));
    QCOMPARE(dump->records, exported->value().records);
    ValueOperation<ImportPreview> *preview = transfer.preview(*dump, at(u"/y"_s), this);
    QVERIFY(run(preview));
    QCOMPARE(preview->value().toCreate.size(), 704);
    ZnodeChange *import = transfer.import(*dump, at(u"/y"_s), ImportConflict::Stop, this);
    QVERIFY2(run(import), qPrintable(import->error().toString()));
    QCOMPARE(walk(u"/y"_s), walk(u"/x"_s).replace(
                                QRegularExpression(u"^/x"_s, QRegularExpression::MultilineOption), u"/y"_s));
    ValueOperation<ImportPreview> *again = transfer.preview(*dump, at(u"/y"_s), this);
    QVERIFY(run(again));
    QCOMPARE(again->value().equal, 704);
    QVERIFY(run(m_here->editor.undo(import->undo(), this)));
    QCOMPARE(kazoo(u"print(zk.exists('/y'))"_s), u"None"_s);
}

void TestEngineZnodeEditor::importConflicts()
{
    (void) kazoo(u"zk.create('/i', b'1'); zk.create('/i/a', b'a'); zk.create('/i/b', b'b')\n"
                 "zk.create('/j', b'1'); zk.create('/j/a', b'other')"_s);
    ZnodeTransfer transfer(&m_here->connection, nullptr);
    ValueOperation<ZnodeDump> *dump = transfer.exportSubtree(at(u"/i"_s), this);
    QVERIFY(run(dump));
    ValueOperation<ImportPreview> *preview = transfer.preview(dump->value(), at(u"/j"_s), this);
    QVERIFY(run(preview));
    QCOMPARE(preview->value().existing, QList<ZnodePath>{at(u"/j/a"_s)});
    QCOMPARE(preview->value().toCreate, QList<ZnodePath>{at(u"/j/b"_s)});
    QCOMPARE(preview->value().equal, 1);
    ZnodeChange *stop = transfer.import(dump->value(), at(u"/j"_s), ImportConflict::Stop, this);
    QVERIFY(!run(stop));
    QCOMPARE(kind(stop), ErrorKind::NodeExists);
    QVERIFY2(stop->error().message().contains(u"/j/a"_s), qPrintable(stop->error().message()));
    QVERIFY(stop->undo().isEmpty());
    QCOMPARE(kazoo(u"print(zk.get('/j/a')[0], zk.exists('/j/b'))"_s), u"b'other' None"_s);
    ValueOperation<ImportPreview> *nowhere = transfer.preview(dump->value(), at(u"/no/such"_s), this);
    QVERIFY(!run(nowhere));
    QCOMPARE(kind(nowhere), ErrorKind::NoNode);
    ZnodeChange *skip = transfer.import(dump->value(), at(u"/j"_s), ImportConflict::Skip, this);
    QVERIFY(run(skip));
    QCOMPARE(kazoo(u"print(zk.get('/j/a')[0], zk.get('/j/b')[0])"_s), u"b'other' b'b'"_s);
    ZnodeChange *overwrite = transfer.import(dump->value(), at(u"/j"_s), ImportConflict::Overwrite, this);
    QVERIFY(run(overwrite));
    QCOMPARE(kazoo(u"print(zk.get('/j/a')[0])"_s), u"b'a'"_s);
    QVERIFY(run(m_here->editor.undo(overwrite->undo(), this)));
    QCOMPARE(kazoo(u"print(zk.get('/j/a')[0], zk.get('/j/b')[0])"_s), u"b'other' b'b'"_s);
    ZnodeDump large = dump->value();
    large.records.last().value = QByteArray(1 << 20, 'x');
    for (Operation *refused :
         {static_cast<Operation *>(transfer.preview(large, at(u"/j"_s), this)),
          static_cast<Operation *>(transfer.import(large, at(u"/j"_s), ImportConflict::Skip, this))}) {
        QVERIFY(!run(refused));
        QCOMPARE(kind(refused), ErrorKind::TooLarge);
    }
    QCOMPARE(m_here->connection.state(), ZnodeConnection::State::Connected);
    // What is the same is no obstacle.
    (void) kazoo(u"zk.set('/j/a', b'a'); zk.delete('/j/b')"_s);
    ZnodeChange *rest = transfer.import(dump->value(), at(u"/j"_s), ImportConflict::Stop, this);
    QVERIFY2(run(rest), qPrintable(rest->error().toString()));
    QCOMPARE(rest->undo().created, QList<ZnodePath>{at(u"/j/b"_s)});
}

/// Whatever is under way when the connection closes ends once, and says so.
void TestEngineZnodeEditor::closedInTheMiddle()
{
    (void) kazoo(u"zk.create('/z')\nfor i in range(5000): zk.create_async('/z/%d' % i)\nzk.sync('/z')"_s);
    auto own = std::make_unique<ZnodeConnection>(nullptr);
    ZnodeTarget target;
    target.servers = m_here->server.address();
    own->open(target);
    QTRY_COMPARE_WITH_TIMEOUT(own->state(), ZnodeConnection::State::Connected, patience);
    ZnodeEditor editor(own.get(), nullptr);
    ZnodeQuery query;
    query.text = u"1"_s;
    auto *search = new ZnodeSearch(own.get(), query, this);
    ZnodeChange *removal = editor.removeSubtree(at(u"/z"_s), this);
    QSignalSpy searched(search, &Operation::finished);
    QSignalSpy removed(removal, &Operation::finished);
    search->start();
    removal->start();
    QTest::qWait(20);
    own->close();
    QTRY_COMPARE_WITH_TIMEOUT(searched.size(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(removed.size(), 1, patience);
    QVERIFY(!search->succeeded());
    QVERIFY(!removal->succeeded());
    QTest::qWait(50);
    QCOMPARE(searched.size(), 1);
    QCOMPARE(removed.size(), 1);
}

QTEST_GUILESS_MAIN(TestEngineZnodeEditor)
#include "tst_engine_znodeeditor.moc"
