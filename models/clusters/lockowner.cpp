// SPDX-License-Identifier: GPL-3.0-or-later
#include "lockowner.h"

#include "processmark.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QLockFile>
#include <QtCore/QSysInfo>

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

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

bool isAbandonedLock(const QString &path)
{
    qint64 pid = 0;
    QString host;
    QString program;
    if (!QFile::exists(path) || QLockFile(path).getLockInfo(&pid, &host, &program))
        return false;
    // Whoever makes one takes the kernel's lock at once, and writes while holding it.
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC);
    const bool free = file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) == 0;
    if (file >= 0)
        ::close(file);
    constexpr qint64 moment = 100; // between open() and flock() of a living one
    return free && QFileInfo(path).lastModified().msecsTo(QDateTime::currentDateTime()) > moment;
}

std::optional<qint64> lockOwner(const QString &path)
{
    qint64 pid = 0;
    QString host;
    QString program;
    if (!QLockFile(path).getLockInfo(&pid, &host, &program))
        return {};
    if (!host.isEmpty() && host != QSysInfo::machineHostName())
        return pid; // a shared home: that machine's processes cannot be seen from here
    const bool lives = (::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM) && !isZombie(pid);
    return lives && runsProgram(pid, program) ? std::optional(pid) : std::nullopt;
}

} // namespace zoodock
