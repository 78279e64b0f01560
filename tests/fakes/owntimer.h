// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>

namespace zoodock::test
{

/// Time as this thread had it: what it had to wait for a processor, because the machine was busy with others,
/// does not count. Where the system does not tell that, it counts.
class OwnTimer
{
public:
    void start()
    {
        m_delay = delay();
        m_timer.start();
    }
    [[nodiscard]] qint64 nsecsElapsed() const { return m_timer.nsecsElapsed() - (delay() - m_delay); }
    /// ms
    [[nodiscard]] qint64 elapsed() const { return nsecsElapsed() / 1'000'000; }
    /// elapsed(), and begins anew.
    qint64 restart()
    {
        const qint64 own = elapsed();
        start();
        return own;
    }

private:
    /// ns that this thread was ready to run and did not; proc(5), schedstat.
    static qint64 delay()
    {
        QFile file(QStringLiteral("/proc/thread-self/schedstat"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() : 0;
    }

    QElapsedTimer m_timer;
    qint64 m_delay = 0;
};

} // namespace zoodock::test
