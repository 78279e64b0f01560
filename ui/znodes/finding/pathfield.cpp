// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/finding/pathfield.h"

#include "znodes/znodepath.h"

#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QMenu>

namespace zoodock
{

PathField::PathField(QWidget *parent)
    : QLineEdit(parent)
{
    connect(this, &QLineEdit::textChanged, this, &PathField::escape);
}

void PathField::setPath(const QString &path)
{
    setText(legible(path));
}

QString PathField::path() const
{
    return fromLegible(text());
}

void PathField::escape()
{
    const QString shown = legible(path());
    if (shown == text())
        return;
    const qsizetype behind = text().size() - cursorPosition();
    setText(shown);
    setCursorPosition(int(shown.size() - behind));
}

void PathField::correctClipboard() const
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    const QString copied = clipboard->text();
    if (const QString meant = fromLegible(copied); meant != copied)
        clipboard->setText(meant);
}

void PathField::keyPressEvent(QKeyEvent *event)
{
    const bool copies = event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut);
    const bool takes = copies && hasSelectedText();
    QLineEdit::keyPressEvent(event);
    if (takes)
        correctClipboard();
}

void PathField::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *action : menu->actions()) {
        if (action->objectName() == u"edit-copy" || action->objectName() == u"edit-cut")
            connect(action, &QAction::triggered, this, &PathField::correctClipboard);
    }
    menu->popup(event->globalPos());
}

} // namespace zoodock
