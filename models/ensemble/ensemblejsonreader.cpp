// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/ensemblejson.h"

#include "ensemble/hostfacts.h"
#include "ensemble/portplan.h"
#include "ensemble/serversetting.h"

#include "jsonlines.h"
#include "jsonobjectreader.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <array>
#include <optional>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString said(const char *text)
{
    return QCoreApplication::translate("EnsembleJson", text);
}

/// Keys of nested objects that are not known go into `extra` under the object's own key.
void keepRest(QJsonObject &extra, const QString &key, const JsonObjectReader &nested)
{
    if (!nested.rest().isEmpty())
        extra.insert(key, nested.rest());
}

MemberPort readPort(JsonObjectReader &reader)
{
    MemberPort port;
    port.port = reader.port(u"port"_s, 0);
    port.published = reader.truth(u"published"_s, port.published);
    port.address = reader.text(u"address"_s, port.address);
    port.hostPort = reader.port(u"hostPort"_s, port.published ? port.port : quint16{0});
    return port;
}

Member readMember(JsonObjectReader &reader)
{
    Member member;
    member.id = reader.number(u"id"_s, 1, highestMemberId, 1);
    member.name = reader.text(u"name"_s, u"zoo%1"_s.arg(member.id));
    member.role = reader.word(u"role"_s, std::array{MemberRole::Participant, MemberRole::Observer},
                              MemberRole::Participant);
    member.container = reader.text(u"container"_s);
    QJsonObject unknown;
    for (const PortKind kind : allPortKinds) {
        const QString key = nameOf(kind);
        JsonObjectReader nested(reader.object(key), reader.below(key), reader.complaints());
        member.port(kind) = readPort(nested);
        keepRest(unknown, key, nested);
    }
    member.extra = reader.rest();
    for (auto it = unknown.constBegin(); it != unknown.constEnd(); ++it)
        member.extra.insert(it.key(), it.value());
    return member;
}

QList<Member> readMembers(JsonObjectReader &root)
{
    const QString key = u"members"_s;
    const QJsonArray array = root.array(key);
    QList<Member> members;
    for (qsizetype index = 0; index < array.size(); ++index) {
        const QStringList path = root.below(key) + QStringList{QString::number(index)};
        if (!array.at(index).isObject())
            root.complaints().add(
                path, said(QT_TRANSLATE_NOOP("EnsembleJson", "A member has to be an object in braces.")));
        JsonObjectReader reader(array.at(index).toObject(), path, root.complaints());
        if (!reader.has(u"id"_s))
            reader.complain({}, said(QT_TRANSLATE_NOOP("EnsembleJson", "A member needs an “id”.")));
        members.append(readMember(reader));
    }
    return members;
}

/// What a later version writes is kept: texts where they are, everything else, as it is, in `unknown`.
QMap<QString, QString> readSettings(JsonObjectReader &root, QJsonObject &unknown)
{
    const QString key = u"settings"_s;
    const QJsonObject object = root.object(key);
    QMap<QString, QString> settings;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QJsonValue value = it.value();
        const bool isWhole = value.isDouble() && value.toInteger(-1) == value.toInteger(-2);
        if (value.isString())
            settings.insert(it.key(), value.toString());
        else if (serverSetting(it.key()) == nullptr)
            unknown.insert(it.key(), value);
        else if (value.isBool())
            settings.insert(it.key(), value.toBool() ? u"true"_s : u"false"_s);
        else if (isWhole)
            settings.insert(it.key(), QString::number(value.toInteger()));
        else
            root.complaints().add(
                root.below(key) + QStringList{it.key()},
                said(QT_TRANSLATE_NOOP("EnsembleJson",
                                       "“%1” has to be a text, a whole number, true or false."))
                    .arg(it.key()));
    }
    return settings;
}

/// A file written by hand may leave ports out: they get what a new ensemble would have.
void fillPorts(Ensemble &ensemble, const QJsonArray &written)
{
    Ensemble proposal = ensemble;
    proposePorts(proposal, HostFacts());
    for (qsizetype index = 0; index < ensemble.members.size(); ++index) {
        const QJsonObject member = written.at(index).toObject();
        for (const PortKind kind : allPortKinds) {
            const QJsonObject object = member.value(nameOf(kind)).toObject();
            if (object.contains("port"_L1))
                continue;
            MemberPort &port = ensemble.members[index].port(kind);
            const MemberPort given = port;
            port = proposal.members.at(index).port(kind);
            port.published = object.contains("published"_L1) ? given.published : port.published;
            port.hostPort = object.contains("hostPort"_L1) ? given.hostPort : port.hostPort;
        }
    }
}

