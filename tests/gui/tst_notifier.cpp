// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stage.h"
#include "ui/notifier.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

using namespace zoodock;
using namespace zoodock::test;

/// When the desktop is told, and when not.
class TestNotifier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_told.clear();
        m_stage = std::make_unique<Stage>();
        m_stage->engine(EngineStatus::Reach::Answers);
        m_notifier = std::make_unique<Notifier>(m_stage->store, m_stage->settings);
        m_notifier->setPatience(50ms);
        connect(m_notifier.get(), &Notifier::wanted, this,
                [this](const QString &, const QString &title, const QString &text) {
                    m_told += title + u" | "_s + text;
                });
        m_stage->addHealthy(u"orders"_s);
    }
    void cleanup()
    {
        m_notifier.reset();
        m_stage.reset();
    }
    void lostAndRegained();
    void anElectionIsNoLoss();
    void notInFront();
    void switchedOff();
    void notWhileItIsChanged();
    void aSilentEngineIsNoLoss();
    void neverHadOne();

private:
    void lose()
    {
        m_stage->live(u"orders"_s, 2, ContainerLife::Exited, 137);
        m_stage->live(u"orders"_s, 3, ContainerLife::Exited, 137);
        m_stage->answer(u"orders"_s, 1, MemberState::Looking);
    }
    void regain()
    {
        const Ensemble ensemble = Stage::ensemble(u"orders"_s, 3);
        for (const Member &member : ensemble.members) {
            m_stage->run(u"orders"_s, member);
            m_stage->answer(u"orders"_s, member.id,
                            member.id == 3 ? MemberState::Leader : MemberState::Follower);
        }
        QVERIFY(m_stage->store.cluster(u"orders"_s)->quorum.established);
    }

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<Notifier> m_notifier;
    QStringList m_told;
};

void TestNotifier::lostAndRegained()
{
    lose();
    QCOMPARE(m_told, QStringList{}); // not before the patience is at its end
    QTRY_COMPARE(m_told.size(), 1);
    QVERIFY2(m_told[0].startsWith(u"“orders” has lost its quorum | "_s), qPrintable(m_told[0]));
    QVERIFY2(m_told[0].contains(u"No quorum"_s), qPrintable(m_told[0]));
    regain();
    QCOMPARE(m_told.size(), 2);
    QVERIFY2(m_told[1].startsWith(u"“orders” has its quorum again | "_s), qPrintable(m_told[1]));
}

void TestNotifier::anElectionIsNoLoss()
{
    lose();
    regain();
    lose();
    regain();
    QTest::qWait(200);
    QCOMPARE(m_told, QStringList{});
}

void TestNotifier::notInFront()
{
    QWidget window;
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    lose();
    QTest::qWait(200);
    QCOMPARE(m_told, QStringList{});
    window.hide(); // seen, but whoever turned away wants to hear how it went on
    QTRY_VERIFY(!QApplication::activeWindow());
    regain();
    QTRY_COMPARE(m_told.size(), 1);
}

void TestNotifier::switchedOff()
{
    QVERIFY(m_stage->settings.setValue(SettingKey::Notifications, false));
    lose();
    QTest::qWait(200);
    regain();
    QCOMPARE(m_told, QStringList{});
}

void TestNotifier::notWhileItIsChanged()
{
    m_stage->store.setBusy(u"orders"_s, true);
    lose();
    m_stage->store.setBusy(u"orders"_s, false);
    QTest::qWait(200);
    regain();
    QCOMPARE(m_told, QStringList{});
    lose();
    QTRY_COMPARE(m_told.size(), 1);
}

void TestNotifier::aSilentEngineIsNoLoss()
{
    m_stage->engine(EngineStatus::Reach::Silent, Error(ErrorKind::EngineDown, u"No answer."_s));
    for (int member : {1, 2, 3})
        m_stage->noAnswer(u"orders"_s, member, {});
    QVERIFY(!m_stage->store.cluster(u"orders"_s)->quorum.known);
    QTest::qWait(200);
    QCOMPARE(m_told, QStringList{});
}

void TestNotifier::neverHadOne()
{
    m_stage->store.setWanted(Stage::ensemble(u"asleep"_s, 3), WantedOrigin::File);
    for (const Member &member : Stage::ensemble(u"asleep"_s, 3).members) {
        m_stage->run(u"asleep"_s, member);
        m_stage->live(u"asleep"_s, member.id, ContainerLife::Exited, 0);
    }
    QTest::qWait(200);
    QCOMPARE(m_told, QStringList{});
}

QTEST_MAIN(TestNotifier)
#include "tst_notifier.moc"
