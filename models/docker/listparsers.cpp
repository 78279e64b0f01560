// SPDX-License-Identifier: GPL-3.0-or-later
// What `docker ps`, `network ls`, `volume ls` and `context ls` print: a JSON object per line.
#include "docker/dockerparsers.h"

#include "jsonreader.h"

namespace zoodock::parse
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString text(const QJsonObject &row, QLatin1StringView key)
{
    return row.value(key).toString();
}

ContainerRow rowOf(const QJsonObject &object)
{
    ContainerRow row;
    row.id = text(object, "ID"_L1);
    // A container that others link to has several names; its own comes without a slash.
    for (const QString &name : text(object, "Names"_L1).split(u',')) {
        if (!name.contains(u'/'))
            row.name = name;
    }
    row.image = text(object, "Image"_L1);
    row.command = text(object, "Command"_L1);
    row.labels = text(object, "Labels"_L1);
    return row;
}

/// Docker writes "a=1,b=2", podman an object.
QStringList labelsOf(const QJsonValue &value)
{
    if (!value.isObject())
        return value.toString().split(u',', Qt::SkipEmptyParts);
    QStringList labels;
    const QJsonObject object = value.toObject();
    for (auto label = object.begin(); label != object.end(); ++label)
        labels.append(label.key() + u'=' + label.value().toString());
    return labels;
}

ContextInfo contextOf(const QJsonObject &object)
{
    ContextInfo context;
    context.name = text(object, "Name"_L1);
    context.endpoint = text(object, "DockerEndpoint"_L1);
    context.description = text(object, "Description"_L1);
    context.problem = text(object, "Error"_L1);
    context.current = object.value("Current"_L1).toBool();
    return context;
}

} // namespace

Result<QList<ContainerRow>> containerRows(const QByteArray &out)
{
    const Result<QList<QJsonObject>> lines = readLines(out, u"docker ps"_s);
    if (!lines)
        return failure(lines.error());
    QList<ContainerRow> rows;
    for (const QJsonObject &line : *lines) {
        const ContainerRow row = rowOf(line);
        if (!row.id.isEmpty() && !row.name.isEmpty())
            rows.append(row);
    }
    if (rows.isEmpty() && !lines->isEmpty())
        return failure(badOutput(u"docker ps"_s, out, u"no id"_s));
    return rows;
}

Result<QList<NamedObject>> namedObjects(const QByteArray &out)
{
    const Result<QList<QJsonObject>> lines = readLines(out, u"docker ls"_s);
    if (!lines)
        return failure(lines.error());
    QList<NamedObject> objects;
    for (const QJsonObject &line : *lines) {
        const NamedObject object{text(line, "Name"_L1), labelsOf(line.value("Labels"_L1)),
                                 text(line, "Internal"_L1) == "true"_L1};
        if (!object.name.isEmpty())
            objects.append(object);
    }
    if (objects.isEmpty() && !lines->isEmpty())
        return failure(badOutput(u"docker ls"_s, out, u"no name"_s));
    return objects;
}

Result<QStringList> names(const QByteArray &out)
{
    const Result<QList<NamedObject>> objects = namedObjects(out);
    if (!objects)
        return failure(objects.error());
    QStringList names;
    for (const NamedObject &object : *objects)
        names.append(object.name);
    return names;
}

Result<QList<ContextInfo>> contexts(const QByteArray &out)
{
    const Result<QList<QJsonObject>> lines = readLines(out, u"docker context ls"_s);
    if (!lines)
        return failure(lines.error());
    QList<ContextInfo> contexts;
    for (const QJsonObject &line : *lines) {
        const ContextInfo context = contextOf(line);
        if (!context.name.isEmpty())
            contexts.append(context);
    }
    if (contexts.isEmpty())
        return failure(badOutput(u"docker context ls"_s, out, u"no context"_s));
    return contexts;
}

} // namespace zoodock::parse
