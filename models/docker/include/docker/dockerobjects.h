// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/version.h"

#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace zoodock
{

/// `docker version`
struct EngineVersion
{
    Version client;
    Version server;
    QString apiVersion;
    QString operatingSystem; ///< "linux"
    QString platformName;    ///< "Docker Engine - Community", "Docker Desktop 4.34.0 (…)"
};

/// `docker info`
struct EngineInfo
{
    QString id;
    QString name; ///< the engine's host name
    Version version;
    QString operatingSystem; ///< "Debian GNU/Linux 12 (bookworm)", "Docker Desktop"
    QString osType;
    qint64 memoryBytes = 0;
    int cpus = 0;
    QStringList securityOptions; ///< "name=rootless"
    QStringList warnings;
};

/// `docker context inspect`, or one line of `docker context ls`
struct ContextInfo
{
    QString name;
    QString endpoint;    ///< "unix:///var/run/docker.sock", "tcp://host:2375", "ssh://user@host"
    QString description; ///< of `docker context ls` alone, as is
    QString problem;     ///< of newer `docker context ls` alone: why it cannot be used, as is
    bool current = false;

    /// DOCKER_CONTEXT may name one that there is not; newer docker lists it all the same.
    [[nodiscard]] bool exists() const { return problem.isEmpty() || !endpoint.isEmpty(); }
};

enum class ContainerStatus { Created, Running, Paused, Restarting, Removing, Exited, Dead };

struct PublishedPort
{
    quint16 containerPort = 0;
    QString hostAddress; ///< "127.0.0.1", "0.0.0.0", "::"
    quint16 hostPort = 0;
    friend bool operator==(const PublishedPort &, const PublishedPort &) = default;
};

/// The part of `docker inspect CONTAINER` that we use.
struct ContainerInfo
{
    QString id;   ///< 64 hex digits
    QString name; ///< without the leading slash
    QString image;
    QMap<QString, QString> labels;
    QStringList environment;
    QStringList command;
    QStringList process; ///< what runs as its first process: entry point and command
    QString hostname;
    ContainerStatus status = ContainerStatus::Created;
    int exitCode = 0;
    bool oomKilled = false;
    QString error; ///< State.Error: why a start failed
    QDateTime createdAt;
    QDateTime startedAt;  ///< invalid: never
    QDateTime finishedAt; ///< invalid: never
    int restartCount = 0;
    QString restartPolicy;
    QString networkMode;
    QMap<QString, QString> addresses;     ///< network name → IPv4 address, where it has one
    QMap<QString, QStringList> aliases;   ///< network name → names besides the container's own
    QList<PublishedPort> configuredPorts; ///< HostConfig.PortBindings: what it wants, running or not
    QList<PublishedPort> publishedPorts;  ///< NetworkSettings.Ports: what it has now
    QMap<QString, QString> mounts;        ///< destination → volume name (or host path)
};

/// One line of `docker ps`: enough to tell whether a container is worth an inspect.
struct ContainerRow
{
    QString id;
    QString name;
    QString image;   ///< a bare image id where the reference means another image by now
    QString command; ///< entry point and command as docker shows them, in quotes
    QString labels;  ///< "key=value,key=value"; values may hold commas
};

/// A network or a volume.
struct NamedObject
{
    QString name;
    QStringList labels;    ///< "key=value"; a value that holds commas comes in pieces
    bool internal = false; ///< a network whose containers nobody outside reaches through published ports
    friend bool operator==(const NamedObject &, const NamedObject &) = default;
};

/// One line of `docker events`, as far as the filters let it through.
struct EngineEvent
{
    QString type;   ///< "container", "network"
    QString action; ///< the part before a ':'
    QString id;
    QMap<QString, QString>
        attributes; ///< name, image, labels, exitCode, signal, container (of network events)
    qint64 timeNano = 0;
};

/// One row of `docker stats`.
struct ContainerStats
{
    QString id;
    QString name;
    double cpuPercent = 0; ///< of one core
    qint64 memoryBytes = 0;
    qint64 memoryLimit = 0;
};

} // namespace zoodock
