// SPDX-License-Identifier: GPL-3.0-or-later
// Undo where others have gone on meanwhile, and access lists that are not shown whole; kazoo is the others.
#include "engine/znodes/zooclient.h"

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

class TestEngineZnodeUndo : public EditedServerTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { open(u"undo"_s); }
    void deletionOfWhatExistsAgain();
    void existsAgainAndIsLocked();
    void partlyExistsAgain();
    void creationThatOthersGoOnWith();
    void importThatOthersGoOnWith();
    void savedByOthers();
    void changedAgainBeforeTheYes();
    void accessChangedByOthers();
    void theirChangeOfTheOtherPartStays();
    void importTakesBackItsOwnPart();
    void hiddenHashes();
    void importStopsHalfWay();
    void importTellsNoneFromEmpty();

private:
    /// Deletes it, as the person does.
    ZnodeUndo removed(const QString &path)
    {
        ZnodeChange *removal = m_here->editor.removeSubtree(at(path), this);
        return run(removal) ? removal->undo() : ZnodeUndo();
    }
    /// Refuses because of `foreign`; what it leaves to be taken back.
    ZnodeUndo refused(const ZnodeUndo &undo, const QStringList &foreign)
    {
        ZnodeChange *change = m_here->editor.undo(undo, this);
        QStringList named;
        if (run(change) || change->error().kind() != ErrorKind::VersionConflict)
            return {};
        for (const ZnodePath &path : change->foreign())
            named += path.text();
        named.sort();
        if (named != foreign || !change->error().message().contains(foreign.constFirst()))
            qWarning() << named << change->error().message();
        return named == foreign && change->error().message().contains(foreign.constFirst()) ? change->undo()
                                                                                            : ZnodeUndo();
    }
    [[nodiscard]] bool overwrite(ZnodeUndo undo)
    {
        undo.overwrites = true;
        return !undo.isEmpty() && run(m_here->editor.undo(undo, this));
    }
};

void TestEngineZnodeUndo::deletionOfWhatExistsAgain()
{
    (void) kazoo(u"zk.create('/xml', b'saved')"_s);
    const ZnodeUndo undo = removed(u"/xml"_s);
    (void) kazoo(u"zk.create('/xml', b'theirs')"_s);
    const ZnodeUndo left = refused(undo, {u"/xml"_s});
    QCOMPARE(left.records.size(), 1);
    QCOMPARE(left.records.constFirst().value, "saved"_ba);
    QCOMPARE(kazoo(u"print(zk.get('/xml')[0])"_s), u"b'theirs'"_s);
    QVERIFY(overwrite(left));
    QCOMPARE(kazoo(u"print(zk.get('/xml')[0])"_s), u"b'saved'"_s);
    // The very same is no conflict.
    const ZnodeUndo same = removed(u"/xml"_s);
    (void) kazoo(u"zk.create('/xml', b'saved')"_s);
    QVERIFY(run(m_here->editor.undo(same, this)));
}

/// Which right is missing decides who can help: everybody may change the list, and nobody the value.
void TestEngineZnodeUndo::existsAgainAndIsLocked()
{
    const QString readOnly =
        u"ro = [make_acl('world', 'anyone', read=True, create=True, delete=True, admin=True)]\n"_s;
    const QString saved = readOnly + u"zk.create('/locked', b'saved', acl=%1)"_s;
    const QString theirs = readOnly + u"zk.create('/locked', b'theirs', acl=ro)"_s;
    // What was there had an open list: that comes first, then.
    (void) kazoo(saved.arg(u"None"_s));
    const ZnodeUndo open = removed(u"/locked"_s);
    (void) kazoo(theirs);
    QVERIFY(overwrite(refused(open, {u"/locked"_s})));
    QCOMPARE(kazoo(u"print(zk.get('/locked')[0], zk.get_acls('/locked')[0][0].perms)"_s), u"b'saved' 31"_s);
    (void) kazoo(u"zk.delete('/locked')"_s);

    (void) kazoo(saved.arg(u"ro"_s));
    const ZnodeUndo undo = removed(u"/locked"_s);
    (void) kazoo(theirs);
    ZnodeUndo left = refused(undo, {u"/locked"_s});
    left.overwrites = true;
    ZnodeChange *again = m_here->editor.undo(left, this);
    QVERIFY(!run(again));
    QCOMPARE(again->error().kind(), ErrorKind::NoAuth);
    QCOMPARE(again->error().message(),
             u"The access list of /locked allows this to nobody. Change the list, and undo again."_s);
}

