// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/operationtask.h"
#include "fakes/fakeoperation.h"
#include "gui/stage.h"
#include "itemmodels/activitymodel.h"
#include "ui/activity/activitybar.h"
#include "ui/activity/activitydelegate.h"
#include "ui/activity/commandsdialog.h"
#include "ui/activity/historydialog.h"
#include "ui/look/errordetails.h"
#include "ui/look/labels.h"
#include "ui/look/translations.h"
#include "ui/start/clustercreator.h"

#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtCore/QFile>
#include <QtCore/QPointer>
#include <QtCore/QRegularExpression>
#include <QtCore/QScopeGuard>
#include <QtCore/QSet>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

using namespace zoodock;
using namespace zoodock::test;

class TestActivity : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void hiddenUntilSomethingIsDone();
    void saysWhatItDoesAndForHowLong();
    void cancels();
    void cancelStaysWhereItIs();
    void cancelWaitsWhileUndoing();
    void opensIntoSteps();
    void everyStateBeginsASentence();
    void openListShowsTheTaskBefore();
    void failureStaysUntilDismissed();
    void whatIsReadElsewhereIsNotToBeRead();
    void whatOthersDidIsNoFailure();
    void lettersBelongToTheChosenRow();
    void failureIsSaidOnce();
    void runningComesFirst();
    void buttonsBelongToTheSentence();
    void saysWhatACancelLeft();
    void showsCommandsAndCopiesThem();
    void retriesWithFreePorts();
    void waitsLongerAtTheNextTry();
    void showsWhatTheProgramsSaid();
    void historyOfEarlierStarts();
    void historyShowsWholeColumns();
    void historyInAnotherLanguage();
    void failuresOfEarlierStarts();
    void offersNoRetryElsewhere();
    void creationThatDoesNotBegin();
    void creationThatCannotBePlanned();
    void typedPortsOutliveFreeOnes();
    void wishesWaitTheirTurn();
    void wordsStayInTheTasksLanguage();
    void workOfOthersIsNotUndone();
    void failedWorkIsSaidBesideTheClustersPage();

private:
    [[nodiscard]] QString line() const
    {
        return m_bar->findChild<ElidedLabel *>(u"activitySentence"_s)->fullText();
    }
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        return m_bar->findChild<QPushButton *>(name);
    }

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<QWidget> m_window;
    ClusterCreator *m_creator = nullptr;
    ActivityBar *m_bar = nullptr;
};

void TestActivity::init()
{
    m_stage = std::make_unique<Stage>();
    m_window = std::make_unique<QWidget>();
    m_creator = new ClusterCreator(m_stage->services, m_window.get());
    m_bar = new ActivityBar(m_stage->log, m_window.get());
    (new QVBoxLayout(m_window.get()))->addWidget(m_bar);
    m_window->resize(1000, 400);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestActivity::cleanup()
{
    m_window.reset();
    m_stage.reset();
}

void TestActivity::hiddenUntilSomethingIsDone()
{
    QVERIFY(!m_bar->isVisible());
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Stop orders"_s, {u"Stop zoo1"_s});
    QTRY_VERIFY(task->begun().isValid());
    QVERIFY(m_bar->isVisible());
    task->succeed();
    QCOMPARE(line(), u"Stop orders: done"_s);
    QTest::mouseClick(button(u"activityDismiss"_s), Qt::LeftButton);
    QVERIFY(!m_bar->isVisible());
}

void TestActivity::saysWhatItDoesAndForHowLong()
{
    FakeTask *task =
        m_stage->addTask(u"orders"_s, u"Create orders"_s, {u"Make the network"_s, u"Wait for the quorum"_s});
    QTRY_VERIFY(task->begun().isValid());
    task->setStep(0, StepState::Done);
    task->setStep(1, StepState::Running, u"2/3"_s);
    QCOMPARE(line(), u"Create orders: Wait for the quorum: 2/3"_s);
    const auto elapsed = [this] {
        return readable(*m_bar).contains(QRegularExpression(u"\\b0\\.[1-9] s"_s));
    };
    QTRY_VERIFY(elapsed()); // by itself
}

void TestActivity::cancels()
{
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Create orders"_s, {});
    QTRY_VERIFY(task->begun().isValid());
    QTest::mouseClick(button(u"activityCancel"_s), Qt::LeftButton);
    QTRY_VERIFY(task->isFinished());
    QTRY_COMPARE(line(), u"Create orders: cancelled"_s);
    QVERIFY(!button(u"activityCancel"_s)->isVisible());
}

/// A click on its way to Cancel must not meet another button.
void TestActivity::cancelStaysWhereItIs()
{
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Create orders"_s, {u"Make the network"_s});
    QTRY_VERIFY(task->begun().isValid());
    const auto place = [this] {
        const QPushButton *cancel = button(u"activityCancel"_s);
        return cancel->mapTo(m_window.get(), cancel->rect().center());
    };
    const auto settled = [] { QTest::qWait(20); };
    settled();
    const QPoint before = place();
    QCOMPARE(m_window->childAt(before), button(u"activityCancel"_s));
    task->noteCommand(u"docker network create orders"_s);
    QTRY_VERIFY(button(u"activityCommands"_s)->isVisible());
    settled();
    QCOMPARE(place(), before);
    auto *row = button(u"activityCancel"_s)->parentWidget();
    QEnterEvent enter(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1));
    QCoreApplication::sendEvent(row, &enter);
    task->succeed();
    QTRY_VERIFY(button(u"activityDismiss"_s)->isVisible());
    settled();
    QVERIFY(!qobject_cast<QPushButton *>(m_window->childAt(before)));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(row, &leave);
    QTRY_VERIFY(button(u"activityCommands"_s)->geometry().right() == row->rect().right()); // no hole is left
}

