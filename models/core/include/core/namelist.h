// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QString>

#include <cstdint>
#include <vector>

namespace zoodock
{

/// Natural order of names, on their UTF-8 bytes: digits count as numbers ("a2" < "a10"), everything else by
/// code point. Total: names that differ by leading zeros alone are ordered by their bytes.
[[nodiscard]] int compareNatural(QByteArrayView a, QByteArrayView b);

/// Different names in natural order, kept compactly (some 5 bytes a name besides its UTF-8): 1,000,000 of
/// them are ordinary. A change of a range costs the same however long the list is.
class NameList
{
public:
    NameList() = default;
    /// Sorts. The names must differ; the views need not outlive the call.
    [[nodiscard]] static NameList sorted(std::vector<QByteArrayView> names);

    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    /// Valid until the next change.
    [[nodiscard]] QByteArrayView utf8(qsizetype row) const;
    [[nodiscard]] QString at(qsizetype row) const { return QString::fromUtf8(utf8(row)); }
    /// −1: not there.
    [[nodiscard]] qsizetype indexOf(QByteArrayView name) const;
    /// The first row whose name is not less.
    [[nodiscard]] qsizetype lowerBound(QByteArrayView name) const;
    [[nodiscard]] qsizetype bytesUsed() const;

    /// `other`'s rows [from, from + count) go before `row`; the order must hold.
    void insert(qsizetype row, const NameList &other, qsizetype from, qsizetype count);
    void remove(qsizetype row, qsizetype count);

    friend bool operator==(const NameList &a, const NameList &b);

    /// Reads name after name, faster than by row. Of no use any more once the list has changed.
    class Cursor
    {
    public:
        explicit Cursor(const NameList &list)
            : m_list(list)
        {
        }
        [[nodiscard]] bool atEnd() const { return m_chunk >= m_list.m_chunks.size(); }
        [[nodiscard]] QByteArrayView name() const { return m_list.m_chunks[m_chunk].at(m_row); }
        void next()
        {
            if (++m_row < m_list.m_chunks[m_chunk].size())
                return;
            ++m_chunk;
            m_row = 0;
        }

    private:
        const NameList &m_list;
        std::size_t m_chunk = 0;
        qsizetype m_row = 0;
    };

    /// One step from a list to another: rows [row, row + count) go, or `count` names from row `from` of the
    /// other list come before `row`. Rows are those of the list at that step.
    struct Edit
    {
        bool insert = false;
        qsizetype row = 0;
        qsizetype from = 0;
        qsizetype count = 0;
        friend bool operator==(const Edit &, const Edit &) = default;
    };
    /// The steps in their order; applied one by one they make `to` of this list.
    [[nodiscard]] std::vector<Edit> editsTo(const NameList &to) const;

private:
    struct Chunk
    {
        QByteArray bytes;
        std::vector<std::uint32_t> ends; ///< of each name in bytes
        [[nodiscard]] QByteArrayView at(qsizetype row) const;
        [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(ends.size()); }
    };
    class Builder;
    struct Place
    {
        std::size_t chunk;
        qsizetype row;
    };
    [[nodiscard]] Place placeOf(qsizetype row) const;
    void recount(std::size_t fromChunk);

    std::vector<Chunk> m_chunks;
    std::vector<qsizetype> m_firstRows; ///< of each chunk
    qsizetype m_size = 0;
};

} // namespace zoodock
