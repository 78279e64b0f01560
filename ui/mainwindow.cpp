// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "clusters/activitylog.h"
#include "clusters/clustermonitor.h"
#include "clusters/clusterstore.h"
#include "core/settings.h"
#include "ui/activity/activitybar.h"
#include "ui/engineindicator.h"
#include "ui/look/banner.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/overview/clusteractions.h"
#include "ui/overview/overviewpage.h"
#include "ui/sidebar/sidebar.h"
#include "ui/start/clustercreator.h"
#include "ui/start/enginepage.h"
#include "ui/start/newclusterdialog.h"
#include "ui/start/quickstart.h"
#include "ui/start/welcomepage.h"

#include <QtGui/QActionGroup>
#include <QtGui/QCloseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStatusBar>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int saidFor = 4000; // ms in the status bar

} // namespace

MainWindow::MainWindow(const UiServices &services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_creator(new ClusterCreator(services, this))
    , m_quickstart(new Quickstart(services, *m_creator, this))
    , m_lastCluster(services.settings.text(SettingKey::LastCluster))
{
    applyTheme(services.settings.text(SettingKey::Theme));
    setWindowTitle(tr("ZooDock"));
    setWindowIcon(applicationIcon());
    makeActions();
    build();
    makeMenus();
    connectParts();
    connectStore();
    resize(fontMetrics().averageCharWidth() * 190, fontMetrics().height() * 46);
    restoreGeometry(services.settings.value(SettingKey::WindowGeometry).toByteArray());
    m_splitter->restoreState(services.settings.value(SettingKey::SplitterState).toByteArray());
    for (const QString &name : services.store.clusterNames())
        onClusterAdded(name);
    choosePage();
    refreshStatusBar();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeActions()
{
    m_newThree = new QAction(actionIcon(u"new"_s), tr("New &3-Node Cluster"), this);
    m_newThree->setShortcut(QKeySequence::New);
    m_newThree->setToolTip(tr("Create and start a cluster of three members, with every default"));
    m_new = new QAction(tr("&New Cluster…"), this);
    m_new->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    m_refresh = new QAction(actionIcon(u"refresh"_s), tr("&Refresh"), this);
    m_refresh->setShortcut(QKeySequence(Qt::Key_F5));
    m_refresh->setToolTip(tr("Ask the engines and all members again now"));
    m_showActivity = new QAction(tr("Show &Activity"), this);
    m_showActivity->setCheckable(true);
    m_quit = new QAction(actionIcon(u"quit"_s), tr("&Quit"), this);
    m_quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    m_quit->setMenuRole(QAction::QuitRole);
}

void MainWindow::build()
{
    m_sidebar = new Sidebar(m_services.store, m_newThree, this);
    m_welcome = new WelcomePage(m_newThree, m_new, this);
    m_enginePage = new EnginePage(this);
    m_overview = new OverviewPage(m_services, this);
    m_activity = new ActivityBar(m_services.activity, *m_creator, this);
    m_pages = new QStackedWidget(this);
    for (QWidget *page : {static_cast<QWidget *>(m_welcome), static_cast<QWidget *>(m_enginePage),
                          static_cast<QWidget *>(m_overview)})
        m_pages->addWidget(page);

    auto *right = new QWidget(this);
    auto *layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_notices = new QVBoxLayout;
    m_notices->setSpacing(8);
    layout->addLayout(m_notices);
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

void MainWindow::makeMenus()
{
    const ClusterActions &actions = m_overview->actions();
    QMenu *cluster = menuBar()->addMenu(tr("&Cluster"));
    cluster->setToolTipsVisible(true);
    cluster->addActions({m_newThree, m_new});
    cluster->addSeparator();
    cluster->addActions(actions.all());
    cluster->insertSeparator(actions.copyHostString);
    cluster->addSeparator();
    cluster->addAction(m_quit);
    m_memberMenu = menuBar()->addMenu(tr("&Member"));
    m_memberMenu->setToolTipsVisible(true);
    connect(m_memberMenu, &QMenu::aboutToShow, this, &MainWindow::makeMemberMenu);
    makeMemberMenu();
    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addActions({m_refresh, m_showActivity});
    makeThemeMenu(view->addMenu(tr("&Theme")));
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&About ZooDock"), this, &MainWindow::showAbout)->setMenuRole(QAction::AboutRole);
    m_sidebar->setClusterActions(actions.all());
}

void MainWindow::makeThemeMenu(QMenu *menu)
{
    auto *group = new QActionGroup(this);
    const QString now = m_services.settings.text(SettingKey::Theme);
    const QList<std::pair<QString, QString>> themes{
        {u"system"_s, tr("As the &System")}, {u"light"_s, tr("&Light")}, {u"dark"_s, tr("&Dark")}};
    for (const auto &[theme, text] : themes) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(theme == now);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, theme = theme] {
            m_services.settings.setValue(SettingKey::Theme, theme);
            applyTheme(theme);
        });
    }
}

void MainWindow::makeMemberMenu()
{
    m_memberMenu->clear();
    if (const MemberActions *actions = m_overview->currentMemberActions()) {
        m_memberMenu->addActions(actions->all());
        m_memberMenu->insertSeparator(actions->copyAddress);
    } else {
        m_memberMenu->addAction(tr("No member is selected."))->setEnabled(false);
    }
}

