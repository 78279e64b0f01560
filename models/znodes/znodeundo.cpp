// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodechanges.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int undoStepsOnTheWay = 64;

QString firstOf(const QList<ZnodePath> &paths)
{
    constexpr qsizetype most = 5;
    QStringList names;
    for (const ZnodePath &path : paths.first(std::min(paths.size(), most)))
        names += path.text();
    return names.join(u", "_s) + (paths.size() > most ? u", …"_s : QString());
}

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
    if (m_what.overwrites)
        checkSeen(0);
    else
        proceed();
}

void UndoChange::proceed()
{
    if (m_what.what == ZnodeUndo::What::Deleted)
        restore();
    else if (m_what.overwrites)
        takeBack();
    else
        look();
}

void UndoChange::abort(const Error &why)
{
    m_problem = why;
    if (m_reading) {
        m_reading->stop();
        fail(why);
    } else if (m_batches) {
        m_batches->cancel();
    } else if (m_restore) {
        m_restore->cancel();
    } else if (m_onTheWay == 0) {
        if (m_look)
            m_look->stop();
        fail(why);
    }
}

void UndoChange::look()
{
    m_phase = Phase::Reading;
    m_look = std::make_unique<UndoLook>(&connection(), m_what, nullptr);
    m_look->onProgress = [this](qint64 done, qint64 total) { tell(done, total); };
    m_look->onEnd = [this](const Result<void> &outcome) {
        UndoLook *look = m_look.release();
        look->deleteLater(); // we are inside one of its functions
        const bool isSet = m_what.what == ZnodeUndo::What::Set || m_what.what == ZnodeUndo::What::AclSet;
        if (!outcome)
            fail(outcome.error());
        else if (!look->foreign().isEmpty())
            failForeign(look->foreign());
        else if (isSet && look->gone() == m_what.records.size())
            fail(Error(ErrorKind::NoNode,
                       tr("%1 does not exist any more. Create it again; then Undo can set it back.")
                           .arg(m_what.about.text())));
        else
            takeBack();
    };
    m_look->start();
}

void UndoChange::takeBack()
{
    m_phase = Phase::Changing;
    QList<ZnodePath> created = m_what.created;
    switch (m_what.what) {
    case ZnodeUndo::What::Created:
        for (const ZnodeRecord &record : std::as_const(m_what.records))
            created += record.path;
        removeCreated(created, [this] { complete(); });
        return;
    case ZnodeUndo::What::Imported:
        removeCreated(created, [this] {
            m_undo.created.clear();
            setBack();
        });
        return;
    case ZnodeUndo::What::Set:
    case ZnodeUndo::What::AclSet:
    case ZnodeUndo::What::Deleted:
    case ZnodeUndo::What::Nothing:
        setBack();
        return;
    }
}

// ---- what was made goes
// -----------------------------------------------------------------------------------------

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
    if (m_problem)
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

// ---- what was there before comes back
// ---------------------------------------------------------------------------

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
    if (m_what.what == ZnodeUndo::What::AclSet) {
        restoreAcl(row);
        return;
    }
    const ZnodeRecord &record = m_what.records.at(row);
    const qint32 made = m_what.what == ZnodeUndo::What::Set ? m_what.expectedVersion : record.version;
    // An ACL whose hashes we never saw, the import has not changed.
    const bool aclToo = m_what.what == ZnodeUndo::What::Imported && !hasHiddenHash(record.acl);
    const std::optional<ZnodeStat> theirs = seen(record.path);
    const qint32 overwritten = theirs ? theirs->version : -1;
    calls().setData(record.path, record.value, m_what.overwrites ? overwritten : made,
                    {this, [this, row, aclToo](const Result<ZooStat> &stat) {
                         if (stat)
                             m_stat = toZnodeStat(*stat);
                         if (stat && aclToo)
                             restoreAcl(row);
                         else
                             formerDone(row, stat ? std::nullopt : std::optional(stat.error()));
                     }});
}

