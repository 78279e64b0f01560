// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/statssampler.h"

#include "docker/dockerengine.h"

#include <chrono>

namespace zoodock
{

using namespace std::chrono_literals;

StatsSampler::StatsSampler(DockerEngine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &StatsSampler::sample);
}

StatsSampler::~StatsSampler() = default;

void StatsSampler::watch(const QStringList &containers)
{
    if (containers == m_containers)
        return;
    m_containers = containers;
    // The old sample's answer would be about other containers, and takes two seconds more.
    delete std::exchange(m_running, nullptr);
    if (m_containers.isEmpty())
        m_timer.stop();
    else
        m_timer.start(0ms);
}

void StatsSampler::sample()
{
    auto *const query = m_engine.stats(m_containers, this);
    m_running = query;
    connect(query, &Operation::finished, this, [this, query] {
        m_running = nullptr;
        query->deleteLater();
        m_timer.start(m_pause);
        // A failure is nothing to tell: events and probes tell what happened.
        if (query->succeeded())
            Q_EMIT sampled(query->value());
    });
    query->start();
}

} // namespace zoodock
