// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace zoodock
{

/// What would be left half done, or be lost, if the window closed now.
struct QuitRisks
{
    bool running = false;  ///< tasks
    bool znodes = false;   ///< values that were changed and not saved
    bool settings = false; ///< of clusters, that were changed and not applied

    [[nodiscard]] bool none() const { return !running && !znodes && !settings; }
};

/// Names the risks, and closes the window where a person wants that all the same.
void askToQuit(QWidget &window, const QuitRisks &risks);

} // namespace zoodock
