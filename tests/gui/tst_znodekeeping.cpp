// SPDX-License-Identifier: GPL-3.0-or-later
// What comes back comes back as it was, or the person is asked: after a deletion by somebody else, after the
// end of one's own session, and by an Undo that meets what others have done meanwhile.
#include "ui/znodes/znodespage.h"

#include "fakes/fakezookeeper.h"
#include "gui/stage.h"
#include "gui/znodewindow.h"
#include "itemmodels/znodetreemodel.h"
#include "ui/look/labels.h"
#include "ui/znodes/changes/acldialog.h"
#include "ui/znodes/changes/acleditor.h"
#include "ui/znodes/changes/changenotice.h"
#include "ui/znodes/changes/createdialog.h"
#include "ui/znodes/changes/takebackdialog.h"
#include "ui/znodes/changes/znodechanger.h"
#include "ui/znodes/connection/znodesession.h"
#include "ui/znodes/finding/searchpanel.h"
#include "ui/znodes/historypanel.h"
#include "ui/znodes/text/texteditor.h"
#include "ui/znodes/treepane.h"
#include "ui/znodes/znodeactions.h"
#include "ui/znodes/znodetreeview.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTreeWidget>

#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

using Acls = QList<FakeZooKeeper::AclEntry>;

class TestZnodeKeeping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { withoutKeychain(); }
    void init();
    void cleanup();
    void createsAgainWithItsAccess();
    void asksWhereTheAccessIsNotKnown();
    void asksWhereHashesAreHidden();
    void createsAgainAnEphemeral();
    void saysThatTheSessionEnded();
    void tellsOfDeletionsAmongTheChanges();
    void comparesInOneForm();
    void nobodyDeletedWhatAnotherClusterLacks();
    void whatLastsStaysBesideWhatComes();
    void aWipeTellsOfWhatWasCreated();
    void noUndoOfALockOut();
    void accessListIsFollowed();
    void theirAccessListIsTaken();
    void refusedAccessListComesBack();
    void refusedAccessListIsReadItself();
    void lostAccessListMayBeThere_data();
    void lostAccessListMayBeThere();
    void cancelledAccessListComesBack();
    void accessListOfAFormerClusterStaysClosed();
    void accessListSaysThatSomethingRuns();
    void undoAsksBeforeItOverwrites();
    void undoOfACreationAsks();
    void undoComparesSeveral();
    void undoComparesAccessLists();
    void undoAsksWhereNothingIsToBeRead();
    void undoSaysWhatStandsInItsWay_data();
    void undoSaysWhatStandsInItsWay();
    void undoSaysWhatIsLeftWhereItAsks();
    void spacesAreSeenInWhatIsSaid();
    void newLinesEndAsTheOthers();
    void insertOvertypesNothing();
    void createsAnEmptyValue();
    void searchOfALongPathFits();
    void namesDeepInTheTreeAreSeen();

private:
    void open(const QString &path);
    void type(const QString &text)
    {
        field()->setFocus();
        QTest::keyClicks(field(), text);
    }
    template <typename T>
    T *child() const
    {
        return m_page->findChild<T *>();
    }
    [[nodiscard]] QWidget *field() const { return m_page->valueView()->editor()->field(); }
    /// Opens the dialog with what /b has.
    AclDialog *editAcl();
    /// The same, and takes a right from it.
    AclDialog *enterAcl();
    static void pressSet(const AclDialog &dialog)
    {
        QTest::mouseClick(findButton<QPushButton>(dialog, u"Set"_s), Qt::LeftButton);
    }
    /// As somebody else.
    void setAclMeanwhile(const Acl &acl);
    [[nodiscard]] QString aclNews() const
    {
        const auto *news = m_page->findChild<QLabel *>(u"aclNews"_s);
        return news && news->isVisible() ? news->text() : QString();
    }
    [[nodiscard]] QString said() const { return child<ChangeNotice>()->sentence(); }
    /// Deletes it as somebody else, then presses the button.
    void loseAndCreateAgain(const QString &path);
    /// What is asked now, answered by this button.
    QString answer(const QString &button);
    /// Null: an undo did not ask.
    TakeBackDialog *compared();
    void press(const QString &button);
    /// In the dialog, a column each; with the signs of their differences.
    [[nodiscard]] QStringList columns() const;
    [[nodiscard]] ZnodeRecord former(const QString &path, const QByteArray &value) const;

    std::unique_ptr<FakeZooKeeper> m_server;
    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<QMainWindow> m_window;
    ZnodesPage *m_page = nullptr;
};

void TestZnodeKeeping::init()
{
    m_server = serverWith({{u"/a"_s, "first"}, {u"/b"_s, "mine"}});
    m_stage = std::make_unique<Stage>();
    m_stage->addHealthy(ensembleAt({m_server->address()}));
    m_window = znodeWindow(m_stage->services);
    m_page = znodesPage(*m_window);
    QVERIFY(showActive(*m_window));
}

void TestZnodeKeeping::cleanup()
{
    m_window.reset();
    m_stage.reset();
    m_server.reset();
}

