// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commandspec.h"

#include <QtCore/QList>
#include <QtCore/QStringList>

#include <chrono>
#include <optional>
#include <utility>

namespace zoodock
{

/// What `docker create` is told. Order of the lists is kept.
struct ContainerRequest
{
    QString name;
    QString hostname;
    QString image;
    QString network;     ///< "host" or a network's name
    QStringList aliases; ///< more names on that network
    QList<std::pair<QString, QString>> labels;
    QList<std::pair<QString, QString>> environment;
    QStringList publish;    ///< "127.0.0.1:2181:2181"
    QStringList volumes;    ///< "NAME:/data"
    QString restartPolicy;  ///< docker's words
    QStringList logOptions; ///< "max-size=10m"
    QStringList command;    ///< after the image
    QString user;
};

/// Intent → CommandSpec; pure. Works for CLI 20.10 to 28: `--format '{{json .}}'` only. A context that is not
/// empty is given with --context, which overrides DOCKER_HOST. Secrets never travel in argv.
class DockerCommands
{
public:
    explicit DockerCommands(QString program = QStringLiteral("docker"), QString context = {});

    [[nodiscard]] const QString &program() const { return m_program; }
    [[nodiscard]] const QString &context() const { return m_context; }

    [[nodiscard]] CommandSpec version() const;
    [[nodiscard]] CommandSpec info() const;
    /// Name and endpoint of the context in use. Works on 20.10, which has no `context show`.
    [[nodiscard]] CommandSpec contextInspect() const;
    [[nodiscard]] CommandSpec listContexts() const; ///< all of them, whichever is chosen

    [[nodiscard]] CommandSpec listContainers(const QStringList &labelFilters,
                                             bool all) const; ///< ids, -q --no-trunc
    [[nodiscard]] CommandSpec describeContainers() const;     ///< all, a JSON row each
    [[nodiscard]] CommandSpec inspectContainers(const QStringList &namesOrIds) const;
    [[nodiscard]] CommandSpec listNetworks(const QStringList &labelFilters) const;
    [[nodiscard]] CommandSpec listVolumes(const QStringList &labelFilters) const;
    [[nodiscard]] CommandSpec listImages() const;
    /// Streams lines; the deadline is meant as a no-progress watchdog.
    [[nodiscard]] CommandSpec pull(const QString &reference) const;

    [[nodiscard]] CommandSpec createNetwork(const QString &name,
                                            const QList<std::pair<QString, QString>> &labels) const;
    [[nodiscard]] CommandSpec removeNetwork(const QString &name) const;
    [[nodiscard]] CommandSpec createVolume(const QString &name,
                                           const QList<std::pair<QString, QString>> &labels) const;
    [[nodiscard]] CommandSpec removeVolumes(const QStringList &names) const;

    /// Both with --pull never: the image was seen, or pulled, before; one that has gone since is not fetched
    /// behind the plan's back.
    [[nodiscard]] CommandSpec create(const ContainerRequest &request) const;
    /// `docker run --detach`: create and start in one call. One whose start fails leaves the container
    /// created.
    [[nodiscard]] CommandSpec run(const ContainerRequest &request) const;
    /// `docker cp - NAME:DIRECTORY`, the archive on stdin; `note` says what it is, for display.
    [[nodiscard]] CommandSpec copyInto(const QString &container, const QString &directory,
                                       const QByteArray &tar, const QString &note) const;
    [[nodiscard]] CommandSpec start(const QStringList &containers) const;
    /// Deadline: the grace plus a margin.
    [[nodiscard]] CommandSpec stop(const QStringList &containers,
                                   std::chrono::seconds grace = std::chrono::seconds(10)) const;
    [[nodiscard]] CommandSpec restart(const QStringList &containers,
                                      std::chrono::seconds grace = std::chrono::seconds(10)) const;
    [[nodiscard]] CommandSpec kill(const QStringList &containers) const;
    [[nodiscard]] CommandSpec pause(const QStringList &containers) const;
    [[nodiscard]] CommandSpec unpause(const QStringList &containers) const;
    /// rm --force, with anonymous volumes (-v).
    [[nodiscard]] CommandSpec remove(const QStringList &containers) const;
    /// The last `lines` lines that the container wrote.
    [[nodiscard]] CommandSpec logs(const QString &container, int lines) const;
    /// The stream of what it wrote from `since` on (RFC 3339; empty: from the beginning), the last `tail`
    /// lines of that (0: all), and of what it writes until it stops; each line with its time.
    [[nodiscard]] CommandSpec followLogs(const QString &container, const QString &since, int tail) const;
    [[nodiscard]] CommandSpec exec(const QString &container, const QStringList &argv) const;
    /// An exec for as long as our end of its standard input is open: it ends with us, however we end.
    [[nodiscard]] CommandSpec execAttached(const QString &container, const QStringList &argv) const;
    /// A throw-away container (--rm, --network host, read-only) that prints /proc/net/tcp and tcp6.
    [[nodiscard]] CommandSpec printHostListeners(const QString &image) const;

    /// The stream: container and network events by an explicit event filter, no label filter. since: unix
    /// time with nanoseconds ("1700000000.000000001"), or empty for now.
    [[nodiscard]] CommandSpec events(const QString &since) const;
    /// A row of each again and again, until it is stopped. (`--no-stream` takes two seconds for one.)
    [[nodiscard]] CommandSpec streamStats(const QStringList &containers) const;
    /// `system df --verbose`, the volumes alone: counts the bytes of everything, which may take a while.
    [[nodiscard]] CommandSpec volumeSizes() const;

private:
    [[nodiscard]] CommandSpec spec(QStringList arguments,
                                   std::chrono::milliseconds deadline = std::chrono::seconds(30)) const;

    QString m_program;
    QString m_context;
};

} // namespace zoodock
