// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QDialog>

class QPlainTextEdit;
class QPushButton;

namespace zoodock
{

class ClusterTask;

/// The exact docker commands of a task, secrets masked, to read and to copy. Goes on while the task goes on.
class CommandsDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandsDialog)
public:
    CommandsDialog(ClusterTask &task, QWidget *parent);

private:
    void refresh();
    void copyAll();

    QPointer<ClusterTask> m_task;
    QPlainTextEdit *m_text;
    QPushButton *m_copy = nullptr;
};

} // namespace zoodock
