// SPDX-License-Identifier: GPL-3.0-or-later
// What a connection carries with it (ephemeral znodes, sign-ins, Undo, unsaved text), and what is asked and
// said before any of it goes; on a server that only pretends.
#include "ui/znodes/znodespage.h"

#include "clusters/operationtask.h"
#include "fakes/fakeoperation.h"
#include "fakes/fakezookeeper.h"
#include "gui/stage.h"
#include "gui/znodewindow.h"
#include "itemmodels/znodetreemodel.h"
#include "ui/mainwindow.h"
#include "ui/overview/lifecycle.h"
#include "ui/znodes/aclpanel.h"
#include "ui/znodes/changes/acldialog.h"
#include "ui/znodes/changes/acleditor.h"
#include "ui/znodes/changes/changenotice.h"
#include "ui/znodes/changes/createdialog.h"
#include "ui/znodes/connection/connectiondialog.h"
#include "ui/znodes/connection/connectionhint.h"
#include "ui/znodes/connection/connectionline.h"
#include "ui/znodes/draftbutton.h"
#include "ui/znodes/finding/pathbar.h"
#include "ui/znodes/text/texteditor.h"
#include "ui/znodes/treepane.h"
#include "ui/znodes/znodeactions.h"
#include "ui/znodes/znodetreeview.h"

#include <qt6keychain/keychain.h>

#include <QtCore/QTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeWidget>

#include <algorithm>
#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

ZnodePath at(const QString &path)
{
    return ZnodePath::trusted(path);
}

bool wasSaid(const QSignalSpy &said, const QString &beginning)
{
    return std::any_of(said.cbegin(), said.cend(), [&beginning](const QVariantList &words) {
        return words.constFirst().toString().startsWith(beginning);
    });
}

} // namespace

class TestZnodeSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void asksBeforeEphemeralsGo();
    void asksBeforeAnotherMember();
    void asksBeforeItsOnlyServerGoes();
    void newMembersEndNoSession();
    void ephemeralsOutliveALookElsewhere();
    void ephemeralsOutliveTheSession();
    void ephemeralsEndWithTheirCluster();
    void quittingAsksFirst();
    void signsInWithoutANewSession();
    void everythingOutlivesTheWindow();
    void otherClustersOnTheWayCostNothing();
    void offersToCreateAMissingChroot();
    void makesAMissingChrootWithAZnode();
    void leavesAMissingChroot();
    void nothingIsLeftOfAnotherRoot();
    void readOnlyTakesNothingBack();
    void saysWhenNothingIsTakenBack();
    void offersToStartWhatDoesNotRun();
    void readsNothingWhereNothingRuns();
    void reachesTheTextOfWhatIsGone();
    void saysWhatTheKeychainDid_data();
    void saysWhatTheKeychainDid();
    void asksBeforeOneLocksOneselfOut_data();
    void asksBeforeOneLocksOneselfOut();
    void setsOnlyAListThatDiffers();
    void showsUserAndHashApart();
    void oneByteIsOne();

private:
    void makeWindow();
    void open(const QString &path);
    void edit(const QString &text);
    void createEphemeral(const QString &path);
    /// Opens the dialog, and presses Connect with this in its fields.
    void connectWith(const QString &chroot, const QString &user = {});
    void answer(const QString &button);
    template <typename T>
    [[nodiscard]] T *child() const
    {
        return m_page->findChild<T *>();
    }
    template <typename T>
    [[nodiscard]] T *button(const QString &text) const
    {
        return findButton<T>(*m_window, text);
    }
    [[nodiscard]] ZnodeConnection &connection() const { return m_page->session().connection(); }
    [[nodiscard]] bool isConnected() const
    {
        return connection().state() == ZnodeConnection::State::Connected;
    }

    std::unique_ptr<FakeZooKeeper> m_server;
    std::unique_ptr<FakeZooKeeper> m_other;
    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<KeptZnodes> m_kept;
    std::unique_ptr<QMainWindow> m_window;
    ZnodesPage *m_page = nullptr;
};

void TestZnodeSession::initTestCase()
{
    withoutKeychain();
}

void TestZnodeSession::init()
{
    for (auto *server : {&m_server, &m_other})
        *server = serverWith({{u"/app"_s, {}}, {u"/app/config"_s, "12345"}});
    m_stage = std::make_unique<Stage>();
    m_kept = std::make_unique<KeptZnodes>();
    m_stage->services.znodes = m_kept.get();
    m_stage->addHealthy(ensembleAt({m_server->address(), m_other->address()}));
    makeWindow();
    m_page->connectTo(1);
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), patience);
}

void TestZnodeSession::makeWindow()
{
    m_window = znodeWindow(m_stage->services);
    m_page = znodesPage(*m_window);
    QVERIFY(showActive(*m_window));
}

