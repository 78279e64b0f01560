// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/connection/keychain.h"

#include <QtCore/QMap>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusMetaType>
#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>

#include <qt6keychain/keychain.h>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Jobs have no parent, and end by themselves: libsecret answers one that was deleted meanwhile, too, and that
// crashes in QtKeychain (0.13).
constexpr auto keychainService = "org.zoodock.ZooDock"_L1;

/// Whether an entry that QtKeychain did not find is there all the same, and whether there is a keychain that
/// it could have asked: of an entry that stays locked, since the question was cancelled, libsecret says that
/// there is none. This asks nobody anything (Secret Service API 0.2, SearchItems).
void lookBehind(const KeychainAnswer &answer, const QString &key, QObject *context,
                const Keychain::Reply &reply)
{
    using Attributes = QMap<QString, QString>;
    const auto tell = [answer, reply](bool isAsked, bool hasLocked) {
        KeychainAnswer seen = answer;
        if (hasLocked)
            seen.state = KeychainState::Locked;
        else if (!isAsked && answer.state == KeychainState::Failed)
            seen.state = KeychainState::Missing;
        reply(seen);
    };
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) { // its calls would never end
        tell(false, false);
        return;
    }
    qDBusRegisterMetaType<Attributes>();
    auto search = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                                 u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    search << QVariant::fromValue(Attributes{{u"user"_s, key}, {u"server"_s, keychainService}});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(search), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, tell] {
        watcher->deleteLater();
        using Items = QList<QDBusObjectPath>;
        const QDBusPendingReply<Items, Items> found = *watcher; // unlocked and locked ones
        tell(!found.isError(), !found.isError() && !found.argumentAt<1>().isEmpty());
    });
}

class DesktopKeychain final : public Keychain
{
public:
    void read(const QString &key, QObject *context, const Reply &reply) override
    {
        auto *job = new QKeychain::ReadPasswordJob(keychainService);
        QObject::connect(job, &QKeychain::Job::finished, context, [job, key, context, reply] {
            KeychainAnswer answer = answerOf(*job);
            answer.bytes = job->binaryData();
            const bool isClear =
                answer.state != KeychainState::Nothing && answer.state != KeychainState::Failed;
            if (isClear)
                reply(answer);
            else
                lookBehind(answer, key, context, reply);
        });
        run(job, key);
    }

    void write(const QString &key, const QByteArray &bytes, QObject *context, const Reply &reply) override
    {
        auto *job = new QKeychain::WritePasswordJob(keychainService);
        job->setBinaryData(bytes);
        change(job, key, context, reply);
    }

    void remove(const QString &key, QObject *context, const Reply &reply) override
    {
        change(new QKeychain::DeletePasswordJob(keychainService), key, context, reply);
    }

private:
    static void run(QKeychain::Job *job, const QString &key)
    {
        job->setKey(key);
        job->start();
    }

    static void change(QKeychain::Job *job, const QString &key, QObject *context, const Reply &reply)
    {
        QObject::connect(job, &QKeychain::Job::finished, context, [job, key, context, reply] {
            const KeychainAnswer answer = answerOf(*job);
            if (answer.state == KeychainState::Failed)
                lookBehind(answer, key, context, reply);
            else
                reply(answer);
        });
        run(job, key);
    }

    static KeychainAnswer answerOf(const QKeychain::Job &job)
    {
        return {keychainStateAfter(job.error()), {}, job.errorString()};
    }
};

} // namespace

Keychain::~Keychain() = default;

std::unique_ptr<Keychain> desktopKeychain()
{
    return std::make_unique<DesktopKeychain>();
}

KeychainState keychainStateAfter(int error)
{
    switch (error) {
    case QKeychain::NoError:
        return KeychainState::Done;
    case QKeychain::EntryNotFound:
        return KeychainState::Nothing;
    case QKeychain::AccessDenied:
        return KeychainState::Locked;
    case QKeychain::AccessDeniedByUser:
        return KeychainState::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return KeychainState::Missing;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
    default:
        return KeychainState::Failed;
    }
}

} // namespace zoodock
