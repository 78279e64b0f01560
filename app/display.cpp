// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/display.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QLibrary>
#include <QtCore/QLibraryInfo>

#include <algorithm>

struct wl_display;
struct xcb_connection_t;

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// As Qt's plugin asks, with the same library: address, fallbacks and the right to come in are its matter.
bool isXSilent()
{
    using Connect = xcb_connection_t *(*) (const char *, int *);
    using HasError = int (*)(xcb_connection_t *);
    using Disconnect = void (*)(xcb_connection_t *);
    QLibrary xcb(u"xcb"_s, 1);
    const auto connect = reinterpret_cast<Connect>(xcb.resolve("xcb_connect"));
    const auto hasError = reinterpret_cast<HasError>(xcb.resolve("xcb_connection_has_error"));
    const auto disconnect = reinterpret_cast<Disconnect>(xcb.resolve("xcb_disconnect"));
    if (!connect || !hasError || !disconnect)
        return false; // Qt says what is missing
    xcb_connection_t *const connection = connect(nullptr, nullptr);
    const bool isSilent = hasError(connection) != 0;
    disconnect(connection);
    return isSilent;
}

bool isWaylandSilent()
{
    // A connection that was inherited can be asked for once only.
    if (!qEnvironmentVariableIsEmpty("WAYLAND_SOCKET"))
        return false;
    using Connect = wl_display *(*) (const char *);
    using Disconnect = void (*)(wl_display *);
    QLibrary wayland(u"wayland-client"_s, 0);
    const auto connect = reinterpret_cast<Connect>(wayland.resolve("wl_display_connect"));
    const auto disconnect = reinterpret_cast<Disconnect>(wayland.resolve("wl_display_disconnect"));
    if (!connect || !disconnect)
        return false;
    wl_display *const display = connect(nullptr);
    if (!display)
        return true;
    disconnect(display);
    return false;
}

/// In folders that somebody else named it may be anywhere.
bool hasWaylandPlugin()
{
    for (const char *folders : {"QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH"}) {
        if (!qEnvironmentVariableIsEmpty(folders))
            return true;
    }
    const QDir plugins(QLibraryInfo::path(QLibraryInfo::PluginsPath) + "/platforms"_L1);
    return !plugins.entryList({u"*qwayland*"_s}, QDir::Files).isEmpty();
}

bool namesPlatform(int argc, char **argv)
{
    return std::any_of(argv + 1, argv + argc, [](const char *word) {
        return QLatin1StringView(word).startsWith("-platform"_L1) ||
               QLatin1StringView(word).startsWith("--platform"_L1);
    });
}

/// In Qt's order: Wayland first, then X.
Display displayOf(bool triesX, bool triesWayland)
{
    const bool hasWayland = triesWayland && !isWaylandSilent();
    if (hasWayland && hasWaylandPlugin())
        return Display::MayAnswer;
    if (triesX && !isXSilent())
        return Display::MayAnswer;
    if (hasWayland)
        return Display::WaylandUnserved;
    if (triesX)
        return triesWayland ? Display::BothSilent : Display::XSilent;
    return triesWayland ? Display::WaylandSilent : Display::None;
}

} // namespace

Display displayFor(int argc, char **argv)
{
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    const bool isX = platform == "xcb";
    const bool isWayland = platform == "wayland";
    // Whoever names another platform (offscreen, vnc) knows what to do.
    if (namesPlatform(argc, argv) || (!platform.isEmpty() && !isX && !isWayland))
        return Display::MayAnswer;
    const bool hasX = !qEnvironmentVariableIsEmpty("DISPLAY");
    const bool hasWayland =
        !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_SOCKET");
    return displayOf(hasX && !isWayland, hasWayland && !isX);
}

QString displayProblem(Display display)
{
    const QString x = qEnvironmentVariable("DISPLAY");
    const QString wayland = qEnvironmentVariable("WAYLAND_DISPLAY");
    switch (display) {
    case Display::None:
        return QCoreApplication::translate(
            "Cli",
            "zoodock: There is no display to open the window on. Set DISPLAY or WAYLAND_DISPLAY, or use the "
            "command line: `zoodock --help`.");
    case Display::XSilent:
        return QCoreApplication::translate(
                   "Cli", "zoodock: The display “%1” cannot be used: nobody answers there, or it lets nobody "
                          "in. Set DISPLAY to one that can, or use the command line: `zoodock --help`.")
            .arg(x);
    case Display::WaylandSilent:
        return QCoreApplication::translate(
                   "Cli", "zoodock: The Wayland display “%1” cannot be used: nobody answers there. Set "
                          "WAYLAND_DISPLAY or DISPLAY to one that can, or use the command line: `zoodock "
                          "--help`.")
            .arg(wayland);
    case Display::BothSilent:
        return QCoreApplication::translate(
                   "Cli",
                   "zoodock: Neither the Wayland display “%1” nor the display “%2” can be used: nobody "
                   "answers there, or it lets nobody in. Set WAYLAND_DISPLAY or DISPLAY to one that "
                   "can, or use the command line: `zoodock --help`.")
            .arg(wayland, x);
    case Display::WaylandUnserved:
        return QCoreApplication::translate(
            "Cli", "zoodock: Qt's part for Wayland is not installed. Install qt6-wayland, set DISPLAY to "
                   "Xwayland's, or use the command line: `zoodock --help`.");
    case Display::MayAnswer:
        break;
    }
    return {};
}

} // namespace zoodock
