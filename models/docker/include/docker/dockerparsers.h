// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "docker/dockerobjects.h"

#include <QtCore/QByteArray>
#include <QtCore/QMap>

namespace zoodock
{

/// Bytes → Result, pure. BadOutput where the whole makes no sense; a broken line among good ones is logged
/// under the category zoodock.docker and skipped. Recorded outputs of CLI 20.10 and 28 are the tests.
namespace parse
{
[[nodiscard]] Result<EngineVersion> version(const QByteArray &out);
/// EngineDown where ServerErrors are filled (CLI 20.10 ends with 0 then).
[[nodiscard]] Result<EngineInfo> info(const QByteArray &out);
[[nodiscard]] Result<ContextInfo> context(const QByteArray &out);
[[nodiscard]] Result<QList<ContextInfo>> contexts(const QByteArray &out);
[[nodiscard]] Result<QList<ContainerRow>> containerRows(const QByteArray &out);
[[nodiscard]] Result<QStringList> ids(const QByteArray &out);
[[nodiscard]] Result<QList<ContainerInfo>> containers(const QByteArray &out);
[[nodiscard]] Result<QStringList>
names(const QByteArray &out); ///< network ls / volume ls, the Name of each line
[[nodiscard]] Result<QList<NamedObject>> namedObjects(const QByteArray &out); ///< the same, with labels
[[nodiscard]] Result<QStringList>
imageReferences(const QByteArray &out); ///< "repo:tag" and "repo@digest", nameless left out
[[nodiscard]] Result<EngineEvent> event(const QByteArray &line);
[[nodiscard]] Result<QList<ContainerStats>> stats(const QByteArray &out);
/// Of `system df`: volume → bytes, as docker rounds them; those that it did not count are left out.
[[nodiscard]] Result<QMap<QString, qint64>> volumeSizes(const QByteArray &out);
/// RFC 3339 with nanoseconds; "0001-01-01T00:00:00Z" → invalid.
[[nodiscard]] QDateTime time(const QString &text);
} // namespace parse

} // namespace zoodock
