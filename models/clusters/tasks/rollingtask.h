// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plantask.h"
#include "servingwait.h"

#include <QtCore/QMap>
#include <QtCore/QSet>

namespace zoodock
{

/// A task that goes from member to member so that the quorum stays: those that do not serve first, all at
/// once; then one after the other, the leader last, each only when all others serve again. Or, where that
/// cannot be, all at once. What is done to a member is the subclass's.
class RollingTask : public ClusterTask
{
    Q_OBJECT
public:
    RollingTask(TaskTools tools, const QString &cluster, TaskTitle title,
                std::chrono::milliseconds quorumDeadline, QObject *parent);
    ~RollingTask() override;

protected:
    void abort(const Error &why) override;

    enum class Pace { OneByOne, Together };
    /// Begins; the members' steps are those from `firstStep` on, in this order.
    void roll(const QList<int> &memberIds, int firstStep, Pace pace = Pace::OneByOne);
    /// The work on one member. It is never cancelled: half of it would be a member that is away.
    [[nodiscard]] virtual Operation *makeWork(int memberId, QObject *parent) = 0;
    /// On several at once: the work on each, side by side, unless a subclass knows better.
    [[nodiscard]] virtual Operation *makeWorkOn(const QList<int> &memberIds, QObject *parent);
    /// All members are through.
    virtual void onRolled() = 0;
    /// It ends early, by failure or cancel, with these members in hand (none: between two).
    virtual void onStopped(const QList<int> &inHand, const Error &why) = 0;

    /// Who need not serve any more.
    void expectNoMore(const QList<int> &memberIds);
    /// Something else that takes time before roll() and after onStopped(); abort() cancels it if `mayCancel`.
    void setRunning(Operation *operation, bool mayCancel);
    [[nodiscard]] ServingWait *makeWait(QObject *parent);
    [[nodiscard]] std::chrono::milliseconds quorumDeadline() const { return m_quorumDeadline; }
    void conclude(const Result<void> &outcome);

    [[nodiscard]] const TaskTools &tools() const { return m_tools; }
    [[nodiscard]] ClusterHold &hold() { return m_hold; }
    [[nodiscard]] const ClusterStatus *status() const;
    [[nodiscard]] const QList<int> &done() const { return m_done; }
    [[nodiscard]] const QList<int> &left() const { return m_left; }
    [[nodiscard]] int stepOf(int memberId) const;
    [[nodiscard]] QString nameOf(int memberId) const;
    [[nodiscard]] QString namesOf(const QList<int> &memberIds) const;
    void setMemberSteps(const QList<int> &memberIds, StepState state, const QString &detail = {});

private:
    void next();
    [[nodiscard]] QList<int> idle() const;
    [[nodiscard]] int pick() const;
    [[nodiscard]] Result<void> spare(int memberId) const;
    void waitForOthers();
    void work(const QList<int> &batch);
    void onWorked(const Result<void> &outcome);
    void waitForBatch();
    void onWaited(const Result<void> &outcome);
    void examine(const Error &error);
    void stop(const Error &why);

    TaskTools m_tools;
    ClusterHold m_hold;
    std::chrono::milliseconds m_quorumDeadline;
    QList<int> m_order; ///< as given: the steps' order
    int m_firstStep = 0;
    QList<int> m_left;
    QList<int> m_done;
    QList<int> m_batch;   ///< in hand
    QSet<int> m_expected; ///< who serves, and has to again after each member
    QMap<int, ContainerMark> m_marks;
    Pace m_pace = Pace::OneByOne;
    bool m_idleDone = false;
    Operation *m_running = nullptr;
    bool m_mayCancel = false;
    std::optional<Error> m_why;
};

} // namespace zoodock
