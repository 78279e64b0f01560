// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QString>

namespace zoodock
{

/// What a znode is. Ephemeral, container and TTL nodes are told apart by ephemeralOwner
/// (EphemeralType.java 3.8). Sequential is a manner of naming at creation, not a kind.
enum class ZnodeKind { Persistent, Ephemeral, Container, Ttl };

/// Every field of a znode's Stat, as the server sent it.
struct ZnodeStat
{
    qint64 czxid = 0; ///< transaction that made the node
    qint64 mzxid = 0; ///< transaction that last set the value
    qint64 pzxid = 0; ///< transaction that last added or removed a child
    qint64 ctime = 0; ///< ms since 1970, by the leader's clock
    qint64 mtime = 0;
    qint32 version = 0;  ///< of the value
    qint32 cversion = 0; ///< of the list of children
    qint32 aversion = 0; ///< of the ACL
    qint64 ephemeralOwner = 0;
    qint32 dataLength = 0; ///< bytes
    qint32 numChildren = 0;

    [[nodiscard]] ZnodeKind kind() const;
    /// The session that owns an ephemeral node; 0 for other kinds.
    [[nodiscard]] qint64 ownerSession() const;
    /// A TTL node's time to live; 0 for other kinds.
    [[nodiscard]] qint64 ttlMilliseconds() const;
    [[nodiscard]] QDateTime created() const;  ///< UTC
    [[nodiscard]] QDateTime modified() const; ///< UTC

    friend bool operator==(const ZnodeStat &, const ZnodeStat &) = default;
};

/// A value together with the stat it was read with.
struct ZnodeValue
{
    QByteArray bytes; ///< null where the node has no value (the server tells it from an empty one)
    ZnodeStat stat;

    friend bool operator==(const ZnodeValue &, const ZnodeValue &) = default;
};

/// "0x1000000af", unsigned. For zxids and session ids.
[[nodiscard]] QString hexText(qint64 id);
/// A zxid's upper half: the leader's reign in which it was given.
[[nodiscard]] constexpr quint32 zxidEpoch(qint64 zxid)
{
    return static_cast<quint32>(static_cast<quint64>(zxid) >> 32U);
}
/// A zxid's lower half: counts the transactions of the epoch.
[[nodiscard]] constexpr quint32 zxidCounter(qint64 zxid)
{
    return static_cast<quint32>(static_cast<quint64>(zxid) & 0xffffffffU);
}

} // namespace zoodock
