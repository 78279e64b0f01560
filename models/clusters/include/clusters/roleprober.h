// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"
#include "clusters/enginereach.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace zoodock
{

class ClusterStore;
class DockerEngine;

/// Asks every running member of one cluster `srvr`: at most 250 ms apart while something is unsettled, 1 s when settled.
/// Route per member: the published client port; else the container's own address on a local engine; else `docker exec`
/// with bash's /dev/tcp, every 5 s at most. One question per member at a time.
class RoleProber : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RoleProber)
public:
    RoleProber(QString cluster, DockerEngine &engine, ClusterStore &store, QObject *parent = nullptr);
    ~RoleProber() override;

    void start();
    /// Ask everybody now, and stay fast until settled.
    void hurry();

private:
    struct Target;
    void tick();
    void schedule();
    void ask(int memberId);
    void onMemberChanged(const QString &cluster, int memberId);

    QString m_cluster;
    DockerEngine &m_engine;
    ClusterStore &m_store;
    QTimer m_timer;
    QHash<int, std::shared_ptr<Target>> m_targets;
};

} // namespace zoodock
