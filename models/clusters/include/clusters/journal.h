// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ensemble/ensemble.h"

#include <QtCore/QDateTime>
#include <QtCore/QList>

namespace zoodock
{

struct Plan;

/// What a running change was about to make (or remove). On disk, and synced, before the first command.
struct JournalEntry
{
    enum class Change {
        Create,
        Remove,
        Apply, ///< members are made anew with `ensemble`; the file still has the settings before
    };
    Change change = Change::Create;
    Ensemble ensemble;
    QStringList containers;
    QStringList networks; ///< only own ones
    QStringList volumes;
    bool withVolumes = false; ///< with Remove
    QDateTime begun;
};

/// The files CLUSTER.journal in the repository's folder. Secrets are not in them: CLUSTER.secrets, for the
/// user's own eyes, holds the wish with its secrets for as long as the change runs.
class Journal
{
public:
    explicit Journal(QString folder);

    [[nodiscard]] Result<void> write(const JournalEntry &entry);
    void remove(const QString &cluster);
    /// nullopt: none. A damaged journal still names its cluster.
    [[nodiscard]] std::optional<JournalEntry> read(const QString &cluster) const;
    [[nodiscard]] QStringList clusters() const;

private:
    [[nodiscard]] QString path(const QString &cluster) const;
    [[nodiscard]] QString secretsPath(const QString &cluster) const;
    QString m_folder;
};

} // namespace zoodock
