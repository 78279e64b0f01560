// SPDX-License-Identifier: GPL-3.0-or-later
// Imports, long changes and what is asked about them, with real keys and clicks on a real server; kazoo is
// the witness.
#include "clusters/clustertask.h"
#include "engine/znodes/zooserver.h"
#include "gui/stage.h"
#include "gui/znodewindow.h"
#include "ui/znodes/changes/acleditor.h"
#include "ui/znodes/changes/changenotice.h"
#include "ui/znodes/changes/createdialog.h"
#include "ui/znodes/historypanel.h"
#include "ui/znodes/changes/importdialog.h"
#include "ui/znodes/finding/searchpanel.h"
#include "ui/znodes/changes/subtreedialog.h"
#include "ui/znodes/treepane.h"
#include "ui/znodes/znodeactions.h"
#include "ui/znodes/connection/znodesession.h"
#include "ui/znodes/znodespage.h"
#include "ui/znodes/znodetreeview.h"
#include "znodes/znodetransfer.h"

#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeWidget>

using namespace zoodock;
using namespace zoodock::test;

namespace
{

ZnodeRecord record(const QString &path, const QByteArray &value, const Acl &acl = openAcl())
{
    ZnodeRecord made;
    made.path = ZnodePath::trusted(path);
    made.value = value;
    made.acl = acl;
    return made;
}

} // namespace

class TestZnodeChanges : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void importsAndTakesItBack();
    void importSkipsOrStops();
    void importSaysWhyNot();
    void importIsCancelled();
    void deletionTellsThatItReads();
    void deletionLeavesWhatOthersCreate();
    void deletionTellsWhatIsLost();
    void questionsEndWithTheCluster();
    void filterActsOnTheSelected();
    void createDialogShowsItsHints();
    void saysWhyThereIsNoTimeToLive();
    void keepsUnknownSchemes();
    void keepsBookmarks();
    void copiesValues();
    void stopsASearch();
    void countsChangesNotSeen();
    void switchedTwiceShowsTheLast();

private:
    template <typename T>
    T *child() const
    {
        return m_page->findChild<T *>();
    }
    [[nodiscard]] QString kazoo(const QString &script) const { return m_server->kazoo(script); }
    void open(const QString &path);
    /// Through the menu's action and the file dialog.
    ImportDialog *importFile(const QList<ZnodeRecord> &records);
    void choose(const QString &text);
    void pressImport();
    [[nodiscard]] QString said() const { return child<ChangeNotice>()->sentence(); }
    /// Of the activity, newest first. On a busy machine what goes before has rows, too.
    [[nodiscard]] QString endedRows() const
    {
        QStringList rows;
        for (const ClusterTask *task : m_stage->log.tasks())
            rows += task->succeeded() ? task->words().done(task->title()) : task->title();
        return rows.join(u", "_s);
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        return findButton<QPushButton>(*m_window, text);
    }

    std::unique_ptr<ZooServer> m_server;
    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<QMainWindow> m_window;
    ZnodesPage *m_page = nullptr;
};

void TestZnodeChanges::initTestCase()
{
    ZOODOCK_NEEDS_ENGINE(u"docker"_s);
    withoutKeychain();
    m_server = std::make_unique<ZooServer>(u"changes"_s);
    QCOMPARE(kazoo(u"print('up')"_s), u"up"_s);
}

void TestZnodeChanges::cleanupTestCase()
{
    m_server.reset();
}

