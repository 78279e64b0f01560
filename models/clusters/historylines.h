// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/activityhistory.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>

#include <optional>

namespace zoodock::history
{

// The lines of the activity history's file, each a JSON object: a task that began, the same once it has
// ended, and that somebody has looked at a failure.

/// What is kept of it.
[[nodiscard]] PastTask pastOf(const ClusterTask &task);
/// For a time when another language is spoken.
void noteReason(QJsonObject &object, const ClusterTask &task);
[[nodiscard]] QJsonObject objectOf(const PastTask &task, const QJsonObject &words);
/// With its newline.
[[nodiscard]] QByteArray lineOf(const QJsonObject &object);
/// The failed task that began then has been looked at.
[[nodiscard]] QByteArray readLineOf(const QDateTime &begun);
/// Of a task that began.
[[nodiscard]] bool isBeginning(const QByteArray &line);
/// Of a task that ended.
[[nodiscard]] bool isTask(const QByteArray &line);
/// The same in a task's two lines.
[[nodiscard]] QString keyOf(const PastTask &task);
/// The process that began it may still be alive.
[[nodiscard]] bool isUnderWay(const QByteArray &beginning);
/// Nothing: the line tells of no task.
[[nodiscard]] std::optional<PastTask> taskOf(const QByteArray &line);
/// Takes away the beginnings of what has an end.
void removeEnded(QList<QByteArray> &lines);

} // namespace zoodock::history
