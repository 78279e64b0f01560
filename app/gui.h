// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace zoodock
{

struct GuiRequest;

/// Runs the window in the running QApplication's event loop. Returns the exit code of the process.
[[nodiscard]] int runGui(const GuiRequest &request);

} // namespace zoodock
