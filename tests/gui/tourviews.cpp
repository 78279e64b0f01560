// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tour.h"

#include "ui/logs/findbar.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logspage.h"
#include "ui/logs/logview.h"
#include "ui/server/serverpage.h"

#include <QtTest/QTest>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeWidget>

namespace zoodock::test
{

namespace
{

QByteArray logOf(int member)
{
    const QByteArray stamp = "2026-11-22T07:56:1" + QByteArray::number(member % 10);
    const QByteArray own = " 2026-11-22 07:56:1" + QByteArray::number(member % 10) +
                           ",039 [myid:" + QByteArray::number(member) + "] - ";
    return stamp + ".010000000Z" + own +
           "INFO  [main:QuorumPeerConfig@174] - Reading configuration from: /conf/zoo.cfg\n" + stamp +
           ".020000000Z" + own +
           "INFO  [main:QuorumPeerMain@137] - Starting quorum peer, myid=" + QByteArray::number(member) +
           "\n" + stamp + ".030000000Z" + own + "INFO  [QuorumPeer:QuorumPeer@1392] - LOOKING\n" + stamp +
           ".040000000Z" + own +
           "WARN  [QuorumConnectionThread-[myid=1]-3:QuorumCnxManager@401] - Cannot open channel to 3 at "
           "election "
           "address zoo3/172.18.0.4:3888\n" +
           stamp + ".041000000Z java.net.ConnectException: Connection refused (Connection refused)\n" +
           stamp + ".042000000Z \tat java.base/java.net.PlainSocketImpl.socketConnect(Native Method)\n" +
           stamp + ".050000000Z" + own +
           "INFO  [QuorumPeer:Leader@588] - LEADING - LEADER ELECTION TOOK - 210 MS\n" + stamp +
           ".060000000Z" + own +
           "ERROR [SyncThread:1:ZooKeeperCriticalThread@49] - Severe unrecoverable error, exiting\n" + stamp +
           ".070000000Z" + own +
           "INFO  [NIOWorkerThread-1:NIOServerCnxn@514] - Processing srvr command from "
           "/172.18.0.1:53422\n";
}

} // namespace

bool Tour::playLogs(const QString &scene)
{
    const bool many = scene == "logs-fifteen"_L1;
    const int count = many ? 15 : 3;
    const Ensemble shown = many ? large() : Stage::ensemble(u"orders"_s, 3);
    const QString name = shown.name;
    if (scene != "logs-none"_L1) {
        for (int member = 1; member <= count; ++member)
            stage.docker.ruleMatching(u"logs .*%1(-zoo)?%2$"_s.arg(name).arg(member))
                .out(logOf(member))
                .hang();
    } else {
        stage.docker.rule({u"logs"_s})
            .err("Error response from daemon: configured logging driver does not "
                 "support reading\n")
            .exit(1);
    }
    stage.addHealthy(shown);
    window->showCluster(name);
    showTab(Tab::Logs);
    auto *page = window->findChild<LogsPage *>();
    if (scene == "logs-none"_L1) {
        QTest::qWait(300);
        return true;
    }
    const auto rows = [page] { return page->findChild<LogPane *>()->model().rowCount(); };
    if (!QTest::qWaitFor([&] { return rows() >= 7 * count; }, patience))
        return false;
    const auto *counts = page->findChild<QLabel *>(u"logCounts"_s);
    if (!QTest::qWaitFor([&] { return counts->text().contains(QString::number(8 * count)); }, patience))
        return false;
    if (many)
        return true;
    if (scene == "logs-side"_L1) {
        for (QToolButton *button : page->findChildren<QToolButton *>()) {
            if (button->text() == LogsPage::tr("Side by Side"))
                button->click();
        }
        return true;
    }
    if (scene == "logs-empty"_L1) {
        page->findChild<QLineEdit *>(u"filterText"_s)->setText(u"OutOfMemoryError"_s);
        const auto *sentence = page->findChild<QLabel *>(u"emptyLog"_s);
        return QTest::qWaitFor([sentence] { return sentence->isVisible(); }, patience);
    }
    page->findChild<FindBar *>()->open();
    page->findChild<QLineEdit *>(u"findText"_s)->setText(u"channel"_s);
    LogView &view = page->findChild<LogPane *>()->view();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {300, view.fontMetrics().height() * 4});
    QTest::qWait(200); // the field's button fades in
    return true;
}

bool Tour::playServer(const QString &scene)
{
    words.answer("srvr",
                 "Zookeeper version: 3.8.0-${mvn.git.commit.id}, built on 2022-11-20 16:33 UTC\nLatency "
                 "min/avg/max: 0/0.4/7\nReceived: 4711\nSent: 4710\nConnections: 3\nOutstanding: "
                 "0\nZxid: 0x200000017\nMode: follower\nNode count: 1208\n");
    words.answer("cons", "cons is not executed because it is not in the whitelist.\n");
    words.page("/commands",
               "<a href=\"/commands/monitor\">monitor</a><a href=\"/commands/watches\">watches</a>");
    words.page("/commands/monitor", R"({"version":"3.8.0","server_state":"follower","error":null})");
    const Ensemble shown = scene == "server-fifteen"_L1 ? large() : Stage::ensemble(u"orders"_s, 3);
    stage.addHealthy(shown);
    for (const Member &member : shown.members)
        stage.store.observeAddresses(shown.name, member.id, u"127.0.0.1"_s, words.port(), u"127.0.0.1"_s,
                                     words.port());
    const bool isPaused = scene == "server-paused"_L1;
    if (isPaused)
        stage.live(shown.name, 1, ContainerLife::Paused);
    window->showCluster(shown.name);
    showTab(Tab::Server);
    auto *page = window->findChild<ServerPage *>();
    if (scene == "server-fifteen"_L1)
        page->showMember(static_cast<int>(shown.members.size()));
    if (isPaused)
        QTest::qWait(300);
    return isPaused || chooseQuestion(scene);
}

bool Tour::chooseQuestion(const QString &scene)
{
    auto *page = window->findChild<ServerPage *>();
    auto *list = page->findChild<QTreeWidget *>();
    const bool isBlocked = scene == "server-blocked"_L1;
    const bool isPage = scene == "server-admin"_L1;
    if (isBlocked || isPage) {
        const QString wanted = isBlocked ? u"cons"_s : u"monitor"_s;
        const auto found = [list, wanted] {
            return list->findItems(wanted, Qt::MatchStartsWith | Qt::MatchRecursive);
        };
        if (!QTest::qWaitFor([&] { return !found().isEmpty(); }, patience))
            return false;
        list->setCurrentItem(found().first());
    }
    const QByteArray question = isBlocked ? "cons" : isPage ? "GET /commands/monitor" : "srvr";
    const bool asked = QTest::qWaitFor([&] { return words.asked().contains(question); }, patience);
    QTest::qWait(100);
    if (scene != "server-browser"_L1)
        return asked;
    auto *browser = findButton<QToolButton>(*page, ServerPage::tr("Open in Browser"));
    if (!browser)
        return false;
    browser->click(); // there is none
    QTest::qWait(100);
    return asked;
}

} // namespace zoodock::test