void TestZnodeKeeping::open(const QString &path)
{
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().connection().state(), ZnodeConnection::State::Connected,
                              patience);
    m_page->goTo(ZnodePath::trusted(path));
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path() && m_page->path()->text() == path, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->valueView()->base().has_value(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->asked(FakeZooKeeper::GetAcl, path) > 0, patience);
    if (!m_server->refusal)
        QTRY_VERIFY_WITH_TIMEOUT(knowsAcl(*m_page, path), patience);
}

void TestZnodeKeeping::loseAndCreateAgain(const QString &path)
{
    m_server->remove(path);
    QTRY_VERIFY_WITH_TIMEOUT(findButton<QPushButton>(*m_page, u"Create Again"_s), patience);
    QTest::mouseClick(findButton<QPushButton>(*m_page, u"Create Again"_s), Qt::LeftButton);
}

QString TestZnodeKeeping::answer(const QString &button)
{
    if (!QTest::qWaitFor([this] { return child<QMessageBox>() && child<QMessageBox>()->isVisible(); },
                         patience))
        return {};
    auto *box = child<QMessageBox>();
    const QString asked = box->text();
    QTest::mouseClick(findButton<QPushButton>(*box, button), Qt::LeftButton);
    return QTest::qWaitFor([this] { return !child<QMessageBox>(); }, patience) ? asked : QString();
}

void TestZnodeKeeping::createsAgainWithItsAccess()
{
    const Acls acl{{17, "world", "anyone"}, {31, "ip", "127.0.0.1"}};
    m_server->setAcl(u"/b"_s, acl);
    open(u"/b"_s);
    loseAndCreateAgain(u"/b"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->exists(u"/b"_s), patience);
    QCOMPARE(m_server->acl(u"/b"_s), acl);
    QCOMPARE(m_server->value(u"/b"_s), "mine"_ba);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->treePane()->view()->currentPath(), ZnodePath::trusted(u"/b"_s),
                              patience);
}

void TestZnodeKeeping::asksWhereTheAccessIsNotKnown()
{
    m_server->refusal = [](int type, const QString &) { return type == FakeZooKeeper::GetAcl ? -102 : 0; };
    open(u"/b"_s);
    loseAndCreateAgain(u"/b"_s);
    QVERIFY2(answer(u"Cancel"_s).contains(u"The access list that /b had is not known."_s), "asked");
    QVERIFY(!m_server->exists(u"/b"_s));
    QTest::mouseClick(findButton<QPushButton>(*m_page, u"Create Again"_s), Qt::LeftButton);
    QVERIFY(!answer(u"Create"_s).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(m_server->exists(u"/b"_s), patience);
}

void TestZnodeKeeping::asksWhereHashesAreHidden()
{
    m_server->setAcl(u"/b"_s, {{31, "digest", "bob:x"}, {1, "world", "anyone"}});
    open(u"/b"_s);
    loseAndCreateAgain(u"/b"_s);
    QVERIFY(answer(u"Create"_s).contains(u"hides password hashes"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_server->exists(u"/b"_s), patience);
    QCOMPARE(m_server->acl(u"/b"_s), (Acls{{1, "world", "anyone"}}));
}

void TestZnodeKeeping::createsAgainAnEphemeral()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().connection().state(), ZnodeConnection::State::Connected,
                              patience);
    const qint64 session = m_page->session().connection().sessionId();
    m_server->create(u"/lock"_s, "held", session);
    open(u"/lock"_s);
    loseAndCreateAgain(u"/lock"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->exists(u"/lock"_s), patience);
    QCOMPARE(m_server->owner(u"/lock"_s), session);
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"Created /lock as an ephemeral znode of this connection."_s, patience);
}

void TestZnodeKeeping::saysThatTheSessionEnded()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().connection().state(), ZnodeConnection::State::Connected,
                              patience);
    m_server->create(u"/lock"_s, "held", m_page->session().connection().sessionId());
    open(u"/lock"_s);
    loseAndCreateAgain(u"/lock"_s);
    QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(u"Created /lock"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!findButton<QPushButton>(*m_page, u"Create Again"_s), patience);
    QVERIFY(!m_page->session().lastChange().isEmpty());
    m_server->remove(u"/lock"_s);
    m_server->expireSessions();
    QTRY_VERIFY_WITH_TIMEOUT(
        readable(*m_page).contains(
            u"The session of this connection has ended, and its ephemeral znode /lock with it."_s),
        patience);
    const auto lasting = [this] { return child<ChangeNotice>()->lastingSentence(); };
    QTRY_VERIFY_WITH_TIMEOUT(lasting().startsWith(u"The session had expired"_s), patience);
    QVERIFY2(lasting().endsWith(u"/lock, which you created, is gone."_s), qPrintable(lasting()));
    QVERIFY(said().isEmpty());
    QVERIFY(m_page->session().lastChange().isEmpty());
    QVERIFY(!readable(*m_page).contains(u"by somebody else"_s));
}

