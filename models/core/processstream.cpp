// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/processrunner.h"

#include "childprocess.h"
#include "core/processreaper.h"
#include "outputpipe.h"

#include <QtCore/QProcess>

#include <utility>

#include <unistd.h>

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
    connect(m_process, &QProcess::readyReadStandardOutput, this,
            [this] { takeOutput(m_process->readAllStandardOutput(), false); });
    connect(m_process, &QProcess::readyReadStandardError, this,
            [this] { takeError(m_process->readAllStandardError(), false); });
    if (m_bulk && (m_outPipe = makePipe(STDOUT_FILENO)))
        connect(m_outPipe, &OutputPipe::arrived, this,
                [this](const QByteArray &bytes) { takeOutput(bytes, false); });
    if (m_bulk && (m_errPipe = makePipe(STDERR_FILENO)))
        connect(m_errPipe, &OutputPipe::arrived, this,
                [this](const QByteArray &bytes) { takeError(bytes, false); });
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
    for (OutputPipe *pipe : {m_outPipe, m_errPipe}) {
        if (pipe)
            pipe->closeWriteEnd();
    }
}

/// Null, and QProcess's own channel is used, where none can be had.
OutputPipe *ProcessStream::makePipe(int descriptor)
{
    OutputPipe *pipe = OutputPipe::make(this);
    if (pipe)
        pipe->attach(m_process, descriptor);
    return pipe;
}

void ProcessStream::stop()
{
    ++m_generation;
    for (OutputPipe *pipe : {std::exchange(m_outPipe, nullptr), std::exchange(m_errPipe, nullptr)}) {
        if (!pipe)
            continue;
        pipe->disconnect(this); // it may be what is speaking
        pipe->deleteLater();
    }
    QProcess *const process = std::exchange(m_process, nullptr);
    if (process)
        releaseChild(process, m_reaper);
}

qint64 ProcessStream::processId() const
{
    return m_process ? m_process->processId() : 0;
}

void ProcessStream::takeOutput(const QByteArray &bytes, bool atEnd)
{
    const QPointer<ProcessStream> alive(this);
    const int generation = m_generation;
    QList<QByteArray> lines = m_outLines.feed(bytes);
    if (atEnd)
        lines += m_outLines.flush();
    for (const QByteArray &line : std::as_const(lines)) {
        Q_EMIT outputLine(line);
        if (!alive || generation != m_generation)
            return;
    }
}

void ProcessStream::takeError(const QByteArray &bytes, bool atEnd)
{
    m_errorTail = (m_errorTail + bytes).right(errorTailLength);
    const QPointer<ProcessStream> alive(this);
    const int generation = m_generation;
    QList<QByteArray> lines = m_errLines.feed(bytes);
    if (atEnd)
        lines += m_errLines.flush();
    for (const QByteArray &line : std::as_const(lines)) {
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
    takeOutput(m_outPipe ? m_outPipe->drain() : m_process->readAllStandardOutput(), true);
    if (alive && generation == m_generation)
        takeError(m_errPipe ? m_errPipe->drain() : m_process->readAllStandardError(), true);
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

void dismiss(ProcessStream *&stream, const QObject *listener)
{
    ProcessStream *const gone = std::exchange(stream, nullptr);
    if (!gone)
        return;
    gone->disconnect(listener);
    gone->stop();
    gone->deleteLater();
}

} // namespace zoodock
