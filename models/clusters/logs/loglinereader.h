// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/logline.h"

#include <array>

namespace zoodock
{

struct ContainerLogLine;

/// Container's lines → LogLines of one member. Keeps the level for the lines that belong to the one before: a
/// stack trace.
class LogLineReader
{
public:
    explicit LogLineReader(int memberId)
        : m_memberId(memberId)
    {
    }
    [[nodiscard]] LogLine read(const ContainerLogLine &line);
    void forget() { m_level = {}; }

private:
    int m_memberId;
    std::array<LogLevel, 2> m_level{}; ///< of the last line that named one: output, errors
};

/// The time at the beginning of log4j's lines, "2026-11-22 07:52:11,123", in nanoseconds; 0: there is none.
[[nodiscard]] qint64 timeOfLogText(const QByteArray &text, int offsetSeconds);

} // namespace zoodock
