// SPDX-License-Identifier: GPL-3.0-or-later
#include "foundclusters.h"

#include "clusters/clusterstore.h"
#include "servergroups.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace zoodock
{

/// Names, and ids: somebody may have renamed one.
QSet<QString> FoundClusters::managedContainers() const
{
    QSet<QString> managed;
    const QStringList clusters = m_store.clusterNames();
    for (const QString &name : clusters) {
        const ClusterStatus *const cluster = m_store.cluster(name);
        if (!cluster->isManaged() || cluster->ensemble.context != m_context)
            continue;
        for (const MemberStatus &member : cluster->members) {
            managed.insert(containerName(cluster->ensemble, member.wanted));
            managed.insert(member.container.id);
        }
    }
    return managed;
}

/// Of clusters that are not of this engine's discovery.
QSet<QString> FoundClusters::takenNames() const
{
    QSet<QString> taken;
    const QStringList clusters = m_store.clusterNames();
    for (const QString &name : clusters) {
        const ClusterStatus *const cluster = m_store.cluster(name);
        if (cluster->isManaged() || cluster->ensemble.context != m_context)
            taken.insert(name);
    }
    return taken;
}

/// A cluster keeps its name while nobody else has taken it; new ones get what is left.
QStringList FoundClusters::namesOf(const QList<QList<FoundServer>> &groups) const
{
    QSet<QString> taken = takenNames();
    QStringList names;
    for (const QList<FoundServer> &group : groups) {
        names.append(keptName(group, m_published, taken));
        taken.insert(names.constLast());
    }
    for (qsizetype i = 0; i < groups.size(); ++i) {
        if (names[i].isEmpty())
            names[i] = nameFor(groups[i], taken);
        taken.insert(names[i]);
    }
    return names;
}

void FoundClusters::publish(const QList<FoundServer> &servers)
{
    const QSet<QString> managed = managedContainers();
    QList<FoundServer> free;
    std::copy_if(
        servers.cbegin(), servers.cend(), std::back_inserter(free), [&managed](const FoundServer &server) {
            return !managed.contains(server.container.name) && !managed.contains(server.container.id);
        });
    const QList<QList<FoundServer>> groups = groupServers(free);
    const QStringList names = namesOf(groups);
    QHash<QString, QStringList> published;
    QList<Ensemble> ensembles;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        Ensemble ensemble = ensembleOf(groups[i], m_context);
        ensemble.name = names[i];
        for (const FoundServer &server : groups[i])
            published[ensemble.name].append(server.container.id);
        ensembles.append(ensemble);
    }
    // The new ones first: whoever showed one that has another name now finds it (ClusterStore::heirOf()).
    for (const Ensemble &ensemble : std::as_const(ensembles))
        m_store.setWanted(ensemble, WantedOrigin::Discovered);
    removeGone(std::exchange(m_published, published));
}

void FoundClusters::removeGone(const QHash<QString, QStringList> &before)
{
    for (auto gone = before.cbegin(); gone != before.cend(); ++gone) {
        const ClusterStatus *const cluster = m_store.cluster(gone.key());
        if (!m_published.contains(gone.key()) && cluster && !cluster->isManaged())
            m_store.removeWanted(gone.key());
    }
}

} // namespace zoodock
