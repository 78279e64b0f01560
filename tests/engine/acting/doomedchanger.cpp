// SPDX-License-Identifier: GPL-3.0-or-later
// doomedchanger FOLDER SPEC STEP DELAY: applies the settings of the file SPEC to the running cluster, and
// kills itself DELAY ms after the step STEP has begun.
#include "doomed.h"

using namespace zoodock;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const std::optional<Doom> fate = readDoom(QCoreApplication::arguments());
    if (!fate)
        return 2;
    ActingParts parts(fate->folder);
    ClusterTask *const task = parts.service.apply(fate->ensemble);
    doom(task, *fate);
    QObject::connect(task, &Operation::finished, task, [] { QCoreApplication::exit(4); });
    // Changes go by what is observed.
    QObject::connect(&parts.monitor, &ClusterMonitor::askedAll, task, &Operation::start);
    if (parts.monitor.hasAskedAll())
        task->start();
    return awaitDoom(task);
}