/// There may have been no other ephemeral znode.
void TestZnodeKeeping::aWipeTellsOfWhatWasCreated()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().connection().state(), ZnodeConnection::State::Connected,
                              patience);
    m_server->create(u"/lock"_s, "held", m_page->session().connection().sessionId());
    open(u"/lock"_s);
    loseAndCreateAgain(u"/lock"_s);
    QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(u"Created /lock"_s), patience);
    m_server->wipe();
    const auto lasting = [this] { return child<ChangeNotice>()->lastingSentence(); };
    QTRY_VERIFY_WITH_TIMEOUT(lasting().startsWith(u"The cluster was made anew"_s), patience);
    QVERIFY2(lasting().endsWith(u"Everything was read again. /lock, which you created, is gone."_s),
             qPrintable(lasting()));
}

void TestZnodeKeeping::tellsOfDeletionsAmongTheChanges()
{
    open(u"/b"_s);
    const auto remarks = [this] {
        QStringList texts;
        const auto *list = child<HistoryPanel>()->findChild<QTreeWidget *>();
        for (int row = 0; row < list->topLevelItemCount(); ++row)
            texts += list->topLevelItem(row)->text(3);
        return texts;
    };
    QTRY_COMPARE_WITH_TIMEOUT(remarks(), QStringList{u"As it was when you opened it"_s}, patience);
    m_server->remove(u"/b"_s);
    QTRY_COMPARE_WITH_TIMEOUT(remarks().constFirst(), u"Deleted"_s, patience);
    QCOMPARE(remarks().size(), 2);
    m_server->create(u"/b"_s, "theirs");
    QTRY_COMPARE_WITH_TIMEOUT(remarks().constFirst(), u"Created again"_s, patience);
    QCOMPARE(remarks().size(), 3);
    QCOMPARE(child<HistoryPanel>()->count(), 2);
    // Compared with the last value, not with nothing; once it is looked at.
    QCOMPARE(child<HistoryPanel>()->findChild<TextEditor *>()->text(), QString());
    m_page->findChild<QTabWidget *>()->setCurrentWidget(child<HistoryPanel>());
    QCOMPARE(child<HistoryPanel>()->findChild<TextEditor *>()->text(), u"− mine\n+ theirs"_s);
}

/// Text beside hex would differ in every line.
void TestZnodeKeeping::comparesInOneForm()
{
    open(u"/b"_s);
    m_page->findChild<QTabWidget *>()->setCurrentWidget(child<HistoryPanel>());
    const auto *list = child<HistoryPanel>()->findChild<QTreeWidget *>();
    const auto difference = [this] { return child<HistoryPanel>()->findChild<TextEditor *>()->text(); };
    auto becomes = [&, versions = 1](const QByteArray &value) mutable {
        QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), versions, patience);
        m_server->set(u"/b"_s, value);
        ++versions;
        QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), versions, patience);
    };
    becomes(QByteArray::fromHex("6d696e6500ff"));
    QCOMPARE(difference(), u"− 6d 69 6e 65\n+ 6d 69 6e 65 00 ff"_s);
    becomes("[1,2]");
    QCOMPARE(difference(), u"− 6d 69 6e 65 00 ff\n+ 5b 31 2c 32 5d"_s);
    becomes("[1,3]");
    QCOMPARE(difference(), u"  [\n    1,\n−   2\n+   3\n  ]"_s);
    becomes("[1,3"); // cannot be laid out
    QCOMPARE(difference(), u"− [1,3]\n+ [1,3"_s);
    becomes("");
    QCOMPARE(difference(), u"− [1,3"_s);
    becomes("[1]");
    QCOMPARE(difference(), u"+ [\n+   1\n+ ]"_s);
}

/// It was wiped, and made anew behind the same address.
void TestZnodeKeeping::nobodyDeletedWhatAnotherClusterLacks()
{
    open(u"/b"_s);
    m_server->wipe();
    QTRY_VERIFY_WITH_TIMEOUT(readable(*m_page).contains(
                                 u"The cluster was made anew, without /b so far. This was its last value"_s),
                             patience);
    QVERIFY2(!readable(*m_page).contains(u"by somebody else"_s), qPrintable(readable(*m_page)));
    m_server->create(u"/b"_s, "new");
    QTRY_COMPARE_WITH_TIMEOUT(m_page->valueView()->editor()->text(), u"new"_s, patience);
    m_server->remove(u"/b"_s);
    QTRY_VERIFY_WITH_TIMEOUT(readable(*m_page).contains(u"/b was deleted by somebody else."_s), patience);
}

void TestZnodeKeeping::whatLastsStaysBesideWhatComes()
{
    auto *notice = child<ChangeNotice>();
    notice->showLasting(u"The first."_s);
    notice->showLasting(u"The second."_s);
    notice->showLasting(u"The second."_s);
    QCOMPARE(notice->lastingSentence(), u"The first.\nThe second."_s);
    QTest::mouseClick(findButton<QPushButton>(*notice, u"Dismiss"_s), Qt::LeftButton);
    notice->showLasting(u"The third."_s);
    QCOMPARE(notice->lastingSentence(), u"The third."_s);
    notice->showProgress(u"Counting."_s, 0, 0); // whose cluster goes
    notice->clear();
    notice->showLasting(u"The fourth."_s);
    QCOMPARE(notice->lastingSentence(), u"The fourth."_s);
}

