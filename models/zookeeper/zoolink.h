// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mailbox.h"
#include "zookeeper/zoohandle.h"

#include <chrono>
#include <memory>
#include <mutex>

struct _zhandle;

namespace zoodock
{

/// What one of the C client's threads has to tell, turned into values there.
struct ZooLetter
{
    enum class Kind { Opened, OpenFailed, State, Reply };
    Kind kind = Kind::State;
    ZooHandle::SessionState state = ZooHandle::SessionState::Connecting;
    qint64 sessionId = 0;
    quint64 request = 0;
    int code = 0; ///< of the C client; errno in OpenFailed
    QByteArray bytes;
    QStringList names;
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

    /// Null before Opened and after cut(). Only cut() ends its life, which is called by the same thread.
    [[nodiscard]] _zhandle *handle();

private:
    void initialise(const QByteArray &servers, std::chrono::milliseconds sessionTimeout);

    std::mutex m_mutex;
    Mailbox<ZooLetter> *m_mailbox;
    _zhandle *m_handle = nullptr;
};

} // namespace zoodock
