// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/znodeeditor.h"

#include <QtWidgets/QDialog>

namespace zoodock
{

/// Asks before a subtree is deleted: how many znodes, and which; and which of them are lost for good.
class SubtreeDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SubtreeDialog)
public:
    SubtreeDialog(const ZnodeSubtree &subtree, QWidget *parent);

Q_SIGNALS:
    void confirmed();
};

} // namespace zoodock
