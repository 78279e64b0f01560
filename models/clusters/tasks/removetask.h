// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ownobjects.h"
#include "plantask.h"

namespace zoodock
{

class Sweep;

/// Takes a cluster away: containers, own network, volumes if asked, the file. Goes by the label; file,
/// journal and store tell which engine. Stopped in the middle, it leaves its journal: the rest can be removed
/// later.
class RemoveTask final : public ClusterTask
{
    Q_OBJECT
public:
    RemoveTask(TaskTools tools, const QString &cluster, bool withVolumes, QObject *parent);
    ~RemoveTask() override;

    [[nodiscard]] Wholeness wholeness() const override { return Wholeness::Removes; }

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    enum Step { ContainersStep, NetworkStep, VolumesStep, FileStep, StepCount };

    [[nodiscard]] std::optional<Ensemble> wanted() const;
    [[nodiscard]] Result<void> writeJournal();
    void look();
    void onFound(const Result<OwnObjects> &found);
    void removeNext();
    [[nodiscard]] QList<CommandSpec> commands(Step step) const;
    void sweep();
    void onSwept(const Sweep &sweep);
    void forget();
    void failAt(int step, const Error &error);
    void conclude(const Result<void> &outcome);

    TaskTools m_tools;
    ClusterHold m_hold;
    bool m_withVolumes;
    Ensemble m_ensemble;
    DockerEngine *m_engine = nullptr;
    OwnObjects m_found;
    int m_step = ContainersStep;
    Operation *m_running = nullptr;
    std::optional<Error> m_problem;
    std::optional<Error> m_why;
};

} // namespace zoodock
