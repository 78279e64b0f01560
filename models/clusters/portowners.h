// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/hostfacts.h"

namespace zoodock
{

/// The same listeners of this machine with the program, process and user behind each, as far as this user may
/// look (Linux proc(5): PID/fd). Reads every open descriptor of every process: not for the thread of the
/// window.
[[nodiscard]] QList<PortHolder> withOwners(QList<PortHolder> listeners,
                                           const QString &proc = QStringLiteral("/proc"));

} // namespace zoodock
