// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodechanges.h"

#include <utility>

namespace zoodock
{

namespace
{

constexpr int setsOnTheWay = 64;

/// It was sent, and may have taken effect.
bool isUnanswered(const Error &error)
{
    return error.kind() == ErrorKind::ConnectionLost || error.kind() == ErrorKind::SessionExpired ||
           error.kind() == ErrorKind::Timeout;
}

} // namespace

SetAclChange::SetAclChange(ZnodeConnection *connection, qint64 packetLimit, ZnodePath path, Acl acl,
                           qint32 aversion, bool recursive, QObject *parent)
    : ChangeBase(connection, packetLimit, parent)
    , m_target(std::move(path))
    , m_acl(std::move(acl))
    , m_aversion(aversion)
    , m_recursive(recursive)
    , m_walk(connection, m_target, ZnodeWalk::Reads::Records, nullptr)
{
}

void SetAclChange::begin()
{
    if (refuses(m_target))
        return;
    if (const Result<void> valid = checkAcl(m_acl); !valid) {
        fail(valid.error());
        return;
    }
    m_phase = Phase::Reading;
    if (!m_recursive) {
        calls().getAcl(m_target, {this, [this](const Result<ZooAcl> &acl) {
                                      if (isSettled())
                                          return;
                                      ZnodeRecord record;
                                      record.path = m_target;
                                      if (acl) {
                                          record.acl = toAcl(acl->entries);
                                          record.czxid = acl->stat.czxid;
                                      } else if (acl.error().kind() != ErrorKind::NoAuth) {
                                          failReading(acl.error());
                                          return;
                                      }
                                      m_phase = Phase::Changing;
                                      m_waiting.emplace_back(record, acl ? acl->stat.aversion : m_aversion);
                                      pump();
                                  }});
        return;
    }
    m_walk.onNode = [this](const ZnodeWalk::Node &node) {
        ZnodeRecord record;
        record.path = node.path;
        record.acl = node.acl;
        record.czxid = node.stat.czxid;
        m_waiting.emplace_back(record, node.stat.aversion);
        tell(0, m_walk.known());
    };
    m_walk.onForbidden = [this](const ZnodePath &path) {
        if (!m_problem)
            m_problem = Error(ErrorKind::NoAuth,
                              tr("%1 may not be read, so what is below it is unknown. Sign in with "
                                 "credentials that allow it. Nothing was changed.")
                                  .arg(legibleName(path.text())));
    };
    m_walk.onBreak = [this](bool isBroken) { Q_EMIT waits(isBroken); };
    m_walk.onEnd = [this](const Result<void> &outcome) { walked(outcome); };
    m_walk.start();
}

void SetAclChange::abort(const Error &why)
{
    m_walk.stop();
    if (!m_problem)
        m_problem = why;
    finishIfDone();
}

void SetAclChange::walked(const Result<void> &outcome)
{
    if (!outcome) {
        failReading(outcome.error());
    } else if (m_problem) {
        fail(*m_problem);
    } else {
        m_phase = Phase::Changing;
        pump();
    }
}

/// Deepest first: once a parent is closed to us, its children may be so, too.
void SetAclChange::pump()
{
    while (!m_problem && m_onTheWay < setsOnTheWay && !m_waiting.empty()) {
        const auto [record, aversion] = m_waiting.back();
        m_waiting.pop_back();
        apply(record, aversion, record.path == m_target);
    }
    finishIfDone();
}

void SetAclChange::apply(const ZnodeRecord &record, qint32 aversion, bool isTop)
{
    ++m_onTheWay;
    const qint32 expected = isTop ? m_aversion : aversion;
    calls().setAcl(record.path, m_acl, expected,
                   {this, [this, record, aversion, isTop](const Result<bool> &done) {
                        answered(record, aversion, isTop, done);
                    }});
}

void SetAclChange::answered(const ZnodeRecord &record, qint32 aversion, bool isTop, const Result<bool> &done)
{
    --m_onTheWay;
    if (isSettled())
        return;
    if (done) {
        ZnodeRecord former = record;
        former.version = aversion + 1;
        m_undo.what = ZnodeUndo::What::AclSet;
        m_undo.about = m_target;
        // The top first: whoever undoes needs its rights back before those below.
        m_undo.records.prepend(former);
        m_undo.expectedVersion = former.version;
        tell(m_done + 1, m_undo.records.size() + m_onTheWay + static_cast<qint64>(m_waiting.size()));
        if (isTop) {
            m_path = record.path;
            m_stat.aversion = former.version;
        }
    } else if (isUnanswered(done.error())) {
        m_problem = done.error(); // also where it was to end: what may be there counts for more
    } else if (done.error().kind() == ErrorKind::VersionConflict) {
        m_problem = Error(ErrorKind::VersionConflict,
                          tr("Somebody else changed the ACL of %1 meanwhile. Read it again, then decide.")
                              .arg(legibleName(record.path.text())));
    } else if (!(done.error().kind() == ErrorKind::NoNode && !isTop) && !m_problem) {
        m_problem = done.error();
    }
    pump();
}

void SetAclChange::finishIfDone()
{
    if (isSettled() || m_onTheWay > 0)
        return;
    if (m_problem)
        fail(*m_problem);
    else if (m_waiting.empty())
        succeed();
}

} // namespace zoodock
