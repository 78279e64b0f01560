// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoolink.h"

#include <QtCore/QHash>
#include <QtCore/QPointer>

#include <functional>
#include <optional>

namespace zoodock
{

/// What a ZooHandle keeps of a request while it is on its way.
struct ZooCall
{
    QPointer<Operation> request; ///< gone: nobody waits any more
    QString what;                ///< "create /a", for the detail of errors
    /// One zoo_a… call; its code. The ticket is deleted by the callback, or by us where the call is refused.
    std::function<int(_zhandle *handle, ZooLink::Ticket *ticket)> send;
    std::function<void(const ZooLetter &reply)> settle;
    std::function<void(const Error &error)> fail;
};

class ZooHandlePrivate
{
public:
    explicit ZooHandlePrivate(ZooHandle *handle);
    ~ZooHandlePrivate();
    ZooHandlePrivate(const ZooHandlePrivate &) = delete;
    ZooHandlePrivate &operator=(const ZooHandlePrivate &) = delete;

    /// Sends it, now or once the handle is there. The number is for forget().
    quint64 submit(ZooCall call);
    void forget(quint64 request) { m_calls.remove(request); }

    QString m_servers;
    std::chrono::milliseconds m_sessionTimeout{0};
    ZooHandle::SessionState m_state = ZooHandle::SessionState::Idle;
    qint64 m_sessionId = 0;
    std::shared_ptr<ZooLink> m_link;

private:
    void onLetter(const ZooLetter &letter);
    void onOpened();
    void onReply(const ZooLetter &letter);
    void setState(ZooHandle::SessionState state);
    void send(quint64 request);
    void failLater(const ZooCall &call, const Error &error) const;
    [[nodiscard]] Error closedError(const QString &what) const;

    ZooHandle *m_handle;
    std::unique_ptr<Mailbox<ZooLetter>> m_mailbox;
    QHash<quint64, ZooCall> m_calls;
    quint64 m_lastRequest = 0;
    int m_openError = 0; ///< errno of zookeeper_init()
    bool m_opened = false;
};

/// One asynchronous call of the C client, as an operation.
template <typename T>
class ZooRequest final : public ValueOperation<T>
{
public:
    using Send = std::function<int(_zhandle *handle, ZooLink::Ticket *ticket)>;
    using Read = std::function<T(const ZooLetter &reply)>;

    /// `handle` outlives its private part by nothing: the two are one object.
    ZooRequest(ZooHandle *handle, ZooHandlePrivate *d, QString what, Send send, Read read, QObject *parent)
        : ValueOperation<T>(parent)
        , m_handle(handle)
        , m_d(d)
        , m_what(std::move(what))
        , m_send(std::move(send))
        , m_read(std::move(read))
    {
    }
    ~ZooRequest() override
    {
        if (m_handle)
            m_d->forget(m_number);
    }

protected:
    void begin() override;

    void abort(const Error &why) override
    {
        if (m_handle)
            m_d->forget(m_number);
        this->fail(why);
    }

private:
    QPointer<ZooHandle> m_handle;
    ZooHandlePrivate *m_d;
    QString m_what;
    Send m_send;
    Read m_read;
    quint64 m_number = 0;
};

} // namespace zoodock
