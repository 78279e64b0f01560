// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/activityhistory.h"

#include "clusters/activitylog.h"
#include "clusters/clustertask.h"
#include "core/errorbackground.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int longestDetail = 16'000;
constexpr std::array outcomeNames{"done"_L1, "failed"_L1, "cancelled"_L1};

PastTask pastOf(const ClusterTask &task)
{
    PastTask past{task.cluster(), task.title(), task.begun(), task.elapsed(), {}, {}, {}, task.commands()};
    if (task.succeeded())
        return past;
    past.outcome = task.hasFailed() ? PastTask::Outcome::Failed : PastTask::Outcome::Cancelled;
    past.message = task.outcome().error().message();
    past.detail = backgroundOf(task.outcome().error()).left(longestDetail);
    return past;
}

QByteArray lineOf(const PastTask &task, const QJsonObject &words)
{
    const QJsonObject object{{u"cluster"_s, task.cluster},
                             {u"title"_s, task.title},
                             {u"words"_s, words},
                             {u"begun"_s, task.begun.toUTC().toString(Qt::ISODateWithMs)},
                             {u"ms"_s, qint64(task.elapsed.count())},
                             {u"outcome"_s, outcomeNames.at(size_t(task.outcome))},
                             {u"message"_s, task.message},
                             {u"detail"_s, task.detail},
                             {u"commands"_s, QJsonArray::fromStringList(task.commands)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
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
    task.detail = object.value("detail"_L1).toString();
    const QJsonArray commands = object.value("commands"_L1).toArray();
    for (const QJsonValue &command : commands)
        task.commands += command.toString();
    return task;
}

} // namespace

ActivityHistory::ActivityHistory(const QString &file, const ActivityLog &log, QObject *parent)
    : QObject(parent)
    , m_file(QDir::cleanPath(file))
{
    connect(&log, &ActivityLog::taskFinished, this, [this](const ClusterTask *task) { writeDown(*task); });
}

void ActivityHistory::writeDown(const ClusterTask &task)
{
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QFile file(m_file);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append))
        return;
    file.write(lineOf(pastOf(task),
                      task.lastingTitle().words())); // in one piece, so that two processes' lines do not mix
    file.close();
    cut();
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
    const QList<QByteArray> all = lines();
    if (all.size() < 2 * mostKept)
        return;
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(all.last(mostKept).join('\n') + '\n');
    file.commit();
}

QList<PastTask> ActivityHistory::tasks() const
{
    QList<PastTask> tasks;
    const QList<QByteArray> all = lines();
    for (auto line = all.crbegin(); line != all.crend() && tasks.size() < mostKept; ++line) {
        if (const std::optional<PastTask> task = taskOf(*line))
            tasks += *task;
    }
    return tasks;
}

} // namespace zoodock
