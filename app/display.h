// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace zoodock
{

/// Whether the window would find a display; where it would not, Qt aborts.
enum class Display {
    MayAnswer,
    None,          ///< none is named
    XSilent,       ///< nobody answers where DISPLAY says, or lets nobody in
    WaylandSilent, ///< where WAYLAND_DISPLAY says
    BothSilent,
    WaylandUnserved, ///< it answers, and Qt's part for it is not installed
};
/// Before the QApplication.
[[nodiscard]] Display displayFor(int argc, char **argv);
/// What is wrong and what to do; empty where nothing is.
[[nodiscard]] QString displayProblem(Display display);

} // namespace zoodock
