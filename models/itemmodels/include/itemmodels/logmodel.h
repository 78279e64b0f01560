// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elsewhere.h"
#include "itemmodels/logfilter.h"
#include "itemmodels/questions.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QMap>

#include <memory>
#include <utility>

namespace zoodock
{

class LogRings;
class LogSearch;
struct PassedLines;

/// The lines of some members' logs that pass a filter, merged by time (LogLine::timeNano). New lines come in
/// batches; a filter or a search over many lines runs in another thread, and the rows stay as they are until
/// it is done.
class LogModel : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogModel)
public:
    explicit LogModel(const LogRings &rings, QObject *parent = nullptr);
    ~LogModel() override;

    void setFilter(const LogFilter &filter);
    [[nodiscard]] const LogFilter &filter() const { return m_filter; }
    [[nodiscard]] bool isFiltering() const { return m_filtering; }
    /// Lines that are left out because the filter's expression would take too long on them.
    [[nodiscard]] int passedOver() const { return static_cast<int>(m_passedOver.size()); }
    /// While paused the rows stay; afterwards everything is there that came meanwhile.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_paused; }
    /// Lines that came while paused, whether they pass or not.
    [[nodiscard]] int waiting() const { return m_waiting; }
    void setMemberNames(const QMap<int, QString> &names) { m_names = names; }

    /// Marks matching rows; an empty text none.
    void setSearch(const LogPattern &pattern);
    [[nodiscard]] const LogMatcher &search() const;
    [[nodiscard]] bool isSearching() const;
    [[nodiscard]] int matchCount() const;
    /// Rows on which the searched expression would take too long.
    [[nodiscard]] int unsearched() const;
    /// The next matching row behind (or before) `row`, around the end; −1: none.
    [[nodiscard]] int matchAfter(int row) const;
    [[nodiscard]] int matchBefore(int row) const;
    /// 1 for the first; 0: this row does not match.
    [[nodiscard]] int matchNumber(int row) const;

    [[nodiscard]] const LogLine &line(int row) const { return m_rows.at(row); }
    /// The row of this line, or where it would be if it passed: rowCount() behind the last.
    [[nodiscard]] int placeOf(const LogLine &line) const;
    /// True where that row is this very line.
    [[nodiscard]] bool shows(const LogLine &line, int row) const;
    [[nodiscard]] QString memberName(int memberId) const;
    /// Of some rows, a line each; with the member's name in front where several members are shown.
    [[nodiscard]] QString textOf(const QList<int> &rows) const;
    /// All rows as they are now, cheaply.
    [[nodiscard]] QList<LogLine> rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void filteringChanged();
    void waitingChanged();
    void matchesChanged();

private:
    struct Filtered
    {
        int question = 0;
        QMap<int, quint64> seen; ///< next number of each member when the filter began
        std::shared_ptr<const PassedLines> passed;
    };
    void onAppended(int memberId, const QList<LogLine> &lines);
    void rebuild();
    void takeRows(const Filtered &filtered);
    void replaceRows(const PassedLines &passed);
    void catchUp(const QMap<int, quint64> &seen);
    void insertPassed(const PassedLines &passed);
    void insertLines(const QList<LogLine> &lines);
    void insertRuns(qsizetype from, const QList<LogLine> &lines);
    void dropOldRows();
    void setFiltering(bool filtering);

    const LogRings &m_rings;
    QList<LogLine> m_rows;
    QList<std::pair<int, quint64>> m_passedOver; ///< member and number
    LogFilter m_filter;
    QMap<int, QString> m_names;
    Questions m_filterings;
    Elsewhere<Filtered> m_filterElsewhere;
    bool m_filtering = false;
    bool m_paused = false;
    int m_waiting = 0;
    std::unique_ptr<LogSearch> m_search; ///< of the rows, so it goes before them
};

} // namespace zoodock
