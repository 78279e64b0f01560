// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/logmodel.h"

#include "clusters/logrings.h"
#include "logrows.h"
#include "logsearch.h"

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Lines that belong in between are inserted run by run; more runs than that, and the rest is taken anew.
constexpr qsizetype runsAtMost = 64;

bool isUpTo(const LogLine &line, qint64 time)
{
    return line.timeNano <= time;
}

} // namespace

LogModel::LogModel(const LogRings &rings, QObject *parent)
    : QAbstractListModel(parent)
    , m_rings(rings)
    , m_filterElsewhere(this, [this](const Filtered &filtered) { takeRows(filtered); })
    , m_search(std::make_unique<LogSearch>(m_rows))
{
    connect(m_search.get(), &LogSearch::changed, this, &LogModel::matchesChanged);
    connect(&m_rings, &LogRings::reset, this, &LogModel::rebuild);
    connect(&m_rings, &LogRings::appended, this, &LogModel::onAppended);
}

LogModel::~LogModel() = default;

void LogModel::setFilter(const LogFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
}

void LogModel::setPaused(bool paused)
{
    if (std::exchange(m_paused, paused) == paused)
        return;
    m_waiting = 0;
    Q_EMIT waitingChanged();
    if (!paused)
        rebuild();
}

void LogModel::onAppended(int memberId, const QList<LogLine> &lines)
{
    if (m_paused) {
        m_waiting += m_filter.members.contains(memberId) ? static_cast<int>(lines.size()) : 0;
        Q_EMIT waitingChanged();
        return;
    }
    if (m_filtering) // they are fetched when that is done
        return;
    insertPassed(rowsOf({lines}, m_filter));
    dropOldRows();
}

void LogModel::rebuild()
{
    const int question = m_filterings.next();
    QList<QList<LogLine>> sources;
    QMap<int, quint64> seen;
    qsizetype count = 0;
    for (int member : m_rings.members()) {
        seen.insert(member, m_rings.nextNumber(member));
        if (!m_filter.members.contains(member))
            continue;
        sources.append(m_rings.lines(member));
        count += sources.constLast().size();
    }
    if (count <= atOnce) {
        replaceRows(rowsOf(sources, m_filter));
        setFiltering(false);
        return;
    }
    setFiltering(true);
    m_filterElsewhere.run(
        [question, seen, sources, filter = m_filter, isGivenUp = m_filterings.superseded(question)] {
            return Filtered{question, seen,
                            std::make_shared<const PassedLines>(rowsOf(sources, filter, isGivenUp))};
        });
}

void LogModel::takeRows(const Filtered &filtered)
{
    if (!m_filterings.isLast(filtered.question))
        return;
    replaceRows(*filtered.passed);
    setFiltering(false);
    catchUp(filtered.seen);
}

void LogModel::setFiltering(bool filtering)
{
    if (std::exchange(m_filtering, filtering) != filtering)
        Q_EMIT filteringChanged();
}

void LogModel::replaceRows(const PassedLines &passed)
{
    beginResetModel();
    m_rows = passed.rows;
    m_passedOver = passed.givenUp;
    endResetModel();
    m_search->searchLater();
}

/// What came while the filter ran.
void LogModel::catchUp(const QMap<int, quint64> &seen)
{
    if (m_paused)
        return;
    for (auto member = seen.cbegin(); member != seen.cend(); ++member) {
        const QList<LogLine> lines = m_rings.lines(member.key());
        const quint64 fresh = m_rings.nextNumber(member.key()) - member.value();
        insertPassed(
            rowsOf({lines.last(std::min<qsizetype>(static_cast<qsizetype>(fresh), lines.size()))}, m_filter));
    }
    dropOldRows();
}

void LogModel::insertPassed(const PassedLines &passed)
{
    m_passedOver += passed.givenUp;
    insertLines(passed.rows);
}

void LogModel::insertLines(const QList<LogLine> &lines)
{
    if (lines.isEmpty())
        return;
    const auto place =
        std::upper_bound(m_rows.cbegin(), m_rows.cend(), lines.constFirst(), earlier) - m_rows.cbegin();
    if (place == m_rows.size()) {
        const int first = static_cast<int>(m_rows.size());
        beginInsertRows({}, first, first + static_cast<int>(lines.size()) - 1);
        m_rows += lines;
        endInsertRows();
        m_search->rowsMoved(0, first);
        return;
    }
    insertRuns(place, lines);
    m_search->searchLater();
}

