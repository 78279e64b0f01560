// SPDX-License-Identifier: GPL-3.0-or-later
#include "planundo.h"

#include "core/sequence.h"
#include "docker/dockerengine.h"
#include "dockercall.h"
#include "sweep.h"

#include <QtCore/QMap>
#include <QtCore/QTimer>

#include <algorithm>

namespace zoodock
{

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int undoLooks = 3;
constexpr std::chrono::milliseconds lookPause = 500ms;

} // namespace

PlanUndo::PlanUndo(DockerEngine &engine, Plan plan, QSet<int> begunSteps, QObject *parent)
    : ValueOperation(parent)
    , m_engine(engine)
    , m_plan(std::move(plan))
{
    QMap<int, QList<int>> groups;
    for (int i = 0; i < m_plan.steps.size(); ++i) {
        const PlanStep &step = m_plan.steps.at(i);
        if (!begunSteps.contains(i) || step.makes.isEmpty())
            continue;
        groups[step.group] += i;
        m_planned += QSet<QString>(step.makes.cbegin(), step.makes.cend());
    }
    m_groups = groups.values();
    std::reverse(m_groups.begin(), m_groups.end());
    for (const QList<int> &group : std::as_const(m_groups))
        m_steps += group;
}

PlanUndo::~PlanUndo() = default;

void PlanUndo::begin()
{
    if (m_groups.isEmpty()) {
        succeedWith({});
        return;
    }
    for (const int index : std::as_const(m_steps))
        Q_EMIT stepMoved(index, StepState::Undoing, {});
    look();
}

void PlanUndo::look()
{
    auto *const query = new OwnObjectsQuery(m_engine, m_plan.ensemble.name, this);
    connect(query, &Operation::finished, this, [this, query] {
        query->deleteLater();
        onFound(query->result());
    });
    query->start();
}

void PlanUndo::onFound(const Result<OwnObjects> &found)
{
    if (isSettled())
        return;
    if (found) {
        const QStringList names = found->names();
        m_present = QSet<QString>(names.cbegin(), names.cend());
        nextGroup();
    } else if (++m_failedLooks < undoLooks) {
        QTimer::singleShot(lookPause, this, &PlanUndo::look);
    } else {
        // Nothing is removed blindly by name: it might be somebody else's.
        m_problem = found.error();
        QStringList maybe(m_planned.cbegin(), m_planned.cend());
        maybe.sort();
        conclude(maybe);
    }
}

void PlanUndo::nextGroup()
{
    if (isSettled())
        return;
    if (m_groups.isEmpty()) {
        sweep();
        return;
    }
    QList<OperationFactory> steps;
    for (const int index : m_groups.takeFirst())
        steps += [this, index](QObject *parent) { return makeStep(index, parent); };
    auto *const group = new Parallel(steps, Parallel::OnFailure::FinishOthers, 0, this);
    connect(group, &Operation::finished, this, [this, group] {
        group->deleteLater();
        if (!group->outcome() && !m_problem)
            m_problem = group->outcome().error();
        nextGroup();
    });
    group->start();
}

Operation *PlanUndo::makeStep(int index, QObject *parent)
{
    const PlanStep &step = m_plan.steps.at(index);
    QList<OperationFactory> calls;
    for (qsizetype i = 0; i < step.undo.size(); ++i) {
        if (!m_present.contains(step.makes.value(i)))
            continue;
        calls += [this, command = step.undo.at(i)](QObject *owner) {
            Q_EMIT issued(command.display());
            return new DockerCall(m_engine, command, DockerCall::Deadline::Total, owner);
        };
    }
    return new Parallel(calls, Parallel::OnFailure::FinishOthers, 1, parent);
}

void PlanUndo::sweep()
{
    SweepScope scope;
    scope.names = m_planned;
    auto *const last = new Sweep(m_engine, m_plan.ensemble.name, scope, this);
    connect(last, &Sweep::issued, this, &PlanUndo::issued);
    connect(last, &Operation::finished, this, [this, last] {
        last->deleteLater();
        onSwept(*last);
    });
    last->start();
}

void PlanUndo::onSwept(const Sweep &sweep)
{
    if (isSettled())
        return;
    if (sweep.problem())
        m_problem = sweep.problem();
    if (sweep.succeeded()) {
        conclude(sweep.value());
        return;
    }
    m_problem = sweep.outcome().error();
    QStringList maybe(m_planned.cbegin(), m_planned.cend());
    maybe.sort();
    conclude(maybe);
}

void PlanUndo::conclude(const QStringList &left)
{
    for (const int index : std::as_const(m_steps)) {
        QStringList names;
        for (const QString &name : m_plan.steps.at(index).makes) {
            if (left.contains(name))
                names += name;
        }
        const StepState state = names.isEmpty() ? StepState::Undone : StepState::UndoFailed;
        Q_EMIT stepMoved(index, state, names.join(", "_L1));
    }
    succeedWith(left);
}

} // namespace zoodock
