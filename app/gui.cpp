// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui.h"

#include "app/cli/console.h"
#include "app/singleinstance.h"
#include "app/windowsession.h"

#include <QtWidgets/QApplication>

#include <memory>

namespace zoodock
{

namespace
{

/// A picture is of a fresh window, and another context is another set of clusters.
bool wantsOwnWindow(const GuiRequest &request)
{
    return !request.screenshot.isEmpty() || !request.context.isEmpty();
}

QString activationToken()
{
    const QString wayland = qEnvironmentVariable("XDG_ACTIVATION_TOKEN");
    return wayland.isEmpty() ? qEnvironmentVariable("DESKTOP_STARTUP_ID") : wayland;
}

int runOwnWindow(const GuiRequest &request)
{
    WindowSession session(request);
    session.open();
    return QApplication::exec();
}

} // namespace

int runGui(const GuiRequest &request)
{
    if (wantsOwnWindow(request))
        return runOwnWindow(request);

    std::unique_ptr<WindowSession> session;
    SingleInstance instance;
    QObject::connect(&instance, &SingleInstance::decided, qApp, [&](SingleInstance::Part part) {
        if (part == SingleInstance::Part::HandedOver) {
            console::note(QCoreApplication::translate(
                "Cli", "zoodock: The window that is already open has come to the front."));
            QApplication::quit();
            return;
        }
        session = std::make_unique<WindowSession>(request);
        session->open();
    });
    QObject::connect(&instance, &SingleInstance::requested, qApp, [&](const WindowRequest &again) {
        session->raise(again.quickstart, again.activationToken);
    });
    // From here on a start opens a window of its own: this one's is closed.
    QObject::connect(qApp, &QCoreApplication::aboutToQuit, &instance, &SingleInstance::release);
    instance.claim({request.quickstart, activationToken()});
    return QApplication::exec();
}

} // namespace zoodock
