// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uiservices.h"

#include <QtCore/QObject>
#include <QtCore/QString>

namespace zoodock
{

class ClusterCreator;

/// "Give me this cluster, running": makes it if there is none, finishes it if it is half made, starts what
/// does not run. Decides only once the engines have been looked at, because a cluster may be known by its
/// containers' labels alone.
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

    UiServices m_services;
    ClusterCreator &m_creator;
    QString m_name;
    int m_members = 3;
};

} // namespace zoodock
