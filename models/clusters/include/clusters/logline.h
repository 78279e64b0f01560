// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace zoodock
{

/// As log4j and logback name them. Unknown: the line does not say, and no line before it that it belongs to.
enum class LogLevel : quint8 { Unknown, Trace, Debug, Info, Warning, Error, Fatal };

/// One line of a member's log.
struct LogLine
{
    qint64 timeNano = 0; ///< UTC since 1970: the server's own, or when the engine received it
    quint64 number = 0;  ///< of this member, ascending without gaps
    int memberId = 0;
    int fullLength = 0; ///< bytes as written
    bool cut = false;   ///< `text` is only the beginning
    LogLevel level = LogLevel::Unknown;
    bool standardError = false;
    bool probe = false; ///< the server's note that somebody asked `srvr`, as ZooDock does all the time
    QByteArray text;    ///< clean: valid UTF-8, no colour codes, no control characters but tabs
};

} // namespace zoodock

Q_DECLARE_TYPEINFO(zoodock::LogLine, Q_RELOCATABLE_TYPE); // lists have a million of them

namespace zoodock
{

/// Bytes → what can be shown, at most `limit` of them: colour codes are taken out, control characters become
/// their pictures (NUL: U+2400), what is no UTF-8 becomes U+FFFD.
[[nodiscard]] QByteArray cleanLogText(const QByteArray &bytes, qsizetype limit);
/// The level that the line itself names within its first words.
[[nodiscard]] LogLevel levelOfLogText(const QByteArray &text);
/// True for "Processing srvr command from /172.18.0.1:53422".
[[nodiscard]] bool isProbeText(const QByteArray &text);
/// Translated: "Warnings", … for a choice of levels.
[[nodiscard]] QString wordFor(LogLevel level);

} // namespace zoodock
