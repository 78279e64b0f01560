// SPDX-License-Identifier: GPL-3.0-or-later
#include "znoderestore.h"

#include "znodechanges.h"

#include <utility>

namespace zoodock
{

namespace
{

constexpr int stepsOnTheWay = 64;

} // namespace

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
        if (m_onConflict == ImportConflict::Overwrite)
            m_existing += index;
        else if (m_goesOn && waitsForAcl(record))
            m_waiting += index;
    } else if (!m_problem) {
        m_problem = outcome.error();
        m_batches.cancel();
    }
    ++m_done;
    if (onProgress)
        onProgress(m_done - m_existing.size());
}

/// First what is there already is overwritten, then the ACLs that could have been in the way, deepest first.
void ZnodeRestore::pump()
{
    while (!m_problem && !m_cancelled && m_onTheWay < stepsOnTheWay && !m_existing.isEmpty()) {
        ++m_onTheWay;
        overwrite(m_records.at(m_existing.takeFirst()));
    }
    const bool overwriting = m_onTheWay > 0 || !m_existing.isEmpty();
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
    m_connection->calls().setAcl(record.path, record.acl, -1,
                                 {this, [this](const Result<bool> &done) {
                                      stepDone(done ? std::nullopt : std::optional(done.error()));
                                  }});
}

void ZnodeRestore::overwrite(const ZnodeRecord &record)
{
    ZnodeCalls &calls = m_connection->calls();
    const auto former = std::make_shared<ZnodeRecord>();
    former->path = record.path;
    const auto problem = std::make_shared<std::optional<Error>>();
    calls.getData(record.path, ZooWatch::None, {this, [former, problem](const Result<ZooData> &data) {
                                                    if (data)
                                                        former->value = data->bytes;
                                                    else
                                                        *problem = data.error();
                                                }});
    calls.getAcl(record.path, {this, [this, record, former, problem](const Result<ZooAcl> &acl) {
                                   if (acl)
                                       former->acl = toAcl(acl->entries);
                                   else
                                       *problem = acl.error();
                                   const bool same = former->acl == record.acl &&
                                                     former->value == record.value &&
                                                     former->value.isNull() == record.value.isNull();
                                   if (*problem || same) {
                                       stepDone(*problem);
                                       return;
                                   }
                                   ZnodeCalls &again = m_connection->calls();
                                   again.setData(record.path, record.value, -1,
                                                 {this, [this, former, problem](const Result<ZooStat> &stat) {
                                                      if (!stat) {
                                                          *problem = stat.error();
                                                          return;
                                                      }
                                                      former->version = stat->version;
                                                      m_overwritten += *former;
                                                  }});
                                   again.setAcl(record.path, record.acl, -1,
                                                {this, [this, problem](const Result<bool> &done) {
                                                     if (!done && !*problem)
                                                         *problem = done.error();
                                                     stepDone(*problem);
                                                 }});
                               }});
}

void ZnodeRestore::stepDone(const std::optional<Error> &error)
{
    --m_onTheWay;
    if (error && !m_problem)
        m_problem = error;
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
