// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/statssampler.h"

#include "core/processrunner.h"
#include "docker/dockerengine.h"
#include "docker/dockerparsers.h"

#include <utility>

namespace zoodock
{

using namespace std::chrono_literals;

StatsSampler::StatsSampler(DockerEngine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_timer(this)
{
    m_timer.setInterval(5s);
    connect(&m_timer, &QTimer::timeout, this, &StatsSampler::onPauseOver);
}

StatsSampler::~StatsSampler() = default;

void StatsSampler::watch(const QStringList &containers)
{
    if (containers == m_containers)
        return;
    m_containers = containers;
    close();
    m_timer.stop();
    if (m_containers.isEmpty())
        return;
    open();
    m_timer.start();
}

void StatsSampler::open()
{
    m_rows.clear();
    m_reading = true;
    m_stream = m_engine.runner().stream(m_engine.commands().streamStats(m_containers), this);
    connect(m_stream, &ProcessStream::outputLine, this, &StatsSampler::onLine);
    // A failure is nothing to tell: events and probes tell what happened. The next pause tries again.
    connect(m_stream, &ProcessStream::ended, this, &StatsSampler::close);
    m_stream->start();
}

void StatsSampler::close()
{
    dismiss(m_stream, this);
}

void StatsSampler::onLine(const QByteArray &line)
{
    if (!m_reading || !line.contains('{')) // the rest clears the screen
        return;
    const Result<QList<ContainerStats>> rows = parse::stats(line);
    if (!rows)
        return;
    for (const ContainerStats &row : *rows)
        m_rows.insert(row.name, row);
    if (m_rows.size() == m_containers.size())
        tell();
}

void StatsSampler::onPauseOver()
{
    if (!m_stream) {
        open();
        return;
    }
    // Of one that is just ending docker has no figures; the others' count.
    if (m_reading && !m_rows.isEmpty())
        tell();
    m_reading = true;
}

void StatsSampler::tell()
{
    m_reading = false;
    Q_EMIT sampled(std::exchange(m_rows, {}).values());
}

} // namespace zoodock
