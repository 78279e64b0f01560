// SPDX-License-Identifier: GPL-3.0-or-later
// What `docker ps` and `docker context ls` print: a JSON object per line.
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

ContextInfo contextOf(const QJsonObject &object)
{
    ContextInfo context;
    context.name = text(object, "Name"_L1);
    context.endpoint = text(object, "DockerEndpoint"_L1);
    context.description = text(object, "Description"_L1);
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
