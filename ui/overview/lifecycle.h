// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/actionrules.h"
#include "ui/uiservices.h"

#include <QtCore/QObject>

class QMessageBox;

namespace zoodock
{

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
    /// What is missing is made, what does not run is started.
    void finish(const QString &cluster);

private:
    void perform(MemberAction action, const QList<Target> &targets);
    [[nodiscard]] QStringList losses(MemberAction action, const QList<Target> &targets) const;
    [[nodiscard]] QString containerQuestion(const QList<Target> &targets) const;
    void askAboutQuorum(MemberAction action, const QList<Target> &targets, const QStringList &losses);
    void askAboutContainers(const QList<Target> &targets);
    void ask(QMessageBox *box, const QString &button, MemberAction action, const QList<Target> &targets);

    UiServices m_services;
    QWidget *m_owner;
};

} // namespace zoodock
