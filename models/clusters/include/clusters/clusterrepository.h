// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/journal.h"
#include "core/result.h"
#include "ensemble/ensemble.h"

#include <QtCore/QFileSystemWatcher>
#include <QtCore/QHash>
#include <QtCore/QLockFile>
#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QTimer>

#include <memory>

namespace zoodock
{

class ClusterStore;

/// Held while a process changes a cluster (file, containers). Released by destruction; a lock whose process
/// died is taken over.
class ClusterLock
{
public:
    explicit ClusterLock(std::unique_ptr<QLockFile> file)
        : m_file(std::move(file))
    {
    }

private:
    std::unique_ptr<QLockFile> m_file;
};

/// The cluster files: FOLDER/NAME.json, one per cluster; NAME.lock and NAME.journal beside them. Writes
/// atomically; never overwrites a damaged file; notices what other processes change within a moment and tells
/// the store.
class ClusterRepository : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClusterRepository)
public:
    /// Folder: empty for the user's own ($XDG_DATA_HOME/zoodock/clusters); made when first written to.
    ClusterRepository(QString folder, ClusterStore &store, QObject *parent = nullptr);
    ~ClusterRepository() override;

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] Journal &journal() { return m_journal; }

    /// Reads all files into the store and goes on watching.
    void open();
    [[nodiscard]] Result<Ensemble> load(const QString &name) const;
    /// Writes the file and tells the store. FileDamaged where a damaged file stands in the way.
    [[nodiscard]] Result<void> save(const Ensemble &ensemble);
    /// A damaged file is not deleted: it is renamed to keptCopy(), beside where it was.
    [[nodiscard]] Result<void> remove(const QString &name);
    /// Where the last remove() put a damaged file; empty: the file was fine.
    [[nodiscard]] QString keptCopy(const QString &name) const { return m_keptCopies.value(name); }
    /// The file of a cluster, whether it exists or not.
    [[nodiscard]] QString path(const QString &name) const;
    /// Locked where another living process holds it; the message names its pid.
    [[nodiscard]] Result<std::unique_ptr<ClusterLock>> lock(const QString &name);
    /// Somebody (we or another process) holds the lock right now.
    [[nodiscard]] bool isLocked(const QString &name) const;

    /// Looks at once at what the watcher would notice in a moment.
    void rescan();

private:
    [[nodiscard]] QStringList fileNames() const;
    void readFile(const QString &name);
    void take(const QString &name, const QByteArray &bytes);
    void forget(const QString &name);
    void readJournals();
    /// Which clusters other processes are changing; true: some.
    bool readLocks();
    void takeJournal(const QString &name, bool halfMade);
    void watchFiles();
    [[nodiscard]] Result<void> refuseDamaged(const QString &name) const;
    [[nodiscard]] Result<void> keepDamaged(const QString &name);
    [[nodiscard]] QString lockPath(const QString &name) const;

    QString m_folder;
    ClusterStore &m_store;
    Journal m_journal;
    QFileSystemWatcher m_watcher;
    QTimer m_rescanTimer;
    QTimer m_ownerTimer;                ///< the owner of a journal may die without a trace in the folder
    QHash<QString, QByteArray> m_known; ///< name → bytes as last read
    QHash<QString, QString> m_keptCopies;
    QSet<QString> m_journals;    ///< clusters with a journal, as last seen
    QSet<QString> m_journalOnly; ///< of these, those that the store knows by the journal alone
};

} // namespace zoodock
