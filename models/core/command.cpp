// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/processrunner.h"

#include "childprocess.h"
#include "core/processreaper.h"

#include <QtCore/QProcess>
#include <QtCore/QTimer>

#include <csignal>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype shownTailLength = 2048;

} // namespace

QString describeRun(const CommandSpec &spec, const QString &ending, const QByteArray &standardError)
{
    QString detail = spec.display() + u'\n' + ending;
    const QByteArray tail = standardError.right(shownTailLength).trimmed();
    if (!tail.isEmpty()) {
        const auto ellipsis = standardError.size() > shownTailLength ? "… "_L1 : ""_L1;
        detail += "\nstderr: "_L1 + ellipsis + spec.masked(QString::fromUtf8(tail));
    }
    return detail;
}

QString describeRun(const CommandSpec &spec, const CommandOutput &output)
{
    return describeRun(spec, u"exit code: %1"_s.arg(output.exitCode), output.standardError);
}

Command::Command(CommandSpec spec, ProcessReaper *reaper, QObject *parent)
    : ValueOperation(parent)
    , m_spec(std::move(spec))
    , m_reaper(reaper)
{
    setDeadline(m_spec.deadline);
}

Command::~Command()
{
    letGo();
}

void Command::begin()
{
    m_process = makeChild(m_spec, Orphan::Finishes, this);
    connect(m_process, &QProcess::readyReadStandardOutput, this, [this] { readOutput(false); });
    connect(m_process, &QProcess::readyReadStandardError, this, [this] { readError(false); });
    connect(m_process, &QProcess::finished, this, [this](int exitCode, QProcess::ExitStatus status) {
        onFinished(exitCode, status == QProcess::CrashExit);
    });
    // Of QProcess's errors only this one comes without finished(); a program that does not read its input is
    // none.
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            onStartFailed(m_process->errorString());
    });
    startChild(m_process, m_spec);
}

void Command::abort(const Error &why)
{
    m_why = why;
    if (why.kind() == ErrorKind::Timeout) {
        const int seconds =
            static_cast<int>(std::max<std::chrono::milliseconds::rep>(1, deadline().count() / 1000));
        m_why = Error(why.kind(),
                      tr("“%1” did not answer within %Ln second(s) and was stopped. Try again; if it stays "
                         "silent, check that what it talks to is up.",
                         nullptr, seconds)
                          .arg(m_spec.program));
    }
    if (!m_process || !m_waitForExit) {
        letGo();
        failNow(*m_why, u"ended by us"_s);
        return;
    }
    signalChild(m_process, SIGTERM);
    const std::chrono::milliseconds grace = m_reaper ? m_reaper->grace() : std::chrono::milliseconds::zero();
    QTimer::singleShot(grace, m_process, [process = m_process] { signalChild(process, SIGKILL); });
}

void Command::onStartFailed(const QString &reason)
{
    letGo();
    if (m_why) {
        failNow(*m_why, u"not started"_s);
        return;
    }
    failNow(Error(ErrorKind::ProgramMissing,
                  tr("“%1” could not be started. Install it, or correct its path in ZooDock's settings.")
                      .arg(m_spec.program)),
            "not started: "_L1 + reason);
}

void Command::onFinished(int exitCode, bool crashed)
{
    // Slots of the line signals may cancel or delete this.
    const QPointer<Command> alive(this);
    readOutput(true);
    if (alive)
        readError(true);
    if (!alive || !m_process)
        return;
    letGo();
    m_output.exitCode = exitCode;
    const QString ending = crashed ? u"ended by signal %1"_s.arg(exitCode) : u"exit code: %1"_s.arg(exitCode);
    if (m_why)
        failNow(*m_why, ending);
    else if (crashed)
        failNow(Error(ErrorKind::ProgramCrashed, tr("“%1” ended abruptly: it crashed or was killed. Try "
                                                    "again; if it happens again, reinstall it.")
                                                     .arg(m_spec.program)),
                ending);
    else
        succeedWith(std::move(m_output));
}

void Command::readOutput(bool atEnd)
{
    const QByteArray bytes = m_process->readAllStandardOutput();
    m_output.standardOutput += bytes;
    const QPointer<Command> alive(this);
    QList<QByteArray> lines = m_outLines.feed(bytes);
    if (atEnd)
        lines += m_outLines.flush();
    for (const QByteArray &line : std::as_const(lines)) {
        if (m_watchdog)
            restartDeadline();
        Q_EMIT outputLine(line);
        if (!alive || !m_process)
            return;
    }
}

void Command::readError(bool atEnd)
{
    if (!m_process)
        return;
    const QByteArray bytes = m_process->readAllStandardError();
    m_output.standardError += bytes;
    const QPointer<Command> alive(this);
    QList<QByteArray> lines = m_errLines.feed(bytes);
    if (atEnd)
        lines += m_errLines.flush();
    for (const QByteArray &line : std::as_const(lines)) {
        if (m_watchdog)
            restartDeadline();
        Q_EMIT errorLine(line);
        if (!alive || !m_process)
            return;
    }
}

void Command::letGo()
{
    QProcess *const process = std::exchange(m_process, nullptr);
    if (process)
        releaseChild(process, m_reaper);
}

void Command::failNow(const Error &error, const QString &ending)
{
    fail(Error(error.kind(), error.message(), describeRun(m_spec, ending, m_output.standardError)));
}

} // namespace zoodock