void TestZnodeChanges::init()
{
    // Thousands are left of some test: deleted side by side, children first.
    QCOMPARE(kazoo(u"level = ['/' + c for c in zk.get_children('/') if c != 'zookeeper']\n"
                   "old = []\n"
                   "while level:\n"
                   "    old += level\n"
                   "    asked = [(p, zk.get_children_async(p)) for p in level]\n"
                   "    level = [p + '/' + c for p, r in asked for c in r.get()]\n"
                   "for r in [zk.delete_async(p) for p in reversed(old)]: r.get()\n"
                   "zk.create('/app', b'top')\n"
                   "zk.create('/app/config', b'old')\n"
                   "zk.create('/app/list', b'')\n"
                   "for i in range(12): zk.create('/app/list/item-%d' % i, b'x')\n"
                   "print('ok')"_s),
             u"ok"_s);
    m_stage = std::make_unique<Stage>();
    for (const QString &name : {u"orders"_s, u"search"_s})
        m_stage->addHealthy(ensembleAt({m_server->address()}, name));
    m_window = znodeWindow(m_stage->services);
    m_page = znodesPage(*m_window);
    QVERIFY(showActive(*m_window));
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().connection().state(), ZnodeConnection::State::Connected,
                              patience);
}

void TestZnodeChanges::cleanup()
{
    m_window.reset();
    m_stage.reset();
}

void TestZnodeChanges::open(const QString &path)
{
    // What kazoo has made just now is told of in a moment, on a busy machine in a longer one.
    QElapsedTimer timer;
    const bool there = QTest::qWaitFor(
        [&] {
            if (m_page->path() && m_page->path()->text() == path)
                return true;
            if (!timer.isValid() || timer.elapsed() > 2'000) {
                m_page->goTo(ZnodePath::parse(path).value());
                timer.start();
            }
            return false;
        },
        patience);
    QVERIFY2(there, qPrintable(path));
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().follower().state(), ZnodeFollower::State::Present, patience);
}

