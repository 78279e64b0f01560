// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoolink.h"

#include <QtCore/QLoggingCategory>

#include <zookeeper/zookeeper.h>

#include <cerrno>
#include <system_error>
#include <thread>
#include <utility>

namespace zoodock
{

namespace
{

Q_LOGGING_CATEGORY(zooLog, "zoodock.zookeeper", QtWarningMsg)

/// The C client calls everything from "connecting to …" to "server refused" by its own levels; for us it is
/// all detail.
void onLog(const char *message)
{
    qCDebug(zooLog).noquote() << message;
}

ZooHandle::SessionState stateOf(int state)
{
    using State = ZooHandle::SessionState;
    // Not constants in zookeeper.h, so no switch.
    if (state == ZOO_CONNECTED_STATE)
        return State::Connected;
    if (state == ZOO_READONLY_STATE)
        return State::ConnectedReadOnly;
    if (state == ZOO_EXPIRED_SESSION_STATE)
        return State::Expired;
    if (state == ZOO_AUTH_FAILED_STATE)
        return State::AuthFailed;
    return State::Connecting;
}

/// Comes on the C client's completion thread.
void onSession(zhandle_t *handle, int type, int state, const char *, void *context)
{
    if (type != ZOO_SESSION_EVENT)
        return;
    ZooLetter letter;
    letter.kind = ZooLetter::Kind::State;
    letter.state = stateOf(state);
    letter.sessionId = zoo_client_id(handle)->client_id;
    letter.timeout = zoo_recv_timeout(handle);
    if (const char *const server = zoo_get_current_server(handle))
        letter.bytes = QByteArray(server);
    static_cast<ZooLink *>(context)->post(std::move(letter));
}

/// Not joined: it ends by itself within seconds, and nobody may wait for it.
template <typename Work>
void runDetached(Work work)
{
    try {
        std::thread(work).detach();
    } catch (const std::system_error &) {
        work(); // out of threads: late is better than never
    }
}

} // namespace

ZooLink::ZooLink(Mailbox<ZooLetter> *mailbox)
    : m_mailbox(mailbox)
{
}

void ZooLink::open(const QByteArray &servers, std::chrono::milliseconds sessionTimeout)
{
    runDetached(
        [self = shared_from_this(), servers, sessionTimeout] { self->initialise(servers, sessionTimeout); });
}

void ZooLink::initialise(const QByteArray &servers, std::chrono::milliseconds sessionTimeout)
{
    errno = 0;
    zhandle_t *const handle =
        zookeeper_init2(servers.constData(), onSession, static_cast<int>(sessionTimeout.count()), nullptr,
                        this, ZOO_READONLY, onLog);
    // Otherwise it looks the names up before every single wait for the network, not after a loss alone.
    if (handle)
        zoo_set_servers_resolution_delay(handle, -1);
    ZooLetter letter;
    letter.kind = handle ? ZooLetter::Kind::Opened : ZooLetter::Kind::OpenFailed;
    letter.code = handle ? 0 : errno;
    {
        const std::lock_guard lock(m_mutex);
        if (m_mailbox) {
            m_handle = handle;
            m_mailbox->post(std::move(letter));
            return;
        }
    }
    // cut() came first. shared_from_this of the caller keeps this alive meanwhile.
    if (handle)
        zookeeper_close(handle);
}

void ZooLink::cut()
{
    zhandle_t *handle = nullptr;
    {
        const std::lock_guard lock(m_mutex);
        m_mailbox = nullptr;
        handle = std::exchange(m_handle, nullptr);
    }
    if (handle)
        runDetached([self = shared_from_this(), handle] { zookeeper_close(handle); });
}

void ZooLink::post(ZooLetter letter)
{
    const std::lock_guard lock(m_mutex);
    if (m_mailbox)
        m_mailbox->post(std::move(letter));
}

ZooLink::AuthTicket *ZooLink::authTicket(quint64 request)
{
    return &m_authTickets.emplace_back(AuthTicket{this, request});
}

_zhandle *ZooLink::handle()
{
    const std::lock_guard lock(m_mutex);
    return m_handle;
}

} // namespace zoodock
