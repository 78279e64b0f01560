// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/acl.h"

#include "core/sentences.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>
#include <QtCore/QStringList>

#include <algorithm>
#include <array>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Letter
{
    AclPermission permission;
    char letter;
    const char *verb;
};

// In the order of zkCli's letters.
constexpr std::array<Letter, 5> knownLetters{{
    {AclPermission::Create, 'c', QT_TRANSLATE_NOOP("Acl", "add children")},
    {AclPermission::Delete, 'd', QT_TRANSLATE_NOOP("Acl", "delete children")},
    {AclPermission::Read, 'r', QT_TRANSLATE_NOOP("Acl", "read")},
    {AclPermission::Write, 'w', QT_TRANSLATE_NOOP("Acl", "write")},
    {AclPermission::Admin, 'a', QT_TRANSLATE_NOOP("Acl", "change the access list")},
}};

QString translated(const char *text)
{
    return QCoreApplication::translate("Acl", text);
}

QString verbs(AclPermissions permissions)
{
    QStringList list;
    for (const Letter &letter : knownLetters) {
        if (permissions.testFlag(letter.permission))
            list.append(translated(letter.verb));
    }
    return listOf(list);
}

tl::unexpected<Error> refusal(const char *sentence, const AclEntry &entry)
{
    return failure(ErrorKind::InvalidInput, translated(sentence),
                   entry.scheme + u':' + entry.id + u':' + permissionLetters(entry.permissions));
}

bool isDigestId(const QString &id)
{
    const qsizetype colon = id.indexOf(u':');
    const auto hash =
        QByteArray::fromBase64Encoding(id.mid(colon + 1).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return colon > 0 && hash && hash.decoded.size() == 20;
}

/// "10.1.2.3", "10.0.0.0/8" and the same of IPv6 (IPAuthenticationProvider.java; IPv6 since 3.7).
bool isAddress(const QString &id)
{
    const qsizetype slash = id.indexOf(u'/');
    const QString address = slash < 0 ? id : id.left(slash);
    const bool isV6 = address.contains(u':');
    if (slash >= 0) {
        bool ok = false;
        const int bits = id.mid(slash + 1).toInt(&ok);
        if (!ok || bits < 0 || bits > (isV6 ? 128 : 32))
            return false;
    }
    if (isV6) {
        const auto fits = [](QChar c) {
            return c == u':' || c == u'.' || QString(u"0123456789abcdefABCDEF"_s).contains(c);
        };
        return std::all_of(address.begin(), address.end(), fits);
    }
    const QStringList parts = address.split(u'.');
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](const QString &part) {
               bool ok = false;
               return part.toUInt(&ok) <= 255 && ok;
           });
}

Result<void> checkEntry(const AclEntry &entry)
{
    if (!entry.permissions)
        return refusal(
            QT_TRANSLATE_NOOP("Acl", "An entry allows nothing. Choose what it allows, or remove it."), entry);
    if (entry.scheme.isEmpty())
        return refusal(QT_TRANSLATE_NOOP("Acl", "An entry has no scheme. Choose one, such as “world”."),
                       entry);
    if (entry.scheme == "world"_L1 && entry.id != "anyone"_L1)
        return refusal(
            QT_TRANSLATE_NOOP("Acl", "The scheme “world” knows “anyone” alone. Correct the entry."), entry);
    if (entry.scheme == "digest"_L1 && !isDigestId(entry.id))
        return refusal(QT_TRANSLATE_NOOP(
                           "Acl", "A digest entry is “user:hash”. Enter user and password to have it made."),
                       entry);
    if (entry.scheme == "ip"_L1 && !isAddress(entry.id))
        return refusal(QT_TRANSLATE_NOOP("Acl",
                                         "This is no address. Type one such as 10.0.0.7, or a range such as "
                                         "10.0.0.0/8."),
                       entry);
    return {};
}

} // namespace

Acl openAcl()
{
    return {{u"world"_s, u"anyone"_s, allPermissions}};
}

Acl readOnlyAcl()
{
    return {{u"world"_s, u"anyone"_s, AclPermission::Read}};
}

Acl creatorAcl()
{
    return {{u"auth"_s, {}, allPermissions}};
}

QString digestId(const QString &user, const QString &password)
{
    const QByteArray secret = (user + u':' + password).toUtf8();
    return user + u':' +
           QString::fromLatin1(QCryptographicHash::hash(secret, QCryptographicHash::Sha1).toBase64());
}

bool isHashHidden(const AclEntry &entry)
{
    return entry.scheme == "digest"_L1 && entry.id.endsWith(":x"_L1);
}

