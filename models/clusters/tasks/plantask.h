// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterrepository.h"
#include "clusters/clustertask.h"
#include "clusters/plan.h"

#include <memory>

namespace zoodock
{

class ClusterStore;
class DockerEngine;
class EngineRegistry;
class PlanRun;
class PlanUndo;

/// What every task works with. All outlive it.
struct TaskTools
{
    EngineRegistry &engines;
    ClusterRepository &repository;
    ClusterStore &store;

    /// What a person calls the cluster; its name where nothing else is known.
    [[nodiscard]] QString shownName(const QString &cluster) const;
};

/// Holds a cluster for the time of a task: its lock, and busy in the store.
class ClusterHold
{
public:
    explicit ClusterHold(const TaskTools &tools, QString cluster);
    ~ClusterHold();
    Q_DISABLE_COPY_MOVE(ClusterHold)

    [[nodiscard]] Result<void> take();
    /// Again after the store has learnt of the cluster.
    void markBusy();
    /// Lets others have it, and lets the repository see what state it is in.
    void release();

private:
    TaskTools m_tools;
    QString m_cluster;
    std::unique_ptr<ClusterLock> m_lock;
};

/// A task that carries out a plan and, where that fails or is cancelled, goes all the way back.
class PlanTask : public ClusterTask
{
    Q_OBJECT
public:
    PlanTask(TaskTools tools, QString cluster, TaskTitle title, std::chrono::milliseconds quorumDeadline,
             QObject *parent);
    ~PlanTask() override;

    /// What was started and does not serve is not taken back.
    void setKeepsUnserved(bool keeps) { m_keepsUnserved = keeps; }

protected:
    void abort(const Error &why) override;

    /// Shows the plan's steps and commands; before them, what ports have moved.
    void show(const Plan &plan);
    /// Writes journal and file and begins.
    void run(const Plan &plan);
    /// Ends the task, with everything let go.
    void conclude(const Result<void> &outcome);
    /// What abort() ends before run() was called.
    void setPreparation(Operation *operation) { m_preparation = operation; }

    [[nodiscard]] const TaskTools &tools() const { return m_tools; }
    [[nodiscard]] ClusterHold &hold() { return m_hold; }
    [[nodiscard]] DockerEngine &engine(const QString &context) const;
    /// All is undone: what run() wrote down goes, as far as it was not there before.
    virtual void forgetFile() = 0;
    virtual void restoreJournal() = 0;

private:
    [[nodiscard]] Result<void> writeDown(const Plan &plan);
    /// Of the plan's steps, which are not the first that are shown.
    void moveStep(int index, StepState state, const QString &detail);
    void onRunFinished();
    void keep(const Error &why);
    void undo(const Error &why);
    void onUndoFinished(const PlanUndo &way, const Error &why);

    TaskTools m_tools;
    ClusterHold m_hold;
    std::chrono::milliseconds m_quorumDeadline;
    Plan m_plan;
    int m_firstStep = 0;
    Operation *m_preparation = nullptr;
    PlanRun *m_run = nullptr;
    bool m_keepsUnserved = false;
    PlanUndo *m_undo = nullptr;
};

} // namespace zoodock
