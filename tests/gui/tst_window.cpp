// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/activityhistory.h"
#include "clusters/journal.h"
#include "clusters/operationtask.h"
#include "ensemble/ensemblejson.h"
#include "gui/stage.h"
#include "itemmodels/clustertreemodel.h"
#include "itemmodels/znodetreemodel.h"
#include "ui/activity/activitybar.h"
#include "ui/activity/historydialog.h"
#include "ui/clusterpage.h"
#include "ui/look/banner.h"
#include "ui/look/theme.h"
#include "ui/look/translations.h"
#include "ui/mainwindow.h"
#include "ui/notices.h"
#include "ui/overview/clusteractions.h"
#include "ui/overview/memberactions.h"
#include "ui/overview/membercard.h"
#include "ui/overview/overviewpage.h"
#include "ui/start/enginepage.h"
#include "ui/start/welcomepage.h"
#include "ui/wizard/clusterwizard.h"
#include "ui/wizard/wizarddraft.h"
#include "ui/znodes/draftbutton.h"
#include "ui/znodes/znodespage.h"
#include "ui/znodes/znodetreeview.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QSysInfo>
#include <QtCore/QPointer>
#include <QtCore/QTranslator>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QTreeView>

#include <algorithm>

using namespace zoodock;
using namespace zoodock::test;

class TestWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslations(*qApp)); }
    void init();
    void cleanup();
    void welcomesWithOneAction();
    void createsWithOneKey();
    void saysWhyNothingWasCreated();
    void helpsWithoutAnEngine();
    void createsNothingWithoutAnEngine();
    void choosesAnotherContext();
    void tellsOfAHalfMadeCluster();
    void showsClustersEvenWithoutAnEngine();
    void sidebarChoosesThePage();
    void tabChoosesNoCluster();
    void removedClusterGivesWay_data();
    void removedClusterGivesWay();
    void shownFoundOneGetsAnotherName();
    void anotherProgramsClusterWaits();
    void clusterGoesWhileItIsAdded();
    void removedClusterComesBack();
    void removedMemberGivesWayToItsCluster();
    void anotherClusterHasNoMarkedMember();
    void everySelectedMemberIsMarked();
    void changingTheViewChoosesNoMember();
    void runningWorkKeepsTheLanguage();
    void menuOfAMemberIsItsOwn();
    void pagesLeaveTheMenusTheirKeys_data();
    void pagesLeaveTheMenusTheirKeys();
    void rememberedCluster();
    void collapsedStaysCollapsed();
    void shownAsSoonAsItIsThere();
    void quickstartMakes();
    void quickstartStartsWhatStopped();
    void quickstartFinishesWhatIsHalfMade();
    void quickstartWaitsForTheFirstLook();
    void quickstartWaitsForAnotherProcess_data();
    void quickstartWaitsForAnotherProcess();
    void marksWhatATestRunMakes();
    void wizardMakesACluster();
    void failedWishIsNotRemembered();
    void failedWishIsChanged();
    void failedQuickstartIsChanged();
    void wizardDuplicates();
    void everyActionHasAKeyOrAMenu();
    void memberMenuFollowsTheSelection();
    void refreshAsksAgain();
    void themes();
    void statusBarCounts();
    void remembersGeometry();
    void remembersTabsAndColumns();
    void quitAsksWhileSomethingRuns();
    void quitSaysWhatIsCutOff();
    void quitQuestionFollows();
    void unreadFailuresAreCountedAtTheNextStart();
    void earlierFailuresAreAnsweredInThisStart();
    void oneBannerForAllThatAreGone();
    void shiftF10OpensTheMenu();
    void quitAsksWhileAZnodeIsUnsaved();
    void quitNamesTheUnsavedZnodes();
    void closingByCodeDoesNotAsk();
    void showsTheHistory();
    void about();

private:
    void failBeforeThisStart();
    void makeWindow();
    void settle();
    template <typename T>
    [[nodiscard]] bool shows() const
    {
        const T *page = m_window->findChild<T *>();
        return page && page->isVisible();
    }
    [[nodiscard]] QTreeView *tree() const { return m_window->findChild<QTreeView *>(u"clusterTree"_s); }
    [[nodiscard]] OverviewPage *overview() const { return m_window->findChild<OverviewPage *>(); }

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindow::init()
{
    m_stage = std::make_unique<Stage>();
    m_stage->docker.rule({u"stats"_s}).hang(); // of whatever is looked at
    makeWindow();
}

void TestWindow::cleanup()
{
    m_window.reset();
    m_stage.reset();
}

void TestWindow::makeWindow()
{
    m_window = std::make_unique<MainWindow>(m_stage->services);
    QVERIFY(showActive(*m_window));
}

/// The engines have been looked at once. The played docker's event stream never ends.
void TestWindow::settle()
{
    m_stage->docker.rule({u"events"_s}).hang();
    m_stage->engineAnswers();
    m_stage->everythingWorks();
    m_stage->monitor.start();
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->monitor.isSettled(), 20'000);
}

void TestWindow::welcomesWithOneAction()
{
    QVERIFY(shows<WelcomePage>());
    QVERIFY(!shows<OverviewPage>());
    QVERIFY(readable(*m_window).contains(u"No clusters yet"_s));
    QVERIFY(findButton<QPushButton>(*m_window, u"Create a 3-Node Cluster"_s));
}

void TestWindow::createsWithOneKey()
{
    settle();
    QTest::mouseClick(findButton<QPushButton>(*m_window, u"Create a 3-Node Cluster"_s), Qt::LeftButton);
    QVERIFY(!findButton<QPushButton>(*m_window, u"Create a 3-Node Cluster"_s)
                 ->isEnabled()); // it shows that it works
    QVERIFY(readable(*m_window).contains(u"Looking at the Docker engine"_s));
    QTRY_COMPARE(m_stage->log.tasks().size(), 1);
    QTRY_VERIFY(shows<OverviewPage>());
    QCOMPARE(overview()->cluster(), u"quickstart"_s);
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_stage->log.tasks().size(), 2);
    QTRY_COMPARE(overview()->cluster(), u"cluster-2"_s);
    QCOMPARE(m_stage->store.clusterNames(), QStringList({u"cluster-2"_s, u"quickstart"_s}));
    const QList<ClusterTask *> tasks = m_stage->log.tasks();
    for (ClusterTask *task : tasks)
        task->cancel();
    for (ClusterTask *task : tasks)
        QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), 30'000);
}

void TestWindow::saysWhyNothingWasCreated()
{
    m_stage->docker.ruleMatching(u"."_s)
        .err("Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon "
             "running?\n")
        .exit(1);
    QTest::mouseClick(findButton<QPushButton>(*m_window, u"New 3-Node Cluster"_s), Qt::LeftButton);
    QTRY_COMPARE(m_stage->log.tasks().size(), 1);
    const QPointer<ClusterTask> task = m_stage->log.tasks().constFirst();
    QTRY_VERIFY(task->isFinished());
    const auto *bar = m_window->findChild<ActivityBar *>();
    QVERIFY(bar->isVisible());
    QVERIFY2(readable(*bar).contains(u"engine"_s, Qt::CaseInsensitive), qPrintable(readable(*bar)));
    QVERIFY(findButton<QPushButton>(*bar, u"Try Again"_s));
    QVERIFY(findButton<QPushButton>(*m_window, u"Create a 3-Node Cluster"_s)->isEnabled());
    QTest::mouseClick(findButton<QPushButton>(*bar, u"Dismiss"_s), Qt::LeftButton);
    QTRY_VERIFY(!task);
    QVERIFY(!bar->isVisible());
}

