// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

#include <functional>

class QWidget;

namespace zoodock
{

class ActivityLog;

/// What would be left half done, or be lost, if the window closed now.
struct QuitRisks
{
    bool running = false;      ///< tasks that change clusters
    bool halfMade = false;     ///< … of which some are being made, or removed
    bool halfApplied = false;  ///< … and some are given other settings
    bool znodes = false;       ///< values that were changed and not saved
    QStringList settings = {}; ///< names of clusters whose settings were changed and not applied
    QStringList work = {};     ///< what becomes of other tasks, on znodes, images and files: a sentence each
    QStringList ephemerals = {}; ///< znodes that end with the connections that made them, to look at
    QStringList values = {};     ///< the znodes whose values were changed and not saved, to look at

    [[nodiscard]] bool none() const
    {
        return !running && work.isEmpty() && !losesText() && ephemerals.isEmpty();
    }
    [[nodiscard]] bool losesText() const { return znodes || !settings.isEmpty(); }
};

/// Names the risks as they come and go with what is being done; `quit` is called where a person wants that
/// all the same. Once there is none the question goes, and `moot` is called: nobody has said yes.
void askToQuit(QWidget &window, const std::function<QuitRisks()> &risks, const ActivityLog &activity,
               const std::function<void()> &quit, const std::function<void()> &moot);

} // namespace zoodock
