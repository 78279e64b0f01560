// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/logstream.h"

#include "core/processrunner.h"
#include "docker/dockerengine.h"
#include "docker/dockererrors.h"

#include <QtCore/QPointer>

#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype longestComplaint = 4096;

} // namespace

LogStream::LogStream(DockerEngine &engine, QString container, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_container(std::move(container))
    , m_batch(this)
{
    connect(&m_batch, &LogBatch::ready, this, &LogStream::arrived);
}

LogStream::~LogStream() = default;

void LogStream::start(qint64 sinceNano, int tail)
{
    stop();
    m_complaint.clear();
    m_spec = m_engine.commands().followLogs(
        m_container, sinceNano > 0 ? QString::fromLatin1(parse::logTime(sinceNano)) : QString(), tail);
    m_stream = m_engine.runner().stream(m_spec, this);
    m_stream->setBulk(true);
    connect(m_stream, &ProcessStream::outputLine, this,
            [this](const QByteArray &line) { take(line, false); });
    connect(m_stream, &ProcessStream::errorLine, this, [this](const QByteArray &line) { take(line, true); });
    connect(m_stream, &ProcessStream::ended, this, &LogStream::onEnded);
    m_stream->start();
}

void LogStream::stop()
{
    m_batch.clear();
    dismiss(m_stream, this);
}

void LogStream::take(const QByteArray &line, bool standardError)
{
    std::optional<ContainerLogLine> parsed = parse::logLine(line, standardError);
    if (!parsed) {
        if (standardError)
            m_complaint = (m_complaint + line + '\n').right(longestComplaint);
        return;
    }
    m_batch.add(*std::move(parsed));
}

void LogStream::onEnded(int exitCode, const Error &error)
{
    const QPointer<LogStream> alive(this);
    const ProcessStream *const stream = m_stream;
    m_batch.flush();
    if (!alive || m_stream != stream) // a slot may stop, restart or delete this
        return;
    const Error reason = exitCode > 0 ? dockerError(m_spec, exitCode, m_complaint) : error;
    stop();
    Q_EMIT ended(exitCode == 0, exitCode == 0 ? Error() : reason);
}

} // namespace zoodock
