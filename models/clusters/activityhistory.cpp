// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/activityhistory.h"

#include "clusters/activitylog.h"
#include "clusters/clustertask.h"
#include "core/errorbackground.h"
#include "errorreasons.h"
#include "processmark.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>
#include <QtCore/QSet>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int longestDetail = 16'000;
constexpr std::chrono::milliseconds lookDelay{300};
constexpr std::array wholenessNames{""_L1, "parts at stake"_L1, "completes"_L1, "settings at stake"_L1,
                                    "removes"_L1};
constexpr std::array outcomeNames{"done"_L1, "failed"_L1, "cancelled"_L1, "unfinished"_L1, "interrupted"_L1};

PastTask pastOf(const ClusterTask &task)
{
    PastTask past{task.cluster(), task.lastingTitle().text(), task.begun(), task.elapsed(), {}, {}, {},
                  task.commands()};
    past.wholeness = task.wholeness();
    if (task.succeeded())
        return past;
    past.outcome = task.hasFailed()   ? PastTask::Outcome::Failed
                   : task.metOthers() ? PastTask::Outcome::Unfinished
                                      : PastTask::Outcome::Cancelled;
    past.message = task.endSentence();
    past.detail = backgroundOf(task.outcome().error()).left(longestDetail);
    return past;
}

/// That of what is translated now.
QString languageOfNow()
{
    //: The code of the language that this is translated into: zh_CN, not its name.
    return ActivityHistory::tr("en", "language code");
}

/// For a time when another language is spoken.
void noteReason(QJsonObject &object, const ClusterTask &task)
{
    if (task.endSentence().isEmpty())
        return;
    object.insert(u"kind"_s, errorKindName(task.outcome().error().kind()));
    object.insert(u"language"_s, languageOfNow());
}

/// What older versions wrote is taken for what is spoken now.
void readReason(PastTask &task, const QJsonObject &object)
{
    const QString then = object.value("language"_L1).toString();
    task.foreign = !then.isEmpty() && then != languageOfNow();
    if (task.foreign)
        task.reason = reasonOf(errorKindOf(object.value("kind"_L1).toString()));
}

QJsonObject objectOf(const PastTask &task, const QJsonObject &words)
{
    return {{u"cluster"_s, task.cluster},
            {u"title"_s, task.title},
            {u"words"_s, words},
            {u"begun"_s, task.begun.toUTC().toString(Qt::ISODateWithMs)},
            {u"ms"_s, qint64(task.elapsed.count())},
            {u"outcome"_s, outcomeNames.at(size_t(task.outcome))},
            {u"message"_s, task.message},
            {u"detail"_s, task.detail},
            {u"unread"_s, task.unread},
            {u"wholeness"_s, wholenessNames.at(size_t(task.wholeness))},
            {u"commands"_s, QJsonArray::fromStringList(task.commands)}};
}

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

/// The failed task that began then has been looked at.
QByteArray readLineOf(const QDateTime &begun)
{
    return "{\"read\":\"" + begun.toUTC().toString(Qt::ISODateWithMs).toLatin1() + "\"}\n";
}

/// Of a task that began; the keys are in alphabetical order. What older versions make of it is nothing.
bool isBeginning(const QByteArray &line)
{
    return line.startsWith("{\"alive\":");
}

/// Of a task that ended.
bool isTask(const QByteArray &line)
{
    return !line.startsWith("{\"read\":") && !isBeginning(line);
}

/// The same in a task's two lines.
QString keyOf(const PastTask &task)
{
    return task.begun.toString(Qt::ISODateWithMs) + u' ' + task.cluster + u' ' + task.title;
}

bool isUnderWay(const QByteArray &beginning)
{
    return mayBeAlive(QJsonDocument::fromJson(beginning).object().value("alive"_L1).toString());
}

std::optional<PastTask> taskOf(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const QString outcome = object.value("outcome"_L1).toString();
    const auto *known = std::find(outcomeNames.cbegin(), outcomeNames.cend(), outcome);
    PastTask task;
    const QString then = object.value("title"_L1).toString();
    task.title = TaskTitle::fromWords(object.value("words"_L1).toObject(), then).translated();
    if (then.isEmpty() || known == outcomeNames.cend())
        return {};
    task.cluster = object.value("cluster"_L1).toString();
    task.begun = QDateTime::fromString(object.value("begun"_L1).toString(), Qt::ISODateWithMs);
    task.elapsed = std::chrono::milliseconds(object.value("ms"_L1).toInteger());
    task.outcome = PastTask::Outcome(known - outcomeNames.cbegin());
    task.message = object.value("message"_L1).toString();
    if (task.outcome == PastTask::Outcome::Cancelled && task.message == Error::cancelled().message())
        task.message.clear(); // which older versions wrote
    task.detail = object.value("detail"_L1).toString();
    task.unread = object.value("unread"_L1).toBool();
    const QString stakeName = object.value("wholeness"_L1).toString();
    const auto *stake = std::find(wholenessNames.cbegin(), wholenessNames.cend(), stakeName);
    if (stake != wholenessNames.cend())
        task.wholeness = Wholeness(stake - wholenessNames.cbegin());
    readReason(task, object);
    const QJsonArray commands = object.value("commands"_L1).toArray();
    for (const QJsonValue &command : commands)
        task.commands += command.toString();
    return task;
}

/// The beginnings of what has an end.
void removeEnded(QList<QByteArray> &lines)
{
    QSet<QString> ended;
    for (const QByteArray &line : std::as_const(lines)) {
        if (const std::optional<PastTask> task = isTask(line) ? taskOf(line) : std::nullopt)
            ended.insert(keyOf(*task));
    }
    lines.removeIf([&ended](const QByteArray &line) {
        const std::optional<PastTask> task = isBeginning(line) ? taskOf(line) : std::nullopt;
        return task && ended.contains(keyOf(*task));
    });
}

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
            append(readLineOf(task->begun()));
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
    QJsonObject object = objectOf(past, task.lastingTitle().words());
    object.insert(u"alive"_s, m_process);
    append(lineOf(object));
}

void ActivityHistory::writeDown(const ClusterTask &task)
{
    m_underWay.remove(&task);
    PastTask past = pastOf(task);
    past.unread = m_keepsUnread && task.hasFailed() && !task.isRead();
    QJsonObject object = objectOf(past, task.lastingTitle().words());
    noteReason(object, task);
    append(lineOf(object));
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
    const auto ended = std::count_if(all.cbegin(), all.cend(), isTask);
    if (ended < 2 * mostKept && all.size() < 6 * mostKept)
        return;
    removeEnded(all);
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return;
    qsizetype from = all.size();
    for (int tasks = 0; from > 0 && tasks < mostKept;)
        tasks += isTask(all.at(--from)) || isBeginning(all.at(from)) ? 1 : 0;
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
        std::optional<PastTask> task = taskOf(*line);
        if (!task) {
            read.insert(*line + '\n');
            continue;
        }
        task->unread = task->unread && !read.contains(readLineOf(task->begun)) &&
                       std::none_of(succeeded.cbegin(), succeeded.cend(),
                                    [&task](const TaskAim &later) { return answers(later, task->aim()); });
        if (task->outcome == PastTask::Outcome::Done)
            succeeded += task->aim();
        if (!isBeginning(*line))
            ended.insert(keyOf(*task));
        else if (ended.contains(keyOf(*task)) || isUnderWay(*line))
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
            append(readLineOf(task->begun()));
    }
}

void ActivityHistory::markRead(const QList<PastTask> &tasks)
{
    for (const PastTask &task : tasks)
        append(readLineOf(task.begun));
}

} // namespace zoodock
