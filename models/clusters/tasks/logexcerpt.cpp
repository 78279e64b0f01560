// SPDX-License-Identifier: GPL-3.0-or-later
#include "logexcerpt.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype lastLines = 5;
constexpr qsizetype mostReasons = 20; ///< a server that writes errors all the time tells nothing new
/// The container's process may write before docker has noted down that it started.
constexpr int stampSlackMs = 100;
constexpr qsizetype stampToMilliseconds = 23; ///< "2024-01-01T00:00:00.000"

struct StampedLine
{
    QString stamp;
    QString text;
};

/// A line without a stamp belongs to the one before.
void take(QList<StampedLine> &lines, const QByteArray &output)
{
    static const QRegularExpression stamped(u"^(\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z) ?(.*)$"_s);
    const QString text = QString::fromUtf8(output).trimmed();
    if (text.isEmpty())
        return;
    QString stamp;
    for (const QString &line : text.split(u'\n')) {
        const QRegularExpressionMatch match = stamped.match(line);
        if (match.hasMatch())
            stamp = match.captured(1);
        lines += {stamp, match.hasMatch() ? match.captured(2) : line};
    }
}

QString textOf(const QList<StampedLine> &lines, const QString &since)
{
    QStringList texts;
    for (const StampedLine &line : lines) {
        if (line.stamp.isEmpty() || line.stamp.left(stampToMilliseconds) >= since)
            texts += line.text;
    }
    return texts.join(u'\n').trimmed();
}

bool isError(const QString &line)
{
    static const QRegularExpression level(u"(^|\\s)(ERROR|FATAL)\\b"_s);
    return level.match(line).hasMatch();
}

/// It says that the server ends, and not why.
bool isFarewell(const QString &line)
{
    return line.contains("Exiting JVM with code"_L1);
}

bool isException(const QString &line)
{
    static const QRegularExpression header(u"^([\\w$]+\\.)+[\\w$]*(Exception|Error)\\b"_s);
    return header.match(line).hasMatch();
}

bool isCause(const QString &line)
{
    return line.startsWith("Caused by:"_L1);
}

/// Java's first "Error: …" is what matters, or the line before where that only says that there is no Java
/// machine now, or the line behind a heading.
QString complaintOfJava(const QStringList &lines)
{
    for (qsizetype at = lines.size() - 1; at >= 0; --at) {
        const QString &line = lines.at(at);
        if (line.startsWith("Error occurred during initialization of VM"_L1))
            return at + 1 < lines.size() ? lines.at(at + 1).trimmed() : line;
        if (line.startsWith("Error: Could not create the Java Virtual Machine"_L1) && at > 0)
            return lines.at(at - 1).trimmed();
        if (line.startsWith("Error: "_L1) && !line.startsWith("Error: A fatal exception has occurred"_L1))
            return line.trimmed();
    }
    return {};
}

bool tellsWhy(const QStringList &lines, qsizetype at)
{
    return isError(lines.at(at)) || isCause(lines.at(at)) ||
           (at > 0 && isError(lines.at(at - 1)) && isException(lines.at(at)));
}

} // namespace

QString linesOfRun(const QByteArray &standardOutput, const QByteArray &standardError,
                   const QDateTime &startedAt)
{
    QList<StampedLine> lines;
    take(lines, standardOutput);
    take(lines, standardError);
    std::stable_sort(lines.begin(), lines.end(), [](const StampedLine &left, const StampedLine &right) {
        return left.stamp < right.stamp;
    });
    const QDateTime since = startedAt.isValid() ? startedAt.addMSecs(-stampSlackMs).toUTC() : QDateTime();
    const QString ofRun = textOf(lines, since.toString(Qt::ISODateWithMs).left(stampToMilliseconds));
    return ofRun.isEmpty() ? textOf(lines, {}) : ofRun;
}

QString reasonIn(const QStringList &lines)
{
    qsizetype error = lines.size() - 1;
    while (error >= 0 && (!isError(lines.at(error)) || isFarewell(lines.at(error))))
        --error;
    if (error < 0)
        return {};
    QString reason;
    for (qsizetype at = error + 1; at < lines.size(); ++at) {
        if (isCause(lines.at(at)))
            reason = lines.at(at).section(u':', 1).trimmed();
        else if (at == error + 1 && isException(lines.at(at)))
            reason = lines.at(at).trimmed();
    }
    return reason;
}

QString complaintIn(const QStringList &lines)
{
    if (const QString reason = reasonIn(lines); !reason.isEmpty())
        return reason;
    if (const QString ofJava = complaintOfJava(lines); !ofJava.isEmpty())
        return ofJava;
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        if (isError(*line) && !isFarewell(*line))
            return line->mid(line->lastIndexOf("] - "_L1) < 0 ? 0 : line->lastIndexOf("] - "_L1) + 4)
                .trimmed();
    }
    return {};
}

QString excerptOf(const QStringList &lines, const QString &decisive)
{
    const qsizetype tail = std::max<qsizetype>(0, lines.size() - lastLines);
    QList<qsizetype> kept;
    for (qsizetype at = tail - 1; at >= 0 && kept.size() < mostReasons; --at) {
        if (tellsWhy(lines, at))
            kept.prepend(at);
    }
    const auto known = [&](qsizetype at) { return at >= tail || kept.contains(at); };
    const qsizetype last = decisive.isEmpty() ? -1 : lines.lastIndexOf(decisive);
    if (last >= 0 && !known(last))
        kept.insert(std::lower_bound(kept.begin(), kept.end(), last), last);
    for (qsizetype at = tail; at < lines.size(); ++at)
        kept += at;
    QStringList excerpt;
    qsizetype expected = kept.isEmpty() ? 0 : kept.constFirst();
    for (const qsizetype at : std::as_const(kept)) {
        if (at != expected)
            excerpt += u"…"_s;
        excerpt += lines.at(at);
        expected = at + 1;
    }
    return excerpt.join(u'\n');
}

} // namespace zoodock
