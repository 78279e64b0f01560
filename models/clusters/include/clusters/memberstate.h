// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QString>

#include <chrono>
#include <optional>

namespace zoodock
{

/// What a member is, as far as it was observed. One word each, everywhere.
enum class MemberState {
    Unknown,  ///< nothing observed yet, or the engine does not answer
    Absent,   ///< wanted, but there is no container
    Creating, ///< a running task is making it
    Created,  ///< the container exists and was never started
    Starting, ///< runs, has not answered yet since its start
    Looking,  ///< answers that it serves nobody
    Leader,
    Follower,
    Observer,
    Standalone,
    ReadOnly,
    Paused,
    Restarting,
    Stopped,     ///< with an exit code
    OutOfMemory, ///< stopped by the kernel's OOM killer
    Unreachable, ///< runs, answered before, does not answer now
    Unconfirmed, ///< had a role until something happened that may have changed it; not asked successfully
                 ///< since
};

[[nodiscard]] QString nameOf(MemberState state);  ///< "leader", "out-of-memory": JSON, untranslated
[[nodiscard]] QString wordFor(MemberState state); ///< translated, one or two words
[[nodiscard]] bool isServing(MemberState state);  ///< Leader, Follower, Observer, Standalone, ReadOnly
[[nodiscard]] bool isSettled(MemberState state);  ///< nothing is expected to change by itself soon

enum class ContainerLife { Unknown, Absent, Created, Running, Paused, Restarting, Removing, Exited, Dead };
/// It runs, is frozen, or is about to run again by itself: what it has it keeps, and there is something to
/// stop.
[[nodiscard]] constexpr bool isAlive(ContainerLife life)
{
    return life == ContainerLife::Running || life == ContainerLife::Paused ||
           life == ContainerLife::Restarting;
}

/// What the engine said about a member's container.
struct ContainerObservation
{
    ContainerLife life = ContainerLife::Unknown;
    QString id;
    QString name;
    QString image;
    int exitCode = 0;
    bool oomKilled = false;
    QString error; ///< why a start failed, the engine's words
    QDateTime startedAt;
    QDateTime finishedAt;
    int restartCount = 0;
    bool hostNetwork = false;
    QString address;       ///< inside its docker network; reachable from a local engine's host alone
    QString clientAddress; ///< where the client port is published now; empty: it is not
    quint16 clientPort = 0;
    QString adminAddress;
    quint16 adminPort = 0;
    friend bool operator==(const ContainerObservation &, const ContainerObservation &) = default;
};

/// The figures of a `srvr` answer.
struct ServerReport
{
    QString version;
    MemberState mode = MemberState::Standalone; ///< Leader, Follower, Observer, Standalone or ReadOnly
    double latencyMinimum = 0;                  ///< ms
    double latencyAverage = 0;
    double latencyMaximum = 0;
    qint64 connections = 0; ///< without the question's own
    qint64 outstanding = 0;
    quint64 zxid = 0;
    qint64 nodeCount = 0;
    friend bool operator==(const ServerReport &, const ServerReport &) = default;
};

enum class ProbeOutcome { None, Serving, NotServing, NoAnswer };

/// One try to ask a member.
struct ProbeObservation
{
    ProbeOutcome outcome = ProbeOutcome::None;
    ServerReport report;             ///< with Serving
    QString problem;                 ///< with NoAnswer: a translated sentence
    std::chrono::milliseconds at{0}; ///< Clock::monotonic() when the question was SENT
};

/// "Ended normally (0)", "Killed (137: SIGKILL)", "A port could not be bound (14)", "Bad configuration (2)"
/// …: exit codes of ZooKeeper (ExitCode.java), of docker run and of signals, translated. Empty for a running
/// container.
[[nodiscard]] QString exitMeaning(int exitCode, bool oomKilled);

} // namespace zoodock
