// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mailbox.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

namespace zoodock
{

/// Work in a thread of its own, its result back through a Mailbox: the handler runs in the thread that made
/// this, while `context` lives. After this is destroyed no handler runs; work under way goes on to its end
/// and is forgotten, so it holds by itself whatever it needs. What must not be cut off in the middle by the
/// end of the program, such as writing a file, is run to its end: it is told to stop, and waited for.
template <typename T>
class Elsewhere
{
public:
    Elsewhere(QObject *context, std::function<void(T)> handler)
        : m_mailbox(context, std::move(handler))
        , m_desk(std::make_shared<Desk>())
    {
        m_desk->mailbox = &m_mailbox;
    }
    ~Elsewhere()
    {
        stop();
        if (m_awaited.joinable())
            m_awaited.join();
        const std::lock_guard lock(m_desk->mutex);
        m_desk->mailbox = nullptr;
    }
    Elsewhere(const Elsewhere &) = delete;
    Elsewhere &operator=(const Elsewhere &) = delete;

    void run(std::function<T()> work) { start(std::move(work)).detach(); }
    /// Once. `work` looks at `stopped` every few milliseconds and then cleans up and ends; its result comes
    /// nevertheless.
    void runToItsEnd(std::function<T(const std::atomic_bool &stopped)> work)
    {
        m_awaited = start([desk = m_desk, work = std::move(work)] { return work(desk->stopped); });
    }
    void stop() { m_desk->stopped = true; }

private:
    struct Desk
    {
        std::mutex mutex;
        Mailbox<T> *mailbox = nullptr;
        std::atomic_bool stopped = false;
    };

    [[nodiscard]] std::thread start(std::function<T()> work)
    {
        return std::thread([desk = m_desk, work = std::move(work)] {
            T result = work();
            const std::lock_guard lock(desk->mutex);
            if (desk->mailbox)
                desk->mailbox->post(std::move(result));
        });
    }

    Mailbox<T> m_mailbox;
    std::thread m_awaited;
    std::shared_ptr<Desk> m_desk;
};

} // namespace zoodock
