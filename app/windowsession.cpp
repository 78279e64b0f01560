// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowsession.h"

#include "app/cli/console.h"
#include "app/screenshot.h"
#include "clusters/clustertask.h"
#include "ui/mainwindow.h"

#include <QtWidgets/QApplication>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr auto quickstartName = "quickstart"_L1;

} // namespace

WindowSession::WindowSession(GuiRequest request)
    : m_request(std::move(request))
{
    if (!m_request.context.isEmpty())
        m_parts.watchContext(m_request.context);
    connect(&m_interrupt, &Interrupt::caught, this, &WindowSession::endGently);
}

WindowSession::~WindowSession() = default;

void WindowSession::open()
{
    makeWindow();
    m_parts.open();
    m_window->show();
    if (m_request.quickstart)
        m_window->quickstart(quickstartName);
    if (!m_request.screenshot.isEmpty())
        m_screenshot =
            std::make_unique<Screenshot>(*m_window, m_parts.store, m_parts.activity, m_request.screenshot,
                                         m_request.quickstart ? QString(quickstartName) : QString());
}

void WindowSession::makeWindow()
{
    m_window = std::make_unique<MainWindow>(UiServices{m_parts.store, m_parts.service, m_parts.monitor,
                                                       m_parts.repository, m_parts.activity, m_parts.settings,
                                                       m_request.context});
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
    ActivityLog &activity = m_parts.activity;
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
