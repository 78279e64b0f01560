// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uiservices.h"

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

#include <chrono>

class QStackedWidget;
class QVBoxLayout;

namespace zoodock
{

class ClusterEditor;
struct ClusterStatus;
struct Ensemble;

/// The settings of the cluster that is shown. What was edited and not applied stays while others are looked
/// at; what cannot be known (others made the containers) is not shown, with the reason.
class ClusterSettingsPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClusterSettingsPage)
public:
    explicit ClusterSettingsPage(const UiServices &services, QWidget *parent = nullptr);
    ~ClusterSettingsPage() override;

    void showCluster(const QString &name);
    void showMember(int) {}
    /// Of the cluster that is shown: where another port is chosen.
    void showPorts();
    /// Of clusters, with changes that are neither applied nor being applied; in order.
    [[nodiscard]] QStringList unsavedClusters() const;
    /// As a task in the activity, which can be tried again.
    void apply(const Ensemble &wish, std::chrono::milliseconds quorumDeadline = std::chrono::seconds(60));

Q_SIGNALS:
    /// A sentence for the status bar.
    void said(const QString &sentence);
    void duplicateWanted(const QString &cluster);
    /// This page has something to decide about the cluster.
    void attentionWanted(const QString &cluster);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void refuse(const QString &reason);
    ClusterEditor *editor(const ClusterStatus &status);
    void drop(const QString &cluster);
    void applyAgain(Ensemble wish, const Ensemble &base, std::chrono::milliseconds quorumDeadline);

    UiServices m_services;
    QString m_cluster;
    QString m_reason; ///< that is shown now
    QHash<QString, ClusterEditor *> m_editors;
    QStackedWidget *m_pages;
    QWidget *m_refusal;
    QVBoxLayout *m_refusalLayout;
};

} // namespace zoodock
