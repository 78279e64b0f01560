// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/acl.h"
#include "znodes/znodeeditor.h"
#include "znodes/znodepath.h"
#include "znodes/znodestat.h"

#include <QtCore/QLocale>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestZnodeValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parse_data();
    void parse();
    void paths();
    void protectedPaths();
    void legiblePaths_data();
    void legiblePaths();
    void legibleNames_data();
    void legibleNames();
    void cleansWhatIsTyped_data();
    void cleansWhatIsTyped();
    void kinds_data();
    void kinds();
    void zxids();
    void digest();
    void words_data();
    void words();
    void hiddenHashes();
    void packetLimits_data();
    void packetLimits();
    void checkedAcl_data();
    void checkedAcl();
};

void TestZnodeValues::parse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("root") << u"/"_s << true;
    QTest::newRow("one") << u"/a"_s << true;
    QTest::newRow("spaces and dots") << u"/a b/..c/.../d.e"_s << true;
    QTest::newRow("Chinese") << u"/配置"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("relative") << u"a/b"_s << false;
    QTest::newRow("trailing slash") << u"/a/"_s << false;
    QTest::newRow("two slashes") << u"/a//b"_s << false;
    QTest::newRow("dot") << u"/a/./b"_s << false;
    QTest::newRow("dots") << u"/a/.."_s << false;
    QTest::newRow("NUL") << QString(u"/a"_s + QChar(u'\0')) << false;
    QTest::newRow("line break") << u"/a\nb"_s << false;
    QTest::newRow("control of Latin-1") << u"/a\x85"_s << false;
    QTest::newRow("emoji") << u"/\U0001F600"_s << false;
    QTest::newRow("private use") << u"/\uE000"_s << false;
    QTest::newRow("last of the plane") << u"/\uFFFD"_s << false;
}

void TestZnodeValues::parse()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    const Result<ZnodePath> path = ZnodePath::parse(text);
    QCOMPARE(path.has_value(), good);
    if (good) {
        QCOMPARE(path->text(), text);
    } else {
        QCOMPARE(path.error().kind(), ErrorKind::InvalidInput);
        QVERIFY(path.error().message().endsWith(u'.'));
    }
}

void TestZnodeValues::paths()
{
    const ZnodePath root;
    const ZnodePath a = root.child(u"a"_s);
    const ZnodePath b = a.child(u"b"_s);
    QCOMPARE(b.text(), u"/a/b"_s);
    QCOMPARE(b.name(), u"b"_s);
    QCOMPARE(root.name(), u"/"_s);
    QCOMPARE(b.parent(), a);
    QCOMPARE(a.parent(), root);
    QCOMPARE(root.parent(), root);
    QCOMPARE(b.depth(), 2);
    QCOMPARE(root.depth(), 0);
    QCOMPARE(b.components(), (QStringList{u"a"_s, u"b"_s}));
    QVERIFY(root.components().isEmpty());
    QVERIFY(b.isAtOrBelow(root) && b.isAtOrBelow(a) && b.isAtOrBelow(b));
    QVERIFY(!a.isAtOrBelow(b));
    QVERIFY(!ZnodePath::parse(u"/ab"_s)->isAtOrBelow(a));
}

void TestZnodeValues::protectedPaths()
{
    QVERIFY(ZnodePath().isProtected());
    QVERIFY(ZnodePath().isProtected(true));
    QVERIFY(ZnodePath::parse(u"/zookeeper/quota"_s)->isProtected());
    QVERIFY(!ZnodePath::parse(u"/zookeeper"_s)->isProtected(true));
    QVERIFY(!ZnodePath::parse(u"/zookeepers"_s)->isProtected());
}

