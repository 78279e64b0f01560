// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/textformat.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct TextFormat
{
    Q_DECLARE_TR_FUNCTIONS(zoodock::TextFormat)
};

QString shortNumber(double value)
{
    const bool whole = value == double(qint64(value)) || value >= 100;
    return QLocale().toString(value, 'f', whole ? 0 : 1);
}

/// The locale's time with seconds and without the zone: "h:mm:ss AP". What stands in quotes is not a field.
QString secondsFormat(const QLocale &locale)
{
    const QString brief = locale.timeFormat(QLocale::ShortFormat);
    if (brief.contains("ss"_L1))
        return brief;
    static const QRegularExpression zone(u"[\\s\\x{202f}]*\\(?t+\\)?"_s);
    QStringList parts = locale.timeFormat(QLocale::LongFormat).split(u'\'');
    for (qsizetype i = 0; i < parts.size(); i += 2)
        parts[i].remove(zone);
    return parts.join(u'\'').trimmed();
}

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

} // namespace

QString zxidText(quint64 zxid)
{
    return u"0x%1"_s.arg(zxid, 0, 16);
}

QString zxidExplanation(quint64 zxid)
{
    return TextFormat::tr("Epoch %1, counter %2").arg(zxid >> 32).arg(zxid & 0xffffffffU);
}

QString latencyText(const ServerReport &report)
{
    return TextFormat::tr("%1 / %2 / %3 ms", "latency: minimum, average, maximum")
        .arg(shortNumber(report.latencyMinimum), shortNumber(report.latencyAverage),
             shortNumber(report.latencyMaximum));
}

QString durationText(qint64 seconds)
{
    if (seconds < minute)
        return TextFormat::tr("%1 s").arg(std::max<qint64>(seconds, 0));
    if (seconds < hour)
        return TextFormat::tr("%1 min").arg(seconds / minute);
    if (seconds < day)
        return TextFormat::tr("%1 h %2 min").arg(seconds / hour).arg(seconds % hour / minute);
    return TextFormat::tr("%1 d %2 h").arg(seconds / day).arg(seconds % day / hour);
}

QString ageText(std::chrono::milliseconds age)
{
    return TextFormat::tr("%1 ago", "%1 is a duration such as 4 s").arg(durationText(age.count() / 1000));
}

QString secondsText(std::chrono::milliseconds elapsed)
{
    return TextFormat::tr("%1 s").arg(QLocale().toString(double(elapsed.count()) / 1000.0, 'f', 1));
}

QString memoryText(qint64 bytes)
{
    constexpr qint64 kibibyte = 1024;
    if (bytes < kibibyte) // Qt has no singular
        return TextFormat::tr("%Ln byte(s)", nullptr, int(bytes));
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat);
}

QString exactTimeText(const QDateTime &utc)
{
    return QLocale().toString(utc.toLocalTime(), QLocale::LongFormat);
}

QString shortTimeText(const QDateTime &utc)
{
    const QLocale locale;
    QString format = locale.dateTimeFormat(QLocale::ShortFormat);
    format.replace(locale.timeFormat(QLocale::ShortFormat), secondsFormat(locale));
    return locale.toString(utc.toLocalTime(), format);
}

QString withShortWords(const QString &text, qsizetype most)
{
    static const QRegularExpression words(u"\\S+"_s);
    QString result = text;
    QRegularExpressionMatchIterator all = words.globalMatch(text);
    qsizetype shift = 0;
    while (all.hasNext()) {
        const QRegularExpressionMatch word = all.next();
        const qsizetype surplus = word.capturedLength() - most + 1;
        if (surplus <= 1)
            continue;
        result.replace(word.capturedStart() - shift + most / 2, surplus, u'…');
        shift += surplus - 1;
    }
    return result;
}

QString withoutMnemonic(const QString &text)
{
    static const QRegularExpression behind(u"\\s*\\(&[^&]\\)"_s);
    static const QRegularExpression mark(u"&(.)"_s); // “&&” stands for “&”
    return QString(text).remove(behind).replace(mark, u"\\1"_s);
}

QString bothNamesOf(const Ensemble &ensemble)
{
    return ensemble.shownName() == ensemble.name
               ? ensemble.name
               : TextFormat::tr("%1 (%2)", "a cluster's shown name, its own name")
                     .arg(ensemble.shownName(), ensemble.name);
}

QString nothingText()
{
    return u"–"_s;
}

} // namespace zoodock
