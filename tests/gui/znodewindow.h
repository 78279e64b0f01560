// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/znodes/znodespage.h"

#include <QtTest/QTest>
#include <QtWidgets/QMainWindow>

#include <memory>

namespace zoodock::test
{

/// A window with nothing but the znodes page of the cluster "orders"; not shown yet.
inline std::unique_ptr<QMainWindow> znodeWindow(const UiServices &services)
{
    auto window = std::make_unique<QMainWindow>();
    auto *page = new ZnodesPage(services);
    window->setCentralWidget(page);
    page->showCluster(QStringLiteral("orders"));
    window->resize(1200, 800);
    return window;
}

[[nodiscard]] inline ZnodesPage *znodesPage(const QMainWindow &window)
{
    return qobject_cast<ZnodesPage *>(window.centralWidget());
}

/// Shown, and with the keyboard; false: not within Qt's patience.
[[nodiscard]] inline bool showActive(QMainWindow &window)
{
    window.show();
    window.activateWindow();
    return QTest::qWaitForWindowActive(&window);
}

} // namespace zoodock::test
