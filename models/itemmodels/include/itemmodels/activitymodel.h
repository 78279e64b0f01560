// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractItemModel>

#include <memory>

namespace zoodock
{

class ActivityLog;
class ClusterTask;

/// The tasks of an ActivityLog, newest first, and below each its steps. Columns: what, state, elapsed. The
/// log must outlive the model.
class ActivityModel : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityModel)
public:
    enum Column { WhatColumn, StateColumn, ElapsedColumn, ColumnCount };
    enum Role { RunningRole = Qt::UserRole + 1, FailedRole, DetailRole, StepStateRole };

    explicit ActivityModel(ActivityLog &log, QObject *parent = nullptr);
    ~ActivityModel() override;

    /// The task of a row or of one of its steps; nullptr for an invalid index.
    [[nodiscard]] ClusterTask *task(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace zoodock
