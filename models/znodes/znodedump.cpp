// SPDX-License-Identifier: GPL-3.0-or-later
// A subtree as a file: one znode a line, so that two exports can be compared line by line.
#include "znodes/znodetransfer.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

#include <array>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr std::array kindNames{
    std::pair{ZnodeKind::Persistent, "persistent"_L1}, std::pair{ZnodeKind::Ephemeral, "ephemeral"_L1},
    std::pair{ZnodeKind::Container, "container"_L1}, std::pair{ZnodeKind::Ttl, "ttl"_L1}};

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ZnodeDump)
};

tl::unexpected<Error> damaged(const QString &reason)
{
    return failure(
        ErrorKind::FileDamaged,
        Text::tr(
            "This is no export of znodes that can be read: %1 Nothing was changed. Choose another file, or "
            "export again.")
            .arg(reason));
}

QString toLookAt(const QString &path)
{
    constexpr qsizetype most = 100;
    return legibleName(path.size() > most ? path.left(most) + u'…' : path);
}

/// Qt's decoder puts U+FFFD for what is broken and drops a byte order mark: only what survives is text.
std::optional<QString> asText(const QByteArray &value)
{
    const QString text = QString::fromUtf8(value);
    return text.toUtf8() == value ? std::optional(text) : std::nullopt;
}

QJsonObject toJsonObject(const ZnodeRecord &record)
{
    QJsonObject object{{u"path"_s, record.path.text()}};
    if (!record.value.isNull()) {
        if (const std::optional<QString> text = asText(record.value))
            object.insert(u"text"_s, *text);
        else
            object.insert(u"base64"_s, QString::fromLatin1(record.value.toBase64()));
    }
    QJsonArray acl;
    for (const AclEntry &entry : record.acl) {
        QJsonObject written{{u"scheme"_s, entry.scheme},
                            {u"id"_s, entry.id},
                            {u"permissions"_s, permissionLetters(entry.permissions)}};
        if (isHashHidden(entry))
            written.insert(u"masked"_s, true);
        acl.append(written);
    }
    object.insert(u"acl"_s, acl);
    for (const auto &[kind, name] : kindNames) {
        if (kind == record.kind)
            object.insert(u"kind"_s, QString(name));
    }
    if (record.kind == ZnodeKind::Ttl)
        object.insert(u"ttl"_s, record.ttlMilliseconds);
    return object;
}

/// Reads one entry; a non-empty return value says what is wrong with it.
class RecordReader
{
public:
    explicit RecordReader(const QJsonObject &object)
        : m_object(object)
    {
    }

    [[nodiscard]] QString read(ZnodeRecord &record)
    {
        for (QString (RecordReader::*part)(ZnodeRecord &) const :
             {&RecordReader::readPath, &RecordReader::readValue, &RecordReader::readAcl,
              &RecordReader::readKind}) {
            if (const QString complaint = (this->*part)(record); !complaint.isEmpty())
                return complaint;
        }
        return {};
    }

private:
    QString readPath(ZnodeRecord &record) const
    {
        const QString written = m_object.value(u"path"_s).toString();
        const Result<ZnodePath> path = ZnodePath::parse(written);
        if (!path)
            return Text::tr("No znode can have its path “%1”.").arg(toLookAt(written));
        record.path = *path;
        return {};
    }
    QString readValue(ZnodeRecord &record) const
    {
        const QJsonValue text = m_object.value(u"text"_s);
        const QJsonValue base64 = m_object.value(u"base64"_s);
        if (!text.isUndefined() && !base64.isUndefined())
            return Text::tr("It has both “text” and “base64”.");
        if (text.isString()) {
            record.value = text.toString().toUtf8();
            if (record.value.isNull())
                record.value = QByteArray("");
        } else if (base64.isString()) {
            const auto decoded = QByteArray::fromBase64Encoding(base64.toString().toLatin1(),
                                                                QByteArray::AbortOnBase64DecodingErrors);
            if (!decoded)
                return Text::tr("Its “base64” is damaged.");
            record.value = decoded.decoded.isNull() ? QByteArray("") : decoded.decoded;
        } else if (!text.isUndefined() || !base64.isUndefined()) {
            return Text::tr("Its value is no text.");
        }
        return {};
    }
    QString readAcl(ZnodeRecord &record) const
    {
        const QJsonArray entries = m_object.value(u"acl"_s).toArray();
        for (const QJsonValue &entry : entries) {
            const QString letters = entry[u"permissions"_s].toString();
            AclEntry read{entry[u"scheme"_s].toString(), entry[u"id"_s].toString(), {}};
            for (const AclPermission permission :
                 {AclPermission::Read, AclPermission::Write, AclPermission::Create, AclPermission::Delete,
                  AclPermission::Admin}) {
                if (letters.contains(permissionLetters(permission)))
                    read.permissions |= permission;
            }
            if (read.scheme.isEmpty() || permissionLetters(read.permissions).size() != letters.size())
                return Text::tr("Its ACL is damaged.");
            record.acl += read;
        }
        return record.acl.isEmpty() ? Text::tr("It has no ACL.") : QString();
    }
    QString readKind(ZnodeRecord &record) const
    {
        const QString name = m_object.value(u"kind"_s).toString(kindNames.front().second);
        bool known = false;
        for (const auto &[kind, word] : kindNames) {
            if (name == word) {
                record.kind = kind;
                known = true;
            }
        }
        if (!known)
            return Text::tr("“%1” is no kind of znode.").arg(name);
        if (record.kind != ZnodeKind::Ttl)
            return {};
        constexpr qint64 longest = 0xffffffffffLL;
        record.ttlMilliseconds = m_object.value(u"ttl"_s).toInteger();
        return record.ttlMilliseconds < 1 || record.ttlMilliseconds > longest
                   ? Text::tr("Its time to live is out of range.")
                   : QString();
    }

