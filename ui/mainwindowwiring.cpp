// SPDX-License-Identifier: GPL-3.0-or-later
// Who hears whom in the window; and what was done before.
#include "ui/mainwindow.h"

#include "clusters/activityhistory.h"
#include "clusters/clustermonitor.h"
#include "clusters/clusterstore.h"
#include "core/settings.h"
#include "ui/activity/activitybar.h"
#include "ui/activity/historydialog.h"
#include "ui/clusterpage.h"
#include "ui/clustersettings/clustersettingspage.h"
#include "ui/look/viewstates.h"
#include "ui/notices.h"
#include "ui/overview/clusteractions.h"
#include "ui/overview/memberactions.h"
#include "ui/overview/overviewpage.h"
#include "ui/overview/selectionactions.h"
#include "ui/sidebar/sidebar.h"
#include "ui/start/clustercreator.h"
#include "ui/start/enginepage.h"
#include "ui/start/quickstart.h"
#include "ui/windowmenus.h"
#include "ui/wizard/clusterwizard.h"
#include "ui/znodes/znodespage.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QStatusBar>

namespace zoodock
{

namespace
{

constexpr int saidFor = 4000; // ms in the status bar

/// As the menu key does.
void openContextMenu(QWidget &widget)
{
    const QPoint position = widget.inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, position, widget.mapToGlobal(position));
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace

void MainWindow::connectParts()
{
    connect(m_menus->newThree, &QAction::triggered, this,
            [this] { m_creator->create(m_creator->freeName(), 3); });
    connect(m_menus->newCluster, &QAction::triggered, this, &MainWindow::newCluster);
    connect(m_selection, &SelectionActions::duplicateWanted, this, &MainWindow::duplicateCluster);
    connect(m_menus->refresh, &QAction::triggered, this, [this] { m_services.monitor.refresh(); });
    connect(m_menus->refresh, &QAction::triggered, m_znodes, &ZnodesPage::refresh);
    connect(m_menus->quickOpen, &QAction::triggered, this, &MainWindow::quickOpen);
    connect(m_enginePage, &EnginePage::refreshWanted, m_menus->refresh, &QAction::trigger);
    connect(m_menus->showActivity, &QAction::toggled, m_activity, &ActivityBar::setExpanded);
    connect(m_activity, &ActivityBar::expandedChanged, m_menus->showActivity, &QAction::setChecked);
    connect(m_menus->preferences, &QAction::triggered, this, &MainWindow::showSettings);
    connect(&m_services.settings, &Settings::changed, this, &MainWindow::onSettingChanged);
    connect(m_menus->showHistory, &QAction::triggered, this, &MainWindow::showHistory);
    connect(m_activity, &ActivityBar::historyWanted, this, &MainWindow::showHistory);
    connect(m_history, &ActivityHistory::answered, m_activity,
            [this] { m_activity->keepEarlierFailures(m_history->unreadBefore()); });
    // The key for context menus of keyboards that have none of their own.
    const auto *menuKey = new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F10), this);
    connect(menuKey, &QShortcut::activated, this, [this] {
        if (QWidget *widget = focusWidget())
            openContextMenu(*widget);
    });
    connect(m_menus->quit, &QAction::triggered, this, &MainWindow::requestQuit);
    connectCopying();
    connectClusterSettings();
    connectBrowsing();
    connect(m_overview, &OverviewPage::engineHelpWanted, this, &MainWindow::showNoCluster);
    connect(m_overview, &OverviewPage::commandsWanted, m_activity, &ActivityBar::showCommands);
    connect(m_clusterPage, &ClusterPage::said, this, &MainWindow::say);
    connect(m_clusterPage, &QTabWidget::currentChanged, this, &MainWindow::choosePage);
    connect(m_enginePage, &EnginePage::copied, this, &MainWindow::say);
    connect(m_selection, &SelectionActions::said, this, &MainWindow::say);
    connect(m_overview, &OverviewPage::memberFocused, this,
            [this](int memberId) { m_sidebar->select(m_clusterPage->cluster(), memberId); });
    connect(m_sidebar, &Sidebar::selected, this, [this](const QString &name, int memberId) {
        // Nothing is selected where the shown one has gone: should it come back, it is shown again.
        m_lastCluster = name.isEmpty() ? m_clusterPage->cluster() : QString();
        m_clusterPage->showCluster(name);
        m_clusterPage->showMember(memberId);
        choosePage();
    });
    connect(m_sidebar, &Sidebar::targetsChanged, m_overview, &OverviewPage::markSelected);
    connect(m_quickstart, &Quickstart::ready, this, &MainWindow::showCluster);
    connect(m_notices, &Notices::showWanted, this, &MainWindow::showCluster);
    connect(m_creator, &ClusterCreator::busyChanged, this, &MainWindow::refreshCreation);
    connect(m_creator, &ClusterCreator::changeWanted, this,
            [this](const Ensemble &wish, ClusterCreator::Ports ports, ClusterTask *ended) {
                const auto kept = ports == ClusterCreator::Ports::AsChosen ? ClusterWizard::Ports::Kept
                                                                           : ClusterWizard::Ports::Proposed;
                changeCreation(ClusterWizard::changing(wish, kept, m_services, this), ended);
            });
}