void TestEngineZnodeUndo::partlyExistsAgain()
{
    (void) kazoo(u"ro = [make_acl('world', 'anyone', read=True, create=True, delete=True, admin=True)]\n"
                 "zk.create('/part', b'top'); zk.create('/part/a', b'a'); zk.create('/part/b', b'b')\n"
                 "zk.create('/part/a/in', b'in'); zk.set_acls('/part/a', ro)"_s);
    const ZnodeUndo undo = removed(u"/part"_s);
    (void) kazoo(u"zk.create('/part', b'top'); zk.create('/part/a', b'a')"_s);
    // Its access list is theirs.
    const ZnodeUndo left = refused(undo, {u"/part/a"_s});
    QCOMPARE(left.records.size(), 1);
    const QString state = u"print(zk.get('/part/b')[0], zk.get('/part/a/in')[0], "
                          "zk.get_acls('/part/a')[0][0].perms)"_s;
    QCOMPARE(kazoo(state), u"b'b' b'in' 31"_s);
    QVERIFY(overwrite(left));
    QCOMPARE(kazoo(state), u"b'b' b'in' 29"_s);
}

void TestEngineZnodeUndo::creationThatOthersGoOnWith()
{
    ZnodeSpec spec;
    spec.path = at(u"/new/deep"_s);
    spec.value = "mine";
    spec.withParents = true;
    ZnodeChange *made = m_here->editor.create(spec, this);
    QVERIFY(run(made));
    (void) kazoo(u"zk.set('/new/deep', b'theirs')"_s);
    const ZnodeUndo left = refused(made->undo(), {u"/new/deep"_s});
    (void) kazoo(u"zk.create('/new/other')"_s);
    QVERIFY(!refused(made->undo(), {u"/new"_s, u"/new/deep"_s}).isEmpty());
    QCOMPARE(kazoo(u"print(zk.get('/new/deep')[0])"_s), u"b'theirs'"_s);
    // What others have made below stays whatever is said.
    ZnodeUndo all = left;
    all.overwrites = true;
    ZnodeChange *undo = m_here->editor.undo(all, this);
    QVERIFY(run(undo));
    QCOMPARE(undo->undo().losses.size(), 1);
    QCOMPARE(kazoo(u"print(zk.get_children('/new'))"_s), u"['other']"_s);
    // Deleted and made anew by others, with the same version.
    made = m_here->editor.create({at(u"/again"_s), "mine", openAcl(), {}, {}, {}, {}}, this);
    QVERIFY(run(made));
    (void) kazoo(u"zk.delete('/again'); zk.create('/again', b'theirs')"_s);
    QVERIFY(!refused(made->undo(), {u"/again"_s}).isEmpty());
    (void) kazoo(u"zk.delete('/again')"_s);
    QVERIFY(run(m_here->editor.undo(made->undo(), this))); // gone already
}

void TestEngineZnodeUndo::importThatOthersGoOnWith()
{
    (void) kazoo(u"zk.create('/from', b'1'); zk.create('/from/a', b'a'); zk.create('/from/b', b'b')\n"
                 "zk.create('/from/c', b'c'); zk.create('/to', b'1'); zk.create('/to/c', b'before')"_s);
    ZnodeTransfer transfer(&m_here->connection, nullptr);
    ZnodeExport *dump = transfer.exportSubtree(at(u"/from"_s), this);
    QVERIFY(run(dump));
    ZnodeChange *import = transfer.import(dump->value(), at(u"/to"_s), ImportConflict::Overwrite, this);
    QVERIFY(run(import));
    (void) kazoo(u"zk.set('/to/a', b'theirs'); zk.delete('/to/b'); zk.create('/to/b', b'b')\n"
                 "zk.set('/to/c', b'theirs')"_s);
    const ZnodeUndo left = refused(import->undo(), {u"/to/a"_s, u"/to/b"_s, u"/to/c"_s});
    const QString state = u"print([(c, zk.get('/to/' + c)[0]) for c in sorted(zk.get_children('/to'))])"_s;
    QCOMPARE(kazoo(state), u"[('a', b'theirs'), ('b', b'b'), ('c', b'theirs')]"_s);
    QVERIFY(overwrite(left));
    QCOMPARE(kazoo(state), u"[('c', b'before')]"_s);
}

