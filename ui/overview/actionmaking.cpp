// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/actionmaking.h"

#include "ui/look/icons.h"
#include "ui/look/textformat.h"

#include <QtGui/QAction>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

QAction *makeAction(QObject *parent, const QString &icon, const QString &text)
{
    auto *action = new QAction(icon.isEmpty() ? QIcon() : actionIcon(icon), text, parent);
    // QToolButton would show the text with its ampersand's removal as a tool tip; ours says more.
    action->setIconText(withoutMnemonic(text));
    return action;
}

void allow(QAction *action, const QString &description, const QString &reason, const QString &consequence)
{
    action->setEnabled(reason.isEmpty());
    const QString tip = reason.isEmpty() ? description : reason;
    action->setToolTip(consequence.isEmpty() || !reason.isEmpty() ? tip : u"%1 %2"_s.arg(tip, consequence));
    action->setStatusTip(action->toolTip());
}

} // namespace zoodock
