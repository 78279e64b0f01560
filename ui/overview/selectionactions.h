// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/actionrules.h"
#include "ui/uiservices.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

class QAction;
class QWidget;

namespace zoodock
{

class ClusterActions;
class FileCare;
class Lifecycle;
class MemberActions;

/// The actions of the menus: about what is selected in the sidebar, one or several. Their keys work where the
/// selection is seen, and mean the members if members alone are selected, else the clusters.
class SelectionActions : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SelectionActions)
public:
    SelectionActions(const UiServices &services, QWidget *window);

    void setTargets(const QList<Target> &targets);
    [[nodiscard]] const QList<Target> &targets() const { return m_targets; }
    /// The keys work while the focus is in this widget.
    void addKeysTo(QWidget *widget);
    /// What a context menu offers, in groups.
    [[nodiscard]] QList<QList<QAction *>> menu() const;

    [[nodiscard]] ClusterActions &clusters() const { return *m_clusters; }
    [[nodiscard]] MemberActions &members() const { return *m_members; }

Q_SIGNALS:
    /// A sentence for the status bar.
    void said(const QString &sentence);
    void duplicateWanted(const QString &cluster);

private:
    void refresh();
    void refreshSoon();
    [[nodiscard]] bool hasMembersAlone() const;
    [[nodiscard]] QList<Target> wholeClusters() const;
    [[nodiscard]] QList<Target> chosenMembers() const;
    void moveKeys();

    UiServices m_services;
    QList<Target> m_targets;
    ClusterActions *m_clusters;
    MemberActions *m_members;
    Lifecycle *m_lifecycle;
    FileCare *m_files;
    QTimer m_soon;
};

} // namespace zoodock
