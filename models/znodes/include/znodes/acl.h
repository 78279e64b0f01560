// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QFlags>
#include <QtCore/QList>
#include <QtCore/QString>

namespace zoodock
{

/// ZooDefs.Perms of ZooKeeper 3.8.
enum class AclPermission {
    Read = 1,   ///< value and list of children
    Write = 2,  ///< set the value
    Create = 4, ///< add children
    Delete = 8, ///< remove children
    Admin = 16, ///< set the ACL
};
Q_DECLARE_FLAGS(AclPermissions, AclPermission)
Q_DECLARE_OPERATORS_FOR_FLAGS(AclPermissions)

inline constexpr AclPermissions allPermissions = AclPermissions::fromInt(31);

struct AclEntry
{
    QString scheme; ///< world, auth, digest, ip, sasl, x509, … unknown ones are kept as they are
    QString id;     ///< "anyone"; "" (auth); "user:base64(sha1(user:password))"; "10.0.0.0/8"
    AclPermissions permissions;

    friend bool operator==(const AclEntry &, const AclEntry &) = default;
};

using Acl = QList<AclEntry>;

/// world:anyone may do everything: what most programs use.
[[nodiscard]] Acl openAcl();
/// Everybody reads, nobody changes.
[[nodiscard]] Acl readOnlyAcl();
/// Everything for the identities that this connection signed in with.
[[nodiscard]] Acl creatorAcl();

/// The id of a digest entry, hashed here: "user:" + base64(sha1("user:password"))
/// (DigestAuthenticationProvider.java 3.8).
[[nodiscard]] QString digestId(const QString &user, const QString &password);

/// "cdrwa" in zkCli's order and letters.
[[nodiscard]] QString permissionLetters(AclPermissions permissions);
/// One entry as a whole sentence, translated: "Everybody may read and write."
[[nodiscard]] QString describe(const AclEntry &entry);
/// InvalidInput with a sentence: empty list, no permission, broken digest id or ip/mask. Unknown schemes
/// pass: only the server knows them.
[[nodiscard]] Result<void> checkAcl(const Acl &acl);

/// Servers since 3.8 show the hash of a digest entry as "x" to whoever may not change the ACL (seen
/// with 3.8.0).
[[nodiscard]] bool isHashHidden(const AclEntry &entry);
[[nodiscard]] bool hasHiddenHash(const Acl &acl);
/// The entries that can be set again. Where none is left: everything for whoever has signed in, else
/// reading alone.
[[nodiscard]] Acl withoutHidden(const Acl &acl, bool signedIn);
/// As far as both can be seen.
[[nodiscard]] bool isSameAcl(const Acl &one, const Acl &other);

/// What the ACL allows to whoever is signed in with these ("user:password" each), as far as that can be known
/// here: entries for addresses and of schemes other than world, auth and digest count for nobody.
[[nodiscard]] AclPermissions permissionsOf(const QList<QByteArray> &digestSecrets, const Acl &acl);

/// The same for one of them; entries that count for nobody there count for everybody here.
[[nodiscard]] bool mayBeAllowed(AclPermission permission, const QList<QByteArray> &digestSecrets,
                                const Acl &acl);
/// Without that only the superuser of the servers is allowed it.
[[nodiscard]] bool allowsAnybody(AclPermission permission, const Acl &acl);

/// A znode's ACL with the version to set it against.
struct AclValue
{
    Acl acl;
    qint32 aversion = 0;
    friend bool operator==(const AclValue &, const AclValue &) = default;
};

} // namespace zoodock