bool hasHiddenHash(const Acl &acl)
{
    return std::any_of(acl.begin(), acl.end(), isHashHidden);
}

Acl withoutHidden(const Acl &acl, bool signedIn)
{
    Acl left = acl;
    left.removeIf(isHashHidden);
    if (!left.isEmpty() || acl.isEmpty())
        return left;
    return signedIn ? creatorAcl() : readOnlyAcl();
}

bool isSameAcl(const Acl &one, const Acl &other)
{
    const auto same = [](const AclEntry &a, const AclEntry &b) {
        const bool hidden = isHashHidden(a) || isHashHidden(b);
        const auto user = [](const AclEntry &entry) { return entry.id.section(u':', 0, -2); };
        return a.scheme == b.scheme && a.permissions == b.permissions &&
               (hidden ? user(a) == user(b) : a.id == b.id);
    };
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), same);
}

AclPermissions permissionsOf(const QList<QByteArray> &digestSecrets, const Acl &acl)
{
    QStringList own;
    for (const QByteArray &secret : digestSecrets) {
        const QString text = QString::fromUtf8(secret);
        own.append(digestId(text.section(u':', 0, 0), text.section(u':', 1)));
    }
    AclPermissions permissions;
    for (const AclEntry &entry : acl) {
        const bool applies = entry.scheme == "world"_L1 || (entry.scheme == "auth"_L1 && !own.isEmpty()) ||
                             (entry.scheme == "digest"_L1 && own.contains(entry.id));
        if (applies)
            permissions |= entry.permissions;
    }
    return permissions;
}

QString permissionLetters(AclPermissions permissions)
{
    QString text;
    for (const Letter &letter : knownLetters) {
        if (permissions.testFlag(letter.permission))
            text.append(QLatin1Char(letter.letter));
    }
    return text;
}

QString describe(const AclEntry &entry)
{
    if (!entry.permissions)
        return translated(QT_TRANSLATE_NOOP("Acl", "This entry allows nothing."));
    const bool all = (entry.permissions & allPermissions) == allPermissions;
    //: %1 is who, %2 a list of verbs such as “read, and write”
    const QString sentence = all ? translated(QT_TRANSLATE_NOOP("Acl", "%1 may do everything."))
                                 : translated(QT_TRANSLATE_NOOP("Acl", "%1 may %2."));
    QString who;
    if (entry.scheme == "world"_L1 && entry.id == "anyone"_L1)
        who = translated(QT_TRANSLATE_NOOP("Acl", "Everybody"));
    else if (entry.scheme == "auth"_L1)
        who = translated(QT_TRANSLATE_NOOP("Acl", "Whoever this connection signed in as"));
    else if (entry.scheme == "digest"_L1)
        who = (isHashHidden(entry)
                   ? translated(QT_TRANSLATE_NOOP("Acl", "The user “%1” (the server hides the hash)"))
                   : translated(QT_TRANSLATE_NOOP("Acl", "The user “%1”")))
                  .arg(entry.id.section(u':', 0, 0));
    else if (entry.scheme == "ip"_L1)
        who = translated(QT_TRANSLATE_NOOP("Acl", "Clients from %1")).arg(entry.id);
    else
        who = translated(QT_TRANSLATE_NOOP("Acl", "“%1” by the scheme “%2”")).arg(entry.id, entry.scheme);
    return all ? sentence.arg(who) : sentence.arg(who, verbs(entry.permissions));
}

Result<void> checkAcl(const Acl &acl)
{
    if (acl.isEmpty())
        return failure(
            ErrorKind::InvalidInput,
            translated(QT_TRANSLATE_NOOP("Acl", "The access list is empty. Add an entry: without one nobody "
                                                "could use the znode.")));
    for (const AclEntry &entry : acl) {
        if (const Result<void> checked = checkEntry(entry); !checked)
            return checked;
    }
    return {};
}

bool mayBeAllowed(AclPermission permission, const QList<QByteArray> &digestSecrets, const Acl &acl)
{
    return permissionsOf(digestSecrets, acl).testFlag(permission) ||
           std::any_of(acl.cbegin(), acl.cend(), [permission](const AclEntry &entry) {
               const bool isUnknown =
                   entry.scheme != "world"_L1 && entry.scheme != "auth"_L1 && entry.scheme != "digest"_L1;
               return isUnknown && entry.permissions.testFlag(permission);
           });
}

bool allowsAnybody(AclPermission permission, const Acl &acl)
{
    return std::any_of(acl.cbegin(), acl.cend(), [permission](const AclEntry &entry) {
        return entry.permissions.testFlag(permission);
    });
}

} // namespace zoodock
