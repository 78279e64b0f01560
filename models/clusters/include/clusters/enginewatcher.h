// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"
#include "clusters/enginereach.h"

#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QTimer>

namespace zoodock
{

class ClusterStore;
class DockerEngine;
class EventStream;
struct ContainerInfo;
struct EngineEvent;

/// Turns one engine's events into observations. On every opening of the stream: `ps` by label + inspect, so that what
/// happened unseen is seen; members without a container are Absent. On an event: `die` marks the member stopped at once
/// (and doubts the other roles if it served), anything else asks by inspect, coalesced.
class EngineWatcher : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineWatcher)
public:
    EngineWatcher(QString context, DockerEngine &engine, ClusterStore &store, QObject *parent = nullptr);
    ~EngineWatcher() override;

    void start();
    /// Ask everything again now (F5; after our own commands).
    void refresh();
    [[nodiscard]] const EngineReach &reach() const { return m_reach; }

Q_SIGNALS:
    /// The first full look has been taken (or failed): what the store says is no longer just wanted.
    void settled();
    /// Containers with our labels whose cluster the store does not know.
    void unknownClusterSeen(const QString &cluster, const QByteArray &specJson);

private:
    void onOpened();
    void onEvent(const EngineEvent &event);
    void onLost(const Error &error);
    void lookAtAll();
    void lookAt(const QString &containerId);
    void lookAtPending();
    void take(const ContainerInfo &container);
    void markMissing(const QSet<QString> &seen);

    QString m_context;
    DockerEngine &m_engine;
    ClusterStore &m_store;
    EventStream *m_events;
    EngineReach m_reach;
    QSet<QString> m_pending;
    QTimer m_pendingTimer;
    int m_generation = 0;
    bool m_settled = false;
};

} // namespace zoodock
