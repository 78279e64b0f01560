// SPDX-License-Identifier: GPL-3.0-or-later
#include "logseam.h"

#include <algorithm>

namespace zoodock
{

namespace
{

constexpr qint64 margin = 2'000'000'000;
constexpr size_t mostRemembered = 200'000; // the shortest lines that fill a file of 10 MB are fewer

/// Two lines of one channel have one time only where the clock is coarse.
bool isNanoseconds(qint64 timeNano)
{
    return timeNano % 1000 != 0;
}

} // namespace

qint64 LogSeam::since() const
{
    return m_last > margin ? m_last - margin : 0;
}

void LogSeam::reopen()
{
    const qint64 from = since();
    m_seamEnd = m_last;
    for (Channel &channel : m_channels) {
        channel.expected.clear();
        channel.from = from;
        channel.newest = 0;
        channel.next = 0;
        for (const Seen &seen : channel.had) {
            if (seen.timeNano >= from)
                ++channel.expected[seen.key()];
        }
    }
}

bool LogSeam::isOfReadingBefore(Channel &channel, const Seen &line) const
{
    if (channel.from > 0 && line.timeNano < channel.from)
        return true;
    if (const auto expected = channel.expected.find(line.key()); expected != channel.expected.end()) {
        if (--*expected == 0)
            channel.expected.erase(expected);
        return true;
    }
    // Far enough behind the seam nothing of the reading before comes any more, on this channel.
    if (channel.from > 0 && line.timeNano > m_seamEnd + margin) {
        channel.expected.clear();
        channel.from = 0;
    }
    return false;
}

/// Where time goes back, either the lines come again, in the order in which they came, or the clock was set.
/// Of a line that the engine keeps in pieces the new file may hold the last ones only: shown, and forgotten.
LogSeam::Origin LogSeam::originOf(Channel &channel, const Seen &line)
{
    const std::deque<Seen> &had = channel.had;
    if (channel.next > 0 && channel.next < had.size() && had[channel.next] == line) {
        ++channel.next;
        return Origin::Repeat;
    }
    if (line.timeNano > channel.newest || (line.timeNano == channel.newest && !isNanoseconds(line.timeNano)))
        return Origin::New;
    const auto earlier = std::find_if(had.crbegin(), had.crend(),
                                      [&](const Seen &seen) { return seen.timeNano < line.timeNano; });
    auto seen = earlier.base();
    const bool knowsTime = seen != had.cend() && seen->timeNano == line.timeNano;
    while (seen != had.cend() && seen->timeNano == line.timeNano && *seen != line)
        ++seen;
    if (seen != had.cend() && *seen == line) {
        channel.next = static_cast<size_t>(seen - had.cbegin()) + 1;
        return Origin::Repeat;
    }
    if (knowsTime && line.timeNano < channel.newest)
        return Origin::Piece;
    channel.newest = line.timeNano;
    return Origin::New;
}

bool LogSeam::isRepeat(qint64 timeNano, bool standardError, const QByteArray &text)
{
    Channel &channel = m_channels[standardError];
    const Seen line{timeNano, qHash(text)};
    const Origin origin = isOfReadingBefore(channel, line) ? Origin::Repeat : originOf(channel, line);
    channel.newest = std::max(channel.newest, timeNano);
    if (origin == Origin::Repeat)
        return true;
    m_last = std::max(m_last, timeNano);
    if (origin == Origin::Piece)
        return false;
    channel.next = 0;
    channel.had.push_back(line);
    if (channel.had.size() > mostRemembered)
        channel.had.pop_front();
    return false;
}

} // namespace zoodock
