// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/actionrules.h"
#include "ui/uiservices.h"
#include "ui/znodes/changes/lastingwork.h"

#include <QtCore/QMap>
#include <QtWidgets/QMessageBox>

namespace zoodock
{

/// What becomes of the work that is going on in this window and needs the servers of these clusters.
[[nodiscard]] QStringList workCutOff(const ActivityLog &activity, const QStringList &clusters,
                                     LastingWork::Undo undo);

/// Asks before an action takes a quorum, containers, or the only server that work or ephemeral znodes of this
/// window are connected to. It follows the members and the work while it stands: where the action makes no
/// sense any more it says why and cannot be agreed to, and once the clusters are gone it goes.
class LifeQuestion : public QMessageBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LifeQuestion)
public:
    /// Something of that would be lost.
    [[nodiscard]] static bool isNeeded(const UiServices &services, MemberAction action,
                                       const QList<Target> &targets);
    /// Deletes itself once it is answered.
    LifeQuestion(const UiServices &services, MemberAction action, const QList<Target> &targets,
                 QWidget *parent);

Q_SIGNALS:
    void confirmed();
    /// Rather one member after the other; of Restart alone.
    void oneByOneWanted();

private:
    using Losses = QMap<QString, QString>; ///< of their quorum: a sentence by cluster
    [[nodiscard]] static Losses losses(const UiServices &services, MemberAction action,
                                       const QList<Target> &targets);
    /// Of work and ephemeral znodes; `lost`: the clusters that lose their quorum.
    [[nodiscard]] static QStringList cutOff(const UiServices &services, MemberAction action,
                                            const QList<Target> &targets, const QStringList &lost);
    void follow();
    void fill();
    /// Of one of the clusters whose members the action takes nobody knows just now whether it has a quorum.
    [[nodiscard]] bool isDoubted() const;
    void say(const QString &question, const QStringList &paragraphs);
    [[nodiscard]] QString question(bool losesQuorum) const;
    [[nodiscard]] QString containerQuestion() const;
    /// What the action takes, as they are called: "zoo1 and zoo3 of orders".
    [[nodiscard]] QString subject() const;
    [[nodiscard]] QStringList quorumParagraphs(const Losses &lost) const;
    [[nodiscard]] QString containerParagraph(const Losses &lost) const;

    const UiServices m_services;
    const MemberAction m_action;
    const QList<Target> m_targets;
    QPushButton *m_yes = nullptr;
    QPushButton *m_oneByOne = nullptr; ///< null: not of this action
};

} // namespace zoodock
