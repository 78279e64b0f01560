// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/logbook.h"
#include "ui/uiservices.h"

#include <QtWidgets/QWidget>

class QLabel;
class QSplitter;
class QToolButton;

namespace zoodock
{

struct EmptyReason;
class FilterBar;
class FindBar;
class Lifecycle;
class LineDetails;
class LogPane;
class LogSaveDialog;
class LogStatus;

/// The logs of a cluster's members, as they are written: merged by time, or side by side. Follows while it is
/// visible; what was written meanwhile is read when it is shown again.
class LogsPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogsPage)
public:
    explicit LogsPage(const UiServices &services, QWidget *parent = nullptr);
    ~LogsPage() override;

    void showCluster(const QString &name);
    /// Its log alone; 0: those of all members.
    void showMember(int memberId);
    [[nodiscard]] LogBook &book() { return m_book; }

Q_SIGNALS:
    /// A sentence for the status bar.
    void said(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectParts();
    QToolButton *makeButton(const QString &icon, const QString &text, const QString &toolTip);
    void refreshMembers();
    void arrangePanes();
    LogPane *makePane();
    void applySearch();
    void step(bool forward);
    void refreshMatches();
    void onRow(LogPane *pane, int row);
    void setPaused(bool paused);
    void refreshStatus();
    void connectSaving();
    void takeWayOut(const EmptyReason &reason);
    void goToEnd();
    void copy();
    void write(const QString &file);
    [[nodiscard]] LogPane *currentPane() const;

    UiServices m_services;
    LogBook m_book;
    QMap<int, QString> m_names;
    QMap<int, int> m_places;
    FilterBar *m_filter = nullptr;
    FindBar *m_find = nullptr;
    QToolButton *m_sideBySide = nullptr;
    QToolButton *m_pause = nullptr;
    QToolButton *m_save = nullptr;
    QSplitter *m_split = nullptr;
    QList<LogPane *> m_panes;
    LogPane *m_current = nullptr; ///< where the focus was last
    LineDetails *m_details = nullptr;
    QLabel *m_trouble = nullptr;
    LogSaveDialog *m_saving = nullptr;
    LogStatus *m_status = nullptr;
    Lifecycle *m_lifecycle;
    QTimer m_statusTimer;
};

} // namespace zoodock
