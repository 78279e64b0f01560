// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+K with real keys, over a server that only pretends.
#include "fakes/fakezookeeper.h"
#include "gui/znodewindow.h"
#include "ui/clusterpage.h"
#include "ui/mainwindow.h"
#include "ui/quickopen/quickopen.h"
#include "ui/sidebar/sidebar.h"
#include "ui/znodes/finding/pathbar.h"
#include "ui/znodes/connection/znodesession.h"
#include "ui/znodes/znodespage.h"

#include <QtGui/QAction>
#include <QtGui/QInputMethodEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QTreeWidget>

#include <memory>

using namespace zoodock;
using namespace zoodock::test;

namespace
{

QStringList texts(const QList<QuickPlace> &places)
{
    QStringList all;
    for (const QuickPlace &place : places)
        all += place.text;
    return all;
}

NameList names(const QList<QByteArray> &all)
{
    return NameList::sorted({all.cbegin(), all.cend()});
}

} // namespace

class TestQuickOpen : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void scores_data();
    void scores();
    void findsAmongManyNames();
    void standsInTheMenu();
    void opensAClusterAndAMember();
    void findsBothNames();
    void opensAZnode();
    void showsHiddenCharacters();
    void tellsNamesApartBySpaces();
    void connectsFirst();
    void completesPaths();
    void givesItsWatchesBack();
    void offersBookmarksAndWhatWasVisited();
    void saysThatNothingFits();
    void closesWhenAnotherWindowIsChosen();
    void keepsWhatWasChosen();
    void followsAClick();

private:
    QuickOpen *pressKeys();
    [[nodiscard]] QuickOpen *popup() const { return m_window->findChild<QuickOpen *>(); }
    [[nodiscard]] QStringList rows() const;
    [[nodiscard]] ZnodesPage &znodes() const { return *m_window->findChild<ZnodesPage *>(); }
    void connectZnodes();

    std::unique_ptr<FakeZooKeeper> m_server;
    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<MainWindow> m_window;
};

void TestQuickOpen::initTestCase()
{
    withoutKeychain();
}

void TestQuickOpen::init()
{
    m_server = std::make_unique<FakeZooKeeper>();
    for (const QString &path : {u"/app"_s, u"/app/config"_s, u"/app/list"_s, u"/app/list/item-1"_s,
                                u"/app/list/item-2"_s, u"/配置"_s})
        m_server->create(path, "x");
    m_stage = std::make_unique<Stage>();
    m_stage->docker.rule({u"stats"_s}).hang();
    m_stage->addHealthy(ensembleAt({m_server->address()}));
    m_stage->addHealthy(u"search"_s);
    m_window = std::make_unique<MainWindow>(m_stage->services);
    m_window->showCluster(u"orders"_s);
    QVERIFY(showActive(*m_window));
}

void TestQuickOpen::cleanup()
{
    m_window.reset();
    m_stage.reset();
    m_server.reset();
}

QuickOpen *TestQuickOpen::pressKeys()
{
    m_window->activateWindow(); // what a window manager does when a dialog goes
    if (!QTest::qWaitFor([this] { return QApplication::activeWindow() == m_window.get(); }))
        return nullptr;
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QuickOpen *shown = popup();
    const bool ready =
        shown && QTest::qWaitFor([shown] { return shown->isActiveWindow() && shown->field()->hasFocus(); });
    return ready ? shown : nullptr;
}

QStringList TestQuickOpen::rows() const
{
    QStringList all;
    for (int row = 0; popup() && row < popup()->list()->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = popup()->list()->topLevelItem(row);
        all += item->text(0) + u" | "_s + item->text(1);
    }
    return all;
}

void TestQuickOpen::connectZnodes()
{
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(znodes().session().connection().state(), ZnodeConnection::State::Connected,
                              patience);
    QTRY_VERIFY_WITH_TIMEOUT(znodes().session().tree().root()->names().size() == 2, patience);
}

