// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace zoodock
{

/// Of this process: what no other one is given, on any machine, before or after the next start of this one.
[[nodiscard]] QString ownProcessMark();

/// Whether the process with that mark may still be there: one of another machine cannot be seen from here.
[[nodiscard]] bool mayBeAlive(const QString &mark);

/// A process that has ended, and is there only until its parent asks for it. kill() finds it.
[[nodiscard]] bool isZombie(qint64 pid);

} // namespace zoodock
