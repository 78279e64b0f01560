// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowmenus.h"

#include "core/settings.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/overview/clusteractions.h"
#include "ui/overview/memberactions.h"
#include "ui/overview/selectionactions.h"

#include <QtGui/QActionGroup>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QMessageBox>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

WindowMenus::WindowMenus(Settings &settings, QMainWindow *window)
    : QObject(window)
    , newThree(new QAction(actionIcon(u"new"_s), tr("New &3-Node Cluster"), this))
    , newCluster(new QAction(tr("&New Cluster…"), this))
    , refresh(new QAction(actionIcon(u"refresh"_s), tr("&Refresh"), this))
    , quickOpen(new QAction(tr("Quick &Open…"), this))
    , showActivity(new QAction(tr("Show &Activity"), this))
    , showHistory(new QAction(tr("Activity &History…"), this))
    , preferences(new QAction(tr("Sett&ings…"), this))
    , quit(new QAction(actionIcon(u"quit"_s), tr("&Quit"), this))
    , m_settings(settings)
    , m_window(window)
{
    newThree->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    newThree->setToolTip(tr("Create and start a cluster of three members, with every default"));
    newCluster->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
    refresh->setShortcut(QKeySequence(Qt::Key_F5));
    refresh->setToolTip(tr("Ask the engines and all members again now"));
    quickOpen->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    quickOpen->setToolTip(tr("Go to a cluster, a member or a znode by its name"));
    quickOpen->setObjectName(u"quickOpen"_s);
    showActivity->setCheckable(true);
    showHistory->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_H));
    showHistory->setObjectName(u"showHistory"_s);
    preferences->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
    preferences->setMenuRole(QAction::PreferencesRole);
    preferences->setObjectName(u"settings"_s);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
}

void WindowMenus::build(const SelectionActions &selection)
{
    QMenuBar *bar = m_window->menuBar();
    const ClusterActions &actions = selection.clusters();
    QMenu *cluster = bar->addMenu(tr("&Cluster"));
    cluster->setToolTipsVisible(true);
    cluster->addActions({newCluster, newThree});
    cluster->addSeparator();
    cluster->addActions(actions.all());
    cluster->insertSeparator(actions.copyHostString);
    cluster->addSeparator();
    cluster->addActions({preferences, quit});
    const MemberActions &members = selection.members();
    QMenu *member = bar->addMenu(tr("&Member"));
    member->setToolTipsVisible(true);
    member->addActions(members.all());
    member->insertSeparator(members.browse);
    QMenu *view = bar->addMenu(tr("&View"));
    view->addActions({quickOpen, refresh, showActivity, showHistory});
    fillThemes(view->addMenu(tr("&Theme")));
    QAction *about = bar->addMenu(tr("&Help"))->addAction(tr("&About ZooDock"));
    about->setMenuRole(QAction::AboutRole);
    about->setObjectName(u"about"_s);
    connect(about, &QAction::triggered, this, &WindowMenus::showAbout);
}

void WindowMenus::fillThemes(QMenu *menu)
{
    auto *group = new QActionGroup(this);
    const QString now = m_settings.text(SettingKey::Theme);
    const QList<std::pair<QString, QString>> themes{
        {u"system"_s, tr("As the &System")}, {u"light"_s, tr("&Light")}, {u"dark"_s, tr("&Dark")}};
    for (const auto &[theme, text] : themes) {
        QAction *action = menu->addAction(text);
        action->setObjectName(u"theme-"_s + theme);
        action->setCheckable(true);
        action->setChecked(theme == now);
        group->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, theme = theme] { m_settings.setValue(SettingKey::Theme, theme); });
        connect(&m_settings, &Settings::changed, action, [this, action, theme = theme](SettingKey key) {
            if (key != SettingKey::Theme || m_settings.text(SettingKey::Theme) != theme)
                return;
            action->setChecked(true);
            applyTheme(theme);
        });
    }
}

void WindowMenus::showAbout()
{
    auto *box = new QMessageBox(m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About ZooDock"));
    box->setIconPixmap(applicationIcon().pixmap(64, 64));
    box->setText(tr("ZooDock %1").arg(QApplication::applicationVersion()));
    box->setInformativeText(tr("Models ZooKeeper clusters and runs them as Docker containers.\n\nFree "
                               "software under the GNU General "
                               "Public License, version 3 or later. Made with Qt %1.")
                                .arg(QLatin1StringView(qVersion())));
    box->open();
}

} // namespace zoodock
