// SPDX-License-Identifier: GPL-3.0-or-later
#include "logrows.h"

#include <algorithm>

namespace zoodock
{

namespace
{

constexpr int askEvery = 4096; ///< lines
using Verdict = LogMatcher::Verdict;

Verdict judge(const LogLine &line, const LogFilter &filter, const LogMatcher &matcher)
{
    const bool isAsked = filter.members.contains(line.memberId) && (filter.probes || !line.probe) &&
                         line.level >= filter.atLeast;
    return isAsked ? matcher.examine(line.text) : Verdict::No;
}

} // namespace

bool earlier(const LogLine &one, const LogLine &other)
{
    return one.timeNano != other.timeNano ? one.timeNano < other.timeNano : one.memberId < other.memberId;
}

PassedLines rowsOf(const QList<QList<LogLine>> &sources, const LogFilter &filter, const IsGivenUp &isGivenUp)
{
    const LogMatcher matcher(filter.pattern);
    PassedLines passed;
    QList<LogLine> &rows = passed.rows;
    int count = 0;
    for (const QList<LogLine> &source : sources) {
        const qsizetype before = rows.size();
        if (matcher.isEmpty())
            rows.reserve(before + source.size());
        for (const LogLine &line : source) {
            if (++count % askEvery == 0 && isGivenUp && isGivenUp())
                return {};
            const Verdict verdict = judge(line, filter, matcher);
            if (verdict == Verdict::Yes)
                rows.append(line);
            else if (verdict == Verdict::GivenUp)
                passed.givenUp.append({line.memberId, line.number});
        }
        // Each source is nearly in order.
        const auto middle = rows.begin() + before;
        if (!std::is_sorted(middle, rows.end(), earlier))
            std::stable_sort(middle, rows.end(), earlier);
        std::inplace_merge(rows.begin(), middle, rows.end(), earlier);
    }
    return passed;
}

MatchingRows matchingRows(const QList<LogLine> &rows, int from, const LogMatcher &matcher,
                          const IsGivenUp &isGivenUp)
{
    MatchingRows found;
    for (int row = from; row < rows.size(); ++row) {
        if (row % askEvery == 0 && isGivenUp && isGivenUp())
            return {};
        const Verdict verdict = matcher.examine(rows.at(row).text);
        if (verdict == Verdict::Yes)
            found.matches.append(row);
        else if (verdict == Verdict::GivenUp)
            found.givenUp.append(row);
    }
    return found;
}

} // namespace zoodock
