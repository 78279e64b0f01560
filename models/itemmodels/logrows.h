// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/logfilter.h"

#include <functional>

namespace zoodock
{

/// Rows that are filtered or searched at once, in a few milliseconds; more goes to another thread.
inline constexpr qsizetype atOnce = 10'000;

/// Asked now and then by long work: true, nobody wants the answer any more.
using IsGivenUp = std::function<bool()>;

/// The order of the rows: by time, then by member, so that it does not depend on who was read first.
[[nodiscard]] bool earlier(const LogLine &one, const LogLine &other);
[[nodiscard]] bool passes(const LogLine &line, const LogFilter &filter, const LogMatcher &matcher);
/// The lines that pass, in that order; a member's lines of one time stay in the order given.
[[nodiscard]] QList<LogLine> rowsOf(const QList<QList<LogLine>> &sources, const LogFilter &filter,
                                    const IsGivenUp &isGivenUp = {});
/// Rows from `from` on that match, ascending.
[[nodiscard]] QList<int> matchingRows(const QList<LogLine> &rows, int from, const LogMatcher &matcher,
                                      const IsGivenUp &isGivenUp = {});

} // namespace zoodock
