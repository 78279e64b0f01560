// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodebatches.h"
#include "znodes/znodeeditor.h"
#include "znodes/znodetransfer.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QSet>

#include <functional>
#include <memory>

namespace zoodock
{

/// Makes a list of znodes: what Undo of a deletion and Import share. Parents first, in batches. A znode whose
/// ACL may keep us from making its children gets that ACL when they are there.
class ZnodeRestore : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeRestore)
public:
    ZnodeRestore(ZnodeConnection *connection, qint64 packetLimit, QList<ZnodeRecord> records,
                 ImportConflict onConflict, QObject *parent);

    /// Where it skips: notes what is different(). `goesOn`: a former attempt may have made znodes without
    /// reaching their ACLs; they get them now.
    void compareExisting(bool goesOn)
    {
        m_compares = true;
        m_goesOn = goesOn;
    }

    /// Overwrites nothing but these, and these only as they were then; the rest is different().
    void overwriteOnly(const QHash<ZnodePath, ZnodeStat> &seen) { m_seen = seen; }

    std::function<void(qint64 done)> onProgress;
    std::function<void(const Result<void> &)> onEnd;

    void start();
    void cancel();

    [[nodiscard]] const QList<ZnodePath> &created() const { return m_created; } ///< parents first
    /// What was overwritten, as it was; `version` and `aversion` are those that we made, −1: left alone.
    [[nodiscard]] const QList<ZnodeRecord> &overwritten() const { return m_overwritten; }
    /// Skipped or left, and not as the record says.
    [[nodiscard]] const QList<ZnodeRecord> &different() const { return m_different; }
    /// What could not be made, and the right that it took; Create: in what it lies in.
    struct Refused
    {
        ZnodePath path;
        AclPermission needed;
    };
    /// If it failed because of one.
    [[nodiscard]] const std::optional<Refused> &refused() const { return m_refused; }
    [[nodiscard]] qint64 total() const { return m_records.size(); }

private:
    void onOp(qint64 index, const Result<void> &outcome);
    void pump();
    struct Found;
    void readExisting(qint64 index);
    void examine(qint64 index, const Found &found);
    void overwrite(const ZnodeRecord &record, const Found &found);
    [[nodiscard]] bool wasSeen(const Found &found) const;
    void overwritten(const ZnodeRecord &record, const Found &step);
    void giveAcl(const ZnodeRecord &record);
    void stepDone(const std::optional<Error> &error, const Refused &at);
    [[nodiscard]] Acl settable(const ZnodeRecord &record) const;
    [[nodiscard]] bool waitsForAcl(const ZnodeRecord &record) const;
    void end(const Result<void> &result);

    ZnodeConnection *m_connection;
    QList<ZnodeRecord> m_records;
    ImportConflict m_onConflict;
    ZnodeBatches m_batches;
    QSet<ZnodePath> m_parents;
    qint64 m_next = 0;
    qint64 m_done = 0;
    QList<qint64> m_existing;
    QList<qint64> m_waiting; ///< for their ACL, parents first
    QList<ZnodePath> m_created;
    QList<ZnodeRecord> m_overwritten;
    QList<ZnodeRecord> m_different;
    std::optional<Refused> m_refused;
    std::optional<QHash<ZnodePath, ZnodeStat>> m_seen;
    bool m_compares = false;
    int m_onTheWay = 0;
    bool m_goesOn = false;
    bool m_cancelled = false;
    bool m_ended = false;
    std::optional<Error> m_problem;
};

} // namespace zoodock
