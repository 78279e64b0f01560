// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktopnotifications.h"

#include "fakes/patience.h"

#include <QtCore/QVariantMap>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCall>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

/// What a desktop offers, on the private session bus that this test runs on.
class FakeDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown
    {
        uint replaces;
        QString icon, title, text;
        QStringList actions;
        QVariantMap hints;
    };
    QList<Shown> shown;

public Q_SLOTS:
    uint Notify(const QString &program, uint replaces, const QString &icon, const QString &title,
                const QString &text, const QStringList &actions, const QVariantMap &hints, int)
    {
        if (program == "ZooDock"_L1)
            shown.append({replaces, icon, title, text, actions, hints});
        return replaces ? replaces : uint(40 + shown.size());
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
};

namespace
{

/// Answers come in the order of the questions: with this one's those of all before are there.
bool answersHaveCome(const QDBusConnection &bus)
{
    const QDBusMessage question = QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s,
                                                                 u"/org/freedesktop/Notifications"_s,
                                                                 u"org.freedesktop.DBus.Peer"_s, u"Ping"_s);
    const QDBusPendingCallWatcher answer(bus.asyncCall(question));
    QSignalSpy finished(&answer, &QDBusPendingCallWatcher::finished);
    return !finished.isEmpty() || finished.wait(30'000);
}

} // namespace

class TestDesktopNotifications : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsReplacesAndIsClicked();
    void withoutAService();
};

void TestDesktopNotifications::showsReplacesAndIsClicked()
{
    FakeDesktop desktop;
    QDBusConnection bus = QDBusConnection::sessionBus();
    QVERIFY(bus.isConnected());
    QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, &desktop,
                               QDBusConnection::ExportAllContents));
    QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));

    DesktopNotifications notifications;
    QSignalSpy activated(&notifications, &DesktopNotifications::activated);
    notifications.show(u"orders"_s, u"“orders” has lost its quorum"_s, u"1 < 2 & so on."_s);
    QTRY_COMPARE(desktop.shown.size(), 1);
    QCOMPARE(desktop.shown[0].replaces, 0U);
    QCOMPARE(desktop.shown[0].icon, u"org.zoodock.ZooDock"_s);
    QCOMPARE(desktop.shown[0].title, u"“orders” has lost its quorum"_s);
    QCOMPARE(desktop.shown[0].text, u"1 &lt; 2 &amp; so on."_s);
    QCOMPARE(desktop.shown[0].actions, (QStringList{u"default"_s, u"Show"_s}));
    QCOMPARE(desktop.shown[0].hints.value(u"desktop-entry"_s).toString(), u"org.zoodock.ZooDock"_s);
    notifications.show(u"search"_s, u"Another"_s, {});
    QTRY_COMPARE(desktop.shown.size(), 2);
    QCOMPARE(desktop.shown[1].replaces, 0U);
    QVERIFY(answersHaveCome(bus));
    notifications.show(u"orders"_s, u"“orders” has its quorum again"_s, {});
    QTRY_COMPARE(desktop.shown.size(), 3);
    QCOMPARE(desktop.shown[2].replaces, 41U);

    Q_EMIT desktop.ActionInvoked(999, u"default"_s); // somebody else's
    Q_EMIT desktop.ActionInvoked(42, u"default"_s);
    QTRY_COMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].toString(), u"search"_s);
    QVERIFY(bus.unregisterService(u"org.freedesktop.Notifications"_s));
    bus.unregisterObject(u"/org/freedesktop/Notifications"_s);
}

void TestDesktopNotifications::withoutAService()
{
    DesktopNotifications notifications;
    QSignalSpy activated(&notifications, &DesktopNotifications::activated);
    notifications.show(u"orders"_s, u"Title"_s, u"Text"_s); // nobody hears it, nothing hangs
    QTest::qWait(300);
    QCOMPARE(activated.size(), 0);
}

QTEST_MAIN(TestDesktopNotifications)
#include "tst_desktopnotifications.moc"
