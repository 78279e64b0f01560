// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/journal.h"
#include "ui/look/meaning.h"

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace zoodock
{

class Banner;
class ClusterTask;
class Settings;

/// What is odd about the cluster that is shown: each a sentence with its remedy as a button. Empty (and
/// without height) where nothing is.
class ClusterBanners : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClusterBanners)
public:
    explicit ClusterBanners(const Settings &settings, QWidget *parent = nullptr);

    /// `failure`: the last task of this cluster that failed and was not dismissed, or nullptr. `path`: of
    /// the cluster's file.
    void setStatus(const ClusterStatus &status, const EngineStatus &engine, ClusterTask *failure,
                   const QString &path);
    /// What was interrupted where a cluster is half-made; to be told before setStatus().
    void setInterrupted(JournalEntry::Change change) { m_interrupted = change; }

Q_SIGNALS:
    /// A sentence for the status bar.
    void said(const QString &sentence);
    void settingsWanted();
    void engineHelpWanted();
    void finishWanted();
    void removalWanted();
    void saveWanted();
    void folderWanted();
    void fileRemovalWanted();
    void adoptionWanted();
    void portsWanted();
    void retryWanted(zoodock::ClusterTask *task);
    void commandsWanted(zoodock::ClusterTask *task);
    void dismissWanted(zoodock::ClusterTask *task);

private:
    /// Rebuilding takes the focus from under the keyboard, so it happens only when what is said changes.
    [[nodiscard]] QStringList gist(const ClusterStatus &status, const EngineStatus &engine,
                                   const ClusterTask *failure) const;
    void rebuild(const ClusterStatus &status, const EngineStatus &engine, const QString &path);
    Banner *add(Look look, const QString &sentence);
    /// Only the first has letters.
    void addOutput(Banner &banner, const QString &text);
    void addEngine(const ClusterStatus &status, const EngineStatus &engine);
    void addDamage(const Error &damage, const QString &path);
    void addHalfMade(const ClusterStatus &status);
    void addHalfChanged(const ClusterStatus &status);
    void addLostFile();
    void addDiscovered(const ClusterStatus &status);
    void addFailure(const ClusterStatus &status);

    const Settings &m_settings;
    QVBoxLayout *m_layout;
    QStringList m_gist;
    bool m_hasOutput = false;
    QPointer<ClusterTask> m_failure;
    JournalEntry::Change m_interrupted = JournalEntry::Change::Create;
};

} // namespace zoodock
