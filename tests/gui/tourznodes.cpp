// SPDX-License-Identifier: GPL-3.0-or-later
// The scenes of the tour that show znodes, and what is asked about them.
#include "gui/tour.h"

#include "ui/znodes/aclpanel.h"
#include "ui/znodes/changes/acleditor.h"
#include "ui/znodes/changes/znodechanger.h"
#include "ui/znodes/connection/connectiondialog.h"
#include "ui/znodes/connection/connectionhint.h"
#include "ui/znodes/connection/connectionline.h"
#include "ui/znodes/connection/znodesession.h"
#include "ui/znodes/finding/searchpanel.h"
#include "ui/znodes/text/texteditor.h"
#include "ui/znodes/treepane.h"
#include "ui/znodes/valueview.h"
#include "ui/znodes/znodeactions.h"
#include "ui/znodes/znodespage.h"
#include "ui/znodes/znodetreeview.h"
#include "znodes/znodetransfer.h"

#include <QtTest/QTest>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabWidget>

namespace zoodock::test
{

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
    Ensemble ensemble = many ? large() : Stage::ensemble(u"orders"_s, 1);
    const auto port = zookeeper.address().section(u':', 1).toUShort();
    for (Member &member : ensemble.members)
        member.client.hostPort = port;
    if (scene == "znodes-down"_L1)
        zookeeper.setDown(true);
    stage.addHealthy(ensemble);
    window->showCluster(ensemble.name);
    showTab(Tab::Znodes);
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
    else if (scene == "znode-delete"_L1 || scene == "znodes-search"_L1)
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
    if (scene == "znodes-chroot"_L1) {
        if (!connectBelow(u"/payments/staging"_s))
            return false;
        const auto *hint = page->findChild<ConnectionHint *>();
        return QTest::qWaitFor([hint] { return hint->isVisible(); }, patience);
    }
    if (scene == "znode-lockout"_L1 || scene == "znode-anew"_L1)
        return playZnodeQuestion(scene);
    return scene.startsWith("znodes"_L1) || playZnodeDialog(scene);
}

/// Through the dialog of the connection.
bool Tour::connectBelow(const QString &chroot)
{
    Q_EMIT window->findChild<ConnectionLine *>()->settingsWanted();
    if (!waitForDialog())
        return false;
    auto *settings = window->findChild<ConnectionDialog *>();
    settings->findChild<QLineEdit *>()->setText(chroot);
    Q_EMIT settings->findChild<QDialogButtonBox *>()->accepted();
    return true;
}

bool Tour::editAcl()
{
    auto *page = window->findChild<ZnodesPage *>();
    page->findChild<QTabWidget *>()->setCurrentIndex(1);
    auto *panel = page->findChild<AclPanel *>();
    if (!QTest::qWaitFor([panel] { return panel->acl().has_value(); }, patience))
        return false;
    Q_EMIT panel->editWanted();
    return waitForDialog();
}

/// What is asked before something is lost.
bool Tour::playZnodeQuestion(const QString &scene)
{
    if (scene == "znode-lockout"_L1) {
        if (!editAcl())
            return false;
        dialog()->findChild<AclEditor *>()->setAcl({{u"ip"_s, u"10.0.0.7"_s, allPermissions}});
        Q_EMIT dialog()->findChild<QDialogButtonBox *>()->accepted();
        return QTest::qWaitFor([this] { return tops().size() == 3; }, patience);
    }
    auto &session = window->findChild<ZnodesPage *>()->session();
    ZnodeSpec spec;
    spec.path = ZnodePath::trusted(u"/orders/worker-1"_s);
    spec.kind = ZnodeKind::Ephemeral;
    ZnodeChange *change = session.editor().create(spec, window.get());
    bool made = false;
    QObject::connect(change, &ZnodeChange::finished, window.get(), [&made] { made = true; });
    change->start();
    if (!QTest::qWaitFor([&made] { return made; }, patience) || !connectBelow(u"/orders"_s))
        return false;
    return QTest::qWaitFor([this] { return dialog() && !dialog()->inherits("zoodock::ConnectionDialog"); },
                           patience);
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
    const auto compared = [this] {
        const auto *import = dialog() ? dialog()->findChild<QPushButton *>(u"znodeImport"_s) : nullptr;
        return import && import->isEnabled();
    };
    return QTest::qWaitFor(compared, patience);
}

/// Of two znodes that others have changed since.
void Tour::takeBackImport()
{
    auto *page = window->findChild<ZnodesPage *>();
    ZnodeUndo undo;
    undo.what = ZnodeUndo::What::Imported;
    for (const auto &[path, value] :
         {std::pair(u"/orders/config"_s, "{\n  \"timeout\": 2000,\n  \"retries\": 5\n}\n"_ba),
          std::pair(u"/orders/binary"_s, QByteArray::fromHex("aced0005"))}) {
        ZnodeRecord record;
        record.path = ZnodePath::trusted(path);
        record.value = value;
        undo.records += record;
    }
    page->session().setLastChange(undo);
    zookeeper.set(u"/orders/config"_s, "{\n  \"timeout\": 9000,\n  \"retries\": 5\n}\n");
    zookeeper.set(u"/orders/binary"_s, QByteArray::fromHex("aced0006"));
    page->findChild<ZnodeChanger *>()->undo();
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
        return editAcl();
    } else if (scene == "znode-quick-open"_L1) {
        trigger(u"quickOpen"_s);
        if (!waitForDialog())
            return false;
        QTest::keyClicks(dialog()->findChild<QLineEdit *>(), u"r"_s);
    } else if (scene == "znode-import"_L1) {
        return openImport();
    } else if (scene == "znode-export"_L1) {
        page->actions().exportTree->trigger();
        if (!waitForDialog())
            return false;
        qobject_cast<QFileDialog *>(dialog())->setDirectory(stage.folder.path());
    } else if (scene == "znode-takeback"_L1) {
        takeBackImport();
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
