// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition.h"
#include "app/guirequest.h"
#include "app/interrupt.h"
#include "ui/znodes/connection/keptznodes.h"

#include <QtCore/QRect>

#include <memory>

namespace zoodock
{

class DesktopNotifications;
class MainWindow;
class Notifier;
class Screenshot;

/// Everything from the first window to the last: the services and the window on them. Another language makes
/// the window anew, another docker command the services too, each as soon as nothing runs.
class WindowSession : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowSession)
public:
    explicit WindowSession(GuiRequest request);
    ~WindowSession() override;

    /// Shows the window, and does what was asked for.
    void open();
    /// A second start: the window comes to the front.
    void raise(bool quickstart, const QString &activationToken);

private:
    void makeParts();
    void makeWindow();
    void apply(SettingKey key);
    void renewSoon();
    [[nodiscard]] bool isBusy() const;
    void renewWindow();
    void renewEverything();
    void dropWindow();
    void showWindowAgain();
    void endGently();

    GuiRequest m_request;
    std::unique_ptr<Composition> m_parts;
    Interrupt m_interrupt;
    std::unique_ptr<DesktopNotifications> m_notifications;
    std::unique_ptr<Notifier> m_notifier;
    KeptZnodes m_znodes; ///< before the window, which leaves it there; after the services
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Screenshot> m_screenshot;
    QRect m_place; ///< of the window that is made anew; invalid: it was maximised
    bool m_ending = false;
    bool m_otherLanguage = false; ///< the settings name another one than the window has
    bool m_outdated = false;      ///< the services are of another docker command than the settings name
};

} // namespace zoodock
