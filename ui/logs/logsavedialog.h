// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/logline.h"

#include <QtCore/QMap>
#include <QtCore/QObject>

class QWidget;

namespace zoodock
{

class ActivityLog;

/// Asks where the lines of a log are to be saved, and saves them.
class LogSaveDialog : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogSaveDialog)
public:
    /// The boxes belong to the window of `widget`, which owns this.
    LogSaveDialog(ActivityLog &activity, QWidget *widget);
    ~LogSaveDialog() override;

    void open(const QString &cluster);
    /// `names`: as in LogSaver. A failure is told in a box, too; what lasts stands in the activity.
    void write(const QString &file, const QList<LogLine> &lines, const QMap<int, QString> &names);

Q_SIGNALS:
    void fileSelected(const QString &file);
    /// How it went, in a sentence.
    void saved(const QString &sentence);
    void notSaved(const QString &sentence);

private:
    ActivityLog &m_activity;
    QWidget *m_widget;
    QString m_cluster;
};

} // namespace zoodock
