// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/wordserver.h"
#include "gui/stage.h"
#include "ui/server/serverpage.h"

#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QTreeWidget>

#include <memory>

using namespace zoodock;
using namespace zoodock::test;

class TestServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void asksOnlyWhileVisible();
    void showsATable();
    void asksAgain();
    void sortingStays();
    void namesAreReadable();
    void keys();
    void filters();
    void copies();
    void blockedWord();
    void adminPages();
    void noAdminServer();
    void otherMember();
    void stoppedMember();
    void eachStateHasItsRemedy_data();
    void eachStateHasItsRemedy();
    void pausedMember();
    void haltedMemberKeepsItsAnswer_data();
    void haltedMemberKeepsItsAnswer();
    void anotherContainerHasNotAnswered();
    void noBrowser();
    void controlsHaveNames();

private:
    void show()
    {
        m_page->showCluster(u"orders"_s);
        m_page->resize(1000, 500);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void choose(const QString &name)
    {
        auto *list = m_page->findChild<QTreeWidget *>();
        for (QTreeWidgetItem *item : list->findItems(name, Qt::MatchStartsWith | Qt::MatchRecursive))
            list->setCurrentItem(item);
    }
    [[nodiscard]] QAbstractItemModel *table() const
    {
        for (QTreeView *view : m_page->findChildren<QTreeView *>()) {
            if (!qobject_cast<QTreeWidget *>(view))
                return view->model();
        }
        return nullptr;
    }
    [[nodiscard]] QString problem() const { return m_page->findChild<QLabel *>(u"serverProblem"_s)->text(); }
    [[nodiscard]] QToolButton *button(const QString &text) const
    {
        return findButton<QToolButton>(*m_page, text);
    }

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<WordServer> m_server;
    std::unique_ptr<ServerPage> m_page;
};

void TestServer::init()
{
    m_stage = std::make_unique<Stage>();
    m_server = std::make_unique<WordServer>();
    m_server->answer("srvr", "Zookeeper version: 3.8.0\nMode: leader\n");
    m_server->answer("mntr", "zk_version\t3.8.0\nzk_znode_count\t5\nzk_watch_count\t12\n");
    m_server->answer("cons", "cons is not executed because it is not in the whitelist.\n");
    m_server->page("/commands",
                   "<a href=\"/commands/monitor\">monitor</a><a href=\"/commands/stat_reset\">x</a>");
    m_server->page("/commands/monitor", R"({"version":"3.8.0","error":null})");
    m_stage->addHealthy(u"orders"_s);
    for (int id = 1; id <= 2; ++id)
        m_stage->store.observeAddresses(u"orders"_s, id, u"127.0.0.1"_s, m_server->port(), u"127.0.0.1"_s,
                                        id == 1 ? m_server->port() : quint16(0));
    m_page = std::make_unique<ServerPage>(m_stage->services);
}

void TestServer::cleanup()
{
    m_page.reset();
    m_server.reset();
    m_stage.reset();
}

void TestServer::asksOnlyWhileVisible()
{
    m_page->showCluster(u"orders"_s);
    m_page->showMember(2);
    QTest::qWait(50);
    QVERIFY(m_server->asked().isEmpty());
    show();
    QTRY_VERIFY_WITH_TIMEOUT(m_server->asked().contains("srvr"), patience);
}

void TestServer::showsATable()
{
    show();
    QTRY_VERIFY_WITH_TIMEOUT(table(), patience);
    QCOMPARE(table()->index(1, 1).data().toString(), u"leader"_s);
    QVERIFY(readable(*m_page).contains(u"asked at"_s));
    choose(u"mntr"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table()->rowCount(), 3, patience);
    QTRY_VERIFY_WITH_TIMEOUT(readable(*m_page).contains(u"mntr – Figures"_s), patience); // whole
}

