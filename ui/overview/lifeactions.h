// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/actionrules.h"

#include <QtCore/QObject>

class QAction;

namespace zoodock
{

/// What can be done with clusters and with members alike.
class LifeActions : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LifeActions)
public:
    QAction *const start;
    QAction *const stop;
    QAction *const restart;
    QAction *const rollingRestart; ///< one after the other
    QAction *const kill;
    QAction *const pause;
    QAction *const resume;

Q_SIGNALS:
    void wanted(zoodock::MemberAction action);
    void rollingRestartWanted();

protected:
    explicit LifeActions(QObject *parent);

    /// wanted() once it is triggered.
    void wishBy(QAction *action, MemberAction wish);
};

} // namespace zoodock
