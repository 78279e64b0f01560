// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/znodestat.h"

#include <limits>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// EphemeralType.java of ZooKeeper 3.8: the owner of an extended node has 0xff in its highest byte, then two
// bytes of kind (0: TTL), then a value of five bytes. (A container's owner is Long.MIN_VALUE.)
constexpr qint64 containerOwner = std::numeric_limits<qint64>::min();
constexpr quint64 extendedMask = 0xff00'0000'0000'0000U;
constexpr quint64 extendedKindMask = 0x00ff'ff00'0000'0000U;
constexpr quint64 extendedValueMask = 0x0000'00ff'ffff'ffffU;

} // namespace

ZnodeKind ZnodeStat::kind() const
{
    if (ephemeralOwner == 0)
        return ZnodeKind::Persistent;
    if (ephemeralOwner == containerOwner)
        return ZnodeKind::Container;
    const auto owner = static_cast<quint64>(ephemeralOwner);
    const bool isTtl = (owner & extendedMask) == extendedMask && (owner & extendedKindMask) == 0;
    return isTtl ? ZnodeKind::Ttl : ZnodeKind::Ephemeral;
}

qint64 ZnodeStat::ownerSession() const
{
    return kind() == ZnodeKind::Ephemeral ? ephemeralOwner : 0;
}

qint64 ZnodeStat::ttlMilliseconds() const
{
    if (kind() != ZnodeKind::Ttl)
        return 0;
    return static_cast<qint64>(static_cast<quint64>(ephemeralOwner) & extendedValueMask);
}

QDateTime ZnodeStat::created() const
{
    return QDateTime::fromMSecsSinceEpoch(ctime, Qt::UTC);
}

QDateTime ZnodeStat::modified() const
{
    return QDateTime::fromMSecsSinceEpoch(mtime, Qt::UTC);
}

QString hexText(qint64 id)
{
    return "0x"_L1 + QString::number(static_cast<quint64>(id), 16);
}

} // namespace zoodock