void TestZnodeKeeping::noUndoOfALockOut()
{
    open(u"/b"_s);
    const auto set = [this](const Acl &acl) {
        child<ZnodeChanger>()->askForAcl(ZnodePath::trusted(u"/b"_s), {openAcl(), 0}, false);
        auto *dialog = child<AclDialog>();
        Q_EMIT dialog->wanted(acl, 0, false);
        dialog->reject();
    };
    set({{u"world"_s, u"anyone"_s, AclPermission::Read | AclPermission::Admin}});
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"Changed who may use /b."_s, patience);
    QVERIFY(findButton<QPushButton>(*child<ChangeNotice>(), u"Undo"_s));
    QVERIFY(m_page->actions().undo->isEnabled());
    QTRY_VERIFY(!child<AclDialog>());
    set(readOnlyAcl());
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acl(u"/b"_s), (Acls{{1, "world", "anyone"}}), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!findButton<QPushButton>(*child<ChangeNotice>(), u"Undo"_s), patience);
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"Changed who may use /b."_s, patience);
    QVERIFY(!m_page->actions().undo->isEnabled());
}

AclDialog *TestZnodeKeeping::editAcl()
{
    open(u"/b"_s);
    child<ZnodeChanger>()->askForAcl(ZnodePath::trusted(u"/b"_s), {openAcl(), 0}, false);
    return child<AclDialog>();
}

void TestZnodeKeeping::setAclMeanwhile(const Acl &acl)
{
    ZnodeChange *change =
        m_page->session().editor().setAcl(ZnodePath::trusted(u"/b"_s), acl, -1, false, this);
    change->start();
    QTRY_VERIFY_WITH_TIMEOUT(change->isFinished(), patience);
    QVERIFY2(change->succeeded(), qPrintable(change->error().toString()));
}

void TestZnodeKeeping::accessListIsFollowed()
{
    AclDialog *dialog = editAcl();
    QVERIFY(dialog);
    const auto *editor = dialog->findChild<AclEditor *>();
    const Acl theirs{{u"world"_s, u"anyone"_s, AclPermission::Read | AclPermission::Admin}};
    setAclMeanwhile(theirs);
    QTRY_COMPARE_WITH_TIMEOUT(editor->acl(), theirs, patience); // nothing was entered
    QCOMPARE(aclNews(), u"Somebody else changed this list meanwhile. Below it is as it is now."_s);
    auto *set = findButton<QPushButton>(*dialog, u"Set"_s);
    QVERIFY(!set->isEnabled());
    findButton<QCheckBox>(*dialog, u"Write"_s)->setChecked(true);
    const Acl mine = editor->acl();
    setAclMeanwhile(openAcl());
    QTRY_VERIFY2_WITH_TIMEOUT(aclNews().startsWith(u"Somebody else changed this list meanwhile. Set puts"_s),
                              qPrintable(aclNews()), patience);
    QVERIFY2(aclNews().endsWith(describe(openAcl().constFirst())), qPrintable(aclNews()));
    QCOMPARE(editor->acl(), mine);
    const QSignalSpy wanted(dialog, &AclDialog::wanted);
    QTest::mouseClick(set, Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.at(0).at(1).toInt(), 2); // over the one that was shown
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acl(u"/b"_s), (Acls{{19, "world", "anyone"}}), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!child<AclDialog>(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"Changed who may use /b."_s, patience);
}

void TestZnodeKeeping::theirAccessListIsTaken()
{
    AclDialog *dialog = editAcl();
    QVERIFY(dialog);
    const auto *editor = dialog->findChild<AclEditor *>();
    findButton<QCheckBox>(*dialog, u"Delete"_s)->setChecked(false);
    QVERIFY(!findButton<QPushButton>(*dialog, u"Take Theirs"_s));
    const Acl theirs{{u"world"_s, u"anyone"_s, AclPermission::Read | AclPermission::Admin}};
    setAclMeanwhile(theirs);
    QTRY_VERIFY_WITH_TIMEOUT(findButton<QPushButton>(*dialog, u"Take Theirs"_s), patience);
    QVERIFY(editor->acl() != theirs);
    QTest::mouseClick(findButton<QPushButton>(*dialog, u"Take Theirs"_s), Qt::LeftButton);
    QCOMPARE(editor->acl(), theirs);
    QVERIFY(!findButton<QPushButton>(*dialog, u"Set"_s)->isEnabled());
    QVERIFY(aclNews().isEmpty());
    dialog->reject();
}

