// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QLoggingCategory>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace zoodock
{

Q_DECLARE_LOGGING_CATEGORY(dockerLog)

/// BadOutput, with the beginning of `out` as detail. `what`: "docker info".
[[nodiscard]] Error badOutput(const QString &what, const QByteArray &out, const QString &reason = {});

/// The one object that `out` holds; an array of objects yields its first.
[[nodiscard]] Result<QJsonObject> readObject(const QByteArray &out, const QString &what);
/// An array of objects, as `inspect` prints it.
[[nodiscard]] Result<QList<QJsonObject>> readArray(const QByteArray &out, const QString &what);
/// One object a line (docker), or one array of objects (podman). Broken lines among good ones are logged and
/// skipped.
[[nodiscard]] Result<QList<QJsonObject>> readLines(const QByteArray &out, const QString &what);

[[nodiscard]] QMap<QString, QString> stringMap(const QJsonValue &object);
[[nodiscard]] QStringList stringList(const QJsonValue &array);

} // namespace zoodock
