// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/namelist.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace zoodock
{

namespace
{

constexpr qsizetype fullChunk = 512; ///< names; a change costs a copy of one chunk

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

qsizetype endOfDigits(QByteArrayView text, qsizetype from)
{
    while (from < text.size() && isDigit(text.at(from)))
        ++from;
    return from;
}

qsizetype skipZeros(QByteArrayView text, qsizetype from, qsizetype end)
{
    while (from + 1 < end && text.at(from) == '0')
        ++from;
    return from;
}

int sign(qsizetype difference)
{
    return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

int compareBytes(QByteArrayView a, QByteArrayView b)
{
    const auto common = static_cast<std::size_t>(std::min(a.size(), b.size()));
    const int order = common > 0 ? std::memcmp(a.data(), b.data(), common) : 0;
    return order != 0 ? sign(order) : sign(a.size() - b.size());
}

/// Sixteen nibbles of a name in natural order: equal keys say nothing, different ones are ordered like the
/// names. A number is written as '0', its length and its digits, so that shorter is less.
class SortKey
{
public:
    explicit SortKey(QByteArrayView text)
    {
        qsizetype at = 0;
        while (at < text.size() && m_room > 0) {
            if (!isDigit(text.at(at))) {
                byte(static_cast<unsigned char>(text.at(at++)));
                continue;
            }
            const qsizetype end = endOfDigits(text, at);
            at = skipZeros(text, at, end);
            byte('0');
            byte(static_cast<unsigned>(std::min<qsizetype>(end - at, 255)));
            if (end - at >= 255)
                break; // the full comparison tells such numbers apart
            for (; at < end; ++at)
                nibble(static_cast<unsigned>(text.at(at) - '0'));
        }
        if (m_room > 0 && m_key != 0) // all of it free: nothing to shift, and too far
            m_key <<= static_cast<unsigned>(4 * m_room);
    }
    [[nodiscard]] std::uint64_t key() const { return m_key; }

private:
    void nibble(unsigned value)
    {
        if (m_room == 0)
            return;
        m_key = m_key << 4U | value;
        --m_room;
    }
    void byte(unsigned value)
    {
        nibble(value >> 4U);
        nibble(value & 0xfU);
    }

    std::uint64_t m_key = 0;
    int m_room = 16;
};

/// How many bytes all names have in common, not splitting a number.
qsizetype commonPrefix(const std::vector<QByteArrayView> &names)
{
    QByteArrayView prefix = names.front();
    for (const QByteArrayView name : names) {
        qsizetype same = 0;
        const qsizetype most = std::min(prefix.size(), name.size());
        while (same < most && prefix.at(same) == name.at(same))
            ++same;
        prefix = prefix.first(same);
    }
    qsizetype length = prefix.size();
    while (length > 0 && isDigit(prefix.at(length - 1)))
        --length;
    return length;
}

} // namespace

int compareNatural(QByteArrayView a, QByteArrayView b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (!isDigit(a.at(i)) || !isDigit(b.at(j))) {
            if (a.at(i) != b.at(j))
                return static_cast<unsigned char>(a.at(i)) < static_cast<unsigned char>(b.at(j)) ? -1 : 1;
            ++i;
            ++j;
            continue;
        }
        const qsizetype endA = endOfDigits(a, i);
        const qsizetype endB = endOfDigits(b, j);
        i = skipZeros(a, i, endA);
        j = skipZeros(b, j, endB);
        if (endA - i != endB - j)
            return sign((endA - i) - (endB - j));
        const int order = compareBytes(a.sliced(i, endA - i), b.sliced(j, endB - j));
        if (order != 0)
            return order;
        i = endA;
        j = endB;
    }
    if (i < a.size() || j < b.size())
        return i < a.size() ? 1 : -1;
    return compareBytes(a, b);
}

/// Fills chunks evenly: 513 names make two of about the same size, which both have room again.
class NameList::Builder
{
public:
    Builder(std::vector<Chunk> &chunks, qsizetype total)
        : m_chunks(chunks)
    {
        const qsizetype pieces = std::max<qsizetype>(1, (total + fullChunk - 1) / fullChunk);
        m_limit = (total + pieces - 1) / pieces;
    }
    void append(QByteArrayView name)
    {
        if (m_chunks.empty() || m_chunks.back().size() >= m_limit) {
            if (!m_chunks.empty())
                m_chunks.back().bytes.squeeze();
            m_chunks.emplace_back().ends.reserve(static_cast<std::size_t>(m_limit));
        }
        Chunk &chunk = m_chunks.back();
        chunk.bytes.append(name);
        chunk.ends.push_back(static_cast<std::uint32_t>(chunk.bytes.size()));
    }

private:
    std::vector<Chunk> &m_chunks;
    qsizetype m_limit;
};

QByteArrayView NameList::Chunk::at(qsizetype row) const
{
    const auto index = static_cast<std::size_t>(row);
    const std::uint32_t begin = index == 0 ? 0 : ends[index - 1];
    return QByteArrayView(bytes).sliced(begin, ends[index] - begin);
}

NameList NameList::sorted(std::vector<QByteArrayView> names)
{
    NameList list;
    if (names.empty())
        return list;
    const qsizetype prefix = commonPrefix(names);
    std::vector<std::pair<std::uint64_t, QByteArrayView>> keyed;
    keyed.reserve(names.size());
    for (const QByteArrayView name : names)
        keyed.emplace_back(SortKey(name.sliced(prefix)).key(), name);
    const auto less = [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first < b.first : compareNatural(a.second, b.second) < 0;
    };
    if (!std::is_sorted(keyed.begin(), keyed.end(), less))
        std::sort(keyed.begin(), keyed.end(), less);
    Builder builder(list.m_chunks, static_cast<qsizetype>(keyed.size()));
    for (const auto &[key, name] : keyed)
        builder.append(name);
    list.recount(0);
    return list;
}

void NameList::recount(std::size_t fromChunk)
{
    m_firstRows.resize(m_chunks.size());
    qsizetype row = fromChunk == 0 ? 0 : m_firstRows[fromChunk - 1] + m_chunks[fromChunk - 1].size();
    for (std::size_t i = fromChunk; i < m_chunks.size(); ++i) {
        m_firstRows[i] = row;
        row += m_chunks[i].size();
    }
    m_size = row;
}

NameList::Place NameList::placeOf(qsizetype row) const
{
    const auto after = std::upper_bound(m_firstRows.begin(), m_firstRows.end(), row);
    const auto chunk = static_cast<std::size_t>(after - m_firstRows.begin()) - 1;
    return {chunk, row - m_firstRows[chunk]};
}

QByteArrayView NameList::utf8(qsizetype row) const
{
    const Place place = placeOf(row);
    return m_chunks[place.chunk].at(place.row);
}

qsizetype NameList::lowerBound(QByteArrayView name) const
{
    qsizetype first = 0;
    qsizetype count = m_size;
    while (count > 0) {
        const qsizetype half = count / 2;
        if (compareNatural(utf8(first + half), name) < 0) {
            first += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return first;
}

qsizetype NameList::indexOf(QByteArrayView name) const
{
    const qsizetype row = lowerBound(name);
    return row < m_size && utf8(row) == name ? row : -1;
}

qsizetype NameList::bytesUsed() const
{
    qsizetype bytes = static_cast<qsizetype>(m_firstRows.capacity() * sizeof(qsizetype));
    for (const Chunk &chunk : m_chunks)
        bytes += static_cast<qsizetype>(sizeof(Chunk) + chunk.ends.capacity() * sizeof(std::uint32_t)) +
                 chunk.bytes.capacity();
    return bytes;
}

void NameList::insert(qsizetype row, const NameList &other, qsizetype from, qsizetype count)
{
    if (count <= 0)
        return;
    // The chunk that the row lies in is written anew, with the new names in its midst.
    const Place place = m_size == 0     ? Place{0, 0}
                        : row == m_size ? Place{m_chunks.size() - 1, m_chunks.back().size()}
                                        : placeOf(row);
    const Chunk old = m_chunks.empty() ? Chunk() : std::move(m_chunks[place.chunk]);
    std::vector<Chunk> made;
    Builder builder(made, old.size() + count);
    for (qsizetype i = 0; i < place.row; ++i)
        builder.append(old.at(i));
    for (qsizetype i = 0; i < count; ++i)
        builder.append(other.utf8(from + i));
    for (qsizetype i = place.row; i < old.size(); ++i)
        builder.append(old.at(i));
    const auto at = m_chunks.begin() + static_cast<std::ptrdiff_t>(place.chunk);
    const auto after = m_chunks.empty() ? at : m_chunks.erase(at);
    m_chunks.insert(after, std::make_move_iterator(made.begin()), std::make_move_iterator(made.end()));
    recount(place.chunk);
}

void NameList::remove(qsizetype row, qsizetype count)
{
    if (count <= 0)
        return;
    const Place first = placeOf(row);
    const Place last = placeOf(row + count - 1);
    const Chunk &tail = m_chunks[last.chunk];
    std::vector<Chunk> made;
    Builder builder(made, first.row + tail.size() - last.row - 1);
    for (qsizetype i = 0; i < first.row; ++i)
        builder.append(m_chunks[first.chunk].at(i));
    for (qsizetype i = last.row + 1; i < tail.size(); ++i)
        builder.append(tail.at(i));
    const auto begin = m_chunks.begin() + static_cast<std::ptrdiff_t>(first.chunk);
    const auto after = m_chunks.erase(begin, m_chunks.begin() + static_cast<std::ptrdiff_t>(last.chunk) + 1);
    m_chunks.insert(after, std::make_move_iterator(made.begin()), std::make_move_iterator(made.end()));
    recount(first.chunk);
}

std::vector<NameList::Edit> NameList::editsTo(const NameList &to) const
{
    std::vector<Edit> edits;
    Cursor old(*this);
    Cursor made(to);
    qsizetype row = 0;
    qsizetype from = 0;
    while (!old.atEnd() || !made.atEnd()) {
        const int order = old.atEnd()                 ? 1
                          : made.atEnd()              ? -1
                          : old.name() == made.name() ? 0
                                                      : compareNatural(old.name(), made.name());
        if (order == 0) {
            old.next();
            made.next();
            ++row;
            ++from;
        } else if (order < 0) {
            if (edits.empty() || edits.back().insert || edits.back().row != row)
                edits.push_back({false, row, 0, 0});
            ++edits.back().count;
            old.next();
        } else {
            if (edits.empty() || !edits.back().insert || edits.back().row + edits.back().count != row)
                edits.push_back({true, row, from, 0});
            ++edits.back().count;
            made.next();
            ++row;
            ++from;
        }
    }
    return edits;
}

bool operator==(const NameList &a, const NameList &b)
{
    if (a.m_size != b.m_size)
        return false;
    for (NameList::Cursor i(a), j(b); !i.atEnd(); i.next(), j.next()) {
        if (i.name() != j.name())
            return false;
    }
    return true;
}

} // namespace zoodock
