// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonobjectreader.h"

#include "jsonlines.h"

#include <QtCore/QCoreApplication>

#include <limits>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString readerSays(const char *text)
{
    return QCoreApplication::translate("EnsembleJson", text);
}

} // namespace

void JsonComplaints::add(const QStringList &path, const QString &reason)
{
    if (m_reason.isEmpty()) {
        m_path = path;
        m_reason = reason;
    }
}

Error JsonComplaints::error(const QByteArray &json) const
{
    const QString sentence = readerSays(QT_TRANSLATE_NOOP("EnsembleJson", "Line %1: %2"));
    return {ErrorKind::FileDamaged, sentence.arg(QString::number(lineOfJsonPath(json, m_path)), m_reason),
            m_path.join(u'/')};
}

JsonObjectReader::JsonObjectReader(const QJsonObject &object, const QStringList &path,
                                   JsonComplaints &complaints)
    : m_rest(object)
    , m_path(path)
    , m_complaints(complaints)
{
}

QString JsonObjectReader::text(const QString &key, const QString &fallback)
{
    const QJsonValue value = m_rest.take(key);
    if (value.isUndefined())
        return fallback;
    if (!value.isString())
        complain(key,
                 readerSays(QT_TRANSLATE_NOOP("EnsembleJson", "“%1” has to be a text in quotes.")).arg(key));
    return value.toString(fallback);
}

bool JsonObjectReader::truth(const QString &key, bool fallback)
{
    const QJsonValue value = m_rest.take(key);
    if (!value.isUndefined() && !value.isBool())
        complain(key,
                 readerSays(QT_TRANSLATE_NOOP("EnsembleJson", "“%1” has to be true or false.")).arg(key));
    return value.toBool(fallback);
}

QJsonObject JsonObjectReader::object(const QString &key)
{
    const QJsonValue value = m_rest.take(key);
    if (!value.isUndefined() && !value.isObject())
        complain(
            key,
            readerSays(QT_TRANSLATE_NOOP("EnsembleJson", "“%1” has to be an object in braces.")).arg(key));
    return value.toObject();
}

QJsonArray JsonObjectReader::array(const QString &key)
{
    const QJsonValue value = m_rest.take(key);
    if (!value.isUndefined() && !value.isArray())
        complain(
            key,
            readerSays(QT_TRANSLATE_NOOP("EnsembleJson", "“%1” has to be a list in brackets.")).arg(key));
    return value.toArray();
}

int JsonObjectReader::number(const QString &key, int lowest, int highest, int fallback)
{
    if (!m_rest.contains(key))
        return fallback;
    const std::optional<qint64> whole = wholeNumber(key);
    if (whole && *whole >= std::numeric_limits<int>::min() && *whole <= std::numeric_limits<int>::max())
        return static_cast<int>(*whole);
    complain(key, lowest == highest
                      ? readerSays(QT_TRANSLATE_NOOP("EnsembleJson", "“%1” has to be %2."))
                            .arg(key, QString::number(lowest))
                      : readerSays(
                            QT_TRANSLATE_NOOP("EnsembleJson", "“%1” has to be a whole number from %2 to %3."))
                            .arg(key, QString::number(lowest), QString::number(highest)));
    return fallback;
}

/// nullopt: something else.
std::optional<qint64> JsonObjectReader::wholeNumber(const QString &key)
{
    const QJsonValue value = m_rest.take(key);
    // Two fallbacks tell a whole number from everything else: toInteger() has no other sign.
    const qint64 whole = value.toInteger(-1);
    return whole == value.toInteger(-2) ? std::optional(whole) : std::nullopt;
}

quint16 JsonObjectReader::port(const QString &key, quint16 fallback)
{
    if (!m_rest.contains(key))
        return fallback;
    const std::optional<qint64> whole = wholeNumber(key);
    if (whole && *whole >= 0 && *whole <= 0xffff)
        return static_cast<quint16>(*whole);
    complain(key, whole ? readerSays(QT_TRANSLATE_NOOP(
                                         "EnsembleJson",
                                         "“%1”: %2 is out of range. A port is a number from 1 to 65535."))
                              .arg(key, QString::number(*whole))
                        : readerSays(QT_TRANSLATE_NOOP("EnsembleJson",
                                                       "“%1” has to be a port, a number from 1 to 65535."))
                              .arg(key));
    return fallback;
}

void JsonObjectReader::complainAboutWord(const QString &key, const QString &wanted,
                                         const QStringList &choices)
{
    complain(key, readerSays(QT_TRANSLATE_NOOP("EnsembleJson", "“%1” cannot be “%2”. It can be: %3."))
                      .arg(key, wanted, choices.join(u", "_s)));
}

} // namespace zoodock
