// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/display.h"

#include <QtCore/QLibrary>

#include <algorithm>

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

bool namesPlatform(int argc, char **argv)
{
    return std::any_of(argv + 1, argv + argc, [](const char *word) {
        return QLatin1StringView(word).startsWith("-platform"_L1) ||
               QLatin1StringView(word).startsWith("--platform"_L1);
    });
}

} // namespace

Display displayFor(int argc, char **argv)
{
    // Whoever names a platform (offscreen, vnc) knows what to do.
    if (namesPlatform(argc, argv))
        return Display::MayAnswer;
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    const bool isXNamed = platform == "xcb";
    if (!platform.isEmpty() && !isXNamed)
        return Display::MayAnswer;
    const bool hasX = !qEnvironmentVariableIsEmpty("DISPLAY");
    const bool hasWayland = !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
    if (!isXNamed && hasWayland)
        return Display::MayAnswer;
    if (!hasX)
        return Display::None;
    return isXSilent() ? Display::Silent : Display::MayAnswer;
}

} // namespace zoodock
