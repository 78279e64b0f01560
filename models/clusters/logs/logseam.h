// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QHash>

#include <array>
#include <deque>
#include <utility>

namespace zoodock
{

/// Joins two readings of one log: the second begins a little before the end of the first, because standard
/// output and standard error arrive in either order, and what was seen already is left out. Within a reading,
/// too: when the engine rotates the log's file it may repeat what the new one holds, with the same times.
class LogSeam
{
public:
    /// Where the next reading has to begin; 0: at the beginning.
    [[nodiscard]] qint64 since() const;
    /// The time of the last line; 0: there was none.
    [[nodiscard]] qint64 last() const { return m_last; }
    /// The next line is the first of another reading.
    void reopen();
    /// Notes the line. True: the reading before had it, or this one.
    [[nodiscard]] bool isRepeat(qint64 timeNano, bool standardError, const QByteArray &text);
    void forget() { *this = {}; }

private:
    enum class Origin { New, Repeat, Piece };
    struct Seen
    {
        qint64 timeNano;
        size_t hash; ///< of the text
        [[nodiscard]] std::pair<qint64, size_t> key() const { return {timeNano, hash}; }
        bool operator==(const Seen &) const = default;
    };
    /// Each is read at its own pace: of one much may have come before the other's first line.
    struct Channel
    {
        std::deque<Seen> had;                           ///< the last lines, as they came
        QHash<std::pair<qint64, size_t>, int> expected; ///< lines that will come again, how often
        qint64 from = 0;                                ///< while > 0: everything before is a repeat
        qint64 newest = 0;                              ///< time in this reading
        size_t next = 0;                                ///< of `had`, while it is repeated; 0: it is not
    };
    [[nodiscard]] bool isOfReadingBefore(Channel &channel, const Seen &line) const;
    [[nodiscard]] static Origin originOf(Channel &channel, const Seen &line);

    qint64 m_last = 0;
    qint64 m_seamEnd = 0;
    std::array<Channel, 2> m_channels; ///< standard output, standard error
};

} // namespace zoodock