void MainWindow::say(const QString &sentence)
{
    statusBar()->showMessage(sentence, saidFor);
}

void MainWindow::showEarlierFailures()
{
    m_activity->setEarlierFailures(m_history->unreadBefore());
}

void MainWindow::showHistory()
{
    auto *dialog = new HistoryDialog(m_history->tasks(), this);
    m_history->markRead(m_history->unreadBefore());
    m_activity->setEarlierFailures({});
    auto *states = new ViewStates(m_services.settings, dialog);
    connect(dialog, &QDialog::finished, states, &ViewStates::remember);
    dialog->open();
}

/// What is copied is what the page shows.
void MainWindow::connectCopying()
{
    const ClusterActions &shown = m_overview->actions();
    const ClusterActions &clusters = m_selection->clusters();
    connect(clusters.copyHostString, &QAction::triggered, shown.copyHostString, &QAction::trigger);
    connect(clusters.copyNetworkString, &QAction::triggered, shown.copyNetworkString, &QAction::trigger);
    const MemberActions &members = m_selection->members();
    connect(members.copyAddress, &QAction::triggered, this, [this] {
        if (const MemberActions *actions = m_overview->currentMemberActions())
            actions->copyAddress->trigger();
    });
    connect(members.copyEverything, &QAction::triggered, this, [this] {
        if (const MemberActions *actions = m_overview->currentMemberActions())
            actions->copyEverything->trigger();
    });
}

void MainWindow::connectBrowsing()
{
    const auto browse = [this](const QString &cluster, int memberId) {
        m_clusterPage->showCluster(cluster);
        m_clusterPage->setCurrentWidget(m_znodes);
        m_znodes->connectTo(memberId);
        m_znodes->setFocus(Qt::OtherFocusReason);
    };
    connect(m_overview, &OverviewPage::znodesWanted, this,
            [this, browse](int memberId) { browse(m_clusterPage->cluster(), memberId); });
    connect(m_znodes, &ZnodesPage::clusterWanted, this, [this](const QString &cluster) {
        showCluster(cluster);
        m_clusterPage->setCurrentWidget(m_znodes);
    });
    connect(m_selection->members().browse, &QAction::triggered, this, [this, browse] {
        for (const Target &target : m_selection->targets()) {
            if (!target.members.isEmpty())
                return browse(target.cluster, target.members.first());
        }
    });
}

void MainWindow::connectClusterSettings()
{
    connect(m_clusterSettings, &ClusterSettingsPage::duplicateWanted, this, &MainWindow::duplicateCluster);
    connect(m_clusterSettings, &ClusterSettingsPage::attentionWanted, this, [this](const QString &name) {
        showCluster(name);
        m_clusterPage->setCurrentWidget(m_clusterSettings);
    });
    connect(m_overview, &OverviewPage::portsWanted, this, [this] {
        m_clusterPage->setCurrentWidget(m_clusterSettings);
        m_clusterSettings->showPorts();
    });
}

void MainWindow::connectStore()
{
    const ClusterStore &store = m_services.store;
    connect(&store, &ClusterStore::clusterAdded, this, &MainWindow::onClusterAdded);
    connect(&store, &ClusterStore::clusterRemoved, this, &MainWindow::onClusterRemoved);
    connect(&store, &ClusterStore::clusterReset, this, &MainWindow::refreshStatusBar);
    connect(&store, &ClusterStore::engineChanged, this, [this] {
        choosePage();
        refreshStatusBar();
        refreshCreation();
    });
}

} // namespace zoodock
