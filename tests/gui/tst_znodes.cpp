// SPDX-License-Identifier: GPL-3.0-or-later
// The znodes page with real keys and clicks, on a real server in a container of its own; kazoo is the other
// program.
#include "engine/realengine.h"
#include "gui/stage.h"
#include "gui/znodewindow.h"
#include "itemmodels/hexmodel.h"
#include "itemmodels/znodetreemodel.h"
#include "ui/znodes/aclpanel.h"
#include "ui/znodes/changes/changenotice.h"
#include "ui/znodes/changes/conflictdialog.h"
#include "ui/znodes/connection/connectiondialog.h"
#include "ui/znodes/connection/connectionline.h"
#include "ui/znodes/changes/createdialog.h"
#include "ui/znodes/hexview.h"
#include "ui/znodes/historypanel.h"
#include "ui/znodes/finding/pathbar.h"
#include "ui/znodes/finding/searchpanel.h"
#include "ui/znodes/statpanel.h"
#include "ui/znodes/changes/subtreedialog.h"
#include "ui/znodes/text/texteditor.h"
#include "ui/znodes/treepane.h"
#include "ui/znodes/znodeactions.h"
#include "ui/znodes/connection/znodesession.h"
#include "ui/znodes/znodespage.h"
#include "ui/znodes/znodetreeview.h"
#include "znodes/znodetransfer.h"

#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolButton>

using namespace zoodock;
using namespace zoodock::test;

class TestZnodes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void connectsOnceLookedAt();
    void showsValueAndStat();
    void followsChanges();
    void editsAndSaves();
    void keepsUntouchedBytes();
    void opensLargeValues();
    void pathKeyLeavesTheTextAlone();
    void editsBytes();
    void prettyIsForReading();
    void showsConflicts();
    void keepsDrafts();
    void keepsDraftsOfEachCluster();
    void creates();
    void deletesAndBringsBack();
    void goesOnWithAnUndo();
    void saysWhatUndoCannot();
    void showsTheStatOfWhatMayNotBeRead();
    void protects();
    void editsAcls();
    void filters();
    void searches();
    void exports();
    void readOnlyChangesNothing();
    void pathBarFindsItsWay();
    void signsInBelowAChroot();
    void everythingHasAName();

private:
    /// What `script` prints; `zk` is connected.
    QByteArray kazoo(const QString &script) const;
    template <typename T>
    T *child() const
    {
        return m_page->findChild<T *>();
    }
    void open(const QString &path);
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        return findButton<QPushButton>(*m_window, text);
    }
    [[nodiscard]] ValueView *value() const { return m_page->valueView(); }
    void typeIntoValue(const QString &text);

    QString m_cli = u"docker"_s;
    quint16 m_port = 0;
    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<QMainWindow> m_window;
    ZnodesPage *m_page = nullptr;
    QStringList m_said;
};

QByteArray TestZnodes::kazoo(const QString &script) const
{
    QProcess python;
    python.setProcessChannelMode(QProcess::SeparateChannels);
    python.start(u"/usr/bin/python3"_s,
                 {u"-c"_s, u"import sys\n"
                           "from kazoo.client import KazooClient\n"
                           "zk = KazooClient(hosts='127.0.0.1:%1', timeout=20)\n"
                           "zk.start(timeout=30)\n"
                           "put = lambda x: sys.stdout.buffer.write(x)\n%2\nzk.stop()\n"_s.arg(m_port)
                               .arg(script)});
    python.waitForFinished(patience);
    if (python.exitCode() != 0)
        qWarning().noquote() << python.readAllStandardError();
    return python.readAllStandardOutput();
}

