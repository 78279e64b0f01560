// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractItemModel>
#include <QtCore/QStringList>

namespace zoodock::test
{

/// The model as text: a line per row, two blanks per level, columns joined by " | " (trailing empty ones left
/// out), then the given roles of the first column.
inline void printRows(const QAbstractItemModel &model, const QModelIndex &parent, const QList<int> &roles,
                      int depth, QStringList &lines)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells += model.index(row, column, parent).data().toString();
        while (!cells.isEmpty() && cells.last().isEmpty())
            cells.removeLast();
        const QModelIndex first = model.index(row, 0, parent);
        for (const int role : roles) {
            if (const QVariant value = first.data(role); value.isValid())
                cells += value.toString();
        }
        lines += QString(depth * 2, u' ') + cells.join(QStringLiteral(" | "));
        printRows(model, first, roles, depth + 1, lines);
    }
}

inline QString printTree(const QAbstractItemModel &model, const QList<int> &roles = {})
{
    QStringList lines;
    printRows(model, {}, roles, 0, lines);
    return lines.join(u'\n');
}

} // namespace zoodock::test