ImportDialog *TestZnodeChanges::importFile(const QList<ZnodeRecord> &records)
{
    ZnodeDump dump;
    dump.exportedFrom = ZnodePath::trusted(u"/app"_s);
    dump.exportedAt = QDateTime::currentDateTimeUtc();
    dump.records = records;
    QFile file(m_stage->folder.filePath(u"app.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(toJson(dump)) < 0)
        return nullptr;
    file.close();
    m_page->actions().importTree->trigger();
    if (!QTest::qWaitFor([this] { return child<QFileDialog>() && child<QFileDialog>()->isVisible(); }))
        return nullptr;
    auto *name = child<QFileDialog>()->findChild<QLineEdit *>();
    name->setText(file.fileName());
    QTest::keyClick(name, Qt::Key_Return);
    const bool shown = QTest::qWaitFor(
        [this] {
            auto *dialog = child<ImportDialog>();
            return dialog && dialog->isVisible() && dialog->counts().contains(u"lready"_s);
        },
        patience);
    return shown ? child<ImportDialog>() : nullptr;
}

void TestZnodeChanges::choose(const QString &text)
{
    auto *radio = findButton<QRadioButton>(*child<ImportDialog>(), text);
    QVERIFY(radio);
    QTest::mouseClick(radio, Qt::LeftButton, {}, QPoint(8, radio->height() / 2));
    QVERIFY(radio->isChecked());
}

void TestZnodeChanges::pressImport()
{
    auto *button = child<ImportDialog>()->findChild<QPushButton *>(u"znodeImport"_s);
    QVERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(!child<ImportDialog>());
}

void TestZnodeChanges::importsAndTakesItBack()
{
    open(u"/app"_s);
    const Acl closed{{u"world"_s, u"anyone"_s, AclPermission::Read | AclPermission::Delete}};
    ImportDialog *dialog =
        importFile({record(u"/"_s, "top"), record(u"/config"_s, "new"), record(u"/bin"_s, "\0\xff"_ba),
                    record(u"/bin/closed"_s, "", closed), record(u"/list"_s, "")});
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLineEdit *>()->text(), u"/app"_s);
    QCOMPARE(dialog->counts(),
             u"To create: 2. Already there and different: 1. Already there and the same: 2."_s);
    const QString losses = dialog->findChild<QLabel *>(u"importLosses"_s)->text();
    QVERIFY2(losses.contains(u"the superuser of the servers"_s) && losses.endsWith(u"/app/bin/closed."_s),
             qPrintable(losses));
    auto *list = dialog->findChild<QTreeWidget *>();
    QCOMPARE(list->topLevelItemCount(), 3);
    QCOMPARE(list->topLevelItem(0)->text(0), u"/app/config"_s);
    QCOMPARE(list->topLevelItem(0)->text(1), u"Differs: stays as it is"_s);
    QCOMPARE(list->topLevelItem(1)->text(0), u"/app/bin"_s);
    choose(u"Is overwritten with the file's value and access list"_s);
    QCOMPARE(list->topLevelItem(0)->text(1), u"Differs: is overwritten"_s);
    pressImport();
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"Imported into /app: 2 created, 1 overwritten."_s, patience);
    QCOMPARE(kazoo(u"print(zk.get('/app/config')[0], zk.get('/app/bin')[0], zk.get('/app/bin/closed')[0], "
                   "zk.get_acls('/app/bin/closed')[0][0].perms, len(zk.get_children('/app/list')))"_s),
             u"b'new' b'\\x00\\xff' b'' 9 12"_s);
    QTest::mouseClick(button(u"Undo"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"The import into /app is taken back."_s, patience);
    QVERIFY2(endedRows().startsWith(
                 u"Take back the import into /app in orders: done, Import into /app in orders: done"_s),
             qPrintable(endedRows()));
    QCOMPARE(kazoo(u"print(zk.get('/app/config')[0], zk.exists('/app/bin'), zk.get('/app')[0])"_s),
             u"b'old' None b'top'"_s);
}

void TestZnodeChanges::importSkipsOrStops()
{
    open(u"/app"_s);
    const QList<ZnodeRecord> records{record(u"/"_s, "top"), record(u"/config"_s, "new"),
                                     record(u"/more"_s, "m")};
    QVERIFY(importFile(records));
    choose(u"Stops the import: nothing is changed"_s);
    QVERIFY(!child<ImportDialog>()->findChild<QPushButton *>(u"znodeImport"_s)->isEnabled());
    choose(u"Stays as it is"_s);
    pressImport();
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"Imported into /app: 1 created, 0 overwritten."_s, patience);
    QCOMPARE(kazoo(u"print(zk.get('/app/config')[0], zk.get('/app/more')[0])"_s), u"b'old' b'm'"_s);
    // Elsewhere: nothing is there, so nothing has to be chosen; Escape changes nothing.
    ImportDialog *dialog = importFile(records);
    QVERIFY(dialog);
    auto *place = dialog->findChild<QLineEdit *>();
    place->selectAll();
    QTest::keyClicks(place, u"/copy"_s);
    QTRY_COMPARE_WITH_TIMEOUT(
        dialog->counts(), u"To create: 3. Already there and different: 0. Already there and the same: 0."_s,
        patience);
    QVERIFY(!findButton<QRadioButton>(*dialog, u"Stays as it is"_s));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!child<ImportDialog>());
    QCOMPARE(kazoo(u"print(zk.exists('/copy'))"_s), u"None"_s);
}

void TestZnodeChanges::importSaysWhyNot()
{
    open(u"/app"_s);
    ImportDialog *dialog = importFile({record(u"/"_s, "top"), record(u"/x"_s, "x")});
    QVERIFY(dialog);
    auto *place = dialog->findChild<QLineEdit *>();
    place->selectAll();
    QTest::keyClicks(place, u"/no/such"_s);
    QTRY_VERIFY_WITH_TIMEOUT(readable(*dialog).contains(u"There is no znode /no."_s), patience);
    QVERIFY(!dialog->findChild<QPushButton *>(u"znodeImport"_s)->isEnabled());
    QTest::keyClicks(place, u"/"_s);
    QTRY_VERIFY(!readable(*dialog).contains(u"There is no znode /no."_s));
    QVERIFY(!dialog->findChild<QPushButton *>(u"znodeImport"_s)->isEnabled());
    dialog->reject();
    QTRY_VERIFY(!child<ImportDialog>());
    // A file that is something else.
    QFile file(m_stage->folder.filePath(u"broken.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"zoodock\":\"znodes\"") > 0);
    file.close();
    m_page->actions().importTree->trigger();
    QTRY_VERIFY(child<QFileDialog>() && child<QFileDialog>()->isVisible());
    auto *name = child<QFileDialog>()->findChild<QLineEdit *>();
    name->setText(file.fileName());
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"This is no export of znodes that can be read"_s), patience);
    m_page->session().setReadOnly(true);
    QTRY_VERIFY(!m_page->actions().importTree->isEnabled());
}

