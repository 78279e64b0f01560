// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "docker/dockerobjects.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <chrono>

namespace zoodock
{

class DockerEngine;
class ProcessStream;

/// `docker events`, kept open: after a loss it is re-opened from the last event's time (minus a margin) with a growing
/// pause (250 ms … 5 s); events that were already delivered are dropped. The first opening is back-dated a little, so
/// that "start listening, then ask for state" leaves no gap.
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
    /// The process runs. (Whether the daemon answers shows at once: it ends again if not.) Whoever keeps state asks for
    /// it now, again at every opening.
    void opened();
    void event(const zoodock::EngineEvent &event);
    void lost(const zoodock::Error &error);

private:
    void open();
    void onLine(const QByteArray &line);
    void onEnded(const Error &error);

    DockerEngine &m_engine;
    ProcessStream *m_stream = nullptr;
    QTimer m_retry;
    std::chrono::milliseconds m_pause{250};
    qint64 m_lastNano = 0;
    QList<QByteArray> m_recent; ///< lines of the last moment, to drop repeats after a re-opening
    bool m_open = false;
    bool m_wanted = false;
};

} // namespace zoodock
