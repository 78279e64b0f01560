// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"
#include "clusters/roleprober.h"
#include "core/operation.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QSet>
#include <QtCore/QStringList>

namespace zoodock
{

class ClusterStore;
class Discovery;
class EngineRegistry;
class EngineWatcher;
class StatsSampler;
struct ContainerStats;

/// A row of `docker context ls`, of a context that exists.
struct ContextChoice
{
    QString name;
    QString description;
    QString endpoint;     ///< "unix:///var/run/docker.sock"
    bool current = false; ///< docker uses it unless told otherwise
    friend bool operator==(const ContextChoice &, const ContextChoice &) = default;
};

/// Keeps the observers: an EngineWatcher for every context that a cluster (or the default) names, a
/// RoleProber for every cluster, a StatsSampler for the cluster that is looked at. Clusters that only labels
/// know are put into the store as WantedOrigin::Labels, and leave it with their last container.
class ClusterMonitor : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClusterMonitor)
public:
    ClusterMonitor(EngineRegistry &engines, ClusterStore &store, QObject *parent = nullptr);
    ~ClusterMonitor() override;

    /// Watches `defaultContext` too, even with no cluster there.
    void start(const QString &defaultContext = {});
    /// Watches another engine as well (chosen in the window); cheap if it is watched already.
    void watchContext(const QString &context);
    /// Before start(): also look for ZooKeeper containers that others started, on every watched engine, and
    /// put them into the store as WantedOrigin::Discovered. docs/architecture.md has the rule. Off unless
    /// asked for.
    void setDiscovering(bool discovering) { m_discovering = discovering; }
    /// How often members are asked, those of clusters to come included.
    void setPaces(const ProbePaces &paces);
    /// Every watched engine has been looked at once (or does not answer).
    [[nodiscard]] bool isSettled() const;
    /// Settled, also what others started has been found: all clusters are known.
    [[nodiscard]] bool hasSeenAll() const;
    /// All that, and every running member has been asked once (and has answered, or not).
    [[nodiscard]] bool hasAskedAll() const;
    /// cpu and memory are sampled for this cluster only, while it is looked at; empty: none.
    void lookAt(const QString &cluster);
    void refresh(const QString &cluster = {});
    /// Docker's contexts, unstarted and owned by `parent`; needs no engine.
    [[nodiscard]] ValueOperation<QList<ContextChoice>> *contexts(QObject *parent);

Q_SIGNALS:
    void settled();
    /// hasSeenAll() became true.
    void seenAll();
    /// hasAskedAll() became true.
    void askedAll();

private:
    void addCluster(const QString &name);
    void removeCluster(const QString &name);
    /// The wanted ensemble changed: perhaps it lives on another engine now.
    void resetCluster(const QString &name);
    EngineWatcher *watch(const QString &context);
    void adoptLabels(const QString &context, const QString &cluster, int memberId,
                     const QByteArray &specJson);
    void dropIfGone(const QString &name);
    void checkSettled();
    [[nodiscard]] bool hasDiscovered() const;
    void updateSampler();
    void takeSample(const QList<ContainerStats> &stats);

    struct Probing
    {
        QString context;
        RoleProber *prober = nullptr;
    };

    EngineRegistry &m_engines;
    ClusterStore &m_store;
    QHash<QString, EngineWatcher *> m_watchers; ///< by context
    QList<Discovery *> m_discoveries;
    QSet<QString> m_unsettled;
    QHash<QString, Probing> m_probers; ///< by cluster
    ProbePaces m_paces;
    QPointer<StatsSampler> m_sampler;
    QString m_sampledContext;
    QStringList m_sampled;
    QString m_lookedAt;
    bool m_discovering = false;
    bool m_started = false;
    bool m_settled = false;
    bool m_seenAll = false;
    bool m_askedAll = false;
};

} // namespace zoodock