void TestZnodeChanges::importIsCancelled()
{
    constexpr int many = 20'000;
    open(u"/app"_s);
    QList<ZnodeRecord> records{record(u"/"_s, "top")};
    for (int i = 0; i < many; ++i)
        records += record(u"/n%1"_s.arg(i), "value");
    QVERIFY(importFile(records));
    auto *dialog = child<ImportDialog>();
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"znodeImport"_s), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([this] { return said().startsWith(u"Importing into /app"_s); }, patience));
    ClusterTask *row = m_stage->log.tasks().constFirst();
    QTRY_VERIFY_WITH_TIMEOUT(row->progress() > 0, patience);
    QVERIFY2(row->currentSentence().contains(u"of 20,000 znodes"_s), qPrintable(row->currentSentence()));
    row->cancel(); // in the activity
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"Undo brings back what was changed already."_s), patience);
    QVERIFY2(row->error().message().contains(u"takes it back"_s), qPrintable(row->error().message()));
    const int made = kazoo(u"print(len(zk.get_children('/app')))"_s).toInt() - 2;
    QVERIFY2(made > 0 && made < many, qPrintable(QString::number(made)));
    QTest::mouseClick(button(u"Undo"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"is taken back"_s), patience);
    QCOMPARE(kazoo(u"print(sorted(zk.get_children('/app')))"_s), u"['config', 'list']"_s);
}

void TestZnodeChanges::deletionTellsThatItReads()
{
    (void) kazoo(
        u"zk.create('/many')\nfor i in range(8000): zk.create_async('/many/%d' % i, b'x')\nzk.sync('/many')"_s);
    open(u"/many"_s);
    m_page->actions().remove->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(child<SubtreeDialog>() && child<SubtreeDialog>()->isVisible(), patience);
    QTest::mouseClick(child<SubtreeDialog>()->findChild<QPushButton *>(u"znodeDelete"_s), Qt::LeftButton);
    static const QRegularExpression reading(u"^Reading for undo: ([\\d,]+) of 8,?001 znodes\\.$"_s);
    QVERIFY2(QTest::qWaitFor([this] { return reading.match(said()).hasMatch(); }, patience),
             qPrintable(said()));
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"Deleted /many and everything below, 8,001 znodes."_s, patience);
    QVERIFY2(endedRows().startsWith(u"Delete /many in orders: done"_s), qPrintable(endedRows()));
    const QList<TaskStep> steps = m_stage->log.tasks().constFirst()->steps();
    QCOMPARE(steps.at(1).detail, u"8,001 of 8,001 znodes"_s);
    QCOMPARE(kazoo(u"print(zk.exists('/many'))"_s), u"None"_s);
}

