// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/processreaper.h"

#include "childprocess.h"

#include <QtCore/QProcess>
#include <QtCore/QTimer>

#include <csignal>

namespace zoodock
{

ProcessReaper::ProcessReaper(std::chrono::milliseconds grace, QObject *parent)
    : QObject(parent)
    , m_grace(grace)
{
}

ProcessReaper::~ProcessReaper()
{
    // First all, then one after the other: they die at the same time.
    for (const QProcess *process : std::as_const(m_processes))
        signalChild(process, SIGKILL);
    for (QProcess *process : std::as_const(m_processes))
        deleteKilled(process);
}

void ProcessReaper::reap(QProcess *process)
{
    if (!process || m_processes.contains(process))
        return;
    process->disconnect();
    process->setParent(this);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    m_processes += process;
    // What it still says is thrown away; a full pipe would keep it from ending.
    process->closeReadChannel(QProcess::StandardOutput);
    process->closeReadChannel(QProcess::StandardError);
    connect(process, &QProcess::finished, this, [this, process] { bury(process); });
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            bury(process);
    });
    signalChild(process, SIGTERM);
    QTimer::singleShot(m_grace, process, [process] { signalChild(process, SIGKILL); });
}

void ProcessReaper::bury(QProcess *process)
{
    if (!m_processes.removeOne(process))
        return;
    process->deleteLater();
    if (m_processes.isEmpty())
        Q_EMIT emptied();
}

} // namespace zoodock