void TestZnodeSession::cleanup()
{
    m_window.reset();
    m_kept.reset();
    m_stage.reset();
    m_server.reset();
    m_other.reset();
}

void TestZnodeSession::open(const QString &path)
{
    m_page->goTo(at(path));
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path() && m_page->path()->text() == path, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->valueView()->base().has_value(), patience);
}

void TestZnodeSession::edit(const QString &text)
{
    QWidget *field = m_page->valueView()->editor()->field();
    field->setFocus();
    QTest::keyClicks(field, text);
}

void TestZnodeSession::createEphemeral(const QString &path)
{
    ZnodeSpec spec;
    spec.path = at(path);
    spec.kind = ZnodeKind::Ephemeral;
    ZnodeChange *change = m_page->session().editor().create(spec, this);
    change->start();
    QTRY_VERIFY_WITH_TIMEOUT(change->succeeded(), patience);
}

void TestZnodeSession::connectWith(const QString &chroot, const QString &user)
{
    QTest::mouseClick(button<QToolButton>(u"Connection…"_s), Qt::LeftButton);
    QTRY_VERIFY(child<ConnectionDialog>() && child<ConnectionDialog>()->isVisible());
    const QList<QLineEdit *> fields = child<ConnectionDialog>()->findChildren<QLineEdit *>();
    fields.at(0)->setText(chroot);
    QTest::keyClicks(fields.at(1), user);
    QTest::keyClicks(fields.at(2), user.isEmpty() ? QString() : u"pw"_s);
    QTest::mouseClick(findButton<QPushButton>(*child<ConnectionDialog>(), u"Connect"_s), Qt::LeftButton);
    QTRY_VERIFY(!child<ConnectionDialog>());
}

void TestZnodeSession::answer(const QString &text)
{
    QTRY_VERIFY(child<QMessageBox>() && child<QMessageBox>()->isVisible());
    QTest::mouseClick(findButton<QPushButton>(*child<QMessageBox>(), text), Qt::LeftButton);
    QTRY_VERIFY(!child<QMessageBox>());
}

void TestZnodeSession::asksBeforeEphemeralsGo()
{
    connectWith(u"/app"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), patience);
    QVERIFY(!child<QMessageBox>()); // there was nothing to lose
    const qint64 session = connection().sessionId();
    createEphemeral(u"/mine"_s);
    createEphemeral(u"/mine-too"_s);
    QCOMPARE(connection().ephemeralCount(), 2);
    connectWith({});
    QTRY_VERIFY(child<QMessageBox>() && child<QMessageBox>()->isVisible());
    QVERIFY2(child<QMessageBox>()->informativeText().startsWith(u"2 ephemeral znode(s)"_s),
             qPrintable(child<QMessageBox>()->informativeText()));
    answer(u"Cancel"_s);
    QCOMPARE(connection().sessionId(), session);
    QCOMPARE(connection().target().chroot, u"/app"_s);
    QVERIFY(m_server->hasSession(session));
    connectWith({});
    answer(u"Connect Anew"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isConnected() && connection().sessionId() != session, patience);
    QCOMPARE(connection().target().chroot, QString());
    QCOMPARE(connection().ephemeralCount(), 0);
}

void TestZnodeSession::asksBeforeAnotherMember()
{
    createEphemeral(u"/mine"_s);
    m_page->connectTo(2);
    QTRY_VERIFY(child<QMessageBox>() && child<QMessageBox>()->isVisible());
    m_page->showCluster({}); // what was asked about one cluster is not done to another
    QTRY_VERIFY(!child<QMessageBox>());
    QCOMPARE(m_page->session().member(), 0);
    m_page->showCluster(u"orders"_s);
    m_page->connectTo(1);
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), patience);
    createEphemeral(u"/mine-again"_s);
    const qint64 session = connection().sessionId();
    auto *choice = child<ConnectionLine>()->findChild<QComboBox *>();
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    answer(u"Cancel"_s);
    QCOMPARE(choice->currentText(), u"zoo1"_s);
    QCOMPARE(connection().sessionId(), session);
    QTest::keyClick(choice, Qt::Key_Down);
    answer(u"Connect Anew"_s);
    QTRY_COMPARE(connection().target().servers, m_other->address());
    QCOMPARE(choice->currentText(), u"zoo2"_s);
}

