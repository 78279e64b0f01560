// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/elsewhere.h"

#include "fakes/patience.h"

#include <QtTest/QTest>

using namespace zoodock;

class TestElsewhere : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bringsTheResult();
    void isForgottenAtOnce();
    void isWaitedForWhereItWrites();
    void isToldToStop();

private:
    static void waitFor(const std::atomic_bool &flag)
    {
        while (!flag)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
};

void TestElsewhere::bringsTheResult()
{
    std::optional<int> found;
    const auto here = std::this_thread::get_id();
    std::atomic_bool another = false;
    Elsewhere<int> elsewhere(this, [&](int result) { found = result; });
    elsewhere.run([&another, here] {
        another = std::this_thread::get_id() != here;
        return 7;
    });
    QTRY_COMPARE(found, 7);
    QVERIFY(another);
}

void TestElsewhere::isForgottenAtOnce()
{
    struct Fate
    {
        std::atomic_bool mayEnd = false;
        std::atomic_bool ended = false;
    };
    const auto fate = std::make_shared<Fate>();
    {
        Elsewhere<int> elsewhere(this, [](int) { QFAIL("nobody listens any more"); });
        elsewhere.run([fate] {
            waitFor(fate->mayEnd);
            fate->ended = true;
            return 1;
        });
    } // does not wait
    QVERIFY(!fate->ended);
    fate->mayEnd = true;
    QTRY_VERIFY(fate->ended);
    QTest::qWait(10);
}

void TestElsewhere::isWaitedForWhereItWrites()
{
    bool cleanedUp = false; // of this thread: only after a join may it be read
    {
        Elsewhere<int> elsewhere(this, [](int) { QFAIL("nobody listens any more"); });
        elsewhere.runToItsEnd([&cleanedUp](const std::atomic_bool &stopped) {
            waitFor(stopped);
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            cleanedUp = true;
            return 1;
        });
    }
    QVERIFY(cleanedUp);
}

void TestElsewhere::isToldToStop()
{
    std::optional<int> found;
    Elsewhere<int> elsewhere(this, [&](int result) { found = result; });
    elsewhere.runToItsEnd([](const std::atomic_bool &stopped) {
        waitFor(stopped);
        return 3;
    });
    QTest::qWait(20);
    QVERIFY(!found);
    elsewhere.stop();
    QTRY_COMPARE(found, 3);
}

QTEST_GUILESS_MAIN(TestElsewhere)
#include "tst_elsewhere.moc"
