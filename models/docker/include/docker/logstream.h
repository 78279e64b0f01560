// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commandspec.h"
#include "core/error.h"
#include "docker/logbatch.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QObject>

#include <optional>

namespace zoodock
{

class DockerEngine;
class ProcessStream;

namespace parse
{
/// A line of `docker logs --timestamps`: nothing where it does not begin with a time stamp (docker's own
/// words). The engine keeps a long line in pieces of 16 KiB and repeats the time stamp before each: taken
/// out.
[[nodiscard]] std::optional<ContainerLogLine> logLine(const QByteArray &line, bool standardError);
/// "2026-11-22T07:56:17.039923726Z", always UTC with nine digits.
[[nodiscard]] QByteArray logTime(qint64 nano);
} // namespace parse

/// One run of `docker logs --follow --timestamps`: what the container wrote, then what it writes. The run
/// ends with the container's; whoever wants its next run starts another stream with the last line's time.
class LogStream : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogStream)
public:
    LogStream(DockerEngine &engine, QString container, QObject *parent);
    ~LogStream() override;

    /// Lines from that time on, inclusive (0: from the beginning), the last `tail` of them (0: all).
    void start(qint64 sinceNano, int tail);
    /// Silent, and what has not been told yet is dropped.
    void stop();

Q_SIGNALS:
    /// In batches, ten a second at most (but soon when there is much).
    void arrived(const QList<zoodock::ContainerLogLine> &lines);
    /// After the last lines: the container stopped, or an error says what else. Exactly once for each
    /// start().
    void ended(bool stopped, const zoodock::Error &error);

private:
    void take(const QByteArray &line, bool standardError);
    void onEnded(int exitCode, const Error &error);

    DockerEngine &m_engine;
    QString m_container;
    CommandSpec m_spec;
    ProcessStream *m_stream = nullptr;
    LogBatch m_batch;
    QByteArray m_complaint; ///< docker's own words on stderr
};

} // namespace zoodock