void TestActivity::cancelWaitsWhileUndoing()
{
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Create orders"_s, {u"Make the network"_s});
    QTRY_VERIFY(task->begun().isValid());
    task->holdCancel = true;
    QTest::mouseClick(button(u"activityCancel"_s), Qt::LeftButton);
    QVERIFY(task->aborted);
    task->setStep(0, StepState::Undoing);
    QVERIFY(button(u"activityCancel"_s)->isVisible());
    QVERIFY(!button(u"activityCancel"_s)->isEnabled());
    QVERIFY(!button(u"activityCancel"_s)->toolTip().isEmpty());
    task->fail(Error(ErrorKind::UndoIncomplete, u"The container orders-zoo1 is left."_s));
    QVERIFY(readable(*m_bar).contains(u"The container orders-zoo1 is left."_s));
}

void TestActivity::opensIntoSteps()
{
    FakeTask *task =
        m_stage->addTask(u"orders"_s, u"Create orders"_s, {u"Make the network"_s, u"Wait for the quorum"_s});
    QTRY_VERIFY(task->begun().isValid());
    auto *view = m_bar->findChild<QTreeView *>();
    auto *toggle = m_bar->findChild<QToolButton *>(u"activityToggle"_s);
    QVERIFY(!view->isVisible());
    QCOMPARE(toggle->accessibleName(), u"Show all tasks"_s);
    QSignalSpy expanded(m_bar, &ActivityBar::expandedChanged);
    toggle->setFocus();
    QTest::keyClick(toggle, Qt::Key_Space);
    QVERIFY(view->isVisible());
    QCOMPARE(expanded.size(), 1);
    QCOMPARE(toggle->accessibleName(), u"Hide the tasks"_s);
    QVERIFY(view->isExpanded(view->model()->index(0, 0)));
    QCOMPARE(view->model()->rowCount(view->model()->index(0, 0)), 2);
    QTest::mouseClick(toggle, Qt::LeftButton);
    QVERIFY(!view->isVisible());
}

/// Those of the steps as those of their task.
void TestActivity::everyStateBeginsASentence()
{
    struct Probe : ActivityDelegate
    {
        using ActivityDelegate::initStyleOption;
    } delegate;
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Create orders"_s, {u"Make the network"_s});
    QTRY_VERIFY(task->begun().isValid());
    task->setStep(0, StepState::Running, u"2 of 3"_s);
    const auto *view = m_bar->findChild<QTreeView *>();
    const QModelIndex row = view->model()->index(0, ActivityModel::StateColumn);
    const QModelIndex step = view->model()->index(0, ActivityModel::StateColumn, row.siblingAtColumn(0));
    QStyleOptionViewItem option;
    option.widget = view;
    delegate.initStyleOption(&option, step);
    QCOMPARE(option.text, u"Running: 2 of 3"_s);
    delegate.initStyleOption(&option, row);
    QVERIFY2(option.text.startsWith(u"Running"_s), qPrintable(option.text));
}

/// What Try Again of an export of another cluster does to the list, in a window with little room.
void TestActivity::openListShowsTheTaskBefore()
{
    FakeTask *failed = m_stage->addTask(u"orders"_s, u"Export"_s, {u"Read"_s, u"Write"_s});
    QTRY_VERIFY(failed->begun().isValid());
    failed->fail(Error(ErrorKind::FileUnwritable, u"The folder is missing."_s));
    m_bar->setExpanded(true);
    auto *view = m_bar->findChild<QTreeView *>();
    view->setCurrentIndex(view->model()->index(0, 0));
    m_stage->log.dismiss(failed);
    FakeTask *connecting = m_stage->addTask(u"orders"_s, u"Connect"_s, {u"Wait"_s});
    QTRY_VERIFY(connecting->begun().isValid());
    connect(connecting, &Operation::finished, this, [this] {
        m_stage->addTask(u"orders"_s, u"Export again"_s, {u"Read"_s, u"Write"_s});
    });
    connecting->succeed();
    m_window->resize(1000, 1); // which the layout makes as small as it may be
    const auto seen = [view](const QModelIndex &index) {
        const QRect rect = view->visualRect(index);
        return !rect.isEmpty() && view->viewport()->rect().contains(rect.center());
    };
    QCOMPARE(view->model()->rowCount(), 2);
    const QModelIndex before = view->model()->index(1, 0);
    QTRY_VERIFY(seen(view->model()->index(0, 0)) && seen(before));
    QTRY_VERIFY(seen(view->model()->index(0, 0, before)));
}

