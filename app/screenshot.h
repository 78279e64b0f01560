// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QTimer>

class QWidget;

namespace zoodock
{

class ActivityLog;
class ClusterStore;

/// `--screenshot FILE`: waits until every member of the cluster serves (or a task failed, or 120 s passed),
/// lets the window paint, writes its picture, prints the table of members and quits: 0, or 6 without a
/// quorum.
class Screenshot : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Screenshot)
public:
    /// `cluster` empty: nothing to wait for.
    Screenshot(QWidget &window, ClusterStore &store, ActivityLog &activity, QString file, QString cluster);

private:
    void look();
    void shoot();
    [[nodiscard]] bool allServe() const;

    QWidget &m_window;
    ClusterStore &m_store;
    QString m_file;
    QString m_cluster;
    QString m_failure;
    QTimer m_timer;
    QElapsedTimer m_waited;
};

} // namespace zoodock
