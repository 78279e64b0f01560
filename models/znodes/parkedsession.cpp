// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions that go on while another cluster is looked at.
#include "parkedsession.h"

#include "znodeconnectionprivate.h"

#include <utility>

namespace zoodock
{

QStringList sortedPaths(const QSet<QString> &paths)
{
    QStringList sorted(paths.cbegin(), paths.cend());
    sorted.sort();
    return sorted;
}

ParkedSession::~ParkedSession() = default;

ParkedHandle::ParkedHandle(std::unique_ptr<ZooHandle> handle, ZnodeTarget target, QSet<QString> ephemerals,
                           qint64 zxid)
    : m_handle(std::move(handle))
    , m_target(std::move(target))
    , m_ephemerals(std::move(ephemerals))
    , m_zxid(zxid)
{
    QObject::connect(m_handle.get(), &ZooHandle::stateChanged, &m_ears,
                     [this](ZooHandle::SessionState state) {
                         if (state == ZooHandle::SessionState::Expired)
                             m_ephemerals.clear();
                     });
    QObject::connect(m_handle.get(), &ZooHandle::watchFired, &m_ears,
                     [this](ZooEvent event, const QString &path) {
                         if (event == ZooEvent::Deleted)
                             m_ephemerals.remove(path);
                     });
}

ParkedHandle::~ParkedHandle() = default;

ZooHandle *ParkedHandle::release()
{
    m_handle->disconnect(&m_ears);
    return m_handle.release();
}

std::unique_ptr<ParkedSession> ZnodeConnection::Private::park()
{
    if (!m_handle || m_handle->sessionId() == 0) {
        close();
        return nullptr;
    }
    const QSet<QString> ephemerals = m_calls.ephemerals();
    m_calls.attach(nullptr);
    m_handshakeLook.stop();
    std::unique_ptr<ZooHandle> handle(std::exchange(m_handle, nullptr));
    handle->disconnect(q);
    handle->forgetRequests();
    auto parked = std::make_unique<ParkedHandle>(std::move(handle), m_target, ephemerals, m_zxid);
    close();
    return parked;
}

void ZnodeConnection::Private::resume(std::unique_ptr<ParkedSession> session)
{
    dropHandle();
    auto &parked = static_cast<ParkedHandle &>(*session); // park() makes no others
    const bool readOnlyChanges = m_target.readOnly != parked.target().readOnly;
    m_target = parked.target();
    m_zxid = parked.zxid();
    m_connectedOnce = true;
    m_renewal = Renewal::No;
    m_established = false;
    m_signingIn = 0;
    m_lostSince = m_clock.monotonic();
    m_stages.restart(ConnectStage::Name);
    ++m_generation;
    m_state = State::Connecting;
    m_handle = parked.release();
    listenTo(m_handle);
    m_calls.attach(m_handle, parked.paths());
    watchHandshake();
    probe();
    Q_EMIT q->generationChanged(m_generation);
    announceLater(readOnlyChanges, true);
}

} // namespace zoodock
