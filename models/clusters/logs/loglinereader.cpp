// SPDX-License-Identifier: GPL-3.0-or-later
#include "loglinereader.h"

#include "docker/logstream.h"

#include <QtCore/QDateTime>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype timeLength = 23;
constexpr qsizetype minuteLength = 17;      ///< "2026-11-22 07:52:"
constexpr qsizetype keptLength = 64 * 1024; ///< bytes of one line
constexpr qint64 millisecond = 1'000'000;
constexpr qint64 second = 1000 * millisecond;
constexpr qint64 quarterHour = 900 * second; ///< time zones differ by multiples of it
constexpr qint64 mostLag = 10 * second;
constexpr qint64 longestRecord =
    2 * second; ///< from the first of its lines to the last; later: no part of it
constexpr qint64 mostDisorder = mostLag + second; ///< of the lines of one log; more: the clock was set

int digits(const char *text, int count)
{
    int value = 0;
    for (int i = 0; i < count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

/// "EndOfStreamException: Unable to read…", "java.net.ConnectException", "Exception in thread "main" …",
/// "Error: Could not find or load main class".
bool isThrowable(const QByteArray &text)
{
    const auto end = std::find_if(text.cbegin(), text.cend(), [](char c) { return c == ' ' || c == ':'; });
    const QByteArrayView word(text.cbegin(), end);
    return word.endsWith("Exception") || word.endsWith("Error");
}

/// These name no level of their own, whatever words are in them.
bool isOfTrace(const QByteArray &text)
{
    return text.startsWith('\t') || text.startsWith(' ') || text.startsWith("Caused by:") ||
           isThrowable(text);
}

} // namespace

LogLine LogLineReader::read(const ContainerLogLine &line)
{
    const size_t channel = line.standardError ? 1 : 0;
    LogLine read;
    read.memberId = m_memberId;
    read.standardError = line.standardError;
    read.text = cleanLogText(line.text, keptLength);
    read.cut = line.text.size() > keptLength;
    read.fullLength = static_cast<int>(line.text.size());
    read.level = levelOfLogText(read.text);
    read.probe = isProbeText(read.text);
    const qint64 own = ownTime(read.text);
    Record &record = m_record.at(channel);
    const bool begins = own > 0 || (read.level != LogLevel::Unknown && !isOfTrace(read.text));
    if (!begins && record.open && line.timeNano - record.received <= longestRecord) {
        read.level = record.level;
        read.timeNano = record.time;
        return read;
    }
    read.timeNano = timeOf(line.timeNano, own, m_clock.at(channel));
    // What Java writes at its end, without log4j, is no less than an error.
    if (read.level == LogLevel::Unknown && isThrowable(read.text))
        read.level = LogLevel::Error;
    record = {begins || read.level != LogLevel::Unknown, line.timeNano, read.timeNano, read.level};
    return read;
}

qint64 LogLineReader::timeOf(qint64 received, qint64 own, Clock &clock)
{
    if (received == 0)
        return 0;
    if (own > 0) {
        const qint64 ahead = own - received + quarterHour / 2;
        const qint64 zones = ahead / quarterHour - (ahead % quarterHour < 0 ? 1 : 0);
        const qint64 lag = received - (own - zones * quarterHour);
        clock.lag = lag > -second && lag < mostLag ? lag : 0; // else the text has another time in it
    }
    qint64 time = received - clock.lag;
    if (time < clock.last && clock.last - time < mostDisorder)
        time = clock.last; // in the order in which they were written
    clock.last = time;
    return time;
}

/// As if its time zone were UTC; 0: the line does not begin with a time. Most have the minute of the one
/// before.
qint64 LogLineReader::ownTime(const QByteArray &text)
{
    if (text.size() < timeLength || text[4] != '-')
        return 0;
    if (m_minute.isEmpty() || !text.startsWith(m_minute)) {
        m_minuteNano = timeOfLogText(text.left(minuteLength) + "00,000", 0);
        m_minute = m_minuteNano > 0 ? text.left(minuteLength) : QByteArray();
    }
    const int seconds = digits(text.constData() + 17, 2);
    const int milliseconds = digits(text.constData() + 20, 3);
    const bool isTime = (text[19] == ',' || text[19] == '.') && seconds >= 0 && milliseconds >= 0;
    return m_minute.isEmpty() || !isTime ? 0 : m_minuteNano + seconds * second + milliseconds * millisecond;
}

qint64 timeOfLogText(const QByteArray &text, int offsetSeconds)
{
    if (text.size() < timeLength || text[4] != '-' || (text[19] != ',' && text[19] != '.'))
        return 0;
    QDateTime time = QDateTime::fromString(QString::fromLatin1(text.left(19)), u"yyyy-MM-dd HH:mm:ss"_s);
    bool ok = false;
    const int milliseconds = text.mid(20, 3).toInt(&ok);
    if (!time.isValid() || !ok)
        return 0;
    time.setTimeSpec(Qt::UTC);
    return (time.toMSecsSinceEpoch() + milliseconds - offsetSeconds * 1000LL) * 1'000'000;
}

} // namespace zoodock
