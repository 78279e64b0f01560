// SPDX-License-Identifier: GPL-3.0-or-later
// The znodes page on servers that only pretend, with every misfortune on demand; tst_znodes has a real one.
#include "ui/znodes/znodespage.h"

#include "fakes/fakezookeeper.h"
#include "fakes/owntimer.h"
#include "gui/stage.h"
#include "gui/znodewindow.h"
#include "itemmodels/znodetreemodel.h"
#include "ui/znodes/aclpanel.h"
#include "ui/znodes/changes/changenotice.h"
#include "ui/znodes/changes/conflictdialog.h"
#include "ui/znodes/changes/createdialog.h"
#include "ui/znodes/changes/importdialog.h"
#include "ui/znodes/connection/connectiondialog.h"
#include "ui/znodes/connection/connectionline.h"
#include "ui/znodes/finding/missingnotice.h"
#include "ui/znodes/finding/pathbar.h"
#include "ui/znodes/readonlyframe.h"
#include "ui/znodes/finding/searchpanel.h"
#include "ui/znodes/text/texteditor.h"
#include "ui/znodes/finding/pathfield.h"
#include "ui/znodes/treepane.h"
#include "ui/znodes/znodeactions.h"
#include "ui/znodes/connection/znodesession.h"
#include "ui/znodes/znodetreeview.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>
#include <QtTest/QTestEventLoop>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeWidget>

#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

class TestZnodesPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void sizeFollowsTheValue();
    void footerCountsWithoutReading();
    void greyOnlyWhileOld();
    void nothingMoves();
    void keepsTheSelectedRowInSight();
    void keepsTheSelectedRowWhereItIs();
    void manyRowsGoGreyAtOnce();
    void keepsTheSelectedMatchWhereItIs();
    void searchCountsInWords();
    void searchSaysWhereItWas();
    void importNamesNoDateThatItLacks();
    void saysWhichStepFailed();
    void saysOnceThatTheSessionExpired();
    void draftsOutliveTheWindow();
    void connectsToOneMember();
    void knowsTheLimitOfItsServers();
    void framesWhatIsReadOnly();
    void goesDeep();
    void keepsTheTextOfAClusterThatIsMadeAnew();
    void beginsAtTheTopWhereTheLastIsGone();
    void findsWhatWasMadeJustNow();
    void putsBackAPathThatIsNot();
    void offersToCreateWhatIsNot();
    void offersWhatSomebodyCreated();
    void remembersThatValuesAreLaidOut();
    void filtersWhatADeletedZnodeWasIn();
    void focusStaysOnThePage();
    void saysWhoMayNotRead();
    void showsWhatHidesInNames();
    void namesEndWithSpaces();
    void filterHidesAll();
    void branchesOutliveTheWindow();
    void tellsWhoIsSignedIn();

private:
    void makeWindow();
    void open(const QString &path);
    [[nodiscard]] QModelIndex row(const QString &path) const
    {
        auto *model = qobject_cast<ZnodeTreeModel *>(m_page->treePane()->view()->model());
        return model->indexOf(ZnodePath::trusted(path));
    }
    [[nodiscard]] ConnectionLine *line() const { return m_page->findChild<ConnectionLine *>(); }
    /// Within the page.
    [[nodiscard]] QRect rowAt(const QString &path) const
    {
        const ZnodeTreeView *view = m_page->treePane()->view();
        const QRect rect = view->visualRect(row(path));
        return {view->viewport()->mapTo(m_page, rect.topLeft()), rect.size()};
    }
    [[nodiscard]] int top() const { return m_page->treePane()->mapTo(m_page, QPoint()).y(); }

    std::unique_ptr<FakeZooKeeper> m_server;
    std::unique_ptr<FakeZooKeeper> m_other;
    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<KeptZnodes> m_kept;
    std::unique_ptr<QMainWindow> m_window;
    ZnodesPage *m_page = nullptr;
    QStringList m_said;
};

void TestZnodesPage::initTestCase()
{
    withoutKeychain();
}

void TestZnodesPage::init()
{
    m_said.clear();
    m_kept = std::make_unique<KeptZnodes>();
    for (auto *server : {&m_server, &m_other})
        *server = serverWith({{u"/app"_s, {}}, {u"/app/config"_s, "12345"}, {u"/app/list"_s, {}}});
    m_stage = std::make_unique<Stage>();
    m_stage->services.znodes = m_kept.get();
    m_stage->addHealthy(ensembleAt({m_server->address(), m_other->address()}));
    makeWindow();
    m_page->connectTo(1);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().connection().state(), ZnodeConnection::State::Connected,
                              patience);
}

void TestZnodesPage::makeWindow()
{
    m_window = znodeWindow(m_stage->services);
    m_page = znodesPage(*m_window);
    connect(m_page, &ZnodesPage::said, this, [this](const QString &sentence) { m_said += sentence; });
    QVERIFY(showActive(*m_window));
}

void TestZnodesPage::cleanup()
{
    m_window.reset();
    m_kept.reset();
    m_stage.reset();
    m_server.reset();
    m_other.reset();
}

void TestZnodesPage::open(const QString &path)
{
    m_page->goTo(ZnodePath::parse(path).value());
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path() && m_page->path()->text() == path, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->valueView()->base().has_value(), patience);
}

/// The row of what is selected does not wait for the next look at all rows.
void TestZnodesPage::sizeFollowsTheValue()
{
    open(u"/app/config"_s);
    m_server->set(u"/app/config"_s, "1234567");
    QTRY_COMPARE_WITH_TIMEOUT(m_page->valueView()->editor()->text(), u"1234567"_s, patience);
    const QString size = row(u"/app/config"_s).siblingAtColumn(ZnodeTreeModel::SizeColumn).data().toString();
    QVERIFY2(size.startsWith(u'7'), qPrintable(size));
    m_server->set(u"/app/list"_s, "123"); // and the others' rows are looked at all the time
    QTRY_VERIFY_WITH_TIMEOUT(
        row(u"/app/list"_s).siblingAtColumn(ZnodeTreeModel::SizeColumn).data().toString().startsWith(u'3'),
        patience);
}

