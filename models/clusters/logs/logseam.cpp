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
    m_expected.clear();
    m_from = since();
    m_seamEnd = m_last;
    for (const Key &key : m_seen) {
        if (key.first >= m_from)
            ++m_expected[key];
    }
}

bool LogSeam::isRepeat(qint64 timeNano, bool standardError, const QByteArray &text)
{
    if (m_from > 0 && timeNano < m_from)
        return true;
    const Key key{timeNano, qHash(text, standardError ? 1U : 0U)};
    if (const auto expected = m_expected.find(key); expected != m_expected.end()) {
        if (--*expected == 0)
            m_expected.erase(expected);
        return true;
    }
    // Far enough behind the seam nothing of the reading before comes any more.
    if (m_from > 0 && timeNano > m_seamEnd + margin) {
        m_expected.clear();
        m_from = 0;
    }
    m_last = std::max(m_last, timeNano);
    m_seen.push_back(key);
    while (m_seen.front().first < m_last - margin)
        m_seen.pop_front();
    return false;
}

} // namespace zoodock
