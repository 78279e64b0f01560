// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/processrunner.h"

#include "childprocess.h"
#include "core/processreaper.h"

#include <QtCore/QProcess>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype errorTailLength = 4096;

} // namespace

ProcessStream::ProcessStream(CommandSpec spec, ProcessReaper *reaper, QObject *parent)
    : QObject(parent)
    , m_spec(std::move(spec))
    , m_reaper(reaper)
{
}

ProcessStream::~ProcessStream()
{
    stop();
}

void ProcessStream::start()
{
    if (m_process)
        return;
    m_outLines = LineSplitter();
    m_errLines = LineSplitter();
    m_errorTail.clear();
    m_process = makeChild(m_spec, Orphan::Ends, this);
    QMetaObject::invokeMethod(
        this,
        [this, generation = ++m_generation] {
            if (generation == m_generation)
                launch();
        },
        Qt::QueuedConnection);
}

void ProcessStream::launch()
{
    connect(m_process, &QProcess::started, this, &ProcessStream::started);
    connect(m_process, &QProcess::readyReadStandardOutput, this, [this] { readOutput(false); });
    connect(m_process, &QProcess::readyReadStandardError, this, [this] { readError(false); });
    connect(m_process, &QProcess::finished, this, [this](int exitCode, QProcess::ExitStatus status) {
        onFinished(exitCode, status == QProcess::CrashExit);
    });
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(-1, ErrorKind::ProgramMissing,
                tr("“%1” could not be started. Install it, or correct its path in ZooDock's settings.")
                    .arg(m_spec.program),
                "not started: "_L1 + m_process->errorString());
    });
    startChild(m_process, m_spec);
}

void ProcessStream::stop()
{
    ++m_generation;
    QProcess *const process = std::exchange(m_process, nullptr);
    if (process)
        releaseChild(process, m_reaper);
}

qint64 ProcessStream::processId() const
{
    return m_process ? m_process->processId() : 0;
}

void ProcessStream::readOutput(bool atEnd)
{
    const QByteArray bytes = m_process->readAllStandardOutput();
    const QPointer<ProcessStream> alive(this);
    const int generation = m_generation;
    for (const QByteArray &line :
         m_outLines.feed(bytes) + (atEnd ? m_outLines.flush() : QList<QByteArray>())) {
        Q_EMIT outputLine(line);
        if (!alive || generation != m_generation)
            return;
    }
}

void ProcessStream::readError(bool atEnd)
{
    const QByteArray bytes = m_process->readAllStandardError();
    m_errorTail = (m_errorTail + bytes).right(errorTailLength);
    const QPointer<ProcessStream> alive(this);
    const int generation = m_generation;
    for (const QByteArray &line :
         m_errLines.feed(bytes) + (atEnd ? m_errLines.flush() : QList<QByteArray>())) {
        Q_EMIT errorLine(line);
        if (!alive || generation != m_generation)
            return;
    }
}

void ProcessStream::onFinished(int exitCode, bool crashed)
{
    // Slots of the line signals may stop or delete this.
    const QPointer<ProcessStream> alive(this);
    const int generation = m_generation;
    readOutput(true);
    if (alive && generation == m_generation)
        readError(true);
    if (!alive || generation != m_generation)
        return;
    if (crashed)
        end(-1, ErrorKind::ProgramCrashed,
            tr("“%1” ended abruptly: it crashed or was killed. It is worth trying again.")
                .arg(m_spec.program),
            u"ended by signal %1"_s.arg(exitCode));
    else
        end(exitCode, ErrorKind::ProgramFailed,
            tr("“%1” stopped reporting. Check that what it talks to is up, then try again.")
                .arg(m_spec.program),
            u"exit code: %1"_s.arg(exitCode));
}

void ProcessStream::end(int exitCode, ErrorKind kind, const QString &message, const QString &ending)
{
    const Error error(kind, message, describeRun(m_spec, ending, m_errorTail));
    stop();
    // A slot may start or delete this: nothing after the signal.
    Q_EMIT ended(exitCode, error);
}

} // namespace zoodock
