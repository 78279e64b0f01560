// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace zoodock
{

/// Edits a cell of the wizard's tables: a box where the model offers choices, otherwise a line whose text is
/// taken at every keystroke, so that what is wrong with it is said at once. Draws what is wrong with a value
/// beside it.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CellDelegate)
public:
    /// The model's roles: int of a Severity, QStringList of choices and how they are called, bool, and a
    /// sentence that greys the cell; -1: it has none.
    struct Roles
    {
        int severity = -1;
        int choices = -1;
        int choiceTexts = -1;
        int changed = -1;
        int unavailable = -1;
    };
    CellDelegate(Roles roles, QObject *parent);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

protected:
    /// Escape takes back what was taken keystroke by keystroke.
    bool eventFilter(QObject *editor, QEvent *event) override;
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    Roles m_roles;
};

} // namespace zoodock
