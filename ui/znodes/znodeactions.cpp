// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/znodeactions.h"

#include "ui/look/icons.h"

#include <QtWidgets/QMenu>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

ZnodeActions::ZnodeActions(QObject *parent)
    : QObject(parent)
    , create(new QAction(actionIcon(u"new"_s), tr("&New Znode…"), this))
    , remove(new QAction(actionIcon(u"remove"_s), tr("&Delete…"), this))
    , copyPath(new QAction(actionIcon(u"copy"_s), tr("Copy &Path"), this))
    , copyValue(new QAction(tr("Copy &Value"), this))
    , copyCommand(new QAction(tr("Copy &zkCli Command"), this))
    , undo(new QAction(tr("&Undo"), this))
    , search(new QAction(tr("&Search Below…"), this))
    , exportTree(new QAction(tr("&Export…"), this))
    , importTree(new QAction(tr("&Import…"), this))
{
    create->setShortcut(QKeySequence(Qt::Key_Insert));
    remove->setShortcut(QKeySequence(Qt::Key_Delete));
    copyPath->setShortcut(QKeySequence::Copy);
    undo->setShortcut(QKeySequence::Undo);
    search->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F));
    for (QAction *action : all())
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    search->setShortcutContext(Qt::WindowShortcut); // from the sidebar, too, while the page is shown
    create->setObjectName(u"znodeNew"_s);
    remove->setObjectName(u"znodeRemove"_s);
    exportTree->setToolTip(tr("Write this znode and everything below to a JSON file"));
    importTree->setObjectName(u"znodeImport"_s);
    copyCommand->setToolTip(tr("The command that prints this znode in a shell"));
}

QList<QAction *> ZnodeActions::all() const
{
    return {create, remove, copyPath, copyValue, copyCommand, undo, search, exportTree, importTree};
}

void ZnodeActions::update(const State &state)
{
    const bool changeable = state.hasPath && state.whyReadOnly.isEmpty();
    create->setEnabled(changeable);
    create->setToolTip(changeable ? tr("Create a znode below this one (Insert)") : state.whyReadOnly);
    importTree->setEnabled(changeable);
    importTree->setToolTip(changeable ? tr("Create what an exported JSON file holds, here or below")
                                      : state.whyReadOnly);
    remove->setEnabled(changeable && !state.isProtected);
    remove->setToolTip(!state.whyReadOnly.isEmpty() ? state.whyReadOnly
                       : state.isProtected ? tr("ZooKeeper itself needs this znode: it is never deleted.")
                                           : tr("Delete this znode and everything below (Delete)"));
    for (QAction *action : {copyPath, copyCommand, search, exportTree})
        action->setEnabled(state.hasPath);
    copyValue->setEnabled(state.hasValue);
    undo->setEnabled(state.canUndo && state.whyReadOnly.isEmpty());
    undo->setToolTip(state.whyReadOnly.isEmpty() ? tr("Take back the last change that was made here")
                                                 : state.whyReadOnly);
}

void ZnodeActions::fill(QMenu *menu) const
{
    menu->setToolTipsVisible(true);
    menu->addActions({create, remove, undo});
    menu->addSeparator();
    menu->addActions({copyPath, copyValue, copyCommand});
    menu->addSeparator();
    menu->addActions({search, exportTree, importTree});
}

} // namespace zoodock
