// SPDX-License-Identifier: GPL-3.0-or-later
#include "zookeeper/srvr.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QList>

#include <optional>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype srvrExcerptLength = 200;

Error srvrError(ErrorKind kind, const char *sentence, const QByteArray &answer)
{
    return Error(kind, QCoreApplication::translate("ZooKeeper", sentence),
                 u"srvr: "_s + QString::fromUtf8(answer.left(srvrExcerptLength)));
}

std::optional<ServerMode> modeOf(const QByteArray &word)
{
    struct Mode
    {
        const char *word;
        ServerMode mode;
    };
    static constexpr Mode modes[] = {
        {"leader", ServerMode::Leader},      {"follower", ServerMode::Follower},
        {"observer", ServerMode::Observer},  {"standalone", ServerMode::Standalone},
        {"read-only", ServerMode::ReadOnly},
    };
    for (const Mode &mode : modes) {
        if (word == mode.word)
            return mode.mode;
    }
    return std::nullopt;
}

/// "3.8.0-5a02a05eddb59aee6ac762f7ea82e92a68eb9c0f, built on 2022-02-25 08:49 UTC" → "3.8.0". A release
/// candidate's "3.5.3-beta-8ce24f9e675cbefffb8f21a47e06b42864475a60" → "3.5.3-beta".
QString versionOf(const QByteArray &text)
{
    const QByteArray version = text.split(',').first().trimmed();
    const auto hash = version.lastIndexOf('-');
    return QString::fromUtf8(hash > 0 ? version.left(hash) : version);
}

bool readLatency(const QByteArray &text, SrvrReply &reply)
{
    const QList<QByteArray> parts = text.split('/');
    if (parts.size() != 3)
        return false;
    bool ok[3] = {};
    reply.latencyMinimum = parts.at(0).toDouble(&ok[0]);
    reply.latencyAverage = parts.at(1).toDouble(&ok[1]);
    reply.latencyMaximum = parts.at(2).toDouble(&ok[2]);
    return ok[0] && ok[1] && ok[2];
}

bool readNumber(const QByteArray &text, qint64 &number)
{
    bool ok = false;
    number = text.toLongLong(&ok);
    return ok;
}

/// False: a line that we know and cannot read. Lines that we do not know (proposal sizes, the note on
/// read-only mode, the connection list of `stat`) are passed over.
bool readLine(const QByteArray &key, const QByteArray &value, SrvrReply &reply, bool &hasMode)
{
    bool ok = true;
    if (key.startsWith("Zookeeper version")) {
        reply.version = versionOf(value);
    } else if (key == "Latency min/avg/max") {
        ok = readLatency(value, reply);
    } else if (key == "Received") {
        ok = readNumber(value, reply.received);
    } else if (key == "Sent") {
        ok = readNumber(value, reply.sent);
    } else if (key == "Connections") {
        ok = readNumber(value, reply.connections);
    } else if (key == "Outstanding") {
        ok = readNumber(value, reply.outstanding);
    } else if (key == "Node count") {
        ok = readNumber(value, reply.nodeCount);
    } else if (key == "Zxid") {
        reply.zxid = value.toULongLong(&ok, 16);
    } else if (key == "Mode") {
        const std::optional<ServerMode> mode = modeOf(value);
        ok = hasMode = mode.has_value();
        reply.mode = mode.value_or(reply.mode);
    }
    return ok;
}

} // namespace

Result<SrvrReply> parseSrvr(const QByteArray &answer)
{
    if (answer.trimmed().isEmpty())
        return failure(
            srvrError(ErrorKind::ConnectionLost,
                      QT_TRANSLATE_NOOP("ZooKeeper", "The server closed the connection without an answer. "
                                                     "Look into its log if that goes on."),
                      answer));
    if (answer.contains("not currently serving requests"))
        return failure(
            srvrError(ErrorKind::NotServing,
                      QT_TRANSLATE_NOOP("ZooKeeper", "The server runs, but serves nobody: it is looking for "
                                                     "a leader. Start enough members for a majority."),
                      answer));
    if (answer.contains("is not executed because it is not in the whitelist"))
        return failure(
            srvrError(ErrorKind::NotWhitelisted,
                      QT_TRANSLATE_NOOP("ZooKeeper", "The server does not answer status questions. Add "
                                                     "“srvr” to its setting 4lw.commands.whitelist."),
                      answer));
    SrvrReply reply;
    bool hasMode = false;
    bool ok = true;
    for (const QByteArray &line : answer.split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0)
            ok = readLine(line.left(colon).trimmed(), line.mid(colon + 1).trimmed(), reply, hasMode) && ok;
    }
    if (!ok || !hasMode)
        return failure(
            srvrError(ErrorKind::BadOutput,
                      QT_TRANSLATE_NOOP("ZooKeeper", "What listens on this port does not answer like a "
                                                     "ZooKeeper server. Check the port."),
                      answer));
    return reply;
}

} // namespace zoodock
