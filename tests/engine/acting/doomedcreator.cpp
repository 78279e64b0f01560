// SPDX-License-Identifier: GPL-3.0-or-later
// doomedcreator FOLDER SPEC STEP DELAY: makes the cluster of the file SPEC, and kills itself DELAY ms after
// the step STEP (index in the plan; -1: before the first command) has begun.
#include "doomed.h"

using namespace zoodock;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const std::optional<Doom> fate = readDoom(QCoreApplication::arguments());
    if (!fate)
        return 2;
    ActingParts parts(fate->folder);
    auto *const facts = parts.service.preflight(fate->ensemble, &parts.store);
    QObject::connect(facts, &Operation::finished, &parts.store, [&] {
        const Result<HostFacts> found = facts->result();
        const Result<Plan> plan = found ? parts.service.plan(fate->ensemble, *found) : failure(found.error());
        if (!plan) {
            QCoreApplication::exit(4);
            return;
        }
        ClusterTask *const task = parts.service.create(*plan);
        doom(task, *fate);
        if (fate->step < 0)
            QObject::connect(task, &ClusterTask::stepChanged, task, die);
        task->start();
    });
    facts->start();
    return awaitDoom(&parts.store);
}
