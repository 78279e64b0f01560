// SPDX-License-Identifier: GPL-3.0-or-later
// While there is no session: who is asked why, and what that tells. And how long the way to it took.
#include "znodeconnectionprivate.h"

#include <utility>

namespace zoodock
{

using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::milliseconds retryInterval = 2s;
/// A server that accepted us and does not take the session within this is asked why.
constexpr std::chrono::milliseconds handshakePatience = 3s;
constexpr std::chrono::milliseconds handshakeLook = 20ms;

} // namespace

void ZnodeConnection::Private::scheduleProbe()
{
    m_retry.start(retryInterval);
}

void ZnodeConnection::Private::probe()
{
    m_retry.stop();
    delete std::exchange(m_probe, nullptr);
    // The C client may be through before a stage was seen.
    if (!m_handle || (m_established && m_stages.areMeasured()))
        return;
    m_probe = new ConnectProbe(m_target.servers, m_clock, q);
    QObject::connect(
        m_probe, &ConnectProbe::nameResolved, q,
        [this](std::chrono::milliseconds took, const QString &detail) { onNamesKnown(took, detail); });
    QObject::connect(m_probe, &ConnectProbe::nameFailed, q,
                     [this](const Error &error, std::chrono::milliseconds took) {
                         onProbeFailed(ConnectStage::Name, error, took);
                     });
    QObject::connect(m_probe, &ConnectProbe::accepted, q,
                     [this](const QString &address, std::chrono::milliseconds took) {
                         tell(m_stages.done(ConnectStage::Tcp, address, took, failures(ConnectStage::Tcp)));
                     });
    QObject::connect(m_probe, &ConnectProbe::unreachable, q,
                     [this](const Error &error, std::chrono::milliseconds took) {
                         onProbeFailed(ConnectStage::Tcp, error, took);
                     });
    QObject::connect(m_probe, &ConnectProbe::answered, q,
                     [this](const QString &address) { onAnswered(address, m_probe->reply()); });
    m_probe->start(m_established ? m_handle->server() : QString());
}

void ZnodeConnection::Private::onNamesKnown(std::chrono::milliseconds took, const QString &detail)
{
    if (m_handle->state() == ZooHandle::SessionState::Closed) {
        dropHandle(); // it gave up when no name was known
        newHandle();
    }
    tell(m_stages.done(ConnectStage::Name, detail, took));
}

void ZnodeConnection::Private::onProbeFailed(ConnectStage stage, const Error &error,
                                             std::chrono::milliseconds took)
{
    scheduleProbe();
    if (m_established)
        return; // the client got there
    if (m_stages.at(stage).state == ConnectStageReport::State::Done)
        m_stages.restart(stage); // it was reachable before
    tell(m_stages.fail(stage, error, failures(stage), took));
}

ConnectStages::Failures ZnodeConnection::Private::failures(ConnectStage stage) const
{
    ConnectStages::Failures failures;
    if (!m_target.servers.contains(u','))
        return failures;
    for (const ConnectProbe::Failure &one : m_probe->failures()) {
        if (one.accepted.has_value() == (stage == ConnectStage::Handshake))
            failures.append({one.address, one.took, one.error});
    }
    return failures;
}

void ZnodeConnection::Private::onAnswered(const QString &address, const Result<SrvrReply> &reply)
{
    if (m_established)
        return; // it was asked for the time alone
    scheduleProbe();
    const auto waiting = m_clock.monotonic() - m_lostSince;
    if (!reply && reply.error().kind() != ErrorKind::NotWhitelisted) {
        const ErrorKind kind = reply.error().kind();
        if (waiting > handshakePatience || kind == ErrorKind::NotServing || kind == ErrorKind::Timeout)
            tell(m_stages.fail(ConnectStage::Handshake, reply.error(), failures(ConnectStage::Handshake)));
        return;
    }
    // A server refuses a client that has seen a later transaction than itself, and the client tries for ever:
    // the cluster was made anew. A follower may merely lag, and one that says nothing may be slow: then time
    // decides.
    const bool leads = reply && (reply->mode == ServerMode::Leader || reply->mode == ServerMode::Standalone);
    const bool isBehind = reply && leads && static_cast<qint64>(reply->zxid) < m_zxid;
    const bool isLate = waiting > 2 * m_handle->sessionTimeout() + handshakePatience;
    if (isBehind || isLate) {
        renew(isBehind ? Renewal::Wiped : Renewal::Expired);
        return;
    }
    if (waiting > handshakePatience)
        tell(m_stages.fail(
            ConnectStage::Handshake,
            Error(ErrorKind::Timeout,
                  tr("The server answers, but does not take up the session yet. If that goes on, "
                     "look into its log."),
                  address),
            failures(ConnectStage::Handshake)));
}

void ZnodeConnection::Private::watchHandshake()
{
    m_inHandshake = false;
    m_handshakeSince = m_clock.monotonic();
    m_handshakeLook.start(handshakeLook);
}

void ZnodeConnection::Private::lookAtHandshake()
{
    const bool asks = m_handle && m_handle->isAskingForSession();
    if (!std::exchange(m_inHandshake, asks) || !asks)
        m_handshakeSince = m_clock.monotonic();
}

} // namespace zoodock
