// SPDX-License-Identifier: GPL-3.0-or-later
#include "zookeeper/zooerrors.h"

#include <QtCore/QCoreApplication>

#include <zookeeper/zookeeper.h>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Row
{
    int code;
    ErrorKind kind;
    const char *sentence;
};

constexpr auto lost = QT_TRANSLATE_NOOP("ZooKeeper", "The connection to ZooKeeper was lost. Whether the "
                                                     "request took effect is unknown: look, then try again.");
constexpr auto lostReading = QT_TRANSLATE_NOOP(
    "ZooKeeper", "The connection to ZooKeeper was lost. Wait until it is back, then try again.");
constexpr auto expired =
    QT_TRANSLATE_NOOP("ZooKeeper", "The session has expired. Connect again, then try again.");
constexpr auto forbidden = QT_TRANSLATE_NOOP(
    "ZooKeeper", "The znode's access list does not allow this. Sign in with credentials that it allows.");
constexpr auto readOnly = QT_TRANSLATE_NOOP(
    "ZooKeeper",
    "The server only reads for now: it has lost the majority. Start enough members, then try again.");

constexpr Row table[] = {
    {ZCONNECTIONLOSS, ErrorKind::ConnectionLost, lost},
    {ZCLOSING, ErrorKind::ConnectionLost, lost},
    {ZSESSIONMOVED, ErrorKind::ConnectionLost, lost},
    {ZOPERATIONTIMEOUT, ErrorKind::Timeout,
     QT_TRANSLATE_NOOP("ZooKeeper",
                       "ZooKeeper did not answer in time. Check that a majority of the members runs.")},
    {ZSESSIONEXPIRED, ErrorKind::SessionExpired, expired},
    {ZINVALIDSTATE, ErrorKind::SessionExpired, expired},
    {ZNOAUTH, ErrorKind::NoAuth, forbidden},
    {ZAUTHFAILED, ErrorKind::NoAuth,
     QT_TRANSLATE_NOOP("ZooKeeper", "ZooKeeper refused the credentials. Correct them, then connect again.")},
    {ZNONODE, ErrorKind::NoNode,
     QT_TRANSLATE_NOOP("ZooKeeper",
                       "The znode does not exist. Somebody may have removed it; look at its parent again.")},
    {ZNODEEXISTS, ErrorKind::NodeExists,
     QT_TRANSLATE_NOOP("ZooKeeper", "A znode of this name is already there. Choose another name.")},
    {ZBADARGUMENTS, ErrorKind::InvalidInput,
     QT_TRANSLATE_NOOP("ZooKeeper",
                       "This is not a valid request. Check the path: it begins with “/” and does not end "
                       "with one.")},
    {ZINVALIDACL, ErrorKind::InvalidInput,
     QT_TRANSLATE_NOOP("ZooKeeper", "The access list is not valid. Correct it.")},
    {ZNOTEMPTY, ErrorKind::NotEmpty,
     QT_TRANSLATE_NOOP("ZooKeeper", "The znode still has children. Remove them first.")},
    {ZBADVERSION, ErrorKind::VersionConflict,
     QT_TRANSLATE_NOOP("ZooKeeper",
                       "Somebody else changed the znode meanwhile. Read it again, then try again.")},
    {ZNOCHILDRENFOREPHEMERALS, ErrorKind::ZooKeeperFailed,
     QT_TRANSLATE_NOOP("ZooKeeper", "An ephemeral znode cannot have children. Choose another parent.")},
    {ZNOTREADONLY, ErrorKind::ReadOnly, readOnly},
    {ZUNIMPLEMENTED, ErrorKind::NotSupported,
     QT_TRANSLATE_NOOP("ZooKeeper", "This server does not know the request: container znodes need ZooKeeper "
                                    "3.5.3, TTL znodes its setting extendedTypesEnabled. Create an ordinary "
                                    "znode instead, or change the server.")},
};

const Row *find(int code)
{
    for (const Row &row : table) {
        if (row.code == code)
            return &row;
    }
    return nullptr;
}

} // namespace

ErrorKind zooErrorKind(int code)
{
    const Row *const row = find(code);
    return row ? row->kind : ErrorKind::ZooKeeperFailed;
}

Error zooError(int code, const QString &what, ZooPurpose purpose)
{
    const Row *const row = find(code);
    const bool isLostReading = purpose == ZooPurpose::Read && row && row->kind == ErrorKind::ConnectionLost;
    const char *const sentence =
        isLostReading ? lostReading
        : row         ? row->sentence
              : QT_TRANSLATE_NOOP("ZooKeeper", "ZooKeeper refused the request. The details show its reason.");
    return Error(zooErrorKind(code), QCoreApplication::translate("ZooKeeper", sentence),
                 u"%1: %2 (%3)"_s.arg(what, QString::fromUtf8(zerror(code))).arg(code));
}

} // namespace zoodock
