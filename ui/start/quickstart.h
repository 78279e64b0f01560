// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uiservices.h"

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QTimer>

namespace zoodock
{

class ClusterCreator;
class ClusterTask;

/// "Give me this cluster, running": makes it if there is none, finishes it if it is half made, starts what
/// does not run. Decides only once the engines have been looked at, because a cluster may be known by its
/// containers' labels alone, and while no other process is changing it: that one may be making it.
class Quickstart : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Quickstart)
public:
    Quickstart(const UiServices &services, ClusterCreator &creator, QObject *parent);

    void run(const QString &name, int members);

Q_SIGNALS:
    /// The cluster exists, or is being made.
    void ready(const QString &name);

private:
    void decide();
    void waitForOthers();
    void follow(ClusterTask *task);

    UiServices m_services;
    ClusterCreator &m_creator;
    QString m_name; ///< empty: nothing is to be decided
    int m_members = 3;
    int m_attempts = 0;
    QTimer m_wait; ///< while another process changes it
};

} // namespace zoodock
