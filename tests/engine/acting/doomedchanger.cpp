// SPDX-License-Identifier: GPL-3.0-or-later
// doomedchanger FOLDER SPEC STEP DELAY: applies the settings of the file SPEC to the running cluster, and
// kills itself DELAY ms after the step STEP has begun.
#include "actingparts.h"

#include "ensemble/ensemblejson.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QTimer>

#include <algorithm>
#include <csignal>
#include <unistd.h>

using namespace zoodock;

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
    ClusterTask *const task = parts.service.apply(*ensemble);
    QObject::connect(task, &ClusterTask::stepChanged, task, [task, step, delay](int index) {
        if (index == step && task->steps().at(index).state == StepState::Running)
            QTimer::singleShot(delay, task, [] { ::kill(::getpid(), SIGKILL); });
    });
    QObject::connect(task, &Operation::finished, task, [] { QCoreApplication::exit(4); });
    // Changes go by what is observed.
    QObject::connect(&parts.monitor, &ClusterMonitor::askedAll, task, &Operation::start);
    if (parts.monitor.hasAskedAll())
        task->start();
    constexpr int patienceMs = 60'000;
    QTimer::singleShot(patienceMs, task, [] { QCoreApplication::exit(5); });
    return QCoreApplication::exec();
}
