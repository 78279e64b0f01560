// SPDX-License-Identifier: GPL-3.0-or-later
#include "logsearch.h"

#include <algorithm>

namespace zoodock
{

namespace
{

void moveRows(QList<int> &rows, int removedInFront)
{
    const auto firstKept = std::lower_bound(rows.cbegin(), rows.cend(), removedInFront);
    rows.remove(0, firstKept - rows.cbegin());
    for (int &row : rows)
        row -= removedInFront;
}

} // namespace

LogSearch::LogSearch(const QList<LogLine> &rows)
    : m_rows(rows)
    , m_elsewhere(this, [this](const Found &found) { take(found); })
    , m_soon(this)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &LogSearch::searchNow);
}

LogSearch::~LogSearch() = default;

void LogSearch::setPattern(const LogPattern &pattern)
{
    m_matcher = LogMatcher(pattern);
    searchNow();
}

void LogSearch::searchLater()
{
    m_questions.next();
    if (m_matcher.isEmpty())
        return;
    m_searching = true;
    m_soon.start();
}

void LogSearch::searchNow()
{
    m_soon.stop();
    const int question = m_questions.next();
    if (m_matcher.isEmpty())
        return take({question, {}});
    if (m_rows.size() <= atOnce)
        return take({question, matchingRows(m_rows, 0, m_matcher)});
    m_searching = true;
    Q_EMIT changed();
    m_elsewhere.run(
        [question, rows = m_rows, matcher = m_matcher, isGivenUp = m_questions.superseded(question)] {
            return Found{question, matchingRows(rows, 0, matcher, isGivenUp)};
        });
}

void LogSearch::take(const Found &found)
{
    if (!m_questions.isLast(found.question))
        return;
    m_searching = false;
    m_found = found.rows;
    Q_EMIT changed();
}

void LogSearch::rowsMoved(int removedInFront, int appendedFrom)
{
    if (m_matcher.isEmpty() || m_searching || m_soon.isActive())
        return searchLater();
    const MatchingRows fresh = matchingRows(m_rows, appendedFrom, m_matcher);
    moveRows(m_found.matches, removedInFront);
    moveRows(m_found.givenUp, removedInFront);
    m_found.matches += fresh.matches;
    m_found.givenUp += fresh.givenUp;
    Q_EMIT changed();
}

} // namespace zoodock
