// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"
#include "clusters/enginereach.h"

#include <QtCore/QHash>
#include <QtCore/QMap>
#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QTimer>

#include <memory>

namespace zoodock
{

class ClusterStore;
class DockerEngine;
class EventStream;
struct ContainerInfo;
struct ContextInfo;
struct EngineEvent;
template <typename T>
class ValueOperation;

/// Turns one engine's events into observations. On every opening of the stream: `ps` by label + inspect, so
/// that what happened unseen is seen; members without a container are Absent. On an event: what the event
/// itself says (create, die, pause, unpause, destroy) at once, anything else by inspect, coalesced. An
/// inspect that was asked before an event never overwrites what the event said. Only clusters of the
/// watcher's own context are observed.
class EngineWatcher : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineWatcher)
public:
    EngineWatcher(QString context, DockerEngine &engine, ClusterStore &store, QObject *parent = nullptr);
    ~EngineWatcher() override;

    void start();
    /// Ask everything again now (F5; after our own commands); tries a silent engine again without waiting.
    void refresh();
    [[nodiscard]] const QString &context() const { return m_context; }
    [[nodiscard]] const EngineReach &reach() const { return m_reach; }
    [[nodiscard]] bool isSettled() const { return m_settled; }
    /// No container is left that docker has to be asked about.
    [[nodiscard]] bool isQuiet() const { return m_pending.isEmpty() && !m_inspecting; }
    /// The store has a cluster that it had not: tell it what is known already. Asks docker nothing it knows.
    void welcome(const QString &cluster);
    /// A container with the cluster's label exists, as far as we saw.
    [[nodiscard]] bool hasContainersOf(const QString &cluster) const;

Q_SIGNALS:
    /// The first full look has been taken (or failed): what the store says is no longer just wanted.
    void settled();
    /// isQuiet() became true.
    void quiet();
    /// A full look has ended well.
    void looked();
    /// A container that is nobody's in the store was created, started, renamed or destroyed.
    void foreignEvent(const QString &action, const QString &containerId);
    /// A container with our labels whose cluster, or whose member of a cluster that only labels know, the
    /// store does not have. `specJson` is its label org.zoodock.spec.
    void unknownMemberSeen(const QString &cluster, int memberId, const QByteArray &specJson);

private:
    struct Look;
    struct MemberKey
    {
        QString cluster;
        int memberId = 0;
        [[nodiscard]] bool isValid() const { return !cluster.isEmpty() && memberId > 0; }
    };
    /// By our labels, else by the name that an adopted or discovered cluster knows, else as the container
    /// that a member of such a cluster has had under another name.
    [[nodiscard]] MemberKey keyOf(const QMap<QString, QString> &labels, const QString &id,
                                  const QString &name) const;
    /// Their names, and the ids of those that were renamed.
    [[nodiscard]] QStringList adoptedContainers() const;

    void lookAtAll();
    void askReach(const std::shared_ptr<Look> &look);
    void askEndpoint();
    void takeEndpoint(const ContextInfo &endpoint);
    template <typename Value, typename Handler>
    void join(const std::shared_ptr<Look> &look, ValueOperation<Value> *operation, Handler handler);
    void finishLook(const Look &look);
    void markMissing(const Look &look);
    void lookAtAdoptedSince(const Look &look);
    void onLost(const Error &error);
    void fallSilent(const Error &error);
    void nameEndpoint(EngineStatus &status) const;
    void settle();
    void settleIfQuiet();

    void onEvent(const EngineEvent &event);
    void onContainerEvent(const EngineEvent &event, const MemberKey &key);
    void lookAt(const QString &containerId);
    void lookAtPending();
    void forget(const QString &idOrName);
    void take(const ContainerInfo &container);
    void observe(const MemberKey &key, const ContainerObservation &observation);
    void observeGone(const MemberKey &key);
    [[nodiscard]] const MemberStatus *memberFor(const MemberKey &key) const;
    [[nodiscard]] bool hasContainerOf(const MemberKey &key) const;

    QString m_context;
    DockerEngine &m_engine;
    ClusterStore &m_store;
    EventStream *m_events;
    EngineReach m_reach;
    bool m_reachKnown = false;
    QString m_contextName; ///< and the endpoint, as docker said; empty: not known
    QString m_endpoint;
    bool m_endpointAsked = false;
    bool m_askingEndpoint = false;
    QHash<QString, MemberKey> m_members;    ///< container id → whose it is
    QHash<QString, quint64> m_eventSerials; ///< container id → the serial of its last event
    QSet<QString> m_outOfMemory;            ///< an oom event came since the last start
    quint64 m_serial = 0;
    QSet<QString> m_pending;
    QTimer m_pendingTimer;
    bool m_inspecting = false;
    QTimer m_lookAgain;
    int m_generation = 0; ///< of full looks: a late answer of an earlier one is dropped
    bool m_looked = false;
    bool m_settled = false;
};

} // namespace zoodock
