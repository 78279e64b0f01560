// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "znodes/acl.h"
#include "znodes/znodepath.h"
#include "znodes/znodestat.h"

#include <QtCore/QObject>

#include <memory>
#include <optional>

namespace zoodock
{

class ZnodeConnection;
class ZnodeWalk;
struct ZnodeTarget;

/// What to create.
struct ZnodeSpec
{
    ZnodePath path; ///< sequential: the server appends ten digits
    QByteArray value;
    Acl acl = openAcl();
    ZnodeKind kind = ZnodeKind::Persistent; ///< Ephemeral: lives as long as this connection's session
    bool sequential = false;                ///< not with Container
    qint64 ttlMilliseconds = 0;             ///< Ttl: 1 … 1099511627775
    /// Missing ones as persistent nodes of the same ACL, without value; a missing chroot as createChroot().
    bool withParents = false;
    friend bool operator==(const ZnodeSpec &, const ZnodeSpec &) = default;
};

/// One znode as it was: what bringing it back needs.
struct ZnodeRecord
{
    ZnodePath path;
    QByteArray value;
    Acl acl;
    ZnodeKind kind = ZnodeKind::Persistent;
    qint64 ttlMilliseconds = 0;
    qint64 czxid = 0;
    qint32 version = 0;
    qint32 aversion = -1; ///< of ZnodeUndo alone
    friend bool operator==(const ZnodeRecord &, const ZnodeRecord &) = default;
};

/// What others have made of a znode, as people have seen it; without a stat: it was gone.
struct UndoSeen
{
    ZnodePath path;
    std::optional<ZnodeStat> stat;
};

/// How to take back a change. A value; undo() of the editor carries it out. Servers do not tell who is a
/// container or has a time to live (DataNode.copyStat, 3.5–3.9): such znodes come back as persistent ones.
/// What cannot come back is in `losses` (translated sentences: "2 ephemeral nodes belonged to other sessions
/// and come back as …").
struct ZnodeUndo
{
    enum class What { Nothing, Created, Set, AclSet, Deleted, Imported };
    What what = What::Nothing;
    /// What the change was of, in the words of whoever asked for it; Imported: where to.
    ZnodePath about;
    /// Created: what was made (deepest last). Set: the former state, one record. AclSet: the former states,
    /// parents first. Deleted: all, parents first. Imported: what was overwritten, as it was. `version` of
    /// AclSet's is the one of the ACL that our change made; `version` and `aversion` of Imported's are those
    /// of the value and the ACL, −1 where the import left that part alone: so does the undo then.
    QList<ZnodeRecord> records;
    QList<ZnodePath> created; ///< Imported: what was made, parents first
    /// Set: the version that our change made; a later one is a conflict.
    qint32 expectedVersion = 0;
    qint64 newest = 0; ///< Imported: the last transaction that made one of `created`; 0: not known
    /// Deleted: a former attempt has brought some back, maybe without their ACLs.
    bool begun = false;
    /// Also what others have changed since, after the person said so. What they have created stays.
    bool overwrites = false;
    /// With `overwrites`: what the person has seen. Where one of these has changed again, it asks again.
    QList<UndoSeen> seen;
    QStringList losses;
    qint64 lost = 0; ///< Deleted: how many could not be read; also in `losses`
    [[nodiscard]] bool isEmpty() const { return what == What::Nothing; }
};

/// Where a set() met a change of somebody else: what is there now.
struct ZnodeConflict
{
    std::optional<ZnodeValue> theirs; ///< empty: the znode is gone
};

/// Where an undo met a change of somebody else.
struct UndoClash
{
    ZnodePath path;
    std::optional<ZnodeValue> now; ///< empty: the znode is gone
    std::optional<Acl> aclNow;     ///< read where the undo sets it
    /// What the undo would put there; empty: it deletes the znode.
    std::optional<ZnodeRecord> before;
    bool isAcl = false; ///< what differs is the access list, not the value
};

/// The undo, now of what others have changed, too, as `clashes` have shown it.
[[nodiscard]] ZnodeUndo overwriting(ZnodeUndo undo, const QList<UndoClash> &clashes);

/// What a deletion would take, counted before asking. Bounded memory: the list holds the first `paths` only.
struct ZnodeSubtree
{
    ZnodePath top;
    qint64 count = 0; ///< the top itself included
    qint64 bytes = 0; ///< of values
    qint64 ephemeral = 0;
    QList<ZnodePath> paths; ///< parents first; at most ZnodeEditor::listLimit
    qint64 unreadable = 0;  ///< of `count`: those that nobody here may read, and Undo does not bring back
    QList<ZnodePath> unreadablePaths; ///< the first of them; at most ZnodeEditor::listLimit
    qint64 hidden = 0;    ///< of `count`: the server hides a hash of the ACL, which Undo does not bring back
    QList<quint64> marks; ///< one of each, sorted: tells a znode from another of the same path
};

/// Counts a subtree without changing it. Fails with NoAuth where a znode has children that cannot be listed:
/// they, and what they lie below, cannot be deleted. While the connection is broken it waits, and goes on in
/// the same session.
class ZnodeMeasure : public ValueOperation<ZnodeSubtree>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeMeasure)
public:
    ZnodeMeasure(ZnodeConnection *connection, const ZnodePath &top, QObject *parent);
    ~ZnodeMeasure() override;

Q_SIGNALS:
    /// `known` znodes to exist so far; grows.
    void progress(qint64 counted, qint64 known);
    /// For the connection to come back, or no more.
    void waits(bool on);

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    void count(const ZnodePath &path, qint64 czxid);
    void finish();

    ZnodeSubtree m_subtree;
    std::optional<Error> m_hidden; ///< what cannot be listed
    std::unique_ptr<ZnodeWalk> m_walk;
};