/// What its row says of the children is enough; only an open branch is read.
void TestZnodesPage::footerCountsWithoutReading()
{
    open(u"/app/list"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->treePane()->footer(), u"0 children"_s, patience);
    m_server->create(u"/app/list/one"_s);
    m_server->create(u"/app/list/two"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->treePane()->footer(), u"2 children"_s, patience);
}

void TestZnodesPage::greyOnlyWhileOld()
{
    open(u"/app/config"_s);
    const auto stale = [this](const QString &path) {
        return row(path).data(ZnodeTreeModel::StaleRole).toBool();
    };
    ZnodeTreeView *view = m_page->treePane()->view();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Left); // to the parent
    QTest::keyClick(view, Qt::Key_Left); // which collapses
    QVERIFY(!view->isExpanded(row(u"/app"_s)));
    QVERIFY(!stale(u"/app"_s));
    m_server->setDown(true);
    QTRY_VERIFY_WITH_TIMEOUT(stale(u"/app"_s), patience);
    m_server->setDown(false);
    QTRY_VERIFY_WITH_TIMEOUT(!stale(u"/app"_s), patience);
}

void TestZnodesPage::nothingMoves()
{
    open(u"/app/config"_s);
    const int before = top();
    const QRect selected = rowAt(u"/app/config"_s);
    QVERIFY(before < line()->mapTo(m_page, QPoint(0, line()->height())).y() + 30); // no empty strip
    QWidget *field = m_page->valueView()->editor()->field();
    field->setFocus();
    QTest::keyClicks(field, u"x"_s);
    QTest::mouseClick(findButton<QPushButton>(*m_page->valueView(), u"Save"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(findButton<QPushButton>(*m_page, u"Dismiss"_s), patience);
    QTest::qWait(50);
    QCOMPARE(top(), before);
    QCOMPARE(rowAt(u"/app/config"_s), selected);
    QTest::mouseClick(findButton<QPushButton>(*m_page, u"Dismiss"_s), Qt::LeftButton);
    QTRY_VERIFY(!findButton<QPushButton>(*m_page, u"Dismiss"_s));
    m_server->setDown(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().connection().state(), ZnodeConnection::State::Broken,
                              patience);
    QTRY_VERIFY_WITH_TIMEOUT(readable(*m_page).contains(u"✗ TCP"_s), patience);
    QTest::qWait(50);
    QCOMPARE(top(), before);
    QCOMPARE(rowAt(u"/app/config"_s), selected);
}

/// What is said below the tree takes rows away from it, but never the selected one.
void TestZnodesPage::keepsTheSelectedRowInSight()
{
    QString last;
    for (int number = 10; number < 70; ++number) {
        last = u"/app/list/n%1"_s.arg(number);
        m_server->create(last);
    }
    open(last);
    ZnodeTreeView *view = m_page->treePane()->view();
    const auto inSight = [&] { return view->viewport()->rect().contains(view->visualRect(row(last))); };
    QTRY_VERIFY(inSight());
    const int height = view->viewport()->height();
    m_server->setDown(true);
    QTRY_VERIFY_WITH_TIMEOUT(readable(*m_page->treePane()).contains(u"✗ TCP"_s), patience);
    QTRY_VERIFY(view->viewport()->height() < height);
    QTRY_VERIFY(inSight());
    m_server->setDown(false);
    QTRY_COMPARE_WITH_TIMEOUT(view->viewport()->height(), height, patience);
}

/// That all rows changed, or the root did, costs less than to lay them out, which asks each as well.
void TestZnodesPage::manyRowsGoGreyAtOnce()
{
    constexpr int count = 30'000;
    for (int number = 0; number < count; ++number)
        m_server->create(u"/app/list/n%1"_s.arg(number));
    open(u"/app/list/n1"_s);
    ZnodeTreeView *view = m_page->treePane()->view();
    QAbstractItemModel *model = view->model();
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(row(u"/app/list"_s)), count, patience);
    OwnTimer timer;
    timer.start();
    view->doItemsLayout();
    const qint64 layout = timer.nsecsElapsed();
    const auto took = [&](const QModelIndex &first, const QModelIndex &last) {
        timer.start();
        Q_EMIT model->dataChanged(first, last, {ZnodeTreeModel::StaleRole});
        return timer.nsecsElapsed();
    };
    const QModelIndex last = model->index(count - 1, ZnodeTreeModel::ColumnCount - 1, row(u"/app/list"_s));
    QVERIFY(last.isValid());
    QVERIFY(took(row(u"/app/list/n0"_s), last) < layout);
    view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum());
    const QModelIndex root = row(u"/"_s);
    QVERIFY(took(root, root) < layout);
}

/// Whatever comes and goes above it.
void TestZnodesPage::keepsTheSelectedRowWhereItIs()
{
    for (int number = 100; number < 200; ++number)
        m_server->create(u"/app/list/n%1"_s.arg(number));
    open(u"/app/list/n199"_s);
    ZnodeTreeView *view = m_page->treePane()->view();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Home);
    QTest::keyClick(view, Qt::Key_End);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(view, Qt::Key_Up);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path()->text() == "/app/list/n194"_L1, patience);
    const int place = view->visualRect(view->currentIndex()).top();
    const int scrolled = view->verticalScrollBar()->value();
    const auto follows = [&](const QString &last, bool isThere) {
        return QTest::qWaitFor([&] { return row(last).isValid() == isThere; }, patience);
    };
    for (int round = 1; round <= 6; ++round) {
        for (int i = 0; i < 20; ++i)
            m_server->create(u"/app/list/m%1"_s.arg(round * 100 + i));
        m_server->create(u"/app/list/z%1"_s.arg(round)); // below
        QVERIFY(follows(u"/app/list/m%1"_s.arg(round * 100 + 19), true));
        QCOMPARE(view->visualRect(view->currentIndex()).top(), place);
    }
    QCOMPARE(view->verticalScrollBar()->value(), scrolled + 120);
    for (int round = 1; round <= 6; ++round) {
        for (int i = 0; i < 20; ++i)
            m_server->remove(u"/app/list/m%1"_s.arg(round * 100 + i));
        QVERIFY(follows(u"/app/list/m%1"_s.arg(round * 100 + 19), false));
        QCOMPARE(view->visualRect(view->currentIndex()).top(), place);
    }
    QCOMPARE(view->verticalScrollBar()->value(), scrolled);
    QCOMPARE(m_page->path()->text(), u"/app/list/n194"_s);
    // What a person scrolled to stays, too: the row is out of sight, and does not come back by itself.
    view->verticalScrollBar()->setValue(0);
    m_server->create(u"/app/list/m1"_s);
    QVERIFY(follows(u"/app/list/m1"_s, true));
    QTest::qWait(50);
    QCOMPARE(view->verticalScrollBar()->value(), 0);
}

