// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/dockerparsers.h"

#include "jsonreader.h"

#include <QtCore/QJsonArray>

namespace zoodock::parse
{

using namespace Qt::Literals::StringLiterals;

namespace
{

ContainerStatus statusOf(const QJsonObject &state)
{
    struct Word
    {
        QLatin1StringView text;
        ContainerStatus status;
    };
    static constexpr Word words[] = {
        {"created"_L1, ContainerStatus::Created},   {"running"_L1, ContainerStatus::Running},
        {"paused"_L1, ContainerStatus::Paused},     {"restarting"_L1, ContainerStatus::Restarting},
        {"removing"_L1, ContainerStatus::Removing}, {"exited"_L1, ContainerStatus::Exited},
        {"dead"_L1, ContainerStatus::Dead},
    };
    const QString text = state.value("Status"_L1).toString();
    for (const Word &word : words) {
        if (text == word.text)
            return word.status;
    }
    return state.value("Running"_L1).toBool() ? ContainerStatus::Running : ContainerStatus::Exited;
}

/// {"2181/tcp": [{"HostIp": "127.0.0.1", "HostPort": "2181"}], "8080/tcp": null}; TCP alone.
QList<PublishedPort> portsOf(const QJsonValue &map)
{
    QList<PublishedPort> ports;
    const QJsonObject entries = map.toObject();
    for (auto it = entries.constBegin(); it != entries.constEnd(); ++it) {
        if (it.key().section(u'/', 1) != "tcp"_L1)
            continue;
        const QJsonArray bindings = it.value().toArray();
        for (const QJsonValue &binding : bindings) {
            const QString address = binding["HostIp"_L1].toString();
            ports.append({it.key().section(u'/', 0, 0).toUShort(), address.isEmpty() ? u"0.0.0.0"_s : address,
                          binding["HostPort"_L1].toString().toUShort()});
        }
    }
    return ports;
}

QMap<QString, QString> addressesOf(const QJsonObject &networks)
{
    QMap<QString, QString> addresses;
    for (auto it = networks.constBegin(); it != networks.constEnd(); ++it) {
        const QString address = it.value()["IPAddress"_L1].toString();
        if (!address.isEmpty())
            addresses.insert(it.key(), address);
    }
    return addresses;
}

QMap<QString, QStringList> aliasesOf(const QJsonObject &networks)
{
    QMap<QString, QStringList> aliases;
    for (auto it = networks.constBegin(); it != networks.constEnd(); ++it)
        aliases.insert(it.key(), stringList(it.value()["Aliases"_L1]));
    return aliases;
}

QMap<QString, QString> mountsOf(const QJsonArray &entries)
{
    QMap<QString, QString> mounts;
    for (const QJsonValue &mount : entries) {
        const QString volume = mount["Name"_L1].toString();
        mounts.insert(mount["Destination"_L1].toString(),
                      volume.isEmpty() ? mount["Source"_L1].toString() : volume);
    }
    return mounts;
}

void readState(const QJsonObject &state, ContainerInfo &container)
{
    container.status = statusOf(state);
    container.exitCode = state.value("ExitCode"_L1).toInt();
    container.oomKilled = state.value("OOMKilled"_L1).toBool();
    container.error = state.value("Error"_L1).toString();
    container.startedAt = time(state.value("StartedAt"_L1).toString());
    container.finishedAt = time(state.value("FinishedAt"_L1).toString());
}

void readConfig(const QJsonObject &config, ContainerInfo &container)
{
    container.image = config.value("Image"_L1).toString();
    container.labels = stringMap(config.value("Labels"_L1));
    container.environment = stringList(config.value("Env"_L1));
    container.command = stringList(config.value("Cmd"_L1));
    container.hostname = config.value("Hostname"_L1).toString();
}

void readHostConfig(const QJsonObject &config, ContainerInfo &container)
{
    container.restartPolicy = config.value("RestartPolicy"_L1)["Name"_L1].toString();
    container.networkMode = config.value("NetworkMode"_L1).toString();
    container.configuredPorts = portsOf(config.value("PortBindings"_L1));
}

ContainerInfo containerOf(const QJsonObject &object)
{
    ContainerInfo container;
    container.id = object.value("Id"_L1).toString();
    container.name = object.value("Name"_L1).toString();
    if (container.name.startsWith(u'/'))
        container.name.remove(0, 1);
    container.createdAt = time(object.value("Created"_L1).toString());
    container.restartCount = object.value("RestartCount"_L1).toInt();
    readState(object.value("State"_L1).toObject(), container);
    readConfig(object.value("Config"_L1).toObject(), container);
    readHostConfig(object.value("HostConfig"_L1).toObject(), container);
    const QJsonObject network = object.value("NetworkSettings"_L1).toObject();
    container.publishedPorts = portsOf(network.value("Ports"_L1));
    container.addresses = addressesOf(network.value("Networks"_L1).toObject());
    container.aliases = aliasesOf(network.value("Networks"_L1).toObject());
    container.process = QStringList{object.value("Path"_L1).toString()} + stringList(object.value("Args"_L1));
    container.mounts = mountsOf(object.value("Mounts"_L1).toArray());
    return container;
}

} // namespace

QDateTime time(const QString &text)
{
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    // Go's zero time means "never".
    return moment.isValid() && moment.date().year() > 1 ? moment.toUTC() : QDateTime();
}

Result<QList<ContainerInfo>> containers(const QByteArray &out)
{
    const Result<QList<QJsonObject>> objects = readArray(out, u"docker inspect"_s);
    if (!objects)
        return failure(objects.error());
    QList<ContainerInfo> containers;
    for (const QJsonObject &object : *objects) {
        const ContainerInfo container = containerOf(object);
        if (container.id.isEmpty() || container.name.isEmpty())
            qCWarning(dockerLog) << "docker inspect: skipped an object without id or name";
        else
            containers.append(container);
    }
    if (containers.isEmpty() && !objects->isEmpty())
        return failure(badOutput(u"docker inspect"_s, out, u"no container"_s));
    return containers;
}

} // namespace zoodock::parse