void TestZnodeValues::legiblePaths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"/zwölf/配置 1"_s << u"/zwölf/配置 1"_s;
    QTest::newRow("turned") << u"/a\u202Etxt.exe"_s << u"/a⟨U+202E⟩txt.exe"_s;
    QTest::newRow("not seen") << u"/a\u200Bb\u2028"_s << u"/a⟨U+200B⟩b⟨U+2028⟩"_s;
    QTest::newRow("like our sign") << u"/⟨U+202E⟩"_s << u"/⟨U+27E8⟩U+202E⟩"_s;
    QTest::newRow("of another plane") << u"/a\U000E0041b\U0001F600"_s << u"/a⟨U+E0041⟩b\U0001F600"_s;
    QTest::newRow("brackets") << u"/⟨x⟩"_s << u"/⟨x⟩"_s;
}

void TestZnodeValues::legiblePaths()
{
    QFETCH(QString, path);
    QFETCH(QString, shown);
    QCOMPARE(legible(path), shown);
    QCOMPARE(fromLegible(shown), path);
    QCOMPARE(fromLegible(u"/⟨U+0041⟩"_s), u"/⟨U+0041⟩"_s); // not one of ours
    // A sentence has such names already, and maybe others.
    QCOMPARE(legibleSentence(u"Created %1."_s.arg(shown)), u"Created %1."_s.arg(shown));
    QCOMPARE(legibleSentence(u"a\u202Eb"_s), u"a⟨U+202E⟩b"_s);
}

void TestZnodeValues::legibleNames_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"/zwölf/配置 1"_s << u"/zwölf/配置 1"_s;
    QTest::newRow("behind") << u"/app/with space "_s << u"/app/with space⟨U+0020⟩"_s;
    QTest::newRow("a name alone") << u" a b  "_s << u"⟨U+0020⟩a b⟨U+0020⟩⟨U+0020⟩"_s;
    QTest::newRow("on the way") << u"/ a /b"_s << u"/⟨U+0020⟩a⟨U+0020⟩/b"_s;
    QTest::newRow("nothing else") << u"/ "_s << u"/⟨U+0020⟩"_s;
    QTest::newRow("wide") << u"/a\u3000"_s << u"/a⟨U+3000⟩"_s;
    QTest::newRow("turned") << u"/a\u202Eb "_s << u"/a⟨U+202E⟩b⟨U+0020⟩"_s;
    QTest::newRow("like our sign") << u"/⟨U+0020⟩"_s << u"/⟨U+27E8⟩U+0020⟩"_s;
}

void TestZnodeValues::legibleNames()
{
    QFETCH(QString, path);
    QFETCH(QString, shown);
    QCOMPARE(legibleName(path), shown);
    QCOMPARE(fromLegible(shown), path);
}

void TestZnodeValues::cleansWhatIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    QTest::newRow("plain") << u"/a b"_s << u"/a b"_s;
    QTest::newRow("a space that is of the name") << u"/a "_s << u"/a "_s;
    QTest::newRow("end of line") << u"/a \r\n"_s << u"/a "_s;
    QTest::newRow("before the path") << u" \n /a"_s << u"/a"_s;
    QTest::newRow("before a name") << u" a"_s << u" a"_s;
    QTest::newRow("nothing") << u"  "_s << QString();
}

void TestZnodeValues::cleansWhatIsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, meant);
    QCOMPARE(ZnodePath::cleaned(typed), meant);
}

void TestZnodeValues::kinds_data()
{
    QTest::addColumn<quint64>("owner");
    QTest::addColumn<ZnodeKind>("kind");
    QTest::addColumn<qint64>("ttl");
    QTest::newRow("persistent") << quint64(0) << ZnodeKind::Persistent << qint64(0);
    QTest::newRow("ephemeral") << quint64(0x100000a5b6c70001) << ZnodeKind::Ephemeral << qint64(0);
    QTest::newRow("ephemeral of server 200")
        << quint64(0xc80000a5b6c70001) << ZnodeKind::Ephemeral << qint64(0);
    QTest::newRow("container") << quint64(0x8000000000000000) << ZnodeKind::Container << qint64(0);
    QTest::newRow("ttl") << quint64(0xff000000000003e8) << ZnodeKind::Ttl << qint64(1000);
    QTest::newRow("longest ttl") << quint64(0xff0000ffffffffff) << ZnodeKind::Ttl << qint64(1099511627775);
}

