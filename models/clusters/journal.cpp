// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/journal.h"

#include "ensemble/ensemblejson.h"
#include "ensemble/secretrules.h"
#include "filesync.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <optional>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr auto journalSuffix = ".journal"_L1;
constexpr auto secretsSuffix = ".secrets"_L1;
constexpr int formatVersion = 1;

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array)
        list += item.toString();
    return list;
}

using Change = JournalEntry::Change;

QString nameOf(Change change)
{
    switch (change) {
    case Change::Create:
        break;
    case Change::Remove:
        return u"remove"_s;
    case Change::Apply:
        return u"apply"_s;
    }
    return u"create"_s;
}

QByteArray render(const JournalEntry &entry)
{
    const QJsonObject ensemble =
        QJsonDocument::fromJson(toCompactJson(withoutSecrets(entry.ensemble))).object();
    return QJsonDocument(QJsonObject{{u"journal"_s, formatVersion},
                                     {u"change"_s, nameOf(entry.change)},
                                     {u"begun"_s, entry.begun.toUTC().toString(Qt::ISODateWithMs)},
                                     {u"containers"_s, QJsonArray::fromStringList(entry.containers)},
                                     {u"networks"_s, QJsonArray::fromStringList(entry.networks)},
                                     {u"volumes"_s, QJsonArray::fromStringList(entry.volumes)},
                                     {u"withVolumes"_s, entry.withVolumes},
                                     {u"ensemble"_s, ensemble}})
        .toJson();
}

JournalEntry parse(const QByteArray &bytes)
{
    JournalEntry entry;
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const auto ensemble = ensembleFromJson(
        QJsonDocument(object.value("ensemble"_L1).toObject()).toJson(QJsonDocument::Compact));
    if (ensemble)
        entry.ensemble = *ensemble;
    for (const Change change : {Change::Remove, Change::Apply}) {
        if (object.value("change"_L1).toString() == nameOf(change))
            entry.change = change;
    }
    entry.containers = strings(object.value("containers"_L1));
    entry.networks = strings(object.value("networks"_L1));
    entry.volumes = strings(object.value("volumes"_L1));
    entry.withVolumes = object.value("withVolumes"_L1).toBool();
    entry.begun = QDateTime::fromString(object.value("begun"_L1).toString(), Qt::ISODateWithMs);
    return entry;
}

} // namespace

Journal::Journal(QString folder)
    : m_folder(std::move(folder))
{
}

Result<void> Journal::write(const JournalEntry &entry)
{
    const Ensemble &ensemble = entry.ensemble;
    // First: whoever finds the journal has to find them.
    const Result<void> kept =
        hasSecrets(ensemble) ? writeSynced(secretsPath(ensemble.name), toJson(ensemble)) : Result<void>();
    return kept ? writeSynced(path(ensemble.name), render(entry)) : kept;
}

void Journal::remove(const QString &cluster)
{
    removeSynced(path(cluster));
    removeSynced(secretsPath(cluster));
}

std::optional<JournalEntry> Journal::read(const QString &cluster) const
{
    QFile file(path(cluster));
    if (!file.exists())
        return {};
    JournalEntry entry;
    if (file.open(QIODevice::ReadOnly))
        entry = parse(file.readAll());
    QFile secrets(secretsPath(cluster));
    if (secrets.open(QIODevice::ReadOnly)) {
        if (const Result<Ensemble> known = ensembleFromJson(secrets.readAll()))
            entry.ensemble = withSecretsOf(entry.ensemble, *known);
    }
    entry.ensemble.name = cluster;
    return entry;
}

QStringList Journal::clusters() const
{
    QStringList names = QDir(m_folder).entryList({u'*' + journalSuffix}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(journalSuffix.size());
    return names;
}

QString Journal::path(const QString &cluster) const
{
    return m_folder + u'/' + cluster + journalSuffix;
}

QString Journal::secretsPath(const QString &cluster) const
{
    return m_folder + u'/' + cluster + secretsSuffix;
}

} // namespace zoodock
