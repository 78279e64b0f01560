// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/logbook.h"
#include "ui/logs/logpanes.h"
#include "ui/uiservices.h"

#include <QtWidgets/QWidget>

#include <optional>

class QLabel;
class QToolButton;

namespace zoodock
{

struct EmptyReason;
class FilterBar;
class FindBar;
class Lifecycle;
class LineDetails;
class LogSaveDialog;
class LogStatus;

/// The logs of a cluster's members, as they are written: merged by time, or side by side. Follows from when
/// it is shown until another cluster is, also behind other pages: a container that goes takes its log with
/// it.
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

private:
    void build();
    void connectParts();
    QToolButton *makeButton(const QString &icon, const QString &text, const QString &toolTip);
    void refreshMembers();
    void arrangePanes();
    void applySearch();
    void step(bool forward);
    void refreshMatches();
    void onRow(int row);
    void closeDetails();
    void refreshDetails();
    void setPaused(bool paused);
    void refreshStatus();
    void connectPanes();
    void connectSaving();
    void takeWayOut(const EmptyReason &reason);
    void write(const QString &file);

    UiServices m_services;
    LogBook m_book;
    LogMembers m_members;
    FilterBar *m_filter = nullptr;
    FindBar *m_find = nullptr;
    QToolButton *m_sideBySide = nullptr;
    QToolButton *m_pause = nullptr;
    QToolButton *m_save = nullptr;
    LogPanes *m_panes = nullptr;
    LineDetails *m_details = nullptr;
    std::optional<LogLine> m_explained; ///< by the details, wherever it is shown
    QLabel *m_trouble = nullptr;
    LogSaveDialog *m_saving = nullptr;
    LogStatus *m_status = nullptr;
    Lifecycle *m_lifecycle;
    QTimer m_statusTimer;
};

} // namespace zoodock
