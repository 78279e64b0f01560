// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/logline.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <array>
#include <cstring>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr char escape = '\x1b';
constexpr qsizetype levelWithin = 96; ///< bytes from the beginning of a line

bool isPlain(const QByteArray &bytes)
{
    return std::all_of(bytes.cbegin(), bytes.cend(),
                       [](char byte) { return (byte >= ' ' && byte <= '~') || byte == '\t'; });
}

/// Behind an escape sequence that begins at `at`: CSI … final byte, OSC … BEL or ST, or two bytes.
qsizetype behindEscape(const QByteArray &bytes, qsizetype at)
{
    const qsizetype size = bytes.size();
    if (at + 1 >= size)
        return size;
    const char kind = bytes[at + 1];
    qsizetype i = at + 2;
    if (kind == '[') {
        while (i < size && bytes[i] >= ' ' && bytes[i] <= '?')
            ++i;
        return std::min(i + 1, size);
    }
    if (kind == ']') {
        while (i < size && bytes[i] != '\a' && bytes[i] != escape)
            ++i;
        return std::min(i < size && bytes[i] == escape ? i + 2 : i + 1, size);
    }
    return i;
}

QByteArray withoutEscapes(const QByteArray &bytes)
{
    if (!bytes.contains(escape))
        return bytes;
    QByteArray plain;
    plain.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size();) {
        if (bytes[i] == escape)
            i = behindEscape(bytes, i);
        else
            plain += bytes[i++];
    }
    return plain;
}

QString pictured(QString text)
{
    for (QChar &character : text) {
        const char16_t code = character.unicode();
        if (code < 0x20 && code != u'\t')
            character = QChar(0x2400 + code);
        else if (code == 0x7f)
            character = QChar(0x2421);
        else if ((code >= 0x80 && code < 0xa0) || code == 0x2028 || code == 0x2029)
            character = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

/// Not in the middle of a character.
QByteArray cutAt(const QByteArray &utf8, qsizetype limit)
{
    if (utf8.size() <= limit)
        return utf8;
    while (limit > 0 && (static_cast<unsigned char>(utf8[limit]) & 0xc0U) == 0x80U)
        --limit;
    return utf8.left(limit);
}

bool isWordEnd(char byte)
{
    return byte == ' ' || byte == ']' || byte == ':' || byte == '\t' || byte == '-';
}

struct LevelWord
{
    QByteArrayView word;
    LogLevel level;
};
constexpr std::array levelWords{
    LevelWord{"INFO", LogLevel::Info},   LevelWord{"WARN", LogLevel::Warning},
    LevelWord{"ERROR", LogLevel::Error}, LevelWord{"DEBUG", LogLevel::Debug},
    LevelWord{"TRACE", LogLevel::Trace}, LevelWord{"FATAL", LogLevel::Fatal},
};

LogLevel levelAt(QByteArrayView text)
{
    for (const LevelWord &candidate : levelWords) {
        if (text.startsWith(candidate.word) &&
            (text.size() == candidate.word.size() || isWordEnd(text[candidate.word.size()])))
            return candidate.level;
    }
    return LogLevel::Unknown;
}

} // namespace

QByteArray cleanLogText(const QByteArray &bytes, qsizetype limit)
{
    // A little more than the limit is enough to know what stands before it.
    QByteArray text = bytes.size() > 4 * limit ? bytes.left(4 * limit) : bytes;
    if (!isPlain(text)) {
        text = withoutEscapes(text);
        text = pictured(QString::fromUtf8(text)).toUtf8();
    }
    return cutAt(text, limit);
}

LogLevel levelOfLogText(const QByteArray &text)
{
    const QByteArrayView head = QByteArrayView(text).first(std::min(text.size(), levelWithin));
    for (qsizetype i = 0; i < head.size(); ++i) {
        const bool starts = i == 0 || head[i - 1] == ' ' || head[i - 1] == '[' || head[i - 1] == ':';
        if (!starts || head[i] < 'D' || head[i] > 'W')
            continue;
        if (const LogLevel level = levelAt(head.sliced(i)); level != LogLevel::Unknown)
            return level;
    }
    return LogLevel::Unknown;
}

bool isProbeText(const QByteArray &text)
{
    return text.contains("Processing srvr command from");
}

QString wordFor(LogLevel level)
{
    switch (level) {
    case LogLevel::Unknown:
        return QCoreApplication::translate("LogLevel", "Every level");
    case LogLevel::Trace:
        return QCoreApplication::translate("LogLevel", "Trace and above");
    case LogLevel::Debug:
        return QCoreApplication::translate("LogLevel", "Debug and above");
    case LogLevel::Info:
        return QCoreApplication::translate("LogLevel", "Information and above");
    case LogLevel::Warning:
        return QCoreApplication::translate("LogLevel", "Warnings and above");
    case LogLevel::Error:
        return QCoreApplication::translate("LogLevel", "Errors and above");
    case LogLevel::Fatal:
        return QCoreApplication::translate("LogLevel", "Fatal errors");
    }
    return {};
}

} // namespace zoodock
