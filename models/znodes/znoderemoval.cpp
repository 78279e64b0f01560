// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodechanges.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

namespace zoodock
{

quint64 markOf(const ZnodePath &path, qint64 czxid)
{
    return qHashMulti(size_t(0), path.text(), czxid);
}

Error hiddenChildren(const ZnodePath &path, int count)
{
    return Error(ErrorKind::NoAuth,
                 ZnodeChange::tr("%1 has %Ln child(ren) that you may not list: they stay, and what they lie "
                                 "below with them. Nothing is deleted. Sign in as somebody who may read %1 "
                                 "(“Connection…”), then delete it again.",
                                 nullptr, count)
                     .arg(legibleName(path.text())));
}

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
    m_phase = Phase::Reading;
    m_walk = std::make_unique<ZnodeWalk>(
        &connection(), m_top, m_keeps ? ZnodeWalk::Reads::Records : ZnodeWalk::Reads::Structure, nullptr);
    m_walk->onNode = [this](const ZnodeWalk::Node &node) { take(node); };
    m_walk->onUnreadable = [this](const ZnodeWalk::Node &node) { takeUnreadable(node); };
    m_walk->onBreak = [this](bool isBroken) { Q_EMIT waits(isBroken); };
    m_walk->onEnd = [this](const Result<void> &outcome) {
        if (!outcome || m_hidden) {
            failReading(outcome ? *m_hidden : outcome.error());
            return;
        }
        sortOut();
        remove();
    };
    m_walk->start();
}