    QJsonObject m_object;
};

QString lineOf(const QByteArray &json, int offset)
{
    return QString::number(json.left(offset).count('\n') + 1);
}

/// The top and every parent come before what is below them, and nothing comes twice.
QString complaintAboutOrder(const QList<ZnodeRecord> &records)
{
    QSet<ZnodePath> seen;
    for (const ZnodeRecord &record : records) {
        if (seen.contains(record.path))
            return Text::tr("%1 is there twice.").arg(legibleName(record.path.text()));
        if (!record.path.isRoot() && !seen.contains(record.path.parent()))
            return Text::tr("The parent of %1 is missing, or comes after it.")
                .arg(legibleName(record.path.text()));
        seen.insert(record.path);
    }
    return seen.isEmpty() ? Text::tr("It has no znodes.") : QString();
}

} // namespace

bool writeJson(const ZnodeDump &dump, const std::function<bool(const QByteArray &piece)> &write)
{
    const QJsonObject head{{u"zoodock"_s, u"znodes"_s},
                           {u"version"_s, ZnodeDump::formatVersion},
                           {u"path"_s, dump.exportedFrom.text()},
                           {u"exported"_s, dump.exportedAt.toUTC().toString(Qt::ISODateWithMs)}};
    QByteArray json = QJsonDocument(head).toJson(QJsonDocument::Compact);
    json.chop(1);
    if (!write(json + ",\"znodes\":["))
        return false;
    const char *separator = "\n";
    for (const ZnodeRecord &record : dump.records) {
        if (!write(separator + QJsonDocument(toJsonObject(record)).toJson(QJsonDocument::Compact)))
            return false;
        separator = ",\n";
    }
    return write("\n]}\n");
}

QByteArray toJson(const ZnodeDump &dump)
{
    QByteArray json;
    writeJson(dump, [&json](const QByteArray &piece) {
        json += piece;
        return true;
    });
    return json;
}

Result<ZnodeDump> dumpFromJson(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return damaged(Text::tr("Line %1: %2.").arg(lineOf(json, problem.offset), problem.errorString()));
    const QJsonObject head = document.object();
    if (head.value(u"zoodock"_s).toString() != "znodes"_L1)
        return damaged(Text::tr("It is something else."));
    if (head.value(u"version"_s).toInt(0) > ZnodeDump::formatVersion)
        return failure(ErrorKind::FileNewer, Text::tr("A later version of ZooDock wrote this export. Update "
                                                      "ZooDock, then import it."));
    ZnodeDump dump;
    const QString top = head.value(u"path"_s).toString();
    const Result<ZnodePath> from = ZnodePath::parse(top);
    if (!from)
        return damaged(Text::tr("No znode can have its path “%1”.").arg(toLookAt(top)));
    dump.exportedFrom = *from;
    dump.exportedAt = QDateTime::fromString(head.value(u"exported"_s).toString(), Qt::ISODateWithMs);
    const QJsonArray entries = head.value(u"znodes"_s).toArray();
    dump.records.reserve(entries.size());
    for (const QJsonValue &entry : entries) {
        ZnodeRecord record;
        const QString complaint = RecordReader(entry.toObject()).read(record);
        if (!complaint.isEmpty())
            return damaged(Text::tr("Entry %1: %2").arg(QString::number(dump.records.size() + 1), complaint));
        dump.records += record;
    }
    if (const QString complaint = complaintAboutOrder(dump.records); !complaint.isEmpty())
        return damaged(complaint);
    return dump;
}

} // namespace zoodock
