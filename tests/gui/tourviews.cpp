// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tour.h"

#include "ui/logs/findbar.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logspage.h"
#include "ui/logs/logview.h"
#include "ui/server/serverpage.h"
#include "ui/znodes/aclpanel.h"
#include "ui/znodes/connection/connectionline.h"
#include "ui/znodes/hexview.h"
#include "ui/znodes/searchpanel.h"
#include "ui/znodes/texteditor.h"
#include "ui/znodes/treepane.h"
#include "ui/znodes/valueview.h"
#include "ui/znodes/znodeactions.h"
#include "ui/znodes/connection/znodesession.h"
#include "ui/znodes/znodespage.h"
#include "ui/znodes/znodetreeview.h"
#include "znodes/znodetransfer.h"

#include <QtTest/QTest>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeWidget>

namespace zoodock::test
{

namespace
{

enum Tab { ZnodesTab = 1, LogsTab = 2, ServerTab = 3 };

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
    const QString name = many ? u"payments-and-invoicing-integration-test9"_s : u"orders"_s;
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
    stage.addHealthy(name, many ? 11 : 3, many ? 4 : 0);
    window->showCluster(name);
    showTab(LogsTab);
    auto *page = window->findChild<LogsPage *>();
    if (scene == "logs-none"_L1) {
        QTest::qWait(300);
        return true;
    }
    const auto rows = [page] { return page->findChild<LogPane *>()->model().rowCount(); };
    if (!QTest::qWaitFor([&] { return rows() >= 7 * count; }, patience))
        return false;
    if (many)
        return true;
    if (scene == "logs-side"_L1) {
        for (QToolButton *button : page->findChildren<QToolButton *>()) {
            if (button->text() == LogsPage::tr("Side by side"))
                button->click();
        }
        return true;
    }
    page->findChild<FindBar *>()->open();
    page->findChild<QLineEdit *>(u"findText"_s)->setText(u"channel"_s);
    LogView &view = page->findChild<LogPane *>()->view();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {300, view.fontMetrics().height() * 4});
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
    stage.addHealthy(u"orders"_s);
    for (int id = 1; id <= 3; ++id)
        stage.store.observeAddresses(u"orders"_s, id, u"127.0.0.1"_s, words.port(), u"127.0.0.1"_s,
                                     words.port());
    window->showCluster(u"orders"_s);
    showTab(ServerTab);
    auto *page = window->findChild<ServerPage *>();
    auto *list = page->findChild<QTreeWidget *>();
    if (scene != "server"_L1) {
        const QString wanted = scene == "server-blocked"_L1 ? u"cons"_s : u"monitor"_s;
        const auto found = [list, wanted] {
            return list->findItems(wanted, Qt::MatchStartsWith | Qt::MatchRecursive);
        };
        if (!QTest::qWaitFor([&] { return !found().isEmpty(); }, patience))
            return false;
        list->setCurrentItem(found().first());
    }
    const QByteArray question = scene == "server"_L1           ? "srvr"
                                : scene == "server-blocked"_L1 ? "cons"
                                                               : "GET /commands/monitor";
    const bool asked = QTest::qWaitFor([&] { return words.asked().contains(question); }, patience);
    QTest::qWait(100);
    return asked;
}

void Tour::plantZnodes()
{
    zookeeper.create(u"/zookeeper"_s);
    zookeeper.create(u"/zookeeper/config"_s, "server.1=zoo1:2888:3888:participant;0.0.0.0:2181");
    zookeeper.create(u"/brokers"_s);
    for (int i = 0; i < 40; ++i)
        zookeeper.create(u"/brokers/broker-%1"_s.arg(i), "{\"host\":\"kafka" + QByteArray::number(i) + "\"}",
                         0x100000000000001LL);
    zookeeper.create(u"/orders"_s, "");
    zookeeper.create(
        u"/orders/config"_s,
        "{\n  \"timeout\": 4000,\n  \"retries\": 3,\n  \"regions\": [\"eu-west\", \"ap-south\"],\n"
        "  \"dryRun\": false,\n  \"owner\": \"Zoë 订单\"\n}\n");
    zookeeper.create(u"/orders/binary"_s, QByteArray::fromHex("aced000573720011") + QByteArray(300, '\x7f'));
    zookeeper.create(u"/orders/leader-election-candidates-of-the-integration-test-environment"_s, "x");
    zookeeper.set(u"/orders/config"_s,
                  "{\n  \"timeout\": 4000,\n  \"retries\": 5,\n  \"regions\": [\"eu-west\", "
                  "\"ap-south\"],\n  \"dryRun\": false,\n  \"owner\": \"Zoë 订单\"\n}\n");
}

