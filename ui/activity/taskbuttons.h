// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QPushButton;

namespace zoodock
{

class ClusterTask;

/// What can be done about one task, beside the sentence that tells of it: those buttons alone that make sense
/// for it now.
class TaskButtons : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskButtons)
public:
    /// Letters to press with Alt can be given to one such row of a window only.
    enum class Letters { Yes, No };
    /// The buttons' object names are this and Retry, Cancel, Commands, Dismiss.
    TaskButtons(const QString &name, Letters letters, QWidget *parent);

    void setTask(const ClusterTask *task);

Q_SIGNALS:
    void retryWanted();
    void cancelWanted();
    void commandsWanted();
    void dismissWanted();

private:
    QPushButton *makeButton(const QString &text, const QString &name, void (TaskButtons::*wanted)());
    [[nodiscard]] QString lettered(QString text) const;

    Letters m_letters;
    QPushButton *m_retry;
    QPushButton *m_cancel;
    QPushButton *m_commands;
    QPushButton *m_dismiss;
};

} // namespace zoodock