void TestWindow::helpsWithoutAnEngine()
{
    m_stage->engine(EngineStatus::Reach::Silent,
                    Error(ErrorKind::EngineForbidden, u"No permission."_s, u"dial unix: EACCES"_s));
    QVERIFY(shows<EnginePage>());
    QVERIFY(readable(*m_window->findChild<EnginePage *>()).contains(u"EACCES"_s));
    QTest::mouseClick(m_window->findChild<QPushButton *>(u"engineCopy"_s), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains(u"usermod"_s));
    m_stage->engine(EngineStatus::Reach::Silent, Error(ErrorKind::ProgramMissing, u"No docker."_s));
    QVERIFY(m_window->findChild<EnginePage *>()->findChild<QLineEdit *>()->text().contains(u"install"_s));
    m_stage->engine(EngineStatus::Reach::Answers);
    QVERIFY(shows<WelcomePage>()); // by itself
}

void TestWindow::createsNothingWithoutAnEngine()
{
    auto *add = m_window->findChild<QPushButton *>(u"sidebarNew"_s);
    QVERIFY(add->isEnabled());
    m_stage->engine(EngineStatus::Reach::Silent, Error(ErrorKind::EngineDown, u"No answer."_s));
    QVERIFY(!add->isEnabled());
    QVERIFY(add->toolTip().contains(u"does not answer"_s));
    m_stage->engine(EngineStatus::Reach::Silent, Error(ErrorKind::ProgramMissing, u"No docker."_s));
    QCOMPARE(add->toolTip(), u"The docker command does not start."_s);
    m_stage->engine(EngineStatus::Reach::Answers);
    QVERIFY(add->isEnabled());
    QVERIFY(!add->toolTip().contains(u"does not answer"_s));
}

void TestWindow::choosesAnotherContext()
{
    m_stage->docker.rule({u"context"_s, u"ls"_s})
        .out("{\"Current\":true,\"Description\":\"\",\"DockerEndpoint\":\"unix:///var/run/docker.sock\","
             "\"Name\":\"default\"}\n"
             "{\"Current\":false,\"Description\":\"\",\"DockerEndpoint\":\"ssh://far\",\"Name\":\"far\"}\n");
    settle();
    m_stage->engine(EngineStatus::Reach::Silent, Error(ErrorKind::EngineDown, u"No answer."_s));
    QVERIFY(shows<EnginePage>());
    auto *contexts = m_window->findChild<QComboBox *>(u"engineContexts"_s);
    QTRY_VERIFY(contexts->isVisible());
    QCOMPARE(contexts->count(), 1); // not the one that is silent
    QVERIFY(contexts->currentText().contains(u"ssh://far"_s));
    QTest::mouseClick(m_window->findChild<QPushButton *>(u"engineUseContext"_s), Qt::LeftButton);
    QCOMPARE(m_stage->settings.text(SettingKey::DockerContext), u"far"_s);
    QVERIFY(readable(*m_window).contains(u"far"_s));
    QTRY_VERIFY(!m_stage->docker.callLines().filter(u"--context far"_s).isEmpty()); // it is looked at
}

void TestWindow::tellsOfAHalfMadeCluster()
{
    m_stage->addHealthy(u"orders"_s);
    m_stage->addHealthy(u"search"_s);
    QCOMPARE(overview()->cluster(), u"orders"_s);
    const auto notice = [this]() -> Banner * {
        for (Banner *banner : m_window->findChildren<Banner *>()) {
            if (banner->isVisible() &&
                banner->sentence().contains(u"A change of “search” was interrupted."_s))
                return banner;
        }
        return nullptr;
    };
    QVERIFY(!notice());
    m_stage->store.setHalfMade(u"search"_s, true);
    QVERIFY(notice());
    QTest::mouseClick(findButton<QPushButton>(*notice(), u"Show"_s), Qt::LeftButton);
    QCOMPARE(overview()->cluster(), u"search"_s);
    QVERIFY2(findButton<QPushButton>(*m_window, u"Finish"_s), "its own page offers what can be done");
    m_window->showCluster(u"orders"_s);
    QTRY_VERIFY(!notice()); // it was seen
    m_stage->store.setHalfMade(u"search"_s, false);
    m_stage->store.setHalfMade(u"search"_s, true);
    QVERIFY(notice());
    m_stage->store.setHalfMade(u"search"_s, false);
    QTRY_VERIFY(!notice());
}

void TestWindow::showsClustersEvenWithoutAnEngine()
{
    m_stage->engine(EngineStatus::Reach::Silent, Error(ErrorKind::EngineDown, u"No answer."_s));
    m_stage->addHealthy(u"orders"_s);
    QVERIFY(shows<OverviewPage>());
    QVERIFY(!shows<EnginePage>());
    QTRY_VERIFY(m_window->findChild<Banner *>()->isVisible());
}

void TestWindow::sidebarChoosesThePage()
{
    m_stage->addHealthy(u"orders"_s);
    m_stage->addHealthy(u"search"_s, 1);
    QCOMPARE(overview()->cluster(), u"orders"_s); // the first that came
    tree()->setFocus();
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(tree(), Qt::Key_Down); // over its three members
    QCOMPARE(overview()->cluster(), u"search"_s);
    QTest::keyClick(tree(), Qt::Key_Up);
    QCOMPARE(overview()->cluster(), u"orders"_s);
    QVERIFY(overview()->currentMemberActions()); // zoo3
    const QRect row = tree()->visualRect(tree()->model()->index(1, 0));
    QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(overview()->cluster(), u"search"_s);
    QVERIFY(!overview()->currentMemberActions());
}

/// Where nothing is chosen, coming by is no choice, and still shows where one is.
void TestWindow::tabChoosesNoCluster()
{
    m_stage->addHealthy(u"orders"_s);
    m_stage->addHealthy(u"search"_s, 1);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->setAttribute(Qt::WA_KeyboardFocusChange); // as after the first Tab
    m_stage->store.removeWanted(u"orders"_s);
    QTRY_VERIFY(shows<WelcomePage>());
    m_window->findChild<QPushButton *>(u"sidebarNew"_s)->setFocus(Qt::TabFocusReason);
    const QImage before = tree()->grab().toImage();
    tree()->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(tree()->hasFocus());
    QVERIFY(shows<WelcomePage>());
    QVERIFY(!tree()->currentIndex().isValid());
    QVERIFY(tree()->grab().toImage() != before);
    QTest::keyClick(tree(), Qt::Key_Down);
    QCOMPARE(overview()->cluster(), u"search"_s);
}

void TestWindow::removedClusterGivesWay_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("member");
    QTest::newRow("the first") << u"orders"_s << -1;
    QTest::newRow("the last") << u"search"_s << -1;
    QTest::newRow("with a member selected") << u"orders"_s << 1;
}