/// The cluster keeps its quorum: the session would end, and what goes on through it.
void TestZnodeSession::asksBeforeItsOnlyServerGoes()
{
    m_stage->addHealthy(ensembleAt({m_server->address(), m_other->address(), u"127.0.0.1:1"_s}));
    m_stage->engine(EngineStatus::Reach::Answers);
    createEphemeral(u"/mine"_s);
    Lifecycle lifecycle(m_stage->services, m_window.get());
    const auto question = [this] { return m_window->findChild<QMessageBox *>(); };
    const auto said = [&question] { return question()->text() + u'\n' + question()->informativeText(); };
    const QString ephemeral = u"ephemeral znode(s) that you created belong to a connection to zoo1 alone"_s;
    for (const MemberAction action : {MemberAction::Stop, MemberAction::Kill, MemberAction::Pause,
                                      MemberAction::Restart, MemberAction::Remove}) {
        lifecycle.act(action, {{u"orders"_s, {1}}});
        QTRY_VERIFY(question() && question()->isVisible());
        QVERIFY2(said().contains(ephemeral), qPrintable(said()));
        QVERIFY2(!said().contains(u"no quorum"_s), qPrintable(said()));
        QTest::keyClick(question(), Qt::Key_Return); // the safe button
        QTRY_VERIFY(!question());
    }
    m_stage->everythingWorks();
    lifecycle.act(MemberAction::Kill, {{u"orders"_s, {2}}});
    QVERIFY2(!question(), "nothing is connected to it");
    QCOMPARE(m_stage->log.tasks().size(), 1);
    QTRY_VERIFY(m_stage->log.tasks().constFirst()->isFinished());
    FakeOperation importing(nullptr);
    auto *work = new OperationTask(u"orders"_s, u"Import into orders"_s, {u"Read"_s}, nullptr);
    work->follow(&importing, 0);
    work->setNeedsServers();
    m_stage->log.add(work);
    m_page->showCluster({}); // it is parked
    lifecycle.act(MemberAction::Stop, {{u"orders"_s, {1, 2}}});
    QTRY_VERIFY(question() && question()->isVisible());
    QVERIFY2(said().contains(u"“Import into orders” is cut off then"_s) && !said().contains(ephemeral),
             qPrintable(said())); // without a quorum no session ends
    m_stage->live(u"orders"_s, 2, ContainerLife::Exited);
    for (const int id : {1, 3}) {
        ProbeObservation looking;
        looking.outcome = ProbeOutcome::NotServing;
        looking.at = m_stage->clock.monotonic();
        m_stage->store.observeProbe(u"orders"_s, id, looking);
    }
    QVERIFY2(said().startsWith(u"Stop zoo1 of orders?\norders has no quorum as it is."_s),
             qPrintable(said()));
    work->cancel();
    QTest::keyClick(question(), Qt::Key_Return);
    QTRY_VERIFY(!question());
}

/// Whoever looks at another cluster for a while has nothing to lose.
void TestZnodeSession::ephemeralsOutliveALookElsewhere()
{
    m_stage->addHealthy(u"accounts"_s, 1);
    QSignalSpy said(m_page, &ZnodesPage::said);
    createEphemeral(u"/mine"_s);
    open(u"/app/config"_s);
    const qint64 session = connection().sessionId();
    m_page->showCluster(u"accounts"_s);
    QTRY_VERIFY(wasSaid(said, u"The connection to orders stays open for the 1 ephemeral znode(s)"_s));
    QCOMPARE(m_page->session().ephemerals(), QStringList{u"orders: /mine"_s});
    QVERIFY(!isConnected());
    m_window.reset(); // another language, and it is shown again
    makeWindow();
    m_page->showCluster(u"accounts"_s);
    QVERIFY(m_server->hasSession(session));
    m_page->showCluster(u"orders"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), patience);
    QCOMPARE(connection().sessionId(), session);
    QCOMPARE(connection().ephemerals(), QStringList{u"/mine"_s});
    QCOMPARE(m_page->session().member(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path() == at(u"/app/config"_s), patience);
    m_server->set(u"/app/config"_s, "live");
    QTRY_COMPARE_WITH_TIMEOUT(m_page->valueView()->editor()->text(), u"live"_s, patience);
    m_page->showCluster({});
    m_page->showCluster(u"orders"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), patience);
    QCOMPARE(connection().sessionId(), session);
}

/// Also when the services are made anew under it.
void TestZnodeSession::ephemeralsOutliveTheSession()
{
    createEphemeral(u"/mine"_s);
    const qint64 session = connection().sessionId();
    m_window.reset();
    m_kept->session.reset();
    makeWindow();
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), patience);
    QCOMPARE(connection().sessionId(), session);
    QCOMPARE(m_page->session().ephemerals(), QStringList{u"orders: /mine"_s});
}

