// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace zoodock
{

enum class ServerMode { Leader, Follower, Observer, Standalone, ReadOnly };

/// The answer to `srvr`, the one four-letter word that every version from 3.4 to 3.9 answers by default.
struct SrvrReply
{
    QString version; ///< "3.8.0"
    double latencyMinimum = 0;
    double latencyAverage = 0; ///< ms; an integer before 3.6
    double latencyMaximum = 0;
    qint64 received = 0;
    qint64 sent = 0;
    qint64 connections = 0;
    qint64 outstanding = 0;
    quint64 zxid = 0; ///< epoch in the upper 32 bits
    ServerMode mode = ServerMode::Standalone;
    qint64 nodeCount = 0;
};

/// NotServing for "This ZooKeeper instance is not currently serving requests", NotWhitelisted, ConnectionLost
/// for an empty answer, BadOutput for the rest. (StatCommand.java 3.4–3.9)
[[nodiscard]] Result<SrvrReply> parseSrvr(const QByteArray &answer);

} // namespace zoodock
