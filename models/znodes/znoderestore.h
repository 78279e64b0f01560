// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodebatches.h"
#include "znodes/znodeeditor.h"
#include "znodes/znodetransfer.h"

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

    /// A former attempt may have made znodes without reaching their ACLs: give them to what exists, too.
    void goOn() { m_goesOn = true; }

    std::function<void(qint64 done)> onProgress;
    std::function<void(const Result<void> &)> onEnd;

    void start();
    void cancel();

    [[nodiscard]] const QList<ZnodePath> &created() const { return m_created; } ///< parents first
    /// What was overwritten, as it was; `version` is the one that we made.
    [[nodiscard]] const QList<ZnodeRecord> &overwritten() const { return m_overwritten; }
    [[nodiscard]] qint64 total() const { return m_records.size(); }

private:
    void onOp(qint64 index, const Result<void> &outcome);
    void pump();
    void overwrite(const ZnodeRecord &record);
    void giveAcl(const ZnodeRecord &record);
    void stepDone(const std::optional<Error> &error);
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
    int m_onTheWay = 0;
    bool m_goesOn = false;
    bool m_cancelled = false;
    bool m_ended = false;
    std::optional<Error> m_problem;
};

} // namespace zoodock
