// SPDX-License-Identifier: GPL-3.0-or-later
// The changes behind ZnodeEditor, one class each.
#pragma once

#include "undoclashes.h"
#include "undolook.h"
#include "znodebatches.h"
#include "znodecalls.h"
#include "znoderestore.h"
#include "znodewalk.h"
#include "znodes/znodeconnection.h"
#include "znodes/znodeeditor.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QSet>

#include <deque>

namespace zoodock
{

/// InvalidInput for what is never changed.
[[nodiscard]] Result<void> checkChangeable(const ZnodeConnection &connection, const ZnodePath &path);
[[nodiscard]] ZooCreate toCreate(const ZnodeRecord &record);
/// Of a path and the transaction that made it.
[[nodiscard]] quint64 markOf(const ZnodePath &path, qint64 czxid);
/// Why what is at `path` cannot be deleted.
[[nodiscard]] Error hiddenChildren(const ZnodePath &path, int count);

/// What all changes share: the connection, and progress that is told a few times a second.
class ChangeBase : public ZnodeChange
{
    Q_OBJECT
public:
    ChangeBase(ZnodeConnection *connection, qint64 packetLimit, QObject *parent);

protected:
    [[nodiscard]] ZnodeConnection &connection() const { return *m_connection; }
    [[nodiscard]] ZnodeCalls &calls() const { return m_connection->calls(); }
    [[nodiscard]] qint64 packetLimit() const { return m_packetLimit; }
    /// Refuses `path`, or the change as a whole: true, and the operation has failed.
    bool refuses(const ZnodePath &path);
    /// The same for an op that the server would take for an attack (jute.maxbuffer); `bytes`: of its value.
    bool refusesSize(const ZooOp &op, qsizetype bytes);
    void tell(qint64 done, qint64 total, bool now = false);
    /// Fails before the first change, and says so where the connection is to blame.
    void failReading(const Error &why);

private:
    ZnodeConnection *m_connection;
    qint64 m_packetLimit;
    QElapsedTimer m_told;
};

class CreateChange : public ChangeBase
{
    Q_OBJECT
public:
    CreateChange(ZnodeConnection *connection, qint64 packetLimit, ZnodeSpec spec, QObject *parent);

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    void createIt();
    void createWhatIsAbove();
    void createRoot(const std::function<void()> &then);
    void createParents(const ZnodePath &path, const std::function<void()> &then);
    void onCreated(const Result<ZooCreated> &created);
    void noteMade(const ZnodePath &path, ZnodeKind kind, const QByteArray &value, qint64 czxid);

    ZnodeSpec m_spec;
    bool m_parentsTried = false;
    Operation *m_root = nullptr; ///< makes the chroot, while that runs
};

class SetChange : public ChangeBase
{
    Q_OBJECT
public:
    SetChange(ZnodeConnection *connection, qint64 packetLimit, ZnodePath path, QByteArray value,
              qint32 version, QObject *parent);
    /// What is overwritten has to be this znode, last set in this transaction.
    void expect(const ZnodeStat &read) { m_expected = read; }

protected:
    void begin() override;

private:
    [[nodiscard]] bool isAnother(const ZooStat &now) const;
    void onRead(const Result<ZooData> &before);
    void onSet(const ZooData &before, const Result<ZooStat> &stat);
    void conflictWith(const Result<ZooData> &theirs);

    ZnodePath m_target;
    QByteArray m_value;
    qint32 m_version;
    std::optional<ZnodeStat> m_expected;
};

class SetAclChange : public ChangeBase
{
    Q_OBJECT
public:
    SetAclChange(ZnodeConnection *connection, qint64 packetLimit, ZnodePath path, Acl acl, qint32 aversion,
                 bool recursive, QObject *parent);

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    void walked(const Result<void> &outcome);
    void pump();
    void apply(const ZnodeRecord &record, qint32 aversion, bool isTop);
    void answered(const ZnodeRecord &record, qint32 aversion, bool isTop, const Result<bool> &done);
    void finishIfDone();

