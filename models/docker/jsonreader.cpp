// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonreader.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(dockerLog, "zoodock.docker", QtWarningMsg)

namespace
{

constexpr qsizetype excerptLength = 400;

Result<QJsonDocument> readDocument(const QByteArray &out, const QString &what)
{
    QJsonParseError parseError;
    QJsonDocument document = QJsonDocument::fromJson(out, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return failure(badOutput(what, out, parseError.errorString()));
    return document;
}

QList<QJsonObject> objectsOf(const QJsonArray &array, const QString &what)
{
    QList<QJsonObject> objects;
    for (const QJsonValue &value : array) {
        if (value.isObject())
            objects.append(value.toObject());
        else
            qCWarning(dockerLog).noquote() << what << "skipped an entry that is no object";
    }
    return objects;
}

} // namespace

Error badOutput(const QString &what, const QByteArray &out, const QString &reason)
{
    QByteArray excerpt = out.left(excerptLength);
    if (out.size() > excerptLength)
        excerpt += " …";
    const QString message = QCoreApplication::translate(
        "Docker",
        "Docker answered in a way that ZooDock does not understand. Try again; if it happens again, check "
        "that the docker command is a real Docker CLI of version 20.10 or later.");
    const QString cause = reason.isEmpty() ? QString() : reason + u": "_s;
    return Error(ErrorKind::BadOutput, message, what + u": "_s + cause + QString::fromUtf8(excerpt));
}

Result<QJsonObject> readObject(const QByteArray &out, const QString &what)
{
    const Result<QJsonDocument> document = readDocument(out, what);
    if (!document)
        return failure(document.error());
    QJsonObject object = document->object();
    if (document->isArray())
        object = document->array().at(0).toObject();
    if (object.isEmpty())
        return failure(badOutput(what, out, u"no object"_s));
    return object;
}

Result<QList<QJsonObject>> readArray(const QByteArray &out, const QString &what)
{
    const Result<QJsonDocument> document = readDocument(out, what);
    if (!document)
        return failure(document.error());
    if (!document->isArray())
        return failure(badOutput(what, out, u"no array"_s));
    return objectsOf(document->array(), what);
}

Result<QList<QJsonObject>> readLines(const QByteArray &out, const QString &what)
{
    if (out.trimmed().startsWith('['))
        return readArray(out, what);
    QList<QJsonObject> objects;
    QByteArray broken;
    for (const QByteArray &line : out.split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (document.isObject()) {
            objects.append(document.object());
            continue;
        }
        qCWarning(dockerLog).noquote() << what << "skipped a broken line:" << line.left(excerptLength);
        if (broken.isEmpty())
            broken = line;
    }
    if (objects.isEmpty() && !broken.isEmpty())
        return failure(badOutput(what, broken));
    return objects;
}

QMap<QString, QString> stringMap(const QJsonValue &object)
{
    QMap<QString, QString> map;
    const QJsonObject entries = object.toObject();
    for (auto it = entries.constBegin(); it != entries.constEnd(); ++it)
        map.insert(it.key(), it.value().toString());
    return map;
}

QStringList stringList(const QJsonValue &array)
{
    QStringList list;
    const QJsonArray entries = array.toArray();
    for (const QJsonValue &value : entries)
        list.append(value.toString());
    return list;
}

} // namespace zoodock
