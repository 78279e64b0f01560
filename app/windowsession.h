// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition.h"
#include "app/interrupt.h"

#include <memory>

namespace zoodock
{

class MainWindow;
class Screenshot;

/// How the window was asked for on the command line.
struct GuiRequest
{
    bool quickstart = false;
    QString screenshot;
    QString context;
};

/// Everything from the first window to the last: the services and the window on them.
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
    void makeWindow();
    void endGently();

    GuiRequest m_request;
    Composition m_parts;
    Interrupt m_interrupt;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Screenshot> m_screenshot;
    bool m_ending = false;
};

} // namespace zoodock
