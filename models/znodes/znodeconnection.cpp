// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/znodeconnection.h"

#include "parkedsession.h"
#include "znodeconnectionprivate.h"

#include <utility>

namespace zoodock
{

ZnodeConnection::ZnodeConnection(QObject *parent, const Clock &clock)
    : QObject(parent)
    , d(std::make_unique<Private>(this, clock))
{
}

ZnodeConnection::~ZnodeConnection() = default;

void ZnodeConnection::open(const ZnodeTarget &target)
{
    d->open(target);
}

void ZnodeConnection::close()
{
    d->close();
}

const ZnodeTarget &ZnodeConnection::target() const
{
    return d->m_target;
}

bool ZnodeConnection::hasChroot() const
{
    return d->m_target.chroot.size() > 1;
}

ZnodeConnection::State ZnodeConnection::state() const
{
    return d->m_state;
}

quint64 ZnodeConnection::generation() const
{
    return d->m_generation;
}

const QList<ConnectStageReport> &ZnodeConnection::stages() const
{
    return d->m_stages.list();
}

qint64 ZnodeConnection::sessionId() const
{
    return d->m_state == State::Connected && d->m_handle ? d->m_handle->sessionId() : 0;
}

QString ZnodeConnection::server() const
{
    return d->m_state == State::Connected && d->m_handle ? d->m_handle->server() : QString();
}

bool ZnodeConnection::isServerReadOnly() const
{
    return d->m_handle && d->m_handle->state() == ZooHandle::SessionState::ConnectedReadOnly;
}

qsizetype ZnodeConnection::ephemeralCount() const
{
    return d->m_calls.ephemerals().size();
}

QStringList ZnodeConnection::ephemerals() const
{
    return sortedPaths(d->m_calls.ephemerals());
}

std::unique_ptr<ParkedSession> ZnodeConnection::park()
{
    return d->park();
}

void ZnodeConnection::resume(std::unique_ptr<ParkedSession> session)
{
    d->resume(std::move(session));
}

bool ZnodeConnection::isReadOnly() const
{
    return d->m_target.readOnly;
}

void ZnodeConnection::setReadOnly(bool on)
{
    if (d->m_target.readOnly == on)
        return;
    d->m_target.readOnly = on;
    Q_EMIT readOnlyChanged(on);
}

void ZnodeConnection::addCredential(const ZnodeCredential &credential)
{
    d->addCredential(credential);
}

void ZnodeConnection::noteZxid(qint64 zxid)
{
    d->noteZxid(zxid);
}

ZnodeCalls &ZnodeConnection::calls()
{
    return d->m_calls;
}

} // namespace zoodock
