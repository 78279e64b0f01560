// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/retry.h"

#include "clusters/activitylog.h"
#include "clusters/clustertask.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QWidget>

namespace zoodock
{

namespace
{

struct Retry
{
    Q_DECLARE_TR_FUNCTIONS(zoodock::Retry)
};

/// Not so where a server has ended: waiting does not mend what it says.
bool isForTime(const Error &error)
{
    const Error *cause = error.cause();
    while (cause && cause->kind() != ErrorKind::Timeout)
        cause = cause->cause();
    return cause != nullptr;
}

} // namespace

QString retryText(const ClusterTask &task)
{
    switch (task.outcome().error().kind()) {
    case ErrorKind::PortInUse:
        return task.againWith() == ClusterTask::AgainWith::FreePorts ? Retry::tr("&Try Again with Free Ports")
                                                                     : Retry::tr("&Try Again");
    case ErrorKind::NoQuorum:
        return isForTime(task.outcome().error()) ? Retry::tr("&Try Again and Wait Longer")
                                                 : Retry::tr("&Try Again");
    default:
        return Retry::tr("&Try Again");
    }
}

void retry(ActivityLog &log, ClusterTask *task, const QWidget &asking)
{
    if (!task || !task->hasFailed() || !task->again())
        return;
    const ClusterTask::Again again = task->again();
    log.dismiss(task); // what it had to say is answered
    again(*asking.window());
}

} // namespace zoodock
