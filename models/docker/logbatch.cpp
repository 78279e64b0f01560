// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/logbatch.h"

#include <chrono>
#include <utility>

namespace zoodock
{

namespace
{

constexpr std::chrono::milliseconds pause{100};
constexpr qsizetype much = 16'384; ///< some 20 ms of work for whoever shows them

} // namespace

LogBatch::LogBatch(QObject *parent)
    : QObject(parent)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, &LogBatch::flush);
}

void LogBatch::add(ContainerLogLine line)
{
    m_lines.append(std::move(line));
    if (m_lines.size() >= much)
        flush();
    else if (!m_timer.isActive())
        m_timer.start();
}

void LogBatch::flush()
{
    m_timer.stop();
    if (!m_lines.isEmpty())
        Q_EMIT ready(std::exchange(m_lines, {}));
}

void LogBatch::clear()
{
    m_timer.stop();
    m_lines.clear();
}

} // namespace zoodock