void TestZnodeValues::kinds()
{
    QFETCH(quint64, owner);
    QFETCH(ZnodeKind, kind);
    QFETCH(qint64, ttl);
    ZnodeStat stat;
    stat.ephemeralOwner = static_cast<qint64>(owner);
    QCOMPARE(stat.kind(), kind);
    QCOMPARE(stat.ttlMilliseconds(), ttl);
    QCOMPARE(stat.ownerSession() != 0, kind == ZnodeKind::Ephemeral);
}

void TestZnodeValues::zxids()
{
    constexpr qint64 zxid = 0x1200000abcLL;
    QCOMPARE(hexText(zxid), u"0x1200000abc"_s);
    QCOMPARE(hexText(-1), u"0xffffffffffffffff"_s);
    QCOMPARE(zxidEpoch(zxid), 0x12U);
    QCOMPARE(zxidCounter(zxid), 0xabcU);
    ZnodeStat stat;
    stat.ctime = 1'700'000'000'123;
    QCOMPARE(stat.created().toString(Qt::ISODateWithMs), u"2023-11-14T22:13:20.123Z"_s);
}

/// The hash of `zkServer.sh`'s documentation: super:admin.
void TestZnodeValues::digest()
{
    QCOMPARE(digestId(u"super"_s, u"admin"_s), u"super:xQJmxLMiHGwaqBvst5y6rkB6HQs="_s);
    QVERIFY(checkAcl({{u"digest"_s, digestId(u"a"_s, u"ü"_s), AclPermission::Read}}).has_value());
}

void TestZnodeValues::words_data()
{
    QTest::addColumn<AclEntry>("entry");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("all") << openAcl().first() << u"Everybody may do everything."_s;
    QTest::newRow("hidden hash") << AclEntry{u"digest"_s, u"bob:x"_s, AclPermission::Read}
                                 << u"The user “bob” (the server hides the hash) may read."_s;
    QTest::newRow("read") << readOnlyAcl().first() << u"Everybody may read."_s;
    QTest::newRow("auth") << creatorAcl().first()
                          << u"Whoever this connection signed in as may do everything."_s;
    QTest::newRow("digest") << AclEntry{u"digest"_s, u"bob:aGFzaA=="_s,
                                        AclPermission::Read | AclPermission::Write}
                            << u"The user “bob” may read and write."_s;
    QTest::newRow("ip") << AclEntry{u"ip"_s, u"10.0.0.0/8"_s, AclPermission::Create}
                        << u"Clients from 10.0.0.0/8 may add children."_s;
    QTest::newRow("unknown") << AclEntry{u"sasl"_s, u"kafka"_s, AclPermission::Admin}
                             << u"“kafka” by the scheme “sasl” may change the access list."_s;
    QTest::newRow("nothing") << AclEntry{u"ip"_s, u"10.0.0.1"_s, {}} << u"This entry allows nothing."_s;
}

void TestZnodeValues::words()
{
    QFETCH(AclEntry, entry);
    QFETCH(QString, sentence);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(describe(entry), sentence);
}

void TestZnodeValues::checkedAcl_data()
{
    QTest::addColumn<Acl>("acl");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, const AclEntry &entry, bool good) {
        QTest::newRow(name) << Acl{entry} << good;
    };
    QTest::newRow("empty") << Acl{} << false;
    row("open", openAcl().first(), true);
    row("no permission", {u"world"_s, u"anyone"_s, {}}, false);
    row("no scheme", {{}, u"x"_s, AclPermission::Read}, false);
    row("world's other", {u"world"_s, u"bob"_s, AclPermission::Read}, false);
    row("digest in clear", {u"digest"_s, u"bob:secret"_s, AclPermission::Read}, false);
    row("digest without user", {u"digest"_s, u":xQJmxLMiHGwaqBvst5y6rkB6HQs="_s, AclPermission::Read}, false);
    row("address", {u"ip"_s, u"10.0.0.1"_s, AclPermission::Read}, true);
    row("range", {u"ip"_s, u"10.0.0.0/8"_s, AclPermission::Read}, true);
    row("IPv6", {u"ip"_s, u"2001:db8::/32"_s, AclPermission::Read}, true);
    row("range too wide", {u"ip"_s, u"10.0.0.0/33"_s, AclPermission::Read}, false);
    row("no address", {u"ip"_s, u"10.0.0"_s, AclPermission::Read}, false);
    row("too large", {u"ip"_s, u"10.0.0.256"_s, AclPermission::Read}, false);
    row("unknown scheme", {u"sasl"_s, u"kafka"_s, AclPermission::Read}, true);
}

