// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>

#include <chrono>
#include <memory>
#include <vector>

namespace zoodock
{

class ClusterTask;

/// The tasks of this run of the program, newest first. Owns them; finished successes are dropped beyond the
/// last 50, failures stay until dismissed; once what answers() for them has succeeded nobody need read
/// them any more.
class ActivityLog : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityLog)
public:
    explicit ActivityLog(QObject *parent = nullptr);
    ~ActivityLog() override;

    [[nodiscard]] const QList<ClusterTask *> &tasks() const { return m_tasks; }
    [[nodiscard]] int runningCount() const;
    /// Of those, how many change a cluster itself (ClusterTask::changesCluster()).
    [[nodiscard]] int runningChanges() const;
    /// Takes ownership.
    void add(ClusterTask *task);
    /// Of what ends before it has lasted.
    enum class Quick { Nothing, Failures };
    /// The same for what is worth a row only if it lasts: it is there after `moment`, unless it has ended by
    /// then; of that nobody hears here, but for failures, if so wanted.
    void addIfItLasts(ClusterTask *task, Quick quick = Quick::Nothing,
                      std::chrono::milliseconds moment = lasting);
    static constexpr std::chrono::milliseconds lasting{1'000};
    /// Records of the tasks that ended, newest first: what another log goes on with when the services that
    /// these tasks worked with go.
    [[nodiscard]] std::vector<std::unique_ptr<ClusterTask>> records() const;
    /// Forgets a finished task.
    void dismiss(ClusterTask *task);

Q_SIGNALS:
    void taskAdded(zoodock::ClusterTask *task);
    void taskAboutToBeRemoved(zoodock::ClusterTask *task);
    void taskRemoved();
    void taskChanged(zoodock::ClusterTask *task);
    void taskFinished(zoodock::ClusterTask *task);
    /// Of a failure: somebody has looked at it, dismissed it, or the same has succeeded since.
    void taskRead(zoodock::ClusterTask *task);
    /// Of what addIfItLasts() took and no row tells of.
    void quickSuccess(zoodock::ClusterTask *task);

private:
    void dropOldSuccesses();
    /// The older failures of just the same, by cluster and title.
    [[nodiscard]] QList<ClusterTask *> failuresLike(const ClusterTask &success) const;
    void markAnsweredRead(const ClusterTask &success);

    QList<ClusterTask *> m_tasks;
};

} // namespace zoodock