void TestActivity::failureStaysUntilDismissed()
{
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Create orders"_s, {});
    QTRY_VERIFY(task->begun().isValid());
    task->fail(Error(ErrorKind::ImageMissing, u"There is no such image. Choose another one."_s));
    QCOMPARE(line(), u"Create orders: failed"_s);
    QVERIFY(readable(*m_bar).contains(u"There is no such image. Choose another one."_s));
    FakeTask *later = m_stage->addTask(u"search"_s, u"Stop search"_s, {});
    QTRY_VERIFY(later->begun().isValid());
    later->succeed();
    QCOMPARE(line(), u"Stop search: done"_s);          // an old failure is no headline,
    QVERIFY(button(u"activityUnread"_s)->isVisible()); // and not forgotten
    QCOMPARE(m_stage->log.tasks().size(), 2);

    QTest::mouseClick(button(u"activityUnread"_s), Qt::LeftButton);
    QVERIFY(m_bar->isExpanded());
    QCOMPARE(m_bar->findChild<QTreeView *>()->currentIndex().row(), 1);
    QVERIFY(!button(u"activityUnread"_s)->isVisible()); // it is being read
    QVERIFY(button(u"chosenDismiss"_s)->isVisible());
    m_bar->setExpanded(false);
    QVERIFY(!button(u"activityUnread"_s)->isVisible());
    QCOMPARE(line(), u"Stop search: done"_s);
    // Another language makes the window anew, another docker command the tasks, too.
    QVERIFY(task->record()->isRead());
    QVERIFY(!later->record()->isRead());
    const ActivityBar anew(m_stage->log);
    QVERIFY(anew.findChild<QPushButton *>(u"activityUnread"_s)->isHidden());

    m_bar->setExpanded(true);
    QTest::mouseClick(button(u"chosenDismiss"_s), Qt::LeftButton);
    QCOMPARE(m_stage->log.tasks(), QList<ClusterTask *>{later});
}

/// As by a success of the command line, which only the history hears of.
void TestActivity::whatIsReadElsewhereIsNotToBeRead()
{
    FakeTask *first = m_stage->addTask(u"orders"_s, u"Create orders"_s, {});
    FakeTask *later = m_stage->addTask(u"carts"_s, u"Create carts"_s, {});
    for (FakeTask *task : {first, later}) {
        QTRY_VERIFY(task->begun().isValid());
        task->fail(Error(ErrorKind::ProgramFailed, u"Docker refused."_s));
    }
    QVERIFY(button(u"activityUnread"_s)->isVisible());
    first->markRead();
    QVERIFY(!button(u"activityUnread"_s)->isVisible());
}

/// It is told, and nobody is asked to read it.
void TestActivity::whatOthersDidIsNoFailure()
{
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Delete /app in orders"_s, {});
    task->setAgain([](QObject &) {});
    QTRY_VERIFY(task->begun().isValid());
    task->fail(Error(ErrorKind::NotEmpty, u"1 znode was created meanwhile. Everything else is deleted."_s));
    QCOMPARE(line(), u"Delete /app in orders: not finished"_s);
    QVERIFY(readable(*m_bar).contains(u"1 znode was created meanwhile."_s));
    QVERIFY(!button(u"activityRetry"_s)->isVisible());
    FakeTask *later = m_stage->addTask(u"search"_s, u"Stop search"_s, {});
    QTRY_VERIFY(later->begun().isValid());
    later->succeed();
    QVERIFY(!button(u"activityUnread"_s)->isVisible());
}

/// Alt and a letter are about the row that is chosen, and one letter leads to one button.
void TestActivity::lettersBelongToTheChosenRow()
{
    FakeTask *old = m_stage->addTask(u"orders"_s, u"Create orders"_s, {});
    FakeTask *now = m_stage->addTask(u"search"_s, u"Stop search"_s, {});
    for (FakeTask *task : {old, now}) {
        QTRY_VERIFY(task->begun().isValid());
        task->setAgain([](QObject &) {});
        task->fail(Error(ErrorKind::ProgramFailed, u"Docker refused."_s));
    }
    const auto isLettered = [this](const QString &name) { return button(name)->text().contains(u'&'); };
    QVERIFY(isLettered(u"activityRetry"_s));
    m_bar->setExpanded(true);
    auto *view = m_bar->findChild<QTreeView *>();
    view->setCurrentIndex(view->model()->index(1, 0));
    QVERIFY(isLettered(u"chosenRetry"_s) && !isLettered(u"activityRetry"_s));
    m_bar->setShownCluster(u"search"_s); // whose banner has the letter
    QVERIFY(!isLettered(u"chosenRetry"_s) && !isLettered(u"activityRetry"_s));
}

void TestActivity::failureIsSaidOnce()
{
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Create orders"_s, {});
    QTRY_VERIFY(task->begun().isValid());
    task->fail(Error(ErrorKind::ImageMissing, u"There is no such image. Choose another one."_s));
    QVERIFY(!button(u"activityUnread"_s)->isVisible()); // it is the line
    m_bar->setShownCluster(u"orders"_s);                // whose page has a banner for it
    QVERIFY(!readable(*m_bar).contains(u"There is no such image."_s));
    QTest::mouseClick(button(u"activityDismiss"_s), Qt::LeftButton);
    QVERIFY(!m_bar->isVisible());
}