void TestZnodes::initTestCase()
{
    ZOODOCK_NEEDS_ENGINE(m_cli);
    withoutKeychain();
    m_port = freePort();
    QVERIFY(!dockerCall(m_cli, {u"run"_s, u"--detach"_s, u"--name"_s, uniqueName(u"znodes"_s), u"--label"_s,
                                runLabel(), u"--publish"_s, u"127.0.0.1:%1:2181"_s.arg(m_port), testImage()})
                 .isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(kazoo(u"put(b'up')"_s), QByteArray("up"), 60'000);
}

void TestZnodes::cleanupTestCase()
{
    removeOwn(m_cli);
}

void TestZnodes::init()
{
    QCOMPARE(kazoo(u"for c in zk.get_children('/'):\n"
                   "    if c != 'zookeeper': zk.delete('/' + c, recursive=True)\n"
                   "zk.create('/app', b'')\n"
                   "zk.create('/app/config', b'{\"a\":1,\"b\":[2,3]}')\n"
                   "zk.create('/app/binary', bytes([0xac, 0xed, 0, 5, 255]))\n"
                   "zk.create('/app/list', b'')\n"
                   "for i in range(30): zk.create('/app/list/item-%d' % i, b'x')\n"
                   "put(b'ok')"_s),
             QByteArray("ok"));
    m_said.clear();
    m_stage = std::make_unique<Stage>();
    Ensemble ensemble = Stage::ensemble(u"orders"_s, 1);
    ensemble.members.first().client.hostPort = m_port;
    m_stage->addHealthy(ensemble);
    m_window = znodeWindow(m_stage->services);
    m_page = znodesPage(*m_window);
    connect(m_page, &ZnodesPage::said, this, [this](const QString &sentence) { m_said += sentence; });
    if (QLatin1StringView(QTest::currentTestFunction()) == "connectsOnceLookedAt"_L1)
        return;
    QVERIFY(showActive(*m_window));
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().connection().state(), ZnodeConnection::State::Connected,
                              patience);
}

void TestZnodes::cleanup()
{
    m_window.reset();
    m_stage.reset();
}

void TestZnodes::open(const QString &path)
{
    m_page->goTo(ZnodePath::parse(path).value());
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path() && m_page->path()->text() == path, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().follower().state(), ZnodeFollower::State::Present, patience);
    QTRY_VERIFY_WITH_TIMEOUT(value()->base().has_value(), patience);
}

void TestZnodes::typeIntoValue(const QString &text)
{
    QWidget *field = value()->editor()->field();
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
}

void TestZnodes::connectsOnceLookedAt()
{
    QTest::qWait(200);
    QCOMPARE(m_page->session().connection().state(), ZnodeConnection::State::Closed);
    m_window->show();
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().connection().state(), ZnodeConnection::State::Connected,
                              patience);
    QTRY_VERIFY(child<ConnectionLine>()->sentence().contains(u"Connected to 127.0.0.1:%1"_s.arg(m_port)));
    const QModelIndex root = m_page->treePane()->view()->model()->index(0, 0);
    QTRY_COMPARE_WITH_TIMEOUT(root.model()->rowCount(root), 2, patience);
    QCOMPARE(root.model()->index(0, 0, root).data().toString(), u"app"_s);
    m_page->showCluster({});
    QTRY_COMPARE(m_page->session().connection().state(), ZnodeConnection::State::Closed);
}

void TestZnodes::showsValueAndStat()
{
    open(u"/app/config"_s);
    QCOMPARE(value()->editor()->text(), u"{\"a\":1,\"b\":[2,3]}"_s);
    auto *stat = child<StatPanel>();
    QStringList lines;
    for (int row = 0; row < stat->topLevelItemCount(); ++row)
        lines += stat->topLevelItem(row)->text(0) + u'=' + stat->topLevelItem(row)->text(1);
    const ZnodeStat &now = value()->base()->stat;
    QVERIFY2(lines.contains(u"Kind=Persistent, container or TTL"_s), qPrintable(lines.join(u'\n')));
    QVERIFY(lines.contains(u"Version=0"_s));
    QVERIFY(lines.contains(u"Size=17 byte(s)"_s));
    QVERIFY(lines.contains(u"czxid="_s + hexText(now.czxid)));
    QVERIFY(stat->topLevelItem(8)->text(2).contains(u"counter %1"_s.arg(zxidCounter(now.czxid))));
    QVERIFY(stat->topLevelItem(1)->toolTip(1).contains(u"UTC"_s));
    m_page->actions().copyCommand->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"zkCli.sh -server 127.0.0.1:%1 get '/app/config'"_s.arg(m_port));
    m_page->actions().copyPath->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"/app/config"_s);
}

