// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

namespace zoodock
{

/// Runs one verb in the running QCoreApplication's event loop. `arguments` without the program's name;
/// returns the exit code of the process.
[[nodiscard]] int runCli(const QStringList &arguments);

} // namespace zoodock