void TestActivity::runningComesFirst()
{
    FakeTask *first = m_stage->addTask(u"orders"_s, u"Create orders"_s, {});
    FakeTask *second = m_stage->addTask(u"search"_s, u"Stop search"_s, {});
    QTRY_VERIFY(second->begun().isValid());
    second->fail(Error(ErrorKind::ProgramFailed, u"No."_s));
    QCOMPARE(line(), u"Create orders"_s);
    first->succeed();
    QCOMPARE(line(), u"Stop search: failed"_s);
    // The row that is chosen in the list has buttons of its own.
    m_bar->setExpanded(true);
    auto *view = m_bar->findChild<QTreeView *>();
    view->setCurrentIndex(view->model()->index(1, 0));
    QTest::mouseClick(button(u"chosenDismiss"_s), Qt::LeftButton);
    QCOMPARE(m_stage->log.tasks(), QList<ClusterTask *>{second});
}

/// The line goes on telling what runs while an older row is looked at.
void TestActivity::buttonsBelongToTheSentence()
{
    int asked = 0;
    FakeTask *old = m_stage->addTask(u"orders"_s, u"Start orders"_s, {});
    old->setAgain([&asked](QObject &) { ++asked; });
    QTRY_VERIFY(old->begun().isValid());
    old->noteCommand(u"docker start orders-zoo1"_s);
    old->fail(Error(ErrorKind::ProgramFailed, u"Docker refused."_s));
    m_bar->setExpanded(true);
    auto *view = m_bar->findChild<QTreeView *>();
    view->setCurrentIndex(view->model()->index(0, 0));
    QVERIFY(!button(u"chosenRetry"_s)->isVisible()); // it is the line's task
    FakeTask *now = m_stage->addTask(u"search"_s, u"Change search"_s, {u"Make zoo1 anew"_s});
    QTRY_VERIFY(now->begun().isValid());
    QCOMPARE(view->currentIndex().row(), 1);
    QCOMPARE(line(), u"Change search"_s);
    QVERIFY(button(u"activityCancel"_s)->isVisible());
    QVERIFY(!button(u"activityRetry"_s)->isVisible());
    QVERIFY(!button(u"activityCommands"_s)->isVisible()); // it has issued none yet
    QVERIFY(!button(u"activityDismiss"_s)->isVisible());
    const auto *sentence = m_bar->findChild<QLabel *>(u"chosenSentence"_s);
    QVERIFY(sentence->isVisible());
    QCOMPARE(sentence->text(), u"Start orders: failed\nDocker refused."_s);
    QVERIFY(button(u"chosenRetry"_s)->isVisible());
    QVERIFY(!button(u"chosenCancel"_s)->isVisible());

    QTest::mouseClick(button(u"activityCancel"_s), Qt::LeftButton);
    QTRY_VERIFY(now->isFinished());
    QCOMPARE(line(), u"Change search: cancelled"_s);
    QVERIFY(!button(u"activityRetry"_s)->isVisible());
    QTest::mouseClick(button(u"chosenRetry"_s), Qt::LeftButton);
    QCOMPARE(asked, 1);
    QCOMPARE(m_stage->log.tasks(), QList<ClusterTask *>{now});
}

void TestActivity::saysWhatACancelLeft()
{
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Change orders"_s, {u"Make zoo1 anew"_s});
    QTRY_VERIFY(task->begun().isValid());
    task->holdCancel = true;
    task->setStep(0, StepState::Running);
    QTest::mouseClick(button(u"activityCancel"_s), Qt::LeftButton);
    task->setUndoing(false);
    task->setStep(0, StepState::Running);
    QCOMPARE(line(), u"Change orders: Cancelling: Make zoo1 anew"_s);
    task->setUndoing(true);
    task->setStep(0, StepState::Undoing);
    QCOMPARE(line(), u"Change orders: Undoing: Make zoo1 anew"_s);
    m_bar->setShownCluster(u"orders"_s); // whose page has no banner for it
    task->fail(Error(ErrorKind::Cancelled, Error::cancelled().message() + u" zoo2 has the new settings."_s));
    QCOMPARE(line(), u"Change orders: cancelled"_s);
    QVERIFY(readable(*m_bar).contains(u"zoo2 has the new settings."_s));
    QVERIFY(!readable(*m_bar).contains(Error::cancelled().message()));
}

