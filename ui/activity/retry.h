// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

class QWidget;

namespace zoodock
{

class ActivityLog;
class ClusterTask;

/// What the button says that does a failed task again, by why it failed.
[[nodiscard]] QString retryText(const ClusterTask &task);
/// Dismisses a task that failed and starts its like, with what the window of `asking` has. Nothing for one
/// that nobody can do again.
void retry(ActivityLog &log, ClusterTask *task, const QWidget &asking);

} // namespace zoodock