void TestZnodeKeeping::refusedAccessListComesBack()
{
    AclDialog *dialog = editAcl();
    QVERIFY(dialog);
    const auto *editor = dialog->findChild<AclEditor *>();
    findButton<QCheckBox>(*dialog, u"Delete"_s)->setChecked(false);
    const Acl mine = editor->acl();
    m_server->refusal = [](int type, const QString &) { return type == FakeZooKeeper::SetAcl ? -103 : 0; };
    QTest::mouseClick(findButton<QPushButton>(*dialog, u"Set"_s), Qt::LeftButton);
    QTRY_VERIFY2_WITH_TIMEOUT(dialog->isVisible() && readable(*dialog).contains(
                                                         u"Somebody else changed the ACL of /b meanwhile."_s),
                              qPrintable(readable(*dialog)), patience);
    QCOMPARE(editor->acl(), mine);
    QVERIFY2(said().isEmpty(), qPrintable(said()));
    m_server->refusal = {};
    QTest::mouseClick(findButton<QPushButton>(*dialog, u"Set"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acl(u"/b"_s), (Acls{{23, "world", "anyone"}}), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!child<AclDialog>(), patience);
}

AclDialog *TestZnodeKeeping::enterAcl()
{
    AclDialog *dialog = editAcl();
    if (dialog)
        findButton<QCheckBox>(*dialog, u"Delete"_s)->setChecked(false);
    return dialog;
}

/// Also where the page shows another znode by then.
void TestZnodeKeeping::refusedAccessListIsReadItself()
{
    const AclDialog *dialog = enterAcl();
    QVERIFY(dialog);
    const auto *editor = dialog->findChild<AclEditor *>();
    const Acl mine = editor->acl();
    open(u"/a"_s);
    m_server->setAcl(u"/b"_s, {{17, "world", "anyone"}});
    m_server->refusal = [](int type, const QString &) { return type == FakeZooKeeper::SetAcl ? -103 : 0; };
    pressSet(*dialog);
    QTRY_VERIFY2_WITH_TIMEOUT(aclNews().startsWith(u"Somebody else changed this list meanwhile. Set puts"_s),
                              qPrintable(aclNews()), patience);
    QCOMPARE(editor->acl(), mine);
    m_server->refusal = {};
    pressSet(*dialog);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acl(u"/b"_s), (Acls{{23, "world", "anyone"}}), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!child<AclDialog>(), patience);
}

void TestZnodeKeeping::lostAccessListMayBeThere_data()
{
    QTest::addColumn<int>("from"); // requests of this type on there is no answer
    QTest::addColumn<bool>("cancelled");
    QTest::addColumn<bool>("unknown"); // whether it is there
    QTest::newRow("while it reads") << FakeZooKeeper::GetAcl << false << false;
    QTest::newRow("while it sets") << FakeZooKeeper::SetAcl << false << true;
    QTest::newRow("while it sets, cancelled") << FakeZooKeeper::SetAcl << true << true;
}

/// Only where nothing was sent it comes back as if nothing were changed.
void TestZnodeKeeping::lostAccessListMayBeThere()
{
    QFETCH(const int, from);
    QFETCH(const bool, cancelled);
    QFETCH(const bool, unknown);
    QVERIFY(enterAcl());
    const int before = m_server->asked(from, u"/b"_s);
    m_server->refusal = [this, from](int type, const QString &) {
        if (type == from)
            m_server->setHold(true);
        return 0;
    };
    pressSet(*child<AclDialog>());
    QTRY_VERIFY_WITH_TIMEOUT(m_server->asked(from, u"/b"_s) > before, patience);
    m_server->refusal = {};
    if (cancelled)
        Q_EMIT child<ChangeNotice>()->cancelWanted();
    m_server->setDown(true);
    if (unknown) {
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(u"Whether the request took effect is unknown"_s),
                                  qPrintable(said()), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!child<AclDialog>(), patience);
        return;
    }
    const auto asksAgain = [this] {
        const auto *dialog = child<AclDialog>();
        return dialog && readable(*dialog).contains(u"Nothing was changed."_s);
    };
    QTRY_VERIFY2_WITH_TIMEOUT(asksAgain(), qPrintable(said()), patience);
    QVERIFY2(said().isEmpty(), qPrintable(said()));
}

void TestZnodeKeeping::cancelledAccessListComesBack()
{
    const AclDialog *dialog = enterAcl();
    QVERIFY(dialog);
    const auto *editor = dialog->findChild<AclEditor *>();
    const Acl mine = editor->acl();
    const int before = m_server->asked(FakeZooKeeper::GetAcl, u"/b"_s);
    m_server->setHold(true);
    pressSet(*dialog);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->asked(FakeZooKeeper::GetAcl, u"/b"_s) > before, patience);
    QVERIFY(!dialog->isVisible());
    Q_EMIT child<ChangeNotice>()->cancelWanted();
    QTRY_VERIFY_WITH_TIMEOUT(child<AclDialog>() && child<AclDialog>()->isVisible(), patience);
    QCOMPARE(editor->acl(), mine);
    m_server->setHold(false);
    pressSet(*dialog);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acl(u"/b"_s), (Acls{{23, "world", "anyone"}}), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!child<AclDialog>(), patience);
}

/// What runs is cancelled then, too: that brings nothing back.
void TestZnodeKeeping::accessListOfAFormerClusterStaysClosed()
{
    QVERIFY(enterAcl());
    m_server->setHold(true);
    pressSet(*child<AclDialog>());
    child<ZnodeChanger>()->forget();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::MetaCall); // its end
    QVERIFY(!child<AclDialog>() || !child<AclDialog>()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!child<AclDialog>(), patience);
}

