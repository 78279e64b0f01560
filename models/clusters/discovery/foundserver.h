// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docker/dockerobjects.h"
#include "ensemble/ensemble.h"

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace zoodock
{

/// Why a container is taken for a ZooKeeper server.
enum class ServerSign {
    None,    ///< it is not
    Image,   ///< its image is one of the known ZooKeeper images: that is enough
    Command, ///< its process looks like a server's: it counts once it has answered `srvr`
};

/// By image reference and process (entry point and command, words or one text).
[[nodiscard]] ServerSign serverSign(const QString &imageReference, const QStringList &process);

/// One line server.ID=… of an ensemble, whichever way the image is told it.
struct ServerEntry
{
    int id = 0;
    QString host; ///< as written; "0.0.0.0" where a server means itself
    quint16 quorumPort = 0;
    quint16 electionPort = 0;
    MemberRole role = MemberRole::Participant;
    QString clientAddress;  ///< empty: not said
    quint16 clientPort = 0; ///< 0: not said
    friend bool operator==(const ServerEntry &, const ServerEntry &) = default;
};

/// A container that somebody else started and that runs a ZooKeeper server.
struct FoundServer
{
    ContainerInfo container;
    int id = 0;                 ///< 0: not known
    QList<ServerEntry> servers; ///< by id; empty: it knows of no others
    quint16 clientPort = 2181;
    quint16 adminPort = 8080;
    bool hasAdmin = true; ///< false: its AdminServer is switched off

    [[nodiscard]] const ServerEntry *own() const;
};

/// From what the container was told by its environment: the official image's variables, colovu's, bitnami's,
/// Confluent's and owlgvt's. `configuration` and `myid` are the contents of its zoo.cfg and myid, where
/// somebody read them: they fill what the environment leaves open.
[[nodiscard]] FoundServer foundServer(const ContainerInfo &container, const QString &configuration = {},
                                      const QString &myid = {});
/// "server.1=zoo1:2888:3888;2181 server.2=…", in any of the separators that images take; by id.
[[nodiscard]] QList<ServerEntry> parseServerList(const QString &text);

} // namespace zoodock