void TestZnodeValues::checkedAcl()
{
    QFETCH(Acl, acl);
    QFETCH(bool, good);
    QCOMPARE(checkAcl(acl).has_value(), good);
}

/// Servers since 3.8 show "x" for the hash to whoever may not change the list.
void TestZnodeValues::hiddenHashes()
{
    const AclEntry hidden{u"digest"_s, u"bob:x"_s, allPermissions};
    const AclEntry seen{u"digest"_s, digestId(u"bob"_s, u"pw"_s), allPermissions};
    const AclEntry ann{u"digest"_s, digestId(u"ann"_s, u"pw"_s), allPermissions};
    const AclEntry world{u"world"_s, u"anyone"_s, AclPermission::Read};
    QVERIFY(isHashHidden(hidden));
    for (const AclEntry &entry : {seen, world, AclEntry{u"sasl"_s, u"bob:x"_s, allPermissions}})
        QVERIFY(!isHashHidden(entry));
    QVERIFY(hasHiddenHash({world, hidden}));
    QCOMPARE(withoutHidden({hidden, world}, true), Acl{world});
    QCOMPARE(withoutHidden({hidden}, true), creatorAcl());
    QCOMPARE(withoutHidden({hidden}, false), readOnlyAcl());
    QVERIFY(isSameAcl({hidden, world}, {seen, world}));
    QVERIFY(!isSameAcl({hidden, world}, {ann, world}));
    QVERIFY(!isSameAcl({seen}, {ann}));
    QVERIFY(!isSameAcl({seen, world}, {seen}));
    QVERIFY(!checkAcl({hidden})); // it would lock everybody out
}

void TestZnodeValues::packetLimits_data()
{
    QTest::addColumn<QString>("flags");
    QTest::addColumn<qint64>("limit");
    const auto row = [](const char *name, const QString &flags, qint64 limit) {
        QTest::newRow(name) << flags << limit;
    };
    row("none", {}, 0xfffff);
    row("others", u"-Xmx256m -Dx=y"_s, 0xfffff);
    row("decimal", u"-Xmx256m  -Djute.maxbuffer=4194304 -Dx=y"_s, 4194304);
    row("hexadecimal", u"-Djute.maxbuffer=0x1fffff"_s, 0x1fffff);
    row("Java's other hexadecimal", u"-Djute.maxbuffer=#1fffff"_s, 0x1fffff);
    row("octal", u"-Djute.maxbuffer=04000000"_s, 1048576);
    row("the last counts", u"-Djute.maxbuffer=5 -Djute.maxbuffer=6000"_s, 6000);
    row("not a number", u"-Djute.maxbuffer=4m"_s, 0xfffff);
    row("too large for Java", u"-Djute.maxbuffer=4294967296"_s, 0xfffff);
    row("another option", u"-Djute.maxbufferx=5 -Dzookeeper.jute.maxbuffer=5"_s, 0xfffff);
}

void TestZnodeValues::packetLimits()
{
    QFETCH(const QString, flags);
    QFETCH(const qint64, limit);
    QCOMPARE(packetLimitOf(flags), limit);
}

QTEST_GUILESS_MAIN(TestZnodeValues)
#include "tst_znodevalues.moc"
