// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodechanges.h"

#include <algorithm>
#include <utility>

namespace zoodock
{

namespace
{

/// Others may add znodes while we delete: look again this often.
constexpr int mostRounds = 5;

} // namespace

RemoveChange::RemoveChange(ZnodeConnection *connection, qint64 packetLimit, ZnodePath top, qint64 undoBytes,
                           QObject *parent)
    : ChangeBase(connection, packetLimit, parent)
    , m_top(std::move(top))
    , m_undoBytes(undoBytes)
{
}

void RemoveChange::begin()
{
    if (!refuses(m_top))
        walk();
}

void RemoveChange::abort(const Error &why)
{
    if (m_batches) {
        m_problem = why;
        m_batches->cancel();
        return;
    }
    m_walk->stop();
    fail(why);
}

void RemoveChange::walk()
{
    m_found.clear();
    m_readable.clear();
    m_foreign.clear();
    m_again = false;
    m_phase = Phase::Reading;
    ++m_rounds;
    m_walk = std::make_unique<ZnodeWalk>(
        &connection(), m_top, m_keeps ? ZnodeWalk::Reads::Records : ZnodeWalk::Reads::Structure, nullptr);
    m_walk->onNode = [this](const ZnodeWalk::Node &node) { take(node); };
    m_walk->onForbidden = [this](const ZnodePath &path) {
        ZnodeRecord record;
        record.path = path;
        m_found += record;
        m_readable += false;
        m_foreign += false;
    };
    m_walk->onEnd = [this](const Result<void> &outcome) {
        const qint64 more = outcome && m_rounds == 1 ? cameSinceConfirmed() : 0;
        if (more > 0)
            fail(Error(ErrorKind::VersionConflict,
                       tr("%Ln znode(s) were created at or below %1 since you were asked. Nothing is deleted "
                          "so far. What is created while the deletion runs is deleted, too.",
                          nullptr, int(more))
                           .arg(m_top.text())));
        else if (outcome)
            remove();
        else if (outcome.error().kind() == ErrorKind::NoNode && m_rounds > 1)
            succeed(); // somebody else has finished it
        else
            fail(outcome.error());
    };
    m_walk->start();
}

void RemoveChange::take(const ZnodeWalk::Node &node)
{
    ZnodeRecord record;
    record.path = node.path;
    record.kind = node.stat.kind();
    record.ttlMilliseconds = node.stat.ttlMilliseconds();
    record.czxid = node.stat.czxid;
    record.version = node.stat.version;
    m_keptBytes += node.value.size();
    if (m_keeps && m_keptBytes > m_undoBytes) {
        m_keeps = false;
        for (ZnodeRecord &earlier : m_found)
            earlier.value.clear();
    }
    if (m_keeps) {
        record.value = node.value;
        record.acl = node.acl;
    }
    m_found += record;
    m_readable += true;
    m_foreign += node.stat.ownerSession() != 0 && node.stat.ownerSession() != connection().sessionId();
    tell(m_found.size(), m_walk->known(), m_found.size() == 1);
}

/// By the transactions that made them: others may have deleted as many. Of what cannot be read only the
/// number is known.
qint64 RemoveChange::cameSinceConfirmed() const
{
    if (!m_confirmed)
        return 0;
    qint64 younger = 0;
    qint64 unreadable = 0;
    for (qsizetype row = 0; row < m_found.size(); ++row) {
        younger += m_found.at(row).czxid > m_confirmed->newest ? 1 : 0;
        unreadable += m_readable.at(row) ? 0 : 1;
    }
    younger += std::max<qint64>(0, unreadable - m_confirmed->unreadable);
    return std::max<qint64>(younger, m_found.size() - m_confirmed->count);
}

void RemoveChange::remove()
{
    const qint64 count = m_found.size();
    m_phase = Phase::Changing;
    m_next = 0;
    m_fates.fill(Fate::Unknown, count);
    m_batches = std::make_unique<ZnodeBatches>(&connection(), packetLimit(), nullptr);
    m_batches->next = [this, count]() -> std::optional<ZooOp> {
        if (m_next >= count)
            return std::nullopt;
        ZooOp op;
        op.what = ZooOp::What::Delete;
        op.path = m_found.at(count - 1 - m_next++).path.text(); // what is below comes first
        return op;
    };
    m_batches->onOp = [this](qint64 index, const Result<void> &outcome) { onOp(index, outcome); };
    m_batches->onEnd = [this](const Result<void> &outcome) { onRoundEnd(outcome); };
    m_batches->start();
}

void RemoveChange::onOp(qint64 index, const Result<void> &outcome)
{
    const qint64 row = m_found.size() - 1 - index;
    const bool vanished = !outcome && outcome.error().kind() == ErrorKind::NoNode;
    m_fates[row] = outcome ? Fate::Gone : Fate::Stays;
    if (outcome || vanished) {
        m_changed += outcome ? 1 : 0; // what vanished, somebody else has deleted
        ++m_gone;
        tell(m_gone, std::max<qint64>(m_gone, m_found.size()), m_gone == 1);
    } else if (outcome.error().kind() == ErrorKind::NotEmpty) {
        m_again = true;
    } else if (!m_problem) {
        m_problem = outcome.error();
        m_batches->cancel();
    }
}

void RemoveChange::onRoundEnd(const Result<void> &outcome)
{
    if (isSettled())
        return;
    const bool connectionBroke = !outcome && !m_problem;
    keepForUndo(connectionBroke);
    m_batches.release()->deleteLater(); // we are inside one of its functions
    if (m_problem) {
        fail(*m_problem);
    } else if (!outcome) {
        fail(outcome.error());
    } else if (!m_again) {
        tell(m_gone, m_gone, true);
        succeed();
    } else if (m_rounds < mostRounds) {
        walk();
    } else {
        fail(
            Error(ErrorKind::NotEmpty,
                  tr("Others keep creating znodes below %1. Stop the programs that do, then delete it again.")
                      .arg(m_top.text())));
    }
}

/// What this round deleted, before what earlier rounds did: they deleted what was below.
void RemoveChange::keepForUndo(bool alsoUnknown)
{
    QList<ZnodeRecord> records;
    int ephemeral = 0;
    for (qsizetype row = 0; row < m_found.size(); ++row) {
        const bool gone = m_fates.at(row) == Fate::Gone || (alsoUnknown && m_fates.at(row) == Fate::Unknown);
        if (!gone)
            continue;
        if (!m_readable.at(row))
            ++m_unreadable;
        else
            records += m_found.at(row);
        ephemeral += m_foreign.at(row) ? 1 : 0;
    }
    m_undo.about = m_top;
    m_undo.losses.clear();
    if (!m_keeps) {
        m_undo.records.clear();
        m_undo.what = ZnodeUndo::What::Nothing;
        m_undo.losses +=
            tr("The values are too large to be kept for an undo: this deletion cannot be taken back.");
        return;
    }
    m_undo.records = records + m_undo.records;
    if (!m_undo.records.isEmpty())
        m_undo.what = ZnodeUndo::What::Deleted;
    if (ephemeral > 0)
        m_undo.losses +=
            tr("%n ephemeral znode(s) come back as ephemeral znodes of this connection: their owners "
               "cannot be brought back.",
               nullptr, ephemeral);
    m_undo.lost = m_unreadable;
    if (m_unreadable > 0)
        m_undo.losses += tr("%n znode(s) could not be read and cannot be brought back.", nullptr,
                            static_cast<int>(m_unreadable));
}

} // namespace zoodock
