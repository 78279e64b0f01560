// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/logline.h"

#include <QtCore/QByteArray>

#include <array>

namespace zoodock
{

struct ContainerLogLine;

/// Container's lines → LogLines of one member. Keeps the level for the lines that belong to the one before: a
/// stack trace. A line's time is the server's own where the line begins with one: docker receives a burst of
/// lines some ten milliseconds late, each member's by another delay, and an election is over in as many. The
/// container's time zone shows in the difference; other lines are late by as much as the one before.
class LogLineReader
{
public:
    explicit LogLineReader(int memberId)
        : m_memberId(memberId)
    {
    }
    [[nodiscard]] LogLine read(const ContainerLogLine &line);

private:
    /// Of one channel.
    struct Clock
    {
        qint64 last = 0; ///< time of the line before
        qint64 lag = 0;  ///< of docker's time behind the server's own
    };
    [[nodiscard]] qint64 timeOf(qint64 received, const QByteArray &text, Clock &clock);
    [[nodiscard]] qint64 ownTime(const QByteArray &text);

    int m_memberId;
    std::array<Clock, 2> m_clock{}; ///< output, errors
    QByteArray m_minute;            ///< of the last line with a time, as it is written
    qint64 m_minuteNano = 0;
    std::array<LogLevel, 2> m_level{}; ///< of the last line that named one: output, errors
};

/// The time at the beginning of log4j's lines, "2026-11-22 07:52:11,123", in nanoseconds; 0: there is none.
[[nodiscard]] qint64 timeOfLogText(const QByteArray &text, int offsetSeconds);

} // namespace zoodock
