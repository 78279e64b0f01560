// SPDX-License-Identifier: GPL-3.0-or-later
// Long work on znodes as rows of the activity.
#include "gui/stage.h"
#include "gui/znodewindow.h"
#include "ui/activity/activitybar.h"
#include "ui/activity/retry.h"
#include "ui/look/labels.h"
#include "ui/znodes/changes/changenotice.h"
#include "ui/znodes/changes/importdialog.h"
#include "ui/znodes/changes/lastingwork.h"
#include "ui/znodes/changes/subtreedialog.h"
#include "ui/znodes/changes/takebackdialog.h"
#include "ui/znodes/changes/znodechanger.h"
#include "ui/znodes/connection/connectiondialog.h"
#include "ui/znodes/connection/keptznodes.h"
#include "ui/znodes/connection/znodesession.h"
#include "ui/znodes/finding/searchpanel.h"
#include "ui/znodes/treepane.h"
#include "ui/znodes/znodeactions.h"
#include "ui/znodes/znodetreeview.h"
#include "znodes/znodesearch.h"

#include <QtCore/QDir>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeWidget>

using namespace zoodock;
using namespace zoodock::test;

class TestZnodeActivity : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { withoutKeychain(); }
    void init();
    void cleanup();
    void exportIsARow();
    void failedExportIsTriedAgain();
    void triesAgainInItsCluster();
    void waitsForTheConnection();
    void quickWorkIsNoRow();
    void longCountIsARow();
    void removalOfTheClusterIsNoCancelling();
    void cancelsOnItsPage();
    void leavingSaysSo();
    void leavingIsAskedFirst();
    void workGoesOnWhileOtherPagesAreLookedAt();
    void undoOutlivesALookElsewhere();
    void failureIsSaidOnce();
    void endsWithTheWindow();
    void longSearchIsARow();
    void searchesAreToldApart();
    void quickSearchesAreNoRows();
    void searchIsCancelledInItsRow();
    void failedSearchIsTriedAgain();
    void searchWaitsForTheConnection();
    void searchEndsWithItsSession();
    void leavingASearchIsAskedFirst();
    void searchGoesOnWhileOtherPagesAreLookedAt();
    void anotherRootIsAskedFirst();
    void anotherRootWaitsForTheEnd();
    void anotherMemberIsAskedFirst();
    void importComparesAgain();
    void newMembersWaitForTheEnd_data();
    void newMembersWaitForTheEnd();
    void changesThatAreCutOffStay();
    void aDeletionReadsOnLater();
    void undoThatAsksIsNoFailure();

private:
    template <typename T>
    [[nodiscard]] T *child() const
    {
        return m_page->findChild<T *>();
    }
    [[nodiscard]] QString said() const { return child<ChangeNotice>()->sentence(); }
    void connectPage();
    void exportTo(const QString &file);
    void searchFor(const QString &text);
    /// The same, until it stands in the activity; no answer comes before hold is over.
    void searchLong(const QString &text);
    /// Opens the dialog, and presses Connect.
    void connectBelow(const QString &root);
    void answer(const QString &button);
    [[nodiscard]] const QList<ClusterTask *> &rows() const { return m_stage->log.tasks(); }
    [[nodiscard]] ClusterTask *row() const { return rows().isEmpty() ? nullptr : rows().constFirst(); }
    [[nodiscard]] bool ended() const { return row() && row()->isFinished(); }

    std::unique_ptr<FakeZooKeeper> m_server;
    std::unique_ptr<FakeZooKeeper> m_other;
    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<KeptZnodes> m_kept;
    std::unique_ptr<QMainWindow> m_window;
    ZnodesPage *m_page = nullptr;
};

void TestZnodeActivity::init()
{
    m_server = serverWith({{u"/app"_s, {}}, {u"/app/config"_s, "12345"}, {u"/app/list"_s, {}}});
    m_other = serverWith({{u"/elsewhere"_s, {}}});
    m_kept = std::make_unique<KeptZnodes>();
    m_stage = std::make_unique<Stage>();
    m_stage->services.znodes = m_kept.get();
    m_stage->addHealthy(ensembleAt({m_server->address()}));
    m_stage->addHealthy(ensembleAt({m_other->address()}, u"search"_s));
    m_window = znodeWindow(m_stage->services);
    m_page = znodesPage(*m_window);
    connect(m_page, &ZnodesPage::clusterWanted, m_page, &ZnodesPage::showCluster);
    QVERIFY(showActive(*m_window));
    connectPage();
}