void RemoveChange::takeUnreadable(const ZnodeWalk::Node &node)
{
    ZnodeRecord record;
    record.path = node.path;
    record.czxid = node.stat.czxid;
    m_found += record;
    m_readable += false;
    m_foreign += false;
    if (!m_hidden && node.stat.numChildren > 0)
        m_hidden = hiddenChildren(node.path, node.stat.numChildren);
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

/// What others made since the deletion was confirmed stays, and everything above it.
void RemoveChange::sortOut()
{
    m_fates.fill(Fate::Unknown, m_found.size());
    if (m_confirmed) {
        m_marks = m_confirmed->marks;
    } else {
        for (const ZnodeRecord &record : std::as_const(m_found))
            m_marks += markOf(record.path, record.czxid);
        std::sort(m_marks.begin(), m_marks.end());
    }
    QSet<ZnodePath> staying;
    for (qsizetype row = m_found.size() - 1; row >= 0; --row) {
        const ZnodeRecord &record = m_found.at(row);
        const bool mayGo =
            std::binary_search(m_marks.cbegin(), m_marks.cend(), markOf(record.path, record.czxid));
        if (!mayGo || staying.contains(record.path)) {
            m_fates[row] = Fate::Stays;
            if (record.path != m_top)
                staying.insert(record.path.parent());
        } else {
            m_doomed += row;
        }
    }
}

void RemoveChange::remove()
{
    m_phase = Phase::Changing;
    m_next = 0;
    m_batches = std::make_unique<ZnodeBatches>(&connection(), packetLimit(), nullptr);
    m_batches->next = [this]() -> std::optional<ZooOp> {
        if (m_next >= m_doomed.size())
            return std::nullopt;
        ZooOp op;
        op.what = ZooOp::What::Delete;
        op.path = m_found.at(m_doomed.at(m_next++)).path.text();
        return op;
    };
    m_batches->onOp = [this](qint64 index, const Result<void> &outcome) { onOp(index, outcome); };
    m_batches->onEnd = [this](const Result<void> &outcome) { onRoundEnd(outcome); };
    m_batches->start();
}

void RemoveChange::onOp(qint64 index, const Result<void> &outcome)
{
    const qsizetype row = m_doomed.at(index);
    const bool vanished = !outcome && outcome.error().kind() == ErrorKind::NoNode;
    m_fates[row] = outcome ? Fate::Gone : vanished ? Fate::Vanished : Fate::Stays;
    if (outcome || vanished) {
        m_changed += outcome ? 1 : 0; // what vanished, somebody else has deleted
        ++m_gone;
        tell(m_gone, m_found.size(), m_gone == 1);
    } else if (outcome.error().kind() == ErrorKind::NotEmpty) {
        m_left += row;
    } else if (!m_problem) {
        m_problem = outcome.error();
        m_batches->cancel();
    }
}

void RemoveChange::onRoundEnd(const Result<void> &outcome)
{
    if (isSettled())
        return;
    m_batches.release()->deleteLater(); // we are inside one of its functions
    // A batch that is refused is sent again op by op, and what is above may come before: once more then.
    const bool someWent = m_left.size() < m_doomed.size();
    if (outcome && !m_problem && !m_left.isEmpty() && someWent) {
        m_doomed = std::exchange(m_left, {});
        std::sort(m_doomed.begin(), m_doomed.end(), std::greater<>());
        remove();
        return;
    }
    const bool connectionBroke = !outcome && !m_problem;
    keepForUndo(connectionBroke);
    if (m_problem) {
        fail(*m_problem);
    } else if (!outcome) {
        fail(outcome.error());
    } else if (m_fates.contains(Fate::Stays)) {
        countWhatCame();
    } else {
        tell(m_gone, m_gone, true);
        succeed();
    }
}

void RemoveChange::countWhatCame()
{
    const auto came = std::make_shared<qint64>(0);
    m_walk = std::make_unique<ZnodeWalk>(&connection(), m_top, ZnodeWalk::Reads::Structure, nullptr);
    m_walk->onNode = m_walk->onUnreadable = [this, came](const ZnodeWalk::Node &node) {
        const bool isOld =
            std::binary_search(m_marks.cbegin(), m_marks.cend(), markOf(node.path, node.stat.czxid));
        *came += isOld ? 0 : 1;
    };
    m_walk->onEnd = [this, came](const Result<void> &outcome) {
        if (outcome)
            endWithLeft(*came);
        else if (outcome.error().kind() == ErrorKind::NoNode)
            succeed(); // somebody else has finished it
        else
            fail(outcome.error());
    };
    m_walk->start();
}

void RemoveChange::endWithLeft(qint64 came)
{
    fail(Error(ErrorKind::NotEmpty,
               came > 0
                   ? tr("%Ln znode(s) were created at or below %1 meanwhile: they are not deleted, nor is "
                        "what they lie below. Everything else is.",
                        nullptr, int(came))
                         .arg(legibleName(m_top.text()))
                   : tr("Others create and delete znodes below %1, so not everything is deleted. Delete "
                        "it again.")
                         .arg(legibleName(m_top.text()))));
}

void RemoveChange::keepForUndo(bool alsoUnknown)
{
    QList<ZnodeRecord> records;
    int ephemeral = 0;
    int hidden = 0;
    for (qsizetype row = 0; row < m_found.size(); ++row) {
        const bool gone = m_fates.at(row) == Fate::Gone || (alsoUnknown && m_fates.at(row) == Fate::Unknown);
        if (!gone)
            continue;
        if (!m_readable.at(row))
            ++m_unreadable;
        else
            records += m_found.at(row);
        hidden += hasHiddenHash(m_found.at(row).acl) ? 1 : 0;
        ephemeral += m_foreign.at(row) ? 1 : 0;
    }
    m_undo.about = m_top;
    if (!m_keeps) {
        m_undo.losses +=
            tr("The values are too large to be kept for an undo: this deletion cannot be taken back.");
        return;
    }
    m_undo.records = records;
    if (!m_undo.records.isEmpty())
        m_undo.what = ZnodeUndo::What::Deleted;
    if (ephemeral > 0)
        m_undo.losses +=
            tr("%Ln ephemeral znode(s) come back as ephemeral znodes of this connection: their owners "
               "cannot be brought back.",
               nullptr, ephemeral);
    if (hidden > 0)
        m_undo.losses +=
            tr("The server hides password hashes in the access lists of %Ln znode(s): Undo brings "
               "them back without the users of these.",
               nullptr, hidden);
    m_undo.lost = m_unreadable;
    if (m_unreadable > 0)
        m_undo.losses += tr("%Ln znode(s) could not be read and cannot be brought back.", nullptr,
                            static_cast<int>(m_unreadable));
}

} // namespace zoodock
