// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/serversetting.h"

#include "ensemble/secretrules.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString settingSays(const char *text)
{
    return QCoreApplication::translate("ServerSetting", text);
}

/// Values travel through shell scripts that split at white space and know no quoting, and through Java's
/// properties.
bool hasQuotes(const QString &value)
{
    static const QRegularExpression quotes(u"[\"'`\\\\]"_s);
    return value.contains(quotes);
}

QString integerProblem(const ServerSetting &setting, const QString &value)
{
    bool isNumber = false;
    const qint64 number = value.trimmed().toLongLong(&isNumber);
    if (!isNumber)
        return settingSays(QT_TRANSLATE_NOOP("ServerSetting", "“%1” is not a whole number.")).arg(value);
    if (setting.minimum && number < *setting.minimum)
        return settingSays(QT_TRANSLATE_NOOP("ServerSetting", "%1 is too small; the smallest value is %2."))
            .arg(number)
            .arg(*setting.minimum);
    if (setting.maximum && number > *setting.maximum)
        return settingSays(QT_TRANSLATE_NOOP("ServerSetting", "%1 is too large; the largest value is %2."))
            .arg(number)
            .arg(*setting.maximum);
    return {};
}

QString booleanProblem(const QString &value)
{
    const QString word = value.trimmed();
    if (word == "true"_L1 || word == "false"_L1)
        return {};
    return settingSays(QT_TRANSLATE_NOOP("ServerSetting", "“%1” is neither true nor false.")).arg(value);
}

QString whitelistProblem(const QString &value)
{
    static const QRegularExpression shape(u"^\\s*(?:(?:\\*|[a-z]{4})(?:\\s*,\\s*(?:\\*|[a-z]{4}))*)?\\s*$"_s);
    if (shape.match(value).hasMatch())
        return {};
    return settingSays(QT_TRANSLATE_NOOP("ServerSetting",
                                         "“%1” is not a list of four-letter words; write them like "
                                         "“srvr,mntr,ruok”, or * for all."))
        .arg(value);
}

QString flagsProblem(const QString &value)
{
    static const QRegularExpression unsafe(u"[\"'`\\\\$*?\\[\\]\\r\\n]"_s);
    const QRegularExpressionMatch match = unsafe.match(value);
    if (match.hasMatch() && match.captured().trimmed().isEmpty())
        return settingSays(
            QT_TRANSLATE_NOOP("ServerSetting", "JVM flags stand on one line, separated by spaces."));
    if (match.hasMatch())
        return settingSays(QT_TRANSLATE_NOOP(
                               "ServerSetting",
                               "The character %1 cannot be handed to the JVM: the image's scripts split the "
                               "flags at spaces and know no quoting."))
            .arg(match.captured());
    const QStringList words = value.simplified().split(u' ', Qt::SkipEmptyParts);
    const auto stray = std::find_if(words.cbegin(), words.cend(),
                                    [](const QString &word) { return !word.startsWith(u'-'); });
    if (stray != words.cend())
        return settingSays(
                   QT_TRANSLATE_NOOP("ServerSetting", "“%1” is not a JVM flag: flags begin with “-”."))
            .arg(*stray);
    return {};
}

QString linesProblem(const QString &value)
{
    static const QRegularExpression shape(u"^[A-Za-z0-9._-]+\\s*=\\s*\\S"_s);
    const QStringList lines = value.split(u'\n');
    for (const QString &line : lines) {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(u'#'))
            continue;
        if (!shape.match(trimmed).hasMatch())
            return settingSays(QT_TRANSLATE_NOOP("ServerSetting",
                                                 "“%1” is not a line of zoo.cfg; write it as key=value."))
                .arg(trimmed);
        if (hasQuotes(trimmed))
            return settingSays(
                       QT_TRANSLATE_NOOP(
                           "ServerSetting",
                           "Quotes and backslashes would become part of the value: “%1”. Leave them away."))
                .arg(withMaskedSecrets(u"extra"_s, trimmed));
    }
    return {};
}

} // namespace

QString ServerSetting::problem(const QString &value) const
{
    switch (type) {
    case SettingType::Integer:
        return integerProblem(*this, value);
    case SettingType::Boolean:
        return booleanProblem(value);
    case SettingType::Lines:
        return linesProblem(value);
    case SettingType::Text:
        break;
    }
    return channel == SettingChannel::JvmFlags ? flagsProblem(value) : whitelistProblem(value);
}

const ServerSetting *serverSetting(const QString &key)
{
    const QList<ServerSetting> &all = serverSettings();
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [&key](const ServerSetting &s) { return s.key == key; });
    return found == all.cend() ? nullptr : &*found;
}

} // namespace zoodock
