// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

class QAction;
class QMainWindow;
class QMenu;

namespace zoodock
{

class SelectionActions;
class Settings;

/// The actions that belong to no page, and the menu bar that shows them beside those of what is
/// selected.
class WindowMenus : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowMenus)
public:
    WindowMenus(Settings &settings, QMainWindow *window);

    /// Fills the window's menu bar.
    void build(const SelectionActions &selection);

    QAction *const newThree;
    QAction *const newCluster;
    QAction *const refresh;
    QAction *const quickOpen;
    QAction *const showActivity;
    QAction *const showHistory;
    QAction *const preferences;
    QAction *const quit;

private:
    void fillThemes(QMenu *menu);
    void showAbout();

    Settings &m_settings;
    QMainWindow *m_window;
};

} // namespace zoodock