void TestActivity::showsCommandsAndCopiesThem()
{
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Create orders"_s, {});
    QTRY_VERIFY(task->begun().isValid());
    QVERIFY(!button(u"activityCommands"_s)->isVisible()); // there are none yet
    task->noteCommand(u"docker network create orders"_s);
    QTRY_VERIFY(button(u"activityCommands"_s)->isVisible());
    QTest::mouseClick(button(u"activityCommands"_s), Qt::LeftButton);
    auto *dialog = m_window->findChild<CommandsDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isVisible());
    auto *text = dialog->findChild<QPlainTextEdit *>();
    QVERIFY(text->isReadOnly());
    QCOMPARE(text->toPlainText(), u"docker network create orders"_s);
    task->noteCommand(u"docker start orders-zoo1"_s); // it goes on
    QCOMPARE(text->toPlainText(), u"docker network create orders\ndocker start orders-zoo1"_s);
    QTest::mouseClick(findButton<QPushButton>(*dialog, u"Copy All"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), text->toPlainText());
    task->succeed();
    m_stage->log.dismiss(task); // while the dialog is open
    QTest::qWait(10);
    QCOMPARE(text->toPlainText(), u"docker network create orders\ndocker start orders-zoo1"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<CommandsDialog *>());
    FakeTask *idle = m_stage->addTask(u"orders"_s, u"Remove orders"_s, {});
    CommandsDialog none(*idle, nullptr);
    none.show();
    QVERIFY(!findButton<QPushButton>(none, u"Copy All"_s)->isEnabled());
    idle->noteCommand(u"docker rm orders-zoo1"_s);
    QVERIFY(findButton<QPushButton>(none, u"Copy All"_s)->isEnabled());
}

