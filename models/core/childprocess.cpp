// SPDX-License-Identifier: GPL-3.0-or-later
#include "childprocess.h"

#include "core/commandspec.h"
#include "core/processreaper.h"

#include <QtCore/QProcess>
#include <QtCore/QProcessEnvironment>

#include <cerrno>
#include <csignal>
#include <ctime>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Runs in the child between fork and exec, on a stack of 4 KiB in our own memory (decision 6): system calls
/// only, few and flat, nothing that allocates or locks.
void prepareChild(Orphan orphan, pid_t parent)
{
    ::setsid();
    // The command line's own handling of Ctrl+C may block signals; a child that inherited that could not be
    // stopped.
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    if (orphan == Orphan::Ends) {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (::getppid() != parent) // died before the line above
            ::_exit(0);
    }
}

QProcessEnvironment environmentFor(const CommandSpec &spec)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s); // what is parsed never depends on the user's language
    for (const auto &[name, value] : spec.environment)
        environment.insert(name, value);
    return environment;
}

/// Opens QProcess's protected setter.
struct ProcessState : QProcess
{
    static void setNotRunning(QProcess *process) { (process->*&ProcessState::setProcessState)(NotRunning); }
};

/// Collects a process that has been sent SIGKILL, so that it does not stay as a zombie: it is gone within a
/// millisecond, unless the kernel holds it; then, after 200 ms, it is left to init.
void collect(pid_t pid)
{
    for (int i = 0; i < 200; ++i) {
        siginfo_t info{};
        // __WALL: QProcess clones its children without a termination signal.
        const int result = ::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOHANG | __WALL);
        if ((result == 0 && info.si_pid == pid) || (result < 0 && errno != EINTR))
            return;
        const timespec millisecond{0, 1'000'000};
        ::nanosleep(&millisecond, nullptr);
    }
}

/// From here on QProcess thinks that nothing runs: its destructor neither warns nor waits.
void forgetKilled(QProcess *process)
{
    const auto pid = static_cast<pid_t>(process->processId());
    if (process->state() == QProcess::NotRunning || pid <= 0)
        return;
    process->disconnect();
    collect(pid);
    ProcessState::setNotRunning(process);
}

} // namespace

QProcess *makeChild(const CommandSpec &spec, Orphan orphan, QObject *parent)
{
    auto *const process = new QProcess(parent);
    process->setProgram(spec.program);
    process->setArguments(spec.arguments);
    process->setProcessEnvironment(environmentFor(spec));
    process->setChildProcessModifier([orphan, self = ::getpid()] { prepareChild(orphan, self); });
    if (spec.standardInput.isEmpty() && !spec.keepInputOpen)
        process->setStandardInputFile(QProcess::nullDevice());
    return process;
}

void startChild(QProcess *process, const CommandSpec &spec)
{
    process->start();
    if (process->state() == QProcess::NotRunning || spec.standardInput.isEmpty())
        return;
    process->write(spec.standardInput);
    process->closeWriteChannel();
}

void signalChild(const QProcess *process, int signal)
{
    const auto pid = static_cast<pid_t>(process->processId());
    if (process->state() == QProcess::NotRunning || pid <= 0)
        return;
    // Right after the fork the child may not lead its group yet.
    const bool leadsGroup = ::getpgid(pid) == pid;
    ::kill(leadsGroup ? -pid : pid, signal);
}

void releaseChild(QProcess *process, ProcessReaper *reaper)
{
    process->disconnect();
    if (reaper) {
        reaper->reap(process);
        return;
    }
    signalChild(process, SIGKILL);
    forgetKilled(process);
    process->setParent(nullptr);
    process->deleteLater();
}

void deleteKilled(QProcess *process)
{
    forgetKilled(process);
    delete process;
}

} // namespace zoodock