void TestQuickOpen::scores_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("texts"); // best first; those that do not fit are not named
    QTest::newRow("nothing typed keeps the order") << QString() << QStringList{u"b"_s, u"a"_s};
    QTest::newRow("whole, beginning, word, inside, scattered")
        << u"log"_s << QStringList{u"log"_s, u"logs"_s, u"a-log"_s, u"blogs"_s, u"lost-gem-of"_s};
    QTest::newRow("case does not matter") << u"LOG"_s << QStringList{u"Log"_s, u"Logs"_s};
    QTest::newRow("every word") << u"ord zoo1"_s << QStringList{u"orders / zoo1"_s};
    QTest::newRow("shorter first") << u"ite"_s << QStringList{u"item"_s, u"items"_s, u"item-100"_s};
    QTest::newRow("Chinese") << u"配"_s << QStringList{u"配置"_s, u"中配置"_s};
}

void TestQuickOpen::scores()
{
    QFETCH(const QString, typed);
    QFETCH(const QStringList, texts);
    QuickPlaces places;
    for (auto text = texts.crbegin(); !typed.isEmpty() && text != texts.crend(); ++text)
        places.listed.append({QuickPlace::Kind::Cluster, *text, *text, 0});
    places.listed.append({QuickPlace::Kind::Cluster, u"qqq"_s, u"qqq"_s, 0});
    if (typed.isEmpty()) {
        places.listed = {{QuickPlace::Kind::Cluster, u"b"_s, u"b"_s, 0},
                         {QuickPlace::Kind::Cluster, u"a"_s, u"a"_s, 0}};
    }
    QCOMPARE(::texts(bestPlaces(places, typed, 10)), texts);
}

void TestQuickOpen::findsAmongManyNames()
{
    QList<QByteArray> many;
    for (int i = 0; i < 200'000; ++i)
        many += "node-" + QByteArray::number(i);
    QuickPlaces places;
    places.folders = {{ZnodePath::trusted(u"/many"_s), names(many)},
                      {ZnodePath::trusted(u"/few"_s), names({"node-7", "中文"})}};
    QCOMPARE(texts(bestPlaces(places, u"node-7"_s, 3)),
             (QStringList{u"/few/node-7"_s, u"/many/node-7"_s, u"/many/node-70"_s}));
    QCOMPARE(texts(bestPlaces(places, u"文"_s, 3)), QStringList{u"/few/中文"_s});
    QCOMPARE(texts(bestPlaces(places, u"/few/"_s, 3)), (QStringList{u"/few/中文"_s, u"/few/node-7"_s}));
    QCOMPARE(texts(bestPlaces(places, u"/many/node-199999"_s, 3)), QStringList{u"/many/node-199999"_s});
}

void TestQuickOpen::standsInTheMenu()
{
    auto *action = m_window->findChild<QAction *>(u"quickOpen"_s);
    QVERIFY(action);
    QCOMPARE(action->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_K));
    bool isInAMenu = false;
    for (const QAction *menu : m_window->menuBar()->actions())
        isInAMenu |= menu->menu() && menu->menu()->actions().contains(action);
    QVERIFY(isInAMenu);
}

void TestQuickOpen::opensAClusterAndAMember()
{
    QVERIFY(pressKeys());
    QTRY_COMPARE(rows().size(), 2 + 4);
    QTest::keyClicks(popup()->field(), u"sea"_s);
    QTRY_COMPARE(rows().value(0), u"search | Cluster"_s);
    QTest::keyClick(popup()->field(), Qt::Key_Return);
    QCOMPARE(m_window->findChild<ClusterPage *>()->cluster(), u"search"_s);
    QTRY_VERIFY(!popup());
    QVERIFY(pressKeys());
    QTest::keyClicks(popup()->field(), u"ord zoo1"_s);
    QTRY_COMPARE(rows(), QStringList{u"orders / zoo1 | Member"_s});
    QTest::keyClick(popup()->field(), Qt::Key_Return);
    QCOMPARE(m_window->findChild<ClusterPage *>()->cluster(), u"orders"_s);
    const QList<Target> targets = m_window->findChild<Sidebar *>()->targets();
    QCOMPARE(targets.size(), 1);
    QCOMPARE(targets.first().members, QList<int>{1});
}