void TestZnodeKeeping::accessListSaysThatSomethingRuns()
{
    const AclDialog *dialog = enterAcl();
    QVERIFY(dialog);
    const auto *editor = dialog->findChild<AclEditor *>();
    const Acl mine = editor->acl();
    m_server->setHold(true);
    child<ZnodeChanger>()->save(ZnodePath::trusted(u"/b"_s), *m_page->valueView()->base(), "another");
    QVERIFY(child<ZnodeChanger>()->isBusy());
    pressSet(*dialog);
    QVERIFY2(readable(*dialog).contains(u"Something else is being changed here."_s),
             qPrintable(readable(*dialog)));
    QCOMPARE(editor->acl(), mine);
    m_server->setHold(false);
    QTRY_VERIFY_WITH_TIMEOUT(!child<ZnodeChanger>()->isBusy(), patience);
    pressSet(*dialog);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->acl(u"/b"_s), (Acls{{23, "world", "anyone"}}), patience);
}

TakeBackDialog *TestZnodeKeeping::compared()
{
    const auto isThere = [this] { return child<TakeBackDialog>() && child<TakeBackDialog>()->isVisible(); };
    return QTest::qWaitFor(isThere, patience) ? child<TakeBackDialog>() : nullptr;
}

void TestZnodeKeeping::press(const QString &button)
{
    QTest::mouseClick(findButton<QPushButton>(*child<TakeBackDialog>(), button), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!child<TakeBackDialog>(), patience);
}

QStringList TestZnodeKeeping::columns() const
{
    QStringList texts;
    const auto *across = child<TakeBackDialog>()->findChild<QSplitter *>();
    for (int column = 0; column < across->count(); ++column)
        texts += across->widget(column)->findChild<TextEditor *>()->text();
    return texts;
}

ZnodeRecord TestZnodeKeeping::former(const QString &path, const QByteArray &value) const
{
    ZnodeRecord record;
    record.path = ZnodePath::trusted(path);
    record.value = value;
    record.acl = {{u"digest"_s, u"bob:x"_s, allPermissions}}; // its hash is hidden: the undo leaves the list
    return record;
}

void TestZnodeKeeping::undoAsksBeforeItOverwrites()
{
    open(u"/b"_s);
    type(u"not "_s);
    QTest::keyClick(field(), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->value(u"/b"_s), "not mine"_ba, patience);
    QTRY_VERIFY_WITH_TIMEOUT(findButton<QPushButton>(*m_page, u"Undo"_s), patience);
    m_server->set(u"/b"_s, "theirs");
    QTest::mouseClick(findButton<QPushButton>(*m_page, u"Undo"_s), Qt::LeftButton);
    QVERIFY(compared());
    QCOMPARE(columns(), (QStringList{u"  theirs"_s, u"− theirs\n+ mine"_s}));
    const QString asked = readable(*child<TakeBackDialog>());
    QVERIFY2(asked.contains(u"meanwhile: /b."_s), qPrintable(asked));
    QVERIFY2(asked.contains(u"text, 6 byte(s))"_s) && asked.contains(u"With Undo (text, 4 byte(s))"_s),
             qPrintable(asked));
    press(u"Cancel"_s);
    QCOMPARE(m_server->value(u"/b"_s), "theirs"_ba);
    QVERIFY2(said().contains(u"Undo asks again"_s), qPrintable(said()));
    QTest::mouseClick(findButton<QPushButton>(*m_page, u"Undo"_s), Qt::LeftButton);
    QVERIFY(compared());
    press(u"Overwrite"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->value(u"/b"_s), "mine"_ba, patience);
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"The change of /b is taken back."_s, patience);
    QVERIFY(m_page->session().lastChange().isEmpty());
}

void TestZnodeKeeping::undoOfACreationAsks()
{
    open(u"/b"_s);
    loseAndCreateAgain(u"/b"_s);
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"Created /b."_s, patience);
    m_server->set(u"/b"_s, QByteArray::fromHex("00ff"));
    QTest::mouseClick(findButton<QPushButton>(*m_page, u"Undo"_s), Qt::LeftButton);
    QVERIFY(compared());
    QCOMPARE(columns().size(), 2);
    QCOMPARE(columns().first(), u"  00 ff"_s);
    const QString asked = readable(*child<TakeBackDialog>());
    QVERIFY2(asked.contains(u"/b"_s) && asked.contains(u"hex, 2 byte(s))"_s) &&
                 asked.contains(u"With Undo: the znode is deleted"_s),
             qPrintable(asked));
    press(u"Cancel"_s);
    QCOMPARE(m_server->value(u"/b"_s), QByteArray::fromHex("00ff"));
    QVERIFY(!m_page->session().lastChange().isEmpty());
}

/// The values of each that is named can be looked at.
void TestZnodeKeeping::undoComparesSeveral()
{
    open(u"/b"_s);
    ZnodeUndo undo;
    undo.what = ZnodeUndo::What::Imported;
    undo.records = {former(u"/a"_s, "old a"), former(u"/b"_s, "old b")};
    m_page->session().setLastChange(undo);
    m_server->set(u"/a"_s, "their a");
    m_server->set(u"/b"_s, "their b");
    m_page->findChild<ZnodeChanger *>()->undo();
    QVERIFY(compared());
    QCOMPARE(columns(), (QStringList{u"  their a"_s, u"− their a\n+ old a"_s}));
    auto *paths = child<TakeBackDialog>()->findChild<QComboBox *>();
    QVERIFY(paths);
    QCOMPARE(paths->count(), 2);
    paths->setFocus();
    QTest::keyClick(paths, Qt::Key_Down);
    QCOMPARE(paths->currentText(), u"/b"_s);
    QCOMPARE(columns(), (QStringList{u"  their b"_s, u"− their b\n+ old b"_s}));
    press(u"Overwrite"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->value(u"/a"_s), "old a"_ba, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->value(u"/b"_s), "old b"_ba, patience);
}

