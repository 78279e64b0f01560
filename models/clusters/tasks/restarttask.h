// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollingtask.h"

namespace zoodock
{

class DockerEngine;

/// Restarts members one after the other.
class RestartTask final : public RollingTask
{
    Q_OBJECT
public:
    RestartTask(TaskTools tools, const QString &cluster, QList<int> memberIds,
                std::chrono::milliseconds quorumDeadline, QObject *parent);
    ~RestartTask() override;

protected:
    void begin() override;
    [[nodiscard]] Operation *makeWork(int memberId, QObject *parent) override;
    void onRolled() override;
    void onStopped(const QList<int> &inHand, const Error &why) override;

private:
    [[nodiscard]] Result<void> choose();
    void lookAtPorts(const QList<int> &memberIds);
    [[nodiscard]] bool isElecting() const;
    void awaitElection();
    void onElected(const Result<void> &outcome);
    void goOn();

    QList<int> m_memberIds;
    QMap<int, QString> m_containers;
    DockerEngine *m_engine = nullptr;
};

} // namespace zoodock
