// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/activityhistory.h"

#include "clusters/activitylog.h"
#include "clusters/clustertask.h"
#include "historylines.h"
#include "processmark.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>
#include <QtCore/QSet>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr std::chrono::milliseconds lookDelay{300};

} // namespace

ActivityHistory::ActivityHistory(const QString &file, const ActivityLog &log, QObject *parent)
    : QObject(parent)
    , m_file(QDir::cleanPath(file))
    , m_log(log)
    , m_process(ownProcessMark())
{
    connect(&log, &ActivityLog::taskAdded, this, [this](const ClusterTask *task) { writeBeginning(*task); });
    connect(&log, &ActivityLog::taskChanged, this,
            [this](const ClusterTask *task) { writeBeginning(*task); });
    connect(&log, &ActivityLog::taskFinished, this, [this](const ClusterTask *task) { writeDown(*task); });
    connect(&log, &ActivityLog::quickSuccess, this,
            [this](const ClusterTask *task) { onQuickSuccess(*task); });
    m_lookTimer.setSingleShot(true);
    m_lookTimer.setInterval(lookDelay);
    connect(&m_lookTimer, &QTimer::timeout, this, &ActivityHistory::readWhatOthersWrote);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_lookTimer, qOverload<>(&QTimer::start));
    connect(&log, &ActivityLog::taskRead, this, [this](const ClusterTask *task) {
        if (m_keepsUnread)
            append(history::readLineOf(task->begun()));
    });
}

void ActivityHistory::keepUnread()
{
    m_keepsUnread = true;
    m_size = QFileInfo(m_file).size();
    watch();
}

/// Another process may put a shorter file in its place, which ends the watching.
void ActivityHistory::watch()
{
    if (m_keepsUnread && m_watcher.files().isEmpty() && QFile::exists(m_file))
        m_watcher.addPath(m_file);
}

void ActivityHistory::readWhatOthersWrote()
{
    watch();
    if (QFileInfo(m_file).size() == m_size)
        return;
    m_size = QFileInfo(m_file).size();
    const QList<PastTask> past = tasks();
    const QList<ClusterTask *> own = m_log.tasks();
    for (ClusterTask *task : own) {
        const auto written = std::find_if(past.cbegin(), past.cend(), [task](const PastTask &one) {
            return one.begun == task->begun() && one.cluster == task->cluster();
        });
        if (task->hasFailed() && written != past.cend() && !written->unread)
            task->markRead();
    }
    Q_EMIT answered();
}

/// Nobody writes that down.
void ActivityHistory::onQuickSuccess(const ClusterTask &task)
{
    if (!m_keepsUnread)
        return;
    QList<PastTask> before = tasks();
    before.removeIf(
        [&task](const PastTask &past) { return !past.unread || !answers(task.aim(), past.aim()); });
    markRead(before);
    if (!before.isEmpty())
        Q_EMIT answered();
}

/// Once it has begun, which is some time after it is there.
void ActivityHistory::writeBeginning(const ClusterTask &task)
{
    if (!task.begun().isValid() || task.isFinished() || m_underWay.contains(&task))
        return;
    m_underWay.insert(&task);
    PastTask past{task.cluster(), task.lastingTitle().text(), task.begun(), {}, {}, {}, {}, task.commands()};
    past.outcome = PastTask::Outcome::Interrupted;
    past.unread = m_keepsUnread;
    past.wholeness = task.wholeness();
    QJsonObject object = history::objectOf(past, task.lastingTitle().words());
    object.insert(u"alive"_s, m_process);
    append(history::lineOf(object));
}

void ActivityHistory::writeDown(const ClusterTask &task)
{
    m_underWay.remove(&task);
    PastTask past = history::pastOf(task);
    past.unread = m_keepsUnread && task.hasFailed() && !task.isRead();
    QJsonObject object = history::objectOf(past, task.lastingTitle().words());
    history::noteReason(object, task);
    append(history::lineOf(object));
    cut();
    if (task.succeeded())
        Q_EMIT answered();
}

void ActivityHistory::append(const QByteArray &line)
{
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QFile file(m_file);
    if (file.open(QIODevice::WriteOnly | QIODevice::Append))
        file.write(line); // in one piece, so that two processes' lines do not mix
    m_size += line.size();
    watch();
}

QList<QByteArray> ActivityHistory::lines() const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QByteArray> lines = file.readAll().split('\n');
    lines.removeIf([](const QByteArray &line) { return line.isEmpty(); });
    return lines;
}

void ActivityHistory::cut()
{
    QList<QByteArray> all = lines();
    const auto ended = std::count_if(all.cbegin(), all.cend(), history::isTask);
    if (ended < 2 * mostKept && all.size() < 6 * mostKept)
        return;
    history::removeEnded(all);
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return;
    qsizetype from = all.size();
    for (int tasks = 0; from > 0 && tasks < mostKept;)
        tasks += history::isTask(all.at(--from)) || history::isBeginning(all.at(from)) ? 1 : 0;
    file.write(all.sliced(from).join('\n') + '\n');
    if (!file.commit() || !m_keepsUnread)
        return;
    m_size = -1; // what others wrote meanwhile is in it
    m_lookTimer.start();
}

QList<PastTask> ActivityHistory::tasks() const
{
    QList<PastTask> tasks;
    const QList<QByteArray> all = lines();
    QSet<QByteArray> read; // which comes after what was read
    QSet<QString> ended;
    QList<TaskAim> succeeded; // later, maybe in another process
    for (auto line = all.crbegin(); line != all.crend() && tasks.size() < mostKept; ++line) {
        std::optional<PastTask> task = history::taskOf(*line);
        if (!task) {
            read.insert(*line + '\n');
            continue;
        }
        task->unread = task->unread && !read.contains(history::readLineOf(task->begun)) &&
                       std::none_of(succeeded.cbegin(), succeeded.cend(),
                                    [&task](const TaskAim &later) { return answers(later, task->aim()); });
        if (task->outcome == PastTask::Outcome::Done)
            succeeded += task->aim();
        if (!history::isBeginning(*line))
            ended.insert(history::keyOf(*task));
        else if (ended.contains(history::keyOf(*task)) || history::isUnderWay(*line))
            continue;
        tasks += *task;
    }
    return tasks;
}

QList<PastTask> ActivityHistory::unreadBefore() const
{
    QSet<QDateTime> present;
    for (const ClusterTask *task : m_log.tasks())
        present.insert(task->begun());
    QList<PastTask> unread = tasks();
    unread.removeIf(
        [&present](const PastTask &task) { return !task.unread || present.contains(task.begun); });
    return unread;
}

void ActivityHistory::markCutOffRead()
{
    for (const ClusterTask *task : m_log.tasks()) {
        if (task->begun().isValid() && !task->isFinished())
            append(history::readLineOf(task->begun()));
    }
}

void ActivityHistory::markRead(const QList<PastTask> &tasks)
{
    for (const PastTask &task : tasks)
        append(history::readLineOf(task.begun));
}

} // namespace zoodock
