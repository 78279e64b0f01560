// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/texttablemodel.h"

namespace zoodock
{

TextTableModel::TextTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void TextTableModel::setTable(const TextTable &table)
{
    beginResetModel();
    m_table = table;
    endResetModel();
}

int TextTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int TextTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

QVariant TextTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString cell = m_table.rows.at(index.row()).value(index.column());
    bool isNumber = false;
    const double number = cell.toDouble(&isNumber);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return cell;
    if (role == SortRole)
        return isNumber ? QVariant(number) : QVariant(cell);
    if (role == Qt::TextAlignmentRole) // below their name in a list of names and values
        return QVariant((isNumber && m_table.columns.size() > 2 ? Qt::AlignRight : Qt::AlignLeft) |
                        Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole)
        return tr("%1: %2", "column, value").arg(m_table.columns.at(index.column()), cell);
    return {};
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::DisplayRole && orientation == Qt::Horizontal)
        return m_table.columns.value(section);
    return QAbstractTableModel::headerData(section, orientation, role);
}

} // namespace zoodock
