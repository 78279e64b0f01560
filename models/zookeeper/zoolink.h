// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mailbox.h"
#include "zookeeper/zoohandle.h"

#include <chrono>
#include <deque>
#include <memory>
#include <mutex>

struct _zhandle;

namespace zoodock
{

/// What one of the C client's threads has to tell, turned into values there.
struct ZooLetter
{
    enum class Kind { Opened, OpenFailed, State, Watch, Reply };
    Kind kind = Kind::State;
    // State
    ZooHandle::SessionState state = ZooHandle::SessionState::Connecting;
    qint64 sessionId = 0;
    int timeout = 0; ///< ms
    // Watch
    ZooEvent event = ZooEvent::Changed;
    // Reply
    quint64 request = 0;
    int code = 0;     ///< of the C client; errno in OpenFailed
    QByteArray bytes; ///< a value, a path, a server's address
    ZooStat stat;
    NameList names;
    QList<ZooAclEntry> acl;
    QList<ZooOpResult> results;
};

/// Owns the C client's handle, and is what its callbacks know. Outlives the ZooHandle until zookeeper_close()
/// has returned, since callbacks come until then.
class ZooLink : public std::enable_shared_from_this<ZooLink>
{
public:
    /// What a callback of the C client gets; it deletes it.
    struct Ticket
    {
        std::shared_ptr<ZooLink> link;
        quint64 request;
        /// A multi's results, which the C client fills in.
        std::shared_ptr<void> room;
    };
    /// The same for add_auth, whose callback does not come when the handle is closed before: the link owns
    /// it.
    struct AuthTicket
    {
        ZooLink *link;
        quint64 request;
    };

    explicit ZooLink(Mailbox<ZooLetter> *mailbox);
    ZooLink(const ZooLink &) = delete;
    ZooLink &operator=(const ZooLink &) = delete;

    /// Runs zookeeper_init() on a thread of its own (it resolves names); Opened or OpenFailed is posted.
    void open(const QByteArray &servers, std::chrono::milliseconds sessionTimeout);
    /// From the owner's thread: no letter comes any more, the mailbox may go. zookeeper_close() runs on a
    /// thread of its own (it may wait seconds).
    void cut();
    /// From any thread.
    void post(ZooLetter letter);
    /// From the owner's thread.
    AuthTicket *authTicket(quint64 request);

    /// Null before Opened and after cut(). Only cut() ends its life, which is called by the same thread.
    [[nodiscard]] _zhandle *handle();

private:
    void initialise(const QByteArray &servers, std::chrono::milliseconds sessionTimeout);

    std::mutex m_mutex;
    Mailbox<ZooLetter> *m_mailbox;
    _zhandle *m_handle = nullptr;
    std::deque<AuthTicket> m_authTickets; ///< addresses stay
};

} // namespace zoodock
