// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;

namespace zoodock
{

/// What is seen while there is no cluster: one large action, and what else works.
class WelcomePage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WelcomePage)
public:
    /// The actions are the window's own; the buttons show their states.
    WelcomePage(QAction *quickstart, QAction *newCluster, QWidget *parent = nullptr);

    void setBusy(bool busy);

private:
    QLabel *m_explanation;
    QPushButton *m_create;
    QPushButton *m_choose;
    QProgressBar *m_progress;
    QLabel *m_busy;
};

} // namespace zoodock
