// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterservice.h"
#include "plantask.h"

namespace zoodock
{

class DockerCall;

/// Starts, stops, restarts, kills, pauses or unpauses members, all at the same time, and ends when docker has
/// done it. A step for each member.
class ActTask final : public ClusterTask
{
    Q_OBJECT
public:
    ActTask(TaskTools tools, const QString &cluster, QList<int> memberIds, MemberAction action,
            QObject *parent);
    ~ActTask() override;

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    [[nodiscard]] Result<void> choose();
    void refuseMissing();
    void lookAtPorts(const QList<int> &memberIds);
    void act();
    [[nodiscard]] CommandSpec command(const QStringList &containers) const;
    [[nodiscard]] Error named(const Error &error) const;
    /// start and restart take their containers one after the other: one call each.
    [[nodiscard]] Operation *makeOneCallEach();
    /// stop, kill, pause and unpause take them all at once, and print each name when it is done. Of those
    /// that are still to be done.
    [[nodiscard]] Operation *makeOneCallForAll();
    [[nodiscard]] DockerCall *makeCall(const QStringList &containers, QObject *parent);
    void onDone(const QString &container);
    [[nodiscard]] bool pauseAgain(const Operation &work);
    void onFinished(const Operation &work);
    void conclude(const Result<void> &outcome);

    TaskTools m_tools;
    ClusterHold m_hold;
    QList<int> m_memberIds;
    MemberAction m_action;
    DockerEngine *m_engine = nullptr;
    QStringList m_containers;   ///< in the steps' order
    QStringList m_paused;       ///< of these; docker refuses to start them
    QMap<int, Error> m_refused; ///< index → who has a port of it
    int m_pausesLeft = 3;       ///< how often a busy engine may be asked to pause them
    Operation *m_running = nullptr;
};

} // namespace zoodock
