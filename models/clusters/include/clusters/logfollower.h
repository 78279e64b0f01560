// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/logline.h"
#include "core/error.h"

#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <memory>
#include <optional>

namespace zoodock
{

class ClusterStore;
class EngineRegistry;
class FileLog;
class LogLineReader;
class LogSeam;
class LogStream;
class Operation;
struct ContainerLogLine;
struct ContainerObservation;
struct MemberStatus;

/// Of a container that went before it could be read to its end.
struct LostLines
{
    QDateTime from;
    QDateTime to;
};

/// A member's log across restarts: no line twice, none left out. It reads what the container's log holds,
/// goes on with what is written, and attaches again at the next start of the container, or to its successor.
/// A server that is told to log to files is followed there, while it runs. Works between start() and stop();
/// a later start() goes on behind the last line.
class LogFollower : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogFollower)
public:
    enum class State {
        Off,
        Absent,  ///< there is no container
        Opening, ///< the engine is asked
        Reading, ///< lines come as they are written
        Ended,   ///< the container does not run: this is all
        Failed,  ///< problem() says why; it is tried again
    };

    LogFollower(QString cluster, int memberId, EngineRegistry &engines, ClusterStore &store,
                QObject *parent = nullptr);
    ~LogFollower() override;

    /// At most so many of the lines that are there already are read.
    void setLimit(int lines) { m_limit = lines; }
    void start();
    void stop();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }
    /// Between these times lines may be missing. Nothing: there are all of them.
    [[nodiscard]] const std::optional<LostLines> &lost() const { return m_lost; }
    /// The server is told to log to files. Known from the first look at its container on.
    [[nodiscard]] bool writesToFile() const { return m_toFile; }
    /// The file inside the container that is followed; empty: the container's own output, or it is not there.
    [[nodiscard]] const QString &file() const { return m_file; }

Q_SIGNALS:
    /// In batches. `number` of the lines is not set.
    void arrived(const QList<zoodock::LogLine> &lines);
    void stateChanged();

private:
    [[nodiscard]] const MemberStatus *member() const;
    void look();
    void moveTo(const ContainerObservation &container);
    void inspect(const QString &context, const QString &container);
    void open(const QString &context);
    void openFile(const QString &context);
    void take(const QList<ContainerLogLine> &lines);
    void onEnded(bool stopped, const Error &error);
    void close();
    void setState(State state);
    void retryLater();

    QString m_cluster;
    int m_memberId;
    EngineRegistry &m_engines;
    ClusterStore &m_store;
    int m_limit = 100'000;
    State m_state = State::Off;
    std::optional<Error> m_problem;
    QString m_container; ///< the id that the seam belongs to
    QDateTime m_run;     ///< the start of the container that was attached to last
    bool m_attached = false;
    bool m_readWhole = false; ///< that run, to its end
    std::optional<LostLines> m_lost;
    bool m_inspected = false;
    bool m_toFile = false;
    QString m_file;
    std::unique_ptr<LogLineReader> m_reader;
    std::unique_ptr<LogSeam> m_seam;
    Operation *m_question = nullptr;
    LogStream *m_stream = nullptr;
    FileLog *m_fileLog = nullptr;
    QTimer m_retry;
};

} // namespace zoodock