/// To no other: the next Del, or a click where the hand is, would be about that one.
void TestWindow::removedClusterGivesWay()
{
    QFETCH(QString, name);
    QFETCH(int, member);
    m_stage->addHealthy(u"orders"_s);
    m_stage->addHealthy(u"search"_s, 1);
    m_window->showCluster(name);
    if (member >= 0)
        tree()->setCurrentIndex(tree()->model()->index(member, 0, tree()->currentIndex()));
    const auto *remove = m_window->findChild<QAction *>(u"clusterRemove"_s);
    QTRY_VERIFY(remove->isEnabled());
    QCOMPARE(overview()->cluster(), name);
    const QString other = name == "orders"_L1 ? u"search"_s : u"orders"_s;
    m_stage->store.removeWanted(name);
    const auto nothingIsShown = [this] {
        return shows<WelcomePage>() && overview()->cluster().isEmpty() && !tree()->currentIndex().isValid() &&
               !tree()->selectionModel()->hasSelection();
    };
    QTRY_VERIFY(nothingIsShown());
    QTRY_VERIFY(!remove->isEnabled());
    const auto *notices = m_window->findChild<Notices *>();
    QVERIFY2(readable(*notices).contains(u"“%1” was removed"_s.arg(name)), qPrintable(readable(*notices)));
    m_stage->store.setWanted(Stage::ensemble(u"found"_s, 1), WantedOrigin::Discovered);
    QVERIFY(nothingIsShown()); // what others started does not push itself forward
    m_stage->store.removeWanted(other);
    QTRY_VERIFY(nothingIsShown());
    tree()->setFocus();
    QTest::keyClick(tree(), Qt::Key_Down);
    QVERIFY(shows<OverviewPage>());
    QCOMPARE(overview()->cluster(), u"found"_s);
    m_stage->store.removeWanted(u"found"_s);
    QTRY_VERIFY(nothingIsShown());
    QTRY_VERIFY2(readable(*notices).contains(u"“found” is gone: its containers were removed"_s),
                 qPrintable(readable(*notices)));
}

/// A discovered cluster that is named anew stays what is shown, without a word of its going.
void TestWindow::shownFoundOneGetsAnotherName()
{
    settle();
    Ensemble found = Stage::ensemble(u"zk-a"_s, 1);
    found.members.first().container = u"zk-a"_s;
    m_stage->store.setWanted(found, WantedOrigin::Discovered);
    m_window->showCluster(u"zk-a"_s);
    QTRY_COMPARE(overview()->cluster(), u"zk-a"_s);
    found.name = u"zk"_s;
    m_stage->store.setWanted(found, WantedOrigin::Discovered);
    m_stage->store.removeWanted(u"zk-a"_s);
    QTRY_COMPARE(overview()->cluster(), u"zk"_s);
    QVERIFY(shows<OverviewPage>());
    QTRY_COMPARE(tree()->currentIndex().data(ClusterTreeModel::ClusterNameRole).toString(), u"zk"_s);
    QVERIFY(!m_window->findChild<Notices *>()->isVisible());
}

/// A person may be doing something else, an open wizard perhaps.
void TestWindow::anotherProgramsClusterWaits()
{
    settle();
    m_stage->addHealthy(u"orders"_s);
    QVERIFY(shows<WelcomePage>());
    QVERIFY(!tree()->currentIndex().isValid());
    m_window->showCluster(u"orders"_s);
    QVERIFY(shows<OverviewPage>());
    // A file that is written anew by way of removal.
    m_stage->store.removeWanted(u"orders"_s);
    QTRY_VERIFY(shows<WelcomePage>());
    m_stage->addHealthy(u"search"_s, 1);
    QVERIFY(shows<WelcomePage>());
    m_stage->addHealthy(u"orders"_s);
    QTRY_VERIFY(shows<OverviewPage>());
    QCOMPARE(overview()->cluster(), u"orders"_s);
}

/// Somebody who heard of it first.
void TestWindow::clusterGoesWhileItIsAdded()
{
    m_window.reset();
    QObject context;
    connect(&m_stage->store, &ClusterStore::clusterAdded, &context,
            [this](const QString &name) { m_stage->store.removeWanted(name); });
    makeWindow();
    m_stage->store.setWanted(Stage::ensemble(u"orders"_s, 3), WantedOrigin::File);
    QVERIFY(shows<WelcomePage>());
    QVERIFY(!tree()->currentIndex().isValid());
}

/// Nobody has chosen another meanwhile.
void TestWindow::removedClusterComesBack()
{
    const Ensemble orders = Stage::ensemble(u"orders"_s, 3);
    m_stage->addHealthy(orders);
    m_stage->addHealthy(u"search"_s, 1);
    m_window->showCluster(u"orders"_s);
    m_stage->store.removeWanted(u"orders"_s);
    const auto *notices = m_window->findChild<Notices *>();
    QTRY_VERIFY(shows<WelcomePage>() && notices->isVisible());
    m_stage->addHealthy(orders);
    QTRY_VERIFY(!notices->isVisible());
    QCOMPARE(overview()->cluster(), u"orders"_s);
    QCOMPARE(tree()->currentIndex().data(ClusterTreeModel::ClusterNameRole).toString(), u"orders"_s);

    m_stage->store.removeWanted(u"orders"_s);
    QTRY_VERIFY(notices->isVisible());
    m_window->showCluster(u"search"_s);
    m_stage->addHealthy(orders);
    QTRY_VERIFY(!notices->isVisible());
    QCOMPARE(overview()->cluster(), u"search"_s);

    // What is done here is told by its activity.
    m_stage->store.setBusy(u"search"_s, true);
    m_stage->store.removeWanted(u"search"_s);
    QTRY_VERIFY(shows<WelcomePage>());
    QVERIFY(!notices->isVisible());
}

void TestWindow::removedMemberGivesWayToItsCluster()
{
    Ensemble ensemble = Stage::ensemble(u"orders"_s, 3);
    m_stage->addHealthy(ensemble);
    const QModelIndex cluster = tree()->model()->index(0, 0);
    tree()->setCurrentIndex(tree()->model()->index(2, 0, cluster));
    QVERIFY(overview()->currentMemberActions());
    ensemble.members.removeLast();
    m_stage->store.setWanted(ensemble, WantedOrigin::File);
    QTRY_COMPARE(tree()->model()->rowCount(cluster), 2);
    QCOMPARE(tree()->currentIndex(), cluster);
    QCOMPARE(tree()->selectionModel()->selectedIndexes(), QModelIndexList{cluster});
    QVERIFY(!overview()->currentMemberActions());
}

void TestWindow::anotherClusterHasNoMarkedMember()
{
    m_stage->addHealthy(u"orders"_s);
    m_stage->addHealthy(u"search"_s);
    tree()->setCurrentIndex(tree()->model()->index(1, 0, tree()->model()->index(0, 0)));
    const auto *card = overview()->findChildren<MemberCard *>().at(1);
    QVERIFY(card->isCurrent());
    m_window->showCluster(u"search"_s);
    QVERIFY(!card->isCurrent());
    QVERIFY(!overview()->currentMemberActions());
}

void TestWindow::everySelectedMemberIsMarked()
{
    m_stage->addHealthy(u"orders"_s);
    const QModelIndex cluster = tree()->model()->index(0, 0);
    const auto marked = [this] {
        QStringList names;
        for (const MemberCard *card : overview()->findChildren<MemberCard *>())
            names += card->isCurrent() ? QString::number(card->memberId()) : QString();
        names.removeAll(QString());
        names.sort();
        return names.join(u' ');
    };
    const auto click = [&](int member, Qt::KeyboardModifiers modifiers) {
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, modifiers,
                          tree()->visualRect(tree()->model()->index(member - 1, 0, cluster)).center());
    };
    click(1, {});
    QCOMPARE(marked(), u"1"_s);
    click(3, Qt::ControlModifier);
    QCOMPARE(marked(), u"1 3"_s);
    click(3, Qt::ControlModifier); // and out again, though it stays the current row
    QCOMPARE(marked(), u"1"_s);
    overview()->findChildren<MemberCard *>().at(1)->setFocus(Qt::TabFocusReason);
    QCOMPARE(marked(), u"2"_s);
    tree()->setCurrentIndex(cluster);
    QCOMPARE(marked(), QString());
}