/// What is deleted is what was confirmed.
void TestZnodeChanges::deletionLeavesWhatOthersCreate()
{
    open(u"/app/list"_s);
    m_page->actions().remove->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(child<SubtreeDialog>() && child<SubtreeDialog>()->isVisible(), patience);
    QVERIFY2(readable(*child<SubtreeDialog>()).contains(u"13 znodes in all"_s),
             qPrintable(readable(*child<SubtreeDialog>())));
    // As many as before: two go, two come.
    QCOMPARE(kazoo(u"zk.delete('/app/list/item-3')\nzk.delete('/app/list/item-4')\n"
                   "zk.create('/app/list/late', b'')\nzk.create('/app/list/later', b'')\nprint('ok')"_s),
             u"ok"_s);
    QTest::mouseClick(child<SubtreeDialog>()->findChild<QPushButton *>(u"znodeDelete"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(
        said(),
        u"2 znode(s) were created at or below /app/list meanwhile: they are not deleted, "
        "nor is what they lie below. Everything else is."_s,
        patience);
    QCOMPARE(kazoo(u"print(sorted(zk.get_children('/app/list')))"_s), u"['late', 'later']"_s);
    QVERIFY(!child<SubtreeDialog>());
    QTest::mouseClick(findButton<QPushButton>(*m_window, u"Undo"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(kazoo(u"print(len(zk.get_children('/app/list')))"_s), u"12"_s, patience);
}

void TestZnodeChanges::deletionTellsWhatIsLost()
{
    QCOMPARE(kazoo(u"acl = [make_digest_acl('ann', 'pw', all=True)]\nzk.create('/sec')\n"
                   "zk.create('/sec/mine', b'm')\nzk.create('/sec/a', b'x', acl=acl)\n"
                   "zk.create('/sec/b', b'x', acl=acl)\nprint('ok')"_s),
             u"ok"_s);
    open(u"/sec"_s);
    m_page->actions().remove->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(child<SubtreeDialog>() && child<SubtreeDialog>()->isVisible(), patience);
    const QString question = readable(*child<SubtreeDialog>());
    QVERIFY2(question.contains(u"2 znode(s) cannot be read"_s), qPrintable(question));
    QVERIFY2(question.contains(u"lost for good: /sec/a, /sec/b"_s) ||
                 question.contains(u"lost for good: /sec/b, /sec/a"_s),
             qPrintable(question));
    QTest::mouseClick(child<SubtreeDialog>()->findChild<QPushButton *>(u"znodeDelete"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(
        said(),
        u"Deleted /sec and everything below, 4 znodes. 2 znode(s) could not be read and "
        "cannot be brought back."_s,
        patience);
    QTest::mouseClick(button(u"Undo"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(
        said(),
        u"What could be read of /sec is back. 2 znode(s) could not be read and cannot be "
        "brought back."_s,
        patience);
    QCOMPARE(kazoo(u"print(zk.get_children('/sec'))"_s), u"['mine']"_s);
}

/// What was asked about one cluster is not done to another.
void TestZnodeChanges::questionsEndWithTheCluster()
{
    open(u"/app/list"_s);
    m_page->actions().remove->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(child<SubtreeDialog>() && child<SubtreeDialog>()->isVisible(), patience);
    m_page->showCluster(u"search"_s);
    QTRY_VERIFY(!child<SubtreeDialog>());
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().connection().state(), ZnodeConnection::State::Connected,
                              patience);
    m_page->goTo(ZnodePath::trusted(u"/app"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path() && m_page->path()->text() == u"/app"_s, patience);
    m_page->actions().create->trigger();
    QTRY_VERIFY(child<CreateDialog>() && child<CreateDialog>()->isVisible());
    m_page->showCluster(u"orders"_s);
    QTRY_VERIFY(!child<CreateDialog>());
    QCOMPARE(kazoo(u"print(len(zk.get_children('/app/list')), len(zk.get_children('/app')))"_s), u"12 2"_s);
}

void TestZnodeChanges::filterActsOnTheSelected()
{
    TreePane *pane = m_page->treePane();
    open(u"/app/list"_s); // collapsed
    QTRY_COMPARE_WITH_TIMEOUT(pane->filterField()->placeholderText(), u"Filter the children of list"_s,
                              patience);
    QTest::keyClicks(pane->filterField(), u"item-1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(pane->footer(), u"3 of 12 children of /app/list"_s, patience);
    pane->filterField()->clear();
    open(u"/app/config"_s); // has none: its siblings
    QTRY_COMPARE_WITH_TIMEOUT(pane->filterField()->placeholderText(), u"Filter the children of app"_s,
                              patience);
    QTest::keyClicks(pane->filterField(), u"li"_s);
    QTRY_COMPARE_WITH_TIMEOUT(pane->footer(), u"1 of 2 children of /app"_s, patience);
    QTest::keyClick(pane->filterField(), Qt::Key_Backspace);
    QTest::keyClick(pane->filterField(), Qt::Key_Backspace);
    QTRY_VERIFY(pane->view()->isVisible());
}

/// Whatever the kind is explained with is there to be read as a whole.
void TestZnodeChanges::createDialogShowsItsHints()
{
    open(u"/app"_s);
    m_page->actions().create->trigger();
    QTRY_VERIFY(child<CreateDialog>() && child<CreateDialog>()->isVisible());
    auto *dialog = child<CreateDialog>();
    auto *kind = dialog->findChild<QComboBox *>(u"znodeKind"_s);
    auto *hint = dialog->findChild<QLabel *>(u"znodeKindHint"_s);
    auto *access = dialog->findChild<QComboBox *>(u"znodeAccess"_s);
    QVERIFY(kind && hint && access);
    for (int choice = 0; choice < access->count(); ++choice) {
        access->setCurrentIndex(choice);
        for (int index = 0; index < kind->count(); ++index) {
            kind->setCurrentIndex(index);
            QTRY_VERIFY2(hint->height() >= hint->heightForWidth(hint->width()),
                         qPrintable(u"%1: %2 < %3"_s.arg(kind->currentText())
                                        .arg(hint->height())
                                        .arg(hint->heightForWidth(hint->width()))));
        }
    }
    dialog->reject();
}

/// This server was not told to know them (zookeeper.extendedTypesEnabled).
void TestZnodeChanges::saysWhyThereIsNoTimeToLive()
{
    open(u"/app"_s);
    m_page->actions().create->trigger();
    QTRY_VERIFY(child<CreateDialog>() && child<CreateDialog>()->isVisible());
    auto *dialog = child<CreateDialog>();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTRY_VERIFY(!dialog->findChild<QLineEdit *>()->hasSelectedText());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"brief"_s);
    auto *kind = dialog->findChild<QComboBox *>(u"znodeKind"_s);
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_End);
    QVERIFY(readable(*dialog).contains(u"extendedTypesEnabled"_s));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"znodeCreate"_s), Qt::LeftButton);
    auto *problem = dialog->findChild<QLabel *>(u"znodeProblem"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!problem->text().isEmpty(), patience);
    QVERIFY(dialog->isVisible());
    QVERIFY2(problem->text().contains(u"extendedTypesEnabled"_s), qPrintable(problem->text()));
    QCOMPARE(kazoo(u"print(zk.exists('/app/brief'))"_s), u"None"_s);
    dialog->reject();
}

void TestZnodeChanges::keepsUnknownSchemes()
{
    const Acl acl{{u"sasl"_s, u"bob@REALM"_s, AclPermission::Read | AclPermission::Write},
                  {u"x509"_s, u"CN=a, O=b c"_s, allPermissions},
                  {u"digest"_s, u"me:uUfZmZDjr2jjSOVhnxdnNfZWVGA="_s, AclPermission::Admin},
                  {u"world"_s, u"anyone"_s, AclPermission::Read}};
    AclEditor editor;
    editor.setAcl(acl);
    QCOMPARE(editor.acl(), acl);
}

void TestZnodeChanges::keepsBookmarks()
{
    open(u"/app/config"_s);
    auto *button = findButton<QToolButton>(*m_page, u"Bookmarks"_s);
    QVERIFY(button);
    const auto entry = [button](const QString &text) -> QAction * {
        QMenu *menu = button->menu();
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (QString(action->text()).remove(u'&') == text)
                return action;
        }
        return nullptr;
    };
    QVERIFY(!entry(u"/app/config"_s));
    entry(u"Add a Bookmark for This Znode"_s)->trigger();
    open(u"/app/list"_s);
    QVERIFY(entry(u"/app/config"_s));
    entry(u"/app/config"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path()->text() == u"/app/config"_s, patience);
    // Of this cluster alone, and kept.
    m_page->showCluster(u"search"_s);
    QVERIFY(!entry(u"/app/config"_s));
    m_page->showCluster(u"orders"_s);
    QVERIFY(entry(u"/app/config"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path() && m_page->path()->text() == u"/app/config"_s, patience);
    entry(u"Remove the Bookmark of This Znode"_s)->trigger();
    QVERIFY(!entry(u"/app/config"_s));
}

void TestZnodeChanges::copiesValues()
{
    (void) kazoo(u"zk.create('/text', '值 ü'.encode()); zk.create('/bytes', b'\\xac\\xed\\x00\\xff')"_s);
    open(u"/text"_s);
    m_page->actions().copyValue->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"值 ü"_s);
    open(u"/bytes"_s);
    m_page->actions().copyValue->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text().simplified(), u"ac ed 00 ff"_s);
}

void TestZnodeChanges::stopsASearch()
{
    (void) kazoo(
        u"zk.create('/many')\nfor i in range(8000): zk.create_async('/many/%d' % i, b'x')\nzk.sync('/many')"_s);
    open(u"/many"_s);
    m_page->actions().search->trigger();
    auto *panel = child<SearchPanel>();
    QTest::keyClicks(panel->field(), u"9"_s);
    QTest::keyClick(panel->field(), Qt::Key_Return);
    QVERIFY2(
        QTest::qWaitFor([panel] { return panel->status().contains(u"znodes known so far"_s); }, patience),
        qPrintable(panel->status()));
    QTest::mouseClick(findButton<QPushButton>(*panel, u"Stop"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(panel->status().startsWith(u"Stopped: "_s), patience);
    QVERIFY(findButton<QPushButton>(*panel, u"Search"_s));
    const int shown = panel->results()->topLevelItemCount();
    QTest::qWait(200);
    QCOMPARE(panel->results()->topLevelItemCount(), shown);
}

void TestZnodeChanges::countsChangesNotSeen()
{
    open(u"/app/config"_s);
    auto *history = child<HistoryPanel>();
    QTRY_COMPARE(history->count(), 1);
    (void) kazoo(u"for i in range(50): zk.set('/app/config', b'v%d' % i)"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->session().follower().value()->stat.version == 50, patience);
    auto *list = history->findChild<QTreeWidget *>();
    QTRY_COMPARE(list->topLevelItem(0)->text(1), u"50"_s);
    // Every version is either there or counted.
    int accounted = 0;
    for (int row = 0; row + 1 < list->topLevelItemCount(); ++row) {
        const QString remark = list->topLevelItem(row)->text(3);
        accounted += 1 + (remark.isEmpty() ? 0 : remark.section(u' ', 0, 0).toInt());
    }
    QCOMPARE(accounted, 50);
    QVERIFY2(history->count() < 51, "50 changes in a row are not read one by one");
}

/// To another cluster and back within 10 ms, with requests on their way: only what the last one answers
/// shows.
void TestZnodeChanges::switchedTwiceShowsTheLast()
{
    open(u"/app"_s);
    m_page->actions().search->trigger();
    auto *panel = child<SearchPanel>();
    QTest::keyClicks(panel->field(), u"item"_s);
    QTest::keyClick(panel->field(), Qt::Key_Return);
    m_page->session().follower().refresh();
    m_page->session().tree().refresh();
    QElapsedTimer timer;
    timer.start();
    m_page->showCluster(u"search"_s);
    m_page->showCluster(u"orders"_s);
    m_page->showCluster(u"search"_s);
    const qint64 took = timer.elapsed();
    QVERIFY(!m_page->path() || m_page->path()->isRoot());
    QCOMPARE(panel->results()->topLevelItemCount(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().connection().state(), ZnodeConnection::State::Connected,
                              patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path().has_value(), patience);
    QCOMPARE(m_page->path()->text(), u"/"_s); // never shown before: the top
    QCOMPARE(panel->results()->topLevelItemCount(), 0);
    QVERIFY(!panel->isVisible());
    qInfo() << "switched in" << took << "ms";
}

QTEST_MAIN(TestZnodeChanges)
#include "tst_znodechanges.moc"
