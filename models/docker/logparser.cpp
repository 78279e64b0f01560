// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/logstream.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

namespace zoodock::parse
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype stampLength = 31; ///< with the blank behind it
constexpr qsizetype pieceLength = 16 * 1024;
constexpr qsizetype longestPiece = 3 * pieceLength; ///< each byte a U+FFFD
constexpr qint64 nanosPerSecond = 1'000'000'000;

/// Two to nine decimal digits; -1 where one is none.
qint64 digits(const char *text, int count)
{
    qint64 value = 0;
    for (int i = 0; i < count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

/// Days from 1970-01-01 (the proleptic Gregorian calendar, with years that begin in March).
qint64 daysFromCivil(qint64 year, qint64 month, qint64 day)
{
    year -= month <= 2 ? 1 : 0;
    const qint64 era = year / 400;
    const qint64 yearOfEra = year - era * 400;
    const qint64 dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146'097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719'468;
}

/// "2026-11-22T07:56:17.039923726Z "; 0: it is none, or beyond what 64 bits count. By hand, because a log may
/// have a million lines.
qint64 stampAt(const QByteArray &line)
{
    if (line.size() < stampLength)
        return 0;
    const char *text = line.constData();
    if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
        text[19] != '.' || text[29] != 'Z' || text[30] != ' ')
        return 0;
    const qint64 year = digits(text, 4);
    const qint64 month = digits(text + 5, 2);
    const qint64 day = digits(text + 8, 2);
    const qint64 hour = digits(text + 11, 2);
    const qint64 minute = digits(text + 14, 2);
    const qint64 seconds = digits(text + 17, 2);
    const qint64 nano = digits(text + 20, 9);
    if (year < 1970 || year > 2261 || month < 1 || month > 12 || day < 1 || day > 31 || hour < 0 ||
        hour > 23 || minute < 0 || minute > 59 || seconds < 0 || seconds > 60 || nano < 0)
        return 0;
    return (((daysFromCivil(year, month, day) * 24 + hour) * 60 + minute) * 60 + seconds) * nanosPerSecond +
           nano;
}

/// `line` without the stamps before its pieces. A piece has grown where the engine replaced what is no UTF-8,
/// be it only a character that the end of the piece cut in two.
QByteArray joined(const QByteArray &line)
{
    const QByteArray stamp = line.left(stampLength);
    QByteArray text;
    text.reserve(line.size());
    qsizetype from = stampLength;
    for (;;) {
        const qsizetype next = line.indexOf(stamp, from + pieceLength);
        if (next < 0 || next > from + longestPiece)
            return text + line.mid(from);
        text += line.mid(from, next - from);
        from = next + stampLength;
    }
}

} // namespace

std::optional<ContainerLogLine> logLine(const QByteArray &line, bool standardError)
{
    const qint64 nano = stampAt(line);
    if (nano == 0)
        return std::nullopt;
    const bool inPieces = line.size() > stampLength + pieceLength;
    return ContainerLogLine{nano, standardError, inPieces ? joined(line) : line.mid(stampLength)};
}

QByteArray logTime(qint64 nano)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(nano / nanosPerSecond, Qt::UTC);
    return (time.toString(u"yyyy-MM-ddTHH:mm:ss"_s) +
            u".%1Z"_s.arg(nano % nanosPerSecond, 9, 10, QChar(u'0')))
        .toLatin1();
}

} // namespace zoodock::parse
