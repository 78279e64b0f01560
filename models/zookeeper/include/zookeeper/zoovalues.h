// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/namelist.h"
#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QString>

#include <functional>
#include <utility>

namespace zoodock
{

/// struct Stat of zookeeper.jute.
struct ZooStat
{
    qint64 czxid = 0;
    qint64 mzxid = 0;
    qint64 pzxid = 0;
    qint64 ctime = 0;
    qint64 mtime = 0;
    qint32 version = 0;
    qint32 cversion = 0;
    qint32 aversion = 0;
    qint64 ephemeralOwner = 0;
    qint32 dataLength = 0;
    qint32 numChildren = 0;
};

struct ZooData
{
    QByteArray bytes; ///< null: the node has no value
    ZooStat stat;
};

struct ZooChildren
{
    NameList names; ///< sorted on the C client's thread
    ZooStat stat;   ///< of the parent
};

struct ZooAclEntry
{
    QByteArray scheme;
    QByteArray id;
    int permissions = 0; ///< ZooDefs.Perms
};

struct ZooAcl
{
    QList<ZooAclEntry> entries;
    ZooStat stat;
};

enum class ZooCreateMode { Persistent, Ephemeral, Container, Ttl };

struct ZooCreate
{
    QString path;
    QByteArray value; ///< null: no value
    QList<ZooAclEntry> acl;
    ZooCreateMode mode = ZooCreateMode::Persistent;
    bool sequential = false;    ///< not with Container
    qint64 ttlMilliseconds = 0; ///< Ttl alone
};

struct ZooCreated
{
    QString path;
    ZooStat stat;
};

/// One part of a multi: all happen, or none.
struct ZooOp
{
    enum class What { Create, Delete, Set, Check };
    What what = What::Check;
    ZooCreate create;    ///< Create
    QString path;        ///< the others
    QByteArray value;    ///< Set
    qint32 version = -1; ///< −1: any
};

/// In the order of the ops.
struct ZooOpResult
{
    int code = 0; ///< of the C client; 0: it happened (or would have)
    QString path; ///< Create
    ZooStat stat; ///< Set
};

/// A multi that failed has still something to say about each of its ops.
struct ZooMulti
{
    int code = 0; ///< 0: all happened
    QList<ZooOpResult> results;
};

enum class ZooWatch { None, Watch };

/// Child: of getChildren(). Data: of getData() and exists().
enum class ZooWatchKind { Child, Data };

enum class ZooEvent { Created, Deleted, Changed, ChildrenChanged };

/// Where an answer goes: called exactly once, in the handle's thread and never from within the request,
/// unless `context` is gone by then.
template <typename T>
struct ZooReply
{
    QPointer<QObject> context;
    std::function<void(Result<T>)> function;

    ZooReply(QObject *object, std::function<void(Result<T>)> handler)
        : context(object)
        , function(std::move(handler))
    {
    }
};

} // namespace zoodock
