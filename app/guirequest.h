// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QtCore/QStringList>

namespace zoodock
{

/// How the window was asked for on the command line.
struct GuiRequest
{
    bool quickstart = false;
    QString screenshot;
    QString context;
};

/// Without the options that are Qt's, some of them of X alone: a QApplication takes those it knows, and the
/// others do no harm.
[[nodiscard]] QStringList withoutQtOptions(const QStringList &arguments);
/// InvalidInput with a sentence that names what is wrong; translated once there is an application.
/// `arguments` without the program's name, and without Qt's options.
[[nodiscard]] Result<GuiRequest> guiRequest(const QStringList &arguments);

} // namespace zoodock
