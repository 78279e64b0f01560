// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoolink.h"
#include "zookeeper/zooerrors.h"

#include <QtCore/QHash>
#include <QtCore/QPointer>
#include <QtCore/QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace zoodock
{

/// What a ZooHandle keeps of a request while it is on its way.
struct ZooCall
{
    QPointer<QObject> context; ///< gone: nobody waits any more
    const char *verb = "";     ///< "create", for the detail of errors
    QString path;
    /// One zoo_a… call; its code. The ticket is deleted by the callback, or by us where the call is refused.
    std::function<int(_zhandle *handle, ZooLink::Ticket *ticket)> send;
    /// Called for every answer with `keepsCode`, otherwise for code 0 alone.
    std::function<void(ZooLetter &reply)> settle;
    std::function<void(const Error &error)> fail;
    bool keepsCode = false;
    ZooPurpose purpose = ZooPurpose::Change;
    std::optional<std::chrono::steady_clock::time_point> deadline;

    [[nodiscard]] QString what() const { return QString::fromLatin1(verb) + u' ' + path; }
    [[nodiscard]] Error error(int code) const { return zooError(code, what(), purpose); }
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
    [[nodiscard]] qsizetype pending() const { return m_calls.size(); }
    void abandon();
    /// What is on its way ends with ConnectionLost.
    void forgetAll();
    [[nodiscard]] std::chrono::milliseconds deadline() const;

    QString m_servers;
    std::chrono::milliseconds m_sessionTimeout{0};
    ZooHandle::SessionState m_state = ZooHandle::SessionState::Idle;
    qint64 m_sessionId = 0;
    QString m_server;
    std::shared_ptr<ZooLink> m_link;

private:
    void onLetter(ZooLetter &letter);
    void onOpened();
    void onState(const ZooLetter &letter);
    void onReply(ZooLetter &letter);
    void setState(ZooHandle::SessionState state);
    void send(quint64 request);
    void sweep();
    void failLater(const ZooCall &call, const Error &error) const;
    [[nodiscard]] Error closedError(const ZooCall &call) const;

    ZooHandle *m_handle;
    std::unique_ptr<Mailbox<ZooLetter>> m_mailbox;
    QHash<quint64, ZooCall> m_calls;
    QTimer m_sweep; ///< runs while calls with a deadline are on their way
    quint64 m_lastRequest = 0;
    int m_openError = 0; ///< errno of zookeeper_init()
    bool m_opened = false;
    bool m_abandoned = false;
};

/// One asynchronous call of the C client, as an operation.
template <typename T>
class ZooRequest final : public ValueOperation<T>
{
public:
    /// `handle` outlives its private part by nothing: the two are one object.
    ZooRequest(ZooHandle *handle, ZooHandlePrivate *d, ZooCall call, std::function<T(ZooLetter &reply)> read,
               QObject *parent)
        : ValueOperation<T>(parent)
        , m_handle(handle)
        , m_d(d)
        , m_call(std::move(call))
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
    ZooCall m_call;
    std::function<T(ZooLetter &reply)> m_read;
    quint64 m_number = 0;
};

} // namespace zoodock