void TestEngineZnodeUndo::savedByOthers()
{
    (void) kazoo(u"zk.create('/props', b'before')"_s);
    ZnodeChange *set = m_here->editor.set(at(u"/props"_s), "mine", 0, this);
    QVERIFY(run(set));
    (void) kazoo(u"zk.set('/props', b'theirs')"_s);
    const ZnodeUndo left = refused(set->undo(), {u"/props"_s});
    QVERIFY(overwrite(left));
    QCOMPARE(kazoo(u"print(zk.get('/props')[0])"_s), u"b'before'"_s);
    // Another znode with the same version of its value.
    set = m_here->editor.set(at(u"/props"_s), "mine", 3, this);
    QVERIFY(run(set));
    (void) kazoo(u"zk.delete('/props'); zk.create('/props')\nfor i in range(4): zk.set('/props', b'anew')"_s);
    QVERIFY(!refused(set->undo(), {u"/props"_s}).isEmpty());
    (void) kazoo(u"zk.delete('/props')"_s);
    ZnodeChange *gone = m_here->editor.undo(set->undo(), this);
    QVERIFY(!run(gone));
    QCOMPARE(gone->error().kind(), ErrorKind::NoNode);
    QVERIFY2(gone->error().message().startsWith(u"/props does not exist any more"_s),
             qPrintable(gone->error().message()));
    QCOMPARE(gone->undo().records.size(), 1);
}

/// While the question is open, others go on: what was not shown is not overwritten.
void TestEngineZnodeUndo::changedAgainBeforeTheYes()
{
    (void) kazoo(u"zk.create('/asked', b'before')"_s);
    ZnodeChange *set = m_here->editor.set(at(u"/asked"_s), "mine", 0, this);
    QVERIFY(run(set));
    const auto asked = [this](const ZnodeUndo &undo) {
        ZnodeChange *change = m_here->editor.undo(undo, this);
        return run(change) ? ZnodeUndo() : overwriting(change->undo(), change->clashes());
    };
    (void) kazoo(u"zk.set('/asked', b'theirs')"_s);
    const ZnodeUndo first = asked(set->undo());
    QCOMPARE(first.seen.size(), 1);
    (void) kazoo(u"zk.set('/asked', b'newer')"_s);
    const ZnodeUndo second = asked(first);
    QCOMPARE(kazoo(u"print(zk.get('/asked')[0])"_s), u"b'newer'"_s);
    QVERIFY(run(m_here->editor.undo(second, this)));
    QCOMPARE(kazoo(u"print(zk.get('/asked')[0])"_s), u"b'before'"_s);

    (void) kazoo(u"zk.create('/back', b'before')"_s);
    const ZnodeUndo removal = removed(u"/back"_s);
    (void) kazoo(u"zk.create('/back', b'theirs')"_s);
    const ZnodeUndo shown = asked(removal);
    (void) kazoo(u"zk.set('/back', b'newer')"_s);
    const ZnodeUndo shownAgain = asked(shown);
    QCOMPARE(kazoo(u"print(zk.get('/back')[0])"_s), u"b'newer'"_s);
    QVERIFY(run(m_here->editor.undo(shownAgain, this)));
    QCOMPARE(kazoo(u"print(zk.get('/back')[0])"_s), u"b'before'"_s);
}

void TestEngineZnodeUndo::accessChangedByOthers()
{
    (void) kazoo(u"zk.create('/acl'); zk.create('/acl/a'); zk.create('/acl/b')"_s);
    const Acl wanted{{u"world"_s, u"anyone"_s, AclPermission::Read | AclPermission::Admin}};
    ZnodeChange *set = m_here->editor.setAcl(at(u"/acl"_s), wanted, 0, true, this);
    QVERIFY(run(set));
    (void) kazoo(u"zk.set_acls('/acl/a', [make_acl('world', 'anyone', admin=True)])"_s);
    const ZnodeUndo left = refused(set->undo(), {u"/acl/a"_s});
    QVERIFY(overwrite(left));
    QCOMPARE(kazoo(u"print([zk.get_acls(p)[0][0].perms for p in ('/acl', '/acl/a', '/acl/b')])"_s),
             u"[31, 31, 31]"_s);
}

