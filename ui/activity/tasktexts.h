// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/meaning.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace zoodock
{

class ClusterTask;
struct PastTask;

/// How the activity tells of a task.
[[nodiscard]] QString taskSentence(const ClusterTask &task); ///< "Create orders: Wait for the quorum: 2 of 3"
/// What failed or was cut off in earlier starts, the newest first: "In an earlier start of ZooDock: Create
/// orders: failed".
[[nodiscard]] QString earlierSentence(const QList<PastTask> &failures);
[[nodiscard]] Look taskLook(const ClusterTask &task);
/// 0 to 1, by its steps where it does not know better; less than 0: not known.
[[nodiscard]] double progressOf(const ClusterTask &task);

} // namespace zoodock
