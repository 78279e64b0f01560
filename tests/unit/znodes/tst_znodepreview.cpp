// SPDX-License-Identifier: GPL-3.0-or-later
// Changes that rest on what was seen, or on what is not there: an import after its preview, a znode below a
// chroot that is missing.
#include "znodes/znodeconnection.h"
#include "znodes/znodeeditor.h"
#include "znodes/znodetransfer.h"

#include "fakes/znodetest.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

ZnodeDump dumpOf(std::initializer_list<std::pair<QString, QByteArray>> znodes)
{
    ZnodeDump dump;
    dump.exportedFrom = path(u"/from"_s);
    for (const auto &[relative, value] : znodes) {
        ZnodeRecord record;
        record.path = path(relative);
        record.value = value;
        record.acl = openAcl();
        dump.records += record;
    }
    return dump;
}

} // namespace

class TestZnodePreview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void overwritesWhatWasSeen();
    void leavesWhatChangedSince_data();
    void leavesWhatChangedSince();
    void leavesWhatChangesMeanwhile();
    void warnsOfListsThatLockOut();
    void namesWhoseListRefusesTheUndo();
    void namesTheListThatCannotBeChangedBack();
    void makesAMissingChroot();
    void saysThatTheChrootIsMissing();

private:
    void connectTo(const QString &chroot)
    {
        ZnodeTarget target;
        target.servers = m_server->address();
        target.chroot = chroot;
        target.sessionTimeout = 4s;
        m_connection->open(target);
    }
    static bool run(Operation *operation)
    {
        QSignalSpy finished(operation, &Operation::finished);
        operation->start();
        return (!finished.isEmpty() || finished.wait(patience)) && operation->succeeded();
    }
    [[nodiscard]] ImportPreview preview(const ZnodeDump &dump)
    {
        auto *comparison = ZnodeTransfer(m_connection.get(), nullptr).preview(dump, path(u"/to"_s), this);
        return run(comparison) ? comparison->value() : ImportPreview();
    }
    [[nodiscard]] ZnodeChange *import(const ZnodeDump &dump, const ImportPreview &seen)
    {
        return ZnodeTransfer(m_connection.get(), nullptr)
            .import(dump, path(u"/to"_s), ImportConflict::Overwrite, seen, this);
    }

    std::unique_ptr<Fake> m_server;
    std::unique_ptr<ZnodeConnection> m_connection;
};

void TestZnodePreview::init()
{
    m_server = std::make_unique<Fake>();
    for (const auto &[name, value] : {std::pair(u"/to"_s, "top"_ba), std::pair(u"/to/a"_s, "other"_ba),
                                      std::pair(u"/to/b"_s, "other"_ba), std::pair(u"/to/same"_s, "s"_ba)})
        m_server->create(name, value);
    m_connection = std::make_unique<ZnodeConnection>(nullptr);
    connectTo({});
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ZnodeConnection::State::Connected, patience);
}

void TestZnodePreview::cleanup()
{
    m_connection.reset();
    m_server.reset();
}

void TestZnodePreview::overwritesWhatWasSeen()
{
    const ZnodeDump dump =
        dumpOf({{u"/"_s, "top"}, {u"/a"_s, "mine"}, {u"/b"_s, "mine"}, {u"/same"_s, "s"}, {u"/n"_s, "n"}});
    const ImportPreview seen = preview(dump);
    QCOMPARE(seen.existing, (QList<ZnodePath>{path(u"/to/a"_s), path(u"/to/b"_s)}));
    ZnodeChange *change = import(dump, seen);
    QVERIFY2(run(change), qPrintable(change->error().message()));
    for (const QString &name : {u"/to/a"_s, u"/to/b"_s})
        QCOMPARE(m_server->value(name), "mine"_ba);
    QCOMPARE(m_server->value(u"/to/n"_s), "n"_ba);
}

void TestZnodePreview::leavesWhatChangedSince_data()
{
    QTest::addColumn<QString>("changed");
    QTest::addColumn<bool>("anew"); // with the same version
    QTest::newRow("shown as different") << u"/to/b"_s << false;
    QTest::newRow("shown as different, made anew") << u"/to/b"_s << true;
    QTest::newRow("counted as the same") << u"/to/same"_s << false;
    QTest::newRow("to be created") << u"/to/n"_s << true;
}

