// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clustertask.h"
#include "clusters/plan.h"
#include "core/operation.h"
#include "ownobjects.h"

#include <QtCore/QSet>

namespace zoodock
{

class DockerEngine;
class Sweep;

/// The way back: takes what the begun steps of a plan made, last group first, each object whatever became of
/// the others; then sweeps what appears late. Touches only what carries the cluster's label: a name that
/// somebody else took in the meantime is not ours. The value names what is (or, where the engine does not
/// answer, may be) left.
class PlanUndo : public ValueOperation<QStringList>
{
    Q_OBJECT
public:
    PlanUndo(DockerEngine &engine, Plan plan, QSet<int> begunSteps, QObject *parent);
    ~PlanUndo() override;

    /// The begun steps make nothing: there was nothing to take back.
    [[nodiscard]] bool hadNothing() const { return m_steps.isEmpty(); }
    /// Why something is left.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

Q_SIGNALS:
    void stepMoved(int index, zoodock::StepState state, const QString &detail);
    void issued(const QString &display);

protected:
    void begin() override;

private:
    void look();
    void onFound(const Result<OwnObjects> &found);
    void nextGroup();
    [[nodiscard]] Operation *makeStep(int index, QObject *parent);
    void sweep();
    void onSwept(const Sweep &sweep);
    void conclude(const QStringList &left);

    DockerEngine &m_engine;
    Plan m_plan;
    QList<int> m_steps;         ///< begun and with something to undo, last first
    QList<QList<int>> m_groups; ///< those still to come
    QSet<QString> m_planned;
    QSet<QString> m_present;
    std::optional<Error> m_problem;
    int m_failedLooks = 0;
};

} // namespace zoodock
