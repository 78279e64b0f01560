// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/activityhistory.h"

#include <QtWidgets/QDialog>

class QPlainTextEdit;
class QPushButton;
class QStandardItemModel;
class QTreeView;

namespace zoodock
{

/// What was done in this run of the program and in those before: when, what, how it ended; of the row that is
/// chosen also why, and the commands.
class HistoryDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryDialog)
public:
    HistoryDialog(QList<PastTask> tasks, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fill();
    void tint();
    void showDetails();

    QList<PastTask> m_tasks;
    QStandardItemModel *m_model;
    QTreeView *m_view;
    QPlainTextEdit *m_details;
    QPushButton *m_copy;
};

} // namespace zoodock