/// One change under way. Progress in znodes; total 0: unknown yet.
class ZnodeChange : public Operation
{
    Q_OBJECT
public:
    using Operation::Operation;
    /// What done() and total() count: reading comes before (what a deletion needs for its undo, what an
    /// import compares with).
    enum class Phase { Reading, Changing };
    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] qint64 done() const { return m_done; }
    [[nodiscard]] qint64 total() const { return m_total; }
    /// After the end, also after a failure or cancel half-way: takes back what was done. Of an undo: after a
    /// failure the same undo, to go on with (what is back already is passed over); after success nothing.
    [[nodiscard]] const ZnodeUndo &undo() const { return m_undo; }
    /// Of a deletion: how many znodes it has deleted itself. Of an undo: how many it has taken back. Also
    /// after a failure; where the connection broke, as far as the server has answered.
    [[nodiscard]] qint64 changed() const { return m_changed; }
    /// create(): the path as the server named it.
    [[nodiscard]] const ZnodePath &path() const { return m_path; }
    /// set(), setAcl(): the stat after the change.
    [[nodiscard]] const ZnodeStat &stat() const { return m_stat; }
    /// With ErrorKind::VersionConflict.
    [[nodiscard]] const std::optional<ZnodeConflict> &conflict() const { return m_conflict; }
    /// Of an undo that failed with VersionConflict: what others have changed since, made anew, or given
    /// children. undo() is what is left to be taken back then, and does it with `overwrites`.
    [[nodiscard]] const QList<ZnodePath> &foreign() const { return m_foreign; }
    /// Of the first of foreign(): both values. Those that cannot be read are left out.
    static constexpr int clashLimit = 5;
    [[nodiscard]] const QList<UndoClash> &clashes() const { return m_clashes; }

Q_SIGNALS:
    void progress(qint64 done, qint64 total);
    /// While it reads: for the connection to come back, or no more.
    void waits(bool on);

protected:
    Phase m_phase = Phase::Changing;
    qint64 m_done = 0;
    qint64 m_total = 0;
    qint64 m_changed = 0;
    ZnodeUndo m_undo;
    ZnodePath m_path;
    ZnodeStat m_stat;
    std::optional<ZnodeConflict> m_conflict;
    QList<ZnodePath> m_foreign;
    QList<UndoClash> m_clashes;
};

/// What a server with these JVM flags takes (the last -Djute.maxbuffer of them); without: ZooKeeper's
/// default.
[[nodiscard]] qint64 packetLimitOf(const QString &jvmFlags);

/// Makes the znode that is `target`'s chroot, with what is missing above it, through a connection of its own:
/// below a chroot that is not there nothing can be done. Timeout where there is no connection within
/// half a minute; otherwise as ZnodeEditor::create().
[[nodiscard]] Operation *createChroot(const ZnodeTarget &target, QObject *parent);

/// Changes to a cluster's znodes. Every operation fails with ErrorKind::ReadOnly, before anything is sent,
/// while the connection is read-only; with InvalidInput for protected paths ("/", "/zookeeper"); with
/// TooLarge for a value above the server's limit (jute.maxbuffer, less the request's own bytes) and with
/// NotSupported where the server knows no container or TTL nodes. What a change has to read first waits while
/// the connection is broken, and goes on in the same session. A change that is under way when the connection
/// breaks fails with ConnectionLost or SessionExpired: it is not repeated.
class ZnodeEditor : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeEditor)
public:
    static constexpr int listLimit = 10'000;

    explicit ZnodeEditor(ZnodeConnection *connection, QObject *parent);
    ~ZnodeEditor() override;

    /// Bytes of one request that the server takes; 0xfffff is ZooKeeper's default.
    void setPacketLimit(qint64 bytes);
    [[nodiscard]] qint64 packetLimit() const;
    /// The largest value that fits for this path.
    [[nodiscard]] qint64 largestValue(const ZnodePath &path) const;

    [[nodiscard]] ZnodeChange *create(const ZnodeSpec &spec, QObject *parent);
    /// `version`: the one that was read; −1 overwrites whatever is there (after the person said so).
    [[nodiscard]] ZnodeChange *set(const ZnodePath &path, const QByteArray &value, qint32 version,
                                   QObject *parent);
    /// The same over the very value that was read: not over one of the same version of a znode that was
    /// deleted and made anew meanwhile.
    [[nodiscard]] ZnodeChange *set(const ZnodePath &path, const QByteArray &value, const ZnodeStat &read,
                                   QObject *parent);
    [[nodiscard]] ValueOperation<AclValue> *readAcl(const ZnodePath &path, QObject *parent);
    /// `recursive`: also everything below.
    [[nodiscard]] ZnodeChange *setAcl(const ZnodePath &path, const Acl &acl, qint32 aversion, bool recursive,
                                      QObject *parent);
    /// Pipelined walk; cancel any time.
    [[nodiscard]] ZnodeMeasure *measure(const ZnodePath &top, QObject *parent);
    /// Everything at and below `top`, deepest first, in multi batches under the packet limit. Reads what it
    /// deletes for Undo unless that exceeds `undoBytes`; the undo then says so in its losses.
    [[nodiscard]] ZnodeChange *removeSubtree(const ZnodePath &top, QObject *parent,
                                             qint64 undoBytes = qint64(256) * 1024 * 1024);
    /// The same, but only what was there when `confirmed` was measured. Either way what others create
    /// meanwhile stays, and what it lies below: the change then fails with NotEmpty, in the end.
    [[nodiscard]] ZnodeChange *removeSubtree(const ZnodeSubtree &confirmed, QObject *parent);
    [[nodiscard]] ZnodeChange *undo(const ZnodeUndo &undo, QObject *parent);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace zoodock
