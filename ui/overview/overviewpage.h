// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uiservices.h"

#include "clusters/clusterservice.h"
#include "clusters/clusterstatus.h"
#include "ui/overview/actionrules.h"

#include <QtCore/QMap>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

namespace zoodock
{

class CardArea;
class ClusterActions;
class ClusterBanners;
class ClusterHeader;
class ConnectPanel;
class FileCare;
class Lifecycle;
class MemberActions;
class MemberCard;
class QuorumBar;

/// One look at a cluster: is there a quorum, who leads, what address do I give my program, what is odd. Its
/// buttons act on the cluster that is shown and on its members; the menus act on what is selected.
class OverviewPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewPage)
public:
    explicit OverviewPage(const UiServices &services, QWidget *parent = nullptr);
    ~OverviewPage() override;

    void showCluster(const QString &name);
    [[nodiscard]] const QString &cluster() const { return m_cluster; }
    /// Marks a member's card and scrolls to it; 0: none.
    void showMember(int memberId);
    /// Marks every member that is selected; where it is a whole cluster, the one of showMember().
    void markSelected(const QList<Target> &targets);

    [[nodiscard]] ClusterActions &actions() const { return *m_actions; }
    /// Of the marked member, or nullptr.
    [[nodiscard]] MemberActions *currentMemberActions() const;

Q_SIGNALS:
    void commandsWanted(zoodock::ClusterTask *task);
    /// A sentence for the status bar.
    void said(const QString &sentence);
    void memberFocused(int memberId);
    /// Other ports have to be chosen for the cluster that is shown.
    /// The page about an engine that does not answer.
    void engineHelpWanted();
    void portsWanted();
    void znodesWanted(int memberId);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void connectBanners();
    void connectStore();
    void refresh();
    void refreshCards(const ClusterStatus &status, const EngineStatus &engine);
    void refreshMember(const QString &cluster, int memberId);
    MemberCard *makeCard(int memberId);
    [[nodiscard]] bool isMarked(int memberId) const;
    void refreshMarks();
    void refreshTimes();
    void lookOrLookAway();
    [[nodiscard]] bool isLookedAt() const;
    [[nodiscard]] ClusterTask *lastFailure() const;

    UiServices m_services;
    QString m_cluster;
    int m_current = 0;
    QList<Target> m_selected;
    bool m_watchingWindow = false;
    Lifecycle *m_lifecycle;
    FileCare *m_files;
    ClusterActions *m_actions; ///< of the cluster that is shown
    ClusterHeader *m_header = nullptr;
    ClusterBanners *m_banners = nullptr;
    QuorumBar *m_quorum = nullptr;
    ConnectPanel *m_connect = nullptr;
    CardArea *m_area = nullptr;
    QMap<int, MemberCard *> m_cards;
    QTimer m_clockTimer;
};

} // namespace zoodock
