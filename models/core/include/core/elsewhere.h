// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mailbox.h"

#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

namespace zoodock
{

/// Work in a thread of its own, its result back through a Mailbox: the handler runs in the thread that made
/// this, while `context` lives. After this is destroyed no handler runs; work under way goes on to its end
/// and is forgotten, so it holds by itself whatever it needs.
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
        const std::lock_guard lock(m_desk->mutex);
        m_desk->mailbox = nullptr;
    }
    Elsewhere(const Elsewhere &) = delete;
    Elsewhere &operator=(const Elsewhere &) = delete;

    void run(std::function<T()> work)
    {
        std::thread([desk = m_desk, work = std::move(work)] {
            T result = work();
            const std::lock_guard lock(desk->mutex);
            if (desk->mailbox)
                desk->mailbox->post(std::move(result));
        }).detach();
    }

private:
    struct Desk
    {
        std::mutex mutex;
        Mailbox<T> *mailbox = nullptr;
    };

    Mailbox<T> m_mailbox;
    std::shared_ptr<Desk> m_desk;
};

} // namespace zoodock
