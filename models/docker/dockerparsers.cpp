// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/dockerparsers.h"

#include "docker/dockererrors.h"
#include "jsonreader.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>

#include <cmath>
#include <optional>
#include <utility>

namespace zoodock::parse
{

using namespace Qt::Literals::StringLiterals;

namespace
{

Version versionOf(const QJsonValue &text)
{
    return Version::fromText(text.toString()).value_or(Version());
}

QString platformOf(const QJsonObject &version)
{
    return version.value("Platform"_L1).toObject().value("Name"_L1).toString();
}

/// CLI 20.10 ends with 0 and puts here what 28 says on stderr.
Error serverError(const QStringList &messages)
{
    CommandSpec spec;
    spec.program = u"docker info"_s;
    return dockerError(spec, 1, messages.join(u'\n').toUtf8());
}

/// `stats` clears the screen between samples, even on a pipe.
QByteArray withoutAnsi(const QByteArray &out)
{
    static const QRegularExpression sequence(u"\x1b\\[[0-9;?]*[A-Za-z]"_s);
    return QString::fromUtf8(out).remove(sequence).toUtf8();
}

/// "45.6MiB", "1.2GB", "0B"
std::optional<qint64> bytes(const QString &text)
{
    static const QRegularExpression form(u"^([0-9.]+) ?([kKMGTP]?)(i?)B$"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const auto power =
        match.capturedView(2).isEmpty() ? 0 : "KMGTP"_L1.indexOf(match.captured(2).toUpper()) + 1;
    const double unit = match.capturedView(3).isEmpty() ? 1000 : 1024;
    return std::llround(match.captured(1).toDouble() * std::pow(unit, power));
}

std::optional<ContainerStats> statsRow(const QJsonObject &row)
{
    const QString percent = row.value("CPUPerc"_L1).toString();
    const QStringList memory = row.value("MemUsage"_L1).toString().split(u'/');
    bool isNumber = false;
    const double cpu = percent.chopped(percent.endsWith(u'%') ? 1 : 0).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(cpu) || memory.size() != 2)
        return std::nullopt; // "--" for what is not running
    ContainerStats stats;
    stats.id = row.value("ID"_L1).toString();
    stats.name = row.value("Name"_L1).toString();
    stats.cpuPercent = cpu;
    stats.memoryBytes = bytes(memory.at(0)).value_or(0);
    stats.memoryLimit = bytes(memory.at(1)).value_or(0);
    return stats;
}

} // namespace

Result<EngineVersion> version(const QByteArray &out)
{
    const Result<QJsonObject> object = readObject(out, u"docker version"_s);
    if (!object)
        return failure(object.error());
    const QJsonObject server = object->value("Server"_L1).toObject();
    // Docker writes "ApiVersion".
    if (object->value("Client"_L1).toObject().contains("APIVersion"_L1))
        return failure(podmanError(u"docker version: "_s + QString::fromUtf8(out)));
    if (server.isEmpty())
        return failure(object->contains("Client"_L1) ? serverError({u"Cannot connect to the Docker daemon"_s})
                                                     : badOutput(u"docker version"_s, out));
    EngineVersion version;
    version.client = versionOf(object->value("Client"_L1).toObject().value("Version"_L1));
    version.server = versionOf(server.value("Version"_L1));
    version.apiVersion = server.value("ApiVersion"_L1).toString();
    version.operatingSystem = server.value("Os"_L1).toString();
    version.platformName = platformOf(server);
    return version;
}

Result<EngineInfo> info(const QByteArray &out)
{
    const Result<QJsonObject> object = readObject(out, u"docker info"_s);
    if (!object)
        return failure(object.error());
    const QStringList errors = stringList(object->value("ServerErrors"_L1));
    if (!errors.isEmpty())
        return failure(serverError(errors));
    if (!object->contains("ServerVersion"_L1))
        return failure(badOutput(u"docker info"_s, out));
    if (object->value("ServerVersion"_L1).toString().isEmpty())
        return failure(serverError({u"Cannot connect to the Docker daemon"_s})); // CLI 28 says why on stderr
    EngineInfo info;
    info.id = object->value("ID"_L1).toString();
    info.name = object->value("Name"_L1).toString();
    info.version = versionOf(object->value("ServerVersion"_L1));
    info.operatingSystem = object->value("OperatingSystem"_L1).toString();
    info.osType = object->value("OSType"_L1).toString();
    info.memoryBytes = object->value("MemTotal"_L1).toInteger();
    info.cpus = object->value("NCPU"_L1).toInt();
    info.securityOptions = stringList(object->value("SecurityOptions"_L1));
    info.warnings = stringList(object->value("Warnings"_L1));
    return info;
}

Result<ContextInfo> context(const QByteArray &out)
{
    const Result<QJsonObject> object = readObject(out, u"docker context inspect"_s);
    if (!object)
        return failure(object.error());
    const QJsonObject endpoint = object->value("Endpoints"_L1).toObject().value("docker"_L1).toObject();
    ContextInfo info;
    info.name = object->value("Name"_L1).toString();
    info.endpoint = endpoint.value("Host"_L1).toString();
    if (info.name.isEmpty())
        return failure(badOutput(u"docker context inspect"_s, out));
    return info;
}

Result<QStringList> ids(const QByteArray &out)
{
    static const QRegularExpression form(u"^[0-9a-f]{12,64}$"_s);
    QStringList ids;
    QByteArray broken;
    for (const QByteArray &line : out.split('\n')) {
        const QString id = QString::fromUtf8(line.trimmed());
        if (form.match(id).hasMatch())
            ids.append(id);
        else if (!id.isEmpty())
            broken = line;
    }
    if (broken.isEmpty())
        return ids;
    if (ids.isEmpty())
        return failure(badOutput(u"docker ps"_s, broken));
    qCWarning(dockerLog).noquote() << "docker ps: skipped what is no id:" << broken.left(100);
    return ids;
}

Result<QStringList> imageReferences(const QByteArray &out)
{
    const Result<QList<QJsonObject>> lines = readLines(out, u"docker images"_s);
    if (!lines)
        return failure(lines.error());
    QStringList references;
    for (const QJsonObject &line : *lines) {
        const QString repository = line.value("Repository"_L1).toString();
        if (repository.isEmpty() || repository == "<none>"_L1)
            continue;
        for (const auto &[key, sign] : {std::pair{"Tag"_L1, u':'}, std::pair{"Digest"_L1, u'@'}}) {
            const QString value = line.value(key).toString();
            const QString reference = repository + sign + value;
            if (!value.isEmpty() && value != "<none>"_L1 && !references.contains(reference))
                references.append(reference);
        }
    }
    return references;
}

Result<EngineEvent> event(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    const QJsonObject object = document.object();
    const QJsonObject actor = object.value("Actor"_L1).toObject();
    EngineEvent event;
    event.type = object.value("Type"_L1).toString();
    // "health_status: healthy", "exec_start: true"
    event.action = object.value("Action"_L1).toString().section(u':', 0, 0).trimmed();
    event.id = actor.value("ID"_L1).toString();
    event.attributes = stringMap(actor.value("Attributes"_L1));
    event.timeNano = object.value("timeNano"_L1).toInteger();
    if (event.type.isEmpty() || event.action.isEmpty() || event.id.isEmpty())
        return failure(badOutput(u"docker events"_s, line));
    return event;
}

Result<QList<ContainerStats>> stats(const QByteArray &out)
{
    const Result<QList<QJsonObject>> lines = readLines(withoutAnsi(out), u"docker stats"_s);
    if (!lines)
        return failure(lines.error());
    QList<ContainerStats> rows;
    for (const QJsonObject &line : *lines) {
        if (const std::optional<ContainerStats> row = statsRow(line))
            rows.append(*row);
    }
    return rows;
}

Result<QMap<QString, qint64>> volumeSizes(const QByteArray &out)
{
    const QJsonDocument document = QJsonDocument::fromJson(out.trimmed());
    // Without a volume it prints "null" or "[]".
    if (!document.isArray() && out.trimmed() != "null")
        return failure(badOutput(u"docker system df"_s, out, u"no array"_s));
    QMap<QString, qint64> sizes;
    const QJsonArray rows = document.array();
    for (const QJsonValue &row : rows) {
        const QString name = row.toObject().value("Name"_L1).toString();
        const std::optional<qint64> size = bytes(row.toObject().value("Size"_L1).toString());
        if (!name.isEmpty() && size)
            sizes.insert(name, *size);
    }
    return sizes;
}

} // namespace zoodock::parse
