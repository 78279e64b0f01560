// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actingparts.h"

#include "clusters/clustertask.h"
#include "ensemble/ensemblejson.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QTimer>

#include <csignal>
#include <unistd.h>

/// What the doomed programs are called with: FOLDER SPEC STEP DELAY.
struct Doom
{
    QString folder;
    zoodock::Ensemble ensemble;
    int step = 0;  ///< index in the plan
    int delay = 0; ///< ms from that step's beginning to the end
};

/// nullopt: they were called wrongly.
inline std::optional<Doom> readDoom(const QStringList &arguments)
{
    if (arguments.size() != 5)
        return {};
    QFile spec(arguments.at(2));
    const auto ensemble =
        zoodock::ensembleFromJson(spec.open(QIODevice::ReadOnly) ? spec.readAll() : QByteArray());
    if (!ensemble)
        return {};
    return Doom{arguments.at(1), *ensemble, arguments.at(3).toInt(), arguments.at(4).toInt()};
}

inline void die()
{
    ::kill(::getpid(), SIGKILL);
}

/// Ends this process at its moment of the task.
inline void doom(zoodock::ClusterTask *task, const Doom &doom)
{
    using namespace zoodock;
    QObject::connect(task, &ClusterTask::stepChanged, task,
                     [task, step = doom.step, delay = doom.delay](int index) {
                         if (index == step && task->steps().at(index).state == StepState::Running)
                             QTimer::singleShot(delay, task, die);
                     });
}

/// The event loop; 5: it was not killed in time.
inline int awaitDoom(QObject *context)
{
    constexpr int patienceMs = 60'000;
    QTimer::singleShot(patienceMs, context, [] { QCoreApplication::exit(5); });
    return QCoreApplication::exec();
}
