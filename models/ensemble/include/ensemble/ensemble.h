// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>

#include <array>
#include <optional>

namespace zoodock
{

enum class MemberRole { Participant, Observer };
enum class NetworkMode { Bridge, Host };
enum class VolumePolicy { Named, NotKept };
enum class RestartPolicy { No, OnFailure, Always, UnlessStopped };
enum class PortKind { Client, Quorum, Election, Admin };
inline constexpr std::array allPortKinds{PortKind::Client, PortKind::Quorum, PortKind::Election,
                                         PortKind::Admin};

inline constexpr int highestMemberId = 255;

/// One port of a member. `port` is what the server listens on (its own namespace in bridge mode, the host's
/// in host mode). Bridge: published means mapped to address:hostPort of the engine's host. Host: published
/// means that the server binds to `address` instead of 127.0.0.1, and hostPort is ignored (it equals port).
struct MemberPort
{
    quint16 port = 0;
    bool published = false;
    QString address = QStringLiteral("127.0.0.1");
    quint16 hostPort = 0;
    friend bool operator==(const MemberPort &, const MemberPort &) = default;
};

struct Member
{
    int id = 1;   ///< myid, 1–255 (1–254 with TTL nodes)
    QString name; ///< host name inside the network ("zoo1"); the container is CLUSTER-NAME
    MemberRole role = MemberRole::Participant;
    MemberPort client;
    MemberPort quorum;
    MemberPort election;
    MemberPort admin;
    QString container; ///< the container's own name, of adopted and discovered members; empty: CLUSTER-NAME
    QJsonObject extra; ///< unknown JSON keys, kept

    [[nodiscard]] const MemberPort &port(PortKind kind) const;
    [[nodiscard]] MemberPort &port(PortKind kind);
    friend bool operator==(const Member &, const Member &) = default;
};

struct ImageChoice
{
    QString family = QStringLiteral("official"); ///< ImageFamily::id
    QString reference;                           ///< "zoodock/zookeeper:3.8"
    friend bool operator==(const ImageChoice &, const ImageChoice &) = default;
};

struct NetworkChoice
{
    NetworkMode mode = NetworkMode::Bridge;
    QString existing; ///< bridge: name of a network to join; empty: an own network, made and removed with the
                      ///< cluster
    friend bool operator==(const NetworkChoice &, const NetworkChoice &) = default;
};

/// What is wanted: one ZooKeeper ensemble. A value.
struct Ensemble
{
    QString name; ///< also the prefix of all docker names: [a-z0-9][a-z0-9_.-]{0,62}
    ImageChoice image;
    NetworkChoice network;
    QList<Member> members;
    QMap<QString, QString> settings; ///< ServerSetting::key → value; absent: ZooDock's default
    VolumePolicy volumes = VolumePolicy::Named;
    RestartPolicy restart = RestartPolicy::UnlessStopped;
    QString context; ///< docker context; empty: docker's current one
    /// Others made its containers, which carry none of our labels and are known by Member::container. They
    /// can be started, stopped and watched, never made anew or removed: how they were made is not known.
    bool adopted = false;
    QString composeProject; ///< with adopted: the compose project they belong to; empty: none
    // For people alone: nothing that runs depends on these.
    QString title;  ///< shown instead of the name; empty: the name
    QString notes;  ///< plain text
    QString colour; ///< "#rrggbb", a mark beside the name; empty: none

    QString
        secretsKey;  ///< of the digests in place of secrets (secretrules.h); never leaves the cluster's file
    QString testRun; ///< non-empty: every object also carries the label org.zoodock.test=…
    QJsonObject extra; ///< unknown JSON keys, kept

    [[nodiscard]] const Member *member(int id) const;
    [[nodiscard]] const Member *member(const QString &name) const;
    [[nodiscard]] int participants() const;
    [[nodiscard]] const QString &shownName() const { return title.isEmpty() ? name : title; }
    /// Votes that make a majority: participants / 2 + 1.
    [[nodiscard]] int majority() const;
    friend bool operator==(const Ensemble &, const Ensemble &) = default;
};

/// Docker object names, derived in one place.
[[nodiscard]] QString containerName(const Ensemble &ensemble, const Member &member);
[[nodiscard]] QString networkName(const Ensemble &ensemble);
enum class VolumeKind { Data, DataLog };
[[nodiscard]] QString volumeName(const Ensemble &ensemble, const Member &member, VolumeKind kind);

/// Where each label key is written down once.
namespace label
{
inline constexpr auto cluster = u"org.zoodock.cluster";
inline constexpr auto member = u"org.zoodock.member"; ///< the id in decimal
inline constexpr auto spec =
    u"org.zoodock.spec"; ///< compact JSON of the Ensemble as created, without secrets
/// Of volumes: the image that they were made for. Volumes outlive their cluster.
inline constexpr auto image = u"org.zoodock.image";
inline constexpr auto test = u"org.zoodock.test";
} // namespace label

/// As ZooDock makes a cluster itself: nothing is left of containers that others made.
[[nodiscard]] Ensemble withoutAdoption(Ensemble ensemble);

/// A pseudo-cluster with good defaults: members zoo1…, observers after the participants, named volumes, ports
/// from PortPlan's first proposal with no facts known.
[[nodiscard]] Ensemble makeEnsemble(const QString &name, int participants, int observers, NetworkMode mode,
                                    const QString &imageReference);

[[nodiscard]] QString nameOf(MemberRole role);      ///< "participant"/"observer": JSON and zoo.cfg
[[nodiscard]] QString nameOf(NetworkMode mode);     ///< "bridge"/"host"
[[nodiscard]] QString nameOf(RestartPolicy policy); ///< docker's own words
[[nodiscard]] QString nameOf(VolumePolicy policy);  ///< "named"/"not-kept"
[[nodiscard]] QString nameOf(PortKind kind);        ///< "client", …

} // namespace zoodock
