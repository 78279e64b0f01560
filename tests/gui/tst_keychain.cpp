// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop's keychain: a real one (GNOME's) on a session bus of its own, which nobody is asked to unlock.
#include "ui/znodes/connection/keychain.h"

#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusObjectPath>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int patience = 60'000;
constexpr auto inside = "--inside";
const QString there = u"znodes/orders"_s;
const QString nowhere = u"znodes/none"_s;

QDBusMessage ask(const QString &method, const QVariantList &arguments)
{
    auto call = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                               u"org.freedesktop.Secret.Service"_s, method);
    call.setArguments(arguments);
    return QDBusConnection::sessionBus().call(call);
}

bool lockKeychain()
{
    const QDBusMessage alias = ask(u"ReadAlias"_s, {u"default"_s});
    const auto collection = alias.arguments().value(0).value<QDBusObjectPath>();
    const QList<QDBusObjectPath> all{collection};
    return ask(u"Lock"_s, {QVariant::fromValue(all)}).type() == QDBusMessage::ReplyMessage;
}

} // namespace

class TestKeychain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onABusOfItsOwn();
    void withoutABus();
};

/// On that bus.
class TestWithKeyring : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsALockedEntryFromNone();

private:
    KeychainAnswer read(const QString &key)
    {
        m_answer = {};
        m_keychain->read(key, this, [this](const KeychainAnswer &answer) { m_answer = answer; });
        return awaited();
    }
    KeychainAnswer write(const QString &key, const QByteArray &bytes)
    {
        m_answer = {};
        m_keychain->write(key, bytes, this, [this](const KeychainAnswer &answer) { m_answer = answer; });
        return awaited();
    }
    KeychainAnswer awaited()
    {
        const auto isThere = [this] { return m_answer.state != KeychainState::Unknown; };
        return QTest::qWaitFor(isThere, patience) ? m_answer : KeychainAnswer();
    }

    std::unique_ptr<Keychain> m_keychain = desktopKeychain();
    KeychainAnswer m_answer;
};

void TestWithKeyring::tellsALockedEntryFromNone()
{
    QCOMPARE(read(there).state, KeychainState::Nothing);
    QCOMPARE(write(there, "secret").state, KeychainState::Done);
    QCOMPARE(read(there).state, KeychainState::Done);
    QCOMPARE(read(there).bytes, "secret"_ba);
    QVERIFY(lockKeychain());
    QCOMPARE(read(there).state, KeychainState::Locked);
    QCOMPARE(read(nowhere).state, KeychainState::Nothing);
    QCOMPARE(write(there, "other").state, KeychainState::Locked);
}

void TestKeychain::onABusOfItsOwn()
{
    const QString bus = QStandardPaths::findExecutable(u"dbus-run-session"_s);
    if (bus.isEmpty() || QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty())
        QSKIP("There is no GNOME keyring here.");
    const QTemporaryDir home;
    QProcess session;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &folder : {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_RUNTIME_DIR"_s})
        environment.insert(folder, home.path());
    for (const QString &screen : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"XDG_CURRENT_DESKTOP"_s})
        environment.remove(screen);
    session.setProcessEnvironment(environment);
    session.setProcessChannelMode(QProcess::MergedChannels);
    session.start(bus, {u"--"_s, u"sh"_s, u"-c"_s,
                        u"printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null && "
                        "exec \"$0\" --inside"_s,
                        QApplication::applicationFilePath()});
    QVERIFY(session.waitForFinished(patience));
    const QByteArray said = session.readAll();
    QVERIFY2(session.exitStatus() == QProcess::NormalExit && session.exitCode() == 0, said.constData());
    QVERIFY2(said.contains("PASS   : TestWithKeyring::tellsALockedEntryFromNone"), said.constData());
}

void TestKeychain::withoutABus()
{
    const auto keychain = desktopKeychain();
    KeychainState state = KeychainState::Unknown;
    keychain->read(nowhere, this, [&state](const KeychainAnswer &answer) { state = answer.state; });
    QTRY_VERIFY_WITH_TIMEOUT(state != KeychainState::Unknown, patience);
    QCOMPARE(state, KeychainState::Missing);
}

int main(int argc, char *argv[])
{
    const bool isInside = argc > 1 && qstrcmp(argv[1], inside) == 0;
    if (!isInside)
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    QApplication application(argc, argv);
    if (isInside) {
        TestWithKeyring test;
        return QTest::qExec(&test, {application.applicationFilePath()});
    }
    TestKeychain test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychain.moc"
