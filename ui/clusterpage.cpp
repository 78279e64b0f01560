// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clusterpage.h"

#include "ui/look/textformat.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QTabBar>

namespace zoodock
{

ClusterPage::ClusterPage(QWidget *parent)
    : QTabWidget(parent)
{
    setDocumentMode(true);
    setTabBarAutoHide(true);
    setFocusPolicy(Qt::NoFocus); // the tab bar has it
    setAccessibleName(tr("Cluster"));
    tabBar()->setAccessibleName(tr("Views of the cluster"));
    connect(tabBar(), &QTabBar::tabBarClicked, this, &ClusterPage::takeFocus); // before the view changes
}

void ClusterPage::addPage(QWidget *view, const QIcon &icon, const QString &title)
{
    const int index = addTab(view, icon, title);
    const QKeySequence keys(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + index));
    setTabToolTip(index, tr("%1 (%2)", "view, its shortcut")
                             .arg(withoutMnemonic(title), keys.toString(QKeySequence::NativeText)));
    // Of the window, so that it works from the sidebar, too; only while this page is the one shown.
    auto *shortcut = new QShortcut(keys, window());
    connect(shortcut, &QShortcut::activated, this, [this, view] {
        if (!isVisible())
            return;
        takeFocus();
        setCurrentWidget(view);
        view->setFocus(Qt::ShortcutFocusReason);
    });
}

/// From a view that may go. Qt would give it to the first widget of the next one: a member's card, which
/// would be chosen by that, and be what the keys act on.
void ClusterPage::takeFocus()
{
    const QWidget *inner = window()->focusWidget();
    if (inner && currentWidget() && currentWidget()->isAncestorOf(inner))
        tabBar()->setFocus(Qt::OtherFocusReason);
}

void ClusterPage::showCluster(const QString &name)
{
    m_cluster = name;
    Q_EMIT clusterShown(name);
}

void ClusterPage::showMember(int memberId)
{
    Q_EMIT memberShown(memberId);
}

} // namespace zoodock
