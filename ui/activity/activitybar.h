// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/activityhistory.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;
class QTreeView;

namespace zoodock
{

class ActivityLog;
class ActivityModel;
class ClusterTask;
class ElidedLabel;
class ErrorDetails;
class GlyphLabel;
class TaskButtons;

/// What is being done, else what was done last: one line with its own buttons, that opens into all tasks and
/// their steps; a row that is chosen there has its sentence and buttons below the list. A failure that has
/// been followed by other work stays, and is counted in the line until it was looked at or dismissed. Without
/// height while nothing has been done.
class ActivityBar : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityBar)
public:
    explicit ActivityBar(ActivityLog &log, QWidget *parent = nullptr);

    void setExpanded(bool expanded);
    [[nodiscard]] bool isExpanded() const;
    void showCommands(ClusterTask *task);
    /// A failure of the cluster that is shown has a banner of its own there; its sentence is not said twice.
    void setShownCluster(const QString &cluster);
    /// What failed or was cut off in earlier starts and nobody has looked at, the newest first: the history
    /// has them.
    void setEarlierFailures(const QList<PastTask> &failures);
    /// Of these, only what is among `unread` is still to be read.
    void keepEarlierFailures(const QList<PastTask> &unread);
    /// The same of a failure of work on znodes, and of the page where this cluster's znodes are shown.
    void setShownZnodes(const QString &cluster);

Q_SIGNALS:
    void expandedChanged(bool expanded);
    void historyWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeLine();
    QWidget *makeList();
    QWidget *makeChosen();
    void connectButtons(TaskButtons &buttons, ClusterTask *(ActivityBar::*task)() const);
    void refresh();
    void refreshLine();
    void showNothing();
    void refreshButtons();
    void refreshChosen();
    [[nodiscard]] bool hasBanner() const;
    [[nodiscard]] bool isInBanner(const ClusterTask &task) const;
    [[nodiscard]] bool isOnPage(const ClusterTask &task) const;
    void refreshUnread();
    void showUnread();
    /// What runs, else the newest.
    [[nodiscard]] ClusterTask *mostImportant() const;
    /// Newest first; without the one in the line.
    [[nodiscard]] QList<ClusterTask *> unread() const;
    [[nodiscard]] ClusterTask *shown() const { return m_shown.data(); }
    /// The row that is selected, else the line's task.
    [[nodiscard]] ClusterTask *chosen() const;

    ActivityLog &m_log;
    ActivityModel *m_model;
    QPointer<ClusterTask> m_shown;
    QString m_shownCluster;
    QString m_shownZnodes;
    QList<PastTask> m_earlierFailures;
    QTimer m_elapsedTimer;
    GlyphLabel *m_glyph = nullptr;
    ElidedLabel *m_sentence = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_elapsed = nullptr;
    QPushButton *m_unread = nullptr;
    TaskButtons *m_buttons = nullptr; ///< of the line
    QToolButton *m_toggle = nullptr;
    QLabel *m_failure = nullptr;
    QTreeView *m_view = nullptr;
    QWidget *m_chosen = nullptr; ///< about the row that is selected, where that is not the line's task
    QLabel *m_chosenSentence = nullptr;
    TaskButtons *m_chosenButtons = nullptr;
    ErrorDetails *m_output = nullptr; ///< of the task that failed and is chosen in the list
};

} // namespace zoodock
