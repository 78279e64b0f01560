// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/connection/credentialstore.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <qt6keychain/keychain.h>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Jobs have no parent, and end by themselves: libsecret answers one that was deleted meanwhile, too, and that
// crashes in QtKeychain (0.13).
constexpr auto service = "org.zoodock.ZooDock";

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

CredentialStore::CredentialStore(QObject *parent)
    : QObject(parent)
{
}

void CredentialStore::load(const QString &cluster)
{
    if (m_known.contains(cluster)) {
        QMetaObject::invokeMethod(
            this, [this, cluster] { Q_EMIT loaded(cluster); }, Qt::QueuedConnection);
        return;
    }
    auto *job = new QKeychain::ReadPasswordJob(QLatin1StringView(service));
    job->setKey(keyOf(cluster));
    connect(job, &QKeychain::Job::finished, this, [this, cluster, job] {
        m_keychain = keychainAfter(job->error());
        if (m_keychain == Keychain::Refused)
            Q_EMIT notKept(
                tr("The keychain stayed locked, or its question was cancelled: nobody is signed in to "
                   "this cluster."));
        takeLoaded(cluster, job->binaryData());
    });
    job->start();
}

void CredentialStore::takeLoaded(const QString &cluster, const QByteArray &stored)
{
    if (!m_known.contains(cluster)) // else a person was faster
        m_known.insert(cluster, unpacked(stored));
    Q_EMIT loaded(cluster);
}

void CredentialStore::save(const QString &cluster, const QList<ZnodeCredential> &credentials)
{
    m_known.insert(cluster, credentials);
    if (credentials.isEmpty()) {
        auto *job = new QKeychain::DeletePasswordJob(QLatin1StringView(service));
        job->setKey(keyOf(cluster));
        job->start();
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(QLatin1StringView(service));
    job->setKey(keyOf(cluster));
    job->setBinaryData(packed(credentials));
    connect(job, &QKeychain::Job::finished, this, [this, job] {
        m_keychain = keychainAfter(job->error());
        if (m_keychain == Keychain::Missing)
            Q_EMIT notKept(tr("There is no keychain here: the password is kept until ZooDock ends."));
        else if (m_keychain == Keychain::Refused)
            Q_EMIT notKept(
                tr("The keychain stayed locked, or its question was cancelled: the password is kept "
                   "until ZooDock ends."));
    });
    job->start();
}

QList<ZnodeCredential> CredentialStore::credentials(const QString &cluster) const
{
    return m_known.value(cluster);
}

CredentialStore::Keychain CredentialStore::keychainAfter(int error)
{
    switch (error) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
        return Keychain::There;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::CouldNotDeleteEntry:
        return Keychain::Refused;
    default:
        return Keychain::Missing;
    }
}

QString CredentialStore::noteOn(Keychain keychain)
{
    switch (keychain) {
    case Keychain::Missing:
        return tr("There is no keychain here: passwords are kept until ZooDock ends.");
    case Keychain::Refused:
        return tr(
            "The keychain stayed locked, or its question was cancelled: passwords are kept until ZooDock "
            "ends.");
    case Keychain::Unknown:
    case Keychain::There:
        break;
    }
    return tr("Passwords are kept in your desktop's keychain.");
}

} // namespace zoodock