void LogModel::insertRuns(qsizetype from, const QList<LogLine> &lines)
{
    QList<std::pair<qsizetype, qsizetype>> runs; // row before which, number of lines
    qsizetype row = from;
    for (const LogLine &line : lines) {
        row = std::upper_bound(m_rows.cbegin() + row, m_rows.cend(), line, earlier) - m_rows.cbegin();
        if (runs.isEmpty() || runs.constLast().first != row)
            runs.append({row, 0});
        ++runs.last().second;
    }
    if (runs.size() > runsAtMost) {
        QList<LogLine> merged;
        merged.reserve(m_rows.size() - from + lines.size());
        std::merge(m_rows.cbegin() + from, m_rows.cend(), lines.cbegin(), lines.cend(),
                   std::back_inserter(merged), earlier);
        beginRemoveRows({}, static_cast<int>(from), static_cast<int>(m_rows.size()) - 1);
        m_rows.resize(from);
        endRemoveRows();
        beginInsertRows({}, static_cast<int>(from), static_cast<int>(from + merged.size()) - 1);
        m_rows += merged;
        endInsertRows();
        return;
    }
    // From the back, so that the rows before stay where they are.
    qsizetype end = lines.size();
    for (auto run = runs.crbegin(); run != runs.crend(); ++run) {
        const qsizetype begin = end - run->second;
        beginInsertRows({}, static_cast<int>(run->first), static_cast<int>(run->first + run->second) - 1);
        m_rows.insert(run->first, run->second, LogLine());
        std::copy(lines.cbegin() + begin, lines.cbegin() + end, m_rows.begin() + run->first);
        endInsertRows();
        end = begin;
    }
}

/// Rows whose lines the rings have dropped. They are at the front, maybe among lines of quieter members.
void LogModel::dropOldRows()
{
    QMap<int, quint64> first;
    qint64 upTo = 0;
    for (int member : m_rings.members()) {
        if (m_rings.firstNumber(member) == 0)
            continue;
        first.insert(member, m_rings.firstNumber(member));
        upTo = std::max(upTo, m_rings.droppedUpTo(member));
    }
    if (first.isEmpty())
        return;
    m_passedOver.removeIf([&first](const LogLineKey &line) { return line.second < first.value(line.first); });
    const auto end = std::lower_bound(m_rows.cbegin(), m_rows.cend(), upTo, isUpTo);
    const auto isOld = [&first](const LogLine &line) { return line.number < first.value(line.memberId); };
    const auto last = std::find_if(std::make_reverse_iterator(end), m_rows.crend(), isOld);
    const auto count = m_rows.crend() - last; // rows up to the last old one
    if (count == 0)
        return;
    QList<LogLine> kept;
    std::copy_if(m_rows.cbegin(), m_rows.cbegin() + count, std::back_inserter(kept),
                 [&isOld](const LogLine &line) { return !isOld(line); });
    beginRemoveRows({}, 0, static_cast<int>(count) - 1);
    m_rows.remove(0, count);
    endRemoveRows();
    if (!kept.isEmpty()) {
        beginInsertRows({}, 0, static_cast<int>(kept.size()) - 1);
        m_rows = kept + m_rows;
        endInsertRows();
        m_search->searchLater();
        return;
    }
    m_search->rowsMoved(static_cast<int>(count), static_cast<int>(m_rows.size()));
}

int LogModel::placeOf(const LogLine &line) const
{
    const auto isBefore = [](const LogLine &one, const LogLine &other) {
        return earlier(one, other) || (!earlier(other, one) && one.number < other.number);
    };
    return static_cast<int>(std::lower_bound(m_rows.cbegin(), m_rows.cend(), line, isBefore) -
                            m_rows.cbegin());
}

bool LogModel::shows(const LogLine &line, int row) const
{
    return row >= 0 && row < m_rows.size() && m_rows.at(row).memberId == line.memberId &&
           m_rows.at(row).number == line.number && m_rows.at(row).timeNano == line.timeNano;
}

QString LogModel::memberName(int memberId) const
{
    return m_names.value(memberId, QString::number(memberId));
}

QString LogModel::textOf(const QList<int> &rows) const
{
    const bool several = m_filter.members.size() > 1;
    QString text;
    for (int row : rows) {
        const LogLine &line = m_rows.at(row);
        if (several)
            text += memberName(line.memberId) + u'\t';
        text += QString::fromUtf8(line.text) + u'\n';
    }
    return text;
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LogLine &line = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return QString::fromUtf8(line.text);
    if (role == Qt::AccessibleTextRole)
        return tr("%1: %2", "member, line of its log")
            .arg(memberName(line.memberId), QString::fromUtf8(line.text));
    return {};
}

void LogModel::setSearch(const LogPattern &pattern)
{
    m_search->setPattern(pattern);
}

const LogMatcher &LogModel::search() const
{
    return m_search->matcher();
}

bool LogModel::isSearching() const
{
    return m_search->isSearching();
}

int LogModel::matchCount() const
{
    return static_cast<int>(m_search->matches().size());
}

int LogModel::unsearched() const
{
    return static_cast<int>(m_search->givenUp());
}

int LogModel::matchAfter(int row) const
{
    const QList<int> &matches = m_search->matches();
    if (matches.isEmpty())
        return -1;
    const auto next = std::upper_bound(matches.cbegin(), matches.cend(), row);
    return next == matches.cend() ? matches.constFirst() : *next;
}

int LogModel::matchBefore(int row) const
{
    const QList<int> &matches = m_search->matches();
    if (matches.isEmpty())
        return -1;
    const auto next = std::lower_bound(matches.cbegin(), matches.cend(), row);
    return next == matches.cbegin() ? matches.constLast() : *(next - 1);
}

int LogModel::matchNumber(int row) const
{
    const QList<int> &matches = m_search->matches();
    const auto at = std::lower_bound(matches.cbegin(), matches.cend(), row);
    return at != matches.cend() && *at == row ? static_cast<int>(at - matches.cbegin()) + 1 : 0;
}

} // namespace zoodock
