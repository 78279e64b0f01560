// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/actionrules.h"

#include <QtCore/QObject>

#include <functional>

class QAction;

namespace zoodock
{

/// What can be done with one member or with several.
class MemberActions : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MemberActions)
public:
    explicit MemberActions(QObject *parent);

    void update(const ClusterStatus &cluster, const MemberStatus &member, const EngineStatus &engine);
    /// Of `targets` the chosen members alone count.
    void update(const QList<Target> &targets, const ClusterStore &store);

    QAction *const start;
    QAction *const stop;
    QAction *const restart;
    QAction *const rollingRestart; ///< one after the other
    QAction *const kill;
    QAction *const pause;
    QAction *const resume; ///< visible instead of pause
    QAction *const remove; ///< the container alone; asks first
    QAction *const browse; ///< the znodes, as this member has them
    QAction *const copyAddress;
    QAction *const copyEverything;

    [[nodiscard]] QList<QAction *> all() const;

Q_SIGNALS:
    void wanted(zoodock::MemberAction action);
    void rollingRestartWanted();

private:
    using Answer = std::function<QString(MemberAction)>;
    void setAll(const QString &who, const Answer &reason, const Answer &consequence);
    void showPauseOrResume(bool paused);
    void refuseAll(const QString &reason);
};

} // namespace zoodock
