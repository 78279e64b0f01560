// SPDX-License-Identifier: GPL-3.0-or-later
// The undo of what was set: what was there before comes back.
#include "znodechanges.h"

#include <utility>

namespace zoodock
{

namespace
{

constexpr int undoStepsOnTheWay = 64;

} // namespace

void UndoChange::setBack()
{
    m_at = 0;
    pumpFormer();
}

void UndoChange::pumpFormer()
{
    // ACLs one after the other: a parent's rights may be needed for what is below it.
    const int most = m_what.what == ZnodeUndo::What::AclSet ? 1 : undoStepsOnTheWay;
    while (!m_problem && m_onTheWay < most && m_at < m_what.records.size()) {
        ++m_onTheWay;
        restoreFormer(m_at++);
    }
    if (!isSettled() && m_onTheWay == 0)
        endFormer();
}

void UndoChange::restoreFormer(qsizetype row)
{
    const ZnodeRecord &record = m_what.records.at(row);
    const bool imported = m_what.what == ZnodeUndo::What::Imported;
    if (m_what.what == ZnodeUndo::What::AclSet || (imported && record.version < 0)) {
        restoreAcl(row);
        return;
    }
    const qint32 made = m_what.what == ZnodeUndo::What::Set ? m_what.expectedVersion : record.version;
    // An ACL whose hashes we never saw, the import has not changed.
    const bool aclToo = imported && record.aversion >= 0 && !hasHiddenHash(record.acl);
    const std::optional<ZnodeStat> theirs = seen(record.path);
    const qint32 overwritten = theirs ? theirs->version : -1;
    calls().setData(record.path, record.value, m_what.overwrites ? overwritten : made,
                    {this, [this, row, aclToo](const Result<ZooStat> &stat) {
                         if (stat)
                             m_stat = toZnodeStat(*stat);
                         if (stat && aclToo)
                             restoreAcl(row);
                         else
                             formerDone(row, stat ? std::nullopt : std::optional(stat.error()),
                                        AclPermission::Write);
                     }});
}

void UndoChange::restoreAcl(qsizetype row)
{
    const ZnodeRecord &record = m_what.records.at(row);
    const qint32 made = m_what.what == ZnodeUndo::What::Imported ? record.aversion : record.version;
    const std::optional<ZnodeStat> theirs = seen(record.path);
    const qint32 overwritten = theirs ? theirs->aversion : -1;
    calls().setAcl(record.path, record.acl, m_what.overwrites ? overwritten : made,
                   {this, [this, row](const Result<bool> &done) {
                        formerDone(row, done ? std::nullopt : std::optional(done.error()),
                                   AclPermission::Admin);
                    }});
}

void UndoChange::formerDone(qsizetype row, const std::optional<Error> &error, AclPermission needed)
{
    --m_onTheWay;
    m_changed += error ? 0 : 1;
    const bool isOne = m_what.what == ZnodeUndo::What::Set || m_what.records.size() == 1;
    if (!error) {
        m_back.insert(row);
    } else if (error->kind() == ErrorKind::VersionConflict) {
        m_touched += m_what.records.at(row).path;
    } else if (error->kind() == ErrorKind::NoNode && !isOne) {
        m_back.insert(row);
        ++m_missing;
    } else if (!m_problem) {
        m_problem = error;
        if (error->kind() == ErrorKind::NoAuth)
            m_refusing = Refusal{m_what.records.at(row).path, needed};
    }
    tell(m_at - m_onTheWay, m_what.records.size());
    pumpFormer();
}

void UndoChange::endFormer()
{
    QList<ZnodeRecord> left;
    for (qsizetype row = 0; row < m_what.records.size(); ++row) {
        if (!m_back.contains(row))
            left += m_what.records.at(row);
    }
    m_undo.records = left;
    if (m_problem && m_refusing)
        failRefused(*m_refusing);
    else if (m_problem)
        fail(*m_problem);
    else if (!m_touched.isEmpty())
        failForeign(m_touched);
    else
        complete();
}

} // namespace zoodock