    ZnodePath m_target;
    Acl m_acl;
    qint32 m_aversion;
    bool m_recursive;
    ZnodeWalk m_walk;
    std::deque<std::pair<ZnodeRecord, qint32>> m_waiting; ///< with the ACL's version
    int m_onTheWay = 0;
    std::optional<Error> m_problem;
};

class RemoveChange : public ChangeBase
{
    Q_OBJECT
public:
    RemoveChange(ZnodeConnection *connection, qint64 packetLimit, ZnodePath top, qint64 undoBytes,
                 QObject *parent);
    /// Deletes nothing but this.
    void expect(const ZnodeSubtree &confirmed) { m_confirmed = confirmed; }

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    void walk();
    void take(const ZnodeWalk::Node &node);
    void takeUnreadable(const ZnodeWalk::Node &node);
    void sortOut();
    void remove();
    void onOp(qint64 index, const Result<void> &outcome);
    void onRoundEnd(const Result<void> &outcome);
    void keepForUndo(bool alsoUnknown);
    void countWhatCame();
    void endWithLeft(qint64 came);

    ZnodePath m_top;
    qint64 m_undoBytes;
    qint64 m_keptBytes = 0;
    bool m_keeps = true; ///< values for the undo
    std::unique_ptr<ZnodeWalk> m_walk;
    std::unique_ptr<ZnodeBatches> m_batches;
    QList<ZnodeRecord> m_found; ///< parents first
    QList<bool> m_readable;
    QList<bool> m_foreign;         ///< ephemeral, of another session
    std::optional<Error> m_hidden; ///< what cannot be listed
    enum class Fate : quint8 { Unknown, Gone, Vanished, Stays };
    QList<Fate> m_fates;
    QList<qsizetype> m_doomed; ///< rows of m_found that this round deletes, what is below first
    QList<qsizetype> m_left;   ///< of them: something is below
    qsizetype m_next = 0;
    qint64 m_gone = 0;
    qint64 m_unreadable = 0;
    std::optional<ZnodeSubtree> m_confirmed;
    QList<quint64> m_marks; ///< of what may go
    std::optional<Error> m_problem;
};

class UndoChange : public ChangeBase
{
    Q_OBJECT
public:
    UndoChange(ZnodeConnection *connection, qint64 packetLimit, ZnodeUndo undo, QObject *parent);

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    /// By an access list, which would have to allow this.
    struct Refusal
    {
        ZnodePath path;
        AclPermission needed;
    };

    void checkSeen(qsizetype row);
    void proceed();
    [[nodiscard]] std::optional<ZnodeStat> seen(const ZnodePath &path) const;
    void look();
    void takeBack();
    void removeCreated(const QList<ZnodePath> &paths, const std::function<void()> &then);
    void onRemoved(const ZnodePath &path, const Result<void> &outcome);
    void onRemovalEnd(const QList<ZnodePath> &paths, const Result<void> &outcome,
                      const std::function<void()> &then);
    void setBack();
    void pumpFormer();
    void restoreFormer(qsizetype row);
    void restoreAcl(qsizetype row);
    void formerDone(qsizetype row, const std::optional<Error> &error, AclPermission needed);
    void endFormer();
    void restore();
    void endRestore(const Result<void> &outcome);
    void failRestore(const Error &why, const ZnodePath &refused, AclPermission needed);
    void leaveDifferent(const QList<ZnodeRecord> &different);
    void failForeign(const QList<ZnodePath> &foreign);
    [[nodiscard]] static QString refusalOf(const Acl &acl, AclPermission needed);
    void failRefused(const Refusal &refusal);
    void failAfterReading(const Error &conflict);
    void complete();

    ZnodeUndo m_what;
    std::unique_ptr<UndoLook> m_look;
    std::unique_ptr<UndoClashes> m_reading; ///< what others have made of it
    std::unique_ptr<ZnodeBatches> m_batches;
    std::unique_ptr<ZnodeRestore> m_restore;
    qint64 m_at = 0;
    int m_onTheWay = 0;
    QSet<ZnodePath> m_staying;  ///< of what was created: others have something below
    QList<ZnodePath> m_touched; ///< by others, while we take it back
    QSet<qsizetype> m_back;     ///< rows of m_what.records
    qint64 m_missing = 0;       ///< of them: they are not there any more
    std::optional<Error> m_problem;
    std::optional<Refusal> m_refusing;
};

} // namespace zoodock
