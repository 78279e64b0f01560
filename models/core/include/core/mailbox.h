// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QPointer>

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace zoodock
{

/// The waking half of a Mailbox. Internal; moc needs a non-template class.
class MailboxBell : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    /// Emitted from any thread, connected queued, without arguments: the payload never travels through Qt's
    /// event queue (TSan then needs no instrumented Qt).
    void rung();
};

/// The one way from foreign threads (the ZooKeeper C client's) to ours. post() may be called from any thread;
/// the handler runs in the thread that made the mailbox (and the context), from its event loop, in the order
/// of posting. After the mailbox is destroyed no handler runs, and a handler may destroy it; whoever posts
/// must have stopped by then (close the C handle first).
template <typename T>
class Mailbox
{
public:
    /// With `context` gone nothing is delivered.
    Mailbox(QObject *context, std::function<void(T)> handler)
        : m_context(context)
        , m_handler(std::make_shared<Handler>(std::move(handler)))
    {
        // The bell is its own receiver: with it go the calls that are queued already, which a dead sender's
        // would not.
        QObject::connect(
            &m_bell, &MailboxBell::rung, &m_bell, [this] { deliver(); }, Qt::QueuedConnection);
    }
    Mailbox(const Mailbox &) = delete;
    Mailbox &operator=(const Mailbox &) = delete;

    /// Waits for the end of a post() under way, and is after it for ThreadSanitizer, too.
    ~Mailbox() { const std::lock_guard lock(m_mutex); }

    void post(T letter)
    {
        // Rung under the lock: who delivers, or destroys the mailbox, takes it, and deletes the event of this
        // ring.
        const std::lock_guard lock(m_mutex);
        const bool wasEmpty = m_letters.empty();
        m_letters.push_back(std::move(letter));
        if (wasEmpty)
            Q_EMIT m_bell.rung();
    }

private:
    using Handler = std::function<void(T)>;

    void deliver()
    {
        std::vector<T> letters;
        {
            const std::lock_guard lock(m_mutex);
            letters.swap(m_letters);
        }
        // A handler may destroy the mailbox or the context; what is still undelivered then is dropped.
        const std::weak_ptr<Handler> alive = m_handler;
        const QPointer<QObject> context = m_context;
        for (T &letter : letters) {
            const std::shared_ptr<Handler> handler = alive.lock();
            if (!handler || !context)
                return;
            (*handler)(std::move(letter));
        }
    }

    MailboxBell m_bell;
    std::mutex m_mutex;
    std::vector<T> m_letters;
    QPointer<QObject> m_context;
    std::shared_ptr<Handler> m_handler;
};

} // namespace zoodock
