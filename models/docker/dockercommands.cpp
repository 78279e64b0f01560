// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/dockercommands.h"

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// What ps, images, network ls, … and events print: one JSON object per line. `--format json` is not
/// portable: CLI 20.10 prints the word "json" and ends with 0.
constexpr auto jsonLines = "{{json .}}"_L1;

/// The actions that tell of a container's or network's life. Without this list every `docker exec` and health
/// check floods the stream with exec_create, exec_start and exec_die.
QStringList watchedActions()
{
    return {u"create"_s, u"start"_s,   u"restart"_s, u"kill"_s,      u"die"_s,
            u"stop"_s,   u"oom"_s,     u"pause"_s,   u"unpause"_s,   u"rename"_s,
            u"update"_s, u"destroy"_s, u"connect"_s, u"disconnect"_s};
}

/// "--option value" for every value.
QStringList repeated(const QString &option, const QStringList &values)
{
    QStringList arguments;
    for (const QString &value : values)
        arguments << option << value;
    return arguments;
}

QStringList repeated(const QString &option, const QList<std::pair<QString, QString>> &pairs)
{
    QStringList arguments;
    for (const auto &[key, value] : pairs)
        arguments << option << key + u'=' + value;
    return arguments;
}

QStringList labelFiltered(const QStringList &labels)
{
    QStringList arguments;
    for (const QString &label : labels)
        arguments << u"--filter"_s << u"label="_s + label;
    return arguments;
}

QStringList optional(const QString &option, const QString &value)
{
    return value.isEmpty() ? QStringList() : QStringList{option, value};
}

QString seconds(std::chrono::seconds grace)
{
    return QString::number(grace.count());
}

/// What `create` and `run` share: everything after their name.
QStringList containerArguments(const ContainerRequest &request)
{
    QStringList arguments{u"--pull"_s, u"never"_s};
    arguments += optional(u"--name"_s, request.name);
    arguments += optional(u"--hostname"_s, request.hostname);
    arguments += optional(u"--network"_s, request.network);
    arguments += repeated(u"--network-alias"_s, request.aliases);
    arguments += repeated(u"--label"_s, request.labels);
    arguments += repeated(u"--env"_s, request.environment);
    arguments += repeated(u"--publish"_s, request.publish);
    arguments += repeated(u"--volume"_s, request.volumes);
    arguments += optional(u"--restart"_s, request.restartPolicy);
    arguments += optional(u"--user"_s, request.user);
    if (!request.logOptions.isEmpty()) {
        // The engine's default driver may know none of these options (journald).
        arguments << u"--log-driver"_s << u"json-file"_s;
        arguments += repeated(u"--log-opt"_s, request.logOptions);
    }
    arguments << request.image;
    return arguments + request.command;
}

} // namespace

DockerCommands::DockerCommands(QString program, QString context)
    : m_program(std::move(program))
    , m_context(std::move(context))
{
}

CommandSpec DockerCommands::spec(QStringList arguments, std::chrono::milliseconds deadline) const
{
    CommandSpec spec;
    spec.program = m_program;
    spec.arguments = optional(u"--context"_s, m_context) + std::move(arguments);
    spec.deadline = deadline;
    return spec;
}

CommandSpec DockerCommands::version() const
{
    return spec({u"version"_s, u"--format"_s, jsonLines});
}

CommandSpec DockerCommands::info() const
{
    return spec({u"info"_s, u"--format"_s, jsonLines});
}

CommandSpec DockerCommands::contextInspect() const
{
    // Without a name it shows the one in use, DOCKER_HOST included.
    QStringList arguments{u"context"_s, u"inspect"_s};
    if (!m_context.isEmpty())
        arguments << m_context;
    return spec(arguments);
}

CommandSpec DockerCommands::listContexts() const
{
    // Without --context: a context that does not exist must not keep the others from being listed.
    return DockerCommands(m_program, {}).spec({u"context"_s, u"ls"_s, u"--format"_s, jsonLines});
}

CommandSpec DockerCommands::describeContainers() const
{
    return spec({u"ps"_s, u"--all"_s, u"--no-trunc"_s, u"--format"_s, jsonLines});
}

CommandSpec DockerCommands::listContainers(const QStringList &labelFilters, bool all) const
{
    QStringList arguments{u"ps"_s, u"--quiet"_s, u"--no-trunc"_s};
    if (all)
        arguments << u"--all"_s;
    return spec(arguments + labelFiltered(labelFilters));
}

CommandSpec DockerCommands::inspectContainers(const QStringList &namesOrIds) const
{
    return spec(QStringList{u"inspect"_s, u"--type"_s, u"container"_s} + namesOrIds);
}

CommandSpec DockerCommands::listNetworks(const QStringList &labelFilters) const
{
    return spec(QStringList{u"network"_s, u"ls"_s, u"--format"_s, jsonLines} + labelFiltered(labelFilters));
}

CommandSpec DockerCommands::listVolumes(const QStringList &labelFilters) const
{
    return spec(QStringList{u"volume"_s, u"ls"_s, u"--format"_s, jsonLines} + labelFiltered(labelFilters));
}

CommandSpec DockerCommands::listImages() const
{
    return spec({u"images"_s, u"--digests"_s, u"--format"_s, jsonLines});
}

CommandSpec DockerCommands::pull(const QString &reference) const
{
    // To a pipe the CLI says nothing while a layer comes, and a large one may take minutes.
    return spec({u"pull"_s, reference}, 300s);
}

