// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clustertask.h"

#include <QtCore/QPointer>

#include <functional>

namespace zoodock
{

/// Work that somebody else does, as a task of the activity: operations, one after the other, each for a step
/// or some; who runs them owns them. Cancel cancels the one that runs. The failure of one ends the task, and
/// so does the success of the one with the last step. Nothing is undone: what was done stays.
class OperationTask final : public ClusterTask
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OperationTask)
public:
    OperationTask(QString cluster, TaskTitle title, const QStringList &sentences, QObject *parent);

    /// `operation` does the steps from the first that is not done yet to `lastStep`, from now on. One that is
    /// destroyed before its end has been cancelled. Before the operation is started, and the next one no
    /// later than the event loop's next turn after the former's success.
    void follow(Operation *operation, int lastStep);
    /// The next step alone.
    void followNext(Operation *operation);
    /// How far a step of the operation is, in its own words; `total` 0: not known. A step that is behind
    /// stays so.
    void tell(int step, qint64 done, qint64 total, const QString &words);
    /// What is said of it once it was cancelled; asked when it ends. Empty: nothing.
    void setWhenCancelled(std::function<QString()> words) { m_whenCancelled = std::move(words); }
    /// Whatever the operation would come to.
    void endWith(const Error &why);
    /// Its cluster's page of znodes says why it failed.
    void setFailureOnPage(bool isThere);
    [[nodiscard]] bool isFailureOnPage() const { return m_failureOnPage; }

    [[nodiscard]] double progress() const override;
    [[nodiscard]] bool changesCluster() const override { return false; }
    /// It goes on only as long as servers of its cluster answer.
    void setNeedsServers() { m_needsServers = true; }
    [[nodiscard]] bool needsServers() const { return m_needsServers; }
    /// Not so unless it is said here.
    void setLeavesChanges(bool leaves) { m_leavesChanges = leaves; }
    [[nodiscard]] bool leavesChanges() const override { return m_leavesChanges; }

protected:
    void begin() override {}
    void abort(const Error &why) override;

private:
    void end(const Operation *operation);
    void endWithout();
    void advance(int step);
    void giveUp(const Error &why);

    QPointer<Operation> m_operation;
    std::function<QString()> m_whenCancelled;
    bool m_failureOnPage = false;
    bool m_needsServers = false;
    bool m_leavesChanges = false;
    int m_step = 0;
    int m_lastStep = -1; ///< of the operation
    double m_part = -1;  ///< of the step
};

} // namespace zoodock
