// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/lifeactions.h"

#include <functional>

namespace zoodock
{

/// What can be done with one member or with several.
class MemberActions : public LifeActions
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MemberActions)
public:
    explicit MemberActions(QObject *parent);

    void update(const ClusterStatus &cluster, const MemberStatus &member, const EngineStatus &engine);
    /// Of `targets` the chosen members alone count.
    void update(const QList<Target> &targets, const ClusterStore &store);

    // Resuming is visible instead of pausing.
    QAction *const remove; ///< the container alone; asks first
    QAction *const browse; ///< the znodes, as this member has them
    QAction *const copyAddress;
    QAction *const copyEverything;

    [[nodiscard]] QList<QAction *> all() const;

private:
    using Answer = std::function<QString(MemberAction)>;
    void setAll(const QString &who, const Answer &reason, const Answer &consequence);
    void showPauseOrResume(bool paused);
    void refuseAll(const QString &reason);
};

} // namespace zoodock
