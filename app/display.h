// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace zoodock
{

/// Whether the window would find a display; where it would not, Qt aborts. Before the QApplication.
enum class Display { MayAnswer, None, Silent };
[[nodiscard]] Display displayFor(int argc, char **argv);

} // namespace zoodock
