// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/texttable.h"

#include <QtCore/QAbstractTableModel>

namespace zoodock
{

/// A TextTable for a view. Numbers sort as numbers (SortRole) and, among several columns, stand to
/// the right.
class TextTableModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextTableModel)
public:
    enum Role { SortRole = Qt::UserRole + 1 };

    explicit TextTableModel(QObject *parent = nullptr);

    void setTable(const TextTable &table);
    [[nodiscard]] const TextTable &table() const { return m_table; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    TextTable m_table;
};

} // namespace zoodock
