// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodechanges.h"

#include <utility>

namespace zoodock
{

namespace
{

constexpr int undoStepsOnTheWay = 64;

} // namespace

UndoChange::UndoChange(ZnodeConnection *connection, qint64 packetLimit, ZnodeUndo undo, QObject *parent)
    : ChangeBase(connection, packetLimit, parent)
    , m_what(std::move(undo))
{
}

void UndoChange::begin()
{
    // Until it is complete it can be gone on with; afterwards there is nothing to take back.
    m_undo = m_what;
    if (m_what.isEmpty()) {
        fail(Error(ErrorKind::InvalidInput, tr("There is nothing to take back.")));
        return;
    }
    if (!m_what.records.isEmpty() && refuses(m_what.records.constFirst().path))
        return;
    QList<ZnodePath> created = m_what.created;
    switch (m_what.what) {
    case ZnodeUndo::What::Created:
        for (const ZnodeRecord &record : std::as_const(m_what.records))
            created += record.path;
        removeCreated(created, [this] { complete(); });
        return;
    case ZnodeUndo::What::Imported:
        removeCreated(created, [this] { setBack(); });
        return;
    case ZnodeUndo::What::Deleted:
        restore();
        return;
    case ZnodeUndo::What::Set:
    case ZnodeUndo::What::AclSet:
    case ZnodeUndo::What::Nothing:
        setBack();
        return;
    }
}

void UndoChange::abort(const Error &why)
{
    m_problem = why;
    if (m_batches)
        m_batches->cancel();
    else if (m_restore)
        m_restore->cancel();
    else if (m_onTheWay == 0)
        fail(why);
}

void UndoChange::removeCreated(const QList<ZnodePath> &paths, const std::function<void()> &then)
{
    m_at = paths.size();
    m_batches = std::make_unique<ZnodeBatches>(&connection(), packetLimit(), nullptr);
    m_batches->next = [this, paths]() -> std::optional<ZooOp> {
        if (m_at == 0)
            return std::nullopt;
        ZooOp op;
        op.what = ZooOp::What::Delete;
        op.path = paths.at(--m_at).text();
        return op;
    };
    m_batches->onOp = [this, count = paths.size()](qint64 index, const Result<void> &outcome) {
        tell(index + 1, count);
        m_changed += outcome ? 1 : 0;
        const bool fine = outcome || outcome.error().kind() == ErrorKind::NoNode;
        if (!fine && !m_problem) {
            m_problem = outcome.error();
            m_batches->cancel();
        }
    };
    m_batches->onEnd = [this, then](const Result<void> &outcome) {
        m_batches.release()->deleteLater();
        if (m_problem)
            fail(*m_problem);
        else if (!outcome)
            fail(outcome.error());
        else
            then();
    };
    m_batches->start();
}

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
        restoreFormer(m_what.records.at(m_at++));
    }
    if (isSettled() || m_onTheWay > 0)
        return;
    if (m_problem)
        fail(*m_problem);
    else
        complete();
}

void UndoChange::restoreFormer(const ZnodeRecord &record)
{
    if (m_what.what == ZnodeUndo::What::AclSet) {
        calls().setAcl(record.path, record.acl, record.version,
                       {this, [this](const Result<bool> &done) {
                            formerDone(done ? std::nullopt : std::optional(done.error()));
                        }});
        return;
    }
    const qint32 version = m_what.what == ZnodeUndo::What::Set ? m_what.expectedVersion : record.version;
    const bool aclToo = m_what.what == ZnodeUndo::What::Imported;
    calls().setData(record.path, record.value, version,
                    {this, [this, record, aclToo](const Result<ZooStat> &stat) {
                         if (stat)
                             m_stat = toZnodeStat(*stat);
                         if (!stat || !aclToo) {
                             formerDone(stat ? std::nullopt : std::optional(stat.error()));
                             return;
                         }
                         calls().setAcl(record.path, record.acl, -1,
                                        {this, [this](const Result<bool> &done) {
                                             formerDone(done ? std::nullopt : std::optional(done.error()));
                                         }});
                     }});
}

void UndoChange::formerDone(const std::optional<Error> &error)
{
    --m_onTheWay;
    m_changed += error ? 0 : 1;
    if (error && !m_problem)
        m_problem = error;
    tell(m_at - m_onTheWay, m_what.records.size());
    pumpFormer();
}

void UndoChange::restore()
{
    m_restore = std::make_unique<ZnodeRestore>(&connection(), packetLimit(), m_what.records,
                                               ImportConflict::Skip, nullptr);
    m_restore->goOn();
    m_restore->onProgress = [this](qint64 done) { tell(done, m_what.records.size(), done == 1); };
    m_restore->onEnd = [this](const Result<void> &outcome) {
        m_changed = m_restore->created().size();
        m_restore.release()->deleteLater(); // we are inside one of its functions
        if (m_problem)
            fail(*m_problem);
        else if (!outcome)
            fail(outcome.error());
        else
            complete();
    };
    m_restore->start();
}

void UndoChange::complete()
{
    m_undo = {};
    succeed();
}

} // namespace zoodock