void TestZnodes::followsChanges()
{
    open(u"/app/config"_s);
    QCOMPARE(child<HistoryPanel>()->count(), 1);
    kazoo(u"zk.set('/app/config', b'new')"_s);
    QTRY_COMPARE_WITH_TIMEOUT(value()->editor()->text(), u"new"_s, patience);
    QTRY_COMPARE(child<HistoryPanel>()->count(), 2);
    QTRY_COMPARE(child<StatPanel>()->topLevelItem(3)->text(1), u"1"_s); // the version
    kazoo(u"zk.delete('/app/config')"_s);
    QTRY_VERIFY_WITH_TIMEOUT(readable(*m_page).contains(u"/app/config was deleted by somebody else."_s),
                             patience);
    kazoo(u"zk.create('/app/config', b'again')"_s);
    QTRY_COMPARE_WITH_TIMEOUT(value()->editor()->text(), u"again"_s, patience);
}

void TestZnodes::editsAndSaves()
{
    open(u"/app/config"_s);
    QVERIFY(!button(u"Save"_s)->isEnabled());
    typeIntoValue(u"hello"_s);
    QVERIFY(button(u"Save"_s)->isEnabled());
    QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!value()->isModified(), patience);
    QCOMPARE(kazoo(u"put(zk.get('/app/config')[0])"_s), QByteArray("hello"));
    QVERIFY(child<ChangeNotice>()->sentence().contains(u"version 1"_s));
    typeIntoValue(u"bye"_s);
    QTest::keyClick(value()->editor()->field(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!value()->isModified(), patience);
    QCOMPARE(kazoo(u"put(zk.get('/app/config')[0])"_s), QByteArray("bye"));
    QTest::mouseClick(button(u"Undo"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(value()->editor()->text(), u"hello"_s, patience);
    QCOMPARE(kazoo(u"put(zk.get('/app/config')[0])"_s), QByteArray("hello"));
}

void TestZnodes::keepsUntouchedBytes()
{
    kazoo(u"zk.create('/mixed', b'one\\r\\ntwo\\nthree\\rgr\\xc3\\xbcn\\t ')"_s);
    open(u"/mixed"_s);
    QWidget *field = value()->editor()->field();
    field->setFocus();
    QTest::keyClick(field, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(field, u"!"_s);
    QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!value()->isModified(), patience);
    QCOMPARE(kazoo(u"put(zk.get('/mixed')[0])"_s), QByteArray("one\r\ntwo\nthree\rgr\xc3\xbcn\t !"));
}

/// A megabyte on one line, and as bytes.
void TestZnodes::opensLargeValues()
{
    kazoo(u"zk.create('/line', b'[' + b','.join([b'{\"a\":12345}'] * 70000) + b']')\n"
          "zk.create('/bytes', bytes(range(256)) * 3900)"_s);
    QElapsedTimer timer;
    timer.start();
    open(u"/line"_s);
    QCOMPARE(value()->editor()->text().size(), 840'001);
    m_window->repaint();
    qInfo() << "one line:" << timer.restart() << "ms";
    open(u"/bytes"_s);
    QCOMPARE(value()->hexView()->bytes().size(), 998'400);
    m_window->repaint();
    qInfo() << "bytes:" << timer.elapsed() << "ms";
}

void TestZnodes::pathKeyLeavesTheTextAlone()
{
    open(u"/app/config"_s);
    QWidget *field = value()->editor()->field();
    for (const auto &[key, modifiers] : {std::pair(Qt::Key_D, Qt::KeyboardModifiers(Qt::ControlModifier)),
                                         std::pair(Qt::Key_T, Qt::KeyboardModifiers(Qt::ControlModifier)),
                                         std::pair(Qt::Key_U, Qt::KeyboardModifiers(Qt::ControlModifier)),
                                         std::pair(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier),
                                         std::pair(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier),
                                         std::pair(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier),
                                         std::pair(Qt::Key_L, Qt::KeyboardModifiers(Qt::ControlModifier))}) {
        field->setFocus();
        QTest::keyClick(field, key, modifiers);
        QCOMPARE(value()->editor()->text(), u"{\"a\":1,\"b\":[2,3]}"_s);
        QVERIFY(!value()->isModified());
    }
    QTRY_COMPARE(QApplication::focusWidget(), child<PathBar>()->field());
}

void TestZnodes::editsBytes()
{
    open(u"/app/binary"_s);
    HexView *hex = value()->hexView();
    QVERIFY(hex->isVisible());
    hex->setFocus();
    hex->setCurrentIndex(hex->model()->index(0, 1));
    QTest::keyClicks(hex, u"0"_s);
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget() != hex);
    QTest::keyClicks(QApplication::focusWidget(), u"7"_s);
    QTRY_COMPARE(hex->bytes(), QByteArray::fromHex("ac070005ff"));
    QCOMPARE(hex->currentIndex().column(), 2);
    QTest::keyClick(hex, Qt::Key_Delete);
    QTest::keyClick(hex, Qt::Key_Insert);
    QCOMPARE(hex->bytes(), QByteArray::fromHex("ac070005ff"));
    hex->setCurrentIndex(hex->model()->index(0, 4));
    QTest::keyClick(hex, Qt::Key_Delete);
    QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!value()->isModified(), patience);
    QCOMPARE(kazoo(u"put(zk.get('/app/binary')[0])"_s), QByteArray::fromHex("ac070005"));
}

void TestZnodes::prettyIsForReading()
{
    open(u"/app/config"_s);
    auto *pretty = findButton<QToolButton>(*value(), u"Pretty"_s);
    QTest::mouseClick(pretty, Qt::LeftButton);
    QVERIFY(value()->editor()->text().contains(u"\n  \"a\": 1,"_s));
    QVERIFY(value()->editor()->isReadOnly());
    QVERIFY(!value()->isModified());
    QCOMPARE(value()->bytes().value(), QByteArray("{\"a\":1,\"b\":[2,3]}"));
    QTest::mouseClick(pretty, Qt::LeftButton);
    QCOMPARE(value()->editor()->text(), u"{\"a\":1,\"b\":[2,3]}"_s);
    QVERIFY(!value()->editor()->isReadOnly());
}

void TestZnodes::showsConflicts()
{
    open(u"/app/config"_s);
    typeIntoValue(u"mine"_s);
    kazoo(u"zk.set('/app/config', b'theirs')"_s);
    QTRY_VERIFY_WITH_TIMEOUT(readable(*m_page).contains(u"is version 1 by now, you edit version 0"_s),
                             patience);
    QCOMPARE(value()->editor()->text(), u"mine"_s);
    QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(child<ConflictDialog>() && child<ConflictDialog>()->isVisible(), patience);
    QCOMPARE(child<ConflictDialog>()->findChildren<TextEditor *>().size(), 3);
    QCOMPARE(kazoo(u"put(zk.get('/app/config')[0])"_s), QByteArray("theirs"));
    QTest::mouseClick(findButton<QPushButton>(*child<ConflictDialog>(), u"Overwrite with Mine"_s),
                      Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!value()->isModified(), patience);
    QCOMPARE(kazoo(u"put(zk.get('/app/config')[0])"_s), QByteArray("mine"));
    QTRY_VERIFY(!child<ConflictDialog>());
    typeIntoValue(u"again"_s);
    kazoo(u"zk.set('/app/config', b'theirs 2')"_s);
    QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(child<ConflictDialog>() && child<ConflictDialog>()->isVisible(), patience);
    QTest::mouseClick(findButton<QPushButton>(*child<ConflictDialog>(), u"Take Theirs"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(value()->editor()->text(), u"theirs 2"_s, patience);
    QVERIFY(!value()->isModified());
}

void TestZnodes::keepsDrafts()
{
    open(u"/app/config"_s);
    typeIntoValue(u"unfinished"_s);
    open(u"/app/list"_s);
    QVERIFY(!value()->isModified());
    QVERIFY(m_said.join(u'\n').contains(u"unsaved change of /app/config"_s));
    open(u"/app/config"_s);
    QTRY_COMPARE_WITH_TIMEOUT(value()->editor()->text(), u"unfinished"_s, patience);
    QVERIFY(value()->isModified());
    QTest::mouseClick(button(u"Discard"_s), Qt::LeftButton);
    QCOMPARE(value()->editor()->text(), u"{\"a\":1,\"b\":[2,3]}"_s);
    open(u"/app"_s);
    open(u"/app/config"_s);
    QVERIFY(!value()->isModified());
}

/// Both clusters are the same server: only the drafts are told apart.
void TestZnodes::keepsDraftsOfEachCluster()
{
    Ensemble other = Stage::ensemble(u"other"_s, 1);
    other.members.first().client.hostPort = m_port;
    m_stage->addHealthy(other);
    QVERIFY(!m_page->hasUnsavedChanges());
    open(u"/app/config"_s);
    typeIntoValue(u"unfinished"_s);
    open(u"/app/list"_s);
    typeIntoValue(u"also unfinished"_s);
    m_page->showCluster(u"other"_s);
    QVERIFY(m_page->hasUnsavedChanges());
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().connection().state(), ZnodeConnection::State::Connected,
                              patience);
    open(u"/app/config"_s);
    QCOMPARE(value()->editor()->text(), u"{\"a\":1,\"b\":[2,3]}"_s);
    QVERIFY(!value()->isModified());
    m_page->showCluster(u"orders"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().connection().state(), ZnodeConnection::State::Connected,
                              patience);
    open(u"/app/list"_s);
    QTRY_COMPARE_WITH_TIMEOUT(value()->editor()->text(), u"also unfinished"_s, patience);
    open(u"/app/config"_s);
    QTRY_COMPARE_WITH_TIMEOUT(value()->editor()->text(), u"unfinished"_s, patience);
    open(u"/app/list"_s);
    QTRY_COMPARE_WITH_TIMEOUT(value()->editor()->text(), u"also unfinished"_s, patience);
    QTest::mouseClick(button(u"Discard"_s), Qt::LeftButton);
    open(u"/app/config"_s);
    QTRY_VERIFY_WITH_TIMEOUT(value()->isModified(), patience);
    QTest::mouseClick(button(u"Discard"_s), Qt::LeftButton);
    QVERIFY(!m_page->hasUnsavedChanges());
}

void TestZnodes::creates()
{
    open(u"/app"_s);
    m_page->treePane()->view()->setFocus();
    QTest::keyClick(m_page->treePane()->view(), Qt::Key_Insert);
    QTRY_VERIFY(child<CreateDialog>() && child<CreateDialog>()->isVisible());
    auto *dialog = child<CreateDialog>();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTRY_VERIFY(!dialog->findChild<QLineEdit *>()->hasSelectedText());
    QTest::keyClicks(dialog->focusWidget(), u"deep/er"_s);
    QWidget *text = dialog->findChild<TextEditor *>()->field();
    text->setFocus();
    QTest::keyClicks(text, u"born"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"znodeCreate"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path()->text() == "/app/deep/er"_L1, patience);
    QCOMPARE(kazoo(u"put(zk.get('/app/deep/er')[0])"_s), QByteArray("born"));
    QTRY_VERIFY(!child<CreateDialog>());
    // A name that is taken: the dialog stays, with the reason.
    m_page->actions().create->trigger();
    QTRY_VERIFY(child<CreateDialog>() && child<CreateDialog>()->isVisible());
    dialog = child<CreateDialog>();
    auto *path = dialog->findChild<QLineEdit *>();
    path->setText(u"/app/config"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"znodeCreate"_s), Qt::LeftButton);
    auto *problem = dialog->findChild<QLabel *>(u"znodeProblem"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!problem->text().isEmpty(), patience);
    QCOMPARE(kazoo(u"put(zk.get('/app/config')[0])"_s), QByteArray("{\"a\":1,\"b\":[2,3]}"));
    QVERIFY(dialog->isVisible());
    path->setText(u"/app/seq-"_s);
    dialog->findChild<QCheckBox *>()->setChecked(true);
    dialog->findChild<QComboBox *>()->setCurrentIndex(1); // ephemeral
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"znodeCreate"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path()->text().startsWith(u"/app/seq-0000"_s), patience);
    QCOMPARE(m_page->session().follower().path()->text(), m_page->path()->text());
    QTRY_VERIFY_WITH_TIMEOUT(value()->base() && value()->base()->stat.kind() == ZnodeKind::Ephemeral,
                             patience);
    QVERIFY(child<StatPanel>()->topLevelItem(0)->text(2).contains(u"this connection ends"_s));
}

void TestZnodes::deletesAndBringsBack()
{
    open(u"/app/list"_s);
    m_page->treePane()->view()->setFocus();
    QTest::keyClick(m_page->treePane()->view(), Qt::Key_Delete);
    QTRY_VERIFY_WITH_TIMEOUT(child<SubtreeDialog>() && child<SubtreeDialog>()->isVisible(), patience);
    auto *dialog = child<SubtreeDialog>();
    QVERIFY(readable(*dialog).contains(u"31 znodes in all"_s));
    QVERIFY(dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(u"/app/list/item-29"_s));
    QTest::keyClick(dialog, Qt::Key_Return); // the safe button
    QTRY_VERIFY(!child<SubtreeDialog>());
    QCOMPARE(kazoo(u"put(b'%d' % len(zk.get_children('/app/list')))"_s), QByteArray("30"));
    m_page->actions().remove->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(child<SubtreeDialog>() && child<SubtreeDialog>()->isVisible(), patience);
    QTest::mouseClick(child<SubtreeDialog>()->findChild<QPushButton *>(u"znodeDelete"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path()->text() == "/app"_L1, patience);
    QCOMPARE(kazoo(u"put(str(zk.exists('/app/list')).encode())"_s), QByteArray("None"));
    QTest::mouseClick(button(u"Undo"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path()->text() == "/app/list"_L1, patience);
    QCOMPARE(kazoo(u"put(b'%d ' % len(zk.get_children('/app/list')) + zk.get('/app/list/item-7')[0])"_s),
             QByteArray("30 x"));
}

void TestZnodes::goesOnWithAnUndo()
{
    open(u"/app/list"_s);
    m_page->actions().remove->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(child<SubtreeDialog>() && child<SubtreeDialog>()->isVisible(), patience);
    QTest::mouseClick(child<SubtreeDialog>()->findChild<QPushButton *>(u"znodeDelete"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path()->text() == "/app"_L1, patience);
    kazoo(u"zk.delete('/app', recursive=True)"_s); // nothing to bring it back into
    QTest::mouseClick(button(u"Undo"_s), Qt::LeftButton);
    auto *notice = child<ChangeNotice>();
    QTRY_VERIFY_WITH_TIMEOUT(notice->sentence().contains(u"Nothing is taken back so far."_s), patience);
    QVERIFY(button(u"Undo"_s)->isVisible());
    kazoo(u"zk.create('/app', b'')\nzk.create('/app/list', b'')\nzk.create('/app/list/item-3', b'x')"_s);
    QTest::mouseClick(button(u"Undo"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(notice->sentence().contains(u"The deletion of /app/list is taken back."_s),
                             patience);
    QCOMPARE(kazoo(u"put(b'%d ' % len(zk.get_children('/app/list')) + zk.get('/app/list/item-7')[0])"_s),
             QByteArray("30 x"));
    QVERIFY(!m_page->actions().undo->isEnabled());
    QVERIFY(!findButton<QPushButton>(*notice, u"Undo"_s)); // it finds what is visible
}

void TestZnodes::saysWhatUndoCannot()
{
    const ZnodePath top = ZnodePath::parse(u"/app"_s).value();
    ZnodeSubtree subtree;
    subtree.top = top;
    subtree.count = 3;
    subtree.paths = {top};
    const auto text = [&subtree] {
        SubtreeDialog dialog(subtree, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        return readable(dialog);
    };
    const QString withoutEphemerals = text();
    QVERIFY(withoutEphemerals.contains(u"come back as persistent ones"_s));
    QVERIFY(!withoutEphemerals.contains(u"phemeral"_s));
    subtree.ephemeral = 2;
    const QString both = text();
    QVERIFY2(both.contains(u"2 ephemeral znode"_s) && both.contains(u"whoever made them"_s),
             qPrintable(both));
    QVERIFY(!both.contains(u"other programs"_s));
}

void TestZnodes::showsTheStatOfWhatMayNotBeRead()
{
    kazoo(u"from kazoo.security import make_digest_acl\n"
          "zk.create('/app/secret', b'hidden', acl=[make_digest_acl('ann', 'pw', all=True)])"_s);
    m_page->goTo(ZnodePath::parse(u"/app/secret"_s).value());
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().follower().state(), ZnodeFollower::State::Failed, patience);
    QTRY_VERIFY_WITH_TIMEOUT(child<StatPanel>()->topLevelItemCount() > 6, patience);
    QCOMPARE(child<StatPanel>()->topLevelItem(6)->text(1), u"6 byte(s)"_s);
    kazoo(u"zk.add_auth('digest', 'ann:pw')\nzk.delete('/app/secret')"_s);
}

void TestZnodes::protects()
{
    open(u"/zookeeper"_s);
    QVERIFY(!m_page->actions().remove->isEnabled());
    QVERIFY(m_page->actions().remove->toolTip().contains(u"never deleted"_s));
    QVERIFY(value()->editor()->isReadOnly());
    open(u"/"_s);
    QVERIFY(!m_page->actions().remove->isEnabled());
    QVERIFY(m_page->actions().create->isEnabled());
}

void TestZnodes::editsAcls()
{
    open(u"/app/config"_s);
    auto *acl = child<AclPanel>();
    auto *tabs = child<QTabWidget>();
    tabs->setCurrentWidget(acl);
    QTRY_VERIFY_WITH_TIMEOUT(acl->acl().has_value(), patience);
    QVERIFY(acl->acl()->acl == openAcl());
    QTest::mouseClick(findButton<QPushButton>(*acl, u"Edit the access control list"_s), Qt::LeftButton);
    QTRY_VERIFY(m_page->findChild<QDialog *>() && m_page->findChild<QDialog *>()->isVisible());
    auto *dialog = m_page->findChild<QDialog *>();
    for (QCheckBox *box : dialog->findChildren<QCheckBox *>()) {
        if (box->text() == "Delete"_L1)
            QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    }
    QTest::mouseClick(findButton<QPushButton>(*dialog, u"Set"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(
        acl->acl() && !acl->acl()->acl.first().permissions.testFlag(AclPermission::Delete), patience);
    QCOMPARE(kazoo(u"put(b'%d' % zk.get_acls('/app/config')[0][0].perms)"_s), QByteArray("23"));
}

void TestZnodes::filters()
{
    open(u"/app/list"_s);
    m_page->treePane()->view()->expand(m_page->treePane()->view()->currentIndex());
    QTRY_COMPARE_WITH_TIMEOUT(m_page->treePane()->footer(), u"30 children"_s, patience);
    QTest::keyClicks(m_page->treePane()->filterField(), u"ITEM-1"_s);
    QTRY_COMPARE(m_page->treePane()->footer(), u"11 of 30 children of /app/list"_s);
    QListView *matches = m_page->treePane()->matches();
    QCOMPARE(matches->model()->index(0, 0).data().toString(), u"item-1"_s);
    QTest::mouseClick(matches->viewport(), Qt::LeftButton, {},
                      matches->visualRect(matches->model()->index(1, 0)).center());
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path()->text() == "/app/list/item-10"_L1, patience);
    kazoo(u"zk.create('/app/list/item-100', b'')"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->treePane()->footer(), u"12 of 31 children of /app/list"_s, patience);
    m_page->treePane()->filterField()->clear();
    QTRY_VERIFY_WITH_TIMEOUT(m_page->treePane()->view()->currentPath()->text() == "/app/list/item-10"_L1,
                             patience);
}

void TestZnodes::searches()
{
    open(u"/app"_s);
    m_page->treePane()->view()->setFocus();
    QTest::keyClick(m_page->treePane()->view(), Qt::Key_F, Qt::ControlModifier);
    auto *panel = child<SearchPanel>();
    QVERIFY(panel->isVisible());
    QTest::keyClicks(panel->field(), u"item-2"_s);
    QTest::keyClick(panel->field(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(panel->status(), u"11 found in 34 znode(s)."_s, patience);
    QCOMPARE(panel->results()->topLevelItemCount(), 11);
    panel->field()->setText(u"\"b\":\\[\\d"_s);
    for (QCheckBox *box : panel->findChildren<QCheckBox *>()) {
        if (box->text() == "Regular expression"_L1)
            box->setChecked(true);
    }
    QTest::mouseClick(findButton<QPushButton>(*panel, u"Search"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(panel->status(), u"1 found in 34 znode(s)."_s, patience);
    QTreeWidgetItem *hit = panel->results()->topLevelItem(0);
    QVERIFY(hit->text(1).contains(u"[2,3]"_s));
    panel->results()->setCurrentItem(hit);
    QTest::keyClick(panel->results(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path()->text() == "/app/config"_L1, patience);
    QTest::keyClick(panel->field(), Qt::Key_Escape);
    QVERIFY(!panel->isVisible());
}

void TestZnodes::exports()
{
    open(u"/app"_s);
    m_page->actions().exportTree->trigger();
    QTRY_VERIFY(child<QFileDialog>() && child<QFileDialog>()->isVisible());
    const QString file = m_stage->folder.filePath(u"app.json"_s);
    child<QFileDialog>()->findChild<QLineEdit *>()->setText(file);
    QTest::keyClick(child<QFileDialog>()->findChild<QLineEdit *>(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(child<ChangeNotice>()->sentence().contains(u"34 znodes"_s), patience);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const Result<ZnodeDump> dump = dumpFromJson(written.readAll());
    QVERIFY(dump);
    QCOMPARE(dump->records.size(), 34);
    QCOMPARE(dump->exportedFrom.text(), u"/app"_s);
}

void TestZnodes::readOnlyChangesNothing()
{
    open(u"/app/config"_s);
    QTest::mouseClick(findButton<QToolButton>(*m_page, u"Read-only"_s), Qt::LeftButton);
    QVERIFY(m_page->session().connection().isReadOnly());
    QVERIFY(value()->editor()->isReadOnly());
    QVERIFY(!m_page->actions().create->isEnabled());
    QVERIFY(m_page->actions().remove->toolTip().contains(u"read-only"_s));
    QTest::mouseClick(findButton<QToolButton>(*m_page, u"Read-only"_s), Qt::LeftButton);
    QVERIFY(m_page->actions().create->isEnabled());
}

void TestZnodes::pathBarFindsItsWay()
{
    auto *bar = child<PathBar>();
    open(u"/app/list"_s);
    bar->field()->setFocus();
    bar->field()->selectAll();
    QTest::keyClicks(bar->field(), u"/app/list/item-7"_s);
    QTest::keyClick(bar->field(), Qt::Key_Escape); // the completions
    QTest::keyClick(bar->field(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path()->text() == "/app/list/item-7"_L1, patience);
    QTest::keyClick(m_page->treePane()->view(), Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(m_page->path()->text() == "/app/list"_L1);
    QTest::keyClick(m_page->treePane()->view(), Qt::Key_Right, Qt::AltModifier);
    QTRY_VERIFY(m_page->path()->text() == "/app/list/item-7"_L1);
    QTest::keyClick(m_page->treePane()->view(), Qt::Key_Up, Qt::AltModifier);
    QTRY_VERIFY(m_page->path()->text() == "/app/list"_L1);
    bar->field()->setText(u"/no/such"_s);
    QTest::keyClick(bar->field(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_said.join(u'\n').contains(u"There is no znode /no/such."_s), patience);
}

void TestZnodes::signsInBelowAChroot()
{
    kazoo(u"from kazoo.security import make_digest_acl\n"
          "zk.create('/app/secret', b'hidden', acl=[make_digest_acl('ann', 'pw', all=True)])"_s);
    m_page->goTo(ZnodePath::parse(u"/app/secret"_s).value());
    QTRY_COMPARE_WITH_TIMEOUT(m_page->session().follower().state(), ZnodeFollower::State::Failed, patience);
    QVERIFY(readable(*m_page).contains(u"does not let you read its value."_s));
    QTest::mouseClick(findButton<QToolButton>(*m_page, u"Connection…"_s), Qt::LeftButton);
    QTRY_VERIFY(child<ConnectionDialog>() && child<ConnectionDialog>()->isVisible());
    const QList<QLineEdit *> fields = child<ConnectionDialog>()->findChildren<QLineEdit *>();
    QCOMPARE(fields.size(), 3);
    QTest::keyClicks(fields.at(0), u"/app"_s);
    QTest::keyClicks(fields.at(1), u"ann"_s);
    QTest::keyClicks(fields.at(2), u"pw"_s);
    QTest::keyClick(fields.at(2), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(child<ConnectionLine>()->sentence().contains(u"below /app"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_said.join(u'\n').contains(u"There is no keychain here"_s), patience);
    open(u"/secret"_s);
    QTRY_COMPARE_WITH_TIMEOUT(value()->editor()->text(), u"hidden"_s, patience);
    m_page->actions().copyCommand->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"zkCli.sh -server 127.0.0.1:%1/app get '/secret'"_s.arg(m_port));
    kazoo(u"zk.add_auth('digest', 'ann:pw')\nzk.delete('/app/secret')"_s);
}

void TestZnodes::everythingHasAName()
{
    open(u"/app/config"_s);
    for (int tab = 0; tab < 3; ++tab) {
        child<QTabWidget>()->setCurrentIndex(tab);
        for (QWidget *widget : m_window->findChildren<QWidget *>()) {
            const bool reached = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus &&
                                 widget->isVisible() && !widget->objectName().startsWith(u"qt_"_s);
            if (!reached || qobject_cast<QScrollBar *>(widget))
                continue;
            QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(heard && !heard->text(QAccessible::Name).isEmpty(),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className())));
            if (const auto *tool = qobject_cast<QToolButton *>(widget))
                QVERIFY2(!tool->toolTip().isEmpty(), qPrintable(tool->text()));
        }
    }
}

QTEST_MAIN(TestZnodes)
#include "tst_znodes.moc"
