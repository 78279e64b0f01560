// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clustertask.h"

#include <QtCore/QDateTime>
#include <QtCore/QFileSystemWatcher>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QStringList>
#include <QtCore/QTimer>

#include <chrono>

namespace zoodock
{

class ActivityLog;

/// A task that ended, in this run of the program or in one before. A value.
struct PastTask
{
    /// Interrupted: the program came to its end before the task did; when, and how far it came, nobody knows.
    enum class Outcome { Done, Failed, Cancelled, Unfinished, Interrupted };
    QString cluster; ///< may be empty
    QString title;   ///< in the language of now; what older versions of the program wrote, in that of then
    QDateTime begun; ///< UTC
    std::chrono::milliseconds elapsed{0};
    Outcome outcome = Outcome::Done;
    QString message;      ///< why it failed or came to no end, what a cancel left; in the language of then
    QString detail;       ///< what programs said, cut at 16,000 characters
    QStringList commands; ///< masked
    bool unread = false;  ///< a failure or an interruption that nobody has looked at
    bool foreign = false; ///< then was another language than now; not known of what older versions wrote
    QString reason = {};  ///< what is foreign, in short and in the language of now; may be empty
    Wholeness wholeness = Wholeness::NoMatter; ///< not known of what older versions wrote

    [[nodiscard]] TaskAim aim() const { return {cluster, title, wholeness}; }
    friend bool operator==(const PastTask &, const PastTask &) = default;
};

/// Writes down every task of an ActivityLog that ends: a line of JSON each in a file that holds the last 200,
/// and one when it begins, which counts once its process is gone and no end was written. Several processes
/// may write into the same file. What cannot be written is not kept, and harms nothing.
class ActivityHistory : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityHistory)
public:
    static constexpr int mostKept = 200;

    ActivityHistory(const QString &file, const ActivityLog &log, QObject *parent = nullptr);

    /// Failures that end from now on, and what the program's end cuts off, stay unread until the log says
    /// otherwise, or another process writes of a success that answers() for them; else whoever waits for them
    /// hears of them at once.
    void keepUnread();
    /// What is under way is about to be cut off by somebody who knows it.
    void markCutOffRead();

    /// Reads the file: newest first. Lines that cannot be read are left out.
    [[nodiscard]] QList<PastTask> tasks() const;
    /// Of these, what nobody has looked at and the log does not have.
    [[nodiscard]] QList<PastTask> unreadBefore() const;
    void markRead(const QList<PastTask> &tasks);

Q_SIGNALS:
    /// Some of what was unread may have been answered, here or by another process.
    void answered();

private:
    void onQuickSuccess(const ClusterTask &task);
    void watch();
    /// The failures of the log that a success in another process answers.
    void readWhatOthersWrote();
    void writeBeginning(const ClusterTask &task);
    void writeDown(const ClusterTask &task);
    void append(const QByteArray &line);
    /// Once twice as many are there as are kept.
    void cut();
    [[nodiscard]] QList<QByteArray> lines() const;

    QString m_file;
    const ActivityLog &m_log;
    bool m_keepsUnread = false;
    QString m_process; ///< the mark of this one
    QSet<const ClusterTask *> m_underWay;
    QFileSystemWatcher m_watcher;
    QTimer m_lookTimer;
    qint64 m_size = 0; ///< of the file, after this process has written last
};

} // namespace zoodock
