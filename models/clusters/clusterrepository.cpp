// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/clusterrepository.h"

#include "clusters/clusterstore.h"
#include "ensemble/ensemblejson.h"
#include "filesync.h"
#include "lockowner.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QStandardPaths>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto suffix = ".json"_L1;
constexpr auto coalescing = 50ms;
constexpr auto ownerCheck = 1s;
constexpr auto writeLockWait = 2s;

QString defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/zoodock/clusters"_L1;
}

Result<Ensemble> parse(const QString &name, const QByteArray &bytes)
{
    Result<Ensemble> ensemble = ensembleFromJson(bytes);
    if (ensemble && ensemble->name != name)
        return failure(ErrorKind::FileDamaged,
                       ClusterRepository::tr(
                           "The file “%1.json” holds a cluster of another name, “%2”. Rename the file, "
                           "or correct the name inside.")
                           .arg(name, ensemble->name));
    return ensemble;
}

/// With the file's path, and what can be done about it.
Error damageOf(const QString &path, const Error &reason)
{
    const QString file = QDir::toNativeSeparators(path);
    const QString sentence =
        reason.kind() == ErrorKind::FileNewer
            ? ClusterRepository::tr("The file “%1” cannot be used. %2").arg(file, reason.message())
            : ClusterRepository::tr(
                  "The file “%1” is damaged. %2 Repair it with a text editor, or remove the "
                  "cluster: a copy of the file is kept then.")
                  .arg(file, reason.message());
    return Error(reason.kind(), sentence, reason.detail()).causedBy(reason);
}

} // namespace

ClusterRepository::ClusterRepository(QString folder, ClusterStore &store, QObject *parent)
    : QObject(parent)
    , m_folder(folder.isEmpty() ? defaultFolder() : std::move(folder))
    , m_store(store)
    , m_journal(m_folder)
{
    m_rescanTimer.setSingleShot(true);
    m_rescanTimer.setInterval(coalescing);
    m_ownerTimer.setInterval(ownerCheck);
    const auto rescanSoon = [this] {
        if (!m_rescanTimer.isActive())
            m_rescanTimer.start();
    };
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, rescanSoon);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, rescanSoon);
    connect(&m_rescanTimer, &QTimer::timeout, this, &ClusterRepository::rescan);
    connect(&m_ownerTimer, &QTimer::timeout, this, &ClusterRepository::readJournals);
}

ClusterRepository::~ClusterRepository() = default;

void ClusterRepository::open()
{
    QDir().mkpath(m_folder);
    m_watcher.addPath(m_folder);
    rescan();
}

Result<Ensemble> ClusterRepository::load(const QString &name) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileMissing,
                       tr("There is no cluster “%1”. Look at the list of clusters for its name.").arg(name),
                       file.errorString());
    return parse(name, file.readAll());
}

Result<void> ClusterRepository::refuseDamaged(const QString &name) const
{
    const Result<Ensemble> present = load(name);
    if (present || present.error().kind() == ErrorKind::FileMissing)
        return {};
    return failure(
        Error(present.error().kind(),
              tr("The file of the cluster “%1” cannot be read, and is left as it is. Repair “%2” or move it "
                 "away, then try again.")
                  .arg(name, QDir::toNativeSeparators(path(name))))
            .causedBy(present.error()));
}

Result<void> ClusterRepository::save(const Ensemble &ensemble)
{
    QDir().mkpath(m_folder);
    QLockFile writing(m_folder + "/.repository.lock"_L1);
    if (isAbandonedLock(m_folder + "/.repository.lock"_L1))
        QFile::remove(m_folder + "/.repository.lock"_L1);
    if (!writing.tryLock(writeLockWait) && writing.error() == QLockFile::LockFailedError)
        return failure(ErrorKind::Locked, tr("Another process is writing into “%1”. Try again in a moment.")
                                              .arg(QDir::toNativeSeparators(m_folder)));
    if (const Result<void> free = refuseDamaged(ensemble.name); !free)
        return free;
    const QByteArray bytes = toJson(ensemble);
    if (const Result<void> written = writeSynced(path(ensemble.name), bytes); !written)
        return written;
    m_journalOnly.remove(ensemble.name);
    m_known.insert(ensemble.name, bytes);
    m_store.setWanted(ensemble, WantedOrigin::File);
    watchFiles();
    return {};
}

Result<void> ClusterRepository::keepDamaged(const QString &name)
{
    m_keptCopies.remove(name);
    if (load(name) || !QFile::exists(path(name)))
        return {};
    const QString copy =
        path(name) + ".damaged-"_L1 + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    if (!QFile::rename(path(name), copy))
        return failure(ErrorKind::FileUnwritable,
                       tr("“%1” could not be renamed. Allow yourself to write into its folder, then try "
                          "again.")
                           .arg(QDir::toNativeSeparators(path(name))));
    m_keptCopies.insert(name, copy);
    return {};
}

Result<void> ClusterRepository::remove(const QString &name)
{
    if (const Result<void> kept = keepDamaged(name); !kept)
        return kept;
    if (!removeSynced(path(name)))
        return failure(
            ErrorKind::FileUnwritable,
            tr("“%1” could not be removed. Allow yourself to write into its folder, then try again.")
                .arg(QDir::toNativeSeparators(path(name))));
    m_journalOnly.remove(name);
    m_known.remove(name);
    m_store.removeWanted(name);
    return {};
}

