// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>

#include <algorithm>
#include <ctime>
#include <utility>

namespace zoodock::bench
{

/// How long the event loop was away at most, from its making on: by the clock, and in processor time of this
/// thread, which other programs do not lengthen. Not an idle timer: that would itself take a processor from
/// whoever else works.
class EventLoopGap
{
public:
    EventLoopGap()
    {
        QObject::connect(&m_pulse, &QTimer::timeout, &m_pulse, [this] { beat(); });
        m_pulse.setTimerType(Qt::PreciseTimer);
        m_pulse.start(interval);
        restart();
    }
    Q_DISABLE_COPY_MOVE(EventLoopGap)
    ~EventLoopGap() = default;

    void restart()
    {
        m_wait = 0;
        m_busy = 0;
        m_busyBefore = threadMilliseconds();
        m_clock.restart();
    }
    /// ms beyond the interval of the pulse.
    [[nodiscard]] double longestWait()
    {
        beat();
        return m_wait;
    }
    /// ms.
    [[nodiscard]] double longestBusy()
    {
        beat();
        return m_busy;
    }

private:
    static constexpr int interval = 5; ///< ms

    static double threadMilliseconds()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
    }
    void beat()
    {
        const double waited = static_cast<double>(m_clock.nsecsElapsed()) / 1e6 - interval;
        m_clock.restart();
        m_wait = std::max(m_wait, waited);
        const double now = threadMilliseconds();
        m_busy = std::max(m_busy, now - std::exchange(m_busyBefore, now));
    }

    QTimer m_pulse;
    QElapsedTimer m_clock;
    double m_wait = 0;
    double m_busy = 0;
    double m_busyBefore = 0;
};

} // namespace zoodock::bench
