// SPDX-License-Identifier: GPL-3.0-or-later
// EngineWatcher's ear: what single events and single containers say.
#include "clusters/enginewatcher.h"

#include "clusters/clusterstore.h"
#include "containerview.h"
#include "docker/dockerengine.h"
#include "docker/dockerobjects.h"

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QDateTime timeOf(const EngineEvent &event)
{
    constexpr qint64 nanosPerMilli = 1'000'000;
    return QDateTime::fromMSecsSinceEpoch(event.timeNano / nanosPerMilli, Qt::UTC);
}

bool hasEnded(ContainerLife life)
{
    return life == ContainerLife::Exited || life == ContainerLife::Dead || life == ContainerLife::Removing;
}

constexpr int killedExitCode = 137; ///< by SIGKILL

bool exists(ContainerLife life)
{
    return life != ContainerLife::Absent && life != ContainerLife::Unknown;
}

/// After these nobody looks again, since they say nothing about what the container is now: a kill may be a
/// SIGHUP, and a death has an event of its own.
bool tellsNothing(const QString &action)
{
    return action == "kill"_L1 || action == "stop"_L1 || action == "oom"_L1;
}

QString text(const char16_t *label)
{
    return QString::fromUtf16(label);
}

} // namespace

EngineWatcher::MemberKey EngineWatcher::keyOf(const QMap<QString, QString> &labels, const QString &id,
                                              const QString &name) const
{
    const MemberKey byLabel{labels.value(text(label::cluster)), labels.value(text(label::member)).toInt()};
    if (byLabel.isValid() || labels.contains(text(label::cluster)))
        return byLabel;
    MemberKey renamed;
    const QStringList clusters = m_store.clusterNames();
    for (const QString &cluster : clusters) {
        const ClusterStatus *const status = m_store.cluster(cluster);
        if (!status->ensemble.adopted || status->ensemble.context != m_context)
            continue;
        for (const MemberStatus &member : status->members) {
            if (!name.isEmpty() && member.wanted.container == name)
                return {cluster, member.wanted.id};
            if (!id.isEmpty() && member.container.id == id)
                renamed = {cluster, member.wanted.id};
        }
    }
    return renamed;
}

const MemberStatus *EngineWatcher::memberFor(const MemberKey &key) const
{
    const ClusterStatus *cluster = m_store.cluster(key.cluster);
    return cluster && cluster->ensemble.context == m_context ? cluster->member(key.memberId) : nullptr;
}

void EngineWatcher::onEvent(const EngineEvent &event)
{
    if (event.type == "network"_L1) {
        // While it starts or dies, its own events say more.
        const QString container = event.attributes.value(u"container"_s);
        const MemberStatus *member = memberFor(m_members.value(container));
        if (member && member->container.life == ContainerLife::Running)
            lookAt(container);
        return;
    }
    if (event.type != "container"_L1)
        return;
    const MemberKey key = keyOf(event.attributes, event.id, event.attributes.value(u"name"_s));
    if (!event.attributes.contains(text(label::cluster)))
        Q_EMIT foreignEvent(event.action, event.id);
    if (!key.isValid())
        return;
    // What makes an answer under way void has to lead to another one, or to tell all itself.
    if (!tellsNothing(event.action))
        m_eventSerials.insert(event.id, ++m_serial);
    if (event.action == "destroy"_L1)
        m_members.remove(event.id);
    else
        m_members.insert(event.id, key);
    onContainerEvent(event, key);
}

/// What the event itself tells is observed at once; the rest by inspect.
void EngineWatcher::onContainerEvent(const EngineEvent &event, const MemberKey &key)
{
    const QString &action = event.action;
    if (action == "oom"_L1) {
        m_outOfMemory.insert(event.id);
        // The engine hears of it and of the death by different ways: it may come last.
        const MemberStatus *member = memberFor(key);
        if (member && member->container.id == event.id && hasEnded(member->container.life))
            lookAt(event.id);
        return;
    }
    if (tellsNothing(action))
        return;
    if (action == "start"_L1 || action == "destroy"_L1)
        m_outOfMemory.remove(event.id);
    if (action == "destroy"_L1) {
        m_pending.remove(event.id);
        const MemberStatus *member = memberFor(key);
        if (m_settled && member && (member->container.id == event.id || member->container.id.isEmpty()))
            observeGone(key);
        return;
    }
    const MemberStatus *member = memberFor(key);
    // Before the first look has ended an event may be an old one, told again by the back-dated stream: ask.
    if (!member || !m_settled) {
        lookAt(event.id);
        return;
    }
    ContainerObservation seen = member->container;
    if (action == "create"_L1 && !exists(seen.life)) {
        seen = {};
        seen.life = ContainerLife::Created;
        seen.id = event.id;
        seen.name = event.attributes.value(u"name"_s);
        seen.image = event.attributes.value(u"image"_s);
        observe(key, seen);
        return;
    }
    const bool ours = seen.id == event.id;
    if (ours && action == "pause"_L1 && seen.life == ContainerLife::Running) {
        seen.life = ContainerLife::Paused;
        observe(key, seen);
    } else if (ours && action == "unpause"_L1 && seen.life == ContainerLife::Paused) {
        seen.life = ContainerLife::Running;
        observe(key, seen);
    } else if (action == "die"_L1) {
        // Not a repeat, and not the end of an earlier run that is told late.
        const bool current = !seen.startedAt.isValid() || seen.startedAt <= timeOf(event);
        if (ours && current && !hasEnded(seen.life)) {
            seen.life = ContainerLife::Exited;
            seen.exitCode = event.attributes.value(u"exitCode"_s).toInt();
            seen.oomKilled = m_outOfMemory.contains(event.id);
            seen.finishedAt = timeOf(event);
            observe(key, seen);
        }
        lookAt(event.id);
    } else {
        lookAt(event.id);
    }
}