void TestActivity::retriesWithFreePorts()
{
    m_stage->docker.ruleMatching(u"^run --detach "_s)
        .err("Error response from daemon: driver failed programming external connectivity on endpoint "
             "orders-zoo1: Bind "
             "for 127.0.0.1:2181 failed: port is already allocated\n")
        .exit(1);
    m_stage->engineAnswers();
    m_stage->everythingWorks();
    m_creator->create(u"orders"_s, 1);
    QVERIFY(m_creator->isBusy());
    QTRY_COMPARE(m_stage->log.tasks().size(), 1);
    const QPointer<ClusterTask> first = m_stage->log.tasks().constFirst();
    QTRY_VERIFY_WITH_TIMEOUT(first->isFinished(), 30'000);
    QVERIFY(!first->succeeded());
    QCOMPARE(first->outcome().error().kind(), ErrorKind::PortInUse);
    QVERIFY(button(u"activityRetry"_s)->isVisible());
    QVERIFY(button(u"activityRetry"_s)->text().contains(u"Free Ports"_s));

    QTest::mouseClick(button(u"activityRetry"_s), Qt::LeftButton);
    QTRY_VERIFY(!first); // the failure is dismissed, a new task stands in its place
    QTRY_COMPARE(m_stage->log.tasks().size(), 1);
    QVERIFY(!button(u"activityRetry"_s)->isVisible());
    m_stage->log.tasks().constFirst()->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->log.tasks().constFirst()->isFinished(), 30'000);
}

void TestActivity::waitsLongerAtTheNextTry()
{
    int asked = 0;
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Create orders"_s, {});
    task->setAgain([&asked](QObject &) { ++asked; });
    QTRY_VERIFY(task->begun().isValid());
    QVERIFY(!button(u"activityRetry"_s)->isVisible()); // it runs
    task->fail(Error(ErrorKind::NoQuorum, u"The members did not serve in time."_s)
                   .causedBy(Error(ErrorKind::Timeout, {})));
    QVERIFY(button(u"activityRetry"_s)->isVisible());
    QVERIFY(button(u"activityRetry"_s)->text().contains(u"Wait Longer"_s));
    QTest::mouseClick(button(u"activityRetry"_s), Qt::LeftButton);
    QCOMPARE(asked, 1);
    QVERIFY(m_stage->log.tasks().isEmpty());
}

void TestActivity::showsWhatTheProgramsSaid()
{
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Create orders"_s, {});
    QTRY_VERIFY(task->begun().isValid());
    task->fail(Error(ErrorKind::NoQuorum, u"No quorum."_s, u"zoo1: Address already in use"_s)
                   .causedBy(Error(ErrorKind::ProgramFailed, u"Docker refused."_s, u"exit code 125"_s)));
    auto *details = m_bar->findChild<ErrorDetails *>();
    QVERIFY(!details->isVisible());
    m_bar->setExpanded(true);
    QVERIFY(details->isVisible());
    QCOMPARE(details->text(), u"zoo1: Address already in use\nDocker refused.\nexit code 125"_s);
    QTest::mouseClick(findButton<QPushButton>(*details, u"Copy Details"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), details->text());
    m_stage->log.dismiss(task);
    QVERIFY(!details->isVisible());
}

void TestActivity::historyOfEarlierStarts()
{
    PastTask failed{u"orders"_s,
                    u"Create orders"_s,
                    QDateTime::currentDateTimeUtc(),
                    3400ms,
                    PastTask::Outcome::Failed,
                    u"No quorum."_s,
                    u"zoo1: exit code 2"_s,
                    {u"docker start orders-zoo1"_s}};
    PastTask done = failed;
    done.title = u"Stop search"_s;
    done.outcome = PastTask::Outcome::Done;
    done.message.clear();
    done.detail.clear();
    auto *dialog = new HistoryDialog({failed, done}, m_window.get());
    dialog->open();
    auto *view = dialog->findChild<QTreeView *>();
    auto *details = dialog->findChild<QPlainTextEdit *>();
    QCOMPARE(view->model()->rowCount(), 2);
    QVERIFY(view->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Failed"_s));
    QCOMPARE(details->toPlainText(), u"No quorum.\n\nzoo1: exit code 2\n\ndocker start orders-zoo1"_s);
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(details->toPlainText(), u"docker start orders-zoo1"_s);
    QTest::mouseClick(findButton<QPushButton>(*dialog, u"Copy Details"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), u"docker start orders-zoo1"_s);
}

/// The widths that were remembered may be of another language, or of shorter times.
void TestActivity::historyShowsWholeColumns()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const PastTask done{u"orders"_s, u"Stop orders"_s, now, 123456789ms, {}, {}, {}, {}};
    auto *dialog = new HistoryDialog({done}, m_window.get());
    auto *view = dialog->findChild<QTreeView *>();
    const int enough = view->columnWidth(3);
    QVERIFY(enough > view->header()->sectionSizeHint(3));
    for (const int column : {0, 2, 3})
        view->setColumnWidth(column, 25);
    view->setColumnWidth(0, 1'000);
    dialog->open();
    QCOMPARE(view->columnWidth(3), enough);
    QVERIFY(view->columnWidth(2) >= view->header()->sectionSizeHint(2));
    QCOMPARE(view->columnWidth(0), 1'000); // wider is as somebody wanted it
    const QString when = view->model()->index(0, 0).data().toString();
    QVERIFY2(when.contains(QLocale().toString(now.toLocalTime(), u"mm:ss"_s)), qPrintable(when));
}

/// What was said then is said to be of then.
void TestActivity::historyInAnotherLanguage()
{
    PastTask failed{u"orders"_s,
                    u"Create orders"_s,
                    QDateTime::currentDateTimeUtc(),
                    3400ms,
                    PastTask::Outcome::Failed,
                    u"端口 2181 已被占用。"_s,
                    u"exit code 125"_s,
                    {u"docker start orders-zoo1"_s}};
    failed.foreign = true;
    failed.reason = u"A port was taken already."_s;
    auto *dialog = new HistoryDialog({failed}, m_window.get());
    dialog->open();
    QCOMPARE(dialog->findChild<QPlainTextEdit *>()->toPlainText(),
             u"A port was taken already.\n\nWord for word, in the language of that time:\n\n"
             "端口 2181 已被占用。\n\nexit code 125\n\ndocker start orders-zoo1"_s);
}

void TestActivity::failuresOfEarlierStarts()
{
    const auto earlier = [](const QString &title, PastTask::Outcome outcome) {
        return PastTask{u"search"_s, title, QDateTime::currentDateTimeUtc(), 10ms, outcome, {}, {}, {}};
    };
    const PastTask failed = earlier(u"Create search"_s, PastTask::Outcome::Failed);
    QSignalSpy wanted(m_bar, &ActivityBar::historyWanted);
    m_bar->setEarlierFailures({earlier(u"Create search"_s, PastTask::Outcome::Interrupted)});
    QCOMPARE(line(), u"In an earlier start of ZooDock: Create search: interrupted"_s);
    m_bar->setEarlierFailures({failed});
    QCOMPARE(line(), u"In an earlier start of ZooDock: Create search: failed"_s);
    m_bar->setEarlierFailures({earlier(u"Stop search"_s, PastTask::Outcome::Failed), failed});
    QVERIFY(m_bar->isVisible());
    QVERIFY2(line().startsWith(u"In earlier starts of ZooDock: Stop search: failed, and 1 other failure"_s),
             qPrintable(line()));
    QVERIFY2(button(u"activityUnread"_s)->text().startsWith(u"2 failure"_s),
             qPrintable(button(u"activityUnread"_s)->text()));
    for (const QString &name : {u"activityRetry"_s, u"activityCancel"_s, u"activityDismiss"_s})
        QVERIFY2(!button(name)->isVisible(), qPrintable(name));
    QVERIFY(!m_bar->findChild<QToolButton *>(u"activityToggle"_s)->isVisible());
    QTest::mouseClick(button(u"activityUnread"_s), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Stop orders"_s, {});
    QTRY_VERIFY(task->begun().isValid());
    task->succeed();
    QCOMPARE(line(), u"Stop orders: done"_s);
    QVERIFY(button(u"activityUnread"_s)->isVisible());
    m_bar->setEarlierFailures({});
    QVERIFY(!button(u"activityUnread"_s)->isVisible());
    m_stage->log.dismiss(task);
    QVERIFY(!m_bar->isVisible());
}

void TestActivity::offersNoRetryElsewhere()
{
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Start orders"_s, {});
    QTRY_VERIFY(task->begun().isValid());
    task->fail(Error(ErrorKind::PortInUse, u"The port is taken."_s));
    QVERIFY(!button(u"activityRetry"_s)->isVisible()); // nobody knows its wish
    QVERIFY(button(u"activityDismiss"_s)->isVisible());
}

void TestActivity::creationThatDoesNotBegin()
{
    m_stage->docker.ruleMatching(u"."_s)
        .err("Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon "
             "running?\n")
        .exit(1);
    m_creator->create(u"orders"_s, 1);
    QTRY_COMPARE(m_stage->log.tasks().size(), 1);
    const QPointer<ClusterTask> first = m_stage->log.tasks().constFirst();
    QTRY_VERIFY(first->isFinished());
    QCOMPARE(line(), u"Create orders: failed"_s);
    QCOMPARE(first->steps().size(), 1);
    QCOMPARE(first->steps().constFirst().state, StepState::Failed);
    m_bar->setExpanded(true);
    const auto *details = m_bar->findChild<ErrorDetails *>();
    QVERIFY2(details->text().contains(u"Is the docker daemon running"_s), qPrintable(details->text()));
    QVERIFY(!m_creator->isBusy());

    QTest::mouseClick(button(u"activityRetry"_s), Qt::LeftButton);
    QVERIFY(m_creator->isBusy());
    QTRY_VERIFY(!first);
    QTRY_COMPARE(m_stage->log.tasks().size(), 1);
    QTRY_COMPARE(line(), u"Create orders: failed"_s); // the engine is still down
}

void TestActivity::creationThatCannotBePlanned()
{
    m_stage->engineAnswers();
    Ensemble wish = Stage::ensemble(u"orders"_s, 2);
    wish.title = u"Shop"_s;
    wish.members[1].client.hostPort = wish.members[0].client.hostPort;
    wish.members[1].name = wish.members[0].name;
    wish.testRun = qEnvironmentVariable("ZOODOCK_TEST_RUN", wish.testRun); // as for all that a test makes
    m_creator->createAsChosen(wish, wish);
    QTRY_COMPARE(m_stage->log.tasks().size(), 1);
    const ClusterTask *task = m_stage->log.tasks().constFirst();
    QTRY_VERIFY(task->isFinished());
    QCOMPARE(line(), u"Create Shop: failed"_s);
    QCOMPARE(task->outcome().error().kind(), ErrorKind::PlanRefused);
    QCOMPARE(task->steps().size(), 2);
    QCOMPARE(task->steps().at(0).state, StepState::Done);
    QCOMPARE(task->steps().at(1).state, StepState::Failed);
    // What else is wrong with it, in sentences and without the findings' inner names.
    const QString detail = task->outcome().error().detail();
    QVERIFY2(detail.contains(u'\n'), qPrintable(detail));
    QVERIFY2(
        !detail.contains(QRegularExpression(u"^[a-z]+\\.[a-z]+ "_s, QRegularExpression::MultilineOption)),
        qPrintable(detail));
    QVERIFY(m_stage->changes().isEmpty());
    QVERIFY(button(u"activityRetry"_s)->isVisible());

    // What was asked for is not lost, with the ports as they were entered.
    QSignalSpy changes(m_creator, &ClusterCreator::changeWanted);
    QVERIFY(button(u"activityChange"_s)->isVisible());
    QTest::mouseClick(button(u"activityChange"_s), Qt::LeftButton);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.at(0).at(0).value<Ensemble>(), wish);
    QCOMPARE(changes.at(0).at(1).value<ClusterCreator::Ports>(), ClusterCreator::Ports::AsChosen);
    QCOMPARE(changes.at(0).at(2).value<ClusterTask *>(), task); // whose row stays
    QCOMPARE(m_stage->log.tasks().size(), 1);
}

/// Tried again with free ports it is still what was asked for.
void TestActivity::typedPortsOutliveFreeOnes()
{
    m_stage->docker.ruleMatching(u"^run --detach "_s)
        .err("Error response from daemon: driver failed programming external connectivity on endpoint "
             "orders-zoo1: Bind for 127.0.0.1:2181 failed: port is already allocated\n")
        .exit(1);
    m_stage->engineAnswers();
    m_stage->everythingWorks();
    Ensemble wish = Stage::ensemble(u"orders"_s, 1);
    wish.testRun = qEnvironmentVariable("ZOODOCK_TEST_RUN", wish.testRun);
    m_creator->createAsChosen(wish, wish);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->log.tasks().size(), 1, patience);
    const QPointer<ClusterTask> first = m_stage->log.tasks().constFirst();
    QTRY_VERIFY_WITH_TIMEOUT(first->isFinished(), patience);
    QVERIFY(button(u"activityRetry"_s)->text().contains(u"Free Ports"_s));
    QTest::mouseClick(button(u"activityRetry"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!first, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->log.tasks().size(), 1, patience);
    const ClusterTask *second = m_stage->log.tasks().constFirst();
    QTRY_VERIFY_WITH_TIMEOUT(second->isFinished(), patience);

    QSignalSpy changes(m_creator, &ClusterCreator::changeWanted);
    QTest::mouseClick(button(u"activityChange"_s), Qt::LeftButton);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.at(0).at(0).value<Ensemble>(), wish);
    QCOMPARE(changes.at(0).at(1).value<ClusterCreator::Ports>(), ClusterCreator::Ports::AsChosen);
}

/// Nothing is lost that is asked for while the engine is still being looked at.
void TestActivity::wishesWaitTheirTurn()
{
    const QString goOn = m_stage->docker.file("go-on");
    m_stage->docker.ruleMatching(u"^run --detach "_s).waitForFile(goOn).err("no space left\n").exit(1);
    m_stage->engineAnswers();
    m_stage->everythingWorks();
    Ensemble chosen = Stage::ensemble(u"invoices"_s, 1);
    chosen.members.first().client.hostPort = 2300;
    m_creator->create(u"orders"_s, 1);
    m_creator->createAsChosen(chosen, chosen);
    m_creator->create(u"search"_s, 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->log.tasks().size(), 3, patience);
    QVERIFY(!m_creator->isBusy());
    const QList<ClusterTask *> tasks = m_stage->log.tasks();
    QStringList clusters;
    QSet<quint16> ports;
    for (const ClusterTask *task : tasks) {
        clusters.prepend(task->cluster());
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->store.cluster(task->cluster()), patience);
        ports += m_stage->store.cluster(task->cluster())->ensemble.members.constFirst().client.hostPort;
    }
    QCOMPARE(clusters, QStringList({u"orders"_s, u"invoices"_s, u"search"_s}));
    QVERIFY(ports.contains(2300));
    QCOMPARE(ports.size(), 3); // whose turn comes later finds those of the earlier ones taken
    QVERIFY(QFile(goOn).open(QIODevice::WriteOnly));
    for (const ClusterTask *task : tasks)
        QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patience);
}

