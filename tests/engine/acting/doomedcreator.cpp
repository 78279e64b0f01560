// SPDX-License-Identifier: GPL-3.0-or-later
// doomedcreator FOLDER SPEC STEP DELAY: makes the cluster of the file SPEC, and kills itself DELAY ms after
// the step STEP (index in the plan; -1: before the first command) has begun.
#include "actingparts.h"

#include "ensemble/ensemblejson.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QTimer>

#include <csignal>
#include <unistd.h>

using namespace zoodock;

namespace
{

void die()
{
    ::kill(::getpid(), SIGKILL);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        return 2;
    QFile spec(arguments.at(2));
    const int step = arguments.at(3).toInt();
    const int delay = arguments.at(4).toInt();
    const Result<Ensemble> ensemble =
        ensembleFromJson(spec.open(QIODevice::ReadOnly) ? spec.readAll() : QByteArray());
    if (!ensemble)
        return 3;
    ActingParts parts(arguments.at(1));
    auto *const facts = parts.service.preflight(*ensemble, &parts.store);
    QObject::connect(facts, &Operation::finished, &parts.store, [&] {
        const Result<HostFacts> found = facts->result();
        const Result<Plan> plan = found ? parts.service.plan(*ensemble, *found) : failure(found.error());
        if (!plan) {
            QCoreApplication::exit(4);
            return;
        }
        ClusterTask *const task = parts.service.create(*plan);
        QObject::connect(task, &ClusterTask::stepChanged, task, [task, step, delay](int index) {
            if (step < 0 || (index == step && task->steps().at(index).state == StepState::Running)) {
                if (step < 0)
                    die();
                QTimer::singleShot(delay, task, die);
            }
        });
        task->start();
    });
    facts->start();
    constexpr int patienceMs = 60'000;
    QTimer::singleShot(patienceMs, &parts.store, [] { QCoreApplication::exit(5); });
    return QCoreApplication::exec();
}
