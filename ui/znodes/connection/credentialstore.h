// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/znodeconnection.h"

#include <QtCore/QHash>
#include <QtCore/QObject>

namespace zoodock
{

/// What clusters are signed in to with: kept in the desktop's keychain, and where there is none for this run
/// alone.
class CredentialStore : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CredentialStore)
public:
    /// Refused: it is there and stayed locked, or the person cancelled its question.
    enum class Keychain { Unknown, There, Missing, Refused };
    /// After a job that ended with this QKeychain::Error.
    [[nodiscard]] static Keychain keychainAfter(int error);
    [[nodiscard]] static QString noteOn(Keychain keychain);

    explicit CredentialStore(QObject *parent = nullptr);

    /// Answers with loaded(), once, later.
    void load(const QString &cluster);
    /// An empty list removes the entry.
    void save(const QString &cluster, const QList<ZnodeCredential> &credentials);
    [[nodiscard]] QList<ZnodeCredential> credentials(const QString &cluster) const;
    /// One sentence for people: where they are.
    [[nodiscard]] QString note() const { return noteOn(m_keychain); }

Q_SIGNALS:
    void loaded(const QString &cluster);
    /// The keychain did not take them, or did not give them.
    void notKept(const QString &sentence);

private:
    void takeLoaded(const QString &cluster, const QByteArray &stored);

    Keychain m_keychain = Keychain::Unknown;
    QHash<QString, QList<ZnodeCredential>> m_known;
};

} // namespace zoodock
