// SPDX-License-Identifier: GPL-3.0-or-later
// One new znode, with what is missing above it.
#include "znodechanges.h"

#include "core/legible.h"

#include <utility>

namespace zoodock
{

namespace
{

/// The server does not say what it is that it does not know.
Error notSupported(const Error &error, ZnodeKind kind)
{
    if (error.kind() != ErrorKind::NotSupported)
        return error;
    if (kind == ZnodeKind::Ttl)
        return Error(error.kind(),
                     ZnodeChange::tr("This server makes no znodes with a time to live: they need ZooKeeper "
                                     "3.5.3 or later, with zookeeper.extendedTypesEnabled=true. Create an "
                                     "ordinary znode instead, or change the server."),
                     error.detail());
    if (kind == ZnodeKind::Container)
        return Error(error.kind(),
                     ZnodeChange::tr("This server makes no container znodes: they need ZooKeeper 3.5.3 or "
                                     "later. Create an ordinary znode instead, or change the server."),
                     error.detail());
    return error;
}

} // namespace

CreateChange::CreateChange(ZnodeConnection *connection, qint64 packetLimit, ZnodeSpec spec, QObject *parent)
    : ChangeBase(connection, packetLimit, parent)
    , m_spec(std::move(spec))
{
}

void CreateChange::begin()
{
    if (refuses(m_spec.path))
        return;
    const Result<void> acl = checkAcl(m_spec.acl);
    if (!acl) {
        fail(acl.error());
        return;
    }
    ZooOp op;
    op.what = ZooOp::What::Create;
    op.create.path = connection().target().chroot + m_spec.path.text();
    op.create.value = m_spec.value;
    op.create.acl = fromAcl(m_spec.acl);
    if (!refusesSize(op, m_spec.value.size()))
        createIt();
}

void CreateChange::createIt()
{
    ZnodeRecord record;
    record.path = m_spec.path;
    record.value = m_spec.value;
    record.acl = m_spec.acl;
    record.kind = m_spec.kind;
    record.ttlMilliseconds = m_spec.ttlMilliseconds;
    ZooCreate create = toCreate(record);
    create.sequential = m_spec.sequential;
    calls().createNode(create, {this, [this](const Result<ZooCreated> &created) { onCreated(created); }});
}

void CreateChange::onCreated(const Result<ZooCreated> &created)
{
    if (isSettled())
        return;
    if (created) {
        m_path = ZnodePath::trusted(created->path);
        m_stat = toZnodeStat(created->stat);
        m_undo.about = m_path;
        noteMade(m_path, m_spec.kind, m_spec.value, created->stat.czxid);
        tell(1, 1, true);
        succeed();
        return;
    }
    const bool parentMissing = created.error().kind() == ErrorKind::NoNode;
    if (parentMissing && m_spec.withParents && !std::exchange(m_parentsTried, true)) {
        createWhatIsAbove();
        return;
    }
    const QString chroot = connection().target().chroot;
    if (parentMissing && m_spec.path.parent().isRoot() && !chroot.isEmpty()) {
        fail(Error(ErrorKind::NoNode,
                   tr("The chroot %1 does not exist. Create it first (“Create It”), or let missing znodes "
                      "above this one be made.")
                       .arg(legibleName(chroot)),
                   created.error().detail()));
        return;
    }
    if (parentMissing) {
        fail(Error(ErrorKind::NoNode,
                   tr("%1 does not exist. Create it first, or let missing parents be created.")
                       .arg(legibleName(m_spec.path.parent().text())),
                   created.error().detail()));
        return;
    }
    fail(notSupported(created.error(), m_spec.kind));
}

/// Below a chroot that is not there nothing can be made through this connection.
void CreateChange::createWhatIsAbove()
{
    const auto createAll = [this] { createParents(m_spec.path.parent(), [this] { createIt(); }); };
    if (!connection().hasChroot()) {
        createAll();
        return;
    }
    calls().exists(ZnodePath(), ZooWatch::None, {this, [this, createAll](const Result<ZooStat> &root) {
                                                     if (isSettled())
                                                         return;
                                                     if (!root && root.error().kind() == ErrorKind::NoNode)
                                                         createRoot(createAll);
                                                     else
                                                         createAll();
                                                 }});
}

void CreateChange::createRoot(const std::function<void()> &then)
{
    m_root = createChroot(connection().target(), this);
    connect(m_root, &Operation::finished, this, [this, then] {
        const Operation *root = std::exchange(m_root, nullptr);
        if (isSettled())
            return;
        if (root->succeeded())
            then();
        else
            fail(root->error());
    });
    m_root->start();
}

void CreateChange::abort(const Error &why)
{
    if (m_root)
        m_root->cancel();
    else
        fail(why);
}

void CreateChange::createParents(const ZnodePath &path, const std::function<void()> &then)
{
    if (path.isRoot()) {
        then();
        return;
    }
    createParents(path.parent(), [this, path, then] {
        ZnodeRecord record;
        record.path = path;
        record.acl = m_spec.acl;
        calls().createNode(toCreate(record), {this, [this, path, then](const Result<ZooCreated> &created) {
                                                  if (isSettled())
                                                      return;
                                                  if (created)
                                                      noteMade(path, ZnodeKind::Persistent, {},
                                                               created->stat.czxid);
                                                  else if (created.error().kind() != ErrorKind::NodeExists) {
                                                      fail(created.error());
                                                      return;
                                                  }
                                                  then();
                                              }});
    });
}

void CreateChange::noteMade(const ZnodePath &path, ZnodeKind kind, const QByteArray &value, qint64 czxid)
{
    ZnodeRecord record;
    record.czxid = czxid;
    record.path = path;
    record.kind = kind;
    record.value = value;
    record.acl = m_spec.acl;
    m_undo.what = ZnodeUndo::What::Created;
    if (m_undo.about.isRoot())
        m_undo.about = m_spec.path;
    m_undo.records += record;
}

} // namespace zoodock