void EngineWatcher::lookAt(const QString &containerId)
{
    m_pending.insert(containerId);
    if (!m_pendingTimer.isActive() && !m_inspecting)
        m_pendingTimer.start();
}

void EngineWatcher::lookAtPending()
{
    if (m_inspecting)
        return;
    if (m_pending.isEmpty()) { // all that was to be asked about has been removed meanwhile
        settleIfQuiet();
        return;
    }
    m_inspecting = true;
    const QStringList asked(m_pending.cbegin(), m_pending.cend());
    m_pending.clear();
    auto *inspect = m_engine.inspect(asked, this);
    connect(inspect, &Operation::finished, this, [this, inspect, asked, serial = m_serial] {
        inspect->deleteLater();
        m_inspecting = false;
        if (!m_pending.isEmpty())
            m_pendingTimer.start();
        if (!inspect->succeeded()) {
            // The engine's loss shows elsewhere; anything else must not leave a change unseen.
            lookAtAll();
            return;
        }
        QSet<QString> missing(asked.cbegin(), asked.cend());
        const QList<ContainerInfo> found = inspect->value();
        for (const ContainerInfo &container : found) {
            missing.remove(container.id);
            if (m_eventSerials.value(container.id) <= serial)
                take(container);
        }
        for (const ContainerInfo &container : found)
            missing.remove(container.name); // an adopted one was asked for by its name
        for (const QString &id : std::as_const(missing))
            forget(id);
        settleIfQuiet();
    });
    inspect->start();
}

/// Asked for by id or, adopted ones, by name; it does not exist.
void EngineWatcher::forget(const QString &idOrName)
{
    const MemberKey known = m_members.take(idOrName);
    const MemberKey key = known.isValid() ? known : keyOf({}, {}, idOrName);
    const MemberStatus *member = memberFor(key);
    if (member && (member->container.id == idOrName || member->container.id.isEmpty()))
        observeGone(key);
}

void EngineWatcher::take(const ContainerInfo &container)
{
    const MemberKey key = keyOf(container.labels, container.id, container.name);
    if (!key.isValid())
        return;
    m_members.insert(container.id, key);
    const ClusterStatus *cluster = m_store.cluster(key.cluster);
    const bool labelsSpeak =
        !cluster || cluster->members.isEmpty() ||
        (cluster->origin == WantedOrigin::Labels && cluster->ensemble.context == m_context);
    if (labelsSpeak && (!cluster || !cluster->member(key.memberId)))
        Q_EMIT unknownMemberSeen(key.cluster, key.memberId,
                                 container.labels.value(text(label::spec)).toUtf8());
    const MemberStatus *member = memberFor(key);
    if (!member)
        return;
    ContainerObservation seen =
        observationOf(container, m_store.cluster(key.cluster)->ensemble, member->wanted);
    // An engine that heard of the death first does not keep why.
    if (hasEnded(seen.life) && seen.exitCode == killedExitCode && m_outOfMemory.contains(seen.id))
        seen.oomKilled = true;
    // Two containers with the labels of one member: the one that is up is the member.
    if (member->container.id != seen.id && isAlive(member->container.life) && !isAlive(seen.life))
        return;
    observe(key, seen);
}

/// Addresses first: who is told that the member runs finds the way to it.
void EngineWatcher::observe(const MemberKey &key, const ContainerObservation &observation)
{
    const MemberAddresses at = addressesOf(observation, m_reach);
    m_store.observeAddresses(key.cluster, key.memberId, at.clientHost, at.clientPort, at.adminHost,
                             at.adminPort);
    m_store.observeContainer(key.cluster, key.memberId, observation);
}

void EngineWatcher::observeGone(const MemberKey &key)
{
    ContainerObservation gone;
    gone.life = ContainerLife::Absent;
    observe(key, gone);
}

} // namespace zoodock