bool Tour::playZnodes(const QString &scene)
{
    plantZnodes();
    const bool many = scene == "znodes-fifteen"_L1;
    Ensemble ensemble = many ? Stage::ensemble(u"payments-and-invoicing-integration-test9"_s, 11, 4)
                             : Stage::ensemble(u"orders"_s, 1);
    const auto port = zookeeper.address().section(u':', 1).toUShort();
    for (Member &member : ensemble.members)
        member.client.hostPort = port;
    if (scene == "znodes-down"_L1)
        zookeeper.setDown(true);
    stage.addHealthy(ensemble);
    window->showCluster(ensemble.name);
    showTab(ZnodesTab);
    auto *page = window->findChild<ZnodesPage *>();
    auto &session = page->session();
    if (scene == "znodes-down"_L1) {
        QTest::qWait(800);
        return true;
    }
    const auto connected = [&] { return session.connection().state() == ZnodeConnection::State::Connected; };
    if (!QTest::qWaitFor(connected, patience))
        return false;
    QString path = u"/orders/config"_s;
    if (scene == "znodes-hex"_L1)
        path = u"/orders/binary"_s;
    else if (scene == "znode-delete"_L1)
        path = u"/brokers"_s;
    else if (scene == "znodes-long"_L1)
        path = u"/orders/leader-election-candidates-of-the-integration-test-environment"_s;
    page->goTo(ZnodePath::parse(path).value());
    const auto shown = [&] {
        return page->path() && page->path()->text() == path && page->valueView()->base();
    };
    if (!QTest::qWaitFor(shown, patience))
        return false;
    ZnodeTreeView *tree = page->treePane()->view();
    if (!many)
        tree->setFocus();
    QTest::qWait(200);
    auto *details = page->findChild<QTabWidget *>();
    if (scene == "znodes-access"_L1)
        details->setCurrentIndex(1);
    if (scene == "znodes-changes"_L1) {
        details->setCurrentIndex(2);
        for (int retries = 6; retries < 9; ++retries) {
            zookeeper.set(path,
                          "{\n  \"timeout\": 4000,\n  \"retries\": " + QByteArray::number(retries) + "\n}\n");
            QTest::qWait(150);
        }
    }
    if (scene == "znodes-search"_L1) {
        page->actions().search->trigger();
        auto *search = page->findChild<SearchPanel *>();
        search->field()->setText(u"broker-1"_s);
        QTest::keyClick(search->field(), Qt::Key_Return);
        QTest::qWait(400);
    }
    if (scene == "znodes-edited"_L1)
        QTest::keyClicks(page->valueView()->editor()->field(), u"// mine"_s);
    QTest::qWait(100);
    return scene.startsWith("znodes"_L1) || playZnodeDialog(scene);
}

bool Tour::openImport()
{
    ZnodeDump dump;
    for (const auto &[path, value] : {std::pair("/", ""), std::pair("/config", "{}"), std::pair("/queue", ""),
                                      std::pair("/queue/task-1", "x")}) {
        ZnodeRecord record;
        record.path = ZnodePath::parse(QString::fromLatin1(path)).value();
        record.value = value;
        record.acl = openAcl();
        dump.records += record;
    }
    dump.exportedFrom = ZnodePath::parse(u"/orders"_s).value();
    dump.exportedAt = stage.clock.utc();
    QFile file(stage.folder.filePath(u"orders.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(toJson(dump)) < 0)
        return false;
    file.close();
    trigger(u"znodeImport"_s);
    if (!waitForDialog())
        return false;
    auto *name = dialog()->findChild<QLineEdit *>();
    name->setText(file.fileName());
    QTest::keyClick(name, Qt::Key_Return);
    return QTest::qWaitFor([this] { return dialog() && !qobject_cast<QFileDialog *>(dialog()); }, patience);
}

bool Tour::playZnodeDialog(const QString &scene)
{
    auto *page = window->findChild<ZnodesPage *>();
    if (scene == "znode-new"_L1) {
        page->actions().create->trigger();
    } else if (scene == "znode-delete"_L1) {
        page->actions().remove->trigger();
    } else if (scene == "znode-connection"_L1) {
        Q_EMIT page->findChild<ConnectionLine *>()->settingsWanted();
    } else if (scene == "znode-acl"_L1) {
        page->findChild<QTabWidget *>()->setCurrentIndex(1);
        auto *panel = page->findChild<AclPanel *>();
        if (!QTest::qWaitFor([panel] { return panel->acl().has_value(); }, patience))
            return false;
        Q_EMIT panel->editWanted();
    } else if (scene == "znode-quick-open"_L1) {
        trigger(u"quickOpen"_s);
        if (!waitForDialog())
            return false;
        QTest::keyClicks(dialog()->findChild<QLineEdit *>(), u"r"_s);
    } else if (scene == "znode-import"_L1) {
        return openImport();
    } else {
        QTest::keyClicks(page->valueView()->editor()->field(), u"// mine"_s);
        zookeeper.refusal = [](int type, const QString &) {
            return type == FakeZooKeeper::SetData ? -103 : 0;
        };
        zookeeper.set(u"/orders/config"_s, "{\n  \"timeout\": 9000,\n  \"retries\": 5\n}\n");
        Q_EMIT page->valueView()->saveWanted();
    }
    return waitForDialog();
}

} // namespace zoodock::test