void TestZnodeKeeping::undoComparesAccessLists()
{
    m_server->setAcl(u"/b"_s, {{1, "world", "anyone"}});
    open(u"/b"_s);
    ZnodeUndo undo;
    undo.what = ZnodeUndo::What::AclSet;
    undo.about = ZnodePath::trusted(u"/b"_s);
    undo.records = {former(u"/b"_s, {})};
    undo.records.first().acl = openAcl();
    undo.records.first().version = 5; // of the list; it has another one now
    m_page->session().setLastChange(undo);
    m_page->findChild<ZnodeChanger *>()->undo();
    QVERIFY(compared());
    const QString now = describe({u"world"_s, u"anyone"_s, AclPermission::Read});
    const QString before = describe(openAcl().first());
    QCOMPARE(columns(), (QStringList{u"  "_s + now, u"− %1\n+ %2"_s.arg(now, before)}));
    press(u"Cancel"_s);
}

void TestZnodeKeeping::undoAsksWhereNothingIsToBeRead()
{
    open(u"/b"_s);
    ZnodeUndo undo;
    undo.what = ZnodeUndo::What::Set;
    undo.about = ZnodePath::trusted(u"/b"_s);
    undo.records = {former(u"/b"_s, "old b")};
    undo.expectedVersion = 7;
    m_page->session().setLastChange(undo);
    m_server->refusal = [](int type, const QString &) { return type == FakeZooKeeper::GetData ? -102 : 0; };
    m_page->findChild<ZnodeChanger *>()->undo();
    QVERIFY(compared());
    QVERIFY(columns().isEmpty());
    press(u"Overwrite"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->value(u"/b"_s), "old b"_ba, patience);
}

void TestZnodeKeeping::undoSaysWhatStandsInItsWay_data()
{
    QTest::addColumn<ZnodeUndo::What>("what");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("permissions"); // of everybody, in the list of /b
    QTest::addColumn<QString>("why");
    const ZnodeUndo::What acl = ZnodeUndo::What::AclSet, deleted = ZnodeUndo::What::Deleted;
    QTest::newRow("locked out") << acl << u"/b"_s << 1
                                << u"The access list of /b allows this to nobody, and nobody may change the "
                                   "list. It stays as it is, unless you sign in as the superuser of the "
                                   "servers."_s;
    QTest::newRow("not allowed below") << deleted << u"/b/c"_s << 17
                                       << u"The access list of /b allows this to nobody. Change the list, "
                                          "and undo again."_s;
    QTest::newRow("nothing to be below") << deleted << u"/gone/c"_s << 31
                                         << u"/gone does not exist any more. Create it again; then Undo can "
                                            "bring back what was below it."_s;
}

/// It does not promise that another try is enough.
void TestZnodeKeeping::undoSaysWhatStandsInItsWay()
{
    QFETCH(ZnodeUndo::What, what);
    QFETCH(QString, path);
    QFETCH(int, permissions);
    QFETCH(QString, why);
    open(u"/b"_s);
    m_server->setAcl(u"/b"_s, {{permissions, "world", "anyone"}});
    m_server->refusal = [](int type, const QString &asked) {
        const bool isChange =
            type == FakeZooKeeper::SetAcl || type == FakeZooKeeper::Create || type == FakeZooKeeper::CreateOp;
        return isChange && asked.startsWith("/b"_L1) ? -102 : 0;
    };
    ZnodeUndo undo;
    undo.what = what;
    undo.about = ZnodePath::trusted(path);
    undo.records = {former(path, "c")};
    undo.records.first().acl = openAcl();
    m_page->session().setLastChange(undo);
    child<ZnodeChanger>()->undo();
    const QString left = u" Nothing is taken back so far. Undo can do so only once that is different."_s;
    QTRY_COMPARE_WITH_TIMEOUT(said(), why + left, patience);
    QVERIFY(!m_page->session().lastChange().isEmpty());
}

/// "Everything else" would be more than what was done.
void TestZnodeKeeping::undoSaysWhatIsLeftWhereItAsks()
{
    m_server->create(u"/c"_s, "theirs");
    open(u"/b"_s);
    m_server->refusal = [](int type, const QString &asked) {
        return type == FakeZooKeeper::SetAcl && asked == "/b"_L1 ? -102 : 0;
    };
    ZnodeUndo undo;
    undo.what = ZnodeUndo::What::AclSet;
    undo.about = ZnodePath::trusted(u"/"_s);
    for (const QString &path : {u"/a"_s, u"/b"_s, u"/c"_s}) {
        undo.records += former(path, {});
        undo.records.last().acl = openAcl();
    }
    m_page->session().setLastChange(undo);
    child<ZnodeChanger>()->undo();
    QTRY_VERIFY2_WITH_TIMEOUT(
        said().endsWith(u"Not everything is taken back yet. Undo can go on only once that is different."_s),
        qPrintable(said()), patience);
    m_server->refusal = {};
    ZnodeUndo rest = m_page->session().lastChange();
    QCOMPARE(rest.records.size(), 2);
    rest.records.last().version = 5; // of the list; it has another one now
    m_page->session().setLastChange(rest);
    child<ZnodeChanger>()->undo();
    QVERIFY(compared());
    press(u"Cancel"_s);
    QVERIFY2(said().endsWith(u"Not everything is taken back yet. Undo asks again."_s), qPrintable(said()));
}

