// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/enginereach.h"
#include "core/operation.h"
#include "foundclusters.h"
#include "foundserver.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QTimer>

#include <chrono>

namespace zoodock
{

class ClusterStore;
class DockerEngine;
class EngineWatcher;

/// Finds the ZooKeeper servers of one engine that carry no label of ours and puts the ensembles that they
/// form into the store as WantedOrigin::Discovered, without those whose containers an adopted cluster has.
/// Looks when its EngineWatcher has looked, and when a container that it does not know is created, started or
/// goes. Watching them is the watcher's and the prober's affair.
class Discovery : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Discovery)
public:
    Discovery(EngineWatcher &watcher, DockerEngine &engine, ClusterStore &store, QObject *parent);
    ~Discovery() override;

    [[nodiscard]] bool isSettled() const { return m_settled; }
    [[nodiscard]] const QString &context() const;
    void look();
    /// How long it waits after looks that failed until the next one; 0: the last one went well.
    [[nodiscard]] std::chrono::milliseconds pause() const { return m_pause; }

Q_SIGNALS:
    /// The first look has ended.
    void settled();

private:
    void onForeignEvent(const QString &action, const QString &containerId);
    void onRows(const QList<ContainerRow> &rows);
    void lookAgain();
    void inspect(const QStringList &ids);
    void examine(const ContainerInfo &container, quint64 serial);
    void readConfiguration(const ContainerInfo &container, quint64 serial);
    void verify(const QString &id, qsizetype route);
    void verifyAgain(const QString &id);
    void accept(const FoundServer &server);
    void publish();
    void beginStep() { ++m_steps; }
    void endStep();

    struct Doubtful
    {
        FoundServer server;
        int misses = 0;
    };

    EngineWatcher &m_watcher;
    DockerEngine &m_engine;
    FoundClusters m_found;
    QHash<QString, FoundServer> m_servers; ///< by container id
    QHash<QString, Doubtful> m_doubtful;   ///< look like servers, have not answered yet
    QSet<QString> m_stale;                 ///< started or renamed since they were inspected
    QSet<QString> m_others;                ///< are none
    QHash<QString, quint64> m_inspected;   ///< container id → the last inspect that was heard of it
    quint64 m_serial = 0;                  ///< of lists and inspects asked for
    quint64 m_listed = 0;                  ///< the last list that was heard
    std::chrono::milliseconds m_pause{0};  ///< after a look that failed
    QTimer m_lookTimer;
    QTimer m_againTimer; ///< after m_pause
    QTimer m_publishTimer;
    int m_steps = 0; ///< questions under way
    bool m_settled = false;
};

} // namespace zoodock
