// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clustertask.h"
#include "clusters/plan.h"
#include "core/operation.h"

#include <QtCore/QSet>

namespace zoodock
{

class ClusterStore;
class DockerEngine;

/// Carries out a plan, group after group. The first failure ends it, after the other commands of the group
/// were cancelled and are really gone. Does not undo.
class PlanRun : public Operation
{
    Q_OBJECT
public:
    /// `quorumDeadline` 0: the last step is not waited for.
    PlanRun(DockerEngine &engine, const ClusterStore &store, Plan plan,
            std::chrono::milliseconds quorumDeadline, QObject *parent);
    ~PlanRun() override;

    /// Indices of the steps whose commands may have had an effect.
    [[nodiscard]] const QSet<int> &begunSteps() const { return m_begun; }

Q_SIGNALS:
    void stepMoved(int index, zoodock::StepState state, const QString &detail);
    void issued(const QString &display);

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    void nextGroup();
    [[nodiscard]] Operation *makeStep(int index, QObject *parent);
    [[nodiscard]] Operation *makeCommands(int index, QObject *parent);
    [[nodiscard]] Operation *makeQuorumWait(int index, QObject *parent);
    void onGroupFinished(const Result<void> &outcome);
    void examine(const Error &error);

    DockerEngine &m_engine;
    const ClusterStore &m_store;
    Plan m_plan;
    std::chrono::milliseconds m_quorumDeadline;
    QList<QList<int>> m_groups; ///< those still to come
    QSet<int> m_begun;
    Operation *m_running = nullptr;
    std::optional<Error> m_why;
};

} // namespace zoodock