void MainWindow::connectParts()
{
    connect(m_newThree, &QAction::triggered, this, [this] { m_creator->create(m_creator->freeName(), 3); });
    connect(m_new, &QAction::triggered, this, &MainWindow::newCluster);
    connect(m_refresh, &QAction::triggered, this, [this] { m_services.monitor.refresh(); });
    connect(m_enginePage, &EnginePage::refreshWanted, m_refresh, &QAction::trigger);
    connect(m_showActivity, &QAction::toggled, m_activity, &ActivityBar::setExpanded);
    connect(m_activity, &ActivityBar::expandedChanged, m_showActivity, &QAction::setChecked);
    connect(m_quit, &QAction::triggered, this, &MainWindow::requestQuit);
    connect(m_overview, &OverviewPage::commandsWanted, m_activity, &ActivityBar::showCommands);
    const auto say = [this](const QString &sentence) { statusBar()->showMessage(sentence, saidFor); };
    connect(m_overview, &OverviewPage::said, this, say);
    connect(m_enginePage, &EnginePage::copied, this, say);
    connect(m_overview, &OverviewPage::memberFocused, this,
            [this](int memberId) { m_sidebar->select(m_overview->cluster(), memberId); });
    connect(m_sidebar, &Sidebar::selected, this, [this](const QString &name, int memberId) {
        m_lastCluster.clear();
        m_overview->showCluster(name);
        m_overview->showMember(memberId);
        choosePage();
    });
    connect(m_quickstart, &Quickstart::ready, this, &MainWindow::showCluster);
    connect(m_creator, &ClusterCreator::failed, this, &MainWindow::showFailure);
    connect(m_creator, &ClusterCreator::busyChanged, this, [this](bool busy) {
        m_welcome->setBusy(busy);
        m_newThree->setEnabled(!busy);
        m_new->setEnabled(!busy);
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
    });
}

void MainWindow::showCluster(const QString &name)
{
    // It may be about to be made: then it is shown as soon as it is there.
    m_lastCluster = m_services.store.cluster(name) ? QString() : name;
    if (!m_lastCluster.isEmpty())
        return;
    m_sidebar->select(name);
    m_overview->showCluster(name);
    choosePage();
}

void MainWindow::quickstart(const QString &name, int members)
{
    m_quickstart->run(name, members);
}

void MainWindow::onClusterAdded(const QString &name)
{
    if (name == m_lastCluster || !m_services.store.cluster(m_overview->cluster())) {
        const QString awaited = name == m_lastCluster ? QString() : m_lastCluster;
        m_sidebar->select(name);
        m_overview->showCluster(name);
        m_lastCluster = awaited;
    }
    choosePage();
    refreshStatusBar();
}

void MainWindow::onClusterRemoved(const QString &name)
{
    if (name == m_overview->cluster()) {
        m_overview->showCluster(m_sidebar->selectedCluster());
        m_overview->showMember(0);
    }
    choosePage();
    refreshStatusBar();
}

void MainWindow::choosePage()
{
    const EngineStatus engine = shownEngine();
    QWidget *page = m_welcome;
    if (m_services.store.cluster(m_overview->cluster())) {
        page = m_overview;
    } else if (engine.reach == EngineStatus::Reach::Silent) {
        m_enginePage->setProblem(engine.problem.value_or(Error()));
        page = m_enginePage;
    }
    m_pages->setCurrentWidget(page);
}

EngineStatus MainWindow::shownEngine() const
{
    const ClusterStatus *shown = m_services.store.cluster(m_overview->cluster());
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
            .arg(tr("%n cluster(s)", nullptr, int(names.size())), tr("%n member(s)", nullptr, members)));
}

void MainWindow::newCluster()
{
    auto *dialog = new NewClusterDialog(m_services, m_creator->freeName(), this);
    connect(dialog, &NewClusterDialog::wanted, m_creator,
            qOverload<const Ensemble &>(&ClusterCreator::create));
    dialog->open();
}

void MainWindow::showFailure(const QString &cluster, const Error &error)
{
    auto *banner = new Banner({Glyph::Cross, Meaning::Down}, tr("“%1” was not created.").arg(cluster), this);
    banner->setDetails(error.message());
    connect(banner->addButton(tr("&Dismiss")), &QPushButton::clicked, banner, &QObject::deleteLater);
    m_notices->setContentsMargins(20, 12, 20, 0);
    m_notices->addWidget(banner);
}

void MainWindow::requestQuit()
{
    if (m_services.activity.runningCount() == 0) {
        close();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, tr("Quit ZooDock"),
                                tr("Quit while something is being changed?"), QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("What is half made then stays so. ZooDock offers to finish or to remove it when it is "
           "started again."));
    QPushButton *quit = box->addButton(tr("&Quit"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, quit](const QAbstractButton *clicked) {
        if (clicked == quit)
            close();
    });
    box->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (event->spontaneous() && m_services.activity.runningCount() > 0) {
        event->ignore();
        requestQuit();
        return;
    }
    remember();
    QMainWindow::closeEvent(event);
}

void MainWindow::remember()
{
    m_services.settings.setValue(SettingKey::WindowGeometry, saveGeometry());
    m_services.settings.setValue(SettingKey::SplitterState, m_splitter->saveState());
    if (!m_overview->cluster().isEmpty())
        m_services.settings.setValue(SettingKey::LastCluster, m_overview->cluster());
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About ZooDock"));
    box->setIconPixmap(applicationIcon().pixmap(64, 64));
    box->setText(tr("ZooDock %1").arg(QApplication::applicationVersion()));
    box->setInformativeText(
        tr("Models ZooKeeper clusters and runs them as Docker containers.\n\n"
           "Free software under the GNU General Public License, version 3 or later. Made with Qt %1.")
            .arg(QLatin1StringView(qVersion())));
    box->open();
}

} // namespace zoodock
