// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailbox.h"

#include "fakes/patience.h"

#include <QtCore/QThread>
#include <QtTest/QTest>

#include <optional>
#include <string>
#include <thread>

using namespace zoodock;

class TestMailbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversFromTheLoopInOrder();
    void deliversFromSeveralThreads();
    void movesLetters();
    void lettersPostedByTheHandlerArrive();
    void aGoneContextGetsNothing();
    void aGoneMailboxDeliversNothing();
    void theHandlerMayDestroyTheMailbox();
    void theHandlerMayDestroyTheContext();
};

void TestMailbox::deliversFromTheLoopInOrder()
{
    QList<int> received;
    Mailbox<int> mailbox(this, [&](int letter) { received += letter; });
    for (int i = 0; i < 5; ++i)
        mailbox.post(i);
    QVERIFY(received.isEmpty());
    QTRY_COMPARE(received, (QList<int>{0, 1, 2, 3, 4}));
}

void TestMailbox::deliversFromSeveralThreads()
{
    struct Letter
    {
        int thread;
        int number;
        std::string text;
    };
    constexpr int threads = 4;
    constexpr int letters = 5000;
    std::array<int, threads> next{};
    bool inOrder = true;
    bool here = true;
    Mailbox<Letter> mailbox(this, [&](const Letter &letter) {
        inOrder = inOrder && letter.number == next.at(static_cast<size_t>(letter.thread))++ &&
                  letter.text == std::to_string(letter.number);
        here = here && QThread::currentThread() == thread();
    });
    std::vector<std::thread> posters;
    for (int t = 0; t < threads; ++t) {
        posters.emplace_back([&mailbox, t] {
            for (int i = 0; i < letters; ++i)
                mailbox.post({t, i, std::to_string(i)});
        });
    }
    const std::array<int, threads> all{letters, letters, letters, letters};
    QTRY_VERIFY_WITH_TIMEOUT(next == all, 60'000);
    for (std::thread &poster : posters)
        poster.join();
    QVERIFY(inOrder);
    QVERIFY(here);
    QTest::qWait(10);
    QVERIFY(next == all);
}

void TestMailbox::movesLetters()
{
    std::unique_ptr<int> received;
    Mailbox<std::unique_ptr<int>> mailbox(this,
                                          [&](std::unique_ptr<int> letter) { received = std::move(letter); });
    mailbox.post(std::make_unique<int>(7));
    QTRY_VERIFY(received);
    QCOMPARE(*received, 7);
}

void TestMailbox::lettersPostedByTheHandlerArrive()
{
    QList<int> received;
    std::optional<Mailbox<int>> mailbox;
    mailbox.emplace(this, [&](int letter) {
        received += letter;
        if (letter < 3)
            mailbox->post(letter + 1);
    });
    mailbox->post(0);
    QTRY_COMPARE(received, (QList<int>{0, 1, 2, 3}));
}

void TestMailbox::aGoneContextGetsNothing()
{
    int received = 0;
    auto context = std::make_unique<QObject>();
    Mailbox<int> mailbox(context.get(), [&](int) { ++received; });
    mailbox.post(1);
    context.reset();
    mailbox.post(2);
    QTest::qWait(20);
    QCOMPARE(received, 0);
}

void TestMailbox::aGoneMailboxDeliversNothing()
{
    int received = 0;
    {
        Mailbox<int> mailbox(this, [&](int) { ++received; });
        mailbox.post(1);
    }
    QTest::qWait(20);
    QCOMPARE(received, 0);
}

void TestMailbox::theHandlerMayDestroyTheMailbox()
{
    QList<int> received;
    std::optional<Mailbox<int>> mailbox;
    mailbox.emplace(this, [&](int letter) {
        mailbox.reset();
        received += letter;
    });
    mailbox->post(1);
    mailbox->post(2);
    QTRY_VERIFY(!mailbox);
    QTest::qWait(10);
    QCOMPARE(received, QList<int>{1});
}

void TestMailbox::theHandlerMayDestroyTheContext()
{
    QList<int> received;
    auto context = std::make_unique<QObject>();
    Mailbox<int> mailbox(context.get(), [&](int letter) {
        received += letter;
        context.reset();
    });
    mailbox.post(1);
    mailbox.post(2);
    QTRY_VERIFY(!context);
    QTest::qWait(10);
    QCOMPARE(received, QList<int>{1});
}

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