void UndoChange::restoreAcl(qsizetype row)
{
    const ZnodeRecord &record = m_what.records.at(row);
    const bool any = m_what.overwrites || m_what.what == ZnodeUndo::What::Imported;
    const std::optional<ZnodeStat> theirs = seen(record.path);
    const qint32 overwritten = theirs ? theirs->aversion : -1;
    calls().setAcl(record.path, record.acl, any ? overwritten : record.version,
                   {this, [this, row](const Result<bool> &done) {
                        formerDone(row, done ? std::nullopt : std::optional(done.error()));
                    }});
}

void UndoChange::formerDone(qsizetype row, const std::optional<Error> &error)
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
    if (m_problem)
        fail(*m_problem);
    else if (!m_touched.isEmpty())
        failForeign(m_touched);
    else
        complete();
}

// ---- what was deleted
// -------------------------------------------------------------------------------------------

void UndoChange::restore()
{
    m_undo.begun = true;
    m_restore = std::make_unique<ZnodeRestore>(
        &connection(), packetLimit(), m_what.records,
        m_what.overwrites ? ImportConflict::Overwrite : ImportConflict::Skip, nullptr);
    m_restore->compareExisting(m_what.begun);
    m_restore->onProgress = [this](qint64 done) { tell(done, m_what.records.size(), done == 1); };
    m_restore->onEnd = [this](const Result<void> &outcome) {
        m_changed = m_restore->created().size() + m_restore->overwritten().size();
        const QList<ZnodeRecord> different = m_restore->different();
        m_restore.release()->deleteLater(); // we are inside one of its functions
        if (m_problem)
            fail(*m_problem);
        else if (!outcome)
            fail(outcome.error());
        else if (different.isEmpty())
            complete();
        else
            leaveDifferent(different);
    };
    m_restore->start();
}

/// What exists again is somebody's by now. The rest is back.
void UndoChange::leaveDifferent(const QList<ZnodeRecord> &different)
{
    m_undo.records = different;
    for (const ZnodeRecord &record : different)
        m_foreign += record.path;
    failAfterReading(
        Error(ErrorKind::VersionConflict,
              tr("Somebody else has created %n znode(s) again meanwhile, with another value or access list: "
                 "%1. They are left as they are until you say otherwise.",
                 nullptr, int(m_foreign.size()))
                  .arg(firstOf(m_foreign))));
}

void UndoChange::failForeign(const QList<ZnodePath> &foreign)
{
    m_foreign = foreign;
    const bool created = m_what.what == ZnodeUndo::What::Created || !m_what.created.isEmpty();
    const int count = int(foreign.size());
    failAfterReading(
        Error(ErrorKind::VersionConflict,
              (created ? tr("Somebody else has changed %n znode(s) meanwhile, or created some below: %1.",
                            nullptr, count)
                       : tr("Somebody else has changed %n znode(s) meanwhile: %1.", nullptr, count))
                  .arg(firstOf(foreign))));
}

/// So that whoever is asked then sees both values.
void UndoChange::failAfterReading(const Error &conflict)
{
    m_reading = std::make_unique<UndoClashes>(&connection(), m_what, m_foreign, nullptr);
    m_reading->onEnd = [this, conflict](const QList<UndoClash> &clashes) {
        m_reading.release()->deleteLater(); // we are inside one of its functions
        m_clashes = clashes;
        fail(conflict);
    };
    m_reading->start();
}

void UndoChange::complete()
{
    m_undo = {};
    if (!m_staying.isEmpty())
        m_undo.losses +=
            tr("%n znode(s) stay: somebody else has created some below.", nullptr, int(m_staying.size()));
    if (m_missing > 0)
        m_undo.losses += tr("%n znode(s) do not exist any more.", nullptr, int(m_missing));
    succeed();
}

} // namespace zoodock
