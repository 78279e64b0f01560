// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <functional>
#include <memory>

class QObject;

namespace zoodock
{

/// What the desktop's keychain made of a request.
enum class KeychainState {
    Unknown, ///< not asked yet
    Done,
    Nothing, ///< it has no such entry
    Locked,  ///< it stayed locked, or its question was cancelled; the entry may be there
    Denied,  ///< the person did not let us in
    Missing, ///< there is no keychain
    Failed,  ///< it answered with an error
};

struct KeychainAnswer
{
    KeychainState state = KeychainState::Unknown;
    QByteArray bytes; ///< of read()
    QString detail;   ///< in the keychain's own words
};

/// Secrets of ours, by key. Every answer comes later, once, unless the context is gone.
class Keychain
{
public:
    using Reply = std::function<void(const KeychainAnswer &answer)>;

    virtual ~Keychain();
    virtual void read(const QString &key, QObject *context, const Reply &reply) = 0;
    virtual void write(const QString &key, const QByteArray &bytes, QObject *context, const Reply &reply) = 0;
    /// Nothing, where there was none, is as good as Done.
    virtual void remove(const QString &key, QObject *context, const Reply &reply) = 0;

    Keychain(const Keychain &) = delete;
    Keychain &operator=(const Keychain &) = delete;

protected:
    Keychain() = default;
};

/// The desktop's own, through QtKeychain.
[[nodiscard]] std::unique_ptr<Keychain> desktopKeychain();
/// After a job that ended with this QKeychain::Error.
[[nodiscard]] KeychainState keychainStateAfter(int error);

} // namespace zoodock
