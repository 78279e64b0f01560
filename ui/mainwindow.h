// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uiservices.h"

#include <QtWidgets/QMainWindow>

namespace zoodock
{

/// The frame: sidebar, the page of what is selected, activity, status bar. Pages own their actions.
class MainWindow : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)
public:
    explicit MainWindow(const UiServices &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Selects a cluster in the sidebar and shows its overview.
    void showCluster(const QString &name);
    /// Creates a cluster with `members` participants and every default (free ports, the default image), or, if it exists,
    /// starts its stopped members; then shows it. What the welcome page's large button and --quickstart do.
    void quickstart(const QString &name, int members = 3);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    UiServices m_services;
};

} // namespace zoodock
