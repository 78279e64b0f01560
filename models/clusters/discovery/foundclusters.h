// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "foundserver.h"

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QSet>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace zoodock
{

class ClusterStore;

/// What one engine's discovery has put into the store: the ensembles that the servers form which no managed
/// cluster has.
class FoundClusters
{
public:
    FoundClusters(ClusterStore &store, QString context)
        : m_store(store)
        , m_context(std::move(context))
    {
    }

    /// `servers`: all that there are now.
    void publish(const QList<FoundServer> &servers);

private:
    [[nodiscard]] QSet<QString> managedContainers() const;
    [[nodiscard]] QSet<QString> takenNames() const;
    [[nodiscard]] QStringList namesOf(const QList<QList<FoundServer>> &groups) const;
    void removeGone(const QHash<QString, QStringList> &before);

    ClusterStore &m_store;
    QString m_context;
    QHash<QString, QStringList> m_published; ///< cluster → its containers' ids
};

} // namespace zoodock