void TestZnodePreview::leavesWhatChangedSince()
{
    QFETCH(QString, changed);
    QFETCH(bool, anew);
    const ZnodeDump dump =
        dumpOf({{u"/"_s, "top"}, {u"/a"_s, "mine"}, {u"/b"_s, "mine"}, {u"/same"_s, "s"}, {u"/n"_s, "n"}});
    const ImportPreview seen = preview(dump);
    QCOMPARE(seen.existing.size(), 2);
    if (anew) {
        if (m_server->exists(changed))
            m_server->remove(changed);
        m_server->create(changed, "theirs");
    } else {
        m_server->set(changed, "theirs");
    }
    ZnodeChange *change = import(dump, seen);
    QVERIFY(!run(change));
    QCOMPARE(change->error().kind(), ErrorKind::VersionConflict);
    QVERIFY2(change->error().message().contains(u"left as they are: "_s + changed + u'.'),
             qPrintable(change->error().message()));
    QCOMPARE(m_server->value(changed), "theirs"_ba);
    QCOMPARE(m_server->value(u"/to/a"_s), "mine"_ba);
    // What was written can be taken back.
    ZnodeChange *undo = ZnodeEditor(m_connection.get(), nullptr).undo(change->undo(), this);
    QVERIFY2(run(undo), qPrintable(undo->error().message()));
    QCOMPARE(m_server->value(u"/to/a"_s), "other"_ba);
    QCOMPARE(m_server->value(changed), "theirs"_ba);
}

/// Between the import's own reading and its writing.
void TestZnodePreview::leavesWhatChangesMeanwhile()
{
    const ZnodeDump dump = dumpOf({{u"/"_s, "top"}, {u"/a"_s, "mine"}, {u"/b"_s, "mine"}});
    const ImportPreview seen = preview(dump);
    m_server->refusal = [this](int type, const QString &name) {
        if (type == Fake::SetData && name == u"/to/b"_s && m_server->value(name) == "other")
            m_server->set(name, "theirs");
        return 0;
    };
    ZnodeChange *change = import(dump, seen);
    QVERIFY(!run(change));
    QVERIFY2(change->error().message().contains(u"/to/b"_s), qPrintable(change->error().message()));
    QCOMPARE(m_server->value(u"/to/b"_s), "theirs"_ba);
    QCOMPARE(m_server->value(u"/to/a"_s), "mine"_ba);
}

void TestZnodePreview::warnsOfListsThatLockOut()
{
    ZnodeDump dump = dumpOf({{u"/"_s, "top"},
                             {u"/a"_s, "mine"},
                             {u"/open"_s, ""},
                             {u"/open/below"_s, ""},
                             {u"/fixed"_s, ""},
                             {u"/fixed/below"_s, ""},
                             {u"/kept"_s, ""},
                             {u"/kept/below"_s, ""},
                             {u"/a/new"_s, ""}});
    dump.records[1].acl = dump.records[4].acl = readOnlyAcl();
    dump.records[6].acl = {{u"world"_s, u"anyone"_s, AclPermission::Read | AclPermission::Admin}};
    const ImportPreview seen = preview(dump);
    QCOMPARE(seen.locked, (QList<ZnodePath>{path(u"/to/a"_s), path(u"/to/fixed"_s)}));
    QCOMPARE(seen.barred, (QList<ZnodePath>{path(u"/to/a"_s), path(u"/to/fixed"_s), path(u"/to/kept"_s)}));
    const QStringList losses = lossesOf(seen, ImportConflict::Overwrite);
    QCOMPARE(losses.size(), 2);
    QVERIFY2(losses.at(0).contains(u"the superuser of the servers. The first is /to/a."_s),
             qPrintable(losses.at(0)));
    QVERIFY2(losses.at(1).contains(u"Undo cannot take the import back"_s) &&
                 losses.at(1).endsWith(u"The first is /to/a."_s),
             qPrintable(losses.at(1)));
    const QStringList skipped = lossesOf(seen, ImportConflict::Skip); // what is there stays as it is
    QVERIFY(skipped.at(0).endsWith(u"The first is /to/fixed."_s));
    QVERIFY(skipped.at(1).endsWith(u"The first is /to/fixed."_s));
    QVERIFY(lossesOf(preview(dumpOf({{u"/"_s, "x"}, {u"/n"_s, ""}})), ImportConflict::Overwrite).isEmpty());
}

