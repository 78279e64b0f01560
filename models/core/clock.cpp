// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"

namespace zoodock
{

namespace
{

class SystemClock final : public Clock
{
public:
    std::chrono::milliseconds monotonic() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now().time_since_epoch());
    }
    QDateTime utc() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace

const Clock &Clock::system()
{
    static const SystemClock clock;
    return clock;
}

QDateTime ManualClock::utc() const
{
    return QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC).addMSecs(m_now.count());
}

} // namespace zoodock
