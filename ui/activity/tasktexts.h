// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/meaning.h"

#include <QtCore/QString>

namespace zoodock
{

class ClusterTask;

/// How the activity tells of a task.
[[nodiscard]] QString taskSentence(const ClusterTask &task); ///< "Create orders: Wait for the quorum: 2 of 3"
/// Of one that ended: why it failed; what a cancel took back, and what it left. Else empty.
[[nodiscard]] QString taskEnd(const ClusterTask &task);
[[nodiscard]] Look taskLook(const ClusterTask &task);
/// 0 to 1, by its steps where it does not know better; less than 0: not known.
[[nodiscard]] double progressOf(const ClusterTask &task);

} // namespace zoodock
