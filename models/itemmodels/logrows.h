// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/logfilter.h"

#include <functional>
#include <utility>

namespace zoodock
{

/// Rows that are filtered or searched at once, in a few milliseconds; more goes to another thread.
inline constexpr qsizetype atOnce = 10'000;

/// Asked now and then by long work: true, nobody wants the answer any more.
using IsGivenUp = std::function<bool()>;

/// The order of the rows: by time, then by member, so that it does not depend on who was read first.
[[nodiscard]] bool earlier(const LogLine &one, const LogLine &other);

/// A line: its member and its number.
using LogLineKey = std::pair<int, quint64>;

struct PassedLines
{
    QList<LogLine> rows;
    QList<LogLineKey> givenUp; ///< the filter's expression would take too long on them
};
/// The lines that pass, in that order; a member's lines of one time stay in the order given.
[[nodiscard]] PassedLines rowsOf(const QList<QList<LogLine>> &sources, const LogFilter &filter,
                                 const IsGivenUp &isGivenUp = {});

/// Both ascending.
struct MatchingRows
{
    QList<int> matches;
    QList<int> givenUp; ///< the expression would take too long on them
};
/// Of the rows from `from` on.
[[nodiscard]] MatchingRows matchingRows(const QList<LogLine> &rows, int from, const LogMatcher &matcher,
                                        const IsGivenUp &isGivenUp = {});

} // namespace zoodock