/// Then nothing is left to be told of.
void TestZnodeSession::ephemeralsEndWithTheirCluster()
{
    QSignalSpy said(m_page, &ZnodesPage::said);
    createEphemeral(u"/mine"_s);
    const qint64 session = connection().sessionId();
    const Ensemble ensemble = m_stage->store.cluster(u"orders"_s)->ensemble;
    connect(&m_stage->store, &ClusterStore::clusterAboutToBeRemoved, m_page, [this](const QString &name) {
        m_page->noteGoing(name); // as the window does
        m_page->showCluster({});
    });
    m_stage->store.removeWanted(u"orders"_s);
    QVERIFY(m_page->session().ephemerals().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->hasSession(session), patience);
    QVERIFY(!wasSaid(said, u"The connection to"_s));
    m_stage->addHealthy(ensemble);
    m_page->showCluster(u"orders"_s);
    QCOMPARE(child<ChangeNotice>()->lastingSentence(),
             u"This cluster was removed and made anew. 1 ephemeral znode(s) that you created there are gone: "
             "/mine."_s);
}

void TestZnodeSession::quittingAsksFirst()
{
    createEphemeral(u"/mine"_s);
    const qint64 session = connection().sessionId();
    m_window.reset();
    m_page = nullptr;
    m_stage->docker.rule({u"stats"_s}).hang();
    m_window = std::make_unique<MainWindow>(m_stage->services);
    QVERIFY(showActive(*m_window));
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    auto *box = m_window->findChild<QMessageBox *>();
    QVERIFY(box);
    QCOMPARE(box->text(), u"Quit, and lose your ephemeral znodes?"_s);
    QVERIFY2(box->informativeText().startsWith(u"1 ephemeral znode(s) that you created"_s) &&
                 box->informativeText().endsWith(u"\norders: /mine"_s),
             qPrintable(box->informativeText()));
    QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>());
    QVERIFY(m_window->isVisible() && m_server->hasSession(session));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    box = m_window->findChild<QMessageBox *>();
    QVERIFY(box);
    QTest::mouseClick(findButton<QPushButton>(*box, u"Quit"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_window->isVisible());
}

/// Nobody asked for another connection.
void TestZnodeSession::newMembersEndNoSession()
{
    m_page->connectTo(0);
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), patience);
    createEphemeral(u"/mine"_s);
    const qint64 session = connection().sessionId();
    const QString nobody = u"127.0.0.1:1"_s;
    m_stage->addHealthy(ensembleAt({m_server->address(), m_other->address(), nobody}));
    QTest::qWait(50);
    QCOMPARE(connection().sessionId(), session);
    QCOMPARE(connection().target().servers.count(u','), 1);
}

void TestZnodeSession::signsInWithoutANewSession()
{
    createEphemeral(u"/mine"_s);
    const qint64 session = connection().sessionId();
    connectWith({}, u"ann"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->credentials().contains("ann:pw"), patience);
    QVERIFY(!child<QMessageBox>());
    QTest::qWait(100);
    QCOMPARE(connection().sessionId(), session);
    QVERIFY(isConnected());
    // Whoever signs out needs another session.
    QTest::mouseClick(button<QToolButton>(u"Connection…"_s), Qt::LeftButton);
    QTRY_VERIFY(child<ConnectionDialog>() && child<ConnectionDialog>()->isVisible());
    child<ConnectionDialog>()->findChild<QListWidget *>()->setCurrentRow(0);
    QTest::mouseClick(findButton<QPushButton>(*child<ConnectionDialog>(), u"Remove"_s), Qt::LeftButton);
    QTest::mouseClick(findButton<QPushButton>(*child<ConnectionDialog>(), u"Connect"_s), Qt::LeftButton);
    answer(u"Connect Anew"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isConnected() && connection().sessionId() != session, patience);
    QVERIFY(connection().target().credentials.isEmpty());
}

/// Another language makes the window anew.
void TestZnodeSession::everythingOutlivesTheWindow()
{
    connectWith({}, u"ann"_s);
    createEphemeral(u"/mine"_s);
    const qint64 session = connection().sessionId();
    open(u"/app"_s);
    open(u"/app/config"_s);
    edit(u"new "_s);
    QTest::mouseClick(button<QPushButton>(u"Save"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->value(u"/app/config"_s), "new 12345"_ba, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->actions().undo->isEnabled(), patience);
    m_window.reset();
    QVERIFY(m_server->hasSession(session));
    makeWindow();
    QCOMPARE(connection().sessionId(), session);
    QVERIFY(isConnected());
    QCOMPARE(connection().ephemeralCount(), 1);
    QCOMPARE(m_page->session().member(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path() && m_page->path()->text() == u"/app/config"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->valueView()->editor()->text(), u"new 12345"_s, patience);
    QVERIFY(child<PathBar>()->backAction()->isEnabled());
    m_page->actions().undo->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->value(u"/app/config"_s), "12345"_ba, patience);
    m_server->set(u"/app/config"_s, "live");
    QTRY_COMPARE_WITH_TIMEOUT(m_page->valueView()->editor()->text(), u"live"_s, patience);
    child<PathBar>()->backAction()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_page->path()->text(), u"/app"_s, patience);
    QCOMPARE(connection().sessionId(), session);
    // Whoever the person was, they still are.
    QTest::mouseClick(button<QToolButton>(u"Connection…"_s), Qt::LeftButton);
    QTRY_VERIFY(child<ConnectionDialog>() && child<ConnectionDialog>()->isVisible());
    QCOMPARE(child<ConnectionDialog>()->findChild<QListWidget *>()->item(0)->text(), u"ann"_s);
}

