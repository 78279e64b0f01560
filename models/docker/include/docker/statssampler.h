// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docker/dockerobjects.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QTimer>

#include <chrono>

namespace zoodock
{

class DockerEngine;
class Operation;

/// `docker stats --no-stream` of some containers again and again, while somebody looks: nothing runs with an
/// empty list. One sample takes the engine about 2 s and costs some 0.03 s of processor time; the next starts
/// 8 s after the last ended, so that figures are about 10 s apart.
class StatsSampler : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatsSampler)
public:
    StatsSampler(DockerEngine &engine, QObject *parent);
    ~StatsSampler() override;

    void watch(const QStringList &containers);
    [[nodiscard]] std::chrono::milliseconds pause() const { return m_pause; }
    void setPause(std::chrono::milliseconds pause) { m_pause = pause; }

Q_SIGNALS:
    void sampled(const QList<zoodock::ContainerStats> &stats);

private:
    void sample();

    DockerEngine &m_engine;
    QStringList m_containers;
    QTimer m_timer;
    std::chrono::milliseconds m_pause = std::chrono::seconds(8);
    Operation *m_running = nullptr;
};

} // namespace zoodock
