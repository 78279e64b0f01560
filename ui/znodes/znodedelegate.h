// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace zoodock
{

/// A znode's row: its kind as a shape before the name, trouble in its colour, what is old in the quiet one.
class ZnodeDelegate : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeDelegate)
public:
    explicit ZnodeDelegate(QObject *parent);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
};

/// "Ephemeral", …; translated. `kind` as an int of ZnodeKind.
[[nodiscard]] QString znodeKindText(int kind);

} // namespace zoodock
