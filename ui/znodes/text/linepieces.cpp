// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/text/linepieces.h"

#include <algorithm>

namespace zoodock
{

namespace
{

constexpr qsizetype widestPiece = 160;
constexpr qsizetype narrowestPiece = 110;
constexpr qsizetype mostMarks = 16;

bool isJoint(QChar character)
{
    return character.isSpace() || character == u',' || character == u';' || character == u'>';
}

/// Where the piece that starts at `start` ends: behind a joint if there is one near, never within a
/// character.
qsizetype pieceEnd(const QString &text, qsizetype start, qsizetype lineEnd)
{
    if (lineEnd - start <= widestPiece)
        return lineEnd;
    for (qsizetype end = start + widestPiece; end > start + narrowestPiece; --end) {
        if (isJoint(text.at(end - 1)) && !text.at(end).isMark())
            return end;
    }
    qsizetype end = start + widestPiece;
    const qsizetype latest = std::min(lineEnd, end + mostMarks);
    while (end < latest && (text.at(end).isMark() || text.at(end).isLowSurrogate()))
        ++end;
    return end;
}

qsizetype lineEndAfter(const QString &text, qsizetype start)
{
    const qsizetype end = text.indexOf(u'\n', start);
    return end < 0 ? text.size() : end;
}

bool hasLongLine(const QString &text)
{
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype end = lineEndAfter(text, start);
        if (end - start > longestEasyLine)
            return true;
        start = end + 1;
    }
    return false;
}

void appendLine(QString &out, const QString &text, qsizetype start, qsizetype end)
{
    const bool isLong = end - start > longestEasyLine;
    while (isLong && start < end) {
        const qsizetype next = pieceEnd(text, start, end);
        out += QStringView(text).sliced(start, next - start);
        if (next < end)
            out += u'\r';
        start = next;
    }
    out += QStringView(text).sliced(start, end - start);
}

} // namespace

std::optional<QString> inPieces(const QString &text)
{
    if (!hasLongLine(text) || text.contains(u'\r'))
        return std::nullopt;
    QString out;
    out.reserve(text.size() + text.size() / narrowestPiece + 1);
    for (qsizetype start = 0; start <= text.size();) {
        const qsizetype end = lineEndAfter(text, start);
        appendLine(out, text, start, end);
        if (end < text.size())
            out += u'\n';
        start = end + 1;
    }
    return out;
}

QString joinedPieces(QString text)
{
    return text.remove(u'\r');
}

} // namespace zoodock