void TestActivity::wordsStayInTheTasksLanguage()
{
    FakeTask *english = m_stage->addTask(u"orders"_s, u"Create orders"_s, {u"Make the network"_s});
    QTRY_VERIFY(english->begun().isValid());
    english->setStep(0, StepState::Failed);
    english->fail(Error(ErrorKind::ProgramFailed, u"Docker refused."_s));
    const auto words = [&] {
        const QModelIndex row = m_bar->findChild<QTreeView *>()->model()->index(0, 1);
        const QModelIndex task = row.siblingAtColumn(0);
        return QStringList{line(), row.data().toString(), row.model()->index(0, 1, task).data().toString()};
    };
    const QStringList before{u"Create orders: failed"_s, u"Failed: Docker refused."_s, u"failed"_s};
    QCOMPARE(words(), before);
    QVERIFY(installTranslations(*qApp, u"zh_CN"_s));
    const auto back = qScopeGuard([] { installTranslations(*qApp, u"en"_s); });
    m_bar->setExpanded(true); // shows it anew
    Q_EMIT english->stepChanged(0);
    QCOMPARE(words(), before);
    m_stage->log.dismiss(english);
    FakeTask *chinese = m_stage->addTask(u"orders"_s, u"创建 orders"_s, {});
    QTRY_VERIFY(chinese->begun().isValid());
    chinese->succeed();
    QVERIFY2(!line().contains(u"done"_s), qPrintable(line()));
}

