// SPDX-License-Identifier: GPL-3.0-or-later
// The undo of what was made: it goes, unless others have something below.
#include "znodechanges.h"

#include <utility>

namespace zoodock
{

void UndoChange::removeCreated(const QList<ZnodePath> &paths, const std::function<void()> &then)
{
    m_at = paths.size();
    m_staying.clear();
    m_batches = std::make_unique<ZnodeBatches>(&connection(), packetLimit(), nullptr);
    m_batches->next = [this, paths]() -> std::optional<ZooOp> {
        if (m_at == 0)
            return std::nullopt;
        ZooOp op;
        op.what = ZooOp::What::Delete;
        op.path = paths.at(--m_at).text();
        op.version = m_what.overwrites ? -1 : 0;
        return op;
    };
    m_batches->onOp = [this, paths](qint64 index, const Result<void> &outcome) {
        tell(index + 1, paths.size());
        onRemoved(paths.at(paths.size() - 1 - index), outcome);
    };
    m_batches->onEnd = [this, paths, then](const Result<void> &outcome) {
        m_batches.release()->deleteLater();
        onRemovalEnd(paths, outcome, then);
    };
    m_batches->start();
}

void UndoChange::onRemoved(const ZnodePath &path, const Result<void> &outcome)
{
    m_changed += outcome ? 1 : 0;
    if (outcome || outcome.error().kind() == ErrorKind::NoNode)
        return;
    if (outcome.error().kind() == ErrorKind::NotEmpty) {
        m_staying.insert(path);
    } else if (outcome.error().kind() == ErrorKind::VersionConflict) {
        m_touched += path;
    } else if (!m_problem) {
        m_problem = outcome.error();
        if (m_problem->kind() == ErrorKind::NoAuth)
            m_refusing = Refusal{path.parent(), AclPermission::Delete};
        m_batches->cancel();
    }
}

void UndoChange::onRemovalEnd(const QList<ZnodePath> &paths, const Result<void> &outcome,
                              const std::function<void()> &then)
{
    QList<ZnodePath> staying;
    for (const ZnodePath &path : paths) {
        if (m_staying.contains(path))
            staying += path;
    }
    if (m_problem && m_refusing)
        failRefused(*m_refusing);
    else if (m_problem)
        fail(*m_problem);
    else if (!outcome)
        fail(outcome.error());
    else if (!staying.isEmpty() && staying.size() < paths.size())
        removeCreated(staying, then); // a refused batch is sent again piece by piece, after what is above
    else if (!m_what.overwrites && !(m_touched + staying).isEmpty())
        failForeign(m_touched + staying);
    else
        then();
}

} // namespace zoodock