void TestZnodesPage::keepsTheSelectedMatchWhereItIs()
{
    for (int number = 100; number < 200; ++number)
        m_server->create(u"/app/list/n%1"_s.arg(number));
    open(u"/app/list/n150"_s);
    const TreePane *pane = m_page->treePane();
    QListView *matches = pane->matches();
    const QAbstractItemModelTester tester(matches->model());
    const auto count = [matches] { return matches->model()->rowCount(); };
    QTest::keyClicks(pane->filterField(), u"N"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(), 100, patience);
    matches->setFocus();
    QTest::keyClick(matches, Qt::Key_End);
    QTest::keyClick(matches, Qt::Key_Up);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path()->text() == "/app/list/n198"_L1, patience);
    const int place = matches->visualRect(matches->currentIndex()).top();
    const int scrolled = matches->verticalScrollBar()->value();
    for (int round = 1; round <= 4; ++round) {
        for (int i = 0; i < 20; ++i) {
            m_server->create(u"/app/list/n%1"_s.arg(round * 20 + i - 10)); // above
            m_server->create(u"/app/list/x%1"_s.arg(round * 20 + i));      // does not match
        }
        m_server->create(u"/app/list/n%1"_s.arg(200 + round)); // below
        QTRY_COMPARE_WITH_TIMEOUT(count(), 100 + round * 21, patience);
        QCOMPARE(matches->visualRect(matches->currentIndex()).top(), place);
    }
    QCOMPARE(matches->verticalScrollBar()->value(), scrolled + 80);
    QTRY_COMPARE_WITH_TIMEOUT(pane->footer(), u"184 of 264 children of /app/list"_s, patience);
    for (int number = 10; number < 90; ++number)
        m_server->remove(u"/app/list/n%1"_s.arg(number));
    QTRY_COMPARE_WITH_TIMEOUT(count(), 104, patience);
    QCOMPARE(matches->visualRect(matches->currentIndex()).top(), place);
    QCOMPARE(matches->currentIndex().data().toString(), u"n198"_s);
    // No other one takes the place of what is gone.
    m_server->remove(u"/app/list/n198"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(), 103, patience);
    QVERIFY(!matches->currentIndex().isValid());
    QCOMPARE(m_page->path()->text(), u"/app/list/n198"_s);
    m_server->remove(u"/app/list"_s);
    QTRY_COMPARE_WITH_TIMEOUT(count(), 0, patience);
}

