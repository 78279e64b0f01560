// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

class QAction;
class QObject;

namespace zoodock
{

/// An action with one of our icons; its buttons show the text without the ampersand.
[[nodiscard]] QAction *makeAction(QObject *parent, const QString &icon, const QString &text);
/// Enables it unless there is a reason against it; the tool tip is the description or that reason.
void allow(QAction *action, const QString &description, const QString &reason,
           const QString &consequence = {});

} // namespace zoodock
