// SPDX-License-Identifier: GPL-3.0-or-later
#include "logrows.h"

#include <algorithm>

namespace zoodock
{

namespace
{

constexpr int askEvery = 4096; ///< lines

} // namespace

bool earlier(const LogLine &one, const LogLine &other)
{
    return one.timeNano != other.timeNano ? one.timeNano < other.timeNano : one.memberId < other.memberId;
}

bool passes(const LogLine &line, const LogFilter &filter, const LogMatcher &matcher)
{
    return filter.members.contains(line.memberId) && (filter.probes || !line.probe) &&
           line.level >= filter.atLeast && matcher.matches(line.text);
}

QList<LogLine> rowsOf(const QList<QList<LogLine>> &sources, const LogFilter &filter,
                      const IsGivenUp &isGivenUp)
{
    const LogMatcher matcher(filter.pattern);
    QList<LogLine> rows;
    int count = 0;
    for (const QList<LogLine> &source : sources) {
        const qsizetype before = rows.size();
        if (matcher.isEmpty())
            rows.reserve(before + source.size());
        for (const LogLine &line : source) {
            if (++count % askEvery == 0 && isGivenUp && isGivenUp())
                return {};
            if (passes(line, filter, matcher))
                rows.append(line);
        }
        // Each source is nearly in order.
        const auto middle = rows.begin() + before;
        if (!std::is_sorted(middle, rows.end(), earlier))
            std::stable_sort(middle, rows.end(), earlier);
        std::inplace_merge(rows.begin(), middle, rows.end(), earlier);
    }
    return rows;
}

QList<int> matchingRows(const QList<LogLine> &rows, int from, const LogMatcher &matcher,
                        const IsGivenUp &isGivenUp)
{
    QList<int> found;
    for (int row = from; row < rows.size(); ++row) {
        if (row % askEvery == 0 && isGivenUp && isGivenUp())
            return {};
        if (matcher.matches(rows.at(row).text))
            found.append(row);
    }
    return found;
}

} // namespace zoodock
