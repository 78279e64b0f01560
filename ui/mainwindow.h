// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quitquestion.h"
#include "ui/uiservices.h"

#include "clusters/clusterstatus.h"
#include "core/settings.h"

#include <QtWidgets/QMainWindow>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace zoodock
{

class ActivityBar;
class ActivityHistory;
class ClusterCreator;
class ClusterTask;
class ClusterWizard;
class ClusterPage;
class ClusterSettingsPage;
class EngineIndicator;
class EnginePage;
class Notices;
class OverviewPage;
class Quickstart;
class SelectionActions;
class Sidebar;
class ViewStates;
class WelcomePage;
class WindowMenus;
class ZnodePath;
class ZnodesPage;

/// The frame: sidebar, the page of what is selected, activity, status bar. Pages own their actions.
class MainWindow : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)
public:
    explicit MainWindow(const UiServices &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Selects a cluster in the sidebar and shows its overview.
    void showCluster(const QString &name);
    /// Creates a cluster with `members` participants and every default (free ports, the default image), or,
    /// if it exists, starts its stopped members; then shows it. What the welcome page's large button and
    /// --quickstart do.
    void quickstart(const QString &name, int members = 3);
    /// Stores geometry and selection, so that the next window opens like this one.
    void remember();

protected:
    /// Asks first if a person closes the window while something runs; a close() by code is not asked about.
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void showHistory();
    void showEarlierFailures();
    void connectParts();
    void connectCopying();
    void connectBrowsing();
    void connectStore();
    void onSettingChanged(SettingKey key);
    void onClusterAdded(const QString &name);
    void onClusterRemoved(const QString &name);
    void showNoCluster();
    void choosePage();
    [[nodiscard]] EngineStatus shownEngine() const;
    void refreshStatusBar();
    /// For a moment, in place of what the status bar shows.
    void say(const QString &sentence);
    void newCluster();
    void duplicateCluster(const QString &name);
    /// In place of what `ended`, which is dismissed once that is asked for.
    void changeCreation(ClusterWizard *wizard, ClusterTask *ended);
    void openWizard(ClusterWizard *wizard);
    /// Whether a cluster can be created now.
    void refreshCreation();
    void showSettings();
    void connectClusterSettings();
    [[nodiscard]] QuitRisks risks() const;
    void quickOpen();
    void showZnode(const ZnodePath &path);
    void requestQuit();

    UiServices m_services;
    ActivityHistory *m_history;
    WindowMenus *m_menus;
    SelectionActions *m_selection;
    ClusterCreator *m_creator;
    Quickstart *m_quickstart;
    QString m_heir;        ///< the new name of the cluster that is shown and about to go
    QString m_lastCluster; ///< to be shown as soon as it is there: of the run before, or just made
    ViewStates *m_viewStates = nullptr;
    QSplitter *m_splitter = nullptr;
    Sidebar *m_sidebar = nullptr;
    QStackedWidget *m_pages = nullptr;
    Notices *m_notices = nullptr;
    WelcomePage *m_welcome = nullptr;
    EnginePage *m_enginePage = nullptr;
    ClusterPage *m_clusterPage = nullptr;
    OverviewPage *m_overview = nullptr;
    ZnodesPage *m_znodes = nullptr;
    ClusterSettingsPage *m_clusterSettings = nullptr;
    ActivityBar *m_activity = nullptr;
    EngineIndicator *m_engine = nullptr;
    QLabel *m_counts = nullptr;
};

} // namespace zoodock
