// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QPushButton;

namespace zoodock
{

class ClusterTask;

/// What can be done about one task, beside the sentence that tells of it: those buttons alone that make sense
/// for it now. None comes to where Cancel is, or was while the mouse is still there.
class TaskButtons : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskButtons)
public:
    /// Letters to press with Alt can be given to one such row of a window only; that of Try Again not while a
    /// banner has it.
    enum class Letters { All, NoRetry, None };
    /// The buttons' object names are this and Retry, Change, Cancel, Commands, Dismiss.
    TaskButtons(const QString &name, QWidget *parent);

    void setTask(const ClusterTask *task, Letters letters);

Q_SIGNALS:
    void retryWanted();
    void changeWanted();
    void cancelWanted();
    void commandsWanted();
    void dismissWanted();

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void keepPlaceOfCancel(bool keep);
    QPushButton *makeButton(const QString &text, const QString &name, void (TaskButtons::*wanted)());
    void letter(Letters letters);
    [[nodiscard]] QString cancelToolTip(const ClusterTask *task) const;

    QPushButton *m_retry;
    QPushButton *m_change;
    QPushButton *m_dismiss;
    QPushButton *m_commands;
    QPushButton *m_cancel;
    bool m_pointedAt = false;
};

} // namespace zoodock
