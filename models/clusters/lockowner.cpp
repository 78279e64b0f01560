// SPDX-License-Identifier: GPL-3.0-or-later
#include "lockowner.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QLockFile>
#include <QtCore/QSysInfo>

#include <cerrno>
#include <csignal>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Pids are given again: a living one of another program is not the owner.
bool runsProgram(qint64 pid, const QString &program)
{
    QString executable = QFile::symLinkTarget(u"/proc/%1/exe"_s.arg(pid));
    if (executable.isEmpty())
        return true; // not ours to read: believe the pid
    executable.remove(" (deleted)"_L1);
    return program.isEmpty() || QFileInfo(executable).fileName() == QString(program).remove(" (deleted)"_L1);
}

} // namespace

std::optional<qint64> lockOwner(const QString &path)
{
    qint64 pid = 0;
    QString host;
    QString program;
    if (!QLockFile(path).getLockInfo(&pid, &host, &program))
        return {};
    if (!host.isEmpty() && host != QSysInfo::machineHostName())
        return pid; // a shared home: that machine's processes cannot be seen from here
    const bool lives = ::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM;
    return lives && runsProgram(pid, program) ? std::optional(pid) : std::nullopt;
}

} // namespace zoodock
