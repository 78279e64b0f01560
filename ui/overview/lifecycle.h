// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterservice.h"
#include "ui/overview/actionrules.h"
#include "ui/uiservices.h"

#include <QtCore/QObject>
#include <QtCore/QSet>

#include <chrono>
#include <functional>

namespace zoodock
{

class RemovalDialog;

/// Carries out what a person wants done with clusters and members, and asks first where something would be
/// lost: a quorum, containers, data. What makes no sense for a part of what was chosen is left out there.
class Lifecycle : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Lifecycle)
public:
    /// Questions are asked over the window of `owner`.
    Lifecycle(const UiServices &services, QWidget *owner);

    void act(MemberAction action, const QList<Target> &targets);
    /// Whole clusters, with or without their data.
    void remove(const QStringList &clusters);
    /// A rolling restart: the quorum stays where there are three voters or more.
    void restartOneByOne(const QList<Target> &targets,
                         std::chrono::milliseconds quorumDeadline = std::chrono::seconds(60));
    /// What is missing is made, what does not run is started.
    void finish(const QString &cluster, std::chrono::milliseconds quorumDeadline = std::chrono::seconds(60));

private:
    /// Every task can be tried again.
    void begin(ClusterTask *task, std::function<void(Lifecycle &)> again,
               ClusterTask::AgainWith with = ClusterTask::AgainWith::Same);
    void finish(const QString &cluster, std::chrono::milliseconds quorumDeadline,
                ClusterService::TakenPorts taken);
    void removeNow(const QString &cluster, bool withVolumes);
    void measure(const QString &cluster, RemovalExtent::Sizes sizes, const QSet<QString> &counted,
                 RemovalDialog *dialog);
    void perform(MemberAction action, const QList<Target> &targets);
    void performAgain(MemberAction action, const Target &target);
    void restartNow(const Target &target, std::chrono::milliseconds quorumDeadline);

    UiServices m_services;
    QWidget *m_owner;
};

} // namespace zoodock