CommandSpec DockerCommands::createNetwork(const QString &name,
                                          const QList<std::pair<QString, QString>> &labels) const
{
    return spec(QStringList{u"network"_s, u"create"_s} + repeated(u"--label"_s, labels) + QStringList{name});
}

CommandSpec DockerCommands::removeNetwork(const QString &name) const
{
    return spec({u"network"_s, u"rm"_s, name});
}

CommandSpec DockerCommands::createVolume(const QString &name,
                                         const QList<std::pair<QString, QString>> &labels) const
{
    return spec(QStringList{u"volume"_s, u"create"_s} + repeated(u"--label"_s, labels) + QStringList{name});
}

CommandSpec DockerCommands::removeVolumes(const QStringList &names) const
{
    return spec(QStringList{u"volume"_s, u"rm"_s} + names);
}

CommandSpec DockerCommands::create(const ContainerRequest &request) const
{
    return spec(QStringList{u"create"_s} + containerArguments(request), 60s);
}

CommandSpec DockerCommands::run(const ContainerRequest &request) const
{
    return spec(QStringList{u"run"_s, u"--detach"_s} + containerArguments(request), 60s);
}

CommandSpec DockerCommands::copyInto(const QString &container, const QString &directory,
                                     const QByteArray &tar, const QString &note) const
{
    CommandSpec copy = spec({u"cp"_s, u"-"_s, container + u':' + directory});
    copy.standardInput = tar;
    copy.standardInputNote = note;
    return copy;
}

CommandSpec DockerCommands::start(const QStringList &containers) const
{
    return spec(QStringList{u"start"_s} + containers, 60s);
}

CommandSpec DockerCommands::stop(const QStringList &containers, std::chrono::seconds grace) const
{
    // -t: the long form is --time before CLI 28, --timeout from then on. The CLI stops them all at the same
    // time.
    return spec(QStringList{u"stop"_s, u"-t"_s, seconds(grace)} + containers, grace + 20s);
}

CommandSpec DockerCommands::restart(const QStringList &containers, std::chrono::seconds grace) const
{
    // One after the other, other than stop.
    const auto each = grace + 20s;
    return spec(QStringList{u"restart"_s, u"-t"_s, seconds(grace)} + containers,
                each * std::max<qsizetype>(1, containers.size()));
}

CommandSpec DockerCommands::kill(const QStringList &containers) const
{
    return spec(QStringList{u"kill"_s} + containers);
}

CommandSpec DockerCommands::pause(const QStringList &containers) const
{
    return spec(QStringList{u"pause"_s} + containers);
}

CommandSpec DockerCommands::unpause(const QStringList &containers) const
{
    return spec(QStringList{u"unpause"_s} + containers);
}

CommandSpec DockerCommands::remove(const QStringList &containers) const
{
    return spec(QStringList{u"rm"_s, u"--force"_s, u"--volumes"_s} + containers, 60s);
}

CommandSpec DockerCommands::logs(const QString &container, int lines) const
{
    return spec({u"logs"_s, u"--timestamps"_s, u"--tail"_s, QString::number(lines), container});
}

CommandSpec DockerCommands::followLogs(const QString &container, const QString &since, int tail) const
{
    QStringList arguments{u"logs"_s, u"--follow"_s, u"--timestamps"_s};
    arguments += optional(u"--since"_s, since);
    if (tail > 0)
        arguments << u"--tail"_s << QString::number(tail);
    return spec(arguments << container, 0ms);
}

CommandSpec DockerCommands::execAttached(const QString &container, const QStringList &argv) const
{
    CommandSpec attached = spec(QStringList{u"exec"_s, u"--interactive"_s, container} + argv, 0ms);
    attached.keepInputOpen = true;
    return attached;
}

CommandSpec DockerCommands::exec(const QString &container, const QStringList &argv) const
{
    return spec(QStringList{u"exec"_s, container} + argv);
}

CommandSpec DockerCommands::printHostListeners(const QString &image) const
{
    // tcp6 is absent where the kernel runs without IPv6. The script is ours and constant; every image of
    // ZooKeeper has a shell, its entry point is one.
    const QString script = u"cat /proc/net/tcp && { cat /proc/net/tcp6 2>/dev/null || true; }"_s;
    return spec({u"run"_s, u"--rm"_s, u"--pull"_s, u"never"_s, u"--network"_s, u"host"_s, u"--read-only"_s,
                 u"--entrypoint"_s, u"sh"_s, image, u"-c"_s, script});
}

CommandSpec DockerCommands::events(const QString &since) const
{
    QStringList arguments{u"events"_s, u"--format"_s, jsonLines};
    arguments += optional(u"--since"_s, since);
    arguments << u"--filter"_s << u"type=container"_s << u"--filter"_s << u"type=network"_s;
    for (const QString &action : watchedActions())
        arguments << u"--filter"_s << u"event="_s + action;
    return spec(arguments, 0ms);
}

CommandSpec DockerCommands::streamStats(const QStringList &containers) const
{
    return spec(QStringList{u"stats"_s, u"--format"_s, jsonLines} + containers, 0ms);
}

CommandSpec DockerCommands::volumeSizes() const
{
    return spec({u"system"_s, u"df"_s, u"--verbose"_s, u"--format"_s, u"{{json .Volumes}}"_s});
}

} // namespace zoodock
