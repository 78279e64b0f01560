// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/logline.h"
#include "core/elsewhere.h"
#include "itemmodels/logfilter.h"
#include "itemmodels/questions.h"
#include "logrows.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace zoodock
{

/// Which rows of a LogModel match a pattern, kept up while rows come and go. Many rows are searched in
/// another thread.
class LogSearch : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogSearch)
public:
    /// `rows` outlives this.
    explicit LogSearch(const QList<LogLine> &rows);
    ~LogSearch() override;

    void setPattern(const LogPattern &pattern);
    [[nodiscard]] const LogMatcher &matcher() const { return m_matcher; }
    [[nodiscard]] bool isSearching() const { return m_searching; }
    /// Ascending.
    [[nodiscard]] const QList<int> &matches() const { return m_found.matches; }
    /// Rows on which the expression would take too long.
    [[nodiscard]] qsizetype givenUp() const { return m_found.givenUp.size(); }
    /// The rows are others: they are searched anew, soon.
    void searchLater();
    /// Rows went in front or came at the end: the matches in between stay.
    void rowsMoved(int removedInFront, int appendedFrom);

Q_SIGNALS:
    void changed();

private:
    struct Found
    {
        int question = 0;
        MatchingRows rows;
    };
    void searchNow();
    void take(const Found &found);

    const QList<LogLine> &m_rows;
    LogMatcher m_matcher;
    MatchingRows m_found;
    Questions m_questions;
    Elsewhere<Found> m_elsewhere;
    bool m_searching = false;
    QTimer m_soon;
};

} // namespace zoodock