Result<std::unique_ptr<ClusterLock>> ClusterRepository::lock(const QString &name)
{
    QDir().mkpath(m_folder);
    auto file = std::make_unique<QLockFile>(lockPath(name));
    file->setStaleLockTime(0); // a living owner keeps it however long it takes; a dead one's is taken over
    if (!file->tryLock() && isAbandonedLock(lockPath(name)))
        QFile::remove(lockPath(name));
    // The owner may have ended between the question and the attempt; or QLockFile takes one for living that
    // has ended, but whose parent has not asked for it yet.
    const auto isFree = [&] { return !lockOwner(lockPath(name)); };
    if (file->isLocked() || file->tryLock() || (isFree() && file->tryLock()) ||
        (isFree() && file->removeStaleLockFile() && file->tryLock()))
        return std::make_unique<ClusterLock>(std::move(file));
    if (file->error() != QLockFile::LockFailedError)
        return failure(
            ErrorKind::FileUnwritable,
            tr("“%1” could not be written. Allow yourself to write into this folder, then try again.")
                .arg(QDir::toNativeSeparators(m_folder)));
    return failure(
        ErrorKind::Locked,
        tr("The cluster “%1” is being changed by process %2. Wait until that has ended, then try again.")
            .arg(name)
            .arg(lockOwner(lockPath(name)).value_or(0)));
}

bool ClusterRepository::isLocked(const QString &name) const
{
    return lockOwner(lockPath(name)).has_value();
}

void ClusterRepository::rescan()
{
    const QStringList names = fileNames();
    const QStringList known = m_known.keys();
    for (const QString &name : known) {
        if (!names.contains(name))
            forget(name);
    }
    for (const QString &name : names)
        readFile(name);
    watchFiles();
    readJournals();
}

QStringList ClusterRepository::fileNames() const
{
    QStringList names = QDir(m_folder).entryList({u'*' + suffix}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(suffix.size());
    return names;
}

void ClusterRepository::readFile(const QString &name)
{
    QFile file(path(name));
    if (file.open(QIODevice::ReadOnly)) {
        take(name, file.readAll());
    } else if (file.exists()) {
        m_known.insert(name, {});
        m_store.setDamaged(name, Error(ErrorKind::FileDamaged,
                                       tr("“%1” cannot be opened. Allow yourself to read it.")
                                           .arg(QDir::toNativeSeparators(path(name))),
                                       file.errorString()));
    }
}

void ClusterRepository::take(const QString &name, const QByteArray &bytes)
{
    const auto known = m_known.constFind(name);
    if (known != m_known.cend() && *known == bytes)
        return;
    m_known.insert(name, bytes);
    m_journalOnly.remove(name);
    if (const Result<Ensemble> ensemble = parse(name, bytes))
        m_store.setWanted(*ensemble, WantedOrigin::File);
    else
        m_store.setDamaged(name, damageOf(path(name), ensemble.error()));
}

void ClusterRepository::forget(const QString &name)
{
    m_known.remove(name);
    m_store.removeWanted(name);
}

void ClusterRepository::readJournals()
{
    const QStringList names = m_journal.clusters();
    const QSet<QString> gone = m_journals - QSet<QString>(names.cbegin(), names.cend());
    for (const QString &name : gone) {
        m_journals.remove(name);
        m_store.setHalfMade(name, false);
        if (m_journalOnly.remove(name))
            m_store.removeWanted(name);
    }
    bool watchOwners = readLocks();
    for (const QString &name : names) {
        const bool owned = isLocked(name);
        watchOwners = watchOwners || owned;
        takeJournal(name, !owned);
    }
    if (watchOwners && !m_ownerTimer.isActive())
        m_ownerTimer.start();
    else if (!watchOwners)
        m_ownerTimer.stop();
}

bool ClusterRepository::readLocks()
{
    bool any = false;
    const QStringList names = m_store.clusterNames();
    for (const QString &name : names) {
        const std::optional<qint64> owner = lockOwner(lockPath(name));
        const bool elsewhere = owner && *owner != QCoreApplication::applicationPid();
        m_store.setChangedElsewhere(name, elsewhere);
        any = any || elsewhere;
    }
    return any;
}

void ClusterRepository::takeJournal(const QString &name, bool halfMade)
{
    m_journals.insert(name);
    const bool known = m_store.cluster(name) != nullptr;
    if (!known && !halfMade) // its owner has not written the file yet, or has just removed it
        return;
    if (!known) {
        if (const auto entry = m_journal.read(name)) {
            m_journalOnly.insert(name);
            m_store.setWanted(entry->ensemble, WantedOrigin::Labels);
        }
    }
    m_store.setHalfMade(name, halfMade);
}

void ClusterRepository::watchFiles()
{
    QStringList missing = m_watcher.directories().contains(m_folder) ? QStringList() : QStringList{m_folder};
    const QStringList watched = m_watcher.files();
    for (auto it = m_known.keyBegin(); it != m_known.keyEnd(); ++it) {
        if (!watched.contains(path(*it)) && QFile::exists(path(*it)))
            missing += path(*it);
    }
    if (!missing.isEmpty())
        m_watcher.addPaths(missing);
}

QString ClusterRepository::path(const QString &name) const
{
    return m_folder + u'/' + name + suffix;
}

QString ClusterRepository::lockPath(const QString &name) const
{
    return m_folder + u'/' + name + ".lock"_L1;
}

} // namespace zoodock
