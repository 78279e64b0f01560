// SPDX-License-Identifier: GPL-3.0-or-later
//
// A Mailbox without its mutex. ThreadSanitizer has to report it, here, inside a test function: see
// tsan.planted_race.
#include "core/mailbox.h"

#include <QtTest/QTest>

#include <atomic>
#include <thread>

namespace
{

class UnlockedMailbox : public QObject
{
public:
    UnlockedMailbox()
    {
        connect(
            &m_bell, &zoodock::MailboxBell::rung, this, [this] { deliver(); }, Qt::QueuedConnection);
    }

    void post(int letter)
    {
        m_letters.push_back(letter);
        Q_EMIT m_bell.rung();
    }
    [[nodiscard]] int delivered() const { return m_delivered.load(std::memory_order_relaxed); }

private:
    void deliver()
    {
        std::vector<int> letters;
        letters.swap(m_letters);
        // Relaxed: an order in time, but none that would excuse the poster's next access.
        m_delivered.fetch_add(static_cast<int>(letters.size()), std::memory_order_relaxed);
    }

    zoodock::MailboxBell m_bell;
    std::vector<int> m_letters;
    std::atomic<int> m_delivered{0};
};

} // namespace

class PlantedRace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReported()
    {
        UnlockedMailbox mailbox;
        std::thread poster([&mailbox] {
            mailbox.post(1);
            while (mailbox.delivered() < 1)
                std::this_thread::yield();
            mailbox.post(2);
        });
        QTRY_COMPARE(mailbox.delivered(), 2);
        poster.join();
    }
};

QTEST_GUILESS_MAIN(PlantedRace)
#include "tsan_planted_race.moc"
