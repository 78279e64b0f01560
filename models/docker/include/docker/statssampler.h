// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docker/dockerobjects.h"

#include <QtCore/QMap>
#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QTimer>

#include <chrono>

namespace zoodock
{

class DockerEngine;
class ProcessStream;

/// `docker stats` of some containers, while somebody looks: nothing runs with an empty list. The process goes
/// on and on and says figures twice a second, which costs it a thousandth of a core; a process of its own
/// for each sample takes 0.1 s of processor time. Of what it says one sample every pause() is read.
class StatsSampler : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatsSampler)
public:
    StatsSampler(DockerEngine &engine, QObject *parent);
    ~StatsSampler() override;

    void watch(const QStringList &containers);
    [[nodiscard]] std::chrono::milliseconds pause() const { return m_timer.intervalAsDuration(); }
    void setPause(std::chrono::milliseconds pause) { m_timer.setInterval(pause); }

Q_SIGNALS:
    void sampled(const QList<zoodock::ContainerStats> &stats);

private:
    void open();
    void close();
    void onLine(const QByteArray &line);
    void onPauseOver();
    void tell();

    DockerEngine &m_engine;
    QStringList m_containers;
    QTimer m_timer;
    ProcessStream *m_stream = nullptr;
    QMap<QString, ContainerStats> m_rows; ///< by name, of the sample that is being read
    bool m_reading = false;
};

} // namespace zoodock