/// The focus of a view that goes would move to the first card, and what then acts on the selection on zoo1.
void TestWindow::changingTheViewChoosesNoMember()
{
    m_stage->addHealthy(u"orders"_s);
    tree()->setCurrentIndex(tree()->model()->index(0, 0));
    auto *page = m_window->findChild<ClusterPage *>();
    const auto typeInTheLogs = [&] {
        QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
        const QList<QLineEdit *> fields = page->currentWidget()->findChildren<QLineEdit *>();
        for (QLineEdit *field : fields) {
            if (field->isVisible() && field->isEnabled()) {
                field->setFocus();
                return field->hasFocus();
            }
        }
        return false;
    };
    QTRY_VERIFY(m_window->isActiveWindow());
    QVERIFY(typeInTheLogs());
    QTest::keyClick(m_window->focusWidget(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(page->currentIndex(), 0);
    QCOMPARE(tree()->currentIndex().data().toString(), u"orders"_s);
    QVERIFY(typeInTheLogs());
    QTest::mouseClick(page->tabBar(), Qt::LeftButton, {}, page->tabBar()->tabRect(0).center());
    QCOMPARE(page->currentIndex(), 0);
    QCOMPARE(tree()->currentIndex().data().toString(), u"orders"_s);
}

void TestWindow::runningWorkKeepsTheLanguage()
{
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Create orders"_s, {});
    QTRY_VERIFY(task->begun().isValid());
    m_stage->settings.setValue(SettingKey::Language, u"zh_CN"_s);
    QCOMPARE(m_window->statusBar()->currentMessage(),
             u"The language changes as soon as what runs now has ended."_s);
    task->succeed();
}

/// With its cluster selected beside it, too.
void TestWindow::menuOfAMemberIsItsOwn()
{
    m_stage->addHealthy(u"orders"_s);
    const QModelIndex cluster = tree()->model()->index(0, 0);
    const QModelIndex member = tree()->model()->index(1, 0, cluster);
    tree()->setCurrentIndex(cluster);
    tree()->selectionModel()->select(member, QItemSelectionModel::Select);
    Q_EMIT tree()->customContextMenuRequested(tree()->visualRect(member).center());
    const auto *menu = tree()->parent()->findChild<QMenu *>();
    QVERIFY(menu);
    const auto has = [menu](const QString &toolTip) {
        const QList<QAction *> actions = menu->actions();
        return std::any_of(actions.cbegin(), actions.cend(),
                           [&toolTip](const QAction *action) { return action->toolTip().contains(toolTip); });
    };
    QVERIFY(!menu->actions().contains(m_window->findChild<QAction *>(u"clusterRemove"_s)));
    QVERIFY(has(u"zoo2"_s));
    QCOMPARE(tree()->selectionModel()->selectedIndexes(), QModelIndexList{member});
}

void TestWindow::pagesLeaveTheMenusTheirKeys_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Chinese") << u"zh_CN"_s;
}

/// Two things with one mnemonic: neither is reached.
void TestWindow::pagesLeaveTheMenusTheirKeys()
{
    QFETCH(QString, language);
    QTranslator chinese;
    if (language != "en"_L1) {
        QVERIFY(chinese.load(u":/translations/zoodock_zh_CN.qm"_s));
        QVERIFY(QApplication::installTranslator(&chinese));
        m_window.reset();
        makeWindow();
    }
    m_stage->addHealthy(u"orders"_s);
    QSet<QString> taken;
    const QList<QAction *> menus = m_window->menuBar()->actions();
    for (const QAction *menu : menus)
        taken += QKeySequence::mnemonic(menu->text()).toString();
    QCOMPARE(taken.size(), 4);
    int seen = 0;
    const auto check = [&taken, &seen](const QString &text) {
        const QString keys = QKeySequence::mnemonic(text).toString();
        seen += keys.isEmpty() ? 0 : 1;
        if (taken.contains(keys))
            qWarning("taken: %s", qPrintable(text));
        return !taken.contains(keys);
    };
    bool free = true;
    for (const auto *label : m_window->findChildren<QLabel *>())
        free = (!label->buddy() || check(label->text())) && free;
    for (const auto *button : m_window->findChildren<QAbstractButton *>())
        free = (button->findChild<QMenu *>() || check(button->text())) && free;
    QVERIFY(free);
    QVERIFY(seen > 4);
    QTest::keyClick(m_window.get(), Qt::Key_M, Qt::AltModifier);
    QTRY_VERIFY(menus.at(1)->menu()->isVisible());
    menus.at(1)->menu()->close();
}

void TestWindow::rememberedCluster()
{
    m_stage->addHealthy(u"orders"_s);
    m_stage->addHealthy(u"search"_s, 1);
    m_window->showCluster(u"search"_s);
    m_window->close();
    m_window.reset();
    m_stage->store.removeWanted(u"search"_s);
    makeWindow();
    QCOMPARE(overview()->cluster(), u"orders"_s);
    m_stage->addHealthy(u"search"_s, 1); // read a moment later
    QCOMPARE(overview()->cluster(), u"search"_s);
}

void TestWindow::collapsedStaysCollapsed()
{
    m_stage->addHealthy(u"orders"_s);
    m_stage->addHealthy(u"search"_s, 1);
    const auto expanded = [this](int row) { return tree()->isExpanded(tree()->model()->index(row, 0)); };
    QVERIFY(expanded(0) && expanded(1));
    tree()->setCurrentIndex(tree()->model()->index(1, 0));
    QTest::keyClick(tree(), Qt::Key_Left);
    QVERIFY(!expanded(1));
    m_stage->addHealthy(u"alpha"_s);
    QVERIFY(expanded(0) && expanded(1) && !expanded(2));
    m_stage->store.removeWanted(u"search"_s);
    m_stage->addHealthy(u"search"_s, 3);
    QVERIFY(!expanded(2));
}

void TestWindow::shownAsSoonAsItIsThere()
{
    m_stage->addHealthy(u"orders"_s);
    m_window->showCluster(u"later"_s);
    QCOMPARE(overview()->cluster(), u"orders"_s);
    m_stage->addHealthy(u"later"_s);
    QCOMPARE(overview()->cluster(), u"later"_s);
}

void TestWindow::quickstartMakes()
{
    settle();
    m_window->quickstart(u"demo"_s, 1);
    QTRY_COMPARE(m_stage->log.tasks().size(), 1);
    QTRY_COMPARE(overview()->cluster(), u"demo"_s);
    QCOMPARE(m_stage->store.cluster(u"demo"_s)->ensemble.image.reference, u"zoodock/zookeeper:3.8"_s);
    QTRY_VERIFY(!m_stage->changes().filter(u"demo-zoo1"_s).isEmpty());
    m_stage->log.tasks().constFirst()->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->log.tasks().constFirst()->isFinished(), 30'000);
}

void TestWindow::quickstartStartsWhatStopped()
{
    settle();
    m_stage->addHealthy(u"demo"_s);
    m_stage->live(u"demo"_s, 2, ContainerLife::Exited);
    m_window->quickstart(u"demo"_s, 3);
    QTRY_COMPARE(m_stage->log.tasks().size(), 1);
    QVERIFY(m_stage->log.tasks().constFirst()->title().startsWith(u"Start"_s));
    QTRY_COMPARE(m_stage->changes().filter(u"start"_s).size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->log.tasks().constFirst()->isFinished(), 30'000);
}

void TestWindow::quickstartFinishesWhatIsHalfMade()
{
    settle();
    m_stage->addHealthy(u"demo"_s);
    m_stage->store.setHalfMade(u"demo"_s, true);
    m_window->quickstart(u"demo"_s, 3);
    QTRY_COMPARE(m_stage->log.tasks().size(), 1);
    QVERIFY(m_stage->log.tasks().constFirst()->title().startsWith(u"Finish"_s));
    QVERIFY(m_stage->log.tasks().constFirst()->again());
    m_stage->log.tasks().constFirst()->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->log.tasks().constFirst()->isFinished(), 30'000);
}

void TestWindow::quickstartWaitsForTheFirstLook()
{
    m_stage->addHealthy(u"demo"_s);
    m_window->quickstart(u"demo"_s, 3);
    QCOMPARE(overview()->cluster(), u"demo"_s); // shown at once
    m_stage->live(u"demo"_s, 2, ContainerLife::Exited);
    QTest::qWait(50);
    QVERIFY2(m_stage->log.tasks().isEmpty(), "nothing is done before the engine was looked at");
}

void TestWindow::quickstartWaitsForAnotherProcess_data()
{
    QTest::addColumn<bool>("made");
    QTest::newRow("adopts what the other one made") << true;
    QTest::newRow("makes it once the other one gave up") << false;
}

/// Another zoodock is making the cluster: played by a process that "holds" its lock.
void TestWindow::quickstartWaitsForAnotherProcess()
{
    QFETCH(bool, made);
    settle();
    QProcess other;
    other.start(u"sleep"_s, {u"60"_s});
    QVERIFY(other.waitForStarted());
    QFile lock(m_stage->folder.filePath(u"clusters/demo.lock"_s));
    QDir().mkpath(m_stage->folder.filePath(u"clusters"_s));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(u"%1\nsleep\n%2\n\n\n"_s.arg(other.processId()).arg(QSysInfo::machineHostName()).toUtf8());
    lock.close();
    m_stage->repository.open();
    m_window->quickstart(u"demo"_s, 3);
    QTest::qWait(600);
    QVERIFY2(m_stage->log.tasks().isEmpty(), "the other process is making it");
    if (made) {
        QFile file(m_stage->folder.filePath(u"clusters/demo.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(toJson(Stage::ensemble(u"demo"_s, 3)));
        file.close();
        QTRY_COMPARE(overview()->cluster(), u"demo"_s); // seen while it is being made
        QTRY_VERIFY(m_stage->store.cluster(u"demo"_s)->changedElsewhere);
        QVERIFY(!overview()->actions().remove->isEnabled());
        QVERIFY(overview()->actions().remove->toolTip().contains(u"Another process"_s));
        m_stage->addHealthy(u"demo"_s);
    }
    other.kill();
    QVERIFY(other.waitForFinished());
    QVERIFY(lock.remove());
    if (made) {
        QTRY_VERIFY(overview()->actions().remove->isEnabled());
        QTest::qWait(600);
        QVERIFY2(m_stage->log.tasks().isEmpty(), "it runs: there is nothing left to do");
    } else {
        QTRY_COMPARE(m_stage->log.tasks().size(), 1);
        m_stage->log.tasks().constFirst()->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->log.tasks().constFirst()->isFinished(), 30'000);
    }
    QVERIFY(!m_window->findChild<Banner *>() || !m_window->findChild<Banner *>()->isVisible());
}

void TestWindow::marksWhatATestRunMakes()
{
    qputenv("ZOODOCK_TEST_RUN", "run-7");
    settle();
    m_window->quickstart(u"demo"_s, 1);
    QTRY_VERIFY(m_stage->store.cluster(u"demo"_s));
    qunsetenv("ZOODOCK_TEST_RUN");
    QCOMPARE(m_stage->store.cluster(u"demo"_s)->ensemble.testRun, u"run-7"_s);
    QTRY_VERIFY(!m_stage->docker.callLines().filter(u"org.zoodock.test=run-7"_s).isEmpty());
    m_stage->log.tasks().constFirst()->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->log.tasks().constFirst()->isFinished(), 30'000);
}

void TestWindow::wizardMakesACluster()
{
    settle();
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QPointer<ClusterWizard> wizard = m_window->findChild<ClusterWizard *>();
    QVERIFY(wizard);
    QVERIFY(QTest::qWaitForWindowActive(wizard));
    QTest::keyClicks(wizard->focusWidget(), u"orders"_s); // "quickstart" was selected
    for (int pages = 0; pages < 4; ++pages)
        QTest::keyClick(wizard->focusWidget(), Qt::Key_Return);
    QCOMPARE(wizard->step(), WizardStep::Review);
    QTRY_VERIFY_WITH_TIMEOUT(wizard->findChild<QPushButton *>(u"wizardNext"_s)->isEnabled(), 20'000);
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->log.tasks().size(), 1, 20'000);
    QTRY_VERIFY(!wizard);
    QTRY_COMPARE(overview()->cluster(), u"orders"_s);
    ClusterTask *task = m_stage->log.tasks().constFirst();
    const auto waits = [task] {
        return !task->steps().isEmpty() && task->steps().constLast().state == StepState::Running;
    };
    QTRY_VERIFY_WITH_TIMEOUT(waits(), 20'000);
    QCOMPARE(m_stage->docker.callLines().filter(QRegularExpression(u"--name orders-zoo[123] "_s)).size(), 3);
    const Ensemble made = m_stage->store.cluster(u"orders"_s)->ensemble;
    const auto lastWish = [this] { return m_stage->settings.text(SettingKey::LastWish); };
    QVERIFY2(lastWish().isEmpty(), "it is not made yet");
    m_stage->addHealthy(made);
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), 20'000);
    QVERIFY2(task->succeeded(), qPrintable(task->error().toString()));
    QVERIFY2(lastWish().contains(u"\"members\""_s), qPrintable(lastWish()));
}

/// The next wizard begins with what was made, not with what could not be.
void TestWindow::failedWishIsNotRemembered()
{
    m_stage->docker.rule({u"run"_s, u"--detach"_s})
        .err("Error response from daemon: no space left on device\n")
        .exit(1);
    settle();
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    const QPointer<ClusterWizard> wizard = m_window->findChild<ClusterWizard *>();
    QVERIFY(wizard);
    QVERIFY(QTest::qWaitForWindowActive(wizard));
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(wizard->step(), WizardStep::Review);
    QTRY_VERIFY_WITH_TIMEOUT(wizard->findChild<QPushButton *>(u"wizardNext"_s)->isEnabled(), patience);
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->log.tasks().size(), 1, patience);
    const ClusterTask *task = m_stage->log.tasks().constFirst();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patience);
    QVERIFY(task->hasFailed());
    QVERIFY(m_stage->settings.text(SettingKey::LastWish).isEmpty());
}

/// What was typed is not lost: the wizard opens with it, and creating from there answers the failure.
void TestWindow::failedWishIsChanged()
{
    const QString goOn = m_stage->docker.file("go-on");
    m_stage->docker.rule({u"run"_s, u"--detach"_s})
        .waitForFile(goOn)
        .err("Error response from daemon: no space left on device\n")
        .exit(1);
    settle();
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QPointer<ClusterWizard> wizard = m_window->findChild<ClusterWizard *>();
    QVERIFY(wizard);
    QVERIFY(QTest::qWaitForWindowActive(wizard));
    auto *draft = wizard->findChild<WizardDraft *>();
    draft->setName(u"orders"_s);
    draft->edit([](Ensemble &ensemble) { ensemble.settings.insert(u"tickTime"_s, u"3000"_s); });
    draft->choosePort(2, PortKind::Client, 2300);
    const auto create = [&] {
        QTest::keyClick(wizard->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(wizard->findChild<QPushButton *>(u"wizardNext"_s)->isEnabled(), patience);
        QTest::keyClick(wizard->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!wizard, patience);
    };
    create();
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->log.tasks().size(), 1, patience);
    const QPointer<ClusterTask> first = m_stage->log.tasks().constFirst();
    auto *change = m_window->findChild<QPushButton *>(u"activityChange"_s);
    QVERIFY(change);
    QVERIFY(!change->isVisible()); // it runs
    QVERIFY(QFile(goOn).open(QIODevice::WriteOnly));
    QTRY_VERIFY_WITH_TIMEOUT(first->isFinished(), patience);
    QVERIFY(first->hasFailed());
    QVERIFY(change->isVisible());

    QTest::mouseClick(change, Qt::LeftButton);
    wizard = m_window->findChild<ClusterWizard *>();
    QVERIFY(wizard);
    QVERIFY(QTest::qWaitForWindowActive(wizard));
    draft = wizard->findChild<WizardDraft *>();
    QTRY_VERIFY_WITH_TIMEOUT(!draft->isAsking(), patience);
    QCOMPARE(wizard->ensemble().name, u"orders"_s);
    QCOMPARE(wizard->ensemble().settings.value(u"tickTime"_s), u"3000"_s);
    QCOMPARE(wizard->ensemble().members.at(1).client.hostPort, quint16(2300));
    QVERIFY2(!draft->hasErrors(), "nothing of it is there");
    QTest::keyClick(wizard, Qt::Key_Escape); // at once: the row still has it
    QTRY_VERIFY(!wizard);
    QVERIFY(first && change->isVisible());

    QTest::mouseClick(change, Qt::LeftButton);
    wizard = m_window->findChild<ClusterWizard *>();
    QVERIFY(wizard);
    QVERIFY(QTest::qWaitForWindowActive(wizard));
    wizard->findChild<WizardDraft *>()->setName(u"invoices"_s);
    create();
    QTRY_VERIFY_WITH_TIMEOUT(!first, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->log.tasks().size(), 1, patience);
    const ClusterTask *second = m_stage->log.tasks().constFirst();
    QCOMPARE(second->cluster(), u"invoices"_s);
    QTRY_VERIFY_WITH_TIMEOUT(second->isFinished(), patience);
}

/// Nobody has chosen its ports: free ones are proposed.
void TestWindow::failedQuickstartIsChanged()
{
    m_stage->docker.rule({u"run"_s, u"--detach"_s})
        .err("Error response from daemon: no space left on device\n")
        .exit(1);
    settle();
    m_window->quickstart(u"demo"_s, 3);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->log.tasks().size(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->log.tasks().constFirst()->isFinished(), patience);
    auto *change = m_window->findChild<QPushButton *>(u"activityChange"_s);
    QVERIFY(change && change->isVisible());
    QTest::mouseClick(change, Qt::LeftButton);
    auto *wizard = m_window->findChild<ClusterWizard *>();
    QVERIFY(wizard);
    QTRY_VERIFY_WITH_TIMEOUT(!wizard->findChild<WizardDraft *>()->isAsking(), patience);
    QCOMPARE(wizard->ensemble().name, u"demo"_s);
    QCOMPARE(wizard->ensemble().members.size(), 3);
    QVERIFY(wizard->ensemble().members.constFirst().client.hostPort > 0);
    QCOMPARE(wizard->ensemble().image.reference, u"zoodock/zookeeper:3.8"_s);
    wizard->close();
    QTRY_VERIFY(!m_window->findChild<ClusterWizard *>());
}

/// A cluster once more, under another name.
void TestWindow::wizardDuplicates()
{
    m_stage->engineAnswers();
    Ensemble first = Stage::ensemble(u"orders"_s, 5);
    first.settings.insert(u"tickTime"_s, u"3000"_s);
    m_stage->addHealthy(first);
    m_window->showCluster(u"orders"_s);
    auto *duplicate = m_window->findChild<QAction *>(u"clusterDuplicate"_s);
    QTRY_VERIFY(duplicate->isEnabled());
    duplicate->trigger();
    auto *wizard = m_window->findChild<ClusterWizard *>();
    QVERIFY(wizard);
    QCOMPARE(wizard->ensemble().name, u"orders-2"_s);
    QCOMPARE(wizard->ensemble().members.size(), 5);
    QCOMPARE(wizard->ensemble().settings.value(u"tickTime"_s), u"3000"_s);
    QTest::keyClick(wizard, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<ClusterWizard *>());
}

void TestWindow::everyActionHasAKeyOrAMenu()
{
    m_stage->addHealthy(u"orders"_s);
    QSet<const QAction *> reachable;
    const QList<QAction *> menus = m_window->menuBar()->actions();
    for (const QAction *menu : menus) {
        QVERIFY2(menu->text().contains(u'&'), qPrintable(menu->text()));
        const QList<QAction *> entries = menu->menu()->actions();
        QSet<QString> mnemonics;
        for (QAction *entry : entries) {
            reachable += entry;
            if (entry->isSeparator())
                continue;
            const qsizetype at = entry->text().indexOf(u'&');
            QVERIFY2(at < 0 || !mnemonics.contains(entry->text().mid(at + 1, 1).toLower()),
                     qPrintable(entry->text()));
            mnemonics += entry->text().mid(at + 1, 1).toLower();
        }
    }
    QVERIFY(reachable.size() > 20);
}

void TestWindow::memberMenuFollowsTheSelection()
{
    m_stage->addHealthy(u"orders"_s);
    const auto kill = [this]() -> QAction * {
        const QList<QAction *> entries = m_window->menuBar()->actions().at(1)->menu()->actions();
        for (QAction *entry : entries) {
            if (entry->text() == "&Kill"_L1)
                return entry;
        }
        return nullptr;
    };
    QVERIFY(kill() && !kill()->isEnabled());
    QCOMPARE(kill()->toolTip(), u"No member is selected."_s);
    overview()->findChild<MemberCard *>()->setFocus(Qt::TabFocusReason);
    QVERIFY(kill()->isEnabled());
    QVERIFY(kill()->toolTip().contains(u"zoo1"_s));
    QCOMPARE(tree()->currentIndex().data().toString(), u"zoo1"_s);
}

void TestWindow::refreshAsksAgain()
{
    settle();
    const qsizetype before = m_stage->docker.calls().size();
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_VERIFY(m_stage->docker.calls().size() > before);
}

void TestWindow::themes()
{
    m_stage->addHealthy(u"orders"_s);
    m_window->findChild<QAction *>(u"theme-dark"_s)->trigger();
    QVERIFY(isDark(QApplication::palette()));
    QCOMPARE(m_stage->settings.text(SettingKey::Theme), u"dark"_s);
    QTRY_VERIFY(isDark(m_window->findChild<MemberCard *>()->palette()));
    m_window.reset();
    applyTheme(u"light"_s);
    makeWindow();
    QVERIFY(isDark(QApplication::palette())); // remembered
    m_window->findChild<QAction *>(u"theme-system"_s)->trigger();
    QVERIFY(m_window->findChild<QAction *>(u"theme-system"_s)->isChecked());
    QVERIFY(!m_window->findChild<QAction *>(u"theme-dark"_s)->isChecked());
}

void TestWindow::statusBarCounts()
{
    QVERIFY(readable(*m_window).contains(u"0 clusters, 0 members"_s));
    m_stage->addHealthy(u"search"_s, 1);
    QVERIFY(readable(*m_window).contains(u"1 cluster, 1 member"_s));
    m_stage->addHealthy(u"orders"_s, 3, 2);
    QVERIFY(readable(*m_window).contains(u"2 clusters, 6 members"_s));
    m_stage->engine(EngineStatus::Reach::Answers);
    QVERIFY(readable(*m_window).contains(u"engine 20.10.24"_s));
    QVERIFY(readable(*m_window).contains(u"answers"_s));
    m_stage->engine(EngineStatus::Reach::Silent, Error(ErrorKind::EngineDown, u"No."_s));
    QVERIFY(readable(*m_window).contains(u"does not answer"_s));
    m_stage->engine(EngineStatus::Reach::Silent, Error(ErrorKind::ProgramMissing, u"No docker."_s));
    QVERIFY(readable(*m_window).contains(u"cannot be asked"_s)); // it may well run
    QVERIFY(!readable(*m_window).contains(u"does not answer"_s));
}

void TestWindow::remembersGeometry()
{
    constexpr int width = 741; // fits on the pretended screen
    m_window->resize(width, 613);
    auto *splitter = m_window->findChild<QSplitter *>();
    splitter->setSizes({300, 441});
    QTest::qWait(10);
    const QList<int> sizes = splitter->sizes();
    m_window->close();
    m_window.reset();
    makeWindow();
    QCOMPARE(m_window->width(), std::max(width, m_window->minimumWidth()));
    QCOMPARE(m_window->findChild<QSplitter *>()->sizes().constFirst(), sizes.constFirst());
}

void TestWindow::remembersTabsAndColumns()
{
    const auto parts = [this] {
        return std::pair(m_window->findChild<ClusterPage *>(),
                         m_window->findChild<ZnodeTreeView *>()->header());
    };
    m_stage->addHealthy(u"orders"_s);
    m_window->showCluster(u"orders"_s);
    auto [tabs, columns] = parts();
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(tabs->currentIndex(), 1);
    const int before = columns->sectionSize(ZnodeTreeModel::SizeColumn);
    columns->resizeSection(ZnodeTreeModel::SizeColumn, before + 40);
    const QString others = m_stage->settings.text(SettingKey::ViewStates);
    m_window->close();
    QVERIFY(m_stage->settings.text(SettingKey::ViewStates) != others);
    m_window.reset();
    makeWindow();
    std::tie(tabs, columns) = parts();
    QCOMPARE(tabs->currentIndex(), 1);
    QVERIFY(shows<ZnodesPage>());
    QCOMPARE(columns->sectionSize(ZnodeTreeModel::SizeColumn), before + 40);

    // Too narrow to read, or wider than the window.
    columns->resizeSection(ZnodeTreeModel::SizeColumn, columns->minimumSectionSize());
    columns->resizeSection(ZnodeTreeModel::NameColumn, 5000);
    m_window->close();
    m_window.reset();
    makeWindow();
    std::tie(tabs, columns) = parts();
    QVERIFY(columns->sectionSize(ZnodeTreeModel::NameColumn) <= m_window->width());
    QVERIFY2(columns->sectionSize(ZnodeTreeModel::SizeColumn) >=
                 std::min(columns->sectionSizeHint(ZnodeTreeModel::SizeColumn),
                          8 * columns->fontMetrics().averageCharWidth()),
             qPrintable(QString::number(columns->sectionSize(ZnodeTreeModel::SizeColumn))));

    // Damaged, or of a window that looked otherwise: as if there were none.
    m_window.reset();
    m_stage->settings.setValue(
        SettingKey::ViewStates,
        uR"({"zoodock::MainWindow/tab/1":99,"zoodock::MainWindow/splitter/1":"AAAA"})"_s);
    makeWindow();
    std::tie(tabs, columns) = parts();
    QCOMPARE(tabs->currentIndex(), 0);
    QCOMPARE(columns->sectionSize(ZnodeTreeModel::SizeColumn), before);
}

void TestWindow::quitAsksWhileSomethingRuns()
{
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Create orders"_s, {});
    QTRY_VERIFY(task->begun().isValid());
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    auto *box = m_window->findChild<QMessageBox *>();
    QVERIFY(box);
    QTRY_VERIFY(box->isVisible());
    QTest::keyClick(box, Qt::Key_Return); // the safe button
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>());
    QVERIFY(m_window->isVisible());
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    box = m_window->findChild<QMessageBox *>();
    QVERIFY(box);
    const auto isRead = [this, task] {
        QFile file(QDir::cleanPath(m_stage->repository.folder() + u"/../activity.jsonl"_s));
        return file.open(QIODevice::ReadOnly) &&
               file.readAll().contains("{\"read\":\"" + task->begun().toString(Qt::ISODateWithMs).toLatin1());
    };
    QVERIFY(!isRead());
    QTest::mouseClick(findButton<QPushButton>(*box, u"Quit"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_window->isVisible());
    QVERIFY(isRead()); // no news at the next start
}

void TestWindow::quitQuestionFollows()
{
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Create orders"_s, {});
    QTRY_VERIFY(task->begun().isValid());
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    auto *box = m_window->findChild<QMessageBox *>();
    QVERIFY(box);
    QCOMPARE(box->text(), u"Quit while something is being changed?"_s);
    QCOMPARE(box->informativeText(), u"What is half done then stays so."_s);
    JournalEntry entry;
    entry.ensemble = Stage::ensemble(u"orders"_s, 3);
    QVERIFY(m_stage->repository.journal().write(entry).has_value()); // from now on something is half made
    QTRY_COMPARE(box->informativeText(), u"What is half made then stays so. ZooDock offers to finish or to "
                                         "remove it when it is started again."_s);
    task->succeed();
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>()); // nobody has said yes
    QVERIFY(m_window->isVisible());
    QVERIFY2(m_window->statusBar()->currentMessage().contains(u"ZooDock stays open."_s),
             qPrintable(m_window->statusBar()->currentMessage()));
    // It hides the engine's state, for a moment.
    QTRY_VERIFY_WITH_TIMEOUT(m_window->statusBar()->currentMessage().isEmpty(), patience);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->isVisible());
}

/// A creation, and nobody has read of it yet.
void TestWindow::failBeforeThisStart()
{
    {
        ActivityLog before;
        ActivityHistory history(m_stage->repository.folder() + u"/../activity.jsonl"_s, before);
        history.keepUnread();
        auto *task = new FakeTask(u"orders"_s, u"Create orders"_s, {});
        before.add(task);
        task->start();
        QTRY_VERIFY(task->begun().isValid());
        task->fail(Error(ErrorKind::PortInUse, u"The port is taken."_s));
    }
    m_window.reset();
    makeWindow();
}

void TestWindow::unreadFailuresAreCountedAtTheNextStart()
{
    failBeforeThisStart();
    if (QTest::currentTestFailed())
        return;
    const auto unread = [this] { return m_window->findChild<QPushButton *>(u"activityUnread"_s); };
    QVERIFY(unread()->isVisible());
    QVERIFY2(unread()->text().startsWith(u"1 failure"_s), qPrintable(unread()->text()));
    QVERIFY(readable(*m_window->findChild<ActivityBar *>()).contains(u"Create orders: failed"_s));
    FakeTask *other = m_stage->addTask(u"search"_s, u"Create search"_s, {});
    QTRY_VERIFY(other->begun().isValid());
    other->succeed();
    QVERIFY(unread()->isVisible());
    m_stage->log.dismiss(other);
    QTest::mouseClick(unread(), Qt::LeftButton);
    auto *dialog = m_window->findChild<HistoryDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isVisible());
    QVERIFY(!m_window->findChild<ActivityBar *>()->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    m_window.reset();
    makeWindow();
    QVERIFY(!m_window->findChild<ActivityBar *>()->isVisible());
}

void TestWindow::earlierFailuresAreAnsweredInThisStart()
{
    failBeforeThisStart();
    if (QTest::currentTestFailed())
        return;
    auto *unread = m_window->findChild<QPushButton *>(u"activityUnread"_s);
    QVERIFY(unread->isVisible());
    FakeTask *again = m_stage->addTask(u"orders"_s, u"Create orders"_s, {});
    QTRY_VERIFY(again->begun().isValid());
    QVERIFY(unread->isVisible());
    again->succeed();
    QVERIFY(!unread->isVisible());
}

void TestWindow::oneBannerForAllThatAreGone()
{
    const auto *notices = m_window->findChild<Notices *>();
    QStringList names;
    for (int i = 0; i < 5; ++i) {
        names += u"cluster-%1"_s.arg(i);
        m_stage->addHealthy(names.constLast(), 1);
        m_window->showCluster(names.constLast());
        m_stage->store.removeWanted(names.constLast());
        QTRY_VERIFY(shows<WelcomePage>());
    }
    QCOMPARE(notices->findChildren<Banner *>().size(), 1);
    const QString said = readable(*notices);
    QVERIFY2(said.contains(u"“cluster-4” was removed"_s) && said.contains(u"“cluster-2” was removed"_s) &&
                 !said.contains(u"cluster-1"_s) && said.contains(u"… and 2 more"_s),
             qPrintable(said));
    m_stage->addHealthy(names.at(4), 1); // it is back
    QTRY_VERIFY(!readable(*notices).contains(u"cluster-4"_s));
    QVERIFY(readable(*notices).contains(u"“cluster-1” was removed"_s));
    QTest::mouseClick(findButton<QPushButton>(*notices, u"Dismiss"_s), Qt::LeftButton);
    QTRY_VERIFY(!notices->isVisible());
}

/// For keyboards without a menu key.
void TestWindow::shiftF10OpensTheMenu()
{
    m_stage->addHealthy(u"orders"_s);
    m_window->showCluster(u"orders"_s);
    tree()->setFocus();
    QVERIFY(tree()->hasFocus());
    QTest::keyClick(tree(), Qt::Key_F10, Qt::ShiftModifier);
    const auto menu = [this] {
        const QList<QMenu *> menus = tree()->parentWidget()->findChildren<QMenu *>();
        return menus.isEmpty() ? nullptr : menus.constFirst();
    };
    QTRY_VERIFY(menu() && menu()->isVisible());
    QVERIFY(menu()->actions().size() > 5);
    menu()->close();
}

/// A search changes nothing; a deletion does.
void TestWindow::quitSaysWhatIsCutOff()
{
    const auto asked = [this] {
        QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
        auto *box = m_window->findChild<QMessageBox *>();
        const QStringList texts = box ? QStringList{box->text(), box->informativeText()} : QStringList();
        delete box;
        m_window->activateWindow();
        return QTest::qWaitForWindowActive(m_window.get()) ? texts : QStringList();
    };
    auto *search =
        new OperationTask(u"orders"_s, u"Search for “x” below / in orders"_s, {u"Look"_s}, nullptr);
    m_stage->log.add(search);
    const QString question = u"Quit while something is being done?"_s;
    const QString searching =
        u"“Search for “x” below / in orders” is cut off then and would have to be begun anew."_s;
    QCOMPARE(asked(), (QStringList{question, searching}));
    auto *removal = new OperationTask(u"orders"_s, u"Delete /a in orders"_s, {u"Delete"_s}, nullptr);
    removal->setLeavesChanges(true);
    m_stage->log.add(removal);
    const QString removing = u"“Delete /a in orders” is cut off then: what it has changed by then stays so "
                             "and can no longer be taken back with Undo."_s;
    QCOMPARE(asked(), (QStringList{question, removing + u' ' + searching}));
    for (OperationTask *task : {search, removal})
        task->cancel();
    QTRY_COMPARE(m_stage->log.runningCount(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->isVisible());
}

void TestWindow::quitAsksWhileAZnodeIsUnsaved()
{
    m_window->findChild<ZnodesPage *>()->valueView()->setDraft({ZnodeValue(), "mine"_ba, Charset::Utf8});
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    auto *box = m_window->findChild<QMessageBox *>();
    QVERIFY(box);
    QTRY_VERIFY(box->isVisible());
    QCOMPARE(box->informativeText(), u"The unsaved changes of znodes' values are lost."_s);
    QTest::keyClick(box, Qt::Key_Return); // the safe button
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>());
    QVERIFY(m_window->isVisible());
    m_window->findChild<ZnodesPage *>()->valueView()->setMessage({});
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->isVisible());
}

