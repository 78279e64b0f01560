// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/operationtask.h"
#include "fakes/fakeoperation.h"
#include "gui/stage.h"
#include "ui/look/translations.h"
#include "ui/look/banner.h"
#include "ui/look/labels.h"
#include "ui/mainwindow.h"
#include "ui/overview/identitydialog.h"
#include "ui/overview/lifecycle.h"
#include "ui/overview/overviewpage.h"
#include "ui/overview/removaldialog.h"

#include <QtCore/QPointer>
#include <QtGui/QClipboard>
#include <QtGui/QScreen>
#include <QtTest/QTest>
#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>

using namespace zoodock;
using namespace zoodock::test;

/// What is selected in the sidebar, one or several, by keyboard and by menu; and what is asked before.
class TestLifecycle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslations(*qApp)); }
    void init();
    void cleanup();
    void deleteMeansWhatIsSelected();
    void severalMembers();
    void severalClusters();
    void nothingIsPaintedOverTheRemovalsList();
    void aMemberBesideAClusterIsNotItsCluster();
    void asksBeforeAQuorumGoes_data();
    void asksBeforeAQuorumGoes();
    void workThatIsCutOffIsNamed();
    void questionFollowsTheMembers();
    void questionFollowsBesideASilentEngine();
    void containerQuestionFollowsTheMembers();
    void keepingTheQuorumIsNotAskedAbout();
    void pausesAndResumesAll();
    void restartsOneByOne_data();
    void restartsOneByOne();
    void saysHowMuchDataGoes();
    void givesBackWhatWasAdopted();
    void namesAndNotes();
    void namesOfAClusterThatIsGone();
    void nameThatIsTooLong();
    void nameOfAnotherCluster();
    void longNameOfTheFileStays();
    void removalQuestionFollowsTheEngine();
    void sizesAreCountedOnce();
    void questionsUseTheShownName();
    void menuOfWhatIsSelected_data();
    void menuOfWhatIsSelected();
    void keysStayWithTheirWidgets();
    void copiesByKey();
    void tryingAgainInVainSaysWhy_data();
    void tryingAgainInVainSaysWhy();

private:
    [[nodiscard]] QTreeView *tree() const { return m_window->findChild<QTreeView *>(u"clusterTree"_s); }
    void select(const QList<QPair<QString, int>> &rows) const;
    [[nodiscard]] QModelIndex row(const QString &cluster, int memberId) const;
    [[nodiscard]] QMessageBox *question() const { return m_window->findChild<QMessageBox *>(); }
    void agree() const;
    void returnToTree() const;
    void looksForALeader(int memberId);
    void finishTasks();

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<MainWindow> m_window;
};

void TestLifecycle::init()
{
    m_stage = std::make_unique<Stage>();
    m_stage->everythingWorks();
    m_stage->engine(EngineStatus::Reach::Answers);
    m_stage->addHealthy(u"orders"_s);
    m_stage->addHealthy(u"search"_s);
    m_window = std::make_unique<MainWindow>(m_stage->services);
    QVERIFY(showActive(*m_window));
    tree()->setFocus();
}

void TestLifecycle::cleanup()
{
    m_window.reset();
    m_stage.reset();
}

QModelIndex TestLifecycle::row(const QString &cluster, int memberId) const
{
    const QAbstractItemModel *model = tree()->model();
    for (int i = 0; i < model->rowCount(); ++i) {
        const QModelIndex index = model->index(i, 0);
        if (index.data().toString() == cluster)
            return memberId == 0 ? index : model->index(memberId - 1, 0, index);
    }
    return {};
}

/// As a person does it: a click, and further ones with Ctrl.
void TestLifecycle::select(const QList<QPair<QString, int>> &rows) const
{
    Qt::KeyboardModifiers modifiers;
    for (const auto &[cluster, member] : rows) {
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, modifiers,
                          tree()->visualRect(row(cluster, member)).center());
        modifiers = Qt::ControlModifier;
    }
}

/// After a dialog the window has to be the active one again before it takes keys.
void TestLifecycle::returnToTree() const
{
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    tree()->setFocus();
}

/// A member of orders.
void TestLifecycle::looksForALeader(int memberId)
{
    m_stage->clock.advance(1ms);
    ProbeObservation probe;
    probe.outcome = ProbeOutcome::NotServing;
    probe.at = m_stage->clock.monotonic();
    m_stage->store.observeProbe(u"orders"_s, memberId, probe);
}

void TestLifecycle::agree() const
{
    QVERIFY(question());
    for (QAbstractButton *button : question()->buttons()) {
        if (question()->buttonRole(button) == QMessageBox::DestructiveRole)
            QTest::mouseClick(button, Qt::LeftButton);
    }
}

void TestLifecycle::finishTasks()
{
    const QList<ClusterTask *> tasks = m_stage->log.tasks();
    for (ClusterTask *task : tasks)
        QTRY_VERIFY(task->isFinished());
}

