// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtGui/QAction>

class QMenu;

namespace zoodock
{

/// What can be done with the znode that is selected.
class ZnodeActions : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeActions)
public:
    explicit ZnodeActions(QObject *parent);

    struct State
    {
        bool hasPath = false;
        bool hasValue = false;
        bool isProtected = false;
        QString whyReadOnly; ///< empty: changes are possible
        bool canUndo = false;
    };
    void update(const State &state);
    void fill(QMenu *menu) const;
    [[nodiscard]] QList<QAction *> all() const;

    QAction *const create;
    QAction *const remove;
    QAction *const copyPath;
    QAction *const copyValue;
    QAction *const copyCommand;
    QAction *const undo;
    QAction *const search;
    QAction *const exportTree;
    QAction *const importTree;
};

} // namespace zoodock
