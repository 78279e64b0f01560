// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plantask.h"

namespace zoodock
{

class Preflight;

/// Makes what is missing of a cluster, and starts it. The way back leaves what was there before.
class FinishTask final : public PlanTask
{
    Q_OBJECT
public:
    FinishTask(TaskTools tools, const QString &cluster, std::chrono::milliseconds quorumDeadline,
               QObject *parent);
    /// Only these members are made and started; whether the cluster serves then is not waited for.
    FinishTask(TaskTools tools, const QString &cluster, const QList<int> &only, QObject *parent);

    [[nodiscard]] Wholeness wholeness() const override
    {
        return m_only.isEmpty() ? Wholeness::Completes : Wholeness::NoMatter;
    }

    /// A creation that was interrupted takes free ports instead of taken ones.
    void setMovesPorts(bool moves) { m_movesPorts = moves; }

protected:
    void begin() override;
    void forgetFile() override;
    void restoreJournal() override;

private:
    void showLooking();
    [[nodiscard]] Result<Ensemble> wanted() const;
    void settle(const Ensemble &ensemble);
    void look(const Ensemble &ensemble);
    void giveUp(const Error &error);
    void onLooked(const Preflight &preflight, Ensemble ensemble);

    std::optional<JournalEntry> m_before;
    QList<int> m_only; ///< empty: all
    bool m_movesPorts = false;
};

} // namespace zoodock