/// The new window shows all clusters for a moment, one after the other.
void TestZnodeSession::otherClustersOnTheWayCostNothing()
{
    m_stage->addHealthy(u"accounts"_s, 1);
    const qint64 session = connection().sessionId();
    m_window.reset();
    m_window = std::make_unique<QMainWindow>();
    m_page = new ZnodesPage(m_stage->services);
    m_window->setCentralWidget(m_page);
    m_page->showCluster(u"accounts"_s);
    m_page->showCluster(u"orders"_s);
    m_window->show();
    QTest::qWait(50);
    QCOMPARE(m_page->session().cluster(), u"orders"_s);
    QCOMPARE(connection().sessionId(), session);
    QVERIFY(m_server->hasSession(session));
    m_page->showCluster(u"accounts"_s);
    QCOMPARE(m_page->session().cluster(), u"accounts"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->hasSession(session), patience);
}

void TestZnodeSession::offersToCreateAMissingChroot()
{
    connectWith(u"/not/there"_s);
    QTRY_VERIFY_WITH_TIMEOUT(child<ConnectionHint>()->isVisible(), patience);
    QVERIFY2(readable(*child<ConnectionHint>()).startsWith(u"This cluster has no znode /not/there"_s),
             qPrintable(readable(*child<ConnectionHint>())));
    QTRY_VERIFY_WITH_TIMEOUT(readable(*m_page->valueView()).contains(u"no znode /not/there"_s), patience);
    QTest::mouseClick(findButton<QPushButton>(*child<ConnectionHint>(), u"Create It"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(child<ConnectionHint>()->isHidden(), patience);
    m_server->create(u"/not/there/now"_s, "here");
    open(u"/now"_s);
    QCOMPARE(m_page->valueView()->editor()->text(), u"here"_s);
}

void TestZnodeSession::makesAMissingChrootWithAZnode()
{
    connectWith(u"/no/where"_s);
    QTRY_VERIFY_WITH_TIMEOUT(child<ConnectionHint>()->isVisible(), patience);
    m_page->actions().create->trigger();
    auto *dialog = child<CreateDialog>();
    dialog->findChild<QLineEdit *>()->setText(u"/made"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"znodeCreate"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->exists(u"/no/where/made"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(child<ConnectionHint>()->isHidden(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(child<ChangeNotice>()->sentence(), u"Created /made."_s, patience);
    open(u"/made"_s);
}

void TestZnodeSession::leavesAMissingChroot()
{
    connectWith(u"/gone"_s);
    QTRY_VERIFY_WITH_TIMEOUT(child<ConnectionHint>()->isVisible(), patience);
    m_server->create(u"/gone"_s); // by somebody else: it is noticed, too
    QTRY_VERIFY_WITH_TIMEOUT(child<ConnectionHint>()->isHidden(), patience);
    connectWith(u"/nowhere"_s);
    QTRY_VERIFY_WITH_TIMEOUT(child<ConnectionHint>()->isVisible(), patience);
    QTest::mouseClick(findButton<QPushButton>(*child<ConnectionHint>(), u"Show the Whole Tree"_s),
                      Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isConnected() && child<ConnectionHint>()->isHidden(), patience);
    QVERIFY(!connection().hasChroot());
    open(u"/app/config"_s);
}

void TestZnodeSession::nothingIsLeftOfAnotherRoot()
{
    open(u"/app/config"_s);
    child<QTabWidget>()->setCurrentWidget(child<AclPanel>());
    QTRY_VERIFY_WITH_TIMEOUT(child<AclPanel>()->acl().has_value(), patience);
    m_server->setHold(true);
    connectWith(u"/app"_s);
    QVERIFY(!child<AclPanel>()->acl().has_value());
    QCOMPARE(child<AclPanel>()->findChild<QTreeWidget *>()->topLevelItemCount(), 0);
    QVERIFY(!findButton<QPushButton>(*child<AclPanel>(), u"Edit the access control list"_s)->isEnabled());
    m_server->setHold(false);
    QTRY_VERIFY_WITH_TIMEOUT(child<AclPanel>()->acl().has_value(), patience);
    QCOMPARE(m_page->path()->text(), u"/"_s);
}

void TestZnodeSession::readOnlyTakesNothingBack()
{
    open(u"/app/config"_s);
    edit(u"new "_s);
    QTest::mouseClick(button<QPushButton>(u"Save"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(button<QPushButton>(u"Undo"_s), patience);
    QVERIFY(button<QPushButton>(u"Undo"_s)->isEnabled());
    QTest::mouseClick(button<QToolButton>(u"Read-only"_s), Qt::LeftButton);
    QVERIFY(!button<QPushButton>(u"Undo"_s)->isEnabled());
    QCOMPARE(button<QPushButton>(u"Undo"_s)->toolTip(), m_page->session().whyReadOnly());
    QVERIFY(!m_page->session().whyReadOnly().isEmpty());
    QTest::mouseClick(button<QToolButton>(u"Read-only"_s), Qt::LeftButton);
    QVERIFY(button<QPushButton>(u"Undo"_s)->isEnabled());
}

void TestZnodeSession::saysWhenNothingIsTakenBack()
{
    open(u"/app/config"_s);
    edit(u"new "_s);
    QTest::mouseClick(button<QPushButton>(u"Save"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(button<QPushButton>(u"Undo"_s), patience);
    m_server->set(u"/app/config"_s, "somebody else's");
    QTest::mouseClick(button<QPushButton>(u"Undo"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(child<ChangeNotice>()->sentence().contains(u"Nothing is taken back so far."_s),
                             patience);
    QVERIFY(!child<ChangeNotice>()->sentence().contains(u"Not everything"_s));
    QCOMPARE(m_server->value(u"/app/config"_s), "somebody else's"_ba);
}

void TestZnodeSession::offersToStartWhatDoesNotRun()
{
    m_stage->engine(EngineStatus::Reach::Answers);
    m_stage->everythingWorks();
    m_page->connectTo(0);
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), patience);
    m_server->setDown(true);
    m_other->setDown(true);
    m_stage->live(u"orders"_s, 1, ContainerLife::Exited);
    QTRY_VERIFY_WITH_TIMEOUT(!isConnected(), patience);
    QVERIFY(child<ConnectionHint>()->isHidden()); // the other one runs
    m_stage->live(u"orders"_s, 2, ContainerLife::Exited);
    QTRY_VERIFY_WITH_TIMEOUT(child<ConnectionHint>()->isVisible(), patience);
    QCOMPARE(readable(*child<ConnectionHint>()), u"No member of orders runs."_s);
    QCOMPARE(child<ConnectionLine>()->sentence(), u"Not connected: No member of orders runs."_s);
    QVERIFY2(!readable(*m_page->treePane()).contains(u"TCP"_s), qPrintable(readable(*m_page->treePane())));
    auto *start = findButton<QPushButton>(*child<ConnectionHint>(), u"Start the Cluster"_s);
    QVERIFY2(start->isEnabled(), qPrintable(start->toolTip()));
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->changes().join(u'\n').contains(u"start"_s), patience);
    m_stage->live(u"orders"_s, 1, ContainerLife::Running);
    QTRY_VERIFY(child<ConnectionHint>()->isHidden());
}

void TestZnodeSession::readsNothingWhereNothingRuns()
{
    m_window.reset();
    m_kept = std::make_unique<KeptZnodes>();
    m_stage->services.znodes = m_kept.get();
    m_server->setDown(true);
    m_other->setDown(true);
    m_stage->engine(EngineStatus::Reach::Answers);
    for (const int member : {1, 2})
        m_stage->live(u"orders"_s, member, ContainerLife::Exited);
    makeWindow();
    QTRY_VERIFY_WITH_TIMEOUT(child<ConnectionHint>()->isVisible(), patience);
    QTRY_VERIFY2_WITH_TIMEOUT(
        readable(*m_page->valueView()).contains(u"There is no connection to the cluster."_s),
        qPrintable(readable(*m_page->valueView())), patience);
    QVERIFY2(!readable(*m_page->valueView()).contains(u"Reading"_s),
             qPrintable(readable(*m_page->valueView())));
    m_server->setDown(false);
    m_stage->live(u"orders"_s, 1, ContainerLife::Running);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->valueView()->base().has_value(), patience);
}

void TestZnodeSession::reachesTheTextOfWhatIsGone()
{
    auto *drafts = child<DraftButton>();
    QVERIFY(drafts->isHidden());
    open(u"/app/config"_s);
    edit(u"mine "_s);
    QTRY_VERIFY_WITH_TIMEOUT(knowsAcl(*m_page, u"/app/config"_s), patience);
    open(u"/app"_s);
    QVERIFY(drafts->isVisible());
    QCOMPARE(drafts->text(), u"Unsaved (1)"_s);
    m_server->remove(u"/app/config"_s);
    auto *model = qobject_cast<ZnodeTreeModel *>(m_page->treePane()->view()->model());
    QTRY_VERIFY_WITH_TIMEOUT(!model->indexOf(at(u"/app/config"_s)).isValid(), patience);
    QStringList listed;
    // The button's menu has an event loop of its own.
    QTimer::singleShot(0, drafts, [drafts, &listed] {
        for (const QAction *action : drafts->menu()->actions())
            listed += action->text();
        QTest::keyClick(drafts->menu(), Qt::Key_Down);
        QTest::keyClick(drafts->menu(), Qt::Key_Return);
    });
    QTest::mouseClick(drafts, Qt::LeftButton);
    QCOMPARE(listed, QStringList{u"/app/config"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path()->text() == u"/app/config"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->valueView()->editor()->text(), u"mine 12345"_s, patience);
    QVERIFY(m_page->valueView()->isModified());
    QVERIFY(drafts->isHidden());
    QVERIFY(!m_page->treePane()->view()->currentPath());
    QTRY_VERIFY_WITH_TIMEOUT(button<QPushButton>(u"Create Again"_s), patience);
    QTest::mouseClick(button<QPushButton>(u"Create Again"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->value(u"/app/config"_s), "mine 12345"_ba, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->valueView()->isModified(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->treePane()->view()->currentPath() == at(u"/app/config"_s), patience);
}

void TestZnodeSession::saysWhatTheKeychainDid_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<QString>("said");
    const QString kept = u"Passwords are kept in your desktop's keychain."_s;
    QTest::newRow("kept") << int(QKeychain::NoError) << kept;
    QTest::newRow("no entry") << int(QKeychain::EntryNotFound) << kept;
    for (const int error : {int(QKeychain::NoBackendAvailable), int(QKeychain::NotImplemented)})
        QTest::addRow("none %d", error)
            << error << u"There is no keychain here: passwords are kept until ZooDock ends."_s;
    QTest::newRow("locked") << int(QKeychain::AccessDenied)
                            << u"The keychain stayed locked, or its question was cancelled: "
                               "passwords are kept until ZooDock ends."_s;
    QTest::newRow("denied")
        << int(QKeychain::AccessDeniedByUser)
        << u"You did not let ZooDock into the keychain: passwords are kept until ZooDock ends."_s;
    for (const int error : {int(QKeychain::OtherError), int(QKeychain::CouldNotDeleteEntry)})
        QTest::addRow("failed %d", error)
            << error << u"The keychain answered with an error: passwords are kept until ZooDock ends."_s;
}

void TestZnodeSession::saysWhatTheKeychainDid()
{
    QFETCH(int, error);
    QFETCH(QString, said);
    QCOMPARE(CredentialStore::noteOn(keychainStateAfter(error)), said);
    // Before it was asked nothing is promised.
    QVERIFY(CredentialStore::noteOn(KeychainState::Unknown).contains(u"if there is one"_s));
}

void TestZnodeSession::asksBeforeOneLocksOneselfOut_data()
{
    QTest::addColumn<Acl>("acl");
    QTest::addColumn<QString>("lost"); // empty: it is not asked
    const QString both = u"neither read the znode nor change the list"_s;
    QTest::newRow("open") << openAcl() << QString();
    QTest::newRow("of whom we are") << creatorAcl() << QString();
    QTest::newRow("our digest") << Acl{{u"digest"_s, digestId(u"ann"_s, u"pw"_s), allPermissions}}
                                << QString();
    QTest::newRow("another's digest")
        << Acl{{u"digest"_s, digestId(u"bob"_s, u"pw"_s), allPermissions}} << both;
    QTest::newRow("an address") << Acl{{u"ip"_s, u"10.0.0.7"_s, allPermissions}} << both;
    QTest::newRow("read") << readOnlyAcl() << u"nobody may change the list again but the superuser"_s;
    QTest::newRow("nothing for anybody")
        << Acl{{u"ip"_s, u"10.0.0.7"_s, AclPermission::Read}}
        << u"may not read the znode any more. Nobody may change the list again but the superuser"_s;
    QTest::newRow("read, another's digest")
        << (readOnlyAcl() + Acl{{u"digest"_s, digestId(u"bob"_s, u"pw"_s), allPermissions}})
        << u"this connection may not change the list again"_s;
    QTest::newRow("admin") << Acl{{u"world"_s, u"anyone"_s, AclPermission::Admin}}
                           << u"may not read the znode any more"_s;
}

void TestZnodeSession::asksBeforeOneLocksOneselfOut()
{
    QFETCH(Acl, acl);
    QFETCH(QString, lost);
    AclDialog dialog(u"/app"_s, {{{u"ip"_s, u"10.9.9.9"_s, allPermissions}}, 0}, false, {"ann:pw"}, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.findChild<AclEditor *>()->setAcl(acl);
    QSignalSpy wanted(&dialog, &AclDialog::wanted);
    dialog.show();
    auto *set = findButton<QPushButton>(dialog, u"Set"_s);
    QTest::mouseClick(set, Qt::LeftButton);
    auto *box = dialog.findChild<QMessageBox *>();
    QCOMPARE(box != nullptr, !lost.isEmpty());
    if (!box) {
        QCOMPARE(wanted.size(), 1);
        return;
    }
    QVERIFY2(box->informativeText().contains(lost), qPrintable(box->informativeText()));
    QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
    QVERIFY(wanted.isEmpty() && dialog.isVisible());
    QTRY_VERIFY(!dialog.findChild<QMessageBox *>());
    QTest::mouseClick(set, Qt::LeftButton);
    QTest::mouseClick(findButton<QPushButton>(*dialog.findChild<QMessageBox *>(), u"Set"_s), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(!dialog.isVisible());
}

void TestZnodeSession::setsOnlyAListThatDiffers()
{
    AclDialog dialog(u"/app"_s, {openAcl(), 0}, true, {}, nullptr);
    dialog.show();
    auto *set = findButton<QPushButton>(dialog, u"Set"_s);
    QVERIFY(!set->isEnabled());
    QCOMPARE(set->toolTip(), u"Nothing is changed so far."_s);
    auto *below = findButton<QCheckBox>(dialog, u"Also for everything below"_s);
    below->setChecked(true); // what is below may well have another one
    QVERIFY(set->isEnabled());
    below->setChecked(false);
    auto *box = findButton<QCheckBox>(dialog, u"Delete"_s);
    box->setChecked(false);
    QVERIFY(set->isEnabled());
    box->setChecked(true);
    QVERIFY(!set->isEnabled());
    // An entry that nobody has filled in is no mistake yet, and nothing to be set.
    QTest::mouseClick(findButton<QPushButton>(dialog, u"Add Entry"_s), Qt::LeftButton);
    QVERIFY(!set->isEnabled());
    QVERIFY2(!readable(dialog).contains(u"digest entry"_s), qPrintable(readable(dialog)));
    QLineEdit *user = nullptr;
    for (QLineEdit *field : dialog.findChildren<QLineEdit *>()) {
        if (field->accessibleName() == u"Identity of entry 2"_s)
            user = field;
    }
    QVERIFY(user);
    user->setText(u"joe"_s);
    QVERIFY2(readable(dialog).contains(u"digest entry"_s), qPrintable(readable(dialog)));
    QVERIFY(!set->isEnabled());
}

void TestZnodeSession::showsUserAndHashApart()
{
    const Acl acl{{u"digest"_s, digestId(u"joe"_s, u"pw"_s), allPermissions}};
    AclDialog dialog(u"/app"_s, {acl, 0}, false, {}, nullptr);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const QList<QLineEdit *> fields = dialog.findChildren<QLineEdit *>();
    QCOMPARE(fields.size(), 2);
    QCOMPARE(fields.at(0)->text(), u"joe"_s);
    QCOMPARE(fields.at(1)->placeholderText(), u"hash unchanged"_s);
    for (const QLineEdit *field : fields)
        QVERIFY2(field->width() >= field->fontMetrics().horizontalAdvance(u"hash unchanged"_s) + 8 &&
                     field->visibleRegion().boundingRect().width() == field->width(),
                 qPrintable(QString::number(field->width())));
    auto *editor = dialog.findChild<AclEditor *>();
    QCOMPARE(editor->acl(), acl);
    // The hash is of both.
    fields.at(0)->setText(u"jim"_s);
    QCOMPARE(fields.at(1)->placeholderText(), u"password"_s);
    QVERIFY(!checkAcl(editor->acl()));
    fields.at(1)->setText(u"secret"_s);
    QCOMPARE(editor->acl().constFirst().id, digestId(u"jim"_s, u"secret"_s));
    fields.at(1)->clear();
    fields.at(0)->setText(u"joe"_s);
    QCOMPARE(editor->acl(), acl);
}

void TestZnodeSession::oneByteIsOne()
{
    m_server->create(u"/one"_s, "1");
    auto *model = qobject_cast<ZnodeTreeModel *>(m_page->treePane()->view()->model());
    QTRY_COMPARE_WITH_TIMEOUT(
        model->indexOf(at(u"/one"_s)).siblingAtColumn(ZnodeTreeModel::SizeColumn).data().toString(),
        u"1 byte(s)"_s, patience);
}

QTEST_MAIN(TestZnodeSession)
#include "tst_znodesession.moc"
