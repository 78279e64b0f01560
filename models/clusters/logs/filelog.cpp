// SPDX-License-Identifier: GPL-3.0-or-later
#include "filelog.h"

#include "core/processrunner.h"
#include "docker/dockerengine.h"
#include "docker/dockererrors.h"
#include "loglinereader.h"

#include <QtCore/QPointer>

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype complaintLength = 4096;
constexpr auto headMark = "zoodock-log-file ";

/// For any POSIX shell: waits for the file, says which it is and how far its clock is from UTC, follows it
/// over rotations, and ends with its standard input. What was rotated away last comes first: it may hold
/// lines that were written while nobody followed. The audit log is another matter.
QString script(int tail)
{
    return u"look() { for d in \"$ZOO_LOG_DIR\" /logs /var/log/zookeeper /opt/bitnami/zookeeper/logs; do "
           "f=$(ls -t \"$d\"/zookeeper*.log 2>/dev/null | grep -v audit | head -n 1); "
           "[ -n \"$f\" ] && return 0; done; return 1; }; "
           "{ until look; do sleep 1; done; echo \"zoodock-log-file $(date +%z) $f\"; "
           "[ ! -f \"$f.1\" ] || tail -n %1 \"$f.1\"; "
           "exec tail -n %1 -F \"$f\"; } 2>/dev/null & follower=$!; "
           "cat >/dev/null; kill $follower"_s.arg(tail);
}

} // namespace

bool logsToFile(const QStringList &environment)
{
    for (const QString &entry : environment) {
        if (!entry.startsWith("ZOO_LOG4J_PROP="_L1))
            continue;
        const QStringList appenders = entry.section(u'=', 1).toUpper().split(u',').mid(1);
        return appenders.contains("ROLLINGFILE"_L1) && !appenders.contains("CONSOLE"_L1);
    }
    return false;
}

FileLog::FileLog(DockerEngine &engine, QString container, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_container(std::move(container))
    , m_batch(this)
{
    connect(&m_batch, &LogBatch::ready, this, &FileLog::arrived);
}

FileLog::~FileLog() = default;

void FileLog::start(int tail)
{
    stop();
    m_complaint.clear();
    m_hasHead = false;
    m_time = 0;
    m_spec = m_engine.commands().execAttached(m_container, {u"sh"_s, u"-c"_s, script(tail)});
    m_stream = m_engine.runner().stream(m_spec, this);
    m_stream->setBulk(true);
    connect(m_stream, &ProcessStream::outputLine, this, &FileLog::take);
    connect(m_stream, &ProcessStream::errorLine, this, [this](const QByteArray &line) {
        m_complaint = (m_complaint + line + '\n').right(complaintLength);
    });
    connect(m_stream, &ProcessStream::ended, this, &FileLog::onEnded);
    m_stream->start();
}

void FileLog::stop()
{
    m_batch.clear();
    dismiss(m_stream, this);
}

void FileLog::take(const QByteArray &line)
{
    if (!m_hasHead) {
        readHead(line);
        return;
    }
    m_time = std::max(m_time, timeOfLogText(line, m_offsetSeconds));
    m_batch.add({m_time, false, line});
}

/// "zoodock-log-file +0800 /logs/zookeeper.log"
void FileLog::readHead(const QByteArray &line)
{
    if (!line.startsWith(headMark))
        return;
    m_hasHead = true;
    const QByteArray rest = line.mid(static_cast<qsizetype>(qstrlen(headMark)));
    const auto blank = rest.indexOf(' ');
    const int zone = rest.left(blank).toInt(); // +0530: hours and minutes as one number
    m_offsetSeconds = (zone / 100 * 60 + zone % 100) * 60;
    Q_EMIT found(QString::fromUtf8(rest.mid(blank + 1)));
}

void FileLog::onEnded(int exitCode, const Error &error)
{
    const QPointer<FileLog> alive(this);
    const ProcessStream *const stream = m_stream;
    m_batch.flush();
    if (!alive || m_stream != stream)
        return;
    // When its container stops, the script is killed (137), or the shell hears of it first.
    const bool stopped = exitCode == 0 || exitCode > 128;
    const Error reason = exitCode > 0 ? dockerError(m_spec, exitCode, m_complaint) : error;
    stop();
    Q_EMIT ended(stopped, stopped ? Error() : reason);
}

} // namespace zoodock
