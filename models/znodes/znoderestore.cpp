// SPDX-License-Identifier: GPL-3.0-or-later
#include "znoderestore.h"

#include "znodechanges.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace zoodock
{

namespace
{

constexpr int stepsOnTheWay = 64;

} // namespace

/// What is there already.
struct ZnodeRestore::Found
{
    ZnodeRecord record;
    qint64 mzxid = 0;
    std::optional<Error> problem;
    AclPermission needed = AclPermission::Read; ///< for what was refused

    void refuse(const Error &why, AclPermission right)
    {
        problem = why;
        needed = right;
    }
};

ZnodeRestore::ZnodeRestore(ZnodeConnection *connection, qint64 packetLimit, QList<ZnodeRecord> records,
                           ImportConflict onConflict, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_records(std::move(records))
    , m_onConflict(onConflict)
    , m_batches(connection, packetLimit, this)
{
}

bool ZnodeRestore::waitsForAcl(const ZnodeRecord &record) const
{
    return record.acl != openAcl() && m_parents.contains(record.path);
}

/// A hash that the server hides is none: with it nobody would get in.
Acl ZnodeRestore::settable(const ZnodeRecord &record) const
{
    return withoutHidden(record.acl, !m_connection->target().credentials.isEmpty());
}

void ZnodeRestore::start()
{
    for (const ZnodeRecord &record : std::as_const(m_records))
        m_parents.insert(record.path.parent());
    m_batches.next = [this]() -> std::optional<ZooOp> {
        if (m_next >= m_records.size())
            return std::nullopt;
        const ZnodeRecord &record = m_records.at(m_next++);
        ZooOp op;
        op.what = ZooOp::What::Create;
        op.create = toCreate(record);
        op.create.acl = fromAcl(settable(record));
        if (waitsForAcl(record))
            op.create.acl = fromAcl(openAcl());
        return op;
    };
    m_batches.onOp = [this](qint64 index, const Result<void> &outcome) { onOp(index, outcome); };
    m_batches.onEnd = [this](const Result<void> &outcome) {
        if (outcome && !m_problem)
            pump();
        else
            end(failure(m_problem ? *m_problem : outcome.error()));
    };
    m_batches.start();
}

void ZnodeRestore::cancel()
{
    if (std::exchange(m_cancelled, true))
        return;
    m_batches.cancel();
}

void ZnodeRestore::onOp(qint64 index, const Result<void> &outcome)
{
    const ZnodeRecord &record = m_records.at(index);
    if (outcome) {
        m_created += record.path;
        if (waitsForAcl(record))
            m_waiting += index;
    } else if (outcome.error().kind() == ErrorKind::NodeExists && m_onConflict != ImportConflict::Stop) {
        if (m_onConflict == ImportConflict::Overwrite || m_compares)
            m_existing += index;
    } else if (!m_problem) {
        m_problem = outcome.error();
        m_refused = Refused{record.path, AclPermission::Create};
        m_batches.cancel();
    }
    ++m_done;
    if (onProgress)
        onProgress(m_done - m_existing.size());
}

/// First what is there already is looked at or overwritten, then the ACLs that could have been in the way,
/// deepest first.
void ZnodeRestore::pump()
{
    while (!m_problem && !m_cancelled && m_onTheWay < stepsOnTheWay && !m_existing.isEmpty()) {
        ++m_onTheWay;
        readExisting(m_existing.takeFirst());
    }
    const bool overwriting = m_onTheWay > 0 || !m_existing.isEmpty();
    if (!overwriting)
        std::sort(m_waiting.begin(), m_waiting.end());
    while (!m_problem && !m_cancelled && !overwriting && m_onTheWay < stepsOnTheWay && !m_waiting.isEmpty()) {
        ++m_onTheWay;
        giveAcl(m_records.at(m_waiting.takeLast()));
    }
    if (m_onTheWay > 0)
        return;
    if (m_problem)
        end(failure(*m_problem));
    else if (m_cancelled)
        end(failure(Error::cancelled()));
    else if (m_existing.isEmpty() && m_waiting.isEmpty())
        end({});
    else
        pump();
}

void ZnodeRestore::giveAcl(const ZnodeRecord &record)
{
    m_connection->calls().setAcl(
        record.path, settable(record), -1,
        {this, [this, path = record.path](const Result<bool> &done) {
             stepDone(done ? std::nullopt : std::optional(done.error()), {path, AclPermission::Admin});
         }});
}

void ZnodeRestore::readExisting(qint64 index)
{
    ZnodeCalls &calls = m_connection->calls();
    const auto found = std::make_shared<Found>();
    found->record.path = m_records.at(index).path;
    calls.getData(found->record.path, ZooWatch::None, {this, [found](const Result<ZooData> &data) {
                                                           if (data) {
                                                               found->record.value = data->bytes;
                                                               found->record.version = data->stat.version;
                                                               found->mzxid = data->stat.mzxid;
                                                           } else {
                                                               found->problem = data.error();
                                                           }
                                                       }});
    calls.getAcl(found->record.path, {this, [this, index, found](const Result<ZooAcl> &acl) {
                                          if (acl) {
                                              found->record.acl = toAcl(acl->entries);
                                              found->record.czxid = acl->stat.czxid;
                                              found->record.aversion = acl->stat.aversion;
                                          } else {
                                              found->problem = acl.error();
                                          }
                                          if (m_onConflict == ImportConflict::Overwrite)
                                              overwrite(m_records.at(index), *found);
                                          else
                                              examine(index, *found);
                                      }});
}

void ZnodeRestore::examine(qint64 index, const Found &found)
{
    const ZnodeRecord &record = m_records.at(index);
    const bool unreadable = found.problem && (found.problem->kind() == ErrorKind::NoAuth ||
                                              found.problem->kind() == ErrorKind::NoNode);
    const bool sameValue = !found.problem && found.record.value == record.value &&
                           found.record.value.isNull() == record.value.isNull();
    if (found.problem && !unreadable) {
        stepDone(found.problem, {record.path, found.needed});
        return;
    }
    if (sameValue && m_goesOn && waitsForAcl(record) && found.record.acl == openAcl())
        m_waiting += index;
    else if (!sameValue || !(isSameAcl(found.record.acl, record.acl) || found.record.acl == settable(record)))
        m_different += record;
    stepDone({}, {record.path, found.needed});
}

/// The same value or ACL is left alone: whoever changes it later has changed nothing of ours.
void ZnodeRestore::overwrite(const ZnodeRecord &record, const Found &found)
{
    const bool sameAcl = isSameAcl(found.record.acl, record.acl);
    const bool sameValue =
        found.record.value == record.value && found.record.value.isNull() == record.value.isNull();
    if (found.problem || (sameAcl && sameValue)) {
        stepDone(found.problem, {record.path, found.needed});
        return;
    }
    if (m_seen && !wasSeen(found)) {
        m_different += record;
        stepDone({}, {record.path, found.needed});
        return;
    }
    const auto step = std::make_shared<Found>(found);
    step->record.version = step->record.aversion = -1;
    const auto end = [this, step, record] { overwritten(record, *step); };
    const auto setValue = [this, step, record,
                           version = m_seen ? found.record.version : -1](const std::function<void()> &then) {
        m_connection->calls().setData(record.path, record.value, version,
                                      {this, [step, then](const Result<ZooStat> &stat) {
                                           if (stat)
                                               step->record.version = stat->version;
                                           else
                                               step->refuse(stat.error(), AclPermission::Write);
                                           then();
                                       }});
    };
    if (!sameValue)
        setValue(sameAcl ? std::function<void()>(end) : [] {});
    if (sameAcl)
        return;
    // Sent at once: the value may not be set any more after it. Or only then.
    const auto onAcl = [step, end, setValue, made = found.record.aversion + 1](const Result<bool> &done) {
        const bool isLocked = step->problem && step->problem->kind() == ErrorKind::NoAuth;
        if (done)
            step->record.aversion = made;
        else if (!step->problem)
            step->refuse(done.error(), AclPermission::Admin);
        if (done && isLocked) {
            step->problem.reset();
            setValue(end);
        } else {
            end();
        }
    };
    m_connection->calls().setAcl(record.path, settable(record), m_seen ? found.record.aversion : -1,
                                 {this, onAcl});
}

/// Versions begin at 0 again where a znode was made anew.
bool ZnodeRestore::wasSeen(const Found &found) const
{
    const auto seen = m_seen->constFind(found.record.path);
    return seen != m_seen->cend() && seen->czxid == found.record.czxid && seen->mzxid == found.mzxid &&
           seen->aversion == found.record.aversion;
}

void ZnodeRestore::overwritten(const ZnodeRecord &record, const Found &step)
{
    if (step.record.version >= 0 || step.record.aversion >= 0)
        m_overwritten += step.record;
    // Somebody was faster, between our reading and our writing.
    const bool isLeft = m_seen && step.problem && step.problem->kind() == ErrorKind::VersionConflict;
    if (isLeft)
        m_different += record;
    stepDone(isLeft ? std::nullopt : step.problem, {record.path, step.needed});
}

void ZnodeRestore::stepDone(const std::optional<Error> &error, const Refused &at)
{
    --m_onTheWay;
    if (error && !m_problem) {
        m_problem = error;
        m_refused = at;
    }
    if (onProgress)
        onProgress(m_done - m_existing.size() - m_waiting.size());
    pump();
}

void ZnodeRestore::end(const Result<void> &result)
{
    if (std::exchange(m_ended, true))
        return;
    onEnd(result);
}

} // namespace zoodock
