// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "clusters/activityhistory.h"
#include "clusters/activitylog.h"
#include "clusters/clustermonitor.h"
#include "clusters/clusterrepository.h"
#include "clusters/clusterstore.h"
#include "clusters/clustertask.h"
#include "clusters/enginereach.h"
#include "core/settings.h"
#include "ui/activity/activitybar.h"
#include "ui/clusterpage.h"
#include "ui/clustersettings/clustersettingspage.h"
#include "ui/engineindicator.h"
#include "ui/look/icons.h"
#include "ui/look/plaintexts.h"
#include "ui/look/theme.h"
#include "ui/look/viewstates.h"
#include "ui/notices.h"
#include "ui/logs/logspage.h"
#include "ui/overview/overviewpage.h"
#include "ui/overview/selectionactions.h"
#include "ui/quickopen/quickopen.h"
#include "ui/settings/settingsdialog.h"
#include "ui/server/serverpage.h"
#include "ui/sidebar/sidebar.h"
#include "ui/start/clustercreator.h"
#include "ui/start/enginepage.h"
#include "ui/start/quickstart.h"
#include "ui/start/welcomepage.h"
#include "ui/windowmenus.h"
#include "ui/wizard/clusterwizard.h"
#include "ui/znodes/znodespage.h"

#include <QtCore/QPointer>
#include <QtGui/QAction>
#include <QtGui/QScreen>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStatusBar>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int smallestScreen = 1000; // narrower than any real one: a virtual display whose size means nothing

} // namespace

MainWindow::MainWindow(const UiServices &services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_history(new ActivityHistory(services.repository.folder() + "/../activity.jsonl"_L1, services.activity,
                                    this))
    , m_menus(new WindowMenus(services.settings, this))
    , m_selection(new SelectionActions(services, this))
    , m_creator(new ClusterCreator(services, this))
    , m_quickstart(new Quickstart(services, *m_creator, this))
    , m_lastCluster(services.settings.text(SettingKey::LastCluster))
{
    showTextsPlain();
    applyTheme(services.settings.text(SettingKey::Theme));
    setWindowTitle(tr("ZooDock"));
    setWindowIcon(applicationIcon());
    // Before the sidebar hears of it, which lets the page go at once.
    connect(&services.store, &ClusterStore::clusterAboutToBeRemoved, this, [this](const QString &name) {
        m_znodes->noteGoing(name);
        m_heir = name == m_clusterPage->cluster() ? m_services.store.heirOf(name) : QString();
    });
    build();
    m_menus->build(*m_selection);
    m_sidebar->setActions(m_selection);
    m_selection->addKeysTo(m_overview);
    connectParts();
    connectStore();
    // Three cards beside each other, where the screen has the room.
    const QSize comfortable(fontMetrics().averageCharWidth() * 214, fontMetrics().height() * 52);
    const QSize room = screen()->availableSize();
    resize(room.width() < smallestScreen ? comfortable : comfortable.boundedTo(room));
    restorePlace(*this, services.settings.value(SettingKey::WindowGeometry).toByteArray());
    m_viewStates = new ViewStates(services.settings, this);
    m_sidebar->setFoldedClusters(services.settings.value(SettingKey::FoldedClusters).toStringList());
    for (const QString &name : services.store.clusterNames())
        onClusterAdded(name);
    choosePage();
    refreshStatusBar();
    refreshCreation();
    m_history->keepUnread();
    showEarlierFailures();
}

MainWindow::~MainWindow()
{
    hide(); // what its pages then remember comes back to this window as a changed setting
}

void MainWindow::build()
{
    m_notices = new Notices(m_services.store, this); // before the sidebar, which leaves what is about to go
    m_sidebar = new Sidebar(m_services.store, m_menus->newThree, this);
    m_welcome = new WelcomePage(m_menus->newThree, m_menus->newCluster, this);
    m_enginePage = new EnginePage(m_services, this);
    m_clusterPage = new ClusterPage(this);
    m_overview = new OverviewPage(m_services, this);
    m_clusterPage->addView(m_overview, {}, tr("Overview"));
    m_znodes = new ZnodesPage(m_services, this);
    m_clusterPage->addView(m_znodes, {}, tr("Znodes"));
    m_clusterPage->addView(new LogsPage(m_services, this), {}, tr("Logs"));
    m_clusterPage->addView(new ServerPage(m_services, this), {}, tr("Server"));
    m_clusterSettings = new ClusterSettingsPage(m_services, this);
    m_clusterPage->addView(m_clusterSettings, {}, tr("Settings"));
    m_activity = new ActivityBar(m_services.activity, this);
    m_pages = new QStackedWidget(this);
    for (QWidget *page : {static_cast<QWidget *>(m_welcome), static_cast<QWidget *>(m_enginePage),
                          static_cast<QWidget *>(m_clusterPage)})
        m_pages->addWidget(page);

    auto *right = new QWidget(this);
    auto *layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notices);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_activity);
    m_splitter = new QSplitter(this);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({fontMetrics().averageCharWidth() * 44, fontMetrics().averageCharWidth() * 146});
    setCentralWidget(m_splitter);

    m_engine = new EngineIndicator(this);
    m_counts = new QLabel(this);
    m_counts->setContentsMargins(8, 0, 12, 0);
    statusBar()->addWidget(m_engine);
    statusBar()->addPermanentWidget(m_counts);
}

void MainWindow::onSettingChanged(SettingKey key)
{
    if (key == SettingKey::DockerContext) {
        choosePage();
        refreshStatusBar();
    } else if (key == SettingKey::Language && m_services.activity.runningCount() > 0) {
        say(tr("The language changes as soon as what runs now has ended."));
    }
}