void TestWindow::quitNamesTheUnsavedZnodes()
{
    auto *drafts = m_window->findChild<DraftButton *>();
    drafts->setPlace(u"orders"_s, {});
    const auto informative = [this] {
        QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
        QPointer<QMessageBox> box = m_window->findChild<QMessageBox *>();
        const QString text = box ? box->informativeText() : QString();
        if (box)
            box->reject();
        m_window->activateWindow();
        return !box || QTest::qWaitFor([&box] { return !box; }) ? text : QString();
    };
    drafts->store(ZnodePath::trusted(u"/app/config "_s), {});
    QCOMPARE(informative(),
             u"The unsaved changes of znodes' values are lost: those of /app/config⟨U+0020⟩."_s);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    for (int i = 0; i < 6; ++i)
        drafts->store(ZnodePath::trusted(u"/n%1"_s.arg(i)), {});
    const QString text = informative();
    QVERIFY2(text.contains(u"/n3"_s) && text.contains(u"2 more."_s) && !text.contains(u"/n4"_s),
             qPrintable(text));
    // Those of another cluster: what a person calls it.
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    Ensemble titled = Stage::ensemble(u"orders"_s, 3);
    titled.title = u"Shop"_s;
    m_stage->store.setWanted(titled, WantedOrigin::File);
    drafts->setPlace({}, {});
    const QString elsewhere = informative();
    QVERIFY2(elsewhere.contains(u"/n3 (Shop)"_s), qPrintable(elsewhere));
}

