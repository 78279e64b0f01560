// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodeconnectionprivate.h"

#include "zookeeper/fourletterclient.h"

#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

ZnodeConnection::Private::Private(ZnodeConnection *connection, const Clock &clock)
    : q(connection)
    , m_clock(clock)
    , m_stages(clock)
    , m_calls(connection)
    , m_retry(nullptr)
{
    m_retry.setSingleShot(true);
    QObject::connect(&m_retry, &QTimer::timeout, q, [this] { probe(); });
    QObject::connect(&m_handshakeLook, &QTimer::timeout, q, [this] { lookAtHandshake(); });
}

ZnodeConnection::Private::~Private()
{
    delete m_probe;
    delete m_handle;
}

void ZnodeConnection::Private::open(const ZnodeTarget &target)
{
    dropHandle();
    const bool readOnlyChanges = m_target.readOnly != target.readOnly;
    m_target = target;
    m_zxid = 0;
    m_connectedOnce = false;
    m_renewal = Renewal::No;
    m_stages.restart(ConnectStage::Name);
    ++m_generation;
    m_state = State::Connecting;
    newHandle();
    probe();
    Q_EMIT q->generationChanged(m_generation);
    announceLater(readOnlyChanges);
}

void ZnodeConnection::Private::announceLater(bool readOnlyChanges, bool resumes)
{
    const auto announce = [this, readOnlyChanges, resumes, generation = m_generation] {
        if (generation != m_generation)
            return;
        if (readOnlyChanges)
            Q_EMIT q->readOnlyChanged(m_target.readOnly);
        Q_EMIT q->stateChanged(m_state);
        Q_EMIT q->stagesChanged();
        if (resumes && generation == m_generation)
            onSession(m_handle->state());
    };
    QMetaObject::invokeMethod(q, announce, Qt::QueuedConnection);
}

void ZnodeConnection::Private::close()
{
    if (m_state == State::Closed)
        return;
    dropHandle();
    m_retry.stop();
    delete std::exchange(m_probe, nullptr);
    m_stages.clear();
    m_state = State::Closed;
    ++m_generation;
    Q_EMIT q->generationChanged(m_generation);
    announceLater(false);
}

void ZnodeConnection::Private::newHandle()
{
    const bool hasChroot = m_target.chroot.size() > 1;
    m_handle = new ZooHandle(hasChroot ? m_target.servers + m_target.chroot : m_target.servers,
                             m_target.sessionTimeout, nullptr);
    listenTo(m_handle);
    m_calls.attach(m_handle);
    m_established = false;
    m_signingIn = 0;
    m_lostSince = m_clock.monotonic();
    m_handle->open();
    watchHandshake();
    // First in the queue, so that everything later is asked with these rights.
    for (const ZnodeCredential &credential : std::as_const(m_target.credentials))
        signIn(credential);
}

void ZnodeConnection::Private::listenTo(ZooHandle *handle)
{
    QObject::connect(handle, &ZooHandle::stateChanged, q,
                     [this](ZooHandle::SessionState state) { onSession(state); });
}

/// Its session is closed in the background. Not at once: this may be called from one of its signals.
void ZnodeConnection::Private::dropHandle()
{
    m_handshakeLook.stop();
    m_calls.attach(nullptr);
    if (ZooHandle *const handle = std::exchange(m_handle, nullptr)) {
        handle->disconnect(q);
        handle->abandon(); // an answer that lies in the queue already is late, too
        handle->deleteLater();
    }
}

void ZnodeConnection::Private::addCredential(const ZnodeCredential &credential)
{
    if (!m_target.credentials.contains(credential))
        m_target.credentials.append(credential);
    if (!m_handle)
        return;
    if (m_established)
        m_stages.restart(ConnectStage::Auth);
    signIn(credential);
    QMetaObject::invokeMethod(q, &ZnodeConnection::stagesChanged, Qt::QueuedConnection);
}

void ZnodeConnection::Private::signIn(const ZnodeCredential &credential)
{
    ++m_signingIn;
    m_handle->addAuth(credential.scheme.toUtf8(), credential.secret,
                      {m_handle, [this, handle = m_handle](const Result<bool> &outcome) {
                           if (handle == m_handle) // not of one that was left meanwhile
                               onSignedIn(outcome);
                       }});
}

void ZnodeConnection::Private::onSignedIn(const Result<bool> &outcome)
{
    --m_signingIn;
    if (!outcome && outcome.error().kind() == ErrorKind::NoAuth)
        tell(m_stages.fail(ConnectStage::Auth, outcome.error()));
    else if (m_signingIn == 0 && m_established)
        ready();
}