void TestZnodeActivity::connectPage()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().connection().state(), ZnodeConnection::State::Connected,
                              patience);
    m_page->goTo(ZnodePath::trusted(u"/app"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path() && m_page->path()->text() == "/app"_L1, patience);
}

void TestZnodeActivity::cleanup()
{
    m_window.reset();
    m_kept.reset();
    m_stage.reset();
    m_server.reset();
    m_other.reset();
}

void TestZnodeActivity::exportTo(const QString &file)
{
    QTRY_VERIFY(m_page->actions().exportTree->isEnabled());
    m_page->actions().exportTree->trigger();
    QTRY_VERIFY(child<QFileDialog>());
    Q_EMIT child<QFileDialog>()->fileSelected(file);
    delete child<QFileDialog>();
}

void TestZnodeActivity::searchFor(const QString &text)
{
    QTest::keyClick(m_page->treePane()->view(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(child<SearchPanel>()->isVisible());
    child<SearchPanel>()->field()->clear();
    QTest::keyClicks(child<SearchPanel>()->field(), text);
    QTest::keyClick(child<SearchPanel>()->field(), Qt::Key_Return);
}

void TestZnodeActivity::searchLong(const QString &text)
{
    m_server->setHold(true);
    searchFor(text);
    QVERIFY(rows().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(rows().size(), 1, patience);
}

void TestZnodeActivity::connectBelow(const QString &root)
{
    QTest::mouseClick(findButton<QToolButton>(*m_window, u"Connection…"_s), Qt::LeftButton);
    QTRY_VERIFY(child<ConnectionDialog>() && child<ConnectionDialog>()->isVisible());
    auto *field = child<ConnectionDialog>()->findChild<QLineEdit *>();
    field->clear();
    QTest::keyClicks(field, root);
    QTest::mouseClick(findButton<QPushButton>(*child<ConnectionDialog>(), u"Connect"_s), Qt::LeftButton);
    QTRY_VERIFY(!child<ConnectionDialog>());
}

void TestZnodeActivity::answer(const QString &button)
{
    QTRY_VERIFY(child<QMessageBox>() && child<QMessageBox>()->isVisible());
    QTest::mouseClick(findButton<QPushButton>(*child<QMessageBox>(), button), Qt::LeftButton);
    QTRY_VERIFY(!child<QMessageBox>());
}

void TestZnodeActivity::exportIsARow()
{
    const QString file = m_stage->folder.filePath(u"app.json"_s);
    exportTo(file);
    QCOMPARE(rows().size(), 1);
    QCOMPARE(row()->title(), u"Export /app from orders"_s);
    QCOMPARE(row()->cluster(), u"orders"_s);
    QVERIFY(!row()->changesCluster());
    QCOMPARE(m_stage->log.runningCount(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
    QVERIFY2(row()->succeeded(), qPrintable(row()->error().toString()));
    QCOMPARE(row()->steps().size(), 2);
    QCOMPARE(row()->steps().at(0).sentence, u"Read the znodes"_s);
    QCOMPARE(row()->steps().at(1).sentence, u"Write %1"_s.arg(file));
    QCOMPARE(row()->steps().at(1).state, StepState::Done);
    QVERIFY(row()->commands().isEmpty());
    QVERIFY(QFile::exists(file));
    QVERIFY(said().startsWith(u"Exported 3 znodes"_s));
}

void TestZnodeActivity::failedExportIsTriedAgain()
{
    const QString folder = m_stage->folder.filePath(u"later"_s);
    exportTo(folder + u"/app.json"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
    QVERIFY(row()->hasFailed());
    QVERIFY2(row()->error().message().contains(u"could not be written"_s),
             qPrintable(row()->error().message()));
    QCOMPARE(row()->steps().at(0).state, StepState::Done);
    QCOMPARE(row()->steps().at(1).state, StepState::Failed);
    QVERIFY(QDir().mkpath(folder));
    const QPointer<ClusterTask> first(row());
    retry(m_stage->log, row(), *m_page);
    QTRY_VERIFY_WITH_TIMEOUT(!first && ended(), patience);
    QCOMPARE(rows().size(), 1);
    QVERIFY2(row()->succeeded(), qPrintable(row()->error().toString()));
    QVERIFY(QFile::exists(folder + u"/app.json"_s));
}

void TestZnodeActivity::triesAgainInItsCluster()
{
    const QString folder = m_stage->folder.filePath(u"later"_s);
    exportTo(folder + u"/app.json"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
    m_page->showCluster(u"search"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().connection().state(), ZnodeConnection::State::Connected,
                              patience);
    QVERIFY(QDir().mkpath(folder));
    const QSignalSpy wanted(m_page, &ZnodesPage::clusterWanted);
    retry(m_stage->log, row(), *m_page);
    QCOMPARE(wanted.size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(rows().size() == 2 && ended(), patience);
    QCOMPARE(rows().at(0)->title(), u"Export /app from orders"_s);
    QVERIFY2(row()->succeeded(), qPrintable(row()->error().toString()));
    QCOMPARE(rows().at(1)->title(), u"Connect to orders"_s);
    QVERIFY(QFile::exists(folder + u"/app.json"_s));
}

void TestZnodeActivity::waitsForTheConnection()
{
    exportTo(u"/nowhere/at all/x.json"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
    m_server->setDown(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->session().connection().state() != ZnodeConnection::State::Connected,
                             patience);
    retry(m_stage->log, row(), *m_page);
    QTRY_VERIFY(row() && row()->title() == "Connect to orders"_L1);
    QVERIFY(!row()->isFinished());
    row()->cancel();
    QTRY_VERIFY(ended());
    QVERIFY(!row()->hasFailed());
}

void TestZnodeActivity::quickWorkIsNoRow()
{
    QTRY_VERIFY(m_page->actions().remove->isEnabled());
    m_page->actions().remove->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(child<SubtreeDialog>(), patience);
    child<SubtreeDialog>()->reject();
    QTest::qWait(static_cast<int>(ActivityLog::lasting.count()) + 200);
    QVERIFY(rows().isEmpty());
}

void TestZnodeActivity::longCountIsARow()
{
    QTRY_VERIFY(m_page->actions().remove->isEnabled());
    m_server->setHold(true);
    m_page->actions().remove->trigger();
    QVERIFY(rows().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(rows().size(), 1, patience);
    QCOMPARE(row()->title(), u"Count what is at and below /app in orders"_s);
    QVERIFY(row()->elapsed() >= ActivityLog::lasting);
    m_server->setHold(false);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
    QVERIFY(row()->succeeded());
    QTRY_VERIFY(child<SubtreeDialog>());
    child<SubtreeDialog>()->reject();
}

/// Nobody has cancelled what the removal of a cluster cuts off; and what is to be said then is seen at once.
void TestZnodeActivity::removalOfTheClusterIsNoCancelling()
{
    QTRY_VERIFY(m_page->actions().remove->isEnabled());
    m_server->setHold(true);
    m_page->actions().remove->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(rows().size(), 1, patience);
    const Ensemble ensemble = m_stage->store.cluster(u"orders"_s)->ensemble;
    m_page->noteGoing(u"orders"_s); // as the window does
    m_page->showCluster({});
    m_stage->store.removeWanted(u"orders"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
    QVERIFY(row()->metOthers());
    QCOMPARE(row()->endSentence(), u"The cluster was removed before this came to its end."_s);
    m_stage->addHealthy(ensemble);
    m_page->showCluster(u"orders"_s);
    QCOMPARE(child<ChangeNotice>()->lastingSentence(), u"This cluster was removed and made anew."_s);
    m_server->setHold(false);
}

void TestZnodeActivity::cancelsOnItsPage()
{
    m_server->setHold(true);
    exportTo(m_stage->folder.filePath(u"app.json"_s));
    QTest::qWait(50);
    row()->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
    QVERIFY(!row()->hasFailed());
    QVERIFY(said().isEmpty());
    QTRY_VERIFY(m_page->actions().exportTree->isEnabled());
    m_server->setHold(false);
    QVERIFY(!QFile::exists(m_stage->folder.filePath(u"app.json"_s)));
}

void TestZnodeActivity::leavingSaysSo()
{
    m_server->setHold(true);
    exportTo(m_stage->folder.filePath(u"app.json"_s));
    QTest::qWait(50);
    QVERIFY(!ended());
    m_page->showCluster(u"search"_s);
    QTRY_VERIFY(child<QMessageBox>());
    QVERIFY2(child<QMessageBox>()->informativeText().contains(u"“Export /app from orders” is cut off"_s),
             qPrintable(child<QMessageBox>()->informativeText()));
    findButton<QPushButton>(*child<QMessageBox>(), u"Leave"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
    QCOMPARE(m_page->session().cluster(), u"search"_s);
    QVERIFY(!row()->hasFailed());
    QVERIFY2(row()->error().message().contains(u"was left"_s), qPrintable(row()->error().message()));
}

void TestZnodeActivity::leavingIsAskedFirst()
{
    m_server->setHold(true);
    const QString file = m_stage->folder.filePath(u"app.json"_s);
    exportTo(file);
    QTest::qWait(50);
    const QSignalSpy wanted(m_page, &ZnodesPage::clusterWanted);
    m_page->showCluster(u"search"_s);
    QTRY_VERIFY(child<QMessageBox>());
    child<QMessageBox>()->reject();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.at(0).at(0).toString(), u"orders"_s);
    QTRY_VERIFY(!child<QMessageBox>());
    QCOMPARE(m_page->session().cluster(), u"orders"_s);
    QVERIFY(!ended());
    // What ends while it is asked has nothing to lose any more.
    m_page->showCluster(u"search"_s);
    QTRY_VERIFY(child<QMessageBox>());
    m_server->setHold(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().cluster(), u"search"_s, patience);
    QTRY_VERIFY(!child<QMessageBox>());
    QCOMPARE(wanted.size(), 1);
    QVERIFY2(row()->succeeded(), qPrintable(row()->error().toString()));
    QVERIFY(QFile::exists(file));
}

void TestZnodeActivity::workGoesOnWhileOtherPagesAreLookedAt()
{
    m_server->setHold(true);
    exportTo(m_stage->folder.filePath(u"app.json"_s));
    QTest::qWait(50);
    m_page->hide();
    m_page->showCluster(u"search"_s);
    QTest::qWait(50);
    QVERIFY(!child<QMessageBox>());
    QCOMPARE(m_page->session().cluster(), u"orders"_s);
    m_page->show();
    QTRY_VERIFY(child<QMessageBox>());
    m_page->showCluster(u"orders"_s);
    QTRY_VERIFY(!child<QMessageBox>());
    m_page->hide();
    m_page->showCluster(u"search"_s);
    m_server->setHold(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().cluster(), u"search"_s, patience);
    QVERIFY2(row()->succeeded(), qPrintable(row()->error().toString()));
    m_page->show();
    QTest::qWait(50);
    QVERIFY(!child<QMessageBox>());
}

void TestZnodeActivity::undoOutlivesALookElsewhere()
{
    ZnodeChange *change =
        m_page->session().editor().set(ZnodePath::trusted(u"/app/config"_s), "67890", 0, this);
    change->start();
    QTRY_VERIFY_WITH_TIMEOUT(change->isFinished(), patience);
    QVERIFY2(change->succeeded(), qPrintable(change->error().toString()));
    m_page->session().setLastChange(change->undo());
    m_page->showCluster(u"search"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().connection().state(), ZnodeConnection::State::Connected,
                              patience);
    QVERIFY(!m_page->actions().undo->isEnabled());
    QVERIFY(said().isEmpty());
    m_page->showCluster(u"orders"_s);
    QCOMPARE(said(), u"Your last change here, of /app/config, can still be taken back."_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->actions().undo->isEnabled(), patience);
    m_page->actions().undo->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"The change of /app/config is taken back."_s, patience);
    QCOMPARE(m_server->value(u"/app/config"_s), QByteArray("12345"));
}

/// The page tells why work on its znodes failed; the activity does so elsewhere.
void TestZnodeActivity::failureIsSaidOnce()
{
    ActivityBar bar(m_stage->log);
    bar.setShownZnodes(u"orders"_s);
    bar.show();
    exportTo(u"/nowhere/at all/x.json"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
    QVERIFY(row()->hasFailed());
    QVERIFY2(said().contains(u"could not be written"_s), qPrintable(said()));
    QVERIFY2(!readable(bar).contains(u"could not be written"_s), qPrintable(readable(bar)));
    bar.setShownZnodes({});
    QVERIFY2(readable(bar).contains(u"could not be written"_s), qPrintable(readable(bar)));
    bar.setShownZnodes(u"orders"_s);
    m_page->showCluster(u"search"_s); // the notice goes
    m_page->showCluster(u"orders"_s);
    bar.setShownZnodes(u"orders"_s);
    QVERIFY2(readable(bar).contains(u"could not be written"_s), qPrintable(readable(bar)));
}

void TestZnodeActivity::endsWithTheWindow()
{
    m_server->setHold(true);
    exportTo(m_stage->folder.filePath(u"app.json"_s));
    QTest::qWait(50);
    QCOMPARE(m_stage->log.runningCount(), 1);
    m_window.reset();
    QCOMPARE(m_stage->log.runningCount(), 0);
    QVERIFY(ended());
    QVERIFY(!row()->hasFailed());
}

void TestZnodeActivity::longSearchIsARow()
{
    searchLong(u"con"_s);
    QCOMPARE(row()->title(), u"Search for “con” below /app in orders"_s);
    QCOMPARE(row()->cluster(), u"orders"_s);
    QVERIFY(row()->elapsed() >= ActivityLog::lasting);
    QVERIFY(!row()->changesCluster());
    Q_EMIT child<ZnodeSearch>()->progress(30, 120);
    QCOMPARE(row()->progress(), 0.25);
    QCOMPARE(row()->currentSentence(), u"Look through the znodes: 30 of 120 znodes"_s);
    m_server->setHold(false);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
    QVERIFY2(row()->succeeded(), qPrintable(row()->error().toString()));
    QTRY_COMPARE(child<SearchPanel>()->results()->topLevelItemCount(), 1);
}

/// By what they look for, as far as that fits; what is written down lacks it.
void TestZnodeActivity::searchesAreToldApart()
{
    searchLong(QString(60, u'x'));
    QCOMPARE(row()->title(), u"Search for “%1…” below /app in orders"_s.arg(QString(39, u'x')));
    QCOMPARE(row()->lastingTitle().text(), u"Search below /app in orders"_s);
    row()->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
    QCOMPARE(row()->endSentence(), QString()); // that it was cancelled is said already
    m_server->setHold(false);
}

void TestZnodeActivity::quickSearchesAreNoRows()
{
    for (const QString &text : {u"con"_s, u"list"_s, u"nothing"_s}) {
        searchFor(text);
        QTRY_VERIFY_WITH_TIMEOUT(child<SearchPanel>()->status().contains(u"found in 3 znodes"_s) ||
                                     child<SearchPanel>()->status().contains(u"found in 3 znode(s)"_s),
                                 patience);
    }
    QTest::qWait(static_cast<int>(ActivityLog::lasting.count()) + 200);
    QVERIFY(rows().isEmpty());
}

void TestZnodeActivity::searchIsCancelledInItsRow()
{
    ActivityBar bar(m_stage->log);
    bar.show();
    searchLong(u"con"_s);
    QTest::mouseClick(bar.findChild<QPushButton *>(u"activityCancel"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
    QVERIFY(!row()->hasFailed());
    QTRY_VERIFY2(child<SearchPanel>()->status().startsWith(u"Stopped: "_s),
                 qPrintable(child<SearchPanel>()->status()));
    m_server->setHold(false);
    QTest::qWait(50);
    QCOMPARE(child<SearchPanel>()->results()->topLevelItemCount(), 0);
}

/// With what was searched for then. Why it failed is said in the panel, else in the activity.
void TestZnodeActivity::failedSearchIsTriedAgain()
{
    ActivityBar bar(m_stage->log);
    bar.setShownZnodes(u"orders"_s);
    bar.show();
    searchLong(u"con"_s);
    m_server->refusal = [](int, const QString &path) { return path == "/app/config"_L1 ? -1 : 0; };
    m_server->setHold(false);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
    QVERIFY(row()->hasFailed());
    const QString why = row()->error().message();
    QTRY_VERIFY2(child<SearchPanel>()->status().startsWith(u"0 found; looked at "_s) &&
                     child<SearchPanel>()->status().endsWith(why),
                 qPrintable(child<SearchPanel>()->status()));
    QVERIFY2(!readable(bar).contains(why), qPrintable(readable(bar)));
    QTest::keyClick(child<SearchPanel>()->field(), Qt::Key_Escape);
    QVERIFY(!child<SearchPanel>()->isVisible());
    QVERIFY2(readable(bar).contains(why), qPrintable(readable(bar)));
    m_server->refusal = {};
    child<SearchPanel>()->field()->setText(u"else"_s);
    retry(m_stage->log, row(), *m_page);
    QTRY_COMPARE_WITH_TIMEOUT(child<SearchPanel>()->results()->topLevelItemCount(), 1, patience);
    QVERIFY(child<SearchPanel>()->isVisible());
    QCOMPARE(child<SearchPanel>()->field()->text(), u"con"_s);
    QCOMPARE(child<SearchPanel>()->results()->topLevelItem(0)->text(0), u"/app/config"_s);
    QVERIFY(rows().isEmpty());
}

/// Nothing was written, so there is no harm: it says so, and goes on by itself.
void TestZnodeActivity::searchWaitsForTheConnection()
{
    searchLong(u"con"_s);
    m_server->setDown(true);
    QTRY_VERIFY2_WITH_TIMEOUT(child<SearchPanel>()->status().startsWith(
                                  u"The connection is lost. The search goes on when it is back. 0 found;"_s),
                              qPrintable(child<SearchPanel>()->status()), patience);
    QVERIFY(!ended());
    m_server->setHold(false);
    m_server->setDown(false);
    QTRY_COMPARE_WITH_TIMEOUT(child<SearchPanel>()->results()->topLevelItemCount(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
    QVERIFY(row()->succeeded());
    QTRY_VERIFY2(child<SearchPanel>()->status().startsWith(u"1 found in 3 "_s),
                 qPrintable(child<SearchPanel>()->status()));
}

void TestZnodeActivity::searchEndsWithItsSession()
{
    searchLong(u"con"_s);
    m_server->expireSessions();
    m_server->setHold(false);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
    const QString status = child<SearchPanel>()->status();
    QVERIFY2(status.startsWith(u"0 found; looked at "_s) && status.contains(u"was made anew. Search again"_s),
             qPrintable(status));
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().connection().state(), ZnodeConnection::State::Connected,
                              patience);
    QTest::mouseClick(findButton<QPushButton>(*child<SearchPanel>(), u"Search"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(child<SearchPanel>()->results()->topLevelItemCount(), 1, patience);
}

void TestZnodeActivity::leavingASearchIsAskedFirst()
{
    searchLong(u"con"_s);
    m_page->showCluster(u"search"_s);
    QTRY_VERIFY(child<QMessageBox>());
    QVERIFY2(
        child<QMessageBox>()->informativeText().startsWith(
            u"“Search for “con” below /app in orders” is cut off then and would have to be begun anew."_s),
        qPrintable(child<QMessageBox>()->informativeText()));
    answer(u"Leave"_s);
    QCOMPARE(m_page->session().cluster(), u"search"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
    QVERIFY(!row()->hasFailed());
    QVERIFY2(row()->error().message().contains(u"were left"_s), qPrintable(row()->error().message()));
    QVERIFY(!child<SearchPanel>()->isVisible());
}

void TestZnodeActivity::searchGoesOnWhileOtherPagesAreLookedAt()
{
    searchLong(u"con"_s);
    m_page->hide();
    m_page->showCluster(u"search"_s);
    QTest::qWait(50);
    QVERIFY(!child<QMessageBox>());
    QCOMPARE(m_page->session().cluster(), u"orders"_s);
    m_server->setHold(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().cluster(), u"search"_s, patience);
    QVERIFY2(row()->succeeded(), qPrintable(row()->error().toString()));
}

void TestZnodeActivity::anotherRootIsAskedFirst()
{
    m_server->setHold(true);
    exportTo(m_stage->folder.filePath(u"app.json"_s));
    connectBelow(u"/app"_s);
    QTRY_VERIFY(child<QMessageBox>());
    QVERIFY2(child<QMessageBox>()->informativeText().startsWith(
                 u"“Export /app from orders” is cut off then and would have to be begun anew."_s),
             qPrintable(child<QMessageBox>()->informativeText()));
    answer(u"Cancel"_s);
    QVERIFY(!ended());
    QCOMPARE(m_page->session().view().chroot, QString());
    QCOMPARE(m_page->session().connection().state(), ZnodeConnection::State::Connected);
    connectBelow(u"/app"_s);
    answer(u"Connect Anew"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
    QVERIFY(!row()->hasFailed());
    QVERIFY2(row()->error().message().contains(u"was left"_s), qPrintable(row()->error().message()));
    QCOMPARE(m_page->session().view().chroot, u"/app"_s);
    m_server->setHold(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().connection().state(), ZnodeConnection::State::Connected,
                              patience);
    QVERIFY(m_page->session().connection().hasChroot());
}

/// What ends while it is asked has nothing to lose any more.
void TestZnodeActivity::anotherRootWaitsForTheEnd()
{
    m_server->setHold(true);
    const QString file = m_stage->folder.filePath(u"app.json"_s);
    exportTo(file);
    connectBelow(u"/app"_s);
    QTRY_VERIFY(child<QMessageBox>());
    m_server->setHold(false);
    QTRY_VERIFY_WITH_TIMEOUT(!child<QMessageBox>(), patience);
    QVERIFY2(row()->succeeded(), qPrintable(row()->error().toString()));
    QVERIFY(QFile::exists(file));
    QCOMPARE(m_page->session().view().chroot, u"/app"_s);
    connectBelow(u"/"_s); // nothing runs
    QCOMPARE(m_page->session().view().chroot, QString());
    QVERIFY(!child<QMessageBox>());
}

/// Undo stays: it is the same tree.
void TestZnodeActivity::anotherMemberIsAskedFirst()
{
    m_server->setHold(true);
    exportTo(m_stage->folder.filePath(u"app.json"_s));
    m_page->connectTo(1);
    QTRY_VERIFY(child<QMessageBox>());
    QCOMPARE(child<QMessageBox>()->informativeText(),
             u"“Export /app from orders” is cut off then and would have to be begun anew."_s);
    answer(u"Cancel"_s);
    QVERIFY(!ended());
    QCOMPARE(m_page->session().member(), 0);
    m_page->connectTo(1);
    m_server->setHold(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().member(), 1, patience);
    QVERIFY2(row()->succeeded(), qPrintable(row()->error().toString()));
}

/// The dialog stays, and knows what is there once it can be read again.
void TestZnodeActivity::importComparesAgain()
{
    ZnodeRecord record;
    record.acl = openAcl();
    ZnodeDump dump;
    dump.records = {record};
    m_server->setHold(true);
    auto *dialog = new ImportDialog(m_page->session(), dump, u"x.json"_s,
                                    ZnodePath::trusted(u"/app/imported"_s), m_page);
    dialog->open();
    QTest::qWait(20); // it asks
    m_server->setDown(true);
    QTRY_VERIFY_WITH_TIMEOUT(readable(*dialog).contains(u"Wait until it is back, then try again."_s),
                             patience);
    QVERIFY(!readable(*dialog).contains(u"took effect"_s));
    m_server->setHold(false);
    m_server->setDown(false);
    QTRY_VERIFY2_WITH_TIMEOUT(dialog->counts().startsWith(u"To create: 1."_s), qPrintable(dialog->counts()),
                              patience);
    dialog->reject();
}

void TestZnodeActivity::newMembersWaitForTheEnd_data()
{
    QTest::addColumn<bool>("searches");
    QTest::newRow("search") << true;
    QTest::newRow("export") << false;
}

/// Nobody has asked for another connection: what goes on is not cut off by one.
void TestZnodeActivity::newMembersWaitForTheEnd()
{
    QFETCH(const bool, searches);
    m_server->setHold(true);
    if (searches)
        searchFor(u"con"_s);
    else
        exportTo(m_stage->folder.filePath(u"app.json"_s));
    const ZnodeConnection &connection = m_page->session().connection();
    const qint64 session = connection.sessionId();
    m_stage->addHealthy(ensembleAt({m_server->address(), u"127.0.0.1:1"_s}));
    QTest::qWait(100);
    QCOMPARE(connection.sessionId(), session);
    QVERIFY(!connection.target().servers.contains(u','));
    m_server->setHold(false);
    if (searches)
        QTRY_COMPARE_WITH_TIMEOUT(child<SearchPanel>()->results()->topLevelItemCount(), 1, patience);
    else
        QTRY_VERIFY_WITH_TIMEOUT(ended() && row()->succeeded(), patience);
    // Then the connection follows.
    QTRY_COMPARE_WITH_TIMEOUT(connection.target().servers.count(u','), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(connection.state(), ZnodeConnection::State::Connected, patience);
    QVERIFY(connection.sessionId() != session);
}

void TestZnodeActivity::changesThatAreCutOffStay()
{
    QTRY_VERIFY(m_page->actions().remove->isEnabled());
    m_page->actions().remove->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(child<SubtreeDialog>(), patience);
    m_server->setHold(true);
    QTest::mouseClick(findButton<QPushButton>(*child<SubtreeDialog>(), u"Delete"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(rows().size(), 1, patience);
    QVERIFY(row()->leavesChanges());
    const QString sentence = LastingWork::consequenceFor(*row(), LastingWork::Undo::Goes);
    QCOMPARE(sentence, u"“Delete /app in orders” is cut off then: what it has changed by then stays so and "
                       "can no longer be taken back with Undo."_s);
    m_page->connectTo(1);
    QTRY_VERIFY(child<QMessageBox>());
    QCOMPARE(child<QMessageBox>()->informativeText(),
             u"“Delete /app in orders” is cut off then: what it has changed by then stays so."_s);
    answer(u"Cancel"_s);
    m_server->setHold(false);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
}

/// As long as it only reads for Undo, nothing can have gone wrong.
void TestZnodeActivity::aDeletionReadsOnLater()
{
    QTRY_VERIFY(m_page->actions().remove->isEnabled());
    m_page->actions().remove->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(child<SubtreeDialog>(), patience);
    m_server->setHold(true);
    QTest::mouseClick(findButton<QPushButton>(*child<SubtreeDialog>(), u"Delete"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(rows().size(), 1, patience);
    m_server->setDown(true);
    QTRY_COMPARE_WITH_TIMEOUT(
        said(), u"Deleting /app. The connection is lost. This goes on when it is back."_s, patience);
    QVERIFY(!ended());
    m_server->setHold(false);
    m_server->setDown(false);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), patience);
    QVERIFY2(row()->succeeded(), qPrintable(row()->error().toString()));
    QVERIFY(!m_server->exists(u"/app"_s));
    QTRY_VERIFY2(said().startsWith(u"Deleted /app and everything below"_s), qPrintable(said()));
}

/// It waits for what the person says.
void TestZnodeActivity::undoThatAsksIsNoFailure()
{
    ActivityBar bar(m_stage->log);
    bar.setShownZnodes(u"orders"_s);
    bar.show();
    ZnodeUndo undo;
    undo.what = ZnodeUndo::What::Imported;
    undo.about = ZnodePath::trusted(u"/app"_s);
    for (const auto &path : {u"/app/config"_s, u"/app/list"_s}) {
        ZnodeRecord record;
        record.path = ZnodePath::trusted(path);
        record.value = "old";
        record.acl = openAcl();
        record.version = 7; // it has another one now
        undo.records += record;
    }
    m_page->session().setLastChange(undo);
    child<ZnodeChanger>()->undo();
    QTRY_VERIFY_WITH_TIMEOUT(child<TakeBackDialog>() && child<TakeBackDialog>()->isVisible(), patience);
    QVERIFY(ended());
    QVERIFY(row()->metOthers() && !row()->hasFailed());
    const auto *line = bar.findChild<ElidedLabel *>(u"activitySentence"_s);
    QCOMPARE(line->fullText(), u"Take back the import into /app in orders: not finished"_s);
    QVERIFY2(!readable(bar).contains(row()->endSentence()), qPrintable(readable(bar))); // the page says it
    child<TakeBackDialog>()->reject();
    FakeTask *later = m_stage->addTask(u"orders"_s, u"Stop orders"_s, {});
    QTRY_VERIFY(later->begun().isValid());
    later->succeed();
    QVERIFY(!bar.findChild<QPushButton *>(u"activityUnread"_s)->isVisible());
}

QTEST_MAIN(TestZnodeActivity)
#include "tst_znodeactivity.moc"
