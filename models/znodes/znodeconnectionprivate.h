// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectstages.h"
#include "znodecalls.h"
#include "znodes/znodeconnection.h"
#include "zookeeper/connectprobe.h"
#include "zookeeper/zoohandle.h"

#include <QtCore/QTimer>

namespace zoodock
{

class ZnodeConnection::Private
{
public:
    Private(ZnodeConnection *connection, const Clock &clock);
    ~Private();
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    void open(const ZnodeTarget &target);
    void close();
    [[nodiscard]] std::unique_ptr<ParkedSession> park();
    void resume(std::unique_ptr<ParkedSession> session);
    void addCredential(const ZnodeCredential &credential);
    /// A zxid that a server told; the largest one says whether a cluster's history began anew.
    void noteZxid(qint64 zxid) { m_zxid = std::max(m_zxid, zxid); }

    ZnodeConnection *q;
    const Clock &m_clock;
    ZnodeTarget m_target;
    State m_state = State::Closed;
    quint64 m_generation = 0;
    ConnectStages m_stages;
    ZooHandle *m_handle = nullptr;
    ZnodeCalls m_calls;

private:
    enum class Renewal { No, Expired, Wiped };

    void newHandle();
    void listenTo(ZooHandle *handle);
    /// Of what open(), close() and resume() did; never from within them.
    void announceLater(bool readOnlyChanges, bool resumes = false);
    void dropHandle();
    void renew(Renewal why);
    void setState(State state);
    void tell(bool changed);
    void signIn(const ZnodeCredential &credential);
    void onSignedIn(const Result<bool> &outcome);
    void onSession(ZooHandle::SessionState state);
    void onEstablished();
    void onLost();
    void ready();
    void probe();
    void scheduleProbe();
    void onNamesKnown(std::chrono::milliseconds took, const QString &detail);
    void onProbeFailed(ConnectStage stage, const Error &error, std::chrono::milliseconds took);
    /// Of a session that is not taken up again. Who was away for too long is told so by the server at once.
    /// But a server closes the connection of a client that has seen a later transaction than itself, without
    /// a word, and the C client tries for ever. That is so after a cluster was made anew. A leader with an
    /// older history than ours (noteZxid()) shows it at once. The client, however, counts every answer,
    /// pings too, does not tell what it counts, and so may have seen more than we know of: where the new
    /// history has just passed ours and not yet the client's, or only a follower answers, or "srvr" is
    /// switched off, nothing but time tells it from a server that is slow. Twice the session's time-out and 3
    /// s are longer than a server may keep it (23 s with 10 s); nobody's ephemeral znodes are given up early.
    void onAnswered(const QString &address, const Result<SrvrReply> &reply);
    /// Of several servers those that could not be reached; Handshake: that were, and said nothing.
    [[nodiscard]] ConnectStages::Failures failures(ConnectStage stage) const;
    void sayRenewal(bool wiped);
    void checkHistory();

    ConnectProbe *m_probe = nullptr;
    /// The C client does not tell when a server takes the connection: it is looked at while it connects, so
    /// that what it tried in vain before is not taken for the handshake.
    void lookAtHandshake();
    void watchHandshake();

    QTimer m_retry;
    QTimer m_handshakeLook;
    std::chrono::milliseconds m_handshakeSince{0}; ///< at the latest
    bool m_inHandshake = false;
    int m_signingIn = 0;
    bool m_connectedOnce = false;
    bool m_established = false; ///< the session stands; signing in may still be on its way
    Renewal m_renewal = Renewal::No;
    qint64 m_zxid = 0;
    std::chrono::milliseconds m_lostSince{0};
};

} // namespace zoodock
