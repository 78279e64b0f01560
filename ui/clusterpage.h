// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QTabWidget>

namespace zoodock
{

/// The views of one cluster as tabs, reached by Ctrl+1, Ctrl+2, … A view is told what is selected at once,
/// and works (asks, follows) only while it is visible.
class ClusterPage : public QTabWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClusterPage)
public:
    explicit ClusterPage(QWidget *parent = nullptr);

    /// `View` is a QWidget with showCluster(const QString &), maybe showMember(int; 0: none), and the signal
    /// said(const QString &). Takes ownership.
    template <typename View>
    void addView(View *view, const QIcon &icon, const QString &title)
    {
        connect(this, &ClusterPage::clusterShown, view, &View::showCluster);
        if constexpr (requires { &View::showMember; })
            connect(this, &ClusterPage::memberShown, view, &View::showMember);
        connect(view, &View::said, this, &ClusterPage::said);
        addPage(view, icon, title);
    }

    /// Empty: none.
    void showCluster(const QString &name);
    void showMember(int memberId);
    [[nodiscard]] const QString &cluster() const { return m_cluster; }

Q_SIGNALS:
    void clusterShown(const QString &name);
    void memberShown(int memberId);
    /// A sentence for the status bar.
    void said(const QString &sentence);

private:
    void addPage(QWidget *view, const QIcon &icon, const QString &title);
    void takeFocus();

    QString m_cluster;
};

} // namespace zoodock