void TestZnodesPage::searchCountsInWords()
{
    open(u"/app/list"_s);
    m_page->actions().search->trigger();
    auto *panel = m_page->findChild<SearchPanel *>();
    QTest::keyClicks(panel->field(), u"zzz"_s);
    QTest::keyClick(panel->field(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(panel->status(), u"0 found in 1 znode(s)."_s, patience);
}

/// The title is of the next search by then.
void TestZnodesPage::searchSaysWhereItWas()
{
    open(u"/app/list"_s);
    m_page->actions().search->trigger();
    auto *panel = m_page->findChild<SearchPanel *>();
    QCOMPARE(panel->field()->accessibleName(), u"Search below /app/list for"_s);
    QTest::keyClicks(panel->field(), u"zzz"_s);
    QTest::keyClick(panel->field(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(panel->status(), u"0 found in 1 znode(s)."_s, patience);
    open(u"/app/config"_s);
    m_page->actions().search->trigger();
    QCOMPARE(panel->field()->accessibleName(), u"Search below /app/config for"_s);
    QCOMPARE(panel->status(), u"Searched below /app/list. 0 found in 1 znode(s)."_s);
    QTest::keyClick(panel->field(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(panel->status(), u"0 found in 1 znode(s)."_s, patience);
}

void TestZnodesPage::importNamesNoDateThatItLacks()
{
    ZnodeDump dump;
    dump.exportedFrom = ZnodePath::trusted(u"/app"_s);
    const auto origin = [&dump, this] {
        ImportDialog dialog(m_page->session(), dump, u"a.json"_s, {}, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        return readable(dialog);
    };
    QVERIFY2(origin().contains(u"They were exported from /app.\n"_s), qPrintable(origin()));
    dump.exportedAt = m_stage->clock.utc();
    QVERIFY2(origin().contains(u"They were exported from /app on "_s), qPrintable(origin()));
}

void TestZnodesPage::saysWhichStepFailed()
{
    m_server->setDown(true);
    QTRY_VERIFY_WITH_TIMEOUT(readable(*m_page).contains(u"✗ TCP"_s), patience);
    const QString shown = readable(*m_page);
    QVERIFY2(shown.contains(u"✓ Name"_s) && shown.contains(u"○ Session"_s), qPrintable(shown));
    QVERIFY2(shown.contains(u" ms"_s), qPrintable(shown));
    QString reason;
    for (const ConnectStageReport &report : m_page->session().connection().stages())
        reason += report.error ? report.error->message() : QString();
    QVERIFY(!reason.isEmpty());
    QVERIFY2(shown.contains(reason), qPrintable(shown));
    m_server->setDown(false);
    QTRY_VERIFY_WITH_TIMEOUT(line()->sentence().startsWith(u"Connected to "_s), patience);
}

void TestZnodesPage::saysOnceThatTheSessionExpired()
{
    open(u"/app/config"_s);
    m_said.clear();
    m_server->expireSessions();
    m_server->create(u"/new"_s);
    QTRY_VERIFY_WITH_TIMEOUT(row(u"/new"_s).isValid(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_said.join(u'\n').contains(u"The session had expired"_s), patience);
    QTest::qWait(300);
    QCOMPARE(m_said.join(u'\n').count(u"The session had expired"_s), 1);
    QCOMPARE(m_page->path()->text(), u"/app/config"_s);
    m_server->set(u"/app/config"_s, "after");
    QTRY_COMPARE_WITH_TIMEOUT(m_page->valueView()->editor()->text(), u"after"_s, patience);
}

/// Another language makes the window anew.
void TestZnodesPage::draftsOutliveTheWindow()
{
    open(u"/app/config"_s);
    QWidget *field = m_page->valueView()->editor()->field();
    field->setFocus();
    QTest::keyClicks(field, u"mine "_s);
    QVERIFY(m_page->valueView()->isModified());
    QCOMPARE(m_page->unsavedNames(), QStringList{u"/app/config"_s});
    m_window.reset();
    QCOMPARE(m_kept->drafts.size(), 1);
    makeWindow();
    QVERIFY(m_page->hasUnsavedChanges());
    QVERIFY2(m_page->unsavedNames().value(0).startsWith(u"/app/config"_s),
             qPrintable(m_page->unsavedNames().join(u'\n')));
    open(u"/app/config"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->valueView()->editor()->text(), u"mine 12345"_s, patience);
    QVERIFY(m_page->valueView()->isModified());
    QTest::mouseClick(findButton<QPushButton>(*m_page->valueView(), u"Discard"_s), Qt::LeftButton);
    QVERIFY(!m_page->hasUnsavedChanges());
    QVERIFY(m_kept->drafts.isEmpty());
}

void TestZnodesPage::connectsToOneMember()
{
    QCOMPARE(m_page->session().connection().target().servers, m_server->address());
    m_other->create(u"/only-there"_s);
    auto *choice = line()->findChild<QComboBox *>();
    QCOMPARE(choice->currentText(), u"zoo1"_s);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QTRY_COMPARE(m_page->session().connection().target().servers, m_other->address());
    QTRY_VERIFY_WITH_TIMEOUT(row(u"/only-there"_s).isValid(), patience);
    QTRY_VERIFY(line()->sentence().contains(m_other->address()));
    QTest::keyClick(choice, Qt::Key_Home);
    QTRY_COMPARE(m_page->session().connection().target().servers,
                 m_server->address() + u',' + m_other->address());
    m_page->connectTo(2); // what a member's menu asks for
    QCOMPARE(choice->currentText(), u"zoo2"_s);
    QTRY_VERIFY_WITH_TIMEOUT(line()->sentence().contains(m_other->address()), patience);
}

/// What servers take is ZooKeeper's default, unless the cluster's own flags say otherwise.
void TestZnodesPage::knowsTheLimitOfItsServers()
{
    open(u"/app/config"_s);
    const ZnodeEditor &editor = m_page->session().editor();
    QCOMPARE(editor.packetLimit(), 0xfffff);
    Ensemble ensemble = m_stage->store.cluster(u"orders"_s)->ensemble;
    ensemble.settings.insert(u"jvmFlags"_s, u"-Djute.maxbuffer=2000"_s);
    m_stage->store.setWanted(ensemble, WantedOrigin::File);
    QTRY_COMPARE(editor.packetLimit(), 2000);
    QWidget *field = m_page->valueView()->editor()->field();
    field->setFocus();
    QTest::keyClicks(field, QString(1000, u'x'));
    auto *save = findButton<QPushButton>(*m_page->valueView(), u"Save"_s);
    QVERIFY(save->isEnabled());
    QTest::keyClicks(field, QString(1000, u'x'));
    QVERIFY(!save->isEnabled());
    QVERIFY2(readable(*m_page->valueView()).contains(u"jute.maxbuffer"_s),
             qPrintable(readable(*m_page->valueView())));
    ZnodeRecord record;
    record.value = QByteArray(2500, 'x');
    record.acl = openAcl();
    ZnodeDump dump;
    dump.records = {record};
    const auto problem = [&dump, this] {
        ImportDialog dialog(m_page->session(), dump, u"a.json"_s, ZnodePath::trusted(u"/new"_s), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        const auto *ok = dialog.findChild<QPushButton *>(u"znodeImport"_s);
        (void) QTest::qWaitFor([&] { return ok->isEnabled() || readable(dialog).contains(u"jute"_s); },
                               patience);
        return readable(dialog);
    };
    QVERIFY2(problem().contains(u"jute.maxbuffer"_s), qPrintable(problem()));
    ensemble.settings.insert(u"jvmFlags"_s, u"-Djute.maxbuffer=4000"_s);
    m_stage->store.setWanted(ensemble, WantedOrigin::File);
    QTRY_VERIFY(save->isEnabled());
    QVERIFY2(!problem().contains(u"jute.maxbuffer"_s), qPrintable(problem()));
    QTest::mouseClick(findButton<QPushButton>(*m_page->valueView(), u"Discard"_s), Qt::LeftButton);
}

void TestZnodesPage::framesWhatIsReadOnly()
{
    open(u"/app/config"_s);
    auto *frame = m_page->findChild<ReadOnlyFrame *>();
    const int before = top();
    QVERIFY(!frame->isOn());
    const QColor plain = frame->grab().toImage().pixelColor(1, frame->height() / 2);
    QTest::mouseClick(findButton<QToolButton>(*m_page, u"Read-only"_s), Qt::LeftButton);
    QVERIFY(frame->isOn());
    QVERIFY(frame->grab().toImage().pixelColor(1, frame->height() / 2) != plain);
    QCOMPARE(top(), before);
    QTest::mouseClick(findButton<QToolButton>(*m_page, u"Read-only"_s), Qt::LeftButton);
    QVERIFY(!frame->isOn());
}

void TestZnodesPage::goesDeep()
{
    constexpr int deepest = 1000;
    QString path;
    for (int depth = 1; depth <= deepest; ++depth) {
        path += u"/d"_s;
        m_server->create(path, depth == deepest ? "bottom" : "");
    }
    // A true event loop: QTRY_… sleeps between its looks.
    QTestEventLoop loop;
    connect(&m_page->session().follower(), &ZnodeFollower::valueChanged, &loop, [&] {
        if (m_page->path()->text() == path)
            loop.exitLoop();
    });
    m_page->goTo(ZnodePath::trusted(path));
    loop.enterLoopMSecs(patience);
    QVERIFY2(!loop.timeout(), qPrintable(m_said.join(u'\n').left(3000)));
    QCOMPARE(m_page->valueView()->editor()->text(), u"bottom"_s);
    ZnodeTreeView *view = m_page->treePane()->view();
    const auto seesName = [view] {
        const QRect name = view->visualRect(view->currentIndex().siblingAtColumn(0));
        return view->viewport()->rect().contains(QRect(name.topLeft(), QSize(60, name.height()))) &&
               name.width() >= 60;
    };
    QTRY_VERIFY_WITH_TIMEOUT(seesName(), patience);
    m_server->create(path + u"/below"_s);
    QTRY_VERIFY_WITH_TIMEOUT(view->model()->hasChildren(row(path)), patience); // its row says so
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Right);
    QTRY_VERIFY_WITH_TIMEOUT(row(path + u"/below"_s).isValid(), patience);
    QTest::keyClick(view, Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(view->currentIndex().siblingAtColumn(0) == row(path + u"/below"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(seesName(), patience);
    QTest::keyClick(view, Qt::Key_Left); // its parent
    QTRY_VERIFY_WITH_TIMEOUT(view->currentIndex().siblingAtColumn(0) == row(path), patience);
    QTRY_VERIFY_WITH_TIMEOUT(seesName(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path()->text() == path && m_page->valueView()->base(), patience);
    m_server->remove(u"/d"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!row(u"/d"_s).isValid(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(readable(*m_page).contains(u" was deleted by somebody else."_s), patience);
}

void TestZnodesPage::keepsTheTextOfAClusterThatIsMadeAnew()
{
    open(u"/app/config"_s);
    QWidget *field = m_page->valueView()->editor()->field();
    field->setFocus();
    QTest::keyClicks(field, u"mine "_s);
    const Ensemble ensemble = m_stage->store.cluster(u"orders"_s)->ensemble;
    m_stage->store.removeWanted(u"orders"_s);
    m_page->showCluster({});
    QVERIFY(!m_page->path());
    QVERIFY(m_page->hasUnsavedChanges());
    m_stage->addHealthy(ensemble);
    m_page->showCluster(u"orders"_s);
    m_page->connectTo(1);
    auto *notice = m_page->findChild<ChangeNotice *>();
    QVERIFY2(notice->lastingSentence().contains(u"are kept, and shown with these znodes: /app/config."_s),
             qPrintable(notice->lastingSentence()));
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path() && m_page->path()->text() == u"/app/config"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->valueView()->isModified(), patience);
    QCOMPARE(m_page->valueView()->editor()->text(), u"mine 12345"_s);
    // Whatever its numbers are, it is another znode: both values are shown before anything is overwritten.
    QTest::mouseClick(findButton<QPushButton>(*m_page->valueView(), u"Save"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->findChild<ConflictDialog *>(), patience);
    QCOMPARE(m_server->value(u"/app/config"_s), "12345"_ba);
    // Nobody else has done it.
    QVERIFY(readable(*m_page->findChild<ConflictDialog *>()).contains(u"The cluster was made anew"_s));
    m_page->findChild<ConflictDialog *>()->reject();
    QVERIFY2(!readable(*m_page).contains(u"Somebody"_s), qPrintable(readable(*m_page)));
    // It stays, whatever else is said, until it is dismissed.
    notice->showResult(u"Something else."_s, false);
    QVERIFY(readable(*notice).contains(u"was removed and made anew."_s));
    QCOMPARE(notice->sentence(), u"Something else."_s);
    QTest::mouseClick(findButton<QPushButton>(*notice, u"Dismiss"_s), Qt::LeftButton);
    QVERIFY(notice->isHidden());
    notice->showResult(u"Something else."_s, false);
    QVERIFY(notice->lastingSentence().isEmpty());
}

void TestZnodesPage::beginsAtTheTopWhereTheLastIsGone()
{
    open(u"/app/config"_s);
    const Ensemble ensemble = m_stage->store.cluster(u"orders"_s)->ensemble;
    m_stage->store.removeWanted(u"orders"_s);
    m_page->showCluster({});
    m_server->remove(u"/app/config"_s);
    m_stage->addHealthy(ensemble);
    m_page->showCluster(u"orders"_s);
    m_page->connectTo(1);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path() && m_page->path()->isRoot(), patience);
    QCOMPARE(m_page->findChild<ChangeNotice *>()->lastingSentence(),
             u"This cluster was removed and made anew."_s);
    QVERIFY2(m_said.contains(u"There is no znode /app/config."_s), qPrintable(m_said.join(u'\n')));
}

/// The news of it may be on their way for long: whether it is there the server knows, not the rows.
void TestZnodesPage::findsWhatWasMadeJustNow()
{
    open(u"/app/config"_s);
    m_server->newsAreLate = true;
    m_server->create(u"/app/new"_s);
    m_said.clear();
    m_page->goTo(ZnodePath::trusted(u"/app/new"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path() && m_page->path()->text() == "/app/new"_L1, patience);
    QVERIFY2(!m_said.join(u'\n').contains("There is no znode"_L1), qPrintable(m_said.join(u'\n')));
    m_page->goTo(ZnodePath::trusted(u"/app/none"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_said.contains(u"There is no znode /app/none."_s), patience);
    QCOMPARE(m_page->path()->text(), u"/app/new"_s);
}

void TestZnodesPage::putsBackAPathThatIsNot()
{
    open(u"/app/config"_s);
    auto *field = m_page->findChild<PathBar *>()->field();
    QTest::keyClick(m_page->treePane()->view(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, u"/app/none"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_said.contains(u"There is no znode /app/none."_s), patience);
    QTRY_COMPARE(field->text(), u"/app/config"_s);
    // What is being typed by then is left alone.
    m_said.clear();
    field->selectAll();
    QTest::keyClicks(field, u"/app/none"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClicks(field, u"2"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_said.contains(u"There is no znode /app/none."_s), patience);
    QCOMPARE(field->text(), u"/app/none2"_s);
}

void TestZnodesPage::offersToCreateWhatIsNot()
{
    open(u"/app/config"_s);
    auto *notice = m_page->findChild<MissingNotice *>();
    auto *field = m_page->findChild<PathBar *>()->field();
    const auto goByKeys = [&](const QString &path) {
        QTest::keyClick(m_page->treePane()->view(), Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(field->hasFocus(), patience);
        QTest::keyClicks(field, path);
        QTest::keyClick(field, Qt::Key_Return);
    };
    goByKeys(u"/app/none/deep"_s);
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), patience);
    QCOMPARE(readable(*notice), u"There is no znode /app/none/deep."_s);
    const auto create = [notice] { return findButton<QPushButton>(*notice, u"Create…"_s); };
    auto *readOnly = findButton<QToolButton>(*m_page, u"Read-only"_s);
    QTest::mouseClick(readOnly, Qt::LeftButton);
    QVERIFY(!create()->isEnabled());
    QVERIFY2(create()->toolTip().contains(u"is read-only"_s), qPrintable(create()->toolTip()));
    QTest::mouseClick(readOnly, Qt::LeftButton);
    QVERIFY(create()->isEnabled());
    // It is about what was typed: it goes with the next znode.
    QTest::keyClick(m_page->treePane()->view(), Qt::Key_Up);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path()->text() != "/app/config"_L1, patience);
    QVERIFY(notice->isHidden());
    goByKeys(u"/app/none/deep"_s);
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), patience);
    QTest::mouseClick(create(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->findChild<CreateDialog *>(), patience);
    auto *dialog = m_page->findChild<CreateDialog *>();
    QTRY_VERIFY(dialog->isVisible());
    QVERIFY(notice->isHidden());
    QCOMPARE(dialog->spec().value().path.text(), u"/app/none/deep"_s);
    QVERIFY(dialog->spec().value().withParents);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"znodeCreate"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path()->text() == "/app/none/deep"_L1, patience);
    QVERIFY(m_server->exists(u"/app/none/deep"_s));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    // Who may not look is not told that there is nothing.
    m_server->refusal = [](int type, const QString &path) {
        return type == FakeZooKeeper::GetChildren && path == "/app/config"_L1 ? -102 : 0;
    };
    m_said.clear();
    goByKeys(u"/app/config/secret"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_said.isEmpty(), patience);
    QVERIFY2(notice->isHidden(), qPrintable(m_said.join(u'\n')));
}

/// The server tells of it: nobody has to ask.
void TestZnodesPage::offersWhatSomebodyCreated()
{
    const QString path = u"/app/none/deep "_s;
    open(u"/app/config"_s);
    auto *notice = m_page->findChild<MissingNotice *>();
    const auto button = [notice](const QString &text) { return findButton<QPushButton>(*notice, text); };
    m_page->goTo(ZnodePath::trusted(path));
    QTRY_COMPARE_WITH_TIMEOUT(readable(*notice), u"There is no znode /app/none/deep⟨U+0020⟩."_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->hasDataWatch(path), patience);
    m_server->create(u"/app/none"_s);
    m_server->create(path);
    QTRY_COMPARE_WITH_TIMEOUT(readable(*notice), u"/app/none/deep⟨U+0020⟩ has been created meanwhile."_s,
                              patience);
    QVERIFY(!button(u"Create…"_s));
    QCOMPARE(m_page->path()->text(), u"/app/config"_s); // nobody is torn away from what they read
    QTest::mouseClick(button(u"Show It"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path()->text() == path, patience);
    QVERIFY(notice->isHidden());
    // Who does not want to know is not told.
    m_page->goTo(ZnodePath::trusted(u"/app/nowhere"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_server->hasDataWatch(u"/app/nowhere"_s), patience);
    QVERIFY(button(u"Create…"_s) && !button(u"Show It"_s));
    QTest::mouseClick(button(u"Dismiss"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->hasDataWatch(u"/app/nowhere"_s), patience);
    QVERIFY(notice->isHidden());
}

/// As one chose it, from znode to znode and from window to window.
void TestZnodesPage::remembersThatValuesAreLaidOut()
{
    m_server->create(u"/json"_s, "{\"a\":1}");
    m_server->create(u"/json2"_s, "{\"b\":[2]}");
    m_server->create(u"/commented"_s, "---\n# why\na: 1\n");
    const auto text = [this] { return m_page->valueView()->editor()->text(); };
    const auto pretty = [this] { return findButton<QToolButton>(*m_page->valueView(), u"Pretty"_s); };
    open(u"/json"_s);
    QVERIFY(!pretty()->isChecked());
    QTest::mouseClick(pretty(), Qt::LeftButton);
    QVERIFY(text().startsWith(u"{\n"_s));
    open(u"/app/config"_s);
    QCOMPARE(text(), u"12345"_s);
    QVERIFY(!m_page->valueView()->editor()->isReadOnly());
    open(u"/json2"_s);
    QVERIFY2(text().startsWith(u"{\n"_s), qPrintable(text()));
    QCOMPARE(m_page->valueView()->bytes().value(), "{\"b\":[2]}"_ba);
    // Its comment would be lost: it stays as it is, to be edited.
    open(u"/commented"_s);
    QCOMPARE(text(), u"---\n# why\na: 1\n"_s);
    QVERIFY(!m_page->valueView()->editor()->isReadOnly());
    m_window.reset();
    makeWindow();
    open(u"/json"_s);
    QTRY_VERIFY_WITH_TIMEOUT(text().startsWith(u"{\n"_s), patience);
    // What is edited is so as it is, also when one comes back to it.
    QTest::mouseClick(pretty(), Qt::LeftButton);
    m_page->valueView()->editor()->field()->setFocus();
    QTest::keyClicks(m_page->valueView()->editor()->field(), u" "_s);
    open(u"/json2"_s);
    QCOMPARE(text(), u"{\"b\":[2]}"_s);
    QTest::mouseClick(pretty(), Qt::LeftButton);
    open(u"/json"_s);
    QTRY_COMPARE_WITH_TIMEOUT(text(), u" {\"a\":1}"_s, patience);
    QVERIFY(!m_page->valueView()->editor()->isReadOnly());
    QCOMPARE(m_page->valueView()->bytes().value(), " {\"a\":1}"_ba);
    QTest::mouseClick(findButton<QPushButton>(*m_page->valueView(), u"Discard"_s), Qt::LeftButton);
    QVERIFY(text().startsWith(u"{\n"_s));
}

void TestZnodesPage::filtersWhatADeletedZnodeWasIn()
{
    open(u"/app/config"_s);
    const TreePane *pane = m_page->treePane();
    QTRY_COMPARE(pane->filterField()->placeholderText(), u"Filter the children of app"_s);
    m_server->create(u"/app/other"_s);
    m_server->remove(u"/app/config"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!row(u"/app/config"_s).isValid(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(row(u"/app/other"_s).isValid(), patience);
    QCOMPARE(pane->filterField()->placeholderText(), u"Filter the children of app"_s);
    const qsizetype count = m_page->session().tree().folder(ZnodePath::trusted(u"/app"_s))->names().size();
    QTRY_VERIFY2(pane->footer().startsWith(QString::number(count) + u' '), qPrintable(pane->footer()));
    QTest::keyClicks(pane->filterField(), u"oth"_s);
    QTRY_COMPARE_WITH_TIMEOUT(pane->matches()->model()->rowCount(), 1, patience);
}

/// Else its keys are dead, and Space does something elsewhere.
void TestZnodesPage::focusStaysOnThePage()
{
    open(u"/app/config"_s);
    QWidget *const editor = m_page->valueView()->editor()->field();
    auto *panel = m_page->findChild<SearchPanel *>();
    for (QWidget *before : {static_cast<QWidget *>(m_page->treePane()->view()), editor}) {
        before->setFocus();
        QTRY_VERIFY(before->hasFocus());
        QTest::keyClick(before, Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(panel->field()->hasFocus());
        QTest::keyClick(panel->field(), Qt::Key_Escape);
        QVERIFY(panel->isHidden());
        QVERIFY(before->hasFocus());
        QTest::keyClick(before, Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(panel->field()->hasFocus());
        auto *close = findButton<QPushButton>(*panel, u"Close"_s);
        close->setFocus();
        QTest::keyClick(close, Qt::Key_Space);
        QVERIFY(panel->isHidden());
        QVERIFY(before->hasFocus());
    }
    auto *notice = m_page->findChild<ChangeNotice *>();
    notice->showResult(u"Something."_s, false);
    auto *dismiss = findButton<QPushButton>(*notice, u"Dismiss"_s);
    dismiss->setFocus();
    QTest::keyClick(dismiss, Qt::Key_Space);
    QVERIFY(notice->isHidden());
    QVERIFY(editor->hasFocus());
}

void TestZnodesPage::saysWhoMayNotRead()
{
    m_server->refusal = [](int type, const QString &path) {
        const bool reads = type == FakeZooKeeper::GetData || type == FakeZooKeeper::GetAcl;
        return reads && path == "/app/config"_L1 ? -102 : 0;
    };
    m_page->goTo(ZnodePath::trusted(u"/app/config"_s));
    QTRY_VERIFY2_WITH_TIMEOUT(readable(*m_page).contains(u"does not let you read its value."_s),
                              qPrintable(readable(*m_page)), patience);
    auto *access = m_page->findChild<AclPanel *>();
    qobject_cast<QTabWidget *>(access->parentWidget()->parentWidget())->setCurrentWidget(access);
    QTRY_VERIFY2_WITH_TIMEOUT(readable(*access).contains(u"Sign in with credentials"_s),
                              qPrintable(readable(*access)), patience);
    QList<QPushButton *> buttons = m_page->findChildren<QPushButton *>();
    buttons.removeIf(
        [](const QPushButton *button) { return !button->isVisible() || button->text() != u"Connection…"_s; });
    QCOMPARE(buttons.size(), 1);
    QTest::mouseClick(buttons.constFirst(), Qt::LeftButton);
    QTRY_VERIFY(m_page->findChild<ConnectionDialog *>());
    m_page->findChild<ConnectionDialog *>()->reject();
    // Whoever signs in may perhaps read the list.
    m_server->refusal = [](int type, const QString &path) {
        return type == FakeZooKeeper::GetData && path == "/app/config"_L1 ? -102 : 0;
    };
    m_page->session().setTarget({}, {{u"digest"_s, "ann:pw"}});
    QTRY_COMPARE_WITH_TIMEOUT(access->findChild<QTreeWidget *>()->topLevelItemCount(), 1, patience);
    QVERIFY(!readable(*access).contains(u"Sign in"_s));
    m_server->refusal = {};
    open(u"/app"_s);
    QVERIFY(!readable(*m_page).contains(u"does not let you read its value."_s));
    QVERIFY(!buttons.constFirst()->isVisible());
    // Who may manage the list, sees it without the value.
    m_server->refusal = [](int type, const QString &path) {
        return type == FakeZooKeeper::GetData && path == "/app/config"_L1 ? -102 : 0;
    };
    m_page->goTo(ZnodePath::trusted(u"/app/config"_s));
    QTRY_COMPARE_WITH_TIMEOUT(access->findChild<QTreeWidget *>()->topLevelItemCount(), 1, patience);
    QVERIFY(!readable(*access).contains(u"Sign in"_s));
}

/// U+202E turns the order of what comes after it: "exe.txt" could be a "txt.exe".
void TestZnodesPage::showsWhatHidesInNames()
{
    const QString name = u"a\u202Etxt"_s;
    m_server->create(u'/' + name);
    QTRY_VERIFY_WITH_TIMEOUT(row(u'/' + name).isValid(), patience);
    QCOMPARE(row(u'/' + name).data().toString(), u"a⟨U+202E⟩txt"_s);
    QTest::keyClicks(m_page->treePane()->filterField(), u"txt"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->treePane()->matches()->model()->index(0, 0).data().toString(),
                              u"a⟨U+202E⟩txt"_s, patience);
    m_page->treePane()->filterField()->clear();

    open(u'/' + name);
    auto *field = m_page->findChild<PathBar *>()->field();
    QCOMPARE(field->text(), u"/a⟨U+202E⟩txt"_s);
    m_page->actions().copyPath->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u'/' + name);
    field->setFocus();
    field->selectAll();
    QTest::keyClick(field, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u'/' + name);
    open(u"/app"_s);
    field->setFocus();
    field->selectAll();
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(field->text(), u"/a⟨U+202E⟩txt"_s);
    QTest::keyClick(field, Qt::Key_Escape); // the completions
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path()->text() == u'/' + name, patience);
    m_page->actions().create->trigger();
    QTRY_VERIFY(m_page->findChild<CreateDialog *>());
    QCOMPARE(m_page->findChild<CreateDialog *>()->findChild<QLineEdit *>()->text(), u"/a⟨U+202E⟩txt/"_s);
    m_page->findChild<CreateDialog *>()->reject();
    open(u"/"_s);
    m_page->actions().search->trigger();
    auto *search = m_page->findChild<SearchPanel *>();
    search->findChild<QLineEdit *>()->setText(u"txt"_s);
    QTest::keyClick(search->findChild<QLineEdit *>(), Qt::Key_Return);
    auto *found = search->findChild<QTreeWidget *>();
    QTRY_COMPARE_WITH_TIMEOUT(found->topLevelItemCount(), 1, patience);
    QCOMPARE(found->topLevelItem(0)->text(0), u"/a⟨U+202E⟩txt"_s);
    Q_EMIT found->itemActivated(found->topLevelItem(0), 0);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path()->text() == u'/' + name, patience);
}

void TestZnodesPage::namesEndWithSpaces()
{
    const QString path = u"/app/with space "_s;
    const QString shown = u"/app/with space⟨U+0020⟩"_s;
    m_server->create(path, "x");
    open(u"/app/config"_s);
    auto *field = m_page->findChild<PathBar *>()->field();
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, path);
    QCOMPARE(field->text(), shown);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY2_WITH_TIMEOUT(m_page->path()->text() == path, qPrintable(m_said.join(u'\n')), patience);
    QCOMPARE(field->text(), shown);
    QCOMPARE(row(path).data().toString(), u"with space⟨U+0020⟩"_s);
    // A sign is one character, also to who takes it away.
    QTest::keyClick(field, Qt::Key_End);
    QTest::keyClick(field, Qt::Key_Backspace);
    QCOMPARE(field->text(), u"/app/with space"_s);
    CreateDialog dialog(u"/app/"_s, false, nullptr);
    auto *typed = dialog.findChild<PathField *>();
    typed->end(false);
    QTest::keyClicks(typed, u"x "_s);
    QCOMPARE(typed->text(), u"/app/x⟨U+0020⟩"_s);
    QCOMPARE(dialog.spec().value().path.text(), u"/app/x "_s);
    QTest::keyClick(typed, Qt::Key_Backspace);
    QCOMPARE(dialog.spec().value().path.text(), u"/app/x"_s);
    ZnodeTarget target;
    target.chroot = u"/app/z "_s;
    ConnectionDialog connection(target, {}, nullptr);
    QCOMPARE(connection.findChild<PathField *>()->text(), u"/app/z⟨U+0020⟩"_s);
    typed->clear();
    QGuiApplication::clipboard()->setText(u" /app/y\n"_s);
    typed->paste();
    QCOMPARE(dialog.spec().value().path.text(), u"/app/y"_s);
}

void TestZnodesPage::filterHidesAll()
{
    open(u"/app/config"_s);
    QLineEdit *filter = m_page->treePane()->filterField();
    const QString above = ZnodePath::trusted(u"/app"_s).text();
    filter->setFocus();
    QTest::keyClicks(filter, u"nowhere"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(readable(*m_page->treePane()).contains(u"The filter hides"_s),
                              qPrintable(readable(*m_page->treePane())), patience);
    QVERIFY(filter->hasFocus());
    QVERIFY(readable(*m_page->treePane()).contains(above));
    QTest::mouseClick(findButton<QPushButton>(*m_page->treePane(), u"Clear the Filter"_s), Qt::LeftButton);
    QVERIFY(filter->text().isEmpty());
    QVERIFY(m_page->treePane()->view()->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(m_page->path()->text(), u"/app/config"_s, patience);
    QTest::keyClicks(filter, u"conf"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->treePane()->matches()->isVisible(), patience);
    QVERIFY(!readable(*m_page->treePane()).contains(u"The filter hides"_s));
}

void TestZnodesPage::branchesOutliveTheWindow()
{
    m_server->create(u"/other"_s);
    m_server->create(u"/other/deep"_s);
    m_server->create(u"/other/deep/deeper"_s);
    open(u"/other/deep/deeper"_s);
    open(u"/app/config"_s);
    const auto isOpen = [this](const QString &path) {
        return m_page->treePane()->view()->isExpanded(row(path));
    };
    QVERIFY(isOpen(u"/other/deep"_s) && isOpen(u"/app"_s));
    m_window.reset();
    makeWindow();
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(u"/other/deep"_s) && isOpen(u"/app"_s), patience);
    QVERIFY(!isOpen(u"/app/list"_s));
}

void TestZnodesPage::tellsWhoIsSignedIn()
{
    QVERIFY(!line()->sentence().contains(u"signed in"_s));
    m_page->session().setTarget({}, {{u"digest"_s, "ann:pw"}, {u"digest"_s, "bob:pw"}});
    QTRY_VERIFY_WITH_TIMEOUT(line()->sentence().endsWith(u", signed in as ann, bob"_s), patience);
    QVERIFY(!line()->sentence().contains(u"pw"_s));
}

QTEST_MAIN(TestZnodesPage)
#include "tst_znodespage.moc"
