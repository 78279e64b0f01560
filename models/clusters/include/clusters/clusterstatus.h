// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/memberstate.h"
#include "core/error.h"
#include "ensemble/ensemble.h"

#include <QtCore/QList>

namespace zoodock
{

/// One member: wanted and observed side by side, and the state that follows.
struct MemberStatus
{
    Member wanted;
    MemberState state = MemberState::Unknown;
    MemberState lastRole = MemberState::Unknown; ///< the role before Unconfirmed or Unreachable
    /// UTC; when this state began. With Unconfirmed: when the role began that is doubted; where the doubt
    /// proves groundless (the leader stayed, and so did the role), it stays so.
    QDateTime since;
    bool sinceIsExact = false; ///< false: it was so when it was first seen, and may have been so for long
    ContainerObservation container;
    std::optional<ServerReport> report;    ///< the last answer, maybe old
    std::chrono::milliseconds reportAt{0}; ///< monotonic time of that answer
    bool stale = false;                    ///< the last question got no such answer: show greyed, with age
    std::optional<double> cpuPercent;      ///< of one core
    std::optional<qint64> memoryBytes;
    QString problem; ///< translated sentence: exit meaning, start error, why unreachable
    /// Where a program on this machine reaches the client port: host as seen from here; port 0: not at all.
    QString clientHost;
    quint16 clientPort = 0;
    /// The same of the AdminServer, also at the container's own address; port 0: noAdminServer() says why.
    QString adminHost;
    quint16 adminPort = 0;
};

struct QuorumStatus
{
    int voters = 0;  ///< wanted participants
    int serving = 0; ///< participants that serve now, as leader, follower or standalone
    int majority = 0;
    bool established = false;    ///< a leader answers and serving ≥ majority (or standalone serves)
    bool unconfirmed = false;    ///< something happened; the figures are being asked again
    int survivesLossOf = 0;      ///< serving − majority, 0 at least
    int leaderId = 0;            ///< 0: none known
    int unknown = 0;             ///< participants of which nothing is known now
    bool known = true;           ///< false: those could make a quorum; show "unknown" instead of the figures
    bool engineSilent = false;   ///< why: the engine cannot be asked
    QString silence = QString(); ///< and why that is, see silenceSentence()
    friend bool operator==(const QuorumStatus &, const QuorumStatus &) = default;
};

enum class WantedOrigin {
    File,   ///< a cluster file says so
    Labels, ///< the file was lost; rebuilt from the containers' labels
    /// Others started its containers (plain docker, compose) and ClusterMonitor found them. It can be looked
    /// at; ClusterService changes it only after adopt(). The name is made up and unique in the store.
    Discovered,
};

/// Where docker takes its engine from, in docker's own order of precedence.
enum class EndpointSource {
    ChosenContext,  ///< --context: the ensemble, the preferences or the command line name one
    DockerHost,     ///< the environment's DOCKER_HOST
    DockerContext,  ///< the environment's DOCKER_CONTEXT
    CurrentContext, ///< `docker context use`, or docker's default
};

struct EngineStatus
{
    enum class Reach { Unknown, Answers, Silent };
    QString context; ///< as in Ensemble::context
    Reach reach = Reach::Unknown;
    QString version;                 ///< "20.10.24"
    bool containerAddresses = false; ///< the containers' own addresses are reachable from this machine
    std::optional<Error> problem;    ///< with Silent
    QDateTime since;
    EndpointSource source = EndpointSource::CurrentContext;
    QString contextName; ///< docker's own name of it, "default"; empty: not known
    QString endpoint;    ///< "unix:///var/run/docker.sock"; empty: not known
};

struct ClusterStatus
{
    Ensemble ensemble;
    WantedOrigin origin = WantedOrigin::File;
    std::optional<Error>
        damage; ///< the file cannot be read (ensemble then holds the name alone, or the labels' truth)
    bool halfMade = false;         ///< a journal without a living owner: offer to finish or to remove
    bool busy = false;             ///< a task of this process is changing it
    bool changedElsewhere = false; ///< another process holds its lock
    QList<MemberStatus> members;   ///< in the ensemble's order
    QuorumStatus quorum;

    /// ClusterService may change it: it is ours, or was adopted.
    [[nodiscard]] bool isManaged() const { return origin != WantedOrigin::Discovered; }
    [[nodiscard]] const MemberStatus *member(int id) const;
    /// Somebody is changing it, so that nobody else may.
    [[nodiscard]] bool isBeingChanged() const { return busy || changedElsewhere; }
};

/// The rule from members to quorum; pure. `known` is false where the members of which nothing is known
/// decide.
[[nodiscard]] QuorumStatus quorumOf(const Ensemble &ensemble, const QList<MemberStatus> &members);

/// One sentence: "3 of 3 voters serve. The quorum survives the loss of 1.", "No quorum: 1 of 3 voters serves,
/// 2 are needed.", "Unknown: nobody can tell who serves. The Docker engine does not answer.", translated.
[[nodiscard]] QString quorumSentence(const QuorumStatus &quorum);

} // namespace zoodock
