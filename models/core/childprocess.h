// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QObject;
class QProcess;

namespace zoodock
{

struct CommandSpec;
class ProcessReaper;

/// What becomes of a child when our process dies first.
enum class Orphan {
    Finishes, ///< a docker command that is killed half-way is worse than one that ends by itself
    Ends,     ///< a stream that nobody reads
};

/// A process made ready for `spec`, not started. It will lead a session of its own: Ctrl+C in a terminal
/// reaches us alone, and a signal can be sent to it together with what it started.
[[nodiscard]] QProcess *makeChild(const CommandSpec &spec, Orphan orphan, QObject *parent);

/// Starts it; feeds and closes its standard input. May emit errorOccurred.
void startChild(QProcess *process, const CommandSpec &spec);

/// Sends `signal` to the process's group. Does nothing when there is no process.
void signalChild(const QProcess *process, int signal);

/// Gives up a process, running or not, from within its own signals too: the reaper takes it. Without a reaper
/// it is killed at once.
void releaseChild(QProcess *process, ProcessReaper *reaper);

/// Deletes a process that has just been sent SIGKILL, without QProcess's warning and its wait of up to 30 s.
void deleteKilled(QProcess *process);

} // namespace zoodock
