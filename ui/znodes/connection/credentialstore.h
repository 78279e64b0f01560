// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/znodes/connection/keychain.h"
#include "znodes/znodeconnection.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QSet>

#include <memory>

namespace zoodock
{

/// What clusters are signed in to with: kept in the desktop's keychain, and where there is none for this run
/// alone. What the keychain has, and nobody here has seen, is never written over and never deleted.
class CredentialStore : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CredentialStore)
public:
    [[nodiscard]] static QString noteOn(KeychainState state);

    explicit CredentialStore(std::unique_ptr<Keychain> keychain = desktopKeychain(),
                             QObject *parent = nullptr);
    ~CredentialStore() override;

    /// Answers with loaded(), once, later.
    void load(const QString &cluster);
    /// An empty list removes the entry.
    void save(const QString &cluster, const QList<ZnodeCredential> &credentials);
    [[nodiscard]] QList<ZnodeCredential> credentials(const QString &cluster) const;
    /// One sentence for people: where they are.
    [[nodiscard]] QString note() const { return noteOn(m_state); }

Q_SIGNALS:
    void loaded(const QString &cluster);
    /// The keychain did not take them, or did not give them.
    void notKept(const QString &sentence);

private:
    void takeLoaded(const QString &cluster, const KeychainAnswer &answer);
    void lookAgain(const QString &cluster);
    void write(const QString &cluster);
    void takeWritten(const KeychainAnswer &answer);
    void takeRemoved(const KeychainAnswer &answer);

    std::unique_ptr<Keychain> m_keychain;
    KeychainState m_state = KeychainState::Unknown; ///< after the last request
    QHash<QString, QList<ZnodeCredential>> m_known;
    QSet<QString> m_seen; ///< clusters of which we know what the keychain has
    /// What it has besides: it came to light after others were signed in with.
    QHash<QString, QList<ZnodeCredential>> m_besides;
};

} // namespace zoodock
