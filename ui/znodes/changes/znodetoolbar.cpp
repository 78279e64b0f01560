// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/changes/znodetoolbar.h"

#include "ui/look/textformat.h"
#include "ui/znodes/draftbutton.h"
#include "ui/znodes/znodeactions.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

namespace zoodock
{

ZnodeToolBar::ZnodeToolBar(const ZnodeActions &actions, DraftButton *drafts, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(drafts);
    for (QAction *action : {actions.create, actions.remove}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(withoutMnemonic(action->text()).remove(u'…'));
        layout->addWidget(button);
    }
    auto *more = new QToolButton(this);
    more->setText(tr("More"));
    more->setToolTip(tr("Everything that can be done with this znode"));
    more->setFocusPolicy(Qt::StrongFocus);
    more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(more);
    actions.fill(menu);
    more->setMenu(menu);
    layout->addWidget(more);
}

} // namespace zoodock
