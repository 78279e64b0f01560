// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/linediff.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <vector>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using Kind = DiffLine::Kind;
constexpr qsizetype mostLineEdits = 1000; // memory: some edits² ints

QList<DiffLine> all(const QStringList &lines, Kind kind)
{
    QList<DiffLine> out;
    for (const QString &line : lines)
        out.append({kind, line});
    return out;
}

/// Myers' greedy algorithm: for each number of edits the furthest point on each diagonal.
class Myers
{
public:
    Myers(const QStringList &before, const QStringList &after)
        : m_before(before)
        , m_after(after)
        , m_offset(std::min(before.size() + after.size(), mostLineEdits) + 1)
    {
    }

    QList<DiffLine> run()
    {
        std::vector<qsizetype> furthest(static_cast<std::size_t>(2 * m_offset + 1), 0);
        for (qsizetype edits = 0; edits < m_offset; ++edits) {
            m_trace.push_back(furthest);
            if (step(furthest, edits))
                return path();
        }
        return all(m_before, Kind::Removed) + all(m_after, Kind::Added);
    }

private:
    [[nodiscard]] qsizetype at(const std::vector<qsizetype> &furthest, qsizetype diagonal) const
    {
        return furthest[static_cast<std::size_t>(m_offset + diagonal)];
    }
    [[nodiscard]] bool goesDown(const std::vector<qsizetype> &furthest, qsizetype edits, qsizetype k) const
    {
        return k == -edits || (k != edits && at(furthest, k - 1) < at(furthest, k + 1));
    }
    /// True: both ends are reached.
    bool step(std::vector<qsizetype> &furthest, qsizetype edits) const
    {
        for (qsizetype k = -edits; k <= edits; k += 2) {
            qsizetype x = goesDown(furthest, edits, k) ? at(furthest, k + 1) : at(furthest, k - 1) + 1;
            qsizetype y = x - k;
            while (x < m_before.size() && y < m_after.size() && m_before.at(x) == m_after.at(y)) {
                ++x;
                ++y;
            }
            furthest[static_cast<std::size_t>(m_offset + k)] = x;
            if (x >= m_before.size() && y >= m_after.size())
                return true;
        }
        return false;
    }
    [[nodiscard]] QList<DiffLine> path() const
    {
        QList<DiffLine> out;
        qsizetype x = m_before.size();
        qsizetype y = m_after.size();
        for (auto edits = static_cast<qsizetype>(m_trace.size()) - 1; edits >= 0; --edits) {
            const auto &furthest = m_trace[static_cast<std::size_t>(edits)];
            const qsizetype k = x - y;
            const bool down = goesDown(furthest, edits, k);
            const qsizetype fromX = edits == 0 ? 0 : at(furthest, down ? k + 1 : k - 1);
            const qsizetype fromY = edits == 0 ? 0 : fromX - (down ? k + 1 : k - 1);
            while (x > fromX && y > fromY) {
                out.append({Kind::Same, m_before.at(--x)});
                --y;
            }
            if (edits == 0)
                break;
            if (down)
                out.append({Kind::Added, m_after.at(--y)});
            else
                out.append({Kind::Removed, m_before.at(--x)});
        }
        std::reverse(out.begin(), out.end());
        return out;
    }

    const QStringList &m_before;
    const QStringList &m_after;
    qsizetype m_offset;
    std::vector<std::vector<qsizetype>> m_trace;
};

} // namespace

QList<DiffLine> lineDiff(const QString &before, const QString &after)
{
    QStringList old = before.isEmpty() ? QStringList() : before.split(u'\n');
    QStringList now = after.isEmpty() ? QStringList() : after.split(u'\n');
    const qsizetype shorter = std::min(old.size(), now.size());
    qsizetype head = 0;
    while (head < shorter && old.at(head) == now.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && old.at(old.size() - 1 - tail) == now.at(now.size() - 1 - tail))
        ++tail;
    QList<DiffLine> diff = all(old.mid(0, head), Kind::Same);
    const QList<DiffLine> end = all(old.mid(old.size() - tail), Kind::Same);
    const QStringList oldMiddle = old.mid(head, old.size() - head - tail);
    const QStringList newMiddle = now.mid(head, now.size() - head - tail);
    diff += Myers(oldMiddle, newMiddle).run();
    return diff + end;
}

QList<DiffLine> shortened(const QList<DiffLine> &diff, int context)
{
    std::vector<bool> kept(static_cast<std::size_t>(diff.size()), false);
    for (qsizetype i = 0; i < diff.size(); ++i) {
        if (diff.at(i).kind == Kind::Same)
            continue;
        for (qsizetype j = std::max<qsizetype>(0, i - context); j <= std::min(diff.size() - 1, i + context);
             ++j)
            kept[static_cast<std::size_t>(j)] = true;
    }
    QList<DiffLine> out;
    bool gap = false;
    for (qsizetype i = 0; i < diff.size(); ++i) {
        if (kept[static_cast<std::size_t>(i)])
            out.append(diff.at(i));
        else if (!gap)
            out.append({Kind::Same, u"…"_s});
        gap = !kept[static_cast<std::size_t>(i)];
    }
    return out;
}

} // namespace zoodock
