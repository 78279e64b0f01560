// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docker/dockerobjects.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QTimer>

namespace zoodock
{

class DockerEngine;
class Operation;

/// `docker stats --no-stream` of some containers again and again, while somebody looks: nothing runs with an
/// empty list. One sample takes the engine about 2 s; the next starts 3 s after the last ended.
class StatsSampler : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatsSampler)
public:
    StatsSampler(DockerEngine &engine, QObject *parent);
    ~StatsSampler() override;

    void watch(const QStringList &containers);

Q_SIGNALS:
    void sampled(const QList<zoodock::ContainerStats> &stats);

private:
    void sample();

    DockerEngine &m_engine;
    QStringList m_containers;
    QTimer m_timer;
    Operation *m_running = nullptr;
};

} // namespace zoodock