void TestLifecycle::deleteMeansWhatIsSelected()
{
    select({{u"orders"_s, 2}});
    QTest::keyClick(tree(), Qt::Key_Delete);
    QVERIFY(question());
    QVERIFY2(question()->text().contains(u"orders-zoo2"_s), qPrintable(question()->text()));
    QVERIFY(!m_window->findChild<RemovalDialog *>());
    agree();
    QTRY_COMPARE(m_stage->changes().size(), 1);
    QVERIFY(m_stage->changes().constFirst().contains(u"rm --force"_s));
    finishTasks();

    returnToTree();
    select({{u"search"_s, 0}});
    QTest::keyClick(tree(), Qt::Key_Delete);
    const auto *dialog = m_window->findChild<RemovalDialog *>();
    QVERIFY(dialog);
    QVERIFY(readable(*dialog).contains(u"“search”"_s));
}

void TestLifecycle::severalMembers()
{
    select({{u"orders"_s, 1}, {u"search"_s, 2}});
    QTest::keyClick(tree(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY2(!question(), "each cluster keeps its quorum");
    QTRY_COMPARE(m_stage->changes().size(), 2);
    const QString both = m_stage->changes().join(u' ');
    QVERIFY2(both.contains(u"orders-zoo1"_s) && both.contains(u"search-zoo2"_s), qPrintable(both));
    QVERIFY2(!both.contains(u"orders-zoo2"_s) && !both.contains(u"search-zoo1"_s), qPrintable(both));
    finishTasks();
}

void TestLifecycle::severalClusters()
{
    select({{u"orders"_s, 0}, {u"search"_s, 0}});
    QTest::keyClick(tree(), Qt::Key_Delete);
    auto *dialog = m_window->findChild<RemovalDialog *>();
    QVERIFY(dialog);
    QVERIFY2(readable(*dialog).contains(u"Remove 2 clusters: orders, search?"_s),
             qPrintable(readable(*dialog)));
    const QString list = dialog->findChild<QPlainTextEdit *>()->toPlainText();
    for (const QString &name : {u"orders-zoo1"_s, u"search-zoo3"_s, u"orders.json"_s, u"search.json"_s})
        QVERIFY2(list.contains(name), qPrintable(name));
    QVERIFY(list.contains(u"6 containers"_s));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"removalRemove"_s), Qt::LeftButton);
    QCOMPARE(m_stage->log.tasks().size(), 2);
    const QList<ClusterTask *> tasks = m_stage->log.tasks();
    for (ClusterTask *task : tasks)
        task->cancel();
    finishTasks();
}

/// A title of three lines, ten members and their data on an ordinary screen.
void TestLifecycle::nothingIsPaintedOverTheRemovalsList()
{
    ClusterStatus status;
    status.ensemble = Stage::ensemble(u"orders"_s, 10);
    status.ensemble.title = u"The orders of every shop in the north and of those in the south, "
                            "with their invoices and what was sent back to us later on"_s;
    RemovalDialog dialog({status}, nullptr);
    dialog.show();
    const auto *list = dialog.findChild<QPlainTextEdit *>();
    auto *data = dialog.findChild<QCheckBox *>();
    for (const bool isTicked : {false, true}) {
        data->setChecked(isTicked);
        QTRY_VERIFY2(list->geometry().bottom() < data->geometry().top(), isTicked ? "ticked" : "not ticked");
        for (const QWidget *label : dialog.findChildren<QLabel *>())
            QVERIFY(label->height() >= label->heightForWidth(label->width()));
        QVERIFY(dialog.height() <= dialog.screen()->availableGeometry().height());
    }
}

void TestLifecycle::aMemberBesideAClusterIsNotItsCluster()
{
    select({{u"orders"_s, 0}, {u"search"_s, 2}});
    QTest::keyClick(tree(), Qt::Key_Delete);
    auto *dialog = m_window->findChild<RemovalDialog *>();
    QVERIFY(dialog);
    const QString list = dialog->findChild<QPlainTextEdit *>()->toPlainText();
    QVERIFY(list.contains(u"orders-zoo1"_s));
    QVERIFY2(!list.contains(u"search"_s), qPrintable(list));
    dialog->reject();
}

void TestLifecycle::asksBeforeAQuorumGoes_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QString>("verb");
    QTest::newRow("stop") << Qt::Key_T << u"stop"_s;
    QTest::newRow("restart") << Qt::Key_R << u"restart"_s;
    QTest::newRow("kill") << Qt::Key_K << u"kill"_s;
    QTest::newRow("pause") << Qt::Key_P << u"pause"_s;
}

