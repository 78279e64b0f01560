// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/znodeeditor.h"

#include <QtWidgets/QDialog>

class QSplitter;

namespace zoodock
{

/// An undo has met what others have changed meanwhile: what is there now, and what the undo would put there.
class TakeBackDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TakeBackDialog)
public:
    /// `news`: what the undo has met, in a sentence; `clashes`: the first of it.
    TakeBackDialog(const QString &news, const ZnodeUndo &undo, const QList<UndoClash> &clashes,
                   QWidget *parent);

Q_SIGNALS:
    /// Take it back all the same.
    void overwriteWanted();

private:
    void build(const QString &news, bool deletes);
    [[nodiscard]] QWidget *chooser();
    void compare(const UndoClash &clash);

    QList<UndoClash> m_clashes;
    QSplitter *m_columns;
};

} // namespace zoodock
