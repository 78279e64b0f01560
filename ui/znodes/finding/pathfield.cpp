// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/finding/pathfield.h"

#include "znodes/znodepath.h"

#include <QtCore/QRegularExpression>
#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QMenu>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

PathField::PathField(QWidget *parent)
    : QLineEdit(parent)
{
    connect(this, &QLineEdit::textChanged, this, &PathField::escape);
}

void PathField::setPath(const QString &path)
{
    setText(legibleName(path));
}

QString PathField::path() const
{
    return fromLegible(text());
}

void PathField::escape()
{
    const QString shown = legibleName(path());
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

void PathField::selectSign(bool before)
{
    static const QRegularExpression signBefore(u"⟨U\\+[0-9A-F]{4,6}⟩$"_s);
    static const QRegularExpression signBehind(u"^⟨U\\+[0-9A-F]{4,6}⟩"_s);
    const QString part = before ? text().left(cursorPosition()) : text().mid(cursorPosition());
    const qsizetype length = (before ? signBefore : signBehind).match(part).capturedLength();
    if (length > 0 && !hasSelectedText())
        setSelection(cursorPosition(), int(before ? -length : length));
}

void PathField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete)
        selectSign(event->key() == Qt::Key_Backspace);
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