void TestServer::asksAgain()
{
    show();
    QTRY_VERIFY_WITH_TIMEOUT(table(), patience);
    const auto before = m_server->asked().count("srvr");
    QTest::mouseClick(button(u"Ask Again"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->asked().count("srvr"), before + 1, patience);
}

void TestServer::sortingStays()
{
    show();
    choose(u"mntr"_s);
    QTRY_VERIFY_WITH_TIMEOUT(table() && table()->rowCount() == 3, patience);
    const auto view = [this]() -> QTreeView * {
        for (QTreeView *candidate : m_page->findChildren<QTreeView *>()) {
            if (!qobject_cast<QTreeWidget *>(candidate))
                return candidate;
        }
        return nullptr;
    };
    const auto first = [this] { return table()->index(0, 0).data().toString(); };
    const int width = view()->columnWidth(0) + 30;
    view()->sortByColumn(1, Qt::AscendingOrder);
    view()->setColumnWidth(0, width);
    QCOMPARE(first(), u"znode_count"_s); // 5; numbers stand before words
    m_server->answer("mntr", "zk_version\t3.8.0\nzk_znode_count\t50\nzk_watch_count\t12\n");
    QTest::mouseClick(button(u"Ask Again"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(first(), u"watch_count"_s, patience);
    QCOMPARE(view()->header()->sortIndicatorSection(), 1);
    QCOMPARE(view()->columnWidth(0), width);

    // After another answer, too: one that is another table.
    choose(u"cons"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!table(), patience);
    choose(u"mntr"_s);
    QTRY_VERIFY_WITH_TIMEOUT(table() && table()->rowCount() == 3, patience);
    QCOMPARE(first(), u"watch_count"_s);
    QCOMPARE(view()->header()->sortIndicatorOrder(), Qt::AscendingOrder);
    QCOMPARE(view()->columnWidth(0), width);
}

/// Each answer has widths of its own, and the title leaves the filter its room.
void TestServer::namesAreReadable()
{
    m_server->answer("mntr", "zk_a_name_that_is_as_long_as_those_of_prometheus\t5\nzk_watch_count\t12\n");
    m_server->answer("dump", "SessionTracker dump:\nGlobal Sessions(1):\n0x300027e58a80000\t10000ms\n");
    show();
    QTRY_VERIFY_WITH_TIMEOUT(table(), patience); // names and values, too
    choose(u"mntr"_s);
    QTRY_VERIFY_WITH_TIMEOUT(table() && table()->rowCount() == 2 && table()->columnCount() == 2 &&
                                 table()->index(1, 1).data() == u"12"_s,
                             patience);
    for (const QTreeView *view : m_page->findChildren<QTreeView *>()) {
        const int name = view->fontMetrics().horizontalAdvance(view->model()->index(0, 0).data().toString());
        QVERIFY(qobject_cast<const QTreeWidget *>(view) || view->columnWidth(0) >= name);
    }
    m_page->resize(700, 500);
    choose(u"dump"_s);
    QTRY_VERIFY_WITH_TIMEOUT(table() && table()->index(0, 1).data() == u"10000"_s, patience);
    const auto *filter = m_page->findChild<QLineEdit *>();
    QVERIFY2(filter->width() >= filter->fontMetrics().averageCharWidth() * 16,
             qPrintable(QString::number(filter->width())));
}

void TestServer::keys()
{
    show();
    QTRY_VERIFY_WITH_TIMEOUT(table(), patience);
    const auto before = m_server->asked().count("srvr");
    m_page->findChild<QTreeWidget *>()->setFocus();
    QTest::keyClick(m_page->findChild<QTreeWidget *>(), Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->asked().count("srvr"), before + 1, patience);
    QTest::keyClick(m_page->findChild<QTreeWidget *>(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->findChild<QLineEdit *>()->hasFocus(), patience);
}

void TestServer::filters()
{
    show();
    choose(u"mntr"_s);
    QTRY_VERIFY_WITH_TIMEOUT(table() && table()->rowCount() == 3, patience);
    QTest::keyClicks(m_page->findChild<QLineEdit *>(), u"COUNT"_s);
    QCOMPARE(table()->rowCount(), 2);
}

void TestServer::copies()
{
    show();
    choose(u"mntr"_s);
    QTRY_VERIFY_WITH_TIMEOUT(table() && table()->rowCount() == 3, patience);
    QSignalSpy said(m_page.get(), &ServerPage::said);
    QTest::mouseClick(button(u"Copy"_s), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains(u"znode_count\t5\n"_s));
    QCOMPARE(said.size(), 1);
}

void TestServer::blockedWord()
{
    show();
    choose(u"cons"_s);
    QTRY_VERIFY_WITH_TIMEOUT(problem().contains(u"4lw.commands.whitelist=srvr,cons"_s), patience);
    QVERIFY(!table());
    QVERIFY(!button(u"Copy"_s)->isEnabled());
}

void TestServer::adminPages()
{
    show();
    auto *list = m_page->findChild<QTreeWidget *>();
    QTRY_COMPARE_WITH_TIMEOUT(list->findItems(u"monitor"_s, Qt::MatchExactly | Qt::MatchRecursive).size(), 1,
                              patience);
    QVERIFY(list->findItems(u"stat_reset"_s, Qt::MatchExactly | Qt::MatchRecursive).isEmpty());
    QVERIFY(button(u"Open in Browser"_s));
    choose(u"monitor"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->asked().contains("GET /commands/monitor"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(table() && table()->rowCount() == 1, patience);
}

void TestServer::noAdminServer()
{
    m_page->showCluster(u"orders"_s);
    m_page->showMember(2);
    show();
    QTRY_VERIFY_WITH_TIMEOUT(
        m_page->findChild<QLabel *>(u"noAdminServer"_s)->text().contains(u"cannot be reached"_s), patience);
    QVERIFY(!button(u"Open in Browser"_s));
}

void TestServer::otherMember()
{
    show();
    choose(u"mntr"_s);
    QTRY_VERIFY_WITH_TIMEOUT(table() && table()->rowCount() == 3, patience);
    const auto before = m_server->asked().count("mntr");
    m_page->showMember(2);
    QCOMPARE(m_page->findChild<QComboBox *>()->currentText(), u"zoo2"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->asked().count("mntr"), before + 1, patience);
    m_page->showMember(0); // stays
    QCOMPARE(m_page->findChild<QComboBox *>()->currentText(), u"zoo2"_s);
}

void TestServer::stoppedMember()
{
    m_stage->live(u"orders"_s, 1, ContainerLife::Exited);
    show();
    QTRY_VERIFY_WITH_TIMEOUT(problem().contains(u"does not run"_s), patience);
}

void TestServer::eachStateHasItsRemedy_data()
{
    QTest::addColumn<ContainerLife>("life");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("remedy"); // empty: none
    QTest::addColumn<QString>("call");
    QTest::newRow("unknown") << ContainerLife::Unknown << u"Nothing is known"_s << u"Look Again"_s
                             << QString();
    QTest::newRow("absent") << ContainerLife::Absent << u"has no container"_s << u"Start zoo1"_s << QString();
    QTest::newRow("created") << ContainerLife::Created << u"does not run"_s << u"Start zoo1"_s
                             << u"start orders-zoo1"_s;
    QTest::newRow("exited") << ContainerLife::Exited << u"does not run"_s << u"Start zoo1"_s
                            << u"start orders-zoo1"_s;
    QTest::newRow("paused") << ContainerLife::Paused << u"is paused"_s << u"Resume zoo1"_s
                            << u"unpause orders-zoo1"_s;
    QTest::newRow("restarting") << ContainerLife::Restarting << u"is restarting the member"_s << QString()
                                << QString();
    QTest::newRow("removing") << ContainerLife::Removing << u"is being removed"_s << QString() << QString();
}

void TestServer::eachStateHasItsRemedy()
{
    QFETCH(const ContainerLife, life);
    QFETCH(const QString, words);
    QFETCH(const QString, remedy);
    QFETCH(const QString, call);
    m_stage->everythingWorks();
    m_stage->live(u"orders"_s, 1, life);
    show();
    QTRY_VERIFY2_WITH_TIMEOUT(problem().contains(words), qPrintable(problem()), patience);
    QStringList offered;
    for (const QPushButton *candidate : m_page->findChildren<QPushButton *>()) {
        if (candidate->isVisible())
            offered += candidate->text();
    }
    QCOMPARE(offered.join(u' '), remedy);
    if (remedy.isEmpty())
        return;
    auto *way = findButton<QPushButton>(*m_page, remedy);
    QVERIFY2(way->isEnabled(), qPrintable(way->toolTip()));
    QTest::mouseClick(way, Qt::LeftButton);
    if (!call.isEmpty())
        QTRY_VERIFY2_WITH_TIMEOUT(m_stage->changes().join(u'\n').contains(call),
                                  qPrintable(m_stage->changes().join(u'\n')), patience);
}

void TestServer::pausedMember()
{
    m_stage->live(u"orders"_s, 1, ContainerLife::Paused);
    show();
    QTRY_VERIFY_WITH_TIMEOUT(problem().contains(u"is paused. Resume it"_s), patience);
    m_stage->live(u"orders"_s, 1, ContainerLife::Exited);
    QTRY_VERIFY_WITH_TIMEOUT(problem().contains(u"does not run"_s), patience);
    m_stage->live(u"orders"_s, 1, ContainerLife::Running);
    QTRY_VERIFY_WITH_TIMEOUT(table(), patience);
    QVERIFY(problem().isEmpty());
}

void TestServer::haltedMemberKeepsItsAnswer_data()
{
    QTest::addColumn<ContainerLife>("life");
    QTest::addColumn<QString>("words");
    QTest::newRow("paused") << ContainerLife::Paused << u"is paused"_s;
    QTest::newRow("stopped") << ContainerLife::Exited << u"does not run"_s;
}

/// It says what the member is now, and the figures are greyed.
void TestServer::haltedMemberKeepsItsAnswer()
{
    QFETCH(const ContainerLife, life);
    QFETCH(const QString, words);
    show();
    choose(u"mntr"_s);
    QTRY_VERIFY_WITH_TIMEOUT(table() && table()->rowCount() == 3, patience);
    const auto *list = m_page->findChild<QTreeWidget *>();
    const auto page = [list] {
        return list->findItems(u"monitor"_s, Qt::MatchExactly | Qt::MatchRecursive).value(0);
    };
    QTRY_VERIFY_WITH_TIMEOUT(page() && !page()->isDisabled(), patience);
    const auto colour = [this] {
        return static_cast<const QTreeView *>(m_page->findChild<QTreeView *>(u"answer"_s))
            ->palette()
            .color(QPalette::Text);
    };
    const QColor before = colour();
    m_stage->live(u"orders"_s, 1, life);
    QTRY_VERIFY2_WITH_TIMEOUT(problem().contains(words), qPrintable(problem()), patience);
    QVERIFY(table() && table()->rowCount() == 3);
    QVERIFY(colour() != before);
    QVERIFY(readable(*m_page).contains(u"asked at"_s));
    QTRY_VERIFY_WITH_TIMEOUT(page() && page()->isDisabled(), patience);
    QVERIFY(!page()->toolTip(0).isEmpty());
    QVERIFY(!button(u"Open in Browser"_s)->isEnabled());
    QVERIFY(!button(u"Open in Browser"_s)->toolTip().startsWith(u"Open"_s));
    m_stage->live(u"orders"_s, 1, ContainerLife::Running);
    m_stage->answer(u"orders"_s, 1, MemberState::Follower);
    QTRY_VERIFY_WITH_TIMEOUT(problem().isEmpty() && colour() == before, patience);
    QTRY_VERIFY_WITH_TIMEOUT(page() && !page()->isDisabled(), patience);
    QVERIFY(button(u"Open in Browser"_s)->isEnabled());
    m_stage->live(u"orders"_s, 1, life); // another question has no answer to keep
    QTRY_VERIFY_WITH_TIMEOUT(problem().contains(words), patience);
    choose(u"srvr"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!table(), patience);
}

/// The cluster was removed and made anew under its name: the former one's figures are not its own.
void TestServer::anotherContainerHasNotAnswered()
{
    show();
    choose(u"mntr"_s);
    QTRY_VERIFY_WITH_TIMEOUT(table() && table()->rowCount() == 3, patience);
    const Ensemble same = m_stage->store.cluster(u"orders"_s)->ensemble;
    m_stage->store.removeWanted(same.name);
    m_stage->store.setWanted(same, WantedOrigin::File);
    ContainerObservation another;
    another.id = u"another"_s;
    another.life = ContainerLife::Exited;
    m_stage->store.observeContainer(same.name, 1, another);
    QTRY_VERIFY2_WITH_TIMEOUT(problem().contains(u"does not run"_s), qPrintable(problem()), patience);
    QVERIFY(!table());
    QVERIFY(!readable(*m_page).contains(u"asked at"_s));
}

/// This platform opens none.
void TestServer::noBrowser()
{
    show();
    QTRY_VERIFY_WITH_TIMEOUT(table() && button(u"Open in Browser"_s), patience);
    // A four-letter word is another name of a page.
    const QString address = u"http://127.0.0.1:%1/commands/srvr"_s.arg(m_server->port());
    QCOMPARE(button(u"Open in Browser"_s)->toolTip(), u"Open "_s + address);
    QTest::mouseClick(button(u"Ask Again"_s), Qt::LeftButton); // its answer is on the way
    const QString before = readable(*m_page);
    QVERIFY2(before.contains(u"asking…"_s), qPrintable(before));
    QTest::mouseClick(button(u"Open in Browser"_s), Qt::LeftButton);
    QVERIFY2(problem().startsWith(u"No browser could be started."_s), qPrintable(problem()));
    QTRY_VERIFY_WITH_TIMEOUT(readable(*m_page).contains(u"asked at"_s), patience);
    QVERIFY2(problem().contains(address), qPrintable(problem()));
    QVERIFY(readable(*m_page).contains(address));
    QTest::mouseClick(findButton<QPushButton>(*m_page, u"Copy Address"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), address);
    QTest::mouseClick(button(u"Ask Again"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(problem().isEmpty(), patience);
}

void TestServer::controlsHaveNames()
{
    show();
    for (QWidget *widget : m_page->findChildren<QWidget *>()) {
        if (auto *tool = qobject_cast<QToolButton *>(widget);
            tool && tool->isVisible() && !tool->objectName().startsWith(u"qt_"_s) &&
            !qobject_cast<QLineEdit *>(tool->parentWidget()))
            QVERIFY2(!tool->toolTip().isEmpty(), qPrintable(tool->text()));
        if (auto *view = qobject_cast<QTreeView *>(widget))
            QVERIFY(!view->accessibleName().isEmpty());
    }
}

QTEST_MAIN(TestServer)
#include "tst_server.moc"
