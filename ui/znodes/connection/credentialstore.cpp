// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/connection/credentialstore.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString keyOf(const QString &cluster)
{
    return u"znodes/"_s + cluster;
}

QByteArray packed(const QList<ZnodeCredential> &credentials)
{
    QJsonArray all;
    for (const ZnodeCredential &credential : credentials)
        all.append(QJsonObject{{u"scheme"_s, credential.scheme},
                               {u"secret"_s, QString::fromLatin1(credential.secret.toBase64())}});
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

QList<ZnodeCredential> unpacked(const QByteArray &stored)
{
    QList<ZnodeCredential> credentials;
    const QJsonArray all = QJsonDocument::fromJson(stored).array();
    for (const auto &value : all) {
        const QJsonObject object = value.toObject();
        credentials.append({object.value(u"scheme"_s).toString(),
                            QByteArray::fromBase64(object.value(u"secret"_s).toString().toLatin1())});
    }
    return credentials;
}

} // namespace

CredentialStore::CredentialStore(std::unique_ptr<Keychain> keychain, QObject *parent)
    : QObject(parent)
    , m_keychain(std::move(keychain))
{
}

CredentialStore::~CredentialStore() = default;

void CredentialStore::load(const QString &cluster)
{
    if (m_known.contains(cluster)) {
        QMetaObject::invokeMethod(
            this, [this, cluster] { Q_EMIT loaded(cluster); }, Qt::QueuedConnection);
        return;
    }
    m_keychain->read(keyOf(cluster), this,
                     [this, cluster](const KeychainAnswer &answer) { takeLoaded(cluster, answer); });
}

void CredentialStore::takeLoaded(const QString &cluster, const KeychainAnswer &answer)
{
    m_state = answer.state;
    if (answer.state == KeychainState::Locked)
        Q_EMIT notKept(tr("The keychain stayed locked, or its question was cancelled: nobody is signed in to "
                          "this cluster."));
    else if (answer.state == KeychainState::Denied)
        Q_EMIT notKept(tr("You did not let ZooDock into the keychain: nobody is signed in to this cluster."));
    else if (answer.state == KeychainState::Failed)
        Q_EMIT notKept(
            tr("The keychain answers with an error (%1): nobody is signed in to this cluster. What "
               "it keeps stays there.")
                .arg(answer.detail));
    if (!m_known.contains(cluster)) { // else a person was faster
        m_known.insert(cluster, unpacked(answer.bytes));
        if (answer.state == KeychainState::Done || answer.state == KeychainState::Nothing)
            m_seen.insert(cluster);
    }
    Q_EMIT loaded(cluster);
}

void CredentialStore::save(const QString &cluster, const QList<ZnodeCredential> &credentials)
{
    m_known.insert(cluster, credentials);
    if (m_seen.contains(cluster))
        write(cluster);
    else
        lookAgain(cluster);
}

/// The keychain may have what could not be read before.
void CredentialStore::lookAgain(const QString &cluster)
{
    m_keychain->read(keyOf(cluster), this, [this, cluster](const KeychainAnswer &answer) {
        if (answer.state != KeychainState::Done && answer.state != KeychainState::Nothing) {
            takeWritten(answer);
            return;
        }
        QList<ZnodeCredential> besides = unpacked(answer.bytes);
        besides.removeIf([known = m_known.value(cluster)](const ZnodeCredential &credential) {
            return known.contains(credential);
        });
        if (!m_seen.contains(cluster))
            m_besides.insert(cluster, besides);
        m_seen.insert(cluster);
        write(cluster);
    });
}

void CredentialStore::write(const QString &cluster)
{
    QList<ZnodeCredential> all = m_known.value(cluster);
    const QList<ZnodeCredential> besides = m_besides.value(cluster);
    for (const ZnodeCredential &credential : besides) {
        if (!all.contains(credential))
            all.append(credential);
    }
    if (all.isEmpty())
        m_keychain->remove(keyOf(cluster), this,
                           [this](const KeychainAnswer &answer) { takeRemoved(answer); });
    else
        m_keychain->write(keyOf(cluster), packed(all), this,
                          [this](const KeychainAnswer &answer) { takeWritten(answer); });
}

void CredentialStore::takeWritten(const KeychainAnswer &answer)
{
    m_state = answer.state;
    switch (answer.state) {
    case KeychainState::Missing:
        Q_EMIT notKept(tr("There is no keychain here: the password is kept until ZooDock ends."));
        return;
    case KeychainState::Locked:
        Q_EMIT notKept(tr("The keychain stayed locked, or its question was cancelled: the password is kept "
                          "until ZooDock ends."));
        return;
    case KeychainState::Denied:
        Q_EMIT notKept(
            tr("You did not let ZooDock into the keychain: the password is kept until ZooDock ends."));
        return;
    case KeychainState::Failed:
        Q_EMIT notKept(tr("The keychain answers with an error (%1): the password is kept until ZooDock ends.")
                           .arg(answer.detail));
        return;
    case KeychainState::Unknown:
    case KeychainState::Done:
    case KeychainState::Nothing:
        return;
    }
}

void CredentialStore::takeRemoved(const KeychainAnswer &answer)
{
    m_state = answer.state;
    const bool isLeft = answer.state == KeychainState::Locked || answer.state == KeychainState::Denied ||
                        answer.state == KeychainState::Failed;
    if (isLeft)
        Q_EMIT notKept(tr("The keychain still has the passwords of this cluster. Unlock it and remove them "
                          "there."));
}

QList<ZnodeCredential> CredentialStore::credentials(const QString &cluster) const
{
    return m_known.value(cluster);
}

QString CredentialStore::noteOn(KeychainState state)
{
    switch (state) {
    case KeychainState::Missing:
        return tr("There is no keychain here: passwords are kept until ZooDock ends.");
    case KeychainState::Locked:
        return tr(
            "The keychain stayed locked, or its question was cancelled: passwords are kept until ZooDock "
            "ends.");
    case KeychainState::Denied:
        return tr("You did not let ZooDock into the keychain: passwords are kept until ZooDock ends.");
    case KeychainState::Failed:
        return tr("The keychain answered with an error: passwords are kept until ZooDock ends.");
    case KeychainState::Unknown:
        return tr("Passwords go to your desktop's keychain if there is one; otherwise they are kept until "
                  "ZooDock ends.");
    case KeychainState::Done:
    case KeychainState::Nothing:
        break;
    }
    return tr("Passwords are kept in your desktop's keychain.");
}

} // namespace zoodock
