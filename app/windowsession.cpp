// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowsession.h"

#include "app/cli/console.h"
#include "app/desktopnotifications.h"
#include "app/screenshot.h"
#include "clusters/clustertask.h"
#include "ui/look/translations.h"
#include "ui/mainwindow.h"
#include "ui/notifier.h"

#include <QtWidgets/QApplication>

#include <utility>
#include <vector>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr auto quickstartName = "quickstart"_L1;

ProbePaces pacesOf(const Settings &settings)
{
    return {std::chrono::milliseconds(settings.value(SettingKey::SettledPace).toInt()),
            std::chrono::milliseconds(settings.value(SettingKey::UnsettledPace).toInt())};
}

} // namespace

WindowSession::WindowSession(GuiRequest request)
    : m_request(std::move(request))
    , m_notifications(std::make_unique<DesktopNotifications>())
{
    makeParts();
    connect(&m_interrupt, &Interrupt::caught, this, &WindowSession::endGently);
    connect(m_notifications.get(), &DesktopNotifications::activated, this, [this](const QString &cluster) {
        raise(false, {});
        m_window->showCluster(cluster);
    });
}

WindowSession::~WindowSession() = default;

void WindowSession::makeParts()
{
    m_parts = std::make_unique<Composition>();
    if (!m_request.context.isEmpty())
        m_parts->watchContext(m_request.context);
    installTranslations(*qApp, m_parts->settings.text(SettingKey::Language));
    m_parts->monitor.setPaces(pacesOf(m_parts->settings));
    m_notifier = std::make_unique<Notifier>(m_parts->store, m_parts->settings);
    connect(m_notifier.get(), &Notifier::wanted, m_notifications.get(), &DesktopNotifications::show);
    connect(&m_parts->settings, &Settings::changed, this, &WindowSession::apply);
    connect(&m_parts->activity, &ActivityLog::taskFinished, this, [this] { renewSoon(); });
}

void WindowSession::makeWindow()
{
    m_window = std::make_unique<MainWindow>(
        UiServices{m_parts->store, m_parts->service, m_parts->monitor, m_parts->repository, m_parts->activity,
                   m_parts->settings, m_parts->engines, m_request.context, &m_znodes});
    connect(m_znodes.session.get(), &ZnodeSession::changeEnded, this, &WindowSession::renewSoon,
            Qt::UniqueConnection);
}

void WindowSession::open()
{
    makeWindow();
    m_parts->open();
    m_window->show();
    if (m_request.quickstart)
        m_window->quickstart(quickstartName);
    if (!m_request.screenshot.isEmpty())
        m_screenshot =
            std::make_unique<Screenshot>(*m_window, m_parts->store, m_parts->activity, m_request.screenshot,
                                         m_request.quickstart ? QString(quickstartName) : QString());
}

void WindowSession::apply(SettingKey key)
{
    const Settings &settings = m_parts->settings;
    switch (key) {
    case SettingKey::SettledPace:
    case SettingKey::UnsettledPace:
        m_parts->monitor.setPaces(pacesOf(settings));
        break;
    case SettingKey::DockerContext:
        if (m_request.context.isEmpty())
            m_parts->monitor.watchContext(settings.text(key));
        break;
    case SettingKey::Language:
        m_otherLanguage = true;
        renewSoon();
        break;
    case SettingKey::DockerExecutable:
        m_outdated = true;
        renewSoon();
        break;
    default:
        break;
    }
}

/// What runs goes on to its end with the old docker command, and tells of it in the old language.
void WindowSession::renewSoon()
{
    if (isBusy())
        return;
    if (m_outdated)
        QMetaObject::invokeMethod(this, &WindowSession::renewEverything, Qt::QueuedConnection);
    else if (m_otherLanguage)
        QMetaObject::invokeMethod(this, &WindowSession::renewWindow, Qt::QueuedConnection);
}

bool WindowSession::isBusy() const
{
    return m_parts->activity.runningCount() > 0 || (m_znodes.session && m_znodes.session->isChanging());
}

/// The old window goes first: it takes back what it asked of the services while it was seen.
void WindowSession::renewWindow()
{
    if (!m_otherLanguage || !m_window || m_ending || isBusy())
        return;
    m_otherLanguage = false;
    dropWindow();
    installTranslations(*qApp, m_parts->settings.text(SettingKey::Language));
    showWindowAgain();
    m_parts->monitor.refresh(); // what the observers said stands there in the old language
}

void WindowSession::renewEverything()
{
    if (!m_outdated || m_ending || isBusy())
        return;
    m_outdated = false;
    m_otherLanguage = false;
    dropWindow();
    m_notifier.reset();
    m_znodes.session.reset();
    std::vector<std::unique_ptr<ClusterTask>> records = m_parts->activity.records();
    m_parts.reset();
    makeParts();
    for (auto record = records.rbegin(); record != records.rend(); ++record)
        m_parts->activity.add(record->release());
    m_parts->open();
    showWindowAgain();
}

void WindowSession::dropWindow()
{
    // A moment without a window is not the end.
    QApplication::setQuitOnLastWindowClosed(false);
    m_window->remember();
    m_place = m_window->isMaximized() || m_window->isFullScreen() ? QRect() : m_window->geometry();
    m_window.reset();
}

void WindowSession::showWindowAgain()
{
    makeWindow();
    if (m_place.isValid())
        m_window->setGeometry(m_place);
    m_window->show();
    QApplication::setQuitOnLastWindowClosed(true);
}

void WindowSession::raise(bool quickstart, const QString &activationToken)
{
    // Qt's Wayland plugin takes the desktop's permission from there.
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8());
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    if (quickstart)
        m_window->quickstart(quickstartName);
}

/// Ctrl+C: what runs is cancelled, which undoes it; the window closes when that is done, or at the second
/// Ctrl+C.
void WindowSession::endGently()
{
    ActivityLog &activity = m_parts->activity;
    if (std::exchange(m_ending, true) || activity.runningCount() == 0) {
        m_window->close();
        return;
    }
    console::note(QCoreApplication::translate("Cli", "Interrupted: undoing what was made. One moment…"));
    connect(&activity, &ActivityLog::taskFinished, this, [this, &activity] {
        if (activity.runningCount() == 0)
            m_window->close();
    });
    const QList<ClusterTask *> tasks = activity.tasks();
    for (ClusterTask *task : tasks)
        task->cancel();
}

} // namespace zoodock
