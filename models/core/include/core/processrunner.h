// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commandspec.h"
#include "core/linesplitter.h"
#include "core/operation.h"

#include <QtCore/QPointer>

class QProcess;

namespace zoodock
{

class OutputPipe;
class ProcessReaper;

/// How a process ended that was started and not killed by us. A non-zero exit code is not a failure here:
/// that judgement needs to know the program.
struct CommandOutput
{
    int exitCode = 0;
    QByteArray standardOutput;
    QByteArray standardError;
};

/// What an Error's detail says about a run, untranslated: masked command line, how it ended, tail of stderr.
[[nodiscard]] QString describeRun(const CommandSpec &spec, const QString &ending,
                                  const QByteArray &standardError);
[[nodiscard]] QString describeRun(const CommandSpec &spec, const CommandOutput &output);

/// One run of a CommandSpec. Fails with ProgramMissing, ProgramCrashed, Timeout or Cancelled; the Error's
/// detail holds the masked command line and the tail of stderr. Cancel: SIGTERM, after a grace SIGKILL;
/// finished() comes once the process is handed to the reaper, not when it is gone — except with
/// waitForExitOnCancel(), where finished() waits until the process is really gone (a docker CLI that was
/// killed early may still have had its effect). Signals go to the child's whole process group: it leads a
/// session of its own, so that Ctrl+C in a terminal reaches us alone.
class Command : public ValueOperation<CommandOutput>
{
    Q_OBJECT
public:
    Command(CommandSpec spec, ProcessReaper *reaper, QObject *parent);
    ~Command() override;

    [[nodiscard]] const CommandSpec &spec() const { return m_spec; }
    void setWaitForExitOnCancel(bool wait) { m_waitForExit = wait; }
    /// Restarts the deadline at every line: the deadline becomes a no-progress watchdog.
    void setDeadlineIsWatchdog(bool on) { m_watchdog = on; }

Q_SIGNALS:
    /// Each complete line as it arrives (also part of the final output).
    void outputLine(const QByteArray &line);
    void errorLine(const QByteArray &line);

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    void onFinished(int exitCode, bool crashed);
    void onStartFailed(const QString &reason);
    void readOutput(bool atEnd);
    void readError(bool atEnd);
    void letGo();
    void failNow(const Error &error, const QString &ending);

    CommandSpec m_spec;
    QPointer<ProcessReaper> m_reaper;
    QProcess *m_process = nullptr;
    CommandOutput m_output;
    LineSplitter m_outLines;
    LineSplitter m_errLines;
    bool m_waitForExit = false;
    bool m_watchdog = false;
    std::optional<Error> m_why;
};

/// A process that speaks until it is stopped (docker events). Not an Operation: it has no value and no
/// deadline. start() never emits. ended() comes exactly once per start; stop() ends without a signal. The
/// kernel ends the process when ours dies, however it dies (strictly: when the thread that started it ends,
/// so use it from the main thread).
class ProcessStream : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProcessStream)
public:
    ProcessStream(CommandSpec spec, ProcessReaper *reaper, QObject *parent);
    ~ProcessStream() override;

    /// Much may come: what the process writes is taken some fifty times a second, instead of at each of its
    /// writes. From the next start() on.
    void setBulk(bool bulk) { m_bulk = bulk; }
    void start();
    void stop();
    [[nodiscard]] bool isRunning() const { return m_process != nullptr; }
    [[nodiscard]] qint64 processId() const;

Q_SIGNALS:
    void started();
    void outputLine(const QByteArray &line);
    void errorLine(const QByteArray &line);
    /// The process is gone (or never came): how. exitCode is -1 where there is none.
    void ended(int exitCode, const zoodock::Error &error);

private:
    void launch();
    [[nodiscard]] OutputPipe *makePipe(int descriptor);
    void takeOutput(const QByteArray &bytes, bool atEnd);
    void takeError(const QByteArray &bytes, bool atEnd);
    void onFinished(int exitCode, bool crashed);
    void end(int exitCode, ErrorKind kind, const QString &message, const QString &ending);

    CommandSpec m_spec;
    QPointer<ProcessReaper> m_reaper;
    QProcess *m_process = nullptr;
    LineSplitter m_outLines;
    LineSplitter m_errLines;
    QByteArray m_errorTail;
    bool m_bulk = false;
    OutputPipe *m_outPipe = nullptr; ///< only with m_bulk
    OutputPipe *m_errPipe = nullptr;
    int m_generation = 0; ///< of start() and stop(): a queued launch of an earlier one is void
};

/// Ends a stream that `listener` made, if there is one, and forgets it: `listener` hears nothing more of it.
/// May be called from within the stream's own signals.
void dismiss(ProcessStream *&stream, const QObject *listener);

/// The one wrapper of QProcess, injected wherever processes are needed. Remembers what was asked, so that
/// tests and the activity view can read it. Prepares the child's environment: LC_ALL=C.UTF-8 (parsing never
/// depends on the user's language), otherwise inherited.
class ProcessRunner : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProcessRunner)
public:
    explicit ProcessRunner(QObject *parent = nullptr);
    ~ProcessRunner() override;

    /// Not started yet. `parent` owns.
    [[nodiscard]] Command *command(CommandSpec spec, QObject *parent);
    [[nodiscard]] ProcessStream *stream(CommandSpec spec, QObject *parent);
    [[nodiscard]] ProcessReaper *reaper() const { return m_reaper; }

Q_SIGNALS:
    /// Masked display form of every command at the moment it is made.
    void commandIssued(const QString &display);

private:
    ProcessReaper *m_reaper;
};

} // namespace zoodock
