// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <chrono>

namespace zoodock
{

class ActivityLog;
class ClusterTask;

/// A task that ended, in this run of the program or in one before. A value.
struct PastTask
{
    enum class Outcome { Done, Failed, Cancelled };
    QString cluster; ///< may be empty
    QString title;   ///< in the language of now; what older versions of the program wrote, in that of then
    QDateTime begun; ///< UTC
    std::chrono::milliseconds elapsed{0};
    Outcome outcome = Outcome::Done;
    QString message;      ///< why it failed
    QString detail;       ///< what programs said, cut at 16,000 characters
    QStringList commands; ///< masked
    friend bool operator==(const PastTask &, const PastTask &) = default;
};

/// Writes down every task of an ActivityLog that ends: a line of JSON each in a file that holds the last 200.
/// Several processes may write into the same file. What cannot be written is not kept, and harms nothing.
class ActivityHistory : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityHistory)
public:
    static constexpr int mostKept = 200;

    ActivityHistory(const QString &file, const ActivityLog &log, QObject *parent = nullptr);

    /// Reads the file: newest first. Lines that cannot be read are left out.
    [[nodiscard]] QList<PastTask> tasks() const;

private:
    void writeDown(const ClusterTask &task);
    /// Once twice as many are there as are kept.
    void cut();
    [[nodiscard]] QList<QByteArray> lines() const;

    QString m_file;
};

} // namespace zoodock
