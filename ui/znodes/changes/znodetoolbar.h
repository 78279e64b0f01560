// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace zoodock
{

class DraftButton;
class ZnodeActions;

/// Beside the path: unsaved changes, New, Delete, and everything else in a menu.
class ZnodeToolBar : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeToolBar)
public:
    ZnodeToolBar(const ZnodeActions &actions, DraftButton *drafts, QWidget *parent);
};

} // namespace zoodock
