// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/version.h"

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QSet>
#include <QtCore/QString>

#include <optional>

namespace zoodock
{

struct Ensemble;
struct Member;

/// Somebody who has a TCP port of the engine's host.
struct PortHolder
{
    quint16 port = 0;
    QString address; ///< numeric; "0.0.0.0" and "::" are wildcards
    /// Its name, where a container (running or stopped) has it; empty: some process of the host, or nobody
    /// now, see `running`.
    QString container;
    QString cluster; ///< org.zoodock.cluster of that container, or empty
    /// false: a stopped container that wants the port back when it is started; without a container's name a
    /// member of `cluster` that has none just now.
    bool running = true;
    // Of a process of the host, as far as this user may know:
    quint64 socket = 0;          ///< its inode; 0: not known
    int user = -1;               ///< whose it is; -1: not known
    QString program = QString(); ///< "java"
    qint64 process = 0;          ///< its id
    QString owner = QString();   ///< the user's name
    friend bool operator==(const PortHolder &, const PortHolder &) = default;
};

/// Docker's name service leads a name on a network to this container.
struct NameHolder
{
    QString network;
    QString name; ///< its own, its host name or an alias
    QString container;
    QString cluster = QString(); ///< not empty: the container is none yet, but the file of that cluster asks
                                 ///< for it
    friend bool operator==(const NameHolder &, const NameHolder &) = default;
};

/// What an engine's host has, as far as a plan needs to know. Collected by clusters/Preflight.
struct HostFacts
{
    bool known = false; ///< false: nothing could be asked; validate() then says so and checks the model alone
    QString context;
    Version engineVersion;
    QString operatingSystem;
    bool local = true; ///< published ports of 127.0.0.1 are reachable from here
    bool dockerDesktop = false;
    bool rootless = false;
    bool podman = false;
    qint64 memoryBytes = 0; ///< of the host; 0: not known
    int cpus = 0;
    QList<PortHolder> ports;
    QSet<QString> containerNames;      ///< running and stopped
    QList<NameHolder> namesOnNetworks; ///< of the same containers, and of members that others plan
    QSet<QString> networkNames;
    QSet<QString> internalNetworks; ///< those of networkNames whose containers docker publishes no ports of
    QSet<QString> volumeNames;
    QSet<QString> imageReferences; ///< "repo:tag", "repo@digest"
    // What carries the label of the cluster that is planned; not part of the sets above.
    QSet<QString> ownContainers;
    QSet<QString> ownUnstarted;    ///< those of ownContainers that were never started: half-made
    QSet<QString> ownPaused;       ///< those of ownContainers that are paused
    QMap<int, QString> ownMembers; ///< those of ownContainers that say whose they are: member's id → name
    QSet<QString> ownNetworks;
    QSet<QString>
        ownVolumes; ///< also volumes that were kept when an earlier cluster of that name was removed
    QMap<QString, int>
        ownVolumeMembers; ///< those of ownVolumes that say so → id of the member they were made for
    QMap<QString, QString>
        ownVolumeImages; ///< those of ownVolumes that say so → reference of the image they were made for
    /// A ZooKeeper server that others started might be known by the name of the cluster that is planned.
    bool nameMayBeOthers = false;
    QSet<QString> addresses;     ///< of its interfaces, numeric; empty: not known
    bool listenersKnown = false; ///< ports holds the listeners of host processes too, not just containers'

    /// The name of the member's container, which somebody may have renamed; where there is none, the wanted
    /// one.
    [[nodiscard]] QString ownContainer(const Ensemble &ensemble, const Member &member) const;
    /// Who stands in the way of binding address:port (wildcards collide with everything), or nullptr. Holders
    /// of the cluster `except` do not count.
    [[nodiscard]] const PortHolder *holder(const QString &address, quint16 port,
                                           const QString &except = {}) const;
};

/// Parses /proc/net/tcp and tcp6 (Linux proc(5)): local address, port, user and inode of every socket in
/// state 0A (LISTEN).
[[nodiscard]] QList<PortHolder> listenersFromProc(const QByteArray &tcp, const QByteArray &tcp6);

} // namespace zoodock