Ensemble readEnsemble(JsonObjectReader &root)
{
    const QJsonArray membersAsWritten = root.rest().value("members"_L1).toArray();
    Ensemble ensemble;
    ensemble.name = root.text(u"name"_s);
    JsonObjectReader image(root.object(u"image"_s), root.below(u"image"_s), root.complaints());
    ensemble.image.family = image.text(u"family"_s, ensemble.image.family);
    ensemble.image.reference = image.text(u"reference"_s);
    JsonObjectReader network(root.object(u"network"_s), root.below(u"network"_s), root.complaints());
    ensemble.network.mode =
        network.word(u"mode"_s, std::array{NetworkMode::Bridge, NetworkMode::Host}, NetworkMode::Bridge);
    ensemble.network.existing = network.text(u"existing"_s);
    ensemble.members = readMembers(root);
    QJsonObject unknownSettings;
    ensemble.settings = readSettings(root, unknownSettings);
    ensemble.volumes =
        root.word(u"volumes"_s, std::array{VolumePolicy::Named, VolumePolicy::NotKept}, VolumePolicy::Named);
    ensemble.restart = root.word(u"restart"_s,
                                 std::array{RestartPolicy::No, RestartPolicy::OnFailure,
                                            RestartPolicy::Always, RestartPolicy::UnlessStopped},
                                 RestartPolicy::UnlessStopped);
    ensemble.context = root.text(u"context"_s);
    ensemble.title = root.text(u"title"_s);
    ensemble.notes = root.text(u"notes"_s);
    ensemble.colour = root.text(u"colour"_s);
    ensemble.adopted = root.truth(u"adopted"_s, false);
    ensemble.composeProject = root.text(u"composeProject"_s);
    ensemble.testRun = root.text(u"testRun"_s);
    ensemble.secretsKey = root.text(u"secretsKey"_s);
    ensemble.extra = root.rest();
    keepRest(ensemble.extra, u"image"_s, image);
    keepRest(ensemble.extra, u"network"_s, network);
    if (!unknownSettings.isEmpty())
        ensemble.extra.insert(u"settings"_s, unknownSettings);
    fillPorts(ensemble, membersAsWritten);
    return ensemble;
}

/// What the parser would only call an illegal value.
std::optional<Error> textProblem(const QByteArray &json)
{
    if (json.trimmed().isEmpty())
        return Error(ErrorKind::FileDamaged, said(QT_TRANSLATE_NOOP("EnsembleJson", "The file is empty.")));
    if (json.startsWith("\xff\xfe") || json.startsWith("\xfe\xff"))
        return Error(ErrorKind::FileDamaged,
                     said(QT_TRANSLATE_NOOP("EnsembleJson",
                                            "The file is encoded in UTF-16. Save it as UTF-8 instead.")));
    return std::nullopt;
}

/// Fails where the file is of another kind, or of a later version.
std::optional<Error> formatProblem(JsonObjectReader &root, const QByteArray &json)
{
    const QString key = u"zoodock"_s;
    if (!root.has(key)) {
        JsonComplaints missing;
        missing.add({},
                    said(QT_TRANSLATE_NOOP("EnsembleJson",
                                           "This is not a ZooDock cluster: the key “zoodock” with the format "
                                           "version is missing.")));
        return missing.error(json);
    }
    const auto version = root.number(key, 1, ensembleFormatVersion, ensembleFormatVersion);
    if (version > ensembleFormatVersion)
        return Error(
            ErrorKind::FileNewer,
            said(QT_TRANSLATE_NOOP("EnsembleJson",
                                   "The file has format version %1, this ZooDock knows versions up to %2. "
                                   "Open it with a newer ZooDock."))
                .arg(version)
                .arg(ensembleFormatVersion));
    if (version < 1)
        root.complain(key,
                      said(QT_TRANSLATE_NOOP("EnsembleJson", "There is no format version %1.")).arg(version));
    return std::nullopt;
}

} // namespace

Result<Ensemble> ensembleFromJson(const QByteArray &json)
{
    if (const std::optional<Error> problem = textProblem(json))
        return failure(*problem);
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return failure(ErrorKind::FileDamaged,
                       said(QT_TRANSLATE_NOOP("EnsembleJson", "Line %1: this is not JSON (%2)."))
                           .arg(lineOfOffset(json, parseError.offset))
                           .arg(parseError.errorString()));
    JsonComplaints complaints;
    if (!document.isObject())
        complaints.add({},
                       said(QT_TRANSLATE_NOOP("EnsembleJson", "A cluster has to be an object in braces.")));
    JsonObjectReader root(document.object(), {}, complaints);
    if (complaints.isEmpty()) {
        if (const std::optional<Error> problem = formatProblem(root, json))
            return failure(*problem);
    }
    if (const std::optional<RepeatedKey> repeated = repeatedJsonKey(json))
        return failure(
            ErrorKind::FileDamaged,
            said(QT_TRANSLATE_NOOP("EnsembleJson",
                                   "Line %1: “%2” stands there a second time; one of the two would be lost."))
                .arg(lineOfOffset(json, repeated->offset))
                .arg(repeated->key));
    Ensemble ensemble = readEnsemble(root);
    if (!complaints.isEmpty())
        return failure(complaints.error(json));
    return ensemble;
}

} // namespace zoodock