void TestLifecycle::asksBeforeAQuorumGoes()
{
    QFETCH(Qt::Key, key);
    QFETCH(QString, verb);
    select({{u"orders"_s, 1}, {u"orders"_s, 3}});
    QTest::keyClick(tree(), key, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(question());
    QTRY_VERIFY(question()->isVisible());
    QVERIFY2(question()->informativeText().contains(u"of 3 would stay and 2 are needed"_s),
             qPrintable(question()->informativeText()));
    QCOMPARE(question()->defaultButton(), question()->button(QMessageBox::Cancel));
    for (QAbstractButton *button : question()->buttons()) {
        if (question()->buttonRole(button) == QMessageBox::DestructiveRole)
            QVERIFY2(button->text().contains(u'&'), qPrintable(button->text()));
    }
    QVERIFY2(!question()->windowTitle().contains(u'&'), qPrintable(question()->windowTitle()));
    QTest::keyClick(question(), Qt::Key_Return); // the safe button
    QTRY_VERIFY(!question());
    QVERIFY(m_stage->log.tasks().isEmpty());
    returnToTree();
    QTest::keyClick(tree(), key, Qt::ControlModifier | Qt::ShiftModifier);
    agree();
    QTRY_VERIFY(!m_stage->changes().isEmpty());
    QVERIFY(m_stage->changes().constFirst().split(u' ').contains(verb));
    finishTasks();
}

/// Of the cluster in question; what needs no server of it goes on.
void TestLifecycle::workThatIsCutOffIsNamed()
{
    const QString search =
        u"“Search below /app in orders” is cut off then and would have to be begun anew."_s;
    const QString import = u"“Import into orders” is cut off then: what it has changed by then stays so."_s;
    FakeOperation searching(nullptr);
    const auto add = [this, &searching](const QString &cluster, const QString &title) {
        auto *work = new OperationTask(cluster, title, {u"Read"_s}, nullptr);
        work->follow(&searching, 0);
        m_stage->log.add(work);
        return work;
    };
    add(u"orders"_s, u"Search below /app in orders"_s)->setNeedsServers();
    add(u"search"_s, u"Export of search"_s)->setNeedsServers();
    add(u"orders"_s, u"Save the log of orders"_s);
    OperationTask *importing = add(u"orders"_s, u"Import into orders"_s);
    importing->setNeedsServers();
    importing->setLeavesChanges(true);

    select({{u"orders"_s, 0}});
    for (const Qt::Key key : {Qt::Key_T, Qt::Key_K}) {
        QTest::keyClick(tree(), key, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(question());
        QTRY_VERIFY(question()->isVisible());
        const QString said = question()->informativeText();
        QVERIFY2(said.contains(search) && said.contains(import), qPrintable(said));
        QVERIFY2(!said.contains(u"Export"_s) && !said.contains(u"log"_s), qPrintable(said));
        QTest::keyClick(question(), Qt::Key_Return); // the safe button
        QTRY_VERIFY(!question());
        returnToTree();
    }
    QTest::keyClick(tree(), Qt::Key_Delete);
    auto *dialog = m_window->findChild<RemovalDialog *>();
    QVERIFY(dialog);
    const auto *work = dialog->findChild<QLabel *>(u"removalWork"_s);
    QTRY_VERIFY(work->isVisible());
    QVERIFY2(work->text().contains(search) && work->text().contains(u"can no longer be taken back"_s),
             qPrintable(work->text()));
    QVERIFY2(!work->text().contains(u"Export"_s), qPrintable(work->text()));
    QTRY_VERIFY(work->height() >= work->heightForWidth(work->width()));
    dialog->reject();
    QTRY_VERIFY(!m_window->findChild<RemovalDialog *>());
    returnToTree();
    QTest::keyClick(tree(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(question());
    const QString before = question()->informativeText();
    QVERIFY(before.contains(search));
    for (ClusterTask *task : m_stage->log.tasks())
        task->cancel();
    QTRY_VERIFY2(!question()->informativeText().contains(u"cut off"_s), qPrintable(before));
    QVERIFY(before.startsWith(question()->informativeText()));
    QTest::keyClick(question(), Qt::Key_Return);
}

/// Members die and come back while it stands.
void TestLifecycle::questionFollowsTheMembers()
{
    const auto said = [this] { return question()->text() + u'\n' + question()->informativeText(); };
    const auto yes = [this] { return findButton<QPushButton>(*question(), u"Stop"_s); };
    const auto serve = [this](const QList<QPair<int, MemberState>> &members) {
        for (const auto &[id, role] : members)
            m_stage->answer(u"orders"_s, id, role);
    };
    const QString asksForQuorum = u"Stop so many members that the quorum is lost?\n"_s;
    select({{u"orders"_s, 1}, {u"orders"_s, 3}});
    QTest::keyClick(tree(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(question());
    QTRY_VERIFY(question()->isVisible());
    QVERIFY2(said().startsWith(asksForQuorum + u"orders: Without zoo1, zoo3 "_s), qPrintable(said()));

    m_stage->live(u"orders"_s, 1, ContainerLife::Exited);
    QVERIFY2(said().startsWith(asksForQuorum), qPrintable(said())); // nobody knows yet who leads by now
    serve({{2, MemberState::Follower}, {3, MemberState::Leader}});
    QVERIFY2(said().startsWith(asksForQuorum + u"orders: Without zoo3 there is no quorum: 1 voter "_s),
             qPrintable(said()));

    m_stage->live(u"orders"_s, 3, ContainerLife::Exited);
    QVERIFY2(said().endsWith(u"\nzoo1 does not run."_s), qPrintable(said()));
    QVERIFY(!yes()->isEnabled());

    m_stage->live(u"orders"_s, 1, ContainerLife::Running);
    looksForALeader(1);
    looksForALeader(2);
    QCOMPARE(said(), u"Stop zoo1 of orders?\norders has no quorum as it is."_s);
    QVERIFY(yes()->isEnabled());

    m_stage->live(u"orders"_s, 3, ContainerLife::Running);
    serve({{1, MemberState::Follower}, {2, MemberState::Follower}, {3, MemberState::Leader}});
    QVERIFY2(said().startsWith(asksForQuorum + u"orders: Without zoo1, zoo3 "_s), qPrintable(said()));
    m_stage->live(u"orders"_s, 3, ContainerLife::Exited);
    looksForALeader(1);
    looksForALeader(2);
    agree();
    QTRY_COMPARE(m_stage->changes().size(), 1);
    QVERIFY2(!m_stage->changes().constFirst().contains(u"zoo3"_s), "it has stopped by itself");
    finishTasks();

    returnToTree();
    select({{u"search"_s, 0}});
    QTest::keyClick(tree(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(question() && question()->isVisible());
    m_stage->store.removeWanted(u"search"_s);
    QTRY_VERIFY(!question());
}

/// What the action does not take any more holds nothing up.
void TestLifecycle::questionFollowsBesideASilentEngine()
{
    EngineStatus engine;
    engine.context = u"far"_s;
    engine.reach = EngineStatus::Reach::Answers;
    m_stage->store.observeEngine(engine);
    Ensemble far = Stage::ensemble(u"archive"_s, 1);
    far.context = engine.context;
    m_stage->addHealthy(far);
    select({{u"archive"_s, 1}, {u"orders"_s, 1}, {u"orders"_s, 3}});
    QTest::keyClick(tree(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(question());
    QTRY_VERIFY(question()->isVisible());
    const auto said = [this] { return question()->informativeText(); };
    QVERIFY2(said().contains(u"archive: "_s) && said().contains(u"orders: Without zoo1, zoo3 "_s),
             qPrintable(said()));

    engine.reach = EngineStatus::Reach::Silent;
    engine.problem = Error(ErrorKind::EngineDown, u"No."_s);
    m_stage->store.observeEngine(engine);
    m_stage->noAnswer(u"archive"_s, 1, u"No."_s);
    QVERIFY2(!m_stage->store.cluster(u"archive"_s)->quorum.known, "so that it is in doubt");
    m_stage->live(u"orders"_s, 1, ContainerLife::Exited);
    m_stage->answer(u"orders"_s, 2, MemberState::Follower);
    m_stage->answer(u"orders"_s, 3, MemberState::Leader);
    QVERIFY2(said().startsWith(u"orders: Without zoo3 there is no quorum: 1 voter "_s), qPrintable(said()));
    QVERIFY2(!said().contains(u"archive: "_s), qPrintable(said()));
    QTest::keyClick(question(), Qt::Key_Return);
    QTRY_VERIFY(!question());
}

void TestLifecycle::containerQuestionFollowsTheMembers()
{
    select({{u"orders"_s, 2}, {u"orders"_s, 3}});
    QTest::keyClick(tree(), Qt::Key_Delete);
    QVERIFY(question());
    QTRY_VERIFY(question()->isVisible());
    QCOMPARE(question()->text(), u"Remove these containers? orders-zoo2, orders-zoo3"_s);
    QVERIFY(question()->informativeText().contains(u"there is no quorum"_s));
    m_stage->live(u"orders"_s, 3, ContainerLife::Absent);
    m_stage->answer(u"orders"_s, 1, MemberState::Follower);
    m_stage->answer(u"orders"_s, 2, MemberState::Leader);
    QCOMPARE(question()->text(), u"Remove the container orders-zoo2?"_s);
    QVERIFY2(question()->informativeText().contains(u"Without zoo2 there is no quorum"_s),
             qPrintable(question()->informativeText()));
    looksForALeader(1);
    looksForALeader(2);
    QCOMPARE(question()->informativeText(),
             u"The data volumes stay. Start makes what was removed again, with its data."_s);
    QTest::keyClick(question(), Qt::Key_Return);
}

void TestLifecycle::keepingTheQuorumIsNotAskedAbout()
{
    select({{u"orders"_s, 3}});
    QTest::keyClick(tree(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!question());
    QTRY_COMPARE(m_stage->changes().size(), 1);
    finishTasks();
}

void TestLifecycle::pausesAndResumesAll()
{
    select({{u"orders"_s, 0}});
    QTest::keyClick(tree(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(question());
    QVERIFY(question()->informativeText().contains(u"there is no quorum"_s));
    agree();
    QTRY_VERIFY(!m_stage->changes().isEmpty());
    finishTasks();
    for (const int id : {1, 2, 3})
        m_stage->live(u"orders"_s, id, ContainerLife::Paused);
    QTest::qWait(10);
    returnToTree();
    QTest::keyClick(tree(), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!m_stage->changes().filter(u"unpause"_s).isEmpty());
    finishTasks();
}

void TestLifecycle::restartsOneByOne_data()
{
    QTest::addColumn<bool>("instead");
    QTest::newRow("asked for") << false;
    QTest::newRow("instead of a restart of all at once") << true;
}

void TestLifecycle::restartsOneByOne()
{
    QFETCH(bool, instead);
    select({{u"orders"_s, 0}});
    QTest::keyClick(tree(), instead ? Qt::Key_R : Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    if (instead) {
        QVERIFY(question());
        QTest::mouseClick(findButton<QPushButton>(*question(), u"Rolling Restart"_s), Qt::LeftButton);
    }
    QTRY_COMPARE(m_stage->log.tasks().size(), 1);
    ClusterTask *task = m_stage->log.tasks().constFirst();
    QTRY_VERIFY(!m_stage->changes().isEmpty());
    QCOMPARE(m_stage->changes().size(), 1); // one, and the next when it serves again
    QVERIFY2(!m_stage->changes().constFirst().contains(u"orders-zoo3"_s), "the leader is the last");
    task->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished() || !m_stage->changes().isEmpty(), 5'000);
}

void TestLifecycle::saysHowMuchDataGoes()
{
    select({{u"orders"_s, 0}});
    QTest::keyClick(tree(), Qt::Key_Delete);
    auto *dialog = m_window->findChild<RemovalDialog *>();
    QVERIFY(dialog);
    RemovalExtent extent;
    extent.cluster = u"orders"_s;
    extent.containers = QStringList{u"orders-zoo1"_s, u"orders-zoo2"_s};
    extent.volumes = {{u"orders-zoo1-data"_s, 402'700'000}, {u"orders-zoo2-data"_s, {}}};
    dialog->setExtent(extent);
    auto *too = dialog->findChild<QCheckBox *>();
    QVERIFY2(too->text().contains(u"2 volumes with up to 384.0 MiB"_s), qPrintable(too->text()));
    too->click();
    const QString list = dialog->findChild<QPlainTextEdit *>()->toPlainText();
    QVERIFY2(list.contains(u"orders-zoo1-data ("_s) && list.contains(u"2 containers"_s), qPrintable(list));
    QVERIFY2(!list.contains(u"orders-zoo3"_s), "the engine knows better than the file");
    extent.volumes = {{u"orders-zoo1-data"_s, {}}};
    dialog->setExtent(extent);
    QVERIFY2(too->text().contains(u"1 volume with up to 384.0 MiB"_s), qPrintable(too->text()));
    dialog->reject();
}

void TestLifecycle::givesBackWhatWasAdopted()
{
    Ensemble legacy = Stage::ensemble(u"legacy"_s, 3);
    legacy.adopted = true;
    QVERIFY(m_stage->repository.save(legacy).has_value());
    m_stage->addHealthy(legacy);
    select({{u"legacy"_s, 0}});
    const auto release = [this]() -> QAction * {
        return m_window->findChild<QAction *>(u"clusterRelease"_s);
    };
    QVERIFY(release()->isVisible());
    release()->trigger();
    QVERIFY(m_stage->repository.load(u"legacy"_s).error().kind() == ErrorKind::FileMissing);
    QVERIFY(m_stage->changes().isEmpty());
    select({{u"orders"_s, 0}});
    QVERIFY(!release()->isVisible());
}

void TestLifecycle::namesAndNotes()
{
    QVERIFY(m_stage->repository.save(Stage::ensemble(u"orders"_s, 3)).has_value());
    select({{u"orders"_s, 0}});
    QTest::keyClick(tree(), Qt::Key_F2);
    auto *dialog = m_window->findChild<IdentityDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isVisible());
    const auto *remark = dialog->findChild<QLabel *>(u"identityRemark"_s);
    QCOMPARE(remark->height(), remark->heightForWidth(remark->width()));    // no hole above or below it
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"Shop, staging"_s); // it was selected
    dialog->findChild<QPlainTextEdit *>()->setPlainText(u"Ask Ann before stopping it.\nSince May."_s);
    findButton<QRadioButton>(*dialog, u"Teal"_s)->click();
    QTest::mouseClick(findButton<QPushButton>(*dialog, u"Save"_s), Qt::LeftButton);
    QTRY_COMPARE(row(u"Shop, staging"_s, 0).data().toString(), u"Shop, staging"_s);
    const Ensemble saved = m_stage->repository.load(u"orders"_s).value();
    QCOMPARE(saved.title, u"Shop, staging"_s);
    QCOMPARE(saved.notes, u"Ask Ann before stopping it.\nSince May."_s);
    QVERIFY(QColor(saved.colour).isValid());
    const auto *header = m_window->findChild<ElidedLabel *>(u"clusterName"_s);
    QCOMPARE(header->fullText(), u"Shop, staging"_s);
    const auto *notes = m_window->findChild<ElidedLabel *>(u"clusterNotes"_s);
    QVERIFY(notes->isVisible() && notes->fullText().contains(u"Ann"_s));
    QVERIFY(row(u"Shop, staging"_s, 0).data(Qt::ToolTipRole).toString().contains(u"Since May."_s));

    QTRY_VERIFY(!m_window->findChild<IdentityDialog *>());
    returnToTree();
    QTest::keyClick(tree(), Qt::Key_F2);
    dialog = m_window->findChild<IdentityDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isVisible());
    dialog->findChild<QLineEdit *>()->clear();
    QTest::mouseClick(findButton<QPushButton>(*dialog, u"Save"_s), Qt::LeftButton);
    QTRY_COMPARE(header->fullText(), u"orders"_s); // its own name again
    QVERIFY(m_stage->changes().isEmpty());
}

void TestLifecycle::namesOfAClusterThatIsGone()
{
    QVERIFY(m_stage->repository.save(Stage::ensemble(u"orders"_s, 3)).has_value());
    select({{u"orders"_s, 0}});
    QTest::keyClick(tree(), Qt::Key_F2);
    const QPointer<IdentityDialog> dialog = m_window->findChild<IdentityDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isVisible());
    dialog->findChild<QPlainTextEdit *>()->setPlainText(u"Ask Ann before stopping it."_s);
    const auto *save = findButton<QPushButton>(*dialog, u"Save"_s);
    m_stage->store.removeWanted(u"search"_s); // another one
    const auto *banner = dialog->findChild<Banner *>();
    QVERIFY(save->isEnabled() && !banner->isVisible());
    m_stage->store.removeWanted(u"orders"_s);
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(!save->isEnabled() && banner->isVisible());
    QCOMPARE(banner->sentence(), u"“orders” was removed meanwhile: this cannot be saved any more."_s);
    const Ensemble again = Stage::ensemble(u"orders"_s, 3);
    m_stage->store.setWanted(again, WantedOrigin::Labels); // its file was lost
    m_stage->run(u"orders"_s, again.members.at(0));        // in the containers it had
    QVERIFY(save->isEnabled() && !banner->isVisible());
    m_stage->store.removeWanted(u"orders"_s);
    m_stage->store.setWanted(again, WantedOrigin::File); // another cluster, which has the name by now
    QVERIFY(!save->isEnabled() && banner->isVisible());
    ContainerObservation other;
    other.id = u"another"_s;
    other.name = u"orders-zoo1"_s;
    other.life = ContainerLife::Running;
    m_stage->store.observeContainer(u"orders"_s, 1, other);
    QVERIFY(!save->isEnabled() && banner->isVisible());
    QCOMPARE(dialog->notes(), u"Ask Ann before stopping it."_s); // to be copied
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
}

void TestLifecycle::nameThatIsTooLong()
{
    select({{u"orders"_s, 0}});
    QTest::keyClick(tree(), Qt::Key_F2);
    const QPointer<IdentityDialog> dialog = m_window->findChild<IdentityDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isVisible());
    auto *title = dialog->findChild<QLineEdit *>();
    const QString said = u"A name has 80 characters at most: what is beyond them was left out."_s;
    QTest::keyClicks(title, QString(80, u'a'));
    QVERIFY(!readable(*dialog).contains(said));
    QTest::keyClick(title, Qt::Key_B);
    QCOMPARE(dialog->title(), QString(80, u'a'));
    QVERIFY2(readable(*dialog).contains(said), qPrintable(readable(*dialog)));
    QTest::keyClick(title, Qt::Key_Backspace);
    QVERIFY(!readable(*dialog).contains(said));
    QGuiApplication::clipboard()->setText(QString(90, u'c'));
    title->selectAll();
    QTest::keyClick(title, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(dialog->title(), QString(80, u'c'));
    QVERIFY(readable(*dialog).contains(said));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
}

/// Nobody is kept from it, but told.
void TestLifecycle::nameOfAnotherCluster()
{
    Ensemble shop = Stage::ensemble(u"legacy"_s, 3);
    shop.title = u"Shop"_s;
    m_stage->addHealthy(shop);
    QVERIFY(m_stage->repository.save(Stage::ensemble(u"orders"_s, 3)).has_value());
    select({{u"orders"_s, 0}});
    QTest::keyClick(tree(), Qt::Key_F2);
    const QPointer<IdentityDialog> dialog = m_window->findChild<IdentityDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isVisible());
    const auto *taken = dialog->findChild<Banner *>(u"identityTaken"_s);
    auto *name = dialog->findChild<QLineEdit *>();
    QVERIFY(!taken->isVisible());
    name->setText(u" Shop"_s);
    QVERIFY(taken->isVisible());
    QVERIFY2(taken->sentence().contains(u"Shop (legacy)"_s), qPrintable(taken->sentence()));
    name->setText(u"Shops"_s);
    QVERIFY(!taken->isVisible());
    name->setText(u"legacy"_s);
    QVERIFY(taken->isVisible());
    shop.title = u"orders"_s; // which is written meanwhile
    name->clear();
    QVERIFY(!taken->isVisible());
    m_stage->store.setWanted(shop, WantedOrigin::File);
    QTRY_VERIFY(taken->isVisible());
    QVERIFY(findButton<QPushButton>(*dialog, u"Save"_s)->isEnabled());
    dialog->reject();
}

/// A longer one, written into the file by hand, stays whole.
void TestLifecycle::longNameOfTheFileStays()
{
    Ensemble orders = Stage::ensemble(u"orders"_s, 3);
    orders.title = QString(100, u'a');
    const IdentityDialog dialog(orders, nullptr);
    QCOMPARE(dialog.title(), orders.title);
}

/// Somebody removes one of the clusters meanwhile, then containers and a volume, then the last one.
void TestLifecycle::removalQuestionFollowsTheEngine()
{
    select({{u"orders"_s, 0}, {u"search"_s, 0}});
    QTest::keyClick(tree(), Qt::Key_Delete);
    const QPointer<RemovalDialog> dialog = m_window->findChild<RemovalDialog *>();
    QVERIFY(dialog);
    const auto list = [&dialog] { return dialog->findChild<QPlainTextEdit *>()->toPlainText(); };
    QVERIFY(list().contains(u"orders-zoo1"_s) && list().contains(u"search-zoo1"_s));
    m_stage->store.removeWanted(u"search"_s);
    QVERIFY2(!list().contains(u"search"_s), qPrintable(list()));
    QVERIFY2(readable(*dialog).contains(u"Remove the cluster “orders”?"_s), qPrintable(readable(*dialog)));
    m_stage->docker.allowUnknownCalls(); // of what is on its way while the rules are being written
    const auto has = [this](const QByteArray &volumes) {
        m_stage->docker.clearRules();
        m_stage->docker.rule({u"volume"_s, u"ls"_s}).out(volumes);
        m_stage->engineAnswers();
        m_stage->everythingWorks();
    };
    const QByteArray one = R"({"Name":"orders-zoo1-data","Labels":"org.zoodock.cluster=orders"})"
                           "\n";
    has(one + R"({"Name":"orders-zoo2-data","Labels":"org.zoodock.cluster=orders"})"
              "\n");
    const auto *data = dialog->findChild<QCheckBox *>();
    QTRY_VERIFY2_WITH_TIMEOUT(data->text().contains(u": 2 volumes"_s), qPrintable(data->text()), patience);
    QVERIFY2(!list().contains(u"orders-zoo1"_s), qPrintable(list()));
    has(one);
    QTRY_VERIFY2_WITH_TIMEOUT(data->text().contains(u": 1 volume"_s), qPrintable(data->text()), patience);
    m_stage->store.removeWanted(u"orders"_s);
    QTRY_VERIFY(!dialog);
    QVERIFY(m_stage->log.tasks().isEmpty());
}

/// Docker looks through its whole disk for them: again only for a volume that was not there before.
void TestLifecycle::sizesAreCountedOnce()
{
    m_stage->docker.allowUnknownCalls(); // of what is on its way while the rules are being written
    const auto has = [this](const QByteArray &volumes) {
        m_stage->docker.clearRules();
        m_stage->docker.rule({u"volume"_s, u"ls"_s}).out(volumes);
        m_stage->docker.rule({u"system"_s, u"df"_s})
            .out(R"([{"Name":"orders-zoo1-data","Size":"3MB"},{"Name":"orders-zoo2-data","Size":"5.4MB"}])");
        m_stage->engineAnswers();
        m_stage->everythingWorks();
    };
    const QByteArray one = R"({"Name":"orders-zoo1-data","Labels":"org.zoodock.cluster=orders"})"
                           "\n";
    has(one);
    select({{u"orders"_s, 0}});
    QTest::keyClick(tree(), Qt::Key_Delete);
    const auto *dialog = m_window->findChild<RemovalDialog *>();
    QVERIFY(dialog);
    const auto *data = dialog->findChild<QCheckBox *>();
    QTRY_VERIFY2_WITH_TIMEOUT(data->text().contains(u": 1 volume with up to"_s), qPrintable(data->text()),
                              patience);
    has(one + R"({"Name":"orders-zoo2-data","Labels":"org.zoodock.cluster=orders"})"
              "\n");
    QTRY_VERIFY2_WITH_TIMEOUT(data->text().contains(u": 2 volumes with up to 8"_s), qPrintable(data->text()),
                              patience);
    has(one);
    QTRY_VERIFY2_WITH_TIMEOUT(data->text().contains(u": 1 volume with up to 2.9"_s), qPrintable(data->text()),
                              patience);
    QCOMPARE(m_stage->docker.callLines().filter(u"system df"_s).size(), 2); // the one that came late
}

void TestLifecycle::questionsUseTheShownName()
{
    Ensemble shop = Stage::ensemble(u"legacy"_s, 3);
    shop.title = u"Shop, staging"_s;
    m_stage->addHealthy(shop);
    select({{u"Shop, staging"_s, 0}});
    QTest::keyClick(tree(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(question());
    QVERIFY2(question()->informativeText().startsWith(u"Shop, staging: "_s),
             qPrintable(question()->informativeText()));
    agree();
    QTRY_COMPARE(m_stage->log.tasks().size(), 1);
    QCOMPARE(m_stage->log.tasks().constFirst()->title(), u"Stop Shop, staging"_s);
    finishTasks();
    returnToTree();
    select({{u"Shop, staging"_s, 0}});
    QTest::keyClick(tree(), Qt::Key_Delete);
    const auto *dialog = m_window->findChild<RemovalDialog *>();
    QVERIFY(dialog);
    QVERIFY2(readable(*dialog).contains(u"Remove the cluster “Shop, staging (legacy)”?"_s),
             qPrintable(readable(*dialog)));
    QVERIFY(
        dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(u"legacy-zoo1"_s)); // as docker has it
}

void TestLifecycle::menuOfWhatIsSelected_data()
{
    QTest::addColumn<QList<int>>("members"); // of orders; 0: itself
    QTest::addColumn<bool>("cluster");
    QTest::addColumn<bool>("container");
    QTest::newRow("a cluster") << QList<int>{0} << true << false;
    QTest::newRow("a member") << QList<int>{2} << false << true;
    QTest::newRow("members") << QList<int>{1, 2} << false << true;
}

void TestLifecycle::menuOfWhatIsSelected()
{
    QFETCH(QList<int>, members);
    QFETCH(bool, cluster);
    QFETCH(bool, container);
    QList<QPair<QString, int>> rows;
    for (const int id : members)
        rows.append({u"orders"_s, id});
    select(rows);
    const QPoint place = tree()->visualRect(row(u"orders"_s, members.constLast())).center();
    Q_EMIT tree()->customContextMenuRequested(place);
    auto *menu = m_window->findChild<QMenu *>(QString(), Qt::FindChildrenRecursively);
    QStringList texts;
    const QList<QMenu *> menus = m_window->findChildren<QMenu *>();
    for (const QMenu *candidate : menus) {
        if (candidate->isVisible()) {
            for (const QAction *action : candidate->actions())
                texts += action->text();
        }
    }
    QVERIFY(menu);
    QCOMPARE(texts.contains(u"&Remove…"_s), cluster);
    QCOMPARE(texts.contains(u"Remo&ve Container…"_s), container);
    QVERIFY(texts.contains(u"&Kill"_s));
}

void TestLifecycle::keysStayWithTheirWidgets()
{
    select({{u"orders"_s, 0}});
    m_window->findChild<QPushButton *>(u"sidebarNew"_s)->setFocus();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Delete);
    QVERIFY(m_window->findChild<RemovalDialog *>()); // it belongs to the sidebar
    m_window->findChild<RemovalDialog *>()->reject();
    QTRY_VERIFY(!m_window->findChild<RemovalDialog *>());
    m_window->findChild<QToolButton *>(u"activityToggle"_s)->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_Delete);
    QVERIFY(!m_window->findChild<RemovalDialog *>());
}

void TestLifecycle::copiesByKey()
{
    select({{u"orders"_s, 0}});
    QTest::keyClick(tree(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"127.0.0.1:2181,127.0.0.1:2182,127.0.0.1:2183"_s);
}

void TestLifecycle::tryingAgainInVainSaysWhy_data()
{
    QTest::addColumn<bool>("oneByOne");
    QTest::newRow("start") << false;
    QTest::newRow("rolling restart") << true;
}

/// The cluster went between the failure and the click on it.
void TestLifecycle::tryingAgainInVainSaysWhy()
{
    QFETCH(bool, oneByOne);
    m_stage->live(u"orders"_s, 2, oneByOne ? ContainerLife::Absent : ContainerLife::Exited);
    auto *lifecycle = m_window->findChild<Lifecycle *>();
    std::unique_ptr<ClusterLock> lock;
    if (oneByOne) {
        lifecycle->restartOneByOne({Target{u"orders"_s, {}}}); // which needs all containers
    } else {
        lock = std::move(*m_stage->repository.lock(u"orders"_s));
        lifecycle->act(MemberAction::Start, {Target{u"orders"_s, {2}}}); // which another changes
    }
    finishTasks();
    QVERIFY(m_stage->log.tasks().constFirst()->hasFailed());
    lock.reset();
    m_stage->store.removeWanted(u"orders"_s);
    QTest::mouseClick(m_window->findChild<QPushButton *>(u"activityRetry"_s), Qt::LeftButton);
    QCOMPARE(m_stage->log.tasks().size(), 1);
    finishTasks();
    const ClusterTask *task = m_stage->log.tasks().constFirst();
    QVERIFY(task->hasFailed());
    QVERIFY2(task->error().message().contains(u"There is no cluster “orders”."_s),
             qPrintable(task->error().message()));
    QVERIFY(m_window->findChild<QPushButton *>(u"activityRetry"_s)->isVisible());
}

QTEST_MAIN(TestLifecycle)
#include "tst_lifecycle.moc"