/// Ours was of the one part, theirs of the other: both are kept, and nothing is asked.
void TestEngineZnodeUndo::theirChangeOfTheOtherPartStays()
{
    const QString state = u"print(zk.get('%1')[0], zk.get_acls('%1')[0][0].perms)"_s;
    (void) kazoo(u"zk.create('/value', b'before'); zk.create('/access', b'before')"_s);
    ZnodeChange *set = m_here->editor.set(at(u"/value"_s), "mine", 0, this);
    QVERIFY(run(set));
    (void) kazoo(u"zk.set_acls('/value', [make_acl('world', 'anyone', read=True, write=True)])"_s);
    QVERIFY(run(m_here->editor.undo(set->undo(), this)));
    QCOMPARE(kazoo(state.arg(u"/value"_s)), u"b'before' 3"_s);
    const Acl wanted{{u"world"_s, u"anyone"_s, AclPermission::Read | AclPermission::Admin}};
    ZnodeChange *setAcl = m_here->editor.setAcl(at(u"/access"_s), wanted, 0, false, this);
    (void) kazoo(u"zk.set('/access', b'theirs')"_s);
    QVERIFY(run(setAcl));
    QVERIFY(run(m_here->editor.undo(setAcl->undo(), this)));
    QCOMPARE(kazoo(state.arg(u"/access"_s)), u"b'theirs' 31"_s);
    // What we made, and others have closed since, is not deleted unasked.
    ZnodeChange *made = m_here->editor.create({at(u"/closed"_s), "mine", openAcl(), {}, {}, {}, {}}, this);
    QVERIFY(run(made));
    (void) kazoo(u"zk.set_acls('/closed', [make_acl('world', 'anyone', read=True)])"_s);
    QVERIFY(!refused(made->undo(), {u"/closed"_s}).isEmpty());
    QCOMPARE(kazoo(state.arg(u"/closed"_s)), u"b'mine' 1"_s);
}

void TestEngineZnodeUndo::importTakesBackItsOwnPart()
{
    const QString others = u"make_acl('world', 'anyone', read=True, write=True, admin=True)"_s;
    (void) kazoo(u"for n in ('from', 'to'):\n"
                 "    zk.create('/own-' + n)\n"
                 "    for c in ('value', 'access', 'both'): zk.create('/own-%s/%s' % (n, c), b'before')\n"
                 "zk.set('/own-from/value', b'new'); zk.set('/own-from/both', b'new')\n"
                 "for c in ('access', 'both'): zk.set_acls('/own-from/' + c, [%1])"_s.arg(others));
    ZnodeTransfer transfer(&m_here->connection, nullptr);
    ZnodeExport *dump = transfer.exportSubtree(at(u"/own-from"_s), this);
    QVERIFY(run(dump));
    ZnodeChange *import = transfer.import(dump->value(), at(u"/own-to"_s), ImportConflict::Overwrite, this);
    QVERIFY(run(import));
    const QString state = u"print([(zk.get(p)[0], zk.get_acls(p)[0][0].perms, zk.get(p)[1].version) "
                          "for p in ('/own-to/value', '/own-to/access', '/own-to/both')])"_s;
    // The import has written nothing but what differed.
    QCOMPARE(kazoo(state), u"[(b'new', 31, 1), (b'before', 19, 0), (b'new', 19, 1)]"_s);
    (void) kazoo(u"zk.set_acls('/own-to/value', [%1]); zk.set('/own-to/access', b'theirs')"_s.arg(others));
    ZnodeChange *undo = m_here->editor.undo(import->undo(), this);
    QVERIFY(run(undo));
    QCOMPARE(kazoo(state), u"[(b'before', 19, 2), (b'theirs', 31, 1), (b'before', 31, 2)]"_s);
    // The same part as ours: it is asked, and shown which.
    import = transfer.import(dump->value(), at(u"/own-to"_s), ImportConflict::Overwrite, this);
    QVERIFY(run(import));
    (void) kazoo(u"zk.set_acls('/own-to/both', [make_acl('world', 'anyone', all=True)])"_s);
    undo = m_here->editor.undo(import->undo(), this);
    QVERIFY(!run(undo));
    QCOMPARE(undo->clashes().size(), 1);
    QCOMPARE(undo->clashes().constFirst().path, at(u"/own-to/both"_s));
    QVERIFY(undo->clashes().constFirst().isAcl);
}