void TestZnodePreview::namesWhoseListRefusesTheUndo()
{
    ZnodeDump dump = dumpOf({{u"/"_s, "top"}, {u"/fixed"_s, ""}, {u"/fixed/below"_s, ""}});
    dump.records[1].acl = readOnlyAcl();
    ZnodeChange *change = import(dump, preview(dump));
    QVERIFY2(run(change), qPrintable(change->error().message()));
    QCOMPARE(m_server->acl(u"/to/fixed"_s).constFirst().permissions, 1);
    m_server->refusal = [](int type, const QString &asked) {
        if (type != 2)
            return 0;
        return asked == "/to/fixed/below"_L1 ? -102 : asked == "/to/fixed"_L1 ? -111 : 0;
    };
    ZnodeChange *undo = ZnodeEditor(m_connection.get(), nullptr).undo(change->undo(), this);
    QVERIFY(!run(undo));
    QCOMPARE(undo->error().kind(), ErrorKind::NoAuth);
    QCOMPARE(undo->error().message(),
             u"The access list of /to/fixed allows this to nobody, and nobody may change the list. It stays "
             "as it is, unless you sign in as the superuser of the servers."_s);
    QVERIFY(!undo->undo().isEmpty());
    m_server->setAcl(u"/to/fixed"_s, {{1, "world", "anyone"}, {31, "digest", "u:x"}});
    undo = ZnodeEditor(m_connection.get(), nullptr).undo(change->undo(), this);
    QVERIFY(!run(undo));
    QCOMPARE(undo->error().message(), u"The access list of /to/fixed does not allow this. Sign in with "
                                      "credentials that it allows."_s);
    m_server->setAcl(u"/to/fixed"_s, {{17, "world", "anyone"}});
    undo = ZnodeEditor(m_connection.get(), nullptr).undo(change->undo(), this);
    QVERIFY(!run(undo));
    QCOMPARE(undo->error().message(),
             u"The access list of /to/fixed allows this to nobody. Change the list, and undo again."_s);
}

/// Its value comes back, its access list does not.
void TestZnodePreview::namesTheListThatCannotBeChangedBack()
{
    ZnodeDump dump = dumpOf({{u"/"_s, "top"}, {u"/a"_s, "mine"}});
    dump.records[1].acl = {
        {u"world"_s, u"anyone"_s,
         AclPermission::Read | AclPermission::Write | AclPermission::Create | AclPermission::Delete}};
    ZnodeChange *change = import(dump, preview(dump));
    QVERIFY2(run(change), qPrintable(change->error().message()));
    m_server->refusal = [](int type, const QString &asked) {
        return type == Fake::SetAcl && asked == "/to/a"_L1 ? -102 : 0;
    };
    ZnodeChange *undo = ZnodeEditor(m_connection.get(), nullptr).undo(change->undo(), this);
    QVERIFY(!run(undo));
    QCOMPARE(undo->error().message(),
             u"The access list of /to/a allows this to nobody, and nobody may change the list. It stays "
             "as it is, unless you sign in as the superuser of the servers."_s);
}

void TestZnodePreview::makesAMissingChroot()
{
    connectTo(u"/no/where"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ZnodeConnection::State::Connected, patience);
    ZnodeSpec spec;
    spec.path = path(u"/x/y"_s);
    spec.value = "v";
    spec.withParents = true;
    ZnodeChange *change = ZnodeEditor(m_connection.get(), nullptr).create(spec, this);
    QVERIFY2(run(change), qPrintable(change->error().message()));
    QCOMPARE(m_server->value(u"/no/where/x/y"_s), "v"_ba);
    ZnodeChange *undo = ZnodeEditor(m_connection.get(), nullptr).undo(change->undo(), this);
    QVERIFY2(run(undo), qPrintable(undo->error().message()));
    QVERIFY(!m_server->exists(u"/no/where/x"_s));
}

void TestZnodePreview::saysThatTheChrootIsMissing()
{
    connectTo(u"/no/where"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_connection->state(), ZnodeConnection::State::Connected, patience);
    ZnodeSpec spec;
    spec.path = path(u"/x"_s);
    ZnodeChange *change = ZnodeEditor(m_connection.get(), nullptr).create(spec, this);
    QVERIFY(!run(change));
    QVERIFY2(change->error().message().startsWith(u"The chroot /no/where does not exist."_s),
             qPrintable(change->error().message()));
    QVERIFY(!m_server->exists(u"/no"_s));
}

QTEST_GUILESS_MAIN(TestZnodePreview)
#include "tst_znodepreview.moc"
