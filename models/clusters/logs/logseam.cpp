// SPDX-License-Identifier: GPL-3.0-or-later
#include "logseam.h"

#include <algorithm>

namespace zoodock
{

namespace
{

constexpr qint64 margin = 2'000'000'000;

} // namespace

qint64 LogSeam::since() const
{
    return m_last > margin ? m_last - margin : 0;
}

void LogSeam::reopen()
{
    const qint64 from = since();
    m_seamEnd = m_last;
    m_channels = {};
    for (Channel &channel : m_channels)
        channel.from = from;
    for (const Seen &seen : m_seen) {
        if (seen.timeNano >= from)
            ++m_channels[seen.standardError].expected[seen.key()];
    }
}

bool LogSeam::isRepeat(qint64 timeNano, bool standardError, const QByteArray &text)
{
    Channel &channel = m_channels[standardError];
    if (channel.from > 0 && timeNano < channel.from)
        return true;
    const Seen line{timeNano, qHash(text), standardError};
    if (const auto expected = channel.expected.find(line.key()); expected != channel.expected.end()) {
        if (--*expected == 0)
            channel.expected.erase(expected);
        return true;
    }
    // Far enough behind the seam nothing of the reading before comes any more, on this channel.
    if (channel.from > 0 && timeNano > m_seamEnd + margin)
        channel = {};
    m_last = std::max(m_last, timeNano);
    m_seen.push_back(line);
    while (m_seen.front().timeNano < m_last - margin)
        m_seen.pop_front();
    return false;
}

} // namespace zoodock