/// 3.8 shows "bob:x" to whoever may not change the list; written back, nobody would be bob any more.
void TestEngineZnodeUndo::hiddenHashes()
{
    (void) kazoo(u"acl = [make_digest_acl('bob', 'pw', all=True), make_acl('world', 'anyone', read=True)]\n"
                 "zk.create('/mask'); zk.create('/mask/in', b'v', acl=acl)"_s);
    ZnodeMeasure *measure = m_here->editor.measure(at(u"/mask"_s), this);
    QVERIFY(run(measure));
    QCOMPARE(measure->value().hidden, 1);
    ZnodeTransfer transfer(&m_here->connection, nullptr);
    ZnodeExport *dump = transfer.exportSubtree(at(u"/mask"_s), this);
    QVERIFY(run(dump));
    const QByteArray json = toJson(dump->value());
    QVERIFY2(json.contains("\"masked\":true"), json.constData());
    const Result<ZnodeDump> read = dumpFromJson(json);
    QVERIFY(read.has_value());
    // What is there already is the same as far as can be seen, and keeps its list.
    ImportComparison *compared = transfer.preview(*read, at(u"/mask"_s), this);
    QVERIFY(run(compared));
    QCOMPARE(compared->value().equal, 2);
    QCOMPARE(compared->value().losses.size(), 1);
    QVERIFY2(compared->value().losses.constFirst().contains(u"/mask/in"_s),
             qPrintable(compared->value().losses.constFirst()));
    (void) kazoo(u"zk.add_auth('digest', 'bob:pw'); zk.set('/mask/in', b'w')"_s);
    QVERIFY(run(transfer.import(*read, at(u"/mask"_s), ImportConflict::Skip, this)));
    QVERIFY(run(transfer.import(*read, at(u"/copy"_s), ImportConflict::Stop, this)));
    const ZnodeUndo undo = removed(u"/mask"_s);
    QCOMPARE(undo.losses.size(), 1);
    QVERIFY(run(m_here->editor.undo(undo, this)));
    const QString lists = u"zk.add_auth('digest', 'bob:pw')\n"
                          "print([(a.id.id, a.perms) for a in zk.get_acls('%1')[0]])"_s;
    QCOMPARE(kazoo(lists.arg(u"/mask/in"_s)), u"[('anyone', 1)]"_s);
    QCOMPARE(kazoo(lists.arg(u"/copy/in"_s)), u"[('anyone', 1)]"_s);
}

void TestEngineZnodeUndo::importStopsHalfWay()
{
    (void) kazoo(u"zk.create('/half'); zk.create('/half/free')\n"
                 "zk.create('/half/shut', b'', acl=[make_acl('world', 'anyone', read=True)])"_s);
    ZnodeDump dump;
    for (const QString &path : {u"/"_s, u"/free"_s, u"/free/a"_s, u"/shut"_s, u"/shut/b"_s}) {
        ZnodeRecord record;
        record.path = at(path);
        record.acl = openAcl();
        dump.records += record;
    }
    ZnodeTransfer transfer(&m_here->connection, nullptr);
    ZnodeChange *import = transfer.import(dump, at(u"/half"_s), ImportConflict::Skip, this);
    QVERIFY(!run(import));
    QCOMPARE(import->error().kind(), ErrorKind::NoAuth);
    QVERIFY2(import->error().message().startsWith(
                 u"The import stopped at /half/shut/b, with 1 znode(s) written."_s),
             qPrintable(import->error().message()));
    QVERIFY(run(m_here->editor.undo(import->undo(), this)));
    QCOMPARE(kazoo(u"print(zk.get_children('/half/free'))"_s), u"[]"_s);
}

void TestEngineZnodeUndo::importTellsNoneFromEmpty()
{
    (void) kazoo(u"zk.create('/none', None); zk.create('/none/full', b'x')\n"
                 "zk.create('/empty', b''); zk.create('/empty/full', b'y')"_s);
    ZnodeTransfer transfer(&m_here->connection, nullptr);
    ZnodeExport *dump = transfer.exportSubtree(at(u"/none"_s), this);
    QVERIFY(run(dump));
    ImportComparison *compared = transfer.preview(dump->value(), at(u"/empty"_s), this);
    QVERIFY(run(compared));
    QCOMPARE(compared->value().existing.size(), 2);
    QCOMPARE(compared->value().emptied, QSet<ZnodePath>{at(u"/empty"_s)});
}

QTEST_GUILESS_MAIN(TestEngineZnodeUndo)
#include "tst_engine_znodeundo.moc"
