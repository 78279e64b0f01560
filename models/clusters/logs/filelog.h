// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commandspec.h"
#include "core/error.h"
#include "docker/logbatch.h"

#include <QtCore/QObject>

namespace zoodock
{

class DockerEngine;
class ProcessStream;

/// True where ZooKeeper is told to log to files and not to the console: ZOO_LOG4J_PROP=INFO,ROLLINGFILE (read
/// by zkEnv.sh up to 3.7).
[[nodiscard]] bool logsToFile(const QStringList &environment);

/// `tail -F` of a server's log file inside its container. It ends with us, also when we crash: the script
/// ends when its standard input does. Lines without a time of their own have that of the line before.
class FileLog : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileLog)
public:
    FileLog(DockerEngine &engine, QString container, QObject *parent);
    ~FileLog() override;

    void start(int tail);
    void stop();

Q_SIGNALS:
    /// The path of the file. Comes before its lines.
    void found(const QString &file);
    void arrived(const QList<zoodock::ContainerLogLine> &lines);
    void ended(bool stopped, const zoodock::Error &error);

private:
    void take(const QByteArray &line);
    void readHead(const QByteArray &line);
    void onEnded(int exitCode, const Error &error);

    DockerEngine &m_engine;
    QString m_container;
    CommandSpec m_spec;
    ProcessStream *m_stream = nullptr;
    LogBatch m_batch;
    QByteArray m_complaint;
    bool m_hasHead = false;
    int m_offsetSeconds = 0; ///< of the container's clock from UTC
    qint64 m_time = 0;
};

} // namespace zoodock
