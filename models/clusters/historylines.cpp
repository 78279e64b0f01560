// SPDX-License-Identifier: GPL-3.0-or-later
#include "historylines.h"

#include "clusters/clustertask.h"
#include "core/errorbackground.h"
#include "errorreasons.h"
#include "processmark.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>

#include <algorithm>
#include <array>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int longestDetail = 16'000;
constexpr std::array wholenessNames{""_L1, "parts at stake"_L1, "completes"_L1, "settings at stake"_L1,
                                    "removes"_L1};
constexpr std::array outcomeNames{"done"_L1, "failed"_L1, "cancelled"_L1, "unfinished"_L1, "interrupted"_L1};

/// That of what is translated now.
QString languageOfNow()
{
    //: The code of the language that this is translated into: zh_CN, not its name.
    return ActivityHistory::tr("en", "language code");
}

/// What older versions wrote is taken for what is spoken now.
void readReason(PastTask &task, const QJsonObject &object)
{
    const QString then = object.value("language"_L1).toString();
    task.foreign = !then.isEmpty() && then != languageOfNow();
    if (task.foreign)
        task.reason = reasonOf(errorKindOf(object.value("kind"_L1).toString()));
}

} // namespace

namespace history
{

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

void noteReason(QJsonObject &object, const ClusterTask &task)
{
    if (task.endSentence().isEmpty())
        return;
    object.insert(u"kind"_s, errorKindName(task.outcome().error().kind()));
    object.insert(u"language"_s, languageOfNow());
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

QByteArray readLineOf(const QDateTime &begun)
{
    return "{\"read\":\"" + begun.toUTC().toString(Qt::ISODateWithMs).toLatin1() + "\"}\n";
}

/// The keys are in alphabetical order. What older versions make of it is nothing.
bool isBeginning(const QByteArray &line)
{
    return line.startsWith("{\"alive\":");
}

bool isTask(const QByteArray &line)
{
    return !line.startsWith("{\"read\":") && !isBeginning(line);
}

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

} // namespace history

} // namespace zoodock
