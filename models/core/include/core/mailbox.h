// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

#include <functional>
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
    /// Emitted from any thread, connected queued, without arguments: the payload never travels through Qt's event
    /// queue (TSan then needs no instrumented Qt).
    void rung();
};

/// The one way from foreign threads (the ZooKeeper C client's) to ours. post() may be called from any thread; the
/// handler runs in the thread that made the mailbox, from its event loop, in the order of posting. After the mailbox is
/// destroyed no handler runs; whoever posts must have stopped by then (close the C handle first).
template<typename T>
class Mailbox
{
public:
    /// `context` owns the connection: with it gone nothing is delivered.
    Mailbox(QObject *context, std::function<void(T)> handler)
        : m_handler(std::move(handler))
    {
        QObject::connect(&m_bell, &MailboxBell::rung, context, [this] { deliver(); }, Qt::QueuedConnection);
    }
    Mailbox(const Mailbox &) = delete;
    Mailbox &operator=(const Mailbox &) = delete;

    void post(T letter)
    {
        bool wasEmpty = false;
        {
            const std::lock_guard lock(m_mutex);
            wasEmpty = m_letters.empty();
            m_letters.push_back(std::move(letter));
        }
        if (wasEmpty)
            Q_EMIT m_bell.rung();
    }

private:
    void deliver()
    {
        std::vector<T> letters;
        {
            const std::lock_guard lock(m_mutex);
            letters.swap(m_letters);
        }
        for (T &letter : letters)
            m_handler(std::move(letter));
    }

    MailboxBell m_bell;
    std::mutex m_mutex;
    std::vector<T> m_letters;
    std::function<void(T)> m_handler;
};

} // namespace zoodock