void ZnodeConnection::Private::onSession(ZooHandle::SessionState state)
{
    using Session = ZooHandle::SessionState;
    switch (state) {
    case Session::Idle:
        return;
    case Session::Connecting:
        onLost();
        return;
    case Session::Connected:
    case Session::ConnectedReadOnly:
        onEstablished();
        return;
    case Session::Expired:
        renew(Renewal::Expired);
        return;
    case Session::AuthFailed:
        // Final for this handle. The stage says so already, or does now; open() tries again.
        setState(m_connectedOnce ? State::Broken : State::Connecting);
        tell(
            m_stages.fail(ConnectStage::Auth,
                          Error(ErrorKind::NoAuth,
                                tr("ZooKeeper refused the credentials. Correct them, then connect again."))));
        return;
    case Session::Closed:
        // No name could be resolved. The probe says so; once it finds a name, there is a new handle.
        scheduleProbe();
        return;
    }
}

void ZnodeConnection::Private::onEstablished()
{
    m_handshakeLook.stop();
    m_established = true;
    m_stages.done(ConnectStage::Handshake, m_handle->server(), m_clock.monotonic() - m_handshakeSince);
    m_stages.done(
        ConnectStage::Session,
        u"%1, %2 ms"_s.arg("0x"_L1 + QString::number(static_cast<quint64>(m_handle->sessionId()), 16))
            .arg(m_handle->sessionTimeout().count()));
    probe();
    tell(true);
    if (m_signingIn == 0)
        ready();
}

void ZnodeConnection::Private::ready()
{
    tell(m_stages.done(ConnectStage::Auth, QString::number(m_target.credentials.size())));
    m_connectedOnce = true;
    if (m_renewal != Renewal::No)
        checkHistory();
    setState(State::Connected);
}

void ZnodeConnection::Private::onLost()
{
    if (!m_established)
        return;
    m_established = false;
    m_lostSince = m_clock.monotonic();
    m_stages.restart(ConnectStage::Tcp);
    watchHandshake();
    setState(State::Broken);
    tell(true);
    probe();
}

/// The old session is gone for good: another one.
void ZnodeConnection::Private::renew(Renewal why)
{
    dropHandle();
    // A session that never stood has nothing to say about.
    m_renewal = m_connectedOnce ? why : Renewal::No;
    ++m_generation;
    m_stages.restart(ConnectStage::Handshake);
    newHandle();
    setState(m_connectedOnce ? State::Broken : State::Connecting);
    Q_EMIT q->generationChanged(m_generation);
    tell(true);
    scheduleProbe();
}

void ZnodeConnection::Private::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT q->stateChanged(state);
}

void ZnodeConnection::Private::tell(bool changed)
{
    if (changed)
        Q_EMIT q->stagesChanged();
}

/// After a new session: was it the session alone, or is this another history? The server that we talk to is
/// asked once it has caught up with its leader.
void ZnodeConnection::Private::checkHistory()
{
    if (std::exchange(m_renewal, Renewal::No) == Renewal::Wiped) {
        sayRenewal(true);
        return;
    }
    m_handle->sync(u"/"_s, {m_handle, [this, handle = m_handle](const Result<bool> &) {
                                if (handle != m_handle)
                                    return;
                                const QString server = m_handle->server();
                                const qsizetype colon = server.lastIndexOf(u':');
                                QString host = server.left(colon);
                                host.remove(u'[').remove(u']');
                                auto *const request = new FourLetterRequest(
                                    host, server.mid(colon + 1).toUShort(), "srvr", m_handle);
                                QObject::connect(request, &Operation::finished, q, [this, request] {
                                    request->deleteLater();
                                    const auto reply = request->succeeded()
                                                           ? parseSrvr(request->value())
                                                           : Result<SrvrReply>(failure(request->error()));
                                    sayRenewal(reply && static_cast<qint64>(reply->zxid) < m_zxid);
                                });
                                request->start();
                            }});
}

void ZnodeConnection::Private::sayRenewal(bool wiped)
{
    if (wiped) {
        m_zxid = 0;
        Q_EMIT q->madeAnew();
        Q_EMIT q->said(tr("The cluster was made anew: its history began again. Everything was read again."));
        return;
    }
    Q_EMIT q->said(tr("The session had expired, since the connection was away for too long. A new session "
                      "stands, and everything was read again. Ephemeral znodes of the old one are gone."));
}

} // namespace zoodock
