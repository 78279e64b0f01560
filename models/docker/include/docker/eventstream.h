// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "docker/dockerobjects.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QMultiMap>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <chrono>
#include <optional>

namespace zoodock
{

class DockerEngine;
class Operation;
class ProcessStream;

/// `docker events`, kept open: after a loss it is re-opened from the last event's time (minus a margin) with
/// a growing pause (250 ms … 5 s); events that were already delivered are dropped. The first opening is
/// back-dated a little, so that "start listening, then ask for state" leaves no gap: docker says nothing when
/// the stream is connected. Before each opening the engine is asked for its version, so that opened() does
/// not flicker while it is down.
class EventStream : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventStream)
public:
    EventStream(DockerEngine &engine, QObject *parent);
    ~EventStream() override;

    void start();
    void stop();
    [[nodiscard]] bool isOpen() const { return m_open; }
    /// Try to re-open now instead of after the pause.
    void retryNow();

Q_SIGNALS:
    /// The engine answers and the stream runs. Whoever keeps state asks for it now, again at every opening.
    void opened();
    void happened(const zoodock::EngineEvent &event);
    /// The stream ended, or could not be opened. Told once for each loss, and again if the reason changes its
    /// kind (EngineDown, later EngineForbidden).
    void lost(const zoodock::Error &error);

private:
    void tryOpen();
    void open();
    void onLine(const QByteArray &line);
    void onEnded(int exitCode, const Error &error);
    void close();
    void retryLater(const Error &error);
    [[nodiscard]] bool isRepeat(const EngineEvent &event);
    [[nodiscard]] QString since() const;

    DockerEngine &m_engine;
    Operation *m_check = nullptr;
    ProcessStream *m_stream = nullptr;
    QTimer m_retry;
    std::chrono::milliseconds m_pause;
    QElapsedTimer m_openFor;
    QByteArray m_complaint; ///< of the stream, on stderr
    std::optional<ErrorKind> m_lost;
    qint64 m_startNano = 0; ///< our clock; m_lastNano is the engine's
    qint64 m_lastNano = 0;
    QMultiMap<qint64, QByteArray>
        m_recent; ///< time → event, of the last moment: to drop repeats after a re-opening
    bool m_open = false;
    bool m_wanted = false;
};

} // namespace zoodock
