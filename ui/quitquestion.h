// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

class QWidget;

namespace zoodock
{

/// What would be left half done, or be lost, if the window closed now.
struct QuitRisks
{
    bool running = false;        ///< tasks that change clusters
    bool znodes = false;         ///< values that were changed and not saved
    bool settings = false;       ///< of clusters, that were changed and not applied
    bool work = false;           ///< other tasks: on znodes, images and files
    QStringList ephemerals = {}; ///< znodes that end with the connections that made them, to look at

    [[nodiscard]] bool none() const { return !running && !work && !losesText() && ephemerals.isEmpty(); }
    [[nodiscard]] bool losesText() const { return znodes || settings; }
};

/// Names the risks, and closes the window where a person wants that all the same.
void askToQuit(QWidget &window, const QuitRisks &risks);

} // namespace zoodock
