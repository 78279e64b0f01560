// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plantask.h"

namespace zoodock
{

/// Makes a new cluster from a plan.
class CreateTask final : public PlanTask
{
    Q_OBJECT
public:
    CreateTask(TaskTools tools, Plan plan, std::chrono::milliseconds quorumDeadline, QObject *parent);

    [[nodiscard]] Wholeness wholeness() const override { return Wholeness::PartsAtStake; }

protected:
    void begin() override;
    void forgetFile() override;
    void restoreJournal() override;

private:
    [[nodiscard]] Result<void> refuseExisting() const;
    [[nodiscard]] Result<void> refuseMixing() const;

    Plan m_plan;
};

} // namespace zoodock