void MainWindow::refreshCreation()
{
    const bool busy = m_creator->isBusy();
    const EngineStatus engine = m_services.store.engine(m_services.newClusterContext());
    const bool silent = engine.reach == EngineStatus::Reach::Silent;
    m_welcome->setBusy(busy);
    m_menus->newThree->setEnabled(!busy && !silent);
    m_menus->newThree->setToolTip(
        silent ? silenceSentence(engine)
               : tr("Create and start a cluster of three members, with every default"));
    m_menus->newCluster->setEnabled(!busy);
}

void MainWindow::showCluster(const QString &name)
{
    // It may be about to be made: then it is shown as soon as it is there.
    m_lastCluster = m_services.store.cluster(name) ? QString() : name;
    if (!m_lastCluster.isEmpty())
        return;
    m_sidebar->select(name);
    m_clusterPage->showCluster(name);
    m_clusterPage->showMember(0);
    choosePage();
}

void MainWindow::quickstart(const QString &name, int members)
{
    m_quickstart->run(name, members);
}

void MainWindow::onClusterAdded(const QString &name)
{
    const ClusterStatus *const added = m_services.store.cluster(name);
    if (!added) // who heard it before us took it out again
        return;
    // What others started, or another program makes meanwhile, does not push itself forward.
    const bool isBeginning = !isVisible() || !m_services.monitor.isSettled();
    const bool first =
        isBeginning && !m_services.store.cluster(m_clusterPage->cluster()) && added->isManaged();
    if (name == m_lastCluster || first) {
        const QString awaited = name == m_lastCluster ? QString() : m_lastCluster;
        m_sidebar->select(name);
        m_clusterPage->showCluster(name);
        m_lastCluster = awaited;
    }
    choosePage();
    refreshStatusBar();
}

void MainWindow::onClusterRemoved(const QString &name)
{
    if (const QString heir = std::exchange(m_heir, {}); !heir.isEmpty())
        showCluster(heir);
    else if (name == m_clusterPage->cluster())
        showNoCluster();
    choosePage();
    refreshStatusBar();
}

void MainWindow::showNoCluster()
{
    m_sidebar->select({});
    m_clusterPage->showCluster({});
    m_clusterPage->showMember(0);
    choosePage();
    refreshStatusBar();
}

void MainWindow::choosePage()
{
    const EngineStatus engine = shownEngine();
    QWidget *page = m_welcome;
    if (m_services.store.cluster(m_clusterPage->cluster())) {
        page = m_clusterPage;
    } else if (engine.reach == EngineStatus::Reach::Silent) {
        m_enginePage->setEngine(engine);
        page = m_enginePage;
    }
    m_pages->setCurrentWidget(page);
    m_notices->setShownCluster(page == m_clusterPage ? m_clusterPage->cluster() : QString());
    // Only there a failure has a banner of its own.
    const bool overview = page == m_clusterPage && m_clusterPage->currentWidget() == m_overview;
    m_activity->setShownCluster(overview ? m_clusterPage->cluster() : QString());
    const bool znodes = page == m_clusterPage && m_clusterPage->currentWidget() == m_znodes;
    m_activity->setShownZnodes(znodes ? m_clusterPage->cluster() : QString());
}

EngineStatus MainWindow::shownEngine() const
{
    const ClusterStatus *shown = m_services.store.cluster(m_clusterPage->cluster());
    return m_services.store.engine(shown ? shown->ensemble.context : m_services.newClusterContext());
}

void MainWindow::refreshStatusBar()
{
    m_engine->setStatus(shownEngine());
    const QStringList names = m_services.store.clusterNames();
    int members = 0;
    for (const QString &name : names)
        members += int(m_services.store.cluster(name)->members.size());
    m_counts->setText(
        tr("%1, %2", "clusters, members")
            .arg(tr("%Ln cluster(s)", nullptr, int(names.size())), tr("%Ln member(s)", nullptr, members)));
}

void MainWindow::newCluster()
{
    openWizard(new ClusterWizard(m_services, m_creator->freeName(), this));
}

void MainWindow::duplicateCluster(const QString &name)
{
    if (const ClusterStatus *status = m_services.store.cluster(name))
        openWizard(ClusterWizard::duplicating(status->ensemble, m_services, this));
}

void MainWindow::changeCreation(ClusterWizard *wizard, ClusterTask *ended)
{
    connect(wizard, &ClusterWizard::wanted, this, [this, ended = QPointer<ClusterTask>(ended)] {
        if (ended)
            m_services.activity.dismiss(ended);
    });
    openWizard(wizard);
}

void MainWindow::openWizard(ClusterWizard *wizard)
{
    connect(wizard, &ClusterWizard::wanted, m_creator, &ClusterCreator::createAsChosen);
    wizard->open();
}

void MainWindow::showSettings()
{
    (new SettingsDialog(m_services.settings, m_services.monitor, this))->open();
}

void MainWindow::quickOpen()
{
    auto *popup = new QuickOpen(m_services.store, *m_znodes, this);
    connect(popup, &QuickOpen::clusterWanted, this, &MainWindow::showCluster);
    connect(popup, &QuickOpen::memberWanted, this, [this](const QString &name, int memberId) {
        showCluster(name);
        m_sidebar->select(name, memberId);
        m_clusterPage->showMember(memberId);
    });
    connect(popup, &QuickOpen::znodeWanted, this, &MainWindow::showZnode);
    popup->popUp();
}

void MainWindow::showZnode(const ZnodePath &path)
{
    m_clusterPage->setCurrentWidget(m_znodes);
    m_znodes->openPath(path);
    m_znodes->setFocus(Qt::ShortcutFocusReason);
}

} // namespace zoodock
