// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/tararchive.h"

#include <algorithm>
#include <numeric>

namespace zoodock
{

namespace
{

constexpr qsizetype blockSize = 512;

/// POSIX.1-1988 ustar: offset and length of the header's fields.
struct Field
{
    qsizetype offset;
    qsizetype length;
};
constexpr Field nameField{0, 100};
constexpr Field modeField{100, 8};
constexpr Field userField{108, 8};
constexpr Field groupField{116, 8};
constexpr Field sizeField{124, 12};
constexpr Field timeField{136, 12};
constexpr Field checksumField{148, 8};
constexpr Field typeField{156, 1};
constexpr Field magicField{257, 8};

void put(QByteArray &header, Field field, const QByteArray &text)
{
    header.replace(field.offset, std::min(field.length, text.size()), text.left(field.length));
}

void putNumber(QByteArray &header, Field field, qint64 number)
{
    put(header, field, QByteArray::number(number, 8).rightJustified(field.length - 1, '0'));
}

qint64 checksum(const QByteArray &header)
{
    return std::accumulate(header.cbegin(), header.cend(), qint64(0),
                           [](qint64 sum, char c) { return sum + static_cast<unsigned char>(c); });
}

QByteArray headerOf(const GeneratedFile &file)
{
    QByteArray header(blockSize, '\0');
    put(header, nameField, file.path.section(u'/', -1).toUtf8());
    putNumber(header, modeField, file.mode);
    putNumber(header, userField, file.userId);
    putNumber(header, groupField, file.userId);
    putNumber(header, sizeField, file.bytes.size());
    putNumber(header, timeField, 0);
    put(header, typeField, "0");
    put(header, magicField, QByteArray("ustar\00000", 8));
    // The sum is taken with its own field full of spaces, and ends with NUL and a space.
    put(header, checksumField, QByteArray(checksumField.length, ' '));
    const QByteArray sum = QByteArray::number(checksum(header), 8).rightJustified(6, '0');
    put(header, checksumField, sum + QByteArray("\0 ", 2));
    return header;
}

} // namespace

QByteArray tarArchive(const QList<GeneratedFile> &files)
{
    QByteArray archive;
    for (const GeneratedFile &file : files) {
        archive += headerOf(file) + file.bytes;
        archive += QByteArray((blockSize - file.bytes.size() % blockSize) % blockSize, '\0');
    }
    return archive + QByteArray(2 * blockSize, '\0');
}

} // namespace zoodock
