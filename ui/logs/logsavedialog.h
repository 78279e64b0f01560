// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/logline.h"

#include <QtCore/QMap>
#include <QtCore/QObject>

class QWidget;

namespace zoodock
{

class ActivityLog;
class LogSaver;

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
    /// `names`: as in LogSaver. What lasts or fails stands in the activity, which tells why it failed.
    void write(const QString &file, const QList<LogLine> &lines, const QMap<int, QString> &names);

Q_SIGNALS:
    void fileSelected(const QString &file);
    /// How much and where to, in a sentence.
    void saved(const QString &sentence);

private:
    /// Values: what failed can be saved later, and in another window.
    struct Wish
    {
        QString cluster;
        QString file;
        QList<LogLine> lines;
        QMap<int, QString> names;
    };
    void save(const Wish &wish);
    void showInActivity(LogSaver *saver, const Wish &wish);
    void end(LogSaver *saver, const QString &file);

    ActivityLog &m_activity;
    QWidget *m_widget;
    QString m_cluster;
};

} // namespace zoodock