void TestQuickOpen::findsBothNames()
{
    Ensemble shop = Stage::ensemble(u"legacy"_s, 1);
    shop.title = u"Shop, staging"_s;
    m_stage->addHealthy(shop);
    QVERIFY(pressKeys());
    QTest::keyClicks(popup()->field(), u"shop"_s);
    QTRY_COMPARE(rows().value(0), u"Shop, staging (legacy) | Cluster"_s);
    popup()->field()->clear();
    QTest::keyClicks(popup()->field(), u"legacy"_s);
    QTRY_COMPARE(rows().value(0), u"Shop, staging (legacy) | Cluster"_s);
    QTest::keyClick(popup()->field(), Qt::Key_Return);
    QCOMPARE(m_window->findChild<ClusterPage *>()->cluster(), u"legacy"_s);
}

void TestQuickOpen::opensAZnode()
{
    connectZnodes();
    QVERIFY(pressKeys());
    QInputMethodEvent typed; // as an input method for Chinese sends it
    typed.setCommitString(u"配"_s);
    QCoreApplication::sendEvent(popup()->field(), &typed);
    QTRY_COMPARE(rows(), QStringList{u"/配置 | Znode"_s});
    QTest::keyClick(popup()->field(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(znodes().path() && znodes().path()->text() == u"/配置"_s, patience);
    QVERIFY(znodes().isVisible());
}

/// Who is not to be misled sees what a name is made of.
void TestQuickOpen::showsHiddenCharacters()
{
    const QString path = u"/app/pay\u202Elap"_s;
    connectZnodes();
    znodes().session().view().bookmarks = {path};
    QVERIFY(pressKeys());
    QTRY_VERIFY(!rows().filter(u"Bookmark"_s).isEmpty());
    QCOMPARE(rows().filter(u"Bookmark"_s), QStringList{legible(path) + u" | Bookmark"_s});
    QVERIFY(!legible(path).contains(QChar(0x202E)));
}

/// What is typed is meant so: a name may end with a space.
void TestQuickOpen::tellsNamesApartBySpaces()
{
    m_server->create(u"/app/with space"_s, "x");
    m_server->create(u"/app/with space "_s, "x");
    connectZnodes();
    QVERIFY(pressKeys());
    QTest::keyClicks(popup()->field(), u"/app/with space"_s);
    const QString plain = u"/app/with space | Znode"_s;
    const QString spaced = u"/app/with space⟨U+0020⟩ | Znode"_s;
    QTRY_COMPARE_WITH_TIMEOUT(rows(), (QStringList{plain, spaced}), patience);
    QTest::keyClicks(popup()->field(), u" "_s);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), (QStringList{spaced, plain}), patience);
    QTest::keyClick(popup()->field(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(znodes().path() && znodes().path()->text() == u"/app/with space "_s, patience);
}

/// From the overview, before anybody has looked at the znodes.
void TestQuickOpen::connectsFirst()
{
    QVERIFY(!znodes().isVisible());
    QVERIFY(pressKeys());
    QTest::keyClicks(popup()->field(), u"/app/list/item-2"_s);
    QTRY_COMPARE(rows(), QStringList{u"/app/list/item-2 | As typed"_s});
    QTest::keyClick(popup()->field(), Qt::Key_Return);
    QVERIFY(znodes().isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(znodes().path() && znodes().path()->text() == u"/app/list/item-2"_s, patience);
}

void TestQuickOpen::completesPaths()
{
    connectZnodes();
    QVERIFY(pressKeys());
    QLineEdit *field = popup()->field();
    QTest::keyClicks(field, u"/app/l"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rows().value(0), u"/app/list | Znode"_s, patience);
    QTest::keyClick(field, Qt::Key_Tab);
    QCOMPARE(field->text(), u"/app/list"_s);
    QTRY_COMPARE(rows().value(0), u"/app/list | Znode"_s);
    QTest::keyClick(field, Qt::Key_Tab);
    QCOMPARE(field->text(), u"/app/list/"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rows().value(0), u"/app/list/item-1 | Znode"_s, patience);
    QCOMPARE(rows().value(1), u"/app/list/item-2 | Znode"_s);
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(znodes().path() && znodes().path()->text() == u"/app/list/item-2"_s, patience);
}

void TestQuickOpen::givesItsWatchesBack()
{
    connectZnodes();
    QVERIFY(pressKeys());
    popup()->field()->setText(u"/app/list/"_s); // pasted: nothing of it was known
    QTRY_VERIFY_WITH_TIMEOUT(rows().contains(u"/app/list/item-1 | Znode"_s), patience);
    QVERIFY(m_server->hasChildWatch(u"/app/list"_s));
    QTest::keyClick(popup()->field(), Qt::Key_Escape);
    QTRY_VERIFY(!popup());
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->hasChildWatch(u"/app/list"_s), patience);
    QVERIFY(m_server->hasChildWatch(u"/"_s)); // the tree's own
}

void TestQuickOpen::offersBookmarksAndWhatWasVisited()
{
    connectZnodes();
    znodes().goTo(ZnodePath::trusted(u"/app/config"_s));
    QTRY_VERIFY_WITH_TIMEOUT(znodes().path() && znodes().path()->text() == u"/app/config"_s, patience);
    znodes().session().view().bookmarks = {u"/app/list/item-2"_s};
    QVERIFY(pressKeys());
    QTRY_VERIFY(rows().contains(u"/app/list/item-2 | Bookmark"_s));
    QVERIFY(rows().contains(u"/app/config | Visited"_s));
    QTest::keyClicks(popup()->field(), u"item2"_s);
    QTRY_COMPARE(rows(), QStringList{u"/app/list/item-2 | Bookmark"_s});
    QTest::keyClick(popup()->field(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(znodes().path()->text() == u"/app/list/item-2"_s, patience);
}

void TestQuickOpen::saysThatNothingFits()
{
    QVERIFY(pressKeys());
    QTest::keyClicks(popup()->field(), u"zzzz"_s);
    QTRY_VERIFY(rows().isEmpty());
    QTRY_VERIFY(readable(*popup()).contains(u"Nothing fits."_s));
    QTest::keyClick(popup()->field(), Qt::Key_Return);
    QVERIFY(popup()->isVisible());
    QCOMPARE(m_window->findChild<ClusterPage *>()->cluster(), u"orders"_s);
}

void TestQuickOpen::closesWhenAnotherWindowIsChosen()
{
    QVERIFY(pressKeys());
    m_window->activateWindow();
    QTRY_VERIFY(!popup());
}

/// While other programs add znodes.
void TestQuickOpen::keepsWhatWasChosen()
{
    connectZnodes();
    QVERIFY(pressKeys());
    QTest::keyClicks(popup()->field(), u"/app/"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rows().size(), 3, patience);
    QTest::keyClick(popup()->field(), Qt::Key_Down);
    QCOMPARE(popup()->list()->currentItem()->text(0), u"/app/config"_s);
    m_server->create(u"/app/a"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rows().size(), 4, patience);
    QCOMPARE(rows().value(0), u"/app/a | Znode"_s);
    QCOMPARE(popup()->list()->currentItem()->text(0), u"/app/config"_s);
}

void TestQuickOpen::followsAClick()
{
    QVERIFY(pressKeys());
    QTest::keyClicks(popup()->field(), u"sea"_s);
    QTRY_COMPARE(rows().value(0), u"search | Cluster"_s);
    QTreeWidget *list = popup()->list();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualItemRect(list->topLevelItem(0)).center());
    QCOMPARE(m_window->findChild<ClusterPage *>()->cluster(), u"search"_s);
}

QTEST_MAIN(TestQuickOpen)
#include "tst_quickopen.moc"