void TestZnodeKeeping::spacesAreSeenInWhatIsSaid()
{
    const QString path = u"/b/spaced "_s;
    m_server->create(path, "x");
    open(path);
    type(u"y"_s);
    QTest::keyClick(field(), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"Saved /b/spaced⟨U+0020⟩ as version 1."_s, patience);
    m_server->set(path, "theirs");
    child<ZnodeChanger>()->undo();
    QVERIFY(compared());
    const QString asked = readable(*child<TakeBackDialog>());
    QVERIFY2(asked.contains(u"meanwhile: /b/spaced⟨U+0020⟩."_s), qPrintable(asked));
    press(u"Cancel"_s);
    // What is said of a name that hides more is said once.
    m_server->create(u"/b\u202E "_s, "x");
    open(u"/b\u202E "_s);
    loseAndCreateAgain(u"/b\u202E "_s);
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"Created /b⟨U+202E⟩⟨U+0020⟩."_s, patience);
}

void TestZnodeKeeping::newLinesEndAsTheOthers()
{
    for (const QByteArray &end : {"\r\n"_ba, "\n"_ba, "\r"_ba}) {
        m_server->set(u"/b"_s, "one" + end + "two");
        open(u"/b"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->valueView()->base()->bytes == "one" + end + "two", patience);
        field()->setFocus();
        QTest::keyClick(field(), Qt::Key_End, Qt::ControlModifier);
        QTest::keyClick(field(), Qt::Key_Return);
        type(u"three"_s);
        QCOMPARE(m_page->valueView()->bytes().value_or(QByteArray()), "one" + end + "two" + end + "three");
        QTest::mouseClick(findButton<QPushButton>(*m_page->valueView(), u"Discard"_s), Qt::LeftButton);
    }
}

void TestZnodeKeeping::insertOvertypesNothing()
{
    open(u"/b"_s);
    field()->setFocus();
    QTest::keyClick(field(), Qt::Key_Insert);
    type(u"not "_s);
    QCOMPARE(m_page->valueView()->editor()->text(), u"not mine"_s);
}

void TestZnodeKeeping::createsAnEmptyValue()
{
    open(u"/a"_s);
    m_page->treePane()->view()->setFocus();
    QTest::keyClick(m_page->treePane()->view(), Qt::Key_Insert);
    QTRY_VERIFY_WITH_TIMEOUT(child<CreateDialog>(), patience);
    QVERIFY(QTest::qWaitForWindowActive(child<CreateDialog>()));
    QTRY_VERIFY(!child<CreateDialog>()->findChild<QLineEdit *>()->hasSelectedText());
    QTest::keyClicks(child<CreateDialog>()->findChild<QLineEdit *>(), u"empty"_s);
    QTest::mouseClick(findButton<QPushButton>(*child<CreateDialog>(), u"Create"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->exists(u"/a/empty"_s), patience);
    QVERIFY(!m_server->value(u"/a/empty"_s).isNull());
}

void TestZnodeKeeping::searchOfALongPathFits()
{
    const QString name(2'000, u'n');
    m_server->create(u'/' + name, "x");
    open(u'/' + name);
    QTest::keyClick(m_page->treePane()->view(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(child<SearchPanel>()->isVisible(), patience);
    QVERIFY2(m_page->minimumSizeHint().width() < 1'200,
             qPrintable(QString::number(m_page->minimumSizeHint().width())));
    QCOMPARE(child<SearchPanel>()->findChild<ElidedLabel *>()->accessibleName(),
             u"Search below /%1:"_s.arg(name));
}

void TestZnodeKeeping::namesDeepInTheTreeAreSeen()
{
    QString path;
    for (int depth = 0; depth < 60; ++depth) {
        path += u"/n%1"_s.arg(depth);
        m_server->create(path, "x");
    }
    open(path);
    ZnodeTreeView *view = m_page->treePane()->view();
    const auto seen = [view] {
        const QRect name = view->visualRect(view->currentIndex().siblingAtColumn(0));
        return name.left() >= 0 && name.left() + 60 < view->viewport()->width() && name.width() >= 60;
    };
    QTRY_VERIFY_WITH_TIMEOUT(view->currentPath() == ZnodePath::trusted(path) && seen(), patience);
    m_page->goTo(ZnodePath::trusted(u"/n0"_s));
    QTRY_VERIFY_WITH_TIMEOUT(view->currentPath() == ZnodePath::trusted(u"/n0"_s) && seen(), patience);
}

QTEST_MAIN(TestZnodeKeeping)
#include "tst_znodekeeping.moc"