void TestWindow::closingByCodeDoesNotAsk()
{
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Create orders"_s, {});
    QTRY_VERIFY(task->begun().isValid());
    QVERIFY(m_window->close()); // SIGTERM: nobody is there to answer
    QVERIFY(!m_window->isVisible());
    QVERIFY(!m_window->findChild<QMessageBox *>());
}

void TestWindow::showsTheHistory()
{
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Stop orders"_s, {});
    QTRY_VERIFY(task->begun().isValid());
    task->succeed();
    m_window.reset();
    m_stage->log.dismiss(task);
    makeWindow(); // the next start
    QTest::keyClick(m_window.get(), Qt::Key_H, Qt::ControlModifier);
    auto *dialog = m_window->findChild<HistoryDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isVisible());
    auto *view = dialog->findChild<QTreeView *>();
    QCOMPARE(view->model()->index(0, 1).data().toString(), u"Stop orders"_s);
    // There is nothing to copy.
    QVERIFY(!findButton<QPushButton>(*dialog, u"Copy Details"_s)->isEnabled());

    // Its columns are as they were left, in the next window, too; but wide enough for what they hold.
    const int width = view->columnWidth(0) + 25;
    view->setColumnWidth(0, width);
    const int enough = view->columnWidth(3);
    view->setColumnWidth(3, 30);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<HistoryDialog *>());
    m_window->close();
    m_window.reset();
    makeWindow();
    QTest::keyClick(m_window.get(), Qt::Key_H, Qt::ControlModifier);
    dialog = m_window->findChild<HistoryDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QTreeView *>()->columnWidth(0), width);
    QVERIFY(dialog->findChild<QTreeView *>()->columnWidth(3) >= enough);
}

void TestWindow::about()
{
    m_window->findChild<QAction *>(u"about"_s)->trigger();
    auto *box = m_window->findChild<QMessageBox *>();
    QVERIFY(box);
    QTRY_VERIFY(box->isVisible());
    QVERIFY(box->text().contains(u"ZooDock"_s));
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>());
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
