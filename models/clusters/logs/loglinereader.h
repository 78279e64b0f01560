// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/logline.h"

#include <QtCore/QByteArray>

#include <array>

namespace zoodock
{

struct ContainerLogLine;

/// Container's lines → LogLines of one member. What begins no record, as a stack trace, has the level and the
/// time of the record that it follows on the same channel, so that nothing comes between them where logs are
/// merged. A line's time is the server's own where the line begins with one: docker receives a burst of lines
/// some ten milliseconds late, each member's by another delay, and an election is over in as many. The
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
    /// The line that others belong to, of one channel.
    struct Record
    {
        bool open = false;
        qint64 received = 0;
        qint64 time = 0;
        LogLevel level = LogLevel::Unknown;
    };
    [[nodiscard]] static qint64 timeOf(qint64 received, qint64 own, Clock &clock);
    [[nodiscard]] qint64 ownTime(const QByteArray &text);

    int m_memberId;
    std::array<Clock, 2> m_clock{}; ///< output, errors
    QByteArray m_minute;            ///< of the last line with a time, as it is written
    qint64 m_minuteNano = 0;
    std::array<Record, 2> m_record{}; ///< output, errors
};

/// The time at the beginning of log4j's lines, "2026-11-22 07:52:11,123", in nanoseconds; 0: there is none.
[[nodiscard]] qint64 timeOfLogText(const QByteArray &text, int offsetSeconds);

} // namespace zoodock
