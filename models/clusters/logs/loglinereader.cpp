// SPDX-License-Identifier: GPL-3.0-or-later
#include "loglinereader.h"

#include "docker/logstream.h"

#include <QtCore/QDateTime>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype timeLength = 23;
constexpr qsizetype keptLength = 64 * 1024; ///< bytes of one line

/// "\tat org.apache…", "Caused by: …", "java.net.ConnectException: …".
bool belongsToLineBefore(const QByteArray &text)
{
    return text.startsWith('\t') || text.startsWith(' ') || text.startsWith("Caused by:") ||
           text.startsWith("java.") || text.startsWith("javax.") || text.startsWith("org.apache.");
}

} // namespace

LogLine LogLineReader::read(const ContainerLogLine &line)
{
    LogLine read;
    read.timeNano = line.timeNano;
    read.memberId = m_memberId;
    read.standardError = line.standardError;
    read.text = cleanLogText(line.text, keptLength);
    read.cut = line.text.size() > keptLength;
    read.fullLength = static_cast<int>(line.text.size());
    read.level = levelOfLogText(read.text);
    read.probe = isProbeText(read.text);
    LogLevel &before = m_level.at(line.standardError ? 1 : 0);
    if (read.level == LogLevel::Unknown && belongsToLineBefore(read.text))
        read.level = before;
    else
        before = read.level;
    return read;
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
