// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/clustermonitor.h"

#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "clusters/enginewatcher.h"
#include "clusters/roleprober.h"
#include "contextlist.h"
#include "docker/dockerengine.h"
#include "discovery.h"
#include "docker/statssampler.h"
#include "labelledensemble.h"

#include <algorithm>
#include <utility>

namespace zoodock
{

ClusterMonitor::ClusterMonitor(EngineRegistry &engines, ClusterStore &store, QObject *parent)
    : QObject(parent)
    , m_engines(engines)
    , m_store(store)
{
}

ClusterMonitor::~ClusterMonitor() = default;

void ClusterMonitor::start(const QString &defaultContext)
{
    if (std::exchange(m_started, true))
        return;
    connect(&m_store, &ClusterStore::clusterAdded, this, &ClusterMonitor::addCluster);
    connect(&m_store, &ClusterStore::clusterRemoved, this, &ClusterMonitor::removeCluster);
    connect(&m_store, &ClusterStore::clusterReset, this, &ClusterMonitor::resetCluster);
    // Queued: a cluster must not vanish while its own signals are on the way.
    connect(&m_store, &ClusterStore::memberStateChanged, this, &ClusterMonitor::dropIfGone,
            Qt::QueuedConnection);
    connect(&m_store, &ClusterStore::clusterChanged, this, &ClusterMonitor::dropIfGone, Qt::QueuedConnection);
    connect(&m_store, &ClusterStore::memberStateChanged, this, [this](const QString &cluster) {
        if (cluster == m_lookedAt)
            updateSampler();
    });
    watch(defaultContext);
    const QStringList names = m_store.clusterNames();
    for (const QString &name : names)
        addCluster(name);
}

void ClusterMonitor::watchContext(const QString &context)
{
    if (m_started)
        watch(context);
}

EngineWatcher *ClusterMonitor::watch(const QString &context)
{
    EngineWatcher *&watcher = m_watchers[context];
    if (watcher)
        return watcher;
    watcher = new EngineWatcher(context, m_engines.engine(context), m_store, this);
    m_unsettled.insert(context);
    connect(watcher, &EngineWatcher::settled, this, [this, context] {
        m_unsettled.remove(context);
        checkSettled();
    });
    connect(watcher, &EngineWatcher::quiet, this, &ClusterMonitor::checkSettled);
    connect(watcher, &EngineWatcher::unknownMemberSeen, this,
            [this, context](const QString &cluster, int memberId, const QByteArray &spec) {
                adoptLabels(context, cluster, memberId, spec);
            });
    if (m_discovering) {
        auto *const discovery = new Discovery(*watcher, m_engines.engine(context), m_store, this);
        m_discoveries.append(discovery);
        connect(discovery, &Discovery::settled, this, &ClusterMonitor::checkSettled);
    }
    watcher->start();
    return watcher;
}

void ClusterMonitor::addCluster(const QString &name)
{
    const ClusterStatus *cluster = m_store.cluster(name);
    if (!cluster || m_probers.contains(name))
        return;
    const QString context = cluster->ensemble.context;
    EngineWatcher *watcher = watch(context);
    auto *prober = new RoleProber(name, m_engines.engine(context), m_store, this);
    m_probers.insert(name, {context, prober});
    connect(prober, &RoleProber::askedAll, this, &ClusterMonitor::checkSettled);
    prober->setPaces(m_paces);
    prober->start();
    watcher->welcome(name);
    if (name == m_lookedAt)
        updateSampler();
}

void ClusterMonitor::removeCluster(const QString &name)
{
    const Probing gone = m_probers.take(name);
    if (gone.prober)
        gone.prober->deleteLater();
    if (name == m_lookedAt)
        updateSampler();
    checkSettled();
    // Only its file went, perhaps: what still runs comes back by its labels.
    if (EngineWatcher *watcher = m_watchers.value(gone.context); watcher && watcher->hasContainersOf(name))
        watcher->refresh();
}

void ClusterMonitor::resetCluster(const QString &name)
{
    const ClusterStatus *cluster = m_store.cluster(name);
    if (!cluster)
        return;
    const QString context = cluster->ensemble.context;
    if (m_probers.value(name).context != context) {
        if (RoleProber *old = m_probers.take(name).prober)
            old->deleteLater();
        addCluster(name);
    } else {
        watch(context)->welcome(name);
    }
    if (name == m_lookedAt)
        updateSampler();
}

void ClusterMonitor::adoptLabels(const QString &context, const QString &cluster, int memberId,
                                 const QByteArray &specJson)
{
    const ClusterStatus *known = m_store.cluster(cluster);
    const Ensemble now = known ? known->ensemble : Ensemble{};
    m_store.setWanted(ensembleFromLabels(now, context, cluster, memberId, specJson), WantedOrigin::Labels);
}

/// A cluster that nothing but labels knew has lost its last container.
void ClusterMonitor::dropIfGone(const QString &name)
{
    const ClusterStatus *cluster = m_store.cluster(name);
    if (!cluster || cluster->origin != WantedOrigin::Labels || cluster->damage || cluster->busy ||
        cluster->halfMade)
        return;
    const bool gone =
        std::all_of(cluster->members.begin(), cluster->members.end(), [](const MemberStatus &member) {
            return member.container.life == ContainerLife::Absent;
        });
    if (gone)
        m_store.removeWanted(name);
}

bool ClusterMonitor::isSettled() const
{
    return m_started && m_unsettled.isEmpty();
}

/// A silent engine has nothing to discover yet.
bool ClusterMonitor::hasDiscovered() const
{
    return std::all_of(m_discoveries.begin(), m_discoveries.end(), [this](const Discovery *discovery) {
        return discovery->isSettled() ||
               m_store.engine(discovery->context()).reach == EngineStatus::Reach::Silent;
    });
}

bool ClusterMonitor::hasSeenAll() const
{
    const auto isQuiet = [](const EngineWatcher *watcher) { return watcher->isQuiet(); };
    return isSettled() && hasDiscovered() && std::all_of(m_watchers.begin(), m_watchers.end(), isQuiet);
}

bool ClusterMonitor::hasAskedAll() const
{
    return hasSeenAll() && std::all_of(m_probers.begin(), m_probers.end(),
                                       [](const Probing &probing) { return probing.prober->hasAskedAll(); });
}

void ClusterMonitor::checkSettled()
{
    if (isSettled() && !std::exchange(m_settled, true))
        Q_EMIT settled();
    const bool seen = hasSeenAll();
    if (seen && !std::exchange(m_seenAll, seen))
        Q_EMIT seenAll();
    m_seenAll = seen;
    const bool all = hasAskedAll();
    if (all && !std::exchange(m_askedAll, all))
        Q_EMIT askedAll();
    m_askedAll = all;
}

void ClusterMonitor::setPaces(const ProbePaces &paces)
{
    m_paces = paces;
    for (const Probing &probing : std::as_const(m_probers))
        probing.prober->setPaces(paces);
}

void ClusterMonitor::lookAt(const QString &cluster)
{
    if (cluster == m_lookedAt)
        return;
    m_store.forgetUsage(std::exchange(m_lookedAt, cluster));
    updateSampler();
}

void ClusterMonitor::updateSampler()
{
    const ClusterStatus *cluster = m_store.cluster(m_lookedAt);
    QStringList containers;
    for (const MemberStatus &member : cluster ? cluster->members : QList<MemberStatus>()) {
        if (member.container.life == ContainerLife::Running)
            containers.append(member.container.name);
    }
    const QString context = cluster ? cluster->ensemble.context : m_sampledContext;
    if (m_sampler && context != m_sampledContext)
        delete m_sampler.data();
    if (!m_sampler) {
        if (containers.isEmpty())
            return;
        m_sampler = new StatsSampler(m_engines.engine(context), this);
        m_sampledContext = context;
        m_sampled.clear();
        connect(m_sampler, &StatsSampler::sampled, this, &ClusterMonitor::takeSample);
    }
    if (std::exchange(m_sampled, containers) != containers)
        m_sampler->watch(containers);
}

void ClusterMonitor::takeSample(const QList<ContainerStats> &stats)
{
    const ClusterStatus *cluster = m_store.cluster(m_lookedAt);
    const QList<MemberStatus> members = cluster ? cluster->members : QList<MemberStatus>();
    for (const MemberStatus &member : members) {
        for (const ContainerStats &row : stats) {
            if (row.name == member.container.name && member.container.life == ContainerLife::Running)
                m_store.observeUsage(m_lookedAt, member.wanted.id, row.cpuPercent, row.memoryBytes);
        }
    }
}

void ClusterMonitor::refresh(const QString &cluster)
{
    const ClusterStatus *status = m_store.cluster(cluster);
    for (auto it = m_watchers.cbegin(); it != m_watchers.cend(); ++it) {
        if (!status || status->ensemble.context == it.key())
            it.value()->refresh();
    }
    for (auto it = m_probers.cbegin(); it != m_probers.cend(); ++it) {
        if (cluster.isEmpty() || cluster == it.key())
            it->prober->hurry();
    }
}

ValueOperation<QList<ContextChoice>> *ClusterMonitor::contexts(QObject *parent)
{
    return new ContextList(m_engines.engine({}), parent);
}

} // namespace zoodock