/// What an export of znodes does: it tells how far it is, and Cancel takes nothing back.
void TestActivity::workOfOthersIsNotUndone()
{
    auto *work = new FakeOperation(m_window.get());
    auto *task =
        new OperationTask(u"orders"_s, u"Export /app from orders"_s, {u"Read"_s, u"Write"_s}, nullptr);
    task->follow(work, 1);
    m_stage->log.add(task);
    work->start();
    QTRY_COMPARE(work->begins, 1);
    task->tell(0, 3, 6, u"3 of 6 znodes"_s);
    QCOMPARE(line(), u"Export /app from orders: Read: 3 of 6 znodes"_s);
    const auto *bar = m_bar->findChild<QProgressBar *>();
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->value() * 4, bar->maximum());
    QCOMPARE(button(u"activityCancel"_s)->toolTip(), u"Stop; what was done so far stays"_s);
    QVERIFY(!button(u"activityCommands"_s)->isVisible());
    QTest::mouseClick(button(u"activityCancel"_s), Qt::LeftButton);
    QTRY_COMPARE(line(), u"Export /app from orders: cancelled"_s);
    QCOMPARE(work->aborts, 1);
    QVERIFY(!bar->isVisible());
}

/// The cluster's page has no banner for it.
void TestActivity::failedWorkIsSaidBesideTheClustersPage()
{
    m_bar->setShownCluster(u"orders"_s);
    auto *work = new FakeOperation(m_window.get());
    auto *task = new OperationTask(u"orders"_s, u"Export /app from orders"_s, {u"Read"_s}, nullptr);
    task->follow(work, 0);
    m_stage->log.add(task);
    work->start();
    QTRY_COMPARE(work->begins, 1);
    QVERIFY(!m_bar->findChild<QProgressBar *>()->isVisible()); // nothing is known yet
    work->fail(Error(ErrorKind::NoAuth, u"/app/secret may not be read."_s));
    QVERIFY(readable(*m_bar).contains(u"/app/secret may not be read."_s));
    QVERIFY(button(u"activityDismiss"_s)->isVisible());
    QVERIFY(!button(u"activityRetry"_s)->isVisible());
}

QTEST_MAIN(TestActivity)
#include "tst_activity.moc"
