// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

namespace zoodock
{

/// Runs the window in the running QApplication's event loop; `arguments` without the program's name. Returns
/// the exit code of the process.
[[nodiscard]] int runGui(const QStringList &arguments);

} // namespace zoodock
