// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QSet>

namespace zoodock
{

class ClusterStore;
class EngineRegistry;
class EngineWatcher;
class RoleProber;
class StatsSampler;

/// Keeps the observers: an EngineWatcher for every context that a cluster (or the default) names, a RoleProber for every
/// cluster, a StatsSampler for the cluster that is looked at. Clusters that only labels know are put into the store as
/// WantedOrigin::Labels.
class ClusterMonitor : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClusterMonitor)
public:
    ClusterMonitor(EngineRegistry &engines, ClusterStore &store, QObject *parent = nullptr);
    ~ClusterMonitor() override;

    /// Watches `defaultContext` too, even with no cluster there. Without probing: for verbs that only need containers.
    void start(const QString &defaultContext = {});
    /// Every watched engine has been looked at once (or does not answer).
    [[nodiscard]] bool isSettled() const;
    /// cpu and memory are sampled for this cluster only, while it is looked at; empty: none.
    void lookAt(const QString &cluster);
    void refresh(const QString &cluster = {});

Q_SIGNALS:
    void settled();

private:
    void addCluster(const QString &name);
    void removeCluster(const QString &name);
    EngineWatcher *watch(const QString &context);
    void adoptLabels(const QString &cluster, const QByteArray &specJson);
    void checkSettled();
    void updateSampler();

    EngineRegistry &m_engines;
    ClusterStore &m_store;
    QHash<QString, EngineWatcher *> m_watchers;
    QSet<QString> m_unsettled;
    QHash<QString, RoleProber *> m_probers;
    QPointer<StatsSampler> m_sampler;
    QString m_lookedAt;
    bool m_started = false;
};

} // namespace zoodock
